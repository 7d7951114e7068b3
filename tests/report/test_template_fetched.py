"""What a Word master would have Word fetch, open or run is told, however it is written; nothing of it is done here."""

from collections.abc import Callable

import pytest
from tests.report.master_files import (
    BODY,
    FILLED,
    NOT_FILLED,
    Parts,
    R,
    W,
    add_part,
    add_relation,
    in_field,
    in_simple_field,
    insert_in_body,
    packed,
    plain_parts,
)

from styrmodell.report.word.template.check import check_master_bytes

COMMAND = 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"'
FIELDS = (
    COMMAND,
    'DDE excel "c:\\\\x.xlsx" A1',
    'INCLUDETEXT "http://127.0.0.1:9/x.docx"',
    "includetext \\\\\\\\127.0.0.1\\\\x\\\\y.docx",
    'INCLUDEPICTURE "http://127.0.0.1:9/x.png" \\d',
    'IMPORT "file:///etc/passwd"',
    "LINK Excel.Sheet.8 c:\\\\x.xlsx A1 \\a",
    'DATABASE \\d "c:\\\\x.mdb" \\s "select 1"',
    'RD "http://127.0.0.1:9/x.docx"',
    "MACROBUTTON AutoOpen Klicka",
)
SOUND = (
    "PAGE",
    "NUMPAGES \\* MERGEFORMAT",
    'TOC \\o "1-3"',
    'DATE \\@ "yyyy-MM-dd"',
    "REF dde",
    'HYPERLINK "http://x"',
)


def fetched(parts: Parts) -> list[tuple[str, str]]:
    """(place, found) of what is told as fetched."""
    findings = check_master_bytes(packed(parts), "mall.docx")
    assert not findings.errors()
    return [(one.source.place, one.found()) for one in findings if one.code.code == "SM419"]


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def told(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("make", [in_field, in_simple_field], ids=["field", "simple field"])
def test_a_field_that_fetches_is_told(make: Callable[[str], Parts], field: str) -> None:
    ((place, found),) = fetched(make(field))
    assert (place, found) == ("Dokumentet", f"{field.split()[0].upper()}: {field}")


@pytest.mark.parametrize("field", SOUND)
@pytest.mark.parametrize("make", [in_field, in_simple_field], ids=["field", "simple field"])
def test_a_field_of_the_documents_own_is_not_told(make: Callable[[str], Parts], field: str) -> None:
    assert fetched(make(field)) == []


@pytest.mark.parametrize("place", ["header", "footer", "footnote", "endnote", "comment"])
def test_a_field_is_told_in_every_part_of_text(place: str) -> None:
    make, part = {**FILLED, **NOT_FILLED}[place]
    parts = make("¤")
    hidden = f"</w:t></w:r>{char('begin')}{told(COMMAND)}{char('end')}<w:r><w:t>"
    parts[part] = parts[part].replace("¤".encode(), hidden.encode())
    ((_, found),) = fetched(parts)
    assert found.startswith("DDEAUTO: DDEAUTO c:")


def test_a_field_split_over_runs_and_paragraphs_is_told() -> None:
    first = f"<w:p>{char('begin')}{told('DD')}{told('EAU')}</w:p>"
    ((_, found),) = fetched(insert_in_body(plain_parts(), f"{first}<w:p>{told('TO cmd')}{char('end')}</w:p>"))
    assert found == "DDEAUTO: DDEAUTO cmd"


def test_a_field_inside_another_is_told() -> None:
    inner = f"{char('begin')}{told('INCLUDETEXT x.docx')}{char('separate')}{char('end')}"
    whole = f"<w:p>{char('begin')}{told('IF 1 = 1 ')}{inner}{char('end')}</w:p>"
    assert [found for _, found in fetched(insert_in_body(plain_parts(), whole))] == ["INCLUDETEXT: INCLUDETEXT x.docx"]


def test_an_instruction_in_no_field_is_told() -> None:
    ((_, found),) = fetched(insert_in_body(plain_parts(), f"<w:p>{told('DDE cmd')}</w:p>"))
    assert found == "DDE: DDE cmd"


@pytest.mark.parametrize(
    "kind",
    ["attachedTemplate", "image", "oleObject", "frame", "subDocument", "aFChunk", "settings", "externalLinkPath"],
)
def test_a_relation_that_leads_out_is_told(kind: str) -> None:
    parts = plain_parts()
    add_relation(parts, f"{R}/{kind}", "http://127.0.0.1:9/x.dotm", outside=True)
    assert fetched(parts) == [("word/document.xml", f"{kind}: http://127.0.0.1:9/x.dotm")]


def test_a_relation_of_the_package_itself_that_leads_out_is_told() -> None:
    parts = plain_parts()
    one = f'<Relationship Id="rId99" Type="{R}/x" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", one.encode() + b"</Relationships>")
    assert fetched(parts) == [("_rels/.rels", "x: http://127.0.0.1:9/x")]


@pytest.mark.parametrize("kind", ["oleObject", "aFChunk", "control"])
def test_an_object_that_word_opens_is_told(kind: str) -> None:
    parts = plain_parts()
    add_part(parts, "inre", kind, "<x/>", "application/octet-stream")
    assert fetched(parts) == [("word/document.xml", f"{kind}: word/inre.xml")]


def test_a_query_for_letters_is_told() -> None:
    parts = plain_parts()
    query = '<w:mailMerge><w:connectString w:val="DSN=x"/><w:query w:val="select 1"/></w:mailMerge></w:settings>'
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", query.encode())
    assert fetched(parts) == [("Inställningar", "mailMerge: DSN=x select 1")]


def test_a_master_without_any_of_it_is_quiet() -> None:
    assert fetched(plain_parts()) == []
    assert W in plain_parts()[BODY].decode()
