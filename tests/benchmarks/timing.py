"""Measuring: variants in turn within one process, so that what disturbs one disturbs the others."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from attrs import field, frozen

Clock = Callable[[], float]


@frozen(kw_only=True)
class Options:
    """How a run measures.

    Attributes:
        rounds: How often each variant is timed.
        large: Whether the slow sizes run too: 20 000 rows, a million observations.
    """

    rounds: int = 5
    large: bool = False


@frozen(kw_only=True)
class Variant:
    """One way to do a step.

    Attributes:
        run: What is timed; is given what *prepare* gave.
        prepare: What must be fresh each round and is not timed.
    """

    run: Callable[[Any], object]
    prepare: Callable[[], object] = lambda: None


def make_variant(function: Callable[..., object], *args: Any) -> Variant:
    """*function* of *args*, the same every round."""
    return Variant(run=lambda _: function(*args))


@frozen(kw_only=True)
class Row:
    """One line of the table.

    Attributes:
        limit: The goal: the ratio, or with *per* the milliseconds, is to be at most this; None for no goal.
        ours: Milliseconds of our way, one a round.
        plain: Milliseconds of the plain way, one a round; empty where there is nothing to compare with.
        per: How many things one round does, for a goal in milliseconds a thing; 0 for a goal as a ratio.
        unit: What the goal counts where it is no ratio, and what *ours* then holds.
        note: What the figures speak of.
    """

    step: str
    limit: float | None
    ours: tuple[float, ...]
    plain: tuple[float, ...] = ()
    per: int = 0
    unit: str = "ms"
    note: str = ""
    ratios: tuple[float, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "ratios", tuple(a / b for a, b in zip(self.ours, self.plain, strict=False)))

    @property
    def figure(self) -> float | None:
        """What the goal speaks of: the median ratio, or the median milliseconds of one thing."""
        if self.per:
            return median(self.ours) / self.per
        return median(self.ratios) if self.ratios else None

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        return None if self.limit is None or self.figure is None else self.figure <= self.limit


def spend(variant: Variant, clock: Clock = process_time) -> float:
    """Milliseconds of one run of *variant*: processor time, with the collector's debts paid before."""
    given = variant.prepare()
    gc.collect()
    start = clock()
    result = variant.run(given)
    spent = clock() - start
    del result, given
    return spent * 1000


def spend_in_turn(rounds: int, *variants: Variant, clock: Clock = process_time) -> tuple[tuple[float, ...], ...]:
    """Milliseconds of each of *variants*, run A B A B …; one tuple a variant, one figure a round."""
    spent = [tuple(spend(variant, clock) for variant in variants) for _ in range(rounds)]
    return tuple(zip(*spent, strict=True))


def compare(
    step: str,
    limit: float | None,
    ours: Variant,
    plain: Variant,
    options: Options,
    note: str = "",
    clock: Clock = process_time,
) -> Row:
    """Time *ours* against *plain*. Check before that they give the same: that run also warms both up."""
    mine, other = spend_in_turn(options.rounds, ours, plain, clock=clock)
    return Row(step=step, limit=limit, ours=mine, plain=other, note=note)


def require_same(what: str, ours: object, plain: object) -> None:
    """Stop when two variants do not give the same: then they do not do the same work.

    Raises:
        AssertionError: They differ.
    """
    if ours != plain:
        raise AssertionError(f"{what}: {_shown(ours)} is not {_shown(plain)}")


def _shown(value: object) -> str:
    return repr(value)[:300]
