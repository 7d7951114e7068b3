"""The formulas of a form's totals, worked out again from what was filled in."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from attrs import define

from styrmodell.io.workbook.cell import column_number
from styrmodell.report.formula.address import column_letters

# What stands in a cell of a sheet: a number, or None where nothing does.
CellValue = Callable[[str, str], Fraction | None]
_TOKEN = re.compile(
    r"\s*(?:(?P<cells>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<function>SUM|MIN|MAX|AVERAGE)\(|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/(),]))"
)
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_MOST_CELLS, _MOST_NESTED = 100_000, 50


class NoFormulaError(ValueError):
    """A formula of another kind than those a form writes."""


def work_out(formula: str, sheet: str, value: CellValue) -> Fraction | None:
    """What *formula*, written on *sheet*, gives.

    Returns:
        The number; None where a figure that it needs is missing: a sum adds what there is, all else needs everything.

    Raises:
        NoFormulaError: It is none of those that a form writes.
    """
    reader = _Reader(text=formula.removeprefix("="), sheet=sheet, value=value)
    result = reader.sum()
    if reader.peek() or len(result) != 1:
        raise NoFormulaError(formula)
    return result[0]


@define(kw_only=True, eq=False)
class _Reader:
    """Reads a formula from left to right; each step gives the values of a cell, of a range or of a calculation."""

    text: str
    sheet: str
    value: CellValue
    at: int = 0
    _depth: int = 0

    def peek(self) -> str:
        found = _TOKEN.match(self.text, self.at)
        if found is None and self.text[self.at :].strip():
            raise NoFormulaError(self.text)
        return found[0].strip() if found is not None else ""

    def take(self) -> re.Match[str]:
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            raise NoFormulaError(self.text)
        self.at = found.end()
        return found

    def sum(self) -> list[Fraction | None]:
        values = self.product()
        while (sign := self.peek()) in ("+", "-"):
            self.take()
            values = [_joined(sign, values, self.product())]
        return values

    def product(self) -> list[Fraction | None]:
        values = self.factor()
        while (sign := self.peek()) in ("*", "/"):
            self.take()
            values = [_joined(sign, values, self.factor())]
        return values

    def factor(self) -> list[Fraction | None]:
        found = self.take()
        if found["cells"]:
            return list(self._cells(found["cells"]))
        if found["number"]:
            return [Fraction(found["number"])]
        if found["function"]:
            return [_of_parts(found["function"], self._arguments())]
        if found["sign"] == "-":
            return [_joined("-", [Fraction(0)], self._signed())]
        if found["sign"] != "(":
            raise NoFormulaError(self.text)
        values = self._inside()
        self._close()
        return values

    def _signed(self) -> list[Fraction | None]:
        if self.peek() == "-":
            raise NoFormulaError(self.text)
        return self.factor()

    def _inside(self) -> list[Fraction | None]:
        """What stands between brackets; a form nests them few times, and who nests them more wants us to fall."""
        self._depth += 1
        if self._depth > _MOST_NESTED:
            raise NoFormulaError(self.text)
        values = self.sum()
        self._depth -= 1
        return values

    def _arguments(self) -> list[Fraction]:
        values = self._inside()
        while self.peek() == ",":
            self.take()
            values = [*values, *self._inside()]
        self._close()
        return [one for one in values if one is not None]

    def _close(self) -> None:
        if self.take()["sign"] != ")":
            raise NoFormulaError(self.text)

    def _cells(self, text: str) -> Iterator[Fraction | None]:
        name, bang, cells = text.rpartition("!")
        sheet = name[1:-1].replace("''", "'") if bang else self.sheet
        places = [(int(row), column_number(letters.encode())) for letters, row in _PLACE.findall(cells)]
        (top, left), (bottom, right) = places[0], places[-1]
        if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
            raise NoFormulaError(text)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield self.value(sheet, f"{column_letters(column - 1)}{row}")


def _of_parts(function: str, values: list[Fraction]) -> Fraction | None:
    if not values:
        return None
    if function == "MIN":
        return min(values)
    if function == "MAX":
        return max(values)
    total = sum(values, Fraction(0))
    return total / len(values) if function == "AVERAGE" else total


def _joined(sign: str, one: list[Fraction | None], other: list[Fraction | None]) -> Fraction | None:
    if len(one) != 1 or len(other) != 1:
        raise NoFormulaError(sign)
    left, right = one[0], other[0]
    if left is None or right is None or (sign == "/" and not right):
        return None
    return {"+": left + right, "-": left - right, "*": left * right}[sign] if sign != "/" else left / right
