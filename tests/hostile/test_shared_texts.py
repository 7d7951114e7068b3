"""One long text that a small workbook asks for over and over: refused before each cell gets a copy of it."""

from pathlib import Path

import pytest
from tests.hostile.bounds import Bounds, Program, write_workspace
from tests.io.workbooks import MAIN, SHEET, parts_of, row, sheet_xml, zipped

LONG = "åäö" * 10_922  # as much as a cell holds


def repeated(cells: int, sheets: int = 1, cell: str = '<c t="s"><v>0</v></c>') -> bytes:
    """A workbook with so many cells of that text on each of its sheets."""
    rows = "".join(row(number, cell) for number in range(1, cells + 1))
    parts = parts_of(rows)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>{LONG}</t></si><si><t>a</t></si></sst>'
    for number in range(2, sheets + 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(rows)
    names = "".join(
        f'<sheet name="B{n}" sheetId="{n}" r:id="rId{n if n == 1 else n + 2}"/>' for n in range(1, sheets + 1)
    )
    book = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = f"{book[: book.index('<sheets>')]}<sheets>{names}</sheets></workbook>"
    relations = "".join(
        f'<Relationship Id="rId{n + 2}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(2, sheets + 1)
    )
    rels = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", f"{relations}</Relationships>")
    assert SHEET in parts
    return zipped(parts)


@pytest.mark.parametrize(
    "data",
    [
        repeated(20_000),
        repeated(20_000, cell="<c t='s'><v>0</v></c>"),
        repeated(20_000, cell='<c t = "s" ><v>0</v></c>'),
        repeated(20_000, cell='<c t="s"><f>A1</f><v>0</v></c>'),
        repeated(400, sheets=20),
    ],
    ids=["one sheet", "single quotes", "spaces", "formulas", "twenty sheets"],
)
def test_a_text_named_too_often_is_refused(program: Program, tmp_path: Path, data: bytes):
    assert len(data) < 100_000
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {"a.xlsx": data}))
    outcome.require_within(Bounds(megabytes=900))
    assert "SM142" in outcome.codes
    assert outcome.exit == 3


def test_a_short_text_may_be_named_as_often(program: Program, tmp_path: Path):
    data = repeated(20_000, cell='<c t="s"><v>1</v></c>')
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {"a.xlsx": data}))
    outcome.require_within(Bounds())
    assert outcome.codes == {"SM150"}
