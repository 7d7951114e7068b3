"""Rolling a workspace over: next year's draft in a new folder, whole or not at all."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from errno import ENOTDIR
from os import PathLike
from pathlib import Path
from typing import Any

import attrs
from attrs import evolve, frozen

from styrmodell.errors import RenderError, StyrmodellError, TextError
from styrmodell.finding import Findings, FindingsError
from styrmodell.io.input_file import read_text
from styrmodell.io.workspace_file import FILE_NAME, read_workspace_file
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.hold import hold
from styrmodell.session.load import load
from styrmodell.session.rollover.codes import NOT_SAME
from styrmodell.session.rollover.folder import NOTE, Folder, NewFile
from styrmodell.session.rollover.note import note_text
from styrmodell.session.rollover.outcomes import outcomes
from styrmodell.session.rollover.roll import roll
from styrmodell.session.rollover.rolled import LeftBehind, Rolled
from styrmodell.session.rollover.turn import Turn
from styrmodell.session.workspace import Workspace
from styrmodell.session.write import PREFIX, write_atomic
from styrmodell.source import Source

_NO_PROFILE = Profile(key="", valid_from=date.min)


@frozen(kw_only=True)
class Rollover:
    """What came of rolling a workspace over.

    Attributes:
        workspace: The new workspace, as it was read back from its folder.
        files: The names of its files.
        left: What stayed behind in the old workspace, each with its reason.
        findings: What is to be known and decided (SM470–SM478, SM496); SM479 where nothing was written.
        note: The text of overrullning.md.
    """

    workspace: Workspace | None = None
    files: tuple[str, ...] = ()
    left: tuple[LeftBehind, ...] = ()
    findings: Findings = Findings()
    note: str = ""


def rollover(
    workspace: Workspace,
    to: int,
    out: str | PathLike[str],
    *,
    as_of: date | None = None,
    with_forecast: bool = False,
    lang: str = "sv",
) -> Rollover:
    """Write the draft of a later year's workspace in a new folder.

    Args:
        to: The year of the new plan.
        out: A folder that does not exist. Nothing of it is left where something goes wrong.
        as_of: The new workspace's day; None for the old one's, since nothing newer is known.
        with_forecast: Whether a forecast counts as spent in amounts "t o m" where there is no outcome (SM472).
        lang: The language of overrullning.md, "sv" or "en".

    Returns:
        The new workspace, what stayed behind and what somebody must decide.

    Raises:
        StyrmodellError: The year is not after the plan's.
        RenderError: There is such a folder already, or it cannot be written.
        FindingsError: There is no plan, or the workspace could not be read (SM1xx errors): a part would be lost.
    """
    plan, folder = _plan(workspace), Path(out)
    if not plan.period.first_year < to <= 9999:
        raise StyrmodellError(f"planen gäller {plan.period}; det nya året ska vara ett senare, inte {to}")
    _require_new(folder)
    turn = Turn.to(plan.period, to)
    profile = workspace.profile
    rolled = roll(
        plan,
        turn,
        outcomes(workspace, turn),
        profile.versions,
        profile.additions,
        with_forecast=with_forecast,
    )
    try:
        made = _folder(rolled, workspace, as_of or workspace.as_of)
        files = made.files()
        rolled = evolve(rolled, findings=Findings.gather(rolled.findings, made.lost(files)))
        note = note_text(rolled, workspace, lang)
        files = (*files, NewFile(name=NOTE, data=note.encode()))
        return _Writing(rolled=rolled, old=workspace, note=note).write(files, folder)
    except (TextError, ValueError) as error:
        return Rollover(findings=Findings((NOT_SAME.at(Source(), found=str(error)),)))
    except OSError as error:
        raise RenderError(f"{folder}: {fault_text(error)}") from error


def _require_new(folder: Path) -> None:
    if os.path.lexists(folder):
        raise RenderError(f"{folder} finns redan; välj en annan mapp")


def _plan(workspace: Workspace) -> Plan:
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings.errors() or workspace.findings)
    return workspace.plan


def _folder(rolled: Rolled, workspace: Workspace, as_of: date) -> Folder:
    root = workspace.path.parent if workspace.path.is_file() else workspace.path
    said, told = read_workspace_file(root)
    if said is None or workspace.plan is None:
        raise FindingsError(told)
    text, _ = read_text((root / FILE_NAME).read_bytes(), FILE_NAME, "utf-8")
    profile = workspace.profile
    is_own = profile != _NO_PROFILE and profile not in workspace.registry.profiles.get(profile.key, ())
    return Folder(
        rolled=rolled,
        workspace=workspace,
        plan=workspace.plan,
        root=root,
        file=said,
        text=text or "",
        as_of=as_of,
        profile=profile if is_own else None,
    )


@frozen(kw_only=True)
class _Writing:
    rolled: Rolled
    old: Workspace
    note: str

    def write(self, files: tuple[NewFile, ...], folder: Path) -> Rollover:
        """Write beside *folder*, read it back, and move it there only when it is the same."""
        target = Path(os.path.realpath(folder))  # resolve() raises for a link to itself
        above = next(parent for parent in target.parents if parent.is_dir())
        parts = target.relative_to(above).parts
        if os.path.lexists(above / parts[0]) and not (above / parts[0]).is_dir():
            raise NotADirectoryError(ENOTDIR, "the path goes through a file", str(folder))
        with hold(above):
            if not os.path.lexists(above / parts[0]):
                return self._write(files, folder, above, parts)
        _require_new(folder)  # somebody made it meanwhile, or a folder above it
        return self.write(files, folder)

    def _write(self, files: tuple[NewFile, ...], folder: Path, above: Path, parts: tuple[str, ...]) -> Rollover:
        """Write all in a hidden folder that stands for the first folder to make, *parts* below *above*."""
        temporary = Path(tempfile.mkdtemp(prefix=PREFIX, dir=above))
        made = temporary.joinpath(*parts[1:])
        try:
            for one in files:
                write_atomic(made / one.name, one.data)
            lost = _lost(load(made, registry=self.old.registry), self.rolled.plan, self.old.profile)
            if lost:
                return Rollover(findings=Findings((NOT_SAME.at(Source(), found=", ".join(lost)),)))
            _open_for_others(temporary)
            temporary.rename(above / parts[0])
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        return Rollover(
            workspace=load(folder, registry=self.old.registry),
            files=tuple(sorted(one.name for one in files)),
            left=self.rolled.left,
            findings=self.rolled.findings,
            note=self.note,
        )


def _open_for_others(folder: Path) -> None:
    """Give the folder the mode any new folder gets: mkdtemp makes it its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)


def _lost(found: Workspace, plan: Plan, profile: Profile) -> tuple[str, ...]:
    """The parts of *plan* that are not read back as they are; objects of several files may change their order."""
    unread = found.findings.starting("SM1").errors()
    if unread or found.plan is None:
        return tuple(str(finding.source) for finding in unread) or ("plan",)
    names = [one.name for one in attrs.fields(Plan) if one.name != "source"]
    lost = [name for name in names if not _same(getattr(found.plan, name), getattr(plan, name))]
    return (*lost, *(["profile"] if found.profile.key != profile.key else []))


def _same(one: Any, other: Any) -> bool:
    return _counted(one) == _counted(other) if isinstance(one, tuple) else bool(one == other)


def _counted(things: Iterable[Any]) -> Counter[Any]:
    return Counter(things)
