"""One explained cell over thousands of units, against the bare sum of the same figures."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter

from tests.benchmarks.region import MONTHS, ROOT, make_dense_plan
from tests.benchmarks.run_fold import RULES
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same, spend_in_turn

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import PlanIndex, build_index
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import Kind
from styrmodell.model.number import exact

_KEY = Key(measure="sum-0", unit=ROOT, period=MONTHS[0], kind=Kind.OUTCOME)
_REPEAT = 50
_SIZES = (3_000, 30_000)
_value = attrgetter("value")
_as_of = attrgetter("as_of")


def run_explain(options: Options) -> Iterator[Row]:
    """The root's figure, first time asked, with the slot sorted; and what sorting the slot takes."""
    for count in _SIZES:
        index = build_index(make_dense_plan(count))
        told = explain(index)
        require_same("sum", told.exact, add_bare(index))
        require_same("state", _state(told), add_with_state(index))
        yield _first(index, count, options)
        for name, plain, limit in (
            ("sum", add_bare, None),
            ("sum, dates, state", add_with_state, 1.25 if count > _SIZES[0] else None),
        ):
            yield compare(
                f"explained cell over {count} / bare {name}",
                limit,
                make_variant(_repeat, explain, index),
                make_variant(_repeat, plain, index),
                options,
                note=f"{_REPEAT} times",
            )
        yield _touch(index, count, options)


def _first(index: PlanIndex, count: int, options: Options) -> Row:
    (spent,) = spend_in_turn(options.rounds, make_variant(_repeat, explain, index))
    limit = 1.0 if count == _SIZES[0] else None
    return Row(step=f"explained cell over {count}", limit=limit, ours=spent, per=_REPEAT, note=f"ms of {_REPEAT}")


def _touch(index: PlanIndex, count: int, options: Options) -> Row:
    """The slot of a new index, touched first."""
    (spent,) = spend_in_turn(
        options.rounds, Variant(run=lambda fresh: fresh.slot(_KEY), prepare=lambda: build_index(index.plan))
    )
    return Row(step=f"first touch of a slot of {count}", limit=None, ours=spent)


def _repeat(function: Callable[[PlanIndex], object], index: PlanIndex) -> None:
    for _ in range(_REPEAT):
        function(index)


def explain(index: PlanIndex) -> Explanation:
    """The root's figure, asked of an evaluator that knows nothing yet."""
    return Evaluator(index=index, rules=RULES).explain_key(_KEY)


def add_bare(index: PlanIndex) -> Decimal:
    """The sum of the same figures, and nothing else."""
    with exact():
        return sum(map(_value, index.slot(_KEY).observations), Decimal(0))


def add_with_state(index: PlanIndex) -> tuple[Decimal, int, date, date]:
    """The sum of the same figures with their number, the oldest day and the newest."""
    found = index.slot(_KEY).observations
    days = list(map(_as_of, found))
    with exact():
        return sum(map(_value, found), Decimal(0)), len(found), min(days), max(days)


def _state(told: Explanation) -> tuple[object, int, date | None, date | None]:
    return told.exact, told.coverage.reported, told.coverage.oldest, told.coverage.newest
