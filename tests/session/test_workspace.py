"""The workspace from a script."""

import csv
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from styrmodell.api import (
    FindingsError,
    Kind,
    Observation,
    Period,
    Profile,
    UnknownNameError,
    Workspace,
    hookimpl,
    load,
    make_registry,
    parse_expression,
    read_observations,
)
from styrmodell.plugins.registry import registry_of
from styrmodell.testing import example_plan, make_workspace

INCOME = (("slag", "intakt"),)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(example_plan())


def test_a_value_is_asked_with_the_plans_unit_and_period(workspace: Workspace) -> None:
    value = workspace.value("ekonomi", kind=Kind.BUDGET, dims=INCOME)
    assert value.number == Decimal(2_000_500)
    assert value.cell == "value/ekonomi@forvaltning@2020/budget/intakt"
    assert value.text() == "2\u00a0000\u00a0500\u00a0kr"


def test_coverage_and_age_follow_the_value(workspace: Workspace) -> None:
    value = workspace.value("ekonomi", kind=Kind.BUDGET)
    assert (value.reported, value.expected) == (3, 4)
    assert value.oldest == value.newest == date(2020, 1, 15)


def test_a_value_that_is_missing_is_none_and_says_so(workspace: Workspace) -> None:
    value = workspace.value("ekonomi", unit="soder", kind=Kind.BUDGET, dims=(("slag", "kostnad"),))
    assert value.number is None
    assert value.text() == "ej rapporterat"


def test_an_expression_can_be_asked(workspace: Workspace) -> None:
    value = workspace.value(parse_expression("2 * invanare"), kind=Kind.BUDGET)
    assert value.number == Decimal(7158)


@pytest.mark.parametrize(
    ("asked", "suggestion"),
    [({"measure": "ekonmi"}, "ekonomi"), ({"measure": "ekonomi", "unit": "nor"}, "norr")],
)
def test_an_unknown_name_gets_what_looks_alike(workspace: Workspace, asked: dict[str, str], suggestion: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        workspace.value(**asked)
    assert suggestion in caught.value.suggestions


def test_an_unknown_member_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="member of slag"):
        workspace.value("ekonomi", dims=(("slag", "intakter"),))


@pytest.mark.parametrize(("word", "meant"), [("budget", "BUDGET"), ("Prognos", "FORECAST"), ("forecast", "FORECAST")])
def test_a_kind_given_as_text_is_refused_with_the_kind_that_is_meant(
    workspace: Workspace, word: Any, meant: str
) -> None:
    for ask in (partial(workspace.value, "ekonomi", kind=word), partial(workspace.values, kinds=[word])):
        with pytest.raises(TypeError, match=f"Kind.{meant}"):
            ask()


def test_values_come_as_columns(workspace: Workspace, tmp_path: Path) -> None:
    values = workspace.values(units=("norr", "soder"), measures=("invanare",))
    columns = values.columns()
    assert columns["unit_id"] == ["norr", "soder"]
    assert columns["number"] == [Decimal(1234), Decimal(2345)]
    values.write_csv(tmp_path / "värden.csv")
    rows = list(csv.DictReader((tmp_path / "värden.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["number"] for row in rows] == ["1234", "2345"]


def test_a_value_is_explained_by_its_own_cell_id(workspace: Workspace) -> None:
    explained = workspace.explain("value/ekonomi@forvaltning@2020/budget/intakt")
    assert explained.number == Decimal(2_000_500)
    assert [child.number for child in explained.children] == [Decimal(1_200_500), Decimal(800_000)]
    assert explained.recheck() == ()


def test_who_is_missing_is_named(workspace: Workspace) -> None:
    assert workspace.explain("value/ekonomi@forvaltning@2020/budget/kostnad").missing == ("soder",)


def test_a_report_cell_is_explained_with_unit_and_period_left_out(workspace: Workspace) -> None:
    explained = workspace.explain("generic.matt/matt/invanare/budget-2020")
    assert explained.cell == "generic.matt@forvaltning@2020/matt/invanare/budget-2020"
    assert explained.number == Decimal(3579)


@pytest.mark.parametrize(
    "cell", ["", "/", "value", "value/ekonomi", "generic.matt/matt/invanare", "a@b@c@d/e/f/g", "okand.rapport/a/b/c"]
)
def test_what_is_no_cell_id_is_refused(workspace: Workspace, cell: str) -> None:
    with pytest.raises(UnknownNameError):
        workspace.explain(cell)


def test_new_observations_give_a_new_workspace(workspace: Workspace) -> None:
    new = Observation(
        measure_id="ekonomi", unit_id="soder", period=Period.year(2021), kind=Kind.BUDGET, dims=INCOME, value=5
    )
    grown = workspace.with_observations([new])
    assert grown.value("ekonomi", period="2021", kind=Kind.BUDGET, dims=INCOME).number == Decimal(5)
    assert workspace.value("ekonomi", period="2021", kind=Kind.BUDGET, dims=INCOME).number is None


def test_new_observations_are_checked(workspace: Workspace) -> None:
    new = Observation(measure_id="okand", unit_id="soder", period=Period.year(2020), value=1)
    assert [finding.code.code for finding in workspace.with_observations([new]).findings] == ["SM202"]


def test_rows_of_a_frame_become_observations(workspace: Workspace) -> None:
    assert workspace.plan is not None
    rows = [{"unit": "norr", "measure": "invanare", "period": "2021", "kind": "budget", "value": 0.1 + 0.2}]
    measures = {measure.id: measure for measure in workspace.plan.measures}
    observations, findings = read_observations(rows, measures=measures)
    assert findings == ()
    assert observations[0].value == Decimal("0.30000000000000004")


def test_asking_from_many_threads_gives_the_same(workspace: Workspace) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: workspace.value("ekonomi-per-inv", kind=Kind.BUDGET).number, range(64)))
    assert set(found) == {found[0]}


def test_a_folder_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    workspace = load(tmp_path / "finns inte", registry=make_registry(only=()))
    assert workspace.plan is None
    assert [finding.code.code for finding in workspace.findings] == ["SM101"]
    with pytest.raises(FindingsError):
        workspace.require()
    with pytest.raises(FindingsError):
        workspace.value("ekonomi")


def test_findings_and_values_show_themselves_in_a_notebook(workspace: Workspace) -> None:
    assert "<table>" in workspace.values()._repr_html_()
    assert "&lt;" not in workspace.findings._repr_html_()
    assert workspace.explain("value/invanare@norr@2020/budget")._repr_html_().startswith("<pre>")


def test_the_day_chooses_which_version_of_a_profile_holds(tmp_path: Path) -> None:
    class Dated:
        @hookimpl
        def styrmodell_profiles(self) -> tuple[Profile, ...]:
            years = (2018, 2024)
            return tuple(Profile(key="prov", name=str(year), valid_from=date(year, 1, 1)) for year in years)

    toml = '[workspace]\nformat = 1\nname = "p"\nprofile = "prov"\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'
    (tmp_path / "styrmodell.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(
        'plan: {unit: a, period: "2020"}\nunits: [{id: a, name: A}]\n', encoding="utf-8"
    )
    registry = registry_of({"prov": Dated()})
    assert load(tmp_path, registry=registry).profile.name == "2018"
    assert load(tmp_path, registry=registry, as_of=date(2024, 6, 1)).profile.name == "2024"
    early = load(tmp_path, registry=registry, as_of=date(2017, 1, 1))
    assert [finding.code.code for finding in early.findings] == ["SM192"]


def test_an_unknown_profile_is_told_with_what_looks_alike(tmp_path: Path) -> None:
    toml = '[workspace]\nformat = 1\nname = "p"\nprofile = "prow"\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'
    (tmp_path / "styrmodell.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(
        'plan: {unit: a, period: "2020"}\nunits: [{id: a, name: A}]\n', encoding="utf-8"
    )

    class Offers:
        @hookimpl
        def styrmodell_profiles(self) -> tuple[Profile, ...]:
            return (Profile(key="prov", valid_from=date(2018, 1, 1)),)

    (finding,) = load(tmp_path, registry=registry_of({"prov": Offers()})).findings
    assert finding.code.code == "SM191"
    assert "menade du prov?" in finding.expected()


def test_a_workspace_without_a_plan_says_so(tmp_path: Path) -> None:
    toml = '[workspace]\nformat = 1\nname = "p"\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'
    (tmp_path / "styrmodell.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "enheter.yaml").write_text("units: [{id: a, name: A}]\n", encoding="utf-8")
    workspace = load(tmp_path, registry=make_registry(only=()))
    assert workspace.plan is None
    assert [finding.code.code for finding in workspace.findings] == ["SM193"]
    assert "{id: rlf-2020" in workspace.findings[0].expected()


def test_an_unknown_measure_among_many_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="measure 'invanarr'"):
        workspace.values(measures=("invanare", "invanarr"))
