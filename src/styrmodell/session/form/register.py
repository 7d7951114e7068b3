"""The registers in the folder insamlat: which forms were sent, and which have come back."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, frozen

from styrmodell.errors import RenderError
from styrmodell.session.frozen_record import is_frozen

FOLDER = "insamlat"
SENT, CAME = f"{FOLDER}/utskick.json", f"{FOLDER}/inkommet.json"
_FORMAT = 1


@frozen(kw_only=True)
class Sent:
    """A form that was sent.

    Attributes:
        due: ISO date; empty where nobody said.
        file: The file's name when it was made.
    """

    id: str
    unit: str
    unit_name: str
    period: str
    year: str
    reports: str
    tables: str
    measures: str
    due: str
    file: str


@frozen(kw_only=True)
class Came:
    """A form that came back.

    Attributes:
        role: Who signed it off.
        day: ISO date of the sign-off.
        done: "Ja", "Nej" or empty.
        sha256: Of the file, so that the same one is known again.
    """

    id: str
    unit: str
    period: str
    file: str
    sha256: str
    role: str
    day: str
    done: str
    comment: str
    new: int
    changed: int
    unchanged: int


def root_of(path: Path) -> Path:
    """The workspace's folder, whether *path* is it or its styrmodell.toml."""
    return path.parent if path.name == "styrmodell.toml" and not path.is_dir() else path


def require_open(path: Path) -> None:
    """Raise RenderError for a frozen run: its registers are those of the decision, and are not added to."""
    if is_frozen(path):
        raise RenderError(f"{path} is frozen: nothing is written there; use the workspace it was made of")


def read_sent(path: Path) -> tuple[Sent, ...]:
    """The forms that were sent; none where there is no register, or it is none of ours."""
    return tuple(Sent(**one) for one in _read(root_of(path) / SENT, "utskick", _names(Sent)))


def read_came(path: Path) -> tuple[Came, ...]:
    """The forms that came back; none where there is no register, or it is none of ours."""
    return tuple(Came(**one) for one in _read(root_of(path) / CAME, "inkommet", _names(Came)))


def sent_bytes(forms: Iterable[Sent]) -> bytes:
    """The register of what was sent: one form a unit and period with the same tables, the newest."""
    newest = {form.id: form for form in forms}
    return _bytes("utskick", [asdict(newest[key]) for key in sorted(newest, key=lambda k: (newest[k].unit, k))])


def came_bytes(forms: Iterable[Came]) -> bytes:
    """The register of what came back, in the order it did."""
    return _bytes("inkommet", [asdict(form) for form in dict.fromkeys(evolve(one) for one in forms)])


def _names(kind: type) -> dict[str, type]:
    return {name: int if text in (int, "int") else str for name, text in kind.__annotations__.items()}


def _read(path: Path, word: str, names: dict[str, type]) -> list[dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    listed = data.get(word) if isinstance(data, dict) and data.get("format") == _FORMAT else None
    return [one for one in listed or [] if isinstance(one, dict) and _fits(one, names)]


def _fits(one: dict[str, Any], names: dict[str, type]) -> bool:
    return one.keys() == names.keys() and all(type(one[name]) is kind for name, kind in names.items())


def _bytes(word: str, forms: list[dict[str, Any]]) -> bytes:
    data = {"format": _FORMAT, word: forms}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
