"""Packages that attack, given to the program in every way in which it takes one."""

from pathlib import Path

import pytest
from tests.hostile import packages
from tests.hostile.bounds import Program, write_workspace
from tests.hostile.package_cases import BOOKS, ZIPS, PackageCase
from tests.hostile.packages import figures_book, number
from tests.report.master_files import packed, plain_parts

CUTS = 16
# The same fault is told in other words of what is to be a Word master.
MASTER_CODES = {"SM410", "SM411"}


def exit_of(case: PackageCase, silent: tuple[str, ...] = ("SM150", "SM168")) -> int:
    """The exit code: what cannot be read ends with 3."""
    return 3 if case.told - set(silent) else 0


@pytest.mark.parametrize("case", [*ZIPS, *BOOKS], ids=lambda case: case.name)
def test_a_workbook_of_a_workspace_is_told_within_its_bounds(program: Program, tmp_path: Path, case: PackageCase):
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {"a.xlsx": case.make()}))
    outcome.require_within(case.bounds)
    assert (outcome.codes, outcome.exit) == (case.told, exit_of(case))


@pytest.mark.parametrize("case", [*ZIPS, *BOOKS], ids=lambda case: case.name)
def test_a_form_that_came_back_is_told_within_its_bounds(program: Program, tmp_path: Path, case: PackageCase):
    workspace = write_workspace(tmp_path / "ws", {})
    (tmp_path / "svar.xlsx").write_bytes(case.make())
    outcome = program.run(tmp_path, "collect", workspace, tmp_path / "svar.xlsx")
    outcome.require_within(case.bounds)
    refused = {"SM450"} if "SM450" in outcome.codes else set()
    # What stands in the cells is not looked at when the workbook is no form.
    assert outcome.codes == {code for code in case.told if code < "SM150"} - {"SM104", "SM138"} | refused
    assert outcome.exit in (1, 3)
    assert not (workspace / "insamlat").exists()


@pytest.mark.parametrize("case", ZIPS, ids=lambda case: case.name)
def test_a_text_and_a_master_are_told_within_the_same_bounds(program: Program, tmp_path: Path, case: PackageCase):
    data = case.make()
    text = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {"a.docx": data}))
    (tmp_path / "mall.docx").write_bytes(data)
    master = program.run(tmp_path, "template", "check", tmp_path / "mall.docx")
    for outcome in (text, master):
        outcome.require_within(case.bounds)
        assert outcome.exit == 3
    assert text.codes == case.told
    assert len(master.codes) == 1
    assert master.codes <= MASTER_CODES


def test_a_workbook_cut_off_anywhere_is_told(program: Program, tmp_path: Path):
    whole = figures_book(number("1"))
    for place, data in packages.truncated(whole, CUTS).items():
        outcome = program.run(tmp_path, "check", write_workspace(tmp_path / f"{place}", {"a.xlsx": data}))
        outcome.require_within(BOOKS[0].bounds)
        assert (outcome.exit, len(outcome.codes & {"SM140", "SM143"})) == (3, 1), place


def test_a_word_text_cut_off_anywhere_is_told(program: Program, tmp_path: Path):
    for place, data in packages.truncated(packed(plain_parts("Hej")), CUTS).items():
        outcome = program.run(tmp_path, "check", write_workspace(tmp_path / f"{place}", {"a.docx": data}))
        outcome.require_within(BOOKS[0].bounds)
        assert (outcome.exit, len(outcome.codes & {"SM140", "SM143"})) == (3, 1), place
