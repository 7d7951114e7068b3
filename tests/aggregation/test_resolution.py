"""The order of resolution: definition, then dimensions outermost first, then units.

Each test is a case in which another order, or another way, gives another number; that number is named.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.expression import ref
from styrmodell.model.kind import Kind

SLAG = "netto=intakt+kostnad"
DVO = "summa=a+b"
UNITS = "r a<r b<r"


# 1. Definitions


def test_a_ratio_is_recomputed_at_every_node_and_neither_summed_nor_averaged(world, measure, obs):
    made = world(
        UNITS,
        [measure("kr"), measure("inv", unit="antal"), measure("kvot", unit="kr/inv", definition="kr / inv")],
        [obs("kr", "a", "100"), obs("inv", "a", "10"), obs("kr", "b", "100"), obs("inv", "b", "40")],
    )
    assert [made.value("kvot", unit) for unit in "ab"] == [10, Fraction(5, 2)]
    assert made.value("kvot", "r") == 4, "12.5 is the sum of the units' ratios, 6.25 their mean"


def test_a_ratio_is_recomputed_along_dimensions_too(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("inv", "dvo"), measure("kvot", definition="kr / inv")],
        [
            *(obs("kr", "r", "100", dvo=member) for member in "ab"),
            obs("inv", "r", "10", dvo="a"),
            obs("inv", "r", "40", dvo="b"),
        ],
        dvo=DVO,
    )
    assert made.value("kvot", dvo="a") == 10
    assert made.value("kvot", dvo="summa") == 4, "12.5 is the sum of the parts' ratios"


def test_a_difference_of_ratios_keeps_every_third(world, measure, obs):
    made = world(
        "r",
        [measure("x"), measure("y"), measure("tre", definition="x / y + x / y + x / y")],
        [obs("x", "r", "1"), obs("y", "r", "3")],
    )
    assert made.value("tre") == 1, "0.999… is three rounded thirds"


def test_a_definition_may_use_another_definition(world, measure, obs):
    made = world(
        "r",
        [measure("x"), measure("dubbel", definition="2 * x"), measure("mer", definition="dubbel + x")],
        [obs("x", "r", "5")],
    )
    assert made.value("mer") == 15


def test_a_definition_stands_above_a_reported_value(world, measure, obs):
    made = world(
        "r",
        [measure("x"), measure("y"), measure("z", definition="x - y")],
        [obs("x", "r", "5"), obs("y", "r", "3"), obs("z", "r", "7")],
    )
    assert made.value("z") == 2, "7 is what was reported"


def test_a_reported_value_that_differs_from_the_definition_is_told(world, measure, obs):
    made = world("r", [measure("x"), measure("z", definition="2 * x")], [obs("x", "r", "5"), obs("z", "r", "7")])
    (finding,) = made.explain("z").findings
    assert finding.code.code == "SM304"
    assert "7 kr" in finding.found()
    assert "10 kr" in finding.found()


def test_a_reported_value_that_agrees_with_the_definition_is_not_told(world, measure, obs):
    made = world("r", [measure("x"), measure("z", definition="2 * x")], [obs("x", "r", "5"), obs("z", "r", "10.0")])
    assert made.codes("z") == []


def test_a_reported_value_within_rounding_of_the_definition_is_not_told(world, measure, obs):
    made = world(
        "r",
        [measure("x"), measure("z", definition="x / 3")],
        [obs("x", "r", "100"), obs("z", "r", "33.3", precision="0.1")],
    )
    assert made.codes("z") == []
    assert made.value("z") == Fraction(100, 3), "33.3 is what was reported"


def test_a_reported_value_stands_when_an_input_is_missing(world, measure, obs):
    made = world(
        "r", [measure("x"), measure("y"), measure("z", definition="x - y")], [obs("x", "r", "5"), obs("z", "r", "7")]
    )
    assert made.value("z") == 7, "5 is what the definition gives when what is missing counts as zero"
    assert made.explain("z").op is Op.STANDING
    assert made.codes("z") == []


def test_a_reported_value_stands_when_the_definition_divides_by_zero(world, measure, obs):
    made = world(
        "r",
        [measure("x"), measure("y"), measure("z", definition="x / y")],
        [obs("x", "r", "5"), obs("y", "r", "0"), obs("z", "r", "7")],
    )
    assert made.value("z") == 7


def test_a_value_reported_for_the_whole_is_not_the_value_of_a_member(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("inv"), measure("kvot", definition="kr / inv")],
        [obs("kr", "r", "100", dvo="a"), obs("inv", "r", "10"), obs("kvot", "r", "77")],
        dvo=DVO,
    )
    assert made.value("kvot", dvo="b") is None, "77 was reported for the whole, and b has no figure"


def test_a_value_reported_for_the_whole_is_not_compared_with_a_member(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("inv"), measure("kvot", definition="kr / inv")],
        [obs("kr", "r", "100", dvo="a"), obs("kr", "r", "50", dvo="b"), obs("inv", "r", "10"), obs("kvot", "r", "15")],
        dvo=DVO,
    )
    assert made.codes("kvot") == []
    assert made.codes("kvot", dvo="a") == []


def test_a_definition_hands_the_asked_members_to_its_inputs(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("dubbel", definition="2 * kr")],
        [obs("kr", "r", "100", dvo="a"), obs("kr", "r", "7", dvo="b")],
        dvo=DVO,
    )
    assert made.value("dubbel", dvo="b") == 14, "214 is the whole"


def test_a_member_named_in_a_definition_stands_above_the_asked_one(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("andel", unit="%", definition="kr / kr[dvo=summa]")],
        [obs("kr", "r", "30", dvo="a"), obs("kr", "r", "10", dvo="b")],
        dvo=DVO,
    )
    assert made.value("andel", dvo="b") == Fraction(1, 4), "1 is b's share of b"


def test_a_member_named_for_a_derived_measure_stands_above_the_asked_one(world, measure, obs):
    made = world(
        "r",
        [measure("kr", "dvo"), measure("dubbel", definition="2 * kr"), measure("z", definition="dubbel[dvo=a] + kr")],
        [obs("kr", "r", "30", dvo="a"), obs("kr", "r", "10", dvo="b")],
        dvo=DVO,
    )
    assert made.value("z", dvo="b") == 70, "30 takes b for a"


def test_a_definition_inherits_period_kind_and_version(world, measure, obs):
    where = {"period": "2021", "kind": Kind.BUDGET, "version": "beslutad"}
    made = world(
        "r",
        [measure("x"), measure("dubbel", definition="2 * x")],
        [obs("x", "r", "5", **where), obs("x", "r", "1"), obs("x", "r", "9", **{**where, "version": "preliminär"})],
        versions=("preliminär", "beslutad"),
    )
    assert made.value("dubbel", **where) == 10


def test_a_reference_may_name_another_unit_than_the_asked_one(world, measure, obs):
    made = world(UNITS, [measure("x")], [obs("x", "a", "5"), obs("x", "b", "7")])
    assert made.value(ref("x", unit="b"), "a") == 7


# 2. Dimensions


ONE_NETTO = {"intakt": "100", "kostnad": "-60"}


def economy(obs):
    """In a there are income and cost; of b only the net is known."""
    figures = [obs("ekonomi", "r", value, dvo="a", slag=slag) for slag, value in ONE_NETTO.items()]
    return [*figures, obs("ekonomi", "r", "-30", dvo="b", slag="netto")]


def test_dimensions_are_rolled_up_outermost_first(world, measure, obs):
    made = world("r", [measure("ekonomi", "dvo slag")], economy(obs), dvo=DVO, slag=SLAG)
    assert made.value("ekonomi", dvo="summa", slag="netto") == 10, "40 is what slag first gives: b's net is lost"


def test_the_outermost_dimension_is_the_one_the_measure_lists_first(world, measure, obs):
    swapped = [obs("ekonomi", "r", str(o.value), **dict(reversed(o.dims))) for o in economy(obs)]
    made = world("r", [measure("ekonomi", "slag dvo")], swapped, dvo=DVO, slag=SLAG)
    assert made.value("ekonomi", dvo="summa", slag="netto") == 40, "10 needs dvo listed first"


def test_the_order_in_which_members_are_written_does_not_matter(world, measure, obs):
    swapped = [obs("ekonomi", "r", str(o.value), **dict(reversed(o.dims))) for o in economy(obs)]
    made = world("r", [measure("ekonomi", "dvo slag")], swapped, dvo=DVO, slag=SLAG)
    assert made.value("ekonomi", slag="netto", dvo="summa") == 10


def test_a_dimension_left_out_is_asked_at_its_root(world, measure, obs):
    made = world("r", [measure("ekonomi", "dvo slag")], economy(obs), dvo=DVO, slag=SLAG)
    assert made.value("ekonomi") == 10
    assert made.value("ekonomi", dvo="a") == 40


def test_dimensions_are_rolled_up_before_units(world, measure, obs):
    figures = [obs("m", unit, value, dvo=member) for unit, value in (("a", "60"), ("b", "5")) for member in "ab"]
    made = world(UNITS, [measure("m", "dvo")], [*figures, obs("m", "r", "500")], dvo=DVO)
    assert made.value("m") == 130, "500 is what units first give: r's own total above all parts of a and b"
    assert [child.exact for child in made.explain("m").children] == [65, 65]
    assert made.codes("m") == ["SM305"]


def test_a_reported_total_is_used_when_a_part_is_missing(world, measure, obs):
    made = world("r", [measure("m", "dvo")], [obs("m", "r", "60", dvo="a"), obs("m", "r", "100")], dvo=DVO)
    assert made.value("m") == 100, "60 is the sum of the parts that came"
    assert made.explain("m").op is Op.TOTAL


def test_a_reported_total_is_not_used_when_all_parts_came(world, measure, obs):
    figures = [obs("m", "r", "60", dvo="a"), obs("m", "r", "30", dvo="b"), obs("m", "r", "100")]
    made = world("r", [measure("m", "dvo")], figures, dvo=DVO)
    assert made.value("m") == 90, "100 is the reported total, 190 the total and the parts"


def test_a_reported_total_that_differs_from_its_complete_parts_is_told(world, measure, obs):
    figures = [obs("m", "r", "60", dvo="a"), obs("m", "r", "30", dvo="b"), obs("m", "r", "100")]
    (finding,) = world("r", [measure("m", "dvo")], figures, dvo=DVO).explain("m").findings
    assert finding.code.code == "SM305"
    assert "100 kr" in finding.found()
    assert "90 kr" in finding.found()


@pytest.mark.parametrize(("total", "codes"), [("91500", []), ("88500", []), ("91501", ["SM305"]), ("88499", ["SM305"])])
def test_a_reported_total_may_differ_by_half_a_step_of_each_printed_figure(world, measure, obs, total, codes):
    printed = {"a": "60000", "b": "30000", "summa": total}
    figures = [obs("m", "r", value, dvo=member, precision="1000") for member, value in printed.items()]
    assert world("r", [measure("m", "dvo")], figures, dvo=DVO).codes("m") == codes


def test_a_total_that_fewer_units_reported_than_its_parts_is_not_used(world, measure, obs):
    made = world(
        "r a<r b<r c<r",
        [measure("m", "dvo", expected=("a", "b", "c"))],
        [obs("m", unit, "10", dvo=member) for unit in "ab" for member in "ab"] + [obs("m", "a", "20")],
        dvo=DVO,
    )
    assert made.value("m") == 40, "20 is the total that only a reported"


def test_an_inner_total_is_used_on_the_way_to_an_outer_sum(world, measure, obs):
    made = world(
        "r",
        [measure("m", "dvo")],
        [obs("m", "r", "1", dvo="c"), obs("m", "r", "10", dvo="a"), obs("m", "r", "5", dvo="b")],
        dvo="summa=a+b a=c+d",
    )
    assert made.value("m") == 15, "6 is without the reported total of a, 16 counts c twice"


def test_several_members_at_the_top_are_rolled_up_to_totalt(world, measure, obs):
    made = world(
        "r",
        [measure("m", "dvo")],
        [obs("m", "r", value, dvo=member) for member, value in {"c": "1", "d": "2", "e": "4", "f": "8"}.items()],
        dvo="a=c+d b=e+f",
    )
    assert made.value("m", dvo="totalt") == made.value("m") == 15


# 3. Units


def test_figures_of_units_are_added(world, measure, obs):
    made = world("r a<r b<r c<a", [measure("m")], [obs("m", "c", "1"), obs("m", "b", "2")])
    assert [made.value("m", unit) for unit in "rabc"] == [3, 1, 2, 1]


def test_a_parents_own_value_stands_and_is_not_added(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "r", "100"), obs("m", "a", "60"), obs("m", "b", "30")])
    assert made.value("m") == 100, "90 is the sum of the units below, 190 counts them twice"


def test_a_middle_units_own_value_stands_in_the_sum_above(world, measure, obs):
    made = world(
        "r a<r b<r c<a d<a",
        [measure("m")],
        [obs("m", "a", "50"), obs("m", "c", "10"), obs("m", "d", "20"), obs("m", "b", "5")],
    )
    assert made.value("m") == 55, "35 is the sum of the lowest units, 85 counts c and d twice"


def test_a_unit_below_keeps_its_figure_when_asked_for_itself(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "r", "100"), obs("m", "a", "60")])
    assert made.value("m", "a") == 60


def test_what_a_parent_reported_is_not_shared_out_to_those_below(world, measure, obs):
    assert world(UNITS, [measure("m")], [obs("m", "r", "100")]).value("m", "a") is None


def test_a_rule_that_does_not_combine_takes_only_the_units_own_figure(world, measure, obs):
    made = world(UNITS, [measure("m", rule="own")], [obs("m", "a", "60"), obs("m", "b", "30")])
    assert made.value("m", "r") is None, "90 is what a sum gives"
    assert made.value("m", "a") == 60


def test_a_ratio_of_sums_is_recomputed_over_units(world, measure, obs):
    made = world(
        UNITS,
        [measure("m", unit="%", rule="ratio_of_sums")],
        [obs("m", "a", numerator="1", denominator="2"), obs("m", "b", numerator="10", denominator="100")],
    )
    assert made.value("m") == Fraction(11, 102), "0.6 is the sum of the shares, 0.3 their mean"


def test_figures_of_another_period_kind_or_measure_are_not_mixed_in(world, measure, obs):
    made = world(
        "r",
        [measure("m"), measure("n")],
        [
            obs("m", "r", "1"),
            obs("m", "r", "2", period="2019"),
            obs("m", "r", "4", kind=Kind.BUDGET),
            obs("n", "r", "8"),
            obs("m", "r", "16", period="2020-T1"),
        ],
    )
    assert made.value("m") == 1


def test_a_rolling_year_and_the_calendar_year_are_two_periods(world, measure, obs):
    made = world("r", [measure("m")], [obs("m", "r", "1"), obs("m", "r", "2", period="R12-2020-12")])
    assert (made.value("m"), made.value("m", period="R12-2020-12")) == (1, 2)


# Versions


VERSIONS = ("preliminär", "beslutad", "reviderad")


def test_the_newest_version_by_the_profiles_order_counts(world, measure, obs):
    figures = [obs("m", "r", value, version=name) for name, value in zip(VERSIONS, "123", strict=True)]
    for order in (figures, figures[::-1]):
        made = world("r", [measure("m")], order, versions=VERSIONS)
        assert made.value("m") == 3, "6 is all versions added"


def test_a_named_version_is_the_one_that_is_given(world, measure, obs):
    figures = [obs("m", "r", value, version=name) for name, value in zip(VERSIONS, "123", strict=True)]
    made = world("r", [measure("m")], figures, versions=VERSIONS)
    assert [made.value("m", version=name) for name in VERSIONS] == [1, 2, 3]


def test_each_unit_contributes_its_own_newest_version(world, measure, obs):
    figures = [obs("m", "a", "1", version="beslutad"), obs("m", "a", "2", version="reviderad")]
    made = world(UNITS, [measure("m")], [*figures, obs("m", "b", "10", version="beslutad")], versions=VERSIONS)
    assert made.value("m") == 12, "2 is only those that revised, 11 only what was decided"


def test_a_unit_without_the_named_version_is_missing(world, measure, obs):
    figures = [obs("m", "a", "1", version="reviderad"), obs("m", "b", "10", version="beslutad")]
    explanation = world(UNITS, [measure("m")], figures, versions=VERSIONS).explain("m", version="reviderad")
    assert explanation.exact == 1
    assert explanation.missing == ("b",)


def test_a_version_counts_above_a_figure_without_version(world, measure, obs):
    figures = [obs("m", "r", "1"), obs("m", "r", "2", version="preliminär")]
    for order in (figures, figures[::-1]):
        assert world("r", [measure("m")], order, versions=VERSIONS).value("m") == 2


def test_versions_that_nobody_ordered_give_the_same_value_whatever_is_read_first(world, measure, obs):
    figures = [obs("m", "r", "1", version="p03"), obs("m", "r", "2", version="p05")]
    values = {world("r", [measure("m")], order).value("m") for order in (figures, figures[::-1])}
    assert len(values) == 1


def test_a_dimension_left_out_and_its_root_named_give_the_same_value_whatever_is_read_first(world, measure, obs):
    figures = [obs("m", "r", "1"), obs("m", "r", "2", dvo="summa")]
    values = {world("r", [measure("m", "dvo")], order, dvo=DVO).value("m") for order in (figures, figures[::-1])}
    assert len(values) == 1


def test_units_that_report_in_different_ways_are_each_resolved_in_their_own(world, measure, obs):
    figures = [obs("m", "a", "60", dvo="a"), obs("m", "a", "40", dvo="b"), obs("m", "b", "50")]
    made = world(UNITS, [measure("m", "dvo")], figures, dvo=DVO)
    found = made.explain("m")
    assert found.exact == 150, "50 is b's total taken for both, 100 is a's parts taken for both"
    assert found.coverage.is_full
    assert [child.exact for child in found.children] == [100, 50]
    assert made.evaluator.explain_key(found.bound) is found


def test_a_total_is_resolved_along_the_dimensions_that_remain(world, measure, obs):
    figures = [
        obs("ekonomi", "r", "100", dvo="summa", slag="intakt"),
        obs("ekonomi", "r", "-40", dvo="summa", slag="kostnad"),
    ]
    made = world("r", [measure("ekonomi", "dvo slag")], figures, dvo=DVO, slag=SLAG)
    assert made.value("ekonomi", dvo="summa", slag="netto") == 60
    assert made.value("ekonomi", dvo="a", slag="netto") is None


def test_a_total_along_the_remaining_dimensions_is_compared_with_the_parts(world, measure, obs):
    figures = [
        *(obs("ekonomi", "r", value, dvo=dvo, slag=slag) for dvo, slag, value in (
            ("a", "intakt", "100"), ("a", "kostnad", "-60"), ("b", "intakt", "10"), ("b", "kostnad", "-5"),
            ("summa", "intakt", "200"), ("summa", "kostnad", "-65"),
        )),
    ]  # fmt: skip
    made = world("r", [measure("ekonomi", "dvo slag")], figures, dvo=DVO, slag=SLAG)
    assert made.value("ekonomi", dvo="summa", slag="netto") == 45
    assert "SM305" in made.codes("ekonomi", dvo="summa", slag="netto")


def test_reported_ratios_of_units_below_never_stand_for_the_ratio_of_the_whole(world, measure, obs):
    figures = [obs("kvot", "a", "0.4"), obs("kvot", "b", "0.6")]
    made = world(UNITS, [measure("x"), measure("y"), measure("kvot", definition="x / y")], figures)
    assert made.value("kvot") is None, "1.0 is the two ratios added"
    assert made.value("kvot", "a") == Decimal("0.4")


def test_a_total_that_units_below_reported_is_told_as_a_fold_of_theirs(world, measure, obs):
    figures = [obs("m", "a", "60"), obs("m", "b", "40")]
    found = world(UNITS, [measure("m", "dvo")], figures, dvo=DVO).explain("m")
    assert found.exact == 100
    assert found.op is Op.FOLDED
    assert [child.exact for child in found.children] == [60, 40]
