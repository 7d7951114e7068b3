"""`styrmodell template`: findings on standard out, exit codes that say how bad it is, and what a master may use."""

import json
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from tests.report.master_files import packed, plain_parts

from styrmodell.api import load, master_variables
from styrmodell.cli.check import command as check_command
from styrmodell.cli.main import run as run_styrmodell
from styrmodell.cli.render import command as render_command
from styrmodell.cli.template import command
from styrmodell.errors import UnknownNameError
from styrmodell.report.word.template.words import CONDITIONS, FILTERS

PLAN = 'plan: {id: p, unit: a, period: "2020", state: decided}\nunits: [{id: a, name: Norr & Söder}]\n'
MEASURES = "measures: [{id: area, name: Area, unit: m2}]\n"
CSV = "enhet;matt;period;typ;varde\na;area;2020;budget;1 234\n"
TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2020-01-01\nfiles = ["*.yaml", "*.csv"]\n'


def template(*args: object) -> Result:
    return CliRunner().invoke(command, list(map(str, args)), standalone_mode=False)


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "mall.docx"
    path.write_bytes(packed(plain_parts("{{ titel }}")))
    return path


def test_a_sound_master_ends_with_0_and_counts(master: Path) -> None:
    done = template("check", master, "--lang", "sv")
    assert done.return_value == 0
    assert done.stdout.splitlines()[-1] == "0 fel, 1 varning, 1 upplysning"


def test_a_faulty_master_ends_with_1_and_tells_all(master: Path) -> None:
    master.write_bytes(packed(plain_parts("{{ enhett }}", "{% for x in titel %}")))
    done = template("check", master, "--lang", "sv")
    assert done.return_value == 1
    assert "SM412 fel mall.docx Dokumentet, stycke 1" in done.stdout
    assert "SM414 fel mall.docx Dokumentet, stycke 2" in done.stdout
    assert "menade du enhet?" in done.stdout
    assert "did you mean enhet?" in template("check", master, "--lang", "en").stdout


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_cannot_be_read_ends_with_3(master: Path, data: bytes) -> None:
    master.write_bytes(data)
    assert template("check", master, "--lang", "sv").return_value == 3


def test_json_is_a_list_of_findings(master: Path) -> None:
    master.write_bytes(packed(plain_parts("{{ enhett }}")))
    (first, *_) = json.loads(template("check", master, "--format", "json", "--lang", "sv").stdout)
    assert (first["code"], first["file"], first["place"]) == ("SM412", "mall.docx", "Dokumentet, stycke 1")
    assert (first["severity"], first["found"]) == ("error", "enhett")


def test_wrong_use_ends_with_2() -> None:
    assert isinstance(template("chek").exception, UnknownNameError)
    for args in (
        ["template"],
        ["template", "check"],
        ["template", "chek"],
        ["template", "check", "a", "--format", "x"],
    ):
        assert run_styrmodell(args) == 2


def test_variables_are_listed_with_what_they_become() -> None:
    shown = template("variables", "--lang", "sv").stdout
    for one in (*master_variables(), *FILTERS, *CONDITIONS):
        assert one.written in shown
        assert one.text.sv in shown
        assert one.example in shown
    (line,) = (line for line in shown.splitlines() if "{{ innehall }}" in line)
    assert line.endswith("← rapportens plats: ett eget stycke, en gång")
    assert "the registry's number" in template("variables", "--lang", "en").stdout


def test_variables_as_json_have_names_and_say_which_is_the_body() -> None:
    found = json.loads(template("variables", "--format", "json", "--lang", "sv").stdout)
    assert [one["name"] for one in found["variables"] if one["is_body"]] == ["innehall"]
    assert [one["name"] for one in found["filters"]] == ["upper", "lower", "trim"]
    assert set(found["conditions"][0]) == {"name", "written", "text", "example"}


def workspace(folder: Path, master: str, data: bytes | None) -> Path:
    """A workspace whose report generic.matt names *master*; data None writes no such file."""
    (folder / "mallar").mkdir(parents=True)
    settings = f'[reports."generic.matt"]\nmaster = {json.dumps(master)}\n'
    for name, text in (("styrmodell.toml", TOML + settings), ("plan.yaml", PLAN + MEASURES), ("varden.csv", CSV)):
        (folder / name).write_text(text, encoding="utf-8")
    if data is not None:
        (folder / "mallar" / "region.docx").write_bytes(data)
    return folder


def render(folder: Path, out: Path) -> Result:
    return CliRunner().invoke(
        render_command,
        [str(folder), "--out", str(out), "--lang", "sv", "--report", "generic.matt"],
        standalone_mode=False,
    )


SOUND = packed(plain_parts("Region Prov, {{ enhet }}"))


@pytest.mark.parametrize("name", ["mallar/region.docx", "mallar\\region.docx", "./mallar/region.docx"])
def test_a_region_without_a_plugin_gives_its_master_in_the_settings(tmp_path: Path, name: str) -> None:
    folder = workspace(tmp_path / "yta", name, SOUND)
    assert render(folder, tmp_path / "ut").return_value == 0
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "ut" / "generic.matt.docx")).paragraphs]
    assert texts[0] == "Region Prov, Norr & Söder"


def test_the_master_is_one_of_the_inputs_of_a_run(tmp_path: Path) -> None:
    render(workspace(tmp_path / "yta", "mallar/region.docx", SOUND), tmp_path / "ut")
    inputs = json.loads((tmp_path / "ut" / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    assert {"file": "mallar/region.docx", "sha256": sha256(SOUND).hexdigest()} in inputs
    assert inputs == sorted(inputs, key=lambda one: one["file"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mallar/finns-inte.docx", "SM101"),
        ("mallar", "SM101"),
        ("", "SM101"),
        ("mallar/a\u202eb.docx", "SM101"),
        ("../region.docx", "SM133"),
        ("/etc/passwd", "SM133"),
        ("C:\\region.docx", "SM133"),
    ],
)
def test_a_master_that_cannot_be_read_stops_the_run_with_a_finding(tmp_path: Path, name: str, code: str) -> None:
    folder = workspace(tmp_path / "yta", name, SOUND)
    done = render(folder, tmp_path / "ut")
    assert done.return_value == 3
    assert code in done.stderr
    assert not (tmp_path / "ut").exists()


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "yta", "mallar/region.docx", None)
    (tmp_path / "utanför.docx").write_bytes(SOUND)
    (folder / "mallar" / "region.docx").symlink_to(tmp_path / "utanför.docx")
    assert [one.code.code for one in load(folder).findings.errors()] == ["SM133"]


@pytest.mark.parametrize(
    ("data", "code"), [(packed(plain_parts("{{ enhett }}")), "SM412"), (b"hej", "SM410"), (SOUND[:900], "SM411")]
)
def test_a_faulty_master_leaves_the_other_formats(tmp_path: Path, data: bytes, code: str) -> None:
    folder = workspace(tmp_path / "yta", "mallar/region.docx", data)
    done = render(folder, tmp_path / "ut")
    assert done.return_value == 4
    assert f"{code} fel mallar/region.docx" in done.stderr
    assert "SM401" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        "generic.matt.html",
        "generic.matt.xlsx",
        "index.html",
        "manifest.json",
    ]
    # What is wrong with a master is no doubt about a figure.
    assert "UTKAST" not in (tmp_path / "ut" / "generic.matt.html").read_text(encoding="utf-8")


def test_check_tells_what_is_wrong_with_a_workspaces_master(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "yta", "mallar/region.docx", packed(plain_parts("{{ enhett }}")))
    done = CliRunner().invoke(check_command, [str(folder), "--lang", "sv"], standalone_mode=False)
    assert "SM412 fel mallar/region.docx Dokumentet, stycke 1" in done.stdout
    assert done.return_value == 4
