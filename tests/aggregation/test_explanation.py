"""A value with its working: opened one level at a time, and rechecked."""

import decimal
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce

import pytest
from attrs import evolve

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rules.additive import SUM
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.model.kind import Kind, State
from styrmodell.source import Source

RULES = {rule.key: rule for rule in BUILT_IN}
UNITS = "r a<r b<r c<a d<a e<r"
SLAG = "netto=intakt+kostnad"


@pytest.fixture
def folded(world, measure, obs):
    """Three reported figures in two branches; e never reported."""
    figures = [obs("m", unit, value) for unit, value in (("c", "1"), ("d", "2"), ("b", "4"))]
    return world(UNITS, [measure("m")], figures)


def test_a_fold_opens_to_the_units_directly_below(folded):
    children = folded.explain("m").children
    assert [(child.bound.unit, child.exact) for child in children] == [("a", 3), ("b", 4)]
    assert [(child.bound.unit, child.exact) for child in children[0].children] == [("c", 1), ("d", 2)]


def test_a_fold_is_one_node_until_it_is_opened(world, measure, obs):
    folds = []
    counting = evolve(SUM, gather=lambda observations: folds.append(len(observations)) or SUM.fold(observations))
    figures = [obs("m", unit, "1") for unit in "cdb"]
    found = world(UNITS, [measure("m")], figures, rules=[counting]).explain("m")
    assert folds == [3]
    assert len(found.children) == 2
    assert folds == [3, 2, 1]


def test_a_fold_is_opened_once(folded):
    found = folded.explain("m")
    assert found.children is found.children


@pytest.mark.parametrize("unit", ["r", "a"])
def test_the_children_of_a_fold_combine_to_it(folded, unit):
    found = folded.explain("m", unit)
    assert reduce(SUM.combine, (child.state for child in found.children), SUM.identity) == found.state


def test_the_children_of_a_roll_up_combine_to_it(world, measure, obs):
    figures = [obs("m", "r", "100", slag="intakt"), obs("m", "r", "-60", slag="kostnad")]
    found = world("r", [measure("m", "slag")], figures, slag=SLAG).explain("m")
    assert [(child.bound.dims, child.exact) for child in found.children] == [
        ((("slag", "intakt"),), 100),
        ((("slag", "kostnad"),), -60),
    ]
    assert reduce(SUM.combine, (child.state for child in found.children), SUM.identity) == found.state


def test_children_are_exact_whatever_the_context_they_are_opened_in(world, measure, obs):
    found = world("r a<r b<a c<a", [measure("m")], [obs("m", "b", "1234567"), obs("m", "c", "0.01")]).explain("m")
    with decimal.localcontext(prec=5):
        (child,) = found.children
    assert child.exact == found.exact == Decimal("1234567.01"), "1.2346E+6 is rounded by the caller's context"


def test_opening_children_does_not_touch_the_callers_context(folded):
    found = folded.explain("m")
    with decimal.localcontext(prec=5) as context:
        context.clear_flags()
        assert found.children
        assert not context.flags[decimal.Inexact]


def test_a_figure_reported_by_the_unit_itself_has_nothing_below_it(folded):
    found = folded.explain("m", "b")
    assert found.op is Op.OBSERVED
    assert found.children == ()


def test_a_unit_that_was_expected_and_did_not_report_is_a_blank_child(world, measure, obs):
    found = world(UNITS, [measure("m", expected=("b", "e"))], [obs("m", "b", "4")]).explain("m")
    assert [(child.bound.unit, child.exact, child.op) for child in found.children] == [
        ("b", 4, Op.OBSERVED),
        ("e", None, Op.MISSING),
    ]


def test_a_unit_that_is_not_concerned_is_no_child(folded):
    assert "e" not in [child.bound.unit for child in folded.explain("m").children]


def test_sources_are_the_places_of_the_figures_each_once_in_order(world, measure, obs):
    places = {"c": "rad 9", "d": "rad 2", "b": "rad 9"}
    figures = [obs("m", unit, "1", source=Source(file="a.csv", place=place)) for unit, place in places.items()]
    found = world(UNITS, [measure("m")], figures).explain("m")
    assert [str(source) for source in found.sources] == ["a.csv rad 9", "a.csv rad 2"]


def test_a_derived_value_borrows_the_sources_of_its_inputs(world, measure, obs):
    figures = [obs(name, "r", "1", source=Source(file=f"{name}.csv")) for name in "xy"]
    found = world("r", [measure("x"), measure("y"), measure("z", definition="x / y")], figures).explain("z")
    assert [source.file for source in found.sources] == ["x.csv", "y.csv"]


def test_age_and_guesses_travel_to_derived_values(world, measure, obs):
    figures = [
        obs("x", "r", "1", as_of=date(2020, 1, 1), state=State.ESTIMATED),
        obs("y", "r", "1", as_of=date(2020, 3, 1)),
    ]
    made = world("r", [measure("x"), measure("y"), measure("z", definition="x + y")], figures)
    coverage = made.explain("z").coverage
    assert (coverage.oldest, coverage.newest, coverage.estimated) == (date(2020, 1, 1), date(2020, 3, 1), True)


def test_the_label_is_what_people_call_it(world, measure, obs):
    made = world("r", [measure("ekonomi", "slag")], [], slag=SLAG)
    label = made.explain("ekonomi", kind=Kind.BUDGET, version="beslutad").label
    assert label == "ekonomi, netto, budget beslutad 2020"


def test_the_cell_id_says_what_it_is_a_value_of(world, measure, obs):
    made = world("r", [measure("ekonomi", "slag")], [], slag=SLAG)
    cell = made.explain("ekonomi", period="R12-2020-06", kind=Kind.BUDGET, version="Å 1").cell
    assert cell == "value/ekonomi@r@r12-2020-06/budget.a-1/netto"


def test_the_number_is_a_decimal_of_28_digits(world, measure, obs):
    made = world(
        "r", [measure("x"), measure("y"), measure("z", definition="x / y")], [obs("x", "r", "2"), obs("y", "r", "3")]
    )
    assert made.explain("z").exact == Fraction(2, 3)
    assert made.explain("z").number == Decimal("0.6666666666666666666666666667")


def test_findings_of_the_steps_below_are_told_once(world, measure, obs):
    figures = [obs("x", "r", "1"), obs("y", "r", "0")]
    made = world("r", [measure("x"), measure("y"), measure("k", definition="x / y")], figures)
    assert made.codes("k + k") == ["SM306"]


def test_the_same_key_is_explained_once(folded):
    assert folded.explain("m") is folded.explain("m")


# Recheck


@pytest.fixture
def everything(world, measure, obs):
    """Every kind of step in one plan."""
    pattern = ((("dvo", "bidrag"), ("slag", "kostnad")),)
    return world(
        "r a<r b<r c<a",
        [
            measure("ekonomi", "dvo slag", not_applicable=pattern),
            measure("inv", unit="antal"),
            measure("andel", unit="%", rule="ratio_of_sums"),
            measure("senast", rule="latest"),
            measure("egen", rule="own"),
            measure("kvot", definition="ekonomi / inv - 2 * ekonomi[slag=kostnad] / inv"),
            measure("reserv", definition="ekonomi / saknas"),
            measure("saknas"),
        ],
        [
            obs("ekonomi", "c", "100", dvo="vard", slag="intakt"),
            obs("ekonomi", "c", "-60", dvo="vard", slag="kostnad"),
            obs("ekonomi", "b", "-30", dvo="vard", slag="netto"),
            obs("ekonomi", "b", "5", dvo="bidrag", slag="intakt"),
            obs("inv", "a", "7"),
            obs("inv", "c", "6"),
            obs("inv", "b", "3"),
            obs("andel", "a", numerator="1", denominator="3"),
            obs("andel", "b", numerator="1", denominator="7"),
            obs("senast", "a", "1", as_of=date(2020, 1, 1)),
            obs("senast", "b", "2", as_of=date(2020, 2, 1)),
            obs("egen", "a", "9"),
            obs("reserv", "r", "11"),
        ],
        dvo="summa=vard+bidrag",
        slag=SLAG,
    )


@pytest.mark.parametrize("unit", ["r", "a", "b", "c"])
@pytest.mark.parametrize("text", ["ekonomi", "inv", "andel", "senast", "egen", "kvot", "reserv", "saknas"])
def test_every_step_computes_again_to_its_value(everything, text, unit):
    assert recheck(everything.explain(text, unit), RULES) == ()


def test_a_step_that_does_not_give_its_value_is_told(folded):
    (finding,) = recheck(evolve(folded.explain("m"), exact=Decimal(8)), RULES)
    assert finding.code.code == "SM308"
    assert "8 kr" in finding.found()
    assert "7 kr" in finding.found()


def test_a_wrong_step_further_down_is_told(folded):
    found = folded.explain("2 * m")
    wrong = tuple(evolve(child, exact=Decimal(8)) for child in found.children)
    assert len(recheck(evolve(found, open_children=lambda: wrong), RULES)) == 2


@pytest.mark.parametrize("text", ["inv + inv", "inv - inv", "inv / inv", "3 * inv"])
def test_a_wrong_operation_is_told(everything, text):
    found = everything.explain(text)
    (finding,) = recheck(evolve(found, exact=Fraction(found.exact) + 1), RULES)
    assert finding.code.code == "SM308"
