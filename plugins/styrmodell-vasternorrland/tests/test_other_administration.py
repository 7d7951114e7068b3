"""Another förvaltning of the region, another year: the same reports, with its own texts and figures."""

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from styrmodell.api import Workspace, load

SETTINGS = """
[workspace]
format = 1
profile = "vasternorrland"
as_of = 2022-01-31
files = ["*.yaml", "*.csv"]
"""
PLAN = """
plan: {id: ftv-2021, title: Plan, unit: ftv, period: "2021", state: draft, dnr: 20FTV1}
units:
  - {id: ftv, name: Folktandvården, level: förvaltning}
  - {id: klinik, name: Kliniken, level: verksamhet, parent: ftv}
goals:
  - {id: aim, name: Friska tänder, level: inriktningsmål, unit: ftv}
  - {id: reach, name: Kort väntan, level: mål, unit: ftv, parents: [aim]}
  - {id: bare, name: Mål utan mått, level: mål, unit: ftv, parents: [aim]}
measures:
  - {id: wait, name: Väntetid, unit: dagar, rule: own, target: högst 30, baseline: "2019: 41", owner: Chef A,
     reporting_owner: Controller B, system: T4, reporting: Årsvis, goals: [reach]}
  - {id: satisfied, name: Nöjda patienter, unit: "%", rule: own, target: minst 90 %, goals: [reach]}
  - {id: saving, name: Besparing, unit: kr, rule: own}
targets:
  - {measure: wait, unit: ftv, period: "2021", target: högst 25 dagar}
scorecards:
  - id: ftv-kort
    name: Folktandvårdens styrkort
    unit: ftv
    period: "2021"
    mission: ["*Tänder* {{ inget }} #1"]
    perspectives:
      - {id: inv, name: Invånarperspektivet, goal: aim, areas: [Barn och unga], notes: ["*) mätt i mars", utan märke]}
    lines:
      - {perspective: inv, goals: [reach], measure: wait}
      - {perspective: inv, goals: [reach], measure: satisfied}
      - {perspective: inv, goals: [bare]}
      - {perspective: inv, goals: [bare], measure: wait}
  - id: klinik-kort
    name: Klinikens styrkort
    unit: klinik
    period: "2021"
    perspectives: [{id: inv, name: Invånarperspektivet}]
    lines: [{perspective: inv, goals: [reach], measure: wait}]
risks:
  - {id: r1, name: "Risk *ett*", unit: ftv}
  - {id: r2, name: Risk två, unit: ftv, selected: false}
investments:
  - {id: unit, name: Unit, category: Utrustning, amounts: [{period: "2021", kind: budget, value: -1 499 000}]}
sections:
  - {id: invanare, heading: Invånare, text: "Vi sparar {{ saving }}, {{ saving.tkr }} eller {{ saving.mnkr }}."}
  - {id: medarbetare, heading: Medarbetare, text: "Okänd {{ nagot }} och {{ wait.mnkr }}."}
  - id: investeringar-text
    heading: Investeringar
    text: |
      Före {{ investeringar-utrustning.tkr }}.

      {{ investeringar53 }}

      Efter.
"""
FIGURES = """enhet;matt;period;typ;varde;rapporterad
ftv;wait;2021;utfall;24;2022-01-10
ftv;saving;2021-01..2023-12;budget;9 000 000;2020-10-01
ftv;saving;2021;budget;3 000 000;2020-10-01
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "styrmodell.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "siffror.csv").write_text(FIGURES, encoding="utf-8")
    return load(tmp_path).require()


def page(workspace: Workspace, key: str, unit: str = "ftv") -> Any:
    rendered = workspace.render(f"vasternorrland.{key}", "html", unit=unit)
    return lxml.html.fromstring(rendered.data.decode("utf-8"))


def texts(element: Any, path: str) -> list[str]:
    return [plain(one.text_content()) for one in element.xpath(path)]


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def results(card: Any) -> list[dict[str, str]]:
    (table,) = card.xpath("//table[starts-with(normalize-space(caption), 'Önskade resultat')]")
    heads = texts(table, "./thead/tr/th")[1:]
    return [dict(zip(heads, texts(row, "./th[@scope='row']|./td"), strict=True)) for row in table.xpath("./tbody/tr")]


def test_a_card_with_outcomes_tells_them_and_their_status(workspace: Workspace) -> None:
    first, second, third, _ = results(page(workspace, "styrkort"))
    assert list(first) == [
        *("Mått", "Källa", "Jämförelsetal", "Målnivå 2021", "Utfall", "Status", "Uppföljning"),
        *("Ansvarig genomförande", "Ansvarig rapportering"),
    ]
    assert (first["Målnivå 2021"], first["Jämförelsetal"]) == ("högst 25 dagar", "2019: 41")
    assert first["Utfall"].startswith("24")
    assert first["Status"].endswith("Uppnått")
    assert (first["Ansvarig genomförande"], first["Ansvarig rapportering"]) == ("Chef A", "Controller B")
    assert (second["Utfall"], second["Målnivå 2021"]) == ("", "minst 90 %")
    assert (third["Mått"], third["Status"]) == ("Inget mått", "")


def test_texts_of_data_are_no_markup(workspace: Workspace) -> None:
    assert "*Tänder* {{ inget }} #1" in texts(page(workspace, "styrkort"), "//li")
    assert "Risk *ett*" in texts(page(workspace, "verksamhetsplan"), "//li")


def test_notes_stand_under_the_table_with_or_without_a_mark(workspace: Workspace) -> None:
    shown = plain(page(workspace, "styrkort").text_content())
    assert "mätt i mars" in shown
    assert "utan märke" in shown


def test_every_unit_with_a_card_has_a_document(workspace: Workspace) -> None:
    spec = workspace.publisher.spec("vasternorrland.styrkort")
    assert workspace.plan is not None
    assert [unit for unit, _ in spec.instances(workspace.plan)] == ["ftv", "klinik"]
    assert texts(page(workspace, "styrkort", "klinik"), "//h1") == ["Klinikens styrkort"]


def test_two_cards_of_a_unit_share_a_document(tmp_path: Path) -> None:
    (tmp_path / "styrmodell.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN.replace("unit: klinik\n", "unit: ftv\n"), encoding="utf-8")
    made = load(tmp_path).require()
    shown = page(made, "styrkort")
    assert texts(shown, "//h1") == ["Balanserat styrkort 2021"]
    assert [text for text in texts(shown, "//h2") if "styrkort" in text] == [
        "Folktandvårdens styrkort",
        "Klinikens styrkort",
    ]
    assert len(shown.xpath("//table[starts-with(normalize-space(caption), 'Önskade resultat')]")) == 2
    assert made.render("vasternorrland.styrkort", "xlsx").data


def test_the_plan_marks_every_chapter_that_is_not_written(workspace: Workspace) -> None:
    shown = page(workspace, "verksamhetsplan")
    headings = texts(shown, "//h2|//h3")
    assert "2.1 Inriktningsmål – Friska tänder" in headings
    assert "3.1 Inriktningsmål" in headings, "a perspective that no card has"
    assert "5.2 Resultatbudget, miljoner kronor" in headings, "no such measure, so no table"
    chapters = [heading for heading in headings if heading[0].isdigit()]
    assert plain(shown.text_content()).count("Avsnittet är inte skrivet.") == len(chapters) - 4 - 3


def test_figures_are_those_of_the_year_in_the_unit_that_is_asked_for(workspace: Workspace) -> None:
    shown = plain(page(workspace, "verksamhetsplan").text_content())
    assert "Vi sparar 3 000 000 kr, 3 000 tkr eller 3 mnkr." in shown
    assert "Före 1 499 tkr." in shown


def test_a_name_that_is_no_figure_stands_and_is_told(workspace: Workspace) -> None:
    shown = plain(page(workspace, "verksamhetsplan").text_content())
    assert "Okänd {{ nagot }} och {{ wait.mnkr }}." in shown
    found = [finding.text() for finding in workspace.check() if finding.code.code == "SM405"]
    assert any("nagot" in text for text in found)
    assert any("wait.mnkr" in text for text in found)


def test_a_table_that_the_text_places_stands_there_and_only_there(workspace: Workspace) -> None:
    shown = page(workspace, "verksamhetsplan")
    (table,) = shown.xpath("//table[contains(caption, 'Investeringar')]")
    assert plain(table.xpath("string(preceding::p[1])")) == "Före 1 499 tkr."
    assert plain(table.xpath("string(following::p[1])")) == "Efter."


def test_only_risks_that_are_not_left_out_are_listed(workspace: Workspace) -> None:
    items = texts(page(workspace, "verksamhetsplan"), "//li")
    assert "Risk två" not in items


@pytest.mark.parametrize("key", ["styrkort", "verksamhetsplan", "kompetensforsorjningsplan"])
def test_a_plan_with_nothing_but_a_unit_gives_documents_to_write_in(tmp_path: Path, key: str) -> None:
    (tmp_path / "styrmodell.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("\n".join(PLAN.splitlines()[:4]), encoding="utf-8")
    made = load(tmp_path).require()
    assert made.render(f"vasternorrland.{key}", "docx").data
