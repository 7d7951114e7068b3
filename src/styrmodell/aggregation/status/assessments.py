"""What somebody has settled or expects of measures and goals: the newest that is written stands."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from attrs import define, frozen

from styrmodell.aggregation.key import Place
from styrmodell.model.assessment import Assessment
from styrmodell.model.kind import Kind

_Place = tuple[str, str, str, str]


@frozen(kw_only=True)
class Said:
    """What is said of one measure or goal at a place.

    Attributes:
        settled: The newest that settles a status.
        outlook: The newest that says how the year will end.
    """

    settled: Assessment | None = None
    outlook: Assessment | None = None


_NOTHING = Said()


@define(kw_only=True, eq=False, slots=False)
class AssessmentBook:
    """The assessments of a plan."""

    assessments: tuple[Assessment, ...]

    def of_measure(self, measure_id: str, place: Place) -> Said:
        """What is said of a measure as a whole; a forecast or a part of it is not what was assessed."""
        if place.kind is not Kind.OUTCOME:
            return _NOTHING
        return self._said(("measure", measure_id, place.unit, place.period.text))

    def of_goal(self, goal_id: str, place: Place) -> Said:
        """What is said of a goal."""
        return self._said(("goal", goal_id, place.unit, place.period.text))

    def _said(self, key: _Place) -> Said:
        found = self._by_place.get(key)
        if found is None:
            return _NOTHING
        settled = _newest(one for one in found if one.status is not None)
        outlook = _newest(one for one in found if one.outlook is not None)
        return Said(settled=settled, outlook=outlook)

    @cached_property
    def _by_place(self) -> dict[_Place, list[Assessment]]:
        found: dict[_Place, list[Assessment]] = {}
        for one in self.assessments:
            for kind, name in (("measure", one.measure_id), ("goal", one.goal_id)):
                if name is not None:
                    found.setdefault((kind, name, one.unit_id, one.period.text), []).append(one)
        return found


def _newest(found: Iterable[Assessment]) -> Assessment | None:
    """The latest by its day; of one day the last that is written."""
    best: Assessment | None = None
    for one in found:
        if best is None or (one.dated or date.min) >= (best.dated or date.min):
            best = one
    return best
