"""When the steps of a calendar fall: each step, period and unit of the plan's year, with its day."""

from collections.abc import Collection, Iterator
from datetime import date

from attrs import frozen

from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.due import off_weekend
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit
from styrmodell.model.unit_order import existed


@frozen(kw_only=True)
class Occasion:
    """A step that is due from a unit.

    Attributes:
        period: What it is about.
        due: The last day, moved off the weekend where the profile says so.
    """

    step: CalendarStep
    unit: Unit
    period: Period
    due: date


def occasions(plan: Plan, profile: Profile) -> Iterator[Occasion]:
    """Every step of the plan's period, unit by unit.

    A period that is not within the plan's is another plan's. A unit is asked for what is due on a day when it exists.
    A day that no calendar has gives nothing; check_calendar tells of it.
    """
    for step in all_steps(plan, profile):
        for period in step_periods(step, plan):
            day = step.due.on(period)
            if day is None:
                continue
            due = off_weekend(day, profile.weekend)
            for unit in concerned(step, plan):
                if existed(unit, due):
                    yield Occasion(step=step, unit=unit, period=period, due=due)


def all_steps(plan: Plan, profile: Profile) -> tuple[CalendarStep, ...]:
    """The steps of the profile's calendar, then those of the plan's own."""
    return (*profile.calendar, *plan.calendar)


def step_periods(step: CalendarStep, plan: Plan) -> tuple[Period, ...]:
    """The periods of *step* that are within the plan's."""
    years = range(plan.period.first_year, plan.period.last // 12 + 1)
    return tuple(period for year in years for period in step.periods(year) if period in plan.period)


def concerned(step: CalendarStep, plan: Plan) -> tuple[Unit, ...]:
    """The units that *step* falls on, each once, in the plan's order."""
    named: Collection[str] = step.units if step.units or step.levels else (plan.unit_id,)
    found = (unit for unit in plan.units if unit.id in named or unit.level in step.levels)
    return tuple({unit.id: unit for unit in reversed(tuple(found))}.values())[::-1]
