"""How what a step takes grows with the size, and when that is too much."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen
from tests.load.measure import Used


@frozen(kw_only=True)
class Measured:
    """A step at a size."""

    step: str
    observations: int
    used: Used


def head_text() -> str:
    """The headings of the table."""
    return f"{'step':<8}{'figures':>11}{'wall s':>9}{'cpu s':>9}{'MB':>8}{'µs/figure':>11}{'B/figure':>10}"


def row_text(one: Measured) -> str:
    """One line of the table."""
    used, count = one.used, one.observations
    return (
        f"{one.step:<8}{count:>11}{used.wall:>9.1f}{used.cpu:>9.1f}{used.memory:>8.0f}"
        f"{used.cpu / count * 1e6:>11.2f}{used.memory * (1 << 20) / count:>10.0f}"
    )


def growth(measured: Iterable[Measured]) -> Iterator[tuple[Measured, Measured, float, float]]:
    """Each size and the one before it, of the same step: (before, after, ratio of cpu, ratio of memory)."""
    steps: dict[str, list[Measured]] = {}
    for one in measured:
        steps.setdefault(one.step, []).append(one)
    for found in steps.values():
        for before, after in pairwise(sorted(found, key=lambda one: one.observations)):
            yield before, after, after.used.cpu / before.used.cpu, after.used.memory / before.used.memory


def growth_text(measured: Sequence[Measured]) -> list[str]:
    """A line for each step from one size to the next."""
    return [
        f"{after.step:<8}{after.observations:>11} / {before.observations:<9}{cpu:>6.2f} × cpu{memory:>7.2f} × memory"
        for before, after, cpu, memory in growth(measured)
    ]


def faults_of(measured: Sequence[Measured], margin: float) -> list[str]:
    """Where more figures took more than so many times as much, and *margin* more.

    Args:
        margin: 1.25 lets twice as many figures take 2.5 times the time and memory.
    """
    return [
        f"{after.step}: {after.observations / before.observations:.2f} × the figures took {ratio:.2f} × the {what}"
        for before, after, cpu, memory in growth(measured)
        for what, ratio in (("processor time", cpu), ("memory", memory))
        if ratio > after.observations / before.observations * margin
    ]
