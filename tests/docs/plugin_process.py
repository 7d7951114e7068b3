"""A plugin in a process of its own, installed as `pip install -e` would, without pip and without a network."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

SECONDS = 240


def install(project: Path, site: Path) -> None:
    """Leave in *site* what an editable install leaves: the distribution's name, version and entry points."""
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = settings["name"].replace("-", "_"), settings["version"]
    info = site / f"{name}-{version}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    head = f"Metadata-Version: 2.1\nName: {settings['name']}\nVersion: {version}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    lines = [f"{key} = {value}" for key, value in settings["entry-points"]["styrmodell"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[styrmodell]", *lines, ""]), encoding="utf-8")


def run_python(project: Path, site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python *words` in the plugin's folder, in Swedish, with what is installed in *site*."""
    paths = os.pathsep.join((str(site), str(project / "src")))
    settings = {"PYTHONPATH": paths, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    # A command takes the computer's language where nobody says.
    language = {"LANG": "sv_SE.UTF-8", "LC_ALL": ""}
    return subprocess.run(
        [sys.executable, *words],
        cwd=project,
        env={**os.environ, **settings, **language},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
