"""`freeze` and `verify` on the command line, and `explain`, `check`, `show` and `render` of what was frozen."""

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from attrs import frozen

from styrmodell.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
DECISION = ("--body", "Regionstyrelsen", "--date", "2019-11-26", "--paragraph", "§ 112")
NAME = "2019-11-26-regionstyrelsen-rlf-2020"
CELL = "vasternorrland.bilaga10a/ekonomi/summa/budget-2020.netto"
FIGURES = "observationer/ekonomi.csv"


@frozen
class Done:
    """What a command ended with and wrote."""

    returncode: int
    stdout: str
    stderr: str


def styrmodell(*args: object) -> Done:
    """Run a command in this process: most of what a process takes is its start."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, args), *(() if "--lang" in args else ("--lang", "sv"))])
    return Done(code, out.getvalue(), err.getvalue())


def frozen_in(folder: Path) -> Path:
    shutil.copytree(EXAMPLES / "vasternorrland-2020", folder)
    done = styrmodell("freeze", folder, *DECISION, "--report", "vasternorrland.bilaga10a")
    assert done.returncode == 0
    folder_shown, record = done.stdout.splitlines()
    assert folder_shown == str(folder / "frysta" / NAME)
    assert record.startswith("frysning.json sha256 ")
    return Path(folder_shown)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A frozen run whose workspace has gone on: another figure, and another day."""
    made = frozen_in(tmp_path_factory.mktemp("år 2020") / "Vår förvaltning")
    folder = made.parents[1]
    lines = (folder / FIGURES).read_text(encoding="utf-8").splitlines()
    changed = [line for line in lines if not (";primarvard;" in line and ";2020;" in line)]
    assert len(changed) < len(lines)
    (folder / FIGURES).write_text("\n".join(changed), encoding="utf-8")
    return made


def test_explain_gives_the_figure_that_was_decided(kept):
    then, now = (
        json.loads(styrmodell("explain", path, CELL, "--format", "json").stdout) for path in (kept, kept.parents[1])
    )
    assert then["number"] == "-1661635000"
    assert now["number"] != then["number"]


@pytest.mark.parametrize("command", [("check",), ("show", "goals"), ("status",), ("reports",)])
def test_other_commands_take_a_frozen_run(kept, command):
    assert styrmodell(command[0], kept, *command[1:]).returncode == 0


def test_render_of_a_frozen_run_gives_the_same_bytes(kept, tmp_path):
    done = styrmodell("render", kept, "--report", "vasternorrland.bilaga10a", "--out", tmp_path)
    assert done.returncode == 0
    names = [path.name for path in tmp_path.glob("vasternorrland.*")]
    assert len(names) == 4
    assert [(tmp_path / name).read_bytes() == (kept / "ut" / name).read_bytes() for name in names] == [True] * 4


def test_a_second_freeze_under_the_name_is_refused(kept):
    before = (kept / "frysning.json").read_bytes()
    done = styrmodell("freeze", kept.parents[1], *DECISION)
    assert (done.returncode, done.stdout) == (4, "")
    assert f"SM430 fel frysta/{NAME}" in done.stderr
    assert "ersätts aldrig" in done.stderr
    assert (kept / "frysning.json").read_bytes() == before


@pytest.mark.parametrize("place", [".", "frysning.json", "indata"])
def test_what_is_frozen_is_not_frozen_again(kept, place):
    done = styrmodell("freeze", kept / place, *DECISION)
    assert done.returncode == 4
    assert "är redan fryst; frys arbetsytan den kom ur" in done.stderr


@pytest.mark.parametrize("command", ["form", "collect"])
@pytest.mark.parametrize("place", [".", "indata"])
def test_what_is_frozen_takes_no_forms(kept, tmp_path, command, place):
    before = sorted(path.relative_to(kept) for path in kept.rglob("*"))
    done = styrmodell(command, kept / place, *([tmp_path] if command == "collect" else []), "--out", tmp_path / "ut")
    assert (done.returncode, "fryst och ändras inte" in done.stderr) == (4, True)
    assert sorted(path.relative_to(kept) for path in kept.rglob("*")) == before


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (DECISION[2:], "flaggan --body saknas"),
        (("--body", " ", *DECISION[2:]), "--body är tom"),
        ((*DECISION[:4], "--paragraph", ""), "--paragraph är tom"),
        ((*DECISION[:2], "--date", "26 nov", *DECISION[4:]), "--date 26 nov: väntade ett datum, som 2019-11-26"),
        ((*DECISION, "--report", "vasternorrland.bilaga10"), "okänt namn: rapporten 'vasternorrland.bilaga10'"),
        ((*DECISION, "--format", "pdf"), "okänt namn: formatet 'pdf'"),
    ],
)
def test_wrong_use_is_told_in_swedish(flags, words):
    done = styrmodell("freeze", EXAMPLES / "vasternorrland-2020", *flags)
    assert done.returncode == 2
    assert words in done.stderr


def test_input_that_cannot_be_read_is_not_frozen(tmp_path):
    (tmp_path / "styrmodell.toml").write_text("[", encoding="utf-8")
    done = styrmodell("freeze", tmp_path, *DECISION)
    assert done.returncode == 3
    assert not (tmp_path / "frysta").exists()


def test_verify_says_that_all_is_what_it_was(kept):
    done = styrmodell("verify", kept)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "indata   23 filer",
        "utdata   6 filer",
        "siffror  omräknade, byte för byte lika",
    ]
    assert lines[3].startswith("frysning.json sha256 ")


def test_verify_tells_what_is_changed_and_explain_says_so_too(kept, tmp_path):
    archived = Path(shutil.copytree(kept, tmp_path / "arkiv"))
    path = archived / "indata" / FIGURES
    path.write_bytes(path.read_bytes() + b"\n")
    done = styrmodell("verify", archived, "--format", "json", "--lang", "en")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert [one["code"] for one in told["findings"]] == ["SM432", "SM437"]
    assert (told["sameness"], told["inputs"]) == ("no", 23)
    explained = styrmodell("explain", archived, CELL)
    assert explained.returncode == 1
    assert f"SM432 fel indata/{FIGURES}" in explained.stderr


def test_verify_compares_an_output_folder_with_its_workspace(kept):
    then = styrmodell("verify", kept / "ut", "--workspace", kept)
    assert then.returncode == 0
    assert "byte för byte lika" in then.stdout
    now = styrmodell("verify", kept / "ut", "--workspace", kept.parents[1])
    assert now.returncode == 1
    assert f"SM432 fel {FIGURES}" in now.stdout


@pytest.mark.parametrize("flags", [(), ("--workspace", "finns inte")])
def test_verify_of_what_cannot_be_read_answers_3(tmp_path, flags):
    done = styrmodell("verify", tmp_path, *flags)
    assert (done.returncode, done.stdout) == (3, "")
