"""What holds for every plan: the evaluator against a naive recomputation, whatever the order, context or thread."""

import decimal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.model.check import check_plan
from styrmodell.model.expression import Expression, ref
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.testing.strategies import YEAR, figures, observations, plans, unit_trees

EXAMPLES = settings(deadline=None)
RULES = {rule.key: rule for rule in BUILT_IN}
EARLIER = Period.year(2019)


def evaluator(plan: Plan) -> Evaluator:
    return Evaluator(index=build_index(plan), rules=RULES)


def questions(plan: Plan) -> Iterator[tuple[Expression, Place]]:
    """Every measure at every unit, and at every member of its dimensions."""
    members = {dimension.id: tuple(dimension.parts()) for dimension in plan.dimensions}
    for measure in plan.measures:
        for chosen in product(*(members[name] for name in measure.dimensions)):
            dims = tuple(zip(measure.dimensions, chosen, strict=True))
            for unit in plan.units:
                yield ref(measure.id, dims=dims), Place(unit=unit.id, period=YEAR)


def answer(explanation: Explanation) -> tuple:
    exact = None if explanation.exact is None else Fraction(explanation.exact)
    return exact, explanation.op, explanation.coverage, explanation.missing


def answers(plan: Plan, asked: list[tuple[Expression, Place]] | None = None) -> dict:
    made = evaluator(plan)
    return {question: answer(made.explain(*question)) for question in asked or questions(plan)}


def steps(explanation: Explanation) -> Iterator[Explanation]:
    yield explanation
    for child in explanation.children:
        yield from steps(child)


def with_derived(plan: Plan) -> Plan:
    """The same plan with measures defined by its own."""
    definitions = {"dubbel": "ekonomi + ekonomi", "skillnad": "2 * dubbel - ekonomi", "kvot": "ekonomi / invanare"}
    derived = (
        Measure(id=name, name=name, unit="kr", definition=parse_expression(text)) for name, text in definitions.items()
    )
    return evolve(plan, measures=(*plan.measures, *derived))


# Naive recomputation


@frozen(kw_only=True)
class Reports:
    """An organisation and what was reported of one measure, by unit."""

    units: tuple[Unit, ...]
    measure: Measure
    now: dict[str, Observation]
    before: dict[str, Observation]

    @property
    def plan(self) -> Plan:
        return Plan(
            unit_id=self.units[0].id,
            period=YEAR,
            units=self.units,
            measures=(self.measure,),
            observations=(*self.now.values(), *self.before.values()),
        )

    def path(self, unit: str) -> list[str]:
        """The unit and everything above it."""
        parents = {each.id: each.parent_id for each in self.units}
        path = [unit]
        while parents[path[-1]] is not None:
            path.append(parents[path[-1]])
        return path

    def below(self, unit: str) -> list[str]:
        return [each.id for each in self.units if unit in self.path(each.id)]

    def counted(self, unit: str) -> list[Observation]:
        """Figures at or below the unit, without those below another figure that is itself at or below the unit."""
        inside = self.below(unit)
        having = {name for name in inside if name in self.now and self.now[name].value is not None}
        return [self.now[name] for name in having if not having & set(self.path(name)[1:])]

    def expected(self) -> set[str]:
        outside = {name for name, found in self.now.items() if found.state is State.NOT_APPLICABLE}
        is_blank = self.measure.missing is MissingPolicy.BLANK
        if self.measure.expected and not is_blank:
            return set(self.measure.expected) - outside
        ever = {*self.now, *(() if is_blank else self.before)} - outside
        return {name for name in ever if not ever & (set(self.below(name)) - {name})}

    def missing(self, unit: str) -> set[str]:
        counted = {found.unit_id for found in self.counted(unit)}
        reached = {name for found in counted for name in (*self.below(found), *self.path(found))}
        return {name for name in self.expected() if name in self.below(unit)} - reached


@st.composite
def reports(draw) -> Reports:
    units = draw(unit_trees(max_units=16))
    names = [unit.id for unit in units]
    now, before = (
        draw(st.lists(observations("m", names, period=period, empty=True), max_size=16)) for period in (YEAR, EARLIER)
    )
    measure = Measure(id="m", name="M", unit="kr", missing=draw(st.sampled_from(MissingPolicy)))
    made = Reports(
        units=units,
        measure=measure,
        now={found.unit_id: found for found in now},
        before={found.unit_id: found for found in before},
    )
    declared = set(draw(st.lists(st.sampled_from(names), max_size=6)))
    # None below another: what a unit and one below it both owe is another test's matter.
    alone = tuple(name for name in names if name in declared and not declared & set(made.path(name)[1:]))
    return evolve(made, measure=evolve(measure, expected=alone))


@EXAMPLES
@given(reports())
def test_a_sum_at_every_unit_is_the_naive_sum_of_its_figures(made):
    found = evaluator(made.plan)
    for unit in made.below(next(unit.id for unit in made.units if unit.parent_id is None)):
        counted = made.counted(unit)
        expected = sum((Fraction(one.value) for one in counted), Fraction(0)) if counted else None
        if made.measure.missing is MissingPolicy.STRICT and made.missing(unit):
            expected = None
        assert answer(found.explain(ref("m"), Place(unit=unit, period=YEAR)))[0] == expected


@EXAMPLES
@given(reports())
def test_coverage_and_age_at_every_unit_are_those_of_the_naive_count(made):
    found = evaluator(made.plan)
    for unit in (unit.id for unit in made.units):
        coverage = found.explain(ref("m"), Place(unit=unit, period=YEAR)).coverage
        wanted = made.expected() & set(made.below(unit))
        days = [one.dated for one in made.counted(unit) if one.dated is not None]
        guessed = any(one.state is not State.REPORTED for one in made.counted(unit))
        assert (coverage.reported, coverage.expected) == (len(wanted) - len(made.missing(unit)), len(wanted))
        assert (coverage.oldest, coverage.newest) == (min(days, default=None), max(days, default=None))
        assert coverage.estimated is guessed


@EXAMPLES
@given(reports())
def test_who_is_missing_at_every_unit_is_who_is_missing_by_the_naive_count(made):
    found = evaluator(made.plan)
    for unit in (unit.id for unit in made.units):
        named = found.explain(ref("m"), Place(unit=unit, period=YEAR)).missing
        assert set(named) == made.missing(unit)
        assert len(named) == len(set(named))


# Explanations


@EXAMPLES
@given(reports())
def test_every_explanation_of_a_fold_computes_again_to_its_value(made):
    found = evaluator(made.plan)
    for unit in made.units:
        assert recheck(found.explain(ref("m"), Place(unit=unit.id, period=YEAR)), RULES) == ()


@EXAMPLES
@given(plans())
def test_every_explanation_in_a_plan_computes_again_to_its_value(plan):
    made = evaluator(with_derived(plan))
    for question in questions(with_derived(plan)):
        assert recheck(made.explain(*question), RULES) == ()


@EXAMPLES
@given(reports())
def test_the_children_of_a_fold_hold_its_figures_each_once(made):
    found = evaluator(made.plan)
    for unit in made.units:
        explanation = found.explain(ref("m"), Place(unit=unit.id, period=YEAR))
        if explanation.children and explanation.op is not Op.OWN:
            below = [figure.unit_id for child in explanation.children for figure in child.observations]
            assert below == [figure.unit_id for figure in explanation.observations]


@EXAMPLES
@given(plans())
def test_the_strategy_of_plans_gives_plans_in_which_nothing_is_wrong(plan):
    assert check_plan(plan, rules=RULES) == ()


# Orders, contexts, threads


@EXAMPLES
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_observations_does_not_matter(plan, random):
    shuffled = evolve(plan, observations=tuple(random.sample(plan.observations, len(plan.observations))))
    assert answers(shuffled) == answers(plan)


@EXAMPLES
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_asked_does_not_matter(plan, random):
    derived = with_derived(plan)
    asked = list(questions(derived))
    assert answers(derived, random.sample(asked, len(asked))) == answers(derived, asked)


@EXAMPLES
@given(plans())
def test_asking_again_gives_the_same(plan):
    made = evaluator(plan)
    for question in questions(plan):
        assert answer(made.explain(*question)) == answer(made.explain(*question))


@EXAMPLES
@given(plans())
def test_values_do_not_depend_on_the_callers_decimal_context(plan):
    derived = with_derived(plan)
    with decimal.localcontext(prec=5, rounding=decimal.ROUND_CEILING):
        rounded = answers(derived)
    assert rounded == answers(derived)


@EXAMPLES
@given(reports())
def test_every_step_of_an_explanation_is_exact_whatever_the_callers_decimal_context(made):
    root = Place(unit=next(unit.id for unit in made.units if unit.parent_id is None), period=YEAR)
    with decimal.localcontext(prec=5):
        opened = [answer(step) for step in steps(evaluator(made.plan).explain(ref("m"), root))]
    assert opened == [answer(step) for step in steps(evaluator(made.plan).explain(ref("m"), root))]


def test_sums_of_long_figures_are_exact_in_a_narrow_context(world, measure, obs):
    figures = [obs("m", "a", "123456789.12"), obs("m", "b", "0.001")]
    made = world("r a<r b<r", [measure("m")], figures)
    with decimal.localcontext(prec=5):
        assert made.value("m") == Fraction("123456789.121"), "123460000 is what five digits hold"


@EXAMPLES
@given(plans(), st.data())
def test_printed_figures_never_feed_a_value(plan, data):
    units = [unit.id for unit in plan.units]
    members = {dimension.id: sorted(dimension.parts()) for dimension in plan.dimensions}
    printed = []
    for _ in range(data.draw(st.integers(1, 5))):
        measure = data.draw(st.sampled_from(plan.measures))
        dims = tuple((name, data.draw(st.sampled_from(members[name]))) for name in measure.dimensions)
        printed.append(
            Observation(
                measure_id=measure.id,
                unit_id=data.draw(st.sampled_from(units)),
                period=data.draw(st.sampled_from((YEAR, EARLIER))),
                dims=dims,
                value=data.draw(figures()),
                state=State.STATED,
            )
        )
    more = evolve(plan, observations=(*printed, *plan.observations))
    assert answers(with_derived(more)) == answers(with_derived(plan))


@pytest.fixture
def large_plan(world, measure, obs):
    """Some hundred units in four levels, with figures of two dimensions and derived measures."""
    units = ["r", *(f"f{a}<r" for a in range(4)), *(f"o{a}{b}<f{a}" for a in range(4) for b in range(5))]
    leaves = [f"k{a}{b}{c}" for a in range(4) for b in range(5) for c in range(5)]
    units += [f"{leaf}<o{leaf[1:3]}" for leaf in leaves]
    figures = [
        obs("ekonomi", leaf, f"{place * 7 - 300}.{place % 10}", dvo=dvo, slag=slag)
        for place, leaf in enumerate(leaves)
        for dvo in "ab"
        for slag in ("intakt", "kostnad")
        if (place + len(slag)) % 11
    ]
    inhabitants = [obs("inv", leaf, str(place + 1)) for place, leaf in enumerate(leaves)]
    measures = [measure("ekonomi", "dvo slag"), measure("inv"), measure("kvot", definition="ekonomi / inv")]
    made = world(" ".join(units), measures, [*figures, *inhabitants], dvo="summa=a+b", slag="netto=intakt+kostnad")
    return made.plan


def test_eight_threads_that_share_an_evaluator_get_the_values_of_one(large_plan):
    asked = list(questions(large_plan))
    alone = answers(large_plan, asked)
    shared = evaluator(large_plan)

    def ask(thread: int) -> dict:
        turned = asked[thread * len(asked) // 8 :] + asked[: thread * len(asked) // 8]
        return {question: answer(shared.explain(*question)) for question in turned}

    with ThreadPoolExecutor(max_workers=8) as pool:
        assert all(found == alone for found in pool.map(ask, range(8)))


def test_the_longest_definition_that_is_read_can_be_evaluated_and_rechecked(world, measure, obs):
    for sign in (" - ", " + ", "/"):
        longest = sign.join(["a"] * (1_999 // (1 + len(sign)) + 1))
        try:
            definition = measure("z", definition=longest)
        except ValueError:
            continue  # refused when it is read, which is as good
        explanation = world("r", [measure("a"), definition], [obs("a", "r", "1")]).explain("z")
        assert explanation.exact is not None
        assert recheck(explanation, RULES) == ()
