"""Names that attack, in every place where one becomes the name of a file: nothing is written outside, or cannot be."""

import ntpath
import os
from pathlib import Path

import pytest
from tests.hostile.bounds import BOUNDS, Program, write_workspace

from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.session.file_name import MAX_BYTES, safe_name

# What Windows opens as a device, whatever stands after it.
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "123")}
NAMES = (
    "../../ut", "/ut", "..\\..\\ut", "a/../../ut", "C:\\ut", "\\\\dator\\ut", "file://ut", "~root", "..", ".", "~",
    "CON", "nul.", "COM1.xlsx", "con .txt", "CONIN$", "Lpt¹", "a. ", " a", "a\u202exslx", "a\u200b", "C\u200bON",
    "a\nb", "a\tb", "a\x85b", "a\x1b[2J", "-rf", "%2e%2e%2f", "å" * 200, "€" * 200, "\U0001f600" * 100, "A\u030a",
    "\u2024\u2024/a", "a\u2215b", "$(touch RUN)", "`touch RUN`", "a;touch RUN", "\udcff", "=1+1", "{", "\ufeff",
)  # fmt: skip
PATTERNS = ("{0}", "{}", "{key.__class__}", "{title.__class__.__mro__}", "{key!r:>999999999}", "{key:>99999999}",
            "{title:{period}}", "{key[0]}", "{nyckel}", "{key", "{key!x}")  # fmt: skip
PLAN = """plan: {unit: rlf, period: "2020"}
units: [{id: rlf, name: RLF}]
risks: [{id: r1, name: Strömavbrott, unit: rlf, owner: Chef, status: planerad}]
"""
REPORT = "generic.riskregister"


def require_inside(tmp_path: Path, *inside: Path) -> list[str]:
    """The names of the files written, all below *inside*, of which each is one that every system takes."""
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name not in ("stdout", "stderr")]
    names = [path.name for path in written if any(path.is_relative_to(place) for place in inside)]
    assert len(names) == len(
        [path for path in written if tmp_path / "ws" not in path.parents or path.parts[-2] != "ws"]
    )
    for name in names:
        assert ntpath.basename(name) == name
        assert name.partition(".")[0].rstrip().lower() not in DEVICES
        assert len(os.fsencode(name)) <= 255
        assert not any(sign in name for sign in "\u202e\u200b\n\t\x85\x1b")
    return names


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_document_gets_a_name_inside_the_folder(program: Program, tmp_path: Path, name: str):
    workspace = write_workspace(tmp_path / "ws", {}, plan=PLAN)
    outcome = program.run(tmp_path, "render", workspace, "--report", REPORT, "--format", "html", "--name", name)
    outcome.require_within(BOUNDS)
    if name == "{":
        assert outcome.exit == 2
        return
    assert outcome.exit == 0, outcome.stderr
    assert f"{safe_name(name)}.html" in require_inside(tmp_path, tmp_path / "ut")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_frozen_run_gets_a_name_inside_the_folder(program: Program, tmp_path: Path, name: str):
    workspace = write_workspace(tmp_path / "ws", {}, plan=PLAN)
    decided = ("--body", name, "--date", "2020-11-26", "--paragraph", name, "--name", name)
    outcome = program.run(tmp_path, "freeze", workspace, "--report", REPORT, "--format", "html", *decided)
    outcome.require_within(BOUNDS)
    if outcome.exit == 2:  # no file may hold the name of such a body
        assert NOT_IN_FILES.search(name)
        return
    assert outcome.exit == 0, outcome.stderr
    assert require_inside(tmp_path, workspace / "frysta")
    assert [path.name for path in (workspace / "frysta").iterdir()] == [safe_name(name)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_of_names_takes_places_and_nothing_else(program: Program, tmp_path: Path, pattern: str):
    workspace = write_workspace(tmp_path / "ws", {}, plan=PLAN)
    outcome = program.run(tmp_path, "render", workspace, "--report", REPORT, "--format", "html", "--name", pattern)
    outcome.require_within(BOUNDS)
    assert outcome.exit == 2
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_nothing_has_is_no_path(program: Program, tmp_path: Path, name: str):
    workspace = write_workspace(tmp_path / "ws", {}, plan=PLAN)
    for args in (
        ("render", workspace, "--report", name),
        ("render", workspace, "--unit", name),
        ("form", workspace, "--unit", name),
        ("form", workspace, "--table", name),
        ("explain", workspace, name),
        ("plugin", "new", name),
        ("reports", workspace, "--plugins", name),
        ("init", tmp_path / "ny", "--profile", name),
    ):
        outcome = program.run(tmp_path, *args)
        outcome.require_within(BOUNDS)
        assert outcome.exit in (1, 2, 3, 5), args
    assert require_inside(tmp_path) == []


@pytest.mark.parametrize(
    "more",
    [
        'profile = "../../etc/passwd.yaml"',
        'profile = "/etc/passwd.yaml"',
        'profile = "~/x.yaml"',
        '[reports."generic.riskregister"]\nmaster = "../../mall.docx"',
        '[reports."generic.riskregister"]\nmaster = "/etc/passwd"',
        '[reports."generic.riskregister"]\nmaster = "\\\\\\\\dator\\\\mall.docx"',
        '[[ledgers]]\nfiles = "../*.csv"\ncode_plan = "/etc/passwd"\nkind = "outcome"',
        '[[tables]]\nfiles = "../../*.csv"\nkind = "risks"',
        '[[sources]]\nfiles = "/etc/*"',
    ],
)
def test_a_path_that_leads_out_is_told_wherever_a_workspace_names_one(program: Program, tmp_path: Path, more: str):
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {}, more=more))
    outcome.require_within(BOUNDS)
    assert "SM133" in outcome.codes
    assert outcome.exit == 3


def test_every_name_has_room_for_what_ends_it():
    assert all(len(safe_name(name).encode()) <= MAX_BYTES + 1 for name in NAMES)
