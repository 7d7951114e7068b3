"""Targets and forecasts of the plan as a whole, held as measures."""

from decimal import Decimal

import pytest
from tests.aggregation.savings.actions import RULES, YEAR, codes, mnkr, savings_of

from styrmodell.aggregation.recheck import recheck
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation


def observed(measure, kind, value, unit="hsn", **more):
    return Observation(measure_id=measure, unit_id=unit, period=YEAR, kind=kind, value=mnkr(value), **more)


def measures(definition="prognos[typ=prognos] - mal[typ=plan]"):
    own = {"unit": "kr", "rule": "own"}
    derived = Measure(id="avvikelse", name="Avvikelse", definition=parse_expression(definition), **own)
    return (Measure(id="mal", name="Mål", **own), Measure(id="prognos", name="Prognos", **own), derived)


FIGURES = (
    observed("mal", Kind.PLAN, "343.6"),
    observed("prognos", Kind.FORECAST, 197, version="oktober"),
    observed("prognos", Kind.FORECAST, 226, version="januari", comment="lämnat i januari"),
)


def test_a_measure_that_is_forecast_less_target_is_a_level_of_the_plan():
    (level,) = savings_of(measures=measures(), observations=FIGURES).levels
    assert (level.unit_name, level.name) == ("Nämnden", "Prognos")
    assert (level.target.exact, level.forecast.exact) == (mnkr("343.6"), mnkr(226))
    assert level.deviation.exact == mnkr("-117.6")
    assert round(level.reached.number, 3) == Decimal("0.658")
    assert not recheck(level.deviation, RULES)


def test_its_forecast_is_compared_with_the_version_before():
    (level,) = savings_of(measures=measures(), observations=FIGURES).levels
    assert level.change.explanation.exact == mnkr(29)
    assert (level.change.before, level.change.version) == ("oktober", "januari")
    assert level.change.comment == "lämnat i januari"


def test_a_change_of_the_whole_without_a_comment_is_told():
    bare = (*FIGURES[:2], observed("prognos", Kind.FORECAST, 226, version="januari"))
    assert codes(savings_of(measures=measures(), observations=bare)) == ["SM341"]
    assert codes(savings_of(measures=measures(), observations=FIGURES)) == []


def test_a_printed_forecast_changes_nothing():
    printed = (*FIGURES[:2], observed("prognos", Kind.FORECAST, 226, version="januari", state=State.STATED))
    (level,) = savings_of(measures=measures(), observations=printed).levels
    assert (level.forecast.exact, level.change) == (mnkr(197), None)


def test_each_unit_that_told_its_own_is_a_level_and_others_are_not_shown():
    region = (observed("mal", Kind.PLAN, 500, "region"), observed("prognos", Kind.FORECAST, 337, "region"))
    figures = (*FIGURES, *region)
    assert [level.unit_id for level in savings_of(measures=measures(), observations=figures).levels] == [
        "region",
        "hsn",
    ]
    below = savings_of(measures=measures(), observations=figures, unit="hsn")
    assert [level.unit_id for level in below.levels] == ["hsn"]


@pytest.mark.parametrize(
    "definition",
    [
        "prognos / mal",
        "mal[typ=plan] - prognos[typ=prognos]",
        "prognos + mal",
        "prognos - mal[typ=plan]",
        "prognos - prognos[typ=budget]",
        "prognos[typ=prognos] - prognos[typ=budget]",
    ],
)
def test_other_definitions_are_no_levels(definition):
    assert savings_of(measures=measures(definition), observations=FIGURES).levels == ()
