"""The project list as offices fill it in becomes projects."""

from decimal import Decimal

import pytest
from tests.io.list_tables import LEDGER, PROJECTS, objects, read, told

from styrmodell.io.lists.read import ListContent
from styrmodell.model.project import Project


def one(content: ListContent) -> object:
    (found,) = objects(content, "projects")
    return found


def test_projects_stand_below_the_area_that_handed_them_in() -> None:
    table = [("Ekonomi och planering",), (1.0, "Raindance"), (2.0, "Utdata"), ("Hjälpmedel",), (1.0, "Hjälpmedel 2.0")]
    content = read("projects", PROJECTS, table)
    made = [project for project in objects(content, "projects") if isinstance(project, Project)]
    assert [project.id for project in made] == [
        "projekt-ekonomi-och-planering-1",
        "projekt-ekonomi-och-planering-2",
        "projekt-hjalpmedel-1",
    ]
    assert made[2].area == "Hjälpmedel"


def test_the_project_lists_extent_and_answers_stand_as_they_are() -> None:
    row = (
        1,
        "Raindance",
        "Förenklad",
        "Ordning och reda",
        "Ja",
        "x",
        "",
        "",
        "",
        "x",
        "Hög = 5000 h",
        "",
        "Givna ramar",
    )
    project = one(read("projects", PROJECTS, [row], given={"area": "Ekonomi"}))
    assert isinstance(project, Project)
    assert (project.id, project.digital, project.extent) == ("projekt-ekonomi-1", True, "Hög = 5000 h")
    assert project.impacts == ("Process-effektivitet", "Hushållning resurser")
    assert project.financing == "Givna ramar"


@pytest.mark.parametrize(
    ("cell", "total", "years", "words"),
    [
        ("6000000 3 år", Decimal(6000000), 3, "6000000 3 år"),
        ("4 250 000 under 3 år för införande", Decimal(4250000), 3, "4 250 000 under 3 år för införande"),
        (30000.0, Decimal(30000), None, ""),
        ("0", Decimal(0), None, ""),
        ("Under framtagande", None, None, "Under framtagande"),
        ("Inför beslut", None, None, "Inför beslut"),
        ("Ej beräknat,", None, None, "Ej beräknat,"),
        ("..", None, None, ".."),
        ("-", None, None, "-"),
        ("100 000 under 2 år varav 50 000 i år", None, None, "100 000 under 2 år varav 50 000 i år"),
        ("", None, None, ""),
    ],
)
def test_a_projects_amount_is_read_only_when_it_is_certain(
    cell: object, total: Decimal | None, years: int | None, words: str
) -> None:
    content = read("projects", ["Projektnamn", "Investering"], [("Raindance", cell)])
    project = one(content)
    assert isinstance(project, Project)
    assert (project.total, project.total_years, project.amount_text) == (total, years, words)
    assert ("SM173 Blad!B2" in told(content)) == (total is None and cell != "")


def test_an_amount_that_can_be_read_in_two_ways_is_an_error() -> None:
    content = read("projects", ["Projektnamn", "Investering"], [("Raindance", "1.234")])
    assert told(content) == ["SM105 Blad!B2"]


def test_costs_with_a_plus_in_a_file_where_plus_is_income_are_told_once() -> None:
    content = read("projects", ["Projektnamn", "Investering"], [("A", 5.0), ("B", 6.0)])
    assert told(content) == ["SM179 rubrikraden"]
    assert told(read("projects", ["Projektnamn", "Investering"], [("A", 5.0)], format=LEDGER)) == []


def test_a_scale_in_the_heading_that_is_not_the_files_is_told() -> None:
    content = read("projects", ["Projektnamn", "Budget 2020 (mnkr)"], [("A", 5.0)], format=LEDGER)
    assert told(content) == ["SM175 rubrikraden kolumn 2"]
