"""Settings of the computer and folders to write in that are not as they should be.

Each case says what the command ends with and what it tells. The documents of an earlier run are whole whatever happens.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import field, frozen
from tests.faults.office import files

from styrmodell.cli.main import run

DEEP = "/".join(["djup" * 25] * 5)
TOO_DEEP = "/".join(["djup" * 25] * 50)
RENDER = ("render", "yta", "--out")


@frozen(kw_only=True)
class Case:
    """A command in surroundings that are wrong.

    Attributes:
        env: What is set, and what is not (None).
        prepare: Called in the working folder before.
        code: The exit code.
        says: What stands on stderr.
        writes: A file that is there afterwards.
    """

    args: tuple[str, ...]
    env: dict[str, str | None] = field(factory=dict)
    prepare: Callable[[], object] = lambda: None
    code: int = 0
    says: str = ""
    writes: str = ""


def _same(**env: str | None) -> Case:
    """A case where nothing is to be noticed."""
    return Case(args=(*RENDER, "ut"), env=env, says="8 filer skrivna i ut", writes="ut/generic.matt.docx")


def _link(name: str, to: str) -> Callable[[], object]:
    return lambda: Path(name).symlink_to(to)


CASES = {
    # The computer's clock and what stands for it are never asked: documents are of the workspace's own day.
    "SOURCE_DATE_EPOCH är inget tal": _same(SOURCE_DATE_EPOCH="i går"),
    "SOURCE_DATE_EPOCH är negativt": _same(SOURCE_DATE_EPOCH="-1"),
    "SOURCE_DATE_EPOCH är efter år 9999": _same(SOURCE_DATE_EPOCH="253402300800"),
    "SOURCE_DATE_EPOCH ryms inte i 64 bitar": _same(SOURCE_DATE_EPOCH="9" * 30),
    "HOME saknas": _same(HOME=None, USERPROFILE=None),
    "HOME finns inte": _same(HOME="/finns/inte"),
    "TMPDIR finns inte": _same(TMPDIR="/finns/inte"),
    "TERM=dumb och NO_COLOR": _same(TERM="dumb", NO_COLOR="1"),
    "mappen är en fil": Case(
        args=(*RENDER, "fil"), prepare=lambda: Path("fil").touch(), code=4, says="en fil, inte en mapp"
    ),
    "mappen går genom en fil": Case(
        args=(*RENDER, "fil/ut"), prepare=lambda: Path("fil").touch(), code=4, says="sökvägen går genom en fil"
    ),
    "mappen är en länk": Case(
        args=(*RENDER, "hit"), prepare=_link("hit", "formular"), says="8 filer", writes="formular/generic.matt.docx"
    ),
    "mappen är en länk till intet": Case(
        args=(*RENDER, "hit"),
        prepare=_link("hit", "ingenstans"),
        code=4,
        says="länken leder till något som inte finns",
    ),
    "dokumentet är en mapp": Case(
        args=(*RENDER, "nytt"),
        prepare=lambda: Path("nytt/generic.matt.html").mkdir(parents=True),
        says="SM403",
        writes="nytt/generic.matt (2).html",
    ),
    "sökväg över 260 tecken": Case(args=(*RENDER, DEEP), says="8 filer", writes=f"{DEEP}/generic.matt.docx"),
    "sökväg över 4096 tecken": Case(args=(*RENDER, TOO_DEEP), code=4, says="sökvägen är för lång"),
    "filnamn över 255 tecken": Case(args=(*RENDER, "x" * 300), code=4, says="sökvägen är för lång"),
    "arbetsyta över 4096 tecken": Case(args=("check", TOO_DEEP), code=3, says="sökvägen är för lång"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_ends_with_its_code_and_says_what_to_do(
    name: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case, before = CASES[name], files(desk / "ut")
    for key, value in case.env.items():
        monkeypatch.delenv(key, raising=False) if value is None else monkeypatch.setenv(key, value)
    monkeypatch.setattr(tempfile, "tempdir", None)
    case.prepare()
    code, told = run(list(case.args)), capsys.readouterr().err
    assert "Traceback" not in told
    assert code == case.code, told
    assert case.says in told
    assert not case.writes or (desk / case.writes).is_file()
    after = files(desk / "ut")
    assert after == before if case.args[-1] != "ut" else after.keys() == before.keys()
    assert list(desk.rglob(".styrmodell-*")) == []


@pytest.mark.parametrize(
    ("args", "code", "says"), [(("check", "../yta"), 3, "finns inte längre"), (("render", "{}"), 4, "SM404")]
)
def test_a_working_folder_that_is_gone_is_told(
    args: tuple[str, ...],
    code: int,
    says: str,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gone = desk / "borta"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run([arg.format(desk / "yta") for arg in args]) == code
    told = capsys.readouterr().err
    assert says in told
    assert "Traceback" not in told


def test_a_document_is_the_same_whatever_day_the_surroundings_say(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert run([*RENDER, "ena"]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run([*RENDER, "andra"]) == 0
    assert files(desk / "ena") == files(desk / "andra")
