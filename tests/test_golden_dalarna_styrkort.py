"""The dental scorecard of 2018 as it is printed again: every word and figure of every cell, in Word, Excel and HTML."""

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import lxml.html
import openpyxl
import pytest
import yaml

from styrmodell.api import Workspace, load

ROOT = Path(__file__).parents[1]
REPORT = "dalarna.styrkort"
DENTAL = yaml.safe_load((ROOT / "tests/golden/dalarna_styrkort_tandvard_2018.yaml").read_text(encoding="utf-8"))
CENTRAL = DENTAL["other_scorecard_in_same_document"]
FIRST = DENTAL["first_page"]
GROUPS = DENTAL["groups"]
LINES = [(group, line) for group in GROUPS for line in group["matt"]]
PERSPECTIVES = list(dict.fromkeys(group["perspektiv"] for group in GROUPS))
# The printed headings; the success factors stand with the goals they are printed beside, before the tables.
COLUMNS = [name for name in DENTAL["columns"] if name != "Framgångsfaktorer"]
FIELDS = ("ingangsvarde", "malvarde", "kalla", "rapportering")
SUPPLIED = "Antal ärenden i patientnämnden"
EMPTY_CELL = "Cellen för mått är tom i styrkortet; namnet är hämtat ur målvärdet."
# "3år F:95,7": an age, and the values of it by sex.
AGE, SEX = re.compile(r"(\d+)\s?år((?:\s\w+:\s?[\d,]+)+)"), re.compile(r"(\w+):\s?([\d,]+)")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_dalarna", reason="needs the plugin styrmodell-dalarna")
    return load(ROOT / "examples" / "dalarna-tandvard-2018").require()


@pytest.fixture(scope="module")
def page(workspace: Workspace) -> Any:
    return html(workspace, "tandvard")


@pytest.fixture(scope="module")
def central(workspace: Workspace) -> Any:
    return html(workspace, "central-forvaltning")


def html(workspace: Workspace, unit: str) -> Any:
    return lxml.html.fromstring(workspace.render(REPORT, "html", unit=unit).data.decode("utf-8"))


def plain(text: str | None) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text or "").strip()


def texts(element: Any, path: str) -> list[str]:
    return [plain(one.text_content()) for one in element.xpath(path)]


def below(page: Any, heading: str) -> list[str]:
    """The paragraphs and the items between a heading and the next."""
    (head,) = [one for one in page.xpath("//h2") if plain(one.text_content()).startswith(heading)]
    found: list[str] = []
    for one in head.itersiblings():
        if one.tag in ("h2", "h3"):
            break
        found += texts(one, ".//li") if one.tag == "ul" else [plain(one.text_content())]
    return found


def rows(page: Any, perspective: str) -> list[list[str]]:
    """The rows of a perspective's table: goal, label and cells; a goal reaches over the rows it is printed beside."""
    caption = f"Mått, {perspective[:1].lower()}{perspective[1:]}"
    (table,) = page.xpath(f"//table[normalize-space(caption)='{caption}']")
    assert texts(table, "./thead/tr/th") == COLUMNS
    found, goal = [], ""
    for row in table.xpath("./tbody/tr"):
        cells = texts(row, "./th|./td")
        goal = cells.pop(0) if len(cells) == len(COLUMNS) else goal
        found.append([goal, *cells])
    return found


def test_the_head_is_the_printed_one(page: Any) -> None:
    assert texts(page, "//h1") == [DENTAL["title"]]
    shown = plain(page.text_content())
    assert DENTAL["version_date"] in shown
    assert "Tandvårdsnämnden" in DENTAL["appendix"]
    assert "Tandvårdsnämnden" in shown


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("Vision", [FIRST["vision"]]),
        ("Övergripande uppdrag", FIRST["overgripande_uppdrag"]),
        ("Prioriteringar", FIRST["prioriteringar_text"]),
        ("Vi har en fungerande", [f"{head}: {text}" for head, text in FIRST["process_fokus_2018"].items()]),
    ],
)
def test_the_first_page_has_the_printed_texts(page: Any, heading: str, printed: list[str]) -> None:
    assert below(page, heading) == printed


def test_the_characteristics_stand_after_their_printed_beginning(page: Any) -> None:
    first, *listed = below(page, "Kännetecken")
    assert first == "Tandvårdsförvaltningen är en hälsofrämjande organisation som kännetecknas av att:"
    assert listed == FIRST["kannetecken"]


def test_every_perspective_stands_in_the_printed_order(page: Any) -> None:
    assert [text for text in texts(page, "//h2") if text in PERSPECTIVES] == PERSPECTIVES
    assert sum(len(rows(page, name)) for name in PERSPECTIVES) == len(LINES) == 25


@pytest.mark.parametrize(("group", "line"), LINES, ids=[line["id"] for _, line in LINES])
def test_every_row_has_its_printed_cells(page: Any, group: dict[str, Any], line: dict[str, Any]) -> None:
    printed = [one for other in GROUPS if other["perspektiv"] == group["perspektiv"] for one in other["matt"]]
    goal, label, *cells = rows(page, group["perspektiv"])[printed.index(line)]
    assert goal == "; ".join(group["strategiska_mal"])
    # One cell is empty in print. It shows the name that was supplied, with a note that says so.
    assert label == (plain(line["matt"]) or f"{SUPPLIED} 1)")
    assert cells == [plain(line[name]) for name in FIELDS]


def test_what_differs_from_print_is_told_under_the_table(page: Any) -> None:
    assert [line["id"] for _, line in LINES if line["matt"] is None] == ["td.08"]
    assert EMPTY_CELL in plain(page.text_content())


def test_a_baseline_that_contradicts_itself_is_told_with_both_figures(workspace: Workspace) -> None:
    (told,) = [one for one in workspace.check() if one.code.code == "SM234"]
    assert "4664/4616 (100%)" in told.found()
    assert "101,0 %" in told.found()


def test_goals_stand_with_the_success_factors_printed_beside_them(page: Any) -> None:
    (head,) = [
        one for one in page.xpath("//h2") if plain(one.text_content()) == "Strategiska mål och framgångsfaktorer"
    ]
    shown = []
    for one in head.itersiblings():
        if one.tag == "h2":
            break
        for item in one.xpath("./li") if one.tag == "ul" else ():
            shown.append((plain(item.xpath("string(.//strong)")), texts(item, "./ul/li")))
    assert shown == [
        ("; ".join(group["strategiska_mal"]), [plain(text) for text in group["framgangsfaktorer"]]) for group in GROUPS
    ]


def test_the_values_by_age_and_sex_are_the_printed_ones(workspace: Workspace) -> None:
    (printed,) = [line["ingangsvarde"] for _, line in LINES if line["id"] == "td.12"]
    by_age = {f"{age} år": dict(SEX.findall(sexes)) for age, sexes in AGE.findall(printed)}
    assert [len(sexes) for sexes in by_age.values()] == [3] * 4
    book = openpyxl.load_workbook(io.BytesIO(workspace.render(REPORT, "xlsx", unit="tandvard").data))
    sheet = book["td-12 ingångsvärden"]
    (head,) = [row for row in sheet.iter_rows(values_only=True) if row[1:4] == ("Flickor", "Pojkar", "Totalt")]
    assert head[0] == "Ålder"
    shown = {row[0]: row[1:4] for row in sheet.iter_rows(values_only=True) if str(row[0]).endswith(" år")}
    assert {age: [round(Decimal(repr(one)) * 100, 1) for one in values] for age, values in shown.items()} == {
        age: [Decimal(sexes[name].replace(",", ".")) for name in ("F", "P", "Tot")] for age, sexes in by_age.items()
    }


@pytest.mark.parametrize(("name", "sheet"), [("td.15", "td-15 ingångsvärden"), ("td.16", "td-16 ingångsvärden")])
def test_the_values_by_profession_are_the_printed_ones(workspace: Workspace, name: str, sheet: str) -> None:
    (printed,) = [line["ingangsvarde"] for _, line in LINES if line["id"] == name]
    book = openpyxl.load_workbook(io.BytesIO(workspace.render(REPORT, "xlsx", unit="tandvard").data))
    shown = {row[0]: row[1] for row in book[sheet].iter_rows(values_only=True) if row[0] in ("TDL", "THG")}
    found = {who: Decimal(share) / 100 for who, share in re.findall(r"(TDL|THG) (\d+) ?%", printed)}
    assert {who: Decimal(repr(share)) for who, share in shown.items()} == found
    assert len(found) == 2


def test_word_and_excel_hold_every_printed_word_too(workspace: Workspace) -> None:
    printed = [plain(line[name]) for _, line in LINES for name in ("matt", *FIELDS)]
    printed += [plain(text) for group in GROUPS for text in (*group["strategiska_mal"], *group["framgangsfaktorer"])]
    printed += [FIRST["vision"], *FIRST["overgripande_uppdrag"], *FIRST["prioriteringar_text"], *FIRST["kannetecken"]]
    word = docx.Document(io.BytesIO(workspace.render(REPORT, "docx", unit="tandvard").data))
    told = [one.text for one in word.paragraphs]
    told += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    book = openpyxl.load_workbook(io.BytesIO(workspace.render(REPORT, "xlsx", unit="tandvard").data))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for written in ("\n".join(map(plain, told)), "\n".join(map(plain, cells))):
        assert [text for text in printed if text and text not in written] == []


def test_the_card_of_the_central_administration_is_the_printed_one(central: Any) -> None:
    assert CENTRAL["scorecard"].startswith("Central förvaltning (LS 2018-02-12 Bilaga § 18 B)")
    assert texts(central, "//h1") == ["Central förvaltning"]
    assert "Landstingsstyrelsen 2018-02-12 § 18" in plain(central.text_content())
    (table,) = central.xpath("//table[normalize-space(caption)='Mått, mål']")
    shown = [texts(row, "./th|./td") for row in table.xpath("./tbody/tr")]
    assert shown == [
        [
            f"{plain(line['matt'])} 1)" if "utfall" in line else plain(line["matt"]),
            plain(line["ingangsvarde"]),
            plain(line["malvarde"]),
            "",
            plain(line["rapportering"]),
        ]
        for line in CENTRAL["measures"]
    ]
    assert f"Utfall: {CENTRAL['measures'][0]['utfall']}" in plain(central.text_content())


def test_what_the_central_card_does_not_fill_in_is_seen_and_told(workspace: Workspace, central: Any) -> None:
    assert plain(central.text_content()).count("Ej ifyllt.") == 6
    (told,) = [one for one in workspace.check() if one.code.code == "dalarna.2"]
    assert told.found().startswith(
        "central-2018 saknar vision, övergripande uppdrag, prioriteringar, kännetecken, årets fokus"
    )
