"""Folding over the units: all cells, and the few cells a report asks for, against a fold by hand."""

from collections.abc import Iterable, Iterator
from typing import Any

from tests.benchmarks.plain_fold import Folded, Place, fold_by_hand
from tests.benchmarks.region import EVERY_RULE, MONTHS, make_plan
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.fold_all import FoldedRow, fold_all
from styrmodell.aggregation.index import PlanIndex, build_index
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.batch import paused_collector
from styrmodell.model.kind import Kind
from styrmodell.model.plan import Plan

RULES: dict[str, Rule[Any]] = {rule.key: rule for rule in BUILT_IN}
_COUNT = 100_000
_MANY = 1_000_000
_ASKED = 500
_FEW_ROUNDS = 3


def run_fold(options: Options) -> Iterator[Row]:
    """Every unit, measure and month with a figure at or below it; index included, as by hand."""
    plan = make_plan(_COUNT)
    yield _compare_bulk("fold of all cells / by hand", plan, "three rules", options)
    every = make_plan(_COUNT, EVERY_RULE)
    yield _compare_bulk("fold of all cells, every rule that adds up / by hand", every, "ten rules", options)
    places = tuple(fold_by_hand(plan))
    require_same("fold", fold_ours(plan, places), fold_by_hand(plan))
    yield compare(
        "fold of all cells, one by one / by hand",
        None,
        make_variant(fold_ours, plan, places),
        make_variant(fold_by_hand, plan),
        Options(rounds=1),
        note=f"{len(places)} cells, three rules",
    )


def _compare_bulk(step: str, plan: Plan, rules: str, options: Options) -> Row:
    by_hand = fold_by_hand(plan)
    require_same("bulk fold", _named(fold_bulk(plan)), by_hand)
    ours, plain = make_variant(fold_bulk, plan), make_variant(fold_by_hand, plan)
    return compare(step, 1.25, ours, plain, options, note=f"{len(by_hand)} cells, {rules}")


def run_asked(options: Options) -> Iterator[Row]:
    """500 cells of many: after loading, and with the index made for them."""
    for count in (_COUNT, _MANY) if options.large else (_COUNT,):
        plan = make_plan(count)
        folded = fold_by_hand(plan)
        places = tuple(folded)[:: len(folded) // _ASKED][:_ASKED]
        require_same("cells asked for", fold_ours(plan, places), {place: folded[place] for place in places})
        yield _compare_asked(plan, places, options)
        yield compare(
            f"index of {count // 1000}k, {_ASKED} cells / full fold by hand",
            None,
            make_variant(fold_ours, plan, places),
            make_variant(fold_by_hand, plan),
            options,
        )


def _compare_asked(plan: Plan, places: tuple[Place, ...], options: Options) -> Row:
    return compare(
        f"{_ASKED} cells of {len(plan.observations) // 1000}k / full fold by hand",
        0.15,
        Variant(run=lambda index: ask(index, places), prepare=lambda: build_index(plan)),
        make_variant(fold_by_hand, plan),
        options,
        note="index built before",
    )


def run_growth(options: Options) -> Iterator[Row]:
    """How the time of all cells grows with the figures: ten times as many, and ten times that."""
    few = Options(rounds=min(options.rounds, _FEW_ROUNDS))
    for large, small in ((_COUNT, _COUNT // 10), (_MANY, _COUNT)) if options.large else ((_COUNT, _COUNT // 10),):
        plans = [make_plan(count, EVERY_RULE) for count in (large, small)]
        cells = [sum(len(rows) for _, rows in fold_bulk(plan)) for plan in plans]
        ours, plain = (make_variant(fold_bulk, plan) for plan in plans)
        step = f"fold growth: {large // 1000}k / {small // 1000}k figures"
        yield compare(step, 12, ours, plain, few, note=f"{cells[0]} / {cells[1]} cells")


def fold_bulk(plan: Plan) -> list[tuple[Key, list[FoldedRow]]]:
    """Every cell, slot by slot, from a new index; the collector paused, as by hand."""
    with paused_collector():
        return [(folded.key, folded.rows()) for folded in fold_all(build_index(plan), RULES)]


def _named(found: list[tuple[Key, list[FoldedRow]]]) -> dict[Place, Folded]:
    return {(key.measure, key.period.text, row[0]): row[1:] for key, rows in found for row in rows}


def fold_ours(plan: Plan, places: Iterable[Place]) -> dict[Place, Folded]:
    """The cells at *places* through the evaluator, from a new index."""
    return ask(build_index(plan), places)


def ask(index: PlanIndex, places: Iterable[Place]) -> dict[Place, Folded]:
    """The cells at *places*, one by one."""
    evaluator = Evaluator(index=index, rules=RULES)
    periods = {period.text: period for period in MONTHS}
    return {
        place: _shown(
            evaluator.explain_key(Key(measure=place[0], unit=place[2], period=periods[place[1]], kind=Kind.OUTCOME))
        )
        for place in places
    }


def _shown(explanation: Explanation) -> Folded:
    found = explanation.coverage
    return explanation.exact, found.reported, found.expected, found.oldest, found.newest, found.estimated
