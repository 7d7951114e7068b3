"""The columns of a table in Word: no word breaks, nothing is crowded, and figures stand apart from words."""

from attrs import evolve
from tests.report.editions import FAULT, NBSP, edition
from tests.report.rich_editions import goal_table, with_blocks
from tests.report.test_word_table import ROOM, cells_of, table_of, widths_of
from tests.report.word_packages import found, parts_of, root_of, text_of, texts_found

from styrmodell.finding import Findings
from styrmodell.model.table_spec import Note
from styrmodell.report.table import ColumnKind, Table, TableColumn, TableRow, TextCell
from styrmodell.report.word import write_word
from styrmodell.report.word.width import fit
from styrmodell.source import Source

LANDSCAPE = 14_570
MARGINS = 114  # of a cell, left and right
# What the words take in Arial of nine points, measured in its own table of widths.
UNCHANGED, LONG_CODE = 1_050, 1_951


def table_of_words(columns: dict[str, str], *, rows: int = 1, kind: ColumnKind = ColumnKind.TEXT) -> Table:
    """A table whose columns, by heading, hold a text each."""
    made = tuple(TableColumn(key=f"c{place}", label=label, kind=kind) for place, label in enumerate(columns))
    cells = tuple(
        TextCell(id=f"r/{column.key}", text=text, kind=kind)
        for column, text in zip(made, columns.values(), strict=True)
    )
    lines = tuple(TableRow(key=f"r{at}", label="Mått", cells=cells) for at in range(rows))
    return Table(id="t", key="t", caption="T", row_header="Mål", columns=made, rows=lines)


def kept(table: Table) -> list[bool]:
    return [bool(found(row, ".//w:keepNext")) for row in found(table_of(table), "w:tr")[1:]]


def test_words_that_a_no_break_space_holds_together_stay_on_one_line() -> None:
    texts = {"Trend": f"→{NBSP}oförändrat (sämre)", **{f"K{place}": "Ett längre ord " * 20 for place in range(6)}}
    trend = widths_of(table_of_words(texts), LANDSCAPE)[1]
    assert trend - MARGINS >= UNCHANGED


def test_a_heading_over_counts_takes_few_lines_where_there_is_room() -> None:
    counted = TableColumn(key="c", label="Mått och mål under det", kind=ColumnKind.COUNT)
    table = table_of_words({"Nivå": "målområde", "Bedömning": "god"})
    row = table.rows[0]
    cells = (*row.cells, TextCell(id="r/c", text="2", kind=ColumnKind.COUNT))
    wide = evolve(table, columns=(*table.columns, counted), rows=(evolve(row, cells=cells),))
    assert widths_of(wide)[-1] > 1_900


def test_running_text_is_not_crowded_by_figures_while_somewhat_smaller_type_gives_it_room() -> None:
    figures = {f"Utfall {place}": "1" for place in range(7)}
    short = table_of_words(figures, kind=ColumnKind.COUNT)
    said = TextCell(id="r/k", text="Effekten kommer senare än beräknat, och ska följas upp.")
    row = short.rows[0]
    table = evolve(
        short,
        columns=(*short.columns, TableColumn(key="k", label="Kommentar", kind=ColumnKind.TEXT)),
        rows=(evolve(row, label="Gemensam vårdplatskoordinering", cells=(*row.cells, said)),),
    )
    widths = fit(table, [[cell.text] for cell in table.rows[0].cells if isinstance(cell, TextCell)], 8_400)
    assert widths.size in {16, 18}
    assert widths.columns[-1] > 1_300


def test_words_keep_away_from_the_figures_before_them() -> None:
    rows = found(table_of(goal_table()), "w:tr")
    kinds = [column.kind for column in goal_table().columns]
    after = kinds.index(ColumnKind.FIGURE) + 1
    assert kinds[after] is ColumnKind.STATUS
    indents = [[bool(texts_found(cell, ".//w:ind/@w:left")) for cell in cells_of(row)] for row in rows[1:3]]
    # The first cells are those of group and label.
    assert [[place for place, one in enumerate(row) if one] for row in indents] == [[after + 2], [after + 2]]


def test_figures_of_their_own_stand_in_equal_columns() -> None:
    table = table_of_words({"A": "1", "Förändring mot samma tid 2023": "2", "B": "3"}, kind=ColumnKind.FIGURE)
    assert len(set(widths_of(table)[1:])) == 1


def test_labels_stand_on_one_line_where_equal_columns_leave_them_room() -> None:
    table = table_of_words({f"Antal {place}": "1" for place in range(6)}, kind=ColumnKind.FIGURE)
    row = evolve(table.rows[0], label="Process och verksamhet inom regionen")
    for level, needed in (("body", 3_162), ("total", 3_412)):  # in Arial of nine points, and in bold
        label, *others = widths_of(evolve(table, rows=(evolve(row, level=level),)))
        assert label - MARGINS >= needed
        assert len(set(others)) == 1


def test_a_few_rows_are_kept_together_unless_they_hold_many_lines() -> None:
    low = table_of_words({"Kommentar": "Kort"}, rows=10)
    assert kept(low) == [True] * 9 + [False]
    high = table_of_words({"Kommentar": "Ett längre ord " * 7, "Orsak": "Ett längre ord " * 7}, rows=10)
    assert not all(kept(high)[:-1])


def test_the_code_of_a_finding_does_not_break() -> None:
    code = evolve(FAULT, code="jamtland-harjedalen.12")
    told = edition(findings=Findings([code.at(Source(file="plan.yaml"), reported="1")]))
    *_, table = found(root_of(parts_of(write_word(told))), "//w:tbl")
    widths = [int(one) for one in texts_found(table, "w:tblGrid/w:gridCol/@w:w")]
    assert widths[0] - MARGINS >= LONG_CODE
    assert sum(widths) <= ROOM


def test_a_table_s_last_row_is_kept_with_its_few_notes_and_they_with_each_other() -> None:
    def below(count: int) -> tuple[bool, list[bool]]:
        table = table_of_words({"Kommentar": "Kort"}, rows=3)
        notes = tuple(Note(text=f"Not {at}.") for at in range(count))
        body = root_of(parts_of(write_word(with_blocks(evolve(table, notes=notes)))))
        said = [one for one in found(body, "//w:p") if text_of(one).startswith("Not ")]
        (written,) = found(body, "//w:tbl")
        last = found(written, "w:tr")[-1]
        return bool(found(last, ".//w:keepNext")), [bool(found(one, ".//w:keepNext")) for one in said]

    assert below(0) == (False, [])
    assert below(3) == (True, [True, True, False])
    assert below(9) == (False, [False] * 9)
