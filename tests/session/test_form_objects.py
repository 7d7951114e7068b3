"""Forms for objects and texts: who is asked for what, and what a sheet of them is."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.report.form_books import FICTITIOUS, RLF, copy_example, inputs, opened
from tests.session.object_books import EVERYTHING, HEADINGS, columns, find, make_form, make_workspace

from styrmodell.api import load
from styrmodell.errors import UnknownNameError
from styrmodell.session.form.make import form

SHEETS = [
    "Risker",
    "Projekt",
    "IT-projekt",
    "Investeringar",
    "Uppdrag",
    "Aktiviteter",
    "Åtgärder",
    "Textavsnitt",
    "Styrkort",
    "Bedömningar",
    "Kommentarer",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("objekt")
    make_workspace(base)
    return base


@pytest.fixture(scope="module")
def book(folder: Path) -> Workbook:
    return opened(make_form(folder / "ws", folder / "ut"))


def asked(path: Path, unit: str) -> list[str]:
    book = opened(path / f"formular.{unit}.2020.xlsx")
    return [sheet.title for sheet in book if sheet.sheet_state == "visible"][1:]


def test_each_kind_has_a_sheet_in_the_order_of_a_plan(book: Workbook) -> None:
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == ["Formulär", *SHEETS]


def test_known_objects_stand_there_with_their_ids_locked(book: Workbook) -> None:
    sheet = book["Risker"]
    assert [sheet.cell(row, 1).value for row in (6, 7, 8)] == ["risk-1", "risk-2", None]
    assert sheet.cell(6, 1).protection.locked
    assert find(book, "Risker", "risk-1", "Sannolikhet i dag").value == "2 – Möjlig"
    assert find(book, "Risker", "risk-1", "Påverkar Säkerhet").value == "X"
    assert find(book, "Projekt", "projekt-1", "Investering, tkr").value == 180
    assert find(book, "Projekt", "projekt-1", "Start").value == datetime(2020, 3, 1)
    assert find(book, "Investeringar", "investering-1", "Utgift t o m 2018, tkr").value == 100
    assert find(book, "Åtgärder", "atgard-1", "Utfall 2020, tkr").value == 400
    assert find(book, "Styrkort", "kort", "Prioriteringar").value == "Tillgänglighet\nKompetens"
    assert find(book, "Kommentarer", "m/outcome", "Kommentar").value == "Längre i juli"
    assert find(book, "Bedömningar", "matt.m", "Status").value == "Delvis uppnått"


def test_only_what_is_filled_in_can_be_written_and_rows_may_be_put_in(book: Workbook) -> None:
    for name in SHEETS:
        sheet = book[name]
        assert sheet.protection.sheet
        assert not sheet.protection.insertRows
        assert sheet.protection.deleteRows
        free = {cell.column for cell in inputs(sheet)}
        assert 1 not in free
        assert {cell.row for cell in inputs(sheet)} == set(range(HEADINGS + 1, sheet.max_row + 1))
    assert columns(book["Textavsnitt"])["Rubrik"] not in {cell.column for cell in inputs(book["Textavsnitt"])}


def test_there_are_empty_rows_where_objects_may_be_added(book: Workbook) -> None:
    assert (book["Risker"].max_row, book["Textavsnitt"].max_row) == (HEADINGS + 2 + 10, HEADINGS + 1)


def rule(sheet: Worksheet, heading: str) -> object:
    at = sheet.cell(HEADINGS + 1, columns(sheet)[heading]).coordinate
    return next(one for one in sheet.data_validations.dataValidation if at in one.sqref)


def test_words_days_and_numbers_are_checked_by_excel_itself(book: Workbook) -> None:
    assert rule(book["Projekt"], "Status").formula1 == '"Planerad,Påbörjad,Genomförd,Vilande,Avbruten"'
    assert rule(book["Projekt"], "Start").type == "date"
    assert rule(book["Projekt"], "Investering, tkr").type == "decimal"
    assert rule(book["Åtgärder"], "Genomförbarhet").formula1 == '"1 – hög,2 – medel,3 – låg"'
    assert "semikolon" in rule(book["Risker"], "Kategori").prompt
    assert "roll" in rule(book["Risker"], "Ansvarig").prompt.casefold()


def test_what_the_rows_are_is_very_hidden(book: Workbook) -> None:
    assert book["styrmodell objekt"].sheet_state == "veryHidden"


def test_the_first_sheet_tells_how_many_there_are(book: Workbook) -> None:
    rows = {row[0].value: [cell.value for cell in row[1:4]] for row in book["Formulär"].iter_rows(max_col=4)}
    assert rows["Risker"][1:] == [2, "=COUNTA('Risker'!$C$6:$C$17)"]


def test_the_same_form_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, second = make_form(folder / "ws", tmp_path / "a"), make_form(folder / "ws", tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()


def test_a_unit_is_asked_for_its_own_objects_alone(folder: Path, tmp_path: Path) -> None:
    path = make_form(folder / "ws", tmp_path, unit="u", objects=("risker",))
    sheet = opened(path)["Risker"]
    assert [sheet.cell(row, 1).value for row in (6, 7)] == ["risk-3", None]


def test_an_unknown_kind_is_refused_with_what_looks_alike(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="risker"):
        make_form(folder / "ws", tmp_path, objects=("riskerna",))


@pytest.mark.parametrize(
    ("words", "sheets"),
    [
        (("risks", "Projekt"), ["Risker", "Projekt"]),
        (("texter",), ["Textavsnitt", "Styrkort", "Bedömningar", "Kommentarer"]),
        (EVERYTHING[:1], SHEETS[:7]),
    ],
)
def test_kinds_are_named_in_swedish_or_as_keys(
    folder: Path, tmp_path: Path, words: tuple[str, ...], sheets: list[str]
) -> None:
    make_form(folder / "ws", tmp_path, objects=words)
    assert asked(tmp_path, "v") == sheets


def test_reports_that_list_objects_ask_for_them(tmp_path: Path) -> None:
    reports = [f"vasternorrland.bilaga{number}" for number in ("16", "17", "10c")]
    form(load(copy_example(FICTITIOUS, tmp_path)), tmp_path / "ut", reports=reports)
    assert asked(tmp_path / "ut", "exf-lok") == ["Risker", "Projekt"]
    assert asked(tmp_path / "ut", "exf-stab") == ["Risker", "Projekt", "IT-projekt"]
    assert not (tmp_path / "ut" / "formular.exf.2020.xlsx").exists()


def test_a_unit_that_is_named_gets_an_empty_list_to_add_to(tmp_path: Path) -> None:
    form(load(copy_example(RLF, tmp_path)), tmp_path / "ut", reports=["vasternorrland.bilaga16"], units=["rlf"])
    assert asked(tmp_path / "ut", "rlf") == ["Risker"]


def test_where_nothing_is_named_a_unit_is_asked_for_the_objects_it_has(folder: Path, tmp_path: Path) -> None:
    form(load(folder / "ws"), tmp_path)
    assert set(SHEETS[:7]) <= set(asked(tmp_path, "v"))
    assert [name for name in asked(tmp_path, "u") if name in SHEETS] == ["Risker"]
