"""A unit's own figure, internal items and cuts by code are what the long way says of them."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive_worlds import (
    HALF,
    ORDERS,
    QUARTER,
    ROOT,
    World,
    in_order,
    told,
    world_with,
    worlds,
)

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.unit_orders import AS_THEN
from styrmodell.model.internal import Internal
from styrmodell.testing.strategies import YEAR


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
