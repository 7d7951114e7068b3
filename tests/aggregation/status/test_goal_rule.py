"""How a goal's status comes from what serves it: laws that hold whatever serves it, and in any order."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.aggregation.status.goal_rule import Served, apply_rule
from styrmodell.aggregation.status.severity import JUDGED, SEVERITY
from styrmodell.aggregation.status.why import GoalWhy
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusChoice, StatusRule

MET, CLOSE, MISSED, NOT, STALE = Status.MET, Status.CLOSE, Status.MISSED, Status.NOT_MEASURED, Status.STALE
WORST = StatusRule()
SHARE = StatusRule(by=StatusChoice.SHARE, met=Fraction(4, 5), close=Fraction(1, 2))
WEIGHTED = StatusRule(by=StatusChoice.WEIGHTED, met=Fraction(4, 5), close=Fraction(1, 2))
RULES = (WORST, SHARE, WEIGHTED)
served_lists = st.lists(
    st.builds(Served, status=st.sampled_from(Status), weight=st.decimals(0, 9, places=1)), min_size=1, max_size=8
)


def served(*statuses: Status) -> list[Served]:
    return [Served(status=status) for status in statuses]


def weighed(*pairs: tuple[Status, str]) -> list[Served]:
    return [Served(status=status, weight=Decimal(weight)) for status, weight in pairs]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((MET, MET), MET),
        ((MET, CLOSE), CLOSE),
        ((MET, NOT), NOT),
        ((CLOSE, NOT), NOT),
        ((NOT, STALE), STALE),
        ((STALE, MISSED), MISSED),
        ((MET, CLOSE, NOT, STALE, MISSED), MISSED),
    ],
)
def test_the_worst_stands_and_what_is_not_known_is_worse_than_nearly_reached(statuses, expected):
    assert apply_rule(WORST, served(*statuses)).status is expected


@pytest.mark.parametrize(
    ("statuses", "share", "expected"),
    [
        ((MET,) * 4 + (MISSED,), "4/5", MET),
        ((MET,) * 3 + (MISSED,), "3/4", CLOSE),
        ((MET, MISSED), "1/2", CLOSE),
        ((MET, MISSED, MISSED), "1/3", MISSED),
        ((CLOSE, CLOSE), "0", MISSED),
        ((MET, NOT, STALE), "1", MET),
    ],
)
def test_a_share_counts_what_is_reached_of_what_could_be_judged(statuses, share, expected):
    found = apply_rule(SHARE, served(*statuses))
    assert (found.share, found.status) == (Fraction(share), expected)


def test_how_many_could_be_judged_is_told():
    found = apply_rule(SHARE, served(MET, CLOSE, MISSED, NOT, STALE))
    assert (found.judged, found.total) == (3, 5)


@pytest.mark.parametrize(
    ("pairs", "share", "expected"),
    [
        (((MET, "3"), (MISSED, "1")), "3/4", CLOSE),
        (((MET, "4"), (MISSED, "1")), "4/5", MET),
        (((CLOSE, "1"), (CLOSE, "7")), "1/2", CLOSE),
        (((CLOSE, "1"), (MISSED, "1")), "1/4", MISSED),
        (((MET, "1"), (MISSED, "0")), "1", MET),
        (((MET, "1"), (NOT, "9")), "1", MET),
        (((MET, "0.1"), (MISSED, "0.2")), "1/3", MISSED),
    ],
)
def test_a_weighted_share_takes_the_weights_and_counts_what_is_near_as_half(pairs, share, expected):
    found = apply_rule(WEIGHTED, weighed(*pairs))
    assert (found.share, found.status) == (Fraction(share), expected)


@pytest.mark.parametrize("rule", [SHARE, WEIGHTED])
def test_where_nothing_could_be_judged_there_is_no_share(rule):
    found = apply_rule(rule, served(NOT, STALE))
    assert (found.status, found.why, found.share) == (NOT, GoalWhy.NOTHING_JUDGED, None)


def test_where_only_what_weighs_nothing_could_be_judged_there_is_no_share():
    found = apply_rule(WEIGHTED, weighed((MET, "0"), (NOT, "1")))
    assert (found.status, found.why) == (NOT, GoalWhy.NOTHING_JUDGED)


@pytest.mark.parametrize("weights", [("0", "0"), ("1", "-1"), ("2", "-1")])
def test_weights_that_cannot_weigh_make_it_not_measured(weights):
    found = apply_rule(WEIGHTED, weighed((MET, weights[0]), (MET, weights[1])))
    assert (found.status, found.why) == (NOT, GoalWhy.WEIGHTS)


@pytest.mark.parametrize("rule", [WORST, SHARE])
def test_weights_matter_only_where_they_are_asked_for(rule):
    assert apply_rule(rule, weighed((MET, "-1"))).status is MET


@pytest.mark.parametrize("rule", RULES)
def test_a_goal_that_nothing_serves_is_not_measured(rule):
    found = apply_rule(rule, [])
    assert (found.status, found.why) == (NOT, GoalWhy.NOTHING_BELOW)


@given(found=served_lists)
def test_the_worst_is_the_most_severe_of_all(found):
    assert apply_rule(WORST, found).status is max((one.status for one in found), key=SEVERITY.index)


@given(found=served_lists, data=st.data())
def test_the_order_never_matters(found, data):
    other = data.draw(st.permutations(found))
    assert [apply_rule(rule, found) for rule in RULES] == [apply_rule(rule, other) for rule in RULES]


@given(found=served_lists)
def test_a_share_lies_between_none_and_all_and_says_nothing_of_what_is_not_known(found):
    judged = [one for one in found if one.status in JUDGED]
    for rule in (SHARE, WEIGHTED):
        share = apply_rule(rule, found).share
        assert share is None or 0 <= share <= 1
    assert apply_rule(SHARE, found).share == (apply_rule(SHARE, judged).share if judged else None)


@given(found=served_lists)
def test_equal_weights_of_reached_and_missed_weigh_as_a_share(found):
    alike = [Served(status=one.status, weight=Decimal(3)) for one in found if one.status is not CLOSE]
    assert apply_rule(WEIGHTED, alike).share == apply_rule(SHARE, alike).share
