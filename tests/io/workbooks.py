"""Workbooks made by hand, part by part, so that tests can break each of them."""

import zipfile
from io import BytesIO

from styrmodell.finding import Findings
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Workbook, read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
# Cell styles 0 to 6: general, date, date and time, 10 %, time, elapsed hours, own per cent format.
STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/>'
    '<numFmt numFmtId="165" formatCode="0.0\\ %"/></numFmts>'
    "<cellXfs>" + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 22, 10, 20, 164, 165)) + "</cellXfs>"
)
STRINGS = (
    "<si><t>a</t></si>"
    '<si><r><t>rik</t></r><r><rPr><b/></rPr><t xml:space="preserve"> text</t></r>'
    '<rPh sb="0" eb="1"><t>UTTAL</t></rPh></si>'
    "<si/>"
)
SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(rows: str, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    return f'<worksheet xmlns="{namespace}" xmlns:r="{OFFICE}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def relations(**targets: str) -> str:
    """Relations rId1, rId2 … of the kinds and to the targets that are given."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def parts_of(rows: str = "", *, namespace: str = MAIN, office: str = OFFICE, properties: str = "") -> dict[str, str]:
    """The parts of a workbook with one sheet, Blad1."""
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{office}">{properties}'
        '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            worksheet="worksheets/sheet1.xml", styles="styles.xml", sharedStrings="sharedStrings.xml"
        ),
        SHEET: sheet_xml(rows, namespace=namespace),
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}">{STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{STRINGS}</sst>',
    }


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, compression)
    return stream.getvalue()


def workbook(rows: str = "", parts: dict[str, str | bytes] | None = None, without: tuple[str, ...] = ()) -> bytes:
    """A workbook of *rows*, with *parts* in place of its own and others left out."""
    whole: dict[str, str | bytes] = {**parts_of(rows), **(parts or {})}
    return zipped({name: content for name, content in whole.items() if name not in without})


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def read(data: bytes) -> tuple[Workbook | None, Findings]:
    return read_workbook(data, "f.xlsx")


def grid(data: bytes) -> Grid:
    book, findings = read(data)
    assert findings.text("en") == ""
    assert book is not None
    (sheet,) = book.sheets
    return sheet.grid


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(finding.code.code, finding.source.place, finding.found()) for finding in read(data)[1]]
