"""The files of an inbox: workbooks to read, what Office leaves beside them, and what is in no format that is read."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.session.collect.codes import NOT_READ, OTHER_FORMAT
from styrmodell.session.form.register import Sent
from styrmodell.source import Source

# Whose file it is, where nobody can tell.
UNKNOWN_SENDER = "?"
_WORKBOOKS = (".xlsx", ".xlsm")
# What a form may well have been saved or packed as.
_OTHER_FORMATS = frozenset(
    (
        ".xls",
        ".xlsb",
        ".xltx",
        ".xltm",
        ".ods",
        ".fods",
        ".ots",
        ".csv",
        ".tsv",
        ".numbers",
        ".zip",
        ".7z",
        ".rar",
        ".gz",
    )
)
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini", "__macosx")
_LEFT_BEGINS = ("~$", ".")


@frozen(kw_only=True)
class InboxFile:
    """A file of an inbox, or a folder that cannot be looked into.

    Attributes:
        name: Its path below the folder that was named.
        fault: Why the folder cannot be looked into.
    """

    path: Path
    name: str
    fault: OSError | None = None

    @property
    def is_workbook(self) -> bool:
        """Whether it is read."""
        return self.path.suffix.lower() in _WORKBOOKS


def files_of(paths: Iterable[Path]) -> list[InboxFile]:
    """The files at and below *paths*, each once and in order, without what Office and systems leave behind."""
    found: dict[Path, InboxFile] = {}
    for path in paths:
        for one in _below(path) if path.is_dir() else [InboxFile(path=path, name=path.name)]:
            if not any(_is_left(part) for part in PurePath(one.name).parts):
                found.setdefault(one.path, one)
    return list(found.values())


def unread(files: Iterable[InboxFile], named: Sequence[Path], sent: Sequence[Sent]) -> Iterator[tuple[str, Finding]]:
    """(unit, finding) for each file below a folder that is no workbook (SM527, SM528).

    Args:
        named: Files that somebody named: those are read, whatever they are.
        sent: Tells units by the names of their forms.
    """
    for one in files:
        if not one.is_workbook and one.path not in named and one.fault is None:
            code = OTHER_FORMAT if one.path.suffix.lower() in _OTHER_FORMATS else NOT_READ
            found = one.path.suffix or "ingen ändelse"
            yield sender_of(one.name, sent), code.at(Source(file=one.name), found=found)


def sender_of(name: str, sent: Sequence[Sent]) -> str:
    """The unit whose form had the name that *name* begins with, else UNKNOWN_SENDER."""
    last = PurePath(name).name.casefold()
    begins = {PurePath(one.file).stem.casefold(): one.unit for one in sent}
    known = [begin for begin in begins if last.startswith(begin) and not _goes_on(last[len(begin) :])]
    return begins[max(known, key=len)] if known else UNKNOWN_SENDER


def _below(folder: Path) -> Iterator[InboxFile]:
    faults: list[OSError] = []
    found = [Path(place) / name for place, _, names in os.walk(folder, onerror=faults.append) for name in names]
    closed = {Path(fault.filename): fault for fault in faults}
    for path in sorted((*filter(_is_file, found), *closed)):
        yield InboxFile(path=path, name=path.relative_to(folder).as_posix(), fault=closed.get(path))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True  # whoever reads it is told why it cannot be


def _goes_on(rest: str) -> bool:
    return rest[:1].isalnum() or rest[:1] == "-"


def _is_left(part: str) -> bool:
    return part.startswith(_LEFT_BEGINS) or part.lower() in _LEFT_BY_SYSTEMS
