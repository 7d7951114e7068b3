"""Reports asked for by a pattern: those that the plan calls for, and what it holds nothing of is told."""

from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.api import UnknownNameError, Workspace, load
from styrmodell.model.risk import Risk
from styrmodell.session.chosen_reports import choose_reports
from styrmodell.session.run import Order, plan_jobs
from styrmodell.testing import example_plan, make_workspace

FOLLOW_UP = Path(__file__).parents[2] / "examples" / "uppfoljning-2024"


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(evolve(example_plan(), risks=(Risk(id="brand", name="Brand"),)))


def keys(workspace: Workspace, *names: str) -> list[str]:
    return [spec.key for spec in choose_reports(workspace.publisher, names).specs]


@pytest.mark.parametrize("name", ["generic", "generic.*", "gener*"])
def test_a_shelf_means_the_reports_that_the_plan_holds_anything_of(workspace: Workspace, name: str) -> None:
    found = keys(workspace, name)
    assert "generic.riskregister" in found
    assert "generic.projekt" not in found
    assert "generic.projekt" in choose_reports(workspace.publisher, (name,)).empty


def test_a_pattern_means_those_that_are_like_it(workspace: Workspace) -> None:
    assert sorted(keys(workspace, "generic.mat*")) == ["generic.matt", "generic.mattkatalog"]


def test_a_report_named_by_its_key_is_meant_though_it_is_empty_and_once_though_named_twice(
    workspace: Workspace,
) -> None:
    chosen = choose_reports(workspace.publisher, ("generic.projekt", "generic.*", "generic.projekt"))
    named = [spec.key for spec in chosen.specs]
    assert named.count("generic.projekt") == 1
    assert "generic.projekt" not in chosen.empty


@pytest.mark.parametrize("name", ["generic.x*", "gneric", "*.bilaga99"])
def test_a_pattern_that_no_report_is_like_is_an_unknown_name(workspace: Workspace, name: str) -> None:
    with pytest.raises(UnknownNameError, match="report"):
        plan_jobs(workspace, Order(reports=(name,)))


def test_a_pattern_gives_the_same_files_as_the_keys_it_means() -> None:
    workspace = load(FOLLOW_UP).require()
    found = keys(workspace, "generic.*")
    by_key = plan_jobs(workspace, Order(reports=tuple(found)))
    assert plan_jobs(workspace, Order(reports=("generic",))) == by_key
