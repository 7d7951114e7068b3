"""Versions (versioner): which of several values for one key counts, and what adds to which."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from attrs import evolve, frozen

from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.source import Source

# Unit, version that adds, and, where items are told apart, counterparty and I/E code.
_Item: TypeAlias = tuple[str, ...]
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

    def choose(self, observations: Iterable[Observation], version: str, *, itemised: bool = False) -> "Chosen":
        """The observation that counts for each unit, and those that contradict each other.

        Args:
            observations: All of one measure, period, kind and set of members.
            version: Only this one; empty for the newest, with what adds to it.
            itemised: Whether a unit's figures for different counterparties and I/E codes are parts that add up.
        """
        if not version and not self.additions:
            listed = tuple(observations)
            if len({one.unit_id for one in listed}) == len(listed):  # nearly always: nobody has told twice
                return Chosen(figures=listed)
            observations = listed
        chosen: dict[_Item, Observation] = {}
        rivals: dict[_Item, Observation] = {}
        additions = self.additions if not version else ()
        for observation in observations:
            if version and observation.version != version:
                continue
            key = _item(observation, additions, itemised)
            known = chosen.get(key)
            if known is None:
                chosen[key] = observation
                continue
            over, under = self._ordered(observation, known)
            chosen[key] = over
            if _contradict(over, under):
                rivals[key] = under
        return self._settled(chosen, rivals, additions)

    def _ordered(self, one: Observation, other: Observation) -> tuple[Observation, Observation]:
        return (one, other) if self._precedence(one) > self._precedence(other) else (other, one)

    def _settled(
        self, chosen: dict[_Item, Observation], rivals: Mapping[_Item, Observation], additions: tuple[str, ...]
    ) -> "Chosen":
        """What counts, once those that a later version or a correction has settled no longer contradict it."""
        standing = self._newest_told(chosen, additions)
        known = ((standing[key], rival) for key, rival in rivals.items() if key in standing)
        clashes = tuple((over, rival) for over, rival in known if _contradict(over, rival))
        clashing = {over.unit_id for over, _ in clashes}
        found = self._summed(standing) if additions else standing
        figures = (one for one in found.values() if one.unit_id not in clashing)
        return Chosen(figures=tuple(figures), clashes=clashes)

    def _newest_told(self, chosen: dict[_Item, Observation], additions: tuple[str, ...]) -> dict[_Item, Observation]:
        """Without the items of versions that a unit has told anew: the later one is told whole."""
        if not additions and len({one.unit_id for one in chosen.values()}) == len(chosen):
            return chosen
        newest: dict[str, tuple[int, str]] = {}
        for one in chosen.values():
            if one.version not in additions:
                place = self.place(one.version)
                newest[one.unit_id] = max(newest.get(one.unit_id, place), place)
        if len(newest) == len(chosen):
            return chosen
        return {
            key: one
            for key, one in chosen.items()
            if one.version in additions or self.place(one.version) == newest[one.unit_id]
        }

    def _summed(self, chosen: Mapping[_Item, Observation]) -> dict[_Item, Observation]:
        """Each item's newest version and the additions that are newer, in the order of the versions."""
        found = {(key[0], "", *key[2:]): one for key, one in chosen.items() if not key[1]}
        added = sorted(
            ((key, one) for key, one in chosen.items() if key[1]), key=lambda pair: self._precedence(pair[1])
        )
        for key, one in added:
            item = (key[0], "", *key[2:])
            base = found.get(item)
            if base is None:
                found[item] = one
            elif self._precedence(one) > self._precedence(base):
                with exact():
                    found[item] = added_to(base, one)
        return found

    def _precedence(self, observation: Observation) -> tuple[int, str, bool, date, bool, date, str, str]:
        """Which of two counts: the later version, a correction before what it corrects, the later correction.

        An empty cell takes away no figure unless it corrects it. What then remains to tell them apart does not depend
        on the order in which they were read.
        """
        corrects, dated = bool(observation.correction), observation.dated or date.min
        reported = observation.reported or date.min if corrects else date.min
        place = (str(observation.source), str(observation.value))
        told = observation.state is not State.MISSING
        return (*self.place(observation.version), corrects, reported, told, dated, *place)


@frozen(kw_only=True)
class Chosen:
    """What counts of several observations.

    Attributes:
        figures: One observation a unit, or one for each of its items.
        clashes: Pairs of figures for one key of which neither goes before the other; their units have no figure.
    """

    figures: tuple[Observation, ...]
    clashes: tuple[tuple[Observation, Observation], ...] = ()


def _item(observation: Observation, additions: tuple[str, ...], itemised: bool) -> _Item:
    added = observation.version if observation.version in additions else ""
    if itemised:
        return (observation.unit_id, added, observation.counterparty, observation.ie)
    return (observation.unit_id, added)


def _contradict(over: Observation, under: Observation) -> bool:
    """Whether two figures of one key and version differ, and no dated correction says which one counts."""
    if over.version != under.version or State.MISSING in (over.state, under.state):
        return False
    if over.correction and (not under.correction or over.reported != under.reported):
        return False
    return _told(over) != _told(under)


def _told(observation: Observation) -> tuple[Decimal | None, Decimal | None, Decimal | None, bool]:
    na = observation.state is State.NOT_APPLICABLE
    return (observation.value, observation.numerator, observation.denominator, na)


def added_to(base: Observation, added: Observation) -> Observation:
    """*base* with what *added* adds. Missing is not nought: then so is the sum."""
    if base.state in _VALUELESS or not _has_figure(base):
        return base
    if added.state in _VALUELESS or (added.value is None) != (base.value is None) or not _has_figure(added):
        blank = evolve(base, value=None, numerator=None, denominator=None)
        return evolve(blank, state=State.MISSING, source=_both(base, added))
    dates = [day for day in (base.as_of, added.as_of) if day is not None]
    days = [day for day in (base.reported, added.reported) if day is not None]
    is_sure = base.state is added.state is State.REPORTED
    return evolve(
        base,
        value=_plus(base.value, added.value),
        numerator=_plus(base.numerator, added.numerator),
        denominator=_plus(base.denominator, added.denominator),
        version=added.version,
        state=State.REPORTED if is_sure else State.ESTIMATED,
        as_of=max(dates, default=None),
        reported=max(days, default=None),
        precision=_coarser(base.precision, added.precision),
        source=_both(base, added),
    )


def without(base: Observation | None, part: Observation, unit: UnitId) -> Observation:
    """What *base*, of *unit*, has beyond *part* of a unit below it; less than nought where it has none."""
    taken = evolve(
        part, value=_minus(part.value), numerator=_minus(part.numerator), denominator=_minus(part.denominator)
    )
    return evolve(taken, unit_id=unit) if base is None else evolve(added_to(base, taken), version=base.version)


def _minus(figure: Decimal | None) -> Decimal | None:
    return None if figure is None else -figure


def _has_figure(observation: Observation) -> bool:
    return observation.value is not None or observation.numerator is not None


def _plus(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return None if first is None or second is None else first + second


def _coarser(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    known = [step for step in (first, second) if step is not None]
    return max(known, default=None)


def _both(base: Observation, added: Observation) -> Source:
    return Source(file=base.source.file, place=f"{base.source.place} + {added.source}")
