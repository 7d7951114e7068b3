"""Collecting: forms that came back become figures of the workspace, and all that is doubtful is told."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from os import PathLike
from pathlib import Path

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding, Findings, FindingsError, Severity
from styrmodell.session.collect.accept import accepting
from styrmodell.session.collect.came import came_of
from styrmodell.session.collect.codes import DIFFERENT_FORMS
from styrmodell.session.collect.compare import Change, Compared, compare
from styrmodell.session.collect.faults_book import RECORD, FaultBooks
from styrmodell.session.collect.inbox import UNKNOWN_SENDER
from styrmodell.session.collect.known import Known
from styrmodell.session.collect.missing import missing_forms
from styrmodell.session.collect.objects.clash import without_clashes
from styrmodell.session.collect.objects.compare import compare_objects
from styrmodell.session.collect.objects.edit import ObjectEdit
from styrmodell.session.collect.objects.known import KnownObjects
from styrmodell.session.collect.receive import Receiver
from styrmodell.session.collect.workspace_files import WorkspaceFiles
from styrmodell.session.disk_fault import not_written
from styrmodell.session.form.register import Came, read_came, read_sent, require_open, root_of
from styrmodell.session.hold import hold
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source


@frozen(kw_only=True)
class Collected:
    """What came of collecting.

    Attributes:
        changes: The figures that are new to the workspace, form by form.
        edits: The cells that say something new of objects and texts, form by form.
        came: What the register says of each form.
        files: What was written in the workspace, relative to it; nothing in a dry run.
        faults: The workbooks that tell units what to correct.
        findings: All that was doubtful (SM424 to SM429, SM450 to SM469, SM498, SM499, SM520 to SM528, and those of
            workbooks that cannot be read).
    """

    changes: tuple[Change, ...] = ()
    edits: tuple[ObjectEdit, ...] = ()
    came: tuple[Came, ...] = ()
    files: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    findings: Findings = Findings()


def collect(
    workspace: Workspace,
    files: Iterable[str | PathLike[str]],
    *,
    out: str | PathLike[str] = "ut",
    dry_run: bool = False,
    accept: Iterable[str] = (),
) -> Collected:
    """Read forms that came back and write what they hold under insamlat/ in the workspace.

    Args:
        files: Workbooks, and folders with workbooks at any depth; what they are called does not matter.
        out: Where a workbook "Att rätta <enhet>.xlsx" is written for each unit with faults.
        dry_run: Whether nothing is to be written.
        accept: Ids of cells whose magnitude somebody has said is right.

    Returns:
        What is new and what was doubtful. A figure that takes another's place is a dated correction of it; a cell
        that cannot be read is told and never guessed.

    Raises:
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
        RenderError: The workspace is a frozen run.
    """
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings)
    require_open(workspace.path)
    collecting = _Collecting(workspace=workspace, root=root_of(workspace.path), accept=frozenset(accept))
    collecting.read([Path(one) for one in files])
    if not dry_run:
        collecting.write(Path(out))
    return collecting.collected()


@define(kw_only=True, eq=False)
class _Collecting:
    workspace: Workspace
    root: Path
    accept: frozenset[str]
    told: list[tuple[str, Finding]] = field(factory=list)
    compared: list[Compared] = field(factory=list)
    files: list[str] = field(factory=list)
    faults: list[str] = field(factory=list)

    def read(self, paths: Sequence[Path]) -> None:
        """Take the forms in and compare each with what is known."""
        sent = read_sent(self.root)
        receiver = Receiver(workspace=self.workspace, sent=sent)
        receiver.receive(paths)
        self.told += receiver.told
        known = Known(workspace=self.workspace)
        objects, accepts = KnownObjects(workspace=self.workspace), accepting(self.accept)
        for form in receiver.forms:
            one = compare(form, known, self.accept)
            self.compared.append(evolve(one, objects=compare_objects(form, objects, accepts)))
        for one in self.compared:
            findings = (*one.findings, *one.objects.findings)
            self.told += [(one.form.head["enhet"], finding) for finding in findings]
        self._drop_contradictions()
        back = [*read_came(self.root), *map(came_of, self.compared)]
        late = missing_forms(self.workspace, sent, {one.id for one in back})
        self.told += [("", finding) for finding in late]

    def _drop_contradictions(self) -> None:
        """Two forms with other tables may ask for one figure: told where they differ, and then neither is taken."""
        first: dict[object, Change] = {}
        bad: set[object] = set()
        again: set[int] = set()
        for change in (change for one in self.compared for change in one.changes):
            key = change.after.key
            known = first.setdefault(key, change)
            if known is not change and known.after.value == change.after.value:
                again.add(id(change))
            elif known is not change:
                bad.add(key)
                at = Source(file=change.file, place=change.place)
                told = DIFFERENT_FORMS.at(at, other=f"{known.file} {known.place}", cells=change.what)
                self.told.append((change.after.unit_id, told))
        figures = [_without(one, bad, again) for one in self.compared]
        self.compared, told_apart = without_clashes(figures)
        self.told += told_apart

    def write(self, out: Path) -> None:
        """Write figures and register, and each unit's workbook of faults."""
        if self.compared:
            self._write_workspace()
        faults = [(unit, one) for unit, one in self.told if unit and one.code.severity is not Severity.NOTE]
        try:
            with hold(out) if faults or (out / RECORD).exists() else nullcontext():
                self._write_faults(FaultBooks(folder=out, created=self.workspace.as_of), faults)
        except OSError as error:
            self.told.append(("", not_written(str(out), error)))

    def _write_faults(self, books: FaultBooks, faults: Sequence[tuple[str, Finding]]) -> None:
        names = {str(unit.id): unit.name for unit in self.workspace.publisher.plan.units}
        names[UNKNOWN_SENDER] = "okänd avsändare"
        for unit in dict.fromkeys(unit for unit, _ in faults):
            books.write(unit, names.get(unit, unit), [one for whose, one in faults if whose == unit])
        seen = (UNKNOWN_SENDER, *(one.form.head["enhet"] for one in self.compared))
        told = {unit for unit, _ in faults}
        books.close({unit: names.get(unit, unit) for unit in seen if unit not in told})
        self.faults += [str(books.folder / one.file) for one in books.written]
        self.told += [("", one) for one in books.told]

    def _write_workspace(self) -> None:
        writing = WorkspaceFiles(workspace=self.workspace, root=self.root)
        writing.write(self.compared)
        self.files += writing.files
        self.told += [("", finding) for finding in writing.told]

    def collected(self) -> Collected:
        """What came of it."""
        return Collected(
            changes=tuple(change for one in self.compared for change in one.changes),
            edits=tuple(edit for one in self.compared for edit in one.objects.edits),
            came=tuple(map(came_of, self.compared)),
            files=tuple(dict.fromkeys(self.files)),
            faults=tuple(self.faults),
            findings=Findings.gather(finding for _, finding in self.told),
        )


def _without(one: Compared, bad: set[object], again: set[int]) -> Compared:
    """*one* without the figures that another form contradicts, or has told already."""
    kept = tuple(change for change in one.changes if change.after.key not in bad and id(change) not in again)
    return evolve(one, changes=kept)
