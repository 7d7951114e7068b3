"""Lines through time; a value that is missing is a gap."""

from collections.abc import Iterator, Sequence

from styrmodell.report.plot import Plot, Series
from styrmodell.report.svg.axis import make_axis
from styrmodell.report.svg.layout import Want, find_place
from styrmodell.report.svg.lettering import LINE_HEIGHT, clear_of_lines, text_at, widest, width_of
from styrmodell.report.svg.look import TARGET_STROKE, Look
from styrmodell.report.svg.plane import WIDTH, Plane
from styrmodell.report.xml_text import xml_text

Dot = tuple[float, float, str]
_ABOVE, _BELOW = 9, 18
_DENSE = 14.0


def draw_lines(plot: Plot, looks: Sequence[Look], top: float) -> tuple[str, float]:
    """The lines of *plot* from *top* on, and where they end."""
    values = [point.value for one in plot.series for point in one.points if point.value is not None]
    axis = make_axis(values, from_zero=False)
    # The figures of a line that stands alone are printed, some of them under it.
    is_alone = sum(not one.is_target for one in plot.series) == 1
    place = find_place(Want(names=plot.categories, axis=axis, unit=plot.unit, top=top, may_lie=False, falls=is_alone))
    plane = place.plane
    lines = [(one, list(_stretches(plane, one))) for one in plot.series]
    targets = [_path(stretch) for one, line in lines if one.is_target for stretch in line]
    target = "".join(f'<path d="{path}" {TARGET_STROKE}/>' for path in targets)
    own = [line for one, line in lines if not one.is_target]
    drawn = [_line(line, look, dense=plane.slot < _DENSE) for line, look in zip(own, looks, strict=False)]
    labels = clear_of_lines(_labels(own, plane))
    return "".join((place.back, plane.zero(), target, *drawn, labels)), place.bottom


def _stretches(plane: Plane, series: Series) -> Iterator[list[Dot]]:
    """Points without a gap between them."""
    stretch, half = list[Dot](), plane.slot / 2
    for place, point in enumerate(series.points):
        if point.value is not None:
            stretch.append((plane.start(place) + half, plane.at(point.value), point.text))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _path(stretch: Sequence[Dot]) -> str:
    if len(stretch) == 1:
        x, y, _ = stretch[0]
        return f"M{x - 12:.1f} {y:.1f}h24"
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y, _ in stretch])


def _line(line: Sequence[Sequence[Dot]], look: Look, *, dense: bool) -> str:
    """One line with its gaps; where points are *dense*, only the ends of each stretch are marked."""
    dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
    path = "".join([_path(stretch) for stretch in line if len(stretch) > 1])
    marks = "".join(
        [
            f'<path d="M{x:.1f} {y:.1f}{look.marker}"><title>{xml_text(text)}</title></path>'
            for stretch in line
            for x, y, text in (stretch[:: max(len(stretch) - 1, 1)] if dense else stretch)
        ]
    )
    return (
        f'<path d="{path}" fill="none" stroke="{look.color}" stroke-width="2.25"{dash}/>'
        f'<g fill="{look.color}" stroke="#fff">{marks}</g>'
    )


def _beside(dots: Sequence[Dot]) -> Iterator[Dot]:
    """Where the figures of *dots* stand: above each, but below one that lies lower than its neighbours."""
    for place, (x, y, text) in enumerate(dots):
        beside = [other for _, other, _ in (*dots[max(place - 1, 0) : place], *dots[place + 1 : place + 2])]
        in_valley = len(beside) > 1 and all(other < y - _ABOVE for other in beside)
        yield x, y + _BELOW if in_valley else y - _ABOVE, text


def _labels(lines: Sequence[Sequence[Sequence[Dot]]], plane: Plane) -> str:
    """The figures of the one line at each point; of several only the last of each, where they stand clear."""
    dots = [[dot for stretch in line for dot in stretch] for line in lines]
    if len(dots) == 1 and widest([text for _, _, text in dots[0]]) <= plane.slot - 4:
        return "".join([text_at(x, y, text, "middle") for x, y, text in _beside(dots[0])])
    placed, parts = list[float](), list[str]()
    for x, y, text in [line[-1] for line in dots if line]:
        clear = all(abs(y - other) >= LINE_HEIGHT for other in placed)
        if clear and x + 8 + width_of(text) <= WIDTH and x > plane.right - plane.slot:
            parts.append(text_at(x + 8, y + 4, text))
            placed.append(y)
    return "".join(parts)
