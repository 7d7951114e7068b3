"""Versions (versioner): which of several values for one key counts, and what adds to which."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from attrs import evolve, frozen

from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.source import Source

_VALUELESS = (State.MISSING, State.NOT_APPLICABLE)


@frozen(kw_only=True, slots=False)
class Versions:
    """The versions of budgets and forecasts.

    Attributes:
        order: Oldest first; one that is not among them is older than all.
        additions: Those that add to what was decided before them (tillägg) instead of replacing it.
    """

    order: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.order)}

    def place(self, version: str) -> tuple[int, str]:
        """Where *version* stands among the others, the newest highest."""
        return (self._rank.get(version, -1), version)

    def newest(self, observations: Iterable[Observation], version: str) -> dict[UnitId, Observation]:
        """Unit → the observation that counts.

        Args:
            observations: All of one measure, period, kind and set of members.
            version: Only this one; empty for the newest, with what adds to it.
        """
        chosen: dict[tuple[UnitId, str], Observation] = {}
        for observation in observations:
            if version and observation.version != version:
                continue
            added = observation.version if observation.version in self.additions and not version else ""
            key = (observation.unit_id, added)
            known = chosen.get(key)
            if known is None or self._precedence(observation) > self._precedence(known):
                chosen[key] = observation
        return _by_unit(chosen) if not self.additions or version else self._summed(chosen)

    def _summed(self, chosen: Mapping[tuple[UnitId, str], Observation]) -> dict[UnitId, Observation]:
        """Each unit's newest version and the additions that are newer, in the order of the versions."""
        found = _by_unit({key: one for key, one in chosen.items() if not key[1]})
        added = sorted((one for key, one in chosen.items() if key[1]), key=self._precedence)
        for one in added:
            base = found.get(one.unit_id)
            if base is None:
                found[one.unit_id] = one
            elif self._precedence(one) > self._precedence(base):
                with exact():
                    found[one.unit_id] = _sum(base, one)
        return found

    def _precedence(self, observation: Observation) -> tuple[int, str, bool, date, date, str, str]:
        """Which of two counts: the later version, a correction before what it corrects, the later correction.

        What then remains to tell them apart does not depend on the order in which they were read.
        """
        corrects, dated = bool(observation.correction), observation.dated or date.min
        reported = observation.reported or date.min if corrects else date.min
        place = (str(observation.source), str(observation.value))
        return (*self.place(observation.version), corrects, reported, dated, *place)


def _by_unit(chosen: Mapping[tuple[UnitId, str], Observation]) -> dict[UnitId, Observation]:
    """The same by unit alone."""
    return {unit: one for (unit, _), one in chosen.items()}


def _sum(base: Observation, added: Observation) -> Observation:
    """*base* with what *added* adds. Missing is not nought: then so is the sum."""
    if base.state in _VALUELESS or base.value is None:
        return base
    if added.state in _VALUELESS or added.value is None:
        return evolve(base, value=None, state=State.MISSING, source=_both(base, added))
    dates = [day for day in (base.as_of, added.as_of) if day is not None]
    days = [day for day in (base.reported, added.reported) if day is not None]
    is_sure = base.state is added.state is State.REPORTED
    return evolve(
        base,
        value=base.value + added.value,
        version=added.version,
        state=State.REPORTED if is_sure else State.ESTIMATED,
        as_of=max(dates, default=None),
        reported=max(days, default=None),
        precision=_coarser(base.precision, added.precision),
        source=_both(base, added),
    )


def _coarser(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    known = [step for step in (first, second) if step is not None]
    return max(known, default=None)


def _both(base: Observation, added: Observation) -> Source:
    return Source(file=base.source.file, place=f"{base.source.place} + {added.source}")
