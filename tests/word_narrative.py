"""The gallery's Word text and its twin: one line a paragraph, "style: text", in both directions.

The twin is what people read and review; the Word file is built from it. ``python tests/word_narrative.py`` builds it.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx

FOLDER = Path(__file__).parents[1] / "examples" / "galleri" / "texter"
WORD = FOLDER / "inledning.docx"
TWIN = FOLDER / "inledning.docx.txt"
# Any day does, as long as it is the same one.
CREATED = datetime(2024, 9, 10)


def build(twin: str) -> bytes:
    """The Word file that *twin* describes; the same bytes for the same lines."""
    document = docx.Document()
    for line in twin.splitlines():
        style, _, text = line.partition(": ")
        document.add_paragraph(text, style=style)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "styrmodell"
    properties.comments, properties.title, properties.language = "", "Inledning", "sv-SE"
    properties.created = properties.modified = CREATED
    raw, packed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return packed.getvalue()


def lines(data: bytes) -> Iterator[str]:
    """The twin's lines of a Word file."""
    for paragraph in docx.Document(BytesIO(data)).paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        yield f"{style}: {paragraph.text}"


if __name__ == "__main__":
    WORD.write_bytes(build(TWIN.read_text(encoding="utf-8")))
