"""Bars on top of each other: what is above zero is stacked upwards, what is below it downwards."""

from collections.abc import Sequence

from styrmodell.report.plot import Plot, Point
from styrmodell.report.svg.axis import make_axis
from styrmodell.report.svg.bar import target_lines
from styrmodell.report.svg.layout import Want, find_place
from styrmodell.report.svg.lettering import LINE_HEIGHT, width_of
from styrmodell.report.svg.look import Look
from styrmodell.report.svg.plane import Plane

_SHARE = 0.66
_THICKEST = 76.0
_SEAM = 1.5


def draw_stacks(plot: Plot, looks: Sequence[Look], top: float) -> tuple[str, float]:
    """The stacks of *plot* from *top* on, and where they end."""
    series = [one for one in plot.series if not one.is_target]
    stacks = list(zip(*(one.points for one in series), strict=True)) if series else []
    targets = [p.value for one in plot.series if one.is_target for p in one.points if p.value is not None]
    known = [[point.value for point in stack if point.value is not None] for stack in stacks]
    ends = [sum(value for value in stack if value > 0) for stack in known]
    lows = [sum(value for value in stack if value < 0) for stack in known]
    axis = make_axis([*ends, *lows, *targets])
    place = find_place(
        Want(names=plot.categories, axis=axis, unit=plot.unit, top=top, falls=min(lows, default=0.0) < 0)
    )
    plane = place.plane
    thick = min(plane.slot * _SHARE, _THICKEST)
    drawn = [
        _stack(plane, stack, looks, plane.start(at) + (plane.slot - thick) / 2, thick)
        for at, stack in enumerate(stacks)
    ]
    return "".join((place.back, *drawn, plane.zero(), target_lines(plot, plane))), place.bottom


def _stack(plane: Plane, stack: Sequence[Point], looks: Sequence[Look], off: float, thick: float) -> str:
    """One stack; where nothing of it is known, a dash."""
    parts, texts = list[str](), list[str]()
    high = low = 0.0
    for point, look in zip(stack, looks, strict=False):
        value = point.value
        if not value:
            continue
        start = high if value > 0 else low
        end = start + value
        high, low = (end, low) if value > 0 else (high, end)
        parts.append(plane.bar(off, thick, start, end, look.fill))
        size = abs(plane.at(end) - plane.at(start))
        room, needs = (size, width_of(point.text) + 8) if plane.lying else (size, LINE_HEIGHT + 5)
        if room >= needs and (plane.lying or width_of(point.text) + 4 <= thick):
            texts.append(plane.inner_label(off + thick / 2, (start + end) / 2, point.text))
        if start:
            parts.append(_seam(plane, off, thick, start))
    absent = next((point.text for point in stack if point.value is None and point.text), "")
    if not parts and absent:
        parts.append(plane.absent(off + thick / 2, absent))
    return "".join((*parts, *texts))


def _seam(plane: Plane, off: float, thick: float, value: float) -> str:
    """A line of paper between two parts, which tells them apart whatever their colours."""
    at = plane.at(value)
    path = f"M{at:.1f} {off:.1f}v{thick:.1f}" if plane.lying else f"M{off:.1f} {at:.1f}h{thick:.1f}"
    return f'<path d="{path}" stroke="#fff" stroke-width="{_SEAM}"/>'
