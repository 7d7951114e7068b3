"""The same input gives the same bytes: over processes, hash seeds, time zones, locales and working folders."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "vasternorrland-2020"
WORLDS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "sv_SE.UTF-8"},
]


def rendered(folder: Path, world: dict[str, str]) -> dict[str, str]:
    folder.mkdir()
    environment = {**os.environ, **world, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "styrmodell", "render", str(EXAMPLE), "--out", "ut", "--lang", "sv"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "ut").iterdir())}


def test_the_example_is_the_same_in_two_worlds(tmp_path: Path) -> None:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    one, other = (rendered(tmp_path / f"värld {number}", world) for number, world in enumerate(WORLDS))
    assert len(one) == 18
    assert one == other
