"""All built-in rules: the laws they keep, what they are called, and their values against a naive computation."""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.additive import SUM
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.rules.judged import SHARE_MEETING_TARGET, STATUS_COUNTS, WORST_STATUS
from styrmodell.aggregation.rules.quotients import RATIO_OF_SUMS, WEIGHTED_MEAN
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.status import Status
from styrmodell.source import Source
from styrmodell.testing.laws import check_rule
from styrmodell.testing.strategies import batches, item_batches

RULES = {rule.key: rule for rule in BUILT_IN}
TITLES = {
    "sum": "summa",
    "mean": "medelvärde",
    "weighted_mean": "viktat medelvärde",
    "ratio_of_sums": "kvot av summor",
    "latest": "senaste värdet",
    "first": "första värdet",
    "min": "minsta värdet",
    "max": "största värdet",
    "median": "median",
    "count": "antal",
    "share_meeting_target": "andel som når målet",
    "worst_status": "sämsta status",
    "status_counts": "antal av varje status",
    "own": "enhetens eget värde",
    "none": "läggs inte ihop",
}
WITHOUT_FIGURES = (RATIO_OF_SUMS, RULES["count"], SHARE_MEETING_TARGET, WORST_STATUS, STATUS_COUNTS)
by_key = {"ids": lambda rule: rule.key}


def measure(rule) -> Measure:
    return Measure(id="m", name="M", unit="kr", rule=rule.key)


@pytest.mark.parametrize("rule", BUILT_IN, **by_key)
def test_a_built_in_rule_keeps_the_laws_on_items(rule):
    check_rule(rule, item_batches(measure(rule)))


@pytest.mark.parametrize("rule", [rule for rule in BUILT_IN if rule.gather is not None and rule.combining], **by_key)
def test_a_rule_that_gathers_keeps_the_laws_on_whole_figures(rule):
    check_rule(rule, batches(measure(rule)))


@pytest.mark.parametrize("rule", BUILT_IN, **by_key)
def test_a_built_in_rule_gives_nothing_for_nothing(rule):
    assert rule.lower(rule.fold([])) is None


def test_the_built_in_rules_have_the_titles_that_people_read():
    assert {rule.key: rule.title.sv for rule in BUILT_IN} == TITLES


@pytest.mark.parametrize("rule", BUILT_IN, **by_key)
def test_a_built_in_rule_has_a_title_in_english_too(rule):
    assert rule.title.en


def test_only_a_units_own_value_and_none_do_not_combine():
    assert {rule.key for rule in BUILT_IN if not rule.combining} == {"own", "none"}


def test_only_the_rules_over_targets_need_a_judgement():
    assert {rule.key for rule in BUILT_IN if rule.judged} == {"share_meeting_target", "worst_status", "status_counts"}


def test_only_the_weighted_mean_needs_weights():
    assert {rule.key for rule in BUILT_IN if rule.weighted} == {"weighted_mean"}


def test_only_the_ratio_of_sums_takes_numerators_and_denominators():
    assert {rule.key for rule in BUILT_IN if rule.in_parts} == {"ratio_of_sums"}


def test_the_functions_in_excel_are_those_that_a_formula_can_be_made_with():
    functions = {rule.key: rule.excel for rule in BUILT_IN if rule.excel}
    assert functions == {"sum": "SUM", "mean": "AVERAGE", "min": "MIN", "max": "MAX"}


def test_the_unit_is_the_measures_but_for_numbers_shares_and_statuses():
    changed = {rule.key: rule.unit("kr") for rule in BUILT_IN if rule.unit("kr") != "kr"}
    assert changed == {"count": "antal", "share_meeting_target": "%", "worst_status": "", "status_counts": "antal"}


@pytest.mark.parametrize("rule", [rule for rule in BUILT_IN if rule not in WITHOUT_FIGURES], **by_key)
def test_lifting_an_observation_without_a_figure_names_its_place(rule, obs):
    with pytest.raises(ValueError, match=r"a\.csv rad 3"):
        rule.lift(Item(observation=obs("m", "a", source=Source(file="a.csv", place="rad 3"))))


# Naive computations: all items at once, in fractions.


def values(items: Sequence[Item]) -> list[Fraction]:
    return [Fraction(item.observation.value) for item in items]


def whole_values(items: Sequence[Item]) -> list[Fraction]:
    """Each figure once, however it is split."""
    return [Fraction(value) for value in {item.observation.unit_id: item.observation.value for item in items}.values()]


def naive_sum(items: Sequence[Item]) -> Fraction | None:
    return sum((item.share * value for item, value in zip(items, values(items), strict=True)), Fraction(0))


def naive_mean(items: Sequence[Item]) -> Fraction | None:
    return naive_sum(items) / sum(item.share for item in items)


def naive_weighted_mean(items: Sequence[Item]) -> Fraction | None:
    weights = [item.share * Fraction(item.weight) for item in items]
    if min(weights) < 0 or not sum(weights):
        return None
    return sum(w * value for w, value in zip(weights, values(items), strict=True)) / sum(weights)


def naive_ratio(items: Sequence[Item]) -> Fraction | None:
    numerator = sum(item.share * Fraction(item.observation.numerator) for item in items)
    denominator = sum(item.share * Fraction(item.observation.denominator) for item in items)
    return numerator / denominator if denominator else None


def naive_share(items: Sequence[Item]) -> Fraction | None:
    judged = sum(item.share for item in items if item.met is not None)
    return sum(item.share for item in items if item.met) / judged if judged else None


def naive_worst(items: Sequence[Item]) -> Status:
    found = {item.status for item in items}
    order = (Status.MISSED, Status.STALE, Status.NOT_MEASURED, None, Status.CLOSE, Status.MET)
    return next(status for status in order if status in found) or Status.NOT_MEASURED


def naive_counts(items: Sequence[Item]) -> dict[Status, int]:
    statuses = {item.observation.unit_id: item.status for item in items}
    return Counter(status or Status.NOT_MEASURED for status in statuses.values())


NAIVE: dict[str, Callable[[Sequence[Item]], Any]] = {
    "sum": naive_sum,
    "mean": naive_mean,
    "weighted_mean": naive_weighted_mean,
    "ratio_of_sums": naive_ratio,
    "min": lambda items: min(values(items)),
    "max": lambda items: max(values(items)),
    "median": lambda items: median(whole_values(items)),
    "count": lambda items: sum(item.share for item in items),
    "share_meeting_target": naive_share,
    "worst_status": naive_worst,
}


@pytest.mark.parametrize("key", NAIVE)
def test_a_rule_gives_what_a_naive_computation_over_all_figures_gives(key):
    rule = RULES[key]

    @settings(deadline=None)
    @given(item_batches(measure(rule)).filter(bool))
    def against_naive(items):
        with exact():
            found = rule.lower(rule.fold_items(items))
        assert found == NAIVE[key](items)

    against_naive()


@settings(deadline=None)
@given(item_batches("m").filter(bool))
def test_the_counts_of_statuses_are_those_of_the_figures_each_counted_once(items):
    assert dict(STATUS_COUNTS.lower(STATUS_COUNTS.fold_items(items))) == naive_counts(items)


@settings(deadline=None)
@given(item_batches("m"))
def test_what_remains_of_a_sum_is_what_was_not_taken_out(items):
    half = len(items) // 2
    with exact():
        rest = SUM.subtract(SUM.fold_items(items), SUM.fold_items(items[:half]))
        assert rest == SUM.fold_items(items[half:])


@settings(deadline=None)
@given(item_batches("m"))
def test_what_remains_of_a_weighted_mean_is_that_of_the_figures_not_taken_out(items):
    half = len(items) // 2
    rule = WEIGHTED_MEAN
    with exact():
        rest = rule.subtract(rule.fold_items(items), rule.fold_items(items[:half]))
        assert rest == rule.fold_items(items[half:])
