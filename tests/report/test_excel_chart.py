"""Native charts: their series, their gaps, and text that never becomes an address."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.svg_examples import COUNT, SHARE, make_chart

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel import charts
from styrmodell.report.excel.chart_series import WATERFALL, Part, drawn_series
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address
from styrmodell.report.plot import plot_of

SHEET = "Blad"
SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def native(chart: Chart, title: str = "Rubrik") -> ElementTree.Element:
    """The chart's part of a workbook whose one sheet holds each series in a column."""
    plot, target = plot_of(chart), BytesIO()
    drawn = drawn_series(plot, chart.kind)
    book = xlsxwriter_engine().Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    last = len(plot.categories)
    places = [
        charts.SeriesPlace(
            name=Address(sheet=SHEET, row=0, column=column),
            categories=(Address(sheet=SHEET, row=1, column=0), Address(sheet=SHEET, row=last, column=0)),
            values=(Address(sheet=SHEET, row=1, column=column), Address(sheet=SHEET, row=last, column=column)),
        )
        for column, _ in enumerate(drawn, 1)
    ]
    sheet.insert_chart(0, 9, charts.make_chart(book, plot, chart.kind, places, title))
    book.close()
    with zipfile.ZipFile(target) as archive:
        return ElementTree.fromstring(archive.read("xl/charts/chart1.xml"))


def cached(part: ElementTree.Element, what: str) -> list[dict[int, str]]:
    """Point → text of each series' *what* ("val", "cat", "tx"), as the file keeps them."""
    return [
        {int(point.get("idx", "")): point.findtext(f"{SPACE}v", "") for point in found.iter(f"{SPACE}pt")}
        for series in part.iter(f"{SPACE}ser")
        for found in series.findall(f"{SPACE}{what}")
    ]


def test_a_missing_figure_is_a_gap_and_never_zero() -> None:
    part = native(make_chart(ChartKind.LINE, {"A": (1, None, 3)}, ("x", "y", "z")))
    assert cached(part, "val") == [{0: "1.0", 2: "3.0"}]
    assert [found.get("val") for found in part.iter(f"{SPACE}dispBlanksAs")] == ["gap"]


def test_series_and_categories_refer_to_cells_and_carry_their_texts() -> None:
    part = native(make_chart(ChartKind.BAR, {"A": (1, 2), "B": (3, 4)}, ("x", "y")))
    assert cached(part, "tx") == [{0: "A"}, {0: "B"}]
    assert cached(part, "cat") == [{0: "x", 1: "y"}] * 2
    formulas = [found.text for found in part.iter(f"{SPACE}f")]
    assert formulas == [
        f"{SHEET}!$B$1", f"{SHEET}!$A$2:$A$3", f"{SHEET}!$B$2:$B$3",
        f"{SHEET}!$C$1", f"{SHEET}!$A$2:$A$3", f"{SHEET}!$C$2:$C$3",
    ]  # fmt: skip


def test_a_target_is_a_dashed_line_across_the_bars() -> None:
    part = native(make_chart(ChartKind.BAR, {"A": (1, 2), "Mål": (3, 3)}, ("x", "y"), target="r1"))
    lines = list(part.iter(f"{SPACE}lineChart"))
    assert [cached(line, "tx") for line in lines] == [[{0: "Mål"}]]
    assert [found.get("val") for found in lines[0].iter(f"{DRAWING}prstDash")] == ["dash"]


def test_a_share_is_held_as_a_share_and_printed_in_per_cent() -> None:
    part = native(make_chart(ChartKind.BAR, {"A": (1,)}, ("x",), SHARE))
    assert cached(part, "val") == [{0: "1.0"}]
    assert "#,##0.0%" in [found.get("formatCode") for found in part.iter(f"{SPACE}numFmt")]


@pytest.mark.parametrize("steps", [(100, -30, 20, 90), (100, -130, -20, -50), (-100, 150, -20, 30), (0, 0, 0, 0)])
def test_the_pieces_of_a_waterfall_s_steps_reach_from_start_to_end(steps: tuple[int, ...]) -> None:
    grid = {name: (value,) for name, value in zip("abcd", steps, strict=True)}
    plot = plot_of(make_chart(ChartKind.WATERFALL, grid, ("Belopp",), COUNT, totals=("a", "d")))
    drawn = {series.part: series.values for series in drawn_series(plot, ChartKind.WATERFALL)}
    for place, step in enumerate(plot.steps):
        pieces = {part: drawn[part][place] or 0.0 for part in WATERFALL}
        shown = [size for part, size in pieces.items() if part is not Part.GROUND]
        low, high = sorted((step.start, step.end))
        assert sum(map(abs, shown)) == pytest.approx(high - low)
        above = pieces[Part.GROUND] if pieces[Part.GROUND] > 0 else 0.0
        below = pieces[Part.GROUND] if pieces[Part.GROUND] < 0 else 0.0
        if high > low:
            assert above + sum(size for size in shown if size > 0) == pytest.approx(max(high, 0.0))
            assert below + sum(size for size in shown if size < 0) == pytest.approx(min(low, 0.0))


def test_only_steps_and_levels_are_named_in_a_waterfall_s_legend() -> None:
    part = native(make_chart(ChartKind.WATERFALL, {"a": (1,), "b": (2,)}, ("Belopp",), totals=("a",)))
    hidden = [entry.find(f"{SPACE}idx") for entry in part.iter(f"{SPACE}legendEntry")]
    names = [texts[0] for texts in cached(part, "tx")]
    kept = [
        name
        for place, name in enumerate(names)
        if str(place) not in [one.get("val") for one in hidden if one is not None]
    ]
    assert kept == ["Nivå", "Ökning", "Minskning"]


@given(st.one_of(st.sampled_from(["=Blad!A1", "Mål!A1", "=1+1", "<r>&</r>"]), st.text(min_size=1, max_size=40)))
@settings(max_examples=40, deadline=None)
def test_a_title_stays_text(title: str) -> None:
    part = native(make_chart(ChartKind.BAR, {"A": (1,)}, ("x",)), title)
    heading = part.find(f"{SPACE}chart/{SPACE}title")
    assert heading is not None
    assert heading.find(f".//{SPACE}f") is None
    assert "".join(text.text or "" for text in heading.iter(f"{DRAWING}t")) == visible(title)
