"""Which table stands where: the [[tables]] blocks of styrmodell.toml."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from attrs import field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.io.file_pattern import FilePattern, wildcards
from styrmodell.io.problems import Problems
from styrmodell.io.tables.codes import NO_TABLE, SEVERAL_TABLES
from styrmodell.io.tables.toml_table import TomlTable
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.io.values import shape
from styrmodell.source import Source

Pairs = tuple[tuple[str, str], ...]
OBSERVATIONS = "observations"
TABLE_KEYS = (
    "files",
    "sheet",
    "kind",
    "heading_row",
    "heading_rows",
    "columns",
    "values",
    "crossed",
    "skip",
    "unpivot",
)
CROSSED_KEYS = ("headings", "rows", "sections", "names", "totals")
TOTALS_WORDS = ("compared", "stated")
_MOST_ROWS = 3
NO_PLACES = TomlPlaces(lines=MappingProxyType({}))


@frozen(kw_only=True)
class Crossed:
    """What the labels of a table with figures in many columns mean.

    A label is "unit", "measure", "period", "kind", "kind period", "version" or a dimension; several words are read
    in turn, "kind period" from "Utfall 2018".

    Attributes:
        headings: What each heading row holds, from the top.
        rows: What the column of labels holds.
        sections: What a label without figures holds, for the rows below it; empty when such rows are text.
        names: Printed text → what it means, where that is not an id or a name; "" for what is not to be read.
        is_stated: Whether totals are read as stated figures, or compared only.
    """

    headings: tuple[str, ...]
    rows: str
    sections: str = ""
    names: Pairs = ()
    is_stated: bool = False


@frozen(kw_only=True)
class TableFormat:
    """What one [[tables]] block says.

    Attributes:
        pattern: Which files.
        sheet: Which sheets; empty for all.
        kind: "observations", "ledger" or a kind of list; empty to tell it from the sheet.
        heading_row: Number of the first heading row; None to look for it.
        heading_rows: How many rows the heading has; None to tell it from merged cells.
        columns: Heading → field or dimension; "" for a column that is not to be read.
        values: Field or dimension → what holds for every row.
        unpivot: What the headings hold of columns that are no fields, as in *crossed*; empty for a plain table.
        skip: Whether the sheets are left alone.
    """

    pattern: str = ""
    sheet: str = ""
    kind: str = ""
    heading_row: int | None = None
    heading_rows: int | None = None
    columns: Pairs = ()
    values: Pairs = ()
    crossed: Crossed | None = None
    unpivot: str = ""
    skip: bool = False
    source: Source = field(default=Source(), eq=False)

    def matches(self, file: str, sheet: str) -> bool:
        """Whether the block speaks of *sheet* of *file*; case does not matter in a sheet's name."""
        return FilePattern.parse(self.pattern).matches(file) and (not self.sheet or _sheet_matches(self.sheet, sheet))


PLAIN = TableFormat()


def _sheet_matches(pattern: str, sheet: str) -> bool:
    return re.fullmatch(wildcards(pattern.casefold(), "."), sheet.strip().casefold(), re.DOTALL) is not None


def read_tables(
    blocks: object, file: str, places: TomlPlaces = NO_PLACES, kinds: Iterable[str] = ()
) -> tuple[tuple[TableFormat, ...], Findings]:
    """Read the list of [[tables]] blocks.

    Args:
        blocks: What tomllib gave for "tables"; None when there is none.
        file: For the place of findings.
        places: The lines of the file's keys, where they are known.
        kinds: The kinds of tables there are besides observations; empty to accept every word.

    Returns:
        The blocks in the order they are written; what is wrong is told (SM107, SM108, SM118, SM121) and left out.
    """
    problems = Problems(file)
    if blocks is None:
        return (), Findings()
    if not isinstance(blocks, list):
        problems.add_bad(shape(blocks, "ett eller flera [[tables]]", "one or more [[tables]]"), "tables")
        return (), problems.findings()
    known = tuple(dict.fromkeys((OBSERVATIONS, *kinds))) if kinds else ()
    tables = (TomlTable.of(block, f"tables[{index}]", problems, places) for index, block in enumerate(blocks))
    read = tuple(_table(table, known) for table in tables if table is not None)
    return tuple(item for item in read if item is not None), problems.findings()


def _table(table: TomlTable, kinds: tuple[str, ...]) -> TableFormat | None:
    table.refuse_unknown(TABLE_KEYS)
    pattern = table.required_text("files")
    crossed = table.table("crossed")
    rows = table.count("heading_rows", _MOST_ROWS)
    read = _crossed(crossed) if crossed is not None else None
    if not pattern or (crossed is not None and read is None):
        return None
    return TableFormat(
        pattern=pattern,
        sheet=table.text("sheet"),
        kind=table.word("kind", kinds) if kinds else table.text("kind"),
        heading_row=table.count("heading_row"),
        heading_rows=rows if rows is not None or read is None else len(read.headings),
        columns=table.pairs("columns"),
        values=table.pairs("values"),
        crossed=read,
        unpivot=table.text("unpivot"),
        skip=table.flag("skip"),
        source=Source(file=table.problems.file, place=table.place("")),
    )


def _crossed(table: TomlTable) -> Crossed | None:
    table.refuse_unknown(CROSSED_KEYS)
    headings, rows = table.texts("headings"), table.required_text("rows")
    names, sections = table.pairs("names"), table.text("sections")
    is_stated = table.word("totals", TOTALS_WORDS) == "stated"
    if not headings or not rows:
        return None
    return Crossed(headings=headings, rows=rows, sections=sections, names=names, is_stated=is_stated)


def table_formats_of(file: str, sheet: str, formats: Iterable[TableFormat]) -> tuple[tuple[TableFormat, ...], Findings]:
    """The blocks that speak of a sheet, or of a CSV file (*sheet* is then empty).

    Returns:
        One block a table: several when each names its own heading_row; else the first, with a warning (SM158) about
        the others. Empty when no block speaks of it.
    """
    matching = [item for item in formats if item.matches(file, sheet)]
    if len({item.heading_row for item in matching}) == len(matching) and None not in {
        item.heading_row for item in matching[1:]
    }:
        return tuple(matching), Findings()
    told = (_told_twice(file, sheet, other) for other in matching[1:])
    return tuple(matching[:1]), Findings(told)


def _told_twice(file: str, sheet: str, other: TableFormat) -> Finding:
    sv = f"fler än ett [[tables]] träffar, också det på {other.source.place}; det första gäller"
    en = f"more than one [[tables]] match, also the one at {other.source.place}; the first one holds"
    return SEVERAL_TABLES.at(Source(file=file, place=sheet), found=sv, found_en=en)


def unmatched_sheets(file: str, sheets: Iterable[str], formats: Iterable[TableFormat]) -> Findings:
    """An SM156 for each block that names *file* and a sheet which is not there."""
    names = tuple(sheets)
    missing = (
        item
        for item in formats
        if item.sheet
        and FilePattern.parse(item.pattern).matches(file)
        and not any(item.matches(file, s) for s in names)
    )
    known = ", ".join(names)
    return Findings(
        NO_TABLE.at(
            item.source,
            found=f'inget blad "{item.sheet}" i {file}',
            found_en=f'no sheet "{item.sheet}" in {file}',
            expected=f"ett av bladen {known}",
            expected_en=f"one of the sheets {known}",
        )
        for item in missing
    )
