"""Checks of how measures fold: whose figures they take, by what they are weighed, and how old figures may be."""

from collections.abc import Collection, Iterator, Mapping

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.model.checks.fold_codes import (
    NEGATIVE_TOLERANCE,
    NO_AGE_LIMIT,
    NO_WEIGHT,
    NOT_ADDITIVE,
    UNUSED_AGE_LIMIT,
    UNUSED_WEIGHT,
    WRONG_OF,
)
from styrmodell.model.checks.rule_keys import RuleKeys
from styrmodell.model.ids import MeasureId
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

_NONE = "–"
_BESIDE = (State.STATED, State.SETTLED)


@frozen(kw_only=True)
class _Figures:
    """The first figure of each measure, and the first that has a counterparty."""

    first: Mapping[str, Observation]
    item: Mapping[str, Observation]


def check_folding(plan: Plan, rules: RuleKeys) -> Iterator[Finding]:
    """Figures of other measures, weights, ages, tolerances and internal items."""
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    figures = _figures(plan)
    for measure in plan.measures:
        yield from _check_of(measure, measures, figures)
        yield from _check_weight(measure, rules.weighted)
        yield from _check_age(measure)
        if measure.tolerance is not None and measure.tolerance < 0:
            yield NEGATIVE_TOLERANCE.at(measure.source, name=measure.id, tolerance=str(measure.tolerance))
        yield from _check_internal(measure, figures, rules.adding)


def _figures(plan: Plan) -> _Figures:
    """Printed and settled figures stand beside the others and are not looked for."""
    first: dict[str, Observation] = {}
    item: dict[str, Observation] = {}
    for observation in plan.observations:
        if observation.state not in _BESIDE:
            first.setdefault(observation.measure_id, observation)
            if observation.counterparty:
                item.setdefault(observation.measure_id, observation)
    return _Figures(first=first, item=item)


def _check_of(measure: Measure, measures: Mapping[MeasureId, Measure], figures: _Figures) -> Iterator[Finding]:
    """A measure that takes another's figures has nothing of its own; the other has."""
    if measure.of_id is None or measure.of_id not in measures:
        return
    words = {"name": measure.id, "of": measure.of_id}
    for swedish, english in _wrong_of(measure, measures[measure.of_id], figures):
        yield WRONG_OF.at(measure.source, **words, but=swedish, but_en=english)


def _wrong_of(measure: Measure, other: Measure, figures: _Figures) -> Iterator[tuple[str, str]]:
    own = figures.first.get(measure.id)
    if measure.definition is not None:
        yield "men har också en definition", "but has a definition, too"
    if own is not None:
        yield f"men har också egna värden: {own.source}", f"but has figures of its own, too: {own.source}"
    if measure.dimensions != other.dimensions:
        mine, others = (", ".join(one.dimensions) or _NONE for one in (measure, other))
        yield (
            f"men delas upp på {mine} och det andra på {others}",
            f"but is split by {mine} and the other by {others}",
        )
    if other.of_id is not None:
        yield f"som självt tar sina från {other.of_id}", f"which itself takes those of {other.of_id}"
    if other.definition is not None:
        yield "som räknas ur andra mått", "which is computed from other measures"


def _check_weight(measure: Measure, weighted: Collection[str]) -> Iterator[Finding]:
    """A derived measure is computed anew at every unit and never weighed."""
    if measure.weight_id is None:
        if measure.rule in weighted and measure.definition is None:
            yield NO_WEIGHT.at(measure.source, name=measure.id, rule=measure.rule)
        return
    words = {"name": measure.id, "weight": measure.weight_id}
    if measure.definition is not None:
        yield UNUSED_WEIGHT.at(measure.source, **words, why="räknas ur en definition", why_en="has a definition")
    elif measure.rule not in weighted:
        why = {"why": f"regeln {measure.rule} väger inte", "why_en": f"the rule {measure.rule} does not weigh"}
        yield UNUSED_WEIGHT.at(measure.source, **words, **why)


def _check_age(measure: Measure) -> Iterator[Finding]:
    months = measure.max_age_months
    told = {"name": measure.id, "months": _NONE if months is None else str(months)}
    if (months is None and measure.missing is MissingPolicy.CARRY_FORWARD) or (months is not None and months < 1):
        yield NO_AGE_LIMIT.at(measure.source, **told)
    elif months is not None and measure.missing is not MissingPolicy.CARRY_FORWARD:
        yield UNUSED_AGE_LIMIT.at(measure.source, **told)


def _check_internal(measure: Measure, figures: _Figures, adding: Collection[str]) -> Iterator[Finding]:
    """Items can be added, and taken out, only where figures are; a derived measure has those of what it uses."""
    if measure.rule in adding or measure.definition is not None:
        return
    words = {"name": measure.id, "rule": measure.rule, "adding": ", ".join(sorted(adding))}
    item = figures.item.get(measure.of_id or measure.id)
    if measure.internal is Internal.NET:
        told = {"what": "ska visas utan interna poster", "what_en": "is to be shown without internal items"}
        yield NOT_ADDITIVE.at(measure.source, **words, **told)
    if item is not None:
        own = {"what": f"poster med motpart: {item.source}", "what_en": f"items with a counterparty: {item.source}"}
        yield NOT_ADDITIVE.at(measure.source, **words, **own)
