"""Hostile folders: links, pipes, devices, names and patterns; nothing outside is read and nothing is waited for."""

import json
import os
from pathlib import Path

import pytest
from tests.io.workbooks import row, workbook

from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.load_folder import FolderContent, read_folder

HEAD = b"enhet;matt;period;varde\n"
TOML = '[workspace]\nformat = 1\nname = "X"\nas_of = 2020-01-01\nfiles = ["*.yaml", "*.csv"]\n'
PLAN = "plan: {unit: rlf, period: 2020}\nunits: [{id: rlf, name: RLF}]\nmeasures: [{id: area, name: A, unit: m2}]\n"


def folder(path: Path, **files: str | bytes) -> Path:
    """A sound workspace with *files* among its own."""
    for name, text in {"styrmodell.toml": TOML, "plan.yaml": PLAN, **files}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(content: FolderContent) -> list[tuple[str, str]]:
    for lang in ("sv", "en"):
        content.findings.text(lang).encode()
    return [(finding.code.code, finding.source.file) for finding in content.findings]


@pytest.mark.parametrize(
    "pattern", ["../*.yaml", "/etc/*", "~/x.yaml", "a/../../x", "C:\\x.yaml", "\\\\dator\\x", "a\\..\\..\\x"]
)
def test_a_pattern_that_leads_out_is_refused(tmp_path, pattern):
    made = TOML.replace('"*.yaml"', f"'{pattern}', \"*.yaml\"")
    assert ("SM133", "styrmodell.toml") in told(read_folder(folder(tmp_path, **{"styrmodell.toml": made})))


@pytest.mark.parametrize(
    ("pattern", "file"),
    [("*a" * 20 + "b", "a" * 250), ("**/a/" * 20 + "b", "a/" * 100 + "c"), ("*?" * 50 + "b", "a" * 250)],
)
def test_a_pattern_of_many_stars_is_no_long_search(pattern, file):
    assert not FilePattern.parse(pattern).matches(file)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no pipes in folders: nothing there to wait for")
@pytest.mark.parametrize("name", ["styrmodell.toml", "profil.yaml", "a.csv"])
def test_a_pipe_is_told_and_not_waited_for(tmp_path, name):
    folder(tmp_path, **{"styrmodell.toml": TOML.replace("format = 1", 'format = 1\nprofile = "profil.yaml"')})
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    assert ("SM101", name) in told(read_folder(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no devices in folders: a link cannot lead to one")
@pytest.mark.parametrize("name", ["styrmodell.toml", "a.csv"])
def test_a_link_to_a_device_is_told(tmp_path, name):
    folder(tmp_path)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to("/dev/zero")
    assert ("SM133", name) in told(read_folder(tmp_path))


@pytest.mark.parametrize("name", ["styrmodell.toml", "plan.yaml", "profil.yaml", "a.csv"])
def test_a_link_that_leads_out_is_told_and_not_followed(tmp_path, name):
    inside = folder(tmp_path / "in", **{"styrmodell.toml": TOML.replace("= 1\n", '= 1\nprofile = "profil.yaml"\n')})
    (tmp_path / "secret").write_text("hemligt: ord\n")
    (inside / name).unlink(missing_ok=True)
    (inside / name).symlink_to(tmp_path / "secret")
    content = read_folder(inside)
    assert ("SM133", name) in told(content)
    assert "hemligt" not in content.findings.text()


def test_a_link_inside_the_workspace_is_followed(tmp_path):
    folder(tmp_path, **{"data/x.txt": HEAD + b"rlf;area;2020;1\n"})
    (tmp_path / "a.csv").symlink_to(tmp_path / "data" / "x.txt")
    content = read_folder(tmp_path)
    assert (len(content.observations), told(content)) == (1, [])


def test_a_folder_that_is_a_link_is_not_gone_into(tmp_path):
    inside = folder(tmp_path / "in", **{"styrmodell.toml": TOML.replace("*.csv", "**/*.csv")})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.csv").write_bytes(HEAD)
    (inside / "data").symlink_to(tmp_path / "out")
    (inside / "round").symlink_to(inside)
    assert told(read_folder(inside)) == [("SM110", "styrmodell.toml")]


def test_a_profile_through_a_folder_that_is_a_link_is_told(tmp_path):
    made = TOML.replace("format = 1", 'format = 1\nprofile = "ut/profil.yaml"')
    inside = folder(tmp_path / "in", **{"styrmodell.toml": made, "a.csv": HEAD})
    (tmp_path / "profil.yaml").write_text("profile: {key: egen, valid_from: 2020-01-01}\n")
    (inside / "ut").symlink_to(tmp_path)
    assert told(read_folder(inside)) == [("SM133", "ut/profil.yaml")]


def test_a_link_to_itself_is_told(tmp_path):
    folder(tmp_path)
    (tmp_path / "a.csv").symlink_to(tmp_path / "a.csv")
    assert {code for code, file in told(read_folder(tmp_path)) if file == "a.csv"} & {"SM101", "SM133"}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names as text: a name that is none cannot be made")
@pytest.mark.parametrize("name", [b"a\xff.csv", b"a\n.csv", b"a\x1b[31m.csv", "a\u202evsc.csv".encode()])
def test_a_name_that_is_no_text_is_told_and_shown_safely(tmp_path, name):
    folder(tmp_path)
    (tmp_path / os.fsdecode(name)).write_bytes(HEAD)
    content = read_folder(tmp_path)
    ((code, shown),) = told(content)
    assert code == "SM101"
    assert shown.isascii()
    assert shown.isprintable()
    assert json.dumps(content.inputs)


def test_lock_files_and_folders_called_as_files_are_left_out(tmp_path):
    folder(tmp_path, **{"~$a.csv": b"\x00", "a.csv": HEAD + b"rlf;area;2020;1\n", "x.csv/y.txt": b"\x00"})
    content = read_folder(tmp_path)
    assert (len(content.observations), told(content)) == (1, [])


def test_a_workspace_file_that_is_a_folder_is_told(tmp_path):
    (tmp_path / "styrmodell.toml").mkdir()
    assert {code for code, _ in told(read_folder(tmp_path))} == {"SM101"}


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json", "a.yaml"])
def test_a_file_of_another_sort_than_its_name_is_told(tmp_path, name):
    """The bytes of a workbook under every name, and those of a picture under a workbook's."""
    made = TOML.replace('"*.csv"', f'"{name}"')
    data = bytes(range(256)) * 10 if name.endswith("xlsx") else workbook(row(1, "<c><v>1</v></c>"))
    content = read_folder(folder(tmp_path, **{"styrmodell.toml": made, name: data}))
    assert {file for code, file in told(content) if code != "SM110"} == {name}
