"""Which files of a workspace a pattern means: always inside the folder, in one order on every system."""

import os
import re
from pathlib import Path
from typing import Self

from attrs import field, frozen

_DRIVE = re.compile(r"[A-Za-z]:")


def _compile(text: str) -> re.Pattern[str]:
    parts = [part for part in text.split("/") if part not in ("", ".")]
    body = "".join("(?:[^/]+/)*" if part == "**" else _segment(part) + "/" for part in parts)
    return re.compile(body + r"\Z")


def _segment(part: str) -> str:
    """One step of the path; runs of * are one, or matching could take exponential time."""
    return re.sub(r"\*+|\?|[^*?]+", lambda m: {"*": "[^/]*", "?": "[^/]"}.get(m[0][:1], re.escape(m[0])), part)


@frozen(kw_only=True)
class FilePattern:
    """A pattern such as observationer/*.csv; * stays within a folder and ** passes through folders.

    Attributes:
        text: As it was written, with forward slashes.
        is_inside: Whether it can only mean files inside the folder.
    """

    text: str
    is_inside: bool
    _regex: re.Pattern[str] = field(repr=False, eq=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take a pattern in; backslashes, as Windows writes paths, are read as slashes."""
        slashed = text.strip().replace("\\", "/")
        is_inside = not (slashed.startswith(("/", "~")) or _DRIVE.match(slashed) or ".." in slashed.split("/"))
        return cls(text=slashed, is_inside=is_inside, regex=_compile(slashed))

    def matches(self, file: str) -> bool:
        """Whether *file*, relative with forward slashes, is meant."""
        return self.is_inside and self._regex.match(file + "/") is not None


def list_files(folder: Path) -> tuple[str, ...]:
    """All files under *folder*, sorted, relative with forward slashes.

    Hidden files and folders and Office's "~$" lock files are left out, and so are links that lead out of the folder.
    """
    found: list[str] = []
    root = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        here = Path(place)
        found += [
            (here / name).relative_to(folder).as_posix()
            for name in names
            if not _is_hidden(name) and _is_readable(here / name, root)
        ]
    return tuple(sorted(found))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_readable(path: Path, root: Path) -> bool:
    """An ordinary file inside *root*: a pipe would never end, and a link may lead anywhere."""
    return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(root))
