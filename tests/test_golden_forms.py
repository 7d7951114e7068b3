"""Bilaga 9a, 16 and 17 as they are printed: every figure and word at its place, in the tables and in the workbooks.

What cannot be told from the printed document, columns of marks and of two ratings, is told and never guessed.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from styrmodell.api import Document, Table, Workspace, load

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vasternorrland-2020"
# The golden file's names of professions → the members.
PROFESSIONS = {
    "dsk": "distriktsskoterska",
    "ssk": "sjukskoterska",
    "fysio": "fysioterapeut",
    "arbterap": "arbetsterapeut",
}
TOTALS = {"tot.lakarbesok": "lakarbesok", "tot.ovriga": "ovriga"}
# The parts of the printed 572 215 sum to 572 214: ours is shown, and SM302 shows both.
OTHERWISE = {("tot.ovriga", 1): (572215, 572214)}
RATINGS = ("effektivitet", "paverkan", "sannolikhet")
COUNT, UNKNOWN = "antal-kryss", "varde.okand"
# Printed with a spelling mistake in the head of the form: the unit is called by its name.
MISSPELT = {"Regionledningsförvalning": "Regionledningsförvaltning"}


def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (ROOT / "tests" / "golden" / f"vn_bilaga{name}.yaml").read_text(encoding="utf-8")
    )
    return found


VISITS, RISKS, PROJECTS = golden("09a"), golden("16"), golden("17")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


def document(workspace: Workspace, number: str) -> Document:
    assert workspace.plan is not None
    publisher = workspace.publisher
    return publisher.document(publisher.spec(f"vasternorrland.bilaga{number}"), "rlf", workspace.plan.period)


def sheets(workspace: Workspace, number: str) -> list[Worksheet]:
    data = workspace.render(f"vasternorrland.bilaga{number}", "xlsx").data
    found: list[Worksheet] = openpyxl.load_workbook(BytesIO(data), data_only=True).worksheets
    return found


def values_in(sheet: Worksheet) -> list[list[Any]]:
    rows = ([value for value in row if value is not None] for row in sheet.iter_rows(values_only=True))
    return [[one.replace("\u00a0", " ") if isinstance(one, str) else one for one in row] for row in rows]


def headings(table: Table) -> list[str]:
    return [" | ".join(filter(None, (c.group, " ".join((c.label, *c.notes))))) for c in table.columns]


def row_key(section: dict[str, Any], row: dict[str, Any]) -> str:
    """The golden file has one code without quotes, which YAML makes a number."""
    name = row["id"].partition(".")[2]
    return f"{str(section['dvo']).zfill(3)}.{PROFESSIONS.get(name, name)}"


def content(table: Table, key: str) -> dict[str, str]:
    """What stands in a row, by the keys of its columns."""
    row = next(row for row in table.rows if row.key == key)
    return {column.key: cell.text for column, cell in zip(table.columns, row.cells, strict=True)}


@pytest.fixture(scope="module")
def tables(workspace: Workspace) -> dict[str, Table]:
    """The project forms by their sheets."""
    return {table.sheet: table for table in document(workspace, "17").tables()}


class TestVisits:
    def test_head_headings_labels_and_marks_are_the_printed_ones(self, workspace: Workspace) -> None:
        made = document(workspace, "9a")
        visits, totals = made.tables()
        assert (made.title, visits.caption, made.head.appendix) == (
            VISITS["title"],
            VISITS["subtitle"],
            VISITS["appendix"],
        )
        assert dict(made.head.facts) == {"Förvaltning": VISITS["forvaltning"]}
        assert headings(visits) == VISITS["columns"]
        labels = [" ".join((row.label, *row.notes)) for row in visits.rows]
        assert labels == [
            label
            for section in VISITS["sections"]
            for label in (section["label"], *(row["label"] for row in section["rows"]))
        ]
        assert (totals.caption, headings(totals)) == (VISITS["totals"]["heading"], VISITS["totals"]["columns"])
        assert [row.label for row in totals.rows] == [row["label"] for row in VISITS["totals"]["rows"]]

    def test_notes_are_the_printed_ones(self, workspace: Workspace) -> None:
        notes = document(workspace, "9a").tables()[0].notes
        assert {note.mark: note.text for note in notes if note.mark} == VISITS["footnotes"]
        assert [note.text for note in notes if not note.mark] == VISITS["text"]

    def test_every_figure_is_the_printed_one(self, workspace: Workspace) -> None:
        visits = document(workspace, "9a").tables()[0]
        rows = {row.key: row for row in visits.rows}
        checked = 0
        for section in VISITS["sections"]:
            for row in section["rows"]:
                cells = rows[row_key(section, row)].cells
                assert [cell.text.replace("\u00a0", " ") for cell in cells] == row["printed"]
                checked += len(cells)
        assert checked == 15 * 15 == len(visits.cells())

    def test_totals_are_the_printed_ones_or_told(self, workspace: Workspace) -> None:
        totals = {row.key: row for row in document(workspace, "9a").tables()[1].rows}
        for row in VISITS["totals"]["rows"]:
            for place, (printed, cell) in enumerate(zip(row["values"], totals[TOTALS[row["id"]]].cells, strict=True)):
                shown = int(cell.text.replace("\u00a0", ""))
                assert (printed, shown) == OTHERWISE.get((row["id"], place), (printed, printed))
        told = [one for one in workspace.check() if one.source.file == "tryckta/bilaga9a.csv"]
        assert [one.code.code for one in told] == ["SM302"]
        for figure in OTHERWISE[("tot.ovriga", 1)]:
            assert f"{figure:,}".replace(",", "\u00a0") in told[0].text()

    def test_the_workbook_holds_the_figures(self, workspace: Workspace) -> None:
        names = {sheet.title: values_in(sheet) for sheet in sheets(workspace, "9a")}
        rows = names["Bilaga 9a Primärvård"]
        for section in VISITS["sections"]:
            for row in section["rows"]:
                assert [row["label"], *row["values"]] in rows
        assert ["Läkarbesök", *VISITS["totals"]["rows"][0]["values"]] in names["Bilaga 9a Ersättning"]


class TestRisks:
    def test_head_and_headings_are_the_printed_ones(self, workspace: Workspace) -> None:
        made = document(workspace, "16")
        (table,) = made.tables()
        assert (made.title, made.head.appendix) == (RISKS["title"], RISKS["appendix"])
        assert dict(made.head.facts) == {"Förvaltning": MISSPELT[RISKS["forvaltning"]]}
        printed = [f"{group} | {label}" for group, labels in RISKS["columns"].items() for label in labels]
        # The number is the row's heading: it stands first, beside the groups.
        assert (table.row_header, printed.pop(0)) == ("Nr", "Riskidentitet | Nr")
        told = ["Huvudpåverkan på | Antal kryss *)", "Riskvärdering | Kolumn okänd **)"]
        assert [one for one in headings(table) if one not in told] == printed
        assert [one for one in headings(table) if one in told] == told
        assert {note.mark for note in table.notes} == {"*)", "**)"}

    @pytest.mark.parametrize("risk", RISKS["risks"], ids=lambda risk: f"risk {risk['nr']}")
    def test_every_word_is_the_printed_one(self, workspace: Workspace, risk: dict[str, Any]) -> None:
        (table,) = document(workspace, "16").tables()
        row = next(row for row in table.rows if row.label == str(risk["nr"]))
        shown = content(table, row.key)
        today, plan = risk["hantering_idag"], risk["handlingsplan"]
        texts = (shown["benamning"], shown["beskrivning"], shown["kategori"], shown["atgarder"], shown["dokument"])
        assert texts == (
            risk["benamning"],
            risk["beskrivning"],
            ", ".join(risk["kategori"]),
            today["befintliga_atgarder"],
            today["styrande_dokument"] or "",
        )
        assert (shown["atgard"], shown["ansvarig"], shown["status"]) == (plan["atgard"], "", "")
        assert int(shown[COUNT] or 0) == risk["huvudpaverkan"]["marks_count"]
        assert {shown[column.key] for column in table.columns if column.kind.value == "mark"} == {""}
        is_lost = bool(risk["riskvardering"].get("uncertain"))
        rated = [shown[f"varde.{aspect}"] for aspect in RATINGS]
        assert rated == (["", "", ""] if is_lost else risk["riskvardering_printed"])
        assert shown[UNKNOWN] == (", ".join(risk["riskvardering_printed"]) if is_lost else "")

    def test_a_rating_has_its_colour_and_its_words_to_choose_from(self, workspace: Workspace) -> None:
        (table,) = document(workspace, "16").tables()
        lists = {column.choices for column in table.columns if column.key.removeprefix("varde.") in RATINGS}
        assert lists == {tuple(RISKS["value_lists"]["riskvardering"])}
        sheet = sheets(workspace, "16")[0]
        assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)
        colours = {
            cell.value: cell.fill.fgColor.rgb
            for row in sheet.iter_rows()
            for cell in row
            if cell.value in ("Röd", "Gul")
        }
        assert len(set(colours.values())) == 2

    def test_the_workbook_holds_the_words(self, workspace: Workspace) -> None:
        words = {value for row in values_in(sheets(workspace, "16")[0]) for value in row}
        for risk in RISKS["risks"]:
            assert {risk["benamning"], risk["beskrivning"], risk["handlingsplan"]["atgard"]} <= words


class TestProjects:
    def test_there_is_a_form_of_thirty_lines_for_each_area(
        self, workspace: Workspace, tables: dict[str, Table]
    ) -> None:
        assert (document(workspace, "17").title, document(workspace, "17").head.appendix) == (
            PROJECTS["title"],
            PROJECTS["appendix"],
        )
        assert list(tables) == [unit["forvaltning"] for unit in PROJECTS["units"]]
        numbers = [str(number) for number in range(1, PROJECTS["template_rows_per_unit"] + 1)]
        for area, table in tables.items():
            assert table.caption == f"Förvaltning: {area}"
            assert [row.label for row in table.rows] == numbers
            assert [note.text for note in table.notes if not note.mark] == PROJECTS["form_instructions"]

    def test_headings_and_lists_are_the_printed_ones(self, tables: dict[str, Table]) -> None:
        for table in tables.values():
            labels = [column.label for column in table.columns if column.key != COUNT]
            assert [table.row_header, *labels] == PROJECTS["columns"]
            lists = {column.key: list(column.choices) for column in table.columns if column.choices}
            assert lists == PROJECTS["value_lists"]

    @pytest.mark.parametrize("unit", PROJECTS["units"], ids=lambda unit: unit["forvaltning"])
    def test_every_word_is_the_printed_one_and_the_rest_is_blank(
        self, tables: dict[str, Table], unit: dict[str, Any]
    ) -> None:
        table = tables[unit["forvaltning"]]
        for number, row in enumerate(table.rows, 1):
            shown = content(table, row.key)
            project = next((one for one in unit["projects"] if one["nr"] == number), None)
            if project is None:
                assert set(shown.values()) == {""}
                continue
            for key in ("projektnamn", "beskrivning", "kategori", "digitalisering", "omfattning", "finansieringsform"):
                assert shown[key] == (project[key] or ""), key
            words = project["investering"] or ""
            # Amounts are written with their digits three and three; words stand as they are.
            assert shown["investering"].replace("\u00a0", "") == words
            marks = project["huvudpaverkan"]
            crosses = [shown[column.key] for column in table.columns if column.label in PROJECTS["columns"][5:10]]
            assert crosses == ["X" if marks["all_five"] else ""] * 5
            assert shown[COUNT] == ("" if marks["all_five"] or not marks["count"] else str(marks["count"]))

    def test_the_workbook_has_a_sheet_for_each_area(self, workspace: Workspace) -> None:
        found = [sheet for sheet in sheets(workspace, "17") if sheet.title not in ("Innehåll", "Härledning", "Listor")]
        assert len(found) == len(PROJECTS["units"])
        for sheet, unit in zip(found, PROJECTS["units"], strict=True):
            assert sheet.title[:20] == unit["forvaltning"].replace("/", " ").replace("  ", " ")[:20]
            words = {value for row in values_in(sheet) for value in row}
            assert {one["projektnamn"] for one in unit["projects"]} <= words
            assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)
