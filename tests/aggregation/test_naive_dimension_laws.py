"""A total is that of its parts, or what was reported of it, unit by unit."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive import path
from tests.aggregation.naive_worlds import HALF, ROOT, RULES, World, reporters, told, values, world_of

from styrmodell.aggregation.recheck import recheck
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.testing.strategies import YEAR, unit_trees


@st.composite
def split(draw) -> tuple[World, dict[str, dict[str, Decimal]]]:
    """Units that report the parts of a dimension, the total, or both; and for each unit what it reported."""
    units = draw(unit_trees(max_units=8))
    leaves = ("intakt", "kostnad", "ovrigt")[: draw(st.integers(1, 3))]
    members = (Member(id="netto", parts=leaves), *(Member(id=leaf) for leaf in leaves))
    measure = Measure(id="m", name="M", unit="kr", dimensions=("slag",))
    found: dict[str, dict[str, Decimal]] = {}
    for name in draw(reporters(units)):
        parts = draw(st.lists(st.sampled_from(leaves), unique=True))
        amounts_ = {leaf: draw(values()) for leaf in parts}
        if not parts or draw(st.booleans()):
            amounts_["netto"] = sum(amounts_.values()) if len(parts) == len(leaves) else draw(values())
        found[name] = amounts_
    figures = (
        Observation(measure_id="m", unit_id=name, period=YEAR, value=value, dims=(("slag", member),))
        for name, amounts_ in found.items()
        for member, value in amounts_.items()
    )
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        dimensions=(Dimension(id="slag", members=members),),
        measures=(measure,),
        observations=tuple(figures),
    )
    return world_of(plan, measure, dims=(("slag", "netto"),)), found


@HALF
@given(split())
def test_a_total_is_that_of_each_units_parts_where_they_are_complete_else_what_it_reported(found):
    world, amounts_ = found
    order, leaves = world.naive.order(YEAR), world.plan.dimensions[0].members[0].parts
    for unit, explained in world.explained().items():
        inside = [given for name, given in amounts_.items() if unit in (name, *path(order, name))]
        whole = [
            sum(given[leaf] for leaf in leaves)
            if given.keys() >= {*leaves}
            else given.get("netto", sum(given.values()))
            for given in inside
        ]
        assert told(explained) == (Fraction(sum(whole)) if inside else None), unit
        assert recheck(explained, RULES) == (), unit
