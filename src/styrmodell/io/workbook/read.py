"""Workbooks: the bytes of an .xlsx or .xlsm file become grids of cells, and nothing is lost silently."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from attrs import define, field, frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.engines import calamine_engine
from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.tables.codes import SHEET_TOO_LARGE
from styrmodell.io.tables.grid import MAX_CELLS, Grid, letters
from styrmodell.io.workbook.codes import (
    BROKEN_WORKBOOK,
    NOT_A_WORKBOOK,
    SKIPPED_SHEET,
    UNREADABLE_SHEET,
    UNSAFE_PACKAGE,
)
from styrmodell.io.workbook.file_kind import kind_of_names
from styrmodell.io.workbook.grid import GridMaker
from styrmodell.io.workbook.package import sheet_name, write_package
from styrmodell.io.workbook.parts import (
    BookEntry,
    Relation,
    SheetEntry,
    Styles,
    part_of,
    read_book,
    read_relations,
    read_styles,
)
from styrmodell.io.workbook.scan import Place, SheetScan, area, scan_sheet
from styrmodell.io.workbook.strings import LONG_TEXT_BYTES, LONG_TEXT_WEIGHT, MAX_TEXT_BYTES, SharedStrings
from styrmodell.io.workbook.xml import SheetXml, read_sheet_xml
from styrmodell.io.workbook.zip_guard import ZipParts, open_zip

_MAIN = "xl/workbook.xml"
_BINARY = "xl/workbook.bin"
# A large sheet of cells that hold more than figures and words is nothing but long texts.
_LARGE_BYTES = 50_000_000


class SheetState(Enum):
    """Whether a sheet is seen in Excel; very hidden ones can only be shown by a macro."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@frozen(kw_only=True)
class Sheet:
    """A worksheet.

    Attributes:
        grid: Its cells, from the first filled row and column.
        hidden_columns: Indexes of hidden columns in the grid's rows.
    """

    name: str
    state: SheetState = SheetState.VISIBLE
    grid: Grid
    hidden_columns: frozenset[int] = frozenset()


@frozen(kw_only=True)
class Workbook:
    """The worksheets of a file in its order; those that could not be read are told and left out."""

    file: str
    sheets: tuple[Sheet, ...]


@frozen(kw_only=True)
class _Pending:
    """A sheet that calamine has yet to read."""

    entry: SheetEntry
    xml: SheetXml
    scan: SheetScan


def read_workbook(data: bytes, file: str) -> tuple[Workbook | None, Findings]:
    """Read the cells of a workbook.

    Args:
        data: The whole file.
        file: Its path relative to the workspace, for sources and findings.

    Returns:
        The worksheets, or None when there is no workbook to read. Numbers are floats, percentages shares of one;
        a date with time 00:00 may come as a date, a serial below 1 as a time. Findings: SM114, SM140 to SM150.
        Never raises for content; time and memory are bounded by the guard's limits and MAX_CELLS a sheet.
    """
    parts, told = open_zip(data, file)
    if parts is None:
        return None, told
    problems = Problems(file)
    try:
        with paused_collector():
            sheets = _Reader(parts=parts, file=file, problems=problems).sheets()
    except BadValueError as bad:
        problems.add_bad(bad, "")
        return None, problems.findings()
    return Workbook(file=file, sheets=sheets), problems.findings()


@define(kw_only=True)
class _Reader:
    parts: ZipParts
    file: str
    problems: Problems
    _seen: set[str] = field(factory=set)

    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets that can be read."""
        main, book = self._book()
        relations = read_relations(self.parts, main)
        styles_part, strings_part = self._shared(relations, "styles"), self._shared(relations, "sharedStrings")
        styles = read_styles(styles_part, "styles.xml")
        found = [self._pending(entry, relations.get(entry.relation), styles) for entry in book.sheets]
        strings = SharedStrings(strings_part)
        pending = self._with_room([one for one in found if one is not None], strings)
        if not pending:
            return ()
        bodies = [item.scan.body for item in pending]
        package = write_package(bodies, styles_part, strings_part, from_1904=book.from_1904)
        del bodies
        engine = _asked(BROKEN_WORKBOOK, lambda: calamine_engine().load_workbook(package))
        made = [self._sheet(engine, index, item, strings) for index, item in enumerate(pending)]
        return tuple(sheet for sheet in made if sheet is not None)

    def _book(self) -> tuple[str, BookEntry]:
        """The workbook part's name and what it says."""
        targets = [item.target for item in read_relations(self.parts, "").values() if item.kind == "officeDocument"]
        main = targets[0] if targets else _MAIN
        content = None if _BINARY in self.parts.entries else part_of(self.parts, main)
        book = read_book(content, main) if content is not None else None
        if book is None:
            found, found_en = kind_of_names(self.parts.names())
            raise BadValueError(NOT_A_WORKBOOK, found=found, found_en=found_en)
        return main, book

    def _shared(self, relations: Mapping[str, Relation], kind: str) -> bytes | None:
        """The part that all sheets share; a workbook without it is sound, one that only lost it is told."""
        targets = [item.target for item in relations.values() if item.kind == kind] or [f"xl/{kind}.xml"]
        content = part_of(self.parts, targets[0])
        if content is None and any(item.kind == kind for item in relations.values()):
            self.problems.add(
                BROKEN_WORKBOOK, "", part=shorten(targets[0]), found="delen saknas", found_en="the part is missing"
            )
        return content

    def _pending(self, entry: SheetEntry, relation: Relation | None, styles: Styles) -> _Pending | None:
        """A sheet with what its XML tells; None, and told, when it is none or cannot be read."""
        try:
            xml = read_sheet_xml(self._content(relation), relation.target if relation else "")
            scan = scan_sheet(xml.body, styles, MAX_CELLS)
            if area(scan.first, scan.last) > MAX_CELLS:
                raise _too_large(scan)
        except BadValueError as bad:
            self.problems.add_bad(bad, entry.name)
            return None
        return _Pending(entry=entry, xml=xml, scan=scan)

    def _with_room(self, pending: list[_Pending], strings: SharedStrings) -> list[_Pending]:
        """The sheets whose text memory has room for; the others are told (SM142)."""
        if sum(strings.at_most(item.xml.body) + _only_text(item.xml.body) for item in pending) <= MAX_TEXT_BYTES:
            return pending
        kept, taken = list[_Pending](), 0
        for item in pending:
            size = strings.taken_by(item.xml.body) + _only_text(item.xml.body)
            if taken + size <= MAX_TEXT_BYTES:
                kept.append(item)
                taken += size
            else:
                self.problems.add_bad(_too_much_text(taken + size), item.entry.name)
        return kept

    def _content(self, relation: Relation | None) -> bytes:
        """The part of a sheet; raises BadValueError when there is none or it is no worksheet."""
        if relation is None:
            raise BadValueError(BROKEN_WORKBOOK, part="", found="bladet saknar del", found_en="the sheet has no part")
        if relation.kind != "worksheet":
            found, found_en = _kind(relation.kind)
            raise BadValueError(SKIPPED_SHEET, found=found, found_en=found_en)
        name = relation.target.casefold()
        content = None if name in self._seen else part_of(self.parts, name)
        if content is None:
            found, found_en = ("delen saknas", "the part is missing")
            if name in self._seen:
                found, found_en = ("delen är redan ett annat blad", "the part is another sheet already")
            raise BadValueError(BROKEN_WORKBOOK, part=shorten(name), found=found, found_en=found_en)
        self._seen.add(name)
        return content

    def _sheet(self, engine: Any, index: int, item: _Pending, strings: SharedStrings) -> Sheet | None:
        name = item.entry.name
        try:
            given = _asked(UNREADABLE_SHEET, lambda: engine.get_sheet_by_name(sheet_name(index)))
            rows = _asked(UNREADABLE_SHEET, given.to_python)
            grid = self._grid(item, strings, rows, given.start or (0, 0))
        except BadValueError as bad:
            self.problems.add_bad(bad, name)
            return None
        hidden = (column - grid.first_column for column in item.xml.hidden_columns)
        return Sheet(
            name=name,
            state=_state(item.entry.state),
            grid=grid,
            hidden_columns=frozenset(column for column in hidden if 0 <= column < grid.width()),
        )

    def _grid(self, item: _Pending, strings: SharedStrings, rows: list[list[Any]], first: Place) -> Grid:
        return GridMaker(
            file=self.file,
            sheet=item.entry.name,
            xml=item.xml,
            scan=item.scan,
            strings=strings,
            rows=rows,
            first=first,
            problems=self.problems,
        ).make()


def _asked(code: Any, call: Callable[[], Any]) -> Any:
    """What calamine answers; whatever stops it, a panic too, becomes a finding of kind *code*."""
    try:
        return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        reason = shorten(str(error) or type(error).__name__)
        raise BadValueError(
            code, part="", found=f"läsaren stannade: {reason}", found_en=f"the reader stopped: {reason}"
        ) from error


def _only_text(body: bytes) -> int:
    """The size, weighed, of a large sheet of cells that hold more than figures and words; of any other 0."""
    is_text = len(body) > _LARGE_BYTES and len(body) > LONG_TEXT_BYTES * body.count(b"<c")
    return len(body) * LONG_TEXT_WEIGHT if is_text else 0


def _too_much_text(size: int) -> BadValueError:
    found, limit = (f"{number // LONG_TEXT_WEIGHT // 1_000_000} MB" for number in (size, MAX_TEXT_BYTES))
    return BadValueError(
        UNSAFE_PACKAGE,
        part="",
        found=f"{found} långa texter",
        found_en=f"{found} of long texts",
        limit=limit,
        limit_en=limit,
    )


def _too_large(scan: SheetScan) -> BadValueError:
    def address(place: Place) -> str:
        return f"{letters(place[1])}{place[0] + 1}"

    return BadValueError(
        SHEET_TOO_LARGE, first=address(scan.first), last=address(scan.last), limit=f"{MAX_CELLS:,}".replace(",", " ")
    )


def _state(word: str) -> SheetState:
    return next((state for state in SheetState if state.value == word), SheetState.VISIBLE)


def _kind(word: str) -> tuple[str, str]:
    if word == "chartsheet":
        return ("ett diagramblad", "a chart sheet")
    if word == "dialogsheet":
        return ("ett dialogblad", "a dialog sheet")
    return ("ett makroblad eller liknande", "a macro sheet or the like")
