"""Hypothesis strategies: figures, periods, units, observations, items and small plans."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from styrmodell.aggregation.rule import WHOLE, Item
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import DimensionId, MemberId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.number import MAX_DIGITS, MAX_EXPONENT
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.model.target import Target
from styrmodell.model.unit import Unit
from styrmodell.source import Source

YEAR = Period.year(2020)
_FIGURE_STATES = (State.REPORTED, State.ESTIMATED, State.CARRIED_FORWARD)
_EMPTY_STATES = (State.MISSING, State.NOT_APPLICABLE)
# How a figure may stand to its target, and whether it meets it: an old figure may have met it or not.
_JUDGEMENTS = (
    (Status.MET, True),
    (Status.CLOSE, False),
    (Status.MISSED, False),
    (Status.NOT_MEASURED, None),
    (Status.STALE, True),
    (Status.STALE, False),
    (None, None),
)
_TARGETS = (None, Target.parse("Minst 90"), Target.parse("Max 0"))


@st.composite
def decimals(draw: DrawFn, *, max_digits: int = MAX_DIGITS, max_exponent: int = MAX_EXPONENT) -> Decimal:
    """Decimals that pass the one door for numbers; by default up to its very limits."""
    digits = draw(st.integers(1, max_digits))
    coefficient = draw(st.integers(0, 10**digits - 1))
    exponent = draw(st.integers(-max_exponent, max_exponent))
    return Decimal((draw(st.integers(0, 1)), tuple(map(int, str(coefficient))), exponent))


def figures() -> SearchStrategy[Decimal]:
    """Decimals such as regions report: at most twelve digits, six of them decimals at most; zero and minus too."""
    return st.decimals(min_value=-(10**9), max_value=10**9, places=2) | decimals(max_digits=12, max_exponent=6)


def dates() -> SearchStrategy[date]:
    """Days of the years around YEAR."""
    return st.dates(min_value=date(2019, 1, 1), max_value=date(2021, 12, 31))


@st.composite
def periods(draw: DrawFn) -> Period:
    """Years, terms, quarters, months, spans and rolling twelve months between the years 1900 and 2100."""
    year = draw(st.integers(1900, 2099)) * 12
    rolling_end = year + draw(st.integers(0, 11))
    length = draw(st.sampled_from((1, 3, 4, 12)))
    part = year + length * draw(st.integers(0, 12 // length - 1))
    span = year + draw(st.integers(0, 11))
    return draw(
        st.sampled_from(
            (
                Period(first=part, last=part + length - 1),
                Period(first=rolling_end - 11, last=rolling_end, rolling=True),
                Period(first=span, last=span + draw(st.integers(0, 40))),
            )
        )
    )


@st.composite
def unit_trees(draw: DrawFn, *, max_units: int = 24, max_depth: int = 6) -> tuple[Unit, ...]:
    """Random organisations with one root, in an order in which parents need not come first."""
    depths = [1]
    units = [Unit(id=UnitId("u0"), name="Region 0", level="region")]
    for place in range(1, draw(st.integers(1, max_units))):
        parent = draw(st.sampled_from([other for other, depth in enumerate(depths) if depth < max_depth]))
        depths.append(depths[parent] + 1)
        units.append(Unit(id=UnitId(f"u{place}"), name=f"Enhet {place}", parent_id=UnitId(f"u{parent}")))
    return tuple(draw(st.permutations(units)))


@st.composite
def observations(
    draw: DrawFn,
    measure: Measure | str,
    units: Sequence[Unit | str],
    *,
    period: Period = YEAR,
    kind: Kind = Kind.OUTCOME,
    dims: Dims = (),
    empty: bool = False,
    in_parts: bool = False,
) -> Observation:
    """One observation of *measure* for one of *units*.

    Args:
        measure: A measure whose rule is ratio_of_sums gets numerator and denominator, any other a value.
        empty: Whether some are missing or not applicable, and so hold no figure.
        in_parts: Whether it gets numerator and denominator whatever its rule is.
    """
    unit = draw(st.sampled_from([unit.id if isinstance(unit, Unit) else unit for unit in units]))
    name, rule = (measure.id, measure.rule) if isinstance(measure, Measure) else (measure, "sum")
    state = draw(st.sampled_from(_FIGURE_STATES + _EMPTY_STATES if empty else _FIGURE_STATES))
    return Observation(
        measure_id=name,
        unit_id=unit,
        period=period,
        kind=kind,
        dims=dims,
        state=state,
        as_of=draw(st.none() | dates()),
        reported=draw(st.none() | dates()),
        source=Source(file="figures.csv", place=f"rad {draw(st.integers(2, 999))}"),
        **(draw(_figure(in_parts or rule == "ratio_of_sums")) if state in _FIGURE_STATES else {}),
    )


def _figure(in_parts: bool) -> SearchStrategy[dict[str, Any]]:
    if in_parts:
        return st.fixed_dictionaries({"numerator": figures(), "denominator": figures()})
    return st.fixed_dictionaries({"value": figures()})


def batches(measure: Measure | str, *, max_units: int = 8, in_parts: bool = False) -> SearchStrategy[list[Observation]]:
    """Lists of observations that all hold a figure, one a unit: what a rule folds.

    Args:
        measure: The measure they are of, or its id; one whose rule is ratio_of_sums gets numerators and denominators.
        max_units: How many units at most, and so how many observations.
        in_parts: Whether they hold numerator and denominator, for a rule that takes them.
    """
    units = [f"u{place}" for place in range(max_units)]
    one = observations(measure, units, in_parts=in_parts)
    return st.lists(one, max_size=max_units, unique_by=lambda found: found.unit_id)


@st.composite
def item_batches(draw: DrawFn, measure: Measure | str, *, max_units: int = 8, in_parts: bool = False) -> list[Item]:
    """Lists of items: figures with weights, targets and statuses, some of them split between two units.

    Of a split figure both parts are there, or only one of them, as at the unit that took it over. Weights are zero
    and negative too.

    Args:
        measure: The measure they are of, or its id, as for batches.
        max_units: How many units at most, and so how many figures.
        in_parts: Whether they hold numerator and denominator, for a rule that takes them.
    """
    found = draw(batches(measure, max_units=max_units, in_parts=in_parts))
    return [item for observation in found for item in draw(_items(observation))]


@st.composite
def _items(draw: DrawFn, observation: Observation) -> list[Item]:
    """The whole figure, or parts of it."""
    status, met = draw(st.sampled_from(_JUDGEMENTS))
    weight = draw(figures().map(abs) | figures())
    target = draw(st.sampled_from(_TARGETS))
    item = Item(observation=observation, weight=weight, target=target, status=status, met=met)
    share = draw(st.fractions(Fraction(1, 12), Fraction(11, 12), max_denominator=12))
    shares = draw(st.sampled_from(((WHOLE,), (share, 1 - share), (share,))))
    return [evolve(item, share=part) for part in shares]


@st.composite
def plans(draw: DrawFn, *, max_units: int = 8) -> Plan:
    """Small sound plans: one or two dimensions, one or two measures that are summed, some figures missing.

    Args:
        max_units: How many units at most; there is always one.
    """
    units = draw(unit_trees(max_units=max_units))
    dimensions = tuple(_dimension(name, draw(st.integers(1, 3))) for name in ("dvo", "slag")[: draw(st.integers(1, 2))])
    names = tuple(dimension.id for dimension in dimensions)
    policy = draw(st.sampled_from(MissingPolicy))
    oldest = 12 if policy is MissingPolicy.CARRY_FORWARD else None
    measures = (
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=names, missing=policy, max_age_months=oldest),
        Measure(id="invanare", name="Invånare", unit="antal"),
    )[: draw(st.integers(1, 2))]
    figures_drawn = [
        evolve(draw(observations(measure, [unit], empty=True)), dims=draw(_members(measure, dimensions)))
        for measure in measures
        for unit in draw(st.lists(st.sampled_from(units), max_size=12))
    ]
    unique = {found.key: found for found in figures_drawn}
    return Plan(
        id="plan-2020",
        unit_id="u0",
        period=YEAR,
        units=units,
        dimensions=dimensions,
        measures=measures,
        observations=tuple(unique.values()),
    )


def _dimension(name: str, leaves: int) -> Dimension:
    """A dimension whose root is the sum of its leaves."""
    parts = tuple(MemberId(f"{name}-{place}") for place in range(leaves))
    members = (Member(id=f"{name}-alla", parts=parts), *(Member(id=part) for part in parts))
    return Dimension(id=DimensionId(name), members=members)


def _members(measure: Measure, dimensions: Sequence[Dimension]) -> SearchStrategy[Dims]:
    """One member, leaf or sum, of every dimension of *measure*."""
    chosen = [
        st.tuples(st.just(str(dimension.id)), st.sampled_from([str(member.id) for member in dimension.members]))
        for dimension in dimensions
        if dimension.id in measure.dimensions
    ]
    return st.tuples(*chosen)
