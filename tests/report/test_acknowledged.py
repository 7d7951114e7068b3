"""What is acknowledged stands apart in every format, with why, by which role and until when."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from attrs import evolve
from lxml import html
from tests.report.appendix_example import make_edition
from tests.report.editions import FINDINGS, edition

from styrmodell.finding import Acknowledgement, Findings, Severity
from styrmodell.report.document import Contents, Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.html import write_html
from styrmodell.report.word import write_word

(DOUBT,) = FINDINGS
BY = Acknowledgement(
    code=DOUBT.code.code,
    where=str(DOUBT.source),
    found=DOUBT.found(),
    expected=DOUBT.expected(),
    why="Delarna <rättas> i budget 2021",
    role="Ekonomichef",
    until=date(2020, 12, 31),
)
KNOWN = evolve(DOUBT, acknowledged=BY)
OTHER = evolve(DOUBT, source=evolve(DOUBT.source, place="rad 7"))
ROW = [
    "SM305\nvarning",
    "underlag/2020.csv rad 231",
    "rapporterad 12 kr",
    "Delarna <rättas> i budget 2021",
    "Ekonomichef, till och med 2020-12-31",
]
HEAD = ["Kod", "Var", "Hittade", "Varför", "Kvitterad av"]


def page(written: Edition) -> Any:
    return html.document_fromstring(write_html(written), parser=html.HTMLParser(encoding="utf-8"))


def opened(written: Edition) -> Any:
    return docx.Document(BytesIO(write_word(written)))


def book(written: Edition) -> Any:
    return openpyxl.load_workbook(BytesIO(write_excel(written, {})))


def word_rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_word_lists_them_last_under_a_heading_of_their_own() -> None:
    document = opened(edition(findings=Findings((OTHER, KNOWN))))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts.index("Iakttagelser") < texts.index("Kvitterade iakttagelser")
    assert [len(table.rows) for table in document.tables[-2:]] == [2, 2]
    assert word_rows(document.tables[-1]) == [HEAD, ROW]


def test_the_contents_of_word_name_both_lists() -> None:
    written = edition(findings=Findings((OTHER, KNOWN)))
    blocks = (Contents(), *written.document.blocks)
    document = opened(evolve(written, document=evolve(written.document, blocks=blocks)))
    listed = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    assert [text.split("\t")[0] for text in listed][-2:] == ["Iakttagelser", "Kvitterade iakttagelser"]


def test_html_lists_them_apart() -> None:
    root = page(edition(draft=True, findings=Findings((OTHER, KNOWN))))
    first, second = root.xpath("//table[@class='findings']")
    assert [row.text_content() for row in first.xpath(".//td[1]")] == ["underlag/2020.csv rad 7"]
    cells = [cell.text_content() for cell in second.xpath("./tbody/tr/*")]
    assert cells == ["SM305 varning", *ROW[1:]]
    assert [cell.text_content() for cell in second.xpath("./thead//th")] == HEAD
    assert root.xpath("//section[@aria-labelledby='kvitterade']/h2")[0].text == "Kvitterade iakttagelser"
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_excel_has_a_sheet_of_them() -> None:
    found = book(make_edition(draft=False, findings=Findings((OTHER, KNOWN))))
    sheet = found["Kvitterade iakttagelser"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[-1] == [
        "SM305",
        "varning",
        *ROW[1:3],
        "delarnas summa",
        "Delarna <rättas> i budget 2021",
        "Ekonomichef",
        datetime(2020, 12, 31),
    ]
    assert len([row for row in found["Iakttagelser"].iter_rows(values_only=True) if row[0] == "SM305"]) == 1


def test_where_all_are_acknowledged_nothing_is_left_to_look_at() -> None:
    told = Findings((KNOWN,))
    assert "Iakttagelser" not in [paragraph.text for paragraph in opened(edition(findings=told)).paragraphs]
    assert not page(edition(findings=told)).xpath("//*[@id='iakttagelser']")
    assert opened(edition(draft=True, findings=told)).paragraphs[0].text == "UTKAST"
    sheets = book(make_edition(draft=False, findings=told))
    assert "Iakttagelser" not in sheets.sheetnames
    assert "iakttagelse" not in str(sheets[sheets.sheetnames[1]]["A1"].value)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_workbook_is_a_draft_for_errors_that_nobody_acknowledged(is_known: bool) -> None:
    wrong = evolve(DOUBT, code=evolve(DOUBT.code, severity=Severity.ERROR), acknowledged=BY if is_known else None)
    sheets = book(make_edition(draft=False, findings=Findings((wrong,))))
    top = [str(row[0]) for row in sheets[sheets.sheetnames[1]].iter_rows(max_row=2, values_only=True)]
    assert any("UTKAST" in text for text in top) is not is_known


def test_without_any_there_is_no_such_list() -> None:
    assert "Kvitterade iakttagelser" not in [paragraph.text for paragraph in opened(edition()).paragraphs]
    assert not page(edition()).xpath("//*[@id='kvitterade']")
    assert "Kvitterade iakttagelser" not in book(make_edition(findings=FINDINGS)).sheetnames
