"""Two workspaces compared: their inputs first, then what their reports print, with what moved it."""

from attrs import evolve

from styrmodell.aggregation.version import Versions
from styrmodell.finding import Findings, FindingsError
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.session.compare.causes import Causes, differing_lifted, refs_by_series
from styrmodell.session.compare.cells import PrintedChanges, Prints
from styrmodell.session.compare.codes import OTHER_PLAN
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.difference import OBSERVATIONS, Difference
from styrmodell.session.compare.names import Names
from styrmodell.session.compare.objects import ObjectChanges
from styrmodell.session.compare.observations import FigureChanges, Series, differing
from styrmodell.session.compare.profiles import profile_changes
from styrmodell.session.compare.running_text import text_changes
from styrmodell.session.compare.settings import setting_changes
from styrmodell.session.compare.side import ComparedSide
from styrmodell.session.compare.statuses import StatusChanges
from styrmodell.session.compare.tellers import with_tellers
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source


def compare_workspaces(old: Workspace, new: Workspace) -> Comparison:
    """What differs between two workspaces.

    Raises:
        FindingsError: One of them has no plan.
    """
    before, after = _plan(old), _plan(new)
    names = Names(old=before, new=after)
    profile = new.profile if new.profile.versions else old.profile
    versions = Versions(order=profile.versions, additions=profile.additions)
    told = figure_changes(names, versions)
    texts = text_changes(old.texts, new.texts, names)
    telling = ObjectChanges(names=names)
    around = (*profile_changes(old.profile, new.profile, telling), *setting_changes(old, new))
    told_of = with_tellers(telling.of(before, after), old.changes, new.changes)
    objects = (*told_of, *texts, *around)
    causes = Causes(
        by_series=refs_by_series(told.items()),
        lifted=differing_lifted(_lifted(old), _lifted(new)),
        objects=objects,
        weights={one.id: str(one.weight_id) for one in names.measures.values() if one.weight_id is not None},
    )
    prints = PrintedChanges(
        old=Prints(workspace=old), new=Prints(workspace=new), causes=causes, measures=names.measures
    )
    printed = prints.all()
    statuses = StatusChanges(old=old, new=new, names=names, causes=causes)
    inputs = (*(change for changes in told.values() for change in changes), *objects)
    return Comparison(
        old=_side(old),
        new=_side(new),
        changes=(*printed, *statuses.all(), *_with_cells(inputs, printed)),
        findings=Findings.gather(_unread(old), _unread(new), _others(old, new), prints.findings, statuses.failed),
    )


def figure_changes(names: Names, versions: Versions) -> dict[Series, tuple[Difference, ...]]:
    """The changes of reported figures, by series."""
    figures = FigureChanges(names=names, versions=versions)
    found = differing(names.old.observations, names.new.observations)
    return {series: tuple(figures.of(both)) for series, both in found.items()}


def _plan(workspace: Workspace) -> Plan:
    if workspace.plan is None:
        raise FindingsError(workspace.findings.errors() or workspace.findings)
    return workspace.plan


def _lifted(workspace: Workspace) -> tuple[Observation, ...]:
    """The figures that objects' amounts have become."""
    plan = workspace.evaluator.index.plan
    return plan.observations[len(_plan(workspace).observations) :]


def _unread(workspace: Workspace) -> Findings:
    """What could not be read, which would be told as removed; and a frozen run's input that is not what it was."""
    return Findings.gather(workspace.findings.starting("SM1").errors(), workspace.findings.starting("SM43"))


def _others(old: Workspace, new: Workspace) -> Findings:
    """SM440 where the two are plans of different units or periods: the cells of their reports have other ids."""
    before, after = _plan(old), _plan(new)
    if (before.unit_id, before.period) == (after.unit_id, after.period):
        return Findings()
    pairs = {"found": before, "expected": after}
    words = {name: f"{plan.unit_id} {plan.period.text}" for name, plan in pairs.items()}
    return Findings((OTHER_PLAN.at(Source(file=str(new.path)), **words),))


def _side(workspace: Workspace) -> ComparedSide:
    plan = _plan(workspace)
    unit = next((one.name for one in plan.units if one.id == plan.unit_id), str(plan.unit_id))
    path = "" if workspace.path.as_posix() == "." else workspace.path.as_posix()
    return ComparedSide(
        name=workspace.name or plan.title or plan.id,
        path=path,
        as_of=workspace.as_of,
        unit_name=unit,
        period=plan.period,
    )


def _with_cells(inputs: tuple[Difference, ...], printed: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """*inputs* with the printed cells that each moved."""
    cells: dict[str, list[str]] = {}
    for change in printed:
        for ref in change.moved_by:
            cells.setdefault(ref, []).extend(change.cells)
    return tuple(
        evolve(one, cells=tuple(cells[one.ref])) if one.object_kind == OBSERVATIONS and one.ref in cells else one
        for one in inputs
    )
