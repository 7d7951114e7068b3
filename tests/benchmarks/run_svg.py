"""Drawing charts: our SVG against the same bars written by hand as f-strings, and matplotlib's time in words."""

from collections.abc import Callable, Iterator
from html import escape

from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same
from tests.report.svg_examples import NAMES, YEARS, make_chart, thousands

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.plot import plot_of
from styrmodell.report.svg import chart_svg

_CHARTS = 200
_LIMIT = 0.1
_NOTE = "200 charts; matplotlib: 40–55 ms a chart"
_FILLS = ("#17496B", "#D08030", "#4B2E83")


def run_svg(options: Options) -> Iterator[Row]:
    """Charts of one and of three series over five years, figures computed before."""
    for series, limit in ((1, _LIMIT), (3, None)):
        grid = {
            name: thousands(*(1000 * (at + 1) + 90 * year for year in range(5)))
            for at, name in enumerate(NAMES[:series])
        }
        chart = make_chart(ChartKind.BAR, grid, YEARS, NumberStyle(unit="kr"))
        ours, plain = chart_svg(chart, "d1"), _plain(chart)
        require_same("bars", *(text.count('<rect x="') for text in (ours, plain)))
        spent = compare(
            f"svg chart, {series} × {len(YEARS)} bars",
            limit,
            make_variant(_many, chart, chart_svg),
            make_variant(_many, chart, lambda one, _: _plain(one)),
            options,
        )
        yield Row(step=spent.step, limit=limit, ours=spent.ours, plain=spent.plain, per=_CHARTS, note=_NOTE)


def _many(chart: Chart, draw: Callable[[Chart, str], str]) -> int:
    return sum(len(draw(chart, "d1")) for _ in range(_CHARTS))


def _plain(chart: Chart) -> str:
    """The same figures by hand: bars, labels, names and five lines, with no thought for what does not fit."""
    plot = plot_of(chart)
    high = max(point.value or 0 for one in plot.series for point in one.points)
    slot, count = 650 / len(plot.categories), len(plot.series)
    wide = slot * 0.76 / count
    parts = [
        f'<svg viewBox="0 0 720 320" role="img"><title>{escape(chart.title)}</title><desc>{escape(chart.alt)}</desc>'
    ]
    for tick in range(5):
        y = 270 - 60 * tick
        parts.append(f'<path d="M60 {y}H710" stroke="#D5DBE1"/><text x="50" y="{y}">{high * tick / 4:.0f}</text>')
    for at, name in enumerate(plot.categories):
        parts.append(f'<text x="{60 + slot * (at + 0.5):.1f}" y="286" text-anchor="middle">{escape(name)}</text>')
    for place, one in enumerate(plot.series):
        for at, point in enumerate(one.points):
            x, size = 60 + slot * (at + 0.12) + wide * place, 240 * (point.value or 0) / high
            box = f'x="{x:.1f}" y="{270 - size:.1f}" width="{wide:.1f}" height="{size:.1f}"'
            parts.append(f'<rect {box} fill="{_FILLS[place]}"/>')
            parts.append(
                f'<text x="{x + wide / 2:.1f}" y="{265 - size:.1f}" text-anchor="middle">{escape(point.text)}</text>'
            )
    return "".join(parts) + "</svg>"
