"""An inbox with what is no form: nothing waits for ever, nothing outside is shown, nothing is written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.hostile.bounds import BOUNDS, Program, write_workspace
from tests.hostile.packages import figures_book, number

SECRET = "hemligt-ord"


def fifo(inbox: Path) -> None:
    os.mkfifo(inbox / "a.xlsx")


def device(inbox: Path) -> None:
    (inbox / "a.xlsx").symlink_to("/dev/zero")


def link_out(inbox: Path) -> None:
    (inbox.parent / "hemligt.txt").write_text(SECRET)
    (inbox / "a.xlsx").symlink_to(inbox.parent / "hemligt.txt")


def link_to_itself(inbox: Path) -> None:
    (inbox / "a.xlsx").symlink_to(inbox / "a.xlsx")


def round_links(inbox: Path) -> None:
    (inbox / "a").mkdir()
    (inbox / "a" / "b").symlink_to(inbox)
    (inbox / "c").symlink_to(inbox / "a")


def folder_called_as_a_workbook(inbox: Path) -> None:
    (inbox / "a.xlsx").mkdir()
    (inbox / "a.xlsx" / "b.csv").write_text("a;b\n")


def deep_folders(inbox: Path) -> None:
    path = inbox
    for _ in range(200):
        path /= "a"
    path.mkdir(parents=True)
    (path / "b.xlsx").write_bytes(figures_book(number("1")))


def odd_names(inbox: Path) -> None:
    for name in ("CON.xlsx", "a\u202excod.xlsx", "a\n.xlsx", "a\x1b[2J.xlsx", " .xlsx", "-rf.xlsx", "%s{0}.xlsx"):
        (inbox / name).write_bytes(b"")
    (inbox / os.fsdecode(b"a\xff.xlsx")).write_bytes(b"")


INBOXES: dict[Callable[[Path], None], set[str]] = {
    fifo: set(),
    device: set(),
    link_out: {"SM140"},
    link_to_itself: set(),
    round_links: set(),
    folder_called_as_a_workbook: {"SM527"},
    deep_folders: {"SM450"},
    odd_names: {"SM140"},
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes, devices and names without text in its folders")
@pytest.mark.parametrize("make", INBOXES, ids=lambda make: make.__name__)
def test_an_inbox_is_read_within_its_bounds(program: Program, tmp_path: Path, make: Callable[[Path], None]):
    workspace = write_workspace(tmp_path / "ws", {})
    inbox = tmp_path / "inkorg"
    inbox.mkdir()
    make(inbox)
    outcome = program.run(tmp_path, "collect", workspace, inbox)
    outcome.require_within(BOUNDS)
    assert outcome.codes == INBOXES[make]
    assert SECRET not in outcome.stdout + outcome.stderr
    assert "\x1b" not in outcome.stdout + outcome.stderr
    assert not (workspace / "insamlat").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and devices in its folders")
@pytest.mark.parametrize("make", [fifo, device], ids=lambda make: make.__name__)
def test_a_file_that_is_none_is_told_when_it_is_named(program: Program, tmp_path: Path, make: Callable[[Path], None]):
    workspace = write_workspace(tmp_path / "ws", {})
    make(tmp_path)
    outcome = program.run(tmp_path, "collect", workspace, tmp_path / "a.xlsx")
    outcome.require_within(BOUNDS)
    assert outcome.codes == {"SM101"}
    assert outcome.exit == 3
