"""Rules in words: their names, and what a ratio or a weighted figure was made of."""

from decimal import Decimal
from fractions import Fraction

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.report.numbers import format_number

_RATIO = "ratio_of_sums"
_MOST_DECIMALS = 6


def rule_title(key: str, lang: str = "sv") -> str:
    """What people call the rule *key* ("kvot av summor"); the key of one that is not built in."""
    title = next((rule.title for rule in BUILT_IN if rule.key == key), None)
    return key if title is None else title.get(lang)


def made_of(step: Explanation, weight: str) -> str:
    """What a reader needs to add a step up by hand: " (18/20)" of a ratio, " (vikt 100)" of a weighted figure.

    Args:
        weight: The word for a weight.
    """
    if step.rule == _RATIO and isinstance(step.state, tuple):
        parts = [part for part in step.state if isinstance(part, Decimal | Fraction)]
        return f" ({'/'.join(map(plain_digits, parts))})" if len(parts) == 2 else ""
    if step.items and len(step.items) == 1 and step.items[0].weight is not None:
        return f" ({weight} {plain_digits(step.items[0].weight)})"
    return ""


def plain_digits(figure: Decimal | Fraction) -> str:
    """*figure* with the decimals it has, at most six."""
    exact = Fraction(figure)
    decimals = next((n for n in range(_MOST_DECIMALS) if (exact * 10**n).denominator == 1), _MOST_DECIMALS)
    return format_number(exact, decimals)
