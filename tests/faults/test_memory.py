"""Memory that runs out: in one report, in the reading, and in earnest."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.office import files

from styrmodell.cli import options
from styrmodell.cli.main import run
from styrmodell.session import publish

RENDER = ("render", "yta", "--out", "ut")


def _none_left(*_: object, **__: object) -> bytes:
    raise MemoryError


@pytest.mark.parametrize("step", ["write_edition", "mark_doubts", "write_cells"])
def test_memory_that_runs_out_in_one_report_leaves_the_others(
    step: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, real = files(desk / "ut"), getattr(publish, step)

    def once(edition: object, *args: object, **kwargs: object) -> object:
        monkeypatch.setattr(publish, step, real)
        return _none_left()

    monkeypatch.setattr(publish, step, once)
    assert run([*RENDER]) == 4
    told = capsys.readouterr().err
    assert "SM447 fel generic.tabeller.docx" in told
    assert "stäng andra program" in told
    new = files(desk / "ut")
    assert new["generic.tabeller.docx"] == old["generic.tabeller.docx"]
    assert new["generic.matt.docx"] != old["generic.matt.docx"]
    assert run(["verify", "ut"]) == 0


def test_memory_that_runs_out_in_the_reading_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = files(desk / "ut")
    monkeypatch.setattr(options, "load", _none_left)
    assert run([*RENDER]) == 4
    assert "minnet räckte inte" in capsys.readouterr().err
    assert files(desk / "ut") == old


@pytest.mark.parametrize("megabytes", [70, 110, 150])
def test_a_computer_with_too_little_memory_leaves_the_old_whole(desk: Path, megabytes: int) -> None:
    """What a limit does depends on where it strikes: the libraries may end the process, but no document is half."""
    old = files(desk / "ut")
    limit = megabytes * 2**20
    done = subprocess.run(
        [sys.executable, "-m", "styrmodell", *RENDER],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert "ett fel i programmet" not in done.stderr
    assert run([*RENDER[:-1], "facit"]) == 0
    new, wanted = files(desk / "ut"), files(desk / "facit")
    for name, data in new.items():
        assert name.endswith(("manifest.json", "index.html", ".styrmodell-begun")) or data in (old[name], wanted[name])
    assert run([*RENDER]) == 0
    assert files(desk / "ut") == wanted
