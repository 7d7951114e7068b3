"""`styrmodell diff`: changes on standard out, or documents in a folder; exit codes as of other commands."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from styrmodell.cli.diff import command
from styrmodell.cli.path_error import UnreadablePathError, UnwritablePathError

PLAN = """
plan: {id: p, unit: r, period: "2020", state: decided}
units: [{id: r, name: Regionen}, {id: a, name: Åsele, parent: r}]
measures: [{id: kostnad, name: Kostnader, unit: kr, owner: chef}]
"""
CSV = "enhet;matt;period;typ;varde;kommentar\na;kostnad;2020;utfall;-5000;\nr;kostnad;2019;utfall;-4000;\n"
TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2020-12-31\nfiles = ["*.yaml", "*.csv"]\n'


def workspace(folder: Path, csv: str = CSV, plan: str = PLAN) -> Path:
    folder.mkdir()
    for name, text in (("styrmodell.toml", TOML), ("plan.yaml", plan), ("varden.csv", csv)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    return workspace(tmp_path / "förra"), workspace(tmp_path / "nu", CSV.replace("-5000;", "-7000;"))


def run(*args: object):
    return CliRunner().invoke(command, [*map(str, args), "--lang", "sv"], standalone_mode=False)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_text_tells_the_total_and_what_moved_it(two: tuple[Path, Path]) -> None:
    done = run(*two)
    assert done.return_value == 0
    assert "−5 000 kr → −7 000 kr  (−2 000 kr, −40,0 %)" in plain(done.stdout)
    assert "beror på Åsele: Kostnader, utfall 2020 (−5 tkr → −7 tkr)" in plain(done.stdout)
    assert "kommentar saknas" in done.stdout
    assert done.stderr == ""


def test_json_is_data(two: tuple[Path, Path]) -> None:
    data = json.loads(run(*two, "--format", "json").stdout)
    assert data["old"]["path"].endswith("förra")
    assert {change["group"] for change in data["changes"]} == {"printed", "figure"}


def test_nothing_is_told_in_words(two: tuple[Path, Path]) -> None:
    assert "Ingenting har ändrats." in run(two[0], two[0]).stdout


def test_documents_are_written_in_every_format_and_told(two: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(*two, "--out", tmp_path / "ut")
    assert done.return_value == 0
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        "jamforelse.docx",
        "jamforelse.html",
        "jamforelse.xlsx",
    ]
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize(("form", "name"), [("html", "jamforelse.html"), ("text", "jamforelse.txt")])
def test_one_format_is_one_file(two: tuple[Path, Path], tmp_path: Path, form: str, name: str) -> None:
    run(*two, "--format", form, "--out", tmp_path / "ut")
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [name]
    assert "Åsele" in (tmp_path / "ut" / name).read_text(encoding="utf-8")


def test_the_documents_are_compared_themselves(two: tuple[Path, Path], tmp_path: Path) -> None:
    run(*two, "--format", "xlsx", "--out", tmp_path / "ut")
    book = tmp_path / "ut" / "jamforelse.xlsx"
    assert "Ingenting har ändrats." in run(book, book).stdout
    with pytest.raises(click.UsageError):
        CliRunner().invoke(command, [str(book), str(two[0])], standalone_mode=False, catch_exceptions=False)


def test_what_is_not_there_is_told_in_swedish(two: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(two[0], tmp_path / "borta")
    assert isinstance(done.exception, UnreadablePathError)
    assert "det finns ingen sådan arbetsyta" in done.exception.words.sv


def test_what_cannot_be_read_is_told_beside_the_changes(two: tuple[Path, Path], tmp_path: Path) -> None:
    broken = workspace(tmp_path / "fel", CSV.replace("-5000;", "fem;"))
    done = run(two[0], broken)
    assert done.return_value == 3
    assert "SM1" in done.stderr
    assert "borttagen" in done.stdout


def test_a_workspace_without_a_plan_ends_with_its_findings(two: tuple[Path, Path], tmp_path: Path) -> None:
    done = run(two[0], workspace(tmp_path / "tom", plan="units: [{id: r, name: Regionen}]"))
    assert done.return_value == 3
    assert done.stdout == ""


def test_a_file_where_the_folder_should_be_is_told(two: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("", encoding="utf-8")
    done = run(*two, "--out", tmp_path / "ut")
    assert isinstance(done.exception, UnwritablePathError)
    assert "är en fil, inte en mapp" in done.exception.words.sv
