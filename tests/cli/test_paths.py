"""Paths that no command can use: each argument and flag of each command answers them clearly, and touches nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.cli.test_main import CSV, MEASURES, PLAN, TOML, UNITS
from tests.docs.test_command_page import COMMANDS, PATH

from styrmodell.cli.main import run
from styrmodell.cli.path_argument import FileToWrite, PathArgument, ReadPath

NOBODY = 65534
# No path at all: wrong use. Label → (what is written, what is told of it).
NO_PATH = {
    "empty": ("", "sökvägen är tom"),
    "blank": (" ", "sökvägen är tom"),
    "standard stream": ("-", "- är ingen sökväg"),
}
# No command can read or write there.
HOPELESS = {
    "a name of 300 letters": ("x" * 300, "för lång"),
    "below a name of 300 letters": ("x" * 300 + "/a", "för lång"),
    "a name of 300 bytes": ("å" * 150, "för lång"),
    "a path of 5 000 letters": ("/".join(["y" * 99] * 50), "för lång"),
    "below a file": ("fil/x", "går genom en fil"),
    "below a device": ("/dev/null/x", "går genom en fil"),
    "a link to nothing": ("dangling", "leder till något som inte finns"),
    "below a link to nothing": ("dangling/x", "leder till något som inte finns"),
    "links in a ring": ("loop", "leder runt"),
    "below links in a ring": ("loop/x", "leder runt"),
    "the home folder": ("~", "~ har inte bytts ut"),
    "below the home folder": ("~/x", "~ har inte bytts ut"),
    "as in Windows": ("C:\\x", "är inte Windows"),
    "a share as in Windows": ("\\\\server\\x", "är inte Windows"),
    "a zero byte": ("a\0b", "styrtecken"),
    "half a letter": ("a\ud800", "trasiga tecken"),
}
# Names that nothing has here, and that no new file or folder gets.
UNSEEN = {"two lines": "a\nb", "not UTF-8": "n\udcff\udcfe", "an escape code": "a\x1b[31mb"}
GIVEN = {
    "path": "yta",
    "old": "yta",
    "new": "yta",
    "folder": "ny",
    "files": "fil",
    "code": "SM420",
    "measure": "atgard",
    "name": "region-prov",
}
OPTIONS = {
    "--why": "känt",
    "--role": "controller",
    "--until": "2020-12-31",
    "--body": "Regionstyrelsen",
    "--date": "2020-01-01",
    "--paragraph": "§ 1",
    "--to": "2021",
    "--out": "ny",
}
ALSO = {"explain": ("--measure", "area", "--kind", "budget", "--format", "html"), "verify": ()}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace, what is rendered of it, and things that stand in the way; nothing may be written here."""
    folder = tmp_path_factory.mktemp("kontor")
    (folder / "yta").mkdir()
    for name, text in (("styrmodell.toml", TOML), ("plan.yaml", PLAN + UNITS + MEASURES), ("varden.csv", CSV)):
        (folder / "yta" / name).write_text(text, encoding="utf-8")
    (folder / "fil").write_text("en fil", encoding="utf-8")
    (folder / "mapp").mkdir()
    (folder / "dangling").symlink_to("finns-inte")
    (folder / "loop").symlink_to("ring")
    (folder / "ring").symlink_to("loop")
    assert run(["render", str(folder / "yta"), "--format", "html", "--out", str(folder / "utdata")]) == 0
    return folder


@pytest.fixture
def desk(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return office


def path_params() -> Iterator[tuple[str, click.Parameter]]:
    """(command, argument or flag) wherever a path is written."""
    for name, command in COMMANDS.items():
        yield from ((name, one) for one in command.params if isinstance(one.type, click.Path))


PLACES = [pytest.param(name, one, id=f"{name} {one.opts[0]}") for name, one in path_params()]
READ = [one for one in PLACES if isinstance(one.values[1].type, ReadPath)]
WRITTEN = [one for one in PLACES if not isinstance(one.values[1].type, ReadPath)]


def line(name: str, asked: click.Parameter, text: str) -> list[str]:
    """The command line that gives *text* where *asked* is written, and what is needed elsewhere."""
    args = name.split()
    for one in COMMANDS[name].params:
        if one is asked:
            args += [text] if isinstance(one, click.Argument) else [one.opts[0], text]
        elif one.required:
            args += [GIVEN[one.name or ""]] if isinstance(one, click.Argument) else [one.opts[0], OPTIONS[one.opts[0]]]
    return [*args, *ALSO.get(name, ())]


def standing(folder: Path) -> list[tuple[str, float]]:
    """Everything in *folder*, with when it was changed."""
    return sorted((str(path), path.lstat().st_mtime) for path in folder.rglob("*"))


def test_every_path_of_every_command_comes_through_the_one_door() -> None:
    assert [f"{name} {one.name}" for name, one in path_params() if not isinstance(one.type, PathArgument)] == []
    assert len(READ) > 20
    assert len(WRITTEN) > 10


@pytest.mark.parametrize(("name", "asked"), PLACES)
def test_a_path_that_is_none_or_hopeless_is_told_on_one_line_and_nothing_is_touched(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, asked: click.Parameter
) -> None:
    before = standing(desk)
    failed = 3 if isinstance(asked.type, ReadPath) else 4
    for code, paths in ((2, NO_PATH), (failed, HOPELESS)):
        for label, (text, words) in paths.items():
            ended = run(line(name, asked, text))
            out, err = capsys.readouterr()
            assert (ended, out) == (code, ""), (label, err)
            assert words in err, label
            assert ";" in err, f"{label}: what to do is not said"
            assert err.startswith("styrmodell: "), label
            assert (err.count("\n"), len(err) < 400) == (1, True), label
    assert standing(desk) == before


@pytest.mark.parametrize(("name", "asked"), READ)
def test_a_path_to_read_where_nothing_is_that_can_be_read_ends_with_three(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, asked: click.Parameter
) -> None:
    for text in ("saknas", *UNSEEN.values()):
        assert run(line(name, asked, text)) == 3
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert "det finns ingen sådan" in err
        assert "kontrollera hur sökvägen är skriven" in err
    other = ("fil", "/dev/null") if name in ("collect", "template check") else ("fil", "/dev/null", "mapp", "/")
    for text in other if asked.name != "workspace" else ("fil", "/dev/null", "mapp"):
        args = line(name, asked, text)
        ended = run(["verify", "utdata", *args[2:]] if asked.name == "workspace" else args)
        assert (ended, "Traceback" in capsys.readouterr().err) == (3, False), text


@pytest.mark.parametrize(("name", "asked"), WRITTEN)
def test_a_path_to_write_where_something_else_stands_or_that_has_no_name_ends_with_four(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, asked: click.Parameter
) -> None:
    before = standing(desk)
    is_file = isinstance(asked.type, FileToWrite)
    wrong = {"/dev/null": "ingen vanlig fil" if is_file else "är en fil, inte en mapp"}
    wrong |= {"mapp": "är en mapp, inte en fil"} if is_file else {"fil": "är en fil, inte en mapp"}
    for text, words in {**wrong, **dict.fromkeys(UNSEEN.values(), "styrtecken eller trasiga tecken")}.items():
        assert run(line(name, asked, text)) == 4
        err = capsys.readouterr().err
        assert (words in err, "välj ett" in err or "välj en" in err or "lägg till" in err) == (True, True), err
        assert err.count("\n") == 1
    assert standing(desk) == before


def test_the_answer_is_in_english_where_that_is_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for args, words in (
        (["check", "saknas"], "saknas: no such folder; check how the path is written"),
        (["check", ""], "the path is empty"),
        (["render", "yta", "--out", "fil"], "fil is a file, not a folder; choose another folder"),
        (["render", "yta", "--out", "loop"], "the link leads round to itself"),
    ):
        run([*args, "--lang", "en"])
        assert words in capsys.readouterr().err


def test_a_path_that_is_unusual_but_there_is_used(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused is what somebody most likely did not mean; what stands there was meant by somebody."""
    monkeypatch.chdir(tmp_path)
    for name in ("~", "C:\\x", "a\nb", "n\udcff"):
        Path(name).symlink_to(desk / "yta", target_is_directory=True)
        assert run(["check", name]) == 0, ascii(name)
        assert run(["schema", "--out", f"./{name}/scheman" if name == "a\nb" else "scheman"]) in (0, 4)
    Path("-").mkdir()
    assert run(["schema", "--out", "./-"]) == 0
    Path("./~/schema").mkdir()
    assert run(["schema", "--out", "~/schema"]) == 0
    capsys.readouterr()


def test_a_workspace_begun_in_a_folder_with_a_name_that_no_file_holds_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in enumerate(("rad\nbruten", "n\udcff")):
        folder = tmp_path / str(number) / name
        folder.mkdir(parents=True)
        monkeypatch.chdir(folder)
        assert run(["init", "."]) == 0
        assert run(["init", str(folder), "--excel"]) == 4  # it is there already
        assert run(["check", str(folder)]) == 0


# The commands have run once in a copy before: whoever runs them afterwards may not read where Python lies.
AS_NOBODY = f"""
import os, sys
from styrmodell.cli.main import run
def answers():
    return [run(line.split()) for line in sys.argv[2:]]
here = os.getcwd()
os.chdir(sys.argv[1])
answers()
os.chdir(here)
os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
print("som en annan", file=sys.stderr)
print("svar", *answers())
"""
DENIED = {
    "check stängd": 3,
    "check stängd/yta": 3,
    "verify stängd": 3,
    "diff yta stängd": 3,
    "template check stängd/a.docx": 3,
    "template check låst.docx": 3,
    "collect yta stängd": 3,
    "render yta --format html --out stängd": 4,
    "render yta --format html --out stängd/ut": 4,
    "render yta --format html --out läses/ut": 4,
    "save yta --out läses/sparat": 4,
    "init läses/ny": 4,
    "calendar yta --out läses/kalender.txt": 4,
    "schema --out stängd/ny": 4,
    "rollover yta --to 2021 --out läses/nästa": 4,
    "plugin new region-prov --out läses/modul": 4,
}


def test_a_folder_that_one_may_not_enter_is_told_as_that(desk: Path, tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("runs as another user, which root alone may")
    place = tmp_path / "skrivbord"
    (place / "stängd" / "yta").mkdir(parents=True)
    (place / "läses").mkdir()
    (place / "låst.docx").write_bytes(b"PK")
    (place / "yta").symlink_to(desk / "yta")
    (place / "stängd").chmod(0o700)
    (place / "låst.docx").chmod(0o600)
    for folder in (desk / "yta", *(desk / "yta").parents, *place.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    copy = shutil.copytree(place, tmp_path / "kopia", symlinks=True)
    command = [sys.executable, "-c", AS_NOBODY, str(copy), *DENIED]
    done = subprocess.run(command, cwd=place, capture_output=True, check=False, encoding="utf-8", timeout=120)
    told = done.stderr.partition("som en annan\n")[2]
    assert "Traceback" not in done.stderr, done.stderr
    answers = done.stdout.splitlines()[-1].split()
    assert dict(zip(DENIED, answers[1:], strict=True)) == {asked: str(code) for asked, code in DENIED.items()}, told
    assert told.count("nekades") == len(DENIED), told


def test_the_page_says_how_such_paths_are_answered(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PATH.read_text(encoding="utf-8").partition("## Sökvägar\n")[2].partition("\n## ")[0]
    assert "Svarskoden är 3 för det som skulle läsas och 4 för det som skulle skrivas." in text
    for row, path in {"tom, eller `-` (svarskod 2)": "-", "`~` eller `~/…`": "~/x", "`C:\\…`": "C:\\x"}.items():
        assert f"| {row}" in text
        assert run(["check", path]) == (2 if path == "-" else 3)
        assert run(["render", "yta", "--out", path]) == (2 if path == "-" else 4)
    assert "skriv hela sökvägen" in capsys.readouterr().err
