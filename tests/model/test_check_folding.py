"""How a measure folds can be carried out: whose figures it takes, by what it weighs them, and how old they may be."""

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

NAMES = [measure.id for measure in whole_plan().measures]


def told(name, **changes):
    return codes(changed(whole_plan(), "measures", NAMES.index(name), **changes))


def with_figure(measure, **changes):
    figure = Observation(measure_id=measure, unit_id="norr", period=Period.year(2020), value="1", **changes)
    return evolve(whole_plan(), observations=(figure,))


@pytest.mark.parametrize(
    ("changes", "but"),
    [
        ({"definition": parse_expression("svar")}, "men har också en definition"),
        ({"dimensions": ("dvo",)}, "men delas upp på dvo och det andra på –"),
        ({"of_id": "nojdast"}, "som självt tar sina från nojdhet"),
        ({"of_id": "kostnad-per-svar"}, "som räknas ur andra mått"),
    ],
)
def test_a_measure_of_another_has_nothing_of_its_own_and_the_other_has(changes, but):
    plan = whole_plan()
    plan = evolve(plan, measures=(*plan.measures, Measure(id="ny", name="Ny", unit="antal", rule="max", of_id="svar")))
    findings = [one for one in found(changed(plan, "measures", -1, **changes)) if one.code.code == "SM250"]
    assert [one.found().rpartition(", ")[2] for one in findings] == [but]
    assert str(findings[0].source) == "plan.xlsx Blad1!B2"


def test_figures_of_a_measure_that_takes_anothers_are_told_with_their_place():
    (finding,) = found(with_figure("nojdast"))
    assert (finding.code.code, finding.code.severity) == ("SM250", Severity.ERROR)
    assert "men har också egna värden" in finding.found()


@pytest.mark.parametrize("state", [State.STATED, State.SETTLED])
def test_a_printed_or_settled_figure_may_stand_beside_anothers(state):
    assert codes(with_figure("nojdast", state=state, reporter="Ekonomichef", comment="enligt protokoll")) == []


@pytest.mark.parametrize("changes", [{"of_id": "nojdast"}, {"weight_id": "nojdhet"}, {"weight_id": "nojdast"}])
def test_a_measure_that_needs_itself_is_a_circle(changes):
    assert "SM203" in told("nojdhet", **changes)


def test_a_weighted_measure_needs_a_weight():
    assert told("nojdhet", weight_id=None) == ["SM251"]


@pytest.mark.parametrize("name", ["ekonomi", "kostnad-per-svar"])
def test_a_weight_that_is_not_used_is_told(name):
    assert told(name, weight_id="svar") == ["SM252"]


def test_a_rule_of_a_plugin_may_weigh():
    plan = changed(whole_plan(), "measures", NAMES.index("inom90"), weight_id="svar")
    assert codes(plan, weighted=("own", "weighted_mean")) == []


@pytest.mark.parametrize("months", [None, 0, -3])
def test_an_older_figure_that_may_stand_has_a_limit(months):
    assert told("inom90", max_age_months=months) == ["SM253"]


def test_a_limit_that_is_not_used_is_a_note():
    (finding,) = found(changed(whole_plan(), "measures", missing=MissingPolicy.STRICT))
    assert (finding.code.code, finding.code.severity) == ("SM254", Severity.NOTE)


def test_a_negative_tolerance_is_told():
    assert told("inom90", tolerance="-0.02") == ["SM255"]


def test_no_tolerance_at_all_is_no_fault():
    assert told("inom90", tolerance="0") == []


def test_internal_items_are_taken_out_only_where_figures_are_added():
    plan = changed(whole_plan(), "measures", NAMES.index("svar"), internal=Internal.NET, rule="max")
    (finding,) = found(plan)
    assert finding.code.code == "SM256"
    assert finding.found() == "måttet svar har regeln max och ska visas utan interna poster"


def test_items_of_a_measure_that_does_not_add_are_told_for_it_and_what_takes_its_figures():
    assert codes(with_figure("nojdhet", counterparty="soder")) == ["SM256", "SM256"]


def test_items_of_a_measure_that_adds_are_no_fault():
    assert codes(with_figure("svar", counterparty="soder")) == []
