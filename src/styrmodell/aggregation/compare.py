"""Comparing two figures that should be the same, within what their printed digits allow.

A figure printed in tkr may be half a tkr off; a sum of ten such, five tkr. So the tolerance of a comparison is half
the last printed digit of each figure it rests on, carried through the operations.
"""

from fractions import Fraction

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.model.observation import Observation


def slack(explanation: Explanation) -> Fraction | None:
    """How far *explanation*'s value may be off because its inputs were printed rounded, in its unit.

    Returns:
        None when there is no bound: a denominator that may be zero.
    """
    if explanation.observations:
        return sum((_half_step(observation) for observation in explanation.observations), Fraction(0))
    parts = [slack(child) for child in explanation.children if child.exact is not None]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    match explanation.op:
        case Op.MULTIPLY:
            return known[0] * abs(Fraction(explanation.factor or 0))
        case Op.DIVIDE | Op.CHANGE:
            return _quotient_slack(explanation, known)
    return sum(known, Fraction(0))


def _half_step(observation: Observation) -> Fraction:
    if observation.precision is None or observation.value is None:
        return Fraction(0)
    return Fraction(observation.precision) / 2


def _quotient_slack(explanation: Explanation, parts: list[Fraction]) -> Fraction | None:
    upper, lower = (abs(Fraction(child.exact or 0)) for child in explanation.children)
    if lower <= parts[1]:
        return None
    return (upper * parts[1] + lower * parts[0]) / (lower * (lower - parts[1]))


def tolerance(computed: Explanation, step: Fraction) -> Fraction | None:
    """How far *computed* may be from a figure printed in steps of *step*: None when there is no bound."""
    own = slack(computed)
    return None if own is None else own + step / 2


def differs(computed: Explanation, reported: Explanation) -> bool:
    """Whether the two are further apart than their printed digits allow."""
    if computed.exact is None or reported.exact is None:
        return False
    allowed, other = slack(computed), slack(reported)
    if allowed is None or other is None:
        return False
    return abs(Fraction(computed.exact) - Fraction(reported.exact)) > allowed + other


def figure_text(explanation: Explanation) -> str:
    """The value for a finding: plain, at most six decimals, with its unit."""
    if explanation.exact is None:
        return "–"
    return plain_figure(Fraction(explanation.exact), explanation.unit)


def plain_figure(value: Fraction, unit: str) -> str:
    """*value* in the measure's unit for a finding: "−1 661 635 000 kr", "39,2 %"; at most six decimals."""
    scaled = value * 100 if unit == "%" else value
    whole, part = divmod(round(abs(scaled) * 1_000_000), 1_000_000)
    decimals = f",{part:06d}".rstrip("0").rstrip(",")
    sign = "\u2212" if scaled < 0 and (whole or part) else ""
    return f"{sign}{whole:,}{decimals} {unit}".replace(",", "\u00a0", f"{whole:,}".count(",")).strip()
