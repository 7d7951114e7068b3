"""Finding what a relative target is compared with: a named period, the budget, or the baseline. Nothing is guessed."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from attrs import define, evolve

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.baselines import BaselineReader
from styrmodell.aggregation.status.chosen import Wholes
from styrmodell.aggregation.status.figures import LookUp, figure_names
from styrmodell.aggregation.status.judgement import ChosenTarget
from styrmodell.aggregation.status.reference import Basis, Lack, Reference
from styrmodell.model.baseline import Baseline, BaselineKind
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.period_shift import Shift
from styrmodell.model.plan import Plan
from styrmodell.model.targets.condition import CHANGES, LIMITS, Condition

_BUDGET = "budget"
_BASELINE = "ingångsvärde"


def needs_reference(condition: Condition) -> bool:
    """Whether *condition* is a change, or a limit that names what it is compared with."""
    return condition.kind in CHANGES or (condition.kind in LIMITS and condition.level is None)


@define(kw_only=True, eq=False, slots=False)
class References:
    """Finds references in one plan.

    Attributes:
        look_up: What gives a figure.
        wholes: Tells which members are only the whole.
        reader: Reads written baselines.
    """

    plan: Plan
    look_up: LookUp
    wholes: Wholes
    reader: BaselineReader

    def find(self, condition: Condition, chosen: ChosenTarget, measure: Measure, place: Place) -> Reference | Lack:
        """What *condition* is compared with for *measure* at *place*.

        A named period is its outcome, else a baseline that says it is of that very period. Words of a budget are the
        budget of the same period. Where nothing is named it is the baseline: the target level's; else the measure's,
        for the unit that it was written for; else the one that is reported for the unit.
        """
        written = self._written(chosen, measure, place)
        if condition.against is not None or condition.years_back is not None:
            return self._of_period(_period(condition, place.period), written, measure, place)
        words = condition.against_words.casefold()
        if words and _BUDGET in words:
            return self._figures(measure, evolve(place, kind=Kind.BUDGET, version=""))
        if words and _BASELINE not in words:
            return Lack(sv=f"värde för {condition.against_words}", en=f"a value of {condition.against_words}")
        return self._baseline(written, measure, place)

    def _of_period(
        self, period: Period, written: tuple[Baseline, ...], measure: Measure, place: Place
    ) -> Reference | Lack:
        for kind in (Kind.OUTCOME, Kind.BASELINE):
            found = self._figures(measure, evolve(place, period=period, kind=kind, version=""))
            if isinstance(found, Reference):
                return found
        said = (self._read(one, measure, place) for one in written)
        dated = next((one for one in said if one is not None and one.period == period), None)
        return dated or _lack(Kind.OUTCOME, period)

    def _baseline(self, written: tuple[Baseline, ...], measure: Measure, place: Place) -> Reference | Lack:
        for one in written:
            found = self._read(one, measure, place)
            if found is not None:
                return found
        for period in self._baseline_periods(measure, place.period):
            reported = self._figures(measure, evolve(place, period=period, kind=Kind.BASELINE, version=""))
            if isinstance(reported, Reference):
                return reported
        named = next((one for one in written if one.kind is BaselineKind.REFERENCE), None)
        if named is not None and named.reference is not None and named.period is not None:
            return _lack(named.reference, named.period)
        return Lack(sv="ingångsvärde", en="a baseline")

    def _read(self, baseline: Baseline, measure: Measure, place: Place) -> Reference | None:
        """The figure that a written baseline holds or names."""
        if baseline.kind is BaselineKind.REFERENCE and baseline.reference is not None:
            if baseline.period is None:
                return None
            where = evolve(place, period=baseline.period, kind=baseline.reference, version="")
            found = self._figures(measure, where)
            return evolve(found, baseline=baseline) if isinstance(found, Reference) else None
        one = self.reader.value(baseline, measure, self.wholes.parts(place.dims))
        number = None if one is None else one.number
        if one is None or number is None:
            return None
        return Reference(
            value=number,
            basis=Basis.BASELINE,
            kind=Kind.BASELINE,
            period=one.period or baseline.period,
            baseline=baseline,
            source=measure.source,
        )

    def _figures(self, measure: Measure, place: Place) -> Reference | Lack:
        found = self.look_up(measure, place)
        if found is None:
            return _lack(place.kind, place.period)
        return Reference(
            value=Fraction(found.value),
            basis=Basis.FIGURES,
            kind=place.kind,
            period=place.period,
            explanation=found.explanation,
            source=found.source,
        )

    def _written(self, chosen: ChosenTarget, measure: Measure, place: Place) -> tuple[Baseline, ...]:
        """The written baselines that are of *place*'s unit, the nearest first."""
        level = chosen.level
        beside = level.baseline if level is not None and level.unit_id == place.unit else None
        own = measure.baseline if self._homes.get(measure.id, self.plan.unit_id) == place.unit else None
        return tuple(one for one in (beside, own) if one is not None)

    @cached_property
    def _homes(self) -> dict[str, str]:
        """Measure → the unit its own baseline was written for: whose card or goal it stands under; empty for several.

        A measure that stands nowhere, or also with the plan's unit, is that unit's.
        """
        units = {str(goal.id): str(goal.unit_id or self.plan.unit_id) for goal in self.plan.goals}
        found: dict[str, set[str]] = {}
        for measure in self.plan.measures:
            held = (units[link.id] for link in measure.goals if link.id in units)
            found.setdefault(measure.id, set()).update(held)
        for card in self.plan.scorecards:
            for line in card.lines:
                if line.measure_id is not None:
                    found.setdefault(line.measure_id, set()).add(card.unit_id)
        return {name: self._home(held) for name, held in found.items()}

    def _home(self, units: set[str]) -> str:
        if not units or self.plan.unit_id in units:
            return self.plan.unit_id
        return next(iter(units)) if len(units) == 1 else ""

    def _baseline_periods(self, measure: Measure, asked: Period) -> Iterable[Period]:
        """The periods of reported baselines, the nearest first: the very one, those around it, those before it."""
        found = {period for name in figure_names(measure) for period in self._reported.get(name, ())}
        around = sorted((one for one in found if asked in one), key=lambda one: one.last - one.first)
        before = sorted((one for one in found if one.last < asked.first), key=lambda one: -one.last)
        return (*around, *before)

    @cached_property
    def _reported(self) -> dict[str, set[Period]]:
        """Measure → the periods of its reported baselines."""
        found: dict[str, set[Period]] = {}
        for one in self.plan.observations:
            if one.kind is Kind.BASELINE:
                found.setdefault(one.measure_id, set()).add(one.period)
        return found


def _period(condition: Condition, asked: Period) -> Period:
    """The period that *condition* names, told from the one that is *asked* for."""
    if condition.against is not None:
        return condition.against
    return Shift(years=-(condition.years_back or 0)).of(asked)


def _lack(kind: Kind, period: Period) -> Lack:
    return Lack(sv=f"{kind_word(kind)} {period}", en=f"{kind.value} {period}")
