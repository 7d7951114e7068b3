"""The period of a row: one cell, or a month and a year in two columns."""

from styrmodell.errors import TextError
from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.tables.codes import AMBIGUOUS_PERIOD
from styrmodell.io.value_codes import NOT_A_PERIOD
from styrmodell.model.period import Period
from styrmodell.model.period_text import read_period


def row_period(text: str, year: str, *, is_stock: bool) -> Period:
    """Read a period as people write it.

    Args:
        text: The period or month; empty when there is only a year.
        year: The cell in the column of years; empty where there is none.
        is_stock: Whether "per april" is the month itself.

    Raises:
        BadValueError: SM108, SM120 or SM159; one about the year has the path ("year",).
    """
    if not text.strip() and not year.strip():
        raise BadValueError(MISSING_KEY, key="period")
    beside = _year(year) if year.strip() else None
    if not text.strip():
        assert beside is not None
        return Period.year(beside)
    try:
        period = read_period(text, year=beside, is_stock=is_stock)
    except TextError as error:
        code = AMBIGUOUS_PERIOD if error.ambiguous else NOT_A_PERIOD
        raise BadValueError(code, found=shorten(text)) from None
    if beside is not None and not period.first_year <= beside <= period.last // 12:
        # "jan 2020" beside 2021: nobody can say which is meant.
        raise BadValueError(AMBIGUOUS_PERIOD, found=shorten(f"{text} / {year}"))
    return period


def _year(text: str) -> int:
    digits = text.strip()
    if len(digits) == 4 and digits.isascii() and digits.isdigit():
        return int(digits)
    raise BadValueError(NOT_A_PERIOD, found=shorten(text)).below("year")
