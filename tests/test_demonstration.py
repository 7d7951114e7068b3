"""The demonstration workbook: it is its twin, its faults are told where the table says, and nothing else is."""

import os
import re
import subprocess
import sys

import pytest
from tests.demonstration import EXAMPLE, TWIN, WORKBOOK, build, read

from styrmodell.api import Finding, State, Workspace, load

NOTHING = "–"
TABLE = re.findall(
    r"^\| (?P<what>[^|]+) \| (?P<code>SM\d+|–) \| (?P<cell>[^|]+) \|$",
    (EXAMPLE / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
TOLD = [row for row in TABLE if row[1] != NOTHING]
SILENT = [row for row in TABLE if row[1] == NOTHING]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def findings(workspace: Workspace) -> tuple[Finding, ...]:
    return tuple(workspace.check())


def test_the_workbook_holds_what_its_twin_says() -> None:
    assert read(WORKBOOK.read_bytes()) == TWIN.read_text(encoding="utf-8")


def test_building_again_gives_the_same_cells() -> None:
    twin = TWIN.read_text(encoding="utf-8")
    assert read(build(twin)) == twin
    assert build(twin) == build(twin)


def test_the_workbook_is_small() -> None:
    assert WORKBOOK.stat().st_size < 40_000


def test_check_prints_what_the_example_shows() -> None:
    command = [sys.executable, "-m", "styrmodell", "check", str(EXAMPLE), "--lang", "sv"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.stdout == (EXAMPLE / "iakttagelser.txt").read_text(encoding="utf-8")
    assert done.returncode == 3, "cells that cannot be read"


def test_there_are_faults_of_every_kind_in_the_table() -> None:
    assert (len(TOLD) > 35, len(SILENT) > 5) == (True, True)


@pytest.mark.parametrize(("what", "code", "cell"), TOLD, ids=[what for what, _, _ in TOLD])
def test_a_fault_is_told_at_its_cell(findings: tuple[Finding, ...], what: str, code: str, cell: str) -> None:
    assert (code, cell) in {(one.code.code, one.source.place) for one in findings}


@pytest.mark.parametrize(("what", "code", "cell"), SILENT, ids=[what for what, _, _ in SILENT])
def test_what_is_no_fault_is_not_told(findings: tuple[Finding, ...], what: str, code: str, cell: str) -> None:
    assert cell not in {one.source.place for one in findings}


def test_a_cell_of_the_workbook_has_no_fault_that_the_table_leaves_out(findings: tuple[Finding, ...]) -> None:
    """Sheets are told of their notes and totals as well, which the table names once."""
    listed = {(code, cell) for _, code, cell in TOLD}
    rest = {(one.code.code, one.source.place) for one in findings if "!" in one.source.place} - listed
    assert rest == set()


def test_rows_beside_a_fault_are_read(workspace: Workspace) -> None:
    assert workspace.plan is not None
    read_cells = {one.source.place: one for one in workspace.plan.observations}
    for place in ("Utfall!F5", "Utfall!F7", "Utfall!F15", "Utfall!F16", "Grupper!E5", "Grupper!E6"):
        assert read_cells[place].state is State.REPORTED
    assert read_cells["Utfall!F29"].state is State.MISSING
    assert read_cells["Utfall!F11"].comment == '"..": uppgift saknas eller är skyddad'
    assert read_cells["Två periodkolumner!F2"].period.text == "2023-03"


def test_what_has_a_fault_is_not_read_as_something_else(workspace: Workspace) -> None:
    assert workspace.plan is not None
    places = {one.source.place for one in workspace.plan.observations}
    assert not places & {f"Utfall!F{row}" for row in (6, 8, 9, 10, 18, 19, 21, 22, 23, 24, 28)}
    assert [risk.nr for risk in workspace.plan.risks] == ["1", "2", "3", "5"]
    assert [risk.status_text for risk in workspace.plan.risks] == ["", "", "Rullar på", ""]
    assert [one.name for one in workspace.plan.activities][:1] == ["Fler telefontider"]
    (beds,) = [one for one in workspace.plan.investments if one.name == "Sängar"]
    assert [amount.value for amount in beds.amounts] == [None, -300_000], "words for an amount are no zero"
