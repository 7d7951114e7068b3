"""A folder that runs write in: whose the files are when the last run was killed."""

import json
from pathlib import Path

import pytest

from styrmodell.session.manifest import Output, digest
from styrmodell.session.output_folder import OutputFolder, was_interrupted
from styrmodell.session.verify import verify

MANIFEST = {"format": 1, "as_of": "2020-01-01", "versions": {}, "inputs": [], "outputs": []}


def output(file: str, data: bytes) -> Output:
    return Output(report="r", unit="u", period="2020", format="html", file=file, sha256=digest(data))


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A folder where a run replaced a and was killed before b and the manifest."""
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    folder = OutputFolder(folder=tmp_path)
    folder.put(output("a.html", b"ny"), b"ny")
    (tmp_path / "b.html").write_bytes(b"gammal")
    with (tmp_path / ".styrmodell-begun").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"file": "b.html"}) + '\n{"file": "c')
    return tmp_path


def test_what_a_killed_run_wrote_is_ours(killed: Path) -> None:
    folder = OutputFolder(folder=killed)
    assert was_interrupted(killed)
    assert folder.is_ours("a.html", b"nyare")
    assert not folder.is_ours("b.html", b"nyare")
    assert folder.standing(()) == [output("a.html", b"ny")]


def test_a_note_is_read_also_after_one_that_was_cut_off(killed: Path) -> None:
    OutputFolder(folder=killed).put(output("d.html", b"d"), b"d")
    assert [one.file for one in OutputFolder(folder=killed).begun] == ["a.html", "d.html"]


def test_a_file_that_was_edited_after_the_kill_is_somebodys_own(killed: Path) -> None:
    (killed / "a.html").write_bytes(b"av hand")
    folder = OutputFolder(folder=killed)
    assert not folder.is_ours("a.html", b"nyare")
    assert folder.standing(()) == []


def test_verify_tells_of_a_run_that_was_stopped(killed: Path) -> None:
    codes = [finding.code.code for finding in verify(killed).findings]
    assert codes[0] == "SM445"
    assert OutputFolder(folder=killed).close(json.dumps(MANIFEST).encode()) is None
    assert "SM445" not in [finding.code.code for finding in verify(killed).findings]
