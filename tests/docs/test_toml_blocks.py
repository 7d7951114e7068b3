"""The TOML of the pages about workspaces is read without findings, and their tables name every key."""

import re
import tomllib
from pathlib import Path

import pytest

from styrmodell.io.ledger.format import LEDGER_KEYS
from styrmodell.io.sources import SOURCE_CHOICES
from styrmodell.io.tables.blocks import CROSSED_KEYS, TABLE_KEYS
from styrmodell.io.workspace_file import WORKSPACE_KEYS, workspace_from

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "reference" / "arbetsyta.md"
PAGES = (*sorted((DOCS / "how-to").glob("*.md")), REFERENCE)
HEAD = '[workspace]\nformat = 1\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'
BLOCKS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"^```toml\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    )
]


def keys_under(heading: str) -> list[str]:
    """The keys of the first table under a heading."""
    text = REFERENCE.read_text(encoding="utf-8").partition(f"\n{heading}\n")[2]
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table is not None
    return re.findall(r"^\| `(\w+)` \|", table[0], re.MULTILINE)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_read_without_findings(block: str) -> None:
    whole = block if "workspace" in tomllib.loads(block) else HEAD + block
    found, findings = workspace_from(whole.encode())
    assert [str(finding) for finding in findings] == []
    assert found is not None


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("### `[workspace]`", WORKSPACE_KEYS),
        ("## Hur filer är skrivna: `[[sources]]`", ("files", *SOURCE_CHOICES)),
        ("### Blocket `[[tables]]`", TABLE_KEYS),
        ("### Korsade tabeller: `[tables.crossed]`", CROSSED_KEYS),
        ("## Huvudböcker: `[[ledgers]]`", LEDGER_KEYS),
    ],
)
def test_a_table_names_every_key_and_no_other(heading: str, keys: tuple[str, ...]) -> None:
    assert sorted(keys_under(heading)) == sorted(keys)
