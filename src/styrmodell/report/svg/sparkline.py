"""Small lines in table cells: how a figure has moved."""

from styrmodell.report.palette import ACCENT
from styrmodell.report.plot import printed_value
from styrmodell.report.table import TrendCell
from styrmodell.report.xml_text import xml_attribute

_WIDTH, _HEIGHT, _EDGE = 90, 22, 4


def sparkline_svg(trend: TrendCell, name: str = "") -> str:
    """Draw *trend* as a small line, read as *name* and its course in words; nothing where too little is known."""
    if trend.is_blank:
        return ""
    values = [printed_value(point) for point in trend.points]
    known = [value for value in values if value is not None]
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    tall = _HEIGHT - 2 * _EDGE
    path, x, y, joins = list[str](), 0.0, 0.0, False
    for place, value in enumerate(values):
        if value is None:
            joins = False
            continue
        x, y = _EDGE + place * step, _EDGE + tall * (1 - (value - low) / span)
        # A point between two gaps is no line: it is drawn as a small square.
        alone = not joins and (values[place + 1 :] or [None])[0] is None
        path.append(f"M{x - 1:.1f} {y:.1f}h2" if alone else f"{'L' if joins else 'M'}{x:.1f} {y:.1f}")
        joins = True
    told = ": ".join(part for part in (name, trend.text) if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'role="img" aria-label="{xml_attribute(told)}"><path d="{"".join(path)}" fill="none" stroke="#{ACCENT}" '
        f'stroke-width="1.8" stroke-linecap="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="#{ACCENT}"/></svg>'
    )
