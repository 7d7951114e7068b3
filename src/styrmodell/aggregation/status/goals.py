"""Judging goals: from their measures and the goals below them, by the rule that each declares."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.assessments import AssessmentBook
from styrmodell.aggregation.status.goal_judgement import Child, GoalJudgement
from styrmodell.aggregation.status.goal_links import GoalLinks
from styrmodell.aggregation.status.goal_rule import Verdict, apply_rule
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.measures import MeasureJudge
from styrmodell.aggregation.status.why import GoalWhy
from styrmodell.model.checks.circle import finish_order
from styrmodell.model.goal import Goal
from styrmodell.model.ids import GoalId
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusRule

_WORST = StatusRule()


@frozen(kw_only=True)
class Asked:
    """Where statuses are asked for: what is said here goes before what goals say of themselves.

    Attributes:
        unit: The unit everything is judged for; None where each goal is judged for its own.
        period: The same of the period.
    """

    unit: str | None = None
    period: Period | None = None

    def place(self, goal: Goal, inherited: Place) -> Place:
        """Where *goal* is judged: as asked, else its own unit and period, else those of what is above it.

        A goal for several years is judged for the year that is looked at.
        """
        years = goal.period
        period = years if years is not None and inherited.period not in years else inherited.period
        return Place(unit=self.unit or goal.unit_id or inherited.unit, period=self.period or period)


@define(kw_only=True, eq=False)
class GoalJudge:
    """Judges goals of one plan; what is judged once is kept.

    Attributes:
        goals: The plan's goals by id.
        measures: Its measures by id.
    """

    goals: Mapping[str, Goal]
    measures: Mapping[str, Measure]
    links: GoalLinks
    judge_measure: MeasureJudge
    assessments: AssessmentBook
    _known: dict[str, GoalJudgement] = field(factory=dict)
    _known_measures: dict[tuple[str, str, str], Judgement] = field(factory=dict)

    def judge(self, goal_id: str, inherited: Place, asked: Asked) -> GoalJudgement:
        """How a goal stands.

        Args:
            inherited: Unit and period for a goal that has none of its own.
            asked: What goes before them.
        """
        goal = self.goals[goal_id]
        first = _Spot(goal=goal, place=asked.place(goal, inherited), asked=asked)
        below = self._reached(first)
        # Each after those below it, so that a long chain of goals is no deep recursion.
        spots = {spot.key: spot for spot in below}
        for key in finish_order({spot.key: tuple(one.key for one in found) for spot, found in below.items()}):
            if key not in self._known:
                self._known[key] = self._judged(spots[key], below[spots[key]])
        return self._known[first.key]

    def measure(self, measure_id: str, place: Place) -> Judgement:
        """How a measure stands at *place*."""
        key = (measure_id, place.unit, place.period.text)
        found = self._known_measures.get(key)
        if found is None:
            found = self._known_measures[key] = self.judge_measure.judge(self.measures[measure_id], place)
        return found

    def _reached(self, first: "_Spot") -> dict["_Spot", tuple["_Spot", ...]]:
        """Every goal at and below *first*, where it is judged, with those below it; a circle is not entered."""
        found: dict[_Spot, tuple[_Spot, ...]] = {}
        waiting = [first]
        for spot in waiting:
            if spot not in found:
                found[spot] = tuple(self._below(spot))
                waiting.extend(found[spot])
        return found

    def _below(self, spot: "_Spot") -> Iterator["_Spot"]:
        if spot.goal.id in self.links.circular:
            return
        for one in self.links.below[spot.goal.id]:
            if one.is_goal:
                goal = self.goals[one.id]
                yield _Spot(goal=goal, place=spot.asked.place(goal, spot.place), asked=spot.asked)

    def _judged(self, spot: "_Spot", below: Iterable["_Spot"]) -> GoalJudgement:
        rule = spot.goal.status_rule or _WORST
        said = self.assessments.of_goal(spot.goal.id, spot.place)
        made = GoalJudgement(
            goal=spot.goal,
            place=spot.place,
            rule=rule,
            children=(),
            verdict=Verdict(status=Status.NOT_MEASURED, why=GoalWhy.CIRCLE),
            settled=said.settled,
            outlook=said.outlook,
        )
        if spot.goal.id in self.links.circular:
            return made
        children = tuple(self._children(spot, below))
        verdict = apply_rule(rule, [child.served for child in children if child.served is not None])
        return evolve(made, children=children, verdict=verdict)

    def _children(self, spot: "_Spot", below: Iterable["_Spot"]) -> Iterator[Child]:
        goals = {one.goal.id: self._known[one.key] for one in below}
        for one in self.links.below[spot.goal.id]:
            node = goals[GoalId(one.id)] if one.is_goal else self.measure(one.id, spot.place)
            yield Child(node=node, weight=one.weight)


@frozen(kw_only=True, cache_hash=True)
class _Spot:
    """A goal where it is judged.

    Attributes:
        key: Tells it from every other.
    """

    goal: Goal = field(eq=False)
    place: Place = field(eq=False)
    asked: Asked = field(eq=False)
    key: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        parts = (self.goal.id, self.place.unit, self.place.period.text, self.asked.unit, self.asked.period)
        object.__setattr__(self, "key", "\n".join(map(str, parts)))
