"""The tool that checks a rule's laws: a rule that breaks one is told which law, and which rule."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import count

import pytest
from attrs import evolve

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.rules.additive import COUNT, MEAN, SUM
from styrmodell.aggregation.rules.judged import STATUS_COUNTS, WORST_STATUS
from styrmodell.aggregation.rules.ordered import LATEST
from styrmodell.aggregation.rules.own import OWN
from styrmodell.aggregation.rules.quotients import RATIO_OF_SUMS, WEIGHTED_MEAN
from styrmodell.finding import Text
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.status import Status
from styrmodell.testing import batches, check_rule

YEAR = Period.year(2020)
NAME = Text(sv="trasig", en="broken")


def figure(unit: str, value: str, **more) -> Observation:
    return Observation(measure_id="m", unit_id=unit, period=YEAR, value=value, **more)


# Three figures that differ in every way a rule can see.
FIGURES = (
    figure("a", "10", as_of=date(2020, 1, 1)),
    figure("b", "0.5", as_of=date(2020, 3, 1)),
    figure("c", "-3"),
)
JUDGED = tuple(Item(observation=one, status=Status.MET, met=True) for one in FIGURES)


def broken(rule: Rule, **changes) -> Rule:
    return evolve(rule, key="broken", title=NAME, **changes)


def keep_first(left, right):
    return left or right


def mean_of_two(left, right):
    return (1, (left[1] + right[1]) / 2)


BROKEN = {
    "identity": broken(SUM, identity=(1, Decimal(1))),
    "any order": broken(LATEST, combine=keep_first),
    "associativity": broken(
        SUM,
        gather=None,
        lift=lambda item: (1, abs(item.observation.value)),
        combine=lambda left, right: (left[0] + right[0], abs(left[1] - right[1])),
        subtract=None,
        scale=None,
    ),
    "gather": broken(SUM, gather=lambda observations: (len(observations), Decimal(0))),
    "lower": broken(RATIO_OF_SUMS, lower=lambda state: state[0] / state[1]),
    "subtract": broken(SUM, subtract=lambda left, right: (left[0], left[1] - right[1])),
    "scale": broken(MEAN, scale=SUM.scale),
}
LOWERED = {
    "float": broken(SUM, lower=lambda state: float(state[1])),
    "str": broken(SUM, lower=lambda state: str(state[1])),
    "int": broken(SUM, lower=lambda state: int(state[1])),
    "tuple": broken(STATUS_COUNTS, lower=lambda _state: (("met", 1),)),
}


@pytest.mark.parametrize("law", BROKEN)
def test_a_rule_that_breaks_a_law_is_told_which_law_and_which_rule(law):
    with pytest.raises(AssertionError, match=rf"^rule 'broken' breaks the law of {law}"):
        check_rule(BROKEN[law], [FIGURES])


@pytest.mark.parametrize("kind", LOWERED)
def test_a_rule_that_lowers_to_what_is_no_value_is_told_what_it_gave(kind):
    with pytest.raises(AssertionError, match=rf"rule 'broken' breaks the law of lower: .* a {kind} and not a Decimal"):
        check_rule(LOWERED[kind], [FIGURES])


def test_a_rule_may_lower_to_a_status_or_to_counts():
    check_rule(WORST_STATUS, [JUDGED])
    check_rule(STATUS_COUNTS, [JUDGED])


def test_a_subtraction_that_cannot_go_below_nothing_does_not_give_back_the_whole():
    def at_least_nothing(left, right):
        return left - right if left >= right else 0

    with pytest.raises(AssertionError, match=r"law of subtract \(putting back what was taken out\)"):
        check_rule(broken(COUNT, subtract=at_least_nothing), [FIGURES])


def test_a_gather_that_is_right_for_all_but_wrong_in_parts_breaks_tree_is_flat():
    def gather(observations):
        return SUM.fold(observations if len(observations) in (0, 3) else observations[:1])

    with pytest.raises(AssertionError, match="law of tree = flat"):
        check_rule(broken(SUM, gather=gather), [FIGURES])


def test_a_mean_of_means_is_found_by_a_strategy():
    rule = broken(SUM, combine=mean_of_two, gather=None)
    with pytest.raises(AssertionError, match="rule 'broken' breaks the law"):
        check_rule(rule, batches("m", max_units=3))


def test_a_rule_whose_explanation_gives_another_value_each_time_is_told():
    times = count()
    rule = broken(SUM, lower=lambda _state: Decimal(next(times)))
    with pytest.raises(AssertionError, match=r"rule 'broken' breaks the law of explanation .*SM308"):
        check_rule(evolve(rule, scale=None), [FIGURES])


def test_a_weighted_rule_is_checked_on_items():
    check_rule(WEIGHTED_MEAN, [[Item(observation=one, weight=Decimal(2)) for one in FIGURES]])


def test_a_weighted_rule_given_figures_without_weights_says_so():
    with pytest.raises(ValueError, match="without a weight"):
        check_rule(WEIGHTED_MEAN, [FIGURES])


def test_a_rule_that_does_not_combine_need_not_keep_the_laws_of_combining():
    check_rule(evolve(OWN, combine=lambda left, _right: left), [FIGURES])


def test_a_rule_that_does_not_combine_must_still_lower():
    with pytest.raises(AssertionError, match="law of lower"):
        check_rule(broken(OWN, lower=lambda state: state[2]), [FIGURES])


def test_no_figures_at_all_are_a_batch_too():
    check_rule(SUM, [()])
    with pytest.raises(AssertionError, match="law of lower"):
        check_rule(broken(MEAN, lower=lambda state: Fraction(state[1]) / state[0]), [()])
