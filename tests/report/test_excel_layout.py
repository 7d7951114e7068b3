"""How a workbook's sheets look: figures and codes are whole, groups of rows are read, and pages end between things."""

from typing import Any

from attrs import evolve
from openpyxl.utils import get_column_letter
from tests.report.editions import FAULT, FINDINGS
from tests.report.editions import edition as make_edition
from tests.report.rich_editions import charts, goal_table, with_blocks
from tests.report.test_excel import number, table
from tests.report.test_excel_sheets import opened, place_of

from styrmodell.finding import Findings
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.table import Cell, TableRow
from styrmodell.source import Source

LINE = 15.0


def width_of(sheet: Any, heading: str) -> float:
    return float(sheet.column_dimensions[get_column_letter(place_of(sheet, heading)[1])].width)


def test_a_figure_with_its_unit_in_words_is_not_shown_as_hashes() -> None:
    made = table()
    style = NumberStyle(unit="avvikelser per medarbetare och år", decimals=2, named=True)
    row = TableRow(key="r", label="Rad", cells=(Cell(id="prov/t/r/k", style=style, open=lambda: number("12.5")),))
    sheet = opened(with_blocks(evolve(made, rows=(row,)))).worksheets[0]
    assert width_of(sheet, "2020") >= len("12,50 avvikelser per medarbetare och år")


def test_a_long_heading_of_figures_still_breaks() -> None:
    assert width_of(opened(with_blocks(table(column="Förändring mot samma tid 2019"))).worksheets[0], "Rad") < 30


def test_the_rows_of_a_group_are_as_high_together_as_its_text() -> None:
    made = goal_table()
    group = "Befolkning, kunder och patienter är trygga, vet att vården är tillgänglig och professionell " * 2
    rows = (evolve(made.rows[0], group=group), *(evolve(row, group="Ekonomi") for row in made.rows[1:]))
    sheet = opened(with_blocks(evolve(made, rows=rows))).worksheets[0]
    first, _ = place_of(sheet, group)
    assert sheet.row_dimensions[first].height >= 7 * LINE
    assert sheet.row_dimensions[first + 1].height < 3 * LINE


def test_the_title_of_a_draft_s_pages_leaves_the_middle_to_the_word() -> None:
    title = "Uppföljning av styrkort: Tandvårdsförvaltningens övergripande styrning 2018"
    made = make_edition(title=title)
    untitled = evolve(made, document=evolve(made.document, head=evolve(made.document.head, appendix="")))
    for draft, shown in ((True, "Uppföljning av styrkort…"), (False, title)):
        assert opened(evolve(untitled, draft=draft)).worksheets[0].oddHeader.left.text == shown


def test_a_low_table_and_its_only_chart_are_one_page() -> None:
    drawn = charts()[0]
    for count, height in ((1, 1), (2, 0)):
        blocks = (drawn.table, *(evolve(drawn, key=f"k{at}") for at in range(count)))
        sheet = opened(with_blocks(*blocks)).worksheets[0]
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        # One page is what is not written; 0 is as many as it takes.
        assert (1 if sheet.page_setup.fitToHeight is None else sheet.page_setup.fitToHeight) == height


def test_the_code_of_a_finding_is_whole() -> None:
    sheet = opened(make_edition(findings=FINDINGS))["Iakttagelser"]
    assert width_of(sheet, "Kod") < 12
    long = evolve(FAULT, code="jamtland-harjedalen.12").at(Source(file="plan.yaml"), reported="12")
    assert width_of(opened(make_edition(findings=Findings((long,))))["Iakttagelser"], "Kod") >= 24
