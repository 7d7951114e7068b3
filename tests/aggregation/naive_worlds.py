"""Small regions to ask both the engine and the long way: units that come and go, figures, and a question to each."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import settings
from hypothesis import strategies as st
from tests.aggregation.naive import ADDING, Asked, Naive, Scene, path

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.aggregation.version import Versions
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.model.target import Target
from styrmodell.model.unit import Successor, Unit
from styrmodell.source import Source
from styrmodell.testing.strategies import YEAR, dates, unit_trees

RULES = {rule.key: rule for rule in BUILT_IN}
ROOT = "u0"
BEFORE = tuple(Period.year(year) for year in (2019, 2018))
OUTSIDERS = ("900", "extern")
# Of as many examples as the profile says: worlds are large, and a law is tried in each of four orders.
HALF, QUARTER = (settings(max_examples=settings.default.max_examples // part) for part in (2, 4))
# First and last day; most units have always been there.
LIVES = (
    *((None, None),) * 4,
    (None, date(2019, 12, 31)),
    (None, date(2020, 6, 30)),
    (None, date(2020, 12, 31)),
    (date(2020, 3, 1), None),
    (date(2021, 1, 1), None),
    (date(2019, 7, 1), date(2020, 12, 31)),
)
DAYS = (date(2019, 6, 30), date(2020, 6, 30), date(2020, 12, 31), date(2021, 6, 30))
_JUDGED = (
    (Status.MET, True),
    (Status.CLOSE, False),
    (Status.MISSED, False),
    (Status.STALE, True),
    (Status.NOT_MEASURED, None),
    (None, None),
)


@frozen(kw_only=True)
class World:
    """A plan in one order of its units, and a question to every one of them."""

    naive: Naive
    order: Order
    asked: Asked

    @property
    def plan(self) -> Plan:
        return self.naive.plan

    @property
    def scene(self) -> Scene:
        return self.naive.scene(self.asked)

    def evaluator(self) -> Evaluator:
        versions = Versions(order=self.naive.versions, additions=self.naive.additions)
        return Evaluator(index=build_index(self.plan, versions, order=self.order), rules=RULES, judge=engine_judge)

    def explained(self) -> dict[str, Explanation]:
        """The explanation at every unit that is in the order."""
        found, known = self.evaluator(), self.naive.order(self.asked.period)
        return {unit.id: found.explain_key(self.key(unit.id)) for unit in self.plan.units if unit.id in known}

    def key(self, unit: str) -> Key:
        asked = self.asked
        return Key(
            measure=asked.measure.id,
            unit=unit,
            period=asked.period,
            kind=asked.kind,
            version=asked.version,
            dims=asked.dims,
            ie=asked.ie,
            internal=asked.internal,
        )


def judge(one: Observation) -> tuple[Status | None, bool | None]:
    return _JUDGED[int(one.value or 0) % len(_JUDGED)]


def engine_judge(_measure: str, one: Observation, _stale: bool) -> tuple[Target | None, Status | None, bool | None]:
    return (None, *judge(one))


# Random plans


def values() -> st.SearchStrategy[Decimal]:
    """Figures with two decimals; nought and minus too."""
    return st.integers(-(10**6), 10**6).map(lambda number: Decimal(number).scaleb(-2))


@st.composite
def organisations(draw, *, lasting: bool = False) -> tuple[Unit, ...]:
    """Units that come and go; those that took over from one come after it in some order, so that none goes round.

    Args:
        lasting: Whether somebody has taken over from each that has ceased.
    """
    units = draw(unit_trees(max_units=9))
    dated = []
    for place, unit in enumerate(units):
        first, last = draw(st.sampled_from(LIVES)) if unit.id != ROOT else (None, None)
        followers = [other.id for other in units[place + 1 :]] or [ROOT]
        successors = draw(handovers(followers, least=int(lasting))) if last is not None else ()
        dated.append(evolve(unit, valid_from=first, valid_to=last, successors=successors))
    return tuple(dated)


@st.composite
def handovers(draw, names: Sequence[str], *, least: int) -> tuple[Successor, ...]:
    """At most two, whose shares are one together."""
    chosen = draw(st.lists(st.sampled_from(names), min_size=least, max_size=2, unique=True))
    if len(chosen) < 2:
        return tuple(Successor(unit_id=name) for name in chosen)
    share = draw(st.sampled_from((Fraction(1, 2), Fraction(1, 3), Fraction(3, 10), Fraction(6, 7))))
    return (Successor(unit_id=chosen[0], share=share), Successor(unit_id=chosen[1], share=1 - share))


@st.composite
def hierarchies(draw, name: str, units: Sequence[Unit]) -> Hierarchy:
    """Some of the units under each other in an order of their own; some move in the middle of the year."""
    names = [ROOT, *draw(st.permutations([unit.id for unit in units if unit.id != ROOT]))]
    places = [Place(unit_id=ROOT)]
    for at, unit in enumerate(names[1 : draw(st.integers(1, len(names)))], start=1):
        first, second = (draw(st.sampled_from(names[:at])) for _ in range(2))
        moves = draw(st.integers(0, 4)) == 0
        places.append(Place(unit_id=unit, parent_id=first, valid_to=date(2020, 6, 30) if moves else None))
        if moves:
            places.append(Place(unit_id=unit, parent_id=second, valid_from=date(2020, 7, 1)))
    return Hierarchy(id=name, places=tuple(places))


@st.composite
def measures(draw, rules: Sequence[str], names: Sequence[str]) -> Measure:
    """One measure, with any of *rules* and any way to treat what is missing."""
    rule = draw(st.sampled_from(rules))
    return Measure(
        id="m",
        name="M",
        unit="kr",
        rule=rule,
        weight_id="w" if rule == "weighted_mean" else None,
        missing=draw(st.sampled_from(MissingPolicy)),
        max_age_months=draw(st.sampled_from((None, 12, 24))),
        expected=tuple(draw(st.lists(st.sampled_from(names), max_size=4, unique=True))),
    )


@st.composite
def reports(draw, measure: Measure, unit: str, period: Period, version: str = "") -> list[Observation]:
    """What one unit handed in for one period: a figure, its items, or that there is none."""
    state = draw(st.sampled_from((State.REPORTED,) * 3 + (State.ESTIMATED, State.MISSING, State.NOT_APPLICABLE)))
    one = Observation(
        measure_id=measure.id,
        unit_id=unit,
        period=period,
        version=version,
        state=state,
        as_of=draw(st.none() | dates()),
        reported=draw(st.none() | dates()),
        source=Source(file="f.csv", place=f"rad {draw(st.integers(1, 99))}"),
    )
    if state in (State.MISSING, State.NOT_APPLICABLE):
        return [one]
    return [evolve(one, **item, **draw(amounts(measure.rule))) for item in draw(items(measure, unit))]


def amounts(rule: str) -> st.SearchStrategy[dict[str, Decimal]]:
    if rule == "ratio_of_sums":
        return st.fixed_dictionaries({"numerator": values(), "denominator": values()})
    return st.fixed_dictionaries({"value": values()})


@st.composite
def items(draw, measure: Measure, unit: str) -> list[dict[str, str]]:
    """The other sides of a unit's figure, for a rule under which it may be told in parts."""
    if measure.rule not in ADDING or draw(st.booleans()):
        return [{}]
    sides = st.sampled_from((*(f"u{place}" for place in range(9) if f"u{place}" != unit), *OUTSIDERS, ""))
    pairs = draw(st.lists(st.tuples(sides, st.sampled_from("0379")), min_size=1, max_size=3, unique=True))
    return [{"counterparty": side, "ie": code} for side, code in pairs]


@st.composite
def weights(draw, told: Sequence[tuple[str, Period]]) -> list[Observation]:
    """A weight for most; nought and less than nought too."""
    weighed = [pair for pair in told if draw(st.integers(0, 5))]
    drawn = [draw(st.integers(-1, 40)) for _ in weighed]
    pairs = zip(weighed, drawn, strict=True)
    return [Observation(measure_id="w", unit_id=unit, period=period, value=value) for (unit, period), value in pairs]


def orders() -> dict[str, st.SearchStrategy[Order]]:
    days = st.sampled_from(DAYS)
    names = st.sampled_from(("linje", "ansvar"))
    return {
        "as then": st.just(AS_THEN),
        "in another hierarchy": st.builds(Order, hierarchy=names),
        "on another date": st.builds(Order, hierarchy=st.just("") | names, on=days),
        "as now": st.builds(Order, hierarchy=st.just("") | names, on=st.none() | days, as_now=st.just(True)),
    }


@st.composite
def worlds(draw, order: st.SearchStrategy[Order], rules: Sequence[str] = tuple(RULES), **more: Any) -> World:
    """A small region with figures of one measure for the year and the two before it."""
    units = draw(organisations(**more))
    names = [unit.id for unit in units]
    measure = draw(measures(rules, names))
    places = st.tuples(st.sampled_from(names), st.sampled_from((YEAR, YEAR, *BEFORE)))
    told = draw(st.lists(places, unique=True, max_size=12))
    figures = [one for unit, period in told for one in draw(reports(measure, unit, period))]
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        hierarchies=tuple(draw(hierarchies(name, units)) for name in ("linje", "ansvar")),
        measures=(measure, Measure(id="w", name="W", unit="antal")),
        observations=(*figures, *(draw(weights(told)) if measure.rule == "weighted_mean" else ())),
    )
    return world_of(plan, measure, draw(order))


def world_of(plan: Plan, measure: Measure, order: Order = AS_THEN, **more: Any) -> World:
    naive = Naive(plan=plan, hierarchy=order.hierarchy, on=order.on, as_now=order.as_now, judge=judge)
    return World(naive=naive, order=order, asked=Asked(measure=measure, period=YEAR, **more))


def side_by_side(world: World) -> World:
    """Without the figures of those that were not there, or below another that is to report."""
    then = world.naive.then(YEAR)
    kept = [name for name in then if not {*path(then, name)} & world.naive.ever(world.asked.measure) & then.keys()]
    owing = tuple(sorted(world.naive.ever(world.asked.measure) & {*kept}))
    late = world.asked.measure.missing is MissingPolicy.CARRY_FORWARD
    policy = MissingPolicy.PARTIAL if late else world.asked.measure.missing
    measure = evolve(world.asked.measure, expected=owing, missing=policy)
    figures = tuple(one for one in world.plan.observations if one.unit_id in kept)
    return world_with(world, measure, figures)


def world_with(world: World, measure: Measure, figures: tuple[Observation, ...]) -> World:
    changed = tuple(measure if one.id == measure.id else one for one in world.plan.measures)
    plan = evolve(world.plan, measures=changed, observations=figures)
    return evolve(world, naive=evolve(world.naive, plan=plan), asked=evolve(world.asked, measure=measure))


def in_order(name: str, **more: Any) -> st.SearchStrategy[World]:
    """Worlds in one of the orders. As now a figure that moves stands beside others: of two of which one is the total
    of the other, another law tells.
    """
    if name != "as now":
        return worlds(orders()[name], **more)
    by_parents = orders()[name].map(lambda order: evolve(order, hierarchy=""))
    return worlds(by_parents, **more).map(side_by_side)


@st.composite
def reporters(draw, units: Sequence[Unit]) -> list[str]:
    """Some units, none of them below another."""
    above = {unit.id: unit.parent_id for unit in units}
    names = set(draw(st.lists(st.sampled_from(sorted(above)), min_size=1, max_size=5)))
    return sorted(name for name in names if names.isdisjoint(path(above, name)))


def told(explanation: Explanation) -> Any:
    if explanation.exact is not None:
        return Fraction(explanation.exact)
    return explanation.status or explanation.counts or None


ORDERS = pytest.mark.parametrize("order", orders())
