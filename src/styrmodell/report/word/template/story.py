"""The texts of one part of a Word master: its paragraphs with their places, and texts that stand elsewhere in it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from attrs import define, field, frozen

from styrmodell.report.word.markup import W
from styrmodell.report.word.template.tags import MARKS, Tag, tags_of

P, T = f"{{{W}}}p", f"{{{W}}}t"
_TABLE, _ROW, _CELL, _BOX = (f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "txbxContent"))
_BREAKS = (f"{{{W}}}br", f"{{{W}}}cr", f"{{{W}}}tab")
_NOTES = tuple(f"{{{W}}}{name}" for name in ("footnote", "endnote", "comment"))
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_READ_ALOUD = ("descr", "title")


@frozen(kw_only=True, eq=False)
class Passage:
    """A paragraph's own text, however many runs it is split over.

    Attributes:
        place: "Sidhuvud 2, stycke 1", "Dokumentet, tabell 1, rad 2, kolumn 3".
        element: The paragraph's element.
        pieces: (the w:t element, or None for a break; its text), in order.
        inside: What it stands inside, in Swedish and English; empty at the top of its part.
    """

    place: str
    element: Any
    pieces: tuple[tuple[Any, str], ...]
    inside: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(text for _, text in self.pieces)

    def piece_of(self, tag: Tag) -> Any:
        """The w:t in which *tag* begins."""
        start = 0
        for element, text in self.pieces:
            if start <= tag.start < start + len(text):
                return element
            start += len(text)
        raise ValueError(f"{tag.text} is not in the passage")


@define(kw_only=True, eq=False)
class _Counts:
    paragraphs: int = 0
    tables: int = 0


@define(kw_only=True, eq=False)
class _Walk:
    """One way through a part; text boxes are counted over all of it."""

    found: list[Passage] = field(factory=list)
    boxes: int = 0
    notes: int = 0

    def blocks(self, parent: Any, place: str, inside: tuple[str, str], counts: _Counts, alone: str = "") -> None:
        """Take in the paragraphs and tables below *parent*; *alone* names the first paragraph of a cell."""
        for child in parent:
            if child.tag == P:
                counts.paragraphs += 1
                first = alone if counts.paragraphs == 1 else ""
                self.paragraph(child, first or f"{place}, stycke {counts.paragraphs}", place, inside)
            elif child.tag == _TABLE:
                counts.tables += 1
                self.table(child, f"{place}, tabell {counts.tables}")
            elif child.tag in _NOTES:
                self.note(child, place)
            elif isinstance(child.tag, str):
                within = inside if inside[0] else _wrapper(child)
                self.blocks(child, place, within, counts, alone)

    def note(self, note: Any, place: str) -> None:
        if note.get(f"{{{W}}}type") is None:  # the lines between text and notes are notes, too
            self.notes += 1
        self.blocks(note, f"{place}, not {self.notes}", ("en not", "a note"), _Counts())

    def table(self, table: Any, place: str) -> None:
        rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
        for at, row in enumerate(rows, 1):
            cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
            for number, cell in enumerate(cells, 1):
                name = f"{place}, rad {at}, kolumn {number}"
                self.blocks(cell, name, ("en tabell", "a table"), _Counts(), alone=name)

    def paragraph(self, element: Any, place: str, around: str, inside: tuple[str, str]) -> None:
        pieces: list[tuple[Any, str]] = []
        at = len(self.found)
        self.pieces(element, around, pieces)
        self.found.insert(at, Passage(place=place, element=element, pieces=tuple(pieces), inside=inside))

    def pieces(self, element: Any, around: str, pieces: list[tuple[Any, str]]) -> None:
        start = self.boxes
        for child in element:
            if element.tag == _ALTERNATIVES:
                self.boxes = start  # the same box again, for older programs
            if child.tag == T:
                pieces.append((child, child.text or ""))
            elif child.tag in _BREAKS:
                pieces.append((None, "\n"))
            elif child.tag == _BOX:
                self.boxes += 1
                self.blocks(child, f"{around}, textruta {self.boxes}", ("en textruta", "a text box"), _Counts())
            elif isinstance(child.tag, str):
                self.pieces(child, around, pieces)


def _wrapper(element: Any) -> tuple[str, str]:
    if element.tag == f"{{{W}}}sdt":
        return ("en innehållskontroll", "a content control")
    return ("", "") if element.tag in (f"{{{W}}}body", f"{{{W}}}document") else ("något annat", "something else")


def passages_of(root: Any, name: str) -> tuple[Passage, ...]:
    """The paragraphs of a part called *name*, in reading order; a text box follows the paragraph that holds it."""
    walk = _Walk()
    walk.blocks([root] if root.tag == f"{{{W}}}body" else root, name, ("", ""), _Counts())
    return tuple(walk.found)


def join_tags(passage: Passage) -> None:
    """Put every mark of *passage* whole in the run where it begins: Word splits them as people type."""
    tags, _ = tags_of(passage.text)
    if not tags:
        return
    start = 0
    for element, text in passage.pieces:
        end = start + len(text)
        if element is not None and any(tag.start < end and tag.end > start for tag in tags):
            element.text = _joined(text, start, tags)
            element.set(_SPACE, "preserve")
        start = end


def _joined(text: str, start: int, tags: tuple[Tag, ...]) -> str:
    """What is left of the piece that begins at *start*: its own letters, and the marks that begin in it."""
    parts: list[str] = []
    at = 0
    for tag in tags:
        first, last = tag.start - start, tag.end - start
        if last <= 0 or first >= len(text):
            continue
        parts += [text[at : max(first, 0)], tag.text if first >= 0 else ""]
        at = min(last, len(text))
    return "".join([*parts, text[at:]])


@frozen(kw_only=True, eq=False)
class Stray:
    """A text with marks that stands where no variable may: an attribute, a field's instruction, a comment of XML.

    Attributes:
        paragraph: The paragraph it stands in; None outside.
        where: What it is, in Swedish and English.
        is_read_aloud: Whether it is the alternative text of a picture, where variables are allowed.
    """

    paragraph: Any
    where: tuple[str, str]
    text: str
    is_read_aloud: bool = False


def strays_of(root: Any, passages: tuple[Passage, ...]) -> Iterator[Stray]:
    """Every text of a part with marks in it that is no paragraph's own."""
    own = {element for passage in passages for element, _ in passage.pieces if element is not None}
    # By XPath: python-docx gives some elements a text of another meaning.
    for text in root.xpath(".//text()"):
        holder = text.getparent()
        if MARKS.search(text) and (text.is_tail or holder not in own):
            yield Stray(paragraph=paragraph_of(holder), where=_BETWEEN if text.is_tail else _kind(holder), text=text)
    for node in root.xpath(".//comment() | .//processing-instruction()"):
        if MARKS.search(node.text or ""):
            yield Stray(paragraph=paragraph_of(node), where=_HIDDEN, text=node.text)
    for value in root.xpath(".//@*"):
        if MARKS.search(value):
            aloud = value.attrname in _READ_ALOUD
            where = _ALOUD if aloud else _attribute(value.attrname)
            holder = value.getparent()
            yield Stray(paragraph=paragraph_of(holder), where=where, text=str(value), is_read_aloud=aloud)


_BETWEEN = ("text mellan Words element", "text between Word's elements")
_HIDDEN = ("en XML-kommentar eller instruktion", "an XML comment or instruction")
_ALOUD = ("en alternativtext", "an alternative text")


def _kind(node: Any) -> tuple[str, str]:
    name = node.tag.rpartition("}")[2]
    known = {
        "instrText": ("en fältkod", "a field code"),
        "delText": ("struken text", "deleted text"),
    }
    return known.get(name, (f"elementet {name}", f"the element {name}"))


def _attribute(name: str) -> tuple[str, str]:
    short = name.rpartition("}")[2]
    return ("en fältkod", "a field code") if short == "instr" else (f"attributet {short}", f"the attribute {short}")


def paragraph_of(node: Any) -> Any:
    """The paragraph that *node* is or stands in; None when it stands in none."""
    return node if node.tag == P else next(node.iterancestors(P), None)


def meeting_braces(root: Any) -> tuple[Any, ...]:
    """The elements after whose text a lone brace meets another: docxtpl would join what stands apart."""
    texts = root.xpath(".//text()")
    return tuple(
        before.getparent()
        for before, after in pairwise(text for text in texts if text)
        if (before[-1] == "{" and after[0] in "{%#") or (before[-1] in "%}#" and after[0] == "}")
    )
