"""Which objects of a plan follow into the next year, and why the others stay behind."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import define, field

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.model.action import Action
from styrmodell.model.activity import Activity, WorkStatus
from styrmodell.model.assignment import Assignment
from styrmodell.model.checks.reference_field import REFERENCES, links_of
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.decision import Decision
from styrmodell.model.goal import Goal
from styrmodell.model.plan import Plan
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.risk import Risk
from styrmodell.model.scorecard import Scorecard
from styrmodell.session.rollover.rolled import LeftBehind
from styrmodell.session.rollover.turn import Turn

Why = tuple[str, str]
FOLLOWS: Why = ("", "")
_ENDED = MappingProxyType({WorkStatus.DONE: ("genomförd", "done"), WorkStatus.CANCELLED: ("avbruten", "cancelled")})
_OVER = ("dess tid är slut", "its time is over")
PRINTED: Why = ("tryckta jämförelsetal hör till det gamla dokumentet", "printed figures belong to the old document")
_OLDER = ("äldre än det dokumenten skriver ut", "older than what the documents print")
_NOT_NAMED = ("inget öppet hänvisar till det", "nothing open refers to it")
# Kinds whose objects follow with another: the plan's field → (the field that names it, where that one stands).
_WITH = MappingProxyType({"action_reports": ("action_id", "actions"), "it_projects": ("project_id", "projects")})


def _ended(thing: Any) -> Why:
    return _ENDED.get(thing.status, FOLLOWS)


def _assignment(thing: Assignment, _turn: Turn) -> Why:
    return (f"avslutat genom {thing.closed_by}", f"closed by {thing.closed_by}") if thing.closed_by else _ended(thing)


def _activity(thing: Activity, turn: Turn) -> Why:
    if thing.finished is not None and thing.finished < turn.first_day:
        return f"genomförd {thing.finished}", f"done {thing.finished}"
    return _ended(thing)


def _action(thing: Action, turn: Turn) -> Why:
    """An action without a period is open; one whose effect grows into later years is too."""
    ends = [one for one in (thing.period, thing.full_year, thing.first_month) if one is not None]
    return _OVER if thing.period is not None and all(map(turn.is_over, ends)) else FOLLOWS


def _goal(thing: Goal, turn: Turn) -> Why:
    return _OVER if turn.is_over(turn.moved(thing.period)) else FOLLOWS


def _card(thing: Scorecard, turn: Turn) -> Why:
    return _OVER if turn.is_over(turn.moved(thing.period)) else FOLLOWS


def _dated(thing: Any, turn: Turn) -> Why:
    return _OLDER if thing.period.last < turn.window else FOLLOWS


def _decision(thing: Decision, turn: Turn) -> Why:
    return FOLLOWS if thing.date is not None and thing.date >= turn.first_day else _NOT_NAMED


def _work(thing: Risk, _turn: Turn) -> Why:
    return _ended(thing)


def _step(thing: CompletedStep, turn: Turn) -> Why:
    return _OVER if turn.is_over(thing.period) else FOLLOWS


def _printed(_thing: PrintedFigure, _turn: Turn) -> Why:
    return PRINTED


_RULES: Mapping[str, Callable[[Any, Turn], Why]] = MappingProxyType(
    {
        "goals": _goal,
        "scorecards": _card,
        "targets": _dated,
        "assessments": _dated,
        "assignments": _assignment,
        "activities": _activity,
        "actions": _action,
        "meetings": _decision,
        "decisions": _decision,
        "risks": _work,
        "projects": _work,
        "printed": _printed,
        "completed_steps": _step,
    }
)


@define(kw_only=True, eq=False)
class Following:
    """Which objects of *plan* follow.

    Attributes:
        why: (the plan's field, place in it) → why that object stays behind.
    """

    plan: Plan
    turn: Turn
    why: dict[tuple[str, int], Why] = field(factory=dict)

    @classmethod
    def of(cls, plan: Plan, turn: Turn) -> "Following":
        """Those that are open, and all that they refer to."""
        found = cls(plan=plan, turn=turn)
        for kind, _ in OBJECT_KINDS:
            for place, thing in enumerate(getattr(plan, kind)):
                rule = _RULES.get(kind)
                why = rule(thing, turn) if rule is not None else FOLLOWS
                if why != FOLLOWS:
                    found.why[kind, place] = why
        found._with_what_they_name()
        found._meetings()
        return found

    def things(self, kind: str) -> tuple[Any, ...]:
        """The objects of one kind that follow, in the plan's order."""
        return tuple(thing for place, thing in enumerate(getattr(self.plan, kind)) if (kind, place) not in self.why)

    def left(self) -> tuple[LeftBehind, ...]:
        """The objects that stay behind."""
        return tuple(
            LeftBehind(kind=kind, key=key_of(kind, thing), name=getattr(thing, "name", ""), why=why[0], why_en=why[1])
            for kind, _ in OBJECT_KINDS
            for place, thing in enumerate(getattr(self.plan, kind))
            for why in (self.why.get((kind, place), FOLLOWS),)
            if why != FOLLOWS
        )

    def _with_what_they_name(self) -> None:
        """What an object that follows refers to follows too, until nothing more does; what is only told with it."""
        while True:
            self._only_with_another()
            needed = self._named()
            named = [
                (kind, place)
                for kind, place in self.why
                if getattr(getattr(self.plan, kind)[place], "id", None) in needed.get(kind, ())
            ]
            # A conflict is told with its goals, whoever names it.
            named = [found for found in named if found[0] != "goal_conflicts"]
            for found in named:
                del self.why[found]
            if not named:
                return

    def _only_with_another(self) -> None:
        for kind, (name, other) in _WITH.items():
            there = {thing.id for thing in self.things(other)} | _unknown(self.plan, kind, name, other)
            for place, thing in enumerate(getattr(self.plan, kind)):
                self.why.pop((kind, place), None)
                if getattr(thing, name) not in there:
                    self.why[kind, place] = ("hör till det som stannar", "belongs to what stays behind")
        goals = {thing.id for thing in self.plan.goals} - {thing.id for thing in self.things("goals")}
        for place, conflict in enumerate(self.plan.goal_conflicts):
            self.why.pop(("goal_conflicts", place), None)
            if goals.intersection(conflict.goals):
                self.why["goal_conflicts", place] = ("dess mål stannar", "its goals stay behind")

    def _named(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one in REFERENCES:
            if one.target and one.collection not in _WITH and one.collection != "goal_conflicts":
                for thing in self.things(one.collection):
                    found.setdefault(one.target, set()).update(link.id for link in links_of(thing, one.name))
        for conflict in self.things("goal_conflicts"):
            found.setdefault("decisions", set()).update(filter(None, [conflict.decision_id]))
        return found

    def _meetings(self) -> None:
        """A meeting follows with a decision that was made at it."""
        held = {(one.body, one.date) for one in self.things("decisions")}
        for place, meeting in enumerate(self.plan.meetings):
            if (meeting.body, meeting.date) in held:
                self.why.pop(("meetings", place), None)


def key_of(kind: str, thing: Any) -> str:
    """The id of *thing*, or what it is of where it has none."""
    if kind in ("tables", "calendar"):
        return str(thing.key)
    names = ("id", "cell", "step", "project_id", "action_id", "measure_id", "goal_id", "unit_id")
    if (name := getattr(thing, "id", None)) is not None:
        return str(name)
    told = [str(value) for name in names if (value := getattr(thing, name, None))]
    period = getattr(thing, "period", None)
    return " ".join([*told, *([period.text] if period is not None else [])])


def _unknown(plan: Plan, kind: str, name: str, other: str) -> set[str]:
    """Names of nothing: what is told of them follows, so that the fault is told again."""
    known: Iterable[str] = {thing.id for thing in getattr(plan, other)}
    return {getattr(thing, name) for thing in getattr(plan, kind)} - set(known)
