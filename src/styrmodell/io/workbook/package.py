"""A workbook written anew for calamine: only parts that were checked, unpacked, under names it finds.

Calamine is given this instead of the file, so that it and the checks can never see different things; and it need not
unpack what was unpacked already, which pays for the checks.
"""

import zipfile
from collections.abc import Sequence
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_HEAD = f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
_TAIL = b"</sheetData></worksheet>"
_STAMP = (1980, 1, 1, 0, 0, 0)


def sheet_name(index: int) -> str:
    """What the sheet at *index* is called in the package."""
    return f"s{index}"


def write_package(bodies: Sequence[bytes], styles: bytes | None, strings: bytes | None, *, from_1904: bool) -> BytesIO:
    """A workbook whose sheets hold *bodies*.

    Args:
        bodies: What stands inside sheetData, for each sheet.
        styles: The part with number formats, if there is one.
        strings: The part with shared strings, if there is one.
        from_1904: Whether days are counted from 1904.
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        _write(package, "[Content_Types].xml", _TYPES.encode())
        _write(package, "_rels/.rels", _ROOT.encode())
        _write(package, "xl/workbook.xml", _workbook(len(bodies), from_1904))
        _write(package, "xl/_rels/workbook.xml.rels", _relations(len(bodies)))
        if styles is not None:
            _write(package, "xl/styles.xml", styles)
        if strings is not None:
            _write(package, "xl/sharedStrings.xml", strings)
        for index, body in enumerate(bodies):
            _write(package, f"xl/worksheets/{sheet_name(index)}.xml", _HEAD, body, _TAIL)
    stream.seek(0)
    return stream


def _write(package: zipfile.ZipFile, name: str, *pieces: bytes) -> None:
    with package.open(zipfile.ZipInfo(name, _STAMP), "w") as part:
        for piece in pieces:
            part.write(piece)


def _workbook(count: int, from_1904: bool) -> bytes:
    sheets = "".join(
        f'<sheet name="{sheet_name(index)}" sheetId="{index + 1}" r:id="s{index}"/>' for index in range(count)
    )
    days = f'<workbookPr date1904="{int(from_1904)}"/>'
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{days}<sheets>{sheets}</sheets></workbook>'.encode()


def _relations(count: int) -> bytes:
    own = "".join(
        f'<Relationship Id="s{index}" Type="{_OFFICE}/worksheet" Target="worksheets/{sheet_name(index)}.xml"/>'
        for index in range(count)
    )
    shared = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "sharedStrings")
    )
    return f'<Relationships xmlns="{_PACKAGE}">{own}{shared}</Relationships>'.encode()
