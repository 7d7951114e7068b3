"""generic.matt: one table while a page takes its columns, then tables kind by kind, with no figure left out."""

from decimal import Decimal

import pytest

from styrmodell.api import Kind, Measure, Observation, Period, Plan, Table, Unit
from styrmodell.testing import make_workspace

KINDS = (Kind.OUTCOME, Kind.BUDGET)


def tables_of(months, kinds=KINDS):
    observations = tuple(
        Observation(
            measure_id="m", unit_id="a", period=Period.parse(f"2024-{month:02d}"), kind=kind, value=Decimal(month)
        )
        for month in range(1, months + 1)
        for kind in kinds
    )
    plan = Plan(
        unit_id="a",
        period=Period.year(2024),
        units=(Unit(id="a", name="A"),),
        measures=(Measure(id="m", name="M", unit="kr"),),
        observations=observations,
    )
    workspace = make_workspace(plan)
    spec = workspace.publisher.spec("generic.matt")
    document = workspace.publisher.document(spec, "a", plan.period)
    return [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(("months", "sizes"), [(3, [6]), (4, [4, 4]), (12, [6, 6, 6, 6])])
def test_a_table_is_no_wider_than_a_page(months, sizes):
    assert [len(table.columns) for table in tables_of(months)] == sizes


def test_every_period_and_kind_stands_once():
    keys = [column.key for table in tables_of(12) for column in table.columns]
    assert sorted(keys) == sorted(f"{kind.value}-2024-{month:02d}" for kind in KINDS for month in range(1, 13))


def test_tables_have_names_and_keys_of_their_own():
    tables = tables_of(12)
    assert [table.key for table in tables] == ["matt-1", "matt-2", "matt-3", "matt-4"]
    assert tables[0].caption == "Utfall 2024-01 – 2024-06"
    assert [table.key for table in tables_of(3)] == ["matt"]


def test_a_plan_without_figures_has_a_table_without_columns():
    assert [len(table.columns) for table in tables_of(0)] == [0]
