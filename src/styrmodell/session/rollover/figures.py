"""Which figures follow into the next year: those that the new documents print."""

from collections import Counter
from collections.abc import Iterator

from styrmodell.finding import Finding
from styrmodell.model.kind import Kind, State
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.session.rollover.codes import STARTING_POINT
from styrmodell.session.rollover.following import PRINTED
from styrmodell.session.rollover.rolled import LeftBehind
from styrmodell.session.rollover.turn import Turn

_OLD = ("äldre än det dokumenten skriver ut", "older than what the documents print")
# Two years back the documents print what came out, not what was thought.
_THOUGHT = frozenset({Kind.FORECAST, Kind.BUDGET, Kind.PLAN})


def why_left(one: Observation, turn: Turn) -> tuple[str, str] | None:
    """Why a figure stays behind; None for one that follows."""
    if one.state is State.STATED:
        return PRINTED
    first = turn.window + 12 if one.kind in _THOUGHT else turn.window
    return _OLD if one.period.last < first else None


def figures_left(plan: Plan, turn: Turn) -> Iterator[LeftBehind]:
    """Those that stay behind, by number for every year and reason."""
    left = Counter(
        (why, one.period.first_year) for one in plan.observations if (why := why_left(one, turn)) is not None
    )
    for (why, year), count in sorted(left.items(), key=lambda item: (item[0][1], item[0][0])):
        yield LeftBehind(kind="observations", key=f"{year:04d}", why=why[0], why_en=why[1], count=count)


def starting_points(plan: Plan, turn: Turn) -> Iterator[Finding]:
    """The plan figures of the new period, by version: what the budget starts from."""
    held = Counter(one.version for one in plan.observations if one.kind is Kind.PLAN and one.period in turn.new)
    for version, count in sorted(held.items()):
        yield STARTING_POINT.at(plan.source, count=str(count), year=turn.new.text, version=version)
