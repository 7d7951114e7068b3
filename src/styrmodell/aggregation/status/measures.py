"""Judging measures: the target that holds, the outcome, the tolerance and the age make a status."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import define, evolve

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.status.assessments import AssessmentBook
from styrmodell.aggregation.status.chosen import TargetBook
from styrmodell.aggregation.status.comparer import Comparer, Question
from styrmodell.aggregation.status.demand import Outcome
from styrmodell.aggregation.status.figures import Explain, figure_names
from styrmodell.aggregation.status.judgement import ChosenTarget, Comparison, Judgement
from styrmodell.aggregation.status.severity import JUDGED, gap_of_all, met_by_all, status_of, status_of_all
from styrmodell.aggregation.status.why import Why
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.expression import Ref
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.status import Status
from styrmodell.model.target import Target, TargetKind

# Measure, unit → the units at or below it that have ever reported the measure.
Reporters = Callable[[str, str], Collection[str]]
Tree = Callable[[Period], UnitTree]


@define(kw_only=True, eq=False)
class MeasureJudge:
    """Judges measures of one plan.

    Attributes:
        explain: What computes values.
        reporters: What tells who reports.
        tree: The order of the units in a period.
        rules: Rule key → rule.
    """

    explain: Explain
    reporters: Reporters
    tree: Tree
    rules: Mapping[str, Rule[Any]]
    targets: TargetBook
    assessments: AssessmentBook
    comparer: Comparer

    def judge(self, measure: Measure, place: Place) -> Judgement:
        """How *measure* stands to its target at *place*, with what somebody has settled or expects."""
        value = self.explain(Ref(measure=measure.id), place)
        chosen = self.targets.choose(measure, place)
        if value.status is not None or chosen is None:
            made = _by_rule(measure, place, chosen, value)
        else:
            made = self._judged(chosen, chosen.target, measure, place, value)
        if self.targets.wholes.parts(place.dims):
            return made  # what is assessed is the whole
        said = self.assessments.of_measure(measure.id, place)
        return evolve(made, settled=said.settled, outlook=said.outlook)

    def _judged(
        self, chosen: ChosenTarget, target: Target, measure: Measure, place: Place, value: Explanation
    ) -> Judgement:
        """*measure* held against *target*, which is chosen's or a part of it."""
        made = Judgement(
            measure=measure,
            place=place,
            chosen=chosen,
            target=target,
            computed=Status.NOT_MEASURED,
            why=_blank(value),
            value=value,
            tolerance=measure.tolerance,
        )
        if is_of_each(measure, self.rules):
            told = value.exact is not None or value.counts
            return evolve(made, why=Why.OF_EACH_UNIT) if told else made
        if target.kind is TargetKind.EVERY_UNIT:
            units = self._units(measure, place, value)
            return _of_parts(made, [self._judged(chosen, target.parts[0], measure, at, own) for at, own in units])
        if target.parts:
            return _of_parts(made, [self._judged(chosen, part, measure, place, value) for part in target.parts])
        return self._compared(made, chosen, target)

    def _compared(self, made: Judgement, chosen: ChosenTarget, target: Target) -> Judgement:
        asked = Question(target=target, chosen=chosen, measure=made.measure, place=made.place)
        comparison = self.comparer.compare(asked, self._outcome(made.measure, made.value))
        return of_comparison(made, comparison, stale=made.value.stale)

    def _outcome(self, measure: Measure, value: Explanation) -> Outcome:
        """The value, and the parts of the fraction that it is where the rule keeps them apart."""
        if value.exact is None:
            return Outcome(is_applicable=value.is_applicable)
        number, rule = Fraction(value.exact), self.rules.get(measure.rule)
        kept = value.state if rule is not None and rule.in_parts and isinstance(value.state, tuple) else ()
        parts = [Fraction(one) for one in kept if isinstance(one, Decimal | Fraction)]
        if len(parts) != 2 or not parts[1] or parts[0] / parts[1] != number:
            # A rule with another state than these two sums.
            return Outcome(value=number, lacks_months=bool(value.lacking_months) and not value.stale)
        return Outcome(value=number, numerator=parts[0], denominator=parts[1])

    def _units(self, measure: Measure, place: Place, value: Explanation) -> Iterator[tuple[Place, Explanation]]:
        """Each unit that reports *measure* or is to, with its value: one above others that do is no unit of its own."""
        tree = self.tree(place.period)
        named = (one for name in sorted(figure_names(measure)) for one in self.reporters(name, place.unit))
        found = sorted({tree.start[unit] for unit in (*named, *value.missing) if unit in tree.start})
        for at, after in zip(found, [*found, len(tree.order)][1:], strict=True):
            where = evolve(place, unit=tree.order[at])
            own = self.explain(Ref(measure=measure.id), where) if after >= tree.end[at] else None
            if own is not None and (own.exact is not None or own.coverage.expected):
                yield where, own


def is_of_each(measure: Measure, rules: Mapping[str, Rule[Any]]) -> bool:
    """Whether the target of *measure* is one for each unit's figure, which its rule holds against it.

    The measure that folds another's figures so has a target of its own, for what comes out.
    """
    rule = rules.get(measure.rule)
    return rule is not None and rule.judged and measure.of_id is None


def _by_rule(measure: Measure, place: Place, chosen: ChosenTarget | None, value: Explanation) -> Judgement:
    """The status that a rule gives of how its units stand; none where there is neither a rule nor a target for it."""
    status = value.status
    return Judgement(
        measure=measure,
        place=place,
        chosen=chosen,
        target=chosen.target if chosen is not None else None,
        computed=status,
        why=Why.NO_TARGET if status is None else Why.OF_EACH_UNIT,
        value=value,
        met=status is Status.MET if status in JUDGED else None,
    )


def of_comparison(made: Judgement, comparison: Comparison, *, stale: bool) -> Judgement:
    """*made* with what a comparison gives."""
    status = status_of(comparison.met, comparison.gap, made.tolerance, stale=stale)
    whys = {Status.STALE: Why.STALE, Status.CLOSE: Why.TOLERANCE}
    return evolve(
        made,
        computed=status,
        why=whys.get(status, comparison.why),
        met=comparison.met,
        gap=comparison.gap,
        stale=stale and comparison.met is not None,
        comparison=comparison,
    )


def _of_parts(made: Judgement, parts: Iterable[Judgement]) -> Judgement:
    """*made* with what its parts give; itself where there are none."""
    found = tuple(parts)
    return (
        made
        if not found
        else evolve(
            made,
            computed=status_of_all(part.computed for part in found if part.computed is not None),
            why=Why.PARTS,
            met=met_by_all(part.met for part in found),
            gap=gap_of_all(part.gap for part in found),
            stale=any(part.stale for part in found),
            parts=found,
        )
    )


def _blank(value: Explanation) -> Why:
    return Why.NO_VALUE if value.is_applicable else Why.NOT_APPLICABLE
