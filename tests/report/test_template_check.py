"""The check of a Word master: all at once, by place, in the words of those who made the master."""

import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from tests.report.editions import edition
from tests.report.master_files import (
    BODY,
    FILLED,
    NOT_FILLED,
    R,
    W,
    add_part,
    add_relation,
    in_cell,
    in_first_header,
    in_text_box,
    insert_in_body,
    packed,
    paragraph,
    plain_parts,
    run,
)

from styrmodell.api import check_master, master_variables
from styrmodell.finding import Finding, Findings
from styrmodell.report.word import write_word
from styrmodell.report.word.styles import STYLES
from styrmodell.report.word.template.check import check_master_bytes
from styrmodell.report.word.template.words import CONDITIONS, FILTERS, master_words


def found(data: bytes) -> list[tuple[str, str]]:
    """(code, place) of everything but what the plain document lacks."""
    findings = check_master_bytes(data, "mall.docx")
    return [(one.code.code, one.source.place) for one in findings if one.code.code not in ("SM417", "SM418")]


def told(data: bytes, code: str) -> Finding:
    (one,) = (one for one in check_master_bytes(data, "mall.docx") if one.code.code == code)
    return one


def bytes_of(document: "docx.document.Document") -> bytes:
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_sound_master_has_no_errors() -> None:
    master = packed(plain_parts("{{ titel }}", "{% if utkast %}{{ utkast }}{% else %}Beslutat{% endif %}"))
    assert found(master) == []


def test_the_check_leaves_nothing_for_writing_to_find() -> None:
    """Every place in which a sound mark may stand is filled."""
    for place in ("body", "cell", "text box", "link text", "header", "first header", "footer", "footnote"):
        make, part = FILLED[place]
        master = packed(make("{{ enhet }}"))
        assert found(master) == []
        with ZipFile(BytesIO(write_word(edition(), master))) as package:
            assert "Regionledningsförvaltningen" in package.read(part).decode()


def test_all_faults_are_told_at_once_where_people_see_them() -> None:
    document = docx.Document()
    document.add_paragraph("Dnr {{ dnrr }}")
    table = document.add_table(2, 3)
    table.cell(1, 2).text = "{% for x in titel %}"
    document.add_paragraph("{{ titel")
    document.add_paragraph("{{ innehall }}")
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].header.paragraphs[0].text = "{{ dnr }}"
    document.sections[0].first_page_header.add_paragraph("{{ enhet.namn }}")
    document.sections[0].footer.paragraphs[0].text = "sida }}"
    assert found(bytes_of(document)) == [
        ("SM412", "Dokumentet, stycke 1"),
        ("SM414", "Dokumentet, tabell 1, rad 2, kolumn 3"),
        ("SM413", "Dokumentet, stycke 2"),
        ("SM414", "Sidhuvud 2, stycke 2"),
        ("SM413", "Sidfot 1, stycke 1"),
    ]


def test_a_finding_answers_the_four_questions() -> None:
    lines = told(packed(plain_parts("{{ diarienr }}")), "SM412").text("sv")
    assert lines.splitlines()[0] == "SM412 fel mall.docx Dokumentet, stycke 1"
    assert "hittade  diarienr" in lines
    assert "någon av innehall, titel, dnr" in lines
    english = told(packed(plain_parts("{{ enhett }}")), "SM412").text("en")
    assert "did you mean enhet? correct the name" in english


@pytest.mark.parametrize(
    ("name", "near"), [("enhett", "enhet"), ("Titel", "titel"), ("innehåll", "innehall"), ("qqqq", "")]
)
def test_an_unknown_variable_is_answered_with_what_looks_alike(name: str, near: str) -> None:
    do = told(packed(plain_parts(f"{{{{ {name} }}}}")), "SM412").do()
    assert do.startswith(f"menade du {near}? ") if near else do.startswith("rätta namnet")


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("body", "Dokumentet, stycke 1"),
        ("cell", "Dokumentet, tabell 1, rad 1, kolumn 1"),
        ("text box", "Dokumentet, textruta 1, stycke 1"),
        ("header", "Sidhuvud 1, stycke 1"),
        ("first header", "Sidhuvud 1, stycke 1"),
        ("footer", "Sidfot 1, stycke 1"),
        ("footnote", "Fotnoter, not 1, stycke 1"),
        ("title property", "Egenskaper, title"),
        ("field", "Dokumentet, stycke 1"),
    ],
)
def test_a_place_is_named_as_people_see_it(place: str, named: str) -> None:
    make, _ = FILLED[place]
    assert {at for _, at in found(packed(make("{{ okand }}")))} == {named}


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("endnote", "Slutnoter, not 1, stycke 1"),
        ("comment", "Kommentarer, not 1, stycke 1"),
        ("custom property", "Egna egenskaper"),
        ("category property", "Egenskaper, category"),
        ("settings", "Inställningar"),
        ("link target", "word/document.xml, hyperlink"),
    ],
)
def test_a_mark_that_is_not_filled_is_told_as_a_warning(place: str, named: str) -> None:
    make, _ = NOT_FILLED[place]
    assert found(packed(make("{{ dnr }}"))) == [("SM416", named)]


def test_a_cell_with_several_paragraphs_and_a_table_within_is_told_apart() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.add_paragraph("{{ a }}")
    cell.add_table(1, 1).cell(0, 0).text = "{{ b }}"
    document.add_paragraph("{{ innehall }}")
    assert [place for _, place in found(bytes_of(document))] == [
        "Dokumentet, tabell 1, rad 1, kolumn 2, stycke 2",
        "Dokumentet, tabell 1, rad 1, kolumn 2, tabell 1, rad 1, kolumn 1",
    ]


def test_a_text_box_that_stands_twice_in_the_file_is_told_once() -> None:
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    box = f"<w:txbxContent>{paragraph('{{ okand }}')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent {spaces}><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    master = packed(insert_in_body(plain_parts(), f"<w:p><w:r>{both}</w:r></w:p>"))
    assert found(master) == [("SM412", "Dokumentet, textruta 1, stycke 1")]


def test_a_mark_split_over_runs_is_found_as_one() -> None:
    master = packed(insert_in_body(plain_parts(), paragraph("{", "{ ", "enhe", "tt", " }", "} och text")))
    assert told(master, "SM412").found() == "enhett"


def test_typographic_quotes_that_word_makes_are_read() -> None:
    master = packed(plain_parts("{% if organ == ”Regionstyrelsen” %}ja{% endif %}"))
    assert found(master) == []
    assert docx.Document(BytesIO(write_word(edition(), master))).paragraphs[0].text == "ja"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ titel", "}} i samma stycke"),
        ("titel }}", "{{ före det, i samma stycke"),
        ("{% if titel %}", "{% endif %} efter det"),
        ("{% endif %}", "ett if före det"),
        ("{% else %}", "ett if före det"),
        ("{{ titel dnr }}", "en variabel som {{ titel }} eller ett villkor"),
        ("{_{ titel }_}", "klamrar utan understreck"),
    ],
)
def test_what_does_not_close_is_told_with_what_is_missing(text: str, expected: str) -> None:
    findings = [one for one in check_master_bytes(packed(plain_parts(text)), "m") if one.code.code == "SM413"]
    assert findings[0].expected().startswith(expected)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for x in titel %}", "en slinga"),
        ("{{ titel() }}", "ett anrop"),
        ("{{ titel.upper }}", "ett attribut"),
        ("{{ titel[0] }}", "ett element ur något"),
        ("{{ titel|safe }}", "filtret safe"),
        ("{# hej #}", "en kommentar"),
        ("{% set x = 1 %}", "satsen set"),
        ("{{ 1 + 1 }}", "en uträkning"),
    ],
)
def test_what_the_sandbox_refuses_is_named(text: str, said: str) -> None:
    assert told(packed(plain_parts(text)), "SM414").found() == f"{text}: {said}"


def place_faults(data: bytes) -> list[tuple[str, str]]:
    findings = check_master_bytes(data, "m")
    return [(one.source.place, one.found()) for one in findings if one.code.code == "SM415"]


def test_a_master_without_a_place_for_the_report_is_told() -> None:
    assert place_faults(bytes_of(docx.Document())) == [("Dokumentet", "{{ innehall }} saknas")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(plain_parts("{{ innehall }}")), "en gång till; den första står i Dokumentet, stycke 1"),
        (packed(in_cell("{{ innehall }}")), "inuti en tabell"),
        (packed(in_text_box("{{ innehall }}")), "inuti en textruta"),
        (packed(in_first_header("{{ innehall }}")), "utanför brödtexten"),
        (packed(plain_parts("före {{ innehall }}")), "i ett stycke med annan text"),
        (packed(plain_parts("{{ innehall|upper }}")), "med ett filter eller i ett villkor"),
        (packed(plain_parts("{% if innehall %}x{% endif %}")), "med ett filter eller i ett villkor"),
        (packed(plain_parts("{% if utkast %}", "{{ innehall }}", "{% endif %}")), "inuti ett villkor"),
        (
            packed(insert_in_body(plain_parts(), f"<w:p>{run('{{ innehall }}')}<w:r><w:drawing/></w:r></w:p>")),
            "i ett stycke med en bild, en textruta, ett fält eller en not",
        ),
        (
            packed(
                insert_in_body(plain_parts(), f'<w:p>{run("{{ innehall }}")}<w:r><w:br w:type="page"/></w:r></w:p>')
            ),
            "i ett stycke med en sidbrytning",
        ),
        (
            packed(
                insert_in_body(
                    plain_parts(), f"<w:sdt><w:sdtContent>{paragraph('{{ innehall }}')}</w:sdtContent></w:sdt>"
                )
            ),
            "inuti en innehållskontroll",
        ),
    ],
)
def test_a_place_where_the_report_cannot_stand_is_told(data: bytes, said: str) -> None:
    assert any(text.endswith(said) for _, text in place_faults(data))
    with pytest.raises(Exception, match="paragraph of its own"):
        write_word(edition(), data)


def test_missing_styles_are_a_note_that_names_them() -> None:
    note = told(packed(plain_parts()), "SM417")
    assert note.code.severity.value == "note"
    assert note.found().startswith("Utkast, Faktarad, Tabelltext")
    assert "heading 1" not in note.found()


def test_a_document_of_ours_has_every_style_and_the_right_language() -> None:
    document = docx.Document(BytesIO(write_word(edition())))
    document.add_paragraph("{{ innehall }}")
    assert not check_master_bytes(bytes_of(document), "m")


def test_styles_are_known_by_their_invariant_names() -> None:
    document = docx.Document(BytesIO(write_word(edition())))
    document.add_paragraph("{{ innehall }}")
    for style in document.styles.element.style_lst:
        style.set(qn("w:styleId"), f"Svensk{style.styleId}")
    assert [one.code.code for one in check_master_bytes(bytes_of(document), "m")] == []
    assert {spec.name for spec in STYLES} >= {"Title", "heading 1", "caption", "Tabelltext"}


@pytest.mark.parametrize(("language", "said"), [("en-US", "en-US"), ("", "inget språk")])
def test_another_language_is_a_warning(language: str, said: str) -> None:
    document = docx.Document(BytesIO(packed(plain_parts())))
    (mark,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if language:
        mark.set(qn("w:val"), language)
    else:
        mark.getparent().remove(mark)
    warning = told(bytes_of(document), "SM418")
    assert (warning.code.severity.value, warning.found()) == ("warning", said)


@pytest.mark.parametrize("kind", ["attachedTemplate", "image"])
def test_what_is_fetched_from_outside_is_told_and_not_fetched(kind: str) -> None:
    parts = plain_parts()
    add_relation(parts, f"{R}/{kind}", "http://127.0.0.1:9/mall.dotm", outside=True)
    warning = told(packed(parts), "SM419")
    assert warning.found() == f"{kind}: http://127.0.0.1:9/mall.dotm"


def retyped(kind: str) -> bytes:
    parts = plain_parts()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub(
        r"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main\+xml", kind, types
    ).encode()
    return packed(parts)


def with_macro() -> bytes:
    parts = plain_parts()
    add_part(parts, "vbaProject", "vbaProject", "<a/>", "application/vnd.ms-office.vbaProject")
    return packed(parts)


def bomb() -> bytes:
    parts = plain_parts()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in {**parts, "word/media.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}.items():
            package.writestr(name, data)
    return out.getvalue()


def with_doctype() -> bytes:
    parts = plain_parts()
    parts[BODY] = parts[BODY].replace(b"<w:document", b'<!DOCTYPE w [<!ENTITY a "b">]><w:document', 1)
    return packed(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
MACRO_TEMPLATE = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "SM410", "en tom fil"),
        (b"hej", "SM410", "en textfil, kanske CSV"),
        (b"%PDF-1.7", "SM410", "en PDF-fil"),
        (OLE + b"WordDocument", "SM410", "en fil i det gamla formatet (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "SM410", "en fil med lösenord"),
        (retyped(WORD), "SM410", "en Wordmall (.dotx)"),
        (retyped(MACRO), "SM410", "ett Word-dokument med makron (.docm)"),
        (retyped(MACRO_TEMPLATE), "SM410", "en Wordmall med makron (.dotm)"),
        (retyped(SHEET), "SM410", "en Excel-arbetsbok"),
        (with_macro(), "SM410", "ett Word-dokument med makron"),
        (packed({"a.txt": b"a"}), "SM410", "ett paket utan Word-dokument"),
        (packed({**plain_parts(), BODY: b"<w:document"}), "SM410", "ett paket utan Word-dokument"),
        (packed({**plain_parts(), BODY: f'<w:document xmlns:w="{W}"/>'.encode()}), "SM410", "ett trasigt"),
        (packed({**plain_parts(), BODY: f'<w:document xmlns:w="{W}"><w:body>'.encode()}), "SM410", ""),
        (packed(plain_parts())[:2000], "SM411", ""),
        (bomb(), "SM411", "gånger så stort uppackat"),
        (with_doctype(), "SM411", "word/document.xml: DOCTYPE"),
    ],
)
def test_what_is_no_master_is_one_finding_that_says_what_it_is(
    tmp_path: Path, data: bytes, code: str, said: str
) -> None:
    path = tmp_path / "mall.docx"
    path.write_bytes(data)
    findings = check_master(path)
    assert {one.code.code for one in findings} == {code}
    assert any(said in one.found() for one in findings)
    assert all(one.source.file == "mall.docx" for one in findings)


def test_a_master_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert [one.code.code for one in check_master(tmp_path / "finns-inte.docx")] == ["SM101"]


def test_every_variable_has_a_text_in_both_languages_an_example_and_a_value() -> None:
    variables = master_variables()
    assert [variable.name for variable in variables if variable.is_body] == ["innehall"]
    assert set(master_words(edition())) == {variable.name for variable in variables} - {"innehall"}
    for one in (*variables, *FILTERS, *CONDITIONS):
        assert one.text.sv
        assert one.text.en
        assert one.example
    shown = {variable.name: variable.value(edition(draft=True)) for variable in variables}
    assert [name for name, text in shown.items() if not text] == ["innehall"]
    assert {variable.name for variable in variables if variable.example == shown[variable.name]} > {"dnr", "utkast"}


def test_every_example_of_a_filter_and_a_condition_is_sound() -> None:
    for form in (*FILTERS, *CONDITIONS):
        master = packed(plain_parts(form.written))
        assert found(master) == []
        assert write_word(edition(), master)


def test_the_examples_of_the_filters_are_what_they_give() -> None:
    for form in FILTERS:
        written = write_word(edition(), packed(plain_parts(form.written)))
        assert docx.Document(BytesIO(written)).paragraphs[0].text == form.example


def test_a_master_with_endless_braces_is_read_in_no_time_and_told_in_part() -> None:
    begun = time.monotonic()
    for text in ("{{" * 200_000, "{{" * 100_000 + "}}", "{{ titel }}" * 50_000, "}" * 300_000, "{%" * 100_000 + "#}"):
        findings = check_master_bytes(packed(plain_parts(text)), "m")
        assert len(findings) <= 1_010
    assert time.monotonic() - begun < 60


def test_a_master_as_deep_as_xml_may_be_is_read() -> None:
    for begin, end in (("<w:sdt>", "</w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")):
        times = 230 // begin.count("<")
        master = packed(insert_in_body(plain_parts(), begin * times + paragraph("{{ okand }}") + end * times))
        assert [one.code.code for one in check_master_bytes(master, "m").errors()] == ["SM412"]


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_master_is_findings_and_never_a_traceback(seed: int) -> None:
    parts = plain_parts("{{ titel }}")
    name = sorted(parts)[seed % len(parts)]
    data = parts[name]
    at = (seed * 7919) % max(len(data), 1)
    parts[name] = (data[:at], data[:at] + data[at + 40 :], data[:at] + b"{{<w:p>" + data[at:])[seed % 3]
    assert isinstance(check_master_bytes(packed(parts), "m"), Findings)


def test_tables_are_as_wide_as_the_section_in_which_the_report_stands() -> None:
    document = docx.Document()
    document.add_paragraph("{{ titel }}")
    wide = document.add_section()
    assert wide.page_width is not None
    assert wide.page_height is not None
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_paragraph("{{ innehall }}")
    written = docx.Document(BytesIO(write_word(edition(), bytes_of(document))))
    room = (wide.page_width - (wide.left_margin or 0) - (wide.right_margin or 0)) // 635
    assert sum(map(int, written.tables[0]._tbl.tblGrid.xpath("w:gridCol/@w:w"))) == room
