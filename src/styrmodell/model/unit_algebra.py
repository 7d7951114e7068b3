"""What unit a definition gives: kr over antal is kr per antal, and kr and antal cannot be added.

Units are words that people write, so what is compared is their sorts. A noun ("besök", "inv") counts something and is
one sort with "antal"; what cannot be told is left alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from styrmodell.model.expression import Change, Difference, Expression, Product, Quotient, Ref, Sum, walk
from styrmodell.model.measure_unit import COUNT, KNOWN_SORTS, MONEY_SORT, SHARE_SORT, TIME_SORTS, unit_sort

_PER = re.compile(r"/|\bper\b")
_AND = re.compile(r"\s+och\s+|\s*[·*]\s*")
# Words for a number without unit, and for a share however it goes on ("% av ramen").
_PLAIN = frozenset(("faktor", "ggr", "gånger", "index", "kvot", "tal"))
_SHARES = frozenset((SHARE_SORT, "procent", "procentenhet", "procentenheter", "andel", "‰", "promille"))

Powers = tuple[tuple[str, int], ...]


def _added(powers: Iterable[tuple[str, int]]) -> Powers:
    """The powers of each sort together, without those that are nothing, in the order of the alphabet."""
    found: dict[str, int] = {}
    for sort, power in powers:
        found[sort] = found.get(sort, 0) + power
    return tuple(sorted((sort, power) for sort, power in found.items() if power))


@frozen(kw_only=True)
class UnitPowers:
    """A unit as powers of sorts: "kr/inv" is kr to the first and antal to minus the first, "%" is nothing at all.

    Attributes:
        powers: (sort, power) pairs, each sort once and no power nought.
        is_rough: Whether a sort was told by a noun or changed by a factor, so that another of the same power fits.
        is_rate: Whether counts were divided by counts: it may be called a share, a number, or a count per something.
        is_timed: Whether it was divided by a time. A time that is only written ("kr/år") is how long a period lasts.
    """

    powers: Powers = field(default=(), converter=_added)
    is_rough: bool = False
    is_rate: bool = False
    is_timed: bool = False

    @classmethod
    def of(cls, unit: str) -> "UnitPowers | None":
        """The powers of a written unit; None for no unit, which may be anything."""
        if not unit.strip():
            return None
        first, *others = _PER.split(unit.casefold())
        named = [(_sort(first), 1), *((_sort(part), -1) for other in others for part in _AND.split(other))]
        sorts = [(sort if sort in KNOWN_SORTS else COUNT, power) for sort, power in named if sort]
        is_rough = any(sort not in KNOWN_SORTS for sort, _ in named if sort)
        return cls(powers=sorts, is_rough=is_rough, is_rate={(COUNT, 1), (COUNT, -1)} <= set(sorts))

    def __str__(self) -> str:
        over = " × ".join(sort for sort, power in self.powers if power > 0)
        under = " per ".join(sort for sort, power in self.powers if power < 0)
        return f"{over} per {under}".strip() if under else over or SHARE_SORT

    def divided(self, other: "UnitPowers") -> "UnitPowers":
        """The powers of a quotient."""
        counted = (dict(self.powers).get(COUNT, 0), dict(other.powers).get(COUNT, 0))
        return UnitPowers(
            powers=(*self.powers, *((sort, -power) for sort, power in other.powers)),
            is_rough=self.is_rough or other.is_rough,
            is_rate=self.is_rate or other.is_rate or min(counted) > 0,
            is_timed=self.is_timed or other.is_timed or any(sort in TIME_SORTS for sort, _ in other.powers),
        )

    def is_like(self, other: "UnitPowers") -> bool:
        """Whether figures of both can be added, as far as it can be told."""
        return self._is_like(other, is_rate=self.is_rate or other.is_rate)

    def may_be_called(self, written: "UnitPowers") -> bool:
        """Whether what is computed may be *written* so; a noun may name a number without unit, too."""
        is_named = not self.powers and written.is_rough and written.powers == ((COUNT, 1),)
        return is_named or self._is_like(written, is_rate=self.is_rate)

    def _is_like(self, other: "UnitPowers", *, is_rate: bool) -> bool:
        """Money must stand alike in both."""
        own, others = self._beside(other), other._beside(self)
        if own.pop(MONEY_SORT, 0) != others.pop(MONEY_SORT, 0):
            return False
        is_rough = self.is_rough or other.is_rough
        return own == others or is_rate or (is_rough and sum(own.values()) == sum(others.values()))

    def _beside(self, other: "UnitPowers") -> dict[str, int]:
        """Its powers, without the length of the period where *other* tells no time."""
        powers = dict(self.powers)
        if self.is_timed or not TIME_SORTS.isdisjoint(dict(other.powers)):
            return powers
        return {sort: power for sort, power in powers.items() if power > 0 or sort not in TIME_SORTS}


@frozen(kw_only=True)
class Mixed:
    """Two units that a definition adds, subtracts or compares, and that are not of one sort."""

    first: UnitPowers
    second: UnitPowers


def defined_unit(definition: Expression, units: Mapping[str, str]) -> UnitPowers | None:
    """The unit that *definition* gives; None where that cannot be told.

    Args:
        units: Measure id → its unit.
    """
    match definition:
        case Ref():
            return UnitPowers.of(units.get(definition.measure, ""))
        case Sum() | Difference():
            found = (defined_unit(part, units) for part in definition.operands())
            return next((one for one in found if one is not None), None)
        case Product():
            return _scaled(definition, defined_unit(definition.part, units))
        case Quotient():
            over, under = (defined_unit(part, units) for part in definition.operands())
            return over.divided(under) if over is not None and under is not None else None
        case Change():
            return UnitPowers()
    return None


def mixed_units(definition: Expression, units: Mapping[str, str]) -> Iterator[Mixed]:
    """What *definition* adds, subtracts or compares though it is not of one sort; one pair for each such place."""
    for part in walk(definition):
        if isinstance(part, Sum | Difference | Change):
            yield from _mixed([defined_unit(operand, units) for operand in part.operands()])


def _mixed(found: Sequence[UnitPowers | None]) -> Iterator[Mixed]:
    known = [one for one in found if one is not None]
    other = next((one for one in known[1:] if not known[0].is_like(one)), None)
    if other is not None:
        yield Mixed(first=known[0], second=other)


def _scaled(product: Product, unit: UnitPowers | None) -> UnitPowers | None:
    """A factor keeps the unit, but 60 × hours may be minutes."""
    if unit is None or abs(product.factor) == 1 or TIME_SORTS.isdisjoint(dict(unit.powers)):
        return unit
    return evolve(unit, is_rough=True)


def _sort(part: str) -> str:
    """The sort of one part of a written unit; empty for a number without unit."""
    words = part.split()
    if words and (words[0] in _SHARES or words[-1] in _PLAIN):
        return ""
    return unit_sort(part) or COUNT
