"""Terms: pieces of a formula that know their value, their unit and when they need parentheses."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve, field, frozen

from styrmodell.report.formula.address import Address, Range, ranges, reference
from styrmodell.report.formula.basis import BASIS_SHEET

ATOM, MULTIPLICATIVE, ADDITIVE = 0, 1, 2
INPUT_LIMIT = 50
_LENGTH_LIMIT = 8_000
_MAX_DECIMALS = 6


@frozen(kw_only=True)
class Term:
    """A piece of a formula.

    Attributes:
        text: What the formula says, without "=".
        value: What it gives, in the measure's unit; 0 for a blank cell.
        factor: How many of the measure's unit one unit of *text* is: text × factor = value.
        level: How loosely it binds: ATOM, MULTIPLICATIVE (a leading minus too) or ADDITIVE.
        inputs: How many figures and ranges it refers to.
        address: The cell, when it is one cell and nothing else.
        is_blank: Whether that cell holds no figure.
    """

    text: str
    value: Fraction = field(converter=Fraction)
    factor: Fraction
    level: int = ATOM
    inputs: int = 1
    address: Address | None = None
    is_blank: bool = False

    @property
    def on_basis(self) -> bool:
        """Whether it is a cell of Underlag."""
        return self.address is not None and self.address.sheet == BASIS_SHEET


def left(term: Term) -> str:
    """*term* before × or ÷, in parentheses where it needs them."""
    return f"({term.text})" if term.level >= ADDITIVE else term.text


def right(term: Term, level: int) -> str:
    """*term* after an operation of *level*, in parentheses where it binds no tighter or begins with a minus."""
    return f"({term.text})" if term.level >= level or term.text.startswith("-") else term.text


def in_unit(term: Term, factor: Fraction) -> Term:
    """*term* with its text in another unit."""
    return evolve(times(term, term.factor / factor), factor=factor)


def times(term: Term, ratio: Fraction) -> Term:
    """*term* with its text multiplied by *ratio*; the value is left as it was."""
    if ratio == 1:
        return term
    size = abs(ratio)
    text = left(term) + ("" if size == 1 else _factor_text(size))
    if ratio < 0:
        text = f"-({text})" if text.startswith("-") else f"-{text}"
    return evolve(term, text=text, level=MULTIPLICATIVE, address=None)


def _factor_text(size: Fraction) -> str:
    """A multiplication as people write it: "*1000", "/1000", "*0.35", "*2/3"."""
    over, under = size.numerator, size.denominator
    if under == 1:
        return f"*{over}"
    if over == 1:
        return f"/{under}"
    scaled = size * 10**_MAX_DECIMALS
    if scaled.denominator == 1:
        digits = f"{scaled.numerator:0{_MAX_DECIMALS + 1}d}"
        return f"*{digits[:-_MAX_DECIMALS]}.{digits[-_MAX_DECIMALS:].rstrip('0')}"
    return f"*{over}/{under}"


def quotient(one: Term, other: Term, factor: Fraction) -> Term:
    """*one* ÷ *other*, in the unit *factor* says: the numerator is scaled, once."""
    scaled = times(one, one.factor / (other.factor * factor))
    return Term(
        text=f"{left(scaled)}/{right(other, MULTIPLICATIVE)}",
        value=one.value / other.value,
        factor=factor,
        level=MULTIPLICATIVE,
        inputs=one.inputs + other.inputs,
    )


def arguments(terms: Sequence[Term], sheet: str, factor: Fraction) -> list[Term]:
    """What stands between the parentheses of a sum on *sheet*, every argument in the unit *factor* says.

    Neighbouring cells become ranges. Cells in another unit are added before they are scaled, so that a text
    among them ("ej rapporterat") still counts as nothing.
    """
    found: list[Term] = []
    for own in dict.fromkeys(term.factor for term in terms):
        group = [term for term in terms if term.factor == own]
        cells = {term.address: term for term in group if term.address is not None}
        joined = ranges([term.address for term in group if term.address is not None])
        found += [_range(cells, edges, sheet, scaled=own != factor) for edges in joined]
        found += [term for term in group if term.address is None]
    return [in_unit(term, factor) for term in found]


def _range(cells: dict[Address, Term], edges: Range, sheet: str, *, scaled: bool) -> Term:
    first, last = edges
    edge = cells[first]
    text = reference(edges, sheet)
    if scaled and (first != last or edge.is_blank):
        text = f"SUM({text})"
    figures = 1 + last.row - first.row + last.column - first.column
    inputs = figures if edge.on_basis else 1
    return Term(text=text, value=edge.value, factor=edge.factor, inputs=inputs)


def is_too_large(terms: Sequence[Term]) -> bool:
    """Whether *terms* ask for more figures from Underlag, or more separate cells, than a person can follow."""
    return sum(term.inputs for term in terms) > INPUT_LIMIT or sum(len(term.text) for term in terms) > _LENGTH_LIMIT
