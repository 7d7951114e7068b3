"""Texts with signs that nobody sees, and names that look alike and are not: a reader takes one thing for another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from styrmodell.finding import Finding
from styrmodell.model.checks.sign_codes import LOOKS_ALIKE, UNSEEN_SIGN
from styrmodell.model.plan import Plan

# What turns the order of what stands after it, and what takes no room; joiners of emoji and soft hyphens are wanted.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[{_TURNING}\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_SPACES = re.compile(r"[ \t\r\n]+")
_NAMED = ("units", "measures", "goals", "dimensions", "scorecards", "risks", "projects", "activities", "actions")
_TOLD = (*_NAMED, "assignments", "investments", "decisions", "sections", "assessments", "observations")


def check_signs(plan: Plan) -> Iterator[Finding]:
    """SM277 for each text with unseen signs, SM278 for each name that looks like another of its kind."""
    for kind in _TOLD:
        items = getattr(plan, kind)
        names = _texts(type(items[0])) if items else ()
        for item in items:
            for name in names:
                if found := _UNSEEN.search(getattr(item, name)):
                    sign = f"U+{ord(found[0]):04X}"
                    yield UNSEEN_SIGN.at(item.source, field=name, sign=sign, found=_shown(getattr(item, name)))
    for kind in _NAMED:
        yield from _alike(getattr(plan, kind))


def _alike(items: Iterable[Any]) -> Iterator[Finding]:
    """Names that are the same to the eye and not to the program."""
    seen: dict[str, Any] = {}
    for item in items:
        first = seen.setdefault(_seen(item.name), item)
        if _read(first.name) != _read(item.name):
            yield LOOKS_ALIKE.at(item.source, found=_shown(item.name), other=first.id, first=str(first.source))


def _read(name: str) -> str:
    """What the program makes of *name*: capitals, line breaks and how many spaces there are make no difference."""
    return _SPACES.sub(" ", name.casefold()).strip()


def _seen(name: str) -> str:
    """What the eye makes of *name*."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", name)).casefold().split())


def _shown(text: str) -> str:
    """*text* with what is not seen as escapes, so that it is."""
    return "".join(sign if _is_shown(sign) else ascii(sign)[1:-1] for sign in " ".join(text.split())[:60])


def _is_shown(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPSZ"


def _texts(cls: type[Any]) -> tuple[str, ...]:
    """The fields of text of a class."""
    return tuple(one.name for one in attrs.fields(cls) if one.type is str and one.init)
