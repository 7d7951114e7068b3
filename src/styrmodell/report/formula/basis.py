"""The rows of the sheet Underlag: figures that formulas need and that no table prints."""

from collections.abc import Hashable
from datetime import date
from fractions import Fraction

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import kind_word
from styrmodell.model.number import Exact, money_factor
from styrmodell.model.observation import Observation
from styrmodell.report.formula.address import Address
from styrmodell.report.numbers import NumberStyle, make_style
from styrmodell.report.source_text import source_text

BASIS_SHEET = "Underlag"
BASIS_COLUMN = 6
BASIS_FIRST_ROW = 3
_MAX_DECIMALS = 6


@frozen(kw_only=True)
class BasisRow:
    """One figure on Underlag.

    Attributes:
        label: What people call the figure.
        unit_id: The organisational unit that reported it; empty for a figure of several.
        period: Canonical text of the period.
        kind: The Swedish word for the kind ("budget").
        style: The printed unit, and how many of the measure's unit one of it is.
        exact: The figure in the measure's unit, unrounded.
        source: Where it was written, as text.
        as_of: The day it speaks of.
        cell: Its cell id outside reports.
    """

    label: str
    unit_id: str = ""
    period: str = ""
    kind: str = ""
    version: str = ""
    style: NumberStyle
    exact: Exact
    source: str = ""
    as_of: date | None = None
    cell: str = ""


@define(kw_only=True, eq=False)
class Basis:
    """The rows in the order formulas asked for them; a figure asked for twice has one row.

    Two values told under one key have a row each: a formula never takes the one for the other.
    """

    rows: list[BasisRow] = field(factory=list)
    _places: dict[Hashable, int] = field(factory=dict)

    def row_at(self, address: Address) -> BasisRow:
        """The row whose value stands at *address*."""
        return self.rows[address.row - BASIS_FIRST_ROW]

    def observed(self, observation: Observation, of: Explanation, asked: NumberStyle) -> Address:
        """The address of *observation*'s value, one of those *of* was made from."""
        value = observation.value
        assert value is not None
        row = observation_row(observation, of, value, style_for(of.unit, asked, value))
        return self._address((observation.key, value), row)

    def part(self, observation: Observation, of: Explanation, name: str, value: Exact) -> Address:
        """The address of a ratio's numerator or denominator (*name* is the Swedish word)."""
        row = observation_row(observation, of, value, NumberStyle(decimals=decimals_of(Fraction(value))), name)
        return self._address((observation.key, name, value), row)

    def value(self, explanation: Explanation, asked: NumberStyle) -> Address:
        """The address of a value that no formula can work out."""
        assert explanation.exact is not None
        style = style_for(explanation.unit, asked, explanation.exact)
        if len(explanation.observations) == 1:
            observation = explanation.observations[0]
            is_as_reported = observation.value == explanation.exact
            key = (observation.key, observation.value) if is_as_reported else (explanation.bound, explanation.exact)
            return self._address(key, observation_row(observation, explanation, explanation.exact, style))
        return self._address((explanation.bound, explanation.exact), value_row(explanation, explanation.exact, style))

    def cut(self, length: int) -> None:
        """Take back every row after the first *length*."""
        if len(self.rows) == length:
            return
        while len(self.rows) > length:
            self.rows.pop()
            self._places.popitem()  # rows and places grow together, in one order

    def _address(self, key: Hashable, row: BasisRow) -> Address:
        place = self._places.setdefault(key, len(self.rows))
        if place == len(self.rows):
            self.rows.append(row)
        return Address(sheet=BASIS_SHEET, row=BASIS_FIRST_ROW + place, column=BASIS_COLUMN)


def style_for(unit: str, asked: NumberStyle, exact: Exact) -> NumberStyle:
    """How a figure in *unit* is written on Underlag: money in the unit of the table that asked, all decimals kept."""
    printed = asked.unit if money_factor(unit) and money_factor(asked.unit) else unit
    factor = make_style(unit, printed, 0).factor
    return NumberStyle(unit=printed, factor=factor, decimals=decimals_of(Fraction(exact) / factor))


def decimals_of(figure: Fraction) -> int:
    """How many decimals show *figure* whole; at most six."""
    return next((n for n in range(_MAX_DECIMALS) if (figure * 10**n).denominator == 1), _MAX_DECIMALS)


def observation_row(
    observation: Observation, of: Explanation, exact: Exact, style: NumberStyle, name: str = ""
) -> BasisRow:
    """The row of an observation; *name* tells a numerator from a denominator."""
    key = Key(
        measure=observation.measure_id,
        unit=observation.unit_id,
        period=observation.period,
        kind=observation.kind,
        version=observation.version,
        dims=observation.dims,
    )
    return BasisRow(
        label=f"{of.label}, {name}" if name else of.label,
        unit_id=observation.unit_id,
        period=observation.period.text,
        kind=kind_word(observation.kind),
        version=observation.version,
        style=style,
        exact=exact,
        source=str(observation.source),
        as_of=observation.dated,
        cell=key.cell,
    )


def value_row(explanation: Explanation, exact: Exact, style: NumberStyle) -> BasisRow:
    """The row of a figure worked out from several observations."""
    bound = explanation.bound
    known = bound if isinstance(bound, Key) else None
    return BasisRow(
        label=explanation.label,
        unit_id=known.unit if known else "",
        period=known.period.text if known else "",
        kind=kind_word(known.kind) if known else "",
        version=known.version if known else "",
        style=style,
        exact=exact,
        source=source_text(explanation.sources),
        as_of=explanation.coverage.oldest,
        cell=explanation.cell,
    )
