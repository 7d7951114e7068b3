"""A reorganisation is carried: what a unit that ceased owned goes to its one successor, else somebody is asked."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from styrmodell.model.action import Action, CounterEffect
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.risk import Risk
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Successor, Unit
from styrmodell.session.rollover.roll import roll
from styrmodell.session.rollover.rolled import Rolled
from styrmodell.session.rollover.starts import Outcome
from styrmodell.session.rollover.turn import Turn

YEAR = Period.year(2024)
CEASED = date(2024, 6, 30)


def unit(name: str, *successors: Successor, ceased: date | None = CEASED) -> Unit:
    return Unit(id=name, name=name.upper(), parent_id="region", valid_to=ceased, successors=successors)


def plan(*units: Unit, **parts: Any) -> Plan:
    region = Unit(id="region", name="Region")
    return evolve(Plan(unit_id=UnitId("region"), period=YEAR, units=(region, *units)), **parts)


def rolled(old: Plan) -> Rolled:
    return roll(old, Turn.to(YEAR, 2025), lambda _measure, _unit, _dims: Outcome())


ONE = unit("en", Successor(unit_id="ny"))
NEW = unit("ny", ceased=None)
OTHER = unit("annan", ceased=None)
SPLIT = unit("delad", Successor(unit_id="ny", share=Fraction(1, 3)), Successor(unit_id="annan", share=Fraction(2, 3)))
NOBODY = unit("slut")


def asked(found: Rolled) -> list[tuple[str, ...]]:
    return [
        tuple(dict(one.args)[key] for key in ("thing", "unit", "successors"))
        for one in found.findings
        if one.code.code == "SM471"
    ]


def test_an_open_risk_moves_to_the_one_successor() -> None:
    found = rolled(plan(ONE, NEW, risks=(Risk(id="r", name="R", unit_id="en"),)))
    assert found.plan.risks[0].unit_id == "ny"
    assert asked(found) == []
    assert [one.found() for one in found.findings if one.code.code == "SM478"] == [
        "r hörde till EN, som upphörde 2024-06-30, och hör nu till NY"
    ]


def test_a_chain_of_successors_is_followed() -> None:
    first = unit("forst", Successor(unit_id="en"), ceased=date(2023, 12, 31))
    found = rolled(plan(first, ONE, NEW, risks=(Risk(id="r", name="R", unit_id="forst"),)))
    assert found.plan.risks[0].unit_id == "ny"


def test_several_successors_or_none_are_asked_about() -> None:
    risks = (Risk(id="r1", name="R", unit_id="delad"), Risk(id="r2", name="R", unit_id="slut"))
    found = rolled(plan(SPLIT, NOBODY, NEW, OTHER, risks=risks))
    assert found.plan.risks == risks
    assert asked(found) == [("r1", "DELAD", "NY, ANNAN"), ("r2", "SLUT", "–")]


def test_a_unit_that_ceases_within_the_new_year_keeps_what_it_owns() -> None:
    later = evolve(ONE, valid_to=date(2025, 6, 30))
    found = rolled(plan(later, NEW, risks=(Risk(id="r", name="R", unit_id="en"),)))
    assert found.plan.risks[0].unit_id == "en"
    assert asked(found) == []


def test_figures_and_units_stay_as_they_are_so_that_as_then_and_as_now_work() -> None:
    measure = Measure(id="besok", name="Besök", unit="antal")
    figure = Observation(measure_id="besok", unit_id="en", period=Period.parse("2024-05"), value=7)
    old = plan(ONE, NEW, measures=(measure,), observations=(figure,))
    found = rolled(old)
    assert (found.plan.units, found.plan.observations) == (old.units, (figure,))


def test_a_target_level_of_a_unit_that_ceased_is_asked_about() -> None:
    """Two units that become one would give it two levels."""
    measure = Measure(id="besok", name="Besök", unit="antal")
    levels = tuple(
        TargetLevel(measure_id="besok", unit_id="en", period=Period.year(year), target=Target.parse("minst 5"))
        for year in (2024, 2025)
    )
    found = rolled(plan(ONE, NEW, measures=(measure,), targets=levels))
    assert [one.unit_id for one in found.plan.targets] == ["en", "en"]
    assert asked(found) == [("besok en 2025", "EN", "NY")]


def test_counter_effects_that_are_to_come_move_and_those_of_the_past_stay() -> None:
    effects = (
        CounterEffect(unit_id="en", amount=-1, period=Period.parse("2024-03")),
        CounterEffect(unit_id="en", amount=-2, period=Period.year(2025)),
        CounterEffect(unit_id="en", amount=-3),
    )
    found = rolled(plan(ONE, NEW, actions=(Action(id="a", name="A", unit_id="region", counter_effects=effects),)))
    assert [one.unit_id for one in found.plan.actions[0].counter_effects] == ["en", "ny", "ny"]


def test_counter_effects_of_two_actions_with_one_id_move_each_by_itself() -> None:
    first, second = (
        Action(id="a", name="A", unit_id="region", counter_effects=(CounterEffect(unit_id=name, amount=-1),))
        for name in ("region", "en")
    )
    found = rolled(plan(ONE, NEW, actions=(first, second)))
    assert [one.counter_effects[0].unit_id for one in found.plan.actions] == ["region", "ny"]
    assert [one.found() for one in found.findings if "motkostnad" in one.found()] == [
        "a, motkostnad hörde till EN, som upphörde 2024-06-30, och hör nu till NY"
    ]


def test_a_plan_of_a_unit_that_ceased_asks_whose_it_is() -> None:
    found = rolled(evolve(plan(ONE, NEW), unit_id="en"))
    assert found.plan.unit_id == "en"
    assert asked(found) == [("planen", "EN", "NY")]


def test_a_level_without_a_baseline_starts_from_the_units_outcome_and_its_members() -> None:
    measure = Measure(id="besok", name="Besök", unit="antal")
    level = TargetLevel(measure_id="besok", unit_id="ny", period=Period.year(2025), target=Target.parse("minst 5"))
    old = plan(NEW, measures=(measure,), targets=(level,))
    found = roll(
        old,
        Turn.to(YEAR, 2025),
        lambda _measure, unit_id, _dims: (
            Outcome(value=Decimal(4), text="4", sources="fil.csv rad 2") if unit_id == "ny" else Outcome()
        ),
    )
    held = [one for one in found.plan.observations if one.kind is Kind.BASELINE]
    assert [(one.unit_id, one.period, one.value, one.comment) for one in held] == [
        ("ny", YEAR, 4, "utfall 2024 ur fil.csv rad 2")
    ]
    assert found.added == 1
