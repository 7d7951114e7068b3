"""The command line as a process: exit codes, streams and no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from styrmodell.cli import main

PLAN = 'plan: {id: p, unit: a, period: "2020", state: decided}\n'
UNITS = "units:\n  - {id: a, name: Förvaltningen}\n  - {id: b, name: Söder, parent: a}\n"
MEASURES = "measures:\n  - {id: area, name: Area, unit: m2}\n"
CSV = "enhet;matt;period;typ;varde\nb;area;2020;budget;1 234\n"
TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2020-01-01\nfiles = ["*.yaml", "*.csv"]\n'
TOML += '[reports]\ninclude = ["generic.matt"]\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "Mål och uppföljning"
    folder.mkdir()
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN + UNITS + MEASURES, encoding="utf-8")
    (folder / "varden.csv").write_text(CSV, encoding="utf-8")
    return folder


def styrmodell(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "styrmodell", *map(str, args)]
    values = {**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding=values["PYTHONIOENCODING"], env=values, check=False
    )
    assert "Traceback" not in done.stderr
    return done


def test_help_is_in_swedish_and_lists_the_commands() -> None:
    done = styrmodell("--help")
    assert done.returncode == 0
    for name in ("check", "explain", "plugins", "render", "reports"):
        assert name in done.stdout
    assert "Kommandon" in done.stdout


def test_version_names_the_package() -> None:
    assert styrmodell("--version").stdout == "styrmodell 0.1.0\n"


def test_render_writes_and_tells_on_stderr_alone(workspace: Path, tmp_path: Path) -> None:
    done = styrmodell("render", workspace, "--out", tmp_path / "ut")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "filer skrivna" in done.stderr
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        "generic.matt.docx",
        "generic.matt.docx.cells.json",
        "generic.matt.html",
        "generic.matt.xlsx",
        "index.html",
        "manifest.json",
    ]


def test_check_of_a_sound_workspace_ends_with_zero(workspace: Path) -> None:
    done = styrmodell("check", workspace)
    assert (done.returncode, done.stdout) == (0, "0 fel, 0 varningar, 0 upplysningar\n")


def test_check_speaks_english_when_asked(workspace: Path) -> None:
    assert styrmodell("check", workspace, "--lang", "en").stdout == "0 errors, 0 warnings, 0 notes\n"
    assert styrmodell("check", workspace, LC_ALL="en_GB.UTF-8").stdout == "0 errors, 0 warnings, 0 notes\n"


def test_check_gives_json(workspace: Path) -> None:
    (workspace / "varden.csv").write_text(CSV + "okand;area;2020;budget;1\n", encoding="utf-8")
    done = styrmodell("check", workspace, "--format", "json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)] == ["SM202"]


def test_explain_takes_a_cell_a_figure_and_a_measure(workspace: Path) -> None:
    by_cell = styrmodell("explain", workspace, "generic.matt/matt/area/budget-2020")
    by_figure = styrmodell("explain", workspace, "--figure", "1 234")
    by_measure = styrmodell("explain", workspace, "--measure", "area", "--kind", "budget")
    for done in (by_cell, by_figure, by_measure):
        assert done.returncode == 0
        assert "varden.csv rad 2" in done.stdout
    assert by_cell.stdout == by_figure.stdout


@pytest.mark.parametrize("typed", ["45,6 %", "45,6%", "45,6"])
def test_a_printed_share_is_found_with_and_without_its_sign(workspace: Path, typed: str) -> None:
    plan = (workspace / "plan.yaml").read_text(encoding="utf-8")
    (workspace / "plan.yaml").write_text(plan.replace("unit: m2", 'unit: "%"'), encoding="utf-8")
    (workspace / "varden.csv").write_text(CSV.replace("1 234", "45,6"), encoding="utf-8")
    done = styrmodell("explain", workspace, "--figure", typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "varden.csv rad 2" in done.stdout
    assert styrmodell("explain", workspace, "--figure", "5,6").returncode == 2


def test_explain_gives_json_with_all_digits(workspace: Path) -> None:
    done = styrmodell("explain", workspace, "--measure", "area", "--kind", "budget", "--format", "json")
    assert json.loads(done.stdout)["number"] == "1234"


def test_reports_and_plugins_are_listed(workspace: Path) -> None:
    assert "generic.matt\ta\t2020" in styrmodell("reports", workspace).stdout
    assert "generic.matt" in styrmodell("reports").stdout
    assert "generic\tstyrmodell" in styrmodell("plugins").stdout


def test_windows_line_ends_are_read(workspace: Path) -> None:
    for name in ("plan.yaml", "varden.csv", "styrmodell.toml"):
        text = (workspace / name).read_text(encoding="utf-8")
        (workspace / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
    assert styrmodell("check", workspace).returncode == 0


def test_a_console_in_cp1252_gets_every_line(workspace: Path) -> None:
    """U+2212 is not in cp1252; a minus must not become a question mark."""
    (workspace / "varden.csv").write_text(CSV.replace("1 234", "-1 234"), encoding="utf-8")
    done = styrmodell(
        "explain", workspace, "--measure", "area", "--kind", "budget", PYTHONIOENCODING="cp1252", PYTHONUTF8="0"
    )
    assert done.returncode == 0
    assert "-1\u00a0234" in done.stdout.replace(" ", "\u00a0")
    assert "?" not in done.stdout


USAGE = [
    (("render", "WS", "--report", "generic.mat"), "menade du generic.matt"),
    (("render", "WS", "--unit", "okand"), "enheten 'okand'"),
    (("render", "WS", "--unit", "okand", "--lang", "en"), "unknown unit 'okand'"),
    (("render", "WS", "--format", "pdf"), "format"),
    (("render", "WS", "--period", "20"), "--period"),
    (("render", "WS", "--as-of", "igår"), "--as-of"),
    (("render", "WS", "--name", "{x}"), "--name"),
    (("render",), "ARBETSYTA"),
    (("explain", "WS"), "--figure"),
    (("explain", "WS", "generic.matt/matt/arae/budget-2020"), "generic.matt@a@2020/matt/area/budget-2020"),
    (("explain", "WS", "--figure", "77"), "77"),
    (("explain", "WS", "--measure", "area", "--dim", "x"), "--dim"),
    (("rendr",), "kommandot 'rendr'; menade du render eller calendar?"),
    (("render", "WS", "--out"), "flaggan --out saknar sitt värde"),
    (("render", "WS", "--formt", "xlsx"), "menade du --format"),
    (("check", "WS", "--format", "xml"), "--format ska vara ett av text, json"),
    (("check", "WS", "--format", "xml", "--lang", "en"), "is not one of"),
]


@pytest.mark.parametrize(("args", "words"), USAGE)
def test_wrong_use_is_one_line_and_ends_with_two(
    workspace: Path, tmp_path: Path, args: tuple[str, ...], words: str
) -> None:
    done = styrmodell(*(workspace if arg == "WS" else arg for arg in args))
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


UNREADABLE = [
    ("styrmodell.toml", b"[workspace\n", "SM102"),
    ("styrmodell.toml", TOML.replace("as_of = 2020-01-01\n", "").encode(), "SM"),
    ("plan.yaml", b"plan: [\n", "SM103"),
    ("varden.csv", CSV.replace("1 234", "1.234").encode(), "SM105"),
    ("varden.csv", CSV.replace("1 234", "se bilaga").encode(), "SM104"),
    ("varden.csv", (CSV + "b;area;2020;plan;år\n").encode("cp1252"), "SM106"),
    ("varden.csv", CSV.replace("area", "arae").encode(), "SM"),
]


@pytest.mark.parametrize(("name", "content", "code"), UNREADABLE)
def test_input_that_cannot_be_read_stops_before_anything_is_written(
    workspace: Path, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    out = tmp_path / "ut"
    assert styrmodell("render", workspace, "--out", out).returncode == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (workspace / name).write_bytes(content)
    for command in (("render", workspace, "--out", out), ("check", workspace)):
        done = styrmodell(*command)
        assert done.returncode == 3
        assert code in done.stdout + done.stderr
        assert "hittade" in done.stdout + done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_missing_workspace_ends_with_three(tmp_path: Path) -> None:
    done = styrmodell("check", tmp_path / "finns inte")
    assert done.returncode == 3
    assert "finns inte" in done.stderr


def test_a_folder_without_a_workspace_file_ends_with_three(tmp_path: Path) -> None:
    done = styrmodell("check", tmp_path)
    assert done.returncode == 3
    assert "SM101" in done.stdout


@pytest.mark.parametrize("lines", ["okand;area;2020;budget;5\n", "b;area;2020;budget;1 234\n"])
def test_a_plan_that_contradicts_itself_is_rendered_as_a_draft_and_ends_with_one(
    workspace: Path, tmp_path: Path, lines: str
) -> None:
    """Only SM1xx errors stop a document; others mark it UTKAST and stand in it."""
    (workspace / "varden.csv").write_text(CSV + lines, encoding="utf-8")
    done = styrmodell("render", workspace, "--out", tmp_path / "ut", "--format", "html")
    assert done.returncode == 1
    text = (tmp_path / "ut" / "generic.matt.html").read_text(encoding="utf-8")
    assert "UTKAST" in text
    assert "SM20" in text


def test_an_unknown_report_in_the_workspace_is_told(workspace: Path) -> None:
    (workspace / "styrmodell.toml").write_text(TOML.replace('"generic.matt"', '"generic.mat"'), encoding="utf-8")
    done = styrmodell("check", workspace)
    assert done.returncode == 4
    assert "menade du generic.matt" in done.stdout


def test_a_section_with_two_texts_ends_with_four_as_the_page_says(workspace: Path, tmp_path: Path) -> None:
    """Also where nothing is written; render writes a draft, for nobody knows which of them was meant."""
    text = "sections:\n  - {id: inledning, heading: Inledning, text: Skriven här.}\n"
    (workspace / "texter.yaml").write_text(text, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph("Skriven där.")
    document.save(str(workspace / "inledning.docx"))
    settings = TOML.replace('"*.csv"', '"*.csv", "*.docx"')
    (workspace / "styrmodell.toml").write_text(settings, encoding="utf-8")
    done = styrmodell("check", workspace)
    assert (done.returncode, "SM408 fel inledning.docx" in done.stdout) == (4, True)
    done = styrmodell("render", workspace, "--format", "html", "--out", tmp_path / "ut")
    assert (done.returncode, "SM408 fel inledning.docx" in done.stderr) == (4, True)
    assert "UTKAST" in (tmp_path / "ut" / "generic.matt.html").read_text(encoding="utf-8")


def test_an_output_folder_that_is_a_file_ends_with_four(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("en fil", encoding="utf-8")
    done = styrmodell("render", workspace, "--out", tmp_path / "ut")
    assert done.returncode == 4
    assert (tmp_path / "ut").read_text(encoding="utf-8") == "en fil"


def test_a_folder_that_cannot_be_made_ends_with_four(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("en fil", encoding="utf-8")
    done = styrmodell("render", workspace, "--out", tmp_path / "fil" / "ut")
    assert done.returncode == 4
    assert "sökvägen går genom en fil" in done.stderr
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "en fil"


def test_an_empty_cell_is_missing_and_not_zero(workspace: Path, tmp_path: Path) -> None:
    (workspace / "varden.csv").write_text(CSV.replace("1 234", ""), encoding="utf-8")
    assert styrmodell("render", workspace, "--out", tmp_path / "ut", "--format", "html").returncode == 0
    assert "ej rapporterat" in (tmp_path / "ut" / "generic.matt.html").read_text(encoding="utf-8")


def test_the_day_can_be_given(workspace: Path, tmp_path: Path) -> None:
    for day in ("2020-01-01", "2021-06-30"):
        out = tmp_path / day
        assert styrmodell("render", workspace, "--out", out, "--as-of", day, "--format", "html").returncode == 0
        assert day in (out / "generic.matt.html").read_text(encoding="utf-8")


def test_a_reader_that_goes_away_is_no_fault(workspace: Path) -> None:
    command = f'"{sys.executable}" -m styrmodell explain "{workspace}" --measure area --kind budget | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_bug_ends_with_seventy_and_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(**_: object) -> int:
        raise ZeroDivisionError("hoppsan")

    monkeypatch.setattr(main.group, "main", breaks)
    assert main.run([]) == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError: hoppsan" in told
    assert "anmäl det" in told


def test_plugins_are_shown_with_the_file_they_lie_in() -> None:
    lines = styrmodell("plugins").stdout.splitlines()
    assert all(Path(line.split("\t")[2]).is_file() for line in lines)


def test_a_plugin_that_is_not_installed_cannot_be_asked_for() -> None:
    done = styrmodell("plugins", "--plugins", "generisk")
    assert done.returncode == 2
    assert "tilläggsmodulen 'generisk'; menade du generic?" in done.stderr


def test_a_pattern_renders_what_there_is_and_tells_what_there_is_nothing_of(workspace: Path, tmp_path: Path) -> None:
    done = styrmodell("render", workspace, "--report", "generic.m*", "--format", "html", "--out", tmp_path / "ut")
    assert done.returncode == 0
    assert "arbetsytan har inget till: generic.maluppfyllelse\n" in done.stderr
    written = {path.name for path in (tmp_path / "ut").glob("generic.*")}
    assert written == {"generic.matt.html", "generic.mattkatalog.html"}
    unknown = styrmodell("render", workspace, "--report", "generic.x*", "--out", tmp_path / "ut")
    assert (unknown.returncode, "okänt namn: rapporten" in unknown.stderr) == (2, True)
