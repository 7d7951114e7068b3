"""What stands around a drawing: the picture itself with its words, the legend, and what is missing."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from styrmodell.report.palette import INK, MUTED
from styrmodell.report.plot import Point
from styrmodell.report.svg.lettering import LINE_HEIGHT, SIZE, broken, shortened, text_at, width_of
from styrmodell.report.svg.plane import WIDTH
from styrmodell.report.xml_text import xml_attribute, xml_text

_SWATCH = 18
_SPACE = 18
_MOST_NAMED = 12
_FOOT_LINES = 3
_WIDEST_NAME = WIDTH * 0.46


@frozen
class Entry:
    """A line of the legend: *swatch* is drawn with its upper left corner at 0, 0, in 14 × 12."""

    name: str
    swatch: str


def picture(ids: str, title: str, desc: str, height: float, body: str) -> str:
    """The whole picture: read as *title* and *desc*, as wide as its place but no wider than it is readable.

    Args:
        ids: What the ids inside begin with; no other picture of the page has the same.
    """
    name = xml_attribute(ids)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="100%" '
        f'style="max-width:48rem" role="img" aria-labelledby="{name}-t {name}-d" font-size="{SIZE}" fill="#{INK}">'
        f'<title id="{name}-t">{xml_text(title)}</title><desc id="{name}-d">{xml_text(desc)}</desc>{body}</svg>'
    )


def legend(entries: Sequence[Entry]) -> tuple[str, float]:
    """The legend at the top, as many on a line as have room, and how high it is."""
    if not entries:
        return "", 0.0
    parts, x, y = list[str](), 0.0, 0.0
    for entry in entries:
        name = shortened(entry.name, _WIDEST_NAME)
        wide = _SWATCH + 4 + width_of(name)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + LINE_HEIGHT + 5
        parts.append(f'<g transform="translate({x:.1f} {y + 1:.1f})">{entry.swatch}</g>')
        parts.append(text_at(x + _SWATCH + 4, y + SIZE - 1, name, full=entry.name))
        x += wide + _SPACE
    return "".join(parts), y + LINE_HEIGHT + 8


def box(fill: str) -> str:
    """The swatch of a bar."""
    return f'<rect width="14" height="12" fill="{fill}"/>'


def absences(points: Iterable[tuple[str, Point]]) -> tuple[str, ...]:
    """What is missing, a sentence for each way of missing: "ej rapporterat: Norr 2021, Söder 2022"."""
    told = dict[str, list[str]]()
    for name, point in points:
        if point.value is None and point.text:
            told.setdefault(point.text, []).append(name)
    return tuple(f"{text}: {_named(names)}" for text, names in told.items())


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" och {more} till" if more > 0 else "")


def foot(told: Sequence[str], top: float) -> tuple[str, float]:
    """What is missing, in small letters from *top* on, and how high that is."""
    parts, y = list[str](), top
    for sentence in told:
        for line in broken(f"–\u00a0{sentence}", WIDTH, _FOOT_LINES):
            y += LINE_HEIGHT
            parts.append(text_at(0, y - 2, line, full=sentence, extra=f' fill="#{MUTED}"'))
    return "".join(parts), y - top
