"""What is inconsistent in a plan by itself: told as findings, all of them, nothing raised."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from styrmodell.finding import Finding, Findings
from styrmodell.model.codes import (
    CIRCLE,
    DANGLING,
    DERIVED_WITH_DIMENSIONS,
    DOUBLE_ID,
    DOUBLE_OBSERVATION,
    SHARED_PART,
    UNKNOWN_LEVEL,
    UNKNOWN_RULE,
    UNKNOWN_VERSION,
    WRONG_FORM,
    WRONG_MEMBER,
)
from styrmodell.model.dimension import Dimension
from styrmodell.model.expression import Ref, walk
from styrmodell.model.ids import near_names
from styrmodell.model.kind import State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.source import Source


def check_plan(
    plan: Plan,
    *,
    rules: Collection[str] = (),
    in_parts: Collection[str] = ("ratio_of_sums",),
    profile: Profile | None = None,
) -> Findings:
    """Check *plan* in itself.

    Args:
        rules: Keys of the rules measures may name; empty skips that check.
        in_parts: Keys of the rules that take numerators and denominators.
        profile: Words that levels and versions must be among; None skips those checks.

    Returns:
        SM201–SM211, in the order units, dimensions, measures, observations.
    """
    return Findings.gather(
        _check_head(plan),
        _check_units(plan, profile),
        _check_dimensions(plan.dimensions),
        _check_measures(plan, rules),
        _check_observations(plan, in_parts, profile),
    )


def circular_measures(measures: Iterable[Measure]) -> frozenset[str]:
    """Ids of derived measures whose definitions lead back to themselves."""
    uses = {measure.id: _used(measure) for measure in measures}
    return frozenset(name for name in uses if _path_back(name, uses))


def _used(measure: Measure) -> tuple[str, ...]:
    if measure.definition is None:
        return ()
    return tuple(part.measure for part in walk(measure.definition) if isinstance(part, Ref))


def _path_back(start: str, links: Mapping[Any, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way along *links* from *start* back to it; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start, follower) for follower in links.get(start, ())]
    seen: set[str] = set()
    for way in ways:
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways.extend((*way, follower) for follower in links.get(way[-1], ()))
    return ()


def _dangling(source: Source, what: str, name: str, known: Collection[str]) -> Iterator[Finding]:
    if name not in known:
        yield DANGLING.at(source, what=what, name=name, near=near_names(name, known))


def _doubles(what: str, things: Iterable[Any]) -> Iterator[Finding]:
    seen: dict[str, Source] = {}
    for thing in things:
        if thing.id in seen:
            yield DOUBLE_ID.at(thing.source, what=what, name=thing.id, other=str(seen[thing.id]))
        seen.setdefault(thing.id, thing.source)


def _check_head(plan: Plan) -> Iterator[Finding]:
    yield from _dangling(plan.source, "enheten", plan.unit_id, {unit.id for unit in plan.units})


def _check_units(plan: Plan, profile: Profile | None) -> Iterator[Finding]:
    yield from _doubles("enheten", plan.units)
    parents = {unit.id: (unit.parent_id,) for unit in plan.units if unit.parent_id is not None}
    ids = {unit.id for unit in plan.units}
    for unit in plan.units:
        if unit.parent_id is not None:
            yield from _dangling(unit.source, "enheten", unit.parent_id, ids)
        if path := _path_back(unit.id, parents):
            yield CIRCLE.at(unit.source, what="enheten", name=unit.id, path=" → ".join(path))
        if profile and profile.levels and unit.level and unit.level not in profile.levels:
            known = ", ".join(profile.levels)
            near = near_names(unit.level, profile.levels)
            yield UNKNOWN_LEVEL.at(unit.source, unit=unit.id, name=unit.level, known=known, near=near)


def _check_dimensions(dimensions: Iterable[Dimension]) -> Iterator[Finding]:
    dimensions = tuple(dimensions)
    yield from _doubles("indelningen", dimensions)
    for dimension in dimensions:
        yield from _check_members(dimension)


def _check_members(dimension: Dimension) -> Iterator[Finding]:
    known = [member.id for member in dimension.members]
    links = {member.id: member.parts for member in dimension.members}
    owner: dict[str, str] = {}
    for place, member in enumerate(dimension.members):
        if member.id in known[:place]:
            yield DOUBLE_ID.at(dimension.source, what="medlemmen", name=member.id, other=dimension.id)
        if path := _path_back(member.id, links):
            yield CIRCLE.at(dimension.source, what="medlemmen", name=member.id, path=" → ".join(path))
        for part in member.parts:
            if part not in known:
                near = near_names(part, known)
                yield WRONG_MEMBER.at(dimension.source, name=part, dimension=dimension.id, near=near)
            if part in owner:
                yield SHARED_PART.at(dimension.source, name=part, first=owner[part], second=member.id)
            owner.setdefault(part, member.id)


def _members(dimensions: Iterable[Dimension]) -> dict[str, frozenset[str]]:
    """Dimension id → its members; of two with one id, the first counts, as everywhere."""
    return {dimension.id: frozenset(dimension.parts()) for dimension in reversed(tuple(dimensions))}


def _check_measures(plan: Plan, rules: Collection[str]) -> Iterator[Finding]:
    yield from _doubles("måttet", plan.measures)
    known = {measure.id for measure in plan.measures}
    dimensions = _members(plan.dimensions)
    units = {unit.id for unit in plan.units}
    uses = {measure.id: _used(measure) for measure in plan.measures}
    for measure in plan.measures:
        for name in measure.dimensions:
            yield from _dangling(measure.source, "indelningen", name, dimensions)
        for unit in measure.expected:
            yield from _dangling(measure.source, "enheten", unit, units)
        for pattern in measure.not_applicable:
            yield from _check_dims(measure.source, pattern, measure.dimensions, dimensions)
        if rules and measure.rule not in rules:
            listed, near = ", ".join(sorted(rules)), near_names(measure.rule, rules)
            yield UNKNOWN_RULE.at(measure.source, measure=measure.id, name=measure.rule, known=listed, near=near)
        if path := _path_back(measure.id, uses):
            yield CIRCLE.at(measure.source, what="måttet", name=measure.id, path=" → ".join(path))
        yield from _check_definition(measure, known, dimensions)


def _check_definition(
    measure: Measure, known: Collection[str], dimensions: Mapping[Any, Collection[str]]
) -> Iterator[Finding]:
    if measure.definition is None:
        return
    if measure.dimensions:
        yield DERIVED_WITH_DIMENSIONS.at(measure.source, name=measure.id)
    for part in walk(measure.definition):
        if isinstance(part, Ref):
            yield from _dangling(measure.source, "måttet", part.measure, known)
            yield from _check_dims(measure.source, part.dims, tuple(dimensions), dimensions)


def _check_dims(
    source: Source, dims: Dims, allowed: Collection[str], dimensions: Mapping[Any, Collection[str]]
) -> Iterator[Finding]:
    for name, member in dims:
        if name not in allowed or name not in dimensions:
            yield from _dangling(source, "indelningen", name, tuple(n for n in allowed if n in dimensions))
        elif member not in dimensions[name]:
            near = near_names(member, dimensions[name])
            yield WRONG_MEMBER.at(source, name=member, dimension=name, near=near)


def _check_observations(plan: Plan, in_parts: Collection[str], profile: Profile | None) -> Iterator[Finding]:
    units = {unit.id for unit in plan.units}
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    dimensions = _members(plan.dimensions)
    roots = {(dimension.id, dimension.root()) for dimension in plan.dimensions}
    versions = profile.versions if profile else ()
    seen: dict[Any, Source] = {}
    for observation in plan.observations:
        source = observation.source
        if observation.unit_id not in units:
            yield from _dangling(source, "enheten", observation.unit_id, units)
        measure = measures.get(observation.measure_id)
        if measure is None:
            yield from _dangling(source, "måttet", observation.measure_id, measures)
        else:
            yield from _check_dims(source, observation.dims, measure.dimensions, dimensions)
            if _is_wrong_form(observation, measure.rule in in_parts):
                yield WRONG_FORM.at(source, measure=measure.id, rule=measure.rule)
        if observation.version and versions and observation.version not in versions:
            known, near = ", ".join(versions), near_names(observation.version, versions)
            yield UNKNOWN_VERSION.at(source, name=observation.version, known=known, near=near)
        # A dimension left out and its root named are the same; a stated figure is beside the others.
        inner = tuple(sorted(pair for pair in observation.dims if pair not in roots))
        key = (*observation.key[:-1], inner, observation.state is State.STATED)
        if key in seen:
            yield DOUBLE_OBSERVATION.at(source, key=_key_text(observation.key), other=str(seen[key]))
        seen.setdefault(key, source)


def _is_wrong_form(observation: Observation, in_parts: bool) -> bool:
    """Whether it holds a fraction where a value is folded, or a value where a fraction is."""
    if observation.state is State.STATED:
        return False
    value, fraction = observation.value is not None, observation.numerator is not None
    return (value and not fraction) if in_parts else (fraction and not value)


def _key_text(key: tuple[Any, ...]) -> str:
    measure, unit, period, kind, version, dims = key
    members = " ".join(member for _, member in dims)
    return " ".join(part for part in (measure, unit, period, kind.value, version, members) if part)
