"""Checks of measures: what they are split by, folded by and computed from."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import ways_round
from styrmodell.model.checks.circles import circle
from styrmodell.model.checks.definitions import check_definition, referable
from styrmodell.model.checks.dimensions import check_dims
from styrmodell.model.checks.known_names import Names
from styrmodell.model.checks.links import doubles
from styrmodell.model.codes import UNKNOWN_RULE
from styrmodell.model.expression import Ref, walk
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile


def check_measures(plan: Plan, rules: Collection[str], profile: Profile | None = None) -> Iterator[Finding]:
    """Ids, dimensions, expected units, rules and definitions."""
    yield from doubles("measures", ((measure.id, measure.source) for measure in plan.measures))
    known = referable(plan, profile)
    dimensions, named = Names("dimensions", known.members), Names("", rules)
    ways = dict(ways_round(uses_of(plan.measures)))
    for measure in plan.measures:
        yield from dimensions.dangling(measure.source, *measure.dimensions)
        yield from known.units.dangling(measure.source, *measure.expected)
        for pattern in measure.not_applicable:
            yield from check_dims(measure.source, pattern, measure.dimensions, known.members)
        if rules and measure.rule not in named:
            listed, near = ", ".join(sorted(rules)), named.near(measure.rule)
            yield UNKNOWN_RULE.at(measure.source, measure=measure.id, name=measure.rule, known=listed, near=near)
        if measure.id in ways:
            yield circle("measures", measure.source, ways[measure.id])
        yield from check_definition(measure, known)


def uses_of(measures: Iterable[Measure]) -> Mapping[str, tuple[str, ...]]:
    """Measure id → the measures it needs: those of its definition, whose figures it folds, and that weigh them."""
    return {measure.id: tuple(_used(measure)) for measure in measures}


def _used(measure: Measure) -> Iterator[str]:
    yield from (one for one in (measure.of_id, measure.weight_id) if one is not None)
    if measure.definition is not None:
        yield from (part.measure for part in walk(measure.definition) if isinstance(part, Ref))
