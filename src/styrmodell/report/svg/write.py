"""A chart as SVG."""

from collections.abc import Iterable, Iterator, Sequence

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.plot import Plot, Point, Series, plot_of
from styrmodell.report.svg.bar import draw_bars
from styrmodell.report.svg.frame import Entry, absences, box, foot, legend, picture
from styrmodell.report.svg.lettering import LINE_HEIGHT, text_at
from styrmodell.report.svg.line import draw_lines
from styrmodell.report.svg.look import TARGET_STROKE, Look, hatches, look_of
from styrmodell.report.svg.stacked import draw_stacks
from styrmodell.report.svg.waterfall import draw_steps, step_points, steps_legend

_NOTHING = "Inga värden att visa."


def chart_svg(chart: Chart, ids: str) -> str:
    """Draw *chart* as an SVG picture, 720 units wide; asking for it computes its figures.

    Series are told apart by hatch, dash and marker too, missing figures are told, and texts have room or are shortened
    (then whole in a title). Long names of categories make bars lie.

    Args:
        ids: What the ids inside begin with; letters, digits and hyphens, and no other picture of the page has it.
    """
    plot = plot_of(chart)
    own = [one for one in plot.series if not one.is_target]
    values = [point.value for one in (plot.series if plot.steps else own) for point in one.points]
    told = absences(_named_points(plot, chart.kind)) if None in values else ()
    desc = f"{chart.alt} {'. '.join(told)}." if told else chart.alt
    if values.count(None) == len(values):
        return picture(ids, chart.title, desc, 2 * LINE_HEIGHT, text_at(0, LINE_HEIGHT, _NOTHING))
    looks = [look_of(place, ids) for place in range(len(own))]
    above, top = legend(tuple(_entries(chart.kind, plot, looks, ids)))
    drawn, bottom = _drawn(chart.kind, plot, looks, ids, top)
    below, height = foot(told, bottom)
    defs = hatches(range(len(own)), ids) if chart.kind in (ChartKind.BAR, ChartKind.STACKED) else ""
    return picture(ids, chart.title, desc, bottom + height + 2, "".join((defs, above, drawn, below)))


def _drawn(kind: ChartKind, plot: Plot, looks: Sequence[Look], ids: str, top: float) -> tuple[str, float]:
    if kind is ChartKind.WATERFALL:
        return draw_steps(plot, ids, top)
    if kind is ChartKind.LINE:
        return draw_lines(plot, looks, top)
    return draw_bars(plot, looks, top) if kind is ChartKind.BAR else draw_stacks(plot, looks, top)


def _named_points(plot: Plot, kind: ChartKind) -> Iterator[tuple[str, Point]]:
    """Every figure with what people call it; a target that is missing is none."""
    if kind is ChartKind.WATERFALL:
        yield from zip((step.name for step in plot.steps), step_points(plot), strict=True)
        return
    own = [one for one in plot.series if not one.is_target]
    for one in own:
        for category, point in zip(plot.categories, one.points, strict=True):
            yield (category if len(own) == 1 else f"{one.name} {category}"), point


def _entries(kind: ChartKind, plot: Plot, looks: Sequence[Look], ids: str) -> Iterable[Entry]:
    if kind is ChartKind.WATERFALL:
        yield from steps_legend(ids)
        return
    if len(plot.series) == 1:
        return
    own = [one for one in plot.series if not one.is_target]
    for one, look in zip(own, looks, strict=True):
        yield Entry(one.name, _line_swatch(look) if kind is ChartKind.LINE else box(look.fill))
    for one in plot.series:
        if one.is_target:
            yield Entry(_target_name(one), f'<path d="M0 6H16" {TARGET_STROKE}/>')


def _line_swatch(look: Look) -> str:
    dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
    line = f'<path d="M-1 6H17" stroke="{look.color}" stroke-width="2.25"{dash}/>'
    return f'{line}<path d="M8 6{look.marker}" fill="{look.color}" stroke="#fff"/>'


def _target_name(series: Series) -> str:
    """The target's name, with its figure where it is the same throughout."""
    texts = {point.text for point in series.points if point.value is not None}
    return f"{series.name} ({texts.pop()})" if len(texts) == 1 else series.name
