"""Periods and days as they are written on the command line."""

from datetime import date

import click

from styrmodell.errors import TextError
from styrmodell.model.period import Period


def read_period(text: str | None) -> Period | None:
    """The period of --period; None where it is not given.

    Raises:
        UsageError: It is no period.
    """
    if text is None:
        return None
    try:
        return Period.parse(text)
    except TextError as error:
        raise click.UsageError(f"--period {text}: väntade {error.expected}") from error


def read_day(flag: str, text: str, example: str) -> date:
    """The day of *flag*.

    Raises:
        UsageError: It is no day; *example* is one.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise click.UsageError(f"{flag} {text}: väntade ett datum, som {example}") from error
