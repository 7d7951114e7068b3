"""A folder → everything that stands in its files, with the hashes of what was read."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import define, field, frozen

from styrmodell.finding import Code, Finding, Findings
from styrmodell.io.codes import NO_FILES, ONLY_ONE, OPEN_FAILED, OUTSIDE_FOLDER, UNSUPPORTED_FILE
from styrmodell.io.converter import Converter, Converters
from styrmodell.io.file_pattern import FilePattern, list_files
from styrmodell.io.input_file import MAX_FILE_BYTES, MAX_YAML_BYTES, open_file
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.read_csv import csv_observations
from styrmodell.io.read_observations import read_yaml_rows
from styrmodell.io.read_yaml import NO_OBJECTS, YamlContent, YamlRows, yaml_content
from styrmodell.io.sources import SourceFormat, format_of
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile, workspace_from
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.profile import Profile
from styrmodell.source import Source

_YAML = (".yaml", ".yml")
_CSV = (".csv",)


@frozen(kw_only=True)
class FolderContent:
    """All that the files of a workspace hold, as far as it could be read.

    Attributes:
        workspace: What styrmodell.toml says; None when it cannot be read, and then nothing else is.
        head: The plan's head, from the one file that has it.
        objects: Key ("units", "goals" …) → the objects under it, in the order of their files.
        observations: In the order of their files, YAML first.
        inputs: (file, sha256 in hex) of every file that was read, styrmodell.toml among them, sorted.
    """

    workspace: WorkspaceFile | None = None
    head: PlanHead | None = None
    objects: Mapping[str, tuple[Any, ...]] = NO_OBJECTS
    observations: tuple[Observation, ...] = ()
    profile: Profile | None = None
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
    data = reading.open(FILE_NAME, MAX_FILE_BYTES)
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
    contents: list[tuple[str, YamlContent]] = field(factory=list)
    observations: list[Observation] = field(factory=list)

    def open(self, file: str, limit: int) -> bytes | None:
        """The bytes of *file*, noted as an input; None with a finding."""
        opened = open_file(self.root / file, file, limit=limit)
        if isinstance(opened, Finding):
            self.findings.append(opened)
            return None
        self.inputs.append((file, opened.sha256))
        return opened.data

    def read(self, workspace: WorkspaceFile) -> None:
        """All YAML first: a row of figures can only be read when its measure is known."""
        files = self._files(workspace)
        formats = {file: self._format(file, workspace) for file in files}
        converters = Converters()
        for file in files:
            if file.lower().endswith(_YAML):
                self._yaml(file, formats[file], converters.of(formats[file]))
        measures = MappingProxyType({measure.id: measure for measure in reversed(self._objects("measures"))})
        for rows in (content.rows for _, content in self.contents if content.rows):
            self._rows(rows, formats[rows.file], measures)
        for file in files:
            if file.lower().endswith(_CSV):
                self._csv(file, formats[file], measures)

    def _files(self, workspace: WorkspaceFile) -> tuple[str, ...]:
        """The files that the patterns mean, each once and sorted; the profile's own file is one of them."""
        listed = list_files(self.root)
        chosen: set[str] = set()
        for text in (*workspace.files, *(item.pattern for item in workspace.sources)):
            found = [file for file in listed if FilePattern.parse(text).matches(file)]
            if not found:
                self._add(NO_FILES, FILE_NAME, found=text)
            chosen.update(found if text in workspace.files else ())
        chosen.update(self._profile_file(workspace.profile))
        for file in sorted(chosen):
            if not file.lower().endswith(_YAML + _CSV):
                self._add(UNSUPPORTED_FILE, file, found=Path(file).suffix, known=", ".join(_YAML + _CSV))
        return tuple(sorted(chosen))

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

    def _yaml(self, file: str, format: SourceFormat, converter: Converter) -> None:
        data = self.open(file, MAX_YAML_BYTES)
        if data is not None:
            content = yaml_content(data, file, converter, format.encoding)
            self.contents.append((file, content))
            self.findings += content.findings

    def _rows(self, rows: YamlRows, format: SourceFormat, measures: MappingProxyType[MeasureId, Measure]) -> None:
        found, told = read_yaml_rows(rows, measures=measures, format=format)
        self.observations += found
        self.findings += told

    def _csv(self, file: str, format: SourceFormat, measures: MappingProxyType[MeasureId, Measure]) -> None:
        data = self.open(file, MAX_FILE_BYTES)
        if data is not None:
            found, told = csv_observations(data, file, format, measures)
            self.observations += found
            self.findings += told

    def _objects(self, key: str) -> tuple[Any, ...]:
        return tuple(item for _, content in self.contents for item in content.objects.get(key, ()))

    def _one(self, name: str, key: str) -> Any:
        """The first *name* of all files; another one is a finding."""
        found = [item for _, content in self.contents if (item := getattr(content, name)) is not None]
        for other in found[1:]:
            self.findings.append(ONLY_ONE.at(other.source, key=key, first=str(found[0].source)))
        return found[0] if found else None

    def content(self, workspace: WorkspaceFile | None) -> FolderContent:
        """What has been gathered, as one frozen value."""
        head, profile = self._one("head", "plan"), self._one("profile", "profile")
        return FolderContent(
            workspace=workspace,
            head=head,
            objects={key: found for key, _ in OBJECT_KINDS if (found := self._objects(key))},
            observations=tuple(self.observations),
            profile=profile,
            inputs=tuple(sorted(self.inputs)),
            findings=Findings.gather(self.findings),
        )
