"""The parts of a workbook that are read before its sheets: relations, the list of sheets, number formats."""

import posixpath
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import unquote
from xml.parsers import expat

from attrs import field, frozen

from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.workbook.codes import BROKEN_WORKBOOK, REFUSED_XML
from styrmodell.io.workbook.xml_prolog import PROLOG_BYTES, fault_of_prolog, to_utf8
from styrmodell.io.workbook.zip_guard import ZipParts

_PERCENT_FORMATS = (9, 10)
_DATE_FORMATS = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
# What a number format only prints: quoted text, escaped, spaced and filled characters, colours and conditions.
_PRINTED = re.compile(r'"[^"]*"?|[\\_*].|\[[^\]]*\]')
_DATE_LETTER = re.compile("[ymdhs]", re.IGNORECASE)
Start = Callable[[str, Mapping[str, str]], None]


@frozen(kw_only=True)
class SheetEntry:
    """A sheet as the workbook lists it.

    Attributes:
        state: "visible", "hidden" or "veryHidden".
        relation: Id of the relation to its part.
    """

    name: str
    state: str
    relation: str


@frozen(kw_only=True)
class Relation:
    """A relation to another part.

    Attributes:
        kind: Last word of its type: "worksheet", "chartsheet", "styles" …
        target: Path of the part in the package.
    """

    kind: str
    target: str


@frozen(kw_only=True)
class BookEntry:
    """What the workbook part says: its sheets in order, and whether days are counted from 1904."""

    sheets: tuple[SheetEntry, ...]
    from_1904: bool


@frozen(kw_only=True)
class Styles:
    """What is needed of the number formats.

    Attributes:
        percent: Indexes of cell styles that show a per cent sign.
        has_dates: Whether any style may show a date or a time.
    """

    percent: frozenset[int] = field(default=frozenset())
    has_dates: bool = False


def part_of(parts: ZipParts, name: str) -> bytes | None:
    """A part in UTF-8, or None when there is none; raises BadValueError when it is broken (SM143, SM144, SM145)."""
    content = parts.read(name)
    if content is None:
        return None
    # The guard has looked at those that are XML by name or beginning, but what is called a picture may be one too.
    if fault := fault_of_prolog(content[:PROLOG_BYTES]):
        raise BadValueError(REFUSED_XML, part=shorten(name), found=fault[0], found_en=fault[1])
    try:
        return to_utf8(content)
    except ValueError as error:
        raise _broken(name, error) from None


def parse_part(content: bytes, name: str, start: Start) -> None:
    """Call *start* with the local name and attributes of each element, namespaces left out.

    Raises:
        BadValueError: The XML is broken (SM145) or holds a DOCTYPE (SM144).
    """

    def refuse(*_: object) -> None:
        raise BadValueError(REFUSED_XML, part=shorten(name), found="DOCTYPE", found_en="DOCTYPE")

    def started(tag: str, attributes: dict[str, str]) -> None:
        start(tag.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = started
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise _broken(name, error) from None


def read_relations(parts: ZipParts, of: str) -> Mapping[str, Relation]:
    """Relation id → relation of the part *of* ("" for the package itself); empty when it has none."""
    folder, _, base = of.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    found: dict[str, Relation] = {}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind=kind, target=_target(folder, attributes.get("Target", "")))

    content = part_of(parts, name)
    if content is not None:
        parse_part(content, name, start)
    return MappingProxyType(found)


def _target(folder: str, written: str) -> str:
    path = posixpath.join("/", folder, unquote(written).replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def read_book(content: bytes, name: str) -> BookEntry | None:
    """Read the workbook part; None when it is no workbook but, say, a document."""
    sheets: list[SheetEntry] = []
    dates = ["0"]
    tags: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if not tags:
            tags.append(tag)
        if tag == "sheet":
            state = attributes.get("state", "visible")
            sheets.append(SheetEntry(name=attributes.get("name", ""), state=state, relation=attributes.get("id", "")))
        elif tag == "workbookPr":
            dates.append(attributes.get("date1904", "0"))

    parse_part(content, name, start)
    if tags != ["workbook"]:
        return None
    return BookEntry(sheets=tuple(sheets), from_1904=is_true(dates[-1]))


def is_true(word: str) -> bool:
    """An XML boolean."""
    return word.strip() in ("1", "true", "on")


def read_styles(content: bytes | None, name: str) -> Styles:
    """Which cell styles show per cent, and whether any may show dates."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt" and "dxfs" not in inside:
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and inside[-1:] == ["cellXfs"]:
            formats.append(attributes.get("numFmtId", "0"))
        elif tag in ("cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            inside.append(tag)

    if content is not None:
        parse_part(content, name, start)
    shown = [_shown(number, codes) for number in formats]
    return Styles(
        percent=frozenset(index for index, kind in enumerate(shown) if kind == "%"), has_dates="date" in shown
    )


def _shown(number: str, codes: Mapping[str, str]) -> str:
    """Whether a format shows "%", a "date", or neither (""); Excel's own numbers need no code."""
    if number in codes:
        bare = _PRINTED.sub("", codes[number])
        return "%" if "%" in bare else "date" if _DATE_LETTER.search(bare) else ""
    code = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    return "%" if code in _PERCENT_FORMATS else "date" if code in _DATE_FORMATS else ""


def _broken(part: str, error: Exception) -> BadValueError:
    return BadValueError(BROKEN_WORKBOOK, part=shorten(part), found=shorten(str(error)), found_en=shorten(str(error)))
