"""Annuities: what an investment costs a year, depreciation and internal interest together."""

from fractions import Fraction

from styrmodell.model.number import Number, number


def annuity(interest: Number, years: int) -> Fraction:
    """The share of an outlay that is paid each year for *years*: r ÷ (1 − (1 + r)⁻ⁿ), and 1 ÷ n without interest.

    Args:
        interest: The internal interest of a year, as a part of one ("0.0125" is 1,25 %).
        years: How many years it is used.

    Returns:
        The exact share, unrounded: times an outlay in kr it is the capital cost (kapitalkostnad) in kr a year.

    Raises:
        ValueError: Fewer than one year, a negative interest or text that is no number.
        TypeError: A float.

    Source:
        Bilaga 10 c of Region Västernorrland's budget: "Avskrivning och internränta (annuitet)".
    """
    rate = number(interest)
    if rate is None or rate < 0:
        raise ValueError(f"an interest is a number from 0 on: {interest!r}")
    if years < 1:
        raise ValueError(f"an investment is used for at least one year: {years!r}")
    if not rate:
        return Fraction(1, years)
    grown = (1 + Fraction(rate)) ** years
    return Fraction(rate) * grown / (grown - 1)
