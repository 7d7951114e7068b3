"""What `styrmodell init` writes: a small workspace that checks and renders at once, in text files or in a workbook."""

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from styrmodell.model.profile import Profile
from styrmodell.report.excel.plain_book import write_sheets
from styrmodell.session.schemas import schema_files
from styrmodell.session.start_sheets import start_sheets

SETTINGS = "styrmodell.toml"
BOOK = "arbetsyta.xlsx"
_TEXTS = ("plan.yaml", "mal.yaml", "matt.yaml", "observationer/utfall.csv")
_LEVELS = ("förvaltning", "verksamhet")
_GOALS = ("inriktningsmål",)


def text_files(name: str, folder: str, profile: Profile | None, today: date) -> Iterator[tuple[str, bytes]]:
    """(path, content) of a new workspace in YAML and CSV.

    Args:
        name: What the workspace is called.
        folder: Its folder, as the comments name it in commands.
        profile: Whose words levels are taken from; None for none.
        today: Becomes as_of, and its year the plan's.
    """
    words = _words(name, folder, profile, today)
    words |= {"files": '"*.yaml", "observationer/*.csv"', "figures": "observationer/*.csv"}
    for path in (SETTINGS, *_TEXTS):
        yield path, _template(path).format(**words).encode()
    for path, schema in schema_files():
        yield path, f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()


def book_files(name: str, folder: str, profile: Profile | None, today: date) -> Iterator[tuple[str, bytes]]:
    """The same workspace with everything but the settings in one workbook."""
    words = _words(name, folder, profile, today) | {"files": f'"{BOOK}"', "figures": BOOK}
    yield SETTINGS, _template(SETTINGS).format(**words).encode()
    yield BOOK, write_sheets(start_sheets(words, today), title=name, created=today)


def _words(name: str, folder: str, profile: Profile | None, today: date) -> dict[str, str]:
    levels = profile.levels if profile is not None and profile.levels else _LEVELS
    lists = dict(profile.value_lists) if profile is not None else {}
    return {
        "name": "".join(letter for letter in _shown(name) if letter not in '"\\'),
        "folder": _shown(folder),
        "profile": profile.key if profile is not None else "",
        "as_of": today.isoformat(),
        "year": str(today.year),
        "upper": levels[0],
        "lower": levels[min(1, len(levels) - 1)],
        "goal": (lists.get("malniva") or _GOALS)[0],
    }


def _shown(name: str) -> str:
    """*name* without what no file may hold."""
    return "".join(letter for letter in name if letter.isprintable())


def _template(path: str) -> str:
    return files("styrmodell.session").joinpath("start", path).read_text(encoding="utf-8")
