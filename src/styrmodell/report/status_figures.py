"""Figures of statuses: values, gaps and tolerances, with as many decimals as it takes to see what was judged."""

from decimal import Decimal
from fractions import Fraction

from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.model.measure import MONEY, Measure
from styrmodell.model.number import Exact, as_decimal
from styrmodell.model.targets.condition import TargetKind
from styrmodell.report.numbers import NBSP, NumberStyle, format_number, make_style, round_half_away, with_unit
from styrmodell.report.status_words import TERMS

_FEW, _MANY = 2, 6


def value_text(value: Exact, measure: Measure) -> str:
    """*value* with its unit: two decimals at most unless the measure has more; money in tkr."""
    style = _style(measure)
    scaled = style.scaled(value)
    decimals = next((d for d in range(style.decimals, _FEW) if round_half_away(scaled, d) == scaled), None)
    written = format_number(scaled, max(style.decimals, _FEW) if decimals is None else decimals)
    return f"{written}{NBSP}%" if style.percent else with_unit(written, style.unit)


def gap_text(judgement: Judgement, lang: str) -> str:
    """How far from the target, never rounded to nothing; a gap between shares is in percentage points."""
    gap = judgement.gap
    if gap is None:
        return ""
    counted = judgement.target is not None and judgement.target.kind is TargetKind.N_OF_M
    return _distance(gap, make_style("%", "", None) if counted else _style(judgement.measure), lang)


def tolerance_text(judgement: Judgement, lang: str) -> str:
    """The tolerance, written as the gap is."""
    if judgement.tolerance is None:
        return ""
    return _distance(Fraction(judgement.tolerance), _style(judgement.measure), lang)


def share_text(share: Fraction) -> str:
    """A share of one in per cent, one decimal at most."""
    scaled = share * 100
    return f"{format_number(scaled, 0 if scaled.denominator == 1 else 1)}{NBSP}%"


def digits(value: Exact | None) -> str | None:
    """*value* as text with all its digits, 28 at most, for others to read; None stays None."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return str(value.numerator)
    number: Decimal | None = as_decimal(value)
    return None if number is None else f"{number:f}"


def _style(measure: Measure) -> NumberStyle:
    return make_style(measure.unit, "tkr" if measure.unit == MONEY else "", measure.decimals)


def _distance(distance: Fraction, style: NumberStyle, lang: str) -> str:
    scaled = style.scaled(distance)
    whole = (d for d in range(_FEW + 1) if round_half_away(scaled, d) == scaled)
    seen = (d for d in range(_FEW, _MANY) if round_half_away(scaled, d))
    shortest = next(whole, None)
    written = format_number(scaled, next(seen, _MANY) if shortest is None else shortest)
    points = TERMS["point" if scaled == 1 else "points"].get(lang)
    return f"{written} {points}" if style.percent else with_unit(written, style.unit)
