"""The plan of 2020 as documents: every text of the scorecard, every chapter, rule, list and figure in its place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from styrmodell.api import Workspace, load

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vasternorrland-2020"
HEADINGS = [
    "Verksamhetsplan inklusive budgetskrivelse 2020",
    "Inledning",
    "1. Allmänt",
    "1.1 Reformer och andra förändringar",
    "1.2 Konsekvenser av givna ramar och mål",
    "1.3 Påverkan på andra än den egna verksamheten",
    "1.4 Förändringar i den inre organisationen",
    "2. Invånarperspektivet",
    "2.1 Inriktningsmål – Jämlik fördelning av resurser utifrån behov",
    "3. Medarbetarperspektivet",
    "3.1 Inriktningsmål – Medarbetarna är delaktiga och har en bra arbetsmiljö",
    "3.2 Kompetensförsörjningsplanering",
    "4. Processperspektivet",
    "4.1 Inriktningsmål – Effektiva och framgångsrika verksamheter",
    "4.2 Systemförvaltning",
    "4.3 Projekt",
    "5. Ekonomiperspektivet",
    "5.1 Inriktningsmål – En ekonomi i balans över tid",
    "Kostnadskontroll",
    "Kostnadsanpassning",
    "5.2 Resultatbudget, miljoner kronor",
    "5.3 Investeringar",
    "6. Intern kontroll – övergripande riskanalys",
    "7. Utblick mot kommande år",
    "Bilagor",
]
UNWRITTEN = {"1.1", "1.3", "1.4", "2.1", "3.1", "4.1", "4.2", "7."}


def golden(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / "tests" / "golden" / name).read_text(encoding="utf-8"))


CARD = golden("vn_bsk2020.yaml")
FACTS = golden("vn_text_uppgifter.yaml")
BUDGET = golden("vn_resultatbudget_5_2.yaml")
INVESTMENTS = golden("vn_investeringar_5_3.yaml")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


def page_of(workspace: Workspace, key: str) -> Any:
    return lxml.html.fromstring(workspace.render(f"vasternorrland.{key}", "html").data.decode("utf-8"))


@pytest.fixture(scope="module")
def card(workspace: Workspace) -> Any:
    return page_of(workspace, "styrkort")


@pytest.fixture(scope="module")
def plan(workspace: Workspace) -> Any:
    return page_of(workspace, "verksamhetsplan")


@pytest.fixture(scope="module")
def competence(workspace: Workspace) -> Any:
    return page_of(workspace, "kompetensforsorjningsplan")


def plain(text: str) -> str:
    """*text* with ordinary spaces, as a reader sees it."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def texts(element: Any, path: str) -> list[str]:
    return [plain(one.text_content()) for one in element.xpath(path)]


def section(page: Any, start: str) -> str:
    """What stands between the heading that begins with *start* and the next heading."""
    heading = next(one for one in page.xpath("//h2|//h3") if plain(one.text_content()).startswith(start))
    found = []
    for one in heading.itersiblings():
        if one.tag in ("h1", "h2", "h3"):
            break
        found.append(one.text_content())
    return plain(" ".join(found))


def rows_of(table: Any) -> list[list[str]]:
    """The rows of a scorecard's table as people read them: a goal that rows share stands in each of them."""
    rows, goal = [], ""
    for row in table.xpath("./tbody/tr"):
        shared = texts(row, "./th[@scope='rowgroup']")
        goal = shared[0] if shared else goal
        rows.append([goal, *texts(row, "./th[@scope='row']|./td")])
    return rows


def bare(text: str) -> str:
    return re.sub(r"\s", "", text).replace("\u2212", "-")


def card_tables(card: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    captioned = {plain(table.xpath("string(./caption)")): table for table in card.xpath("//table[./caption]")}
    for perspective in CARD["perspektiv"]:
        yield perspective, captioned[f"Önskade resultat, {perspective['perspektiv'].lower()}"]


def test_every_text_of_the_card_is_printed(card: Any) -> None:
    assert texts(card, "//h1") == [CARD["title"]]
    items = texts(card, "//li")
    for words in (*CARD["styrning"], *CARD["uppdrag"], *CARD["prioriterade_omraden"], *CARD["utgangspunkter"]):
        assert plain(words) in items
    shown = plain(card.text_content())
    for perspective in CARD["perspektiv"]:
        assert perspective["perspektiv"] in texts(card, "//h2")
        assert f"Strategiska områden för att nå inriktningsmålet ”{perspective['inriktningsmal']}”" in shown
        assert set(map(plain, perspective["strategiska_omraden"])) <= set(items)
        for mark, words in perspective.get("footnotes", {}).items():
            assert bare(f"{mark}{words}") in bare(shown)


def test_every_row_of_the_card_is_the_printed_one_in_the_printed_order(card: Any) -> None:
    checked = 0
    for perspective, table in card_tables(card):
        heads = texts(table, "./thead/tr/th")
        assert [head for head in heads if head != "Ursprung"] == CARD["columns"]
        rows = [dict(zip(heads, row, strict=True)) for row in rows_of(table)]
        keys = ("mal", "matt", "kalla", "jamforelsetal", "malniva_2020", "uppfoljning")
        for row, line in zip(rows, perspective["matt"], strict=True):
            printed = [plain(line[key] or "") for key in keys]
            assert [row[head] for head in CARD["columns"]] == printed, line["id"]
            assert row.get("Ursprung", "") == (line["markering"] or ""), line["id"]
            checked += 1
    assert checked == 19


def test_nothing_is_said_of_outcomes_before_there_are_any(card: Any) -> None:
    heads = set(texts(card, "//th"))
    assert not heads & {"Utfall", "Status", "Ansvarig genomförande", "Ansvarig rapportering"}


def test_goals_shared_by_neighbours_stand_once(card: Any) -> None:
    shared = texts(card, "//th[@scope='rowgroup']")
    assert len(shared) == len(set(shared)) == len({line["mal"] for one in CARD["perspektiv"] for line in one["matt"]})


def test_the_chapters_stand_in_the_order_of_the_source(plan: Any) -> None:
    shown = texts(plan, "//h1|//h2|//h3|//h4")
    assert shown[: len(HEADINGS)] == HEADINGS


def test_what_nobody_has_written_is_marked_and_nothing_else_is(plan: Any) -> None:
    marked = {
        number
        for heading in HEADINGS[2:-1]
        for number in (heading.split()[0],)
        if number[0].isdigit()
        if "Avsnittet är inte skrivet." in section(plan, number)
    }
    assert marked == UNWRITTEN


@pytest.mark.parametrize("rule", FACTS["rules"], ids=lambda rule: rule["id"])
def test_every_rule_and_figure_of_the_text_is_printed(plan: Any, rule: dict[str, str]) -> None:
    assert plain(rule["printed"]) in plain(plan.text_content())


def test_the_areas_dates_and_number_of_the_text_are_printed(plan: Any) -> None:
    assert set(FACTS["omraden_text"]) <= set(texts(plan, "//li"))
    shown = plain(plan.text_content())
    dates = FACTS["dates"]
    assert dates["dnr"] in shown
    assert dates["signature_date"] in shown
    assert "26 september 2019" in shown or dates["page_header_date"] in shown


def test_figures_in_the_text_tell_where_they_come_from(workspace: Workspace, plan: Any) -> None:
    ids = {name.rpartition("/text/")[2] for name in plan.xpath("//*[contains(@id, '/text/')]/@id")}
    names = ("besparing.mnkr", "pensionsavgangar", "investeringar-totalt.mnkr", "investeringar-regionfastigheter.mnkr")
    assert {f"{name}/varde" for name in names} <= ids
    found = workspace.explain("vasternorrland.verksamhetsplan@rlf@2020/text/pensionsavgangar/varde")
    assert found.number == FACTS["kompetensforsorjningsplan"]["pensionsavgangar_5_ar"]
    assert "observationer/text.csv" in found.text()


def test_the_strategic_areas_stand_before_the_text_of_their_chapter(plan: Any) -> None:
    for number, perspective in zip(("2.1", "3.1", "4.1", "5.1"), CARD["perspektiv"], strict=True):
        shown = section(plan, number)
        assert all(plain(area) in shown for area in perspective["strategiska_omraden"])


def test_the_text_of_5_3_is_the_printed_one_with_computed_figures(plan: Any) -> None:
    assert plain(INVESTMENTS["text"]) in section(plan, "5.3")


@pytest.mark.parametrize(("number", "content"), [("5.2", BUDGET), ("5.3", INVESTMENTS)], ids=("5.2", "5.3"))
def test_the_tables_have_the_printed_rows_and_columns(plan: Any, number: str, content: dict[str, Any]) -> None:
    table = table_after(plan, number)
    assert texts(table, "./thead/tr/th")[1:] == content["columns"]
    shown = {plain(row.xpath("string(./th)")): row for row in table.xpath("./tbody/tr")}
    assert set(shown) == {row["label"] for row in content["rows"]}


def table_after(page: Any, number: str) -> Any:
    heading = next(one for one in page.xpath("//h3") if plain(one.text_content()).startswith(number))
    return heading.xpath("following::table[1]")[0]


@pytest.mark.parametrize(("number", "content"), [("5.2", BUDGET), ("5.3", INVESTMENTS)], ids=("5.2", "5.3"))
def test_every_cell_of_the_tables_is_the_printed_one_or_told(plan: Any, number: str, content: dict[str, Any]) -> None:
    """Figures are computed: one that its parts do not give by a unit is told among the observations."""
    shown = {
        plain(row.xpath("string(./th)")): list(map(bare, texts(row, "./td")))
        for row in table_after(plan, number).xpath("./tbody/tr")
    }
    for row in content["rows"]:
        for cell, printed in zip(shown[row["label"]], row["values"], strict=True):
            if printed is None:
                assert cell in ("", "0"), row["id"]
            else:
                assert abs(int(cell) - printed) <= (1 if number == "5.2" else 0), row["id"]


def test_chapter_6_lists_the_risks_and_refers_to_the_appendix(plan: Any) -> None:
    shown = section(plan, "6.")
    risks = golden("vn_bilaga16.yaml")["text_list_chapter_6"]["items"]
    assert all(plain(risk) in shown for risk in risks)
    assert "bilaga 16" in shown


def test_the_appendices_of_the_year_are_listed(plan: Any) -> None:
    (table,) = [one for one in plan.xpath("//table") if "Bilagor till" in one.xpath("string(./caption)")]
    rows = [texts(row, "./th|./td") for row in table.xpath("./tbody/tr")]
    assert {"Bilaga 9", "Bilaga 10 a", "Bilaga 11", "Bilaga 16", "Bilaga 17"} <= {row[0] for row in rows}
    assert ["Bilaga 10 a", "Ekonomisk redovisning, (tusental kronor)", "tryckt"] in rows
    assert all(row[1] and row[2] in ("tryckt", "digital") for row in rows)


def test_the_competence_plan_holds_its_lists_and_its_figure(competence: Any) -> None:
    facts = FACTS["kompetensforsorjningsplan"]
    items = texts(competence, "//li")
    assert set(map(plain, facts["uppfoljda_aktiviteter"])) <= set(items)
    assert set(facts["svarrekryterade"]) <= set(items)
    pensions = next(rule["printed"] for rule in FACTS["rules"] if rule["id"] == "pensioner")
    assert plain(pensions) in section(competence, "Pensionsavgångar")
