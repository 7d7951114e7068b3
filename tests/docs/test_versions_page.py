"""docs/reference/versioner.md says the versions that the code has, and promises something of each."""

import re
from pathlib import Path

from styrmodell.io.workspace_file import FORMAT as WORKSPACE_FORMAT
from styrmodell.plugins.hookspecs import PLUGIN_API
from styrmodell.session.manifest import FORMAT as MANIFEST_FORMAT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "versioner.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1] for row in re.findall(r"^\| (.+?) \| (.+?) \| .+ \|$", PAGE, re.MULTILINE)}


def now(word: str) -> str:
    """What the table says that the version of *word* is."""
    (found,) = (version for what, version in ROWS.items() if word in what)
    return found


def test_the_numbers_are_those_of_the_code() -> None:
    assert now("`plugin_api`") == str(PLUGIN_API)
    assert now("styrmodell.toml") == str(WORKSPACE_FORMAT)
    assert now("manifest.json") == str(MANIFEST_FORMAT)


def test_everything_with_a_version_has_a_row_and_a_promise() -> None:
    for word in ("paketet", "plugin_api", "styrmodell.toml", "manifest.json", "cellernas namn", "koder"):
        assert now(word)
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert headings == [
        "Paketet",
        "Det som ska bort varnar först",
        "Tilläggsmoduler",
        "Arbetsytor",
        "Cellernas namn",
        "Iakttagelsernas koder",
    ]


def test_the_plugins_ask_for_the_versions_that_the_promise_lets_them_rely_on() -> None:
    asked = re.search(r"`(styrmodell>=[^`]+)`", PAGE)
    assert asked is not None
    for path in sorted((ROOT / "plugins").glob("*/pyproject.toml")):
        assert f'"{asked[1]}"' in path.read_text(encoding="utf-8"), path
