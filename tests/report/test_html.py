"""HTML documents say what the edition says, to eyes and to screen readers, and explain every figure."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from tests.report.editions import (
    FINDINGS,
    MINUS,
    NBSP,
    TABLE_ID,
    big_edition,
    cell,
    economy,
    edition,
    observed,
    rolled_up,
)

from styrmodell.report.document import Edition, Heading
from styrmodell.report.html import write_html
from styrmodell.report.table import Table
from styrmodell.report.xml_text import clean_text

PAYLOADS = ("{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", 'A & B <c> "d"', "</style><b>", "--><i>")


def page(written: Edition) -> HtmlElement:
    return html.document_fromstring(write_html(written), parser=html.HTMLParser(encoding="utf-8"))


def texts(element: HtmlElement, path: str) -> list[str]:
    return [found.text_content() for found in element.xpath(path)]


def with_table(table: Table) -> Edition:
    written = edition()
    return evolve(written, document=evolve(written.document, blocks=(table,)))


def entry(element: HtmlElement, row: str, column: str) -> str:
    found = element.xpath(f'//*[@id="{TABLE_ID}/{row}/{column}/hur"]')[0]
    return re.sub(r"[ \n]+", " ", found.text_content())


def test_the_page_is_swedish_and_titled() -> None:
    root = page(edition())
    assert root.get("lang") == "sv"
    assert texts(root, "//title") == ["Bilaga till verksamhetsplan 2020"]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    root = page(edition())
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert not root.xpath("//script | //link | //img | //iframe | //@onclick | //@src")
    assert all(link.startswith("#") for link in root.xpath("//@href"))


def test_the_figures_stand_as_they_are_printed() -> None:
    row = page(edition()).xpath("//table[1]/tbody/tr[th='Läkemedel']")[0]
    assert [td.text_content() for td in row.xpath("td")] == ["", "ej rapporterat", f"{MINUS}47{NBSP}016"]


def test_cells_carry_their_ids() -> None:
    ids = page(edition()).xpath("//figure//td/@id")
    assert ids == [one.id for one in edition().document.cells()]


def test_a_missing_figure_is_told_apart_from_one_that_is_blank_by_nature() -> None:
    root = page(edition())
    assert texts(root, "//td[@class='missing']") == ["ej rapporterat"]
    assert texts(root, f"//td[@id='{TABLE_ID}/lakemedel/utfall']") == [""]


def test_the_head_names_groups_and_columns() -> None:
    head = page(edition()).xpath("//figure//thead/tr")
    assert [[th.text_content() for th in row] for row in head] == [
        ["Delområde", "Utfall 2018", "Budget 2020"],
        ["Netto", "Intäkter", f"Kostnader{NBSP}*)"],
    ]
    assert [th.get("scope") for th in head[0]] == ["col", "colgroup", "colgroup"]
    assert [th.get("colspan") for th in head[0]] == [None, None, "2"]
    assert [th.get("scope") for th in head[1]] == ["col"] * 3


def test_column_groups_add_up_to_the_columns() -> None:
    root = page(edition())
    spans = [int(group.get("span") or 1) for group in root.xpath("//figure//colgroup")]
    assert spans == [1, 1, 2]


def test_a_table_without_groups_has_one_row_of_heads() -> None:
    assert len(page(big_edition(2)).xpath("//figure//thead/tr")) == 1


def test_a_column_without_a_group_fills_both_header_rows() -> None:
    table = economy()
    root = page(with_table(evolve(table, columns=(evolve(table.columns[0], group=""), *table.columns[1:]))))
    assert root.xpath("//figure//thead/tr[1]/th[2]/@rowspan") == ["2"]
    assert texts(root, "//figure//thead/tr[2]/th") == ["Intäkter", f"Kostnader{NBSP}*)"]


def test_rows_are_headed_and_heading_rows_begin_a_body() -> None:
    root = page(edition())
    assert texts(root, "//figure//tbody/tr/th[@scope='row']") == [
        f"Primärvård{NBSP}1)",
        "Läkemedel",
        "SUMMA VERKSAMHET",
    ]
    heading = root.xpath("//figure//tbody/tr[1]/th[@scope='rowgroup']")[0]
    assert (heading.text_content(), heading.get("colspan")) == ("Verksamhet", "4")


def test_total_rows_are_marked() -> None:
    assert texts(page(edition()), "//tr[@class='total']/th") == ["SUMMA VERKSAMHET"]


def test_the_table_is_captioned_and_scrolls_by_keyboard() -> None:
    root = page(edition())
    region = root.xpath("//figure/div[@role='group']")[0]
    caption = root.xpath("//figure//caption")[0]
    assert caption.text_content() == "Ekonomisk redovisning, tkr"
    assert (region.get("tabindex"), region.get("aria-labelledby")) == ("0", caption.get("id"))


def test_notes_and_remarks_stand_under_the_table() -> None:
    assert texts(page(edition()), "//ul[@class='notes']/li") == [
        "1) Dvo 010–090, 092",
        "*) Kostnader skrivs med minus",
    ]


def test_headings_step_down_one_level_at_a_time() -> None:
    written = edition()
    deep = evolve(written, document=evolve(written.document, blocks=(Heading(text="djup", level=3), economy())))
    for one in (written, deep):
        levels = [int(found.tag[1]) for found in page(one).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


def test_facts_stand_in_a_list_of_words_and_contents() -> None:
    root = page(edition())
    words, contents = texts(root, "//dl[@class='facts']//dt"), texts(root, "//dl[@class='facts']//dd")
    facts = dict(zip(words, contents, strict=True))
    assert facts["Förvaltning"] == "Regionledningsförvaltningen"
    assert facts["Diarienummer"] == "19RS2753"
    assert facts["Organ"] == "Regionstyrelsen § 123"
    assert facts["Bilaga"] == "10 a"


def test_a_reader_can_skip_to_what_matters() -> None:
    root = page(edition())
    target = root.xpath("//a[@class='skip']/@href")[0].removeprefix("#")
    assert root.xpath(f"//main[@id='{target}']")


def test_a_draft_says_so() -> None:
    root = page(edition(draft=True, findings=FINDINGS))
    assert texts(root, "//p[@class='draft']") == ["UTKAST – se avsnittet Iakttagelser"]
    assert texts(root, "//title")[0].startswith("UTKAST")
    assert not page(edition()).xpath("//p[@class='draft']")


def test_findings_are_listed() -> None:
    root = page(edition(findings=FINDINGS))
    cells = texts(root, "//table[@class='findings']/tbody/tr/*")
    assert cells == [
        "SM305 varning",
        "underlag/2020.csv rad 231",
        "rapporterad 12 kr",
        "delarnas summa",
        "rätta delarna",
    ]
    assert not page(edition()).xpath("//table[@class='findings']")


def test_every_figure_leads_to_its_working_and_back() -> None:
    root = page(edition())
    ids = set(root.xpath("//@id"))
    figures = [td for td in root.xpath("//figure//td") if td.text_content()]
    assert figures
    for td in figures:
        target = unquote(td.xpath("a/@href")[0].removeprefix("#"))
        assert target in ids
        assert f"#{td.get('id')}" in root.xpath(f'//*[@id="{target}"]//a/@href')


def test_ids_are_unique() -> None:
    ids = page(edition(draft=True, findings=FINDINGS)).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_sum_tells_its_parts_how_many_came_and_where_they_stand() -> None:
    told = entry(page(edition()), "summa", "intakt")
    assert f"480{NBSP}735{NBSP}tkr" in told
    assert "Summa av delarna." in told
    assert "1 av 2; saknas: rlf" in told
    assert "Läkemedel intäkter ej rapporterat (0 av 1)" in told
    assert "underlag/2020.csv rad 2" in told
    assert "2019-09-26" in told


def test_what_print_rounded_is_told_in_full() -> None:
    assert f"Oavrundat {MINUS}1{NBSP}712{NBSP}738,4{NBSP}tkr." in entry(page(edition()), "primarvard", "kostnad")


def test_a_reported_figure_tells_its_file_and_line() -> None:
    told = entry(page(edition()), "primarvard", "intakt")
    assert "Rapporterat värde." in told
    assert "underlag/2020.csv rad 2, avser 2019-09-26" in told


def test_only_so_many_operands_are_told() -> None:
    parts = tuple(observed(f"del {place}", 1000 * place, line=place) for place in range(1, 41))
    table = economy()
    last = evolve(table.rows[-1], cells=(cell("summa", "utfall", rolled_up("SUMMA", parts)), *table.rows[-1].cells[1:]))
    told = entry(page(with_table(evolve(table, rows=(*table.rows[:-1], last)))), "summa", "utfall")
    assert "del 25 " in told
    assert "del 26 " not in told
    assert "och 15 till" in told
    assert "och 30 till" in told


def test_a_very_large_document_leaves_the_workings_out_and_says_so() -> None:
    root = page(big_edition(1001))
    assert not root.xpath("//figure//td/a")
    assert len(root.xpath("//figure//td/@id")) == 5005
    assert any("styrmodell explain" in text for text in texts(root, "//section/p"))


@pytest.mark.parametrize(("columns", "layout"), [(7, "portrait"), (8, "landscape")])
def test_the_printed_page_turns_when_a_table_is_wide(columns: int, layout: str) -> None:
    assert f"@page {{ size: A4 {layout}; }}" in write_html(big_edition(2, columns)).decode()


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert write_html(edition(draft=True, findings=FINDINGS)) == write_html(edition(draft=True, findings=FINDINGS))


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_looks_like_a_template_or_markup_stays_text(text: str) -> None:
    root = page(edition(text=text, draft=True, findings=FINDINGS))
    assert texts(root, "//h1") == [text]
    assert texts(root, "//p[@class='text']") == [text]
    assert f"{text}{NBSP}1)" in texts(root, "//th[@scope='row']")
    assert not root.xpath("//script | //b | //i | //c")


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_survives(text: str) -> None:
    kept = clean_text(text)
    found = texts(page(edition(text=text)), "//p[@class='text']")[0]
    assert found == kept or max(kept) >= "\x7f"  # the test's own reader maps C1 controls to Windows letters


def test_places_in_one_file_are_told_together() -> None:
    assert "underlag/2020.csv rad 3, rad 5" in entry(page(edition()), "summa", "kostnad")
