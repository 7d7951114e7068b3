"""One demand without parts held against a figure: whether it is met, how far it is, and what is lacking."""

from fractions import Fraction

from attrs import define, evolve, frozen

from styrmodell.aggregation.compare import plain_figure
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.demand import Outcome, cleared, evidence_of, lacking
from styrmodell.aggregation.status.judgement import ChosenTarget, Comparison
from styrmodell.aggregation.status.reference import Lack, Reference
from styrmodell.aggregation.status.references import References, needs_reference
from styrmodell.aggregation.status.sign import by_size
from styrmodell.aggregation.status.status_codes import NOTHING_TO_COMPARE_WITH, UNCLEAR_SIGN
from styrmodell.aggregation.status.why import Why
from styrmodell.finding import Finding
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure, OverTime
from styrmodell.model.period import Period
from styrmodell.model.target import Target, TargetKind
from styrmodell.model.targets.condition import LIMITS, Condition
from styrmodell.model.targets.gap import gap
from styrmodell.model.targets.judge import Evidence, judge

_FLOWS = (OverTime.SUM, OverTime.YEAR_TO_DATE)
_UNTOLD = (
    (TargetKind.YES, Why.NOT_YES_OR_NO),
    (TargetKind.NO, Why.NOT_YES_OR_NO),
    (TargetKind.N_OF_M, Why.SHARE_OR_COUNT),
    (TargetKind.KEEP, Why.NO_DIRECTION),
)


@frozen(kw_only=True)
class Question:
    """A target without parts, and whose it is.

    Attributes:
        target: The target, or the part of it that is judged.
        chosen: Where it stands.
    """

    target: Target
    chosen: ChosenTarget
    measure: Measure
    place: Place

    def of_part(self, part: Target) -> "Question":
        """The same of one part of it."""
        return evolve(self, target=part)

    def tell(self, **args: str) -> dict[str, str]:
        """The arguments of a finding about it."""
        words = self.target.words or str(self.target)
        where = {"unit": self.place.unit, "period": self.place.period.text}
        return {"measure": self.measure.id, "target": words, **where, **args}


@define(kw_only=True, eq=False)
class Comparer:
    """Compares figures of one plan with demands.

    Attributes:
        period: The plan's: what a measure's own target is of.
    """

    references: References
    period: Period

    def compare(self, asked: Question, outcome: Outcome) -> Comparison:
        """Hold *outcome* against a target.

        What the target itself lacks is told before what the figure lacks: it would still be lacking with a figure.
        """
        condition = cleared(asked.target, asked.measure)
        why = lacking(condition, asked.measure) or self._other_length(condition, asked)
        if why is not None:
            return _untold(condition, why, outcome)
        if outcome.lacks_months and outcome.is_there:
            return _untold(condition, Why.MONTHS_LACKING, outcome)
        if not needs_reference(condition):
            return _compared(condition, asked, outcome, None)
        found = self.references.find(condition, asked.chosen, asked.measure, asked.place)
        if isinstance(found, Lack):
            args = asked.tell(lacks=found.sv, lacks_en=found.en)
            told = NOTHING_TO_COMPARE_WITH.at(asked.chosen.source, **args)
            return evolve(_untold(condition, Why.NO_REFERENCE, outcome, told), lack=found)
        if _differ_in_length(asked.measure, found.period or self.period, asked.place.period):
            return evolve(_untold(condition, Why.OTHER_LENGTH, outcome), reference=found)
        return _compared(condition, asked, outcome, found)

    def _other_length(self, condition: Condition, asked: Question) -> Why | None:
        """A year's number of visits says nothing of the visits of one month."""
        level = asked.chosen.level
        aimed = level.period if level is not None else self.period
        if condition.level is None or condition.kind is TargetKind.N_OF_M or asked.place.period not in aimed:
            return None
        return Why.OTHER_LENGTH if _differ_in_length(asked.measure, aimed, asked.place.period) else None


def _differ_in_length(measure: Measure, one: Period, other: Period) -> bool:
    """Whether figures of the two periods are of different size by nature: only what flows adds up over time."""
    return measure.over_time in _FLOWS and one.last - one.first != other.last - other.first


def _untold(condition: Condition, why: Why, outcome: Outcome, *findings: Finding) -> Comparison:
    evidence = Evidence(value=outcome.value, numerator=outcome.numerator, denominator=outcome.denominator)
    return Comparison(condition=condition, evidence=evidence, met=None, gap=None, why=why, findings=findings)


def _compared(condition: Condition, asked: Question, outcome: Outcome, reference: Reference | None) -> Comparison:
    if not outcome.is_there:
        why = Why.NO_VALUE if outcome.is_applicable else Why.NOT_APPLICABLE
        return evolve(_untold(condition, why, outcome), reference=reference)
    held = evidence_of(condition, asked.measure, outcome, reference.value if reference is not None else None)
    is_frame = reference is not None and reference.kind is Kind.BUDGET and condition.kind in LIMITS
    evidence = by_size(condition, held, asked.measure, is_frame=is_frame)
    if evidence is None:
        amount = plain_figure(held.value or Fraction(0), asked.measure.unit)
        told = UNCLEAR_SIGN.at(asked.chosen.source, **asked.tell(amount=amount))
        return evolve(_untold(condition, Why.SIGN, outcome, told), reference=reference)
    met = judge(condition, evidence)
    why = Why.COMPARED if met is not None else dict(_UNTOLD).get(condition.kind, Why.NO_VALUE)
    return Comparison(
        condition=condition,
        evidence=evidence,
        met=met,
        gap=gap(condition, evidence),
        why=why,
        reference=reference,
    )
