"""The built-in rules, and the laws that every combining rule keeps."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules import BUILT_IN, LATEST, OWN, RATIO_OF_SUMS, SUM
from styrmodell.model.measure import Measure
from styrmodell.source import Source
from styrmodell.testing.laws import check_rule
from styrmodell.testing.strategies import batches

COMBINING = [rule for rule in BUILT_IN if rule.combining]
by_key = {"ids": lambda rule: rule.key}


def lowered(rule, *observations):
    return rule.lower(rule.fold(observations))


@pytest.fixture
def figures(obs):
    """Three figures that differ in every way a rule can see."""
    return [
        obs("m", "a", "10", as_of=date(2020, 1, 1)),
        obs("m", "b", "0.5", as_of=date(2020, 3, 1)),
        obs("m", "c", "-3"),
    ]


@pytest.mark.parametrize("rule", COMBINING, **by_key)
def test_a_built_in_rule_keeps_the_laws(rule):
    check_rule(rule, batches(Measure(id="m", name="M", unit="kr", rule=rule.key)))


@pytest.mark.parametrize("rule", BUILT_IN, **by_key)
def test_a_built_in_rule_gives_nothing_for_nothing(rule):
    assert lowered(rule) is None


@pytest.mark.parametrize("rule", BUILT_IN, **by_key)
def test_a_built_in_rule_has_a_title_in_both_languages(rule):
    assert rule.title.sv
    assert rule.title.en


def test_the_built_in_rules_have_different_keys():
    assert len({rule.key for rule in BUILT_IN}) == len(BUILT_IN)


def test_a_sum_of_figures_that_are_zero_is_zero_and_not_missing(obs):
    assert lowered(SUM, obs("m", "a", "5"), obs("m", "b", "-5")) == 0


def test_a_sum_is_exact(obs):
    assert lowered(SUM, *[obs("m", "a", "0.1")] * 10) == 1


def test_only_the_sum_has_a_function_in_excel():
    assert {rule.key: rule.excel for rule in BUILT_IN if rule.excel} == {"sum": "SUM"}


def test_a_ratio_of_sums_is_neither_the_sum_nor_the_mean_of_the_ratios(obs):
    small = obs("m", "a", numerator="1", denominator="2")
    great = obs("m", "b", numerator="10", denominator="100")
    assert lowered(RATIO_OF_SUMS, small, great) == Fraction(11, 102), "6/10 is the sum and 3/10 the mean of the ratios"


def test_a_ratio_of_sums_is_kept_as_a_fraction(obs):
    assert lowered(RATIO_OF_SUMS, obs("m", "a", numerator="1", denominator="3")) == Fraction(1, 3)


def test_a_ratio_whose_denominators_are_zero_together_is_missing(obs):
    halves = [obs("m", "a", numerator="1", denominator="2"), obs("m", "b", numerator="1", denominator="-2")]
    assert lowered(RATIO_OF_SUMS, *halves) is None


def test_the_latest_is_the_one_that_speaks_of_the_latest_day(figures):
    assert lowered(LATEST, *figures) == Decimal("0.5")


def test_the_latest_goes_by_the_reported_day_when_no_other_is_known(obs):
    early = obs("m", "a", "1", as_of=date(2020, 1, 1), reported=date(2020, 12, 1))
    late = obs("m", "b", "2", reported=date(2020, 6, 1))
    assert lowered(LATEST, early, late) == 2, "1 was only handed in later"


def test_of_two_latest_figures_the_greater_stands_whatever_the_order(obs):
    pair = [obs("m", "a", "1", as_of=date(2020, 1, 1)), obs("m", "b", "2", as_of=date(2020, 1, 1))]
    assert lowered(LATEST, *pair) == lowered(LATEST, *reversed(pair)) == 2


def test_of_two_equal_latest_figures_the_later_place_stands(obs):
    pair = [obs("m", "a", "1", source=Source(file=name)) for name in ("a.csv", "b.csv")]
    assert LATEST.fold(pair) == LATEST.fold(pair[::-1]) == (date.min, Decimal(1), "b.csv")


def test_an_own_value_does_not_combine():
    assert not OWN.combining


@pytest.mark.parametrize("rule", [SUM, LATEST, OWN], **by_key)
def test_lifting_an_observation_without_a_figure_names_its_place(rule, obs):
    with pytest.raises(ValueError, match=r"a\.csv rad 3"):
        rule.lift(Item(observation=obs("m", "a", source=Source(file="a.csv", place="rad 3"))))


BROKEN = {
    "identity": evolve(SUM, key="broken", identity=(1, Decimal(1))),
    "any order": evolve(LATEST, key="broken", combine=lambda left, right: left or right),
    "associativity": evolve(
        SUM,
        key="broken",
        gather=None,
        lift=lambda item: (1, abs(item.observation.value)),
        combine=lambda left, right: (left[0] + right[0], abs(left[1] - right[1])),
    ),
    "gather": evolve(SUM, key="broken", gather=lambda observations: (len(observations), Decimal(0))),
    "lower": evolve(RATIO_OF_SUMS, key="broken", lower=lambda state: state[1] / state[2]),
}


@pytest.mark.parametrize("law", BROKEN)
def test_a_rule_that_breaks_a_law_is_told_which_law_and_which_rule(law, figures):
    with pytest.raises(AssertionError, match=rf"rule 'broken' breaks the law of {law}"):
        check_rule(BROKEN[law], [figures])


def test_a_gather_that_is_right_for_all_but_wrong_in_parts_breaks_tree_is_flat(figures):
    def gather(observations):
        return SUM.fold(observations if len(observations) in (0, 3) else observations[:1])

    with pytest.raises(AssertionError, match="law of tree = flat"):
        check_rule(evolve(SUM, key="broken", gather=gather), [figures])


def test_a_rule_that_lowers_to_a_float_is_told(figures):
    with pytest.raises(AssertionError, match="a float and not a Decimal, Fraction or None"):
        check_rule(evolve(SUM, lower=lambda state: float(state[1])), [figures])


def test_a_broken_rule_is_found_by_a_strategy_too():
    mean = evolve(SUM, key="mean-of-means", combine=lambda left, right: (1, (left[1] + right[1]) / 2), gather=None)
    with pytest.raises(AssertionError, match="rule 'mean-of-means' breaks the law"):
        check_rule(mean, batches("m"))


def test_a_rule_that_does_not_combine_need_not_keep_the_laws_of_combining(figures):
    check_rule(evolve(OWN, combine=lambda left, _right: left), [figures])


def test_a_rule_that_does_not_combine_must_still_lower(figures):
    with pytest.raises(AssertionError, match="law of lower"):
        check_rule(evolve(OWN, lower=lambda state: state[2]), [figures])
