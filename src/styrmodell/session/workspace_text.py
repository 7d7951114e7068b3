"""A workspace → the text of its styrmodell.toml."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from styrmodell.session.publish import Settings

_DELETE = "\x7f"


def workspace_text(
    *,
    name: str,
    profile: str,
    as_of: date,
    files: Sequence[str],
    include: Sequence[str] = (),
    settings: Settings | None = None,
    scales: Iterable[tuple[str, str]] = (),
    tables: Iterable[tuple[str, str]] = (),
) -> str:
    """Write a styrmodell.toml.

    Args:
        profile: The profile's key; empty for none.
        files: The names of the workspace's files.
        include: Keys of the reports to build.
        settings: Report key → (name, text) pairs.
        scales: (file name, scale) pairs of files whose money is not in kr.
        tables: (file name, kind) pairs of CSV files of objects, whose heading is their first row.
    """
    blocks = [_block("workspace", _head(name, profile, as_of, files))]
    if include:
        blocks.append(_block("reports", [("include", _texts(include))]))
    for report, pairs in (settings or {}).items():
        blocks.append(_block(f"reports.{_text(report)}", [(_text(key), _text(text)) for key, text in pairs]))
    for file, scale in scales:
        blocks.append(_block("[sources]", [("files", _text(file)), ("scale", _text(scale))]))
    for file, kind in tables:
        blocks.append(_block("[tables]", [("files", _text(file)), ("kind", _text(kind)), ("heading_row", "1")]))
    return "\n".join(blocks)


def _head(name: str, profile: str, as_of: date, files: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "format", "1"
    yield "name", _text(name)
    if profile:
        yield "profile", _text(profile)
    yield "as_of", as_of.isoformat()
    yield "files", _texts(files)


def _block(heading: str, pairs: Iterable[tuple[str, str]]) -> str:
    return f"[{heading}]\n" + "".join(f"{key} = {value}\n" for key, value in pairs)


def _texts(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, items))}]"


def _text(text: str) -> str:
    """A basic string of TOML: JSON's, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
