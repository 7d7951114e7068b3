"""Notes in cells are found with their sheet and cell; a package that is broken or hostile has none."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment

from styrmodell.io.workbook.notes import read_notes


def book(**notes: str) -> bytes:
    made, target = openpyxl.Workbook(), BytesIO()
    made.create_sheet("Å & b")
    for cell, text in notes.items():
        made["Å & b"][cell].comment = Comment(text, "någon")
    made.save(target)
    return target.getvalue()


def test_a_note_is_found_with_its_sheet_and_cell() -> None:
    notes = read_notes(book(B2="preliminärt,\n<555> & mer", AB12="två"), "x.xlsx")
    assert [(one.sheet, one.cell, one.text) for one in notes] == [
        ("Å & b", "B2", "preliminärt, <555> & mer"),
        ("Å & b", "AB12", "två"),
    ]


def test_of_a_thread_its_own_words_are_kept() -> None:
    text = "[Trådad kommentar]\n\nDin version av Excel kan läsa den. Läs mer.\n\nKommentar:\n    Är det netto?"
    assert [one.text for one in read_notes(book(B2=text), "x.xlsx")] == ["Är det netto?"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", book()])
def test_what_has_no_notes_gives_none(data: bytes) -> None:
    assert read_notes(data, "x.xlsx") == ()


def test_a_broken_part_gives_none() -> None:
    source, target = zipfile.ZipFile(BytesIO(book(B2="x"))), BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            out.writestr(name, b"<broken" if "rels" in name and "sheet" in name else source.read(name))
    assert read_notes(target.getvalue(), "x.xlsx") == ()
