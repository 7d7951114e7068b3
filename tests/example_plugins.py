"""Which plugin the examples of a test need: with one plugin installed, what needs another is skipped and says so."""

import re
import tomllib
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BORROWED = re.compile(r"^from (tests(?:\.\w+)+) import", re.MULTILINE)


@cache
def lacking() -> dict[str, str]:
    """Example → the plugin whose profile it has, for those whose plugin is not installed."""
    installed = {entry.name for entry in entry_points(group="styrmodell")}
    plugins = {path.name.removeprefix("styrmodell-") for path in (ROOT / "plugins").iterdir()}
    found = {}
    for settings in sorted((ROOT / "examples").glob("*/styrmodell.toml")):
        profile = tomllib.loads(settings.read_text(encoding="utf-8")).get("workspace", {}).get("profile", "")
        if profile in plugins - installed:
            found[settings.parent.name] = f"styrmodell-{profile}"
    return found


@cache
def plugin_lacking(path: Path) -> str:
    """The plugin that is not installed but that an example named in *path*, or in what it borrows, needs."""
    text = path.read_text(encoding="utf-8")
    own = next((plugin for example, plugin in lacking().items() if example in text), "")
    borrowed = (ROOT.joinpath(*name.split(".")).with_suffix(".py") for name in _BORROWED.findall(text))
    return own or next(filter(None, map(plugin_lacking, filter(Path.is_file, borrowed))), "")
