"""Tables as they are printed: every cell knows its id and, once asked, its value and its working."""

from collections.abc import Callable
from fractions import Fraction
from functools import cached_property

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.model.status import status_word
from styrmodell.model.table_spec import Note
from styrmodell.report.numbers import NumberStyle, format_figure

NOT_REPORTED = "ej rapporterat"


@define(kw_only=True, eq=False)
class Cell:
    """One figure of a table. Asking for its explanation is what computes it.

    Attributes:
        id: The cell id, "report@unit@period/table/row/column".
        open: Gives the explanation; None for a cell that is blank by nature.
        notes: Footnote marks at the figure.
    """

    id: str
    style: NumberStyle
    open: Callable[[], Explanation] | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def explanation(self) -> Explanation | None:
        """The value with its working; None for a cell that is blank by nature."""
        return self.open() if self.open is not None else None

    @cached_property
    def is_blank(self) -> bool:
        """Whether there is no figure by nature: nothing is printed, and nothing is missing."""
        return self.explanation is None or not self.explanation.is_applicable

    @property
    def is_missing(self) -> bool:
        """Whether there should be a figure but is none."""
        known = self.explanation
        told = known is not None and (known.status is not None or bool(known.counts))
        return not self.is_blank and self.figure is None and not told

    @property
    def figure(self) -> Fraction | None:
        """The figure in the printed unit, unrounded; a share in % is per cent (39.2)."""
        if self.explanation is None or self.explanation.exact is None:
            return None
        return self.style.scaled(self.explanation.exact)

    @cached_property
    def text(self) -> str:
        """What is printed, without marks; made once, whatever the number of formats."""
        if self.is_blank:
            return ""
        known = self.explanation
        if known is not None and (known.status is not None or known.counts):
            return value_words(known)
        exact = known.exact if known is not None else None
        return NOT_REPORTED if exact is None else format_figure(exact, self.style)


def value_words(explanation: Explanation) -> str:
    """The value of a rule that gives no figure: a status, or how many have each."""
    if explanation.status is not None:
        return status_word(explanation.status)
    return ", ".join(f"{count} {status_word(status).lower()}" for status, count in explanation.counts)


@frozen(kw_only=True)
class TableColumn:
    """A column as printed; *group* is the heading it shares with its neighbours."""

    key: str
    label: str
    group: str = ""
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class TableRow:
    """A row as printed: one cell a column, none for a heading row."""

    key: str
    label: str
    level: str = "body"
    notes: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()


@frozen(kw_only=True)
class Table:
    """A table ready to print.

    Attributes:
        id: The first part of its cells' ids: "report@unit@period/table".
        unit: The printed unit of most cells ("tkr"), for people's eyes.
    """

    id: str
    key: str
    caption: str
    row_header: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""
    notes: tuple[Note, ...] = field(default=())

    def cells(self) -> tuple[Cell, ...]:
        """Every cell, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The group headings with how many columns each spans; empty when no column has one."""
        spans: list[tuple[str, int]] = []
        for column in self.columns:
            if spans and spans[-1][0] == column.group:
                spans[-1] = (column.group, spans[-1][1] + 1)
            else:
                spans.append((column.group, 1))
        return tuple(spans) if any(name for name, _ in spans) else ()
