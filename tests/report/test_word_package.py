"""Pictures in a Word file are stored as they are: deflating what is compressed already only takes time."""

import zlib
from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
from tests.report.editions import edition

from styrmodell.report.word import write_word


def dot() -> bytes:
    """A PNG of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head, line = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")


def test_a_masters_picture_is_stored_and_its_text_deflated() -> None:
    master = docx.Document()
    master.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(dot()))
    master.add_paragraph("{{ innehall }}")
    saved = BytesIO()
    master.save(saved)
    with ZipFile(BytesIO(write_word(edition(), saved.getvalue()))) as package:
        packed = {info.filename: info.compress_type for info in package.infolist()}
    assert {way for name, way in packed.items() if name.endswith(".png")} == {ZIP_STORED}
    assert packed["word/document.xml"] == ZIP_DEFLATED
