"""The number cells of a workbook → figures, without a way over text."""

from decimal import Decimal
from typing import Any

from attrs import define

from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.tables.codes import DOUBTFUL_SHARE
from styrmodell.io.tables.figure import FigureReader, FigureRule
from styrmodell.io.value_codes import LONG_NUMBER, PERCENT_SIGN
from styrmodell.model.measure import SHARE
from styrmodell.model.number import number

_WHOLE = 1e15
_LEAST = -_WHOLE
_PERCENT_PLACES = 2


class Share(float):
    """A number in a cell with a per cent format: Excel holds 39,2 % as 0.392."""

    __slots__ = ()


@define(kw_only=True)
class SheetFigures(FigureReader):
    """Reads the figures of one sheet.

    A float stands for its shortest text, which is what was typed as long as that had at most fifteen digits.

    Attributes:
        text_numbers: How many figures were text.
    """

    text_numbers: int = 0

    def text(self, cell: Any) -> str:
        """What stands in a cell, as it is shown."""
        return f"{cell_text(float(cell) * 100)} %" if type(cell) is Share else cell_text(cell)

    def check(self, cell: Any) -> None:
        """Raise BadValueError unless *cell* is a number or a word that may stand for one."""
        if type(cell) not in (float, int, Share):
            FigureReader.check(self, cell)

    def amount(self, cell: Any, rule: FigureRule) -> tuple[Decimal | None, Decimal | None]:
        """A figure in the measure's unit and the size of its last digit's step; None, None for an empty cell."""
        if type(cell) is float:
            if not _LEAST < cell < _WHOLE:  # not that inf or nan is
                return self._unplain(cell, rule)
            factor, text = rule.factor, repr(cell)
            decimals = text.partition(".")[2]
            if decimals == "0":
                amount = Decimal(int(cell)) if factor is None else Decimal(int(cell)) * factor
                return amount or abs(amount), rule.steps[0]
            if "e" in text or rule.measure.unit == SHARE:
                return self._unplain(cell, rule)
            return Decimal(text) if factor is None else Decimal(text) * factor, rule.steps[len(decimals)]
        if type(cell) is str:
            found = FigureReader.amount(self, cell, rule)
            self.text_numbers += found[0] is not None
            return found
        if type(cell) is Share:
            return self._share(cell, rule)
        # A date or a truth value is told as the text it would be.
        return FigureReader.amount(self, self.text(cell), rule)

    def _unplain(self, cell: float, rule: FigureRule) -> tuple[Decimal | None, Decimal | None]:
        """Shares, and numbers that are very large or very near to none."""
        text = repr(cell)
        if "n" in text:  # inf and nan are no figures, and told as text is
            return FigureReader.amount(self, text, rule)
        value = Decimal(text)
        places = len(text.partition(".")[2])
        if "e" in text or places >= len(rule.steps):
            return self._long(value, rule)
        if rule.factor is None:
            return value, rule.steps[places]
        if rule.measure.unit == SHARE and -1 < cell < 1:
            self.doubts.append(("value", BadValueError(DOUBTFUL_SHARE, found=text, count="")))
        return value * rule.factor, rule.steps[places]

    def _long(self, value: Decimal, rule: FigureRule) -> tuple[Decimal, Decimal]:
        """Very large and very small numbers, which the model may refuse."""
        factor = rule.factor or Decimal(1)
        exponent = value.as_tuple().exponent
        try:
            amount, step = number(value * factor), number(abs(factor).scaleb(min(int(exponent), 0)))
        except ValueError:
            raise BadValueError(LONG_NUMBER, found=shorten(str(value))).below("value") from None
        assert amount is not None
        assert step is not None
        return amount, step

    def _share(self, cell: Share, rule: FigureRule) -> tuple[Decimal, Decimal]:
        """A per cent format on another measure is a fault, as the sign is in text."""
        if rule.measure.unit != SHARE or rule.factor is None:
            raise BadValueError(PERCENT_SIGN, found=self.text(cell), unit=rule.measure.unit).below("value")
        value = Decimal(repr(float(cell)))
        places = max(_PERCENT_PLACES, -int(value.normalize().as_tuple().exponent))
        try:
            amount, step = number(value), number(Decimal((0, (1,), -places)))
        except ValueError:
            raise BadValueError(LONG_NUMBER, found=shorten(str(value))).below("value") from None
        assert amount is not None
        assert step is not None
        return amount or abs(amount), step
