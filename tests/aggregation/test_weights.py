"""Weighted means: what weighs each figure, and what cannot be weighed."""

from datetime import date
from fractions import Fraction

import pytest

from styrmodell.aggregation.fold_all import fold_all
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MissingPolicy
from styrmodell.source import Source


@pytest.fixture
def weighed(world, measure, obs):
    """A world of one weighted measure: unit → (figure, weight)."""

    def make(units, pairs, **more):
        figures = [obs("m", unit, figure) for unit, (figure, _) in pairs.items() if figure]
        weights = [obs("w", unit, weight) for unit, (_, weight) in pairs.items() if weight]
        return world(
            units, [measure("m", rule="weighted_mean", weight_id="w", **more), measure("w")], [*figures, *weights]
        )

    return make


def test_each_figure_counts_by_its_weight(weighed):
    made = weighed("r a<r b<r", {"a": ("80", "100"), "b": ("70", "300")})
    assert made.value("m") == Fraction("72.5")


def test_it_is_the_same_however_the_organisation_is_cut(weighed):
    pairs = {"a": ("80", "100"), "b": ("70", "300"), "c": ("75", "200")}
    flat = weighed("r a<r b<r c<r", pairs).value("m")
    assert weighed("r h<r a<h b<h c<r", pairs).value("m") == flat == Fraction(220, 3)


def test_a_figure_without_weight_is_left_out_and_told_where_it_stands(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [obs("m", "a", "80"), obs("w", "a", "1"), obs("m", "b", "70", source=Source(file="m.csv", place="rad 3"))]
    found = world("r a<r b<r", [weighted, measure("w")], figures).sound("m")
    assert (found.exact, found.missing) == (80, ("b",))
    (finding,) = found.findings
    assert (finding.code.code, str(finding.source)) == ("SM310", "m.csv rad 3")
    assert dict(finding.args)["weight"] == "w"


def test_a_weighted_measure_that_demands_everything_waits_for_every_weight(weighed):
    made = weighed("r a<r b<r", {"a": ("80", "1"), "b": ("70", "")}, missing=MissingPolicy.STRICT)
    assert made.value("m") is None


def test_a_weight_of_nought_takes_its_figure_out_of_the_mean(weighed):
    made = weighed("r a<r b<r", {"a": ("80", "0"), "b": ("70", "2")})
    assert made.value("m") == 70
    assert made.covered("m") == (2, 2)


def test_weights_that_are_nought_together_are_told(weighed):
    made = weighed("r a<r b<r", {"a": ("80", "0"), "b": ("70", "0")})
    assert made.value("m") is None
    assert made.codes("m") == ["SM315"]


def test_a_negative_weight_takes_the_mean_away_where_the_unit_is_part_of_it(weighed):
    made = weighed("r a<r b<r", {"a": ("80", "-100"), "b": ("70", "300")})
    assert made.value("m") is None, "65 is less than both"
    assert made.codes("m") == ["SM311"]
    assert made.value("m", "b") == 70


def test_weights_are_of_the_same_period_and_kind(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [obs("m", "a", "80"), obs("w", "a", "1", period="2019"), obs("w", "a", "1", kind=Kind.PLAN)]
    assert world("r a<r", [weighted, measure("w")], figures).codes("m") == ["SM310"]


def test_weights_are_of_the_version_that_is_asked_for(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    of_p1 = {"kind": Kind.FORECAST, "version": "p1"}
    figures = [
        obs("m", "a", "4", **of_p1),
        obs("m", "b", "8", **of_p1),
        obs("w", "a", "1", **of_p1),
        obs("w", "b", "1", **of_p1),
        obs("w", "a", "3", kind=Kind.FORECAST, version="p2"),
    ]
    made = world("r a<r b<r", [weighted, measure("w")], figures, versions=("p1", "p2"))
    assert made.value("m", kind=Kind.FORECAST, version="p1") == 6, "5 weighs the earlier forecast by the later"


def test_a_weight_told_in_items_is_their_sum(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "a", "4"),
        obs("m", "b", "8"),
        obs("w", "a", "1", counterparty="b"),
        obs("w", "a", "2"),
        obs("w", "b", "1"),
    ]
    assert world("r a<r b<r", [weighted, measure("w")], figures).value("m") == 5


def test_a_corrected_weight_weighs(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "a", "4"),
        obs("m", "b", "8"),
        obs("w", "a", "1", reported=date(2021, 1, 1)),
        obs("w", "a", "3", reported=date(2021, 2, 1), correction="fler svar"),
        obs("w", "b", "1"),
    ]
    assert world("r a<r b<r", [weighted, measure("w")], figures).value("m") == 5


def test_a_settled_weight_weighs(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "a", "4"),
        obs("m", "b", "8"),
        obs("w", "a", "1"),
        obs("w", "a", "3", state=State.SETTLED, reporter="chef", comment="fler svar"),
        obs("w", "b", "1"),
    ]
    assert world("r a<r b<r", [weighted, measure("w")], figures).value("m") == 5


def test_members_are_weighed_by_the_weight_of_the_same_member(world, measure, obs):
    weighted = measure("m", "kon", rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "r", "4", kon="k"),
        obs("m", "r", "8", kon="man"),
        obs("w", "r", "3", kon="k"),
        obs("w", "r", "1", kon="man"),
    ]
    made = world("r", [weighted, measure("w", "kon")], figures, kon="alla=k+man")
    assert made.value("m") == 5
    assert made.value("m", kon="man") == 8


def test_a_weight_that_the_plan_lacks_is_told(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    made = world("r a<r", [weighted], [obs("m", "a", "4")])
    assert made.value("m") is None
    assert made.codes("m") == ["SM310"]


def test_a_fold_of_everything_weighs_the_same(weighed):
    made = weighed("r h<r a<h b<h c<r", {"a": ("80", "100"), "b": ("70", "300"), "c": ("75", "200")})
    folds = {fold.key.measure: fold for fold in fold_all(made.evaluator.index, made.evaluator.rules)}
    rows = {row[0]: row[1] for row in folds["m"].rows()}
    assert rows == {unit: made.value("m", unit) for unit in ("r", "h", "a", "b", "c")}
