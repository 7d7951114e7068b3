"""The rows of a balanced scorecard, with the words people wrote."""

from collections import Counter
from collections.abc import Iterator

from attrs import define, field, frozen

from styrmodell.api import (
    Baseline,
    Context,
    Goal,
    Measure,
    Perspective,
    Reporting,
    Scorecard,
    ScorecardLine,
    Target,
    TargetLevel,
    Value,
)


@frozen(kw_only=True)
class Line:
    """A row as it is printed.

    Attributes:
        key: Part of the cell ids: the measure's id, or the goal's where nothing is measured.
        outcome: The outcome in the card's period; None where nothing has come.
    """

    key: str
    goal: str
    measure: str = ""
    origin: str = ""
    source: str = ""
    comparison: str = ""
    target: str = ""
    frequency: str = ""
    owner: str = ""
    reporting_owner: str = ""
    outcome: Value | None = None


def cards(context: Context) -> tuple[Scorecard, ...]:
    """The unit's cards of the period."""
    own = (context.unit.id, context.period)
    return tuple(card for card in context.plan.scorecards if (card.unit_id, card.period) == own)


def goal_of(context: Context, perspective: Perspective) -> str:
    """The perspective's inriktningsmål; empty where it has none."""
    return next((goal.name for goal in context.plan.goals if goal.id == perspective.goal_id), "")


def perspective_of(context: Context, name: str) -> Perspective | None:
    """The perspective called *name*, of the unit's first card that has it."""
    every = (one for card in cards(context) for one in card.perspectives)
    return next((one for one in every if one.name.casefold() == name.casefold()), None)


def aim(context: Context, name: str) -> str:
    """The inriktningsmål of the perspective called *name*; empty where there is none."""
    found = perspective_of(context, name)
    return "" if found is None else goal_of(context, found)


@define(kw_only=True, eq=False)
class CardReader:
    """Finds what the rows of *card* say."""

    context: Context
    card: Scorecard
    _goals: dict[str, Goal] = field(init=False)
    _measures: dict[str, Measure] = field(init=False)
    _levels: dict[str, TargetLevel] = field(init=False)

    def __attrs_post_init__(self) -> None:
        plan, place = self.context.plan, (self.card.unit_id, self.card.period)
        levels = (one for one in plan.targets if (one.unit_id, one.period) == place and not one.dims)
        self._goals = {goal.id: goal for goal in plan.goals}
        self._measures = {measure.id: measure for measure in plan.measures}
        # A later version of a target comes after the one it replaces.
        self._levels = {level.measure_id: level for level in levels}

    def lines(self, perspective: Perspective) -> tuple[Line, ...]:
        """The rows under *perspective*."""
        return tuple(self._lines(perspective))

    def _lines(self, perspective: Perspective) -> Iterator[Line]:
        seen = Counter[str]()
        for number, line in enumerate(self.card.lines, 1):
            if line.perspective_id != perspective.id:
                continue
            name = line.measure_id or "-".join(line.goals) or str(number)
            seen[name] += 1
            yield self._line(line, name if seen[name] == 1 else f"{name}-{seen[name]}")

    def _line(self, line: ScorecardLine, key: str) -> Line:
        goal = "; ".join(self._goals[name].name for name in line.goals if name in self._goals)
        measure = self._measures.get(line.measure_id or "")
        if measure is None:
            return Line(key=key, goal=goal, origin=line.origin)
        level = self._levels.get(measure.id)
        outcome = self.context.value(measure.id, period=self.card.period)
        return Line(
            key=key,
            goal=goal,
            measure=measure.name,
            origin=line.origin,
            source=measure.system,
            comparison=_words(_comparison(level) or measure.baseline),
            target=_words(level.target if level is not None else measure.target),
            frequency=_words(measure.reporting),
            owner=measure.owner,
            reporting_owner=measure.reporting_owner,
            outcome=outcome if outcome.reported else None,
        )


def _comparison(level: TargetLevel | None) -> Baseline | None:
    return None if level is None else level.comparison or level.baseline


def _words(part: Target | Baseline | Reporting | None) -> str:
    """What was written, else what it means."""
    return "" if part is None else part.words or str(part)
