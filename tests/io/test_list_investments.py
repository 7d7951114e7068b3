"""Lists of investments and IT projects, with amounts over years, parts and sums."""

from decimal import Decimal

import pytest
from tests.io.list_tables import INVESTMENTS, IT_PROJECTS, LEDGER, objects, read, told

from styrmodell.io.sources import SourceFormat
from styrmodell.model.investment import Investment
from styrmodell.model.project import ITProject, Project

VIDEO = (
    ("", "Videoutrustning;", "0", "0", "", "", "", "0"),
    ("", "-regional läkarutb", "", "", 706.0, "", "", 706.0),
    ("", "- plan utb, Sollefteå", "", "", 358.0, "", "", 358.0),
    ("", "- grupprum, 14 st", 0.0, 200.0, 817.0, "", "", "1 017"),
    ("", "Utrustning FoUU", "110", "140", "", "", "", ""),
)
DECISION_SUPPORT = (
    (
        "8017",
        "Beslutsstöd",
        "Analys och Uppföljning",
        "LVN gemensamt",
        "Kostn.",
        "1 350",
        3000,
        2000,
        2000,
        2000,
        "10 350",
        "Årskostnad",
        "",
    ),
    ("", "", "", "", "Inv.utg.", "", "", "", "", "", "0", "Kapitalkostnad", ""),
    ("", "", "", "", "S:a", "1 350", 3000, 2000, 2000, 2000, "10 350", "Summa", "0"),
)
IMAGES = (
    (
        "8023",
        "Medicinska bilder",
        "Bildhantering",
        "Vård",
        "Kostn.",
        978,
        1500,
        3000,
        3000,
        3000,
        11478,
        "Årskostnad",
        5,
    ),
    ("", "", "", "", "Inv.utg.", "", 100, "", "", "", 100, "Kapitalkostnad", 7),
    ("", "", "", "", "S:a", 978, 1600, 3000, 3000, 3000, 11578, "Summa", 12),
)
EMPTY_BLOCK = (
    ("", "", "", "", "Kostn.", "", "", "", "", "", "0", "Årskostnad", ""),
    ("", "", "", "", "Inv.utg.", "", "", "", "", "", "0", "Kapitalkostnad", ""),
    ("", "", "", "", "S:a", "0", "0", "0", "0", "0", "0", "Summa", "0"),
)


def investments(*table: tuple[object, ...]) -> list[Investment]:
    content = read("investments", INVESTMENTS, table, format=LEDGER)
    return [item for item in objects(content, "investments") if isinstance(item, Investment)]


def test_outlays_are_read_period_by_period_in_kr() -> None:
    (item,) = investments(("", "Komponentutbyte", "6 180", 13800.0, "10 000", 10000, "", "39 980"))
    assert [(str(part.period), part.value, part.accumulated) for part in item.amounts] == [
        ("2018", Decimal(-6180000), True),
        ("2019", Decimal(-13800000), False),
        ("2020", Decimal(-10000000), False),
        ("2021", Decimal(-10000000), False),
    ]


def test_nought_is_an_amount_and_an_empty_cell_is_none() -> None:
    (item,) = investments(("", "Städmaskin, 6 st", "0", "130", "300", "", "", "430"))
    assert [part.value for part in item.amounts] == [0, Decimal(-130000), Decimal(-300000)]


def test_a_name_with_a_dash_is_a_part_of_the_nearest_above_without() -> None:
    made = investments(*VIDEO)
    assert [(item.name, item.parent_id) for item in made] == [
        ("Videoutrustning;", None),
        ("regional läkarutb", "investering-videoutrustning"),
        ("plan utb, Sollefteå", "investering-videoutrustning"),
        ("grupprum, 14 st", "investering-videoutrustning"),
        ("Utrustning FoUU", None),
    ]
    assert made[3].id == "investering-videoutrustning-grupprum-14-st"


def test_a_dash_with_nothing_above_belongs_to_nothing() -> None:
    content = read("investments", INVESTMENTS, [VIDEO[1]], format=LEDGER)
    assert told(content) == ["SM177 Blad!B2"]


def test_sums_that_are_right_are_not_told() -> None:
    assert told(read("investments", INVESTMENTS, VIDEO, format=LEDGER)) == []


def test_a_sum_that_differs_is_told_with_both_figures() -> None:
    content = read("investments", INVESTMENTS, [("", "Truck", "408", "175", "595", "", "", "1 187")], format=LEDGER)
    assert told(content) == ["SM172 Blad!H2"]
    assert content.findings[0].found() == "1 187, men delarna blir 1178"


def test_the_noise_of_a_workbooks_own_sum_is_no_difference() -> None:
    headings = ["Benämning", "Budget 2020", "Plan 2021", "Summa"]
    assert told(read("investments", headings, [("A", 0.1, 0.2, 0.30000000000000004)], format=LEDGER)) == []


def test_a_sum_over_words_is_not_judged() -> None:
    headings = ["Benämning", "Budget 2020", "Plan 2021", "Summa"]
    content = read("investments", headings, [("A", "Under framtagande", "5", "9")], format=LEDGER)
    assert told(content) == ["SM173 Blad!B2"]


@pytest.mark.parametrize("word", ["..", "-", "x", "Uppgift saknas", "Inför beslut"])
def test_words_for_an_amount_make_it_missing_and_never_nought(word: str) -> None:
    content = read("investments", ["Benämning", "Budget 2020"], [("A", word)], format=LEDGER)
    (item,) = objects(content, "investments")
    assert isinstance(item, Investment)
    assert [part.value for part in item.amounts] == [None]
    assert told(content) == ["SM173 Blad!B2"]
    assert content.findings[0].found() == f'"{word}"'


def test_a_row_of_totals_is_checked_and_not_read() -> None:
    total = ("", "TOTALT FÖRVALTNING", "", 340, 1882, "", "", "")
    content = read("investments", INVESTMENTS, [*VIDEO, total], format=LEDGER)
    assert len(objects(content, "investments")) == 5
    assert told(content) == ["SM172 Blad!E7", "SM178 Blad rad 7"]
    assert content.findings[0].found() == "1882, men delarna blir 1881"


def test_rows_that_refer_to_a_specification_are_no_investments() -> None:
    table = [("Regionstyrelse",), ("", "IT (spec på bil 10c)", "", "", "", "", "", "0"), *VIDEO[:1]]
    content = read("investments", INVESTMENTS, table, format=LEDGER)
    (item,) = objects(content, "investments")
    assert isinstance(item, Investment)
    assert item.category == "Regionstyrelse"
    assert [reason for _, reason in content.skipped] == [
        'rubrik "Regionstyrelse"',
        'specificeras på annan plats "IT (spec på bil 10c)"',
    ]


def test_three_lines_are_one_project_with_amounts_by_post() -> None:
    content = read("it_projects", IT_PROJECTS, IMAGES, format=LEDGER)
    (project,) = objects(content, "projects")
    assert isinstance(project, Project)
    assert (project.id, project.project_nr, project.name) == ("projekt-8023", "8023", "Medicinska bilder")
    assert [(part.post, str(part.period), part.value) for part in project.amounts] == [
        ("kostnad", "2018", Decimal(-978000)),
        ("kostnad", "2019", Decimal(-1500000)),
        ("kostnad", "2020", Decimal(-3000000)),
        ("kostnad", "2021", Decimal(-3000000)),
        ("kostnad", "2022", Decimal(-3000000)),
        ("investering", "2019", Decimal(-100000)),
    ]
    assert told(content) == []


def test_an_it_project_has_its_yearly_costs_from_the_labels_beside_them() -> None:
    content = read("it_projects", IT_PROJECTS, IMAGES, format=LEDGER)
    assert objects(content, "it_projects") == (
        ITProject(
            project_id="projekt-8023",
            maintenance_object="Bildhantering",
            customer="Vård",
            operating_cost=Decimal(-5000),
            capital_cost=Decimal(-7000),
        ),
    )


def test_the_line_of_sums_is_checked() -> None:
    wrong = [IMAGES[0], IMAGES[1], (*IMAGES[2][:6], 1500, *IMAGES[2][7:10], 11478, "Summa", 13)]
    content = read("it_projects", IT_PROJECTS, wrong, format=LEDGER)
    assert told(content) == ["SM172 Blad!G4", "SM172 Blad!M4"]


def test_empty_blocks_of_the_form_are_no_projects() -> None:
    content = read("it_projects", IT_PROJECTS, [*DECISION_SUPPORT, *EMPTY_BLOCK, *EMPTY_BLOCK], format=LEDGER)
    assert [project.name for project in objects(content, "projects") if isinstance(project, Project)] == ["Beslutsstöd"]
    assert len(content.skipped) == 6
    assert told(content) == ["SM178 Blad rad 5"]


def test_lines_with_figures_and_no_project_are_told() -> None:
    nameless = [("", "", "", "", *line[4:]) for line in IMAGES]
    content = read("it_projects", IT_PROJECTS, nameless, format=LEDGER)
    assert told(content) == ["SM177 Blad rad 2"]


def test_totals_of_costs_and_of_outlays_are_compared_with_their_own_lines() -> None:
    totals = (
        ("Summa kostnader", "", "", "", "", "2 328", 4500, 5000, 5000, 5000, "21 828"),
        ("Summa investeringar \n*)", "", "", "", "", "0", 100, "0", "0", "0", "100"),
        ("TOTALT IT-plan", "", "", "", "", "2 328", 4600, 5000, 5000, 5001, "21 928"),
    )
    content = read("it_projects", IT_PROJECTS, [*DECISION_SUPPORT, *IMAGES, *totals], format=LEDGER)
    assert told(content) == ["SM172 Blad!J10", "SM178 Blad rad 8"]


def test_one_line_for_each_project_gives_amounts_without_post() -> None:
    content = read(
        "it_projects", ["Proj.nr", "Benämning", "Budget 2020", "Årskostnad"], [(8017.0, "A", 5, 2)], format=LEDGER
    )
    (project,) = objects(content, "projects")
    assert isinstance(project, Project)
    assert [part.post for part in project.amounts] == [""]
    (it_project,) = objects(content, "it_projects")
    assert isinstance(it_project, ITProject)
    assert it_project.operating_cost == Decimal(-2000)


def test_a_file_that_says_nothing_about_costs_is_warned_about() -> None:
    content = read("investments", INVESTMENTS, VIDEO, format=SourceFormat(scale="tkr"))
    assert told(content) == ["SM179 rubrikraden"]
