"""A folder → everything that stands in its files, with the hashes of what was read."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import define, field, frozen

from styrmodell.finding import Code, Finding, Findings
from styrmodell.io.codes import NO_FILES, ONLY_ONE, OPEN_FAILED, OUTSIDE_FOLDER, UNSUPPORTED_FILE
from styrmodell.io.converter import Converters
from styrmodell.io.file_pattern import FilePattern, is_name, is_within, list_files, list_unsafe
from styrmodell.io.input_file import MAX_FILE_BYTES, MAX_TOML_BYTES, MAX_YAML_BYTES, open_file
from styrmodell.io.json.read import json_content
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.ledger.budget import check_periodisation
from styrmodell.io.load_ledgers import LedgerLoader, LedgerResult
from styrmodell.io.load_tables import TableLoader
from styrmodell.io.object_changes import lay_changes
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.read_yaml import NO_OBJECTS, YamlContent, yaml_content
from styrmodell.io.sources import SourceFormat, format_of
from styrmodell.io.tables.blocks import unmatched_sheets
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.read_csv import csv_observations, is_flat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.workbook.read import read_workbook
from styrmodell.io.workbook.zip_guard import check_zip
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile, workspace_from
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.observation import Observation
from styrmodell.model.profile import Profile
from styrmodell.source import Source

_YAML = (".yaml", ".yml")
_JSON = (".json",)
_CSV = (".csv", ".tsv", ".txt")
_EXCEL = (".xlsx", ".xlsm")
_WORD = (".docx",)
_KNOWN = _YAML + _JSON + _CSV + _EXCEL + _WORD
_NO_NAME = MappingProxyType(
    {
        "found": "ett filnamn med styrtecken eller trasiga tecken",
        "found_en": "a file name with control or broken characters",
        "expected": "ett filnamn av bokstäver, siffror och skiljetecken",
        "expected_en": "a file name of letters, digits and punctuation",
    }
)
# What forms have told comes after what the plan's own files say.
_COLLECTED = "insamlat/"
_T = TypeVar("_T")


@frozen(kw_only=True)
class FolderContent:
    """All that the files of a workspace hold, as far as it could be read.

    Attributes:
        workspace: What styrmodell.toml says; None when it cannot be read, and then nothing else is.
        head: The plan's head, from the one file that has it.
        objects: Key ("units", "goals" …) → the objects under it, in the order of their files, as changes left them.
        changes: What of them was changed later, in the order of their files.
        observations: YAML and JSON first, then flat CSV files, then other tables, then ledgers.
        ledgers: What became of each ledger.
        texts: (file, bytes) of every Word file of running text that is safe to open.
        inputs: (file, sha256 in hex) of every file that was read, styrmodell.toml among them, sorted.
    """

    workspace: WorkspaceFile | None = None
    head: PlanHead | None = None
    objects: Mapping[str, tuple[Any, ...]] = NO_OBJECTS
    changes: tuple[ObjectChange, ...] = ()
    observations: tuple[Observation, ...] = ()
    profile: Profile | None = None
    ledgers: tuple[LedgerResult, ...] = ()
    texts: tuple[tuple[str, bytes], ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    findings: Findings = Findings()


def read_folder(folder: Path) -> FolderContent:
    """Read a workspace.

    Args:
        folder: The folder with styrmodell.toml, or the path of that file itself.

    Returns:
        What its files hold and every fault (SM1xx). Never raises for what is on disk: a folder that does not exist,
        or has no styrmodell.toml, is an SM101 finding.
    """
    root = folder.parent if folder.name == FILE_NAME and not folder.is_dir() else folder
    if not root.is_dir():
        return FolderContent(findings=Findings((_no_folder(root),)))
    reading = _Reading(root=root)
    data = reading.open(FILE_NAME, MAX_TOML_BYTES)
    workspace, told = workspace_from(data) if data is not None else (None, Findings())
    reading.findings += told
    if workspace is not None:
        reading.read(workspace)
    return reading.content(workspace)


def _no_folder(root: Path) -> Finding:
    found, found_en = ("en fil", "a file") if root.exists() else ("mappen finns inte", "no such folder")
    return OPEN_FAILED.at(
        Source(file=root.as_posix()),
        found=found,
        found_en=found_en,
        expected=f"en mapp med {FILE_NAME}",
        expected_en=f"a folder with {FILE_NAME}",
    )


@define(kw_only=True)
class _Reading:
    """A load under way: what has been gathered so far."""

    root: Path
    findings: list[Finding] = field(factory=list)
    inputs: list[tuple[str, str]] = field(factory=list)
    contents: list[YamlContent] = field(factory=list)
    flat: list[tuple[str, bytes]] = field(factory=list)
    texts: list[tuple[str, bytes]] = field(factory=list)
    observations: list[Observation] = field(factory=list)
    tables: TableLoader = field(factory=lambda: TableLoader(tables=(), converters=Converters()))
    ledgers: LedgerLoader = field(factory=lambda: LedgerLoader(formats=()))

    def open(self, file: str, limit: int) -> bytes | None:
        """The bytes of *file*, noted as an input; None with a finding."""
        if not is_name(file):
            self._add(OPEN_FAILED, ascii(file)[1:-1], **_NO_NAME)
            return None
        if not is_within(self.root, file):
            self._add(OUTSIDE_FOLDER, file, found=file)
            return None
        opened = open_file(self.root / file, file, limit=limit)
        if isinstance(opened, Finding):
            self.findings.append(opened)
            return None
        self.inputs.append((file, opened.sha256))
        return opened.data

    def read(self, workspace: WorkspaceFile) -> None:
        """All objects first: a row of figures can only be read when its measure is known."""
        files = self._files(workspace)
        formats = {file: self._format(file, workspace) for file in files}
        self.tables = TableLoader(tables=workspace.tables, converters=Converters())
        self.ledgers = LedgerLoader(formats=workspace.ledgers)
        for file in files:
            self._file(file, formats[file])
        measures = MappingProxyType({measure.id: measure for measure in reversed(self._objects("measures"))})
        names = TableNames.of(self._objects("units"), measures.values(), self._objects("dimensions"))
        for rows in (content.rows for content in self.contents if content.rows):
            self._keep(read_yaml_rows(rows, measures=measures, format=formats[rows.file]))
        while self.flat:  # each let go of when it is read: together they may be hundreds of MB
            file, data = self.flat.pop(0)
            self._keep(csv_observations(data, file, formats[file], measures, names))
        self._keep(self.tables.read_figures(measures, names))
        self.observations += self.ledgers.read(measures)
        self.findings += (*self.tables.findings, *self.ledgers.findings)
        self.findings += check_periodisation(self.observations, measures)

    def _file(self, file: str, format: SourceFormat) -> None:
        """Read the objects of a file, and keep its figures."""
        end = PurePosixPath(file).suffix.lower()
        data = self.open(file, MAX_YAML_BYTES if end in _YAML else MAX_FILE_BYTES) if end in _KNOWN else None
        if data is None:
            return
        if end in _YAML:
            self._content(yaml_content(data, file, self.tables.converters.of(format), format.encoding))
        elif end in _JSON:
            content, observations = json_content(data, file, self.tables.converters.of(format), format.encoding)
            self.observations += observations
            self._content(content)
        elif end in _CSV:
            self._csv(file, data, format)
        elif end in _WORD:
            self._word(file, data)
        else:
            self._workbook(file, data, format)

    def _content(self, content: YamlContent) -> None:
        self.contents.append(content)
        self.findings += content.findings

    def _csv(self, file: str, data: bytes, format: SourceFormat) -> None:
        """One row a figure is read fast, later; anything else is a table like those of a workbook."""
        if self.ledgers.wants(file):
            self.ledgers.take(file, data, format)
        elif not self.tables.has_block(file) and is_flat(data, format):
            self.flat.append((file, data))
        else:
            grid, told = csv_grid(data, file, format)
            self.findings += told
            if grid is not None and not self.tables.take(grid, format):
                self.flat.append((file, data))  # its heading is told by the reader of figures

    def _workbook(self, file: str, data: bytes, format: SourceFormat) -> None:
        book, told = read_workbook(data, file)
        self.findings += told
        if book is None:
            return
        if self.ledgers.wants(file):
            self.ledgers.take(file, book, format)
            return
        self.findings += unmatched_sheets(file, [sheet.name for sheet in book.sheets], self.tables.tables)
        for sheet in book.sheets:
            self.tables.take_sheet(sheet, format)

    def _word(self, file: str, data: bytes) -> None:
        """Kept as it is: the floor that reads Word files is another; what is dangerous never gets there."""
        told = check_zip(data, file)
        self.findings += told
        if not told.errors():
            self.texts.append((file, data))

    def _keep(self, read: tuple[tuple[Observation, ...], Findings]) -> None:
        self.observations += read[0]
        self.findings += read[1]

    def _files(self, workspace: WorkspaceFile) -> tuple[str, ...]:
        """The files that the patterns mean, sorted, collected ones last; the profile's own file is one of them."""
        listed = (*list_files(self.root), *list_unsafe(self.root))  # what is unsafe is told when it is opened
        chosen: set[str] = set()
        ledgers = [text for item in workspace.ledgers for text in (item.pattern, item.code_plan)]
        blocks = [*(item.pattern for item in workspace.sources), *(item.pattern for item in workspace.tables)]
        for text in dict.fromkeys((*workspace.files, *ledgers, *blocks)):
            pattern = FilePattern.parse(text)
            found = [file for file in listed if pattern.matches(file)]
            if not found:
                # Those of files are told where they stand.
                leads_out = not pattern.is_inside and text not in workspace.files
                self._add(OUTSIDE_FOLDER if leads_out else NO_FILES, FILE_NAME, found=text)
            chosen.update(found if text in workspace.files or text in ledgers else ())
        chosen.update(self._profile_file(workspace.profile))
        for file in sorted(chosen):
            if not file.lower().endswith(_KNOWN):
                self._add(UNSUPPORTED_FILE, file, found=Path(file).suffix, known=", ".join(_KNOWN))
        return tuple(sorted(chosen, key=lambda file: (file.startswith(_COLLECTED), file)))

    def _profile_file(self, profile: str) -> Iterator[str]:
        """The profile's path when it is one and not a plugin's key; that it is missing is told when it is opened."""
        if profile.lower().endswith(_YAML):
            pattern = FilePattern.parse(profile)
            if pattern.is_inside:
                yield pattern.text.removeprefix("./")
            else:
                self._add(OUTSIDE_FOLDER, FILE_NAME, found=profile)

    def _add(self, code: Code, file: str, **args: str) -> None:
        self.findings.append(code.at(Source(file=file), **args))

    def _format(self, file: str, workspace: WorkspaceFile) -> SourceFormat:
        found, told = format_of(file, workspace.sources)
        self.findings += told
        return found

    def _objects(self, key: str) -> tuple[Any, ...]:
        written = (item for content in self.contents for item in content.objects.get(key, ()))
        return (*written, *(item for name, items in self.tables.objects if name == key for item in items))

    def _heads(self) -> tuple[PlanHead, ...]:
        written = (content.head for content in self.contents if content.head is not None)
        return (*written, *(item for name, items in self.tables.objects if name == "plan" for item in items))

    def _one(self, found: tuple[_T, ...], key: str) -> _T | None:
        """The first of all files; another one is a finding."""
        for other in found[1:]:
            self.findings.append(ONLY_ONE.at(_source(other), key=key, first=str(_source(found[0]))))
        return found[0] if found else None

    def content(self, workspace: WorkspaceFile | None) -> FolderContent:
        """What has been gathered, as one frozen value."""
        profiles = tuple(content.profile for content in self.contents if content.profile is not None)
        head, profile = self._one(self._heads(), "plan"), self._one(profiles, "profile")
        changes = tuple(change for content in self.contents for change in content.changes)
        objects, told = lay_changes({key: one for key, _ in OBJECT_KINDS if (one := self._objects(key))}, changes)
        self.findings += told
        return FolderContent(
            workspace=workspace,
            head=head,
            objects=objects,
            changes=changes,
            observations=tuple(self.observations),
            profile=profile,
            ledgers=tuple(self.ledgers.results),
            texts=tuple(self.texts),
            inputs=tuple(sorted(self.inputs)),
            findings=Findings.gather(self.findings),
        )


def _source(thing: object) -> Source:
    """Where a head or a profile was written."""
    found: Source = getattr(thing, "source", Source())
    return found
