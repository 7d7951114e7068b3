"""Checking a calendar in itself and against the plan, its reports and what is said to be done."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from attrs import frozen

from styrmodell.errors import RenderError
from styrmodell.finding import Finding, Findings
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.frequency import Cadence, cadence_word
from styrmodell.model.ids import near_names
from styrmodell.model.occasion import all_steps, concerned, step_periods
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.session.calendar.codes import (
    DONE_TOO_EARLY,
    DONE_TWICE,
    NO_SUCH_DAY,
    NOT_CONCERNED,
    SAME_KEY,
    UNFIT_PERIODS,
    UNKNOWN_DELIVERY,
    UNKNOWN_RECIPIENT,
    UNKNOWN_STEP,
)
from styrmodell.session.publish import Publisher
from styrmodell.source import Source

_WORDS = MappingProxyType(
    {
        "level": ("nivån", "nivå"),
        "unit": ("enheten", "enhet"),
        "report": ("rapporten", "rapport"),
        "table": ("tabellen", "tabell"),
    }
)


def check_calendar(publisher: Publisher) -> Findings:
    """SM480 to SM488: what is wrong in the calendar of the profile and of the plan, and in the plan's completed steps.

    Args:
        publisher: That of the workspace, for the plan, the profile and which reports and tables there are.
    """
    plan, profile = publisher.plan, publisher.profile
    steps = all_steps(plan, profile)
    return Findings.gather(
        _check_keys(steps),
        *(_check_recipients(step, plan, profile) for step in steps),
        *(_check_times(step) for step in steps),
        _check_deliveries(publisher, steps),
        _check_completed(plan, steps),
    )


def _check_keys(steps: Iterable[CalendarStep]) -> Iterator[Finding]:
    seen: dict[str, Source] = {}
    for step in steps:
        if step.key in seen:
            yield SAME_KEY.at(step.source, step=step.key, first=str(seen[step.key]))
        seen.setdefault(step.key, step.source)


def _check_recipients(step: CalendarStep, plan: Plan, profile: Profile) -> Iterator[Finding]:
    levels = (*profile.levels, *(unit.level for unit in plan.units if unit.level))
    units = tuple(str(unit.id) for unit in plan.units)
    for what, names, known in (("level", step.levels, levels), ("unit", step.units, units)):
        for name in names:
            if name not in known:
                near = near_names(name, dict.fromkeys(known))
                yield UNKNOWN_RECIPIENT.at(step.source, step=step.key, name=name, near=near, **_said(what))


def _said(what: str) -> dict[str, str]:
    the, a = _WORDS[what]
    return {"what": the, "what_en": what, "any": a, "any_en": what}


def _check_times(step: CalendarStep) -> Iterator[Finding]:
    for day in dict.fromkeys(day for month in step.ends if (day := step.due.never(month))):
        yield NO_SUCH_DAY.at(step.source, step=step.key, day=day)
    for what, what_en, wanted, wanted_en in _unfit(step):
        yield UNFIT_PERIODS.at(
            step.source, step=step.key, what=what, what_en=what_en, wanted=wanted, wanted_en=wanted_en
        )


def _unfit(step: CalendarStep) -> Iterator[tuple[str, str, str, str]]:
    """(found, found in English, expected, expected in English) of what does not go together."""
    word, english = cadence_word(step.cadence), step.cadence.value
    if step.misfits:
        months = ", ".join(map(str, step.misfits))
        yield (
            f"months {months} och {word}",
            f"months {months} and {english}",
            "månader som en sådan period slutar i",
            "months in which such a period ends",
        )
    elif not step.ends:
        yield (
            f"{word} utan månader",
            f"{english} without months",
            "för delårsvis de månader som perioderna slutar i, som months: [8]; annars en annan takt",
            "for interim the months in which the periods end, such as months: [8]; else another cadence",
        )
    counted = step.due.counted
    if counted is not None and counted is not step.cadence and {counted, step.cadence} != _YEARLY:
        yield (f"{word} och {step.due}", f"{english} and {step.due}", "samma takt i båda", "one cadence in both")
    if step.due.month is not None and len(step.ends) > 1:
        yield (
            f"{word} och samma dag, {step.due}, för varje period",
            f"{english} and one day, {step.due}, for every period",
            "en dag som räknas från perioden, eller ett steg för varje period med months",
            "a day that is counted from the period, or one step for each period with months",
        )


_YEARLY = frozenset({Cadence.YEARLY, Cadence.YEAR_END})


def _check_deliveries(publisher: Publisher, steps: Sequence[CalendarStep]) -> Iterator[Finding]:
    reports = tuple(publisher.registry.reports)
    tables = _tables(publisher, steps)
    for step in steps:
        for what, names, known in (("report", step.reports, reports), ("table", step.tables, tables)):
            for name in names:
                if name not in known:
                    near = near_names(name, known)
                    yield UNKNOWN_DELIVERY.at(step.source, step=step.key, name=name, near=near, **_said(what))


def _tables(publisher: Publisher, steps: Iterable[CalendarStep]) -> tuple[str, ...]:
    """Keys of the plan's own tables and of those of the reports that steps with tables name, or of all reports.

    A report that cannot be built is told elsewhere, and none of its tables are known.
    """
    found = dict.fromkeys(table.key for table in publisher.plan.tables)
    wanting = [step for step in steps if any(name not in found for name in step.tables)]
    named = dict.fromkeys(key for step in wanting for key in step.reports or publisher.registry.reports)
    for key in named:
        if key not in publisher.registry.reports:
            continue
        try:
            spec = publisher.spec(key)
            pair = next((pair for pair in publisher.instances(spec) if publisher.has_unit(pair[0])), None)
            document = publisher.document(spec, *pair) if pair is not None else None
        except RenderError:
            continue
        found.update(dict.fromkeys(table.key for table in document.tables()) if document is not None else {})
    return tuple(found)


def _check_completed(plan: Plan, calendar: Sequence[CalendarStep]) -> Iterator[Finding]:
    steps = {step.key: step for step in reversed(calendar)}
    seen: dict[tuple[str, str, str], Source] = {}
    for one in plan.completed_steps:
        place = (one.step, str(one.unit_id), one.period.text)
        if place in seen:
            said = {"step": one.step, "unit": str(one.unit_id), "period": one.period.text}
            yield DONE_TWICE.at(one.source, first=str(seen[place]), **said)
        seen.setdefault(place, one.source)
        step = steps.get(one.step)
        if step is None:
            known = ", ".join(steps) or "–"
            yield UNKNOWN_STEP.at(one.source, step=one.step, known=known, near=near_names(one.step, steps))
        else:
            yield from _Completed(one=one, step=step, plan=plan).faults()


@frozen(kw_only=True)
class _Completed:
    """A completed step beside the step it says was done."""

    one: CompletedStep
    step: CalendarStep
    plan: Plan

    def faults(self) -> Iterator[Finding]:
        """What does not go together."""
        one, periods = self.one, step_periods(self.step, self.plan)
        if one.period not in periods:
            said = ", ".join(period.text for period in periods) or "–"
            yield UNKNOWN_STEP.at(one.source, step=one.step, period=one.period.text, periods=said)
            return
        due = self.step.due.on(one.period)
        if due is not None and one.done < one.period.first_day <= due:
            told = {"step": one.step, "period": one.period.text, "done": one.done.isoformat()}
            yield DONE_TOO_EARLY.at(one.source, first=one.period.first_day.isoformat(), **told)
        units = [str(unit.id) for unit in concerned(self.step, self.plan)]
        if one.unit_id in {unit.id for unit in self.plan.units} and one.unit_id not in units:
            yield NOT_CONCERNED.at(one.source, step=one.step, unit=str(one.unit_id), units=", ".join(units) or "–")
