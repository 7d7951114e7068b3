"""Freezing a run: the input, the documents that were made of it, and the decision they were made for, kept for good."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from unicodedata import normalize

from attrs import define, evolve, frozen

from styrmodell.errors import RenderError, TextError
from styrmodell.finding import Finding, Findings
from styrmodell.io.file_pattern import FROZEN_FILE, FROZEN_FOLDER
from styrmodell.io.input_file import NOT_IN_FILES, open_file
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.model.ids import slug
from styrmodell.model.plan import Plan
from styrmodell.session.chosen_reports import choose_reports
from styrmodell.session.disk_fault import not_written
from styrmodell.session.file_name import safe_name
from styrmodell.session.frozen_codes import ALREADY_FROZEN, NOT_AS_READ
from styrmodell.session.frozen_record import INPUT, OUTPUT, FrozenRecord, record_bytes
from styrmodell.session.hold import hold
from styrmodell.session.load import load
from styrmodell.session.manifest import NAME, Output, digest, finding_data, read_outputs, versions_of
from styrmodell.session.run import Job, Order, Progress, Run, plan_jobs, run_jobs, silent
from styrmodell.session.workspace import Workspace
from styrmodell.session.write import new_folder, write_atomic
from styrmodell.source import Source


@frozen(kw_only=True)
class Frozen:
    """What came of freezing.

    Attributes:
        folder: The frozen run: where it is, or where it would have been.
        sha256: Of its frysning.json, which names the hashes of all other files; empty when nothing was written.
        findings: Of the workspace and of every document.
        failed: Why nothing was written (SM1xx, SM401, SM402, SM404, SM41x, SM430, SM431).
    """

    folder: Path
    sha256: str = ""
    findings: Findings = Findings()
    failed: Findings = Findings()


class _StoppedError(Exception):
    """Something failed; what was written so far goes."""

    def __init__(self, failed: Findings, findings: Findings) -> None:
        self.failed = failed
        self.findings = findings
        super().__init__()


def freeze(
    workspace: Workspace,
    *,
    body: str,
    decided: date,
    paragraph: str,
    reports: Sequence[str] = (),
    formats: Sequence[str] = (),
    name: str = "",
    progress: Progress | None = None,
) -> Frozen:
    """Render a workspace's reports and keep them with their input, as ``frysta/<name>/`` in the workspace's folder.

    It has indata/ (every file that was read, byte for byte), ut/ (the documents, with the ids of their cells) and
    frysning.json. It is written whole or not at all, and never again under the same name. load() reads it as any
    workspace.

    Args:
        body: The political body that decided ("Regionstyrelsen").
        decided: The day of its decision.
        paragraph: The paragraph of the decision ("§ 112").
        reports: Report keys, patterns of them or a plugin's key; empty for those the workspace calls for.
        formats: Empty for all that a report offers.
        name: Empty for the day, the body and the plan; made safe as a file name.
        progress: Called with a file's name, how many are done and how many there are.

    Raises:
        TextError: The body or the paragraph is empty, or holds what no file may hold.
        UnknownNameError: An unknown report or format.
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
        RenderError: There is nothing to render, or the workspace is itself a frozen run.
        PluginError: A plugin fails, and the registry is strict.
    """
    for text, example in ((body, "Regionstyrelsen"), (paragraph, "§ 112")):
        if not text.strip() or NOT_IN_FILES.search(text):
            raise TextError(text, f"a reference to the decision, such as {example}")
    asked = Order(reports=tuple(reports), formats=tuple(formats))
    if not plan_jobs(workspace, asked):
        raise RenderError("there is nothing to freeze: no report has a document of those formats")
    # What was frozen is told by key: a pattern may mean more when somebody has installed more.
    asked = evolve(asked, reports=tuple(one.key for one in choose_reports(workspace.publisher, asked.reports).specs))
    root = _root(workspace.path)
    shown = safe_name(name or "-".join(filter(None, (decided.isoformat(), slug(body), _plan_name(workspace.plan)))))
    folder = root / FROZEN_FOLDER / shown
    if taken := _taken(folder):
        return Frozen(folder=folder, failed=taken)
    decision = (body.strip(), decided, paragraph.strip())
    return _Freezing(workspace=workspace, root=root, folder=folder, asked=asked, decision=decision).write(
        progress or silent
    )


def _root(path: Path) -> Path:
    """The workspace's folder, which must not be one that a frozen run consists of."""
    root = path.parent if path.name == FILE_NAME and not path.is_dir() else path
    if any((place / FROZEN_FILE).exists() for place in (root, root.absolute().parent)):
        raise RenderError(f"{path} is frozen already: freeze the workspace it came from")
    return root


def _plan_name(plan: Plan | None) -> str:
    return slug(plan.id or str(plan.unit_id)) if plan is not None else ""


def _taken(folder: Path) -> Findings:
    """SM430 when a frozen run has that name: on Windows upper and lower case are one."""
    wanted = normalize("NFC", folder.name).casefold()
    try:
        others = [path.name for path in folder.parent.iterdir()]
    except OSError:
        return Findings()
    found = [name for name in others if normalize("NFC", name).casefold() == wanted]
    places = (f"{FROZEN_FOLDER}/{name}" for name in found)
    return Findings(ALREADY_FROZEN.at(Source(file=place), found=place) for place in places)


@define(kw_only=True, eq=False)
class _Freezing:
    workspace: Workspace
    root: Path
    folder: Path
    asked: Order
    decision: tuple[str, date, str]

    def write(self, progress: Progress) -> Frozen:
        """Write the folder, or tell why not; then nothing is left."""
        try:
            with hold(self.folder.parent):
                if taken := _taken(self.folder):  # by another run, while this one waited
                    return Frozen(folder=self.folder, failed=taken)
                with new_folder(self.folder) as made:
                    record, run = self._fill(made, progress)
                    data = record_bytes(record)
                    write_atomic(made / FROZEN_FILE, data)
        except _StoppedError as stopped:
            return Frozen(folder=self.folder, findings=stopped.findings, failed=stopped.failed)
        except OSError as error:
            return Frozen(folder=self.folder, failed=_taken(self.folder) or Findings((self._unwritten(error),)))
        return Frozen(folder=self.folder, sha256=digest(data), findings=run.findings)

    def _unwritten(self, error: OSError) -> Finding:
        return not_written(f"{FROZEN_FOLDER}/{self.folder.name}", error)

    def _fill(self, made: Path, progress: Progress) -> tuple[FrozenRecord, Run]:
        if unread := copy_inputs(self.workspace.inputs, self.root, made / INPUT):
            raise _StoppedError(unread, self.workspace.findings)
        read = self._read_back(made / INPUT)
        # A report that the workspace includes and nobody offers would be missing among what is kept.
        unknown = read.unknown_reports() if not self.asked.reports else Findings()
        run = render_kept(read, self.asked, made / OUTPUT, progress) if not unknown else None
        if run is None or run.failed:
            raise _StoppedError(run.failed if run else unknown, run.findings if run else read.findings)
        return self._record(read, run, made / OUTPUT), run

    def _read_back(self, folder: Path) -> Workspace:
        """The workspace of the copy, which must be the one that is frozen: what is kept then says the same."""
        now = self.workspace
        read = load(folder, registry=now.registry, as_of=now.as_of)
        pairs = (
            ("planen", "the plan", read.plan == now.plan),
            ("profilen", "the profile", read.profile == now.profile),
            ("inställningarna", "the settings", (read.include, read.settings) == (now.include, now.settings)),
        )
        other = [(sv, en) for sv, en, same in pairs if not same]
        if other:
            found, found_en = (", ".join(words) for words in zip(*other, strict=True))
            told = _not_as_read(FILE_NAME, f"filerna ger inte {found} i minnet", f"the files give not {found_en}")
            raise _StoppedError(Findings((told,)), now.findings)
        return evolve(read, order=now.order)

    def _record(self, read: Workspace, run: Run, folder: Path) -> FrozenRecord:
        plan = read.publisher.plan
        body, decided, paragraph = self.decision
        unit, period = str(plan.unit_id), plan.period.text
        facts = (("id", plan.id), ("unit", unit), ("period", period), ("state", plan.state.value), ("dnr", plan.dnr))
        sha256 = digest((folder / NAME).read_bytes())
        manifest = Output(report="", unit=unit, period=period, format="json", file=NAME, sha256=sha256)
        return FrozenRecord(
            name=self.folder.name,
            body=body,
            decided=decided,
            paragraph=paragraph,
            workspace=read.name,
            plan=facts,
            as_of=read.as_of,
            order=read.order,
            reports=self.asked.reports,
            formats=self.asked.formats,
            versions=versions_of(read.registry),
            inputs=tuple(dict(read.inputs).items()),
            outputs=(*read_outputs(folder), manifest),
            findings=tuple(finding_data(finding) for finding in run.findings.open()),
            acknowledged=tuple(finding_data(finding) for finding in run.findings.acknowledged()),
        )


def copy_inputs(inputs: Sequence[tuple[str, str]], root: Path, folder: Path) -> Findings:
    """Copy the files that were read, each to its place below *folder*, byte for byte.

    Returns:
        SM101 or SM431 for the first that is not as it was read; then the copy is not whole.

    Raises:
        OSError: A file cannot be written.
    """
    for file, expected in dict(inputs).items():
        opened = open_file(root / file, file)
        if isinstance(opened, Finding):
            return Findings((opened,))
        if opened.sha256 != expected:
            found = ("filen har ändrats sedan den lästes", "the file was changed since it was read")
            return Findings((_not_as_read(file, *found),))
        write_atomic(folder / file, opened.data)
    return Findings()


def _not_as_read(file: str, found: str, found_en: str) -> Finding:
    return NOT_AS_READ.at(Source(file=file), found=found, found_en=found_en)


def render_kept(workspace: Workspace, asked: Order, folder: Path, progress: Progress = silent) -> Run:
    """Render what is *asked* for, and the cells of every document beside it: in Word's list, or one of their own.

    Raises:
        UnknownNameError: An unknown report.
        FindingsError: The workspace could not be read.
    """
    return run_jobs(workspace, tuple(_with_cells(plan_jobs(workspace, asked))), folder, progress)


def _with_cells(jobs: Sequence[Job]) -> Iterator[Job]:
    listed = {(job.spec.key, job.unit, job.period) for job in jobs if job.form == "docx"}
    for job in jobs:
        document = (job.spec.key, job.unit, job.period)
        yield job if document in listed else evolve(job, cells=True)
        listed.add(document)
