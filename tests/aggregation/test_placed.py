"""Sums of objects by what they serve: what the places divide, what stands in none, and each object once."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.savings.actions import MNKR, RULES, UNITS, YEAR, action, evaluator_of, mnkr

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.placed import PlacedTotals, placed_totals
from styrmodell.aggregation.recheck import recheck
from styrmodell.api import Kind, load
from styrmodell.errors import UnknownNameError
from styrmodell.model.goal import Goal
from styrmodell.model.investment import Investment
from styrmodell.model.lift import lifted
from styrmodell.model.lifting.object_groups import object_groups
from styrmodell.model.link import Link
from styrmodell.model.money import PlannedAmount
from styrmodell.model.plan import Plan
from styrmodell.model.project import Project

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CATEGORIES = yaml.safe_load((ROOT / "tests" / "golden" / "vn_investeringar_5_3.yaml").read_text(encoding="utf-8"))
GOALS = tuple(Goal(id=name, name=f"Mål {name}") for name in ("x", "y", "z"))
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def linked(name, target, **shares):
    return action(name, target, goals=tuple(Link(id=goal, share=share) for goal, share in shares.items()))


def by_goal(*actions, unit="region") -> PlacedTotals:
    evaluator = evaluator_of(*actions, goals=GOALS)
    return placed_totals(evaluator, "atgard", "goal", Place(unit=unit, period=YEAR, kind=Kind.PLAN))


def amounts(found):
    """Place → whole and divided sums in mnkr."""
    return {place.id: (in_mnkr(place.whole), in_mnkr(place.divided)) for place in found.places}


def in_mnkr(explanation):
    return None if explanation.exact is None else Fraction(explanation.exact) / MNKR


def test_places_divide_an_object_by_its_shares():
    found = by_goal(linked("a", 20, x=THIRD, y=1 - THIRD), linked("b", 5, x=None))
    assert amounts(found) == {"x": (25, Fraction(35, 3)), "y": (20, Fraction(40, 3))}
    assert in_mnkr(found.total) == 25
    assert found.unplaced == found.undivided == ()
    assert [place.name for place in found.places] == ["Mål x", "Mål y"]


def test_an_object_in_several_places_without_shares_is_whole_in_each_and_divided_in_none():
    found = by_goal(linked("a", 20, x=None, y=None), linked("b", 5, y=Fraction(1)))
    assert amounts(found) == {"x": (20, None), "y": (25, 5)}
    assert [one.id for one in found.undivided] == ["a"]
    assert in_mnkr(found.total) == 25


def test_one_share_too_few_leaves_the_object_undivided():
    found = by_goal(linked("a", 20, x=HALF, y=None))
    assert amounts(found) == {"x": (20, None), "y": (20, None)}
    assert [one.id for one in found.undivided] == ["a"]


def test_what_shares_leave_over_is_unplaced():
    found = by_goal(linked("a", 20, x=HALF, y=THIRD), linked("b", 5))
    assert [(one.id, one.share, in_mnkr(one.part)) for one in found.unplaced] == [
        ("a", Fraction(1, 6), Fraction(10, 3)),
        ("b", 1, 5),
    ]


def test_a_part_follows_its_whole():
    parts = (action("del-1", 12, parent_id="hel", goals=(Link(id="y"),)), action("del-2", 8, parent_id="hel"))
    assert amounts(by_goal(linked("hel", None, x=None), *parts)) == {"x": (20, 20)}


def test_parts_stand_for_themselves_where_only_they_are_placed():
    parts = (action("del-1", 12, parent_id="hel", goals=(Link(id="y"),)), action("del-2", 8, parent_id="hel"))
    found = by_goal(action("hel"), *parts)
    assert amounts(found) == {"y": (12, 12)}
    assert [(one.id, in_mnkr(one.part)) for one in found.unplaced] == [("del-2", 8)]


def test_a_whole_that_is_more_than_its_parts_is_not_opened():
    parts = (action("del-1", 12, parent_id="hel", goals=(Link(id="y"),)), action("del-2", parent_id="hel"))
    found = by_goal(action("hel", 20), *parts)
    assert (amounts(found), [one.id for one in found.unplaced]) == ({}, ["hel"])


def test_an_action_that_another_one_counts_is_in_no_place():
    twin = action("b", 20, same_as_id="a", goals=(Link(id="y"),))
    assert amounts(by_goal(linked("a", 20, x=None), twin)) == {"x": (20, 20)}


def test_an_object_without_an_amount_is_in_its_place_and_in_no_sum():
    (place,) = by_goal(linked("a", None, x=None), action("b", 1)).places
    assert [one.id for one in place.objects] == ["a"]
    assert place.whole.exact is place.divided.exact is None


def test_only_what_is_at_or_below_the_unit_is_summed():
    found = by_goal(linked("a", 20, x=None), action("b", 5, unit="stad", goals=(Link(id="x"),)), unit="stad")
    assert (in_mnkr(found.places[0].whole), in_mnkr(found.total)) == (5, 5)


def test_the_investments_of_a_project_are_summed_under_it():
    amount = PlannedAmount(period=YEAR, kind=Kind.BUDGET, value=mnkr(-3))
    plan = Plan(
        unit_id="region",
        period=YEAR,
        units=UNITS,
        projects=(Project(id="p", name="Nytt kök"),),
        investments=(
            Investment(id="ugn", name="Ugn", project_id="p", amounts=(amount,)),
            Investment(id="mopp", name="Mopp", amounts=(amount,)),
        ),
    )
    evaluator = Evaluator(index=build_index(lifted(plan)), rules=RULES)
    found = placed_totals(evaluator, "investering", "project", Place(unit="region", period=YEAR, kind=Kind.BUDGET))
    assert [(place.name, in_mnkr(place.divided)) for place in found.places] == [("Nytt kök", -3)]
    assert [one.id for one in found.unplaced] == ["mopp"]


@pytest.mark.parametrize(("measure", "kind"), [("ekonomi", "goal"), ("atgard", "mål")])
def test_only_measures_of_objects_and_kinds_of_objects_can_be_asked_for(measure, kind):
    with pytest.raises(UnknownNameError):
        placed_totals(evaluator_of(action("a", 1)), measure, kind, Place(unit="region", period=YEAR))


shares = st.none() | st.fractions(min_value=-1, max_value=2, max_denominator=9)
links = st.dictionaries(st.sampled_from(("x", "y", "z", "borta")), shares, max_size=4)
targets = st.none() | st.integers(-9, 40)


@given(st.lists(st.tuples(targets, links, st.booleans()), max_size=6))
def test_places_what_is_unplaced_and_what_is_undivided_are_the_total(things):
    """Whatever the shares are, and with parts below every second object."""
    actions = [action("alltid", 1)]
    for number, (target, places, has_part) in enumerate(things):
        actions.append(linked(f"a{number}", target, **places))
        if has_part:
            actions.append(action(f"b{number}", 3, parent_id=f"a{number}", goals=(Link(id="x"),)))
    found = by_goal(*actions)
    divided = [place.divided.exact for place in found.places]
    rest = [one.part.exact for one in found.unplaced]
    whole = [one.amount.exact for one in found.undivided]
    assert sum(Fraction(value) for value in (*divided, *rest, *whole) if value is not None) == found.total.exact
    assert not [place for place in found.places if recheck(place.divided, RULES) or recheck(place.whole, RULES)]


def test_the_actions_of_a_decision_in_the_example():
    workspace = load(EXAMPLES / "dalarna-handlingsplan-2024")
    place = Place(unit="region", period=YEAR, kind=Kind.PLAN)
    found = placed_totals(workspace.evaluator, "atgard", "decision", place)
    assert [(one.id, in_mnkr(one.divided)) for one in found.places] == [("hsn-2024-03", 20)]
    assert in_mnkr(found.total) == Fraction("152.1")
    assert len(found.unplaced) == 7


@pytest.mark.parametrize("row", CATEGORIES["rows"][:-1], ids=lambda row: row["id"])
def test_a_category_of_investments_in_the_example_is_the_printed_one(row):
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    workspace = load(EXAMPLES / "vasternorrland-2020")
    (group,) = [
        one for one in object_groups(workspace.plan) if (one.collection, one.name) == ("investments", row["label"])
    ]
    for kind, year, tkr in zip(
        (Kind.BUDGET, Kind.PLAN, Kind.PLAN), ("2020", "2021", "2022"), row["values"], strict=True
    ):
        value = workspace.value("investering", period=year, kind=kind, dims=(("objekt", group.id),))
        assert value.number == (None if tkr is None else -1000 * tkr)
