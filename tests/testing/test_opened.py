"""A rendered file is opened again, and one that is not what it says it is is told."""

import io
import zipfile

import pytest

from styrmodell.testing import example_plan, make_workspace, open_again


def package(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return data.getvalue()


TYPES = {"[Content_Types].xml": "<Types/>"}


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_the_text_of_a_report_is_what_a_reader_sees(form: str) -> None:
    opened = open_again(form, make_workspace(example_plan()).render("generic.matt", form).data)
    assert "Ekonomi & <budget>" in opened.text


@pytest.mark.parametrize(
    ("form", "data", "words"),
    [
        ("html", b"<p>Hej</p>", "no HTML page"),
        ("docx", b"hej", "no zip file"),
        ("docx", package(a="b"), "lacks .Content_Types"),
        ("docx", package(**TYPES), "lacks word/document.xml"),
        ("xlsx", package(**TYPES), "lacks xl/workbook.xml"),
        ("xlsx", package(**TYPES, **{"xl/workbook.xml": "<a>"}), "xl/workbook.xml is no XML"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_told(form: str, data: bytes, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        open_again(form, data)


def test_runs_of_a_paragraph_are_one_line_and_paragraphs_are_several() -> None:
    first = "<w:p><w:r><w:t>Vård </w:t></w:r><w:r><w:t>&amp; hälsa</w:t></w:r></w:p>"
    body = f"<w:document>{first}<w:p><w:t>b</w:t></w:p></w:document>"
    assert open_again("docx", package(**TYPES, **{"word/document.xml": body})).text == "Vård & hälsa\nb"


def test_styles_and_scripts_of_a_page_are_no_text() -> None:
    page = b"<!DOCTYPE html><style>p {}</style><script>1 < 2</script><p>r&aring;d &amp; d&aring;d</p>"
    assert open_again("html", page).text == "råd & dåd"
