"""Checks of observations' keys: one standing value each, and corrections of what is there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.model.checks.link_codes import NOTHING_CORRECTED, UNDATED_CORRECTION
from styrmodell.model.codes import DOUBLE_OBSERVATION
from styrmodell.model.kind import State
from styrmodell.model.measure import Dims
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

Key = tuple[Any, ...]
_NOT_SAID = "–"
# Each has keys of its own: a printed figure and a settled one stand beside what is reported.
_BESIDE = (State.STATED, State.SETTLED)


def check_keys(plan: Plan, adding: Collection[str]) -> Iterator[Finding]:
    """Values of one key. A dimension left out and its root named are the same.

    Args:
        adding: Keys of the rules that add up: their figures may be told as items, one for each counterparty and I/E.
    """
    roots = frozenset((dimension.id, dimension.root()) for dimension in plan.dimensions)
    in_items = frozenset(measure.id for measure in reversed(plan.measures) if measure.rule in adding)
    keys = _Keys(roots=roots, in_items=in_items)
    several = _told_several_times(plan.observations, keys)
    first: dict[Key, Observation] = {}
    corrections: dict[Key, list[Observation]] = {}
    for observation in plan.observations if several else ():
        if observation.measure_id not in several:
            continue
        key = keys.of(observation)
        if observation.correction:
            corrections.setdefault(key, []).append(observation)
        elif key in first:
            yield _double(observation, first[key])
        else:
            first[key] = observation
    yield from _check_corrections(first, corrections)


def _told_several_times(observations: Iterable[Observation], keys: "_Keys") -> frozenset[str]:
    """The measures of which some key has several values: a measure at a time, since there may be millions of keys."""
    told: dict[str, list[Observation]] = {}
    for observation in observations:
        told.setdefault(observation.measure_id, []).append(observation)
    return frozenset(
        measure
        for measure, found in told.items()
        if len(set(map(keys.of, found))) < len(found) or any(one.correction for one in found)
    )


@define(kw_only=True)
class _Keys:
    """What values of one key have alike."""

    roots: frozenset[tuple[str, str]]
    in_items: frozenset[str]
    _inner: dict[Dims, Dims] = field(factory=dict)

    def of(self, observation: Observation) -> Key:
        """The key of *observation*, without members that mean the whole."""
        dims = self._inner.get(observation.dims)
        if dims is None:
            inner = sorted(pair for pair in observation.dims if pair not in self.roots)
            dims = self._inner[observation.dims] = tuple(inner)
        return (*observation.key[:-1], dims, *_item(observation, observation.measure_id in self.in_items))


def _item(observation: Observation, in_items: bool) -> tuple[object, str, str]:
    """What tells values of one key apart: how they stand beside each other, and which items of it they are."""
    if observation.state in _BESIDE:
        return (observation.state, "", "")
    return (None, observation.counterparty, observation.ie) if in_items else (None, "", "")


def _check_corrections(
    first: Mapping[Key, Observation], corrections: Mapping[Key, list[Observation]]
) -> Iterator[Finding]:
    """A dated correction supersedes what was reported before it; two of one day leave two values."""
    for key, made in corrections.items():
        before = first.get(key)
        if before is None:
            yield NOTHING_CORRECTED.at(made[0].source, key=key_text(made[0]))
        for correction in sorted(made, key=lambda one: one.reported or date.min):
            if before is not None and before.correction and before.reported == correction.reported is not None:
                yield _double(correction, before)
            elif not _is_after(correction.reported, before.reported if before else None):
                yield _undated(correction, before)
            before = correction


def _is_after(reported: date | None, before: date | None) -> bool:
    return reported is not None and (before is None or before < reported)


def _undated(correction: Observation, before: Observation | None) -> Finding:
    other = str(before.reported or _NOT_SAID) if before else _NOT_SAID
    reported = str(correction.reported or _NOT_SAID)
    return UNDATED_CORRECTION.at(correction.source, key=key_text(correction), reported=reported, other=other)


def _double(second: Observation, first: Observation) -> Finding:
    return DOUBLE_OBSERVATION.at(second.source, key=key_text(second), other=str(first.source))


def key_text(observation: Observation) -> str:
    """The key in words, as findings tell it."""
    measure, unit, period, kind, version, dims = observation.key
    members = " ".join(member for _, member in dims)
    return " ".join(part for part in (measure, unit, period, kind.value, version, members) if part)
