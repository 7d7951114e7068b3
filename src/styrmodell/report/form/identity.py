"""The sheet that nobody sees: what the form is, and what each cell to fill in is. Reading it back needs no address."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from styrmodell.aggregation.key import Key
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.text import visible
from styrmodell.report.form.content import FormHead
from styrmodell.report.form.inputs import Input
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle

IDENTITY_SHEET = "styrmodell"
MARK = "styrmodell formulär"
FORM_FORMAT = "1"
HEADINGS = (
    "blad", "cell", "cell-id", "mått", "enhet", "period", "typ", "version", "medlemmar",
    "radgrupp", "rad", "rad nr", "rad av", "kolumngrupp", "kolumn", "kolumn nr", "kolumn av",
    "skrivs i", "faktor", "förifyllt", "senast",
)  # fmt: skip


@frozen(kw_only=True)
class Heading:
    """How a row or a column is known again: its group and text, and which of how many of that name it is."""

    group: str
    text: str
    number: int
    count: int


@frozen(kw_only=True)
class Entry:
    """A cell to fill in, where it stands and how it is known again."""

    id: str
    address: Address
    input: Input
    style: NumberStyle
    row: Heading
    column: Heading


def headings(texts: Sequence[tuple[str, str]]) -> tuple[Heading, ...]:
    """A Heading for each (group, text)."""
    found: list[Heading] = []
    for place, (group, text) in enumerate(texts):
        number = texts[:place].count((group, text)) + 1
        found.append(Heading(group=group, text=text, number=number, count=texts.count((group, text))))
    return tuple(found)


def write_identity(sheet: Sheet, head: FormHead, entries: Sequence[Entry]) -> None:
    """Write it all as text, row by row; known figures are numbers, as their cells hold them."""
    sheet.very_hidden()
    sheet.protect()
    row = 0
    for name, text in head_rows(head):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, visible(text))
        row += 1
    row += 1
    for column, text in enumerate(HEADINGS):
        sheet.write_string(row, column, text)
    for entry in entries:
        row += 1
        for column, cell in enumerate(_cells(entry)):
            if isinstance(cell, float):
                sheet.write_number(row, column, cell)
            elif cell:
                sheet.write_string(row, column, visible(cell))


def head_rows(head: FormHead) -> Iterator[tuple[str, str]]:
    """What is told of the form as a whole."""
    yield MARK, FORM_FORMAT
    yield "formulär-id", head.id
    yield "arbetsyta", head.workspace
    yield "plan", head.plan
    yield "planår", head.year
    yield "rapporter", ", ".join(head.reports)
    yield "tabeller", ", ".join(head.tables)
    yield "enhet", head.unit
    yield "enhetens namn", head.unit_name
    yield "period", head.period.text
    yield "gjort", head.as_of.isoformat()
    yield "senast", head.due.isoformat() if head.due is not None else ""


def _cells(entry: Entry) -> tuple[str | float, ...]:
    key, style = entry.input.key, entry.style
    return (
        entry.address.sheet,
        entry.address.text,
        entry.id,
        *_key_cells(key),
        *_heading_cells(entry.row),
        *_heading_cells(entry.column),
        style.unit,
        str(style.factor if not style.percent else Fraction(1)),
        cell_value(entry.input.known, style) if entry.input.known is not None else "",
        cell_value(entry.input.last, style) if entry.input.last is not None else "",
    )


def _key_cells(key: Key) -> tuple[str, ...]:
    members = ";".join(f"{name}={member}" for name, member in key.dims)
    return (key.measure, key.unit, key.period.text, key.kind.value, key.version, members)


def _heading_cells(heading: Heading) -> tuple[str, ...]:
    return (heading.group, heading.text, str(heading.number), str(heading.count))
