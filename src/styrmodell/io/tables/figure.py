"""The cells value, numerator, denominator and state → a figure in the measure's unit.

Run it inside model.number.exact(): scaling must not round.
"""

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Self

from attrs import define, field, frozen

from styrmodell.io.kept import Kept, optional
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.suppressed import Suppressed, read_suppressed
from styrmodell.io.value_codes import (
    HALF_A_RATIO,
    LONG_NUMBER,
    PERCENT_SIGN,
    STATE_AGAINST_VALUE,
    STATE_WITHOUT_VALUE,
    VALUE_TWICE,
)
from styrmodell.io.values import number_value, state_value
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.kind import State
from styrmodell.model.measure import MONEY, SHARE, Measure, OverTime
from styrmodell.model.number import number
from styrmodell.model.number_text import Notation, NumberText

Figure = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None, State]
_ONE = Decimal(1)
# What people answer where a measure is "Ja/Nej".
_TRUTHS = MappingProxyType({"ja": _ONE, "nej": Decimal(0)})
_PER_CENT = Decimal("0.01")
_STEPS = tuple(Decimal((0, (1,), -places)) for places in range(31))
# The shapes that nearly every cell has; all others go through the model's reader of number texts.
_SIMPLE = MappingProxyType(
    {
        Notation.SV: re.compile(r"(-?(?:\d{1,3}(?:[ \xa0]\d{3}){1,5}|\d{1,18}))(?:,(\d{1,9}))?\Z", re.ASCII),
        Notation.PLAIN: re.compile(r"(-?\d{1,18})(?:\.(\d{1,9}))?\Z", re.ASCII),
    }
)
_REPORTED = State.REPORTED
_VALUELESS = frozenset((State.MISSING, State.NOT_APPLICABLE))
_DOUBTFUL = frozenset((State.ESTIMATED, State.CARRIED_FORWARD, State.STATED, State.SETTLED))


@frozen(kw_only=True)
class FigureRule:
    """How the figures of one measure are read.

    Attributes:
        factor: What a written figure is multiplied by; None where it stands as it is.
        steps: Number of decimals → the size of one step in the last digit, in the measure's unit.
        is_stock: Whether it tells how much there is at a time: "per april" is then April alone.
    """

    measure: Measure
    factor: Decimal | None
    steps: tuple[Decimal, ...]
    is_stock: bool

    @classmethod
    def by(cls, measure: Measure, factor: Decimal) -> Self:
        """Figures of *measure* times *factor*."""
        steps = _STEPS if factor == 1 else tuple(abs(factor) * step for step in _STEPS)
        is_stock = measure.over_time is OverTime.LAST
        return cls(measure=measure, factor=None if factor == 1 else factor, steps=steps, is_stock=is_stock)


@define(kw_only=True)
class FigureReader:
    """Reads the figures of one file.

    Attributes:
        doubts: (column, warning) pairs since the caller last emptied it.
        words: Words that stood where a number is expected in the row that was read last.
    """

    format: SourceFormat
    doubts: list[tuple[str, BadValueError]] = field(factory=list)
    words: list[Suppressed] = field(factory=list)
    states: Kept[Any, State | None] = field(init=False)
    _simple: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.states = Kept(lambda cell: optional(state_value)(self.text(cell)))
        self._simple = _SIMPLE[self.format.notation]

    def rule(self, measure: Measure) -> FigureRule:
        """Per cent become shares of one, money becomes kr with income +; all else stands as it is."""
        if measure.unit == SHARE:
            return FigureRule.by(measure, _PER_CENT)
        return FigureRule.by(measure, self.format.money_factor() if measure.unit == MONEY else _ONE)

    def read(self, value: Any, over: Any, under: Any, word: Any, rule: FigureRule) -> Figure:
        """Value, its step, numerator, denominator and state"""
        self.words.clear()
        amount, step = self.amount(value, rule)
        state = self.states[word]
        if amount is not None and state is None and not over and not under:
            return amount, step, None, None, _REPORTED
        numerator, denominator = self._ratio(over, under, rule)
        texts = ("" if amount is None else self.text(value), "" if numerator is None else self.text(over))
        return amount, step, numerator, denominator, self._settled(state, self.text(word), *texts)

    def check(self, cell: Any) -> None:
        """Raise BadValueError unless *cell* is a number or a word that may stand for one."""
        text = self.text(cell)
        if read_suppressed(text) is None:
            self.number(text)

    def text(self, cell: Any) -> str:
        """What stands in a cell; here it is text already."""
        return str(cell)

    def amount(self, text: Any, rule: FigureRule) -> tuple[Decimal | None, Decimal | None]:
        """A figure in the measure's unit and the size of its last digit's step; None, None for an empty cell."""
        match = self._simple.match(text)
        if match is None:
            return self._unusual(text, rule)
        whole, decimals = match.groups()
        whole = whole.replace(" ", "").replace("\xa0", "")
        amount = Decimal(f"{whole}.{decimals}" if decimals else whole)
        factor, steps = rule.factor, rule.steps
        if factor is not None:
            amount *= factor
        return amount or abs(amount), steps[len(decimals) if decimals else 0]

    def _unusual(self, text: str, rule: FigureRule) -> tuple[Decimal | None, Decimal | None]:
        """The same for signs, thin spaces, brackets, per cent signs, very long numbers, and words."""
        if rule.measure.unit == TRUTH and (said := _TRUTHS.get(text.strip().casefold())) is not None:
            return said, _ONE
        if word := read_suppressed(text):
            self.words.append(word)
            return None, None
        written = self.number(text)
        if written is None:
            return None, None
        if written.percent and rule.measure.unit != SHARE:
            raise BadValueError(PERCENT_SIGN, found=shorten(text), unit=rule.measure.unit).below("value")
        factor = _ONE if written.percent else rule.factor or _ONE
        amount = written.value * factor
        try:
            number(amount)
        except ValueError:
            raise BadValueError(LONG_NUMBER, found=shorten(text)).below("value") from None
        return amount or abs(amount), written.precision * abs(factor)

    def number(self, text: str) -> NumberText | None:
        return number_value(text, self.format.notation)

    def _ratio(self, over: Any, under: Any, rule: FigureRule) -> tuple[Decimal | None, Decimal | None]:
        """Numerator and denominator: counts, not per cent; of money, the numerator has the file's scale."""
        parts = FigureRule.by(rule.measure, _ONE)
        above = rule if rule.measure.unit == MONEY else parts
        self._refuse_per_cent(over, under)
        known = len(self.words)
        numerator, denominator = self.amount(over, above)[0], self.amount(under, parts)[0]
        if len(self.words) > known:  # of a half that is protected nothing can be counted
            return None, None
        if (numerator is None) != (denominator is None):
            raise BadValueError(HALF_A_RATIO).below("numerator" if numerator is None else "denominator")
        return numerator, denominator

    def _refuse_per_cent(self, over: Any, under: Any) -> None:
        for column, cell in (("numerator", over), ("denominator", under)):
            if "%" in self.text(cell):
                raise BadValueError(PERCENT_SIGN, found=shorten(self.text(cell)), unit="antal").below(column)

    def _settled(self, state: State | None, word: str, value: str, numerator: str) -> State:
        """The state of a figure that is missing or has parts, given the texts of what is there."""
        if value and numerator:
            raise BadValueError(VALUE_TWICE, value=shorten(value), numerator=shorten(numerator)).below("value")
        if value or numerator:
            if state in _VALUELESS:
                args = {"found": shorten(word), "value": shorten(value or numerator)}
                raise BadValueError(STATE_AGAINST_VALUE, **args).below("state")
            return state or _REPORTED
        if state in _DOUBTFUL:
            self.doubts.append(("state", BadValueError(STATE_WITHOUT_VALUE, found=shorten(word))))
        without = state or (self.words[0].state if self.words else None)
        return State.NOT_APPLICABLE if without is State.NOT_APPLICABLE else State.MISSING
