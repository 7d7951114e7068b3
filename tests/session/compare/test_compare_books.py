"""Delivered workbooks that somebody has worked in: rows, columns and sheets are found where they now stand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.report.recalculation import recalculate

from styrmodell.api import ChangeKind, Comparison, diff, load

EXAMPLES = Path(__file__).parents[3] / "examples"
SHEET = "Bilaga 10 a"
CELL = "vasternorrland.bilaga10a@rlf@2020/ekonomi/primarvard/budget-2020.kostnader"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(
        load(EXAMPLES / "vasternorrland-2020")
        .render("vasternorrland.bilaga10a", "xlsx")
        .write(tmp_path_factory.mktemp("bok"))
    )


@pytest.fixture(scope="module")
def resaved(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recalculate(book, tmp_path_factory.mktemp("office"))


@pytest.fixture
def worked(resaved: Path, tmp_path: Path) -> Callable[..., Path]:
    """The workbook as LibreOffice saved it, after what somebody did to it."""

    def edited(*edits: Callable[[Any], None]) -> Path:
        opened = openpyxl.load_workbook(resaved, data_only=True)
        for edit in edits:
            edit(opened)
        opened.save(tmp_path / "ändrad.xlsx")
        return tmp_path / "ändrad.xlsx"

    return edited


def row(book: Any) -> None:
    book[SHEET].insert_rows(3)


def column(book: Any) -> None:
    book[SHEET].insert_cols(2)


def renamed(book: Any) -> None:
    book[SHEET].title = "Ekonomi"


def underived(book: Any) -> None:
    del book["Härledning"]


def codes(found: Comparison) -> list[str]:
    return [one.code.code for one in found.findings]


def test_a_workbook_that_libreoffice_has_saved_is_the_same(book: Path, resaved: Path) -> None:
    for pair in ((book, resaved), (resaved, book)):
        found = diff(*pair)
        assert (found.changes, codes(found)) == ((), [])


@pytest.mark.parametrize("edits", [(row,), (column,), (renamed,), (row, column, renamed)])
def test_rows_columns_and_sheets_that_have_moved_are_no_changes(
    edits: tuple[Callable[[Any], None], ...], book: Path, worked: Callable[..., Path]
) -> None:
    found = diff(book, worked(*edits))
    assert (found.changes, codes(found)) == ((), ["SM443"])


def test_a_figure_written_over_where_all_has_moved_is_found(book: Path, worked: Callable[..., Path]) -> None:
    def over(opened: Any) -> None:
        opened[SHEET]["F8"] = -1

    (found,) = diff(book, worked(row, column, over, renamed)).changes
    assert (found.object, found.old_number, found.new_number) == (CELL, -1712738, -1)
    assert str(found.new_source) == "ändrad.xlsx Ekonomi!F8"


def test_a_row_that_was_taken_out_is_told_and_those_below_are_not(book: Path, worked: Callable[..., Path]) -> None:
    found = diff(book, worked(lambda opened: opened[SHEET].delete_rows(9)))
    assert {one.kind for one in found.changes} == {ChangeKind.REMOVED}
    assert {one.object.split("/")[2] for one in found.changes} == {"bestallartandvard"}


def test_a_row_that_somebody_added_is_told(book: Path, worked: Callable[..., Path]) -> None:
    def added(opened: Any) -> None:
        opened[SHEET].insert_rows(9)
        opened[SHEET]["A9"], opened[SHEET]["D9"] = "Ny verksamhet", 500

    (found,) = diff(book, worked(added)).changes
    assert (found.kind, found.name, found.new_number) == (
        ChangeKind.ADDED,
        "Bilaga 10 a: Ny verksamhet, Intäkter (+)",
        500,
    )


def test_a_sheet_that_is_gone_is_told_since_its_figures_are_what_was_written(
    book: Path, worked: Callable[..., Path]
) -> None:
    def gone(opened: Any) -> None:
        del opened[SHEET]
        opened.create_sheet("Annat")

    found = diff(book, worked(gone))
    assert codes(found) == ["SM444"]


def test_a_sheet_that_was_renamed_is_paired_by_its_headings_too(book: Path, worked: Callable[..., Path]) -> None:
    found = diff(book, worked(row, renamed, underived))
    assert (found.changes, codes(found)) == ((), ["SM441"])
