"""What `styrmodell init` writes: a small workspace that checks and renders at once."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from styrmodell.model.profile import Profile
from styrmodell.report.excel.plain_book import PlainSheet, write_sheets

YAML_FILES = ("plan.yaml", "mal.yaml", "matt.yaml")
FIGURES = "observationer/utfall.csv"
BOOK = "arbetsyta.xlsx"
_LEVELS = ("förvaltning", "verksamhet")


def start_files(name: str, folder: str, profile: Profile | None, today: date) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the files of a new workspace in text files.

    Args:
        name: What the workspace is called.
        folder: Its folder, as the commands in the comments name it.
        profile: Whose words levels are taken from; None for none.
        today: Becomes as_of, and its year the plan's.
    """
    words = _words(name, folder, profile, today)
    words |= {"files": '"*.yaml", "observationer/*.csv"', "figures": "observationer/*.csv"}
    for path in ("styrmodell.toml", *YAML_FILES, FIGURES):
        yield path, _template(path).format(**words).encode()


def _words(name: str, folder: str, profile: Profile | None, today: date) -> dict[str, str]:
    levels = profile.levels if profile is not None and profile.levels else _LEVELS
    return {
        "name": name.replace("\\", "").replace('"', ""),
        "folder": folder,
        "profile": profile.key if profile is not None else "",
        "as_of": today.isoformat(),
        "year": str(today.year),
        "upper": levels[0],
        "lower": levels[min(1, len(levels) - 1)],
    }


def _template(path: str) -> str:
    return files("styrmodell.session").joinpath("start", path).read_text(encoding="utf-8")
