"""Additions of upper units are what adding up each unit's own figures and its own additions gives."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.naive_worlds import HALF, RULES, World, told, values
from tests.aggregation.test_naive_added_laws import LENGTHS, budget, budgets, parts

from styrmodell.aggregation.addition_codes import NOT_ADDED_ABOVE
from styrmodell.aggregation.fold_all import fold_all
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.time_codes import NOT_ADDED
from styrmodell.aggregation.version import Versions
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.testing.strategies import YEAR, unit_trees

ADDED = ("tillagg 1", "tillagg 2")
# What one unit adds, by version and period.
Added = dict[tuple[str, Period], Fraction]


class Long:
    """The year of every unit, found by going through all that is below it."""

    def __init__(self, world: World) -> None:
        self.above: Mapping[str, str | None] = world.naive.order(YEAR)
        self.figures = world.plan.observations

    def year(self, unit: str) -> Fraction | None:
        """A unit's own figure with what was added to it; else what those below have, and what it adds to that."""
        added = self.added(unit)
        own = [Fraction(one.value) for one in self.of(unit) if one.version not in ADDED]
        if own:
            return sum(own, Fraction(0)) + sum(added.values(), Fraction(0))
        below = [year for child in self.children(unit) if (year := self.year(child)) is not None]
        rests = [amount - self.part(unit, *which) for which, amount in added.items()]
        return sum((*below, *rests), Fraction(0)) if below or rests else None

    def part(self, unit: str, version: str, period: Period) -> Fraction:
        """What the units below have told of the same addition, where no own figure hides it."""
        found = Fraction(0)
        for child in self.children(unit):
            own, added = any(one.version not in ADDED for one in self.of(child)), self.added(child)
            if (version, period) in added:
                found += added[version, period]
            elif not own:
                found += self.part(child, version, period)
        return found

    def added(self, unit: str) -> Added:
        return {(one.version, one.period): Fraction(one.value) for one in self.of(unit) if one.version in ADDED}

    def of(self, unit: str) -> list[Observation]:
        return [one for one in self.figures if one.unit_id == unit]

    def children(self, unit: str) -> Iterator[str]:
        return (name for name, parent in self.above.items() if parent == unit)


@st.composite
def added_above(draw, lengths=LENGTHS) -> World:
    """Units that have a budget for the year, in periods of their own, or have some below that do; any may add."""
    units = draw(unit_trees(max_units=7))
    length = {version: draw(st.sampled_from(lengths)) for version in ADDED}
    figures = []
    uppers = {unit.parent_id for unit in units}
    for unit in units:
        if unit.id not in uppers or draw(st.integers(0, 2)) == 0:
            base = parts(draw(st.sampled_from(lengths)))
            figures += [budget(unit.id, one, "beslutad", draw(values())) for one in base]
        for version in draw(st.lists(st.sampled_from(ADDED), unique=True)):
            when = draw(st.lists(st.sampled_from(parts(length[version])), min_size=1, max_size=2, unique=True))
            figures += [budget(unit.id, one, version, draw(values())) for one in when]
    world = budgets(units, draw(st.permutations(figures)))
    return evolve(world, naive=evolve(world.naive, versions=("beslutad", *ADDED), additions=ADDED))


@HALF
@given(added_above())
def test_what_an_upper_unit_adds_adds_to_what_is_below_it(world):
    long = Long(world)
    for unit, explained in world.explained().items():
        assert told(explained) == long.year(unit), unit
        codes = {finding.code for finding in explained.findings}
        assert not codes & {NOT_ADDED, NOT_ADDED_ABOVE}, unit
        assert recheck(explained, RULES) == (), unit


@HALF
@given(added_above(lengths=(12,)))
def test_folding_all_at_once_gives_the_same(world):
    versions = Versions(order=world.naive.versions, additions=world.naive.additions)
    found = {
        unit: value for slot in fold_all(build_index(world.plan, versions), RULES) for unit, value, *_ in slot.rows()
    }
    explained = {unit: one.exact for unit, one in world.explained().items() if one.exact is not None}
    assert found == explained
