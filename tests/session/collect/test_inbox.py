"""What stands in an inbox, and what of it cannot be looked at: all is told, and nothing passed over."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.bounds import write_workspace

from styrmodell.api import load
from styrmodell.session.collect.collect import collect
from styrmodell.session.collect.inbox import files_of


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a text, and one below that its owner shows to nobody."""
    inbox, closed = tmp_path / "inkorg", tmp_path / "inkorg" / "Område B"
    closed.mkdir(parents=True)
    (inbox / "a.txt").write_text("a", encoding="utf-8")
    look = os.scandir

    def look_where_one_may(place: Any) -> Any:
        if Path(place) == closed:
            raise PermissionError(13, "Permission denied", str(place))
        return look(place)

    monkeypatch.setattr(os, "scandir", look_where_one_may)
    return inbox


def test_a_folder_that_cannot_be_looked_into_is_one_of_those_found(inbox: Path) -> None:
    assert [(one.name, one.fault is None) for one in files_of([inbox])] == [("Område B", False), ("a.txt", True)]


def test_it_is_told_by_name_and_why(inbox: Path, tmp_path: Path) -> None:
    done = collect(load(write_workspace(tmp_path / "yta", {})), [inbox], out=tmp_path / "ut")
    told = {one.source.file: (one.code.code, one.found()) for one in done.findings}
    assert told == {"Område B": ("SM101", "läsning nekades"), "a.txt": ("SM528", "en fil som slutar på .txt")}
