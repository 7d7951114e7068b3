"""Actions, assignments, activities and risks: doubts that people should answer."""

from datetime import date

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.activity import WorkStatus
from styrmodell.model.risk import Rating

RATINGS = (Rating(word="Gul"), Rating(word="Gul"))


def with_second(collection, **changes):
    plan = whole_plan()
    first = getattr(plan, collection)[0]
    return evolve(plan, **{collection: (first, evolve(first, **{"id": "andra", **changes}))})


def test_the_same_action_at_two_units_is_a_question():
    (finding,) = found(with_second("actions", name="färre  hyrläkare", unit_id="soder"))
    assert finding.code.code == "SM243"
    assert finding.code.severity is Severity.NOTE
    assert "räknas den två gånger?" in finding.do()


@pytest.mark.parametrize(
    "changes",
    [
        {"unit_id": "norr"},
        {"unit_id": "soder", "target": "3000000"},
        {"unit_id": "soder", "name": "Annan"},
        {"unit_id": "soder", "parent_id": "atgard1"},
        {"unit_id": None},
    ],
)
def test_other_actions_are_no_doubles(changes):
    assert codes(with_second("actions", **changes)) == []


def test_actions_without_target_are_no_doubles():
    plan = with_second("actions", unit_id="soder", target=None)
    assert codes(changed(plan, "actions", target=None)) == []


def test_a_net_target_without_net_effect_is_a_warning():
    assert codes(changed(whole_plan(), "actions", net=None)) == ["SM244"]


def test_a_gross_target_needs_no_net_effect():
    assert codes(changed(whole_plan(), "actions", net=None, basis=None)) == []


def test_an_action_that_is_the_same_as_another_needs_no_net_effect_of_its_own():
    assert "SM244" not in codes(with_second("actions", net=None, same_as_id="atgard1"))
    assert "SM244" in codes(with_second("actions", net=None))


def test_a_report_that_says_that_net_is_not_calculated_is_a_warning():
    (finding,) = found(changed(whole_plan(), "action_reports", net_calculated=False))
    assert finding.code.code == "SM244"
    assert str(finding.source) == "plan.xlsx Blad1!B2"


def test_a_report_that_does_not_say_is_no_fault():
    assert codes(changed(whole_plan(), "action_reports", net_calculated=None)) == []


def test_an_assignment_without_addressee_or_time_is_a_note():
    (finding,) = found(changed(whole_plan(), "assignments", addressee="", due_meeting=""))
    assert finding.found() == "uppdraget u1 saknar mottagare och tid för återrapportering"
    assert finding.found("en") == "the assignment u1 has no addressee or time for reporting back"


@pytest.mark.parametrize(
    "changes",
    [{"addressee": "", "unit_id": "norr"}, {"due_meeting": "", "due": date(2020, 9, 1)}, {"closed_by": "b2"}],
)
def test_an_assignment_with_a_unit_a_day_or_an_end_is_no_fault(changes):
    if "closed_by" in changes:
        changes = {"addressee": "", "due_meeting": "", **changes}
    assert codes(changed(whole_plan(), "assignments", **changes)) == []


@pytest.mark.parametrize(
    ("status", "dates", "told"),
    [
        (WorkStatus.PLANNED, {"started": date(2020, 2, 1)}, ["SM249"]),
        (WorkStatus.STARTED, {"started": date(2020, 2, 1)}, []),
        (WorkStatus.RESTING, {"started": date(2020, 2, 1)}, []),
        (WorkStatus.DONE, {"started": date(2020, 2, 1)}, []),
        (WorkStatus.STARTED, {"finished": date(2020, 5, 1)}, ["SM249"]),
        (WorkStatus.STARTED, {"finished": date(2020, 7, 1)}, []),
        (WorkStatus.STARTED, {"start": date(2020, 7, 1)}, ["SM249"]),
        (WorkStatus.PLANNED, {"start": date(2020, 7, 1)}, []),
        (None, {"finished": date(2020, 5, 1)}, []),
    ],
)
def test_a_status_that_the_dates_contradict_is_a_note(status, dates, told):
    dates = {"start": None, "started": None, "finished": None, **dates}
    plan = changed(whole_plan(), "activities", status=status, **dates)
    assert codes(plan) == told
    assert codes(plan, today=None) == []


@pytest.mark.parametrize(
    ("collection", "changes"),
    [
        ("activities", {"start": date(2021, 1, 1)}),
        ("activities", {"finished": date(2020, 1, 1), "status": WorkStatus.DONE}),
        ("projects", {"end": date(2019, 1, 1)}),
    ],
)
def test_dates_in_the_wrong_order_are_a_warning(collection, changes):
    assert codes(changed(whole_plan(), collection, **changes)) == ["SM217"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"owner": ""}, "ansvarig"),
        ({"status": None}, "status"),
        ({"owner": "", "status": None}, "ansvarig och status"),
    ],
)
def test_a_risk_without_owner_or_status_is_a_warning(changes, told):
    (finding,) = found(changed(whole_plan(), "risks", **changes))
    assert finding.code.code == "SM246"
    assert finding.found() == f"risken r1 saknar {told}"


def test_a_status_in_other_words_is_a_status():
    assert codes(changed(whole_plan(), "risks", status=None, status_text="Löpande")) == []


def test_a_risk_that_was_left_out_for_the_year_is_not_asked_for():
    assert codes(changed(whole_plan(), "risks", owner="", plan="", selected=False)) == []


def test_a_risk_with_fewer_ratings_than_most_is_a_warning():
    plan = whole_plan()
    risks = tuple(evolve(plan.risks[0], id=f"r{place}", ratings=RATINGS) for place in range(3))
    (finding,) = found(evolve(plan, risks=(evolve(risks[0], ratings=RATINGS[:1]), *risks[1:])))
    assert finding.found() == "risken r0 har 1 värderingar, de flesta har 2"


def test_two_risks_say_nothing_about_what_is_usual():
    plan = whole_plan()
    assert codes(evolve(plan, risks=(plan.risks[0], evolve(plan.risks[0], id="r2", ratings=())))) == []


def test_a_red_risk_without_plan_is_a_warning():
    plan = changed(changed(whole_plan(), "risks", plan=""), "activities", risks=())
    assert codes(plan) == ["SM248"]


def test_an_activity_is_a_plan():
    assert codes(changed(whole_plan(), "risks", plan="")) == []


@pytest.mark.parametrize(
    ("changes", "but"),
    [
        ({"same_as_id": "atgard2", "target": None}, "åtgärden atgard2 är samma som atgard2, som är den själv"),
        ({"parent_id": "atgard1"}, "åtgärden atgard2 är samma som atgard1, och har en överordnad"),
    ],
)
def test_an_action_that_is_the_same_as_another_names_one_that_counts(changes, but):
    (finding,) = found(changed(whole_plan(), "actions", 1, **changes))
    assert finding.code.code == "SM268"
    assert finding.found() == but


def test_an_action_is_not_the_same_as_one_that_is_the_same_as_another():
    plan = whole_plan()
    third = evolve(plan.actions[1], id="atgard3", same_as_id="atgard2", name="Färre inhyrda")
    (finding,) = found(evolve(plan, actions=(*plan.actions, third)))
    assert finding.found() == "åtgärden atgard3 är samma som atgard2, som i sin tur är samma som en annan"


def test_an_action_that_says_what_it_is_the_same_as_is_no_double():
    assert codes(whole_plan()) == []
    assert codes(changed(whole_plan(), "actions", 1, same_as_id=None)) == ["SM243"]
