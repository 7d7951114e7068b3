"""docs/examples/styrmodell-exempeldalen: a plugin that holds to what the pages say, and works."""

import ast
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.docs.plugin_process import install, run_python

from styrmodell.session.new_plugin import new_plugin

DOCS = Path(__file__).parents[2] / "docs"
PLUGIN = DOCS / "examples" / "styrmodell-exempeldalen"
MASTER = "src/styrmodell_exempeldalen/mallar/rapport.docx"
# What somebody who writes a plugin reads.
PAGES = (
    *(DOCS / "how-to" / name for name in ("tillaggsmodul.md", "egen-wordmall.md")),
    *(DOCS / "reference" / name for name in ("tillaggsmoduler.md", "dokument.md", "perioder.md")),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    install(PLUGIN, tmp_path / "installed")
    return tmp_path / "installed"


def code() -> list[Path]:
    return sorted([*(PLUGIN / "src").rglob("*.py"), *(PLUGIN / "tests").rglob("*.py")])


def used(path: Path) -> set[str]:
    """Names of ours that a file imports, asks of an object, or gives by keyword."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("styrmodell."):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") != "at":  # a finding's names are its own
            names |= {keyword.arg for keyword in node.keywords if keyword.arg is not None}
    return names


# Python's own and pytest's: what the pages need not tell.
PYTHON = {"append", "fixture", "parents", "parent", "scope", "__file__", "replace", "items", "isoformat"}


@pytest.mark.parametrize("path", code(), ids=lambda path: path.name)
def test_every_name_it_uses_stands_on_a_page(path: Path) -> None:
    told = set(re.findall(r"\w+", " ".join(page.read_text(encoding="utf-8") for page in PAGES)))
    assert sorted(used(path) - told - PYTHON) == []


def test_its_own_tests_pass(site: Path) -> None:
    done = run_python(PLUGIN, site, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout + done.stderr


def test_its_example_is_sound_and_rendered(site: Path, tmp_path: Path) -> None:
    done = run_python(PLUGIN, site, "-m", "styrmodell", "check", "exempel", "--strict")
    assert (done.returncode, done.stdout) == (0, "0 fel, 0 varningar, 0 upplysningar\n")
    done = run_python(PLUGIN, site, "-m", "styrmodell", "render", "exempel", "--out", str(tmp_path / "ut"))
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "ut").glob("*.docx")}
    assert "exempeldalen.kvartal.primarvard.2025-Q3.docx" in made
    assert len(made) == 6


def test_its_word_master_is_what_its_script_makes(tmp_path: Path) -> None:
    """The script is the master in text: what begins a plugin, and the region's colour."""
    made = tmp_path / "ny"
    new_plugin("exempeldalen", made, title="Region Exempeldalen")
    shutil.copy(PLUGIN / "gor_mall.py", made)
    done = run_python(made, tmp_path, "gor_mall.py")
    assert done.returncode == 0, done.stderr
    assert parts(made / MASTER) == parts(PLUGIN / MASTER)


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
