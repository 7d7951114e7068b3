"""Charts as SVG show every figure, say what they show, and are told apart without colour."""

import re
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.report.svg_examples import COUNT, LONG, YEARS, charts, make_chart, risk_matrix, thousands, trend

from styrmodell.report.chart import Chart, ChartKind, MatrixItem
from styrmodell.report.palette import TARGET
from styrmodell.report.svg import chart_svg, matrix_svg, sparkline_svg
from styrmodell.report.svg.axis import make_axis
from styrmodell.report.xml_text import clean_text

NBSP, MINUS = "\u00a0", "\u2212"
SVG = "{http://www.w3.org/2000/svg}"
CHARTS = charts()


def drawn(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def picture(name: str) -> etree._Element:
    return drawn(chart_svg(CHARTS[name], f"d-{name}"))


def all_texts(root: etree._Element) -> list[str]:
    """What is printed, without what is told only when one points at it."""
    return [
        "".join(t for t in one.itertext() if t != (one.findtext(f"{SVG}title") or 0)) for one in root.iter(f"{SVG}text")
    ]


def bars(root: etree._Element) -> list[etree._Element]:
    """Bars: not swatches, which are moved to their places, and not the fields of labels."""
    return [r for r in root.iter(f"{SVG}rect") if r.get("fill") != "#fff" and r.get("x") is not None]


@pytest.mark.parametrize("name", list(CHARTS))
def test_a_chart_is_read_by_its_title_and_what_it_shows(name: str) -> None:
    root = picture(name)
    ids = {one.get("id"): "".join(one.itertext()) for one in root.iter() if one.get("id")}
    told = [ids[name] for name in root.get("aria-labelledby", "").split()]
    assert root.get("role") == "img"
    assert told[0] == "Det som visas"
    assert told[1].startswith("Det stiger och faller.")


@pytest.mark.parametrize("name", list(CHARTS))
def test_everything_is_drawn_within_the_picture(name: str) -> None:
    root = picture(name)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for one in root.iter(f"{SVG}rect", f"{SVG}text"):
        if "transform" in one.attrib or (one.getparent().tag == f"{SVG}g" and "transform" in one.getparent().attrib):
            continue
        x, y = float(one.get("x", "0")), float(one.get("y", "0"))
        assert -1 <= x <= width + 1
        assert -1 <= y <= height + 1


@pytest.mark.parametrize("name", list(CHARTS))
def test_what_is_referred_to_is_there(name: str) -> None:
    root = picture(name)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    used = re.findall(r"url\(#([^)]*)\)", etree.tostring(root).decode())
    assert set(used) <= set(ids)
    assert all(one.startswith(f"d-{name}-") for one in ids)


def test_every_series_has_a_look_of_its_own_without_colour() -> None:
    root = picture("manga-serier")
    fills = {bar.get("fill") for bar in bars(root)}
    assert len(fills) == 11
    hatches = {etree.tostring(one) for one in root.iter(f"{SVG}pattern")}
    assert len(hatches) == len([fill for fill in fills if fill and fill.startswith("url")])
    dashes = [p.get("stroke-dasharray") for p in picture("linjer").iter(f"{SVG}path") if p.get("fill") == "none"]
    assert len(set(dashes)) == 4


def test_bars_are_as_long_as_their_figures() -> None:
    heights = [float(bar.get("height", "0")) for bar in bars(picture("en-serie"))]
    assert [height / heights[0] for height in heights] == pytest.approx(
        [v / 4120 for v in (4120, 4350, 4700, 4910, 5230)], rel=1e-3
    )


def test_what_is_below_zero_is_stacked_downwards_from_zero() -> None:
    root = picture("staplat")
    zero = max(float(bar.get("y", "0")) + float(bar.get("height", "0")) for bar in bars(root)[:2])
    third = bars(root)[2]
    assert float(third.get("y", "0")) == pytest.approx(zero, abs=0.2)


def test_a_missing_figure_is_a_gap_and_is_told() -> None:
    root = picture("staplar")
    assert len(bars(root)) == 13
    assert f"–{NBSP}ej rapporterat: Regional utveckling 2021, Folktandvård 2023" in all_texts(root)
    assert "ej rapporterat: Regional utveckling 2021" in root.findtext(f"{SVG}desc", "")
    line = next(
        p
        for p in picture("linje-med-mal").iter(f"{SVG}path")
        if p.get("stroke-width") == "2.25" and p.get("d", "").count("M") == 2
    )
    assert line.get("d", "").count("L") == 2


def test_a_missing_step_of_a_waterfall_is_told() -> None:
    assert f"–{NBSP}ej rapporterat: Läkemedel" in all_texts(picture("vattenfall"))


def test_the_target_is_a_dashed_line_with_its_figure_in_the_legend() -> None:
    root = picture("linje-med-mal")
    assert f"Mål (90,0{NBSP}%)" in all_texts(root)
    lines = [p for p in root.iter(f"{SVG}path") if p.get("stroke") == f"#{TARGET}"]
    assert lines
    assert all(p.get("stroke-dasharray") for p in lines)


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    assert "% (axeln börjar inte vid 0)" in all_texts(picture("linje-med-mal"))
    assert "tkr" in all_texts(picture("staplar"))


def test_figures_are_printed_in_swedish() -> None:
    found = all_texts(picture("staplar"))
    assert f"4{NBSP}120" in found
    assert f"{MINUS}80" in all_texts(picture("avvikelser"))


def test_long_names_are_broken_or_shortened_and_told_whole() -> None:
    titles = {title.text for title in picture("langa-namn").iter(f"{SVG}title")}
    assert LONG[3] in titles
    assert "Specialistvård Sundsvall" in all_texts(picture("langa-namn"))


def test_nothing_known_says_so_instead_of_an_empty_axis() -> None:
    assert all_texts(picture("inget")) == ["Inga värden att visa."]


def test_the_same_chart_gives_the_same_text() -> None:
    assert chart_svg(CHARTS["staplar"], "d1") == chart_svg(charts()["staplar"], "d1")


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((0.0, 5230.0), ["0", f"2{NBSP}000", f"4{NBSP}000", f"6{NBSP}000"]),
        ((-0.3, 0.1), [f"{MINUS}0,3", f"{MINUS}0,2", f"{MINUS}0,1", "0,0", "0,1"]),
        ((0.0, 0.7), ["0,0", "0,2", "0,4", "0,6", "0,8"]),
        ((3e9,), ["0", *(f"{n}{NBSP}000{NBSP}000{NBSP}000" for n in (1, 2, 3))]),
        ((0.0,), ["0"]),
        ((), ["0"]),
    ],
)
def test_ticks_are_round_and_exact(values: tuple[float, ...], texts: list[str]) -> None:
    assert [text for _, text in make_axis(values).ticks] == texts


@given(st.lists(st.floats(-1e12, 1e12).filter(lambda x: x == 0 or abs(x) > 1e-9), max_size=6), st.booleans())
def test_every_value_stands_within_its_axis(values: list[float], from_zero: bool) -> None:
    axis = make_axis(values, from_zero=from_zero)
    size = axis.high - axis.low
    assert size > 0
    assert len(axis.ticks) <= 8
    assert all(axis.low - 1e-6 * size <= value <= axis.high + 1e-6 * size for value in values)


def test_each_risk_stands_in_its_square_and_those_without_room_are_counted() -> None:
    root = drawn(matrix_svg(risk_matrix(), "m"))
    found = all_texts(root)
    assert {"R1", "R2", "R3", "R4", "R5"} <= set(found)
    assert any(re.fullmatch(r"\+\d+", text) for text in found)
    assert "R16 Risk 16: Möjlig, Mycket allvarlig" in root.findtext(f"{SVG}desc", "")
    assert "20" in found


def test_a_small_line_is_read_as_its_course() -> None:
    root = drawn(sparkline_svg(trend(3, None, 5, 4), "Hyrkostnad"))
    assert root.get("aria-label") == "Hyrkostnad: från 3 till 4"
    assert root.find(f"{SVG}path").get("d", "").count("M") == 2
    assert sparkline_svg(trend(3, None)) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40).filter(str.strip), st.sampled_from(list(ChartKind)))
def test_any_text_is_text_and_nothing_else(text: str, kind: ChartKind) -> None:
    grid = {f"{text}{at}": thousands(at + 1) for at in range(2)}
    chart = make_chart(kind, grid, (text,), COUNT)
    root = drawn(chart_svg(evolve(chart, title=text, alt=text), "d1"))
    assert root.findtext(f"{SVG}title") == clean_text(text)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "defs",
        "pattern",
        "path",
        "rect",
        "g",
        "text",
        "tspan",
        "circle",
    }
    matrix = evolve(risk_matrix(), title=text, items=(MatrixItem(label=text, name=text, across=1, up=1),))
    assert drawn(matrix_svg(matrix, "m")).findtext(f"{SVG}title") == clean_text(text)
    name = drawn(sparkline_svg(trend(1, 2), text)).get("aria-label", "")
    assert name.endswith("från 1 till 2")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.fractions(-(10**9), 10**9, max_denominator=1000)), min_size=3, max_size=3),
        min_size=1,
        max_size=9,
    ),
    st.sampled_from([ChartKind.BAR, ChartKind.STACKED, ChartKind.LINE]),
    st.booleans(),
)
def test_any_figures_are_drawn(grid: list[list[Fraction | None]], kind: ChartKind, turned: bool) -> None:
    chart: Chart = make_chart(kind, {f"s{at}": tuple(row) for at, row in enumerate(grid)}, YEARS[:3], by_column=turned)
    written = chart_svg(chart, "d1")
    drawn(written)
    assert not re.search(r"nan|inf\b", written)


def test_small_steps_beside_large_totals_are_seen_and_the_cut_is_told() -> None:
    steps = {
        "Budget": thousands(8300),
        "Löner": thousands(42),
        "Hyrpersonal": thousands(-120),
        "Prognos": thousands(8222),
    }
    root = drawn(chart_svg(make_chart(ChartKind.WATERFALL, steps, ("x",), totals=("Budget", "Prognos")), "d1"))
    first, rise, fall, last = (float(bar.get("height", "0")) for bar in bars(root))
    assert min(rise, fall, first, last) > 20
    assert "(axeln börjar inte vid 0)" in all_texts(root)
    zigzags = [path for path in root.iter(f"{SVG}path") if path.get("stroke-width") == "3"]
    assert len(zigzags) == 2


def test_a_figure_that_the_target_would_strike_through_stands_within_its_bar() -> None:
    grid = {"Utfall": thousands(89, 60), "Mål": thousands(92, 92)}
    root = drawn(chart_svg(make_chart(ChartKind.BAR, grid, ("A", "B"), target="r1"), "d1"))
    fields = [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill") == "#fff"]
    assert len(fields) == 1
