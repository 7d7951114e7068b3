"""Making a workspace read what is collected: its pattern in styrmodell.toml."""

import re

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.sources import SourceFormat, format_of
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile, workspace_from
from styrmodell.model.number_text import Notation
from styrmodell.session.collect.codes import PATTERN_ADDED, PATTERN_MISSING
from styrmodell.session.form.register import FOLDER
from styrmodell.source import Source

FIGURES, OBJECTS = f"{FOLDER}/*.csv", f"{FOLDER}/*.yaml"
_FILES = re.compile(r"^(files\s*=\s*\[)(.*?)(,?\s*)(\])", re.MULTILINE | re.DOTALL)
_BLOCKS = {
    FIGURES: f"""
# Det som har kommit in med formulär, i tusental kronor: skrivet av styrmodell collect.
[[sources]]
files = "{FIGURES}"
scale = "tkr"
""",
    OBJECTS: f"""
# Objekt och ändringar av dem som har kommit in med formulär, i kronor: skrivet av styrmodell collect.
[[sources]]
files = "{OBJECTS}"
notation = "plain"
""",
}


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


def include(data: bytes, pattern: str = FIGURES) -> Included:
    """What *data*, a styrmodell.toml, must say for collected files of *pattern* to be read."""
    workspace, _ = workspace_from(data)
    if workspace is None:
        return _failed(pattern, "styrmodell.toml går inte att läsa", "styrmodell.toml cannot be read")
    if _reads(workspace, pattern):
        return _checked(Included(toml=None, format=_format(workspace, pattern), told=None), pattern)
    text = data.decode("utf-8-sig")
    has_format = any(FilePattern.parse(one.pattern).matches(_example(pattern)) for one in workspace.sources)
    added = _FILES.sub(lambda found: _with_pattern(found, pattern), text, count=1)
    added += "" if has_format else _BLOCKS[pattern]
    new, findings = workspace_from(added.encode("utf-8"))
    if new is None or not _reads(new, pattern) or findings.errors() or set(workspace.files) - set(new.files):
        return _failed(
            pattern, "files i styrmodell.toml går inte att ändra", "files of styrmodell.toml cannot be changed"
        )
    told = PATTERN_ADDED.at(Source(file=FILE_NAME, place="workspace.files"), pattern=pattern)
    return _checked(Included(toml=added.encode("utf-8"), format=_format(new, pattern), told=told), pattern)


def _checked(included: Included, pattern: str) -> Included:
    """*included*, unless somebody has said that files of objects are written in another way than they are."""
    format = included.format
    plain = (format.notation, format.scale, format.sign, format.encoding) == (Notation.PLAIN, "kr", "income+", "utf-8")
    if pattern != OBJECTS or plain:
        return included
    found = (f'{OBJECTS} är inte notation = "plain" i kronor', f'{OBJECTS} is not notation = "plain" in kronor')
    return _failed(pattern, *found)


def _example(pattern: str) -> str:
    return pattern.replace("*", "x")


def _with_pattern(found: re.Match[str], pattern: str) -> str:
    comma = ", " if found[2].strip() else ""
    end = found[3].removeprefix(",")
    return f'{found[1]}{found[2]}{comma}"{pattern}"{end}{found[4]}'


def _reads(workspace: WorkspaceFile, pattern: str) -> bool:
    return any(FilePattern.parse(one).matches(_example(pattern)) for one in workspace.files)


def _format(workspace: WorkspaceFile, pattern: str) -> SourceFormat:
    return format_of(_example(pattern), workspace.sources)[0]


def _failed(pattern: str, found: str, english: str) -> Included:
    at = Source(file=FILE_NAME, place="workspace.files")
    told = PATTERN_MISSING.at(at, found=found, found_en=english, pattern=pattern)
    return Included(toml=None, format=SourceFormat(), told=told)
