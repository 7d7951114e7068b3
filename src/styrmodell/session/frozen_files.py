"""Files on disk against the hashes that were noted when they were written or read."""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from attrs import frozen

from styrmodell.finding import Code, Finding, Findings
from styrmodell.session.frozen_codes import CHANGED, EXTRA, MISSING
from styrmodell.source import Source

# What systems and Office lay beside files that people look at.
_NOISE = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@frozen(kw_only=True)
class Compared:
    """What became of a comparison.

    Attributes:
        whole: The files that are as they were noted.
        findings: SM432, SM433 and what is extra.
    """

    whole: frozenset[str]
    findings: Findings


def compare_files(
    root: Path, noted: Mapping[str, str], *, prefix: str = "", extra: Code = EXTRA, but: Iterable[str] = ()
) -> Compared:
    """Compare the files below *root* with what was *noted*.

    Args:
        noted: File, relative with forward slashes → SHA-256.
        prefix: What stands before the file in findings ("indata/").
        extra: The code for files that were not noted.
        but: Files that need not have been noted.
    """
    findings: list[Finding] = []
    whole: set[str] = set()
    for file, expected in noted.items():
        found = digest_of(root / file)
        if found == expected:
            whole.add(file)
        else:
            findings.append(_fault(prefix + file, expected, found))
    known = {PurePosixPath(file).as_posix() for file in (*noted, *but)}
    others = sorted(file for file in _walk(root) if file not in known)
    findings += (extra.at(Source(file=prefix + file)) for file in others)
    return Compared(whole=frozenset(whole), findings=Findings(findings))


def compare_inputs(noted: Iterable[tuple[str, str]], read: Iterable[tuple[str, str]], prefix: str = "") -> Findings:
    """What differs between the input that was *noted* for a run and what was *read* now: (file, SHA-256) of each."""
    then, now = dict(noted), dict(read)
    differing = ((file, value) for file, value in then.items() if now.get(file) != value)
    faults = [_fault(prefix + file, value, now.get(file)) for file, value in differing]
    return Findings((*faults, *(EXTRA.at(Source(file=prefix + file)) for file in now if file not in then)))


def _fault(file: str, expected: str, found: str | None) -> Finding:
    if found is None:
        return MISSING.at(Source(file=file), expected=expected)
    return CHANGED.at(Source(file=file), found=found, expected=expected)


def digest_of(path: Path, *, through_links: bool = False) -> str | None:
    """SHA-256 of the file at *path*; None when it is no file that can be read.

    Args:
        through_links: Whether a link stands for what it leads to; of what was kept it is something else.
    """
    try:
        # A pipe would never end.
        if (path.is_symlink() and not through_links) or not path.is_file():
            return None
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _walk(root: Path) -> Iterator[str]:
    for place, folders, names in os.walk(root):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (
            (Path(place) / name).relative_to(root).as_posix() for name in (*names, *links) if not is_noise(name)
        )


def is_noise(name: str) -> bool:
    """Whether a file of that name comes of looking at a folder, and says nothing of what was kept in it."""
    return name.startswith("~$") or name.lower() in _NOISE
