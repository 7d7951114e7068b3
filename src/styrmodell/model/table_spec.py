"""Table definitions: which figures stand where, as plain data."""

from attrs import field, frozen

from styrmodell.model.expression import Expression
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.source import Source


@frozen(kw_only=True)
class Note:
    """A note under a table.

    Attributes:
        mark: What stands at the figure or label it belongs to ("1)", "*)"); empty for a general remark.
    """

    mark: str = ""
    text: str


@frozen(kw_only=True)
class Row:
    """A row of a table.

    Attributes:
        key: Part of the cell id.
        cell: What the row shows, evaluated in every column; None makes it a heading inside the table.
        level: "body", "sub" (a part of the row above, indented), "total" or "heading".
        unit: Printed unit where it differs from the table's ("%", "tkr", "kr/inv").
        decimals: Printed decimals where they differ from the table's.
        only: Keys of the columns in which the row has a cell; empty for all. Elsewhere it is blank by nature.
        notes: Marks that stand after the label.
        cell_notes: (column key, mark) of marks at single figures.
        group: Heading that neighbouring rows with the same text share, in a column of its own to the left.
        texts: (column key, text) for columns of text.
        signed: Whether plus signs are printed too: a deviation.
        by_column: (column key, expression) of what the row shows in single columns instead: a column of all that was
            spent before, or of a row's own sum. Of the forms of a cell it is the first that counts.
    """

    key: str
    label: str
    cell: Expression | None = None
    level: str = "body"
    unit: str = ""
    decimals: int | None = None
    only: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cell_notes: tuple[tuple[str, str], ...] = ()
    group: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    signed: bool = False
    by_column: tuple[tuple[str, Expression], ...] = ()
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class Column:
    """A column: a selection of period, kind, version and members, or a formula over columns.

    Attributes:
        key: Part of the cell id; "{year}" becomes the column's year ("budget-{year}.netto").
        label: Heading; "{year}" likewise.
        group: Heading above, shared by neighbours with the same text; "{year}" likewise.
        period: A period, or a whole number of years from the plan's; None is the report's own period.
        kind: None takes outcome.
        cell: A formula over columns; only − , / and Change. Where it meets a row's expression, it wins.
        is_text: Whether the column holds the rows' texts and no figures.
        signed: Whether plus signs are printed too: a deviation.
    """

    key: str
    label: str
    group: str = ""
    period: Period | int | None = None
    kind: Kind | None = None
    version: str = ""
    dims: Dims = ()
    notes: tuple[str, ...] = ()
    cell: Expression | None = None
    is_text: bool = False
    signed: bool = False
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class Trend:
    """A last column that draws how each row has moved (sparkline).

    Attributes:
        columns: Keys of the columns it is drawn over, oldest first; at least two.
    """

    columns: tuple[str, ...]
    label: str = "Utveckling"


@frozen(kw_only=True)
class TableSpec:
    """A table of figures.

    Attributes:
        key: Part of the cell id.
        row_header: Heading over the row labels.
        scale: "unit" prints figures in the measure's unit; "tkr" and "mnkr" print money in those.
        decimals: Printed decimals of every row that does not say its own; None takes the measure's.
        notes: Notes under the table, in print order.
        group_header: Heading over the groups of rows, where rows have any.
        trend: Draws each row's course in a last column.
        sheet: What its sheet is called in a workbook of several; empty takes the caption.
    """

    key: str
    caption: str
    row_header: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    scale: str = "unit"
    decimals: int | None = None
    notes: tuple[Note, ...] = ()
    group_header: str = ""
    trend: Trend | None = None
    sheet: str = ""
    source: Source = field(default=Source(), eq=False)
