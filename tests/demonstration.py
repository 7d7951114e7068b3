"""The demonstration workbook and its text twin: one line a sheet, a cell and a merged range, in both directions.

The twin is what people read and review; the workbook is built from it. Lines are "Blad blad synligt",
"Blad!C7 text se bilaga" and "Blad!A3:B3 sammanfogad".
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

EXAMPLE = Path(__file__).parents[1] / "examples" / "felaktig-arbetsbok"
WORKBOOK = EXAMPLE / "underlag.xlsx"
TWIN = EXAMPLE / "underlag.xlsx.txt"
# Any day does, as long as it is the same one.
CREATED = datetime(2024, 10, 15)
KINDS = "blad|sammanfogad|text|upprepad|tal|procent|datum|fel|formel"
LINE = re.compile(rf"(?P<sheet>[^!]+?)(?:!(?P<place>[A-Z0-9:]+))? (?P<kind>{KINDS})(?: (?P<value>.*))?")
DIVISION = "=1/0"
LONGEST = 1_000_000
PERCENT, DATE = "0.0%", "yyyy-mm-dd"


def build(twin: str) -> bytes:
    """The workbook that *twin* describes."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": CREATED})
    formats = {"procent": book.add_format({"num_format": PERCENT}), "datum": book.add_format({"num_format": DATE})}
    sheets: dict[str, Any] = {}
    for name, place, kind, value in lines(twin):
        if kind == "blad":
            sheets[name] = book.add_worksheet(name)
            # XlsxWriter cuts texts that Excel would refuse, and one is here to be refused.
            sheets[name].xls_strmax = LONGEST
            if value == "dolt":
                sheets[name].hide()
        elif kind == "sammanfogad":
            sheets[name].merge_range(place, "")
        else:
            write(sheets[name], place, kind, value, formats.get(kind))
    for page in sheets.values():
        page.autofit(320)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()


def lines(twin: str) -> Iterator[tuple[str, str, str, str]]:
    """(sheet, place, kind, value) of every line."""
    for line in twin.splitlines():
        found = LINE.fullmatch(line)
        assert found is not None, line
        yield found["sheet"], found["place"] or "", found["kind"], found["value"] or ""


def write(sheet: Any, place: str, kind: str, value: str, style: Any) -> None:
    """Write one cell."""
    match kind:
        case "text":
            sheet.write_string(place, value)
        case "upprepad":
            count, text = value.split(" ")
            sheet.write_string(place, text * int(count))
        case "datum":
            sheet.write_datetime(place, datetime.fromisoformat(value), style)
        case "tal" | "procent":
            sheet.write_number(place, float(value), style)
        case "fel":
            sheet.write_formula(place, DIVISION, None, value)
        case "formel":
            sheet.write_formula(place, value, None, "")
        case _:
            raise ValueError(f"unknown kind of cell: {kind}")


def read(data: bytes) -> str:
    """The twin of a workbook, as another program reads it."""
    written, computed = (openpyxl.load_workbook(BytesIO(data), data_only=only) for only in (False, True))
    found: list[str] = []
    for sheet in written.worksheets:
        found.append(f"{sheet.title} blad {'synligt' if sheet.sheet_state == 'visible' else 'dolt'}")
        found += cell_lines(sheet, computed[sheet.title])
        found += sorted(f"{sheet.title}!{merged.coord} sammanfogad" for merged in sheet.merged_cells.ranges)
    return "\n".join(found) + "\n"


def cell_lines(sheet: Any, computed: Any) -> Iterable[str]:
    """A line for every cell that holds something."""
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return [f"{sheet.title}!{cell.coordinate} {shown(cell, computed[cell.coordinate].value)}" for cell in cells]


def shown(cell: Any, computed: Any) -> str:
    """The kind and the value of a cell."""
    value = cell.value
    if cell.data_type == "f":
        return f"fel {computed}" if computed else f"formel {value}"
    if isinstance(value, datetime | date):
        return f"datum {value:%Y-%m-%d}"
    if isinstance(value, int | float):
        return f"{'procent' if cell.number_format == PERCENT else 'tal'} {value}"
    if len(value) > 1000 and set(value) == {value[0]}:
        return f"upprepad {len(value)} {value[0]}"
    return f"text {value}"


if __name__ == "__main__":
    WORKBOOK.write_bytes(build(TWIN.read_text(encoding="utf-8")))
