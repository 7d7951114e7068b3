"""Text and names on their way into a workbook."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.names import unique_sheet_names
from styrmodell.report.excel.text import page_text, visible
from styrmodell.report.source_text import source_text
from styrmodell.source import Source


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Mål [1]: a/b*?\\", "Mål 1 a b"),
        ("'citat'", "citat"),
        ("", "Tabell"),
        ("x" * 40, "x" * 30 + "…"),
        ("History", "History (2)"),
        ("underlag", "underlag (2)"),
    ],
)
def test_sheet_names_are_safe(wish: str, name: str) -> None:
    assert unique_sheet_names([wish]) == (name,)


@given(st.lists(st.text(), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_wishes_give_sheet_names_excel_takes(wishes: list[str]) -> None:
    names = unique_sheet_names([*wishes, *wishes])
    with xlsxwriter_engine().Workbook(BytesIO()) as made:
        for name in names:
            made.add_worksheet(name)


def test_what_xml_cannot_hold_is_shown() -> None:
    assert visible("a\x00b\x1fc\ud800d\r\ne") == "a\ufffdb\ufffdc\ufffdd\ne"


def test_text_longer_than_a_cell_holds_is_cut_with_a_sign() -> None:
    assert visible("x" * 40_000) == "x" * 32_766 + "…"
    assert len(visible("😀" * 20_000).encode("utf-16-le")) // 2 <= 32_767


@given(st.text(max_size=300))
def test_text_in_headers_is_no_code(text: str) -> None:
    made = page_text(text, 110)
    assert len(made.encode("utf-16-le")) // 2 <= 110
    assert "&" not in made.replace("&&", "")


def test_sources_name_each_file_once_and_ten_places_at_most() -> None:
    sources = [Source(file="a.csv", place=f"rad {n}") for n in range(9)]
    sources += [Source(file="b.xlsx", place=f"Blad1!A{n}") for n in range(4)]
    assert source_text(sources).endswith("rad 7, rad 8; b.xlsx Blad1!A0 och 3 till")
