"""The axis of values: round steps of 1, 2 or 5 times a power of ten, whose texts are exact."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import ceil, floor, isfinite, log10

from attrs import frozen

from styrmodell.report.numbers import format_number
from styrmodell.report.svg.lettering import widest, width_of

_STEPS = 5
# A value a hair beyond a step, by the rounding of floats, needs no step more.
_HAIR = 1e-9


@frozen
class Axis:
    """An axis from *low* to *high*; *ticks* are its steps with their texts, of which the widest is *wide*."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    wide: float

    @property
    def is_cut(self) -> bool:
        """Whether it does not begin at zero, which readers must be told."""
        return self.low > 0 or self.high < 0


def make_axis(values: Sequence[float], *, from_zero: bool = True) -> Axis:
    """An axis that holds *values* and zero.

    Args:
        from_zero: Without it, zero is left out where it is further away than the values are from each other.
    """
    # A sum is finite where all are, which is nearly always.
    known = values if values and isfinite(sum(values)) else [value for value in values if isfinite(value)] or [0.0]
    low, high = min(known), max(known)
    if from_zero or min(abs(low), abs(high)) <= 2 * (high - low) or low * high <= 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high == 0:
        return Axis(0.0, 1.0, ((0.0, "0"),), width_of("0"))
    if low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    factor, power = _step((high - low) / _STEPS)
    size = factor * 10.0**power
    first, last = floor(low / size + _HAIR), ceil(high / size - _HAIR)
    return _axis(first, last, factor, power)


# Charts of one report have the same steps over and over.
@lru_cache(maxsize=256)
def _axis(first: int, last: int, factor: int, power: int) -> Axis:
    ticks = tuple(_tick(count * factor, power) for count in range(first, last + 1))
    return Axis(ticks[0][0], ticks[-1][0], ticks, widest([text for _, text in ticks]))


def _step(about: float) -> tuple[int, int]:
    """The least of 1, 2, 5 and 10 times a power of ten that is at least *about*, as factor and power."""
    power = floor(log10(about))
    size = about / 10.0**power
    for factor in (1, 2, 5):
        if size <= factor * (1 + _HAIR):
            return factor, power
    return 1, power + 1


def _tick(count: int, power: int) -> tuple[float, str]:
    if power >= 0:
        whole = count * 10**power
        return float(whole), format_number(whole, 0)
    exact = Decimal(count).scaleb(power)
    return count / 10**-power, format_number(exact, -power)
