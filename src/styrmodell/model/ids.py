"""Names of things: ids are plain text told apart by the type checker."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NewType

from styrmodell.errors import UnknownNameError

UnitId = NewType("UnitId", str)
MeasureId = NewType("MeasureId", str)
DimensionId = NewType("DimensionId", str)
MemberId = NewType("MemberId", str)
HierarchyId = NewType("HierarchyId", str)
GoalId = NewType("GoalId", str)
ScorecardId = NewType("ScorecardId", str)
PerspectiveId = NewType("PerspectiveId", str)
AssignmentId = NewType("AssignmentId", str)
ActivityId = NewType("ActivityId", str)
ActionId = NewType("ActionId", str)
DecisionId = NewType("DecisionId", str)
MeetingId = NewType("MeetingId", str)
RiskId = NewType("RiskId", str)
ProjectId = NewType("ProjectId", str)
InvestmentId = NewType("InvestmentId", str)
SectionId = NewType("SectionId", str)

_ID = re.compile(r"[a-z][a-z0-9_-]*\Z")
_MEMBER = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")
# Comparing letter by letter is slow: of many names, only those that begin and end most alike are compared so.
_MOST_COMPARED = 100
_MOST_LETTERS = 60
_SLUG = str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU")


def is_id(text: str) -> bool:
    """Whether *text* can name a unit, measure or dimension: a letter, then a-z 0-9 _ -."""
    return _ID.match(text) is not None


def is_member_id(text: str) -> bool:
    """Whether *text* can name a dimension member; those may begin with a digit ("010")."""
    return _MEMBER.match(text) is not None


def slug(text: str) -> str:
    """*text* as a part of a cell id: lower case, å ä ö without dots, the rest a hyphen."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.translate(_SLUG).lower()).strip("-")


def close_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three of *known* that look like *name*, best first."""
    names = tuple(known)
    if len(names) > _MOST_COMPARED:
        names = tuple(sorted(names, key=lambda other: -_shared_ends(name, other))[:_MOST_COMPARED])
    return tuple(get_close_matches(name, names, n=3, cutoff=0.6))


def _shared_ends(name: str, other: str) -> int:
    """How many letters two names share where they begin and where they end."""
    size = min(len(name), len(other), _MOST_LETTERS)
    start = next((at for at in range(size) if name[at] != other[at]), size)
    return start + next((at for at in range(size - start) if name[-1 - at] != other[-1 - at]), size - start)


def near_names(name: str, known: Iterable[str]) -> str:
    """What close_names gives, as a finding tells it: "rlf / rlf-rf", empty when nothing looks alike."""
    return " / ".join(close_names(name, known))


def require_known(what: str, name: str, known: Iterable[str]) -> None:
    """Raise UnknownNameError, with what looks alike, unless *name* is among *known*."""
    names = tuple(known)
    if name not in names:
        raise UnknownNameError(what, name, close_names(name, names))
