"""Making forms: workbooks in a folder, and a line each in the workspace's register of what was sent."""

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from attrs import define, field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.model.period import Period
from styrmodell.report.form.content import FormContent
from styrmodell.report.form.write import write_form
from styrmodell.session.asking import as_period
from styrmodell.session.disk_fault import not_written
from styrmodell.session.file_name import safe_name
from styrmodell.session.form.ask import FormOrder, ask
from styrmodell.session.form.register import SENT, Sent, read_sent, require_open, root_of, sent_bytes
from styrmodell.session.form.sheets import kinds_named
from styrmodell.session.hold import hold
from styrmodell.session.workspace import Workspace
from styrmodell.session.write import write_atomic


@frozen(kw_only=True)
class Forms:
    """What came of making forms.

    Attributes:
        files: The paths that were written.
        sent: What the register says of each.
        failed: Reports that could not be built (SM401) and files that could not be written (SM404).
    """

    files: tuple[str, ...] = ()
    sent: tuple[Sent, ...] = ()
    failed: Findings = Findings()


def form(
    workspace: Workspace,
    out: str | PathLike[str],
    *,
    reports: Iterable[str] = (),
    tables: Iterable[str] = (),
    units: Iterable[str] = (),
    period: Period | str | None = None,
    due: date | None = None,
    objects: Iterable[str] = (),
) -> Forms:
    """Write one form a unit in the folder *out*, and tell the workspace's register insamlat/utskick.json of them.

    Args:
        out: Made when needed.
        reports: Default: the workspace's own tables where it has any, else all its reports.
        tables: Default: all of the reports'.
        units: Default: those that tell any of the figures.
        period: Default: the plan's.
        due: The day the forms are to be back; default the day of the calendar, where one of its steps delivers them.
        objects: Kinds of objects to fill in, beside figures ("activities", "risks"); default those of the tables.

    Returns:
        The files; a unit that has nothing to fill in gets none.

    Raises:
        UnknownNameError: There is no such report, table, unit or kind of objects.
        TextError: *period* is no period.
        RenderError: A plugin fails to build a report that was named; the workspace is a frozen run.
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
    """
    require_open(workspace.path)
    order = FormOrder(
        reports=tuple(reports),
        tables=tuple(tables),
        units=tuple(units),
        period=as_period(period),
        due=due,
        objects=kinds_named(objects),
    )
    functions = {rule.key: rule.excel for rule in workspace.registry.rules.values() if rule.excel is not None}
    contents, unbuilt = ask(workspace, order)
    return _Writing(workspace=workspace, out=Path(out), failed=list(unbuilt)).write(
        (_sent(content), write_form(content, functions)) for content in contents
    )


@define(kw_only=True, eq=False)
class _Writing:
    workspace: Workspace
    out: Path
    failed: list[Finding]
    files: list[str] = field(factory=list)
    sent: list[Sent] = field(factory=list)

    def write(self, made: Iterable[tuple[Sent, bytes]]) -> Forms:
        """Write the forms, then the register of those that were written."""
        try:
            with hold(self.out):
                for told, data in made:
                    self._put(told, data)
        except OSError as error:
            self.failed.append(not_written(str(self.out), error))
        if self.sent:
            self._register(root_of(self.workspace.path) / SENT)
        return Forms(files=tuple(self.files), sent=tuple(self.sent), failed=Findings(self.failed))

    def _put(self, told: Sent, data: bytes) -> None:
        try:
            write_atomic(self.out / told.file, data)
        except OSError as error:
            self.failed.append(not_written(told.file, error))
            return
        self.files.append(str(self.out / told.file))
        self.sent.append(told)

    def _register(self, path: Path) -> None:
        try:
            with hold(path.parent):
                write_atomic(path, sent_bytes((*read_sent(self.workspace.path), *self.sent)))
        except OSError as error:
            self.failed.append(not_written(path.name, error))


def _sent(content: FormContent) -> Sent:
    head = content.head
    return Sent(
        id=head.id,
        unit=head.unit,
        unit_name=head.unit_name,
        period=head.period.text,
        year=head.year,
        reports=", ".join(head.reports),
        tables=", ".join(head.tables),
        measures=", ".join(sorted({asked.measure.id for asked in content.inputs.values()})),
        due=head.due.isoformat() if head.due is not None else "",
        file=f"{safe_name(f'formular.{head.unit}.{head.period.text}')}.xlsx",
    )
