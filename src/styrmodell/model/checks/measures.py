"""Checks of measures: what they are split by, folded by and computed from."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import ways_round
from styrmodell.model.checks.circles import circle
from styrmodell.model.checks.dimensions import Members, check_dims, members_of
from styrmodell.model.checks.known_names import Names
from styrmodell.model.checks.links import doubles
from styrmodell.model.codes import DERIVED_WITH_DIMENSIONS, UNKNOWN_RULE
from styrmodell.model.expression import Ref, walk
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan


def check_measures(plan: Plan, rules: Collection[str]) -> Iterator[Finding]:
    """Ids, dimensions, expected units, rules and definitions."""
    yield from doubles("measures", ((measure.id, measure.source) for measure in plan.measures))
    members = members_of(plan.dimensions)
    known = Names("measures", (measure.id for measure in plan.measures))
    dimensions, units = Names("dimensions", members), Names("units", (unit.id for unit in plan.units))
    named = Names("", rules)
    ways = dict(ways_round(uses_of(plan.measures)))
    for measure in plan.measures:
        yield from dimensions.dangling(measure.source, *measure.dimensions)
        yield from units.dangling(measure.source, *measure.expected)
        for pattern in measure.not_applicable:
            yield from check_dims(measure.source, pattern, measure.dimensions, members)
        if rules and measure.rule not in named:
            listed, near = ", ".join(sorted(rules)), named.near(measure.rule)
            yield UNKNOWN_RULE.at(measure.source, measure=measure.id, name=measure.rule, known=listed, near=near)
        if measure.id in ways:
            yield circle("measures", measure.source, ways[measure.id])
        yield from _check_definition(measure, known, members)


def uses_of(measures: Iterable[Measure]) -> Mapping[str, tuple[str, ...]]:
    """Measure id → the measures its definition names, none where it has no definition."""
    return {measure.id: _used(measure) for measure in measures}


def _used(measure: Measure) -> tuple[str, ...]:
    if measure.definition is None:
        return ()
    return tuple(part.measure for part in walk(measure.definition) if isinstance(part, Ref))


def _check_definition(measure: Measure, known: Names, members: Members) -> Iterator[Finding]:
    if measure.definition is None:
        return
    if measure.dimensions:
        yield DERIVED_WITH_DIMENSIONS.at(measure.source, name=measure.id)
    for part in walk(measure.definition):
        if isinstance(part, Ref):
            yield from known.dangling(measure.source, part.measure)
            yield from check_dims(measure.source, part.dims, tuple(members), members)
