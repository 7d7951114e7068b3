"""Units as they stood on a day, and who they are now."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.unit import Successor, Unit
from styrmodell.model.unit_order import all_as_now, as_now, existed, parents_at

DAY = date(2020, 1, 1)
BEFORE = DAY - timedelta(days=1)
THIRD = Fraction(1, 3)


def unit(name, *successors, parent=None, ended=None, began=None):
    shared = tuple(Successor(unit_id=one, share=Fraction(share)) for one, share in successors)
    return Unit(id=name, name=name, parent_id=parent, valid_from=began, valid_to=ended, successors=shared)


@pytest.mark.parametrize(
    ("began", "ended", "expected"),
    [(None, None, True), (DAY, DAY, True), (None, BEFORE, False), (DAY + timedelta(days=1), None, False)],
)
def test_the_first_and_the_last_day_count(began, ended, expected):
    assert existed(unit("a", began=began, ended=ended), DAY) is expected


def test_without_a_hierarchy_the_units_own_parents_count():
    units = (unit("rot"), unit("a", parent="rot"), unit("b", parent="a"))
    assert parents_at(units, None, DAY) == {"rot": None, "a": "rot", "b": "a"}


def test_a_unit_that_did_not_exist_has_no_place():
    assert parents_at((unit("rot"), unit("a", parent="rot", ended=BEFORE)), None, DAY) == {"rot": None}


def test_a_unit_stands_under_the_nearest_above_it_that_was_there():
    units = (unit("rot"), unit("a", parent="rot", ended=BEFORE), unit("b", parent="a"), unit("c", parent="b"))
    assert parents_at(units, None, DAY) == {"rot": None, "b": "rot", "c": "b"}


def test_a_unit_whose_parents_all_are_gone_is_a_root():
    units = (unit("a", parent="b", ended=BEFORE), unit("b", parent="a", ended=BEFORE), unit("c", parent="a"))
    assert parents_at(units, None, DAY) == {"c": None}


def test_the_first_of_two_units_with_one_id_counts():
    assert parents_at((unit("a", parent="b"), unit("a"), unit("b")), None, DAY) == {"a": "b", "b": None}


def test_a_hierarchy_places_its_units_as_on_the_day():
    places = (
        Place(unit_id="a", parent_id="rot", valid_to=BEFORE),
        Place(unit_id="a", parent_id="b", valid_from=DAY),
        Place(unit_id="b", parent_id="rot"),
        Place(unit_id="rot"),
        Place(unit_id="okand", parent_id="rot"),
    )
    units = (unit("rot"), unit("a", parent="annat"), unit("b"), unit("utanfor"))
    order = Hierarchy(id="h", places=places)
    assert parents_at(units, order, DAY) == {"a": "b", "b": "rot", "rot": None}
    assert parents_at(units, order, BEFORE) == {"a": "rot", "b": "rot", "rot": None}


def test_a_unit_that_exists_is_itself():
    assert as_now((unit("a", ("b", 1), ended=DAY), unit("b")), "a", DAY) == (("a", 1),)


def test_a_unit_that_ended_is_its_successors():
    units = (unit("a", ("b", THIRD), ("c", 2 * THIRD), ended=BEFORE), unit("b"), unit("c"))
    assert as_now(units, "a", DAY) == (("b", THIRD), ("c", 2 * THIRD))


def test_shares_along_a_chain_are_multiplied_exactly_and_ways_joined():
    units = (
        unit("a", ("b", THIRD), ("c", 2 * THIRD), ended=BEFORE),
        unit("b", ("d", THIRD), ("e", 2 * THIRD), ended=BEFORE),
        unit("c", ("d", 1), ended=BEFORE),
        unit("d"),
        unit("e"),
    )
    assert as_now(units, "a", DAY) == (("d", Fraction(7, 9)), ("e", Fraction(2, 9)))


def test_a_successor_that_ended_later_is_not_followed_before_its_end():
    units = (unit("a", ("b", 1), ended=BEFORE), unit("b", ("c", 1), ended=DAY), unit("c"))
    assert as_now(units, "a", DAY) == (("b", 1),)
    assert as_now(units, "a", DAY + timedelta(days=1)) == (("c", 1),)


def test_a_unit_that_ended_without_successor_is_itself():
    assert as_now((unit("a", ended=BEFORE),), "a", DAY) == (("a", 1),)


def test_units_that_took_over_from_each_other_are_not_followed():
    units = (unit("a", ("b", 1), ended=BEFORE), unit("b", ("a", 1), ended=BEFORE), unit("c", ("a", 1), ended=BEFORE))
    assert as_now(units, "a", DAY) == (("a", 1),)
    assert as_now(units, "c", DAY) == (("a", 1),)


def test_an_unknown_successor_keeps_its_share():
    assert as_now((unit("a", ("borta", 1), ended=BEFORE),), "a", DAY) == (("borta", 1),)


def test_a_long_chain_is_followed_to_its_end():
    chain = [unit(f"n{place}", (f"n{place + 1}", 1), ended=BEFORE) for place in range(20_000)]
    assert as_now((*chain, unit("n20000")), "n0", DAY) == (("n20000", 1),)


NAMES = st.sampled_from("abcdefg")
WEIGHTS = st.dictionaries(NAMES, st.integers(min_value=1, max_value=9), max_size=4)


def shares_of(weights):
    return tuple((name, Fraction(weight, sum(weights.values()))) for name, weight in weights.items())


ORGANISATIONS = st.dictionaries(NAMES, st.tuples(WEIGHTS, st.sampled_from([None, BEFORE, DAY])), min_size=1).map(
    lambda made: tuple(unit(name, *shares_of(weights), ended=ended) for name, (weights, ended) in made.items())
)


@given(ORGANISATIONS)
def test_shares_are_one_when_those_of_every_units_successors_are(units):
    for name, shares in all_as_now(units, DAY).items():
        assert sum(share for _, share in shares) == 1
        assert shares == as_now(units, name, DAY)


@given(ORGANISATIONS, st.randoms(use_true_random=False))
def test_the_order_of_units_does_not_change_the_shares(units, random):
    mixed = list(units)
    random.shuffle(mixed)
    assert {name: dict(shares) for name, shares in all_as_now(mixed, DAY).items()} == {
        name: dict(shares) for name, shares in all_as_now(units, DAY).items()
    }


@given(ORGANISATIONS)
def test_on_a_day_before_every_end_all_units_are_themselves(units):
    early = [evolve(one, valid_to=one.valid_to and DAY) for one in units]
    assert all(shares == ((name, 1),) for name, shares in all_as_now(early, DAY).items())
