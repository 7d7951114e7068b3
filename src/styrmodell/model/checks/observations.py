"""Checks of observations: what they are values of, one value each, and corrections."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from styrmodell.finding import Finding
from styrmodell.model.checks.dimensions import check_dims, members_of
from styrmodell.model.checks.known_names import Names
from styrmodell.model.checks.link_codes import NOTHING_CORRECTED, UNDATED_CORRECTION
from styrmodell.model.codes import DOUBLE_OBSERVATION, UNKNOWN_VERSION, WRONG_FORM
from styrmodell.model.kind import State
from styrmodell.model.measure import Dims
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile

_NOT_SAID = "–"


def check_observations(plan: Plan, in_parts: Collection[str], profile: Profile | None) -> Iterator[Finding]:
    """References, form, version, and one standing value a key."""
    yield from _check_keys(plan)
    units = Names("units", (unit.id for unit in plan.units))
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    names, members = Names("measures", measures), members_of(plan.dimensions)
    versions = Names("", profile.versions if profile else ())
    sound: set[tuple[str, Dims]] = set()
    for observation in plan.observations:
        source, measure = observation.source, measures.get(observation.measure_id)
        if observation.unit_id not in units.known:
            yield from units.dangling(source, observation.unit_id)
        if measure is None:
            yield from names.dangling(source, observation.measure_id)
        elif (measure.id, observation.dims) not in sound:
            faults = tuple(check_dims(source, observation.dims, measure.dimensions, members))
            yield from faults
            if not faults:
                sound.add((measure.id, observation.dims))
        if measure is not None and _is_wrong_form(observation, measure.rule in in_parts):
            yield WRONG_FORM.at(source, measure=measure.id, rule=measure.rule)
        if observation.version and profile and versions.known and observation.version not in versions:
            known, near = ", ".join(profile.versions), versions.near(observation.version)
            yield UNKNOWN_VERSION.at(source, name=observation.version, known=known, near=near)


def _check_keys(plan: Plan) -> Iterator[Finding]:
    """Values of one key. A dimension left out and its root named are the same; a printed figure stands beside."""
    roots = {(dimension.id, dimension.root()) for dimension in plan.dimensions}
    inner: dict[Dims, Dims] = {}
    first: dict[tuple[Any, ...], Observation] = {}
    corrections: dict[tuple[Any, ...], list[Observation]] = {}
    for observation in plan.observations:
        dims = inner.get(observation.dims)
        if dims is None:
            dims = inner[observation.dims] = tuple(sorted(pair for pair in observation.dims if pair not in roots))
        key = (*observation.key[:-1], dims, observation.state is State.STATED)
        if observation.correction:
            corrections.setdefault(key, []).append(observation)
        elif key in first:
            yield _double(observation, first[key])
        else:
            first[key] = observation
    yield from _check_corrections(first, corrections)


def _check_corrections(
    first: Mapping[tuple[Any, ...], Observation], corrections: Mapping[tuple[Any, ...], list[Observation]]
) -> Iterator[Finding]:
    """A dated correction supersedes what was reported before it; two of one day leave two values."""
    for key, made in corrections.items():
        before = first.get(key)
        if before is None:
            yield NOTHING_CORRECTED.at(made[0].source, key=_key_text(made[0]))
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
    return UNDATED_CORRECTION.at(correction.source, key=_key_text(correction), reported=reported, other=other)


def _double(second: Observation, first: Observation) -> Finding:
    return DOUBLE_OBSERVATION.at(second.source, key=_key_text(second), other=str(first.source))


def _is_wrong_form(observation: Observation, in_parts: bool) -> bool:
    """Whether it holds a fraction where a value is folded, or a value where a fraction is."""
    if observation.state is State.STATED:
        return False
    value, fraction = observation.value is not None, observation.numerator is not None
    return (value and not fraction) if in_parts else (fraction and not value)


def _key_text(observation: Observation) -> str:
    measure, unit, period, kind, version, dims = observation.key
    members = " ".join(member for _, member in dims)
    return " ".join(part for part in (measure, unit, period, kind.value, version, members) if part)
