"""Tables in Word: words of every kind beside figures, groups of rows, notes at single figures, courses."""

import time

import pytest
from attrs import evolve
from docx.oxml.ns import qn
from lxml import etree
from tests.report.editions import NBSP, big_edition, edition
from tests.report.rich_editions import goal_table, result_table, with_blocks
from tests.report.word_packages import dangling, found, parts_of, root_of, text_of, texts_found

from styrmodell.report.table import ColumnKind, Table, TableColumn, TableRow, TextCell
from styrmodell.report.word import write_word
from styrmodell.report.word.width import fit

ROOM = 9_638


def table_of(table: Table) -> etree._Element:
    (written,) = found(root_of(parts_of(write_word(with_blocks(table)))), "//w:tbl")
    return written


def cells_of(row: etree._Element) -> list[etree._Element]:
    return found(row, "w:tc")


def rows_of(table: etree._Element) -> list[list[str]]:
    return [[text_of(cell) for cell in cells_of(row)] for row in found(table, "w:tr")]


def sides(row: etree._Element) -> list[str]:
    """How each cell of a row is aligned: by its own word, or by its style."""
    return [
        (texts_found(cell, ".//w:jc/@w:val") or texts_found(cell, ".//w:pStyle/@w:val"))[0] for cell in cells_of(row)
    ]


def widths_of(table: Table, width: int = ROOM) -> tuple[int, ...]:
    texts = [[getattr(row.cells[at], "text", "") for row in table.rows] for at in range(len(table.columns))]
    return fit(table, texts, width).all


def test_columns_are_aligned_by_what_stands_in_them() -> None:
    row = found(table_of(goal_table()), "w:tr")[2]
    assert sides(row) == [
        "Tabelltext",
        "Tabelltext",
        "center",
        "Tabelltal",
        *["Tabelltext"] * 3,
        "center",
        "Tabelltext",
    ]


def test_headings_are_aligned_as_their_columns() -> None:
    lower = found(table_of(goal_table()), "w:tr")[1]
    assert sides(lower)[2:] == ["center", "right", *["Tabellhuvud"] * 3, "center", "Tabellhuvud"]


def test_rows_of_a_group_share_a_cell() -> None:
    table = table_of(goal_table())
    assert rows_of(table)[2:][0][0] == "God vård"
    merges = [texts_found(cells_of(row)[0], "w:tcPr/w:vMerge/@w:val") for row in found(table, "w:tr")]
    assert merges == [["restart"], ["continue"], ["restart"], ["continue"], ["restart"], ["continue"]]


def test_a_row_without_a_group_has_one_cell_for_both() -> None:
    table = goal_table()
    plain = evolve(table, rows=(*table.rows[:2], evolve(table.rows[2], group="")))
    (*_, last) = found(table_of(plain), "w:tr")
    assert texts_found(cells_of(last)[0], "w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert text_of(cells_of(last)[0]) == "Budget i balans"


def test_a_heading_row_spans_groups_too() -> None:
    table = goal_table()
    headed = evolve(table, rows=(TableRow(key="h", label="Rubrik", level="heading"), *table.rows))
    row = found(table_of(headed), "w:tr")[2]
    assert texts_found(row, "w:tc/w:tcPr/w:gridSpan/@w:val") == ["9"]


def test_a_row_below_another_is_indented_and_not_bold() -> None:
    row = next(row for row in found(table_of(result_table()), "w:tr") if "statsbidrag" in text_of(row))
    assert found(cells_of(row)[0], ".//w:ind[@w:left > 0]")
    assert found(row, ".//w:b") == []


def test_a_note_stands_at_its_figure() -> None:
    assert any(f"322{NBSP}000{NBSP}2)" in row for row in rows_of(table_of(result_table())))


def test_a_status_has_the_colours_of_its_tone() -> None:
    cell = next(one for one in found(table_of(goal_table()), "w:tr/w:tc") if text_of(one) == f"●{NBSP}Uppnått")
    assert texts_found(cell, "w:tcPr/w:shd/@w:fill") == ["E3F1E7"]
    assert texts_found(cell, ".//w:color/@w:val") == ["1E6B3A"]


def test_what_says_nothing_has_no_colour() -> None:
    table = table_of(goal_table())
    assert all(text_of(cell) for cell in found(table, "w:tr/w:tc[w:tcPr/w:shd]"))


def test_a_cell_that_differs_from_its_column_is_aligned_by_what_it_is() -> None:
    table = goal_table()
    row = table.rows[0]
    cells = list(row.cells)
    cells[-1] = TextCell(id="x", text="X", kind=ColumnKind.MARK)
    written = found(table_of(evolve(table, rows=(evolve(row, cells=tuple(cells)),))), "w:tr")[2]
    assert sides(written)[-1] == "center"


def test_a_course_is_a_chart_read_aloud_in_words() -> None:
    parts = parts_of(write_word(with_blocks(goal_table())))
    drawings = found(root_of(parts), "//w:tc//wp:docPr")
    assert [one.get("descr") for one in drawings] == [
        f"från 81,0{NBSP}% till 89,0{NBSP}%",
        f"från 71,0{NBSP}% till 64,0{NBSP}%",
        f"från 99,0{NBSP}% till 100,0{NBSP}%",
    ]
    assert drawings[0].get("title") == "Telefontillgänglighet, Utfall Utveckling"
    chart = root_of(parts, "word/charts/trend2.xml")
    assert texts_found(chart, "//c:val//c:pt/@idx") == ["0", "2"]
    assert texts_found(chart, "//c:val//c:v/text()") == ["71.0", "64.0"]
    assert dangling(parts) == []


def test_running_text_gets_the_room_that_is_left() -> None:
    widths = widths_of(goal_table(), 14_570)
    assert sum(widths) == 14_570
    assert widths[-1] == max(widths)
    assert min(widths) > 400


@pytest.mark.parametrize("width", [3_000, ROOM, 14_570])
@pytest.mark.parametrize("text", ["", "a", "ord " * 400, "o" * 400, "kort\nrad"])
def test_a_table_is_as_wide_as_the_page_whatever_it_says(text: str, width: int) -> None:
    table = goal_table(text)
    widths = widths_of(table, width)
    assert sum(widths) == width
    assert min(widths) > 0


def test_a_table_without_columns_is_written() -> None:
    table = evolve(goal_table(), columns=(), rows=(TableRow(key="a", label="Rad", level="heading"),))
    assert rows_of(table_of(table))[-1] == ["Rad"]


def test_a_table_of_words_is_linear_in_its_rows() -> None:
    table = goal_table()

    def spent(times: int) -> float:
        rows = tuple(evolve(row, key=f"{row.key}-{at}", group=f"G{at}") for at in range(times) for row in table.rows)
        written = with_blocks(evolve(table, rows=rows))
        best = []
        for _ in range(3):
            start = time.perf_counter()
            write_word(written)
            best.append(time.perf_counter() - start)
        return min(best)

    small, large = spent(50), spent(400)
    assert large / small < 14  # eight times the rows


def test_a_large_table_of_figures_is_as_it_was() -> None:
    written = edition()
    big = big_edition(200).document.tables()[0]
    root = root_of(parts_of(write_word(evolve(written, document=evolve(written.document, blocks=(big,))))))
    (table,) = found(root, "//w:tbl")
    assert rows_of(table)[-1] == ["Rad 199", *[f"1{NBSP}234{NBSP}567"] * 5]
    assert {texts_found(row, ".//w:pStyle/@w:val")[1] for row in found(table, "w:tr")[1:]} == {"Tabelltal"}
    assert table.find(qn("w:tblPr")) is not None


def figures(labels: list[str], group: str, text: str) -> Table:
    columns = tuple(TableColumn(key=f"c{place}", label=label, group=group) for place, label in enumerate(labels))
    cells = tuple(TextCell(id=f"r/{column.key}", text=text, kind=ColumnKind.FIGURE) for column in columns)
    row = TableRow(key="r", label="Distriktsköterska/sjuksköterska", cells=cells)
    return Table(id="t", key="t", caption="T", row_header="Rad", columns=columns, rows=(row,))


def test_a_heading_over_several_columns_is_held_by_all_of_them() -> None:
    heading, labels = "Huvudverksamhetspåverkan", ["A", "B", "C", "D", "E"]
    (alone,) = fit(figures(["A"], heading, "1"), [["1"]], ROOM).columns
    shared = fit(figures(labels, heading, "1"), [["1"]] * len(labels), ROOM).columns
    assert max(shared) < alone <= sum(shared)


def test_a_heading_parts_at_its_hyphens_before_a_figure_breaks() -> None:
    labels = ["Mottagning besök", "Hemsjukv/hembesök", "Telefon-/brevkontakt"] * 5
    texts = [[f"240{NBSP}059"]] * len(labels)
    widths = fit(figures(labels, "", texts[0][0]), texts, 14_570)
    figure = int(6.3 * 0.56 * widths.size * 10)
    assert sum(widths.all) == 14_570
    assert min(widths.columns) > figure


def test_where_no_type_is_small_enough_short_words_stay_whole_and_long_ones_break_alike() -> None:
    long = "Organisationsförändringsarbete"
    columns = tuple(TableColumn(key=f"c{place}", label="X", kind=ColumnKind.TEXT) for place in range(8))
    cells = tuple(
        TextCell(id=f"r/{column.key}", text=long if place else "Kort") for place, column in enumerate(columns)
    )
    table = Table(
        id="t",
        key="t",
        caption="T",
        row_header="Nr",
        columns=columns,
        rows=(TableRow(key="r", label="10", cells=cells),),
    )
    label, short, *others = widths_of(table, 6_000)
    assert sum((label, short, *others)) == 6_000
    assert min(label, short) >= 200
    assert max(others) - min(others) <= 1


def test_a_tall_row_does_not_hold_the_next() -> None:
    table = goal_table()
    first = table.rows[0]
    words = "Ord " * 60
    tall = evolve(first, cells=tuple(evolve(one, text=words) if type(one) is TextCell else one for one in first.cells))
    kept = [
        bool(found(row, ".//w:keepNext"))
        for row in found(table_of(evolve(table, rows=(tall, *table.rows[1:]))), "w:tr")
    ]
    assert kept[2:4] == [False, True]
