"""The objects and texts of a unit that a form asks for: each row's subject, with all that is known of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from styrmodell.model.kind import Kind, State
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.session.form.field import Setting

COMMENTS = "comments"
NAMES = "names"
MEASURE, GOAL = "matt.", "mal."


@frozen(kw_only=True)
class Subject:
    """What a row is about.

    Attributes:
        id: What names the row, and is shown in it.
        things: The plan's list → the object of it; None where there is none yet.
    """

    id: str
    things: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What people call it."""
        named = getattr(self.first, "name", None)
        return named or self.id

    @property
    def first(self) -> Any:
        """The object itself, of those that the row is of."""
        return next(iter(self.things.values()), None)


def subjects(kind: str, setting: Setting, unit: str, others: Iterable[str] = ()) -> tuple[Subject, ...]:
    """What *unit* has of *kind*, in the plan's order.

    Args:
        others: The other kinds that are asked for in the form; no project is asked for twice.
    """
    own = _OWN.get(kind)
    if own is not None:
        return tuple(own(setting, unit))
    plan = setting.plan
    things = (thing for thing in getattr(plan, kind) if is_own(plan, thing, unit))
    if kind == "projects":
        it = {one.project_id for one in plan.it_projects}
        with_it = "it_projects" in set(others)
        things = (one for one in things if one.id not in it or (one.area and not with_it))
    return tuple(Subject(id=str(thing.id), things={kind: thing}) for thing in things)


def is_own(plan: Plan, thing: Any, unit: str) -> bool:
    """Whether *thing* is the unit's; what nobody said whose it is belongs to the plan's unit."""
    return str(thing.unit_id or plan.unit_id) == unit


def owner_of(plan: Plan, kind: str, name: str) -> str | None:
    """The unit that the object *name* of *kind* belongs to; None where the plan has no such object."""
    things = getattr(plan, "projects" if kind == "it_projects" else kind, ())
    found = next((thing for thing in things if getattr(thing, "id", None) == name), None)
    return None if found is None else str(found.unit_id or plan.unit_id)


def _it_projects(setting: Setting, unit: str) -> Iterator[Subject]:
    projects = {one.id: one for one in setting.plan.projects}
    for it in setting.plan.it_projects:
        project = projects.get(it.project_id)
        if project is not None and is_own(setting.plan, project, unit):
            yield Subject(id=str(project.id), things={"projects": project, "it_projects": it})


def _actions(setting: Setting, unit: str) -> Iterator[Subject]:
    """Actions, each with the newest follow-up of the form's period."""
    for action in setting.plan.actions:
        if is_own(setting.plan, action, unit):
            reports = [
                one
                for one in setting.plan.action_reports
                if one.action_id == action.id and one.period == setting.period
            ]
            newest = newest_of(reports, "reported")
            yield Subject(id=str(action.id), things={"actions": action, "action_reports": newest})


def newest_of(things: Iterable[Any], day: str) -> Any:
    """The last of those with the latest *day*; those without one come first; None of none."""
    ordered = sorted(things, key=lambda one: (getattr(one, day) is not None, str(getattr(one, day))))
    return ordered[-1] if ordered else None


def _assessments(setting: Setting, unit: str) -> Iterator[Subject]:
    """A row for each measure and goal of the unit's scorecards, its own goals, and what was judged before."""
    plan = setting.plan
    told = [one for one in plan.assessments if one.unit_id == unit and one.period == setting.period]
    lines = [line for card in _cards(setting, unit) for line in card.lines]
    goals = [goal for line in lines for goal in line.goals]
    goals += [one.id for one in plan.goals if str(one.unit_id or "") == unit]
    wanted = [f"{MEASURE}{line.measure_id}" for line in lines if line.measure_id is not None]
    wanted += [f"{GOAL}{goal}" for goal in goals]
    wanted += [assessed(one) for one in told]
    for name in dict.fromkeys(wanted):
        newest = newest_of((one for one in told if assessed(one) == name), "dated")
        yield Subject(id=name, things={NAMES: name, "assessments": newest})


def assessed(one: Any) -> str:
    """The row of an assessment: that of its measure or goal."""
    return f"{MEASURE}{one.measure_id}" if one.measure_id is not None else f"{GOAL}{one.goal_id}"


def _comments(setting: Setting, unit: str) -> Iterator[Subject]:
    """The outcomes and forecasts of the form's period: those of the unit's scorecards, and all that have a comment.

    A unit without a scorecard comments on its figures without members.
    """
    card = {line.measure_id for one in _cards(setting, unit) for line in one.lines}
    found: dict[str, Observation] = {}
    for one in _figures(setting, unit):
        if one.comment or one.measure_id in card or not (card or one.dims):
            key = figure_id(one)
            found[key] = newest_of([*([found[key]] if key in found else []), one], "reported")
    yield from (Subject(id=key, things={"observations": one}) for key, one in found.items())


def _figures(setting: Setting, unit: str) -> Iterator[Observation]:
    """The outcomes and forecasts of the unit and period, but those that are kept only for comparison."""
    known = {one.id for one in setting.plan.measures}
    for one in setting.plan.observations:
        is_asked = one.unit_id == unit and one.period == setting.period and one.kind in (Kind.OUTCOME, Kind.FORECAST)
        if is_asked and one.state is not State.STATED and one.measure_id in known:
            yield one


def figure_id(one: Observation) -> str:
    """What names a figure of a unit and period: its measure, kind, version and members."""
    members = ",".join(member for _, member in one.dims)
    return "/".join(part for part in (str(one.measure_id), one.kind.value, one.version, members) if part)


def _cards(setting: Setting, unit: str) -> Iterator[Any]:
    year = setting.period
    for card in setting.plan.scorecards:
        if card.unit_id == unit and card.period.first <= year.last and year.first <= card.period.last:
            yield card


def _scorecards(setting: Setting, unit: str) -> Iterator[Subject]:
    yield from (Subject(id=str(card.id), things={"scorecards": card}) for card in _cards(setting, unit))


_OWN = {
    "it_projects": _it_projects,
    "actions": _actions,
    "assessments": _assessments,
    "scorecards": _scorecards,
    COMMENTS: _comments,
}
