"""What a workspace holds: items and placements apart, chains both ways, and units as they were and as they are."""

from datetime import date
from fractions import Fraction

import pytest

from styrmodell.api import UnknownNameError, load
from styrmodell.model.goal import Goal
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Successor, Unit
from styrmodell.session.overview import KINDS, chain, counted, listed, units_on

THEN, NOW = date(2016, 6, 1), date(2018, 1, 1)
UNITS = (
    Unit(id="region", name="Region"),
    Unit(id="nord", name="Nord", parent_id="region"),
    Unit(id="syd", name="Syd", parent_id="region"),
    Unit(
        id="gammal",
        name="Gammal",
        parent_id="nord",
        valid_to=date(2016, 12, 31),
        successors=(
            Successor(unit_id="ny-a", share=Fraction(1, 3)),
            Successor(unit_id="ny-b", share=Fraction(2, 3)),
        ),
    ),
    Unit(id="ny-a", name="Ny A", parent_id="syd", valid_from=date(2017, 1, 1)),
    Unit(id="ny-b", name="Ny B", parent_id="syd", valid_from=date(2017, 1, 1)),
)
LINE = Hierarchy(
    id="linje",
    places=(
        Place(unit_id="region"),
        Place(unit_id="syd", parent_id="region"),
        Place(unit_id="nord", parent_id="syd", valid_from=date(2017, 1, 1)),
    ),
)
PLAN = Plan(
    unit_id="region",
    period=Period.year(2018),
    units=UNITS,
    hierarchies=(LINE,),
    goals=(Goal(id="a", name="A"), Goal(id="b", name="B", parents=(Link(id="a"),)), Goal(id="c", name="C")),
    measures=(Measure(id="m", name="M", unit="st", goals=(Link(id="b"), Link(id="c"))),),
)


def test_one_measure_under_two_goals_is_one_item_in_two_places():
    assert ("mått", "1", "2") in counted(PLAN)
    assert ("measures", "1", "2") in counted(PLAN, "en")


def test_what_is_not_there_is_not_counted():
    assert all(row[0] != "risker" for row in counted(PLAN))


def test_the_chain_goes_both_ways():
    found = chain(PLAN, "b")
    assert [(one.id, one.steps) for one in found.up] == [("a", 1)]
    assert [(one.id, one.steps) for one in found.down] == [("m", 1)]


def test_every_kind_can_be_listed_with_its_sources():
    plan = load("examples/dalarna-handlingsplan-2024").plan
    for kind in KINDS:
        assert len(listed(plan, kind)) == len(getattr(plan, kind))
    assert listed(plan, "actions")[0]["source"] == "atgarder.yaml rad 5 kolumn 3 actions[0]"


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownNameError):
        listed(PLAN, "mal")


def test_the_units_of_a_day_are_those_that_existed_and_say_who_has_taken_over():
    assert list(units_on(PLAN, THEN)) == [
        ("region", "", ""),
        ("nord", "region", ""),
        ("syd", "region", ""),
        ("gammal", "nord", "ny-a 1/3, ny-b 2/3"),
    ]
    assert [row[0] for row in units_on(PLAN, NOW)] == ["region", "nord", "syd", "ny-a", "ny-b"]


def test_a_named_hierarchy_has_its_own_order():
    assert list(units_on(PLAN, THEN, "linje")) == [("region", "", ""), ("syd", "region", "")]
    assert ("nord", "syd", "") in list(units_on(PLAN, NOW, "linje"))
    with pytest.raises(UnknownNameError):
        list(units_on(PLAN, NOW, "politisk"))
