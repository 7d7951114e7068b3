"""Objects compared: every single change is found once and nothing else, in the words people write."""

import typing
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.activity import Activity, WorkStatus
from styrmodell.model.goal import Goal
from styrmodell.model.investment import Investment
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.money import PlannedAmount
from styrmodell.model.narrative import Section
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Perspective, Scorecard
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, ChangeManner, Difference
from styrmodell.session.compare.identity import LATER, identities
from styrmodell.session.compare.names import Names
from styrmodell.session.compare.objects import ObjectChanges
from styrmodell.testing import example_plan
from styrmodell.testing.everything import anything, everything_plans

PLAN = example_plan()
CLASSES = dict(OBJECT_KINDS)


def changes(old: Plan, new: Plan) -> list[Difference]:
    return list(ObjectChanges(names=Names(old=old, new=new)).of(old, new))


def only(old: Any, new: Any, kind: str) -> Difference:
    """The one change between two objects of a kind, each alone in its list."""
    (found,) = changes(evolve(PLAN, **{kind: (old,)}), evolve(PLAN, **{kind: (new,)}))
    return found


@given(everything_plans())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_plan_is_what_it_is(plan: Plan) -> None:
    assert changes(plan, plan) == []


def is_identity(kind: str, name: str) -> bool:
    item = attrs.fields_dict(CLASSES[kind])
    named = {
        "targets": "measure_id unit_id period dims",
        "assessments": "measure_id goal_id unit_id period",
        "action_reports": "action_id period",
        "completed_steps": "step unit_id period",
        "it_projects": "project_id",
        "tables": "key",
        "calendar": "key",
        "printed": "cell_id",
        "acknowledgements": "code where found",
    }.get(kind, "id")
    return name in named.split() or not item[name].init or item[name].eq is False or name in LATER.get(kind, ())


@pytest.mark.parametrize("kind", CLASSES)
@given(data=st.data())
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_change_of_one_field_is_found_and_nothing_else(kind: str, data: st.DataObject) -> None:
    one, other = data.draw(anything(CLASSES[kind])), data.draw(anything(CLASSES[kind]))
    hints = typing.get_type_hints(CLASSES[kind])
    for name in (known.name for known in attrs.fields(CLASSES[kind]) if not is_identity(kind, known.name)):
        new = evolve(one, **{name: getattr(other, name)})
        if getattr(new, name) == getattr(one, name):
            continue
        found = changes(evolve(PLAN, **{kind: (one,)}), evolve(PLAN, **{kind: (new,)}))
        assert {change.field.partition(".")[0] for change in found} == {name}
        assert all(change.kind is ChangeKind.CHANGED and change.old != change.new for change in found)
        assert len(found) == 1 or typing.get_origin(hints[name]) is tuple


@pytest.mark.parametrize("kind", CLASSES)
@given(data=st.data())
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_object_is_added_or_removed_once(kind: str, data: st.DataObject) -> None:
    one, other = data.draw(anything(CLASSES[kind])), data.draw(anything(CLASSES[kind]))
    assume(len(identities(kind, [one, other])) == 2)
    less, more = evolve(PLAN, **{kind: (one,)}), evolve(PLAN, **{kind: (one, other)})
    (added,) = changes(less, more)
    (removed,) = changes(more, less)
    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert added.object_kind == removed.object_kind == kind
    assert added.group is removed.group is ChangeGroup.OBJECT
    assert added.name or not added.object


def test_the_order_of_a_list_is_no_change() -> None:
    goals = (Goal(id="a", name="Ett"), Goal(id="o", name="Två"))
    assert changes(evolve(PLAN, goals=goals), evolve(PLAN, goals=goals[::-1])) == []


def test_a_target_is_told_in_the_words_people_write() -> None:
    old = Measure(id="kund", name="Nöjda på Åsö", unit="%", target=Target.parse("minst 80 %"))
    found = only(old, evolve(old, target=Target.parse("minst 85 %")), "measures")
    assert (found.group, found.field_name) == (ChangeGroup.TARGET, "målvärde")
    assert (found.old, found.new) == ("minst 80 %", "minst 85 %")
    assert found.name == "Nöjda på Åsö"


def test_money_has_its_difference() -> None:
    old = Action(id="a", name="Färre hyrläkare", target=number("600000"))
    found = only(old, evolve(old, target=number("700000")), "actions")
    assert found.group is ChangeGroup.TARGET
    assert (found.old, found.new) == ("600\u00a0tkr", "700\u00a0tkr")
    assert (found.delta, found.unit) == (number("100000"), "kr")


def test_an_owner_and_a_status_are_told_by_name_and_word() -> None:
    old = Activity(id="a", name="Utbilda", owner="Chefsläkare", status=WorkStatus.PLANNED, comment="enligt plan")
    owner = only(old, evolve(old, owner="Sjukhuschef"), "activities")
    assert (owner.group, owner.old, owner.new) == (ChangeGroup.OWNER, "Chefsläkare", "Sjukhuschef")
    status = only(old, evolve(old, status=WorkStatus.STARTED), "activities")
    assert (status.group, status.old, status.new) == (ChangeGroup.STATUS, "planerad", "påbörjad")
    assert status.comment == "enligt plan"


def test_a_link_is_told_by_the_name_of_what_it_serves() -> None:
    plan = evolve(PLAN, goals=(Goal(id="balans", name="Ekonomi i balans"),))
    old = Activity(id="a", name="Utbilda")
    new = evolve(old, goals=(Link(id="balans"),))
    (found,) = changes(evolve(plan, activities=(old,)), evolve(plan, activities=(new,)))
    assert (found.old, found.new, found.field_name) == ("", "Ekonomi i balans", "mål")


def test_units_that_are_called_alike_are_told_apart_by_id() -> None:
    units = tuple(evolve(unit, name="Avdelningen") for unit in PLAN.units)
    plan = evolve(PLAN, units=units)
    old = Activity(id="a", name="Utbilda", unit_id="norr")
    (found,) = changes(evolve(plan, activities=(old,)), evolve(plan, activities=(evolve(old, unit_id="soder"),)))
    assert (found.old, found.new) == ("Avdelningen (norr)", "Avdelningen (soder)")


def test_an_amount_of_one_year_is_a_change_of_its_own() -> None:
    def item(*pairs: tuple[str, str]) -> Investment:
        amounts = tuple(PlannedAmount(period=Period.parse(year), value=number(value)) for year, value in pairs)
        return Investment(id="kok", name="Kök", amounts=amounts)

    old, new = item(("2020", "-1000"), ("2021", "-2000")), item(("2020", "-1000"), ("2021", "-2500"), ("2022", "-1"))
    found = changes(evolve(PLAN, investments=(old,)), evolve(PLAN, investments=(new,)))
    assert [(one.field, one.delta) for one in found] == [
        ("amounts.2021.plan", number("-500")),
        ("amounts.2022.plan", None),
    ]
    assert [one.group for one in found] == [ChangeGroup.FIGURE] * 2


def test_a_part_of_a_scorecard_is_told_by_its_own_field() -> None:
    card = Scorecard(id="k", name="Kort", unit_id="norr", period=Period.year(2020))
    old = evolve(card, perspectives=(Perspective(id="kund", name="Kund"), Perspective(id="process", name="Process")))
    new = evolve(
        card, perspectives=(Perspective(id="kund", name="Invånare"), Perspective(id="process", name="Process"))
    )
    found = only(old, new, "scorecards")
    assert (found.field, found.field_name) == ("perspectives.kund.name", "perspektiv kund namn")


def test_a_later_version_of_a_target_replaces_the_one_before_and_says_why() -> None:
    first = TargetLevel(measure_id="kund", unit_id="norr", period=Period.year(2020), target=Target.parse("minst 80 %"))
    later = evolve(first, version="2", target=Target.parse("minst 75 %"), reason="Pandemin")
    for new in ((first, later), (later,)):
        (found,) = changes(evolve(PLAN, targets=(first,)), evolve(PLAN, targets=new))
        assert (found.manner, found.field) == (ChangeManner.NEWER_VERSION, "target")
        assert (found.old, found.new, found.comment) == ("minst 80 %", "minst 75 %", "Pandemin")


def test_a_target_changed_in_place_has_no_new_version() -> None:
    first = TargetLevel(measure_id="kund", unit_id="norr", period=Period.year(2020), target=Target.parse("minst 80 %"))
    assert only(first, evolve(first, target=Target.parse("minst 75 %")), "targets").manner is None


def test_a_follow_up_has_who_and_when() -> None:
    old = ActionReport(action_id="a", period=Period.parse("2020-08"), forecast=number("5"), version="P05")
    new = evolve(old, forecast=number("4"), version="P08", reporter="controller", comment="senare start")
    found = only(old, new, "action_reports")
    assert (found.field, found.manner) == ("forecast", ChangeManner.NEWER_VERSION)
    assert (found.who, found.comment) == ("controller", "senare start")


def test_the_head_of_the_plan_is_compared_too() -> None:
    (found,) = changes(PLAN, evolve(PLAN, title="Verksamhetsplan för öarna"))
    assert (found.object_kind, found.field, found.new) == ("plan", "title", "Verksamhetsplan för öarna")


def test_a_text_keeps_both_wordings() -> None:
    old = Section(id="s", heading="Inledning", text="Året var bra.")
    found = only(old, evolve(old, text="Året var svårt."), "sections")
    assert (found.group, found.old, found.new) == (ChangeGroup.TEXT, "Året var bra.", "Året var svårt.")
