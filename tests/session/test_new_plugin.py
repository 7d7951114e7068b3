"""A new plugin works as it stands, and templates/plugin is what the command writes.

To renew templates/plugin after a change: python tests/session/test_new_plugin.py
"""

import ast
import shutil
import tomllib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from styrmodell.errors import RenderError, TextError
from styrmodell.session.new_plugin import new_plugin, plugin_files
from styrmodell.session.template import check_master_data

COPIED = Path(__file__).parents[2] / "templates" / "plugin"
NAME, TITLE = "exempel", "Region Exempel"
MASTER = "src/styrmodell_exempel/mallar/rapport.docx"
CACHES = ("__pycache__", ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache", "ut")


def parts(master: bytes) -> dict[str, bytes]:
    """What a Word file holds: how hard it is squeezed differs between computers."""
    with ZipFile(BytesIO(master)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_people_copy_is_what_the_command_writes() -> None:
    written = dict(plugin_files(NAME, TITLE))
    there = {
        path.relative_to(COPIED).as_posix(): path.read_bytes()
        for path in COPIED.rglob("*")
        if path.is_file() and not any(part in CACHES for part in path.parts)
    }
    assert sorted(there) == sorted(written)
    assert parts(there.pop(MASTER)) == parts(written.pop(MASTER))
    assert there == written


def test_every_file_of_the_template_is_written() -> None:
    templates = files("styrmodell.session").joinpath("plugin_template")
    kept = [path for path in Path(str(templates)).rglob("*") if path.is_file()]
    assert len(kept) == len(list(plugin_files(NAME, TITLE))) - 1  # the Word master is made, not copied


def test_a_name_with_hyphens_gives_a_package_with_underscores(tmp_path: Path) -> None:
    written = new_plugin("region-exempel", tmp_path / "x", title="Region Åsdalen & <Öst>")
    assert (tmp_path / "x" / "src" / "styrmodell_region_exempel" / "py.typed").exists()
    settings = tomllib.loads((tmp_path / "x" / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["name"] == "styrmodell-region-exempel"
    assert settings["project"]["entry-points"]["styrmodell"] == {"region-exempel": "styrmodell_region_exempel.plugin"}
    assert "Region Åsdalen & <Öst>" in (tmp_path / "x" / "README.md").read_text(encoding="utf-8")
    for path in written:
        if path.suffix == ".py":
            ast.parse(path.read_text(encoding="utf-8"))


def test_the_title_is_taken_from_the_name(tmp_path: Path) -> None:
    new_plugin("region-exempel", tmp_path / "x")
    assert 'name="Region exempel"' in next((tmp_path / "x").rglob("profile.py")).read_text(encoding="utf-8")


def test_the_word_master_has_no_faults_and_bears_the_title() -> None:
    master = dict(plugin_files(NAME, TITLE))[MASTER]
    assert check_master_data(master, "rapport.docx") == ()
    assert b"Region Exempel" in parts(master)["word/document.xml"]


def test_the_same_name_gives_the_same_bytes() -> None:
    assert dict(plugin_files(NAME, TITLE)) == dict(plugin_files(NAME, TITLE))


@pytest.mark.parametrize(
    "name",
    [
        *("", "Exempel", "åsdalen", "1exempel", "a--b", "a-", "-a", "a_b", "a.b", "a b", "../a", "a\n", "a" * 41),
        *("generic", "styrmodell", "con", "nul", "com1", "upptagen"),
    ],
)
def test_a_name_that_will_not_do_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(TextError):
        new_plugin(name, tmp_path / "x", taken=("upptagen",))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("title", ['"', "a\\b", "{a}", "$a", "a\nb", "a\x00b", "x" * 61])
def test_a_title_that_would_break_the_files_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(TextError):
        new_plugin("exempel", tmp_path / "x", title=title)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mitt").write_text("mitt")
    with pytest.raises(RenderError, match="finns redan"):
        new_plugin("exempel", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mitt"]


if __name__ == "__main__":
    shutil.rmtree(COPIED, ignore_errors=True)
    new_plugin(NAME, COPIED, title=TITLE)
