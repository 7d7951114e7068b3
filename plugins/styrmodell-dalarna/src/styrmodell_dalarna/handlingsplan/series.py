"""What was reported of the plan, when, to whom and by which paragraph: as printed, and as computed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrmodell.api import (
    ActionReport,
    Decision,
    Expression,
    Field,
    Kind,
    ListSpec,
    Note,
    Observation,
    SavingsColumn,
    State,
    Value,
    slug,
    total,
)
from styrmodell_dalarna.handlingsplan.book import UNIT, Book, effect, mnkr
from styrmodell_dalarna.handlingsplan.tables import told_only

_NO_FORECAST = "Prognos saknas: kan inte räknas."
_DIFFERS = "Tryckt {printed}, beräknat {computed}: skillnad {off}."
# Half of the last digit that is printed, in kr.
_SLACK = Decimal(50_000)


@frozen(kw_only=True)
class Point:
    """One report of the plan.

    Attributes:
        version: Which forecast it was, by the profile's word.
        told: What was reported, in the words of the input.
        printed: The printed deviation, in mnkr.
        said: What is to say of it: no forecast, or that printed and computed differ.
    """

    key: str
    unit: str
    version: str
    day: date | None
    body: str
    paragraph: str
    told: str
    target: Value | None
    forecast: Value | None
    printed: str
    computed: Value | None
    said: str


def points(book: Book) -> tuple[Point, ...]:
    """The reports of units that told sums, in the order of the profile's versions; else those of the actions."""
    found = tuple(_of_levels(book))
    return found or tuple(_of_actions(book))


def table(found: tuple[Point, ...]) -> ListSpec[Point]:
    """The reports in order, unit by unit."""
    spec = ListSpec(
        key="serie",
        caption="Redovisningar av handlingsplanen, miljoner kronor",
        items=found,
        key_of=lambda one: one.key,
        fields=(
            Field(key="version", label="Redovisning", get=lambda one: one.version),
            Field(key="avser", label="Avser", get=lambda one: one.unit),
            Field(key="dag", label="Dag", get=lambda one: one.day),
            Field(key="organ", label="Organ", get=lambda one: one.body),
            Field(key="paragraf", label="Paragraf", get=lambda one: one.paragraph),
            Field(key="underlag", label="Underlag", get=lambda one: one.told),
            Field(key="mal", label="Mål", get=lambda one: one.target, unit=UNIT, decimals=1),
            Field(key="prognos", label="Prognos", get=lambda one: one.forecast, unit=UNIT, decimals=1),
            Field(key="tryckt", label="Tryckt avvikelse", get=lambda one: one.printed),
            Field(key="beraknad", label="Beräknad avvikelse", get=lambda one: one.computed, unit=UNIT, decimals=1),
            Field(key="anmarkning", label="Anmärkning", get=lambda one: one.said),
        ),
        notes=(
            Note(
                text="Avvikelse är prognos minus mål; minus är sämre än målet. Den tryckta står som den är införd. "
                "Dag, organ och paragraf står där de är kända."
            ),
        ),
        sheet="Redovisningar",
    )
    return told_only(spec, silent=("anmarkning",))


def _of_levels(book: Book) -> Iterator[Point]:
    order = {version: place for place, version in enumerate(book.context.profile.versions)}
    for deviation, forecast, target in _measures(book):
        for unit in (one.id for one in book.context.plan.units if one.id in book.writer.within):
            told = [
                one
                for one in book.context.plan.observations
                if (one.unit_id, one.kind) == (unit, Kind.FORECAST)
                and one.measure_id in (deviation, forecast)
                and one.period == book.context.plan.period
            ]
            versions = sorted({one.version for one in told}, key=lambda one: order.get(one, len(order)))
            for version in versions:
                of_it = [one for one in told if one.version == version]
                yield _point(book, of_it, (deviation, forecast, target))


def _measures(book: Book) -> tuple[tuple[str, str, str], ...]:
    """(deviation, forecast, target) of every measure that is a forecast less a target."""
    found = []
    for level in book.plan.levels:
        forecast, target = book.context.value_of(level.forecast).key, book.context.value_of(level.target).key
        if forecast is not None and target is not None:
            found.append((str(level.measure_id), str(forecast.measure), str(target.measure)))
    return tuple(dict.fromkeys(found))


def _point(book: Book, told: list[Observation], measures: tuple[str, str, str]) -> Point:
    deviation, forecast, target = measures
    unit, version = told[0].unit_id, told[0].version
    period = book.context.plan.period
    goal = _known(book.context.value(target, kind=Kind.PLAN, unit=unit, period=period))
    ahead = _known(book.context.value(forecast, kind=Kind.FORECAST, version=version, unit=unit, period=period))
    computed = None
    if goal is not None and ahead is not None:
        computed = _known(book.context.value(deviation, kind=Kind.FORECAST, version=version, unit=unit, period=period))
    printed = next((one.value for one in told if one.measure_id == deviation and one.state is State.STATED), None)
    words = "; ".join(dict.fromkeys(one.comment for one in told if one.comment))
    day = next((one.reported for one in told if one.reported is not None), None)
    decision = _decision(book, day, words)
    return Point(
        key=f"{unit}-{slug(version)}",
        unit=book.unit_name(unit),
        version=version,
        day=day,
        body=decision.body if decision is not None else "",
        paragraph=decision.paragraph if decision is not None else "",
        told=words,
        target=goal,
        forecast=ahead,
        printed=mnkr(printed) if printed is not None else "",
        computed=computed,
        said=_said(printed, ahead, computed),
    )


def _said(printed: Decimal | None, ahead: Value | None, computed: Value | None) -> str:
    if ahead is None:
        return _NO_FORECAST
    if printed is None or computed is None or computed.number is None:
        return ""
    off = Fraction(printed) - Fraction(computed.number)
    if abs(off) <= _SLACK:
        return ""
    return _DIFFERS.format(printed=mnkr(printed), computed=mnkr(computed.number), off=mnkr(printed - computed.number))


def _decision(book: Book, day: date | None, words: str) -> Decision | None:
    """The decision of the day whose paragraph the words name."""
    parts = f" {words} "
    return next(
        (
            one
            for one in book.context.plan.decisions
            if day is not None and one.date == day and one.paragraph and f" {one.paragraph} " in parts
        ),
        None,
    )


def _of_actions(book: Book) -> Iterator[Point]:
    """The sum of the actions, each time that forecasts of them were handed in."""
    counted = {str(line.action.id) for line in book.plan.lines if line.is_counted}
    told = [
        one
        for one in book.context.plan.action_reports
        if one.action_id in counted and one.version and one.forecast is not None
    ]
    order = {version: place for place, version in enumerate(book.context.profile.versions)}
    for version in sorted({one.version for one in told}, key=lambda one: order.get(one, len(order))):
        of_it = [one for one in told if one.version == version]
        yield _sum_point(book, version, of_it, len(counted))


def _sum_point(book: Book, version: str, told: list[ActionReport], count: int) -> Point:
    """The sum of the forecasts of *version*, held against the target of the same actions."""
    year = book.context.plan.period
    names = frozenset(str(one.action_id) for one in told)
    lines = tuple(line for line in book.plan.lines if line.action.id in names)
    goal, ahead = (
        total(effect(book, line, kind, column) for line in lines)
        for kind, column in ((Kind.PLAN, SavingsColumn.TARGET), (Kind.FORECAST, SavingsColumn.FORECAST))
    )

    def value(asked: Expression) -> Value | None:
        return _known(book.context.value(asked, period=year, kind=Kind.FORECAST, version=version))

    days = [day for one in told if (day := one.as_of or one.reported) is not None]
    return Point(
        key=f"atgarder-{slug(version)}",
        unit=book.context.unit.name,
        version=version,
        day=max(days, default=None),
        body="",
        paragraph="",
        told="Åtgärdernas uppföljning",
        target=_known(book.context.value(goal, period=year)),
        forecast=value(ahead),
        printed="",
        computed=value(ahead - goal),
        said="" if len(names) == count else f"{len(names)} av {count} åtgärder har lämnat prognos; målet är deras.",
    )


def _known(value: Value) -> Value | None:
    return value if value.exact is not None else None
