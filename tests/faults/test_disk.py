"""Disks as they are: full in earnest, read-only for whoever runs, smaller than the file, and changed meanwhile."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.faults.office import files, write_figures

from styrmodell.cli import render
from styrmodell.cli.main import run
from styrmodell.session.run import run_jobs

NOBODY = 65534
RENDER = ("render", "yta", "--out", "ut")


# The command has run once in a copy before: whoever runs it afterwards may not read where Python lies.
AS_NOBODY = f"""
import os, sys
from styrmodell.cli.main import run
office = os.getcwd()
os.chdir(sys.argv[1])
run(sys.argv[2:])
os.chdir(office)
os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
sys.exit(run(sys.argv[2:]))
"""


def styrmodell(*args: str, limits: Callable[[], None] = lambda: None) -> tuple[int, str]:
    """Run the command line in a process of its own: exit code, and what it tells."""
    return _ended([sys.executable, "-m", "styrmodell", *args], limits)


def _ended(command: list[str], limits: Callable[[], None] = lambda: None) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=300, preexec_fn=limits)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.fixture
def tiny(desk: Path) -> Iterator[Path]:
    """A disk of 64 kB with an earlier run's smallest document on it."""
    place = desk / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounts a small disk, which root alone may")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_full_in_earnest_is_told_and_the_old_stands(tiny: Path) -> None:
    assert run([*RENDER[:-1], "disk/ut", "--format", "html", "--report", "generic.matt"]) == 0
    old = files(tiny / "ut")
    write_figures(Path(), 4000)
    code, told = styrmodell(*RENDER[:-1], "disk/ut")
    assert (code, "disken är full" in told) == (4, True)
    new = files(tiny / "ut")
    assert old.keys() <= new.keys()
    assert not [name for name in new if name.endswith((".docx", ".xlsx")) and not new[name].startswith(b"PK")]
    assert [name for name in new if name.startswith(".styrmodell-")] in ([], [".styrmodell-begun"])


def test_a_file_that_may_not_grow_so_large_is_told_and_the_old_stands(desk: Path) -> None:
    old = files(desk / "ut")
    code, told = styrmodell(*RENDER, limits=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000)))
    assert (code, "filen blir större än vad datorn tillåter" in told) == (4, True)
    new = files(desk / "ut")
    assert new.keys() == old.keys()
    assert all(new[name] == old[name] for name in old if len(old[name]) > 20_000)


def test_a_folder_that_others_own_is_told_and_untouched(desk: Path, tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("runs as another user, which root alone may")
    for place in (desk, *desk.parents):
        if place.stat().st_uid == os.geteuid() and place != Path("/"):
            place.chmod(place.stat().st_mode | 0o055)
    old = files(desk)
    for command in (RENDER, ("form", "yta", "--out", "formular"), ("save", "yta", "--out", "sparat")):
        copy = shutil.copytree(desk, tmp_path / command[0])
        code, told = _ended([sys.executable, "-c", AS_NOBODY, str(copy), *command])
        assert (code, "åtkomst nekades" in told) == (4, True), told
    assert files(desk) == old


def test_input_that_changes_during_the_run_is_told_and_the_run_shows_what_was_read(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*RENDER[:-1], "facit"]) == 0

    def meanwhile(*args: object, **settings: object) -> object:
        write_figures(desk, 4000)
        (desk / "yta" / "plan.yaml").rename(desk / "plan.yaml")
        return run_jobs(*args, **settings)

    monkeypatch.setattr(render, "run_jobs", meanwhile)
    assert run([*RENDER]) == 0
    told = capsys.readouterr().err
    assert "SM446 varning siffror/varden.csv\n  hittade  filen har ändrats" in told
    assert "SM446 varning plan.yaml\n  hittade  filen har tagits bort" in told
    new, wanted = files(desk / "ut"), files(desk / "facit")
    assert all(new[name] == wanted[name] for name in wanted if name not in ("manifest.json", "index.html"))


def test_lock_files_of_office_programs_are_left_alone(desk: Path) -> None:
    """Excel and LibreOffice lay them beside a document that somebody has open."""
    locks = ("ut/~$generic.matt.xlsx", "ut/.~lock.generic.matt.docx#", "yta/~$plan.yaml", "yta/siffror/~$varden.csv")
    for name in locks:
        (desk / name).write_bytes(b"\x00kontroll")
    assert run([*RENDER]) == 0
    assert run(["check", "yta"]) == 0
    assert run(["verify", "ut"]) == 0
    assert all((desk / name).read_bytes() == b"\x00kontroll" for name in locks)
