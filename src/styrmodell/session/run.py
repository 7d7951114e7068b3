"""A run: the reports asked for, in every format, written with a manifest.

One failing report leaves the others; a file edited by hand since the last run is never replaced.
"""

from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path

from attrs import define, field, frozen

from styrmodell.errors import RenderError, UnknownNameError
from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.model.ids import require_known
from styrmodell.model.period import Period
from styrmodell.report.codes import HAND_EDITED, OUT_OF_MEMORY
from styrmodell.report.spec import ALL_FORMATS, Format, ReportSpec
from styrmodell.session.changed import changed_inputs
from styrmodell.session.chosen_reports import choose_reports
from styrmodell.session.disk_fault import not_written
from styrmodell.session.file_name import filled_pattern, safe_name
from styrmodell.session.hold import hold
from styrmodell.session.left_behind import is_stale, told_left
from styrmodell.session.manifest import NAME, NO_REPORT, Output, digest, manifest_bytes, versions_of
from styrmodell.session.output_folder import OutputFolder
from styrmodell.session.plugin_call import not_built
from styrmodell.session.rendered import CELLS
from styrmodell.session.report_index import NAME as INDEX
from styrmodell.session.report_index import Instance, index_bytes
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

Progress = Callable[[str, int, int], None]


@frozen(kw_only=True)
class Order:
    """What to render.

    Attributes:
        reports: Report keys, patterns of them ("generic.*") or a plugin's key for all of its reports; empty for those
            the workspace calls for.
        units: Only these units; empty for every instance.
        period: One period; None for every instance.
        formats: Empty for all that a report offers.
        name: Pattern of file names with {key} {title} {unit} {period}; empty for the usual names.
    """

    reports: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: Period | None = None
    formats: tuple[str, ...] = ()
    name: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it asks for all that the workspace calls for, and not for a part of it."""
        return not (self.reports or self.units or self.period or self.formats)


@frozen(kw_only=True)
class Job:
    """One file to make.

    Attributes:
        cells: Whether the list of its cells is written beside it in any format, and not in Word's alone.
    """

    spec: ReportSpec
    unit: str
    period: Period
    form: Format
    stem: str
    cells: bool = False

    @property
    def file(self) -> str:
        """Its file name."""
        return f"{self.stem}.{self.form}"


@frozen(kw_only=True)
class Run:
    """What came of an order.

    Attributes:
        outputs: What was written, in order.
        findings: Of the workspace and of every document.
        failed: Codes of reports that could not be built and files that could not be written.
    """

    outputs: tuple[Output, ...]
    findings: Findings
    failed: Findings


def silent(_name: str, _done: int, _all: int) -> None:
    """No progress."""


def plan_jobs(workspace: Workspace, order: Order) -> tuple[Job, ...]:
    """The files *order* asks for.

    Raises:
        UnknownNameError: An unknown report, unit, format or place in the name pattern.
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
        RenderError: Two files would get one name.
    """
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings.errors())
    for form in order.formats:
        require_known("format", form, ALL_FORMATS)
    for unit in order.units:
        require_known("unit", unit, [known.id for known in workspace.plan.units])
    chosen = choose_reports(workspace.publisher, order.reports or workspace.reports())
    jobs = tuple(job for spec in chosen.specs for job in _jobs(workspace, order, spec))
    _require_different(jobs)
    return jobs


def _jobs(workspace: Workspace, order: Order, spec: ReportSpec) -> Iterator[Job]:
    pairs = workspace.publisher.instances(spec)
    for unit in dict.fromkeys(order.units or (str(unit) for unit, _ in pairs)):
        own = [period for known, period in pairs if known == unit] or [workspace.publisher.plan.period]
        for period in (order.period,) if order.period is not None else own:
            for form in spec.formats:
                if not order.formats or form in order.formats:
                    stem = _stem(workspace, order, spec, unit, period)
                    yield Job(spec=spec, unit=unit, period=period, form=form, stem=stem)


def _stem(workspace: Workspace, order: Order, spec: ReportSpec, unit: str, period: Period) -> str:
    if not order.name:
        return workspace.publisher.stem(spec, unit, period)
    places = {"key": spec.key, "title": spec.title.sv, "unit": unit, "period": period.text}
    try:
        return safe_name(filled_pattern(order.name, places))
    except ValueError as error:
        raise UnknownNameError(
            "place in the name pattern", order.name, tuple(f"{{{name}}}" for name in places)
        ) from error


def _require_different(jobs: tuple[Job, ...]) -> None:
    """Two files of one name would silently leave one; Windows does not tell upper from lower case."""
    seen: dict[str, Job] = {}
    for job in jobs:
        other = seen.setdefault(job.file.lower(), job)
        if other is not job:
            raise UnknownNameError("name pattern: two files would both be called", job.file, ("{key}.{unit}.{period}",))


def run_jobs(
    workspace: Workspace, jobs: tuple[Job, ...], folder: Path, progress: Progress = silent, *, is_whole: bool = False
) -> Run:
    """Render *jobs* and write them with a manifest in *folder*.

    Args:
        progress: Called with a file's name, how many are done and how many there are.
        is_whole: Whether they are all that the workspace calls for: then what earlier runs wrote and no job makes is
            told (SM449), and the index leads there no longer. No file is removed.

    Returns:
        What was written, and what failed; a job that fails leaves the others, and its old file, as they were.
    """
    try:
        with hold(folder):
            asked = frozenset(name for job in jobs for name in (job.file, job.file + CELLS)) if is_whole else None
            writing = _Writing(workspace=workspace, folder=OutputFolder(folder=folder), asked=asked)
            for done, job in enumerate(jobs):
                progress(job.file, done, len(jobs))
                writing.make(job)
            progress("", len(jobs), len(jobs))
            return writing.close()
    except OSError as error:
        failed = Findings((not_written(str(folder), error),))
        return Run(outputs=(), findings=workspace.findings, failed=failed)


@define(kw_only=True, eq=False)
class _Writing:
    workspace: Workspace
    folder: OutputFolder
    asked: frozenset[str] | None  # every file that the workspace calls for; None where only a part was asked for
    outputs: list[Output] = field(factory=list)
    made: dict[Instance, Findings] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    failed: list[Finding] = field(factory=list)

    def make(self, job: Job) -> None:
        try:
            rendered = self.workspace.publisher.rendered(job.spec, job.form, job.unit, job.period, cells=job.cells)
        except (RenderError, MemoryError) as error:
            self.failed.append(self.not_built(job, error))
            return
        except FindingsError as error:  # the workspace's own master: not for the plugin's author to mend
            self.failed.extend(error.findings)
            return
        self.findings.extend(rendered.findings)
        self.made[job.spec.key, job.unit, job.period.text] = rendered.findings
        self.put(job, job.file, rendered.data)
        for end, data in rendered.beside:
            self.put(job, job.file + end, data)

    def not_built(self, job: Job, error: RenderError | MemoryError) -> Finding:
        if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
            return OUT_OF_MEMORY.at(Source(file=job.file), report=job.spec.key)
        return not_built(self.workspace.registry, job.spec.key, error, job.file)

    def put(self, job: Job, wanted: str, data: bytes) -> None:
        written = self.write(wanted, data, job.spec.key, job.unit, job.period)
        self.outputs.extend(written)

    def write(self, wanted: str, data: bytes, report: str, unit: str, period: Period) -> tuple[Output, ...]:
        """Write one file, beside the old one when that was edited by hand; nothing when it cannot be written."""
        name = self.free_name(wanted, data)
        if name != wanted:
            self.findings.append(HAND_EDITED.at(Source(file=wanted), file=wanted, other=name))
        form = name.rpartition(".")[2]
        output = Output(report=report, unit=unit, period=period.text, format=form, file=name, sha256=digest(data))
        try:
            self.folder.put(output, data)
        except OSError as error:
            self.failed.append(not_written(name, error))
            return ()
        return (output,)

    def free_name(self, wanted: str, data: bytes) -> str:
        """*wanted*, or the first "name (2).ext" that no hand has touched."""
        stem, _, ends = wanted.rpartition(".docx.") if wanted.endswith(CELLS) else wanted.rpartition(".")
        end = f".docx.{ends}" if wanted.endswith(CELLS) else f".{ends}"
        candidates = chain((wanted,), (f"{stem} ({number}){end}" for number in count(2)))
        return next(name for name in candidates if self.folder.is_ours(name, data))

    def close(self) -> Run:
        """Write index and manifest: of this run's files, and of those of earlier runs that still stand."""
        kept = self.folder.standing({output.file for output in self.outputs})
        left = _in_order([output for output in kept if self.is_left(output)])
        outputs = _in_order([*self.outputs, *(output for output in kept if output not in left)])
        if self.outputs:
            outputs = self.with_index(outputs)
        changed = changed_inputs(self.workspace) if self.outputs else Findings()
        told = told_left(left) if self.outputs and self.asked is not None else Findings()
        findings = Findings.gather(self.workspace.findings, self.findings, changed, told)
        failed = Findings.gather(self.failed)
        if self.outputs:
            failed = Findings.gather(failed, self.write_manifest(outputs, left, Findings.gather(findings, failed)))
        elif not self.folder.begun:
            self.folder.forget()
        return Run(outputs=tuple(self.outputs), findings=findings, failed=failed)

    def is_left(self, output: Output) -> bool:
        """Whether nobody asks for *output*, of an earlier run, any more; a part of the reports says none of others."""
        return output.file in self.folder.left if self.asked is None else is_stale(output, self.asked)

    def with_index(self, outputs: tuple[Output, ...]) -> tuple[Output, ...]:
        """*outputs* and the index that leads to them; without, where a report is itself called so."""
        if any(output.file.lower() == INDEX and output.report != NO_REPORT for output in outputs):
            return outputs
        plan = self.workspace.publisher.plan
        data = index_bytes(self.workspace, outputs, self.made)
        index = self.write(INDEX, data, NO_REPORT, str(plan.unit_id), plan.period)
        names = {output.file for output in index}
        return _in_order([*(output for output in outputs if output.file not in names), *index])

    def write_manifest(
        self, outputs: tuple[Output, ...], left: tuple[Output, ...], findings: Findings
    ) -> tuple[Finding, ...]:
        workspace = self.workspace
        data = manifest_bytes(
            outputs,
            left=left,
            workspace=workspace.name,
            as_of=workspace.as_of.isoformat(),
            inputs=workspace.inputs,
            versions=versions_of(workspace.registry),
            findings=findings,
        )
        try:
            self.folder.close(data)
        except OSError as error:
            return (not_written(NAME, error),)
        return ()


def _in_order(outputs: list[Output]) -> tuple[Output, ...]:
    return tuple(sorted(outputs, key=lambda output: output.file))
