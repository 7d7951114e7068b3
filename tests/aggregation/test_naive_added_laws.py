"""Additions and newer versions over time are what adding up each unit's own figures gives."""

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive import path
from tests.aggregation.naive_worlds import HALF, ROOT, RULES, World, reporters, told, values, world_of

from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.time_codes import NEWER_IN_PART, NOT_ADDED
from styrmodell.model.measure import Measure, OverTime
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.testing.strategies import YEAR, unit_trees

VERSIONS = ("beslutad", "reviderad", "tillagg")
# Twelve divides by each: the year is as many periods of that length.
LENGTHS = (1, 3, 4, 6, 12)


def parts(length: int) -> list[Period]:
    return [Period(first=first, last=first + length - 1) for first in range(YEAR.first, YEAR.last + 1, length)]


def budget(unit: str, period: Period, version: str, value) -> Observation:
    return Observation(measure_id="m", unit_id=unit, period=period, version=version, value=value)


def budgets(units, figures: list[Observation]) -> World:
    measure = Measure(id="m", name="M", unit="kr", over_time=OverTime.SUM)
    plan = Plan(unit_id=ROOT, period=YEAR, units=units, measures=(measure,), observations=tuple(figures))
    world = world_of(plan, measure)
    return evolve(world, naive=evolve(world.naive, versions=VERSIONS, additions=VERSIONS[-1:]))


@st.composite
def added_to(draw) -> tuple[World, dict[str, Fraction]]:
    """Units that each tell the year in periods of their own, some with additions; and the year of each."""
    units = draw(unit_trees(max_units=8))
    figures, years = [], {}
    for name in draw(reporters(units)):
        base = parts(draw(st.sampled_from(LENGTHS)))
        added = draw(st.lists(st.sampled_from(parts(draw(st.sampled_from(LENGTHS)))), unique=True, max_size=3))
        own = [budget(name, one, "beslutad", draw(values())) for one in base]
        own += [budget(name, one, "tillagg", draw(values())) for one in added]
        years[name] = sum((Fraction(one.value) for one in own), Fraction(0))
        figures += own
    return budgets(units, draw(st.permutations(figures))), years


@HALF
@given(added_to())
def test_a_years_budget_is_what_was_decided_and_what_was_added_for_whatever_parts_of_it(found):
    world, years = found
    order = world.naive.order(YEAR)
    for unit, explained in world.explained().items():
        inside = [year for name, year in years.items() if unit in (name, *path(order, name))]
        assert told(explained) == (sum(inside) if inside else None), unit
        assert explained.coverage.is_full or not inside, unit
        assert NOT_ADDED not in {finding.code for finding in explained.findings}, unit
        assert recheck(explained, RULES) == (), unit


@HALF
@given(added_to(), st.sampled_from(LENGTHS[:-1]), st.integers(0, 11))
def test_an_addition_is_in_the_value_of_a_part_of_the_year_or_it_is_told(found, length, place):
    world, years = found
    window = parts(length)[place % (12 // length)]
    asked = evolve(world, asked=evolve(world.asked, period=window))
    explained = asked.explained()
    for unit in years:
        own = [one for one in world.plan.observations if one.unit_id == unit and one.period.overlaps(window)]
        inside = [one for one in own if one.period in window]
        is_told = NOT_ADDED in {finding.code for finding in explained[unit].findings}
        added = [one for one in own if one.version == "tillagg"]
        decided = [one.period for one in own if one.version == "beslutad"]
        if all(period in window for period in decided):
            assert told(explained[unit]) == sum(Fraction(one.value) for one in inside), unit
            assert is_told is any(one.period not in window for one in added), unit
        else:
            assert told(explained[unit]) is None, unit
            # A period across another is told of as such, and there is no value that could lack anything.
            is_longer = all(window in period for period in decided)
            assert is_told or not is_longer or not any(one in inside for one in added), unit


@st.composite
def revised_by_parts(draw) -> tuple[World, dict[str, tuple[Fraction, bool]]]:
    """Units that told the whole year, and then parts of it anew; the year of each, and whether some parts lack."""
    units = draw(unit_trees(max_units=8))
    figures, years = [], {}
    for name in draw(reporters(units)):
        whole = budget(name, YEAR, "beslutad", draw(values()))
        told_anew = parts(draw(st.sampled_from(LENGTHS[:-1])))
        anew = [budget(name, one, "reviderad", draw(values())) for one in told_anew if draw(st.integers(0, 9))]
        is_all = len(anew) == len(told_anew)
        standing = anew if is_all else [whole]
        years[name] = (sum((Fraction(one.value) for one in standing), Fraction(0)), bool(anew) and not is_all)
        figures += [whole, *anew]
    return budgets(units, draw(st.permutations(figures))), years


@HALF
@given(revised_by_parts())
def test_a_newer_version_stands_where_its_parts_make_the_year_and_else_it_is_told(found):
    world, years = found
    order = world.naive.order(YEAR)
    for unit, explained in world.explained().items():
        inside = [year for name, year in years.items() if unit in (name, *path(order, name))]
        assert told(explained) == (sum(year for year, _ in inside) if inside else None), unit
        codes = [finding.code for finding in explained.findings]
        assert (NEWER_IN_PART in codes) is any(is_told for _, is_told in inside), unit
        assert recheck(explained, RULES) == (), unit
