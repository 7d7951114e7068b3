"""Holding a folder: one run at a time, and no litter of those that were killed."""

import os
from errno import EBUSY, ENOLCK
from pathlib import Path
from threading import Thread

import pytest

from styrmodell.session import file_lock, hold
from styrmodell.session.disk_fault import disk_fault
from styrmodell.session.hold import LOCK, BusyError


def test_a_folder_that_is_held_is_not_given_to_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hold, "_TRIES", 2)
    monkeypatch.setattr(hold, "_PAUSE_SECONDS", 0)
    with hold.hold(tmp_path), pytest.raises(BusyError) as told, hold.hold(tmp_path):
        pass
    assert told.value.errno == EBUSY
    assert disk_fault(told.value).found.sv == "en annan körning skriver i mappen"
    assert list(tmp_path.iterdir()) == []


def test_whoever_waits_gets_the_folder_when_it_is_free(tmp_path: Path) -> None:
    order = []

    def other() -> None:
        with hold.hold(tmp_path):
            order.append("andra")

    with hold.hold(tmp_path):
        thread = Thread(target=other)
        thread.start()
        order.append("första")
    thread.join(60)
    assert order == ["första", "andra"]


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".styrmodell-x1").write_bytes(b"half")
    (tmp_path / ".styrmodell-x2" / "ut").mkdir(parents=True)
    (tmp_path / LOCK).touch()
    (tmp_path / ".styrmodell-begun").write_text("{}", encoding="utf-8")
    (tmp_path / ".gitignore").touch()
    with hold.hold(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", ".styrmodell-begun"]


def test_a_folder_that_was_made_and_not_written_in_goes_again(tmp_path: Path) -> None:
    with hold.hold(tmp_path / "ny"):
        assert (tmp_path / "ny").is_dir()
    assert not (tmp_path / "ny").exists()


def test_a_file_system_without_locks_is_written_in_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(ENOLCK, os.strerror(ENOLCK))

    monkeypatch.setattr(file_lock, "_lock", refuse)
    with hold.hold(tmp_path):
        (tmp_path / "fil").touch()
    assert [path.name for path in tmp_path.iterdir()] == ["fil"]
