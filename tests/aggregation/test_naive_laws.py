"""What the engine answers is what the long way answers: every rule, in every order of the organisation, over time."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.aggregation.naive import ADDING, Asked, Naive, Scene, path

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold_all import fold_all
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.aggregation.version import Versions
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy, OverTime
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.model.target import Target
from styrmodell.model.unit import Successor, Unit
from styrmodell.source import Source
from styrmodell.testing.strategies import YEAR, dates, unit_trees

RULES = {rule.key: rule for rule in BUILT_IN}
UNWEIGHTED = tuple(rule.key for rule in BUILT_IN if rule.combining and not rule.weighted)
ROOT = "u0"
BEFORE = tuple(Period.year(year) for year in (2019, 2018))
LENGTHS = (1, 1, 3, 3, 4, 6, 12)
OUTSIDERS = ("900", "extern")
# Their states tell figures apart in ways of their own: what they come to is compared.
_FIGURE = ("value", "numerator", "denominator")
# Of as many examples as the profile says: worlds are large, and a law is tried in each of four orders.
HALF, QUARTER = (settings(max_examples=settings.default.max_examples // part) for part in (2, 4))
SETS = ("median", "status_counts")
VERSIONS = ("preliminar", "beslutad", "tillagg")
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
NOW = date(2022, 1, 1)
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


# Comparing


def plain(state: Any) -> Any:
    """A state with every figure a Fraction."""
    if isinstance(state, Decimal):
        return Fraction(state)
    if isinstance(state, tuple | frozenset):
        return type(state)(map(plain, state))
    return state


def told(explanation: Explanation) -> Any:
    if explanation.exact is not None:
        return Fraction(explanation.exact)
    return explanation.status or explanation.counts or None


def kept(world: World, state: Any) -> Any:
    """What can be compared of a state: of one that tells figures apart in a way of its own, what it comes to."""
    rule = RULES[world.asked.measure.rule]
    return rule.lower(state) if rule.key in SETS and state is not None else plain(state)


ORDERS = pytest.mark.parametrize("order", orders())


@ORDERS
@QUARTER
@given(st.data())
def test_a_fold_keeps_the_state_of_its_figures_taken_one_by_one(order, data):
    world = data.draw(in_order(order))
    scene, sets = world.scene, world.asked.measure.rule in SETS
    for unit, found in world.explained().items():
        answer = scene.answer(unit)
        assert kept(world, found.state) == (answer.value if sets else answer.state), unit


@ORDERS
@QUARTER
@given(st.data())
def test_a_value_is_what_the_long_way_gives_whatever_the_rule(order, data):
    world = data.draw(in_order(order))
    scene = world.scene
    for unit, found in world.explained().items():
        assert told(found) == scene.answer(unit).value, unit


@ORDERS
@QUARTER
@given(st.data())
def test_who_was_to_report_and_who_did_not_is_what_counting_gives(order, data):
    world = data.draw(in_order(order))
    scene = world.scene
    for unit, found in world.explained().items():
        answer = scene.answer(unit)
        assert set(found.missing) == answer.missing, unit
        assert found.coverage.expected == len(answer.expected), unit
        assert found.coverage.reported == len(answer.expected - answer.missing), unit


@ORDERS
@QUARTER
@given(st.data())
def test_how_old_and_how_sure_it_is_is_what_its_figures_are(order, data):
    world = data.draw(in_order(order))
    scene = world.scene
    for unit, found in world.explained().items():
        answer, coverage = scene.answer(unit), found.coverage
        assert (coverage.oldest, coverage.newest) == (answer.oldest, answer.newest), unit
        assert (coverage.estimates, coverage.carried) == (answer.estimates, answer.carried), unit


@ORDERS
@QUARTER
@given(st.data())
def test_every_explanation_computes_again_to_its_value(order, data):
    world = data.draw(worlds(orders()[order]))
    for unit, found in world.explained().items():
        assert recheck(found, RULES) == (), unit


@HALF
@given(worlds(st.just(AS_THEN), UNWEIGHTED, lasting=True))
def test_the_regions_value_is_the_same_as_now_as_it_was_then(world):
    figures = tuple(one for one in world.plan.observations if one.unit_id in world.naive.then(one.period))
    sound = world_with(world, evolve(world.asked.measure, missing=MissingPolicy.PARTIAL), figures)
    before = sound.explained()[ROOT]
    after = evolve(sound, order=Order(on=NOW, as_now=True)).explained()[ROOT]
    assert told(after) == told(before)
    assert (after.coverage.oldest, after.coverage.newest) == (before.coverage.oldest, before.coverage.newest)


# Versions, corrections and settled figures


@st.composite
def revised(draw) -> World:
    """A budget in versions, one of which adds, with corrections, and figures that contradict each other."""
    units = draw(unit_trees(max_units=5))
    names = [unit.id for unit in units]
    measure = draw(measures(("sum", "ratio_of_sums", "mean", "max"), names))
    places = st.tuples(st.sampled_from(names), st.sampled_from((YEAR, BEFORE[0])), st.sampled_from(("", *VERSIONS)))
    told = draw(st.lists(places, unique=True, max_size=10))
    first = [one for unit, period, version in told for one in draw(reports(measure, unit, period, version))]
    again = draw(st.lists(st.sampled_from(first), max_size=4)) if first else []
    seconds = [draw(seconds_of(measure, one)) for one in again]
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        measures=(measure,),
        observations=tuple(draw(st.permutations([*first, *seconds]))),
    )
    world = world_of(plan, measure, version=draw(st.sampled_from(("", "", *VERSIONS))))
    return evolve(world, naive=evolve(world.naive, versions=VERSIONS, additions=VERSIONS[-1:]))


@st.composite
def seconds_of(draw, measure: Measure, one: Observation) -> Observation:
    """The same key again: corrected, left empty or otherwise."""
    state = draw(st.sampled_from((State.REPORTED, State.REPORTED, State.MISSING)))
    more = draw(amounts(measure.rule)) if state is State.REPORTED else dict.fromkeys(_FIGURE)
    return evolve(
        one,
        state=state,
        correction=draw(st.sampled_from(("", "fel i underlaget"))),
        reported=draw(st.sampled_from((date(2021, 2, 1), date(2021, 3, 1)))),
        source=Source(file="g.csv", place=f"rad {draw(st.integers(1, 99))}"),
        **more,
    )


@HALF
@given(revised())
def test_the_newest_version_of_a_unit_counts_corrected_and_with_what_adds_to_it(world):
    scene = world.scene
    for unit, found in world.explained().items():
        assert told(found) == scene.answer(unit).value, unit


@HALF
@given(revised(), st.randoms(use_true_random=False))
def test_the_order_in_which_versions_and_corrections_are_read_does_not_matter(world, random):
    figures = world.plan.observations
    shuffled = world_with(world, world.asked.measure, tuple(random.sample(figures, len(figures))))
    found, other = world.explained(), shuffled.explained()
    for unit in found:
        assert (told(found[unit]), found[unit].coverage) == (told(other[unit]), other[unit].coverage), unit


@HALF
@given(worlds(orders()["as now"]), st.randoms(use_true_random=False))
def test_the_order_in_which_figures_are_read_and_asked_for_does_not_matter(world, random):
    figures = world.plan.observations
    shuffled = world_with(world, world.asked.measure, tuple(random.sample(figures, len(figures))))
    asked = random.sample(list(found := world.explained()), len(found))
    other = shuffled.evaluator()
    for unit in asked:
        again = other.explain_key(shuffled.key(unit))
        assert (told(again), again.coverage) == (told(found[unit]), found[unit].coverage), unit


@st.composite
def settled(draw) -> tuple[World, str]:
    """A world, and a unit whose figure somebody has decided."""
    world = draw(worlds(st.just(AS_THEN), ("sum", "mean", "count", "max", "ratio_of_sums")))
    unit = draw(st.sampled_from(sorted(world.naive.order(YEAR))))
    decided = Observation(
        measure_id="m", unit_id=unit, period=YEAR, state=State.SETTLED, **draw(amounts(world.asked.measure.rule))
    )
    return world_with(world, world.asked.measure, (*world.plan.observations, decided)), unit


@HALF
@given(settled())
def test_what_is_settled_is_what_every_unit_above_sees(found):
    world, _ = found
    scene = world.scene
    for unit, explained in world.explained().items():
        assert told(explained) == scene.answer(unit).value, unit


@HALF
@given(settled())
def test_beside_what_is_settled_stands_what_would_be_without_it(found):
    world, unit = found
    without = world_with(world, world.asked.measure, world.plan.observations[:-1])
    explained = world.explained()[unit]
    assert told(explained.children[0]) == told(without.explained()[unit])
    assert recheck(explained, RULES) == ()


# A unit's own figure, internal items and cuts


@HALF
@given(worlds(st.just(AS_THEN), ("sum",)))
def test_the_units_below_an_own_figure_and_what_none_of_them_has_are_that_figure(world):
    for unit, found in world.explained().items():
        if found.op is Op.OWN:
            assert sum(Fraction(child.exact or 0) for child in found.children) == told(found), unit


@ORDERS
@QUARTER
@given(st.data())
def test_net_is_gross_without_what_is_internal_at_every_unit(order, data):
    world = data.draw(in_order(order, rules=("sum",)))
    gross, eliminated, net = (held(world, one).explained() for one in Internal)
    for unit in gross:
        values = [found[unit].exact for found in (gross, eliminated, net)]
        assert values == [None] * 3 or values[2] == Fraction(values[0]) - Fraction(values[1]), unit


@ORDERS
@QUARTER
@given(st.data())
def test_what_is_internal_at_a_unit_are_the_items_with_both_sides_at_or_below_it(order, data):
    world = data.draw(in_order(order, rules=("sum",)))
    scene = world.scene
    for unit, found in held(world, Internal.ELIMINATED).explained().items():
        figures = sum((Fraction(part.figure.value) * part.share for part in scene.eliminated(unit)), Fraction(0))
        whole = scene.answer(unit).value
        assert told(found) == (None if whole is None else figures), unit


@HALF
@given(worlds(st.just(AS_THEN), ("sum",)))
def test_at_the_region_nothing_that_units_sell_to_each_other_is_left(world):
    counted = world.scene.counted(ROOT)
    there = world.naive.order(YEAR)
    outside = [part.figure.value for part in counted if part.figure.counterparty not in there]
    found = held(world, Internal.NET).explained()[ROOT]
    assert found.exact is None or Fraction(found.exact) == sum(map(Fraction, outside))


def held(world: World, internal: Internal) -> World:
    return evolve(world, asked=evolve(world.asked, internal=internal))


@HALF
@given(worlds(st.just(AS_THEN), ("sum",)))
def test_a_cut_by_code_and_the_rest_make_the_whole(world):
    coded = tuple(one if one.ie or one.value is None else evolve(one, ie="4") for one in world.plan.observations)
    whole = world_with(world, world.asked.measure, coded)
    cuts = [evolve(whole, asked=evolve(whole.asked, ie=codes)).explained() for codes in ("0–3", "4–9")]
    for unit, found in whole.explained().items():
        parts = [cut[unit].exact for cut in cuts]
        assert parts == [None] * 2 if found.exact is None else Fraction(found.exact) == sum(map(Fraction, parts)), unit


@HALF
@given(worlds(st.just(AS_THEN), ("sum",)))
def test_a_cut_is_what_the_long_way_gives(world):
    cut = evolve(world, asked=evolve(world.asked, ie="0–3"))
    scene = cut.scene
    for unit, found in cut.explained().items():
        assert told(found) == scene.answer(unit).value, unit


@ORDERS
@QUARTER
@given(st.data())
def test_folding_all_gives_what_asking_for_each_gives(order, data):
    world = data.draw(worlds(orders()[order]))
    asked = world.explained()
    folded = [
        fold for fold in fold_all(world.evaluator().index, RULES, ("m",), engine_judge) if fold.key.period == YEAR
    ]
    for unit, value, reported, expected, oldest, newest, estimated in (row for fold in folded for row in fold.rows()):
        found, coverage = asked[unit], asked[unit].coverage
        assert (value or None) == (found.exact or found.status or found.counts or None), unit
        assert (reported, expected, oldest, newest) == (
            coverage.reported,
            coverage.expected,
            coverage.oldest,
            coverage.newest,
        ), unit
        assert estimated is coverage.estimated, unit


# Over time


@st.composite
def reporters(draw, units: Sequence[Unit]) -> list[str]:
    """Some units, none of them below another."""
    above = {unit.id: unit.parent_id for unit in units}
    names = set(draw(st.lists(st.sampled_from(sorted(above)), min_size=1, max_size=5)))
    return sorted(name for name in names if names.isdisjoint(path(above, name)))


@st.composite
def cuts(draw, first: int, last: int) -> list[Period]:
    """The months from *first* to *last* as periods after each other."""
    found = []
    while first <= last:
        length = draw(st.sampled_from(LENGTHS))
        found.append(Period(first=first, last=min(first + length - 1, last)))
        first = found[-1].last + 1
    return found


@st.composite
def timelines(draw, over_time: OverTime, *windows: Period, complete: bool = False) -> World:
    """Units that each report in periods of their own, together making the *windows*; all of them, or some."""
    units = draw(unit_trees(max_units=8))
    measure = Measure(id="m", name="M", unit="kr", over_time=over_time)
    told = [
        (name, period)
        for name in draw(reporters(units))
        for window in windows
        for period in draw(cuts(window.first, window.last))
        if complete or draw(st.integers(0, 3))
    ]
    drawn = draw(st.lists(values(), min_size=len(told), max_size=len(told)))
    figures = [
        Observation(measure_id="m", unit_id=name, period=period, value=value)
        for (name, period), value in zip(told, drawn, strict=True)
    ]
    plan = Plan(unit_id=ROOT, period=YEAR, units=units, measures=(measure,), observations=tuple(figures))
    return world_of(plan, measure)


def below(world: World, unit: str, period: Period = YEAR) -> list[tuple[Period, Fraction]]:
    """The periods within *period* that make it for each unit at or below *unit*, with their figures."""
    order = world.naive.order(period)
    pieces = world.naive.pieces(evolve(world.asked, period=period))
    return [(one, Fraction(part.figure.value)) for one, part in pieces if unit in (part.at, *path(order, part.at))]


def total(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    return sum((value for _, value in pieces), Fraction(0)) if pieces else None


def mean(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    """Of the months that somebody tells of, each the sum of what all tell of it."""
    months = {month for period, _ in pieces for month in range(period.first, period.last + 1)}
    return sum((value * period.months for period, value in pieces), Fraction(0)) / len(months) if pieces else None


def last(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    end = max((period.last for period, _ in pieces), default=None)
    return total([(period, value) for period, value in pieces if period.last == end])


@HALF
@given(timelines(OverTime.SUM, YEAR, complete=True))
def test_a_complete_years_flow_is_the_sum_of_what_each_unit_reported_in_periods_of_its_own(world):
    for unit, found in world.explained().items():
        assert told(found) == total(below(world, unit)), unit
        assert found.coverage.is_full or not below(world, unit), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.SUM, YEAR))
def test_an_incomplete_years_flow_is_the_sum_of_what_there_is(world):
    for unit, found in world.explained().items():
        assert told(found) == total(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.MEAN, YEAR))
def test_a_mean_over_the_year_is_the_mean_of_its_months_sums_in_whatever_periods_they_came(world):
    for unit, found in world.explained().items():
        assert told(found) == mean(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.LAST, YEAR))
def test_the_last_of_a_year_is_what_its_last_period_gives(world):
    for unit, found in world.explained().items():
        assert told(found) == last(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(st.integers(0, 11), st.data())
def test_the_year_so_far_is_the_sum_until_the_month(until, data):
    so_far = Period(first=YEAR.first, last=YEAR.first + until)
    rest = [Period(first=so_far.last + 1, last=YEAR.last)] if until < 11 else []
    world = data.draw(timelines(OverTime.YEAR_TO_DATE, so_far, *rest))
    asked = evolve(world, asked=evolve(world.asked, period=Period(first=so_far.last, last=so_far.last)))
    for unit, found in asked.explained().items():
        assert told(found) == total(below(world, unit, so_far)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(st.integers(0, 11), st.data())
def test_rolling_twelve_months_are_the_mean_of_twelve_monthly_sums(until, data):
    window = Period(first=YEAR.first + until - 11, last=YEAR.first + until)
    world = data.draw(timelines(OverTime.ROLLING_12, window))
    asked = evolve(world, asked=evolve(world.asked, period=Period(first=window.last, last=window.last)))
    for unit, found in asked.explained().items():
        assert told(found) == mean(below(world, unit, window)), unit
        assert recheck(found, RULES) == (), unit


@st.composite
def accumulated(draw) -> tuple[World, dict[str, list[Decimal]]]:
    """Units that report what has come so far in the year, others by the month; and what came each month."""
    units = draw(unit_trees(max_units=8))
    measure = Measure(id="m", name="M", unit="kr", over_time=OverTime.SUM)
    months = {name: draw(st.lists(values(), min_size=12, max_size=12)) for name in draw(reporters(units))}
    figures = []
    for name, amounts_ in months.items():
        so_far = draw(st.booleans())
        for month in range(12):
            first = YEAR.first if so_far else YEAR.first + month
            amount = sum(amounts_[: month + 1]) if so_far else amounts_[month]
            period = Period(first=first, last=YEAR.first + month)
            figures.append(Observation(measure_id="m", unit_id=name, period=period, value=amount))
    plan = Plan(unit_id=ROOT, period=YEAR, units=units, measures=(measure,), observations=tuple(figures))
    return world_of(plan, measure), months


@HALF
@given(accumulated(), st.integers(0, 11), st.integers(0, 11))
def test_differences_of_what_has_come_so_far_give_the_months_back(found, first, end):
    world, months = found
    period = Period(first=YEAR.first + min(first, end), last=YEAR.first + max(first, end))
    asked = evolve(world, asked=evolve(world.asked, period=period))
    order = world.naive.order(YEAR)
    for unit, explained in asked.explained().items():
        inside = [name for name in months if unit in (name, *path(order, name))]
        came = [Fraction(sum(months[name][min(first, end) : max(first, end) + 1])) for name in inside]
        assert told(explained) == (sum(came) if came else None), unit
        assert recheck(explained, RULES) == (), unit


@st.composite
def monthly(draw, order: st.SearchStrategy[Order]) -> World:
    """Units that come, go and move during a year, and report by the month."""
    units = draw(organisations())
    names = [unit.id for unit in units]
    measure = Measure(id="m", name="M", unit="kr", over_time=OverTime.SUM)
    months = [Period(first=month, last=month) for month in range(YEAR.first, YEAR.last + 1)]
    told = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(months)), unique=True, max_size=14))
    figures = [one for name, month in told for one in draw(reports(measure, name, month))]
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        hierarchies=(draw(hierarchies("linje", units)), draw(hierarchies("ansvar", units))),
        measures=(measure,),
        observations=tuple(figures),
    )
    return world_of(plan, measure, draw(order))


@pytest.mark.parametrize("order", ["as then", "in another hierarchy", "on another date"])
@QUARTER
@given(st.data())
def test_a_years_flow_is_the_sum_of_its_months_while_units_come_and_go(order, data):
    world = data.draw(monthly(orders()[order]))
    told_of = sorted({one.period for one in world.plan.observations})
    scenes = [world.naive.scene(evolve(world.asked, period=month)) for month in told_of]
    for unit, found in world.explained().items():
        months = [scene.answer(unit).value for scene in scenes if unit in scene.order]
        known = [value for value in months if value is not None]
        assert told(found) == (sum(known) if known else None), unit


@HALF
@given(monthly(st.just(AS_THEN)).map(side_by_side))
def test_who_reported_for_a_year_is_who_reported_for_each_of_its_months(world):
    months = (Period(first=month, last=month) for month in range(YEAR.first, YEAR.last + 1))
    scenes = [world.naive.scene(evolve(world.asked, period=month)) for month in months]
    for unit, found in world.explained().items():
        answers, coverage = [scene.answer(unit) for scene in scenes if unit in scene.order], found.coverage
        if any(answer.state is not None for answer in answers):
            days = [day for answer in answers for day in (answer.oldest, answer.newest) if day is not None]
            assert coverage.expected == sum(len(answer.expected) for answer in answers), unit
            assert coverage.reported == sum(len(answer.expected - answer.missing) for answer in answers), unit
            assert (coverage.oldest, coverage.newest) == (min(days, default=None), max(days, default=None)), unit


# Dimensions


@st.composite
def split(draw) -> tuple[World, dict[str, dict[str, Decimal]]]:
    """Units that report the parts of a dimension, the total, or both; and for each unit what it reported."""
    units = draw(unit_trees(max_units=8))
    leaves = ("intakt", "kostnad", "ovrigt")[: draw(st.integers(1, 3))]
    members = (Member(id="netto", parts=leaves), *(Member(id=leaf) for leaf in leaves))
    measure = Measure(id="m", name="M", unit="kr", dimensions=("slag",))
    found: dict[str, dict[str, Decimal]] = {}
    for name in draw(reporters(units)):
        parts = draw(st.lists(st.sampled_from(leaves), unique=True))
        amounts_ = {leaf: draw(values()) for leaf in parts}
        if not parts or draw(st.booleans()):
            amounts_["netto"] = sum(amounts_.values()) if len(parts) == len(leaves) else draw(values())
        found[name] = amounts_
    figures = (
        Observation(measure_id="m", unit_id=name, period=YEAR, value=value, dims=(("slag", member),))
        for name, amounts_ in found.items()
        for member, value in amounts_.items()
    )
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        dimensions=(Dimension(id="slag", members=members),),
        measures=(measure,),
        observations=tuple(figures),
    )
    return world_of(plan, measure, dims=(("slag", "netto"),)), found


@HALF
@given(split())
def test_a_total_is_that_of_each_units_parts_where_they_are_complete_else_what_it_reported(found):
    world, amounts_ = found
    order, leaves = world.naive.order(YEAR), world.plan.dimensions[0].members[0].parts
    for unit, explained in world.explained().items():
        inside = [given for name, given in amounts_.items() if unit in (name, *path(order, name))]
        whole = [
            sum(given[leaf] for leaf in leaves)
            if given.keys() >= {*leaves}
            else given.get("netto", sum(given.values()))
            for given in inside
        ]
        assert told(explained) == (Fraction(sum(whole)) if inside else None), unit
        assert recheck(explained, RULES) == (), unit
