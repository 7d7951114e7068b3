"""Bilaga 16: every text, rating and mark of the eleven risks, and what is told to be missing."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Workspace, load
from styrmodell.finding import Findings
from styrmodell.model.risk import Risk

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "golden" / "vn_bilaga16.yaml").read_text(encoding="utf-8"))
FILE = "underlag/bilaga16.csv"
ASPECTS = {"Effektivitet": "effektivitet", "Påverkan": "paverkan", "Sannolikhet": "sannolikhet"}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(ROOT / "examples" / "vasternorrland-2020").require()


@pytest.fixture(params=GOLDEN["risks"], ids=lambda risk: f"risk {risk['nr']}")
def pair(request: pytest.FixtureRequest, workspace: Workspace) -> tuple[dict[str, Any], Risk]:
    assert workspace.plan is not None
    printed = request.param
    return printed, next(risk for risk in workspace.plan.risks if risk.nr == str(printed["nr"]))


def test_there_are_the_eleven_risks_in_the_printed_order(workspace: Workspace) -> None:
    assert workspace.plan is not None
    assert [risk.nr for risk in workspace.plan.risks] == [str(risk["nr"]) for risk in GOLDEN["risks"]] != []
    assert len(GOLDEN["risks"]) == 11


def test_every_text_is_the_printed_one(pair: tuple[dict[str, Any], Risk]) -> None:
    printed, risk = pair
    today, plan = printed["hantering_idag"], printed["handlingsplan"]
    assert (risk.name, risk.description) == (printed["benamning"], printed["beskrivning"])
    assert list(risk.categories) == printed["kategori"]
    assert (risk.controls, risk.documents) == (today["befintliga_atgarder"] or "", today["styrande_dokument"] or "")
    assert risk.plan == plan["atgard"]
    assert risk.unit_id == "rlf"


def test_marks_whose_columns_are_lost_are_counted(pair: tuple[dict[str, Any], Risk]) -> None:
    printed, risk = pair
    marks = printed["huvudpaverkan"]
    assert (risk.impact_count or 0, risk.impacts) == (marks["marks_count"], ())
    assert (risk.impact_count is None) == (marks["marks_printed"] is None)


def test_every_rating_is_kept_and_its_aspect_only_where_it_can_be_told(pair: tuple[dict[str, Any], Risk]) -> None:
    printed, risk = pair
    assert [rating.word for rating in risk.ratings] == printed["riskvardering_printed"]
    if printed["riskvardering"].get("uncertain"):
        assert {rating.aspect for rating in risk.ratings} == {""}
    else:
        found = {ASPECTS[rating.aspect]: rating.word for rating in risk.ratings}
        assert found == printed["riskvardering"]
    assert (risk.before, risk.after) == (None, None), "a word is no step on a scale"


def test_the_plan_has_neither_owner_nor_status(pair: tuple[dict[str, Any], Risk]) -> None:
    printed, risk = pair
    assert (printed["handlingsplan"]["ansvarig"], printed["handlingsplan"]["status"]) == (None, None)
    assert (risk.owner, risk.status, risk.status_text) == ("", None, "")


def told(workspace: Workspace, code: str) -> Findings:
    return Findings(finding for finding in workspace.findings if finding.code.code == code)


def test_every_missing_owner_and_status_is_told_at_its_row(workspace: Workspace) -> None:
    found = told(workspace, "SM246")
    assert [(one.source.file, one.source.place) for one in found] == [(FILE, f"rad {row}") for row in range(6, 17)]
    assert {one.found().partition(" ")[2].partition(" ")[2] for one in found} == {"saknar ansvarig och status"}


def test_the_two_risks_with_a_rating_too_few_are_told(workspace: Workspace) -> None:
    uncertain = [risk["nr"] for risk in GOLDEN["risks"] if risk["riskvardering"].get("uncertain")]
    assert [one.found() for one in told(workspace, "SM247")] == [
        f"risken risk-{nr} har 2 värderingar, de flesta har 3" for nr in uncertain
    ]


def test_the_list_in_chapter_6_stands_in_its_section(workspace: Workspace) -> None:
    """It has ten items: the eleventh risk of the appendix is not among them."""
    assert workspace.plan is not None
    section = next(section for section in workspace.plan.sections if section.number == "6")
    assert [line.removeprefix("- ") for line in section.text.splitlines()] == GOLDEN["text_list_chapter_6"]["items"]
    assert [link.id for link in section.about] == [f"risk-{nr}" for nr in range(1, 11)]
