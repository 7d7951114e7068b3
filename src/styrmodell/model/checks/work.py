"""Checks of the work itself: actions, assignments, activities, projects and decisions' follow-up."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from styrmodell.finding import Finding
from styrmodell.model.action import Action, EffectBasis
from styrmodell.model.activity import WORK_WORDS, Activity, WorkStatus
from styrmodell.model.assignment import Assignment
from styrmodell.model.checks.judge_codes import WRONG_SAME_AS
from styrmodell.model.checks.known_names import lacking, said
from styrmodell.model.checks.link_codes import WRONG_DATES
from styrmodell.model.checks.work_codes import NET_MISSING, OPEN_ASSIGNMENT, SAME_ACTION, STATUS_CONTRADICTED
from styrmodell.model.plan import Plan

_PLANNED = ("planerad start", "planned start", "planerat slut", "planned end")
_DONE = ("påbörjad", "started", "klar", "finished")
_NO_NET = {"basis": "ett nettomål men ingen nettoeffekt", "basis_en": "a net target but no net effect"}
_NOT_CALCULATED = {
    "basis": "en uppföljning där nettoeffekten inte är beräknad",
    "basis_en": "a report in which the net effect is not calculated",
}


def check_work(plan: Plan, today: date | None) -> Iterator[Finding]:
    """Dates, doubled actions, net effects, open assignments, and statuses that dates contradict on *today*."""
    yield from _check_dates(plan)
    yield from _check_same_actions(plan)
    yield from _check_same_as(plan)
    yield from _check_net(plan)
    for assignment in plan.assignments:
        yield from _check_assignment(assignment)
    for activity in plan.activities if today is not None else ():
        yield from _check_status(activity, today or date.min)


def _check_dates(plan: Plan) -> Iterator[Finding]:
    for activity in plan.activities:
        yield from _in_order("activities", activity, activity.start, activity.end, _PLANNED)
        yield from _in_order("activities", activity, activity.started, activity.finished, _DONE)
    for project in plan.projects:
        yield from _in_order("projects", project, project.start, project.end, _PLANNED)


def _in_order(
    kind: str, thing: Any, start: date | None, end: date | None, words: tuple[str, str, str, str]
) -> Iterator[Finding]:
    if start is not None and end is not None and end < start:
        told = dict(zip(("first", "first_en", "last", "last_en"), words, strict=True))
        yield WRONG_DATES.at(thing.source, **said(kind), name=thing.id, start=str(start), end=str(end), **told)


def _check_same_actions(plan: Plan) -> Iterator[Finding]:
    """Actions of one name, target and period at two units; a part and its whole, or what is said the same, are not."""
    seen: dict[tuple[object, ...], Action] = {}
    for action in plan.actions:
        if action.target is None or action.unit_id is None:
            continue
        first = seen.setdefault((" ".join(action.name.split()).casefold(), action.target, action.period), action)
        related = first.id in (action.parent_id, action.same_as_id) or action.id in (first.parent_id, first.same_as_id)
        if first.unit_id is not None and first.unit_id != action.unit_id and not related:
            units = {"unit": action.unit_id, "other_unit": first.unit_id}
            yield SAME_ACTION.at(action.source, name=action.id, other=first.id, **units)


def _check_same_as(plan: Plan) -> Iterator[Finding]:
    """An action that another unit has told, too, names the one that counts."""
    actions = {action.id: action for action in reversed(plan.actions)}
    for action in plan.actions:
        if action.same_as_id is None:
            continue
        other = actions.get(action.same_as_id)
        wrong = (
            ("som är den själv", "which is itself", action.same_as_id == action.id),
            ("och har en överordnad", "and has a parent", action.parent_id is not None),
            (
                "som i sin tur är samma som en annan",
                "which is the same as yet another",
                other is not None and other is not action and other.same_as_id is not None,
            ),
        )
        for swedish, english, is_wrong in wrong:
            if is_wrong:
                words = {"name": action.id, "other": action.same_as_id, "but": swedish, "but_en": english}
                yield WRONG_SAME_AS.at(action.source, **words)


def _check_net(plan: Plan) -> Iterator[Finding]:
    """The net of an action that is the same as another is that one's."""
    for action in plan.actions:
        if action.same_as_id is None and action.basis is EffectBasis.NET and action.net is None:
            yield NET_MISSING.at(action.source, name=action.id, **_NO_NET)
    for report in plan.action_reports:
        if report.net_calculated is False:
            yield NET_MISSING.at(report.source, name=report.action_id, **_NOT_CALCULATED)


def _check_assignment(assignment: Assignment) -> Iterator[Finding]:
    """A closed assignment needs neither."""
    if assignment.closed_by is not None:
        return
    lacks = lacking(
        ("mottagare", "addressee", not assignment.addressee and assignment.unit_id is None),
        ("tid för återrapportering", "time for reporting back", assignment.due is None and not assignment.due_meeting),
    )
    if lacks:
        yield OPEN_ASSIGNMENT.at(assignment.source, name=assignment.id, **lacks)


def _check_status(activity: Activity, today: date) -> Iterator[Finding]:
    derived, status = activity.derived_status(today), activity.status
    if derived is None or status is None or not _contradicts(status, derived):
        return
    words = {known: word for word, known in WORK_WORDS}
    yield STATUS_CONTRADICTED.at(activity.source, name=activity.id, status=words[status], derived=words[derived])


def _contradicts(status: WorkStatus, derived: WorkStatus) -> bool:
    """Work that rests or is cancelled is told by the reporter alone, and so is that it is done before its date."""
    if derived is WorkStatus.DONE:
        return status is not WorkStatus.DONE
    if derived is WorkStatus.STARTED:
        return status is WorkStatus.PLANNED
    return status in (WorkStatus.STARTED, WorkStatus.DONE)
