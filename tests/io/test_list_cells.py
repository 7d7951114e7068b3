"""Cells of lists become the text that people would write."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.lists.cells import cell_text, count_marks, is_marked, link_tree, split_values, yes_or_no
from styrmodell.io.lists.codes import UNKNOWN_MARK
from styrmodell.io.problems import BadValueError
from styrmodell.model.number_text import Notation, read_number


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (3.0, "3"),
        (0.1, "0,1"),
        (1e21, "1000000000000000000000"),
        (1.5e-7, "0,00000015"),
        (Decimal("1.50"), "1,50"),
        (8017, "8017"),
        (True, "ja"),
        (False, "nej"),
        (None, ""),
        ("  Röd ", "Röd"),
        (datetime(2024, 9, 16), "2024-09-16"),
        (datetime(2024, 9, 16, 13, 30), "2024-09-16 13:30:00"),
        (date(2024, 9, 16), "2024-09-16"),
        ("2024-09-16 00:00:00", "2024-09-16"),
        (float("nan"), "nan"),
    ],
)
def test_a_cell_becomes_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_cell_with_a_per_cent_format_is_written_as_per_cent() -> None:
    assert cell_text(0.8, is_percent=True) == "80 %"
    assert cell_text(0.392, is_percent=True) == "39,2 %"


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15), st.sampled_from(Notation))
def test_a_number_is_read_back_in_the_notation_of_its_file(cell: float, notation: Notation) -> None:
    text = cell_text(cell, notation)
    if len(text) < 30:
        read = read_number(text, notation)
        assert read is not None
        assert read.value == Decimal(repr(cell))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("mal-1\nmal-2", ["mal-1", "mal-2"]),
        ("mal-1; mal-2;", ["mal-1", "mal-2"]),
        ("• Ordning och reda\r\n• Digitalisering", ["Ordning och reda", "Digitalisering"]),
        ("- ett\n- två", ["ett", "två"]),
        ("Säkerhet patient, invånare", ["Säkerhet patient, invånare"]),
        ("  ", []),
    ],
)
def test_lines_and_semicolons_part_values_and_commas_do_not(text: str, values: list[str]) -> None:
    assert split_values(text) == values


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("mal-1", "mal-1"),
        ("mal-1 (RS)", {"id": "mal-1", "origin": "RS"}),
        ("mal-1 (40 %)", {"id": "mal-1", "share": "40 %"}),
        ("mal-1 (RLF, 1/3)", {"id": "mal-1", "origin": "RLF", "share": "1/3"}),
        ("mal-1 (RLF,40 %,vikt 1,5)", {"id": "mal-1", "origin": "RLF", "share": "40 %", "weight": "1,5"}),
        ("mal-1 (Vikt: 2)", {"id": "mal-1", "weight": "2"}),
    ],
)
def test_a_link_may_say_who_put_it_there(text: str, tree: object) -> None:
    assert link_tree(text) == tree


@pytest.mark.parametrize("text", ["x", "X", "ja", "Ja", "1", "✓", "●"])
def test_a_cross_is_a_cross(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", ["", "nej", "Nej"])
def test_an_empty_cell_and_no_are_no_cross(text: str) -> None:
    assert not is_marked(text)


@pytest.mark.parametrize("text", ["?", "kanske", "2", "x?"])
def test_anything_else_is_a_fault(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        is_marked(text)
    assert caught.value.code is UNKNOWN_MARK


def test_marks_in_one_cell_are_counted() -> None:
    assert count_marks("X X x X") == 4
    assert count_marks("Ja Ja") == 2
    assert count_marks("Medarbetare") is None


def test_a_cross_where_yes_or_no_is_asked_for_is_yes() -> None:
    assert [yes_or_no(text) for text in ("X", "Ja", "nej", "delvis")] == ["ja", "ja", "nej", "delvis"]
