"""Outcomes of the old year as baselines of the new one, where the outcome is whole."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding
from styrmodell.model.baseline import Baseline, BaselineKind, BaselineValue
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.kind import Kind
from styrmodell.model.measure import SHARE, Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.quantity_text import is_unit
from styrmodell.model.target_level import TargetLevel
from styrmodell.session.rollover.codes import NO_OUTCOME
from styrmodell.session.rollover.rolled import Start
from styrmodell.session.rollover.turn import Turn


@frozen(kw_only=True)
class Outcome:
    """The outcome of the old period, or why there is none.

    Attributes:
        value: In the measure's unit; None where it is not whole.
        text: As printed.
        sources: The figures it came from.
        why: Why there is no value.
    """

    value: Decimal | None = None
    text: str = ""
    sources: str = ""
    why: str = "utfall saknas"
    why_en: str = "no outcome"


Ask = Callable[[str, str, Dims], Outcome]


@define(kw_only=True, eq=False)
class Starts:
    """Makes the baselines of the new plan.

    Attributes:
        ask: What gives the outcome of a measure, for a unit and members.
        made: The outcomes that became baselines.
        observations: The baselines that are held as figures, since nothing was written before.
    """

    turn: Turn
    ask: Ask
    made: list[Start] = field(factory=list)
    observations: list[Observation] = field(factory=list)
    findings: list[Finding] = field(factory=list)

    def into(self, plan: Plan) -> Plan:
        """*plan* with baselines of the old period's outcomes: written where one was written, else as figures.

        A measure has one when it has a target or a baseline, or stands on a card or under a target level.
        """
        homes = dict(_homes(plan))
        aimed = {level.measure_id for level in plan.targets}
        judged = [
            measure.id in homes or measure.id in aimed or measure.target is not None or measure.baseline is not None
            for measure in plan.measures
        ]
        measures = tuple(
            self._measure(measure, homes.get(measure.id, plan.unit_id)) if is_judged else measure
            for measure, is_judged in zip(plan.measures, judged, strict=True)
        )
        known = {measure.id: measure for measure in plan.measures}
        targets = tuple(
            self._level(level, known[level.measure_id])
            if level.measure_id in known and not self.turn.is_over(level.period)
            else level
            for level in plan.targets
        )
        held = {one.key for one in plan.observations if one.kind is Kind.BASELINE}
        self.observations = list({one.key: one for one in self.observations if one.key not in held}.values())
        return evolve(plan, measures=measures, targets=targets, observations=(*plan.observations, *self.observations))

    def _measure(self, measure: Measure, unit: str) -> Measure:
        baseline = self._baseline(measure, unit, (), measure.baseline, measure)
        return measure if baseline is None else evolve(measure, baseline=baseline)

    def _level(self, level: TargetLevel, measure: Measure) -> TargetLevel:
        baseline = self._baseline(measure, level.unit_id, level.dims, level.baseline, level)
        return level if baseline is None else evolve(level, baseline=baseline)

    def _baseline(
        self, measure: Measure, unit: str, dims: Dims, written: Baseline | None, owner: Any
    ) -> Baseline | None:
        """The new written baseline; None where the old stays, or the outcome becomes a figure."""
        outcome = self.ask(measure.id, unit, dims)
        if written is not None and written.kind is BaselineKind.VALUES:
            outcome = evolve(
                outcome,
                value=None,
                why="ingångsvärdet är delat på flera",
                why_en="the baseline is split into several",
            )
        if outcome.value is None:
            self.findings.append(self._lacking(measure, unit, written, outcome, owner))
            return None
        self.made.append(Start(measure=measure.name, unit=unit, value=outcome.text, sources=outcome.sources))
        if written is None:
            self._figure(measure, unit, dims, outcome)
            return None
        return self._written(measure, outcome.value)

    def _lacking(self, measure: Measure, unit: str, written: Baseline | None, outcome: Outcome, owner: Any) -> Finding:
        return NO_OUTCOME.at(
            owner.source,
            measure=measure.name,
            unit=unit,
            why=outcome.why,
            why_en=outcome.why_en,
            baseline=(written.words or str(written)) if written is not None else "",
            year=self.turn.old.text,
        )

    def _figure(self, measure: Measure, unit: str, dims: Dims, outcome: Outcome) -> None:
        self.observations.append(
            Observation(
                measure_id=measure.id,
                unit_id=unit,
                period=self.turn.old,
                kind=Kind.BASELINE,
                dims=dims,
                value=outcome.value,
                comment=f"utfall {self.turn.old.text} ur {outcome.sources}",
            )
        )

    def _written(self, measure: Measure, value: Decimal) -> Baseline:
        unit = measure.unit if is_unit(measure.unit) or measure.unit in (SHARE, TRUTH) else ""
        unit = "" if unit == TRUTH and value not in (0, 1) else unit
        held = BaselineValue(value=value, unit=unit, period=self.turn.old)
        return Baseline(kind=BaselineKind.VALUE, values=(held,), period=self.turn.old)


def _homes(plan: Plan) -> Iterator[tuple[str, str]]:
    """(measure, unit) of the lines of cards; a line of the plan's own unit stands last and holds."""
    cards = sorted(plan.scorecards, key=lambda card: card.unit_id == plan.unit_id)
    for card in cards:
        yield from ((line.measure_id, card.unit_id) for line in card.lines if line.measure_id is not None)
