"""A change in per cent of a cost that is held as minus: plus is better, in the figure, in its words and in Excel."""

from decimal import Decimal

import pytest
from attrs import evolve

from styrmodell.api import Context, Kind, Observation, Period, TableSpec, column, ref
from styrmodell.model.expression import Change
from styrmodell.model.table_spec import Column, Row
from styrmodell.report.derivation import derive
from styrmodell.report.table import Cell
from styrmodell.testing import example_plan, make_workspace

COST = (("slag", "kostnad"),)
EKONOMI = ref("ekonomi")
HEAD = (
    Column(key="fore", label="Utfall", period=-1, kind=Kind.OUTCOME, dims=COST),
    Column(key="efter", label="Utfall", kind=Kind.OUTCOME, dims=COST),
    Column(key="andring", label="Ändring", cell=Change(after=column("efter"), before=column("fore")), signed=True),
    Column(key="storlek", label="Ökning", cell=Change(after=-column("efter"), before=-column("fore")), signed=True),
)


def context(before: int, after: int) -> Context:
    figures = tuple(
        Observation(measure_id="ekonomi", unit_id="forvaltning", period=Period.year(year), value=value, dims=COST)
        for year, value in ((2019, before), (2020, after))
    )
    workspace = make_workspace(evolve(example_plan(), observations=figures))
    return workspace.publisher.context("norr.rapport", "forvaltning", Period.year(2020))


def changes(before: int, after: int) -> list[Cell]:
    spec = TableSpec(
        key="t", caption="T", row_header="R", rows=(Row(key="r", label="R", cell=EKONOMI),), columns=HEAD, scale="tkr"
    )
    *_, change, size = context(before, after).table(spec).rows[0].cells
    assert isinstance(change, Cell)
    assert isinstance(size, Cell)
    return [change, size]


@pytest.mark.parametrize(
    ("before", "after", "change", "size"),
    [
        (-100, -110, "−10,0 %", "+10,0 %"),
        (-100, -90, "+10,0 %", "−10,0 %"),
        (-80, -60, "+25,0 %", "−25,0 %"),
        (100, 110, "+10,0 %", "−10,0 %"),
        (-100, 10, "+110,0 %", "−110,0 %"),
        (-100, -100, "0,0 %", "0,0 %"),
    ],
)
def test_a_cost_that_grows_changes_downward_and_its_size_upward(
    before: int, after: int, change: str, size: str
) -> None:
    assert [cell.text.replace("\u00a0", " ") for cell in changes(before, after)] == [change, size]


def test_the_words_say_whose_share_it_is_and_give_the_figure_again() -> None:
    change, _ = changes(-100, -110)
    told = derive(change)
    assert told is not None
    assert told.how == "Förändring: det första minus det andra, som andel av det andras storlek."
    first, second = (
        Decimal(operand.text.partition("\u00a0")[0].replace("−", "-").replace(",", ".")) for operand in told.operands
    )
    assert (first - second) / abs(second) == Decimal("-0.1")
