"""Charts: which rows and columns of a table are drawn, and how. One definition serves Excel, Word and HTML.

A chart draws a table, so every point is a figure with an id and a working, and a reader who does not see the
picture has the table.
"""

from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import slug
from styrmodell.report.status_mark import Tone
from styrmodell.report.table import Cell, ColumnKind, Table, TableRow


class ChartKind(Enum):
    """How figures are drawn."""

    BAR = "bar"
    STACKED = "stacked"
    LINE = "line"
    WATERFALL = "waterfall"


@frozen(kw_only=True)
class Chart:
    """A chart of a table's figures.

    Each row of the table is a series and each column a category; *by_column* turns that round. A waterfall has one
    column: rows of the level "total" stand on the axis, the others are steps from one to the next.

    Attributes:
        key: Part of ids; letters, digits and hyphens.
        alt: What the chart shows, in a sentence, for those who do not see it. Required.
        rows: Keys of the rows drawn; empty for all that hold figures.
        columns: Keys of the columns drawn; empty for all that hold figures.
        target: Key of the row (or column, *by_column*) that is drawn as the target: a line across.

    Raises:
        ValueError: No text in *alt*, an unknown row or column, a waterfall of several columns.
    """

    key: str
    kind: ChartKind
    title: str
    alt: str
    table: Table
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    by_column: bool = False
    target: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError(f"chart {self.key!r} has no text in alt; say in a sentence what it shows")
        if self.key != slug(self.key):
            raise ValueError(f"chart key {self.key!r}: letters a-z, digits and hyphens")
        names = {row.key for row in self.table.rows} | {column.key for column in self.table.columns}
        unknown = [name for name in (*self.rows, *self.columns, self.target) if name and name not in names]
        if unknown:
            raise ValueError(f"chart {self.key!r}: table {self.table.key!r} has no {', '.join(unknown)}")
        if self.kind is ChartKind.WATERFALL and len(self.drawn_columns) != 1:
            raise ValueError(f"chart {self.key!r}: a waterfall draws one column, not {len(self.drawn_columns)}")

    @property
    def drawn_columns(self) -> tuple[int, ...]:
        """Places of the columns drawn among the table's, counted from 0, in order."""
        figure, chosen = ColumnKind.FIGURE, self.columns
        return tuple(
            [
                place
                for place, column in enumerate(self.table.columns)
                if column.kind is figure and (not chosen or column.key in chosen)
            ]
        )

    @property
    def drawn_rows(self) -> tuple[TableRow, ...]:
        """The rows drawn, in order."""
        chosen = self.rows
        return tuple([row for row in self.table.rows if row.cells and (not chosen or row.key in chosen)])

    def cell(self, row: TableRow, column: int) -> Cell | None:
        """The figure at *row* and *column*; None where there are words."""
        found = row.cells[column]
        return found if isinstance(found, Cell) else None


@frozen(kw_only=True)
class MatrixItem:
    """Something placed in a matrix: a risk, by its number or short name.

    Attributes:
        across: Step on the scale along the foot (likelihood), counted from 1.
        up: Step on the scale along the side (consequence), counted from 1.
    """

    label: str
    name: str
    across: int
    up: int


@frozen(kw_only=True)
class Matrix:
    """A risk matrix: likelihood across, consequence upwards, each item in its square.

    Attributes:
        across: Words of the scale along the foot, from the lowest step.
        up: Words of the scale along the side, from the lowest step.
        fair: Products of the two steps from this number on are yellow.
        bad: Products of the two steps from this number on are red.

    Raises:
        ValueError: No text in *alt*, no steps, an item outside the scales.
    """

    key: str
    title: str
    alt: str
    across_title: str
    up_title: str
    across: tuple[str, ...]
    up: tuple[str, ...]
    items: tuple[MatrixItem, ...] = field(default=())
    fair: int = 5
    bad: int = 12

    def __attrs_post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError(f"matrix {self.key!r} has no text in alt; say in a sentence what it shows")
        if not self.across or not self.up:
            raise ValueError(f"matrix {self.key!r}: a scale has no steps")
        for item in self.items:
            if not (1 <= item.across <= len(self.across) and 1 <= item.up <= len(self.up)):
                raise ValueError(f"matrix {self.key!r}: {item.label!r} stands outside the scales")

    @staticmethod
    def step(number: int, word: str) -> str:
        """Step *number* of a scale with its *word*, as printed: "3. Trolig"; the number alone where it has no word."""
        return word if word == str(number) else f"{number}. {word}"

    def tone(self, across: int, up: int) -> Tone:
        """The tone of the square at the steps *across* and *up*, counted from 1."""
        size = across * up
        return Tone.BAD if size >= self.bad else Tone.FAIR if size >= self.fair else Tone.GOOD

    def at(self, across: int, up: int) -> tuple[MatrixItem, ...]:
        """What stands in the square at the steps *across* and *up*, counted from 1, in the order given."""
        return tuple(item for item in self.items if (item.across, item.up) == (across, up))
