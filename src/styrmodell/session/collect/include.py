"""Making a workspace read what is collected: its pattern in styrmodell.toml."""

import re

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.sources import SourceFormat, format_of
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile, workspace_from
from styrmodell.session.collect.codes import PATTERN_ADDED, PATTERN_MISSING
from styrmodell.session.form.register import FOLDER
from styrmodell.source import Source

PATTERN = f"{FOLDER}/*.csv"
_EXAMPLE = f"{FOLDER}/x.csv"
_FILES = re.compile(r"^(files\s*=\s*\[)(.*?)(,?\s*)(\])", re.MULTILINE | re.DOTALL)
_BLOCK = f"""
# Det som har kommit in med formulär, i tusental kronor: skrivet av styrmodell collect.
[[sources]]
files = "{PATTERN}"
scale = "tkr"
"""


@frozen(kw_only=True)
class Included:
    """How collected files are read.

    Attributes:
        toml: The new styrmodell.toml; None where it stays as it is.
        format: How the files are written.
        told: That the pattern was added (SM464), or why it could not be (SM465); None where it was there.
    """

    toml: bytes | None
    format: SourceFormat
    told: Finding | None

    @property
    def is_read(self) -> bool:
        """Whether the workspace reads what is written."""
        return self.told is None or self.told.code is PATTERN_ADDED


def include(data: bytes) -> Included:
    """What *data*, a styrmodell.toml, must say for collected files to be read."""
    workspace, _ = workspace_from(data)
    if workspace is None:
        return _failed("styrmodell.toml går inte att läsa", "styrmodell.toml cannot be read")
    if _reads(workspace):
        return Included(toml=None, format=_format(workspace), told=None)
    text = data.decode("utf-8-sig")
    has_format = any(FilePattern.parse(one.pattern).matches(_EXAMPLE) for one in workspace.sources)
    added = _FILES.sub(_with_pattern, text, count=1) + ("" if has_format else _BLOCK)
    new, findings = workspace_from(added.encode("utf-8"))
    if new is None or not _reads(new) or findings.errors() or set(workspace.files) - set(new.files):
        return _failed("files i styrmodell.toml går inte att ändra", "files of styrmodell.toml cannot be changed")
    told = PATTERN_ADDED.at(Source(file=FILE_NAME, place="workspace.files"))
    return Included(toml=added.encode("utf-8"), format=_format(new), told=told)


def _with_pattern(found: re.Match[str]) -> str:
    comma = ", " if found[2].strip() else ""
    end = found[3].removeprefix(",")
    return f'{found[1]}{found[2]}{comma}"{PATTERN}"{end}{found[4]}'


def _reads(workspace: WorkspaceFile) -> bool:
    return any(FilePattern.parse(pattern).matches(_EXAMPLE) for pattern in workspace.files)


def _format(workspace: WorkspaceFile) -> SourceFormat:
    return format_of(_EXAMPLE, workspace.sources)[0]


def _failed(found: str, english: str) -> Included:
    told = PATTERN_MISSING.at(Source(file=FILE_NAME, place="workspace.files"), found=found, found_en=english)
    return Included(toml=None, format=SourceFormat(), told=told)
