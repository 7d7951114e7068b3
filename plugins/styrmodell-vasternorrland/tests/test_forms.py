"""The forms of bilaga 9a, 16 and 17: blank ones, another förvaltning's, and the parts that are not printed."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from styrmodell.api import Document, Kind, Period, PlannedAmount, Project, RenderError, Table, Workspace, load
from styrmodell_vasternorrland.appendices import APPENDICES
from styrmodell_vasternorrland.bilaga11 import ADMINISTRATION_TABLE, OWN_TABLE
from styrmodell_vasternorrland.bilaga17 import ROWS_PER_AREA, investment_text
from styrmodell_vasternorrland.definitions import AMOUNTS, AREAS, OWN_RATIOS, RATIOS
from styrmodell_vasternorrland.profile import PROFILE_2020, STRATEGIC_GOALS
from styrmodell_vasternorrland.resultatbudget import TABLE as RESULT

SETTINGS = """
[workspace]
format = 1
profile = "vasternorrland"
as_of = 2021-01-31
files = ["*.yaml"]
"""
PLAN = """
plan: {id: hsf-2021, title: Plan, unit: hsf, period: "2021", state: draft}
units:
  - {id: hsf, name: Hälso- och sjukvårdsförvaltning, level: förvaltning}
  - {id: klinik, name: Kliniken, level: verksamhet, parent: hsf}
  - {id: annan, name: En annan förvaltning, level: förvaltning}
"""
DATA = """
dimensions:
  - {id: vardomrade, members: [{id: "310", name: Hudvård, codes: DVO 310}]}
  - id: profession
    members:
      - {id: lakare, name: Läkare}
      - {id: tandlakare, name: Tandläkare}
  - {id: kontakt, members: [{id: besok, parts: [video]}, {id: video, name: Videobesök}]}
measures:
  - id: besok
    name: Besök
    unit: antal
    dimensions: [vardomrade, profession, kontakt]
    not_applicable: [{vardomrade: "310", profession: tandlakare}]
risks:
  - {id: r1, nr: "7", name: Brand, unit: klinik, impacts: [Medarbetare], origin: Skyddsrond,
     ratings: [{aspect: Påverkan, word: Gul}], owner: Chef A, status: started}
  - {id: r2, name: Vatten, unit: annan}
projects:
  - {id: p1, name: Ett, unit: klinik, impacts: [Medarbetare], digital: false, owner: Chef A, start: 2021-03-01}
  - {id: p2, nr: "2", name: Två, area: Labb & röntgen, total: -1500000, total_years: 2}
  - {id: p3, name: It, unit: hsf}
it_projects:
  - {project: p3}
"""


@pytest.fixture
def make(tmp_path: Path) -> Any:
    """Makes a workspace of another förvaltning, with *data* and *settings*."""

    def made(data: str = "", settings: str = "") -> Workspace:
        (tmp_path / "styrmodell.toml").write_text(SETTINGS + settings, encoding="utf-8")
        (tmp_path / "plan.yaml").write_text(PLAN + data, encoding="utf-8")
        return load(tmp_path).require()

    return made


def document(workspace: Workspace, number: str) -> Document:
    assert workspace.plan is not None
    publisher = workspace.publisher
    return publisher.document(publisher.spec(f"vasternorrland.bilaga{number}"), "hsf", workspace.plan.period)


def texts(table: Table) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


def test_a_plan_without_data_gives_blank_forms(make: Any) -> None:
    workspace = make()
    visits, totals = document(workspace, "9a").tables()
    assert (len(visits.rows), len(visits.columns), len(totals.rows)) == (6 + 15, 15, 2)
    assert not any(letter.isdigit() for text in texts(visits) for letter in text)
    assert [note.mark for note in visits.notes] == ["1)", "2)", "3)", "", ""]
    assert visits.notes[-1].text.startswith("Utfall 2019 ")
    (risks,) = document(workspace, "16").tables()
    (projects,) = document(workspace, "17").tables()
    assert set(texts(risks)) == set(texts(projects)) == {""}
    assert (len(risks.rows), len(projects.rows)) == (1, ROWS_PER_AREA)
    assert projects.caption == "Förvaltning: Hälso- och sjukvårdsförvaltning"
    for number in ("9a", "16", "17"):
        for form in ("xlsx", "docx", "html"):
            assert workspace.render(f"vasternorrland.bilaga{number}", form).data


def test_titles_name_the_years_of_the_plan(make: Any) -> None:
    titles = [document(make(), number).title for number in ("9a", "16", "17")]
    assert titles == [
        "Verksamhetsredovisning Planerad verksamhet 2021-2023",
        "Riskanalys inför 2021",
        "Projekt 2021 - 2023",
    ]


def test_areas_professions_and_contacts_are_the_plans(make: Any) -> None:
    visits, totals = document(make(DATA), "9a").tables()
    assert [row.label for row in visits.rows] == ["Hudvård (DVO 310)", "Läkare"]
    assert {column.label for column in visits.columns} == {"Videobesök"}
    assert [note.mark for note in visits.notes] == ["", ""], "no mark without a place to stand"
    assert [row.key for row in totals.rows] == ["lakarbesok"], "there are no other professions"


def test_notes_of_the_workspace_replace_the_forms(make: Any) -> None:
    section = """
sections:
  - {id: bilaga-9a, heading: Text, text: "- Fritt ord\\n- 3) Egen not"}
"""
    visits = document(make(section), "9a").tables()[0]
    assert [(note.mark, note.text) for note in visits.notes] == [("3)", "Egen not"), ("", "Fritt ord")]


def test_risks_and_projects_are_those_of_the_unit_and_below(make: Any) -> None:
    workspace = make(DATA)
    (risks,) = document(workspace, "16").tables()
    assert [row.label for row in risks.rows] == ["7"]
    assert "Påbörjad" in texts(risks)
    first, second = document(workspace, "17").tables()
    assert (first.sheet, second.sheet) == ("Kliniken", "Labb & röntgen")
    names = [row.cells[0].text for table in (first, second) for row in table.rows if row.cells[0].text]
    assert names == ["Ett", "Två"], "the IT project is in bilaga 10 c"
    assert "1\u00a0500\u00a0000 under 2 år" in texts(second)


def test_marks_that_stand_in_their_columns_need_no_count(make: Any) -> None:
    for number in ("16", "17"):
        for table in document(make(DATA), number).tables():
            assert all(column.key != "antal-kryss" for column in table.columns)
    assert "X" in texts(document(make(DATA), "16").tables()[0])


def labels(make: Any, number: str, settings: str) -> list[str]:
    workspace = make(DATA, f'\n[reports."vasternorrland.bilaga{number}"]\n{settings}\n')
    return [column.label for column in document(workspace, number).tables()[0].columns]


def test_the_printed_and_the_digital_part_are_chosen_by_a_setting(make: Any) -> None:
    everything = labels(make, "16", "")
    assert "Ursprung" in everything, "filled in, and so shown"
    printed = labels(make, "16", 'del = "utskrift"')
    assert printed == [label for label in everything if label != "Ursprung"]
    assert labels(make, "16", 'del = "digital"') == ["Benämning", "Ursprung"]
    moved = 'digitala = "status, ansvarig"\n'
    assert labels(make, "16", moved + 'del = "digital"') == ["Benämning", "Ansvarig", "Status", "Ursprung"]
    assert "Status" not in labels(make, "16", moved + 'del = "utskrift"')
    assert labels(make, "17", 'del = "digital"')[1:] == ["Projektnummer", "Ansvarig", "Status", "Start", "Slut"]


@pytest.mark.parametrize("setting", ['del = "halva"', 'digitala = "okand"', 'rader = "många"'])
def test_a_setting_that_cannot_be_read_is_told(make: Any, setting: str) -> None:
    with pytest.raises(RenderError):
        labels(make, "16", setting)


def test_a_form_has_as_many_lines_as_its_setting_says(make: Any) -> None:
    workspace = make(DATA, '\n[reports."vasternorrland.bilaga16"]\nrader = "4"\n')
    (table,) = document(workspace, "16").tables()
    assert [row.label for row in table.rows] == ["7", "8", "9", "10"]


@pytest.mark.parametrize(
    ("project", "text"),
    [
        (Project(id="p", name="P"), ""),
        (Project(id="p", name="P", amount_text="Inför beslut"), "Inför beslut"),
        (Project(id="p", name="P", total=Decimal(0)), "0"),
        (Project(id="p", name="P", total=Decimal("-1200.5")), "1\u00a0200,50"),
        (Project(id="p", name="P", total=Decimal(500)), "−500"),
        (Project(id="p", name="P", total=Decimal(-6000), total_years=3, amount_text="6 000 3 år"), "6 000 3 år"),
        (Project(id="p", name="P", total=Decimal(-6000), amount_text="preliminärt"), "6\u00a0000, preliminärt"),
    ],
)
def test_an_investment_is_the_amount_or_the_words_and_never_nought_for_nothing(project: Project, text: str) -> None:
    assert investment_text(project) == text


def test_yearly_amounts_are_added_only_where_all_are_known_once() -> None:
    def amount(year: int, value: int | None, kind: Kind = Kind.PLAN) -> PlannedAmount:
        return PlannedAmount(period=Period.year(year), kind=kind, value=None if value is None else Decimal(value))

    def text(*amounts: PlannedAmount) -> str:
        return investment_text(Project(id="p", name="P", amounts=amounts))

    assert text(amount(2020, -1000), amount(2021, -2000)) == "3\u00a0000"
    assert text(amount(2020, -1000), amount(2021, None)) == ""
    assert text(amount(2020, -1000), amount(2020, -900, Kind.FORECAST)) == ""


def test_every_ratio_with_a_mark_has_its_cut_of_the_ledger() -> None:
    for table, ratios in ((ADMINISTRATION_TABLE, RATIOS), (OWN_TABLE, OWN_RATIOS)):
        marked = [row.key for row in table.rows if row.notes]
        assert marked == [ratio.key for ratio in ratios]


def test_what_the_profile_and_the_definitions_hold() -> None:
    assert PROFILE_2020.valid_from <= date(2020, 1, 1)
    assert PROFILE_2020.perspectives == tuple(perspective for perspective, _ in STRATEGIC_GOALS)
    assert dict(PROFILE_2020.value_lists)["digitalisering"] == ("Ja", "Nej")
    assert len([area for area in AREAS if area.is_activity]) == 10
    assert {one.unit for one in AMOUNTS} == {"tkr", "mnkr", "kr", "m2"}


def test_units_are_those_the_appendices_print() -> None:
    printed = {one.key.removeprefix("vasternorrland."): one.unit for one in APPENDICES if one.unit}
    printed |= {"5.2": RESULT.scale, "5.3": "tkr"}
    assert {one.place: one.unit for one in AMOUNTS} == printed
