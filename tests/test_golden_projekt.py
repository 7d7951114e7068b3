"""Bilaga 17: every cell of the sixteen projects of seven areas, and which of their amounts can be read."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Kind, Workspace, load
from styrmodell.model.project import Project

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "golden" / "vn_bilaga17.yaml").read_text(encoding="utf-8"))
FILE = "underlag/bilaga17.csv"
PRINTED = [(unit["forvaltning"], project) for unit in GOLDEN["units"] for project in unit["projects"]]
IMPACTS = tuple(GOLDEN["columns"][5:10])
ANSWERS = {"Ja": True, "Nej": False, None: None}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(ROOT / "examples" / "vasternorrland-2020").require()


@pytest.fixture(scope="module")
def projects(workspace: Workspace) -> list[Project]:
    assert workspace.plan is not None
    return [project for project in workspace.plan.projects if project.source.file == FILE]


def test_there_are_sixteen_projects_of_seven_areas_in_the_printed_order(projects: list[Project]) -> None:
    assert [(one.area, one.nr, one.name) for one in projects] == [
        (area, str(project["nr"]), project["projektnamn"]) for area, project in PRINTED
    ]
    assert (len(projects), len({one.area for one in projects})) == (16, 7)


@pytest.mark.parametrize("index", range(len(PRINTED)), ids=lambda index: PRINTED[index][1]["projektnamn"][:20])
def test_every_cell_is_the_printed_one(projects: list[Project], index: int) -> None:
    (_, printed), project = PRINTED[index], projects[index]
    assert project.description == (printed["beskrivning"] or "")
    assert project.category == (printed["kategori"] or "")
    assert project.digital is ANSWERS[printed["digitalisering"]]
    assert project.extent == (printed["omfattning"] or "")
    assert project.financing == (printed["finansieringsform"] or "")
    marks = printed["huvudpaverkan"]
    if marks["all_five"]:
        # Five marks of five columns: which ones they are can be told.
        assert project.impacts == IMPACTS
    else:
        assert (project.impact_count or 0, project.impacts) == (marks["count"], ())


@pytest.mark.parametrize("index", range(len(PRINTED)), ids=lambda index: PRINTED[index][1]["projektnamn"][:20])
def test_an_amount_is_read_only_where_it_is_one(projects: list[Project], index: int) -> None:
    (_, printed), project = PRINTED[index], projects[index]
    words = printed["investering"]
    hint = GOLDEN["typed_hints"].get(words, {})
    amount = hint.get("amount")
    assert project.total == (None if amount is None else -Decimal(amount))
    assert project.total_years == hint.get("years")
    # Words stand as they are; an amount that is nothing else needs none.
    assert project.amount_text == ("" if words is None or words.isdigit() else words)


def test_words_for_an_amount_are_told_at_their_cell(workspace: Workspace, projects: list[Project]) -> None:
    told = [one for one in workspace.findings if one.code.code == "SM173"]
    undecided = [
        (index, project["investering"])
        for index, (_, project) in enumerate(PRINTED)
        if "state" in GOLDEN["typed_hints"].get(project["investering"], {})
    ]
    assert [(one.source.place, one.found()) for one in told] == [
        (f"{projects[index].source.place} kolumn 14", f'"{words}"') for index, words in undecided
    ]
    assert len(told) == 5


def test_a_total_without_years_is_no_figure_of_a_year(workspace: Workspace, projects: list[Project]) -> None:
    """6 mnkr over three years is not spread out: nobody has said how much falls in which."""
    assert all(project.amounts == () for project in projects)
    value = workspace.value("projekt", period="2020", kind=Kind.BUDGET)
    assert value.number == Decimal(-25_900_000), "the IT projects of bilaga 10 c alone"


def test_the_value_lists_of_the_form_hold_every_word(projects: list[Project]) -> None:
    lists = GOLDEN["value_lists"]
    for project in projects:
        assert project.category in (*lists["kategori"], "")
        assert project.extent in (*lists["omfattning"], "")
        assert project.financing in (*lists["finansieringsform"], "")
