"""The styrmodell.toml of a workspace that was rolled over: the old one's reports, and how the new files are written."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.sources import SOURCE_CHOICES, SourceFormat
from styrmodell.session.rollover.comments import head_comment

# A line of a list within a table may begin with a bracket too, but not with a key in it alone.
_TABLE = re.compile(r"""\s*\[{1,2}\s*([a-z_]+)(?:\s*\.[^\]]*)?\s*\]{1,2}\s*(?:#.*)?\Z""")
_LATER = ("sources", "tables", "ledgers")
_DEFAULT = SourceFormat()


def settings_text(
    *,
    old: str,
    name: str,
    profile: str,
    as_of: date,
    patterns: Sequence[str],
    formats: Iterable[tuple[str, SourceFormat]],
) -> str:
    """Write a styrmodell.toml.

    Args:
        old: The text of the old one: what it says of reports is kept as it is, with its comments; what it says of
            files is kept as comments, for when such files come again.
        patterns: Of the files that belong to the workspace.
        formats: (file, how it is written) pairs of the files that are not written in the default way.
    """
    head = [("format", "1"), ("name", _text(name)), *([("profile", _text(profile))] if profile else [])]
    head += [("as_of", as_of.isoformat())]
    above = [f"# {line}" for line in head_comment(old)]
    lines = [
        *above,
        *([""] if above else []),
        "[workspace]",
        *(f"{key} = {value}" for key, value in head),
        *_files(patterns),
    ]
    parts = list(_parts(old))
    for key, found in parts:
        lines += ["", *found] if key == "reports" else []
    for file, format in formats:
        lines += ["", *_source(file, format)]
    later = [line for key, found in parts if key in _LATER for line in ("", *found)]
    if later:
        lines += ["", "# Så var förra årets egna filer skrivna. Ta bort brädgårdarna när årets filer finns."]
        lines += [f"# {line}".rstrip() if line else "" for line in later]
    return "\n".join(lines) + "\n"


def fitting_patterns(old: Iterable[str], files: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The old patterns that mean some of *files* and none of *others*, and the files that none of them means."""
    kept = [
        pattern
        for pattern in dict.fromkeys(old)
        if any(FilePattern.parse(pattern).matches(file) for file in files)
        and not any(FilePattern.parse(pattern).matches(file) for file in others)
    ]
    rest = [file for file in files if not any(FilePattern.parse(pattern).matches(file) for pattern in kept)]
    return (*kept, *rest)


def _files(patterns: Sequence[str]) -> Iterator[str]:
    yield "files = ["
    yield from (f"    {_text(pattern)}," for pattern in patterns)
    yield "]"


def _parts(text: str) -> Iterator[tuple[str, list[str]]]:
    """(first key, lines) of every table of a file, with the comments right above it; what is within one is its own."""
    key, found, waiting = "", list[str](), list[str]()
    for line in text.splitlines():
        match = _TABLE.match(line)
        if match is not None:
            yield key, found
            key, found, waiting = match[1], [*waiting, line], []
        elif line.lstrip().startswith("#") or not line.strip():
            waiting = [*waiting, line] if line.strip() else []
        else:
            found, waiting = [*found, *waiting, line], []
    yield key, found


def _source(file: str, format: SourceFormat) -> Iterator[str]:
    yield "[[sources]]"
    yield f"files = {_text(file)}"
    for key in SOURCE_CHOICES:
        value = getattr(format, key)
        if value != getattr(_DEFAULT, key):
            yield f"{key} = {_text(getattr(value, 'value', value))}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
