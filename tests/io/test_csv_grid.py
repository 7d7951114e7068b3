"""CSV files as grids: every row with its line, blank rows among them."""

from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.csv_grid import csv_grid


def test_rows_keep_their_lines_and_have_one_width():
    grid, findings = csv_grid(b'Titel\n\n;Utfall;\n"a\nb";1;2\nc;3;4\n', "u.csv", SourceFormat())
    assert findings == ()
    assert grid is not None
    assert grid.rows == [["Titel", "", ""], ["", "", ""], ["", "Utfall", ""], ["a\nb", "1", "2"], ["c", "3", "4"]]
    assert [grid.place(row, 1) for row in (2, 3, 4)] == ["rad 3 kolumn 2", "rad 4 kolumn 2", "rad 6 kolumn 2"]


def test_the_delimiter_is_the_one_that_gives_most_columns():
    assert all(
        len(grid.rows[1]) == 3
        for mark in ";,\t"
        if (grid := csv_grid(f"Titel\na{mark}b{mark}c\n".encode(), "u.csv", SourceFormat())[0])
    )


def test_a_file_that_is_no_text_is_told():
    grid, findings = csv_grid(b"\xff\xfe\x00", "u.csv", SourceFormat())
    assert (grid, [finding.code.code for finding in findings]) == (None, ["SM106"])


def test_what_stops_the_csv_module_is_told_and_the_rows_above_are_there():
    grid, findings = csv_grid(b'a;b\n"c" d;e\n', "u.csv", SourceFormat())
    assert grid is not None
    assert (grid.rows, [finding.code.code for finding in findings]) == ([["a", "b"]], ["SM132"])
