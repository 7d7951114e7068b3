"""The workbooks of what is to be corrected: whose they are, and how long they hold."""

from pathlib import Path

import openpyxl
import pytest
from tests.session.collect.desk import Desk, make_desk, told
from tests.session.collect.odd_forms import BLANK, hand_of

from styrmodell.session.collect.collect import Collected, collect

BOOK = "Att rätta Nära vård.xlsx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def desk(made: Desk) -> Desk:
    made.reset()
    return made


def come(desk: Desk, folder: Path, value: object = 12) -> Collected:
    """A form comes back with *value* in a cell that was empty."""
    hand = hand_of(desk.sent, folder / "inkorg")
    hand.type(BLANK, value, None)
    hand.save()
    return collect(desk.workspace, [folder / "inkorg"], out=folder / "ut")


def change(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.active["G6"].value = "ringde controllern"
    book.save(path)


def test_a_list_goes_when_the_form_has_no_faults(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    assert (tmp_path / "ut" / BOOK).is_file()
    done = come(desk, tmp_path)
    assert (told(done), done.faults) == (set(), ())
    assert not (tmp_path / "ut" / BOOK).exists()


def test_a_list_that_was_changed_by_hand_stays_and_is_told(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    change(tmp_path / "ut" / BOOK)
    assert told(come(desk, tmp_path)) == {"SM469"}
    assert (tmp_path / "ut" / BOOK).is_file()


def test_a_list_of_an_unknown_time_stays_and_is_told(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    (tmp_path / "ut" / "att-ratta.json").unlink()
    assert told(come(desk, tmp_path)) == {"SM469"}
    assert (tmp_path / "ut" / BOOK).is_file()


def test_a_new_list_is_written_beside_one_that_was_changed_by_hand(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    change(tmp_path / "ut" / BOOK)
    done = come(desk, tmp_path, "x")
    assert told(done) == {"SM457", "SM403", "SM469"}
    assert [Path(one).name for one in done.faults] == ["Att rätta Nära vård (2).xlsx"]


def test_a_list_stays_while_nothing_has_come_from_its_unit(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    (tmp_path / "tom").mkdir()
    collect(desk.workspace, [tmp_path / "tom"], out=tmp_path / "ut")
    assert (tmp_path / "ut" / BOOK).is_file()


def test_a_dry_run_leaves_the_lists_as_they_are(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    hand = hand_of(desk.sent, tmp_path / "inkorg")
    hand.save()
    collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut", dry_run=True)
    assert (tmp_path / "ut" / BOOK).is_file()


def test_a_list_in_the_inbox_is_no_form(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    (tmp_path / "ut" / BOOK).rename(tmp_path / "inkorg" / BOOK)
    assert told(come(desk, tmp_path)) == set()


def test_whoever_gets_the_list_is_asked_to_answer_and_is_given_no_command(desk: Desk, tmp_path: Path) -> None:
    done = come(desk, tmp_path, 12_500_000)
    (finding,) = [one for one in done.findings if one.code.code == "SM523"]
    assert "--accept" in finding.do()
    sheet = openpyxl.load_workbook(tmp_path / "ut" / BOOK).active
    assert sheet["E6"].value == "skriv beloppet i tkr; stämmer det ändå, svara det"


def test_the_list_can_be_read_and_printed(desk: Desk, tmp_path: Path) -> None:
    come(desk, tmp_path, "se bilaga")
    sheet = openpyxl.load_workbook(tmp_path / "ut" / BOOK).active
    assert sheet["A1"].value == "Att rätta: Nära vård"
    assert sheet["A3"].value == "1 att rätta, varav 1 fel som inte lästes in, i bilaga.xlsx."
    assert [cell.value for cell in sheet[6]][:2] == ["bilaga.xlsx", "'Bilaga 10 a'!D10"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == ("A6", "$5:$5", "landscape")
    assert sheet["C6"].alignment.wrap_text


def test_faults_in_files_of_nobody_known_are_listed_too(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "inkorg").mkdir()
    openpyxl.Workbook().save(tmp_path / "inkorg" / "egen.xlsx")
    done = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert [Path(one).name for one in done.faults] == ["Att rätta okänd avsändare.xlsx"]
