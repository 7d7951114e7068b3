"""Bars beside each other."""

from collections.abc import Sequence

from styrmodell.report.plot import Plot, Series
from styrmodell.report.svg.axis import make_axis
from styrmodell.report.svg.layout import Want, find_place
from styrmodell.report.svg.lettering import SIZE, clear_of_lines, widest
from styrmodell.report.svg.look import TARGET_STROKE, Look
from styrmodell.report.svg.plane import Plane
from styrmodell.report.xml_text import xml_text

_SHARE = 0.76
_THICKEST = 64.0


def draw_bars(plot: Plot, looks: Sequence[Look], top: float) -> tuple[str, float]:
    """The bars of *plot* from *top* on, and where they end."""
    series = [one for one in plot.series if not one.is_target]
    values = [point.value for one in plot.series for point in one.points if point.value is not None]
    labels = [point.text for one in series for point in one.points if point.value is not None]
    place = find_place(
        Want(
            names=plot.categories,
            axis=make_axis(values),
            unit=plot.unit,
            top=top,
            bars=len(series),
            labels=labels,
            falls=min(values, default=0.0) < 0,
        )
    )
    plane, thick = place.plane, min(place.plane.slot * _SHARE / max(len(series), 1), _THICKEST)
    fits = thick >= SIZE if plane.lying else widest(labels) <= (plane.slot if len(series) == 1 else thick) - 2
    start = (plane.slot - thick * len(series)) / 2
    pairs = enumerate(zip(series, looks, strict=True))
    drawn = [
        plane.bars(start + thick * at, thick - 1, [point.value for point in one.points], look.fill)
        for at, (one, look) in pairs
    ]
    targets = [] if len(series) == len(plot.series) else _targets(plot)
    texts = [_texts(plane, one, start + thick * (at + 0.5), targets, fits) for at, one in enumerate(series)]
    labels_of = clear_of_lines("".join(texts))
    lines = target_lines(plot, plane) if targets else ""
    return "".join((place.back, *drawn, plane.zero(), lines, labels_of)), place.bottom


def _targets(plot: Plot) -> list[float | None]:
    return [point.value for one in plot.series if one.is_target for point in one.points]


def _texts(plane: Plane, series: Series, middle: float, targets: Sequence[float | None], labelled: bool) -> str:
    """The figures at the ends of the bars where they have room, and a dash where one is missing."""
    if labelled and not targets:
        known = [(point.value, point.text) for point in series.points if point.value is not None]
        if len(known) == len(series.points):  # as nearly always
            return plane.end_labels(middle, known)
    parts = list[str]()
    for place, point in enumerate(series.points):
        at, value = plane.start(place) + middle, point.value
        if value is None and point.text:
            parts.append(plane.absent(at, point.text))
        elif value is not None and labelled:
            target = targets[place] if targets else None
            meets = target is not None and plane.meets_label(value, point.text, target, below=value < 0)
            within = plane.label_within(at, value, point.text) if meets else ""
            parts.append(within or plane.end_label(at, value, point.text, below=value < 0))
    return "".join(parts)


def target_lines(plot: Plot, plane: Plane) -> str:
    """The target, a line across the room of each category that has one."""
    points = [(one.name, *at) for one in plot.series if one.is_target for at in enumerate(one.points)]
    return "".join(
        [
            f'<path d="{plane.across(place, point.value)}" {TARGET_STROKE}>'
            f"<title>{xml_text(f'{name} {point.text}')}</title></path>"
            for name, place, point in points
            if point.value is not None
        ]
    )
