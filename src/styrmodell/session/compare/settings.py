"""What styrmodell.toml says, compared: every setting of reports, and how files and tables are read."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from styrmodell.io.input_file import read_text
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.field_words import SETTINGS
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

# Told at the head of a comparison, or of no use to a reader.
_ELSEWHERE = (("workspace", "as_of"), ("workspace", "format"))
_SOURCE = Source(file=FILE_NAME)
# A section and a key in it ("reports.generic.matt", "as_now") → what it says.
Said = dict[tuple[str, str], str]


def setting_changes(old: Workspace, new: Workspace) -> Iterator[Difference]:
    """The settings that are new, gone or another; none where one of the two was made in code."""
    before, after = _said(old), _said(new)
    if before is None or after is None:
        return
    for place in dict.fromkeys((*before, *after)):
        if place not in _ELSEWHERE and before.get(place) != after.get(place):
            yield _change(place, before.get(place), after.get(place))
    yield from _master_changes(old, new)


def _change(place: tuple[str, str], old: str | None, new: str | None) -> Difference:
    section, key = place
    return Difference(
        group=ChangeGroup.OTHER,
        kind=ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED,
        object_kind=SETTINGS,
        object=section,
        name=section,
        field=key,
        field_name=key,
        old=old or "",
        new=new or "",
        old_source=None if old is None else _SOURCE,
        new_source=None if new is None else _SOURCE,
    )


def _master_changes(old: Workspace, new: Workspace) -> Iterator[Difference]:
    """Word masters that are called the same and hold something else."""
    for report, after in new.masters.items():
        before = old.masters.get(report)
        if before is not None and before.file == after.file and before.sha256 != after.sha256:
            words = (f"{one.file} ({one.sha256[:8]})" for one in (before, after))
            yield _change((f"reports.{report}", "master"), *words)


def _said(workspace: Workspace) -> Said | None:
    """Every setting of the workspace's file; None where it has none that can be read."""
    if not any(file == FILE_NAME for file, _ in workspace.inputs):
        return None
    path = workspace.path
    try:
        data = (path if path.is_file() else path / FILE_NAME).read_bytes()
    except OSError:
        return None
    text, _ = read_text(data, FILE_NAME, "utf-8")
    try:
        tree = tomllib.loads(text or "", parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return None
    found: Said = {}
    for section, key, value in _flat("", tree):
        found[section, key] = _words(value)
    return found


def _flat(section: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """(section, key, value) of every setting; a block of a list is called as the files it speaks of."""
    for key, value in tree.items():
        below = f"{section}.{key}" if section else key
        if isinstance(value, dict):
            yield from _flat(below, value)
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            yield from _blocks(below, value)
        else:
            yield section, key, value


def _blocks(section: str, blocks: list[dict[str, Any]]) -> Iterator[tuple[str, str, Any]]:
    taken: set[str] = set()
    for block in blocks:
        name = stem = f"{section} {_words(block.get('files', ''))}".strip()
        count = 1
        while name in taken:
            count += 1
            name = f"{stem} ({count})"
        taken.add(name)
        yield from _flat(name, block)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_words(one)}" for key, one in value.items())
    return value.isoformat() if isinstance(value, date) else str(value)
