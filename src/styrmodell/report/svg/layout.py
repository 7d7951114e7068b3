"""Where a chart's plane stands among legend, axis and names, and whether it stands or lies."""

from collections.abc import Sequence

from attrs import define

from styrmodell.report.svg.axis import Axis
from styrmodell.report.svg.lettering import LINE_HEIGHT, SIZE, widest
from styrmodell.report.svg.names import MOST_LYING, foot_names, foot_of, side_lines, side_names, side_room, stand
from styrmodell.report.svg.plane import UNIT_RISE, WIDTH, Plane

_HEIGHT = 240
_LONG_NAME = SIZE * 7
_LYING_BAR = 16
_LABEL = LINE_HEIGHT
_TICK_AIR = 10


@define(kw_only=True, eq=False)
class Want:
    """What a drawing needs of its place.

    Attributes:
        top: Where it may begin, under the legend.
        bars: Bars beside each other in one category.
        labels: Texts that stand at the ends of its bars.
        falls: Whether some bar goes below zero.
        may_lie: Whether it can lie: a line cannot.
    """

    names: Sequence[str]
    axis: Axis
    unit: str
    top: float
    bars: int = 1
    labels: Sequence[str] = ()
    falls: bool = False
    may_lie: bool = True


@define(eq=False)
class Place:
    """A plane with what stands behind it, and where it all ends."""

    plane: Plane
    back: str
    bottom: float


def find_place(want: Want) -> Place:
    """Let the chart stand where its names fit along the foot; long names make it lie down."""
    left = want.axis.wide + _TICK_AIR
    slot = (WIDTH - left) / (len(want.names) or 1)
    wide = widest(want.names)
    may_lie = want.may_lie and len(want.names) <= MOST_LYING and wide > _LONG_NAME
    return _lying(want) if may_lie and not stand(want.names, slot) else _standing(want, left, wide)


def _standing(want: Want, left: float, wide: float) -> Place:
    top = want.top + UNIT_RISE + SIZE
    plane = Plane(
        lying=False, left=left, top=top, right=WIDTH, bottom=top + _HEIGHT, axis=want.axis, count=len(want.names)
    )
    foot = foot_of(want.names, wide, plane.slot)
    drop = _LABEL if want.falls else 0
    back = plane.grid(want.unit) + foot_names(plane, want.names, foot, drop)
    return Place(plane, back, plane.bottom + drop + foot.height + 4)


def _lying(want: Want) -> Place:
    names, ends = side_room(want.names), widest(want.labels) + _TICK_AIR
    slot = max(want.bars * _LYING_BAR + 10, side_lines(want.names) * LINE_HEIGHT + 8)
    plane = Plane(
        lying=True,
        left=names + (ends if want.falls else 0),
        top=want.top + 4,
        right=WIDTH - max(ends, widest([want.axis.ticks[-1][1]]) / 2),
        bottom=want.top + 4 + slot * len(want.names),
        axis=want.axis,
        count=len(want.names),
    )
    back = plane.grid(want.unit) + side_names(plane, want.names, names)
    return Place(plane, back, plane.bottom + 2 * SIZE + 12)
