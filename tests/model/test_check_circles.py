"""Orders that lead back to themselves are told, in time that grows with the plan."""

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.model.whole_plan import changed, codes, found, links, whole_plan

from styrmodell.model.checks.circle import MAX_WAYS, circles, finish_order, way_round, ways_round
from styrmodell.model.goal import Goal
from styrmodell.model.unit import Unit

NAMES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NAMES, st.lists(NAMES, max_size=4).map(tuple), max_size=8)


def reaches(graph, start):
    """Every name that *start* leads to in one step or more, found the slow way."""
    found, queue = set(), list(graph.get(start, ()))
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(graph.get(name, ()))
    return found


@given(GRAPHS)
def test_a_name_is_on_a_circle_when_it_leads_back_to_itself(graph):
    expected = {name for name in graph if name in reaches(graph, name)}
    assert {name for group in circles(graph) for name in group} == expected


@given(GRAPHS)
def test_names_of_one_group_lead_to_each_other(graph):
    for group in circles(graph):
        assert all(set(group) <= reaches(graph, name) for name in group)


@given(GRAPHS)
def test_a_way_round_follows_the_links_and_comes_back(graph):
    for name, way in ways_round(graph):
        assert way[0] == way[-1] == name
        assert all(after in graph[before] for before, after in pairwise(way))


@given(GRAPHS)
def test_a_name_is_finished_after_what_it_leads_to(graph):
    order = finish_order(graph)
    assert sorted(order) == sorted(graph)
    inside = {name for group in circles(graph) for name in group}
    for name in set(graph) - inside:
        followers = [order.index(one) for one in graph[name] if one in graph]
        assert all(place < order.index(name) for place in followers)


def test_a_name_that_is_on_no_circle_has_no_way_round():
    with pytest.raises(ValueError, match="on no circle"):
        way_round("a", {"a": ("b",), "b": ()}, ("a",))


def test_a_goal_above_itself_is_told():
    plan = changed(whole_plan(), "goals", 0, parents=links("tider"))
    findings = found(plan)
    assert [one.code.code for one in findings] == ["SM203", "SM203"]
    assert findings[0].found() == "målet inriktning leder tillbaka till sig själv: inriktning → tider → inriktning"


def test_a_goal_with_two_parents_of_one_parent_is_no_circle():
    plan = whole_plan()
    both = Goal(id="under", name="Under", parents=links("inriktning", "tider"))
    assert codes(evolve(plan, goals=(*plan.goals, both))) == []


@pytest.mark.parametrize(
    ("collection", "changes"),
    [
        ("scorecards", {"parents": ("kort",)}),
        ("actions", {"parent_id": "atgard1"}),
        ("investments", {"parent_id": "i2"}),
    ],
)
def test_scorecards_actions_and_investments_above_themselves_are_told(collection, changes):
    assert set(codes(changed(whole_plan(), collection, **changes))) == {"SM203"}


def test_units_that_took_over_from_each_other_are_told():
    successors = whole_plan().units[1].successors
    plan = changed(whole_plan(), "units", 2, successors=(evolve(successors[0], unit_id="gamla", share=1),))
    findings = [one for one in found(plan) if one.code.code == "SM203"]
    assert [one.found().split(" leder")[0] for one in findings] == ["efterträdaren gamla", "efterträdaren norr"]


def test_a_long_circle_is_told_once_and_shortened():
    ring = [Goal(id=f"g{place}", name="G", parents=links(f"g{(place + 1) % 5000}")) for place in range(5000)]
    findings = found(evolve(whole_plan(), goals=(*whole_plan().goals, *ring)))
    assert [one.code.code for one in findings] == ["SM203"]
    assert len(findings[0].found()) < 200
    assert "5000" in findings[0].found()


def test_every_name_of_a_circle_of_usual_length_is_told():
    ring = [Goal(id=f"g{place}", name="G", parents=links(f"g{(place + 1) % MAX_WAYS}")) for place in range(MAX_WAYS)]
    assert len(found(evolve(whole_plan(), goals=(*whole_plan().goals, *ring)))) == MAX_WAYS


def test_a_long_line_of_units_is_no_circle():
    line = [Unit(id=f"n{place}", name="N", parent_id=f"n{place - 1}" if place else None) for place in range(20_000)]
    assert codes(evolve(whole_plan(), units=(*whole_plan().units, *line))) == []
