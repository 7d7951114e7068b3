"""Sets of codes as they are printed: "Dvo 010--090, 092", "3000–3999", "övriga"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Self

from attrs import field, frozen

from styrmodell.errors import TextError

_MAX_LENGTH = 2000
_EXPECTED = 'koder, som "010–090, 092", "Dvo 190" eller "övriga"'
_REST = re.compile(r"(övr|övriga|övrigt|resten|rest|the rest|all others|others|other)(\s*\.\s*|\s+|\Z)([^\W\d]+\.?)?\Z")
_LABEL = re.compile(r"[^\W\d_]+[.:]?\s+")
_CODE = re.compile(r"([0-9]{1,30})(?:\s*[-‐‑‒–—―−]{1,3}\s*([0-9]{1,30}))?\Z")
_LINE_END = re.compile(r"(?<=[0-9])\s*\n\s*")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:och|samt|and)\s+")


@frozen(kw_only=True, order=True)
class CodeRange:
    """Codes of one length, both ends included; a single code has the same first and last.

    Attributes:
        length: Number of digits; 090 and 90 are different codes.
    """

    length: int
    first: str
    last: str

    def __attrs_post_init__(self) -> None:
        if not len(self.first) == len(self.last) == self.length:
            raise ValueError(f"codes of a range have one length: {self.first}–{self.last}")
        if self.last < self.first:
            raise ValueError(f"a range begins with its lowest code: {self.first}–{self.last}")

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def _merged(ranges: Iterable[CodeRange]) -> tuple[CodeRange, ...]:
    """*ranges* in order, those that share codes made one."""
    merged: list[CodeRange] = []
    for one in sorted(ranges):
        before = merged[-1] if merged else None
        if before is not None and before.length == one.length and one.first <= before.last:
            merged[-1] = CodeRange(length=one.length, first=before.first, last=max(before.last, one.last))
        else:
            merged.append(one)
    return tuple(merged)


@frozen(kw_only=True)
class CodeSet:
    """Codes of digits, or all that no other set takes.

    Attributes:
        ranges: Sorted, and no code in two of them.
        is_rest: Whether it is what is left when all others have taken theirs; it then has no ranges.
    """

    ranges: tuple[CodeRange, ...] = field(default=(), converter=_merged)
    is_rest: bool = False

    def __attrs_post_init__(self) -> None:
        if self.is_rest == bool(self.ranges):
            raise ValueError("a set of codes has ranges or is the rest, never both or neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a set as printed; a word before the codes ("Dvo", "Konto") does not matter.

        Raises:
            TextError: Anything that is no list of codes and ranges, an empty text too.
        """
        plain = " ".join(_LINE_END.sub(", ", text.strip()).split()).casefold()
        if len(plain) > _MAX_LENGTH:
            raise TextError(text[:60], _EXPECTED)
        if _REST.match(plain):
            return cls(is_rest=True)
        return cls(ranges=tuple(_range(text, part) for part in _BETWEEN.split(plain)))

    def contains(self, code: str) -> bool:
        """Whether one of the ranges holds *code*; always False for the rest, which only the other sets can tell."""
        at = bisect_right(self.ranges, (len(code), code), key=lambda one: (one.length, one.first))
        return at > 0 and self.ranges[at - 1].length == len(code) and code <= self.ranges[at - 1].last

    def __str__(self) -> str:
        return "övriga" if self.is_rest else ", ".join(map(str, self.ranges))


@frozen(kw_only=True)
class Overlap:
    """Codes that two sets claim, by the sets' names."""

    first: str
    second: str
    codes: CodeRange


def overlaps(sets: Mapping[str, CodeSet]) -> tuple[Overlap, ...]:
    """Codes that more than one of *sets* claims, lowest first.

    Every code that two sets claim is told with two of those that claim it, not with every pair.
    """
    claims = sorted((one, place, name) for place, (name, codes) in enumerate(sets.items()) for one in codes.ranges)
    told: list[Overlap] = []
    reach: tuple[CodeRange, int, str] | None = None
    for claim in claims:
        one = claim[0]
        if reach is not None and reach[0].length == one.length and one.first <= reach[0].last:
            shared = CodeRange(length=one.length, first=one.first, last=min(one.last, reach[0].last))
            told.append(Overlap(first=reach[2], second=claim[2], codes=shared))
            if one.last <= reach[0].last:
                continue
        reach = claim
    return tuple(told)


def _range(text: str, part: str) -> CodeRange:
    match = _CODE.match(_LABEL.sub("", part, count=1) if _LABEL.match(part) else part)
    first, last = (match[1], match[2] or match[1]) if match else ("", "")
    if match is None or len(first) != len(last) or last < first:
        raise TextError(text[:60], _EXPECTED)
    return CodeRange(length=len(first), first=first, last=last)
