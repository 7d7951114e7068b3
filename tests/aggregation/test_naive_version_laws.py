"""Versions, corrections and settled figures are what the long way says of them."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive_worlds import (
    BEFORE,
    HALF,
    ROOT,
    RULES,
    World,
    amounts,
    measures,
    orders,
    reports,
    told,
    world_of,
    world_with,
    worlds,
)

from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.unit_orders import AS_THEN
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.source import Source
from styrmodell.testing.strategies import YEAR, unit_trees

_FIGURE = ("value", "numerator", "denominator")
VERSIONS = ("preliminar", "beslutad", "tillagg")


@st.composite
def revised(draw) -> World:
    """A budget in versions, one of which adds, with corrections, and figures that contradict each other."""
    units = draw(unit_trees(max_units=5))
    names = [unit.id for unit in units]
    measure = draw(measures(("sum", "ratio_of_sums", "mean", "max"), names))
    places = st.tuples(st.sampled_from(names), st.sampled_from((YEAR, BEFORE[0])), st.sampled_from(("", *VERSIONS)))
    above = {unit.parent_id for unit in units}
    drawn = draw(st.lists(places, unique=True, max_size=10))
    # What an upper unit adds to those below it has laws of its own, in test_naive_above_laws.
    told = [place for place in drawn if place[0] not in above or place[2] != VERSIONS[-1]]
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
