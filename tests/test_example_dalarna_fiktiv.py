"""The month report's workbooks: LibreOffice works out every formula to the stored value, and the chain is live."""

from pathlib import Path

import openpyxl
import pytest
from tests.report.recalculation import recalculate_all

from styrmodell.api import Workspace, load

EXAMPLE = Path(__file__).parents[1] / "examples" / "dalarna-fiktiv-2024"
ASKED = (("region", "2024-08"), ("kirurgi", "2024-01"))

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_dalarna", reason="needs the plugin styrmodell-dalarna")
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def workbooks(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """(as written, as LibreOffice recalculates it) for a month report of a region and of a division."""
    folder = tmp_path_factory.mktemp("böcker")
    written = []
    for unit, period in ASKED:
        path = folder / f"{unit}.xlsx"
        path.write_bytes(workspace.render("dalarna.manadsrapport", "xlsx", unit=unit, period=period).data)
        written.append(path)
    return list(zip(written, recalculate_all(written, folder / "office"), strict=True))


def test_every_formula_recalculates_to_its_stored_value(workbooks: list[tuple[Path, Path]]) -> None:
    formulas = 0
    for written, recalculated in workbooks:
        asked = openpyxl.load_workbook(written)
        stored, again = (openpyxl.load_workbook(path, data_only=True) for path in (written, recalculated))
        for sheet in asked:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                place = (written.name, sheet.title, cell.coordinate)
                expected = stored[sheet.title][cell.coordinate].value
                shown = again[sheet.title][cell.coordinate].value
                assert shown == pytest.approx(expected, rel=1e-12, abs=1e-9), place
                formulas += 1
    assert formulas > 300


def test_deviations_are_worked_out_from_what_stands_beside_them(workbooks: list[tuple[Path, Path]]) -> None:
    sheet = openpyxl.load_workbook(workbooks[0][0])["Resultat"]
    total = next(row for row in sheet.iter_rows() if row[0].value == "Nettokostnad")
    assert total[3].value == f"=B{total[0].row}-C{total[0].row}"
