"""Where a table is: under titles, groups and merged headings, between notes, totals and other tables."""

from hypothesis import given
from hypothesis import strategies as st
from tests.io.grids import sheet

from styrmodell.io.tables.find_table import FoundTable, find_table, table_findings
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.sheet_rows import Skip, is_total_label

KNOWN = {"enhet", "namn", "belopp", "ansvarig", "status", "åtgärd"}
HEAD = ("Enhet", "Namn", "Belopp")


def known(text: str) -> bool:
    return text.casefold() in KNOWN


def found(*rows: tuple[object, ...], **more: object) -> FoundTable:
    table = find_table(sheet(*rows, **more), known)
    assert table is not None
    return table


def test_a_plain_table_is_its_heading_and_its_rows():
    table = found(HEAD, ("a", "b", 1.0))
    assert (table.headings, table.columns, table.heading_rows, table.body) == (HEAD, (0, 1, 2), (0,), (1,))
    assert table_findings(table) == ()


def test_titles_and_blank_rows_and_columns_around_are_no_part_of_it():
    table = found(
        ("", "Bilaga 9", "", "", ""),
        ("", "", "", "", ""),
        ("", *HEAD, ""),
        ("", "", "", "", ""),
        ("", "a", "b", 1.0, ""),
    )
    assert (table.columns, table.body, table.skipped) == ((1, 2, 3), (4,), ((0, Skip.TITLE),))


def test_a_title_that_is_a_heading_word_is_no_heading():
    assert found(("Namn", "", ""), HEAD, ("a", "b", 1.0)).heading_rows == (1,)


def test_a_sheet_without_a_known_heading_has_no_table():
    assert find_table(sheet(("a", "b"), ("c", "d")), known) is None


def test_an_empty_sheet_has_no_table():
    assert find_table(sheet(), known) is None


def test_the_heading_row_can_be_given_by_its_number():
    grid = sheet(("x", "y"), ("c", "d"), ("e", "f"), first_row=4)
    table = find_table(grid, known, heading_row=6, heading_rows=1)
    assert table is not None
    assert (table.headings, table.body) == (("c", "d"), (2,))


def test_a_heading_row_beyond_the_sheet_is_no_table():
    assert find_table(sheet(HEAD, ("a", "b", 1.0)), known, heading_row=9) is None


def test_a_group_merged_above_headings_is_joined_to_them():
    merged = (((0, 1), (0, 2)), ((0, 0), (1, 0)))
    table = found(
        ("Enhet", "Handlingsplan", "", ""), ("", "Åtgärd", "Status", "Namn"), ("a", "b", "c", "d"), merged=merged
    )
    assert table.headings == ("Enhet", "Handlingsplan | Åtgärd", "Handlingsplan | Status", "Namn")
    assert (table.heading_rows, table.body) == ((0, 1), (2,))


def test_three_heading_rows_are_joined():
    rows = (("", "A", ""), ("", "B", ""), ("Enhet", "Namn", "Status"), ("a", "b", "c"))
    table = find_table(sheet(*rows), known, heading_row=1, heading_rows=3)
    assert table is not None
    assert table.headings == ("Enhet", "A | B | Namn", "A | B | Status")


def test_without_merged_cells_a_group_covers_the_texts_below_up_to_the_next():
    rows = (
        ("Enhet", "Plan", "", "Utfall", ""),
        ("", "Namn", "Status", "Belopp", "Ansvarig"),
        ("a", "b", "c", 1.0, "e"),
    )
    table = find_table(sheet(*rows), known, heading_rows=2)
    assert table is not None
    assert table.headings == ("Enhet", "Plan | Namn", "Plan | Status", "Utfall | Belopp", "Utfall | Ansvarig")


def test_line_breaks_in_a_heading_are_spaces():
    assert found(("Enhet", "Namn", "Total\nkostnad"), ("a", "b", 1.0)).headings[2] == "Total kostnad"


def test_a_heading_that_is_repeated_on_the_next_page_is_skipped_with_its_title():
    table = found(HEAD, ("a", "b", 1.0), ("", "", ""), ("Bilaga 9, forts.", "", ""), HEAD, ("c", "d", 2.0))
    assert table.body == (1, 5)
    assert table.skipped == ((3, Skip.TITLE), (4, Skip.HEADING))


def test_a_total_is_a_label_and_figures():
    table = found(HEAD, ("a", "b", 1.0), ("Summa", "", 1.0), ("", "TOTALT 2020", "1 234"), ("Summa", "text", 2.0))
    assert (table.body, table.totals) == ((1, 4), (2, 3))


def test_words_for_totals_are_told_from_words_that_begin_so():
    assert all(
        map(is_total_label, ("Summa", "S:a kostn.", "SUMMA VERKSAMHET", "Totalt", "RESULTAT 15)", "Årets resultat"))
    )
    assert not any(map(is_total_label, ("Summary", "Totalentreprenad", "Resultatenheter", "Total-Q", "Delmål")))


def test_trailing_notes_are_skipped():
    table = found(
        HEAD, ("a", "b", 1.0), ("Källa: regionen", "", ""), ("1) Inkluderar", "", ""), ("*) Med avdrag", "", "")
    )
    assert table.body == (1,)
    assert [why for _, why in table.skipped] == [Skip.NOTE] * 3


def test_a_lone_text_below_a_blank_row_at_the_end_is_text():
    table = found(HEAD, ("a", "b", 1.0), ("", "", ""), ("Sammanställningen bygger på", "", ""), ("två delar", "", ""))
    assert (table.body, table.skipped) == ((1,), ((3, Skip.TEXT), (4, Skip.TEXT)))


def test_a_lone_text_in_the_midst_is_a_row():
    assert found(HEAD, ("Avsnitt", "", ""), ("a", "b", 1.0)).body == (1, 2)


def test_another_table_ends_the_first_and_is_told():
    table = found(
        HEAD, ("a", "b", 1.0), ("", "", ""), ("Nästa", "", ""), ("", "", ""), ("Status", "Åtgärd", ""), ("x", "y", "")
    )
    assert (table.body, table.other) == ((1,), 5)
    assert [finding.code.code for finding in table_findings(table)] == ["SM155", "SM158"]


def test_a_table_that_is_declared_ends_the_one_above_without_a_word():
    rows = (HEAD, ("a", "b", 1.0), ("", "", ""), ("Status", "Åtgärd", ""), ("x", "y", ""))
    table = find_table(sheet(*rows), known, other_rows=(4,))
    assert table is not None
    assert (table.body, table.other, table.skipped) == ((1,), None, ())


def test_hidden_rows_are_read_and_told():
    table = found(HEAD, ("a", "b", 1.0), ("c", "d", 2.0), hidden_rows=frozenset({2}))
    assert table.body == (1, 2)
    (finding,) = table_findings(table)
    assert finding.found() == "dold men läst: 1 (rad 3)"


def test_one_note_a_sheet_gives_counts_and_row_numbers():
    rows = (("Titel", 1.0, ""), HEAD, ("a", "b", 1.0), ("Summa", "", 1.0), ("Källa: x", "", ""), ("Obs: y", "", ""))
    (finding,) = table_findings(found(*rows, first_row=2))
    assert finding.found() == "titel: 1 (rad 3); not: 2 (rad 7–8); summa, inte inläst: 1 (rad 6)"
    assert finding.source.place == "Blad1"


def test_a_title_alone_above_the_heading_is_what_sheets_have():
    assert table_findings(found(("Bilaga 16", "", ""), HEAD, ("a", "b", 1.0))) == ()


def test_a_column_without_a_heading_is_told():
    (finding,) = table_findings(found(("Enhet", "", "Namn"), ("a", "x", "b")))
    assert "kolumn utan rubrik, inte läst: B" in finding.found()


CELLS = st.one_of(
    st.just(""),
    st.sampled_from(["Enhet", "Namn", "Summa", "Källa: x", "-", "1)"]),
    st.floats(0, 9),
    st.text(max_size=3),
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=12), st.integers(1, 4) | st.none(), st.integers(1, 3) | st.none())
def test_no_row_is_lost_whatever_the_sheet(rows, heading_row, heading_rows):
    grid = Grid(file="u.xlsx", sheet="B", rows=rows)
    table = find_table(grid, known, heading_row=heading_row, heading_rows=heading_rows)
    if table is None:
        return
    told = [*table.heading_rows, *table.body, *table.totals, *(row for row, _ in table.skipped)]
    assert len(set(told)) == len(told)
    filled = {index for index, row in enumerate(rows) if any(type(cell) is not str or cell.strip() for cell in row)}
    above = set(range(table.heading_rows[0])) if heading_row else set()
    assert filled <= set(told) | above


@given(st.lists(st.tuples(st.sampled_from(("a", "b", 1.0, "Källarlokaler")), st.floats(0, 9)), max_size=9))
def test_a_note_below_does_not_change_which_rows_are_data(rows):
    assert found(HEAD, *rows, ("Källa: x",)).body == found(HEAD, *rows).body == tuple(range(1, len(rows) + 1))
