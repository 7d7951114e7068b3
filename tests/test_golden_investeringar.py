"""Bilaga 10 b, the table in 5.3 and bilaga 10 c: every cell read and every sum computed, outlays with minus."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Dims, Kind, Workspace, load
from styrmodell.model.investment import Investment
from styrmodell.model.money import PlannedAmount
from styrmodell.model.plan import Plan
from styrmodell.model.project import ITProject, Project

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vasternorrland-2020"
TKR = Decimal(1000)
YEARS = ((Kind.FORECAST, "2019"), (Kind.BUDGET, "2020"), (Kind.PLAN, "2021"), (Kind.PLAN, "2022"))
# The first column is all that was spent until the end of 2018.
BEFORE = ("2018", Kind.OUTCOME, True)
COLUMNS = (BEFORE, *((year, kind, False) for kind, year in YEARS))
POSTS = {"kostn": ("kostnad",), "inv": ("investering",), "sa": ("kostnad", "investering")}


def golden(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / "tests" / "golden" / name).read_text(encoding="utf-8"))


INVESTMENTS = golden("vn_bilaga10b.yaml")
CATEGORIES = golden("vn_investeringar_5_3.yaml")
IT = golden("vn_bilaga10c.yaml")
# Rows that refer to other rows, and the total, are no investments.
ITEMS = [row for row in INVESTMENTS["rows"] if row["id"] not in ("it", "ovrigt", "totalt")]
VIDEO = ("video_regional", "video_plan", "video_grupprum")
# The form's own sum is left empty in these rows; we compute it.
NOT_SUMMED = ("fouu", "diverse")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


@pytest.fixture(scope="module")
def plan(workspace: Workspace) -> Plan:
    assert workspace.plan is not None
    return workspace.plan


def by_column(amounts: tuple[PlannedAmount, ...], posts: tuple[str, ...] = ("",)) -> list[Decimal | None]:
    """What is printed in the five columns of years, in tkr; None where nothing is."""
    cells = []
    for column in COLUMNS:
        found = [
            -amount.value / TKR
            for amount in amounts
            if (amount.period.text, amount.kind, amount.accumulated) == column
            and amount.post in posts
            and amount.value is not None
        ]
        cells.append(sum(found, Decimal(0)) if found else None)
    return cells


def printed(values: list[int | None]) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


def added(cells: list[Decimal | None]) -> Decimal:
    return sum((cell for cell in cells if cell is not None), Decimal(0))


def named(row: dict[str, Any]) -> str:
    """The label without the marks that make it a heading or a part of one."""
    return row["label"].lstrip("- ").rstrip(";")


def investment(plan: Plan, row: dict[str, Any]) -> Investment:
    return next(one for one in plan.investments if named(row) == one.name.lstrip("- ").rstrip(";"))


def total(workspace: Workspace, measure: str, kind: Kind, year: str, dims: Dims = ()) -> Decimal:
    """A sum as it is printed: in tkr, an outlay with plus."""
    number = workspace.value(measure, period=year, kind=kind, dims=dims).number
    return Decimal(0) if number is None else -number / TKR


def test_every_row_is_an_investment_and_nothing_else_is(plan: Plan) -> None:
    assert [named({"label": one.name}) for one in plan.investments] == [named(row) for row in ITEMS]


@pytest.mark.parametrize("row", ITEMS, ids=lambda row: row["id"])
def test_every_cell_of_bilaga_10b_is_the_printed_one(plan: Plan, row: dict[str, Any]) -> None:
    cells = by_column(investment(plan, row).amounts)
    assert cells == printed(row["values"][:5]), "an empty cell is no zero, and a zero is no empty cell"


@pytest.mark.parametrize("row", ITEMS, ids=lambda row: row["id"])
def test_every_row_sums_to_the_printed_total_of_the_row(plan: Plan, row: dict[str, Any]) -> None:
    computed, shown = added(by_column(investment(plan, row).amounts)), row["values"][5]
    assert (shown is None) == (row["id"] in NOT_SUMMED)
    assert shown is None or computed == Decimal(shown)


def test_the_parts_of_the_video_equipment_belong_to_it(plan: Plan) -> None:
    parts = {row["id"]: investment(plan, row).parent_id for row in ITEMS}
    whole = investment(plan, next(row for row in ITEMS if row["id"] == "video")).id
    assert parts == {row["id"]: whole if row["id"] in VIDEO else None for row in ITEMS}


def test_amounts_are_kr_with_a_minus_and_known_to_the_thousand(plan: Plan) -> None:
    amounts = [amount for one in plan.investments for amount in one.amounts]
    assert all(amount.value is not None and amount.value <= 0 for amount in amounts)
    assert {amount.precision for amount in amounts} == {TKR}


@pytest.mark.parametrize(("kind", "year"), YEARS, ids=lambda part: getattr(part, "value", part))
def test_the_total_of_the_administration_is_computed(workspace: Workspace, kind: Kind, year: str) -> None:
    row = next(row for row in INVESTMENTS["rows"] if row["id"] == "totalt")
    column = [time for time, _, _ in COLUMNS].index(year)
    assert total(workspace, "investering", kind, year) == Decimal(row["values"][column])


def test_the_total_rests_on_every_row_of_the_file(workspace: Workspace) -> None:
    explained = workspace.explain_value("investering", period="2020", kind=Kind.BUDGET)
    assert explained.number == Decimal(-15846000)
    # Ten rows have a figure in the column; the heading of the video equipment is the sum of its three parts.
    assert len(explained.sources) == len([row for row in ITEMS if row["values"][2] is not None]) == 10
    assert {source.file for source in explained.sources} == {"underlag/bilaga10b.csv"}


@pytest.mark.parametrize("row", CATEGORIES["rows"], ids=lambda row: row["id"])
def test_the_categories_of_5_3_are_the_sums_of_their_investments(
    workspace: Workspace, plan: Plan, row: dict[str, Any]
) -> None:
    own = [
        one
        for one in plan.investments
        if one.parent_id is None and (row["id"] == "totalt" or one.category == row["label"])
    ]
    assert own
    for (kind, year), value in zip(YEARS[1:], row["values"], strict=True):
        figures = [total(workspace, "investering", kind, year, (("objekt", one.id),)) for one in own]
        assert sum(figures, Decimal(0)) == Decimal(value or 0)


def test_the_categories_of_the_rows_are_those_of_5_3(plan: Plan) -> None:
    assert [one.category for one in plan.investments] == [row["kategori_5_3"] for row in ITEMS]


def test_the_totals_of_5_3_are_those_of_bilaga_10a_and_the_components(workspace: Workspace) -> None:
    """10 a leaves out the 10 mnkr of Regionfastigheter."""
    for kind, year in YEARS[1:]:
        whole = total(workspace, "investering", kind, year)
        assert total(workspace, "investeringar", kind, year) == whole - 10_000


def test_the_text_of_5_3_stands_in_its_section(plan: Plan) -> None:
    section = next(section for section in plan.sections if section.number == "5.3")
    figures = {"investeringar-totalt.mnkr": "16 mnkr", "investeringar-regionfastigheter.mnkr": "10 mnkr"}
    text = section.text
    for name, printed_figure in figures.items():
        text = text.replace(f"{{{{ {name} }}}}", printed_figure)
    assert text == CATEGORIES["text"]


def it_project(plan: Plan, number: str) -> tuple[Project, ITProject]:
    project = next(one for one in plan.projects if one.project_nr == number)
    return project, next(one for one in plan.it_projects if one.project_id == project.id)


@pytest.mark.parametrize("printed_project", IT["projects"], ids=lambda project: project["proj_nr"])
def test_an_it_project_has_its_three_lines_and_its_facts(plan: Plan, printed_project: dict[str, Any]) -> None:
    project, it = it_project(plan, printed_project["proj_nr"])
    assert project.name == printed_project["benamning"]
    assert it.maintenance_object == printed_project["systemforvaltning_FO"]
    assert it.customer == printed_project["kund"]
    for row in printed_project["rows"]:
        cells = by_column(project.amounts, POSTS[row["id"]])
        shown = printed(row["values"][:5])
        # The form's own line of sums says 0 where neither of its lines says anything.
        assert [cell or Decimal(0) for cell in cells] == [cell or Decimal(0) for cell in shown]
        assert row["id"] == "sa" or cells == shown
        assert added(cells) == Decimal(row["values"][5])


@pytest.mark.parametrize("printed_project", IT["projects"], ids=lambda project: project["proj_nr"])
def test_yearly_costs_that_are_empty_are_missing_and_no_zero(plan: Plan, printed_project: dict[str, Any]) -> None:
    _, it = it_project(plan, printed_project["proj_nr"])
    yearly = printed_project["okade_driftkostnader_tkr_per_ar"]
    assert (it.operating_cost, it.capital_cost) == (yearly["Årskostnad"], yearly["Kapitalkostnad"]) == (None, None)


def test_the_empty_blocks_of_the_form_are_no_projects(plan: Plan) -> None:
    assert len(plan.it_projects) == len(IT["projects"]) == 3


@pytest.mark.parametrize("row", IT["totals"], ids=lambda row: row["id"])
def test_the_totals_of_the_it_plan_are_computed(workspace: Workspace, plan: Plan, row: dict[str, Any]) -> None:
    posts = {"summa_kostnader": "kostnad", "summa_investeringar": "investering", "totalt": "utgift"}
    dims: Dims = (("post", posts[row["id"]]),)
    sums = [total(workspace, "projekt-ackumulerad", Kind.OUTCOME, "2018", dims)]
    sums += [total(workspace, "projekt", kind, year, dims) for kind, year in YEARS]
    assert [*sums, sum(sums)] == printed(row["values"])


def test_the_row_of_it_in_bilaga_10b_is_the_sum_of_investments_in_10c(workspace: Workspace) -> None:
    row = next(row for row in INVESTMENTS["rows"] if row["id"] == "it")
    dims: Dims = (("post", "investering"),)
    assert sum(total(workspace, "projekt", kind, year, dims) for kind, year in YEARS) == Decimal(row["values"][5])
