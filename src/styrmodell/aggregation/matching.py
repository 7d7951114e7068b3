"""Matching (avstämning av motparter): what two units tell of each other is one amount with two signs."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import define, field

from styrmodell.aggregation.compare import plain_figure
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.input_codes import UNMATCHED
from styrmodell.finding import Finding
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.measure import MONEY
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.source import Source

_HALF = Fraction(1, 2)


@define(kw_only=True, eq=False)
class _Side:
    """What one unit tells of another, over all measures of money: income +, cost −."""

    amount: Decimal = Decimal(0)
    slack: Fraction = Fraction(0)
    sources: list[Source] = field(factory=list)

    def add(self, one: Observation) -> None:
        self.amount += one.value or Decimal(0)
        self.slack += Fraction(one.precision or 0) * _HALF
        self.sources.append(one.source)


def check_matching(index: PlanIndex) -> Iterator[Finding]:
    """Compare what each two units buy and sell of each other, by period and kind.

    The newest version counts. A unit's counterparty that is no unit of the plan is outside, and has nothing to match.

    Returns:
        SM316 where the two do not cancel within the rounding of their digits; the other side may have told nothing.
    """
    with exact():
        sides = _sides(index)
    for (period, kind, first, second), side in sides.items():
        if first > second and (period, kind, second, first) in sides:
            continue  # told from the other side
        other = sides.get((period, kind, second, first), _Side())
        gap = Fraction(side.amount) + Fraction(other.amount)
        if abs(gap) > side.slack + other.slack:
            yield UNMATCHED.at(
                side.sources[0],
                first=first,
                second=second,
                amount=plain_figure(Fraction(side.amount), MONEY),
                other=plain_figure(Fraction(other.amount), MONEY),
                gap=plain_figure(abs(gap), MONEY),
                period=period,
                kind=kind_word(kind),
            )


def _sides(index: PlanIndex) -> dict[tuple[str, Kind, str, str], _Side]:
    sides: dict[tuple[str, Kind, str, str], _Side] = {}
    for (name, period, kind, _), observations in index.filed.raw.items():
        measure = index.measures[name]
        if measure.unit != MONEY or not index.has_counterparties(name):
            continue
        for one in index.versions.choose(observations, "", itemised=True).figures:
            other = index.counterparties.unit(one.counterparty)
            if one.value is not None and other is not None and other != one.unit_id:
                sides.setdefault((period, kind, one.unit_id, other), _Side()).add(one)
    return sides
