"""The names of categories: along the foot, broken, thinned or turned; or at the side of a lying chart."""

from collections.abc import Sequence

from attrs import frozen

from styrmodell.report.svg.lettering import (
    LINE_HEIGHT,
    SIZE,
    broken,
    fits,
    lines_at,
    shortened,
    text_at,
    widest,
)
from styrmodell.report.svg.plane import WIDTH, Plane
from styrmodell.report.xml_text import xml_texts

MOST_LYING = 60
_AIR = 8
_LINES = 3
_SIDE = WIDTH * 0.36
_TURNED = 150.0
_SINE, _COSINE = 0.574, 0.819  # of 35 degrees
_CLOSEST = SIZE * 1.6
_MOST_SKIPPED = 6


@frozen
class Foot:
    """How names stand along the foot: each *every*-th, in lines or turned; *height* is the room they take.

    Attributes:
        whole: Whether each stands on a line of its own with nothing left out, as short ones do.
    """

    every: int
    turned: bool
    height: float
    whole: bool = False


_WHOLE = Foot(1, False, LINE_HEIGHT + 6, whole=True)


def stand(names: Sequence[str], slot: float) -> bool:
    """Whether *names* stand along the foot with nothing left out."""
    return all(fits(name, slot - _AIR, _LINES) for name in names)


def foot_of(names: Sequence[str], wide: float, slot: float) -> Foot:
    """Choose how *names*, at most *wide*, stand in rooms of *slot*: in lines, thinned when short, else turned."""
    if wide <= slot - _AIR:
        return _WHOLE
    if stand(names, slot):
        most = max((len(broken(name, slot - _AIR, _LINES)) for name in names), default=1)
        return Foot(1, False, most * LINE_HEIGHT + 6)
    every = next((step for step in range(2, _MOST_SKIPPED + 1) if step * slot >= wide + _AIR), 0)
    if every and wide < SIZE * 6:
        return Foot(every, False, LINE_HEIGHT + 6)
    return Foot(max(1, -int(-_CLOSEST // slot)), True, min(wide, _TURNED) * _SINE + LINE_HEIGHT)


def foot_names(plane: Plane, names: Sequence[str], foot: Foot, drop: float) -> str:
    """The names along the foot of a standing *plane*, *drop* further down than usual."""
    half, y, start = plane.slot / 2, plane.bottom + SIZE + 4 + drop, plane.start
    if foot.whole:
        rest = f'" y="{y:.1f}" text-anchor="middle">'
        at = enumerate(xml_texts(names))
        return "".join([f'<text x="{start(place) + half:.1f}{rest}{name}</text>' for place, name in at])
    shown = [(start(place) + half, name) for place, name in enumerate(names) if place % foot.every == 0]
    if foot.turned:
        return "".join([_turned(x, y - 4, name) for x, name in shown])
    room = plane.slot * foot.every - _AIR
    return "".join([lines_at(x, y, broken(name, room, _LINES), "middle", name) for x, name in shown])


def _turned(x: float, y: float, name: str) -> str:
    """A name that ends under its category; those near the left edge have only so much room before it."""
    room = min(_TURNED, x / _COSINE)
    turn = f' transform="rotate(-35 {x:.1f} {y:.1f})"'
    return text_at(x, y, shortened(name, room), "end", name, turn)


def side_room(names: Sequence[str]) -> float:
    """How wide the names at the side of a lying chart are."""
    return min(widest(names), _SIDE) + _AIR


def side_lines(names: Sequence[str]) -> int:
    """Into how many lines the longest of them breaks."""
    return max((len(broken(name, _SIDE, _LINES)) for name in names), default=1)


def side_names(plane: Plane, names: Sequence[str], room: float) -> str:
    """The names at the side of a lying *plane*; *room* is theirs."""
    parts = []
    for place, name in enumerate(names):
        lines = broken(name, room - _AIR, _LINES)
        y = plane.start(place) + plane.slot / 2 + SIZE * 0.36 - (len(lines) - 1) * LINE_HEIGHT / 2
        parts.append(lines_at(room - _AIR, y, lines, "end", name))
    return "".join(parts)
