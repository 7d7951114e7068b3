"""For which periods somebody told of a measure."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from styrmodell.aggregation.filed import Filed
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period

# Measure, kind, members.
Told = tuple[str, Kind, Dims]


@define(kw_only=True, eq=False, slots=False)
class ToldPeriods:
    """The periods of what was filed."""

    filed: Filed
    _shared: dict[tuple[Told, Period], bool] = field(factory=dict)

    @cached_property
    def _known(self) -> Mapping[Told, tuple[Period, ...]]:
        found: dict[Told, set[Period]] = {}
        for (measure, _, kind, dims), figures in (*self.filed.raw.items(), *self.filed.settled.items()):
            found.setdefault((measure, kind, dims), set()).add(figures[0].period)
        return {told: tuple(sorted(periods, key=_by_time)) for told, periods in found.items()}

    def of(self, told: Told) -> tuple[Period, ...]:
        """The periods of *told* that have figures, in order of time."""
        return self._known.get(told, ())

    def may_share(self, told: Told, window: Period) -> bool:
        """Whether another period with figures shares months with *window*: seldom, and asked for every cell."""
        asked = (told, window)
        found = self._shared.get(asked)
        if found is None:
            others = (one for one in self.of(told) if one != window)
            found = self._shared[asked] = any(one.overlaps(window) for one in others)
        return found


def _by_time(period: Period) -> tuple[int, int, bool]:
    return (period.first, period.last, period.rolling)
