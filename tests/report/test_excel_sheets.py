"""What each kind of block becomes in a workbook."""

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from tests.report.appendix_example import FUNCTIONS
from tests.report.rich_editions import PREFIX, goal_table, rich_edition, with_blocks

from styrmodell.report.document import Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.table import Table, TableColumn


def opened(edition: Edition) -> Any:
    return openpyxl.load_workbook(BytesIO(write_excel(edition, FUNCTIONS)))


@pytest.fixture(scope="module")
def book() -> Any:
    return opened(rich_edition())


def place_of(sheet: Any, text: str) -> tuple[int, int]:
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text)


def cell_of(sheet: Any, label: str, heading: str) -> Any:
    row, _ = place_of(sheet, label)
    _, column = place_of(sheet, heading)
    return sheet.cell(row, column)


def test_the_sheets_follow_each_other_from_contents_to_data(book: Any) -> None:
    assert book.sheetnames == [
        "Innehåll", "Resultaträkning", "Målen och läget", "Diagram", "Från budget till budget", "Tillgänglighet",
        "Risker", "Text", "Underlag", "Härledning", "Diagramdata",
    ]  # fmt: skip


def test_running_text_stands_in_order_with_its_footnotes_at_the_end(book: Any) -> None:
    texts = [cell.value for cell in book["Text"]["A"]]
    start = texts.index("Ekonomi")
    assert texts[start + 1].startswith("Regionens resultat är −42\u00a0300")
    assert texts[start + 2 : start + 6] == ["• Tillgänglighet", "1. telefon", "2. besök", "• Kompetens"]
    assert texts[start + 7] == "2. Sedan det andra [2]"
    notes = texts[texts.index("Fotnoter") + 1 :]
    assert notes[0] == "[1] Beslutad av fullmäktige 2019-11-27."
    assert notes[1] == "[2] Se även regionens webb (https://www.rvn.se)."


def test_people_s_links_are_text_and_only_ours_lead_somewhere(book: Any) -> None:
    linked = {cell.value: cell.hyperlink.location for cell in book["Text"]["A"] if cell.hyperlink}
    assert linked["Tabell 1: Resultaträkning, tkr (bladet Resultaträkning)"] == "'Resultaträkning'!A1"
    assert linked["Diagram 1: Från budget till budget, waterfall (bladet Diagram)"] == "'Diagram'!A1"
    assert not any("rvn.se" in text for text in linked)


def test_a_figure_in_running_text_is_told_on_harledning_unless_a_table_prints_it(book: Any) -> None:
    ids = [cell.value for cell in book["Härledning"]["A"]]
    assert ids.count(f"{PREFIX}/resultat/resultat/budget") == 1
    text_only = rich_edition()
    blocks = tuple(block for block in text_only.document.blocks if not isinstance(block, Table))
    alone = opened(evolve(text_only, document=evolve(text_only.document, blocks=blocks)))
    row, _ = place_of(alone["Härledning"], f"{PREFIX}/resultat/resultat/budget")
    sheet, place = (alone["Härledning"].cell(row, column).value for column in (2, 3))
    assert alone[sheet][place].value.startswith("Regionens resultat är")


def test_chart_data_are_told_on_harledning(book: Any) -> None:
    row, _ = place_of(book["Härledning"], f"{PREFIX}/vagen/besok/2018")
    assert [book["Härledning"].cell(row, column).value for column in (2, 3)] == ["Tillgänglighet", "C7"]


def test_words_are_aligned_by_what_they_are(book: Any) -> None:
    sheet = book["Målen och läget"]
    label = "Telefontillgänglighet"
    sides = {
        name: cell_of(sheet, label, name).alignment.horizontal for name in ("2020", "Läge", "Prio", "Klart", "Risk")
    }
    assert sides == {"2020": "right", "Läge": "left", "Prio": "center", "Klart": "left", "Risk": "left"}


def test_a_date_is_a_date(book: Any) -> None:
    cell = cell_of(book["Målen och läget"], "Telefontillgänglighet", "Klart")
    assert (cell.value, cell.number_format) == (datetime(2020, 12, 31), "yyyy-mm-dd")


def test_a_status_has_its_tone(book: Any) -> None:
    cell = cell_of(book["Målen och läget"], "Väntetid", "Läge")
    assert (cell.value, cell.font.color.rgb, cell.fill.fgColor.rgb) == ("■\u00a0Ej uppnått", "FFA3142A", "FFFBE3E6")


def test_groups_of_rows_are_merged_before_the_labels(book: Any) -> None:
    sheet = book["Målen och läget"]
    row, column = place_of(sheet, "God vård")
    assert column == 1
    assert f"A{row}:A{row + 1}" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet.cell(row, 2).value == "Telefontillgänglighet"
    assert sheet.freeze_panes == f"C{row}"


def test_rows_below_a_row_are_indented(book: Any) -> None:
    sheet = book["Resultaträkning"]
    row, column = place_of(sheet, "varav statsbidrag")
    assert sheet.cell(row, column).alignment.indent > 0


def test_short_choices_stand_in_the_rule(book: Any) -> None:
    sheet = book["Målen och läget"]
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("list", '"Låg,Hög"')
    row, column = place_of(sheet, "Risk")
    assert str(rule.sqref) == f"F{row + 1}:F{row + 4}"
    assert column == 6


@pytest.mark.parametrize("words", [tuple(f"Val nummer {n}" for n in range(40)), ("Ja, ibland", "Nej"), ('"A"', "B")])
def test_choices_that_no_rule_holds_stand_on_a_hidden_sheet(words: tuple[str, ...]) -> None:
    table = goal_table()
    columns = tuple(evolve(one, choices=words) if one.key == "risk" else one for one in table.columns)
    book = opened(with_blocks(evolve(table, columns=columns)))
    assert book["Listor"].sheet_state == "hidden"
    assert [cell.value for cell in book["Listor"]["A"]] == list(words)
    assert book.defined_names["lista_1"].attr_text == f"'Listor'!$A$1:$A${len(words)}"
    (rule,) = book.worksheets[0].data_validations.dataValidation
    assert rule.formula1 == "lista_1"


def test_what_is_missing_in_a_chart_is_no_figure_and_follows_its_table(book: Any) -> None:
    sheet = book["Diagramdata"]
    row, _ = place_of(sheet, "Tillgänglighet, bar")
    assert [sheet.cell(row, column).value for column in (2, 3, 4)] == ["Telefon", "Besök", "Mål"]
    assert sheet.cell(row + 3, 2).value == "=IF(ISNUMBER('Tillgänglighet'!D6),'Tillgänglighet'!D6,NA())"


def test_a_matrix_is_a_grid_with_its_items_beneath(book: Any) -> None:
    sheet = book["Risker"]
    cell = cell_of(sheet, "3. Allvarlig", "2. Mindre sannolik")
    assert (cell.value, cell.fill.fgColor.rgb) == ("R1, R3", "FFFFF3D6")
    assert place_of(sheet, "R2 Brist på sjuksköterskor (sannolikhet 4, konsekvens 4)")


def test_the_contents_tell_what_symbols_and_signs_mean(book: Any) -> None:
    texts = {cell.value for row in book["Innehåll"].iter_rows() for cell in row}
    assert {"●\u00a0Uppnått", "■\u00a0Ej uppnått", "Regionstyrelsen", "19RS2753"} <= texts


def test_a_column_of_words_is_wide_enough_and_no_wider(book: Any) -> None:
    sheet = book["Målen och läget"]
    widths = {
        heading: sheet.column_dimensions[openpyxl.utils.get_column_letter(place_of(sheet, heading)[1])].width
        for heading in ("Kommentar\u00a0a)", "Prio", "Läge")
    }
    assert 40 <= widths["Kommentar\u00a0a)"] <= 61
    assert widths["Prio"] < widths["Läge"] < 30


def test_a_table_whose_columns_hold_only_words_has_no_figures_to_name() -> None:
    columns = (TableColumn(key="a", label="A"),)
    assert opened(with_blocks(evolve(goal_table(), columns=columns, rows=()))).sheetnames[-1] == "Härledning"
