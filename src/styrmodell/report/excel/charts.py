"""Native charts: from a plot, and where its series stand, to a chart of XlsxWriter.

The Word writer uses it too, for the charts that its documents embed.
"""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from styrmodell.report.chart import ChartKind
from styrmodell.report.excel.chart_series import DrawnSeries, Part, drawn_series
from styrmodell.report.excel.formats import Workbook
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address, Range
from styrmodell.report.numbers import excel_format
from styrmodell.report.palette import ACCENT, FALL, INK, LEVEL, LINE, MUTED, PAPER, RISE, SERIES, TARGET
from styrmodell.report.plot import Plot

# XlsxWriter's own object: it comes without types.
NativeChart = Any

_WIDTH, _HEIGHT = 720, 370
_TITLE_LIMIT = 255
_BARS = {"type": "column"}
_STACK = {"type": "column", "subtype": "stacked"}
_TYPES = {
    ChartKind.BAR: _BARS,
    ChartKind.STACKED: _STACK,
    ChartKind.WATERFALL: _STACK,
    ChartKind.LINE: {"type": "line"},
}
_MARKERS = ("circle", "square", "triangle", "diamond")
_FILLS: dict[Part, dict[str, Any]] = {
    Part.GROUND: {"fill": {"none": True}, "border": {"none": True}},
    Part.LEVEL: {"fill": {"color": f"#{LEVEL}"}},
    Part.RISE: {"fill": {"color": f"#{RISE}"}},
    Part.RISE_BELOW: {"fill": {"color": f"#{RISE}"}},
    # Hatched: who does not see red from green sees what falls.
    Part.FALL: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": f"#{FALL}", "bg_color": f"#{PAPER}"}},
    Part.FALL_BELOW: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": f"#{FALL}", "bg_color": f"#{PAPER}"}},
}
_UNNAMED = (Part.GROUND, Part.RISE_BELOW, Part.FALL_BELOW)


@frozen(kw_only=True)
class SeriesPlace:
    """Where a series stands in a workbook: its name in one cell, the others in a row or column each."""

    name: Address
    categories: Range
    values: Range


def make_chart(workbook: Workbook, plot: Plot, kind: ChartKind, places: Sequence[SeriesPlace], title: str) -> Any:
    """Make *plot*'s chart of the cells at *places*, one for each of ``drawn_series(plot, kind)``.

    It carries the figures too, so that it shows them before anything is worked out; a missing one is a gap.
    """
    pairs = list(zip(drawn_series(plot, kind), places, strict=True))
    targets = [pair for pair in pairs if pair[0].part is Part.TARGET]
    others = [pair for pair in pairs if pair[0].part is not Part.TARGET]
    chart = workbook.add_chart(dict(_TYPES[kind]))
    for number, (series, place) in enumerate(others):
        chart.add_series({**_source(plot, series, place), **_look(series, kind, number)})
    if targets and kind is not ChartKind.LINE and others:
        lines = workbook.add_chart({"type": "line"})
        chart.combine(lines)
    else:
        lines = chart
    for series, place in targets:
        lines.add_series({**_source(plot, series, place), **_target_look()})
    _dress(chart, plot, pairs, title)
    return chart


def _source(plot: Plot, series: DrawnSeries, place: SeriesPlace) -> dict[str, Any]:
    return {
        "name": [place.name.sheet, place.name.row, place.name.column],
        "name_data": [visible(series.name)],
        "categories": _listed(place.categories),
        "categories_data": [visible(name) for name in plot.categories],
        "values": _listed(place.values),
        "values_data": list(series.values),
    }


def _listed(cells: Range) -> list[object]:
    first, last = cells
    return [first.sheet, first.row, first.column, last.row, last.column]


def _look(series: DrawnSeries, kind: ChartKind, number: int) -> dict[str, Any]:
    if kind is ChartKind.WATERFALL:
        return {**_FILLS[series.part], "gap": 50, "overlap": 100}
    colour = f"#{SERIES[number % len(SERIES)]}"
    if kind is ChartKind.LINE:
        marker = {"type": _MARKERS[number % len(_MARKERS)], "size": 6, "fill": {"color": colour}}
        return {"line": {"color": colour, "width": 2.25}, "marker": {**marker, "border": {"color": colour}}}
    return {"fill": {"color": colour}, "border": {"color": f"#{PAPER}", "width": 0.75}, "gap": 60}


def _target_look() -> dict[str, Any]:
    return {"line": {"color": f"#{TARGET}", "width": 2, "dash_type": "dash"}, "marker": {"type": "none"}}


def _dress(chart: NativeChart, plot: Plot, pairs: Sequence[tuple[DrawnSeries, SeriesPlace]], title: str) -> None:
    font = {"color": f"#{INK}", "size": 9}
    chart.set_title({"name": " ", "overlay": False, "name_font": {"color": f"#{ACCENT}", "size": 12, "bold": True}})
    # Not through set_title: it takes a text like "Mål!A1" for the address of a cell.
    chart.title.name = visible(title, _TITLE_LIMIT)
    chart.set_x_axis({"num_font": font, "line": {"color": f"#{MUTED}"}, "label_position": "low"})
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": excel_format(plot.style),
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": f"#{LINE}", "width": 0.75}},
            "name": " " if plot.unit else "",
            "name_font": {**font, "bold": False},
        }
    )
    chart.y_axis["title"].name = visible(plot.unit, _TITLE_LIMIT)
    unnamed = [place for place, (series, _) in enumerate(pairs) if series.part in _UNNAMED]
    chart.set_legend({"position": "bottom", "font": font, "delete_series": unnamed})
    _leave_gaps(chart)
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})


def _leave_gaps(chart: NativeChart) -> None:
    """Draw nothing where nothing is known. XlsxWriter leaves "gap" unsaid, and not every reader takes that for it."""
    chart.show_na_as_empty_cell()
    chart._write_disp_blanks_as = lambda: chart._xml_empty_tag("c:dispBlanksAs", [("val", "gap")])
