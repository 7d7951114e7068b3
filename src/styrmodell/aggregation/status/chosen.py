"""Which target holds for a measure at a place: the unit's level of the period or one around it, else the measure's.

A target level of one unit never holds for another, and one of a part of the measure never for the whole.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.judgement import ChosenTarget
from styrmodell.aggregation.version import Versions
from styrmodell.model.dimension import Dimension
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.period import Period
from styrmodell.model.target_level import TargetLevel


@define(kw_only=True, eq=False)
class Wholes:
    """Tells which members are only the whole of their dimension."""

    roots: Mapping[str, str]

    def parts(self, dims: Dims) -> frozenset[tuple[str, str]]:
        """The pairs of *dims* that pick a part; none of them for the whole."""
        return frozenset((name, member) for name, member in dims if self.roots.get(name) != member)


def make_wholes(dimensions: Iterable[Dimension]) -> Wholes:
    """Prepare *dimensions* for the question."""
    return Wholes(roots={str(one.id): str(one.root()) for one in reversed(tuple(dimensions))})


@define(kw_only=True, eq=False, slots=False)
class TargetBook:
    """The target levels of a plan, ready to be chosen from.

    Attributes:
        versions: Orders the versions of a level: the newest counts.
    """

    levels: tuple[TargetLevel, ...]
    versions: Versions
    wholes: Wholes

    def choose(self, measure: Measure, place: Place) -> ChosenTarget | None:
        """The target of *measure* at *place*; None when there is none.

        Of levels for the unit and the members, those of the very period go before those of a longer one around it,
        and the shorter of these before the longer; of what remains the newest version, then the last that is written.
        """
        wanted = self.wholes.parts(place.dims)
        best = max(
            ((_nearness(level.period, place.period), self.versions.place(level.version), at, level)
             for at, level in enumerate(self._by_unit.get((measure.id, place.unit), ()))
             if _holds(level.period, place.period) and self.wholes.parts(level.dims) == wanted),
            key=lambda ranked: ranked[:3],
            default=None,
        )  # fmt: skip
        if best is not None:
            return ChosenTarget(target=best[3].target, level=best[3], source=best[3].source)
        return None if measure.target is None else ChosenTarget(target=measure.target, source=measure.source)

    @cached_property
    def _by_unit(self) -> dict[tuple[str, str], list[TargetLevel]]:
        found: dict[tuple[str, str], list[TargetLevel]] = {}
        for level in self.levels:
            found.setdefault((level.measure_id, level.unit_id), []).append(level)
        return found


def _holds(level: Period, asked: Period) -> bool:
    """Whether a target of *level* says something of *asked*: one of a rolling year speaks of rolling years only."""
    return asked in level and (asked.rolling or not level.rolling)


def _nearness(level: Period, asked: Period) -> tuple[bool, int]:
    return (level == asked, level.first - level.last)
