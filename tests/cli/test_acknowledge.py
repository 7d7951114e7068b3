"""`acknowledge` on the command line, and what `check` and `render` say of what is acknowledged."""

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from attrs import frozen

from styrmodell.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
WHY = ("--why", "Känt", "--role", "Controller", "--until", "2024-12-31")


@frozen
class Done:
    """What a command ended with and wrote."""

    returncode: int
    stdout: str
    stderr: str


def styrmodell(*args: object) -> Done:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, args), *(() if "--lang" in args else ("--lang", "sv"))])
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "uppfoljning-2024", tmp_path / "uppfoljning"))


def test_a_code_in_any_case_is_enough_where_one_finding_has_it(folder: Path) -> None:
    done = styrmodell("acknowledge", folder, "sm341", *WHY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "kvitterade.yaml\n" + (folder / "kvitterade.yaml").read_text(encoding="utf-8")


def test_check_counts_and_lists_them_apart(folder: Path) -> None:
    styrmodell("acknowledge", folder, "SM341", *WHY)
    lines = styrmodell("check", folder).stdout.splitlines()
    heading = lines.index("Kvitterade iakttagelser:")
    assert [line[:5] for line in lines[heading + 1 :] if line.startswith("SM")] == ["SM341"]
    assert lines[-2:] == [
        "  kvitterad  Känt (Controller, till och med 2024-12-31)",
        "0 fel, 5 varningar, 0 upplysningar, 1 kvitterad",
    ]
    english = styrmodell("check", folder, "--lang", "en").stdout.splitlines()
    assert "Acknowledged findings:" in english
    assert english[-1] == "0 errors, 5 warnings, 0 notes, 1 acknowledged"


def test_json_says_why_role_and_until_of_those_alone(folder: Path) -> None:
    styrmodell("acknowledge", folder, "SM341", *WHY)
    found = {
        one["code"]: one["acknowledged"] for one in json.loads(styrmodell("check", folder, "--format", "json").stdout)
    }
    said = {"why": "Känt", "role": "Controller", "until": "2024-12-31", "dated": "2024-09-15"}
    assert found == {**dict.fromkeys(found), "SM341": said}


def test_of_several_one_is_chosen_by_where_or_all(folder: Path) -> None:
    several = styrmodell("acknowledge", folder, "SM317", *WHY)
    assert several.returncode == 2
    assert several.stderr.count("SM317 varning") == 2
    assert not (folder / "kvitterade.yaml").exists()
    assert styrmodell("acknowledge", folder, "SM317", "--where", "2024-t2", *WHY).returncode == 0
    assert styrmodell("acknowledge", folder, "SM317", "--all", *WHY).returncode == 0
    assert (folder / "kvitterade.yaml").read_text(encoding="utf-8").count("code: SM317") == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("SM34", *WHY), "okänt namn: iakttagelsen 'SM34'; menade du SM341"),
        (("SM341", "--where", "månen", *WHY), "okänt namn: iakttagelsen med 'månen'; menade du atgarder.yaml rad 53"),
        (("SM341", "--why", " ", *WHY[2:]), "--why är tom"),
        (("SM341", *WHY[:2], "--role", "", *WHY[4:]), "--role är tom"),
        (("SM341", *WHY[:4], "--until", "nyår"), "--until nyår: väntade ett datum"),
        (("SM341", *WHY[:4], "--until", "2024-09-14"), "--until är före arbetsytans dag, 2024-09-15"),
        (("SM341", *WHY[:4]), "--until"),
    ],
)
def test_wrong_use_ends_with_two_and_writes_nothing(folder: Path, args: tuple[str, ...], said: str) -> None:
    done = styrmodell("acknowledge", folder, *args)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (folder / "kvitterade.yaml").exists()


def test_what_is_acknowledged_already_says_by_whom(folder: Path) -> None:
    styrmodell("acknowledge", folder, "SM341", *WHY)
    again = styrmodell("acknowledge", folder, "SM341", *WHY)
    assert again.returncode == 2
    assert "SM341 är kvitterad redan: Känt (Controller, till och med 2024-12-31)" in again.stderr


def test_an_acknowledged_error_does_not_count(folder: Path) -> None:
    (folder / "fel.yaml").write_text("goals: [{id: g, name: Mål, parents: [finns-inte]}]\n", encoding="utf-8")
    before = styrmodell("check", folder)
    assert before.returncode == 1
    code = next(line[:5] for line in before.stdout.splitlines() if " fel " in line)
    assert styrmodell("acknowledge", folder, code, *WHY).returncode == 0
    assert styrmodell("check", folder).returncode == 0
    done = styrmodell("render", folder, "--format", "html", "--out", folder / "ut")
    assert done.returncode == 0
    assert "Kvitterade iakttagelser:" in done.stderr


def test_a_workspace_that_cannot_be_read_is_not_acknowledged(folder: Path) -> None:
    (folder / "plan.yaml").write_text("plan: {\n", encoding="utf-8")
    done = styrmodell("acknowledge", folder, "SM103", *WHY)
    assert done.returncode == 3
    assert not (folder / "kvitterade.yaml").exists()


def test_a_file_that_is_not_read_is_told_and_ends_with_four(folder: Path) -> None:
    settings = folder / "styrmodell.toml"
    text = settings.read_text(encoding="utf-8")
    names = ", ".join(f'"{path.name}"' for path in sorted(folder.glob("*.yaml")))
    settings.write_text(text.replace('files = ["*.yaml",', f"files = [{names},"), encoding="utf-8")
    done = styrmodell("acknowledge", folder, "SM341", *WHY)
    assert done.returncode == 4
    assert 'lägg till "kvitterade.yaml" i files' in done.stderr


def test_what_is_frozen_is_not_acknowledged(folder: Path) -> None:
    styrmodell("freeze", folder, "--body", "RS", "--date", "2024-10-01", "--paragraph", "§ 1", "--name", "f")
    done = styrmodell("acknowledge", folder / "frysta" / "f", "SM341", *WHY)
    assert done.returncode == 4
    assert "är fryst och ändras inte" in done.stderr
