"""Tables as they are printed: every cell knows its id and, once asked, its value and its working."""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.model.status import Status, status_word
from styrmodell.model.table_spec import Note
from styrmodell.report.numbers import NumberStyle, format_figure
from styrmodell.report.status_mark import Tone, status_mark

NOT_REPORTED = "ej rapporterat"
NOT_APPLICABLE = "ej aktuellt"
NEW_MEASURE = "nytt mått"
CROSS = "X"


class ColumnKind(Enum):
    """What stands in a column, and so how it is aligned and how wide it is."""

    FIGURE = "figure"
    COUNT = "count"
    TEXT = "text"
    MARK = "mark"
    STATUS = "status"
    RATING = "rating"
    DATE = "date"
    TREND = "trend"


# What is set to the right: amounts, and how many there are of something.
NUMBERS = (ColumnKind.FIGURE, ColumnKind.COUNT)


@define(kw_only=True, eq=False)
class Cell:
    """One figure of a table. Asking for its explanation is what computes it.

    Attributes:
        id: The cell id, "report@unit@period/table/row/column".
        open: Gives the explanation; None for a cell that is blank by nature.
        notes: Footnote marks at the figure.
        absent: What is printed where there should be a figure but is none: "ej rapporterat", "nytt mått".
    """

    id: str
    style: NumberStyle
    open: Callable[[], Explanation] | None = None
    notes: tuple[str, ...] = ()
    absent: str = NOT_REPORTED

    @cached_property
    def explanation(self) -> Explanation | None:
        """The value with its working; None for a cell that is blank by nature."""
        return self.open() if self.open is not None else None

    @cached_property
    def is_blank(self) -> bool:
        """Whether there is no figure by nature: nothing is printed, and nothing is missing."""
        return self.explanation is None or not (self.explanation.is_applicable or self.is_said_not_applicable)

    @property
    def is_said_not_applicable(self) -> bool:
        """Whether somebody reported that there is nothing to report, where there might have been."""
        return self.explanation is not None and self.explanation.is_told_blank

    @property
    def status(self) -> Status | None:
        """The status, where that is what the figure is; else None."""
        return self.explanation.status if self.explanation is not None and self.explanation.exact is None else None

    @property
    def tone(self) -> Tone | None:
        """The tone of its status; None where it has none."""
        return status_mark(self.status).tone if self.status is not None else None

    @property
    def is_missing(self) -> bool:
        """Whether there should be a figure but is none."""
        known = self.explanation
        told = known is not None and (known.status is not None or bool(known.counts))
        return not self.is_blank and not self.is_said_not_applicable and self.figure is None and not told

    @property
    def figure(self) -> Fraction | None:
        """The figure in the printed unit, unrounded; a share in per cent (39.2). None where it is missing or blank."""
        if self.explanation is None or self.explanation.exact is None:
            return None
        return self.style.scaled(self.explanation.exact)

    @cached_property
    def text(self) -> str:
        """What is printed, without marks; made once, whatever the number of formats."""
        if self.is_blank:
            return ""
        if self.is_said_not_applicable:
            return NOT_APPLICABLE
        known = self.explanation
        if known is not None and (known.status is not None or known.counts):
            return value_words(known) if known.status is None else status_mark(known.status).text
        exact = known.exact if known is not None else None
        return self.absent if exact is None else format_figure(exact, self.style)


@frozen(kw_only=True)
class TextCell:
    """Words in a table: a name, a cross, a rating, a status, a date, or how many there are of something.

    Attributes:
        kind: What it is, where it differs from what stands in the rest of its column.
        status: The status it tells, if it does.
        tone: The tone of a status or a rating.
        number: How many, where it is a count.
    """

    id: str
    text: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    status: Status | None = None
    tone: Tone | None = None
    notes: tuple[str, ...] = ()
    number: int | None = None

    @property
    def explanation(self) -> None:
        """Words are not computed."""
        return None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text

    @property
    def is_missing(self) -> bool:
        """Never: an empty text is no missing figure."""
        return False


@define(kw_only=True, eq=False)
class TrendCell:
    """How a row has moved, drawn as a small line (sparkline).

    Attributes:
        points: The figures it is drawn through, oldest first.
    """

    id: str
    points: tuple[Cell, ...]
    notes: tuple[str, ...] = ()

    @property
    def explanation(self) -> None:
        """Each point has its own."""
        return None

    @property
    def is_blank(self) -> bool:
        """Whether fewer than two figures are known: there is nothing to draw."""
        return len([point for point in self.points if point.figure is not None]) < 2

    @property
    def is_missing(self) -> bool:
        """Never: the points themselves say what is missing."""
        return False

    @property
    def status(self) -> None:
        """A course is no status."""
        return None

    @property
    def tone(self) -> None:
        """A course is neither good nor bad."""
        return None

    @cached_property
    def text(self) -> str:
        """The course in words, read aloud in place of the line: "från 3,1 till 4,2"."""
        known = [point for point in self.points if point.figure is not None]
        return f"från {known[0].text} till {known[-1].text}" if len(known) > 1 else ""


TableCell: TypeAlias = Cell | TextCell | TrendCell


def value_words(explanation: Explanation) -> str:
    """The value of a rule that gives no figure: a status, or how many have each."""
    if explanation.status is not None:
        return status_word(explanation.status)
    return ", ".join(f"{count} {status_word(status).lower()}" for status, count in explanation.counts)


@frozen(kw_only=True)
class TableColumn:
    """A column as printed; *group* is the heading it shares with its neighbours.

    Attributes:
        choices: The only words that may stand in it: a value list of the profile.
    """

    key: str
    label: str
    group: str = ""
    notes: tuple[str, ...] = ()
    kind: ColumnKind = ColumnKind.FIGURE
    choices: tuple[str, ...] = ()


@frozen(kw_only=True)
class TableRow:
    """A row as printed: one cell a column, none for a heading row.

    Attributes:
        level: "body", "sub", "total" or "heading".
        group: Heading that neighbours with the same text share, in the column before the labels.
    """

    key: str
    label: str
    level: str = "body"
    notes: tuple[str, ...] = ()
    cells: tuple[TableCell, ...] = ()
    group: str = ""


@frozen(kw_only=True)
class Table:
    """A table ready to print.

    Attributes:
        id: The first part of its cells' ids: "report@unit@period/table".
        unit: The printed unit of most cells ("tkr"), for people's eyes.
        group_header: Heading over the groups of rows.
        sheet: What its sheet is called in a workbook of several; empty takes the caption.
        signs: What the signs of its signed figures mean, where they are no deviations.
    """

    id: str
    key: str
    caption: str
    row_header: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""
    notes: tuple[Note, ...] = field(default=())
    group_header: str = ""
    sheet: str = ""
    signs: str = ""

    def cells(self) -> tuple[Cell, ...]:
        """Every figure, row by row."""
        return tuple([cell for row in self.rows for cell in row.cells if isinstance(cell, Cell)])

    @property
    def has_groups(self) -> bool:
        """Whether rows are grouped in a column of their own, before the labels."""
        return any(row.group for row in self.rows)

    def row_spans(self) -> tuple[int, ...]:
        """For each row, over how many rows its group's cell reaches: 0 where the row above already holds it."""
        spans = [0] * len(self.rows)
        first = 0
        for place, row in enumerate(self.rows):
            joins = place and row.cells and row.group and row.group == self.rows[first].group and self.rows[first].cells
            first = first if joins else place
            spans[first] += 1
        return tuple(spans)

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The texts of the group headings, each with how many columns it spans; empty when no column has one."""
        spans: list[tuple[str, int]] = []
        for column in self.columns:
            if spans and spans[-1][0] == column.group:
                spans[-1] = (column.group, spans[-1][1] + 1)
            else:
                spans.append((column.group, 1))
        return tuple(spans) if any(name for name, _ in spans) else ()
