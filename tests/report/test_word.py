"""Word documents say what the edition says, and look after their readers."""

import json
import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from attrs import evolve
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.editions import FINDINGS, MINUS, NBSP, TABLE_ID, big_edition, economy, edition

from styrmodell.errors import RenderError
from styrmodell.model.table_spec import Note
from styrmodell.report.cell_list import write_cells
from styrmodell.report.document import Edition
from styrmodell.report.word import write_word
from styrmodell.report.xml_text import clean_text

PAYLOADS = ("{{ 7*7 }}", "{% raw %}", "{#", "{_{ titel }_}", "{%p if x %}", "<w:p/>", "&amp;", 'A & B <c> "d"', "]]>")


def reopened(written: Edition, master: bytes | None = None) -> WordDocument:
    return docx.Document(BytesIO(write_word(written, master)))


def rows_of(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def texts_of(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def master_with(*paragraphs: str, header: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_the_figures_stand_as_they_are_printed() -> None:
    rows = rows_of(reopened(edition()).tables[0])
    assert rows[3] == [
        f"Primärvård{NBSP}1)",
        f"{MINUS}1{NBSP}134{NBSP}081",
        f"480{NBSP}735",
        f"{MINUS}1{NBSP}712{NBSP}738",
    ]
    assert rows[4] == ["Läkemedel", "", "ej rapporterat", f"{MINUS}47{NBSP}016"]


def test_a_group_heading_spans_its_columns_and_the_row_header_both_rows() -> None:
    rows = rows_of(reopened(edition()).tables[0])
    assert rows[0] == ["Delområde", "Utfall 2018", "Budget 2020", "Budget 2020"]
    assert rows[1] == ["Delområde", "Netto", "Intäkter", f"Kostnader{NBSP}*)"]


def test_a_column_without_a_group_fills_both_header_rows() -> None:
    table = economy()
    plain = evolve(table, columns=(evolve(table.columns[0], group=""), *table.columns[1:]))
    written = edition()
    rows = rows_of(reopened(evolve(written, document=evolve(written.document, blocks=(plain,)))).tables[0])
    assert [row[1] for row in rows[:2]] == ["Netto", "Netto"]


def test_a_heading_row_spans_the_table() -> None:
    assert rows_of(reopened(edition()).tables[0])[2] == ["Verksamhet"] * 4


def test_both_header_rows_are_repeated_on_every_page() -> None:
    rows = reopened(edition()).tables[0]._tbl.tr_lst
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] * 2 + [False] * 4


def test_no_row_is_broken_over_pages() -> None:
    rows = reopened(edition()).tables[0]._tbl.tr_lst
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_total_rows_are_bold() -> None:
    row = reopened(edition()).tables[0].rows[5]
    assert all(run.bold for cell in row.cells for run in cell.paragraphs[0].runs)


def test_the_caption_is_a_caption_and_names_the_unit() -> None:
    captions = [p.text for p in reopened(edition()).paragraphs if p.style is not None and p.style.name == "Caption"]
    assert captions == ["Ekonomisk redovisning, tkr"]


def test_the_table_can_be_read_aloud() -> None:
    properties = reopened(edition()).tables[0]._tbl.tblPr
    assert properties.xpath("w:tblCaption/@w:val") == ["Ekonomisk redovisning, tkr"]
    assert "raderna är Delområde" in properties.xpath("w:tblDescription/@w:val")[0]


def test_notes_stand_under_the_table() -> None:
    texts = texts_of(reopened(edition()))
    assert "1)\tDvo 010–090, 092" in texts
    assert "*)\tKostnader skrivs med minus" in texts


def test_many_short_notes_run_on() -> None:
    table = evolve(economy(), notes=tuple(Note(mark=f"{place})", text=f"Dvo {place}") for place in range(1, 9)))
    written = edition()
    texts = texts_of(reopened(evolve(written, document=evolve(written.document, blocks=(table,)))))
    assert any(f"1){NBSP}Dvo 1\u20032){NBSP}Dvo 2" in text for text in texts)


def test_headings_are_real_headings_below_the_title() -> None:
    styled = [(p.style.name, p.text) for p in reopened(edition()).paragraphs if p.style is not None]
    headings = [entry for entry in styled if entry[0].startswith(("Title", "Heading"))]
    assert headings == [
        ("Title", "Bilaga till verksamhetsplan 2020"),
        ("Heading 1", "Ekonomi"),
        ("Heading 2", "Budget"),
    ]


def test_facts_and_paragraphs_stand_in_the_body() -> None:
    texts = texts_of(reopened(edition()))
    assert "Förvaltning: Regionledningsförvaltningen" in texts
    assert "Förvaltningens ekonomi FoU & utveckling <5 år." in texts


def test_no_empty_paragraph_makes_room() -> None:
    assert all(texts_of(reopened(edition(draft=True, findings=FINDINGS))))


def test_language_title_and_dates_are_the_editions() -> None:
    document = reopened(edition())
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Bilaga till verksamhetsplan 2020", "sv-SE")
    assert (properties.author, properties.last_modified_by) == ("styrmodell 0.1.0", "styrmodell 0.1.0")
    assert {f"{stamp:%Y-%m-%d %H:%M}" for stamp in (properties.created, properties.modified) if stamp} == {
        "2019-09-26 00:00"
    }
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "sv-SE"


def test_header_and_footer_say_where_the_document_belongs() -> None:
    section = reopened(edition()).sections[0]
    assert [p.text for p in section.header.paragraphs] == [
        "Regionstyrelsen § 123\t\tBilaga 10 a",
        "Dnr 19RS2753\t\t2019-09-26",
    ]
    assert section.footer.paragraphs[0].text.startswith("Region Västernorrland\t\tSida ")
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_at_the_top_and_on_every_page() -> None:
    document = reopened(edition(draft=True, findings=FINDINGS))
    assert texts_of(document)[0] == "UTKAST – se avsnittet Iakttagelser"
    assert "UTKAST" in document.sections[0].header.paragraphs[0].text


def test_what_is_no_draft_does_not_say_so() -> None:
    document = reopened(edition())
    assert "UTKAST" not in "".join(texts_of(document)) + document.sections[0].header.paragraphs[0].text


def test_findings_are_listed_last() -> None:
    document = reopened(edition(findings=FINDINGS))
    assert "Iakttagelser" in texts_of(document)
    assert rows_of(document.tables[-1]) == [
        ["Kod", "Var", "Hittade", "Väntade", "Gör"],
        ["SM305\nvarning", "underlag/2020.csv rad 231", "rapporterad 12 kr", "delarnas summa", "rätta delarna"],
    ]


def test_without_findings_there_is_no_such_section() -> None:
    assert "Iakttagelser" not in texts_of(reopened(edition()))


@pytest.mark.parametrize(("columns", "landscape"), [(7, False), (8, True)])
def test_the_page_turns_when_a_table_is_wide(columns: int, landscape: bool) -> None:
    section = reopened(big_edition(2, columns)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width > section.page_height) is landscape


@pytest.mark.parametrize("columns", [1, 5, 11, 20])
def test_the_table_is_as_wide_as_the_page_allows(columns: int) -> None:
    document = reopened(big_edition(2, columns))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    widths = [int(width) for width in document.tables[0]._tbl.tblGrid.xpath("w:gridCol/@w:w")]
    assert sum(widths) == (section.page_width - section.left_margin - section.right_margin) // 635
    assert min(widths) > 0


def test_the_same_edition_gives_the_same_bytes() -> None:
    first = write_word(edition(draft=True, findings=FINDINGS))
    time.sleep(2.1)  # the stamps of a zip count in steps of two seconds
    assert first == write_word(edition(draft=True, findings=FINDINGS))


def test_no_part_carries_the_time_of_writing() -> None:
    with ZipFile(BytesIO(write_word(edition()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_looks_like_a_template_or_markup_stays_text(text: str) -> None:
    document = reopened(edition(text=text, draft=True, findings=FINDINGS))
    assert text in texts_of(document)
    assert f"{text}{NBSP}1)" in rows_of(document.tables[0])[3]
    assert document.core_properties.title == text


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_survives(text: str) -> None:
    document = reopened(edition(text=text))
    assert clean_text(text) in texts_of(document)
    assert f"{clean_text(text)}{NBSP}1)" in [row[0] for row in rows_of(document.tables[0])]


def test_what_xml_cannot_hold_is_shown_as_such() -> None:
    assert "a\ufffdb" in texts_of(reopened(edition(text="a\x0bb")))


def test_a_master_is_filled_and_the_body_stands_in_its_place() -> None:
    master = master_with(
        "{{ enhet }}, {{ organ }} {{ paragraf }}",
        "{{ innehall }}",
        "Slut {{ period }}",
        header="{{ dnr }} {{ utkast }}",
    )
    document = reopened(edition(draft=True), master)
    texts = texts_of(document)
    assert texts[0] == "Regionledningsförvaltningen, Regionstyrelsen § 123"
    assert texts[-1] == "Slut 2020"
    assert "{{" not in "".join(texts)
    assert document.sections[0].header.paragraphs[0].text == "19RS2753 UTKAST"
    assert rows_of(document.tables[0])[4][0] == "Läkemedel"


def test_a_master_that_prints_the_title_prints_it_once() -> None:
    texts = texts_of(reopened(edition(), master_with("{{ titel }}", "{{ innehall }}")))
    assert texts.count("Bilaga till verksamhetsplan 2020") == 1


def test_a_master_may_leave_out_what_is_empty() -> None:
    master = master_with("{% if utkast %}Ej beslutat{% else %}Beslutat{% endif %}", "{{ innehall }}")
    assert texts_of(reopened(edition(), master))[0] == "Beslutat"


@pytest.mark.parametrize("text", PAYLOADS)
def test_texts_stay_texts_in_a_master(text: str) -> None:
    document = reopened(edition(text=text), master_with("{{ titel }}", "{{ innehall }}", header="{{ dnr }}"))
    assert texts_of(document)[0] == text
    assert document.sections[0].header.paragraphs[0].text == text


def test_a_title_that_reads_like_the_place_of_the_body_does_not_take_it() -> None:
    texts = texts_of(reopened(edition(text="innehall"), master_with("{{ titel }}", "{{ innehall }}")))
    assert texts[0] == "innehall"
    assert len(texts) > 5


def test_a_master_gives_the_same_bytes_twice() -> None:
    master = master_with("{{ titel }}", "{{ innehall }}", header="{{ dnr }}")
    assert write_word(edition(), master) == write_word(edition(), master)


def test_a_master_in_another_language_keeps_its_styles() -> None:
    document = docx.Document()
    style = document.styles["Heading 1"]
    style.element.set(qn("w:styleId"), "Rubrik1")
    document.add_paragraph("{{ innehall }}")
    saved = BytesIO()
    document.save(saved)
    heading = next(p for p in reopened(edition(), saved.getvalue()).paragraphs if p.text == "Ekonomi")
    assert heading._p.xpath("w:pPr/w:pStyle/@w:val") == ["Rubrik1"]


@pytest.mark.parametrize(
    ("paragraphs", "named"),
    [
        (("{{ okand }} {{ innehall }}",), "okand"),
        (("{{ titel }}",), "innehall"),
        (("före {{ innehall }}",), "paragraph of its own"),
        (("{{ titel.__class__ }}", "{{ innehall }}"), "getattr"),
        (("{% for x in titel %}{{ x }}{% endfor %}", "{{ innehall }}"), "for"),
        (("{{ titel|attr('x') }}", "{{ innehall }}"), "attr"),
        (("{{ cycler() }}", "{{ innehall }}"), "call"),
        (("{% if titel %}", "{{ innehall }}"), "cannot be read"),
    ],
)
def test_a_master_that_asks_for_more_is_refused_by_name(paragraphs: tuple[str, ...], named: str) -> None:
    with pytest.raises(RenderError, match=named):
        write_word(edition(), master_with(*paragraphs))


def test_an_unknown_variable_in_a_header_is_refused_by_name() -> None:
    with pytest.raises(RenderError, match="diarienr"):
        write_word(edition(), master_with("{{ innehall }}", header="{{ diarienr }}"))


def test_what_is_no_word_document_is_refused() -> None:
    empty = BytesIO()
    with ZipFile(empty, "w", ZIP_DEFLATED) as package:
        package.writestr("a.txt", "a")
    for master in (b"abc", empty.getvalue()):
        with pytest.raises(RenderError, match="no Word document"):
            write_word(edition(), master)


def test_the_list_of_cells_names_every_cell() -> None:
    entries = json.loads(write_cells(edition()))
    assert [entry["id"] for entry in entries] == sorted(cell.id for cell in edition().document.cells())
    assert entries[0] == {
        "id": f"{TABLE_ID}/lakemedel/intakt",
        "text": "ej rapporterat",
        "row": "Läkemedel",
        "column": "Budget 2020 Intäkter",
        "table": "Ekonomisk redovisning, tkr",
    }


def test_the_list_of_cells_is_the_same_twice() -> None:
    assert write_cells(edition()) == write_cells(edition())
