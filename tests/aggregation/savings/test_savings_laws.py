"""What holds for every savings plan: groups make up the whole, each action counts once, deviations are identities."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.savings.actions import RULES, UNITS, YEAR, action, evaluator_of, report

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.savings.line import Column
from styrmodell.aggregation.savings.savings_plan import By, explain_savings
from styrmodell.model.action import ActionOrigin, EffectBasis
from styrmodell.model.expression import Ref
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.lifting.lifted_measures import ACTION, OBJECT
from styrmodell.model.lifting.object_groups import object_groups

maybe = st.none() | st.integers(-5, 40)
units = st.sampled_from([unit.id for unit in UNITS])
NAMES = tuple("abcdefg")


@st.composite
def worlds(draw, *, with_bases=True):
    """Actions with parts, repetitions, counter-effects and follow-ups, in any order."""
    names = NAMES[: draw(st.integers(0, len(NAMES)))]
    bases = st.none() | st.sampled_from(EffectBasis) if with_bases else st.none()
    things = []
    for place, name in enumerate(names):
        others = st.none() | st.sampled_from(names[:place]) if place else st.none()
        costs = draw(st.lists(st.tuples(units, st.integers(-9, 0)), max_size=2)) if with_bases else ()
        parent = draw(others)
        things.append(
            action(
                name,
                draw(maybe),
                unit=draw(units),
                basis=draw(bases),
                gross=draw(maybe) if with_bases else None,
                net=draw(maybe) if with_bases else None,
                costs=costs,
                parent_id=parent,
                same_as_id=None if parent else draw(others),
                category=draw(st.sampled_from(("", "Ransonering", "Generell"))),
                feasibility=draw(st.none() | st.integers(1, 3)),
                origin=draw(st.none() | st.sampled_from(ActionOrigin)),
            )
        )
        for version in draw(st.lists(st.sampled_from(("delår", "oktober", "januari")), unique=True, max_size=2)):
            told = {"basis": draw(bases), "version": version, "day": "2024-10-31"}
            things.append(report(name, draw(maybe), draw(maybe), **told))
    return tuple(draw(st.permutations(things)))


def exact(explanation):
    return None if explanation.exact is None else Fraction(explanation.exact)


def added(values):
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


def savings(world, unit="region"):
    return explain_savings(evaluator_of(*world), UnitId(unit), YEAR)


@given(worlds(), st.sampled_from(By), units)
def test_groups_make_up_the_total(world, what, unit):
    plan = savings(world, unit)
    for column in Column:
        parts = [exact(total.explanation(column)) for total in plan.by(what)]
        assert added(parts) == exact(plan.total.explanation(column))
    assert sum(len(total.lines) for total in plan.by(what)) == len(plan.total.lines) == plan.tally.actions


@given(worlds())
def test_every_deviation_is_the_forecast_less_the_target(world):
    plan = savings(world)
    for one in (*plan.lines, plan.total, *plan.by(By.UNIT), *plan.by(By.FEASIBILITY)):
        if one.deviation.exact is not None:
            forecast, target = (exact(one.explanation(column)) for column in (Column.FORECAST, Column.TARGET))
            assert exact(one.deviation) == forecast - target


@given(worlds())
def test_every_figure_rechecks(world):
    plan = savings(world)
    for one in (*plan.lines, plan.total, *plan.by(By.UNIT)):
        for found in (*(one.explanation(column) for column in Column), one.deviation, one.left, one.reached):
            assert not recheck(found, RULES)


@given(worlds(with_bases=False))
def test_totals_are_what_the_measure_gives_for_the_whole_and_for_each_group(world):
    evaluator = evaluator_of(*world)
    plan = explain_savings(evaluator, UnitId("region"), YEAR)
    if not world:
        return
    place = Place(unit="region", period=YEAR, kind=Kind.PLAN)
    asked = {"": plan.total} | {total.key: total for what in By if what is not By.UNIT for total in plan.by(what)}
    for member, total in asked.items():
        dims = ((OBJECT, member),) if member else ()
        value = evaluator.explain(Ref(measure=ACTION, dims=dims), place)
        assert exact(value) == exact(total.explanation(Column.TARGET))


@given(worlds())
def test_the_order_of_the_list_changes_no_total(world):
    """Names are in the order of their parents, so that no repetition leads in a circle."""
    first, again = savings(world), savings(tuple(sorted(world, key=str)))
    for column in Column:
        assert exact(first.total.explanation(column)) == exact(again.total.explanation(column))


@given(worlds(), st.sampled_from(NAMES))
def test_saying_that_an_action_is_the_same_as_another_takes_it_out_and_nothing_else(world, name):
    plan = savings(world)
    tops = [line.action.id for line in plan.total.lines]
    if name not in tops or len(tops) < 2:
        return
    other = next(top for top in tops if top != name)
    said = tuple(evolve(one, same_as_id=other) if getattr(one, "id", None) == name else one for one in world)
    left = [line for line in plan.total.lines if line.action.id != name]
    expected = added(exact(line.explanation(Column.TARGET)) for line in left)
    found = savings(said)
    if len(found.total.lines) == len(left):
        assert exact(found.total.explanation(Column.TARGET)) == expected


@given(worlds())
def test_each_selection_of_feasibility_and_the_rest_make_up_the_total(world):
    plan = savings(world)
    chosen = [plan.select(feasibility=(step,)).total for step in (1, 2, 3)]
    rest = [total for total in plan.by(By.FEASIBILITY) if total.key == "utan-genomforbarhet"]
    parts = [exact(total.explanation(Column.NET)) for total in (*chosen, *rest)]
    assert added(parts) == exact(plan.total.explanation(Column.NET))


@given(worlds())
def test_groups_are_disjoint_and_hold_every_counted_action(world):
    evaluator = evaluator_of(*world)
    plan = explain_savings(evaluator, UnitId("region"), YEAR)
    counted = {line.action.id for line in plan.total.lines}
    for attribute in {group.attribute for group in object_groups(evaluator.index.plan)}:
        members = [m for g in object_groups(evaluator.index.plan) if g.attribute is attribute for m in g.members]
        assert sorted(members) == sorted(counted)
