"""A sheet, or a CSV file that is not one row a value → observations: the table is found, then read as declared."""

from collections.abc import Callable, Iterable, Mapping

from styrmodell.finding import Finding, Findings
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import PLAIN, TableFormat
from styrmodell.io.tables.codes import NO_TABLE
from styrmodell.io.tables.crossed_table import (
    crossed_heading_test,
    crossed_observations,
    declaration_faults,
    unpivoted_observations,
)
from styrmodell.io.tables.find_table import FoundTable, find_table
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.heading import field_of
from styrmodell.io.tables.names import NO_NAMES, TableNames
from styrmodell.io.tables.sheet_columns import heading_test
from styrmodell.io.tables.sheet_observations import sheet_observations
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.source import Source


def table_observations(
    grid: Grid,
    *,
    measures: Mapping[MeasureId, Measure],
    format: SourceFormat,
    names: TableNames = NO_NAMES,
    table: TableFormat = PLAIN,
    other_rows: Iterable[int] = (),
) -> tuple[tuple[Observation, ...], Findings]:
    """Find and read the observations of a sheet.

    Args:
        grid: The sheet or the CSV file.
        measures: Id → measure.
        format: Notation of figures that are text, scale and sign.
        names: The names that may stand for ids.
        table: The [[tables]] block that speaks of the sheet.
        other_rows: The heading_row of the sheet's other blocks.

    Returns:
        The observations without fault, and every fault; SM156 when no row is a heading.
    """
    if faults := declaration_faults(table, names):
        return (), faults
    found = find_table(
        grid,
        observation_heading_test(measures, names, table),
        heading_row=table.heading_row,
        heading_rows=table.heading_rows,
        other_rows=other_rows,
    )
    if found is None:
        return (), Findings((_no_heading(grid),))
    if table.crossed is not None:
        return crossed_observations(found, measures=measures, format=format, names=names, table=table)
    if table.unpivot:
        return unpivoted_observations(found, measures=measures, format=format, names=names, table=table)
    return sheet_observations(found, measures=measures, format=format, names=names, table=table)


def observation_heading_test(
    measures: Mapping[MeasureId, Measure], names: TableNames = NO_NAMES, table: TableFormat = PLAIN
) -> Callable[[str], bool]:
    """Whether a text is a heading of a table of observations, as *table* declares it; for find_table."""
    is_spread = table.crossed is not None or bool(table.unpivot)
    return crossed_heading_test(measures, names, table) if is_spread else heading_test(measures, names, table)


def holds_observations(found: FoundTable) -> bool:
    """Whether a table that nothing is declared about has the headings that observations must have."""
    fields = {field_of(text) or field_of(text.rpartition(" | ")[2]) for text in found.headings}
    has_figure = "value" in fields or {"numerator", "denominator"} <= fields
    return {"unit", "measure"} <= fields and bool({"period", "year"} & fields) and has_figure


def _no_heading(grid: Grid) -> Finding:
    source = Source(file=grid.file, place=grid.sheet)
    return NO_TABLE.at(
        source,
        found="ingen rad som är en rubrikrad",
        found_en="no row that is a heading",
        expected="en rad med minst två kända rubriker, som enhet, mått, period och värde",
        expected_en="a row with at least two known headings, such as unit, measure, period and value",
    )
