"""The zip a Word document is: the body goes in as text, and the same document gives the same bytes."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from styrmodell.report.engines import lxml_engine

_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_STORED = (".png", ".jpg", ".jpeg", ".xlsx")  # compressed already: deflating them only takes time
_TARGET, _PLACE = "styrmodell", "body"


def mark_place(paragraph: Any) -> None:
    """Put in *paragraph*'s place a mark that only ``pack`` knows."""
    mark = lxml_engine().ProcessingInstruction(_TARGET, _PLACE)
    paragraph.addprevious(mark)
    paragraph.getparent().remove(paragraph)


def pack(document: Any, body: str) -> bytes:
    """The bytes of *document* with *body* at the marked place.

    The body goes in as text, after everything else is serialised: moving many rows between lxml documents
    takes time that grows with the square of their number.

    Args:
        document: A python-docx document that ``mark_place`` has seen.
    """
    raw = BytesIO()
    document.save(raw)
    main = str(document.part.partname).lstrip("/")
    mark = f"<?{_TARGET} {_PLACE}?>".encode()
    packed = BytesIO()
    with ZipFile(raw) as source, ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _TYPES, name)):
            content = source.read(name)
            if name == main:
                content = content.replace(mark, body.encode(), 1)
            _write(target, name, content)
    return packed.getvalue()


def repack(package: bytes) -> bytes:
    """*package*, a zip, with our stamps: the same on every system."""
    packed = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            _write(target, name, source.read(name))
    return packed.getvalue()


def _write(target: ZipFile, name: str, content: bytes) -> None:
    info = ZipInfo(name, _STAMP)
    info.create_system = 3  # the same on every system
    info.external_attr = 0o600 << 16
    info.compress_type = ZIP_STORED if name.lower().endswith(_STORED) else ZIP_DEFLATED
    target.writestr(info, content)
