"""One structure for all: every section stands in every report, and says what it lacks."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from styrmodell.api import Heading, NewPage

Report = Callable[[str, str, str], Any]
CHAPTERS = (
    "Sammanfattning",
    "Måluppfyllelse",
    "Ekonomi",
    "Åtgärder för ekonomi i balans",
    "Hyrpersonal",
    "Årsarbetare och sjukfrånvaro",
    "Investeringar",
    "Uppdrag och aktiviteter",
    "Risker",
    "Beslut",
)


@pytest.mark.parametrize("unit", ["region", "hsn", "hsf", "medicin", "kirurgi", "primarvard", "sn", "regionservice"])
@pytest.mark.parametrize("month", ["2024-01", "2024-08", "2025-03"])
def test_every_unit_has_every_section_every_month(unit: str, month: str, report: Report) -> None:
    assert report("manadsrapport", unit, month).headings == CHAPTERS


def test_a_month_without_input_says_what_each_section_lacks(report: Report) -> None:
    printed = report("manadsrapport", "hsf", "2025-03")
    for lacked in (
        "sammanfattning (avsnittet sammanfattning-hsf-2025-03)",
        "nyckeltal för mars 2025",
        "styrkort för Hälso- och sjukvårdsförvaltningen eller någon enhet ovanför",
        "bokfört utfall för mars 2025",
        "kostnad för hyrpersonal i mars 2025",
        "årsarbetare (måttet arsarbetare) för mars 2025",
        "sjukfrånvaro (måttet sjukfranvaro) för mars 2025",
        "beslut till och med mars 2025",
    ):
        assert f"Underlag saknas: {lacked}." in printed.prose


def begun(printed: Any) -> list[tuple[str, bool]]:
    """The chapters that begin a page, and whether it lies on its side."""
    pairs = pairwise(printed.document.flow)
    return [
        (block.text, before.landscape)
        for before, block in pairs
        if isinstance(before, NewPage) and isinstance(block, Heading) and block.level == 1
    ]


def test_only_a_chapter_with_a_table_begins_a_page_unless_the_pages_turn(report: Report) -> None:
    turned = [("Sammanfattning", False), ("Måluppfyllelse", True)]
    actions = ("Åtgärder för ekonomi i balans", True)
    assert begun(report("manadsrapport", "hsf", "2025-03")) == [*turned, actions]
    assert begun(report("manadsrapport", "hsf", "2024-08")) == [*turned, ("Ekonomi", True), actions]


def test_the_sign_of_a_paragraph_stays_with_its_number(report: Report) -> None:
    told = report("manadsrapport", "hsf", "2024-08").texts("uppdrag", "koer")["beslut"]
    assert told == "Hälso- och sjukvårdsnämnden 2024-04-09 §\u00a031"


def test_a_unit_without_actions_assignments_and_risks_says_so(report: Report) -> None:
    prose = report("manadsrapport", "sn", "2024-08").prose
    assert "Underlag saknas: riskanalys för enheten eller någon under den." in prose
    assert "Underlag saknas: åtgärder" not in prose


def test_the_forecast_of_january_is_lacking_and_told(report: Report) -> None:
    printed = report("manadsrapport", "hsf", "2024-01")
    assert "Underlag saknas: helårsprognos för januari 2024 (P01)." in printed.prose
    assert "prognos" not in printed.tables


def test_a_body_with_one_administration_tells_its_divisions_apart(report: Report) -> None:
    rows = report("delarsrapport", "hsn", "2024-01..2024-07").tables["enheter"].rows
    assert [row.key for row in rows] == ["medicin", "kirurgi", "primarvard", "totalt"]


def test_assignments_stand_as_they_did_at_the_end_of_the_month(report: Report) -> None:
    states = {
        month: report("manadsrapport", "hsf", month).texts("uppdrag", "koer")["lage"]
        for month in ("2024-05", "2024-08", "2024-10")
    }
    assert list(states.values()) == ["Pågår", "Försenat", "Återrapporterat, inte avslutat"]
    assert report("manadsrapport", "hsf", "2024-06").texts("uppdrag", "plan-hyrpersonal")["lage"] == "Avslutat"
    given = report("manadsrapport", "hsf", "2024-03").tables["uppdrag"].rows
    assert [row.key for row in given] == ["plan-hyrpersonal"]


def test_activities_follow_from_when_they_began_and_were_done(report: Report) -> None:
    def state(month: str) -> str:
        told: str = report("manadsrapport", "medicin", month).texts("aktiviteter", "bemanningspool")["lage"]
        return told

    assert [state(one) for one in ("2024-03", "2024-05", "2024-07")] == ["Planerad", "Påbörjad", "Påbörjad, försenad"]


def test_decisions_are_told_by_what_sort_they_are(report: Report) -> None:
    printed = report("manadsrapport", "hsn", "2024-08")
    [note] = printed.tables["beslut"].notes
    assert note.text.startswith("Beslut per sort: 2 beslutad, 2 uppdrag, 2 antecknad, 2 godkänd.")
    assert all(row.key != "sn-2024-05-16-21" for row in printed.tables["beslut"].rows)


def test_investments_stand_against_budget_with_the_months_forecast(report: Report) -> None:
    printed = report("manadsrapport", "hsf", "2024-08")
    assert printed.exact("investeringar", "summa", "budget") == -31_500_000
    parts = [row.key for row in printed.tables["investeringar"].rows if row.key != "summa"]
    spent = sum(printed.exact("investeringar", one, "utfall") for one in parts)
    assert printed.exact("investeringar", "summa", "utfall") == spent
    assert printed.exact("investeringar", "summa", "kvar") == printed.exact(
        "investeringar", "summa", "prognos"
    ) - printed.exact("investeringar", "summa", "budget")
