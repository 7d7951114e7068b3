"""Collecting: forms that came back become figures of the workspace, and all that is doubtful is told."""

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from attrs import define, field, frozen

from styrmodell.finding import Finding, Findings, FindingsError, Severity
from styrmodell.io.workspace_file import FILE_NAME
from styrmodell.model.observation import Observation
from styrmodell.session.collect.codes import DIFFERENT_FORMS
from styrmodell.session.collect.compare import Change, Compared, compare
from styrmodell.session.collect.faults_book import FaultBooks
from styrmodell.session.collect.form_file import FormFile
from styrmodell.session.collect.inbox import UNKNOWN_SENDER
from styrmodell.session.collect.include import include
from styrmodell.session.collect.known import Known
from styrmodell.session.collect.missing import missing_forms
from styrmodell.session.collect.receive import Receiver
from styrmodell.session.collect.write import CollectedWriter
from styrmodell.session.form.register import CAME, Came, came_bytes, read_came, read_sent, require_open, root_of
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source


@frozen(kw_only=True)
class Collected:
    """What came of collecting.

    Attributes:
        changes: The figures that are new to the workspace, form by form.
        came: What the register says of each form.
        files: What was written in the workspace, relative to it; nothing in a dry run.
        faults: The workbooks that tell units what to correct.
        findings: All that was doubtful (SM450 to SM469, SM520 to SM528, and those of workbooks that cannot be read).
    """

    changes: tuple[Change, ...] = ()
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
        self.compared = [compare(form, known, self.accept) for form in receiver.forms]
        for one in self.compared:
            self.told += [(one.form.head["enhet"], finding) for finding in one.findings]
        self._drop_contradictions()
        back = [*read_came(self.root), *map(_came, self.compared)]
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
        self.compared = [_without(one, bad, again) for one in self.compared]

    def write(self, out: Path) -> None:
        """Write figures and register, and each unit's workbook of faults."""
        if self.compared:
            self._write_workspace()
        self._write_faults(FaultBooks(folder=out, created=self.workspace.as_of))

    def _write_faults(self, books: FaultBooks) -> None:
        names = {str(unit.id): unit.name for unit in self.workspace.publisher.plan.units}
        names[UNKNOWN_SENDER] = "okänd avsändare"
        faults = [(unit, one) for unit, one in self.told if unit and one.code.severity is not Severity.NOTE]
        for unit in dict.fromkeys(unit for unit, _ in faults):
            books.write(unit, names.get(unit, unit), [one for whose, one in faults if whose == unit])
        seen = (UNKNOWN_SENDER, *(one.form.head["enhet"] for one in self.compared))
        told = {unit for unit, _ in faults}
        books.close({unit: names.get(unit, unit) for unit in seen if unit not in told})
        self.faults += [str(books.folder / one.file) for one in books.written]
        self.told += [("", one) for one in books.told]

    def _write_workspace(self) -> None:
        included = include((self.root / FILE_NAME).read_bytes())
        has_changes = any(one.changes for one in self.compared)
        if included.told is not None and has_changes:
            self.told.append(("", included.told))
        if has_changes and not included.is_read:
            return
        measures = {measure.id: measure for measure in reversed(self.workspace.publisher.plan.measures)}
        writer = CollectedWriter(root=self.root, measures=measures, format=included.format)
        if has_changes and included.toml is not None and not writer.put(FILE_NAME, included.toml):
            self.told += [("", finding) for finding in writer.failed]
            return
        taken = [one for one in self.compared if not one.changes or writer.add(_file_name(one.form), _figures(one))]
        earlier = read_came(self.root)
        came = [one for one in map(_came, taken) if not any(_is_same(one, other) for other in earlier)]
        if came:
            writer.put(CAME, came_bytes((*earlier, *came)))
        self.files += writer.written
        self.told += [("", finding) for finding in writer.failed]

    def collected(self) -> Collected:
        """What came of it."""
        return Collected(
            changes=tuple(change for one in self.compared for change in one.changes),
            came=tuple(map(_came, self.compared)),
            files=tuple(dict.fromkeys(self.files)),
            faults=tuple(self.faults),
            findings=Findings.gather(finding for _, finding in self.told),
        )


def _without(one: Compared, bad: set[object], again: set[int]) -> Compared:
    """*one* without the figures that another form contradicts, or has told already."""
    kept = tuple(change for change in one.changes if change.after.key not in bad and id(change) not in again)
    return Compared(form=one.form, changes=kept, unchanged=one.unchanged, findings=one.findings)


def _file_name(form: FormFile) -> str:
    return f"{form.head['enhet']}.{form.head['period']}"


def _figures(one: Compared) -> list[Observation]:
    return [change.after for change in one.changes]


def _is_same(one: Came, other: Came) -> bool:
    return (one.id, one.sha256) == (other.id, other.sha256)


def _came(one: Compared) -> Came:
    form, sign = one.form, one.form.sign
    return Came(
        id=form.head["formulär-id"],
        unit=form.head["enhet"],
        period=form.head["period"],
        file=form.file,
        sha256=form.sha256,
        role=sign.role,
        day=sign.day.isoformat() if sign.day is not None else "",
        done=sign.done,
        comment=sign.comment,
        new=sum(change.before is None for change in one.changes),
        changed=sum(change.before is not None for change in one.changes),
        unchanged=one.unchanged,
    )
