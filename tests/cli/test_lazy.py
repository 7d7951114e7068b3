"""Starting the command line loads nothing heavy: `--help` answers at once."""

import subprocess
import sys

import pytest

HEAVY = ("docx", "docxtpl", "lxml", "xlsxwriter", "jinja2", "yaml", "cattrs", "pluggy", "styrmodell.session")


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """The modules of a new process once the command line is imported."""
    code = "import sys, styrmodell.cli.main; print(*sys.modules, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    return frozenset(told.stdout.split())


def test_the_command_line_itself_is_loaded(loaded: frozenset[str]) -> None:
    assert {"click", "styrmodell.cli.main"} <= loaded


@pytest.mark.parametrize("name", HEAVY)
def test_nothing_heavy_is_loaded_at_start(name: str, loaded: frozenset[str]) -> None:
    assert name not in loaded
