"""Comparing figures that should be the same, within what their printed digits allow."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from styrmodell.aggregation.compare import differs, figure_text, plain_figure, slack, tolerance
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.stated import check_stated, check_stated_at
from styrmodell.finding import Severity
from styrmodell.model.kind import Kind, State
from styrmodell.model.period import Period

UNITS = "r a<r b<r"
STATED = State.STATED


@pytest.fixture
def printed(world, measure, obs):
    """x is 100 ± 5 kr, y is 20 ± 0,5 kr, n is exactly 4; z is 0 ± 0,5 kr and m is missing."""
    return world(
        "r",
        [measure(name) for name in "xynzm"],
        [
            obs("x", "r", "100", precision="10"),
            obs("y", "r", "20", precision="1"),
            obs("n", "r", "4"),
            obs("z", "r", "0", precision="1"),
        ],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", 5),
        ("n", 0),
        ("x + y", Fraction(11, 2)),
        ("x - y", Fraction(11, 2)),
        ("x + x", 10),
        ("2 * x", 10),
        ("-3 * x", 15),
        ("x / n", Fraction(5, 4)),
        ("x / z", None),
        ("m", 0),
    ],
)
def test_rounding_of_inputs_is_carried_through_the_operations(printed, text, expected):
    assert slack(printed.explain(text)) == expected


def test_a_quotient_may_be_as_wrong_as_its_worst_inputs_make_it(printed):
    worst = max(abs(Fraction(x) / y - 5) for x in (95, 105) for y in (Fraction(39, 2), Fraction(41, 2)))
    assert slack(printed.explain("x / y")) >= worst


def test_slack_of_a_fold_is_half_a_step_of_each_figure_in_it(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", unit, "1000", precision="1000") for unit in "ab"])
    assert slack(made.explain("m")) == 1000


def test_slack_of_a_roll_up_is_that_of_its_parts(world, measure, obs):
    figures = [obs("m", "r", "1000", dvo=part, precision="1000") for part in "ab"]
    assert slack(world("r", [measure("m", "dvo")], figures, dvo="summa=a+b").explain("m")) == 1000


def test_tolerance_adds_half_a_step_of_the_printed_figure(printed):
    assert tolerance(printed.explain("x + y"), Fraction("0.1")) == Fraction(11, 2) + Fraction(1, 20)


def test_there_is_no_tolerance_where_the_denominator_may_be_zero(printed):
    assert tolerance(printed.explain("x / z"), Decimal(1)) is None


@pytest.mark.parametrize(("value", "expected"), [("105.5", False), ("94.5", False), ("105.51", True), ("94.49", True)])
def test_figures_differ_when_they_are_further_apart_than_their_digits_allow(world, measure, obs, value, expected):
    figures = [obs("x", "r", "100", precision="10"), obs("y", "r", value, precision="1")]
    made = world("r", [measure("x"), measure("y")], figures)
    assert differs(made.explain("x"), made.explain("y")) is expected


def test_nothing_differs_from_what_is_missing(printed):
    assert not differs(printed.explain("x"), printed.explain("m"))
    assert not differs(printed.explain("m"), printed.explain("x"))


# Stated figures


@pytest.fixture
def compared(world, measure, obs):
    """Make the findings of one printed figure beside those that were reported in whole tkr."""

    def make(stated, precision="1000", reported=(("a", "60400"), ("b", "30400"))):
        figures = [obs("m", unit, value, precision="1") for unit, value in reported]
        figures.append(obs("m", "r", stated, state=STATED, precision=precision))
        return check_stated(world(UNITS, [measure("m")], figures).evaluator)

    return make


def test_a_printed_figure_that_is_the_rounded_value_gives_no_finding(compared):
    assert compared("91000") == ()


def test_a_printed_figure_is_rounded_half_away_from_zero(compared):
    assert compared("91000", reported=(("a", "60000"), ("b", "30500"))) == ()
    assert compared("-91000", reported=(("a", "-60000"), ("b", "-30500"))) == ()


def test_a_printed_figure_within_the_rounding_of_its_inputs_is_a_note(world, measure, obs):
    figures = [obs("m", unit, "1000", precision="1000") for unit in "ab"]
    made = world(UNITS, [measure("m")], [*figures, obs("m", "r", "3000", state=STATED, precision="1000")])
    (finding,) = check_stated(made.evaluator)
    assert (finding.code.code, finding.code.severity) == ("SM302", Severity.NOTE)


def test_a_printed_figure_outside_the_rounding_is_a_warning_with_both_numbers(compared):
    (finding,) = compared("95000")
    assert (finding.code.code, finding.code.severity) == ("SM301", Severity.WARNING)
    assert "95\u00a0000 kr" in finding.found()
    assert "90\u00a0800 kr" in finding.found()
    assert "501 kr" in finding.expected()


@pytest.mark.parametrize(("stated", "code"), [("90801.5", "SM302"), ("90801.6", "SM301")])
def test_the_limit_is_half_a_step_of_the_printed_figure_and_of_each_input(compared, stated, code):
    # Half of 1 for each of two inputs, and half of 1 for the printed one.
    (finding,) = compared(stated, precision="1")
    assert finding.code.code == code


def test_a_printed_figure_that_nothing_can_be_compared_with_is_a_note(compared):
    (finding,) = compared("91000", reported=())
    assert finding.code.code == "SM303"


def test_a_printed_figure_without_precision_must_be_the_very_value(compared):
    assert compared("90800", precision=None) == ()
    assert [finding.code.code for finding in compared("90802", precision=None)] == ["SM301"]


def test_a_printed_figure_of_a_derived_measure_is_compared_with_the_definition(world, measure, obs):
    figures = [obs("x", "r", "1"), obs("y", "r", "3"), obs("z", "r", "0.5", state=STATED, precision="0.1")]
    made = world("r", [measure("x"), measure("y"), measure("z", unit="%", definition="x / y")], figures)
    (finding,) = check_stated(made.evaluator)
    assert finding.code.code == "SM301"
    assert "50 %" in finding.found()
    assert "33,333333 %" in finding.found()


def test_only_the_printed_figures_of_one_document_are_compared_when_keys_are_given(world, measure, obs):
    figures = [obs("m", unit, "5", state=STATED) for unit in "ab"] + [obs("m", unit, "7") for unit in "ab"]
    made = world(UNITS, [measure("m")], figures)
    key = Key(measure="m", unit="a", period=Period.year(2020), kind=Kind.OUTCOME)
    assert len(check_stated(made.evaluator)) == 2
    assert len(check_stated_at(made.evaluator, [key])) == 1
    assert check_stated_at(made.evaluator, [evolve(key, unit="r")]) == ()


def test_a_printed_figure_of_any_version_is_found_when_none_is_named(world, measure, obs):
    figures = [obs("m", "r", "5", version="beslutad", state=STATED), obs("m", "r", "7", version="beslutad")]
    made = world("r", [measure("m")], figures, versions=("beslutad",))
    key = Key(measure="m", unit="r", period=Period.year(2020), kind=Kind.OUTCOME)
    assert len(check_stated_at(made.evaluator, [key])) == 1


def test_a_printed_figure_of_an_earlier_version_is_not_held_against_what_the_newest_parts_give(world, measure, obs):
    """In October −175 was printed; in January the forecast was another, and nobody printed its deviation."""
    figures = [
        obs("prognos", "r", "197", version="oktober"),
        obs("prognos", "r", "226", version="januari"),
        *(obs("mal", "r", "344", version=version) for version in ("oktober", "januari")),
        obs("z", "r", "-175", version="oktober", state=STATED),
    ]
    measures = [measure("prognos"), measure("mal"), measure("z", definition="prognos - mal")]
    made = world("r", measures, figures, versions=("oktober", "januari"))
    key = Key(measure="z", unit="r", period=Period.year(2020), kind=Kind.OUTCOME)
    assert check_stated_at(made.evaluator, [key]) == ()
    (finding,) = check_stated_at(made.evaluator, [evolve(key, version="oktober")])
    assert finding.code.code == "SM301"


# Figures in findings


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (Fraction(0), "kr", "0 kr"),
        (Fraction(-1661635000), "kr", "\u22121\u00a0661\u00a0635\u00a0000 kr"),
        (Fraction(392, 1000), "%", "39,2 %"),
        (Fraction(1, 3), "antal", "0,333333 antal"),
        (Fraction(5, 2), "", "2,5"),
        (Fraction(-1, 10**9), "kr", "0 kr"),
        (Fraction(123456789, 100), "kr", "1\u00a0234\u00a0567,89 kr"),
    ],
)
def test_a_figure_in_a_finding_is_plain_and_swedish(value, unit, expected):
    assert plain_figure(value, unit) == expected


def test_a_missing_figure_in_a_finding_is_a_dash(printed):
    assert figure_text(printed.explain("m")) == "–"
    assert figure_text(printed.explain("x")) == "100 kr"
