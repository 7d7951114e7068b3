"""Missing is not zero, and what cannot be is neither."""

from decimal import Decimal

import pytest
from attrs import evolve

from styrmodell.aggregation.arithmetic import apply
from styrmodell.aggregation.explanation import Op
from styrmodell.model.expression import Change, ref
from styrmodell.model.kind import State
from styrmodell.model.measure import MissingPolicy
from styrmodell.source import Source

UNITS = "r a<r b<r c<r"
SLAG = "netto=intakt+kostnad"
DVO = "summa=a+b"
STRICT = MissingPolicy.STRICT


def coverage(explanation):
    return (explanation.coverage.reported, explanation.coverage.expected)


# Policies


def test_a_partial_sum_is_of_what_came_and_says_how_much_that_is(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("a", "b", "c"))], [obs("m", "a", "1"), obs("m", "b", "2")]).explain(
        "m"
    )
    assert found.exact == 3
    assert coverage(found) == (2, 3)


def test_a_strict_sum_is_missing_until_all_came(world, measure, obs):
    strict = measure("m", expected=("a", "b", "c"), missing=STRICT)
    figures = [obs("m", "a", "1"), obs("m", "b", "2")]
    assert world(UNITS, [strict], figures).value("m") is None, "3 is the partial sum"
    assert world(UNITS, [strict], [*figures, obs("m", "c", "4")]).value("m") == 7


def test_a_strict_sum_still_has_its_coverage_and_names_who_is_missing(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("a", "b"), missing=STRICT)], [obs("m", "a", "1")]).explain("m")
    assert coverage(found) == (1, 2)
    assert found.missing == ("b",)


def test_a_strict_measure_gives_what_a_unit_itself_reported(world, measure, obs):
    assert world(UNITS, [measure("m", expected=("a", "b"), missing=STRICT)], [obs("m", "a", "1")]).value("m", "a") == 1


def test_a_strict_roll_up_along_a_dimension_is_missing_until_all_parts_came(world, measure, obs):
    figures = [obs("m", "r", "1", dvo="a")]
    assert world("r", [measure("m", "dvo", missing=STRICT)], figures, dvo=DVO).value("m") is None
    assert world("r", [measure("m", "dvo")], figures, dvo=DVO).value("m") == 1


def test_a_partial_roll_up_along_a_dimension_says_how_much_came(world, measure, obs):
    found = world("r", [measure("m", "dvo")], [obs("m", "r", "1", dvo="a")], dvo=DVO).explain("m")
    assert coverage(found) == (1, 2)
    assert found.missing == ("r",)


def test_a_sum_of_only_missing_is_missing(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("a", "b"))], []).explain("m")
    assert found.exact is None
    assert found.op is Op.MISSING
    assert coverage(found) == (0, 2)


@pytest.mark.parametrize("state", [State.MISSING, State.NOT_APPLICABLE, State.STATED])
def test_a_figure_in_a_state_that_holds_none_is_not_used(world, measure, obs, state):
    made = world(UNITS, [measure("m")], [obs("m", "a", "1"), obs("m", "b", "1000", state=state)])
    assert made.value("m") == 1, "1001 takes the figure for one that was reported"


def test_a_figure_of_zero_came_and_is_not_missing(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("a",))], [obs("m", "a", "0")]).explain("m")
    assert found.exact == 0
    assert coverage(found) == (1, 1)


def test_an_observation_without_a_figure_is_missing(world, measure, obs):
    found = world(UNITS, [measure("m")], [obs("m", "a"), obs("m", "b", "2")]).explain("m")
    assert found.exact == 2
    assert found.missing == ("a",)


def test_a_fraction_reported_for_a_measure_that_is_summed_does_not_stop_the_others(world, measure, obs):
    # Wrong data is told, never raised.
    made = world(UNITS, [measure("m")], [obs("m", "a", numerator="1", denominator="2"), obs("m", "b", "2")])
    assert made.value("m", "b") == 2
    assert made.value("m") in (2, Decimal("2.5"))


def test_a_ratio_reported_without_its_parts_is_not_counted_as_in_the_ratio_of_sums(world, measure, obs):
    made = world(
        UNITS,
        [measure("m", unit="%", rule="ratio_of_sums", expected=("a", "b"))],
        [obs("m", "a", "0.5"), obs("m", "b", numerator="1", denominator="4")],
    )
    found = made.explain("m")
    assert found.exact == Decimal("0.25")
    assert coverage(found) == (1, 2), "2 of 2 says that a's figure is in the value"


# Who is expected, who is missing


def test_who_is_missing_is_named_in_the_order_of_the_organisation(world, measure, obs):
    assert world(UNITS, [measure("m", expected=("c", "a", "b"))], [obs("m", "b", "1")]).explain("m").missing == (
        "a",
        "c",
    )


def test_expected_units_are_those_that_ever_reported_when_none_are_declared(world, measure, obs):
    found = world(UNITS, [measure("m")], [obs("m", "a", "1"), obs("m", "b", "2", period="2018")]).explain("m")
    assert coverage(found) == (1, 2)
    assert found.missing == ("b",)


def test_a_unit_that_never_reported_is_not_expected(world, measure, obs):
    assert coverage(world(UNITS, [measure("m")], [obs("m", "a", "1")]).explain("m")) == (1, 1)


def test_a_printed_figure_makes_nobody_expected(world, measure, obs):
    figures = [obs("m", "a", "1"), obs("m", "b", "2", state=State.STATED)]
    assert coverage(world(UNITS, [measure("m")], figures).explain("m")) == (1, 1)


def test_a_unit_that_said_it_is_missing_is_expected(world, measure, obs):
    found = world(UNITS, [measure("m")], [obs("m", "a", "1"), obs("m", "b", state=State.MISSING)]).explain("m")
    assert found.missing == ("b",)


def test_a_unit_above_those_that_report_is_not_expected_beside_them(world, measure, obs):
    found = world(UNITS, [measure("m")], [obs("m", "r", "9", period="2019"), obs("m", "a", "1")]).explain("m")
    assert coverage(found) == (1, 1)


def test_a_parents_own_value_covers_all_that_are_expected_below(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("a", "b", "c"))], [obs("m", "r", "9")]).explain("m")
    assert coverage(found) == (3, 3)
    assert found.missing == ()


def test_a_unit_and_one_below_it_may_both_be_declared_to_report(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("r", "a"))], [obs("m", "a", "1")]).explain("m")
    assert found.coverage.expected - found.coverage.reported == len(found.missing)


def test_coverage_is_of_the_units_below_the_asked_one(world, measure, obs):
    made = world("r a<r b<r c<a d<a", [measure("m", expected=("b", "c", "d"))], [obs("m", "c", "1")])
    assert [coverage(made.explain("m", unit)) for unit in "rabcd"] == [(1, 3), (1, 2), (0, 1), (1, 1), (0, 1)]


def test_a_missing_unit_is_named_once_however_many_parts_it_lacks(world, measure, obs):
    made = world(
        UNITS, [measure("m", "dvo", expected=("a", "b"))], [obs("m", "a", "1", dvo=part) for part in "ab"], dvo=DVO
    )
    assert made.explain("m").missing == ("b",)


# Not applicable


def subsidy(measure):
    """Regionbidrag has no cost, as in bilaga 10 a."""
    pattern = ((("dvo", "bidrag"), ("slag", "kostnad")),)
    return measure("ekonomi", "dvo slag", not_applicable=pattern)


def test_what_matches_a_pattern_has_no_figure_and_is_not_missing(world, measure, obs):
    found = world("r", [subsidy(measure)], [], dvo="summa=vard+bidrag", slag=SLAG).explain(
        "ekonomi", dvo="bidrag", slag="kostnad"
    )
    assert found.op is Op.NOT_APPLICABLE
    assert coverage(found) == (0, 0)


def test_what_matches_a_pattern_is_outside_coverage(world, measure, obs):
    made = world(
        "r",
        [subsidy(measure)],
        [obs("ekonomi", "r", "9", dvo="bidrag", slag="intakt")],
        dvo="summa=vard+bidrag",
        slag=SLAG,
    )
    found = made.explain("ekonomi", dvo="bidrag", slag="netto")
    assert found.exact == 9
    assert coverage(found) == (1, 1), "1 of 2 counts a cost that cannot be"


def test_a_strict_sum_does_not_wait_for_what_cannot_be(world, measure, obs):
    strict = measure("m", "dvo", missing=STRICT, not_applicable=((("dvo", "b"),),))
    assert world("r", [strict], [obs("m", "r", "9", dvo="a")], dvo=DVO).value("m") == 9


def test_a_pattern_of_one_dimension_holds_for_all_members_of_the_others(world, measure, obs):
    made = world("r", [measure("m", "dvo slag", not_applicable=((("dvo", "b"),),))], [], dvo=DVO, slag=SLAG)
    ops = [made.explain("m", dvo="b", slag=slag).op for slag in ("netto", "intakt", "kostnad")]
    assert ops == [Op.NOT_APPLICABLE] * 3


def test_a_figure_where_there_can_be_none_is_not_used(world, measure, obs):
    figures = [
        obs("ekonomi", "r", "9", dvo="bidrag", slag="intakt"),
        obs("ekonomi", "r", "-5", dvo="bidrag", slag="kostnad"),
    ]
    made = world("r", [subsidy(measure)], figures, dvo="summa=vard+bidrag", slag=SLAG)
    assert made.value("ekonomi", dvo="bidrag", slag="netto") == 9, "4 uses a cost that cannot be"


def test_a_sum_of_only_what_cannot_be_is_zero(world, measure, obs):
    patterns = tuple(((("dvo", part)),) for part in "ab")
    made = world("r", [measure("m", "dvo", not_applicable=patterns)], [], dvo=DVO)
    assert made.value("m") == 0


def test_a_sum_of_sums_of_only_what_cannot_be_is_zero(world, measure, obs):
    patterns = tuple(((("dvo", part)),) for part in "cdef")
    made = world("r", [measure("m", "dvo", not_applicable=patterns)], [], dvo="summa=a+b a=c+d b=e+f")
    assert [made.value("m", dvo=member) for member in ("a", "b", "summa")] == [0, 0, 0]


def test_a_sum_of_what_cannot_be_and_what_is_missing_is_missing(world, measure, obs):
    made = world("r", [measure("m", "dvo", not_applicable=((("dvo", "a"),),))], [], dvo=DVO)
    assert made.value("m") is None


def test_a_unit_that_says_it_has_none_is_outside_coverage(world, measure, obs):
    figures = [obs("m", "a", "1"), obs("m", "b", state=State.NOT_APPLICABLE)]
    found = world(UNITS, [measure("m", expected=("a", "b"))], figures).explain("m")
    assert coverage(found) == (1, 1)
    assert found.missing == ()


# Definitions are strict


@pytest.mark.parametrize("definition", ["x + y", "y + x", "x - y", "y - x", "x / y", "y / x", "x + 2 * y"])
def test_a_definition_with_a_missing_input_is_missing(world, measure, obs, definition):
    made = world("r", [measure("x"), measure("y"), measure("z", definition=definition)], [obs("x", "r", "5")])
    assert made.value("z") is None
    assert made.explain("z").is_applicable


def test_a_definition_uses_a_partial_sum_and_carries_its_coverage(world, measure, obs):
    made = world(
        UNITS,
        [measure("x", expected=("a", "b")), measure("z", definition="2 * x")],
        [obs("x", "a", "5")],
    )
    found = made.explain("z")
    assert found.exact == 10
    assert coverage(found) == (1, 2)
    assert found.missing == ("b",)


@pytest.mark.parametrize(("definition", "expected"), [("x + y", 5), ("x - y", None), ("x / y", None), ("2 * y", None)])
def test_an_input_that_cannot_be_is_left_out_of_a_sum_only(world, measure, obs, definition, expected):
    nothing = measure("y", "dvo", not_applicable=((("dvo", "a"),),))
    made = world("r", [measure("x"), nothing, measure("z", definition=definition)], [obs("x", "r", "5")], dvo=DVO)
    found = made.explain("z", dvo="a")
    assert found.exact == expected
    assert found.is_applicable is (expected is not None)


def test_division_by_zero_is_missing_and_told(world, measure, obs):
    made = world(
        "r", [measure("x"), measure("y"), measure("z", definition="x / y")], [obs("x", "r", "5"), obs("y", "r", "0")]
    )
    assert made.value("z") is None
    assert made.codes("z") == ["SM306"]


def test_a_denominator_that_is_a_difference_is_told_with_the_cells_it_is_made_of(world, measure, obs):
    measures = [measure("x"), measure("y"), measure("z", definition="x / (x - y)")]
    made = world("r", measures, [obs("x", "r", "5"), obs("y", "r", "5")])
    assert made.value("z") is None
    (finding,) = made.explain("z").findings
    assert finding.code.code == "SM306"
    assert "value/x@r@" in finding.found()
    assert "value/y@r@" in finding.found()


def test_a_nought_that_stands_nowhere_is_told_where_the_numerator_stands(world, measure, obs):
    made = world(
        "r", [measure("x"), measure("y")], [obs("x", "r", "5", source=Source(file="x.csv")), obs("y", "r", "0")]
    )
    numerator, nought = made.explain("x"), evolve(made.explain("y"), observations=())
    (finding,) = apply(Op.DIVIDE, (numerator, nought)).findings
    assert (finding.code.code, finding.source) == ("SM306", numerator.sources[0])
    assert not apply(Op.DIVIDE, (evolve(numerator, observations=()), nought)).findings, "nobody has written anything"


def test_change_from_zero_is_missing_and_told(world, measure, obs):
    made = world("r", [measure("x"), measure("y")], [obs("x", "r", "5"), obs("y", "r", "0")])
    change = Change(after=ref("x"), before=ref("y"))
    assert made.value(change) is None
    assert made.codes(change) == ["SM306"]


def test_division_by_a_missing_denominator_is_missing_and_no_division_by_zero(world, measure, obs):
    made = world("r", [measure("x"), measure("y"), measure("z", definition="x / y")], [obs("x", "r", "5")])
    assert made.codes("z") == []


# What is wrong in the plan does not stop the rest


def test_circular_definitions_do_not_hang_and_give_what_was_reported(world, measure, obs):
    made = world("r", [measure("x", definition="y + y"), measure("y", definition="x / 2")], [obs("x", "r", "5")])
    assert made.value("x") == 5
    assert made.value("y") is None, "2.5 follows a definition of the circle"


def test_a_measure_defined_by_itself_is_missing(world, measure, obs):
    assert world("r", [measure("x", definition="x")], []).value("x") is None


def test_a_measure_that_uses_a_circle_is_computed_from_what_was_reported(world, measure, obs):
    made = world("r", [measure("x", definition="x"), measure("z", definition="2 * x")], [obs("x", "r", "5")])
    assert made.value("z") == 10


def test_members_in_a_circle_do_not_hang(world, measure, obs):
    made = world("r", [measure("m", "dvo")], [obs("m", "r", "5", dvo="a")], dvo="summa=a+b a=b b=a")
    assert made.value("m", dvo="a") in (5, None)


def test_a_circular_measure_asked_for_an_unknown_member_is_missing(world, measure, obs):
    made = world("r", [measure("x", definition="x"), measure("m", "dvo")], [], dvo=DVO)
    assert made.value("x", dvo="finns-inte") is None


def test_units_in_a_circle_do_not_hang(world, measure, obs):
    made = world("r a<b b<a", [measure("m")], [obs("m", "a", "5"), obs("m", "b", "7")])
    assert (made.value("m", "a"), made.value("m", "b")) == (5, 7)


def test_an_unknown_measure_is_missing_and_told_with_what_looks_alike(world, measure, obs):
    made = world("r", [measure("ekonomi")], [])
    (finding,) = made.explain("ekonmi").findings
    assert made.value("ekonmi") is None
    assert finding.code.code == "SM307"
    assert "menade du ekonomi" in finding.found()


def test_an_unknown_member_is_missing_and_told(world, measure, obs):
    made = world("r", [measure("m", "dvo")], [obs("m", "r", "5", dvo="a")], dvo=DVO)
    assert made.value("m", dvo="c") is None
    assert made.codes("m", dvo="c") == ["SM307"]


def test_an_unknown_unit_is_missing_and_told(world, measure, obs):
    made = world("r", [measure("m")], [obs("m", "r", "5")])
    assert made.value("m", "finns-inte") is None
    assert made.codes("m", "finns-inte") == ["SM307"]


def test_a_definition_with_an_unknown_measure_is_missing_and_told(world, measure, obs):
    made = world("r", [measure("x"), measure("z", definition="x - y")], [obs("x", "r", "5")])
    assert made.value("z") is None
    assert made.codes("z") == ["SM307"]


def test_a_measure_with_an_unknown_rule_is_missing(world, measure, obs):
    made = world(UNITS, [measure("m", "dvo", rule="summ")], [obs("m", "r", "5", dvo="a")], dvo=DVO)
    assert made.value("m") is None
    assert made.value("m", dvo="a") is None


def test_a_figure_of_a_unit_that_the_plan_lacks_is_left_out(world, measure, obs):
    found = world(UNITS, [measure("m")], [obs("m", "a", "1"), obs("m", "finns-inte", "1000")]).explain("m")
    assert found.exact == 1, "1001 counts a unit that does not exist"
    assert coverage(found) == (1, 1)


def test_an_expected_unit_that_the_plan_lacks_is_not_waited_for(world, measure, obs):
    strict = measure("m", expected=("a", "finns-inte"), missing=STRICT)
    assert world(UNITS, [strict], [obs("m", "a", "1")]).value("m") == 1


def test_a_figure_of_a_measure_that_the_plan_lacks_is_left_out(world, measure, obs):
    assert world("r", [measure("m")], [obs("m", "r", "1"), obs("n", "r", "1000")]).value("m") == 1


def test_a_measure_without_a_unit_of_count_is_summed_without_one(world, measure, obs):
    found = world(UNITS, [measure("m", unit="")], [obs("m", "a", "1"), obs("m", "b", "2")]).explain("m")
    assert (found.exact, found.unit) == (3, "")


def test_a_measure_whose_dimension_the_plan_lacks_is_missing_and_told(world, measure, obs):
    made = world("r", [measure("m", "finns-inte")], [obs("m", "r", "5")])
    assert made.value("m") is None
    assert made.codes("m") == ["SM307"]


def test_a_fold_of_only_units_that_say_not_applicable_is_not_applicable(world, measure, obs):
    figures = [obs("m", "a", None, state=State.NOT_APPLICABLE), obs("m", "b", None, state=State.NOT_APPLICABLE)]
    found = world(UNITS, [measure("m")], figures).explain("m")
    assert not found.is_applicable
    assert coverage(found) == (0, 0)
