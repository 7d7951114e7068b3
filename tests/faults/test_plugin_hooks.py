"""A plugin that fails: every place where its code runs, and every way to fail.

What the faults are told as, in more words, stands in tests/plugins/test_faults.py.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults.office import files
from tests.plugins.faulty import GOOD, install

from styrmodell.cli.main import run
from styrmodell.plugins import asking

FAILS = {
    "undantag": "raise ZeroDivisionError('hoppsan')",
    "sys.exit": "raise SystemExit(0)",
    "GeneratorExit": "raise GeneratorExit('hoppsan')",
    "eget BaseException": "raise type('Eget', (BaseException,), {})('hoppsan')",
    "minnet tar slut": "raise MemoryError",
    "utan slut på djupet": "exec('def f(): f()\\nf()', {})",
    "utan slut på längden": "yield from iter(int, 1)",
}
HOOK = "@hookimpl\ndef styrmodell_{name}():\n    {fails}\n"
BUILD = "def faulty(context):\n    {fails}\n\n\n"
REPORTS = "@hookimpl\ndef styrmodell_reports():\n    return [{report}]\n"
# Where → the module's code; the code of the finding; the exit code.
PLACES = {
    "import": ("{fails}\n", "SM501", 5),
    **{name: (HOOK.replace("{name}", name), "SM502", 5) for name in ("reports", "profiles", "checks", "rules")},
    "build": (BUILD + REPORTS.format(report="report('dalig.a', faulty)"), "SM401", 4),
    "block": (
        "def blocks():\n    {fails}\n    yield\n\n\n"
        "def faulty(context):\n    return Document(title='R', blocks=blocks())\n\n\n"
        + REPORTS.format(report="report('dalig.a', faulty)"),
        "SM401",
        4,
    ),
}


def _matrix() -> Iterator[tuple[str, str]]:
    """Every place and fault that goes there: a module yields nothing."""
    for place in PLACES:
        for fails in FAILS:
            if place not in ("import", "build") or not fails.endswith("längden"):
                yield place, fails


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder, before = tmp_path / "site", set(sys.modules)
    folder.mkdir()
    install(folder, "bra", GOOD)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(asking, "MOST_THINGS", 1000)
    yield folder
    for name in set(sys.modules) - before:
        if name.startswith(("styrmodell_bra", "styrmodell_dalig")):
            del sys.modules[name]


def render(*more: str) -> int:
    return run(["render", "yta", "--plugins", "bra,dalig", "--report", "bra.a", "--format", "html", *more])


@pytest.mark.parametrize(("place", "fails"), list(_matrix()))
def test_a_plugin_that_fails_is_told_and_the_others_documents_are_written(
    place: str, fails: str, site: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, finding, ends = PLACES[place]
    install(site, "dalig", code.replace("{fails}", FAILS[fails]))
    old = files(desk / "ut")
    asked = ("--report", "dalig.a") if ends == 4 else ()
    assert render("--out", "nytt", *asked) == ends
    told = capsys.readouterr().err
    is_memory = fails == "minnet tar slut" and ends == 4
    assert ("SM447" if is_memory else finding) in told
    assert is_memory or "dalig (styrmodell-dalig 1.2.3)" in told
    assert "Traceback" not in told
    assert (desk / "nytt" / "bra.a.html").is_file()
    assert not (desk / "nytt" / "dalig.a.html").exists()
    assert files(desk / "ut") == old


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_c_in_a_plugin_stops_the_run_and_leaves_nothing_half(
    place: str, site: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(site, "dalig", PLACES[place][0].replace("{fails}", "raise KeyboardInterrupt"))
    old = files(desk)
    assert render("--out", "ut", "--report", "dalig.a") == 1
    assert "Avbrutet." in capsys.readouterr().err
    assert {
        name: data for name, data in files(desk).items() if not name.endswith(("bra.a.html", ".styrmodell-begun"))
    } == old
