"""The stretches of time that a report speaks of, all told from its last month."""

from attrs import frozen

from styrmodell.api import Period

_MONTHS = 12
NAMES = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


@frozen(kw_only=True)
class Months:
    """A report's last month and what is counted to it.

    Attributes:
        last: The month, counted as year × 12 + month − 1.
    """

    last: int

    @property
    def number(self) -> int:
        """The month's number, 1 to 12."""
        return self.last % _MONTHS + 1

    @property
    def year_number(self) -> int:
        """The year, as 2024."""
        return self.last // _MONTHS

    @property
    def month(self) -> Period:
        """The month alone."""
        return Period(first=self.last, last=self.last)

    @property
    def so_far(self) -> Period:
        """January until the month."""
        return Period(first=self.last - self.last % _MONTHS, last=self.last)

    @property
    def year(self) -> Period:
        """The whole year."""
        return Period.year(self.year_number)

    @property
    def rolling(self) -> Period:
        """The twelve months that end with it."""
        return rolling(self.last)

    @property
    def until_last_year(self) -> Period:
        """The twelve months of the year before."""
        return rolling(self.year.first - 1)

    @property
    def each(self) -> tuple[Period, ...]:
        """Each month of the year so far."""
        return tuple(Period(first=one, last=one) for one in range(self.year.first, self.last + 1))

    @property
    def forecasts(self) -> tuple[str, ...]:
        """The versions of the year's forecasts, from January's ("P01") to the month's."""
        return tuple(version(number) for number in range(1, self.number + 1))

    @property
    def name(self) -> str:
        """ "augusti"."""
        return NAMES[self.number - 1]

    @property
    def words(self) -> str:
        """ "augusti 2024"."""
        return f"{self.name} {self.year_number}"

    @property
    def so_far_words(self) -> str:
        """ "januari–augusti 2024"; January alone by its name."""
        return self.words if self.number == 1 else f"{NAMES[0]}–{self.words}"


def months_of(period: Period) -> Months:
    """What a report about *period* speaks of: the month, the tertial and the year so far all end with a month."""
    return Months(last=period.last)


def rolling(last: int) -> Period:
    """The twelve months that end with the month *last*."""
    return Period(first=last - _MONTHS + 1, last=last, rolling=True)


def version(number: int) -> str:
    """What the forecast made in month *number* is called: "P08"."""
    return f"P{number:02}"


def month_words(period: Period) -> str:
    """A month, short: "aug"."""
    return NAMES[period.last % _MONTHS][:3]
