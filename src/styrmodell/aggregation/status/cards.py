"""Scorecards with their statuses: under each perspective its goals, and the measures that stand at no goal."""

from collections.abc import Iterator

from attrs import define, frozen

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.goal_judgement import Node
from styrmodell.aggregation.status.goals import Asked, GoalJudge
from styrmodell.finding import Findings
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine


@frozen(kw_only=True, eq=False)
class PerspectiveJudgement:
    """A perspective with what stands under it; it has no status of its own."""

    perspective: Perspective
    nodes: tuple[Node, ...]


@frozen(kw_only=True, eq=False)
class CardJudgement:
    """A scorecard with its statuses; it has none of its own."""

    card: Scorecard
    place: Place
    perspectives: tuple[PerspectiveJudgement, ...]

    def nodes(self) -> Iterator[Node]:
        """What stands directly under its perspectives."""
        return (node for one in self.perspectives for node in one.nodes)

    @property
    def findings(self) -> Findings:
        """What is doubtful in it."""
        return Findings.gather(*(node.findings for node in self.nodes()))


@define(kw_only=True, eq=False)
class CardJudge:
    """Judges the scorecards of a plan."""

    goals: GoalJudge

    def judge(self, card: Scorecard, asked: Asked) -> CardJudgement:
        """The statuses of *card*: for its own unit and period where nothing else is asked."""
        place = Place(unit=asked.unit or card.unit_id, period=asked.period or card.period)
        found = (
            PerspectiveJudgement(perspective=one, nodes=tuple(self._nodes(card, one, place, asked)))
            for one in card.perspectives
        )
        return CardJudgement(card=card, place=place, perspectives=tuple(found))

    def _nodes(self, card: Scorecard, perspective: Perspective, place: Place, asked: Asked) -> Iterator[Node]:
        lines = [line for line in card.lines if line.perspective_id == perspective.id]
        for goal in self._tops(perspective, lines):
            yield self.goals.judge(goal, place, asked)
        # Under a direction goal they stand with what serves it.
        placed = [] if perspective.goal_id in self.goals.goals else lines
        alone = (line.measure_id for line in placed if not line.goals and line.measure_id in self.goals.measures)
        for measure in dict.fromkeys(alone):
            yield self.goals.measure(str(measure), place)

    def _tops(self, perspective: Perspective, lines: list[ScorecardLine]) -> list[str]:
        """The goals of a perspective that do not stand under another of them: its direction goal has all under it."""
        if perspective.goal_id in self.goals.goals:
            return [str(perspective.goal_id)]
        named = dict.fromkeys(str(goal) for line in lines for goal in line.goals if goal in self.goals.goals)
        below = set(self._all_below(named))
        tops = [goal for goal in named if goal not in below]
        return tops or list(named)

    def _all_below(self, goals: dict[str, None]) -> Iterator[str]:
        links, seen = self.goals.links, set(goals)
        waiting = list(goals)
        for goal in waiting:
            for one in links.below[goal] if goal not in links.circular else ():
                if one.is_goal:
                    yield one.id
                    if one.id not in seen:
                        seen.add(one.id)
                        waiting.append(one.id)
