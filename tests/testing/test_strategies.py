"""The strategies draw what rules must stand."""

from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings

from styrmodell.model.measure import Measure
from styrmodell.model.status import Status
from styrmodell.testing.strategies import batches, item_batches, observations

RATIO = Measure(id="m", name="M", unit="%", rule="ratio_of_sums")


def drawn(strategy) -> list:
    """What a strategy draws in a while, the same each time and without looking for the simplest."""
    found = []

    @settings(database=None, derandomize=True, max_examples=150, phases=(Phase.generate,), deadline=None)
    @given(strategy)
    def draw(one):
        found.append(one)

    draw()
    return found


@pytest.fixture(scope="module")
def item_lists():
    return drawn(item_batches("m"))


@given(batches("m"))
def test_a_batch_holds_one_figure_a_unit(batch):
    assert len({one.unit_id for one in batch}) == len(batch)
    assert all(one.value is not None for one in batch)


@given(batches(RATIO) | batches("m", in_parts=True))
def test_a_batch_in_parts_holds_numerators_and_denominators(batch):
    assert all(one.value is None and None not in (one.numerator, one.denominator) for one in batch)


@given(observations("m", ["a"], in_parts=True))
def test_one_observation_may_be_in_parts_whatever_its_measure(one):
    assert None not in (one.numerator, one.denominator)


@given(item_batches("m"))
def test_the_shares_of_one_figure_are_at_most_one_together(items):
    for unit in {item.observation.unit_id for item in items}:
        assert 0 < sum((item.share for item in items if item.observation.unit_id == unit), Fraction(0)) <= 1


@given(item_batches("m"))
def test_an_item_whose_figure_cannot_be_judged_neither_meets_its_target_nor_fails_it(items):
    judged = {Status.MET: {True}, Status.CLOSE: {False}, Status.MISSED: {False}, Status.STALE: {True, False}}
    assert all(item.met in judged.get(item.status, {None}) for item in items)
    assert all(item.weight is not None for item in items)


def test_figures_are_drawn_whole_split_and_in_part(item_lists):
    shares = {
        tuple(item.share for item in items) for items in item_lists if len({id(i.observation) for i in items}) == 1
    }
    assert any(len(found) == 2 and sum(found) == 1 for found in shares)
    assert any(len(found) == 1 and sum(found) < 1 for found in shares)
    assert (Fraction(1),) in shares


def test_weights_are_drawn_above_below_and_at_nought(item_lists):
    weights = [item.weight for items in item_lists for item in items]
    assert min(weights) < 0 < max(weights)
    assert 0 in weights


def test_every_status_is_drawn(item_lists):
    assert {item.status for items in item_lists for item in items} == {*Status, None}


def test_denominators_are_drawn_above_below_and_at_nought():
    denominators = [one.denominator for batch in drawn(batches(RATIO)) for one in batch]
    assert min(denominators) < 0 < max(denominators)
    assert 0 in denominators


def test_items_are_drawn_in_parts_too():
    assert any(item.observation.numerator for items in drawn(item_batches("m", in_parts=True)) for item in items)
