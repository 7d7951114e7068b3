"""Where the figures of a workbook are printed, and in which unit."""

from fractions import Fraction

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Bound, Key
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.report.formula.address import Address
from styrmodell.report.numbers import NumberStyle

_ONE = Fraction(1)
_AS_REPORTED = (Op.OBSERVED, Op.OWN)


def cell_factor(style: NumberStyle) -> Fraction:
    """How many of the measure's unit one of a cell's is: a per cent cell holds the share itself."""
    return _ONE if style.percent else style.factor


def cell_value(exact: Exact, style: NumberStyle) -> float:
    """*exact* as a cell in *style* holds it, unrounded: a share stays a share, kr in a tkr table become tkr.

    The only step from exact numbers to floats: a workbook holds nothing else.
    """
    over, under = exact.as_integer_ratio()
    if style.percent:
        return over / under
    numerator, denominator = style.parts
    return (over * denominator) / (under * numerator)


@frozen(kw_only=True)
class Printed:
    """A figure that stands in a cell; *factor* is how many of the measure's unit one of the cell's is."""

    address: Address
    factor: Fraction
    explanation: Explanation


@define(kw_only=True, eq=False)
class Places:
    """The printed figures of one workbook."""

    _all: list[Printed] = field(factory=list)
    # Made when first asked for: figures as they were reported are found by themselves.
    _made: dict[Bound, list[Printed]] = field(factory=dict)
    _observed: dict[object, Printed] = field(factory=dict)
    _homes: dict[Bound, Printed] = field(factory=dict)
    _units: dict[object, set[str]] = field(factory=dict)

    def add(self, explanation: Explanation, address: Address, style: NumberStyle) -> None:
        """Tell that *explanation*'s value is printed at *address* in *style*."""
        printed = Printed(address=address, factor=cell_factor(style), explanation=explanation)
        self._all.append(printed)
        figure = _figure(explanation)
        if figure is not None:
            self._observed.setdefault(figure.key, printed)
        if self._made:
            self._made.clear()
            self._units.clear()

    @property
    def _printed(self) -> dict[Bound, list[Printed]]:
        """Each value's places, in the order they were told."""
        if not self._made:
            for printed in self._all:
                self._made.setdefault(printed.explanation.bound, []).append(printed)
        return self._made

    def find(self, explanation: Explanation) -> Printed | None:
        """The cell other cells take *explanation*'s value from; None when it is not printed with that value."""
        figure = _figure(explanation)
        # One figure may be asked for as "the budget" and as "the decided budget": it still has one home.
        printed = None if figure is None else self._observed.get(figure.key)
        if printed is None:
            printed = self._home(explanation.bound)
        if printed is None or printed.explanation is explanation:
            return printed
        return printed if printed.explanation.exact == explanation.exact else None

    def find_observation(self, observation: Observation) -> Printed | None:
        """The cell that prints *observation*'s value; None when there is none."""
        printed = self._observed.get(observation.key)
        return printed if printed is not None and printed.explanation.exact == observation.value else None

    def prints_other_units(self, bound: Bound) -> bool:
        """Whether another unit's figure of the same kind is printed; so cheap that most folds need not be opened."""
        if not isinstance(bound, Key):
            return True
        if not self._units:  # only folds ask, once all is placed
            for key in (known for known in self._printed if isinstance(known, Key)):
                self._units.setdefault(_slot(key), set()).add(key.unit)
        return bool(self._units.get(_slot(bound), set()) - {bound.unit})

    def _home(self, bound: Bound) -> Printed | None:
        """The place that works a figure out: on the sheet that prints most of its operands, else the first."""
        places = self._printed.get(bound, [])
        if len(places) < 2:
            return places[0] if places else None
        if bound not in self._homes:
            self._homes[bound] = max(places, key=self._operands_beside)
        return self._homes[bound]

    def _operands_beside(self, place: Printed) -> int:
        sheets = [{p.address.sheet for p in self._printed.get(c.bound, ())} for c in place.explanation.children]
        return sum(place.address.sheet in found for found in sheets)


def _figure(explanation: Explanation) -> Observation | None:
    """The one observation that *explanation* shows as it came."""
    shows_one = explanation.op in _AS_REPORTED and len(explanation.observations) == 1
    return explanation.observations[0] if shows_one else None


def _slot(key: Key) -> object:
    """What a fold and the units it adds have in common."""
    return (key.measure, key.period, key.kind, key.version, key.dims)
