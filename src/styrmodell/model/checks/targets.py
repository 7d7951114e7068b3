"""Checks of targets: whether they can be read, judged and are in the measure's unit."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from styrmodell.finding import Code, Finding
from styrmodell.model.baseline import Baseline
from styrmodell.model.checks.baselines import check_baseline, has_reference, is_met_by
from styrmodell.model.checks.dimensions import check_dims, members_of
from styrmodell.model.checks.link_codes import DOUBLE_TARGET
from styrmodell.model.checks.target_codes import (
    NO_DIRECTION,
    NO_INTERVAL,
    NO_REFERENCE,
    PERCENT_OR_POINTS,
    SHARE_ABOVE_ONE,
    TARGET_MET,
    UNREAD_TARGET,
    WRONG_UNIT,
)
from styrmodell.model.ids import MeasureId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.measure_unit import SHARE_SORT, fits, unit_sort
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.target import Target, TargetDoubt, TargetKind
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.targets.condition import CHANGES, COMPOSITES
from styrmodell.source import Source

_DOUBTS: MappingProxyType[TargetDoubt, Code] = MappingProxyType(
    {
        TargetDoubt.UNREAD: UNREAD_TARGET,
        TargetDoubt.PERCENT_OR_POINTS: PERCENT_OR_POINTS,
        TargetDoubt.UNDEFINED_INTERVAL: NO_INTERVAL,
    }
)
_TARGET = MappingProxyType({"what": "målet", "what_en": "the target"})
# Amounts of a change and counts of cases are not in the measure's unit.
_OTHER_UNIT = (TargetKind.RELATIVE, TargetKind.N_OF_M)


@frozen(kw_only=True)
class _Asked:
    """A target, of which measure, and the baseline it starts from."""

    name: str
    source: Source
    measure: Measure
    target: Target
    baseline: Baseline | None


def check_targets(plan: Plan) -> Iterator[Finding]:
    """Targets and baselines of measures and of target levels."""
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    yield from _check_levels(plan, measures)
    asked = tuple(_asked(plan, measures))
    outcomes = _outcomes(plan.observations, {one.measure.id for one in asked if _needs_outcome(one)})
    for one in asked:
        yield from _check_target(one)
        if _needs_outcome(one) and not _has_outcome(one.target, outcomes.get(one.measure.id, ())):
            yield NO_REFERENCE.at(one.source, measure=one.name, target=_words(one.target))
    for measure in plan.measures:
        if measure.baseline is not None:
            yield from check_baseline(measure.id, measure, measure.baseline, measure.source)
    for level in plan.targets:
        for part, is_comparison in ((level.baseline, False), (level.comparison, True)):
            if part is not None and level.measure_id in measures:
                measure = measures[level.measure_id]
                yield from check_baseline(_name(level), measure, part, level.source, is_comparison=is_comparison)


def _check_levels(plan: Plan, measures: Mapping[MeasureId, Measure]) -> Iterator[Finding]:
    members = members_of(plan.dimensions)
    seen: dict[tuple[object, ...], Source] = {}
    for level in plan.targets:
        if level.measure_id in measures:
            yield from check_dims(level.source, level.dims, measures[level.measure_id].dimensions, members)
        key = (level.measure_id, level.unit_id, level.period, level.version, tuple(sorted(level.dims)))
        if key in seen:
            yield DOUBLE_TARGET.at(level.source, key=_name(level), other=str(seen[key]))
        seen.setdefault(key, level.source)


def _asked(plan: Plan, measures: Mapping[MeasureId, Measure]) -> Iterator[_Asked]:
    for one in plan.measures:
        if one.target is not None:
            yield _Asked(name=one.id, source=one.source, measure=one, target=one.target, baseline=one.baseline)
    for level in plan.targets:
        measure = measures.get(level.measure_id)
        if measure is not None:
            baseline = level.baseline or measure.baseline
            name, source = _name(level), level.source
            yield _Asked(name=name, source=source, measure=measure, target=level.target, baseline=baseline)


def _check_target(one: _Asked) -> Iterator[Finding]:
    words = {"measure": one.name, "target": _words(one.target)}
    is_share = unit_sort(one.measure.unit) == SHARE_SORT
    for doubt in dict.fromkeys(doubt for part in _leaves(one.target) for doubt in part.doubts):
        if is_share or doubt is not TargetDoubt.PERCENT_OR_POINTS:
            yield _DOUBTS[doubt].at(one.source, measure=one.name, words=_words(one.target))
    if one.measure.direction is None and any(map(_needs_direction, _leaves(one.target))):
        yield NO_DIRECTION.at(one.source, **words)
    if one.target.kind is not TargetKind.ALL_OF:
        yield from _check_unit(one, is_share)
    if one.baseline is not None and is_met_by(one.target, one.baseline, one.measure):
        baseline = one.baseline.words or str(one.baseline)
        yield TARGET_MET.at(one.source, **words, baseline=baseline)


def _check_unit(one: _Asked, is_share: bool) -> Iterator[Finding]:
    """The parts of several demands may count different things, and are not compared with the measure."""
    for part in _leaves(one.target):
        if part.kind in _OTHER_UNIT or part.level is None:
            continue
        if not fits(part.unit, one.measure.unit):
            found = {"found": part.unit, "unit": one.measure.unit}
            yield WRONG_UNIT.at(one.source, **_TARGET, measure=one.name, **found)
        elif is_share and max(part.level, part.upper or part.level) > 1:
            yield SHARE_ABOVE_ONE.at(one.source, **_TARGET, measure=one.name, words=_words(one.target))


def _leaves(target: Target) -> tuple[Target, ...]:
    return tuple(leaf for part in target.parts for leaf in _leaves(part)) if target.kind in COMPOSITES else (target,)


def _needs_direction(part: Target) -> bool:
    no_way = part.kind is TargetKind.RELATIVE and part.way is None
    return part.kind in (TargetKind.LEVEL, TargetKind.KEEP, TargetKind.IMPROVE) or no_way


def _needs_outcome(one: _Asked) -> bool:
    """Whether it is a change, or a limit that names a period, and no baseline says from what."""
    needs = any(part.kind in CHANGES or part.against or part.years_back for part in _leaves(one.target))
    return needs and not has_reference(one.baseline)


def _outcomes(observations: Iterable[Observation], wanted: set[str]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    kinds = (Kind.OUTCOME, Kind.BASELINE)
    for observation in observations if wanted else ():
        if observation.measure_id in wanted and observation.kind in kinds:
            found.setdefault(observation.measure_id, []).append(observation)
    return found


def _has_outcome(target: Target, outcomes: Iterable[Observation]) -> bool:
    """An outcome of the period that is named; where none is, any outcome may be compared with."""
    named = [part.against for part in _leaves(target) if part.against is not None]
    return any(all(one.period in period for period in named) for one in outcomes)


def _words(target: Target) -> str:
    return target.words or str(target)


def _name(level: TargetLevel) -> str:
    members = [member for _, member in level.dims]
    return " ".join((level.measure_id, level.unit_id, level.period.text, *members))
