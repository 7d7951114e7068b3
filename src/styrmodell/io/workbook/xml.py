"""A sheet's XML taken apart: the rows, and what stands around them."""

import re
from collections.abc import Mapping

from attrs import field, frozen

from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.workbook.cell import MAX_COLUMNS, MAX_ROWS, column_number
from styrmodell.io.workbook.codes import BROKEN_WORKBOOK
from styrmodell.io.workbook.parts import is_true, parse_part

_SHEET_DATA = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)sheetData(\s[^<>]*)?(/?)>")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?\Z", re.ASCII)
_PREFIXED = re.compile(rb":(?:row|c|v|f|is|t|r|rPh)[\s/>]")
_TAG_START = re.compile(rb"</?[^\s<>\"'=/]*\Z")
_LONG_PREFIX = 1000
_EMPTY = b"<sheetData/>"
Area = tuple[tuple[int, int], tuple[int, int]]


@frozen(kw_only=True)
class SheetXml:
    """A sheet's part.

    Attributes:
        body: What stands inside sheetData, without namespace prefixes.
        merged: Corners of merged cells, rows and columns from 0.
        hidden_columns: Columns, from 0, that are hidden.
    """

    body: bytes = field(repr=False)
    merged: tuple[Area, ...]
    hidden_columns: frozenset[int]


def read_sheet_xml(content: bytes, name: str) -> SheetXml:
    """Take a sheet's part apart.

    Args:
        content: The part in UTF-8.
        name: Of the part, for findings.

    Raises:
        BadValueError: What stands around the rows is broken, or rows stand in several places (SM144, SM145).
    """
    body, around = _split(content, name)
    merged: list[Area] = []
    columns: set[int] = set()
    seen: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "mergeCell" and (area := _area(attributes.get("ref", ""))):
            merged.append(area)
        elif tag == "col" and is_true(attributes.get("hidden", "0")):
            columns.update(_columns(attributes))
        elif tag == "sheetData":
            seen.append(tag)

    parse_part(around, name, start)
    if len(seen) > 1:
        raise _broken(name, "rader på flera ställen", "rows in several places")
    return SheetXml(body=body, merged=tuple(merged), hidden_columns=frozenset(columns))


def _split(content: bytes, name: str) -> tuple[bytes, bytes]:
    """The rows, and the part with none."""
    opened = _SHEET_DATA.search(content)
    if opened is None:
        raise _broken(name, "ingen sheetData", "no sheetData")
    start, prefix = opened.start(), opened[1]
    if opened[3]:
        return b"", content[:start] + _EMPTY + content[opened.end() :]
    closing = b"</" + prefix + b"sheetData"
    end = content.rfind(closing, opened.end())
    if end < 0:
        raise _broken(name, "avklippt mitt i raderna", "cut off amid the rows")
    body, after = content[opened.end() : end], content.find(b">", end) + 1
    if prefix:
        body = re.sub(rb"(</?)" + re.escape(prefix), rb"\1", body)
    _require_own(body, name)
    return body, content[:start] + _EMPTY + content[after:]


def _require_own(body: bytes, name: str) -> None:
    """Calamine takes a cell of any namespace for a cell; one that is not the workbook's own is refused."""
    begin = before = 0
    for found in _PREFIXED.finditer(body):
        # Searched for back to the last place only, so that a long text of such words does not cost its square.
        begin, before = max(begin, body.rfind(b"<", before, found.start())), found.start()
        if _TAG_START.match(body[begin : min(found.start(), begin + _LONG_PREFIX)]):
            tag = body[begin : found.end()].decode("utf-8", "replace")
            raise _broken(name, f"främmande element {shorten(tag)}", f"foreign element {shorten(tag)}")


def _area(text: str) -> Area | None:
    """ "B2:D3" as corners; None for whole rows or columns, which merge nothing that can be read."""
    found = _AREA.match(text)
    if found is None:
        return None
    first = int(found[2]) - 1, column_number(found[1].encode()) - 1
    last = (int(found[4]) - 1, column_number(found[3].encode()) - 1) if found[3] else first
    rows, columns = sorted((first[0], last[0])), sorted((first[1], last[1]))
    if rows[1] >= MAX_ROWS or columns[1] >= MAX_COLUMNS:
        return None
    return (rows[0], columns[0]), (rows[1], columns[1])


def _columns(attributes: Mapping[str, str]) -> range:
    numbers = [attributes.get(key, "") for key in ("min", "max")]
    if not all(number.isascii() and number.isdigit() and len(number) < 8 for number in numbers):
        return range(0)
    return range(max(int(numbers[0]) - 1, 0), min(int(numbers[1]), MAX_COLUMNS))


def _broken(part: str, found: str, found_en: str) -> BadValueError:
    return BadValueError(BROKEN_WORKBOOK, part=shorten(part), found=found, found_en=found_en)
