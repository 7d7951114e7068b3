"""The Word master to begin with: sound, filled with a document's own words, and without words for what is not there."""

from datetime import date
from io import BytesIO
from typing import Any

import docx

from styrmodell.model.period import Period
from styrmodell.report.document import Document, Edition, Head, Paragraph
from styrmodell.report.word.start_master import start_master
from styrmodell.report.word.write import write_word
from styrmodell.session.template import check_master_data


def written(head: Head, *, draft: bool = False) -> Any:
    document = Document(title="Uppföljning & mål", blocks=(Paragraph(text="Texten."),), head=head)
    edition = Edition(
        report="x.y",
        document=document,
        unit_name="Enheten",
        period=Period.year(2025),
        as_of=date(2025, 9, 30),
        draft=draft,
    )
    return docx.Document(BytesIO(write_word(edition, start_master("Region Åsdalen"))))


def texts(part: Any) -> list[str]:
    return [paragraph.text for paragraph in part.paragraphs]


def test_there_is_nothing_to_say_of_it() -> None:
    assert check_master_data(start_master("Region Åsdalen"), "x.docx") == ()


def test_it_bears_the_name_the_title_and_the_text_each_once() -> None:
    body = texts(written(Head()))
    assert [body.count(text) for text in ("Region Åsdalen", "Uppföljning & mål", "Texten.")] == [1, 1, 1]


def test_the_head_and_foot_are_the_documents_own() -> None:
    head = Head(dnr="RS 2025-1", body="Regionstyrelsen", paragraph="§ 5", appendix="Bilaga 2", footer="Foten")
    section = written(head).sections[0]
    top = "\n".join(texts(section.header))
    assert all(word in top for word in ("Dnr RS 2025-1", "Regionstyrelsen § 5", "Bilaga 2", "2025-09-30"))
    assert texts(section.footer)[0].startswith("Foten")


def test_without_a_number_there_is_no_word_for_it() -> None:
    assert "Dnr" not in "\n".join(texts(written(Head()).sections[0].header))


def test_only_a_draft_is_marked() -> None:
    marked = ["UTKAST" in "\n".join(texts(written(Head(), draft=draft).sections[0].header)) for draft in (True, False)]
    assert marked == [True, False]


def test_the_same_name_gives_the_same_bytes() -> None:
    assert start_master("A") == start_master("A")
    assert start_master("A") != start_master("B")
