"""The four reports of the follow-up, and the units and months that each is made for."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.api import Context, Document, Period, Plan, Profile, ReportSpec, Text, UnitId
from styrmodell_dalarna.profile import LEVELS_BELOW, PROFILES
from styrmodell_dalarna.rapport.report import build_report
from styrmodell_dalarna.rapportslag import report_kinds

_LOWEST = LEVELS_BELOW[-1]


@frozen(kw_only=True)
class FollowUp:
    """One of the reports.

    Attributes:
        names: What it has been called through the years; the profile of the time tells which holds.
        levels: The levels of the units it is made for; empty for all that report: every one but the lowest.
    """

    names: tuple[str, ...]
    levels: tuple[str, ...] = ()

    def build(self, context: Context) -> Document:
        """The report of the unit, about the months that end with the period's last."""
        return build_report(context, self._name(context.profile))

    def instances(self, plan: Plan) -> Iterable[tuple[UnitId, Period]]:
        """Each unit that reports, and each month of the plan's year that the region calls for a report of."""
        profile = _profile_of(plan)
        months = next((kind.months for kind in report_kinds(profile) if kind.name in self.names), ())
        periods = tuple(_period(plan.period.first_year, month, is_alone=len(months) > 1) for month in months)
        return tuple((unit, period) for unit in self._units(plan) for period in periods)

    def _units(self, plan: Plan) -> tuple[UnitId, ...]:
        own = tuple(unit.id for unit in plan.units if self._reports(unit.level))
        return own or (plan.unit_id,)

    def _reports(self, level: str) -> bool:
        return level in self.levels if self.levels else bool(level) and level != _LOWEST

    def _name(self, profile: Profile) -> str:
        known = {kind.name for kind in report_kinds(profile)}
        return next((name for name in self.names if name in known), self.names[0])


def _profile_of(plan: Plan) -> Profile:
    """The region's words in the plan's year."""
    held = [one for one in PROFILES if one.valid_from <= plan.period.first_day]
    return max(held or PROFILES[:1], key=lambda one: one.valid_from)


def _period(year: int, month: int, *, is_alone: bool) -> Period:
    """A month, of a report that is made every month; else the year until it."""
    last = year * 12 + month - 1
    return Period(first=last if is_alone else year * 12, last=last)


_MONTH = FollowUp(names=("Månadsrapport",))
_TERTIAL = FollowUp(names=("Tertialrapport", "Periodrapport"))
# That of a body; the region's own, which the law asks for, is another document.
_INTERIM = FollowUp(names=("Delårsrapport",), levels=("nämnd",))
_YEAR = FollowUp(names=("Verksamhetsberättelse",))

REPORTS: tuple[ReportSpec, ...] = (
    ReportSpec(
        key="dalarna.manadsrapport",
        title=Text(sv="Månadsrapport", en="Monthly report"),
        build=_MONTH.build,
        instances=_MONTH.instances,
    ),
    ReportSpec(
        key="dalarna.tertialrapport",
        title=Text(sv="Tertialrapport", en="Report of four months"),
        build=_TERTIAL.build,
        instances=_TERTIAL.instances,
    ),
    ReportSpec(
        key="dalarna.delarsrapport",
        title=Text(sv="Nämndens delårsrapport", en="Interim report of a body"),
        build=_INTERIM.build,
        instances=_INTERIM.instances,
    ),
    ReportSpec(
        key="dalarna.verksamhetsberattelse",
        title=Text(sv="Verksamhetsberättelse", en="Account of the year"),
        build=_YEAR.build,
        instances=_YEAR.instances,
    ),
)
