"""The zip a Word document is: the body goes in as text, and the same document gives the same bytes."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from styrmodell.report.engines import lxml_engine
from styrmodell.report.xml_text import xml_attribute

_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
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
    main = str(document.part.partname).lstrip("/")
    mark = f"<?{_TARGET} {_PLACE}?>".encode()
    files = _files(document.part.package)
    files[main] = files[main].replace(mark, body.encode(), 1)
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for name in sorted(files, key=lambda name: (name != _TYPES, name)):
            _write(target, name, files[name])
    return packed.getvalue()


def _files(package: Any) -> dict[str, bytes]:
    """The files of *package* as python-docx would write them, but not compressed only to be opened again."""
    files, types = dict[str, bytes](), list[str]()
    for part in package.iter_parts():
        part.before_marshal()
        files[str(part.partname)[1:]] = part.blob
        if len(part.rels):
            files[str(part.partname.rels_uri)[1:]] = bytes(part.rels.xml)
        names = xml_attribute(str(part.partname)), xml_attribute(str(part.content_type))
        types.append('<Override PartName="{}" ContentType="{}"/>'.format(*names))
    files["_rels/.rels"] = bytes(package.rels.xml)
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="{_TYPES_NAMESPACE}">'
    files[_TYPES] = f"{head}{_DEFAULTS}{''.join(types)}</Types>".encode()
    return files


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
