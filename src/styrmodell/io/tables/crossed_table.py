"""Crossed tables, as offices keep them: figures side by side under years and groups, labels before them."""

from collections.abc import Callable, Mapping

from attrs import evolve

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import Crossed, TableFormat
from styrmodell.io.tables.crossed_rows import CrossedRow, CrossedRows, RowKind, group_rows
from styrmodell.io.tables.find_table import FoundTable, table_findings
from styrmodell.io.tables.label_reader import LabelReader
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.sheet_columns import column_name, dimensions_of
from styrmodell.io.tables.sheet_observations import make_reader
from styrmodell.io.tables.sheet_rows import Skip
from styrmodell.io.tables.spread_columns import crossed_columns, spread_heading_test, unpivoted_columns
from styrmodell.io.tables.spread_figures import STATED, SpreadFigures, SpreadRow
from styrmodell.io.tables.spread_total import tell_totals
from styrmodell.io.tables.totals import total_groups
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

Result = tuple[tuple[Observation, ...], Findings]


def crossed_heading_test(
    measures: Mapping[MeasureId, Measure], names: TableNames, table: TableFormat
) -> Callable[[str], bool]:
    """Whether a text is a heading of the table that *table* declares, crossed or to be unpivoted; for find_table."""
    readers = _readers(table, names)
    dimensions = dimensions_of(measures)
    if table.crossed is not None:
        return spread_heading_test(readers, lambda _: False)
    return spread_heading_test(readers, lambda text: bool(column_name(text, dimensions, names, table.columns)))


def _readers(table: TableFormat, names: TableNames) -> tuple[LabelReader, ...]:
    """Readers of the heading rows."""
    crossed = table.crossed
    if crossed is None:
        return (LabelReader.of(table.unpivot, names),)
    return tuple(LabelReader.of(word, names, crossed.names) for word in crossed.headings)


def _label_readers(crossed: Crossed, names: TableNames) -> tuple[LabelReader, LabelReader | None]:
    """Readers of the labels of rows and of sections."""
    labels = LabelReader.of(crossed.rows, names, crossed.names)
    return labels, LabelReader.of(crossed.sections, names, crossed.names) if crossed.sections else None


def declaration_faults(table: TableFormat, names: TableNames) -> Findings:
    """Words in a block's *crossed* or *unpivot* that are no fields and no dimensions (SM121)."""
    problems = Problems(table.source.file)
    try:
        if table.crossed is not None or table.unpivot:
            _readers(table, names)
        if table.crossed is not None:
            _label_readers(table.crossed, names)
    except BadValueError as bad:
        problems.add_bad(bad, table.source.place)
    return problems.findings()


def crossed_observations(
    found: FoundTable,
    *,
    measures: Mapping[MeasureId, Measure],
    format: SourceFormat,
    names: TableNames,
    table: TableFormat,
) -> Result:
    """Read a crossed table: one observation a figure, and none for a blank cell.

    Args:
        found: The table, with as many heading rows as the block declares.
        measures: Id → measure.
        format: Notation of figures that are text, scale and sign.
        names: The names that labels may be, and the members that are sums of others.
        table: The block; its *crossed* says what the labels hold. It has no declaration_faults.

    Returns:
        The observations without fault, each with its cell as place; and every fault with its cell. Totals are
        compared with their rows (SM165) and not returned, or returned as stated figures when the block says so.
    """
    crossed = table.crossed
    assert crossed is not None
    readers, (labels, headed) = _readers(table, names), _label_readers(crossed, names)
    problems = Problems(found.grid.file)
    columns = crossed_columns(found, readers, table, problems)
    rows = CrossedRows(found=found, columns=columns, labels=labels, headed=headed, names=names, problems=problems)
    understood = rows.read()
    fields = (*labels.fields, *(headed.fields if headed else ()))
    figures = SpreadFigures.make(found, columns, table, fields, problems, make_reader(found, measures, format, names))
    observations: tuple[Observation, ...] = ()
    if figures is not None:
        with paused_collector(), exact():
            observations = _figures(figures, understood, crossed)
    told = evolve(found, skipped=(*found.skipped, *((index, Skip.TEXT) for index in rows.texts)))
    return observations, Findings.gather(table_findings(told, labels=columns.labels), problems.findings())


def _figures(figures: SpreadFigures, rows: tuple[CrossedRow, ...], crossed: Crossed) -> tuple[Observation, ...]:
    """The figures of the rows, and of the totals where they are wanted as stated."""
    data = (SpreadRow(index=row.index, cells=row.key) for row in rows if row.kind is RowKind.DATA and row.key)
    read = figures.read(data)
    totals = [row for row in rows if row.kind is RowKind.TOTAL]
    for total in totals:
        tell_totals(figures, total.index, group_rows(rows, total), read)
    stated = _stated(figures, totals) if crossed.is_stated else {}
    figures.tell()
    both = {**read, **stated}
    return tuple(both[cell] for cell in sorted(both))


def _stated(figures: SpreadFigures, totals: list[CrossedRow]) -> Mapping[tuple[int, int], Observation]:
    for row in totals:
        if row.key is None:
            figures.refuse_label(row.index, row.label)
    return figures.read(
        SpreadRow(index=row.index, cells=row.key, state=STATED) for row in totals if row.key is not None
    )


def unpivoted_observations(
    found: FoundTable,
    *,
    measures: Mapping[MeasureId, Measure],
    format: SourceFormat,
    names: TableNames,
    table: TableFormat,
) -> Result:
    """Read a table whose headings are fields and, side by side, what *unpivot* says: periods, members …

    Takes and returns what crossed_observations does.
    """
    problems = Problems(found.grid.file)
    columns = unpivoted_columns(found, LabelReader.of(table.unpivot, names), table, dimensions_of(measures), problems)
    fields = tuple(columns.plain.values())
    figures = SpreadFigures.make(found, columns, table, fields, problems, make_reader(found, measures, format, names))
    observations: tuple[Observation, ...] = ()
    if figures is not None:
        with paused_collector(), exact():
            rows = figures.rows
            pairs = ((index, tuple(rows[index][column] for column in columns.plain)) for index in found.body)
            read = figures.read(SpreadRow(index=index, cells=cells) for index, cells in pairs)
            for total in found.totals:
                tell_totals(figures, total, total_groups(found.body, found.totals, total), read)
            figures.tell()
            observations = tuple(read.values())
    return observations, Findings.gather(table_findings(found), problems.findings())
