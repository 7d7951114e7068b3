"""The text form of definitions: "ekonomi[dvo=regionbidrag] / invanare".

A small grammar read by hand, never eval: references with members in brackets, + − × /, numbers, parentheses and
"förändring(a, b)", the relative change from b to a. In the cells of a table, "rad(key)" and "kolumn(key)" too.
"""

import re
from decimal import Decimal
from fractions import Fraction

from attrs import define

from styrmodell.errors import TextError
from styrmodell.model.expression import Change, ColumnRef, Difference, Expression, Product, Quotient, Ref, RowRef, Sum
from styrmodell.model.reference_text import read_reference, reference_text

_TOKEN = re.compile(
    r"\s*(?:(?:rad|kolumn)\s*\([^()\[\]]*\)|\d+(?:[.,]\d+)?|[a-zåäö][\wåäö-]*|\[[^\[\]]*\]|[-+*/(),×−·])"
)
_PLACE = re.compile(r"(rad|kolumn)\s*\((.*)\)", re.DOTALL)
_SIGNS = {"×": "*", "·": "*", "−": "-"}
_EXPECTED = 'en definition, som "ekonomi[dvo=regionbidrag] / invanare"'
_CHANGE = "förändring"
MAX_LENGTH = 2_000
MAX_DEPTH = 40
MAX_OPERATIONS = 100
# So short a text is never written with more operations than are read.
_SHORT = 40


class PlaceError(TextError):
    """A row or a column is named where there is no table."""


def parse_expression(text: str, *, in_table: bool = False) -> Expression:
    """Read a definition's text.

    Measure names hold hyphens, so a minus between two names needs a space on each side.

    Args:
        text: The definition: "kostnad[slag=netto] / invanare".
        in_table: Whether it is a cell's, which may name rows and columns of its table.

    Raises:
        PlaceError: It names a row or a column, and is no cell's.
        TextError: Not of the grammar, too long, too deep, or more than a hundred operations, as it stands or as it is
            written: "-a" is written "-1 * a".
    """
    result = _read(text, in_table)
    if len(text) > _SHORT and not _is_read(expression_text(result), in_table):
        raise TextError(text, _EXPECTED)  # what a file is saved with must be read again
    return result


def _is_read(text: str, in_table: bool) -> bool:
    try:
        _read(text, in_table)
    except TextError:
        return False
    return True


def _read(text: str, in_table: bool) -> Expression:
    if len(text) > MAX_LENGTH:
        raise TextError(text[:60] + "…", _EXPECTED)
    parser = _Parser(text=text, tokens=_tokens(text), in_table=in_table)
    result = parser.sum()
    if parser.peek() or not isinstance(result, Expression):
        raise TextError(text, _EXPECTED)
    return result


def _tokens(text: str) -> list[str]:
    tokens, position, end = [], 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise TextError(text, _EXPECTED)
        token = match.group().strip()
        tokens.append(_SIGNS.get(token, token))
        position = match.end()
    return tokens


@define
class _Parser:
    text: str
    tokens: list[str]
    in_table: bool = False
    position: int = 0
    depth: int = 0
    operations: int = 0

    def peek(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.peek()
        if not token or (wanted and token != wanted):
            raise TextError(self.text, _EXPECTED)
        self.position += 1
        return token

    def sum(self) -> Expression | Fraction:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TextError(self.text, _EXPECTED)
        result = self.product()
        while self.peek() in ("+", "-"):
            sign = self.take()
            result = self._combine(sign, result, self.product())
        self.depth -= 1
        return result

    def product(self) -> Expression | Fraction:
        result = self.factor()
        while self.peek() in ("*", "/"):
            sign = self.take()
            result = self._combine(sign, result, self.factor())
        return result

    def _combine(self, sign: str, left: Expression | Fraction, right: Expression | Fraction) -> Expression | Fraction:
        self.operations += 1
        if self.operations > MAX_OPERATIONS:
            raise TextError(self.text, _EXPECTED)
        match sign, left, right:
            case "*", Expression(), Fraction():
                return Product(part=left, factor=right)
            case "*", Fraction(), Expression():
                return Product(part=right, factor=left)
            case "*", Fraction(), Fraction():
                return left * right
            case "/", Fraction(), Fraction() if right:
                return left / right
            case "/", Expression(), Fraction() if right:
                return Product(part=left, factor=1 / right)
            case "/", Expression(), Expression():
                return left / right
            case "+", Expression(), Expression():
                return left + right
            case "-", Expression(), Expression():
                return left - right
        raise TextError(self.text, _EXPECTED)

    def factor(self) -> Expression | Fraction:
        token = self.take()
        if token == "-":
            return self._negated()
        if token == "(":
            result = self.sum()
            self.take(")")
            return result
        if token[0].isdigit():
            return Fraction(Decimal(token.replace(",", ".")))
        if token == _CHANGE and self.peek() == "(":
            return self._change()
        if place := _PLACE.fullmatch(token):
            return self._place(*place.groups())
        if token[0].isalpha():
            return read_reference(token, self.take() if self.peek().startswith("[") else "", source=self.text)
        raise TextError(self.text, _EXPECTED)

    def _place(self, word: str, key: str) -> Expression:
        if not self.in_table:
            raise PlaceError(self.text, _EXPECTED)
        if not key.strip():
            raise TextError(self.text, _EXPECTED)
        return RowRef(key=key.strip()) if word == "rad" else ColumnRef(key=key.strip())

    def _negated(self) -> Expression | Fraction:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TextError(self.text, _EXPECTED)
        result = -self.factor()
        self.depth -= 1
        return result

    def _change(self) -> Expression:
        self.take("(")
        after = self.sum()
        self.take(",")
        before = self.sum()
        self.take(")")
        if not isinstance(after, Expression) or not isinstance(before, Expression):
            raise TextError(self.text, _EXPECTED)
        return Change(after=after, before=before)


def expression_text(expression: Expression) -> str:
    """Write *expression* so that parse_expression gives it back; one with rows or columns, as a cell's."""
    match expression:
        case Ref():
            return reference_text(expression)
        case RowRef() | ColumnRef():
            return f"{'rad' if isinstance(expression, RowRef) else 'kolumn'}({expression.key})"
        case Sum():
            return " + ".join(_wrapped(part, Sum, Difference) for part in expression.parts)
        case Difference():
            right = _wrapped(expression.right, Sum, Difference)
            return f"{expression_text(expression.left)} - {right}"
        case Product():
            part = _wrapped(expression.part, Sum, Difference, Quotient, Product)
            return f"{_factor_text(expression.factor)} * {part}"
        case Quotient():
            numerator = _wrapped(expression.numerator, Sum, Difference)
            return f"{numerator} / {_wrapped(expression.denominator, Sum, Difference, Product, Quotient)}"
        case Change():
            return f"{_CHANGE}({expression_text(expression.after)}, {expression_text(expression.before)})"
    raise TypeError(f"not an expression: {expression!r}")


def _factor_text(factor: Fraction) -> str:
    if factor.denominator == 1:
        return str(factor.numerator)
    return f"({factor.numerator} / {factor.denominator})"


def _wrapped(expression: Expression, *weaker: type[Expression]) -> str:
    text = expression_text(expression)
    return f"({text})" if isinstance(expression, weaker) else text
