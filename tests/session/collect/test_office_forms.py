"""Forms that another program has saved: what it can be is read, and all else is told."""

import subprocess
from pathlib import Path

import openpyxl
import pytest
from tests.report.recalculation import recalculate, require_soffice
from tests.session.collect.desk import Desk, make_desk, taken, told
from tests.session.collect.odd_forms import ALL, BLANK, MONEY, Hand, hand_of

from styrmodell.session.collect.collect import collect

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("office"))


@pytest.fixture
def hand(desk: Desk, tmp_path: Path) -> Hand:
    desk.reset()
    (tmp_path / "inkorg").mkdir()
    return hand_of(desk.sent, tmp_path / "inkorg")


def test_a_form_that_another_program_saved_is_read_with_formulas_in_its_cells(
    desk: Desk, hand: Hand, tmp_path: Path
) -> None:
    """It writes other styles, texts and numbers than Excel, and works out totals and formulas."""
    hand.type(BLANK, "=1000+200", 1200)
    saved = recalculate(hand.save(), tmp_path / "office")
    done = collect(desk.workspace, [saved], out=tmp_path / "ut")
    assert told(done) == set()
    assert taken(desk, done) == {place: hand.typed[place] for place in {*ALL, BLANK}}


def test_a_formula_with_an_error_is_told(desk: Desk, hand: Hand, tmp_path: Path) -> None:
    hand.type(BLANK, "=1/0", None)
    done = collect(desk.workspace, [recalculate(hand.save(), tmp_path / "office")], out=tmp_path / "ut")
    assert told(done) == {"SM457"}
    assert set(taken(desk, done)) == ALL


def test_a_formula_in_the_place_of_a_total_is_told_when_it_gives_something_else(
    desk: Desk, hand: Hand, tmp_path: Path
) -> None:
    hand.book[MONEY]["F8"].value, hand.book[MONEY]["F9"].value = "=D8-E8", "=E9+D9"
    done = collect(desk.workspace, [recalculate(hand.save(), tmp_path / "office")], out=tmp_path / "ut")
    assert told(done) == {"SM520"}
    places = {one.source.place for one in done.findings if one.code.code == "SM520"}
    assert f"{MONEY}!F8" in places
    assert f"{MONEY}!F9" not in places


def test_a_sheet_pasted_as_values_is_read(desk: Desk, hand: Hand, tmp_path: Path) -> None:
    saved = recalculate(hand.save(), tmp_path / "office")
    values = openpyxl.load_workbook(saved, data_only=True)
    values.save(tmp_path / "inkorg" / "bilaga.xlsx")
    done = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert told(done) == set()
    assert set(taken(desk, done)) == ALL


@pytest.mark.parametrize("format", ["ods", "xls", "csv"])
def test_a_form_saved_in_another_format_is_told_to_its_unit(
    desk: Desk, hand: Hand, tmp_path: Path, format: str
) -> None:
    path = hand.save("formular.exf-nara.2020 (1).xlsx")
    command = [require_soffice(), f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    command += ["--convert-to", format, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    path.unlink()
    done = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert (told(done), done.changes) == ({"SM527"}, ())
    assert [Path(one).name for one in done.faults] == ["Att rätta Nära vård.xlsx"]
