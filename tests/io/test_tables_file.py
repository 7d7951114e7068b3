"""The [[tables]] blocks: read with their places, and found by file and sheet."""

import tomllib

import pytest

from styrmodell.finding import Findings
from styrmodell.io.tables.blocks import Crossed, TableFormat, read_tables, table_formats_of, unmatched_sheets
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.source import Source

FULL = """
[[tables]]
files = "underlag/*.xlsx"
sheet = "9a"
kind = "observations"
heading_row = 4
[tables.columns]
Verksamhet = "unit"
[tables.values]
unit = "rlf"
period = 2020
per = 2020-01-31
[tables.crossed]
headings = ["kind period", "kontakt"]
rows = "profession"
sections = "dvo"
totals = "stated"
[tables.crossed.names]
"Mottagning besök" = "mottagning"
"""


def read(text: str, *kinds: str) -> tuple[tuple[TableFormat, ...], Findings]:
    return read_tables(tomllib.loads(text).get("tables"), "styrmodell.toml", TomlPlaces.of(text), kinds)


def told(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.place) for finding in read(text, *kinds)[1]]


def test_a_block_is_read_whole():
    (table,), findings = read(FULL)
    assert findings.text() == ""
    assert table == TableFormat(
        pattern="underlag/*.xlsx",
        sheet="9a",
        kind="observations",
        heading_row=4,
        heading_rows=2,
        columns=(("Verksamhet", "unit"),),
        values=(("unit", "rlf"), ("period", "2020"), ("per", "2020-01-31")),
        crossed=Crossed(
            headings=("kind period", "kontakt"),
            rows="profession",
            sections="dvo",
            names=(("Mottagning besök", "mottagning"),),
            is_stated=True,
        ),
    )
    assert table.source == Source(file="styrmodell.toml", place="rad 2 tables[0]")


def test_no_blocks_are_no_tables():
    assert read("") == ((), ())


def test_unknown_keys_are_told_with_what_looks_alike():
    (finding,) = read('[[tables]]\nfiles = "a.xlsx"\nshet = "x"\n')[1]
    assert (finding.code.code, finding.source.place) == ("SM107", "rad 3 tables[0].shet")
    assert "menade du sheet" in finding.do()


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ('sheet = "x"', "SM108"),
        ('files = "a"\nheading_row = 0', "SM118"),
        ('files = "a"\nheading_rows = 4', "SM118"),
        ('files = "a"\nskip = "ja"', "SM118"),
        ('files = "a"\ncolumns = ["x"]', "SM118"),
        ('files = "a"\nvalues = {unit = true}', "SM118"),
        ('files = "a"\ncrossed = {rows = "dvo"}', "SM108"),
        ('files = "a"\ncrossed = {headings = "period", rows = "dvo"}', "SM118"),
        ('files = "a"\ncrossed = {headings = ["period"], rows = "dvo", totals = "x"}', "SM121"),
        ('files = "a"\nkind = "risk"', "SM121"),
    ],
)
def test_what_is_wrong_is_told(lines, code):
    assert [found for found, _ in told(f"[[tables]]\n{lines}\n", "risks")] == [code]


def test_tables_that_are_no_list_are_told():
    assert told('tables = "x"\n') == [("SM118", "tables")]


def test_a_table_that_is_no_block_is_told():
    assert told('tables = ["x"]\n') == [("SM118", "tables[0]")]


def block(**more: object) -> TableFormat:
    return TableFormat(pattern="u/*.xlsx", **more)


def test_sheets_are_matched_by_pattern_whatever_the_case():
    tables = (block(sheet="Risk*"), block(sheet="9?"))
    assert table_formats_of("u/a.xlsx", "RISKER 2020", tables) == (tables[:1], ())
    assert table_formats_of("u/a.xlsx", "9a", tables) == (tables[1:], ())
    assert table_formats_of("u/a.xlsx", "9ab", tables) == ((), ())
    assert table_formats_of("v/a.xlsx", "9a", tables) == ((), ())


def test_several_blocks_for_a_sheet_each_name_their_heading_row():
    tables = (block(heading_row=1), block(heading_row=20))
    assert table_formats_of("u/a.xlsx", "x", tables) == (tables, ())


def test_two_blocks_for_the_same_table_are_told_and_the_first_holds():
    tables = (block(), block(skip=True))
    chosen, (finding,) = table_formats_of("u/a.xlsx", "x", tables)
    assert (chosen, finding.code.code) == (tables[:1], "SM158")


def test_a_sheet_that_is_named_and_not_there_is_told():
    (finding,) = unmatched_sheets("u/a.xlsx", ("Blad1", "Blad2"), (block(sheet="9a"), block(sheet="Blad*"), block()))
    assert (finding.code.code, finding.found()) == ("SM156", 'inget blad "9a" i u/a.xlsx')
