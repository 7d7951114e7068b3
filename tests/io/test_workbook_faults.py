"""Workbooks that cannot be read right: each fault is told with its place, and none is dangerous."""

import openpyxl
import pytest
from tests.io.workbooks import MAIN, SHEET, grid, read, relations, row, sheet_xml, told, workbook, zipped

from styrmodell.io.workbook import read as reader

ROWS = row(3, '<c r="B3"><v>1</v></c><c r="C3"><v>2</v></c>') + row(5, '<c r="D5"><v>3</v></c>')


def value(cell: str) -> object:
    found = grid(workbook(row(1, cell)))
    assert found.rows[0][1:] == []
    return found.rows[0][0]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', "SM148"),
        ('<c r="A1"><v><![CDATA[5]]></v></c>', "SM148"),
        ('<c r="A1"><v>1</v><v>2</v></c>', "SM148"),
        ('<c r="A1" t="inlineStr"><v>x</v></c>', "SM148"),
        ('<c r="A1" t="s"><v>99</v></c>', "SM146"),
        ('<c r="A1" t="s"><v>x</v></c>', "SM149"),
        ('<c r="A1" t="zz"><v>1</v></c>', "SM146"),
        ('<c r="A1" s="5"><v>1e300</v></c>', "SM149|SM146"),
        ('<c r="A1"><v>1e400</v></c>', "SM149"),
        ('<c r="A1"><v>NaN</v></c>', "SM149"),
        ('<c r="A1" s="1"><v>-5</v></c>', "SM149"),
        ('<c r="A1" t="str"><v>a&#1;</v></c>', "SM149"),
        ('<c r="A1" t="str"><v>&#xD800;</v></c>', "SM149"),
        ('<c r="A1" t="str"><v>_x0000_</v></c>', "SM149"),
        ('<c r="A1" t="str"><v>a\x02</v></c>', "SM149"),
        ('<c r="A1" t="str"><v>&foo;</v></c>', "SM146"),
        ('<c r="XFE1"><v>1</v></c>', "SM146"),
        ('<c r="A1048577"><v>1</v></c>', "SM146"),
        ('<c r="1A"><v>1</v></c>', "SM146"),
        ("<c/>" * 16_384 + "<c><v>1</v></c>", "SM146"),
        ('<z:c r="A1"><v>1</v></z:c>', "SM145"),
        ('<c r="A1"><v>1</v>', "SM146"),
    ],
)
def test_what_cannot_be_read_right_is_told_once(cells, code):
    (finding,) = read(workbook(row(1, cells)))[1]
    assert finding.code.code in code.split("|")
    assert finding.source.place.startswith("Blad1")


def test_a_text_of_the_longest_length_is_read():
    assert value(f'<c r="A1" t="inlineStr"><is><t>{"x" * 32_767}</t></is></c>') == "x" * 32_767


def test_a_longer_text_is_refused_with_its_place():
    cell = f'<c r="B2" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c>'
    assert told(workbook(row(2, cell))) == [("SM149", "Blad1!B2", "40000 tecken")]


@pytest.mark.parametrize("text", ["x" * 40_000, "a_x0001_", "a&#2;"])
def test_a_shared_text_that_is_not_accepted_is_told_in_each_cell(text):
    strings = f'<sst xmlns="{MAIN}"><si><t>ok</t></si><si><t>{text}</t></si></sst>'
    rows = "".join(row(n, f'<c r="A{n}" t="s"><v>{n % 2}</v></c>') for n in (1, 2, 3))
    data = workbook(rows, {"xl/sharedStrings.xml": strings})
    assert [(code, place) for code, place, _ in told(data)] == [("SM149", "Blad1!A1"), ("SM149", "Blad1!A3")]


def test_blank_shared_texts_and_comments_are_no_losses():
    cells = '<c r="A1" t="s"><v>2</v></c><!-- <c r="Z9"><v>1</v></c> --><c r="B1" t="inlineStr"><is><t> </t></is></c>'
    assert grid(workbook(row(1, cells, '<c r="C1"><v>1</v></c>'))).rows[-1][-1] == 1.0


def test_a_far_cell_alone_is_read_and_one_with_others_is_refused():
    far = row(1_048_576, '<c r="XFD1048576"><v>2</v></c>')
    found = grid(workbook(far))
    assert (found.first_row, found.first_column, found.rows) == (1_048_575, 16_383, [[2.0]])
    ((code, place, text),) = told(workbook(row(1, '<c r="A1"><v>1</v></c>') + far))
    assert (code, place, text) == ("SM147", "Blad1", "celler från A1 till XFD1048576")


def test_a_far_cell_amid_the_rows_is_found():
    rows = [row(n, f'<c r="A{n}"><v>{n}</v></c>') for n in range(1, 5001)]
    rows[2500] = row(2501, '<c r="XFD1048576" s="1"/><c r="XFD1048576"><v>1</v></c>')
    assert [code for code, _, _ in told(workbook("".join(rows)))] == ["SM147"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c s=">" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A2" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c x="<" r="XFD1048576"><v>1</v></c></row>',
        '<row s=">" r="1048576"><c><v>1</v></c></row>',
        '<row r="9" r="1048576"><c><v>1</v></c></row>',
        '<row r="1"><:c r="XFD1048576"><v>1</v></:c></row>',
        '<row r="1"><1:c r="XFD1048576"><v>1</v></1:c></row>',
        '<row r="1"><c/ r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><c r="XFD1048576"><v>1</v></c></c></row>',
        '<row r="1"><![CDATA[<!--]]><c r="XFD1048576"><v>1</v></c><![CDATA[-->]]></row>',
        '<row r="1"><!--><c r="XFD1048576"><v>1</v></c><!-- --></row>',
        '<row r="1048576">' + "<c/>" * 16_000 + "<c><v>1</v></c></row>",
    ],
)
def test_a_far_cell_cannot_hide_from_the_check(rows):
    """Calamine would make a rectangle of seventeen thousand million cells of it."""
    (finding,) = read(workbook(row(1, '<c r="A1"><v>1</v></c>') + rows))[1]
    assert finding.code.code in ("SM145", "SM146", "SM147")


def test_a_cell_with_more_attributes_than_any_cell_has_is_told():
    attributes = " ".join(f'a{n}="1"' for n in range(100_000))
    (finding,) = read(workbook(row(1, f'<c {attributes} r="B1"><v>1</v></c>')))[1]
    assert finding.code.code == "SM146"


def test_a_whole_column_of_rows_without_cells_costs_nothing():
    rows = "".join(f'<row r="{n}"/>' for n in range(1, 100_000)) + row(1_048_576, '<c r="B1048576"><v>1</v></c>')
    assert grid(workbook(rows)).first_row == 1_048_575


def test_wide_sheets_keep_their_places():
    def letters(column: int) -> str:
        return openpyxl.utils.get_column_letter(column)

    rows = "".join(
        row(n, *(f'<c r="{letters(c)}{n}"><v>{c}</v></c>' for c in range(1, 801, 37)), f'<c r="{letters(800)}{n}"/>')
        for n in (9, 10, 99, 100, 101)
    )
    found = grid(workbook(rows))
    assert (found.first_row, len(found.rows), found.rows[0][37], found.rows[-1][777]) == (8, 93, 38.0, 778.0)


def test_a_broken_sheet_is_told_and_the_others_are_read():
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:q="r"><sheets>'
        '<sheet name="A" q:id="rId1"/><sheet name="B" q:id="rId2"/><sheet name="C" q:id="rId3"/>'
        '<sheet name="D" q:id="rId9"/><sheet name="E" q:id="rId4"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            worksheet1="worksheets/sheet1.xml", worksheet2="worksheets/sheet2.xml", worksheet3="worksheets/saknas.xml",
            worksheet4="worksheets/sheet1.xml", styles="styles.xml", sharedStrings="sharedStrings.xml",
        ),
        "xl/worksheets/sheet2.xml": sheet_xml(ROWS)[:-60],
    }  # fmt: skip
    book, findings = read(workbook(ROWS, parts))
    assert book is not None
    assert [sheet.name for sheet in book.sheets] == ["A"]
    assert [(item.code.code, item.source.place) for item in findings] == [("SM145", name) for name in "BCDE"]


def test_rows_in_two_places_are_told():
    part = sheet_xml(ROWS, after=f"<sheetData>{ROWS}</sheetData>")
    assert [code for code, _, _ in told(workbook(parts={SHEET: part}))] == ["SM148"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("xl/workbook.bin", "en binär Excelfil (.xlsb)"),
        ("word/document.xml", "ett Worddokument"),
        ("content.xml", "en fil i OpenDocument-format (.ods eller liknande)"),
        ("annat.xml", "ett zip-paket utan arbetsbok"),
    ],
)
def test_a_package_that_is_no_workbook_is_told_by_what_it_is(name, found):
    assert told(zipped({name: "<a/>"})) == [("SM140", "", found)]


def test_a_document_with_relations_is_no_workbook():
    parts = {"_rels/.rels": relations(officeDocument="word/document.xml"), "word/document.xml": "<document/>"}
    assert told(zipped(parts)) == [("SM140", "", "ett Worddokument")]


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
def test_a_broken_part_is_told(name):
    assert [code for code, _, _ in told(workbook(ROWS, {name: "<a"}))] == ["SM145"]


class PanicError(BaseException):
    """What a panic in calamine is: no Exception."""


def test_a_panic_becomes_a_finding(monkeypatch):
    class Engine:
        def load_workbook(self, package: object) -> None:
            raise PanicError("chunk size must be non-zero")

    monkeypatch.setattr(reader, "calamine_engine", Engine)
    assert told(workbook(ROWS)) == [("SM145", "", "läsaren stannade: chunk size must be non-zero")]


def test_a_key_press_stops_the_reading(monkeypatch):
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reader, "calamine_engine", stop)
    with pytest.raises(KeyboardInterrupt):
        read(workbook(ROWS))
