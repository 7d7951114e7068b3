"""Slots: the figures of one key over all units, read by stretches."""

from datetime import date

import pytest

from styrmodell.aggregation.coverage import Coverage
from styrmodell.model.kind import State

UNITS = "r a<r b<r c<a d<a"  # positions: r 0, a 1, c 2, d 3, b 4


@pytest.fixture
def slot(world, measure, obs):
    """Make the slot of some figures, given as unit=value."""

    def make(expected=(), **figures):
        observations = [obs("m", unit, value) for unit, value in figures.items()]
        return world(UNITS, [measure("m", expected=expected)], observations).slot("m")

    return make


def values(slot, first, last):
    return [str(observation.value) for observation in slot.within(first, last)]


def test_figures_lie_in_the_order_of_the_organisation(slot):
    assert slot(b="4", d="3", c="2").positions == (2, 3, 4)


def test_a_stretch_gives_the_figures_below_a_unit(slot):
    assert values(slot(b="4", d="3", c="2"), 1, 4) == ["2", "3"]


def test_an_empty_stretch_gives_nothing(slot):
    assert values(slot(b="4"), 1, 4) == []


def test_an_upper_figure_hides_those_below_it(slot):
    assert values(slot(a="10", c="2", d="3", b="4"), 0, 5) == ["10", "4"]


def test_a_lower_figure_is_there_when_asked_for_itself(slot):
    assert values(slot(a="10", c="2", d="3"), 2, 3) == ["2"]


def test_the_root_hides_everything(slot):
    assert values(slot(r="99", a="10", c="2", b="4"), 0, 5) == ["99"]


def test_an_own_figure_is_found_at_its_position_only(slot):
    made = slot(c="2", b="4")
    assert [[str(one.value) for one in made.own(at)] for at in (2, 1, 3, 4)] == [["2"], [], [], ["4"]]


def test_slots_with_figures_on_two_levels_know_it(slot):
    assert slot(a="10", c="2").nested
    assert not slot(c="2", d="3", b="4").nested


def test_coverage_counts_expected_units_within_the_stretch(slot):
    made = slot(expected=("c", "d", "b"), c="2")
    assert (made.coverage(0, 5).reported, made.coverage(0, 5).expected) == (1, 3)
    assert (made.coverage(1, 4).reported, made.coverage(1, 4).expected) == (1, 2)


def test_missing_units_are_told_in_the_order_of_the_organisation(slot):
    assert slot(expected=("c", "d", "b"), c="2").missing(0, 5) == ("d", "b")


def test_a_figure_above_covers_what_is_expected_below(slot):
    made = slot(expected=("c", "d", "b"), a="10")
    assert made.missing(0, 5) == ("b",)
    assert made.coverage(0, 5).reported == 2


def test_a_figure_below_covers_what_is_expected_above(slot):
    made = slot(expected=("a", "b"), c="2")
    assert made.missing(0, 5) == ("b",)
    assert made.coverage(0, 5).reported == 1


@pytest.mark.parametrize("figures", [{"c": "2"}, {"a": "10"}, {"a": "10", "c": "2"}, {"b": "4"}, {}])
def test_what_is_counted_as_missing_is_what_is_named_as_missing(slot, figures):
    # Also when a unit and one below it are both declared to report.
    made = slot(expected=("a", "c", "b"), **figures)
    coverage = made.coverage(0, 5)
    assert coverage.expected - coverage.reported == len(made.missing(0, 5))


def test_an_unexpected_figure_is_used_and_not_counted(slot):
    made = slot(expected=("b",), c="2", b="4")
    assert values(made, 0, 5) == ["2", "4"]
    assert (made.coverage(0, 5).reported, made.coverage(0, 5).expected) == (1, 1)


def test_age_is_of_the_figures_that_count(world, measure, obs):
    made = world(
        UNITS,
        [measure("m")],
        [
            obs("m", "a", "10", as_of=date(2020, 5, 1)),
            obs("m", "c", "2", as_of=date(2019, 1, 1)),
            obs("m", "b", "4", as_of=date(2020, 8, 1), reported=date(2021, 1, 1)),
        ],
    ).slot("m")
    coverage = made.coverage(0, 5)
    assert (coverage.oldest, coverage.newest) == (date(2020, 5, 1), date(2020, 8, 1))


def test_age_goes_by_the_reported_day_when_no_other_is_known(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "b", "4", reported=date(2020, 9, 1)), obs("m", "c", "2")]).slot("m")
    assert (made.coverage(0, 5).oldest, made.coverage(0, 5).newest) == (date(2020, 9, 1), date(2020, 9, 1))


@pytest.mark.parametrize("state", [State.ESTIMATED, State.CARRIED_FORWARD])
def test_a_guessed_figure_marks_the_stretches_that_hold_it(world, measure, obs, state):
    made = world(UNITS, [measure("m")], [obs("m", "c", "2", state=state), obs("m", "b", "4")]).slot("m")
    assert made.coverage(0, 5).estimated
    assert not made.coverage(4, 5).estimated


def test_a_guessed_figure_that_does_not_count_marks_nothing(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "9"), obs("m", "c", "2", state=State.ESTIMATED)]).slot("m")
    assert not made.coverage(0, 5).estimated


def test_coverages_add_counts_and_keep_the_outermost_days():
    one = Coverage(reported=1, expected=2, oldest=date(2020, 1, 1), newest=date(2020, 2, 1))
    other = Coverage(reported=3, expected=3, newest=date(2020, 3, 1), estimates=1)
    together = Coverage(reported=4, expected=5, oldest=date(2020, 1, 1), newest=date(2020, 3, 1), estimates=1)
    assert one + other == other + one == together


def test_a_coverage_is_full_when_all_that_was_expected_came():
    assert Coverage(reported=2, expected=2).is_full
    assert not Coverage(reported=1, expected=2).is_full
