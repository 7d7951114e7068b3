"""Checks of selections (urval): members that pick others out without being a part of the whole."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.checks.judge_codes import WRONG_SELECTION
from styrmodell.model.codes import SHARED_PART
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import MemberId

Parts = Mapping[MemberId, tuple[MemberId, ...]]

_NO_PARTS = MappingProxyType({"but": "har inga delar", "but_en": "has no parts"})
_CODES = MappingProxyType({"but": "har egna koder", "but_en": "has codes of its own"})


def check_selections(dimension: Dimension) -> Iterator[Finding]:
    """Selections without parts or with codes, that are a part of something, or that pick something out twice."""
    parts = dimension.parts()
    for member in dimension.members:
        if member.selection:
            words = {"name": member.id, "dimension": dimension.id}
            for but in (*(() if member.parts else (_NO_PARTS,)), *((_CODES,) if member.codes else ())):
                yield WRONG_SELECTION.at(dimension.source, **words, **but)
            yield from _check_twice(dimension, member, parts)
    selections = selections_of(dimension)
    for member in dimension.members:
        for part in member.parts:
            if part in selections:
                words = {"but": f"är en del av {member.id}", "but_en": f"is a part of {member.id}"}
                yield WRONG_SELECTION.at(dimension.source, name=part, dimension=dimension.id, **words)


def selections_of(dimension: Dimension) -> frozenset[MemberId]:
    """The members of *dimension* that only pick others out."""
    return frozenset(member.id for member in dimension.members if member.selection)


def _check_twice(dimension: Dimension, selection: Member, parts: Parts) -> Iterator[Finding]:
    """A part that stands twice, or below another of the selection's parts, would count twice."""
    above, seen = _above(selection.parts, parts), set[MemberId]()
    for part in selection.parts:
        if part in above or part in seen:
            first = above.get(part, selection.id)
            yield SHARED_PART.at(dimension.source, name=part, first=first, second=selection.id)
        seen.add(part)


def _above(members: Iterable[MemberId], parts: Parts) -> Mapping[MemberId, MemberId]:
    """What is below *members* → the one of them that it is below; a circle, which is told elsewhere, ends."""
    found: dict[MemberId, MemberId] = {}
    ahead = [(part, member) for member in members for part in parts.get(member, ())]
    while ahead:
        name, member = ahead.pop()
        if name not in found:
            found[name] = member
            ahead += [(part, member) for part in parts.get(name, ())]
    return found
