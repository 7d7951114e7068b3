"""Word the usual way: a template with a loop over table rows."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
from docxtpl import DocxTemplate
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Texts = Sequence[Sequence[str]]


@cache
def make_template(columns: int) -> bytes:
    """A document with a header row and one row that docxtpl repeats."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=columns)
    for place in range(columns):
        table.rows[0].cells[place].text = f"{{{{ head[{place}] }}}}"
        table.rows[2].cells[place].text = f"{{{{ row[{place}] }}}}"
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def write_by_template(texts: Texts) -> bytes:
    """A table of *texts*, the first of them its headings."""
    template = DocxTemplate(BytesIO(make_template(len(texts[0]))))
    template.render({"head": texts[0], "rows": texts[1:]}, autoescape=True)
    target = BytesIO()
    template.save(target)
    return target.getvalue()


def read_table(document: bytes) -> list[list[str]]:
    """The texts of a document's first table, row by row."""
    with ZipFile(BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    table = body.find(f".//{_W}tbl")
    assert table is not None
    return [
        ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")]
        for row in table.iter(f"{_W}tr")
    ]
