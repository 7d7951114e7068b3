"""A whole plan → CSV files for what is flat, and JSON for the rest."""

from collections.abc import Sequence
from decimal import DecimalException
from typing import Any

from attrs import frozen

from styrmodell.io.converter import Converters
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.lists.kinds import list_kind
from styrmodell.io.load_tables import TableLoader
from styrmodell.io.save.csv_figures import figures_csv
from styrmodell.io.save.csv_objects import NotFlatError, object_table, table_csv
from styrmodell.io.save.json_file import document, head_of
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import TableFormat
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.number import MONEY_FACTORS
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile

REST = "plan.json"
FIGURES = "observationer.csv"
HEADING_ROW = 1


@frozen(kw_only=True)
class CsvFiles:
    """A plan as files.

    Attributes:
        files: (file name, bytes) pairs; the JSON of what is not flat is the first.
        tables: (file name, key of the list) pairs of the CSV files that hold objects.
        scale: What money is written in in the file of observations; empty where there is none.
    """

    files: tuple[tuple[str, bytes], ...]
    tables: tuple[tuple[str, str], ...] = ()
    scale: str = ""


def save_csv(plan: Plan, *, profile: Profile | None = None) -> CsvFiles:
    """Write *plan* as CSV files: semicolons, UTF-8 with a byte order mark, CRLF, numbers in Swedish notation.

    Observations stand in one file: money in kr (in tkr or mnkr where the figures were written so), rates in per cent
    ("39,2"). Each list of objects stands in a file of its own, named as its key ("units.csv"). Only what is read back
    exactly is written as CSV; a list stays in the JSON when some object of it holds more than cells can (targets,
    baselines, amounts by year, scorecards, links with shares), and so do the observations when one has a correction or
    a precision that is not its last digit's.

    Args:
        profile: The workspace's own profile, where it has one; it stands in the JSON.

    Raises:
        TextError: A text that no file can hold.
    """
    figures, scale = _figures(plan)
    lists = {key: found for key, _ in OBJECT_KINDS if (found := getattr(plan, key))}
    tables = {key: data for key, items in lists.items() if (data := _table(key, items)) is not None}
    rest = document(
        head_of(plan),
        {key: items for key, items in lists.items() if key not in tables},
        () if figures else plan.observations,
        profile,
    )
    own = [(f"{key}.csv", data) for key, data in tables.items()]
    return CsvFiles(
        files=((REST, rest), *own, *([(FIGURES, figures)] if figures else ())),
        tables=tuple((f"{key}.csv", key) for key in tables),
        scale=scale,
    )


def _figures(plan: Plan) -> tuple[bytes, str]:
    """The file of observations and its scale; nothing where no scale gives all of them back."""
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    for scale, _ in MONEY_FACTORS if plan.observations else ():
        format = SourceFormat(scale=scale)
        try:
            data = figures_csv(plan.observations, measures, format)
        except (DecimalException, KeyError):
            continue
        found, findings = csv_observations(data, FIGURES, format, measures)
        if not findings and found == plan.observations:
            return data, scale
    return b"", ""


def _table(key: str, items: Sequence[Any]) -> bytes | None:
    """The file of *items*; None where it would not be read back as it is."""
    kind = list_kind(key)
    if kind is None:
        return None
    try:
        data = table_csv(object_table(items, kind))
    except NotFlatError:
        return None
    return data if read_table(data, key) == tuple(items) else None


def read_table(data: bytes, key: str) -> tuple[Any, ...]:
    """The objects in a file that save_csv wrote, read as load reads it; nothing where something in it is told."""
    file = f"{key}.csv"
    block = TableFormat(pattern=file, kind=key, heading_row=HEADING_ROW)
    loader = TableLoader(tables=(block,), converters=Converters())
    grid, told = csv_grid(data, file, SourceFormat())
    if grid is None or told or not loader.take(grid, SourceFormat()) or loader.findings or len(loader.objects) != 1:
        return ()
    name, items = loader.objects[0]
    return items if name == key else ()
