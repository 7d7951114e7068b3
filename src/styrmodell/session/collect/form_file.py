"""A form that came back: what it says it is, what it asked for, and who signed it off."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256

from attrs import evolve, frozen

from styrmodell.errors import TextError
from styrmodell.finding import Findings
from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Sheet, Workbook, read_workbook
from styrmodell.model.period import Period
from styrmodell.report.form.cover import COMMENT_WORD, DAY_WORD, DONE_WORD, ROLE_WORD, UNIT_WORD
from styrmodell.report.form.identity import FORM_FORMAT, HEADINGS, IDENTITY_SHEET, MARK
from styrmodell.report.form.object_identity import OBJECT_IDENTITY
from styrmodell.report.form.shown import SHOWN_SHEET
from styrmodell.session.collect.codes import NOT_A_FORM
from styrmodell.session.collect.names import Name, name_of
from styrmodell.session.collect.objects.form import AskedSheet, ChangedError, read_asked
from styrmodell.session.collect.shown import ShownCell, read_shown
from styrmodell.source import Source

_HEAD = frozenset(("formulär-id", "arbetsyta", "plan", "planår", "enhet", "enhetens namn", "period"))
# How many of a measure's unit one of a cell's may be: kr, tkr and mnkr in each other, and all else as it is.
_FACTORS = frozenset(str(Fraction(10) ** power) for power in (-6, -3, 0, 3, 6))


@frozen(kw_only=True)
class Field:
    """A cell that the form asked for, as its hidden sheet tells it; numbers as their cells held them."""

    sheet: str
    cell: str
    id: str
    measure: str
    unit: str
    period: str
    kind: str
    version: str
    members: tuple[tuple[str, str], ...]
    row: Name
    column: Name
    printed: str
    factor: str
    known: float | None
    last: float | None

    @property
    def what(self) -> str:
        """The cell in words: its row and column."""
        return f"{self.row.text}, {self.column.shown}"


@frozen(kw_only=True)
class SignOff:
    """What the first sheet's box says; *day* is None where there is no date to read.

    Attributes:
        unit: The unit's name as it is printed there.
        day_text: What stands in its place.
    """

    unit: str = ""
    role: str = ""
    day: date | None = None
    day_text: str = ""
    done: str = ""
    comment: str = ""

    def until(self, last: date) -> "SignOff":
        """The same without its day where that is after *last*: nobody has signed off then yet."""
        if self.day is None or self.day <= last:
            return self
        return evolve(self, day=None, day_text=f"{self.day.isoformat()} > {last.isoformat()}")


@frozen(kw_only=True)
class FormFile:
    """A form that was read.

    Attributes:
        head: What is told of the form as a whole: "formulär-id", "enhet", "period" …
        shown: The cells that are not filled in; none in a form that was made before they were told.
        sheets: All its sheets but those that tell what it is.
        objects: The sheets that ask for objects and texts.
    """

    file: str
    sha256: str
    head: Mapping[str, str]
    fields: tuple[Field, ...]
    shown: tuple[ShownCell, ...] = ()
    sheets: tuple[Sheet, ...]
    objects: tuple[AskedSheet, ...] = ()
    sign: SignOff

    @property
    def period(self) -> Period:
        """What it is of."""
        return Period.parse(self.head["period"])


def read_form(data: bytes, file: str) -> tuple[FormFile | None, Findings]:
    """Read a workbook that form wrote and somebody filled in.

    Returns:
        The form, or None with a finding (SM450, and those of workbooks that cannot be read).
    """
    book, told = read_workbook(data, file)
    if book is None:
        return None, told
    found, objects = _identity(book), _objects(book)
    if found is None or objects is None or not (found[1] or objects):
        shown = ", ".join(sheet.name for sheet in book.sheets)
        return None, Findings((*told, NOT_A_FORM.at(Source(file=file), sheets=shown)))
    head, fields = found
    sheets = tuple(sheet for sheet in book.sheets if sheet.name not in (IDENTITY_SHEET, SHOWN_SHEET, OBJECT_IDENTITY))
    form = FormFile(
        file=file,
        sha256=sha256(data).hexdigest(),
        head=head,
        fields=fields,
        shown=read_shown(book),
        sheets=sheets,
        objects=objects,
        sign=signed(sheets),
    )
    return form, told


def _objects(book: Workbook) -> tuple[AskedSheet, ...] | None:
    try:
        return read_asked(book)
    except ChangedError:
        return None


def _identity(book: Workbook) -> tuple[Mapping[str, str], tuple[Field, ...]] | None:
    """What the hidden sheet tells; None where there is none, or it is not as it was written."""
    sheets = [sheet for sheet in book.sheets if sheet.name == IDENTITY_SHEET]
    rows = [list(row) for row in sheets[0].grid.rows] if sheets else []
    if not rows or cell_text(rows[0][0]) != MARK or _text(rows[0], 1) != FORM_FORMAT:
        return None
    head, fields, is_head = dict[str, str](), list[Field](), True
    for row in rows:
        if _text(row, 0) == HEADINGS[0]:
            is_head = False
        elif is_head:
            head[_text(row, 0)] = _text(row, 1)
        elif (field := _field(row)) is not None:
            fields.append(field)
        elif any(_text(row, at) for at in range(len(row))):
            return None
    is_whole = head.keys() >= _HEAD and all(one.unit == head["enhet"] for one in fields)
    return (head, tuple(fields)) if is_whole and _is_period(head["period"]) else None


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except TextError:
        return False
    return True


def _text(row: list[object], place: int) -> str:
    return cell_text(row[place]) if place < len(row) else ""


def _field(row: list[object]) -> Field | None:
    texts = [_text(row, place) for place in range(len(HEADINGS))]
    sheet, cell, key, measure, unit, period, kind, version, members, *rest = texts
    try:
        row_name, column_name = name_of(rest[0:4]), name_of(rest[4:8])
        pairs = tuple(_pair(part) for part in members.split(";") if part)
    except ValueError:
        return None
    if rest[9] not in _FACTORS:
        return None
    return Field(
        sheet=sheet,
        cell=cell,
        id=key,
        measure=measure,
        unit=unit,
        period=period,
        kind=kind,
        version=version,
        members=pairs,
        row=row_name,
        column=column_name,
        printed=rest[8],
        factor=rest[9],
        known=_number(row, HEADINGS.index("förifyllt")),
        last=_number(row, HEADINGS.index("senast")),
    )


def _pair(text: str) -> tuple[str, str]:
    name, equals, member = text.partition("=")
    if not equals:
        raise ValueError(text)
    return name, member


def _number(row: list[object], place: int) -> float | None:
    cell = row[place] if place < len(row) else None
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None


def signed(sheets: Sequence[Sheet]) -> SignOff:
    """The box of the first sheet, wherever it now stands: each word with what stands to the right of it."""
    for sheet in sheets:
        found = dict(_beside(sheet.grid))
        if DONE_WORD in found and ROLE_WORD in found:
            day = found.get(DAY_WORD)
            return SignOff(
                unit=cell_text(found.get(UNIT_WORD)),
                role=cell_text(found[ROLE_WORD]),
                day=_day(day),
                day_text=cell_text(day),
                done=cell_text(found[DONE_WORD]),
                comment=cell_text(found.get(COMMENT_WORD)),
            )
    return SignOff()


def _beside(grid: Grid) -> Iterator[tuple[str, object]]:
    wanted = (UNIT_WORD, ROLE_WORD, DAY_WORD, DONE_WORD, COMMENT_WORD)
    for row in grid.rows:
        for place, cell in enumerate(row):
            if cell_text(cell) in wanted:
                right = (other for other in row[place + 1 :] if cell_text(other))
                yield cell_text(cell), next(right, "")
                break


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return date.fromisoformat(cell_text(cell))
    except ValueError:
        return None
