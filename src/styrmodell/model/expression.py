"""Expressions: how a figure is computed, as plain data.

Nothing here computes. The aggregation floor binds an expression to a unit, period, kind, version and members and
evaluates it; the report floor turns the same tree into a live Excel formula.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import field, frozen

from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.number import Number, number
from styrmodell.model.period_shift import Shift


class Expression:
    """What can be added, subtracted, multiplied by a number and divided."""

    __slots__ = ()

    def __add__(self, other: "Expression") -> "Expression":
        return Sum(parts=(*_addends(self), *_addends(other)))

    def __sub__(self, other: "Expression") -> "Expression":
        return Difference(left=self, right=_expression(other))

    def __mul__(self, other: Number | Fraction) -> "Expression":
        return Product(part=self, factor=other)

    def __rmul__(self, other: Number | Fraction) -> "Expression":
        return Product(part=self, factor=other)

    def __truediv__(self, other: "Expression") -> "Expression":
        return Quotient(numerator=self, denominator=_expression(other))

    def __neg__(self) -> "Expression":
        return Product(part=self, factor=-1)

    def operands(self) -> tuple["Expression", ...]:
        """The expressions directly below this one."""
        return ()


def _expression(value: object) -> Expression:
    if not isinstance(value, Expression):
        raise TypeError(f"an operand is an Expression, not {type(value).__name__}: {value!r}")
    return value


def _addends(value: object) -> tuple[Expression, ...]:
    return value.parts if isinstance(value, Sum) else (_expression(value),)


def _fraction(value: Number | Fraction) -> Fraction:
    if isinstance(value, Fraction):
        return value
    checked = number(value)
    if checked is None:
        raise TypeError("a factor is a number, not None")
    return Fraction(checked)


@frozen(kw_only=True)
class Ref(Expression):
    """A measure. What it does not name, it inherits from where it is asked.

    Attributes:
        dims: (dimension, member) pairs that it does name.
        kind: Which sort of figure ("budget"), where it is not the one that is asked for.
        version: Which version; empty for the newest of another kind.
        shift: Another period, told from the one that is asked for.
        ie: I/E codes that are let through ("0–2").
        internal: What of the internal items is held, where it is not what the measure says.
    """

    measure: str
    unit: str | None = None
    dims: tuple[tuple[str, str], ...] = ()
    kind: Kind | None = None
    version: str | None = None
    shift: Shift | None = None
    ie: str = ""
    internal: Internal | None = None


@frozen(kw_only=True)
class RowRef(Expression):
    """Another row of the same table, in the same column."""

    key: str


@frozen(kw_only=True)
class ColumnRef(Expression):
    """Another column of the same table, in the same row."""

    key: str


@frozen(kw_only=True)
class Sum(Expression):
    """All parts added; missing when any part is missing."""

    parts: tuple[Expression, ...]

    def operands(self) -> tuple[Expression, ...]:
        """The addends."""
        return self.parts


@frozen(kw_only=True)
class Difference(Expression):
    """Left minus right."""

    left: Expression
    right: Expression

    def operands(self) -> tuple[Expression, ...]:
        """Left, right."""
        return (self.left, self.right)


@frozen(kw_only=True)
class Product(Expression):
    """A part times a plain number."""

    part: Expression
    factor: Fraction = field(converter=_fraction)

    def operands(self) -> tuple[Expression, ...]:
        """The part alone."""
        return (self.part,)


@frozen(kw_only=True)
class Quotient(Expression):
    """Numerator over denominator; missing when the denominator is zero."""

    numerator: Expression
    denominator: Expression

    def operands(self) -> tuple[Expression, ...]:
        """Numerator, denominator."""
        return (self.numerator, self.denominator)


@frozen(kw_only=True)
class Change(Expression):
    """The relative change from *before* to *after*: (after − before) ÷ |before|.

    Up is plus, whatever the sign of *before*: of money that is better. A cost that goes from −100 to −110 kr changes
    by −10 %; ``Change(after=-cost, before=-earlier)`` follows its size, which grows by 10 %.
    """

    after: Expression
    before: Expression

    def operands(self) -> tuple[Expression, ...]:
        """After, before."""
        return (self.after, self.before)


def ref(
    measure: str,
    *,
    unit: str | None = None,
    dims: tuple[tuple[str, str], ...] = (),
    kind: Kind | None = None,
    version: str | None = None,
    period: str = "",
) -> Expression:
    """Refer to *measure*, with what it should not inherit from where it is asked.

    Args:
        unit: A unit's id; None inherits, as does what else is left out.
        dims: (dimension, member) pairs.
        version: Of a budget or forecast ("beslutad"); empty for the newest.
        period: Another period, told from the asked one: "-1", "ack", "ack-1", "r12", "månad" or "år".

    Raises:
        TextError: *period* is none of these.
    """
    shift = Shift.parse(period) if period else None
    return Ref(measure=measure, unit=unit, dims=dims, kind=kind, version=version, shift=shift)


def row(key: str) -> Expression:
    """Refer to the row *key* of the table, in the same column."""
    return RowRef(key=key)


def column(key: str) -> Expression:
    """Refer to the column *key* of the table, in the same row."""
    return ColumnRef(key=key)


def total(parts: Iterable[Expression]) -> Expression:
    """Add *parts*; missing when any of them is missing."""
    return Sum(parts=tuple(addend for part in parts for addend in _addends(part)))


def walk(expression: Expression) -> Iterator[Expression]:
    """*expression* and everything below it, each before what is below it."""
    yield expression
    for operand in expression.operands():
        yield from walk(operand)
