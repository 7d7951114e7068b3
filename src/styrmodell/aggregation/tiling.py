"""Tiling: which reported periods, put after each other, make a longer one."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from styrmodell.model.period import Period


@frozen(kw_only=True)
class Tiling:
    """A period as others after each other.

    Attributes:
        pieces: The periods, in order; no month is in two.
        gaps: The stretches that none of them covers, cut as long as the shortest piece.
    """

    pieces: tuple[Period, ...]
    gaps: tuple[Period, ...] = ()

    @property
    def in_order(self) -> tuple[Period, ...]:
        """Pieces and gaps in order of time."""
        return tuple(sorted((*self.pieces, *self.gaps)))


def tile(whole: Period, parts: Iterable[Period]) -> Tiling:
    """Cover as many months of *whole* as can be with some of *parts*, each inside it, and with as few as can be."""
    starting: dict[int, list[Period]] = {}
    for part in parts:
        starting.setdefault(part.first, []).append(part)
    end = whole.last + 1
    # Month → (months covered from there on, minus how many pieces), and the piece that begins there.
    best: dict[int, tuple[int, int]] = {end: (0, 0)}
    chosen: dict[int, Period] = {}
    for month in range(whole.last, whole.first - 1, -1):
        best[month] = best[month + 1]
        for part in starting.get(month, ()):
            covered, fewer = best[part.last + 1]
            found = (covered + part.months, fewer - 1)
            if found > best[month]:
                best[month], chosen[month] = found, part
    pieces = tuple(_walk(whole, chosen))
    return Tiling(pieces=pieces, gaps=tuple(_gaps(whole, pieces)))


def stretches(whole: Period, pieces: Iterable[Period]) -> tuple[Period, ...]:
    """*pieces*, which are in order, and what lies between them, each in one."""
    found: list[Period] = []
    start = whole.first
    for piece in pieces:
        if start < piece.first:
            found.append(Period(first=start, last=piece.first - 1))
        found.append(piece)
        start = piece.last + 1
    if start <= whole.last:
        found.append(Period(first=start, last=whole.last))
    return tuple(found)


def _walk(whole: Period, chosen: dict[int, Period]) -> Iterator[Period]:
    month = whole.first
    while month <= whole.last:
        part = chosen.get(month)
        if part is None:
            month += 1
        else:
            yield part
            month = part.last + 1


def _gaps(whole: Period, pieces: tuple[Period, ...]) -> Iterator[Period]:
    step = min((piece.months for piece in pieces), default=whole.months)
    start = whole.first
    for end in (*(piece.first for piece in pieces), whole.last + 1):
        for first in range(start, end, step):
            yield Period(first=first, last=min(first + step, end) - 1)
        start = next((piece.last + 1 for piece in pieces if piece.first == end), end)
