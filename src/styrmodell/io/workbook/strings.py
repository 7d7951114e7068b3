"""The shared strings of a workbook: whether any may be unacceptable, and which are blank."""

import re
from collections import Counter
from functools import cached_property
from xml.parsers import expat

from attrs import define, field

from styrmodell.io.workbook.cell import CONTROL, MAX_TEXT

# What the cells of all sheets together may take of shared strings: a few kilobytes of file can ask for one long text a
# million times, and each time it is a text of its own in memory.
# Long ones weigh more: each is also looked through for what it may mean.
MAX_TEXT_BYTES = 250_000_000
LONG_TEXT_BYTES, LONG_TEXT_WEIGHT = 1_000, 4
# '<c t="s"><v>1</v></c>': no cell that names a string is shorter.
_CELL_BYTES = 20
# Below this a sheet's cells are not counted: as many as it has room for would be let through.
_QUICKLY_TOLD_BYTES = 100_000_000
_ITEM = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
_IS_SHARED = re.compile(rb"""\bt\s*=\s*["']s["']""")
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^<>]*>\s*<v>\s*([0-9]{1,9})\s*<""")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class SharedStrings:
    """The shared strings as they are written; calamine reads them."""

    def __init__(self, part: bytes | None) -> None:
        self.part = part

    @cached_property
    def are_doubtful(self) -> bool:
        """Whether some text may be too long or hold control characters, so that each cell must be looked at."""
        if self.part is None:
            return False
        text = self.part.decode("utf-8", "replace")
        if "&#" in text or CONTROL.search(text) or _ESCAPED.search(text):
            return True
        return any(len(item) > MAX_TEXT for item in self.part.split(b"si>"))

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many bytes each string takes, its marks among them."""
        starts = [found.start() for found in _ITEM.finditer(self.part or b"")]
        return tuple(end - start for start, end in zip(starts, [*starts[1:], len(self.part or b"")], strict=True))

    @cached_property
    def longest(self) -> int:
        """How many bytes the longest of them takes, or more."""
        return max(map(len, (self.part or b"").split(b"si>")))

    def at_most(self, body: bytes) -> int:
        """More bytes than the cells of a sheet take of these strings; quickly told."""
        size, cells = _weighed(self.longest), len(body) // _CELL_BYTES
        if size * cells > _QUICKLY_TOLD_BYTES:
            cells = body.count(b'"s"') + body.count(b"'s'")
        return size * cells

    def taken_by(self, body: bytes) -> int:
        """How many bytes of text the cells of a sheet take of these strings, weighed, one each time it is named."""
        count = sum(1 for _ in _IS_SHARED.finditer(body))
        named = Counter(_SHARED.findall(body))
        known = sum(times * self._length(int(number)) for number, times in named.items())
        return known + _weighed(self.longest) * (count - sum(named.values()))

    def _length(self, number: int) -> int:
        return _weighed(self.lengths[number] if number < len(self.lengths) else self.longest)

    @cached_property
    def blank(self) -> frozenset[int]:
        """Indexes of the strings that hold nothing but space; none when the part is broken."""
        items = _Items()
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = items.start
        parser.EndElementHandler = items.end
        parser.CharacterDataHandler = items.text
        try:
            parser.Parse(self.part or b"<sst/>", True)
        except expat.ExpatError:
            return frozenset()
        return frozenset(index for index, has_text in enumerate(items.found) if not has_text)


def _weighed(size: int) -> int:
    return size * (LONG_TEXT_WEIGHT if size > LONG_TEXT_BYTES else 1)


@define
class _Items:
    """Whether each string holds text, by what expat tells; how a word is pronounced is no text."""

    found: list[bool] = field(factory=list)
    _spoken: int = 0
    _is_text: bool = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._spoken += name == "rPh"
        self._is_text = name == "t" and not self._spoken
        if name == "si":
            self.found.append(False)

    def end(self, tag: str) -> None:
        self._spoken -= tag.rpartition(" ")[2] == "rPh"
        self._is_text = False

    def text(self, text: str) -> None:
        if self._is_text and self.found and text.strip():
            self.found[-1] = True
