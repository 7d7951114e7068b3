"""What the law asks of the report as such: its period, when it is delivered and to whom.

Source: kommunallagen (2017:725) 11 kap. 16 §; lagen (2018:597) om kommunal bokföring och redovisning 13 kap.;
docs/how-to/delarsrapport.md says what of it was checked against which text.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from styrmodell.api import Context, Finding, Period, Source
from styrmodell_dalarna.delarsrapport.codes import (
    DELIVERED_LATE,
    NOT_DELIVERED,
    NOT_THE_REGION,
    WRONG_ADDRESSEES,
    WRONG_PERIOD,
)

LAW = (
    "kommunallagen (2017:725) 11 kap. 16 §, lagen (2018:597) om kommunal bokföring och redovisning 13 kap. och "
    "Rådet för kommunal redovisnings rekommendation R17"
)
REGION = "region"
_YEAR = 12
_SHORTEST, _LONGEST = 6, 8
_MONTHS_TO_DELIVER = 2
# Any of these words in the address is enough to say who it is.
_ADDRESSEES = (("fullmäktige", "fullmäktige", "fullmäktige"), ("revisor", "revisorerna", "the auditors"))


@frozen(kw_only=True)
class Delivery:
    """When the report was handed over, and to whom.

    Attributes:
        day: None where nobody has said, or it cannot be read.
        written: What was written as the day.
        to: The addressees as they were written.
        last: The last day that the law allows.
    """

    day: date | None
    written: str
    to: str
    last: date


def months_of_year(period: Period) -> int:
    """How many months the period is."""
    return period.last - period.first + 1


def delivery_of(context: Context) -> Delivery:
    """What the report's settings say."""
    written = context.settings.get("overlamnad", "").strip()
    end = context.period.last + _MONTHS_TO_DELIVER
    return Delivery(
        day=_day(written),
        written=written,
        to=context.settings.get("till", "").strip(),
        last=Period(first=end, last=end).last_day,
    )


def check_law(context: Context) -> Iterator[Finding]:
    """What is wrong with the report's unit, period and delivery."""
    place = Source(file="styrmodell.toml", place=f'reports."{context.report}"')
    if context.unit.level != REGION:
        yield NOT_THE_REGION.at(context.unit.source, unit=context.unit.name)
    months, starts = months_of_year(context.period), context.period.first % _YEAR == 0
    if not (starts and _SHORTEST <= months <= _LONGEST):
        told = {"period": context.period.text, "months": str(months)}
        start = {} if starts else {"start": " och börjar inte i januari", "start_en": " and does not begin in January"}
        yield WRONG_PERIOD.at(place, **told, **start)
    delivery = delivery_of(context)
    yield from _delivered(context, delivery, place)
    lacks = [(sv, en) for word, sv, en in _ADDRESSEES if word not in delivery.to.casefold()]
    if lacks:
        swedish, english = (" och ".join(names) for names in zip(*lacks, strict=True))
        yield WRONG_ADDRESSEES.at(place, to=delivery.to or "–", lacks=swedish, lacks_en=english)


def _delivered(context: Context, delivery: Delivery, place: Source) -> Iterator[Finding]:
    end = context.period.last_day
    if delivery.day is None:
        if delivery.written or context.as_of > delivery.last:
            found = f'"{delivery.written}" är ingen dag' if delivery.written else "ingen dag för överlämnandet"
            english = f'"{delivery.written}" is no day' if delivery.written else "no day of delivery"
            words = {"found": found, "found_en": english, "last": delivery.last.isoformat()}
            yield NOT_DELIVERED.at(place, today=context.as_of.isoformat(), **words)
    elif not end < delivery.day <= delivery.last:
        words = {"day": delivery.day.isoformat(), "first": end.isoformat(), "last": delivery.last.isoformat()}
        yield DELIVERED_LATE.at(place, **words)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
