"""The same input gives the same bytes: over processes, hash seeds, time zones, locales and working folders."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
WORLDS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "sv_SE.UTF-8"},
]


def rendered(example: str, folder: Path, world: dict[str, str]) -> dict[str, str]:
    folder.mkdir()
    environment = {**os.environ, **world, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "styrmodell", "render", str(EXAMPLES / example), "--out", "ut", "--lang", "sv"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "ut").iterdir())}


# Example, how many files its render writes, and the plugin it needs.
RENDERED = [
    ("vasternorrland-2020", 49, "vasternorrland"),
    ("dalarna-fiktiv-2024", 10, "dalarna"),
    ("jamtland-harjedalen-fiktiv-2024", 18, "jamtland_harjedalen"),
    ("galleri", 6, ""),
]


@pytest.mark.parametrize(("example", "files", "plugin"), RENDERED)
def test_an_example_is_the_same_in_two_worlds(example: str, files: int, plugin: str, tmp_path: Path) -> None:
    if plugin:
        pytest.importorskip(f"styrmodell_{plugin}", reason=f"needs the plugin styrmodell-{plugin.replace('_', '-')}")
    one, other = (rendered(example, tmp_path / f"värld {number}", world) for number, world in enumerate(WORLDS))
    assert len(one) == files
    assert one == other
