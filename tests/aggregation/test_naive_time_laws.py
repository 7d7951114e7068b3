"""Periods put together are what each unit reported within them, in whatever periods."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive import path
from tests.aggregation.naive_worlds import (
    HALF,
    QUARTER,
    ROOT,
    RULES,
    World,
    hierarchies,
    orders,
    organisations,
    reporters,
    reports,
    side_by_side,
    told,
    values,
    world_of,
)

from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.model.measure import Measure, OverTime
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.testing.strategies import YEAR, unit_trees

LENGTHS = (1, 1, 3, 3, 4, 6, 12)


@st.composite
def cuts(draw, first: int, last: int) -> list[Period]:
    """The months from *first* to *last* as periods after each other."""
    found = []
    while first <= last:
        length = draw(st.sampled_from(LENGTHS))
        found.append(Period(first=first, last=min(first + length - 1, last)))
        first = found[-1].last + 1
    return found


@st.composite
def timelines(draw, over_time: OverTime, *windows: Period, complete: bool = False) -> World:
    """Units that each report in periods of their own, together making the *windows*; all of them, or some."""
    units = draw(unit_trees(max_units=8))
    measure = Measure(id="m", name="M", unit="kr", over_time=over_time)
    told = [
        (name, period)
        for name in draw(reporters(units))
        for window in windows
        for period in draw(cuts(window.first, window.last))
        if complete or draw(st.integers(0, 3))
    ]
    drawn = draw(st.lists(values(), min_size=len(told), max_size=len(told)))
    figures = [
        Observation(measure_id="m", unit_id=name, period=period, value=value)
        for (name, period), value in zip(told, drawn, strict=True)
    ]
    plan = Plan(unit_id=ROOT, period=YEAR, units=units, measures=(measure,), observations=tuple(figures))
    return world_of(plan, measure)


def below(world: World, unit: str, period: Period = YEAR) -> list[tuple[Period, Fraction]]:
    """The periods within *period* that make it for each unit at or below *unit*, with their figures."""
    order = world.naive.order(period)
    pieces = world.naive.pieces(evolve(world.asked, period=period))
    return [(one, Fraction(part.figure.value)) for one, part in pieces if unit in (part.at, *path(order, part.at))]


def total(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    return sum((value for _, value in pieces), Fraction(0)) if pieces else None


def mean(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    """Of the months that somebody tells of, each the sum of what all tell of it."""
    months = {month for period, _ in pieces for month in range(period.first, period.last + 1)}
    return sum((value * period.months for period, value in pieces), Fraction(0)) / len(months) if pieces else None


def last(pieces: list[tuple[Period, Fraction]]) -> Fraction | None:
    end = max((period.last for period, _ in pieces), default=None)
    return total([(period, value) for period, value in pieces if period.last == end])


@HALF
@given(timelines(OverTime.SUM, YEAR, complete=True))
def test_a_complete_years_flow_is_the_sum_of_what_each_unit_reported_in_periods_of_its_own(world):
    for unit, found in world.explained().items():
        assert told(found) == total(below(world, unit)), unit
        assert found.coverage.is_full or not below(world, unit), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.SUM, YEAR))
def test_an_incomplete_years_flow_is_the_sum_of_what_there_is(world):
    for unit, found in world.explained().items():
        assert told(found) == total(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.MEAN, YEAR))
def test_a_mean_over_the_year_is_the_mean_of_its_months_sums_in_whatever_periods_they_came(world):
    for unit, found in world.explained().items():
        assert told(found) == mean(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(timelines(OverTime.LAST, YEAR))
def test_the_last_of_a_year_is_what_its_last_period_gives(world):
    for unit, found in world.explained().items():
        assert told(found) == last(below(world, unit)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(st.integers(0, 11), st.data())
def test_the_year_so_far_is_the_sum_until_the_month(until, data):
    so_far = Period(first=YEAR.first, last=YEAR.first + until)
    rest = [Period(first=so_far.last + 1, last=YEAR.last)] if until < 11 else []
    world = data.draw(timelines(OverTime.YEAR_TO_DATE, so_far, *rest))
    asked = evolve(world, asked=evolve(world.asked, period=Period(first=so_far.last, last=so_far.last)))
    for unit, found in asked.explained().items():
        assert told(found) == total(below(world, unit, so_far)), unit
        assert recheck(found, RULES) == (), unit


@HALF
@given(st.integers(0, 11), st.data())
def test_rolling_twelve_months_are_the_mean_of_twelve_monthly_sums(until, data):
    window = Period(first=YEAR.first + until - 11, last=YEAR.first + until)
    world = data.draw(timelines(OverTime.ROLLING_12, window))
    asked = evolve(world, asked=evolve(world.asked, period=Period(first=window.last, last=window.last)))
    for unit, found in asked.explained().items():
        assert told(found) == mean(below(world, unit, window)), unit
        assert recheck(found, RULES) == (), unit


@st.composite
def accumulated(draw) -> tuple[World, dict[str, list[Decimal]]]:
    """Units that report what has come so far in the year, others by the month; and what came each month."""
    units = draw(unit_trees(max_units=8))
    measure = Measure(id="m", name="M", unit="kr", over_time=OverTime.SUM)
    months = {name: draw(st.lists(values(), min_size=12, max_size=12)) for name in draw(reporters(units))}
    figures = []
    for name, amounts_ in months.items():
        so_far = draw(st.booleans())
        for month in range(12):
            first = YEAR.first if so_far else YEAR.first + month
            amount = sum(amounts_[: month + 1]) if so_far else amounts_[month]
            period = Period(first=first, last=YEAR.first + month)
            figures.append(Observation(measure_id="m", unit_id=name, period=period, value=amount))
    plan = Plan(unit_id=ROOT, period=YEAR, units=units, measures=(measure,), observations=tuple(figures))
    return world_of(plan, measure), months


@HALF
@given(accumulated(), st.integers(0, 11), st.integers(0, 11))
def test_differences_of_what_has_come_so_far_give_the_months_back(found, first, end):
    world, months = found
    period = Period(first=YEAR.first + min(first, end), last=YEAR.first + max(first, end))
    asked = evolve(world, asked=evolve(world.asked, period=period))
    order = world.naive.order(YEAR)
    for unit, explained in asked.explained().items():
        inside = [name for name in months if unit in (name, *path(order, name))]
        came = [Fraction(sum(months[name][min(first, end) : max(first, end) + 1])) for name in inside]
        assert told(explained) == (sum(came) if came else None), unit
        assert recheck(explained, RULES) == (), unit


@st.composite
def monthly(draw, order: st.SearchStrategy[Order]) -> World:
    """Units that come, go and move during a year, and report by the month."""
    units = draw(organisations())
    names = [unit.id for unit in units]
    measure = Measure(id="m", name="M", unit="kr", over_time=OverTime.SUM)
    months = [Period(first=month, last=month) for month in range(YEAR.first, YEAR.last + 1)]
    told = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(months)), unique=True, max_size=14))
    figures = [one for name, month in told for one in draw(reports(measure, name, month))]
    plan = Plan(
        unit_id=ROOT,
        period=YEAR,
        units=units,
        hierarchies=(draw(hierarchies("linje", units)), draw(hierarchies("ansvar", units))),
        measures=(measure,),
        observations=tuple(figures),
    )
    return world_of(plan, measure, draw(order))


@pytest.mark.parametrize("order", ["as then", "in another hierarchy", "on another date"])
@QUARTER
@given(st.data())
def test_a_years_flow_is_the_sum_of_its_months_while_units_come_and_go(order, data):
    world = data.draw(monthly(orders()[order]))
    told_of = sorted({one.period for one in world.plan.observations})
    scenes = [world.naive.scene(evolve(world.asked, period=month)) for month in told_of]
    for unit, found in world.explained().items():
        months = [scene.answer(unit).value for scene in scenes if unit in scene.order]
        known = [value for value in months if value is not None]
        assert told(found) == (sum(known) if known else None), unit


@HALF
@given(monthly(st.just(AS_THEN)).map(side_by_side))
def test_who_reported_for_a_year_is_who_reported_for_each_of_its_months(world):
    months = (Period(first=month, last=month) for month in range(YEAR.first, YEAR.last + 1))
    scenes = [world.naive.scene(evolve(world.asked, period=month)) for month in months]
    for unit, found in world.explained().items():
        answers, coverage = [scene.answer(unit) for scene in scenes if unit in scene.order], found.coverage
        if any(answer.state is not None for answer in answers):
            days = [day for answer in answers for day in (answer.oldest, answer.newest) if day is not None]
            assert coverage.expected == sum(len(answer.expected) for answer in answers), unit
            assert coverage.reported == sum(len(answer.expected - answer.missing) for answer in answers), unit
            assert (coverage.oldest, coverage.newest) == (min(days, default=None), max(days, default=None)), unit
