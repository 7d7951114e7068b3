"""A document of more figures than anyone reads holds them as values, and says where each can be asked for."""

from io import BytesIO

import openpyxl
import pytest
from tests.report.editions import big_edition

from styrmodell.report.document import MOST_EXPLAINED
from styrmodell.report.excel import write_excel

COLUMNS = 5


@pytest.mark.parametrize(("extra", "explained"), [(0, True), (1, False)])
def test_the_sheets_behind_stand_up_to_five_thousand_figures(extra: int, explained: bool) -> None:
    edition = big_edition(MOST_EXPLAINED // COLUMNS + extra, COLUMNS)
    book = openpyxl.load_workbook(BytesIO(write_excel(edition, {"sum": "SUM"})))
    assert ("Härledning" in book.sheetnames) is explained
    sheet = book[book.sheetnames[0]]
    texts = " ".join(str(row[0]) for row in sheet.iter_rows(values_only=True) if isinstance(row[0], str))
    assert ("styrmodell explain svarar" in texts) is not explained
    assert edition.document.explains_itself is explained
