"""Making forms: workbooks in a folder, and a line each in the workspace's register of what was sent."""

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from attrs import frozen

from styrmodell.finding import Finding, Findings
from styrmodell.model.period import Period
from styrmodell.report.codes import NOT_WRITTEN
from styrmodell.report.form.content import FormContent
from styrmodell.report.form.write import write_form
from styrmodell.session.asking import as_period
from styrmodell.session.file_name import safe_name
from styrmodell.session.form.ask import FormOrder, ask
from styrmodell.session.form.register import SENT, Sent, read_sent, require_open, root_of, sent_bytes
from styrmodell.session.form.sheets import kinds_named
from styrmodell.session.workspace import Workspace
from styrmodell.session.write import write_atomic
from styrmodell.source import Source


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

    Returns:
        The files; a unit that has nothing to fill in gets none.

    Raises:
        UnknownNameError: There is no such report, table, unit or kind of objects.
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
    files, sent, failed = list[str](), list[Sent](), list(unbuilt)
    for content in contents:
        data = write_form(content, functions)
        told = _sent(content)
        if (fault := _put(Path(out) / told.file, data)) is not None:
            failed.append(fault)
            continue
        files.append(str(Path(out) / told.file))
        sent.append(told)
    if sent:
        register = root_of(workspace.path) / SENT
        fault = _put(register, sent_bytes((*read_sent(workspace.path), *sent)))
        failed += [fault] if fault is not None else []
    return Forms(files=tuple(files), sent=tuple(sent), failed=Findings(failed))


def _put(path: Path, data: bytes) -> Finding | None:
    try:
        write_atomic(path, data)
    except OSError as error:
        return NOT_WRITTEN.at(Source(file=path.name), file=path.name, error=error.strerror or type(error).__name__)
    return None


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
