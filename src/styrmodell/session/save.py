"""Saving: a workspace's plan as a folder that is a workspace itself, and is read back equal."""

from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import Any

import attrs
from attrs import define, field, frozen

from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.save.csv_files import FIGURES, REST, CsvFiles, read_table, save_csv
from styrmodell.io.save.json_file import plan_json
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.ids import require_known
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.session.disk_fault import not_written
from styrmodell.session.hold import hold
from styrmodell.session.manifest import NAME, Output, digest, manifest_bytes
from styrmodell.session.output_folder import OutputFolder
from styrmodell.session.save_codes import FOREIGN_FILE, NOT_SAME
from styrmodell.session.workspace import Workspace
from styrmodell.session.workspace_text import workspace_text
from styrmodell.source import Source

FORMATS = ("json", "csv")
_TOML = "styrmodell.toml"
_NO_PROFILE = Profile(key="", valid_from=date.min)  # what a workspace without a profile has


@frozen(kw_only=True)
class Saved:
    """What came of saving.

    Attributes:
        files: The names of the files that were written, in order.
        failed: Why nothing, or not all, was written (SM197, SM198, SM404).
    """

    files: tuple[str, ...] = ()
    failed: Findings = Findings()


def save(workspace: Workspace, folder: str | PathLike[str], format: str = "json") -> Saved:
    """Save the plan in *folder*, as a workspace that loads to an equal plan; name, day, profile and reports are kept.

    Args:
        folder: Made when needed. Only files that an earlier save wrote, and that nobody has changed, are replaced.
        format: "json" for one plan.json; "csv" for CSV files of the observations and of the lists that rows can
            hold, and plan.json for the rest.

    Returns:
        The files that were written: the plan's, styrmodell.toml, and manifest.json with hashes and inputs.

    Raises:
        UnknownNameError: There is no such format.
        FindingsError: There is no plan, or the workspace could not be read (SM1xx errors): a part would be lost.
    """
    require_known("format", format, FORMATS)
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings.errors() or workspace.findings)
    profile = _own_profile(workspace)
    try:
        made = _files(workspace.plan, profile, format)
    except ValueError as error:
        return Saved(failed=Findings((NOT_SAME.at(Source(), found=str(error)),)))
    if lost := _lost(made, workspace.plan, profile):
        return Saved(failed=Findings((NOT_SAME.at(Source(), found=", ".join(lost)),)))
    saving = _Saving(workspace=workspace, folder=Path(folder), plan=workspace.plan)
    return saving.write((*made.files, _toml(workspace, made)))


def _files(plan: Plan, profile: Profile | None, format: str) -> CsvFiles:
    if format == "csv":
        return save_csv(plan, profile=profile)
    return CsvFiles(files=((REST, plan_json(plan, profile=profile)),))


def _own_profile(workspace: Workspace) -> Profile | None:
    """The workspace's profile when no plugin has it."""
    profile = workspace.profile
    if profile in workspace.registry.profiles.get(profile.key, ()):
        return None
    return profile if profile != _NO_PROFILE else None


def _lost(made: CsvFiles, plan: Plan, profile: Profile | None) -> tuple[str, ...]:
    """The parts of the plan that would not be read back as they are."""
    files = dict(made.files)
    content, observations = json_content(files[REST], REST, make_converter())
    if FIGURES in files:
        measures = {measure.id: measure for measure in reversed(plan.measures)}
        observations, _ = csv_observations(files[FIGURES], FIGURES, SourceFormat(scale=made.scale), measures)
    if content.head is None:
        return ("plan",)
    found: dict[str, Any] = {**attrs.asdict(content.head, recurse=False), **content.objects}
    found |= {key: read_table(files[file], key) for file, key in made.tables}
    found["observations"] = observations
    names = (one.name for one in attrs.fields(Plan) if one.name != "source")
    lost = tuple(name for name in names if found.get(name, ()) != getattr(plan, name))
    return lost if content.profile == profile else (*lost, "profile")


def _toml(workspace: Workspace, made: CsvFiles) -> tuple[str, bytes]:
    text = workspace_text(
        name=workspace.name,
        profile=workspace.profile.key,
        as_of=workspace.as_of,
        files=[name for name, _ in made.files],
        include=workspace.include,
        settings=workspace.settings,
        scales=[(FIGURES, made.scale)] if made.scale not in ("", "kr") else [],
        tables=made.tables,
    )
    return _TOML, text.encode("utf-8")


@define(kw_only=True, eq=False)
class _Saving:
    workspace: Workspace
    folder: Path
    plan: Plan
    written: list[str] = field(factory=list)

    def write(self, files: tuple[tuple[str, bytes], ...]) -> Saved:
        """Write *files* and the manifest, when none of them would replace what is not ours."""
        try:
            with hold(self.folder):
                return self._write(files, OutputFolder(folder=self.folder))
        except OSError as error:
            return Saved(failed=Findings((not_written(str(self.folder), error),)))

    def _write(self, files: tuple[tuple[str, bytes], ...], folder: OutputFolder) -> Saved:
        foreign = [name for name, data in files if not folder.is_ours(name, data)]
        foreign += [NAME] if (self.folder / NAME).exists() and not folder.earlier else []
        if foreign:
            return Saved(failed=Findings(FOREIGN_FILE.at(Source(file=name), file=name) for name in foreign))
        outputs = [self._output(name, data) for name, data in files]
        pairs = zip(outputs, (data for _, data in files), strict=True)
        failed = [found for output, data in pairs if (found := self._put(folder, output, data))]
        written = [output for output in outputs if output.file in self.written]
        try:
            folder.close(self._manifest([*written, *folder.standing(self.written)]))
        except OSError as error:
            failed.append(not_written(NAME, error))
        else:
            self.written.append(NAME)
        return Saved(files=tuple(self.written), failed=Findings(failed))

    def _put(self, folder: OutputFolder, output: Output, data: bytes) -> Finding | None:
        try:
            folder.put(output, data)
        except OSError as error:
            return not_written(output.file, error)
        self.written.append(output.file)
        return None

    def _output(self, name: str, data: bytes) -> Output:
        end, unit, period = name.rpartition(".")[2], str(self.plan.unit_id), self.plan.period.text
        return Output(report="", unit=unit, period=period, format=end, file=name, sha256=digest(data))

    def _manifest(self, outputs: Iterable[Output]) -> bytes:
        """The manifest of *outputs*: of what is written now, and of what stands from before."""
        return manifest_bytes(
            sorted(outputs, key=lambda output: output.file),
            workspace=self.workspace.name,
            as_of=self.workspace.as_of.isoformat(),
            inputs=self.workspace.inputs,
            versions=[("styrmodell", version("styrmodell"))],
            findings=Findings(),
        )
