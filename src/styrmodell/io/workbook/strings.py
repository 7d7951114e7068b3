"""The shared strings of a workbook: whether any may be unacceptable, and which are blank."""

import re
from functools import cached_property
from xml.parsers import expat

from attrs import define, field

from styrmodell.io.workbook.cell import CONTROL, MAX_TEXT

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
