"""Nothing that a Word master says is run: it is refused by place, or printed as it stands."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.report.editions import edition
from tests.report.master_files import (
    BODY,
    FILLED,
    NOT_FILLED,
    Parts,
    add_part,
    as_xml,
    in_body,
    in_header,
    insert_in_body,
    packed,
    paragraph,
    plain_parts,
)

from styrmodell.errors import RenderError
from styrmodell.report.document import Edition
from styrmodell.report.word import write_word
from styrmodell.report.word.template.check import check_master_bytes
from styrmodell.report.xml_text import clean_text

PAYLOADS = (
    "{{ cycler.__init__.__globals__.os.popen('touch RUN').read() }}",
    "{{ lipsum.__globals__['os'].system('touch RUN') }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ titel.__class__ }}",
    "{{ titel['__class__'] }}",
    "{{ titel|attr('__class__') }}",
    "{{ '%s'|format(titel) }}",
    "{{ '{0.__class__}'.format(titel) }}",
    "{{ '{a.__class__}'.format_map({'a': titel}) }}",
    "{{ titel.encode('utf-8') }}",
    "{{ titel.replace('a', 'b') }}",
    "{{ ['touch']|map('upper')|list }}",
    "{{ titel|safe }}",
    "{{ titel|tojson }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 999999999 }}",
    "{% for x in range(999999999) %}x{% endfor %}",
    "{% for x in titel %}{{ x }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}x{% endmacro %}",
    "{% call titel() %}x{% endcall %}",
    "{% set x = titel %}",
    "{% with x = titel %}x{% endwith %}",
    "{% filter upper %}x{% endfilter %}",
    "{% raw %}x{% endraw %}",
    "{% do titel.upper() %}",
    "{% autoescape false %}{{ titel }}{% endautoescape %}",
    "{% block b %}x{% endblock %}",
    "{%tr for x in titel %}",
    "{%p if titel %}x{%p endif %}",
    "{%r if titel %}",
    "{{r titel }}",
    "{{p titel }}",
    "{% colspan 3 %}",
    "{% cellbg titel %}",
    "{% vm %}{% hm %}",
    "{%- if titel -%}x{%- endif -%}",
    "{# en kommentar #}",
    "{#p en kommentar #}",
    "{{ {{ titel }} }}",
    "{{{ titel }}}",
    "{_{ titel }_}",
    "{{ titel",
    "titel }}",
    "{% if titel %}",
    "{% endif %}",
    "{% else %}",
    "{{ titel is defined }}",
    "{{ " + "(" * 150 + " }}",
    "{{ " + "not " * 900 + "titel }}",
    "{{ [1, 2] }}",
    "{{ innehall|upper }}",
    "{{ okand }}",
)
# More of each kind, for the body and a header: what attributes, calls, globals, loops, filters and tests may reach.
MORE = (
    "{{ titel|map(attribute='__class__') }}",
    "{{ titel|selectattr('__class__') }}",
    "{{ titel|xmlattr }}",
    "{{ dict(a=titel) }}",
    "{{ range(999999999)|list }}",
    "{{ range.__class__ }}",
    "{{ loop.index }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ self._TemplateReference__context }}",
    "{{ titel.__init__.__globals__ }}",
    "{{ titel.__format__('x') }}",
    "{{ titel % titel }}",
    "{{ titel ~ titel }}",
    "{{ titel + titel }}",
    "{{ titel[::-1] }}",
    "{{ titel[0] }}",
    "{{ ('a', 'b')|join }}",
    "{{ titel|replace('a', 'b') }}",
    "{{ titel|center(999999999) }}",
    "{{ titel|indent(99999999) }}",
    "{{ titel|pprint }}",
    "{{ titel|e }}",
    "{{ titel|forceescape }}",
    "{{ titel|upper('x') }}",
    "{{ titel is callable }}",
    "{{ titel is sameas dnr }}",
    "{{ titel if utkast else dnr.__class__ }}",
    "{% set ns = namespace() %}",
    "{% for x in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}",
    "{% if titel.__class__ %}x{% endif %}",
    "{% if titel|attr('x') %}x{% endif %}",
    "{% if titel() %}x{% endif %}",
    "{% if 9 ** 9 ** 9 %}x{% endif %}",
    "{% if 'a' * 999999999 %}x{% endif %}",
    "{% if titel in [dnr] %}x{% endif %}",
    "{% trans %}x{% endtrans %}",
    "{% debug %}",
    "{{ debug }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ _('x') }}",
    "{{ gettext('x') }}",
    "{{ context }}",
    "{{ environment }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ undefined }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ ''['__cl'~'ass__'] }}",
    "{{ titel.format(titel) }}",
    "{{ titel.join([titel]) }}",
    "{{ (titel,) }}",
    "{{ {'a': titel} }}",
    "{{ lambda: 1 }}",
    "{{ titel; dnr }}",
    "{{ 10**9 }}",
    "{{ titel|upper|lower|trim|attr('x') }}",
    "{{ titel|batch(1) }}",
    "{{ titel|list }}",
    "{{ titel|groupby('x') }}",
    "{{ titel|sum(attribute='x') }}",
    "{{ titel|random }}",
    "{{ titel|urlize }}",
    "{{ titel|striptags }}",
    "{% import 'innehall' as x with context %}",
    "{% include innehall ignore missing %}",
    "{% macro m(x=cycler.__init__) %}{% endmacro %}",
    "{{ super() }}",
    "{{ joiner('a')() }}",
    "{{ lipsum(n=99999) }}",
    "{{ cycler('a').next() }}",
    "{{ namespace(a=1).a }}",
    "{{ titel.__class__ if false }}",
    "{{\xa0cycler }}",
    "{{ \u2018a\u2019.__class__ }}",
    "{{ \uff54\uff49\uff54\uff45\uff4c.__class__ }}",
    "{{ tite\u0142 }}",
    "{{ titel\u200b }}",
)
# What is computed of nothing but the master's own words.
HARMLESS = ("{{ '\\x5f\\x5fclass' }}", "{{ not titel }}", "{{ titel and dnr }}", "{{ 1 }}", "{{ none }}", "{{ true }}")
# No mark of ours: printed as they stand.
PLAIN = (
    "# for x in titel",
    "## en kommentar",
    "${ titel }",
    "{ titel }",
    "<% titel %>",
    "&#123;&#123; cycler &#125;&#125;",
    "&lbrace;&lbrace; cycler }",
    "100 % } och { #",
)


def texts_of(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data)
    yield "".join(root.itertext())
    for node in root.iter():
        yield from map(str, node.attrib.values())
        if not isinstance(node.tag, str):
            yield node.text or ""


def printed(parts: Parts, part: str) -> list[str]:
    """The texts of one part of what is written with a master."""
    with ZipFile(BytesIO(write_word(edition(), packed(parts)))) as package:
        return list(texts_of(package.read(part)))


@pytest.fixture(autouse=True)
def nothing_was_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    begun = time.monotonic()
    yield
    assert list(tmp_path.iterdir()) == []
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("place", FILLED)
def test_where_texts_are_filled_it_is_refused_and_the_check_says_so(place: str, payload: str) -> None:
    make, _ = FILLED[place]
    master = packed(make(as_xml(payload)))
    errors = check_master_bytes(master, "mall.docx").errors()
    assert errors
    assert {finding.code.code for finding in errors} <= {"SM412", "SM413", "SM414", "SM415"}
    with pytest.raises(RenderError, match="the Word master"):
        write_word(edition(), master)


@pytest.mark.parametrize("payload", MORE)
def test_what_reaches_further_is_refused(payload: str) -> None:
    for make in (in_body, in_header):
        errors = check_master_bytes(packed(make(as_xml(payload))), "mall.docx").errors()
        assert {finding.code.code for finding in errors} <= {"SM412", "SM413", "SM414", "SM415"} != set()


@pytest.mark.parametrize("payload", HARMLESS)
def test_words_of_the_master_itself_are_printed(payload: str) -> None:
    written = docx.Document(BytesIO(write_word(edition(), packed(in_body(as_xml(payload))))))
    assert len(written.paragraphs[0].text) < 60


def test_twenty_conditions_within_each_other_are_filled() -> None:
    master = packed(in_body("{% if titel %}" * 20 + "x" + "{% endif %}" * 20))
    assert docx.Document(BytesIO(write_word(edition(), master))).paragraphs[0].text == "x"


@pytest.mark.parametrize("times", [21, 200, 5_000])
def test_more_conditions_within_each_other_are_refused(times: int) -> None:
    master = packed(in_body("{% if titel %}" * times + "x" + "{% endif %}" * times))
    (finding,) = check_master_bytes(master, "mall.docx").errors()
    assert finding.code.code == "SM414"
    with pytest.raises(RenderError, match="more than 20 conditions"):
        write_word(edition(), master)


def test_a_condition_of_a_hundred_cases_is_filled() -> None:
    master = packed(in_body("{% if utkast %}a" + "{% elif utkast %}b" * 100 + "{% else %}c{% endif %}"))
    assert docx.Document(BytesIO(write_word(edition(), master))).paragraphs[0].text == "c"


@pytest.mark.parametrize("times", [101, 5_000])
def test_a_condition_of_more_cases_is_refused(times: int) -> None:
    master = packed(in_body("{% if utkast %}a" + "{% elif utkast %}b" * times + "{% endif %}"))
    (finding,) = check_master_bytes(master, "mall.docx").errors()
    assert finding.code.code == "SM414"


@pytest.mark.parametrize("place", NOT_FILLED)
def test_where_nothing_is_filled_all_are_printed_as_they_stand_and_told(place: str) -> None:
    make, part = NOT_FILLED[place]
    whole = " ¤ ".join(PAYLOADS)
    parts = make(as_xml(whole))
    assert any(whole in text for text in printed(parts, part))
    findings = check_master_bytes(packed(parts), "mall.docx")
    assert not findings.errors()
    assert sum(finding.code.code == "SM416" for finding in findings) > 30


@pytest.mark.parametrize("place", [*FILLED, *NOT_FILLED])
def test_what_is_no_mark_is_text(place: str) -> None:
    make, part = {**FILLED, **NOT_FILLED}[place]
    whole = " ¤ ".join(PLAIN)
    parts = make(as_xml(whole))
    assert not check_master_bytes(packed(parts), "mall.docx").errors()
    texts = printed(parts, part)
    # What a document says of itself is written anew.
    assert place == "title property" or any(whole in text for text in texts)


@pytest.mark.parametrize("place", ["body", "cell", "header", "footnote"])
def test_braces_written_as_entities_are_braces(place: str) -> None:
    make, _ = FILLED[place]
    master = packed(make("&#123;&#x7b; cycler.__init__ &#125;}"))
    assert check_master_bytes(master, "mall.docx").errors()
    with pytest.raises(RenderError, match="getattr"):
        write_word(edition(), master)


def test_a_mark_split_letter_by_letter_is_one_mark() -> None:
    parts = insert_in_body(plain_parts(), paragraph(*"{{ cycler.__init__ }}"))
    with pytest.raises(RenderError, match="getattr"):
        write_word(edition(), packed(parts))
    parts = insert_in_body(plain_parts(), paragraph(*"{{ enhet }}, {% if utkast %}utkast{% else %}beslut{% endif %}"))
    document = docx.Document(BytesIO(write_word(edition(), packed(parts))))
    assert document.paragraphs[0].text == "Regionledningsförvaltningen, beslut"


@pytest.mark.parametrize(
    ("first", "second"), [("{", "{ cycler }}"), ("{", "% if x %}"), ("a {", "{ titel"), ("x }", "} y"), ("5 %", "} y")]
)
def test_braces_that_meet_over_paragraphs_do_not_join_them(first: str, second: str) -> None:
    master = packed(insert_in_body(plain_parts(), paragraph(as_xml(first)) + paragraph(as_xml(second))))
    assert check_master_bytes(master, "mall.docx").errors()
    with pytest.raises(RenderError, match="cannot be read"):
        write_word(edition(), master)


def test_a_mark_over_two_paragraphs_is_refused() -> None:
    master = packed(insert_in_body(plain_parts(), paragraph("före {{ ti") + paragraph("tel }} efter")))
    with pytest.raises(RenderError, match="cannot be read"):
        write_word(edition(), master)


def test_a_condition_may_not_begin_in_a_cell_and_end_outside() -> None:
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
    table = f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{paragraph('{% if utkast %}a')}</w:tc></w:tr></w:tbl>"
    master = packed(insert_in_body(plain_parts(), table + paragraph("b{% endif %}")))
    with pytest.raises(RenderError, match="the same paragraph as its if"):
        write_word(edition(), master)


def test_a_footnote_in_another_encoding_is_read() -> None:
    parts = plain_parts()
    add_part(parts, "footnotes", "footnotes", "")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:footnotes xmlns:w="{space}"><w:footnote w:id="2">{paragraph("{{ enhet }} å")}</w:footnote></w:footnotes>'
    parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")
    assert "Regionledningsförvaltningen å" in printed(parts, "word/footnotes.xml")[0]


LETTERS = st.text(st.sampled_from("&<>\"'åäöÅÄÖ{}%#_|\t\n\r\x00\x07\x0b\x0c\x1b\x85\u2028ab "), max_size=20)


def told(value: str) -> Edition:
    plain = edition()
    head = evolve(plain.document.head, dnr=value, footer=value)
    return evolve(plain, unit_name=value, document=evolve(plain.document, title=value, head=head))


@settings(max_examples=60, deadline=None)
@given(st.one_of(LETTERS, st.text(max_size=20)))
def test_values_stay_text_in_body_header_and_footer(value: str) -> None:
    document = docx.Document()
    document.add_paragraph("<{{ titel }}>")
    document.add_paragraph("{{ innehall }}")
    document.sections[0].header.paragraphs[0].text = "<{{ dnr }}>"
    document.sections[0].footer.paragraphs[0].text = "<{{ sidfot }}>"
    saved = BytesIO()
    document.save(saved)
    written = docx.Document(BytesIO(write_word(told(value), saved.getvalue())))
    expected = f"<{clean_text(value)}>"
    assert written.paragraphs[0].text == expected
    assert written.sections[0].header.paragraphs[0].text == expected
    assert written.sections[0].footer.paragraphs[0].text == expected


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_values_stay_text_through_a_filter(value: str) -> None:
    parts = in_body("&lt;{{ titel|upper }}&gt;")
    written = docx.Document(BytesIO(write_word(told(value), packed(parts))))
    assert written.paragraphs[0].text == f"<{clean_text(value).upper()}>"


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_values_stay_text_where_a_picture_is_read_aloud(value: str) -> None:
    picture = '<wp:docPr xmlns:wp="{wp}" id="1" name="a" descr="Logotyp {{{{ enhet }}}}"/>'.format(
        wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    )
    parts = insert_in_body(plain_parts(), f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>")
    with ZipFile(BytesIO(write_word(told(value), packed(parts)))) as package:
        root = etree.fromstring(package.read(BODY))
    (described,) = root.xpath("//@descr")
    assert described == f"Logotyp {clean_text(value)}".replace("\n", " ").replace("\t", " ")
