"""What the engine folds is what the long way gives: every rule, in every order of the organisation."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive_worlds import (
    HALF,
    ORDERS,
    QUARTER,
    ROOT,
    RULES,
    World,
    engine_judge,
    in_order,
    orders,
    told,
    world_with,
    worlds,
)

from styrmodell.aggregation.fold_all import fold_all
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.model.measure import MissingPolicy
from styrmodell.testing.strategies import YEAR

UNWEIGHTED = tuple(rule.key for rule in RULES.values() if rule.combining and not rule.weighted)
# Their states tell figures apart in ways of their own: what they come to is compared.
SETS = ("median", "status_counts")
NOW = date(2022, 1, 1)


def plain(state: Any) -> Any:
    """A state with every figure a Fraction."""
    if isinstance(state, Decimal):
        return Fraction(state)
    if isinstance(state, tuple | frozenset):
        return type(state)(map(plain, state))
    return state


def kept(world: World, state: Any) -> Any:
    """What can be compared of a state: of one that tells figures apart in a way of its own, what it comes to."""
    rule = RULES[world.asked.measure.rule]
    return rule.lower(state) if rule.key in SETS and state is not None else plain(state)


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
def test_what_nobody_has_told_is_blank_where_the_measure_says_so(order, data):
    world = data.draw(in_order(order))
    blank = world_with(world, evolve(world.asked.measure, missing=MissingPolicy.BLANK), world.plan.observations)
    scene = blank.scene
    for unit, found in blank.explained().items():
        assert found.is_applicable is bool(scene.counted(unit) or scene.answer(unit).expected), unit


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
