"""Waterfalls: from one total, step by step, to the next."""

from collections.abc import Sequence

from styrmodell.report.palette import FALL, LEVEL, MUTED, RISE
from styrmodell.report.plot import Plot, Point, Step
from styrmodell.report.svg.axis import make_axis
from styrmodell.report.svg.frame import Entry, box
from styrmodell.report.svg.layout import Want, find_place
from styrmodell.report.svg.lettering import widest
from styrmodell.report.svg.look import FALLING, hatch
from styrmodell.report.svg.plane import Plane

_SHARE = 0.66
_THICKEST = 76.0
_REACH = 0.75


def steps_legend(ids: str) -> tuple[Entry, ...]:
    """What the three kinds of bars are."""
    fills = (("Nivå", f"#{LEVEL}"), ("Ökning", f"#{RISE}"), ("Minskning", f"url(#{ids}-f)"))
    return tuple(Entry(word, box(fill)) for word, fill in fills)


def step_points(plot: Plot) -> tuple[Point, ...]:
    """The figures of *plot*'s steps, in their order."""
    return tuple(point for one in plot.series for point in one.points)


def draw_steps(plot: Plot, ids: str, top: float) -> tuple[str, float]:
    """The steps of *plot* from *top* on, and where they end."""
    # Steps that are small beside the totals would not be seen from zero; that the axis is cut is told at it.
    axis = make_axis(_levels(plot.steps), from_zero=False)
    names = [step.name for step in plot.steps]
    points = step_points(plot)
    labels = [point.text for point in points if point.value is not None]
    falls = any(step.end < 0 for step in plot.steps)
    place = find_place(Want(names=names, axis=axis, unit=plot.unit, top=top, labels=labels, falls=falls))
    plane = place.plane
    thick = min(plane.slot * _SHARE, _THICKEST)
    fits = plane.lying or widest(labels) <= plane.slot - 2
    drawn = [
        _step(plane, at, step, point, thick, ids, fits)
        for at, (step, point) in enumerate(zip(plot.steps, points, strict=True))
    ]
    defs = f"<defs>{hatch(f'{ids}-f', FALL, FALLING)}</defs>"
    return "".join((defs, place.back, _links(plane, plot.steps, thick), *drawn, plane.zero())), place.bottom


def _levels(steps: Sequence[Step]) -> list[float]:
    """Where steps begin and end, and a little nearer zero: a bar that is cut must not look as if it were nothing."""
    levels = [level for step in steps for level in ((step.end,) if step.is_total else (step.start, step.end))]
    low, high = min(levels, default=0.0), max(levels, default=0.0)
    reach = _REACH * (high - low)
    return [*levels, max(low - reach, 0.0) if low > 0 else min(high + reach, 0.0)]


def _step(plane: Plane, at: int, step: Step, point: Point, thick: float, ids: str, labelled: bool) -> str:
    off = plane.start(at) + (plane.slot - thick) / 2
    if point.value is None:
        return plane.end_label(off + thick / 2, step.end, "–", below=False, full=point.text) if point.text else ""
    rises = step.end >= step.start
    fill = f"#{LEVEL}" if step.is_total else f"#{RISE}" if rises else f"url(#{ids}-f)"
    start = min(max(step.start, plane.axis.low), plane.axis.high)
    bar = plane.bar(off, thick, start, step.end, fill) + (
        plane.cut(off, thick, start, step.end) if start != step.start else ""
    )
    if not labelled:
        return bar
    below = max(step.start, step.end) <= 0 and min(step.start, step.end) < 0
    end = min(start, step.end) if below else max(start, step.end)
    return bar + plane.end_label(off + thick / 2, end, point.text, below=below)


def _links(plane: Plane, steps: Sequence[Step], thick: float) -> str:
    """Thin lines from the end of each bar to the beginning of the next."""
    gap = (plane.slot - thick) / 2
    paths = []
    for at, step in enumerate(steps[:-1]):
        here, start = plane.at(step.end), plane.start(at) + gap + thick
        paths.append(
            f"M{here:.1f} {start:.1f}v{2 * gap:.1f}" if plane.lying else f"M{start:.1f} {here:.1f}h{2 * gap:.1f}"
        )
    return f'<path d="{"".join(paths)}" stroke="#{MUTED}" stroke-dasharray="2 2"/>' if paths else ""
