"""The decisions of autumn 2024 in Dalarna: every meeting, paragraph, kind, assignment, due day and report back."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Plan, Workspace, load
from styrmodell.model.decision import Decision, DecisionKind

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "golden" / "dalarna_decisions_2024.yaml").read_text(encoding="utf-8")
)
KINDS = {
    "noted": DecisionKind.NOTED,
    "approved": DecisionKind.APPROVED,
    "proposal": DecisionKind.PROPOSAL,
    "active": DecisionKind.ASSIGNMENT,
}
BODIES = {
    "hsn": "Hälso- och sjukvårdsnämnden",
    "rs": "Regionstyrelsen",
    "ktn": "Kollektivtrafiknämnden",
}
ITEMS = [(meeting, item) for meeting in GOLDEN["meetings"] for item in meeting["items"]]
GIVEN = [(meeting, item, given) for meeting, item in ITEMS for given in item.get("assignments", ())]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(ROOT / "examples" / "dalarna-handlingsplan-2024").require()


@pytest.fixture(scope="module")
def plan(workspace: Workspace) -> Plan:
    assert workspace.plan is not None
    return workspace.plan


def decision(plan: Plan, body: str, day: str, paragraph: str) -> Decision:
    (found,) = [one for one in plan.decisions if (one.body, str(one.date), one.paragraph) == (body, day, paragraph)]
    return found


def test_every_meeting_is_there_also_those_that_decided_nothing(plan: Plan) -> None:
    printed = [(meeting["body"], meeting["date"]) for meeting in GOLDEN["meetings"]]
    assert [(meeting.body, str(meeting.date)) for meeting in plan.meetings] == printed
    assert len([meeting for meeting in GOLDEN["meetings"] if not meeting["items"]]) == 2


@pytest.mark.parametrize(("meeting", "item"), ITEMS, ids=[f"{one['date']} {item['paragraph']}" for one, item in ITEMS])
def test_every_decision_is_the_printed_one(plan: Plan, meeting: dict[str, Any], item: dict[str, Any]) -> None:
    made = decision(plan, meeting["body"], meeting["date"], item["paragraph"])
    assert (made.name, made.text) == (item["title"], item["decision"])
    assert made.kind is KINDS[item["decision_type"]]
    assert made.reported == (item["reported"] or "")


def test_a_figure_that_was_reported_stands_in_what_was_reported_and_among_the_values(plan: Plan) -> None:
    """Skolkort and the eight new assignments are told in words; the rest are values with the meeting in the comment."""
    values = {abs(one.value) for one in plan.observations if one.value is not None}
    for _, item in ITEMS:
        for name, figure in item.get("figures", {}).items():
            if name == "nya_uppdrag":
                assert "Åtta nya uppdrag" in item["reported"]
            elif name == "nya_krav":
                assert "170 mnkr" in item["reported"]
            else:
                assert any(round(value / 1_000_000, 1) == round(abs(figure), 1) for value in map(float, values)), name


@pytest.mark.parametrize(
    ("meeting", "item", "given"), GIVEN, ids=[f"{one['date']} {item['paragraph']} {a['nr']}" for one, item, a in GIVEN]
)
def test_every_assignment_has_its_addressee_due_meeting_and_report_back(
    plan: Plan, meeting: dict[str, Any], item: dict[str, Any], given: dict[str, Any]
) -> None:
    source = decision(plan, meeting["body"], meeting["date"], item["paragraph"])
    (made,) = [
        one
        for one in plan.assignments
        if one.nr == str(given["nr"]) and source.id in [link.id for link in one.decisions]
    ]
    assert (made.name, made.addressee, made.given_by) == (given["task"], given["to"], (meeting["body"],))
    due = f"{made.due} ({made.due_meeting})" if made.due else None
    assert due == given["due"]
    back = [next(one for one in plan.decisions if one.id == link.id) for link in made.reports]
    if given["report_back_found"] is False:
        assert back == []
    else:
        assert [f"{one.paragraph} {one.date}" for one in back] == [
            given["report_back_found"][: len("§ 111 2024-10-08")]
        ]
        assert made.comment == given["report_back_found"]
    assert made.closed_by is None


def test_there_are_no_other_assignments(plan: Plan) -> None:
    assert len(plan.assignments) == len(GIVEN) == 4


def test_earlier_decisions_that_are_referred_to_have_their_day_or_month(plan: Plan) -> None:
    rest = plan.decisions[len(ITEMS) :]
    shown = [
        (one.body, str(one.date) if one.date else str(one.period), one.paragraph or None, one.text) for one in rest
    ]
    assert shown == [
        (one["body"], one["date"], one.get("paragraph"), one["content"])
        for one in GOLDEN["earlier_decisions_referred_to"]
    ]


@pytest.mark.parametrize(("key", "body"), BODIES.items())
def test_the_auditors_count_of_active_decisions_is_ours(plan: Plan, key: str, body: str) -> None:
    active = [one for one in plan.decisions if one.body == body and one.kind is DecisionKind.ASSIGNMENT]
    assert len(active) == GOLDEN["auditor_statement"][f"active_decisions_{key}"]
    section = next(section for section in plan.sections if section.id == "aktiva-beslut")
    assert f"- {body}: {len(active)}" in section.text.splitlines()


def test_the_two_assignments_without_a_due_day_are_told(workspace: Workspace) -> None:
    told = [one.found() for one in workspace.findings if one.code.code == "SM245"]
    assert told == [f"uppdraget hsn-2024-08-27-93-{nr} saknar tid för återrapportering" for nr in (3, 4)]
