"""What Excel works out is what we stored: LibreOffice recalculates every formula."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.report.appendix_example import FUNCTIONS, make_edition
from tests.report.recalculation import PACKAGE, recalculate, require_soffice
from tests.report.rich_editions import rich_edition

from styrmodell.report.document import Edition
from styrmodell.report.excel import write_excel

pytestmark = pytest.mark.office


def _values(path: Path) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def test_the_canary_s_wrong_stored_value_comes_back_corrected(tmp_path: Path) -> None:
    target = tmp_path / "canary.xlsx"
    with xlsxwriter.Workbook(str(target)) as book:
        sheet = book.add_worksheet("Kanariefågel")
        sheet.write_number(0, 0, 2)
        sheet.write_formula(1, 0, "=A1*21", None, 999)
    assert _values(target)["Kanariefågel", "A2"] == 999
    assert _values(recalculate(target, tmp_path / "office"))["Kanariefågel", "A2"] == 42


@pytest.mark.parametrize(("edition", "least"), [(make_edition(), 40), (rich_edition(), 80)], ids=["appendix", "rich"])
def test_every_formula_gives_the_stored_value(edition: Edition, least: int, tmp_path: Path) -> None:
    target = tmp_path / "bilaga.xlsx"
    content = write_excel(edition, FUNCTIONS)
    target.write_bytes(content)
    book = openpyxl.load_workbook(BytesIO(content))
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    stored, worked_out = _values(target), _values(recalculate(target, tmp_path / "office"))
    assert len(formulas) > least
    assert {place: worked_out[place] for place in formulas} == {
        # An error is a text: what a chart leaves out.
        place: value if isinstance(value := stored[place], str) else pytest.approx(value, rel=1e-12)
        for place in formulas
    }


def test_a_missing_libreoffice_skips_with_the_package_s_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("STYRMODELL_CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=PACKAGE):
        require_soffice()


def test_a_missing_libreoffice_fails_where_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("STYRMODELL_CI", "1")
    with pytest.raises(pytest.fail.Exception, match=PACKAGE):
        require_soffice()
