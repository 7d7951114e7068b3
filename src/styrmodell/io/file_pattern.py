"""Which files of a workspace a pattern means: always inside the folder, in one order on every system."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from attrs import field, frozen

_NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_DRIVE = re.compile(r"[A-Za-z]:")
# Where a workspace keeps its frozen runs, and the file that every frozen run has.
FROZEN_FOLDER = "frysta"
FROZEN_FILE = "frysning.json"


def _compile(text: str) -> re.Pattern[str]:
    """Folders are matched as the letters of a name are: by the first way between two **, and none is tried again."""
    groups: list[str] = [""]
    for part in text.split("/"):
        if part == "**":
            groups.append("")
        elif part not in ("", "."):
            groups[-1] += wildcards(part, "[^/]") + "/"
    first, between, last = groups[0], groups[1:-1], groups[-1] if groups[1:] else None
    body = first + "".join(f"(?>(?:[^/]+/)*?{group})" for group in between if group)
    return re.compile(body + (f"(?:[^/]+/)*{last}" if last is not None else "") + r"\Z")


def wildcards(text: str, sign: str) -> str:
    """*text* with * and ? as a regular expression that takes no more than the square of a name's length.

    Args:
        sign: What stands for ?, such as "."; what follows the whole must be an end.
    """
    first, *rest = ("".join(sign if c == "?" else re.escape(c) for c in part) for part in re.split(r"\*+", text))
    if not rest:
        return first
    return first + "".join(f"(?>{sign}*?{part})" for part in rest[:-1] if part) + f"{sign}*{rest[-1]}"


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

    Hidden files and folders and Office's "~$" lock files are left out, and so is what list_unsafe gives. Folders that
    are links are not gone into: they may lead anywhere, or round in a circle. Neither are frozen runs: what they hold
    is what was read then.
    """
    return tuple(sorted(file for file in _walk(folder) if is_safe(folder, file)))


def list_unsafe(folder: Path) -> tuple[str, ...]:
    """The same for what is_safe refuses, so that it can be told."""
    return tuple(sorted(file for file in _walk(folder) if not is_safe(folder, file)))


def is_safe(folder: Path, file: str) -> bool:
    """Whether *file* is an ordinary file inside *folder*: a pipe would never end, and a link may lead anywhere."""
    try:
        return is_name(file) and (folder / file).is_file() and is_within(folder, file)
    except OSError:
        return False


def is_within(folder: Path, file: str) -> bool:
    """Whether *file* lies inside *folder* once every link is followed."""
    # Path.resolve() raises for a link to itself.
    return Path(os.path.realpath(folder / file)).is_relative_to(os.path.realpath(folder))


def is_name(file: str) -> bool:
    """Whether *file* can be shown and saved: it has no control characters, and no bytes that are no text."""
    return _NO_NAME.search(file) is None


def _walk(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_hidden(name) and not _is_frozen(folder, Path(place) / name)]
        yield from ((Path(place) / name).relative_to(folder).as_posix() for name in names if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_frozen(root: Path, folder: Path) -> bool:
    """Whether *folder* is where frozen runs are kept, or is one that was put somewhere else."""
    kept = folder.parent == root and folder.name.casefold() == FROZEN_FOLDER
    return kept or (folder / FROZEN_FILE).is_file()
