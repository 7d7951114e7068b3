"""Whole comparisons of drawn plans: nothing differs from itself, and what moved is what was changed."""

from decimal import Decimal

from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from styrmodell.api import Plan, diff
from styrmodell.model.kind import State
from styrmodell.testing import make_workspace
from styrmodell.testing.strategies import plans

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@given(plans())
@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
def test_a_workspace_is_what_it_is(plan: Plan) -> None:
    assert diff(make_workspace(plan), make_workspace(plan)).changes == ()


@given(plans(), st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
def test_one_changed_value_is_one_change_and_the_only_cause(plan: Plan, data: st.DataObject) -> None:
    told = [place for place, one in enumerate(plan.observations) if one.state is State.REPORTED]
    assume(told)
    place = data.draw(st.sampled_from(told))
    one = plan.observations[place]
    assert one.value is not None
    other = evolve(one, value=one.value + Decimal("12.5"))
    new = evolve(plan, observations=(*plan.observations[:place], other, *plan.observations[place + 1 :]))
    found = diff(make_workspace(plan), make_workspace(new))
    (change,) = found.inputs
    assert change.delta == Decimal("12.5")
    assert all(printed.moved_by == (change.ref,) for printed in found.printed)
    assert change.cells == tuple(cell for printed in found.printed for cell in printed.cells)
