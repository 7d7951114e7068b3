"""Acknowledging findings: written down with why, by which role and until when."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from attrs import define, frozen

from styrmodell.errors import RenderError, TextError
from styrmodell.finding import Acknowledgement, Finding, Findings, FindingsError
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.input_file import open_file
from styrmodell.io.sources import format_of
from styrmodell.io.workspace_file import FILE_NAME, WorkspaceFile, workspace_from
from styrmodell.session.acknowledge.codes import NOT_ADDED, STOPS
from styrmodell.session.acknowledge.file import KEY, NAME, Added, add
from styrmodell.session.acknowledge.match import can_be_acknowledged
from styrmodell.session.acknowledge.place import plain
from styrmodell.session.disk_fault import not_written
from styrmodell.session.form.register import require_open, root_of
from styrmodell.session.hold import hold
from styrmodell.session.workspace import Workspace
from styrmodell.session.write import write_atomic
from styrmodell.source import Source


@frozen(kw_only=True)
class Acknowledged:
    """What came of acknowledging.

    Attributes:
        file: The file in the workspace that was written; empty when none was.
        text: What was added to it.
        made: What was acknowledged.
        failed: Why nothing was written (SM101, SM404, SM490, SM495).
    """

    file: str = ""
    text: str = ""
    made: tuple[Acknowledgement, ...] = ()
    failed: Findings = Findings()


def acknowledge(
    workspace: Workspace, findings: Finding | Iterable[Finding], *, why: str, role: str, until: date
) -> Acknowledged:
    """Write down that *findings* are known and left as they are, last in kvitterade.yaml in the workspace's folder.

    All are written or none. Load the workspace again to have them told apart. What is in the file stays as it is.

    Args:
        findings: Of check(); each is acknowledged by itself, and comes back when what was found is something else.
        why: Why they are left as they are.
        role: The role that answers for it; never a person's name.
        until: The last day it holds.

    Raises:
        TextError: *why* or *role* is empty, or *until* is before the workspace's day.
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
        RenderError: The workspace is a frozen run, there are no findings, or one is acknowledged already.
    """
    told = (findings,) if isinstance(findings, Finding) else tuple(findings)
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings)
    require_open(workspace.path)
    _require_words(workspace, why, role, until)
    if not told or any(finding.acknowledged is not None for finding in told):
        raise RenderError("there is nothing to acknowledge: no finding, or one that is acknowledged already")
    if stops := [finding for finding in told if not can_be_acknowledged(finding)]:
        return Acknowledged(failed=Findings(_stopping(stops)))
    made = tuple(_made(finding, plain(why), plain(role), until, workspace.as_of) for finding in told)
    return _Adding(root=root_of(workspace.path), made=made).write()


def _require_words(workspace: Workspace, why: str, role: str, until: date) -> None:
    for text, example in ((why, "why it is left as it is"), (role, "the role that answers for it")):
        if not text.strip():
            raise TextError(text, example)
    if until < workspace.as_of:
        raise TextError(until.isoformat(), f"a day that is not over on {workspace.as_of.isoformat()}")


def _stopping(findings: Iterable[Finding]) -> Iterator[Finding]:
    for one in findings:
        yield STOPS.at(one.source, code=one.code.code, found=one.found(), found_en=one.found("en"))


def _made(finding: Finding, why: str, role: str, until: date, dated: date) -> Acknowledgement:
    return Acknowledgement(
        code=finding.code.code,
        where=plain(str(finding.source)),
        found=plain(finding.found()),
        expected=plain(finding.expected()),
        why=why,
        role=role,
        until=until,
        dated=dated,
        source=Source(file=NAME),
    )


@define(kw_only=True, eq=False)
class _Adding:
    root: Path
    made: tuple[Acknowledgement, ...]

    def write(self) -> Acknowledged:
        """Write the file whole, or tell why not."""
        try:
            with hold(self.root):
                return self._write()
        except OSError as error:
            return Acknowledged(failed=Findings((not_written(NAME, error),)))

    def _write(self) -> Acknowledged:
        added = self._added()
        if isinstance(added, Finding):
            return Acknowledged(failed=Findings((added,)))
        write_atomic(self.root / NAME, added.data)
        return Acknowledged(file=NAME, text=added.text, made=self.made)

    def _added(self) -> Added | Finding:
        settings = self._settings()
        if isinstance(settings, Finding):
            return settings
        before = None
        if (self.root / NAME).exists():
            opened = open_file(self.root / NAME, NAME)
            if isinstance(opened, Finding):
                return opened
            before = opened.data
        return add(before, self.made, format_of(NAME, settings.sources)[0]) or _not_added()

    def _settings(self) -> WorkspaceFile | Finding:
        """What styrmodell.toml says, when it makes the workspace read the file."""
        opened = open_file(self.root / FILE_NAME, FILE_NAME)
        if isinstance(opened, Finding):
            return opened
        settings, _ = workspace_from(opened.data)
        if settings is None or not any(FilePattern.parse(one).matches(NAME) for one in settings.files):
            return _not_read()
        return settings


def _not_added() -> Finding:
    return NOT_ADDED.at(
        Source(file=NAME),
        found="en fil där inget kan läggas till sist",
        found_en="a file to which nothing can be added last",
        expected=f"{KEY}: sist i filen, med en kvittering på varje rad som börjar med -",
        expected_en=f"{KEY}: last in the file, with an acknowledgement on each line that begins with -",
        do=f"flytta annat till en egen fil, och skriv {KEY} som en lista",
        do_en=f"move the rest to a file of its own, and write {KEY} as a list",
    )


def _not_read() -> Finding:
    return NOT_ADDED.at(
        Source(file=FILE_NAME, place="workspace.files"),
        found=f"inget mönster i files träffar {NAME}",
        found_en=f"no pattern of files matches {NAME}",
        expected="ett mönster som gör att den läses",
        expected_en="a pattern that makes it read",
        do=f'lägg till "{NAME}" i files',
        do_en=f'add "{NAME}" to files',
    )
