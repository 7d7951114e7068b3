"""The series of a native chart: what a plot becomes where bars can only be stacked, never float."""

from enum import Enum

from attrs import frozen

from styrmodell.report.chart import ChartKind
from styrmodell.report.plot import Plot, Step

Values = tuple[float | None, ...]
_PER_CENT = 100


class Part(Enum):
    """What a series is to the chart; its value is its Swedish name where the chart has none of its own."""

    SERIES = ""
    TARGET = "Mål"
    GROUND = "Under stegen"
    LEVEL = "Nivå"
    RISE = "Ökning"
    RISE_BELOW = "Ökning, under noll"
    FALL = "Minskning"
    FALL_BELOW = "Minskning, under noll"


# Bars below zero stack on their own, so a step that is partly below has a piece there.
WATERFALL = (Part.GROUND, Part.LEVEL, Part.RISE, Part.RISE_BELOW, Part.FALL, Part.FALL_BELOW)


@frozen(kw_only=True)
class DrawnSeries:
    """A series as a native chart draws it.

    Attributes:
        values: As cells hold them: a share in % as a share; None is a gap.
    """

    name: str
    part: Part
    values: Values


def drawn_series(plot: Plot, kind: ChartKind) -> tuple[DrawnSeries, ...]:
    """The series of *plot*; a waterfall's are stacked, on an invisible ground."""
    scale = _PER_CENT if plot.style.percent else 1
    if kind is ChartKind.WATERFALL:
        return tuple(
            DrawnSeries(name=part.value, part=part, values=tuple(_piece(part, step, scale) for step in plot.steps))
            for part in WATERFALL
        )
    return tuple(
        DrawnSeries(
            name=one.name,
            part=Part.TARGET if one.is_target else Part.SERIES,
            values=tuple(None if point.value is None else point.value / scale for point in one.points),
        )
        for one in plot.series
    )


def _piece(part: Part, step: Step, scale: int) -> float:
    """How much of *part* stands in *step*'s place; negative below zero."""
    low, high = sorted((step.start / scale, step.end / scale))
    if part is Part.LEVEL:
        return step.end / scale if step.is_total else 0.0
    if step.is_total:
        return 0.0
    if part is Part.GROUND:
        return max(0.0, low) + min(0.0, high)
    if (part in (Part.RISE, Part.RISE_BELOW)) != (step.end >= step.start):
        return 0.0
    if part in (Part.RISE, Part.FALL):
        return max(0.0, high) - max(0.0, low)
    return min(0.0, low) - min(0.0, high)
