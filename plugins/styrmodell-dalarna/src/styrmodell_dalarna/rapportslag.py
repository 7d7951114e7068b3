"""Which reports the region follows up with, by what the profile of the time calls them and the months they end in."""

from attrs import frozen

from styrmodell.api import Period, Profile
from styrmodell_dalarna.profile import PROFILE_2024

_EVERY_MONTH = tuple(range(1, 13))
_JANUARY = 0
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


@frozen(kw_only=True)
class ReportKind:
    """A report of the follow-up; each is about the year so far.

    Attributes:
        name: What it is called.
        short: The name in short ("DR"); empty where it has none.
        months: The months (1–12) it may be per; empty where no source says.
    """

    name: str
    short: str = ""
    months: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """Its name, and in short: "Delårsrapport (DR)"."""
        return f"{self.name} ({self.short})" if self.short else self.name


KINDS_2018 = (
    ReportKind(name="Verksamhetsberättelse", months=(12,)),
    ReportKind(name="Delårsrapport", short="DR", months=(6,)),
    # The calendar of 2018 has period reports, but in which months is in no source.
    ReportKind(name="Periodrapport", short="PR"),
    ReportKind(name="Månadsrapport", short="MR", months=_EVERY_MONTH),
)
KINDS_2024 = (
    ReportKind(name="Verksamhetsberättelse", months=(12,)),
    ReportKind(name="Delårsrapport", months=(7,)),
    ReportKind(name="Tertialrapport", months=(4,)),
    ReportKind(name="Månadsrapport", months=_EVERY_MONTH),
)


def report_kinds(profile: Profile) -> tuple[ReportKind, ...]:
    """The reports of *profile*'s time, those of the fewest months first."""
    return KINDS_2024 if profile.valid_from >= PROFILE_2024.valid_from else KINDS_2018


def report_of(profile: Profile, period: Period) -> ReportKind | None:
    """The report that is about *period*; None where it is not the year so far."""
    if not _is_so_far(period):
        return None
    return next((kind for kind in report_kinds(profile) if period.last % 12 + 1 in kind.months), None)


def period_words(period: Period) -> str:
    """The period in words: "2018" and "t.o.m. juni 2018"; its own text where it is not the year so far."""
    if not _is_so_far(period) or period == Period.year(period.first_year):
        return period.text
    return f"t.o.m. {_MONTHS[period.last % 12]} {period.first_year}"


def _is_so_far(period: Period) -> bool:
    """Whether *period* begins with January and ends within the year."""
    return period.first % 12 == _JANUARY and period.last - period.first < 12 and not period.rolling
