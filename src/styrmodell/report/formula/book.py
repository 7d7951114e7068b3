"""Live Excel formulas, made from the working of a value and nowhere else.

A formula refers to figures this workbook prints, else to rows of the sheet Underlag. It is given only when the
figures it refers to give exactly the value it stands for; otherwise the cell keeps the value alone.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.report.formula.address import Address, reference
from styrmodell.report.formula.basis import Basis
from styrmodell.report.formula.places import Places, cell_factor
from styrmodell.report.formula.term import (
    ADDITIVE,
    INPUT_LIMIT,
    MULTIPLICATIVE,
    Term,
    arguments,
    in_unit,
    is_too_large,
    quotient,
    right,
)
from styrmodell.report.numbers import NumberStyle

_SUM = "SUM"
_RATIO = "ratio_of_sums"
_PARTS = {"täljare": "numerator", "nämnare": "denominator"}


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


_FUNCTIONS: Mapping[str, Callable[[Sequence[Fraction]], Fraction]] = {
    _SUM: lambda values: sum(values, Fraction(0)),
    "MIN": min,
    "MAX": max,
    "AVERAGE": _mean,
}
# Rules without an Excel function of their own whose parts are added all the same.
_ADDED = ("own", "count")
_OF_PARTS = (_SUM, "MIN", "MAX")


class _NotLiveError(Exception):
    """This value has no formula; its cell keeps the value alone."""


@frozen(kw_only=True)
class _Asking:
    """The cell a formula is for; *factor* is how many of the measure's unit one of the cell's is."""

    address: Address
    style: NumberStyle
    factor: Fraction

    def cell(self, address: Address, factor: Fraction, exact: Exact | None) -> Term:
        """Another cell, as this one refers to it."""
        text = reference((address, address), self.address.sheet)
        return Term(text=text, value=Fraction(exact or 0), factor=factor, address=address, is_blank=exact is None)


@define(kw_only=True, eq=False)
class FormulaBook:
    """Makes the formulas of one workbook; place all figures first, then ask.

    Attributes:
        functions: Excel function by rule key, from Rule.excel.
        basis: The figures formulas asked for that no table prints.
        is_live: Whether there are formulas at all.
    """

    functions: Mapping[str, str] = field(factory=dict)
    basis: Basis = field(factory=Basis)
    places: Places = field(factory=Places)
    is_live: bool = True

    def place(self, explanation: Explanation, address: Address, style: NumberStyle) -> None:
        """Tell that *explanation*'s value, a missing one too, is printed at *address* in *style*."""
        self.places.add(explanation, address, style)

    def formula(self, explanation: Explanation, address: Address, style: NumberStyle) -> str | None:
        """The formula at *address* that gives *explanation*'s value in *style*; None where a plain value stands.

        A figure printed in several places is worked out in its home and linked to from the others. What the
        formula needs and no table prints gets a row in *basis*.
        """
        if explanation.exact is None or not self.is_live:
            return None
        if not (self._has_formula(explanation) or self._is_elsewhere(explanation, address)):
            return None
        at = _Asking(address=address, style=style, factor=cell_factor(style))
        before = len(self.basis.rows)
        try:
            term = self._linked(explanation, at) or self._worked_out(explanation, at)
        except _NotLiveError:
            term = None
        if term is None or not _gives(term, explanation) or is_too_large([term]) or _is_lone(term, explanation):
            self.basis.cut(before)
            return None
        return f"={in_unit(term, at.factor).text}"

    def _linked(self, explanation: Explanation, at: _Asking) -> Term | None:
        """The address where *explanation*'s value is printed elsewhere; None when it is not."""
        printed = self.places.find(explanation)
        if printed is None or printed.address == at.address:
            return None
        return at.cell(printed.address, printed.factor, explanation.exact)

    def _is_elsewhere(self, explanation: Explanation, address: Address) -> bool:
        """Whether *explanation*'s value is printed in another cell than the one at *address*."""
        printed = self.places.find(explanation)
        return printed is not None and printed.address is not address and printed.address != address

    def _operand(self, explanation: Explanation, at: _Asking) -> Term:
        """A figure as part of a formula: its address, else its own formula, else its row on Underlag."""
        linked = self._linked(explanation, at)
        if linked is not None:
            return linked
        if explanation.exact is None:
            raise _NotLiveError
        before = len(self.basis.rows)
        if self._has_formula(explanation):
            term = self._worked_out(explanation, at)
            if _gives(term, explanation):
                return term
        self.basis.cut(before)
        return self._on_basis(self.basis.value(explanation, at.style), explanation.exact, at)

    def _on_basis(self, address: Address, exact: Exact, at: _Asking) -> Term:
        return at.cell(address, cell_factor(self.basis.row_at(address).style), exact)

    def _has_formula(self, explanation: Explanation) -> bool:
        if explanation.op is Op.FOLDED:
            return self.functions.get(explanation.rule) in _FUNCTIONS or explanation.rule == _RATIO
        return explanation.op in _WORKINGS

    def _worked_out(self, explanation: Explanation, at: _Asking) -> Term:
        if not self._has_formula(explanation):
            raise _NotLiveError
        return _WORKINGS[explanation.op](self, explanation, at)

    def _added(self, explanation: Explanation, at: _Asking) -> Term:
        return self._joined(_SUM, self._parts(explanation, at), at)

    def _rolled_up(self, explanation: Explanation, at: _Asking) -> Term:
        name = _SUM if explanation.rule in _ADDED else self.functions.get(explanation.rule)
        if name not in _OF_PARTS:
            raise _NotLiveError  # a figure typed into a blank part would be added to what is no sum
        return self._joined(name, self._parts(explanation, at), at)

    def _parts(self, explanation: Explanation, at: _Asking) -> list[Term]:
        """The operands of a sum: blank ones too where they are printed, so that a figure typed there counts."""
        kept: list[Term] = []
        for child in explanation.children:
            if child.exact is not None or self._linked(child, at) is not None:
                kept.append(self._operand(child, at))
                _require_few(kept)
        return kept

    def _folded(self, explanation: Explanation, at: _Asking) -> Term:
        name = self.functions.get(explanation.rule)
        if name is None:
            return self._ratio(explanation, at)
        if name in _OF_PARTS and self._prints_parts(explanation, at):
            return self._joined(name, self._parts(explanation, at), at)
        if len(explanation.observations) == 1:
            return self._observation(explanation.observations[0], explanation, at)
        terms: list[Term] = []
        for observation in explanation.observations:
            terms.append(self._observation(observation, explanation, at))
            _require_few(terms)
        return self._joined(name, terms, at)

    def _prints_parts(self, explanation: Explanation, at: _Asking) -> bool:
        """Whether every unit directly below is printed."""
        if not self.places.prints_other_units(explanation.bound):
            return False
        parts = [child for child in explanation.children if child.exact is not None]
        return bool(parts) and all(self._linked(child, at) is not None for child in parts)

    def _observation(self, observation: Observation, of: Explanation, at: _Asking) -> Term:
        if observation.value is None:
            raise _NotLiveError
        printed = self.places.find_observation(observation)
        if printed is not None and printed.address != at.address:
            return at.cell(printed.address, printed.factor, observation.value)
        return self._on_basis(self.basis.observed(observation, of, at.style), observation.value, at)

    def _ratio(self, explanation: Explanation, at: _Asking) -> Term:
        """A ratio of sums: numerators below each other on Underlag, then the denominators."""
        if 2 * len(explanation.observations) > INPUT_LIMIT:
            raise _NotLiveError
        sums: list[Term] = []
        for word, attribute in _PARTS.items():
            found = [(o, getattr(o, attribute)) for o in explanation.observations]
            whole = [(o, part) for o, part in found if part is not None]
            terms = [self._on_basis(self.basis.part(o, explanation, word, part), part, at) for o, part in whole]
            sums.append(self._joined(_SUM, terms, at))
        return _divide(sums[0], sums[1], at)

    def _joined(self, name: str, terms: Sequence[Term], at: _Asking) -> Term:
        """One function over *terms*; where their units differ, each is scaled to the asking cell's."""
        values = [term.value for term in terms if not term.is_blank]
        factors = {term.factor for term in terms}
        if not terms or (name != _SUM and (not values or len(factors) > 1)):
            raise _NotLiveError
        if len(terms) == 1 and terms[0].on_basis:
            return terms[0]
        factor = factors.pop() if len(factors) == 1 else at.factor
        listed = arguments(terms, at.address.sheet, factor)
        return Term(
            text=f"{name}({','.join(argument.text for argument in listed)})",
            value=_FUNCTIONS[name](values),
            factor=factor,
            inputs=sum(argument.inputs for argument in listed),
        )

    def _subtracted(self, explanation: Explanation, at: _Asking) -> Term:
        one, other = self._both(explanation, at)
        factor = one.factor if one.factor == other.factor else at.factor
        one, other = in_unit(one, factor), in_unit(other, factor)
        return Term(
            text=f"{one.text}-{right(other, ADDITIVE)}",
            value=one.value - other.value,
            factor=factor,
            level=ADDITIVE,
            inputs=one.inputs + other.inputs,
        )

    def _multiplied(self, explanation: Explanation, at: _Asking) -> Term:
        if not explanation.factor:
            raise _NotLiveError
        part = self._operand(explanation.children[0], at)
        by = Fraction(explanation.factor)
        return evolve(part, value=part.value * by, factor=part.factor * by)

    def _divided(self, explanation: Explanation, at: _Asking) -> Term:
        return _divide(*self._both(explanation, at), at)

    def _changed(self, explanation: Explanation, at: _Asking) -> Term:
        after, before = self._both(explanation, at)
        if not before.value:
            raise _NotLiveError
        unit = abs(before.factor)
        after, before = in_unit(after, unit), in_unit(before, unit)
        return Term(
            text=f"({after.text}-{right(before, ADDITIVE)})/ABS({before.text})",
            value=(after.value - before.value) / abs(before.value),
            factor=Fraction(1),
            level=MULTIPLICATIVE,
            inputs=after.inputs + before.inputs,
        )

    def _both(self, explanation: Explanation, at: _Asking) -> tuple[Term, Term]:
        one, other = (self._operand(child, at) for child in explanation.children)
        return one, other


_WORKINGS: Mapping[Op, Callable[[FormulaBook, Explanation, _Asking], Term]] = {
    Op.FOLDED: FormulaBook._folded,
    Op.ROLLED_UP: FormulaBook._rolled_up,
    Op.PERIODS: FormulaBook._rolled_up,
    Op.ADD: FormulaBook._added,
    Op.SUBTRACT: FormulaBook._subtracted,
    Op.NET: FormulaBook._subtracted,
    Op.MULTIPLY: FormulaBook._multiplied,
    Op.DIVIDE: FormulaBook._divided,
    Op.CHANGE: FormulaBook._changed,
}


def _divide(one: Term, other: Term, at: _Asking) -> Term:
    if not other.value:
        raise _NotLiveError
    return quotient(one, other, at.factor)


def _gives(term: Term, explanation: Explanation) -> bool:
    return explanation.exact is not None and term.value == Fraction(explanation.exact)


def _is_lone(term: Term, explanation: Explanation) -> bool:
    """Whether a fold holds a single figure that is printed nowhere else: it is then printed as the figure it is."""
    return explanation.op is Op.FOLDED and term.on_basis


def _require_few(terms: Sequence[Term]) -> None:
    """Stop early, before thousands of figures are gathered; printed cells may still join to one range."""
    if is_too_large([term for term in terms if term.address is None or term.on_basis]):
        raise _NotLiveError
