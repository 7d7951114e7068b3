"""Every kind of block in HTML: what it says, what it leads to, and how it is built for those who hear it."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from attrs import evolve
from lxml import html
from lxml.html import HtmlElement
from tests.accessibility.pages import drawn_edition
from tests.report.editions import cell, economy, edition, observed, rolled_up
from tests.report.rich_editions import rich_edition, with_blocks
from tests.report.svg_examples import charts

from styrmodell.report.document import Contents, Edition, NewPage, Paragraph
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Run
from styrmodell.report.html import working as working_part
from styrmodell.report.html import write_html
from styrmodell.report.table import TableRow

EDITIONS = {"rik": rich_edition(), "diagram": drawn_edition(), "enkel": edition()}


def page(written: Edition) -> HtmlElement:
    return html.document_fromstring(write_html(written), parser=html.HTMLParser(encoding="utf-8"))


def texts(element: HtmlElement, path: str) -> list[str]:
    return [found.text_content() for found in element.xpath(path)]


@pytest.fixture(params=EDITIONS)
def root(request: pytest.FixtureRequest) -> HtmlElement:
    return page(EDITIONS[request.param])


def test_ids_are_unique_and_links_lead_somewhere(root: HtmlElement) -> None:
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [unquote(link[1:]) for link in root.xpath("//@href") if link.startswith("#")]
    assert set(inner) <= set(ids)
    named = " ".join(root.xpath("//@aria-labelledby | //@aria-describedby")).split()
    assert set(named) <= set(ids)


def test_there_is_one_title_and_headings_step_down_one_level_at_a_time(root: HtmlElement) -> None:
    levels = [int(found.tag[1]) for found in root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert root.findtext(".//title")
    assert root.get("lang") == "sv"


def test_every_table_has_a_caption_and_heads_with_a_scope(root: HtmlElement) -> None:
    for table in root.xpath("//table"):
        assert table.xpath("normalize-space(caption)")
        heads = table.xpath(".//th")
        assert heads
        assert all(th.get("scope") in ("col", "colgroup", "row", "rowgroup") for th in heads)
        assert all(th.text_content().strip() for th in heads)


def test_every_row_is_as_wide_as_its_table(root: HtmlElement) -> None:
    for table in root.xpath("//table[colgroup]"):
        wide = sum(int(group.get("span") or 1) for group in table.xpath("colgroup"))
        reach = 0
        for row in table.xpath("tbody/tr"):
            own = sum(int(one.get("colspan") or 1) for one in row)
            tall = [int(one.get("rowspan") or 1) for one in row.xpath("th[@rowspan]")]
            assert own + (1 if reach else 0) == wide
            reach = max(reach, *tall, 1) - 1


def test_every_picture_is_told_in_words(root: HtmlElement) -> None:
    for svg in root.xpath("//*[local-name()='svg']"):
        assert svg.get("role") == "img"
        assert svg.get("aria-label") or svg.get("aria-labelledby")


def test_runs_keep_their_looks_and_outer_links_give_nothing_away() -> None:
    runs = (
        Run(text="a", strong=True),
        Run(text=" b", emphasis=True),
        Run(text=" c", link="https://example.org/?a=1&b=2"),
    )
    found = page(with_blocks(Prose(runs=runs)))
    assert texts(found, "//p[@class='text']") == ["a b c"]
    assert texts(found, "//p/strong") == ["a"]
    assert texts(found, "//p/em") == [" b"]
    link = found.xpath("//p[@class='text']/a")[0]
    assert (link.get("href"), link.get("rel")) == ("https://example.org/?a=1&b=2", "noopener noreferrer")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x"]
)
def test_a_link_that_is_no_address_of_the_web_is_plain_text(link: str) -> None:
    found = page(with_blocks(Prose(runs=(Run(text="x", link=link),))))
    assert texts(found, "//p[@class='text']") == ["x"]
    assert not found.xpath("//p[@class='text']/a")


def test_a_figure_in_running_text_leads_to_its_working_and_has_its_id_once() -> None:
    figure = cell("x", "y", observed("Netto", 5000))
    runs = (Run(text="5", figure=figure), Run(text=" och "), Run(text="5", figure=figure))
    found = page(with_blocks(Prose(runs=runs)))
    links = found.xpath("//p[@class='text']/a")
    assert [link.get("id") for link in links] == [figure.id, None]
    working = found.xpath(f"//*[@id='{figure.id}/hur']")
    assert len(working) == 1
    assert "Rapporterat värde." in working[0].text_content()


def test_a_figure_that_a_table_prints_too_has_its_id_there() -> None:
    table = economy()
    figure = table.cells()[0]
    found = page(with_blocks(Prose(runs=(Run(text="5", figure=figure),)), table))
    assert [one.tag for one in found.xpath(f"//*[@id='{figure.id}']")] == ["td"]


def test_footnotes_are_numbered_in_order_and_lead_there_and_back() -> None:
    inner = Run(text="", note=(Run(text="under"),))
    first = Prose(runs=(Run(text="ett", note=(Run(text="första"), inner)), Run(text="två", note=(Run(text="andra"),))))
    item = Listing(items=(ListItem(runs=(Run(text="tre", note=(Run(text="sista"),)),)),))
    found = page(with_blocks(first, item))
    assert texts(found, "//sup")[:2] == ["1", "3"]
    notes = found.xpath("//section[@role='doc-endnotes']/ol/li")
    assert [note.xpath("string(span)") for note in notes] == ["första2", "under", "andra", "sista"]
    for note in notes:
        back = note.xpath(".//a[@role='doc-backlink']/@href")[0][1:]
        assert found.xpath(f"//*[@id='{back}']/@href") == [f"#{note.get('id')}"]


def test_lists_stand_in_lists_and_begin_where_they_are_told() -> None:
    below = Listing(items=(ListItem(runs=(Run(text="under"),)),))
    listing = Listing(items=(ListItem(runs=(Run(text="över"),), lists=(below,)),), is_ordered=True, first=3)
    found = page(with_blocks(listing))
    assert found.xpath("//div[@class='leaf']/ol/@start") == ["3"]
    assert texts(found, "//div[@class='leaf']/ol/li/ul/li") == ["under"]


def test_the_contents_lead_to_headings_down_to_their_level() -> None:
    headings = (Heading(text="A"), Heading(text="B", level=2), Heading(text="C", level=3), Heading(text="A"))
    found = page(with_blocks(Contents(), *headings))
    links = found.xpath("//nav[@aria-label='Innehåll']//a")
    assert [(a.text, a.get("href")) for a in links] == [("A", "#avsnitt-a"), ("B", "#avsnitt-b"), ("A", "#avsnitt-a-2")]
    assert texts(found, "//nav/ol/li/ol/li") == ["B"]


def test_a_new_page_parts_the_leaves_and_may_lie() -> None:
    found = page(
        with_blocks(Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"), NewPage(), Paragraph(text="c"))
    )
    assert found.xpath("//main/div/@class") == ["leaf", "leaf landscape", "leaf"]
    assert "page: liggande" in found.findtext(".//style")


def test_the_cover_holds_subtitle_and_date() -> None:
    header = page(EDITIONS["rik"]).xpath("//header[@class='head cover']")[0]
    assert header.xpath("p[@class='subtitle']")


def test_rows_in_groups_are_headed_by_them() -> None:
    table = economy()
    rows = tuple(evolve(row, group="Vård") if row.level == "body" else row for row in table.rows)
    found = page(with_blocks(evolve(table, rows=rows, group_header="Område")))
    group = found.xpath("//th[@class='group']")[0]
    assert (group.text_content(), group.get("scope"), group.get("rowspan")) == ("Vård", "rowgroup", "2")
    assert texts(found, "//figure//thead/tr[1]/th")[:2] == ["Område", "Delområde"]
    total = found.xpath("//tr[@class='total']/th")[0]
    assert total.get("colspan") == "2"


def test_a_status_is_a_word_and_a_symbol_that_is_not_read_aloud() -> None:
    found = page(EDITIONS["rik"])
    tag = found.xpath("//td[@class='status']//span[@class='tag good']")[0]
    assert tag.text_content() == "●\u00a0Uppnått"
    assert tag.xpath("string(span[@aria-hidden='true'])") == "●\u00a0"
    assert found.xpath("//td[@class='rating']//span[contains(@class, 'tag')]")


def test_tables_and_charts_are_numbered_each_in_its_own_series() -> None:
    found = page(EDITIONS["rik"])
    numbers = texts(found, "//b[@class='number'] | //span[@class='number']")
    assert [number for number in numbers if number.startswith("Tabell")] == ["Tabell 1", "Tabell 2"]
    drawn = [number for number in numbers if number.startswith("Diagram")]
    assert drawn == [f"Diagram {place}" for place in range(1, len(drawn) + 1)]


def test_a_chart_whose_table_is_not_printed_holds_it_and_the_next_one_refers_to_it() -> None:
    one, other = charts()["staplar"], charts()["staplar"]
    found = page(with_blocks(one, evolve(other, key="igen", table=one.table)))
    first, second = found.xpath("//figure[contains(@class, 'chart')]")
    anchor = first.xpath("details//caption/@id")[0]
    assert second.xpath("figcaption/a/@href") == [f"#{anchor}"]
    described = second.xpath("div/@aria-describedby")[0]
    assert found.xpath(f"//figcaption[@id='{described}']")


def test_a_chart_whose_table_is_printed_refers_to_it_even_before_it_is_met() -> None:
    chart = charts()["staplar"]
    found = page(with_blocks(chart, chart.table))
    assert not found.xpath("//details[@class='data']")
    assert texts(found, "//figcaption/a") == ["Tabell 1"]


def test_a_working_follows_a_computed_part_one_step_and_leads_to_what_is_printed() -> None:
    table = economy()
    row = next(row for row in table.rows if row.key == "primarvard")
    inner = rolled_up("Sjukhusen", tuple(observed(f"sjukhus {at}", 1000 * at, unit=f"s{at}") for at in range(1, 20)))
    printed = row.cells[1].explanation
    assert printed is not None
    whole = rolled_up("ALLT", (evolve(inner, bound=evolve(printed.bound, unit="sjukhus")), printed))
    last = TableRow(key="allt", label="ALLT", cells=(cell("allt", "utfall", whole), *table.rows[-1].cells[1:]))
    found = page(with_blocks(evolve(table, rows=(*table.rows[:-1], last))))
    entry = found.xpath("//*[contains(@id, '/allt/utfall/hur')]")[0]
    told = re.sub(r"\s+", " ", entry.text_content())
    assert "Sjukhusen – Summa av delarna." in told
    assert "sjukhus 12" in told
    assert "sjukhus 13" not in told
    assert "och 7 till" in told
    assert entry.xpath(".//ul[@class='operands']/li/span/a/@href")


def test_only_so_many_parts_are_told_in_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_part, "MOST_PARTS", 3)
    found = page(edition())
    told = [li for li in found.xpath("//ul[@class='operands']/li") if "till" not in li.text_content()]
    assert len(told) == 3
    assert any("och" in text and "till" in text for text in texts(found, "//ul[@class='operands']/li"))


def test_workings_are_folded_away_until_somebody_follows_a_figure() -> None:
    found = page(edition())
    assert found.xpath("//section[@class='workings']/details")
    assert not found.xpath("//section[@class='workings']/details[@open]")
