"""Cards of every shape: several of a unit, measures in several places, dimensions the plan does not have."""

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from styrmodell.api import NewPage, Workspace, load

SETTINGS = '[workspace]\nformat = 1\nprofile = "dalarna"\nas_of = 2019-02-01\nfiles = ["*.yaml", "*.csv"]\n'
PLAN = """
plan: {id: p, unit: f, period: "2018"}
units: [{id: n, name: Nämnden, level: nämnd}, {id: f, name: Förvaltningen, level: förvaltning, parent: n}]
dimensions: [{id: kon, name: Kön, members: [{id: k, name: Kvinnor}, {id: m, name: Män}]}]
goals: [{id: g, name: Målet, unit: f}]
measures:
  - {id: delad, name: Delat mått, unit: "%", rule: none, target: minst 50 %, dimensions: [kon], goals: [g]}
  - {id: hel, name: Helt mått, unit: st, rule: own, target: "5", description: En not., goals: [g]}
scorecards:
  - id: ett
    name: Kort ett
    unit: f
    period: "2018"
    focus: [Utan kolon, "Med: kolon"]
    perspectives:
      - {id: a, name: Befolkning och kund, notes: ["*) egen not", utan märke]}
      - {id: b, name: Medarbetare}
    lines:
      - {perspective: a, goals: [g], measure: delad}
      - {perspective: a, goals: [g]}
      - {perspective: a, goals: [g], measure: hel}
      - {perspective: b, measure: delad}
  - id: tva
    name: Kort två
    unit: f
    period: "2018"
    perspectives: [{id: a, name: Ekonomi och finans}]
    lines: [{perspective: a, measure: delad}, {perspective: a, measure: hel}]
"""
FIGURES = """enhet;matt;period;typ;kon;varde;rapporterad
f;delad;2017;ingångsvärde;k;40 %;2018-01-01
f;delad;2017;ingångsvärde;m;60 %;2018-01-01
f;delad;2018;utfall;k;55 %;2019-01-10
f;delad;2018;utfall;m;;2019-01-10
f;hel;2018;utfall;;4;2019-01-10
f;hel;2017;utfall;;3;2018-01-10
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "styrmodell.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "siffror.csv").write_text(FIGURES, encoding="utf-8")
    return load(tmp_path).require()


def page(workspace: Workspace, key: str) -> Any:
    return lxml.html.fromstring(workspace.render(f"dalarna.{key}", "html").data.decode("utf-8"))


def texts(element: Any, path: str) -> list[str]:
    return [re.sub(r"[\s\u00a0]+", " ", one.text_content()).strip() for one in element.xpath(path)]


@pytest.mark.parametrize("key", ["styrkort", "styrkort-uppfoljning"])
def test_two_cards_of_a_unit_share_a_document_and_every_cell_has_a_name_of_its_own(
    workspace: Workspace, key: str
) -> None:
    spec = workspace.publisher.spec(f"dalarna.{key}")
    ((unit, period),) = workspace.publisher.instances(spec)
    document = workspace.publisher.document(spec, unit, period)
    tables = [table.id for table in document.tables()]
    assert len(tables) == len(set(tables))
    ids = [cell.id for cell in document.cells()]
    assert len(ids) == len(set(ids))
    shown = texts(page(workspace, key), "//h2")
    assert [name for name in shown if name.startswith("Kort ")] == ["Kort ett", "Kort två"]
    for form in ("docx", "xlsx"):
        assert workspace.render(f"dalarna.{key}", form).data


@pytest.mark.parametrize("key", ["styrkort", "styrkort-uppfoljning"])
def test_the_perspectives_of_a_card_share_the_pages_that_lie_on_their_side(workspace: Workspace, key: str) -> None:
    spec = workspace.publisher.spec(f"dalarna.{key}")
    ((unit, period),) = workspace.publisher.instances(spec)
    pages = [one for one in workspace.publisher.document(spec, unit, period).flow if isinstance(one, NewPage)]
    assert [page.landscape for page in pages] == [False, True, False, True]


def test_a_measure_in_two_perspectives_tells_its_parts_once(workspace: Workspace) -> None:
    shown = texts(page(workspace, "styrkort"), "//caption")
    assert [text for text in shown if text.startswith("Delat mått")] == ["Delat mått: ingångsvärden per kön"] * 2


def test_a_part_that_has_not_come_is_seen_and_keeps_the_measure_from_being_reached(workspace: Workspace) -> None:
    shown = page(workspace, "styrkort-uppfoljning")
    rows = [texts(row, "./th|./td") for row in shown.xpath("//table[contains(caption, 'utfall per kön')][1]/tbody/tr")]
    assert rows[:2] == [["Kvinnor", "40,0 %", "55,0 %", "● Uppnått"], ["Män", "60,0 %", "ej rapporterat", "○ Ej mätt"]]
    (basis,) = {text for text in texts(shown, "//td") if text.endswith("av 2 delar")}
    assert basis == "2019-01-10, 1 av 2 delar"


def test_a_description_and_the_cards_own_notes_stand_under_the_table(workspace: Workspace) -> None:
    shown = page(workspace, "styrkort")
    assert "Helt mått 1)" in texts(shown, "//th")
    told = " ".join(texts(shown, "//body"))
    assert "En not." in told
    assert "egen not" in told
    assert "utan märke" in told


def test_a_goal_without_a_measure_is_a_row_that_says_so(workspace: Workspace) -> None:
    assert "Inget mått" in texts(page(workspace, "styrkort"), "//th")


def test_what_stands_before_a_colon_is_the_head_of_its_line(workspace: Workspace) -> None:
    shown = page(workspace, "styrkort")
    assert texts(shown, "//li[starts-with(normalize-space(.), 'Med')]//strong") == ["Med:"]
    assert "Utan kolon" in texts(shown, "//li")


def test_a_measure_without_direction_says_only_which_way_it_goes(workspace: Workspace) -> None:
    shown = texts(page(workspace, "styrkort-uppfoljning"), "//td")
    assert {text for text in shown if text.startswith("↑")} == {"↑ ökar"}
