"""Judging one unit's own figure: what a rule needs that counts or weighs how units stand to their targets."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import define

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.status.chosen import TargetBook
from styrmodell.aggregation.status.comparer import Comparer, Question
from styrmodell.aggregation.status.demand import Outcome
from styrmodell.aggregation.status.figures import observed
from styrmodell.aggregation.status.measures import is_of_each
from styrmodell.aggregation.status.severity import gap_of_all, met_by_all, status_of, status_of_all
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.status import Status
from styrmodell.model.target import Target, TargetKind

Judged = tuple[Target | None, Status | None, bool | None]
_NOTHING: Judged = (None, None, None)
_Answer = tuple[Status, bool | None, Fraction | None]


@define(kw_only=True, eq=False)
class FigureJudge:
    """Judges single figures of one plan.

    Attributes:
        measures: The plan's measures by id.
        rules: Rule key → rule.
        comparer: Compares figures, and looks references up as they are computed.
        own_comparer: The same for a measure whose own rule judges: it looks up what the unit itself reported.
    """

    measures: Mapping[str, Measure]
    rules: Mapping[str, Rule[Any]]
    targets: TargetBook
    comparer: Comparer
    own_comparer: Comparer

    def judge(self, measure_id: str, observation: Observation, stale: bool = False) -> Judged:
        """How the figure of *observation* stands to its unit's target.

        Args:
            measure_id: The measure; of one that folds another's figures, that other's target counts.
            stale: Whether the figure is too old; whether it met the target is told all the same.

        Returns:
            The target of that one unit, the status and whether it is met. All None where no target is set; NOT_MEASURED
            and None where it cannot be told.
        """
        asked = self.measures.get(measure_id)
        measure = self.measures.get(asked.of_id) if asked is not None and asked.of_id else asked
        if measure is None:
            return _NOTHING
        place = Place(
            unit=observation.unit_id,
            period=observation.period,
            kind=observation.kind,
            version=observation.version,
            dims=observation.dims,
        )
        chosen = self.targets.choose(measure, place)
        if chosen is None:
            return _NOTHING
        target = chosen.target.parts[0] if chosen.target.kind is TargetKind.EVERY_UNIT else chosen.target
        comparer = self.own_comparer if is_of_each(measure, self.rules) else self.comparer
        asked_of = Question(target=target, chosen=chosen, measure=measure, place=place)
        status, met, _ = _answer(comparer, asked_of, _outcome(observation), stale)
        return target, status, met


def _answer(comparer: Comparer, asked: Question, outcome: Outcome, stale: bool) -> _Answer:
    """The status, whether the target is met, and how far it is."""
    if asked.target.parts:
        parts = [_answer(comparer, asked.of_part(part), outcome, stale) for part in asked.target.parts]
        statuses, answers, gaps = zip(*parts, strict=True)
        return status_of_all(statuses), met_by_all(answers), gap_of_all(gaps)
    found = comparer.compare(asked, outcome)
    return status_of(found.met, found.gap, asked.measure.tolerance, stale=stale), found.met, found.gap


def _outcome(observation: Observation) -> Outcome:
    value = observed(observation)
    if value is None:
        return Outcome()
    if observation.numerator is None or observation.denominator is None:
        return Outcome(value=Fraction(value))
    numerator, denominator = Fraction(observation.numerator), Fraction(observation.denominator)
    return Outcome(value=Fraction(value), numerator=numerator, denominator=denominator)
