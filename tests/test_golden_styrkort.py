"""The two scorecards: every goal, success factor, measure, target, baseline, frequency, source and head text."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Measure, Plan, Workspace, load
from styrmodell.model.goal import Goal
from styrmodell.model.scorecard import Scorecard

ROOT = Path(__file__).parents[1]


def golden(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / "tests" / "golden" / name).read_text(encoding="utf-8"))


VN = golden("vn_bsk2020.yaml")
DENTAL = golden("dalarna_styrkort_tandvard_2018.yaml")
CENTRAL = DENTAL["other_scorecard_in_same_document"]
VN_LINES = [(perspective, line) for perspective in VN["perspektiv"] for line in perspective["matt"]]
DENTAL_LINES = [(group, line) for group in DENTAL["groups"] for line in group["matt"]]


@pytest.fixture(scope="module")
def vn() -> Plan:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return plan_of(load(ROOT / "examples" / "vasternorrland-2020"))


@pytest.fixture(scope="module")
def dental() -> Plan:
    return plan_of(load(ROOT / "examples" / "dalarna-tandvard-2018"))


def plan_of(workspace: Workspace) -> Plan:
    assert workspace.require().plan is not None
    return workspace.plan


def card(plan: Plan, name: str) -> Scorecard:
    return next(card for card in plan.scorecards if card.id == name)


def goals(plan: Plan) -> dict[str, Goal]:
    return {goal.id: goal for goal in plan.goals}


def measure(plan: Plan, name: str) -> Measure:
    return next(one for one in plan.measures if one.id == name.replace(".", "-"))


def words(part: Any) -> str | None:
    """The words of a target, a baseline or a frequency as they were written; None where there is none."""
    return None if part is None else part.words


def test_the_head_of_the_card_of_2020_is_the_printed_one(vn: Plan) -> None:
    made = card(vn, "rlf-2020")
    assert (made.name, made.unit_id, made.period.text) == (VN["title"], "rlf", "2020")
    assert list(made.mission) == VN["uppdrag"]
    assert list(made.priorities) == VN["prioriterade_omraden"]
    assert list(made.starting_points) == VN["utgangspunkter"]


def test_the_chain_of_cards_stands_in_a_section(vn: Plan) -> None:
    section = next(section for section in vn.sections if section.id == "styrning")
    assert [line.removeprefix("- ") for line in section.text.splitlines()] == VN["styrning"]


def test_the_perspectives_have_their_direction_goal_areas_and_notes(vn: Plan) -> None:
    made, known = card(vn, "rlf-2020").perspectives, goals(vn)
    assert [one.name for one in made] == [one["perspektiv"] for one in VN["perspektiv"]]
    for one, printed in zip(made, VN["perspektiv"], strict=True):
        direction = known[one.goal_id or ""]
        assert (direction.name, direction.level) == (printed["inriktningsmal"], "inriktningsmål")
        assert list(one.areas) == printed["strategiska_omraden"]
        assert list(one.notes) == [f"{mark} {text}" for mark, text in printed.get("footnotes", {}).items()]


def test_the_lines_of_2020_stand_in_the_printed_order_with_their_origin(vn: Plan) -> None:
    made, known = card(vn, "rlf-2020"), goals(vn)
    names = {one.id: one.name for one in made.perspectives}
    shown = [
        (names[line.perspective_id], known[line.goals[0]].name, line.measure_id, line.origin or None)
        for line in made.lines
    ]
    assert shown == [
        (top["perspektiv"], line["mal"], line["id"].replace(".", "-"), line["markering"]) for top, line in VN_LINES
    ]
    assert len(shown) == 19


@pytest.mark.parametrize(("top", "line"), VN_LINES, ids=[line["id"] for _, line in VN_LINES])
def test_every_measure_of_2020_has_its_printed_words(vn: Plan, top: dict[str, Any], line: dict[str, Any]) -> None:
    made = measure(vn, line["id"])
    assert (made.name, made.system or None) == (line["matt"], line["kalla"])
    assert words(made.target) == line["malniva_2020"]
    assert words(made.baseline) == line["jamforelsetal"]
    assert words(made.reporting) == line["uppfoljning"]
    assert (made.owner or None, made.reporting_owner or None) == (
        line["ansvarig_genomforande"],
        line["ansvarig_rapportering"],
    )
    ((goal, origin),) = [(link.id, link.origin) for link in made.goals]
    assert (goals(vn)[goal].name, origin or None) == (line["mal"], line["markering"])
    (parent,) = goals(vn)[goal].parents
    assert goals(vn)[parent.id].name == top["inriktningsmal"]


def test_the_head_of_the_dental_card_is_the_printed_one(dental: Plan) -> None:
    made, first = card(dental, "tandvard-2018"), DENTAL["first_page"]
    assert (made.name, str(made.dated)) == (DENTAL["title"], DENTAL["version_date"])
    assert made.vision == first["vision"]
    assert list(made.mission) == first["overgripande_uppdrag"]
    assert list(made.priorities) == first["prioriteringar_text"]
    assert list(made.characteristics) == first["kannetecken"]
    assert list(made.focus) == [f"{heading}: {text}" for heading, text in first["process_fokus_2018"].items()]


def test_the_dental_lines_stand_under_their_perspective_and_goals(dental: Plan) -> None:
    made, known = card(dental, "tandvard-2018"), goals(dental)
    names = {one.id: one.name for one in made.perspectives}
    shown = [
        (names[line.perspective_id], [known[goal].name for goal in line.goals], line.measure_id) for line in made.lines
    ]
    assert shown == [
        (group["perspektiv"], group["strategiska_mal"], line["id"].replace(".", "-")) for group, line in DENTAL_LINES
    ]
    assert len(shown) == 25


def test_every_strategic_goal_has_the_success_factors_printed_beside_it(dental: Plan) -> None:
    printed = {goal: group["framgangsfaktorer"] for group in DENTAL["groups"] for goal in group["strategiska_mal"]}
    assert {goal.name: list(goal.success_factors) for goal in dental.goals} == printed


@pytest.mark.parametrize(("group", "line"), DENTAL_LINES, ids=[line["id"] for _, line in DENTAL_LINES])
def test_every_dental_measure_has_its_printed_words(dental: Plan, group: dict[str, Any], line: dict[str, Any]) -> None:
    made = measure(dental, line["id"])
    # One cell of the card is empty: its name is taken from the target, and its description says so.
    assert made.name == (line["matt"] or "Antal ärenden i patientnämnden")
    assert (line["matt"] is None) == ("tom i styrkortet" in made.description)
    assert words(made.target) == line["malvarde"]
    assert words(made.baseline) == line["ingangsvarde"]
    assert words(made.reporting) == line["rapportering"]
    assert (made.system or None) == line["kalla"]
    assert [goals(dental)[link.id].name for link in made.goals] == group["strategiska_mal"]


def test_the_card_of_the_central_administration_is_there(dental: Plan) -> None:
    made = card(dental, "central-2018")
    lines = [measure(dental, line.measure_id or "") for line in made.lines]
    assert [
        (one.name, words(one.baseline), words(one.target), words(one.reporting), one.description or None)
        for one in lines
    ] == [
        (
            line["matt"],
            line["ingangsvarde"],
            line["malvarde"],
            line["rapportering"],
            f"Utfall: {line['utfall']}" if "utfall" in line else None,
        )
        for line in CENTRAL["measures"]
    ]


def test_the_central_card_names_its_decision(dental: Plan) -> None:
    decision = next(one for one in dental.decisions if one.id == card(dental, "central-2018").decision_id)
    assert CENTRAL["scorecard"].startswith(card(dental, "central-2018").name)
    assert (decision.body, str(decision.date), decision.paragraph) == ("Landstingsstyrelsen", "2018-02-12", "§ 18")
