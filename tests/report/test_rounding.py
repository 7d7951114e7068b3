"""The remark on rounding stands where a reader who adds up the printed parts gets another figure."""

from decimal import Decimal

import pytest
from attrs import evolve

from styrmodell.api import Column, Kind, Observation, Period, Row, Table, TableSpec, ref, row
from styrmodell.report.build import Setting, build_table
from styrmodell.report.rounding import ROUNDING_REMARK, differs_by_rounding
from styrmodell.report.table_text import remarks
from styrmodell.testing import example_plan, make_workspace

SPEC = TableSpec(
    key="t",
    caption="Tabell",
    row_header="Post",
    scale="tkr",
    rows=(
        Row(key="intakt", label="Intäkter", cell=ref("ekonomi", dims=(("slag", "intakt"),))),
        Row(key="kostnad", label="Kostnader", cell=ref("ekonomi", dims=(("slag", "kostnad"),))),
        Row(key="netto", label="Netto", cell=ref("ekonomi")),
        Row(key="skillnad", label="Skillnad", cell=row("intakt") - row("kostnad")),
    ),
    columns=(Column(key="budget", label="Budget", kind=Kind.BUDGET),),
)


def table(income: int, cost: int) -> Table:
    plan = example_plan()
    figures = tuple(
        Observation(
            measure_id="ekonomi",
            unit_id="norr",
            period=Period.year(2020),
            kind=Kind.BUDGET,
            dims=(("slag", member),),
            value=Decimal(value),
        )
        for member, value in (("intakt", income), ("kostnad", cost))
    )
    workspace = make_workspace(evolve(plan, observations=figures))
    setting = Setting(report="prov.t", unit="norr", period=plan.period)
    return build_table(SPEC, workspace.evaluator, setting)


@pytest.mark.parametrize(("income", "cost"), [(400, 400), (-1500, -1500), (1600, -400)])
def test_a_sum_that_rounds_to_another_figure_is_told(income: int, cost: int) -> None:
    assert differs_by_rounding(table(income, cost))
    assert ROUNDING_REMARK in remarks(table(income, cost))


@pytest.mark.parametrize(("income", "cost"), [(1000, -4000), (0, 0), (100, 200)])
def test_a_table_that_adds_up_as_printed_has_no_remark(income: int, cost: int) -> None:
    assert not differs_by_rounding(table(income, cost))
    assert remarks(table(income, cost)) == ()


def test_a_difference_is_held_against_its_printed_parts_too() -> None:
    assert differs_by_rounding(table(1400, 600))
