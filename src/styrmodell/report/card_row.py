"""The rows of a scorecard: what each one stands at, what it measures and what holds for it there."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve, frozen

from styrmodell.model.baseline import Baseline
from styrmodell.model.frequency import Reporting
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel


@frozen(kw_only=True)
class CardRow:
    """A row of a scorecard with what the plan knows of it.

    Attributes:
        key: Part of cell ids, one for each row under the perspective: the measure's id, the goals' where nothing is
            measured, the row's number in the card where it has neither; "-2" after it the second time.
        line: The row as it was told.
        goal: The names of the goals it stands at, "; " between them; an id where the plan has no such goal.
        measure: What is measured; None where nothing is, or where the plan has no such measure.
        target: What holds for the card's unit and period, else the measure's own; None where there is none.
        baseline: Where it starts from, told in the same way.
        comparison: What it is compared with: the unit's own comparison, else where it starts from.
    """

    key: str
    line: ScorecardLine
    goal: str
    measure: Measure | None = None
    target: Target | None = None
    baseline: Baseline | None = None
    comparison: Baseline | None = None

    @property
    def target_words(self) -> str:
        """The target as it was written, else what it means; empty where there is none."""
        return _words(self.target)

    @property
    def baseline_words(self) -> str:
        """The baseline as it was written, else what it means; empty where there is none."""
        return _words(self.baseline)

    @property
    def comparison_words(self) -> str:
        """What it is compared with as it was written, else what it means; empty where there is nothing."""
        return _words(self.comparison)

    @property
    def reporting_words(self) -> str:
        """How often and to whom the measure is reported, as it was written; empty where nobody has said."""
        return "" if self.measure is None else _words(self.measure.reporting)


def rows_of_card(plan: Plan, card: Scorecard, perspective: Perspective) -> Iterator[CardRow]:
    """The rows of *card* under *perspective*, in the card's order."""
    goals = {goal.id: goal.name for goal in plan.goals}
    measures = {measure.id: measure for measure in plan.measures}
    place = (card.unit_id, card.period)
    # A later version of a target comes after the one it replaces.
    levels = {one.measure_id: one for one in plan.targets if (one.unit_id, one.period) == place and not one.dims}
    seen = Counter[str]()
    for number, line in enumerate(card.lines, 1):
        if line.perspective_id != perspective.id:
            continue
        name = line.measure_id or "-".join(line.goals) or str(number)
        seen[name] += 1
        row = CardRow(
            key=name if seen[name] == 1 else f"{name}-{seen[name]}",
            line=line,
            goal="; ".join(goals.get(goal, goal) for goal in line.goals),
        )
        measure = measures.get(line.measure_id) if line.measure_id else None
        yield row if measure is None else _measured(row, measure, levels.get(measure.id))


def _measured(row: CardRow, measure: Measure, level: TargetLevel | None) -> CardRow:
    """*row* with what holds for its *measure*: what is told for the card's place goes before what the measure says."""
    if level is None:
        return evolve(
            row, measure=measure, target=measure.target, baseline=measure.baseline, comparison=measure.baseline
        )
    baseline = level.baseline or measure.baseline
    return evolve(row, measure=measure, target=level.target, baseline=baseline, comparison=level.comparison or baseline)


def _words(part: Target | Baseline | Reporting | None) -> str:
    return "" if part is None else part.words or str(part)
