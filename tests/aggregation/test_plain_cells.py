"""A cell that is taken from its slot as a stretch is the one that the order of resolution gives."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive_worlds import ORDERS, QUARTER, World, in_order

from styrmodell.aggregation.age import Age
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.plain_cells import PlainCells
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.model.frequency import Cadence, Frequency, Reporting
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure, MissingPolicy, OverTime
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.testing.strategies import YEAR, plans

RULES = {rule.key: rule for rule in BUILT_IN}
OPENED = ("open_children", "open_missing")
NAMES = tuple(name for name in attrs.fields_dict(Explanation) if name not in OPENED)


def whole(cell: Explanation) -> dict[str, Any]:
    """Everything that is told of a cell, its working all the way down; digits and all."""
    told = {name: getattr(cell, name) for name in NAMES}
    told |= {"observations": tuple(cell.observations), "digits": (type(cell.exact), str(cell.exact))}
    told |= {"missing": cell.missing, "sources": cell.sources, "findings": tuple(cell.findings)}
    return told | {"children": [whole(child) for child in cell.children]}


def one_by_one(evaluator: Evaluator, keys: list[Key]) -> list[dict[str, Any]]:
    """The cells at *keys* with nothing taken as plain."""
    with patch.object(PlainCells, "find", return_value=None):
        return [whole(evaluator.explain_key(key)) for key in keys]


def keys_of(plan: Plan) -> Iterator[Key]:
    for measure in plan.measures:
        for unit in plan.units:
            for kind in Kind:
                yield Key(measure=measure.id, unit=unit.id, period=YEAR, kind=kind)


@given(plan=plans())
def test_a_plain_cell_is_the_one_resolved_by_itself(plan: Plan) -> None:
    def evaluator() -> Evaluator:
        return Evaluator(index=build_index(plan), rules=RULES)

    keys, asked = list(keys_of(plan)), evaluator()
    assert [whole(asked.explain_key(key)) for key in keys] == one_by_one(evaluator(), keys)


@ORDERS
@QUARTER
@given(st.data())
def test_so_it_is_whatever_the_version_the_members_and_the_order_of_the_units(order: Any, data: Any) -> None:
    world: World = data.draw(in_order(order))
    keys, asked = [world.key(unit.id) for unit in world.plan.units], world.evaluator()
    assert [whole(asked.explain_key(key)) for key in keys] == one_by_one(world.evaluator(), keys)


# What is plain, and what is not

UNITS = (Unit(id="r", name="R"), *(Unit(id=name, name=name, parent_id="r") for name in ("a", "b", "c")))
MEASURE = Measure(id="m", name="M", unit="antal")


def observed(unit: str, value: int | None, **more: Any) -> Observation:
    return Observation(measure_id="m", unit_id=unit, period=YEAR, value=value, **more)


def found(
    *observations: Observation, unit: str = "r", measure: Measure = MEASURE, today: date | None = None, **more: Any
) -> Explanation | None:
    plan = Plan(unit_id="r", period=YEAR, units=UNITS, measures=(measure,), observations=observations)
    asked = Evaluator(index=build_index(plan), rules=RULES, age=Age(today=today))
    key = Key(measure="m", unit=unit, period=YEAR, kind=Kind.OUTCOME, **more)
    return asked._plain.find(key, measure)


def test_sums_and_reported_figures_are_plain() -> None:
    figures = (observed("a", 1), observed("b", 2))
    folded, own = found(*figures), found(*figures, unit="a")
    assert folded is not None
    assert (folded.op, folded.exact) == (Op.FOLDED, 3)
    assert own is not None
    assert (own.op, own.exact) == (Op.OBSERVED, 1)


MONTHLY = evolve(MEASURE, reporting=Reporting(frequencies=(Frequency(cadence=Cadence.MONTHLY),)))
MONTHS = evolve(observed("a", 1), period=Period.parse("2020-03"))


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(found(observed("a", 1), unit="b"), id="nobody has told"),
        pytest.param(found(observed("a", 1), unit="x"), id="a unit nobody knows"),
        pytest.param(found(observed("r", 5), observed("a", 1)), id="a unit's own figure stands for those below"),
        pytest.param(found(observed("a", 1), observed("a", 2)), id="two values of one unit"),
        pytest.param(found(observed("a", 1), observed("b", 2, state=State.SETTLED)), id="something is settled"),
        pytest.param(found(observed("a", 1), MONTHS), id="another period shares its months"),
        pytest.param(found(observed("a", 1), measure=evolve(MEASURE, over_time=OverTime.MEAN)), id="a mean over time"),
        pytest.param(found(observed("a", 1), measure=evolve(MEASURE, rule="own")), id="a rule that does not fold"),
        pytest.param(found(observed("a", 1), ie="0–2"), id="codes are cut out"),
        pytest.param(found(observed("a", 1), measure=MONTHLY, today=date(2021, 1, 31)), id="figures may be too old"),
        pytest.param(
            found(observed("a", 1), measure=evolve(MEASURE, missing=MissingPolicy.STRICT, expected=("a", "b"))),
            id="a strict sum that lacks one",
        ),
    ],
)
def test_what_has_more_to_it_is_left_to_the_order_of_resolution(cell: Explanation | None) -> None:
    assert cell is None
