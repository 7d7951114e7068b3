"""A year from its months, for every unit of a region: what nobody reported as a year, against the same sums by hand."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve
from tests.benchmarks.region import MONTHS, ROOT, make_full_plan
from tests.benchmarks.run_fold import RULES
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import PlanIndex, build_index
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import Kind
from styrmodell.model.measure import OverTime
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan

_YEAR = Period(first=MONTHS[0].first, last=MONTHS[11].last)
_LEAVES = 2541
# value, reported, oldest, newest
_Told = tuple[Decimal, int, date, date]


def run_years(options: Options) -> Iterator[Row]:
    """The year of the region, and of each unit, from the months of the lowest units."""
    plan = make_full_plan(_LEAVES, 12)
    flow = evolve(plan, measures=tuple(evolve(one, over_time=OverTime.SUM) for one in plan.measures))
    units = tuple(unit.id for unit in plan.units)
    for name, asked in (("the region", (ROOT,)), (f"each of {len(units)} units", units)):
        require_same("year", ask_years(build_index(flow), asked), add_years(flow, asked))
        yield compare(
            f"year of twelve months, {name} / by hand",
            None,
            Variant(run=lambda index, asked=asked: ask_years(index, asked), prepare=lambda: build_index(flow)),
            make_variant(add_years, flow, asked),
            options,
            note="index built before",
        )


def ask_years(index: PlanIndex, units: tuple[str, ...]) -> dict[str, _Told]:
    """The year at each of *units*, asked one by one of an evaluator that knows nothing yet."""
    evaluator = Evaluator(index=index, rules=RULES)
    told: dict[str, _Told] = {}
    for unit in units:
        found = evaluator.explain_key(Key(measure="sum-0", unit=unit, period=_YEAR, kind=Kind.OUTCOME))
        coverage = found.coverage
        told[unit] = (found.exact, coverage.reported, coverage.oldest, coverage.newest)
    return told


def add_years(plan: Plan, units: tuple[str, ...]) -> dict[str, _Told]:
    """The sums of the months, unit by unit, added to every unit above."""
    parents = {str(unit.id): unit.parent_id for unit in plan.units}
    with exact():
        level: dict[str, _Told] = {name: _total(found) for name, found in _by_unit(plan).items()}
        told: dict[str, _Told] = {}
        while level:
            told |= level
            above: dict[str, _Told] = {}
            for unit, one in level.items():
                parent = parents[unit]
                if parent is not None:
                    above[parent] = one if parent not in above else _added(above[parent], one)
            level = above
    return {unit: told[unit] for unit in units}


def _by_unit(plan: Plan) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = defaultdict(list)
    for observation in plan.observations:
        if observation.period in _YEAR:
            found[observation.unit_id].append(observation)
    return found


def _total(figures: list[Observation]) -> _Told:
    days = [one.as_of for one in figures]
    return sum((one.value for one in figures), Decimal(0)), len(figures), min(days), max(days)


def _added(left: _Told, right: _Told) -> _Told:
    return left[0] + right[0], left[1] + right[1], min(left[2], right[2]), max(left[3], right[3])
