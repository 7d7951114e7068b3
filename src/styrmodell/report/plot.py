"""What the three writers draw of a chart: names, figures as floats and texts, and where each bar starts."""

from attrs import frozen

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle, unit_word
from styrmodell.report.table import Cell, TableCell, TableRow
from styrmodell.report.table_text import column_name


@frozen(kw_only=True)
class Point:
    """A point of a series; *value* is in the printed unit (per cent as 39.2), None where nothing is known."""

    value: float | None
    text: str
    cell: Cell | None = None


_WORDS = Point(value=None, text="")
_PLAIN = NumberStyle()


@frozen(kw_only=True)
class Series:
    """A row of points under one name."""

    name: str
    points: tuple[Point, ...]
    is_target: bool = False


@frozen(kw_only=True)
class Step:
    """A bar of a waterfall, from *start* to *end*; a total starts at 0."""

    name: str
    start: float
    end: float
    text: str
    is_total: bool


@frozen(kw_only=True)
class Plot:
    """A chart ready to draw.

    Attributes:
        unit: The printed unit of the first figure ("%", "tkr"), empty for plain counts.
        style: How its figures print.
        steps: The bars of a waterfall; empty for other kinds.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    style: NumberStyle
    steps: tuple[Step, ...] = ()


def plot_of(chart: Chart) -> Plot:
    """Lay out *chart*'s figures; asking for it computes them."""
    places, rows = chart.drawn_columns, chart.drawn_rows
    columns = [chart.table.columns[place] for place in places]
    names, keys = [column_name(column) for column in columns], [column.key for column in columns]
    grid = [[_point(row.cells[place]) for place in places] for row in rows]
    labels, row_keys = [row.label for row in rows], [row.key for row in rows]
    style = next((point.cell.style for line in grid for point in line if point.cell is not None), _PLAIN)
    if chart.by_column:
        grid = [list(line) for line in zip(*grid, strict=True)] if grid else [[] for _ in names]
        names, labels, keys, row_keys = labels, names, row_keys, keys
    is_waterfall = chart.kind is ChartKind.WATERFALL
    return Plot(
        categories=tuple(labels if is_waterfall and not chart.by_column else names),
        series=tuple(
            Series(name=label, points=tuple(line), is_target=key == chart.target)
            for label, line, key in zip(labels, grid, row_keys, strict=True)
        ),
        unit=unit_word(style.unit) if style.unit != "antal" else "",
        style=style,
        steps=_steps(chart, rows, places[0]) if is_waterfall else (),
    )


def _point(cell: TableCell) -> Point:
    """Words among the figures are a point without one."""
    return Point(value=printed_value(cell), text=cell.text, cell=cell) if isinstance(cell, Cell) else _WORDS


def printed_value(cell: Cell) -> float | None:
    """A figure in its printed unit as a float, for drawing: per cent as 39.2."""
    known = cell.explanation
    if known is None or known.exact is None:
        return None
    value = cell_value(known.exact, cell.style)
    return value * 100 if cell.style.percent else value


def _steps(chart: Chart, rows: tuple[TableRow, ...], column: int) -> tuple[Step, ...]:
    """A missing step is a step of nothing, and its text says that it is missing."""
    steps, at = list[Step](), 0.0
    for row in rows:
        cell = chart.cell(row, column)
        value = (printed_value(cell) if cell is not None else None) or 0.0
        is_total = row.level == "total"
        start, end = (0.0, value) if is_total else (at, at + value)
        steps.append(Step(name=row.label, start=start, end=end, text=cell.text if cell else "", is_total=is_total))
        at = end
    return tuple(steps)
