"""The texts of one part of an Office package: cells of a sheet, paragraphs, figures of a chart."""

from collections.abc import Sequence
from xml.parsers import expat

from attrs import define, field

# What stands in these is read, within the element that makes it one text.
_WRITTEN = frozenset({"t", "v", "f"})
_BREAKS = frozenset({"tab", "br", "cr"})
# Between a formula and its value.
ARROW = " → "
_DRAWN = frozenset({"docPr", "cNvPr"})


def part_texts(part: bytes) -> tuple[str, ...]:
    """The paragraphs of a part of a document or drawing, and the figures of a chart: each a text.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
    """
    gathered = _Texts(whole=frozenset({"p", "pt"}))
    _parse(part, gathered)
    return tuple(text for _, text in gathered.found)


def shared_strings(part: bytes) -> tuple[str, ...]:
    """The strings that the cells of a workbook number.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
    """
    gathered = _Texts(whole=frozenset({"si"}))
    _parse(part, gathered)
    return tuple(text for _, text in gathered.found)


def sheet_names(part: bytes) -> tuple[str, ...]:
    """The names of a workbook's sheets, in their order.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
    """
    gathered = _Texts(whole=frozenset({"sheet"}))
    _parse(part, gathered)
    return tuple(given.get("name", "") for given, _ in gathered.found)


def cell_texts(part: bytes, strings: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(cell, what stands in it) of a sheet: "B7" and its value, its formula before it where it has one.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
        ValueError, IndexError: A cell names a string that is not there.
    """
    cells = _Texts(whole=frozenset({"c"}))
    _parse(part, cells)
    return tuple((given.get("r", ""), _cell(given, text, strings)) for given, text in cells.found)


def _cell(given: dict[str, str], text: str, strings: Sequence[str]) -> str:
    return strings[int(text)] if given.get("t") == "s" and text else text


@define(kw_only=True)
class _Texts:
    """Gathers what is written inside each of some elements, as one text.

    Attributes:
        whole: The elements; one inside another is a text of its own.
        found: (attributes of the element, its text), in the order in which they end.
    """

    whole: frozenset[str]
    found: list[tuple[dict[str, str], str]] = field(factory=list)
    _open: list[tuple[dict[str, str], list[str]]] = field(factory=list)
    _names: list[str] = field(factory=list)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._names.append(name)
        if name in self.whole:
            self._open.append((attributes, []))
        elif name in _BREAKS and self._open:
            self._open[-1][1].append(" ")
        elif name in _DRAWN and attributes.get("descr"):  # read aloud in place of the drawing
            self.found.append(({}, attributes["descr"]))

    def end(self, _tag: str) -> None:
        name = self._names.pop()
        if name in self.whole:
            attributes, pieces = self._open.pop()
            self.found.append((attributes, "".join(pieces)))
        elif name == "f" and self._open:
            self._open[-1][1].append(ARROW)

    def text(self, text: str) -> None:
        if self._open and self._names[-1] in _WRITTEN:
            self._open[-1][1].append(text)


def _parse(part: bytes, gathered: _Texts) -> None:
    parser = expat.ParserCreate("utf-8", " ")
    parser.StartElementHandler = gathered.begin
    parser.EndElementHandler = gathered.end
    parser.CharacterDataHandler = gathered.text
    parser.Parse(part, True)
