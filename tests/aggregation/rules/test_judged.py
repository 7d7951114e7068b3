"""Share meeting target, worst status and status counts, by hand."""

from fractions import Fraction

import pytest

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.judged import SHARE_MEETING_TARGET, STATUS_COUNTS, WORST_STATUS
from styrmodell.model.status import Status

MET, CLOSE, MISSED = Status.MET, Status.CLOSE, Status.MISSED
NOT_MEASURED, STALE = Status.NOT_MEASURED, Status.STALE
THIRD = Fraction(1, 3)


@pytest.fixture
def items(obs):
    """One item a unit, from statuses; those that are met meet their target."""

    def make(*statuses: Status | None) -> list[Item]:
        met = {MET: True, CLOSE: False, MISSED: False}
        return [
            Item(observation=obs("m", f"u{place}", "1"), status=status, met=met.get(status))
            for place, status in enumerate(statuses)
        ]

    return make


def lowered(rule, items):
    return rule.lower(rule.fold_items(items))


def test_the_share_is_of_those_that_can_be_judged(items):
    assert lowered(SHARE_MEETING_TARGET, items(MET, MISSED, CLOSE, NOT_MEASURED, None)) == THIRD, "one of three"


def test_the_share_is_nought_when_none_meets_its_target(items):
    assert lowered(SHARE_MEETING_TARGET, items(MISSED, CLOSE)) == 0


def test_the_share_is_missing_when_none_can_be_judged(items):
    assert lowered(SHARE_MEETING_TARGET, items(NOT_MEASURED, None)) is None


def test_those_that_cannot_be_judged_are_carried_along(items):
    assert SHARE_MEETING_TARGET.fold_items(items(MET, MISSED, NOT_MEASURED, None)) == (1, 1, 2)


def test_an_old_figure_that_met_its_target_counts_as_met(obs):
    old = Item(observation=obs("m", "a", "1"), status=STALE, met=True)
    assert lowered(SHARE_MEETING_TARGET, [old]) == 1


def test_a_split_figure_counts_by_its_share_among_those_that_meet_their_target(obs, items):
    third = Item(observation=obs("m", "x", "1"), met=True, share=THIRD)
    assert lowered(SHARE_MEETING_TARGET, [third, *items(MISSED)]) == Fraction(1, 4), "a third of one and a third"


@pytest.mark.parametrize(
    ("better", "worse"), [(MET, CLOSE), (CLOSE, NOT_MEASURED), (NOT_MEASURED, STALE), (STALE, MISSED)]
)
def test_of_two_statuses_the_worse_stands(better, worse, items):
    assert lowered(WORST_STATUS, items(better, worse)) == lowered(WORST_STATUS, items(worse, better)) == worse


def test_the_worst_of_those_that_are_met_is_met(items):
    assert lowered(WORST_STATUS, items(MET, MET)) is MET


def test_what_cannot_be_told_is_not_measured_and_so_not_reached(items):
    assert lowered(WORST_STATUS, items(MET, None)) is NOT_MEASURED


def test_statuses_are_counted_in_their_order_and_those_that_none_has_are_left_out(items):
    found = lowered(STATUS_COUNTS, items(STALE, MET, MISSED, MET, None))
    assert found == ((MET, 2), (MISSED, 1), (NOT_MEASURED, 1), (STALE, 1))


def test_figures_that_are_not_split_are_counted_and_none_of_them_is_remembered(items):
    counts, split = STATUS_COUNTS.fold_items(items(MET, MET, MISSED))
    assert (sum(counts), split) == (3, frozenset())


def test_a_split_figure_has_one_status_at_each_unit_and_one_at_their_parent(obs):
    halves = [Item(observation=obs("m", "a", "1"), status=MET, share=share) for share in (THIRD, 1 - THIRD)]
    assert lowered(STATUS_COUNTS, halves[:1]) == lowered(STATUS_COUNTS, halves) == ((MET, 1),)
