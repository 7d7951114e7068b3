"""Forms: only what is asked for can be filled in, totals are live, and nothing empty shows as a zero."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.report.form_books import (
    AREA_SHEET,
    FICTITIOUS,
    MONEY_SHEET,
    RLF,
    copy_example,
    find,
    inputs,
    make_forms,
    opened,
)
from tests.report.recalculation import recalculate

from styrmodell.report.form.blank_formula import unless_blank
from styrmodell.report.form.identity import headings


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("forms")
    for example, units in ((FICTITIOUS, ("exf-nara",)), (RLF, ("rlf", "rlf-rf"))):
        make_forms(copy_example(example, base), base / "ut", *units)
    return base / "ut"


@pytest.fixture(scope="module")
def path(folder: Path) -> Path:
    return folder / "formular.exf-nara.2020.xlsx"


def test_only_underived_figures_of_the_unit_can_be_filled_in(path: Path) -> None:
    sheet = opened(path)[MONEY_SHEET]
    assert not find(sheet, "Primärvård", 4).protection.locked
    for label in ("SUMMA VERKSAMHET", "RESULTAT", "Diff"):
        assert all(cell.protection.locked for cell in sheet[find(sheet, label, 1).row]), label
    row = sheet[find(sheet, "Primärvård", 1).row]
    assert [cell.column_letter for cell in row if not cell.protection.locked] == list("BCDEGHJK")


def test_what_there_can_be_no_figure_of_is_not_asked_for(path: Path) -> None:
    sheet = opened(path)[MONEY_SHEET]
    cell = find(sheet, "Tandvårdsersättning", 4)
    assert cell.protection.locked
    assert cell.value is None


def test_every_cell_outside_the_tables_fields_is_locked_but_the_sign_off(path: Path) -> None:
    book = opened(path)
    unlocked = [book["Formulär"].cell(cell.row, 1).value for cell in inputs(book["Formulär"]) if cell.column == 2]
    assert unlocked == ["Roll", "Datum", "Klarmarkering", "Kommentar"]
    assert all(sheet.protection.sheet for sheet in book)
    assert not any(sheet.protection.password for sheet in book)


def test_a_unit_above_those_that_report_fills_nothing_in_for_them(folder: Path) -> None:
    book = opened(folder / "formular.rlf.2020.xlsx")
    assert AREA_SHEET not in book.sheetnames
    assert len(inputs(opened(folder / "formular.rlf-rf.2020.xlsx")[AREA_SHEET])) == 10


def test_known_figures_stand_there_in_the_printed_unit(path: Path) -> None:
    book = opened(path)
    assert find(book[MONEY_SHEET], "Primärvård", 4).value == 96412
    assert find(book[MONEY_SHEET], "Beställartandvård", 4).value is None


def test_the_identity_is_very_hidden_and_there_are_no_macros(path: Path) -> None:
    book = opened(path)
    assert book["styrmodell"].sheet_state == "veryHidden"
    assert not [name for name in zipfile.ZipFile(path).namelist() if "vba" in name.lower()]
    asked = [row for row in book["styrmodell"].iter_rows(values_only=True) if row[0] == MONEY_SHEET]
    assert len(asked) == len(inputs(book[MONEY_SHEET]))


def test_numbers_and_choices_are_checked_by_excel_itself(path: Path) -> None:
    book = opened(path)
    rules = {str(rule.sqref): rule for rule in book[MONEY_SHEET].data_validations.dataValidation}
    cell = find(book[MONEY_SHEET], "Primärvård", 4).coordinate
    assert rules[cell].type == "decimal"
    assert "Skriv i tkr" in rules[cell].prompt
    assert {rule.formula1 for rule in book["Formulär"].data_validations.dataValidation} >= {'"Ja,Nej"'}


def test_the_same_form_gives_the_same_bytes(tmp_path: Path, path: Path) -> None:
    make_forms(copy_example(FICTITIOUS, tmp_path), tmp_path / "ut", "exf-nara")
    assert (tmp_path / "ut" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.office
def test_totals_follow_what_is_filled_in(path: Path, tmp_path: Path) -> None:
    book = opened(path)
    sheet = book[MONEY_SHEET]
    for column in (4, 5):
        find(sheet, "Beställartandvård", column).value = 1000
    target = tmp_path / "ifylld.xlsx"
    book.save(target)
    worked = openpyxl.load_workbook(recalculate(target, tmp_path / "office"), data_only=True)[MONEY_SHEET]
    known = openpyxl.load_workbook(path, data_only=True)[MONEY_SHEET]
    assert find(worked, "Beställartandvård", 6).value == 2000
    assert find(worked, "SUMMA VERKSAMHET", 6).value == find(known, "SUMMA VERKSAMHET", 6).value + 2000
    assert find(worked, "RESULTAT", 6).value == find(known, "RESULTAT", 6).value + 2000


@pytest.mark.office
def test_a_total_of_nothing_is_empty_and_stored_values_are_what_is_worked_out(path: Path, tmp_path: Path) -> None:
    worked = openpyxl.load_workbook(recalculate(path, tmp_path / "office"), data_only=True)
    stored = openpyxl.load_workbook(path, data_only=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in opened(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) > 60
    for sheet, place in formulas:
        expected = stored[sheet][place].value
        found = worked[sheet][place].value
        assert found == (pytest.approx(expected, rel=1e-12) if isinstance(expected, float | int) else expected), place
    assert find(worked[MONEY_SHEET], "Högskoleverksamhet", 6).value in (None, "")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SUM(B2:B9)", '=IFERROR(IF(COUNT(B2:B9)=0,"",SUM(B2:B9)),"")'),
        ("=B2-B3", '=IFERROR(IF(OR(COUNT(B2)=0,COUNT(B3)=0),"",B2-B3),"")'),
        ("='Bilaga 10 a'!C5/1000", "=IFERROR(IF(COUNT('Bilaga 10 a'!C5)=0,\"\",'Bilaga 10 a'!C5/1000),\"\")"),
        ("=1+2", "=1+2"),
    ],
)
def test_a_formula_shows_nothing_while_its_figures_are_missing(formula: str, expected: str) -> None:
    assert unless_blank(formula) == expected


def test_rows_of_one_name_are_told_apart_by_their_number() -> None:
    found = headings([("", "Netto"), ("2019", "Netto"), ("", "Netto")])
    assert [(one.number, one.count) for one in found] == [(1, 2), (1, 1), (2, 2)]
