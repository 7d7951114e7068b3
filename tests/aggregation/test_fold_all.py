"""Folding all gives what asking for each cell gives, whatever was reported where."""

import random
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.fold_all import fold_all
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.version import Versions
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit

RULES = {rule.key: rule for rule in BUILT_IN}


def _plan(seed: int) -> Plan:
    drawn = random.Random(seed)
    names = [f"u{n}" for n in range(30)]
    units = tuple(
        Unit(id=name, name=name, parent_id=None if n < 2 else drawn.choice(names[:n])) for n, name in enumerate(names)
    )
    split = Dimension(id="slag", members=(Member(id="a"), Member(id="b")))
    measures = tuple(
        Measure(
            id=f"m{n}",
            name="m",
            unit="antal",
            rule=rule,
            missing=drawn.choice(list(MissingPolicy)),
            max_age_months=12,
            expected=tuple(drawn.sample(names, 5)) if drawn.random() < 0.4 else (),
            dimensions=("slag",) if drawn.random() < 0.3 else (),
        )
        for n, rule in enumerate(RULES)
    )
    found = []
    for _ in range(drawn.randrange(120)):
        measure = drawn.choice(measures)
        state = drawn.choice([State.REPORTED] * 5 + [State.ESTIMATED, State.MISSING, State.NOT_APPLICABLE])
        value = Decimal(drawn.randrange(-500, 500)) if state not in (State.MISSING, State.NOT_APPLICABLE) else None
        parts = {"value": value}
        if measure.rule == "ratio_of_sums" and value is not None:
            parts = {"numerator": value, "denominator": Decimal(drawn.randrange(3))}
        found.append(
            Observation(
                measure_id=measure.id,
                unit_id=drawn.choice(names),
                period=Period.year(2020 + drawn.randrange(2)),
                version=drawn.choice(["", "v1"]),
                dims=(("slag", drawn.choice("ab")),) if measure.dimensions else (),
                state=state,
                as_of=date(2020, 1, drawn.randrange(1, 28)) if drawn.random() < 0.8 else None,
                **parts,
            )
        )
    return Plan(
        unit_id="u0",
        period=Period.year(2020),
        units=units,
        measures=measures,
        dimensions=(split,),
        observations=tuple(found),
    )


@pytest.mark.parametrize("seed", range(60))
def test_every_fold_is_what_the_evaluator_gives(seed: int) -> None:
    index = build_index(_plan(seed), Versions(order=("v1",)))
    evaluator = Evaluator(index=index, rules=RULES)
    for folded in fold_all(index, RULES):
        rows = {row[0]: row[1:] for row in folded.rows()}
        for unit in index.tree.order:
            told = evaluator.explain_key(evolve(folded.key, unit=unit))
            if unit not in rows:
                assert not told.observations
                continue
            c = told.coverage
            value = told.exact if told.exact is not None else told.status or told.counts or None
            assert rows[unit] == (value, c.reported, c.expected, c.oldest, c.newest, c.estimated), (
                unit,
                folded.key,
            )
