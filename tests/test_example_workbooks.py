"""The example's workbooks: LibreOffice works out every formula to the stored value."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.report.recalculation import recalculate_all

from styrmodell.api import Workspace, load
from styrmodell.session.run import Order, plan_jobs, run_jobs

EXAMPLES = Path(__file__).parents[1] / "examples"
EXAMPLE = EXAMPLES / "vasternorrland-2020"

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def workbooks(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    return written_and_recalculated(workspace, tmp_path_factory.mktemp("böcker"))


def written_and_recalculated(workspace: Workspace, folder: Path) -> list[tuple[Path, Path]]:
    """(as written, as LibreOffice recalculates it) for each workbook of the example."""
    run = run_jobs(workspace, plan_jobs(workspace, Order(formats=("xlsx",))), folder)
    written = [folder / output.file for output in run.outputs]
    return list(zip(written, recalculate_all(written, folder / "office"), strict=True))


def same_formulas(workbooks: list[tuple[Path, Path]]) -> int:
    """How many formulas there are; each is worked out to what is stored beside it."""
    formulas = 0
    for written, recalculated in workbooks:
        asked = openpyxl.load_workbook(written)
        stored, again = (openpyxl.load_workbook(path, data_only=True) for path in (written, recalculated))
        for sheet in asked:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                place = (sheet.title, cell.coordinate)
                expected = stored[sheet.title][cell.coordinate].value
                assert again[sheet.title][cell.coordinate].value == pytest.approx(expected, rel=1e-12), place
                formulas += 1
    return formulas


def test_every_formula_recalculates_to_its_stored_value(workbooks: list[tuple[Path, Path]]) -> None:
    assert len(workbooks) == 11
    assert same_formulas(workbooks) > 400


@pytest.mark.parametrize(("example", "books"), [("dalarna-fiktiv-2024", 2), ("jamtland-harjedalen-fiktiv-2024", 4)])
def test_so_do_those_of_the_other_regions(example: str, books: int, tmp_path: Path) -> None:
    pytest.importorskip("styrmodell_dalarna", reason="needs the plugin styrmodell-dalarna")
    pytest.importorskip("styrmodell_jamtland_harjedalen", reason="needs the plugin styrmodell-jamtland-harjedalen")
    made = written_and_recalculated(load(EXAMPLES / example), tmp_path)
    assert len(made) == books
    assert same_formulas(made) > 80


def test_the_total_of_bilaga_10a_is_live_and_is_the_printed_one(workbooks: list[tuple[Path, Path]]) -> None:
    written, recalculated = next(pair for pair in workbooks if "bilaga10a" in pair[0].name)
    sheet = openpyxl.load_workbook(written)["Bilaga 10 a"]
    total = next(row for row in sheet.iter_rows() if row[0].value == "SUMMA VERKSAMHET")[5]
    assert total.value == f"=SUM(F{total.row - 10}:F{total.row - 1})"
    shown = openpyxl.load_workbook(recalculated, data_only=True)["Bilaga 10 a"][total.coordinate].value
    assert Decimal(shown) == Decimal(-1661635)


def test_a_figure_changed_in_excel_reaches_the_total(workspace: Workspace, tmp_path: Path) -> None:
    """What the formulas are for: the controller types another figure and the sums follow."""
    path = Path(workspace.render("vasternorrland.bilaga9", "xlsx").write(tmp_path))
    book = openpyxl.load_workbook(path)
    sheet = book["Bilaga 9"]
    cell = next(row for row in sheet.iter_rows() if row[0].value == "Egna lokaler")[3]
    cell.value = cell.value + 1000
    book.save(path)
    again = openpyxl.load_workbook(recalculate_all([path], tmp_path / "office")[0], data_only=True)["Bilaga 9"]
    assert next(row for row in again.iter_rows() if row[0].value == "Summa")[3].value == 454800 + 1000
