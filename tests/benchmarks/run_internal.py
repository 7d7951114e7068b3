"""Internal items eliminated at every unit, against walking up from both sides of each item by hand."""

from collections.abc import Iterator
from decimal import Decimal

from tests.benchmarks.region import MONTHS, make_internal_plan
from tests.benchmarks.run_fold import RULES
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import PlanIndex, build_index
from styrmodell.aggregation.key import Key
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.number import exact
from styrmodell.model.plan import Plan

_ITEMS = 3


def run_internal(options: Options) -> Iterator[Row]:
    """What is left at each unit when what units sell to each other within it is taken out."""
    plan = make_internal_plan(_ITEMS)
    require_same("net", ask_net(build_index(plan)), add_net(plan))
    yield compare(
        f"net of internal items at {len(plan.units)} units / by hand",
        None,
        Variant(run=ask_net, prepare=lambda: build_index(plan)),
        make_variant(add_net, plan),
        options,
        note=f"{len(plan.observations)} items, index built before",
    )


def ask_net(index: PlanIndex) -> dict[str, Decimal]:
    """The net at each unit, asked one by one of an evaluator that knows nothing yet."""
    evaluator = Evaluator(index=index, rules=RULES)
    keys = (
        Key(measure="sum-0", unit=unit.id, period=MONTHS[0], kind=Kind.OUTCOME, internal=Internal.NET)
        for unit in index.plan.units
    )
    return {key.unit: evaluator.explain_key(key).exact for key in keys}


def add_net(plan: Plan) -> dict[str, Decimal]:
    """Each item added to its unit and to those above it, as far as they do not hold the other side too."""
    parents = {str(unit.id): unit.parent_id for unit in plan.units}
    net: dict[str, Decimal] = dict.fromkeys(parents, Decimal(0))
    above: dict[str, set[str]] = {unit: set(_path(parents, unit)) for unit in parents}
    with exact():
        for item in plan.observations:
            inside = above.get(item.counterparty, ())
            for unit in _path(parents, item.unit_id):
                if unit in inside:
                    break
                net[unit] += item.value
    return net


def _path(parents: dict[str, str | None], unit: str | None) -> Iterator[str]:
    while unit is not None:
        yield unit
        unit = parents[unit]
