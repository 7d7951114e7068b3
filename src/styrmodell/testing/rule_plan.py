"""A small plan around a rule: a random organisation in which a batch of figures is reported for one measure."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.traits import traits_of
from styrmodell.model.expression import ref
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit

_YEAR = Period.year(2020)
_FOLDED = Measure(id=MeasureId("matt"), name="Mått", unit="antal")
_WEIGHT = Measure(id=MeasureId("vikt"), name="Vikt", unit="antal")


def explain_batch(rule: Rule[Any], items: Sequence[Item], shape: Sequence[int]) -> Explanation:
    """The value at the root of an organisation in which each of *items* is the figure of a unit of its own.

    Args:
        items: With figures, weights and how they stand to their targets; taken whole.
        shape: Which of the units before it each unit lies below; used again from the beginning when it ends. Units
            with a figure may lie below one another.
    """
    rules = {rule.key: rule}
    judged = {_name(place): (item.target, item.status, item.met) for place, item in enumerate(items, start=1)}
    evaluator = Evaluator(
        index=build_index(_plan(rule, items, shape), traits=traits_of(rules)),
        rules=rules,
        judge=lambda _measure, observation, _stale: judged[observation.unit_id],
    )
    return evaluator.explain(ref(_FOLDED.id), Place(unit=_name(0), period=_YEAR))


def _plan(rule: Rule[Any], items: Sequence[Item], shape: Sequence[int]) -> Plan:
    parents = (shape[place % len(shape)] % (place + 1) for place in range(len(items)))
    below = (
        Unit(id=_name(place), name=f"Enhet {place}", parent_id=_name(parent))
        for place, parent in enumerate(parents, start=1)
    )
    return Plan(
        unit_id=_name(0),
        period=_YEAR,
        units=(Unit(id=_name(0), name="Enhet 0"), *below),
        measures=(
            evolve(_FOLDED, rule=rule.key, weight_id=_WEIGHT.id if rule.weighted else None),
            _WEIGHT,
        ),
        observations=tuple(_reported(items)),
    )


def _reported(items: Sequence[Item]) -> Iterator[Observation]:
    for place, item in enumerate(items, start=1):
        at = evolve(
            item.observation,
            measure_id=_FOLDED.id,
            unit_id=_name(place),
            period=_YEAR,
            kind=Kind.OUTCOME,
            version="",
            dims=(),
            state=State.REPORTED,
            counterparty="",
            ie="",
        )
        yield at
        if item.weight is not None:
            yield evolve(at, measure_id=_WEIGHT.id, value=item.weight, numerator=None, denominator=None)


def _name(place: int) -> UnitId:
    return UnitId(f"e{place}")
