"""Sheets and files for the tests of tables, and what a reading of them told."""

from collections.abc import Sequence
from typing import Any

from styrmodell.finding import Findings
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import PLAIN, TableFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.observations import table_observations
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.measure import Measure, OverTime
from styrmodell.model.observation import Observation
from styrmodell.model.unit import Unit

UNITS = (Unit(id="rlf", name="Regionledningsförvaltningen"), Unit(id="rf", name="Regionfastigheter"))
DIMENSIONS = (
    Dimension(
        id="slag",
        name="Slag",
        members=(
            Member(id="netto", name="Netto", parts=("intakt", "kostnad")),
            Member(id="intakt", name="Intäkter"),
            Member(id="kostnad", name="Kostnader"),
        ),
    ),
)
MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="antal", name="Antal besök", unit="antal"),
        Measure(id="andel", name="Andel nöjda", unit="%"),
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("slag",)),
        Measure(id="vardplatser", name="Vårdplatser", unit="antal", over_time=OverTime.LAST),
    )
}
NAMES = TableNames.of(UNITS, MEASURES.values(), DIMENSIONS)
HEAD = ["Enhet", "Mått", "Period", "Värde"]


def sheet(*rows: Sequence[Any], **more: Any) -> Grid:
    """A sheet of *rows*."""
    return Grid(file="u.xlsx", sheet="Blad1", rows=[list(row) for row in rows], **more)


def csv_file(*rows: Sequence[str]) -> Grid:
    """The same cells in a CSV file."""
    return Grid(file="u.csv", rows=[list(row) for row in rows], lines=tuple(range(1, len(rows) + 1)))


def read(grid: Grid, table: TableFormat = PLAIN, **settings: Any) -> tuple[tuple[Observation, ...], Findings]:
    """The observations of *grid*."""
    return table_observations(grid, measures=MEASURES, format=SourceFormat(**settings), names=NAMES, table=table)


def told(grid: Grid, table: TableFormat = PLAIN, **settings: Any) -> list[tuple[str, str]]:
    """Code and place of every finding."""
    return [(finding.code.code, finding.source.place) for finding in read(grid, table, **settings)[1]]


def one(grid: Grid, table: TableFormat = PLAIN, **settings: Any) -> Observation:
    """The only observation, when nothing is told."""
    (observation,), findings = read(grid, table, **settings)
    assert findings.text() == ""
    return observation
