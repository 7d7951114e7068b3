"""A workbook as an input that coverage can lead through: one part as it stands, the sound parts around it.

The first byte chooses the part, the rest is its content. Spoiled bytes of a whole package seldom pass its checksums.
"""

import zipfile
from collections.abc import Iterator

from tests.fuzz import seeds
from tests.io.workbooks import zipped

_SHEET = "bilaga16"


def _parts() -> dict[str, str]:
    name, data = next(item for item in seeds.table_files().items() if _SHEET in item[0])
    return seeds.book_parts(seeds.sheet_rows(data), name.rpartition("/")[2].removesuffix(".csv"))


def workbook_of(data: bytes) -> bytes:
    """The workbook with the part that *data* is."""
    parts: dict[str, str | bytes] = {**_parts()}
    names = sorted(parts)
    if data:
        parts[names[data[0] % len(names)]] = data[1:]
    return zipped(parts, zipfile.ZIP_STORED)


def sheet_inputs() -> Iterator[bytes]:
    """Every part of the sound workbook, and the sheet with the cells of every table."""
    parts = _parts()
    names = sorted(parts)
    for number, name in enumerate(names):
        yield bytes((number,)) + parts[name].encode()
    sheet = names.index("xl/worksheets/sheet1.xml")
    for data in seeds.table_files().values():
        rows = seeds.sheet_rows(b"".join(data.splitlines(keepends=True)[:6]))
        yield bytes((sheet,)) + seeds.book_parts(rows, _SHEET)["xl/worksheets/sheet1.xml"].encode()
