"""Assignments and activities (uppdrag och aktiviteter), as they stood at the end of the month."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from styrmodell.api import Activity, Assignment, Block, Decision, Field, Heading, Link, ListSpec, Note, WorkStatus
from styrmodell_dalarna.rapport.writer import Writer, lacking

_NBSP = "\u00a0"
WORK_WORDS = MappingProxyType(
    {
        WorkStatus.PLANNED: "Planerad",
        WorkStatus.STARTED: "Påbörjad",
        WorkStatus.DONE: "Genomförd",
        WorkStatus.RESTING: "Vilande",
        WorkStatus.CANCELLED: "Avbruten",
    }
)


def section(writer: Writer) -> Iterable[Block]:
    """The assignments given by then, and the activities."""
    plan, day = writer.context.plan, writer.months.month.last_day
    decisions = {str(one.id): one for one in plan.decisions}
    yield Heading(text="Uppdrag", level=2)
    given = tuple(
        one
        for one in plan.assignments
        if (one.unit_id or plan.unit_id) in writer.within and _is_given(one, decisions, day)
    )
    if given:
        yield writer.context.table(_assignments(given, decisions, writer))
    else:
        yield lacking(f"uppdrag till enheten eller någon under den, till och med {writer.months.words}")
    yield Heading(text="Aktiviteter", level=2)
    own = tuple(one for one in plan.activities if (one.unit_id or plan.unit_id) in writer.within)
    if own:
        yield writer.context.table(_activities(own, writer))
    else:
        yield lacking("aktiviteter för enheten eller någon under den")


def _is_given(one: Assignment, decisions: Mapping[str, Decision], day: date) -> bool:
    """Whether it was given by *day*: what has no dated decision always stood there."""
    dates = [decisions[link.id].date for link in one.decisions if link.id in decisions]
    known = [found for found in dates if found is not None]
    return not known or min(known) <= day


def _assignments(
    given: tuple[Assignment, ...], decisions: Mapping[str, Decision], writer: Writer
) -> ListSpec[Assignment]:
    day, plan = writer.months.month.last_day, writer.context.plan
    return ListSpec(
        key="uppdrag",
        caption=f"Uppdrag per {day.isoformat()}",
        items=given,
        key_of=lambda one: one.id,
        fields=(
            Field(key="uppdrag", label="Uppdrag", get=lambda one: one.name),
            Field(key="givet", label="Givet av", get=lambda one: ", ".join(one.given_by)),
            Field(key="beslut", label="Beslut", get=lambda one: _named(one.decisions, decisions, day)),
            Field(key="enhet", label="Enhet", get=lambda one: writer.units[one.unit_id or plan.unit_id].name),
            Field(key="senast", label="Återrapporteras senast", get=lambda one: one.due or one.due_meeting),
            Field(key="rapporterat", label="Återrapporterat", get=lambda one: _named(one.reports, decisions, day)),
            Field(key="lage", label="Läge", get=lambda one: _state(one, decisions, day)),
        ),
        notes=(Note(text="Läget följer av besluten till och med månadens slut."),),
        sheet="Uppdrag",
    )


def _named(links: Iterable[Link], decisions: Mapping[str, Decision], day: date) -> str:
    known = (decisions[link.id] for link in links if link.id in decisions)
    told = (one for one in known if one.date is not None and one.date <= day)
    # The sign of a paragraph stays with its number.
    return "; ".join(f"{one.body} {one.date} {one.paragraph.replace(' ', _NBSP)}".strip() for one in told)


def _state(one: Assignment, decisions: Mapping[str, Decision], day: date) -> str:
    closing = decisions.get(one.closed_by or "")
    if closing is not None and closing.date is not None and closing.date <= day:
        return "Avslutat"
    if _named(one.reports, decisions, day):
        return "Återrapporterat, inte avslutat"
    return "Försenat" if one.due is not None and one.due < day else "Pågår"


def _activities(own: tuple[Activity, ...], writer: Writer) -> ListSpec[Activity]:
    day, plan = writer.months.month.last_day, writer.context.plan
    return ListSpec(
        key="aktiviteter",
        caption=f"Aktiviteter per {day.isoformat()}",
        items=own,
        key_of=lambda one: one.id,
        fields=(
            Field(key="aktivitet", label="Aktivitet", get=lambda one: one.name),
            Field(key="enhet", label="Enhet", get=lambda one: writer.units[one.unit_id or plan.unit_id].name),
            Field(key="ansvarig", label="Ansvarig", get=lambda one: one.owner),
            Field(key="start", label="Start", get=lambda one: one.start),
            Field(key="slut", label="Klar senast", get=lambda one: one.end),
            Field(key="lage", label="Läge", get=lambda one: _activity_state(one, day)),
        ),
        notes=(Note(text="Läget följer av när aktiviteten började och blev klar, till och med månadens slut."),),
        sheet="Aktiviteter",
    )


def _activity_state(one: Activity, day: date) -> str:
    derived = one.derived_status(day)
    reported = one.status if one.status_date is not None and one.status_date <= day else None
    status = derived or reported or WorkStatus.PLANNED
    is_late = one.end is not None and one.end < day and status not in (WorkStatus.DONE, WorkStatus.CANCELLED)
    return f"{WORK_WORDS[status]}, försenad" if is_late else WORK_WORDS[status]
