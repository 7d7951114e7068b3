"""A made-up region: units in five levels, measures of each rule, and figures spread over them."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, frozen

from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.source import Source

LEVELS = (1, 8, 50, 400, 2541)
MONTHS = tuple(Period(first=2023 * 12 + month, last=2023 * 12 + month) for month in range(24))
ROOT = "n0-0"
_FIRST_DAY = date(2025, 1, 1)
_FILE = "observationer/region.csv"


@frozen(kw_only=True)
class Rules:
    """How many measures of each rule there are; each weighted one has another beside it whose figures weigh its own."""

    sums: int = 120
    ratios: int = 40
    latest: int = 40
    means: int = 0
    weighted: int = 0
    smallest: int = 0
    greatest: int = 0
    medians: int = 0
    counts: int = 0
    firsts: int = 0


EVERY_RULE = Rules(
    sums=50, ratios=20, latest=20, means=30, weighted=20, smallest=10, greatest=10, medians=20, counts=10, firsts=10
)


def make_units(levels: tuple[int, ...] = LEVELS) -> tuple[Unit, ...]:
    """A tree with that many units on each level, each below one of the level above."""
    units = [Unit(id=ROOT, name="Regionen")]
    for level, (above, count) in enumerate(pairwise(levels), 1):
        for number in range(count):
            parent = UnitId(f"n{level - 1}-{number * above // count}")
            units.append(Unit(id=f"n{level}-{number}", name=f"Enhet {level}.{number}", parent_id=parent))
    return tuple(units)


def make_measures(rules: Rules = Rules()) -> tuple[Measure, ...]:
    """Measures named after their rule."""
    named = (
        ("sum", "kr", rules.sums),
        ("ratio_of_sums", "%", rules.ratios),
        ("latest", "antal", rules.latest),
        ("mean", "antal", rules.means),
        ("weighted_mean", "antal", rules.weighted),
        ("min", "antal", rules.smallest),
        ("max", "antal", rules.greatest),
        ("median", "antal", rules.medians),
        ("count", "antal", rules.counts),
        ("first", "antal", rules.firsts),
    )
    return tuple(_measure(rule, unit, number) for rule, unit, count in named for number in range(count))


def make_weights(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures whose figures weigh those of *measures*."""
    return tuple(
        Measure(id=measure.weight_id, name=f"Vikt till {measure.name}", unit="antal")
        for measure in measures
        if measure.weight_id is not None
    )


def _measure(rule: str, unit: str, number: int) -> Measure:
    weight = f"weight-{number}" if rule == "weighted_mean" else None
    return Measure(id=f"{rule}-{number}", name=f"Mått {rule} {number}", unit=unit, rule=rule, weight_id=weight)


def make_plan(count: int, rules: Rules = Rules(), levels: tuple[int, ...] = LEVELS) -> Plan:
    """A plan with *count* figures at the lowest units: no two of one measure, unit and month; weights come beside."""
    units, measures = make_units(levels), make_measures(rules)
    leaves = [unit.id for unit in units if unit.id.startswith(f"n{len(levels) - 1}-")]
    drawn = random.Random(2020)
    places = drawn.sample(range(len(leaves) * len(measures) * len(MONTHS)), count)
    observations = []
    for line, place in enumerate(places, 2):
        rest, month = divmod(place, len(MONTHS))
        leaf, measure = divmod(rest, len(measures))
        observations.append(_observe(measures[measure], leaves[leaf], MONTHS[month], line, drawn))
        weight = measures[measure].weight_id
        if weight is not None:
            observations.append(evolve(observations[-1], measure_id=weight, value=drawn.randrange(1, 5000)))
    return Plan(
        unit_id=ROOT,
        period=MONTHS[0],
        units=units,
        measures=(*measures, *make_weights(measures)),
        observations=tuple(observations),
    )


def _observe(measure: Measure, unit: str, period: Period, line: int, drawn: random.Random) -> Observation:
    figure = Decimal(drawn.randrange(-10_000_000, 10_000_000)).scaleb(-2)
    denominator = Decimal(drawn.randrange(1, 5000))
    is_ratio = measure.rule == "ratio_of_sums"
    return Observation(
        measure_id=measure.id,
        unit_id=unit,
        period=period,
        value=None if is_ratio else figure,
        numerator=abs(figure) if is_ratio else None,
        denominator=denominator if is_ratio else None,
        state=State.ESTIMATED if drawn.random() < 0.01 else State.REPORTED,
        as_of=_FIRST_DAY + timedelta(days=drawn.randrange(300)),
        source=Source(file=_FILE, place=f"rad {line}"),
    )


def make_dense_plan(count: int) -> Plan:
    """A plan of one sum, reported by each of *count* units on the lowest level of five."""
    units = make_units((*LEVELS[:-1], count))
    (measure,) = make_measures(Rules(sums=1, ratios=0, latest=0))
    drawn = random.Random(2021)
    leaves = (unit.id for unit in units if unit.id.startswith("n4-"))
    observations = tuple(_observe(measure, leaf, MONTHS[0], line, drawn) for line, leaf in enumerate(leaves, 2))
    return Plan(unit_id=ROOT, period=MONTHS[0], units=units, measures=(measure,), observations=observations)


def make_internal_plan(items: int) -> Plan:
    """A plan of one sum, in which each lowest unit deals with *items* others, and with somebody outside."""
    units = make_units()
    (measure,) = make_measures(Rules(sums=1, ratios=0, latest=0))
    leaves = [unit.id for unit in units if unit.id.startswith(f"n{len(LEVELS) - 1}-")]
    drawn = random.Random(2023)
    observations = tuple(
        evolve(_observe(measure, leaf, MONTHS[0], line, drawn), counterparty=other)
        for line, leaf in enumerate(leaves, 2)
        for other in ("", *drawn.sample(leaves, items))
    )
    return Plan(unit_id=ROOT, period=MONTHS[0], units=units, measures=(measure,), observations=observations)


def make_full_plan(places: int, months: int) -> Plan:
    """A plan of sums in which *places* pairs of measure and lowest unit report each of the first *months*."""
    units = make_units()
    leaves = [unit.id for unit in units if unit.id.startswith("n4-")]
    measures = make_measures(Rules(sums=places // len(leaves) + 1, ratios=0, latest=0))
    drawn = random.Random(2022)
    observations = tuple(
        _observe(measures[place // len(leaves)], leaves[place % len(leaves)], period, line, drawn)
        for place in range(places)
        for line, period in enumerate(MONTHS[:months], 2 + place * months)
    )
    return Plan(unit_id=ROOT, period=MONTHS[0], units=units, measures=measures, observations=observations)
