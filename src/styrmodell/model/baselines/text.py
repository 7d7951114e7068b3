"""Reads baselines as people write them; what cannot be read is kept as words and says so, never guessed."""

import re

from attrs import evolve

from styrmodell.model.baselines.time import TIME, Moment, read_moment
from styrmodell.model.baselines.value import TRUTH, BaselineDoubt, BaselineKind, BaselineValue, Start
from styrmodell.model.kind import KIND_WORDS
from styrmodell.model.period import Period
from styrmodell.model.quantity_text import NUMBER, UNIT, WHOLE, quantity_pattern, read_quantity, taken_quantity

MAX_LENGTH = 1_000
_NEW = re.compile(r"ny(?:tt)?(?: (?:aktivitet|mått|nyckeltal|indikator|mätning|enkät))\.?", re.IGNORECASE)
_NONE = re.compile(
    r"(?:inget ingångsvärde(?: finns)?|saknar ingångsvärde|ingångsvärde saknas|ingångsvärde finns (?:inte|ej)|saknas|"
    r"ej mätt|inte mätt|har inte mätts)\.?",
    re.IGNORECASE,
)
_AT_TARGET = re.compile(r"enligt mål(?:värdet?|nivån?|et)?(?:[\s:]+(?P<rest>.+))?", re.IGNORECASE)
_REFERENCE = re.compile(
    rf"(?P<kind>{'|'.join(word for word, _ in KIND_WORDS)})(?:et)?(?:\s(?:för\s|år\s)?(?P<time>{TIME}))?\.?",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?P<time>{TIME})\s?(?::\s?|\s)(?P<rest>\S.*)")
_TAIL = re.compile(rf"(?P<rest>.*\S)\s?\((?P<time>{TIME})\)")
_NEXT_YEAR = re.compile(r"\s+(?=(?:19|20)\d\d:?\s)")
_TRUTH = re.compile(r"(?P<yes>ja)|nej", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?P<n>{NUMBER})(?:\s?(?P<unit>{UNIT}))?\s?/\s?(?P<m>{NUMBER})(?![.,]\d)(?:\s?(?P<per>{UNIT}))?"
    rf"(?:\s?=\s?(?P<printed>{NUMBER})\s?(?P<percent>%)?|\s?\((?P<share>{NUMBER})\s?%\))?",
    re.IGNORECASE,
)
_QUANTITY = re.compile(quantity_pattern(), re.IGNORECASE)
# A day or month without a mark: 20171003 is no number of anything.
_DAY_OR_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?")
_LABELLED = re.compile(r"(?P<labels>[^:;=]*[^\s:;=]): (?P<figure>.+)")
_GROUP = re.compile(r"(?P<age>\d+(?:-\d+)?)\s?år[,:]?\s+(?=[^\W\d])", re.IGNORECASE)
_MEMBER = re.compile(
    rf"(?P<label>[^\W\d][\w-]*)\s?(?P<colon>:)?\s?(?P<number>{NUMBER}){WHOLE}(?:\s?(?P<unit>%|(?:st|dagar|kr|tkr|mnkr)\b))?"
    r"(?:[\s,.]+|\Z)",
    re.IGNORECASE,
)


def read_baseline(text: str) -> Start:
    """Read *text*; what cannot be read is words with the doubt UNREAD."""
    words = " ".join(text.split())
    found = _read(words) if len(text) <= MAX_LENGTH else None
    return evolve(found or Start(kind=BaselineKind.TEXT, text=words, doubts=(BaselineDoubt.UNREAD,)), words=text)


def _read(text: str) -> Start | None:
    if _NEW.fullmatch(text):
        return Start(kind=BaselineKind.NEW)
    if _NONE.fullmatch(text):
        return Start(kind=BaselineKind.NONE)
    try:
        return _reference(text) or _at_target(text) or _start(_values(text))
    except ValueError:
        return None


def _reference(text: str) -> Start | None:
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    moment = read_moment(match["time"]) if match["time"] else Moment()
    kind = dict(KIND_WORDS)[match["kind"].lower()]
    return Start(kind=BaselineKind.REFERENCE, reference=kind, period=moment.period) if moment else None


def _at_target(text: str) -> Start | None:
    match = _AT_TARGET.fullmatch(text)
    if match is None:
        return None
    if not match["rest"]:
        return Start(kind=BaselineKind.AT_TARGET)
    values = _values(match["rest"])
    return Start(kind=BaselineKind.AT_TARGET, values=values, period=_shared(values)) if len(values) == 1 else None


def _start(values: tuple[BaselineValue, ...]) -> Start | None:
    if not values:
        return None
    kind = BaselineKind.VALUE if len(values) == 1 else BaselineKind.VALUES
    return Start(kind=kind, values=values, period=_shared(values))


def _shared(values: tuple[BaselineValue, ...]) -> Period | None:
    periods = {value.period for value in values}
    return periods.pop() if len(periods) == 1 else None


def _values(text: str) -> tuple[BaselineValue, ...]:
    """Read the values of *text*; none when one of them cannot be read."""
    return _segments(text.split(";")) or _segments(_NEXT_YEAR.split(text))


def _segments(segments: list[str]) -> tuple[BaselineValue, ...]:
    values: tuple[BaselineValue, ...] = ()
    moment = Moment()
    for segment in segments:
        taken = _timed(segment.strip(" ."), moment)
        moment, found = taken
        if not found:
            return ()
        values = (*values, *found)
    return values


def _timed(text: str, before: Moment) -> tuple[Moment, tuple[BaselineValue, ...]]:
    """Read a segment; one that names no time of its own is of the time that was named before it."""
    match = _HEAD.fullmatch(text) or _TAIL.fullmatch(text)
    moment = read_moment(match["time"]) if match else None
    if match and moment and (found := _figures(match["rest"])):
        return moment, tuple(evolve(value, period=moment.period, as_of=moment.day) for value in found)
    return before, tuple(evolve(value, period=before.period, as_of=before.day) for value in _figures(text))


def _figures(text: str) -> tuple[BaselineValue, ...]:
    figure = _figure(text)
    if figure:
        return (figure,)
    match = _LABELLED.fullmatch(text)
    figure = _figure(match["figure"]) if match else None
    if match and figure:
        return (evolve(figure, labels=tuple(label.strip() for label in match["labels"].split(","))),)
    return _members(text)


def _figure(text: str) -> BaselineValue | None:
    if match := _TRUTH.fullmatch(text):
        return BaselineValue(value=1 if match["yes"] else 0, unit=TRUTH)
    if match := _FRACTION.fullmatch(text):
        return _fraction(match)
    match = _QUANTITY.fullmatch(text)
    quantity = match and taken_quantity(match)
    if not quantity or quantity.may_be_year or _DAY_OR_MONTH.fullmatch(text):
        return None
    return BaselineValue(value=quantity.value, unit=quantity.unit, per=quantity.per, precision=quantity.precision)


def _fraction(match: re.Match[str]) -> BaselineValue | None:
    n, m = read_quantity(match["n"], match["unit"] or ""), read_quantity(match["m"], match["per"] or "")
    unit = "%" if match["percent"] or match["share"] else ""
    said = match["printed"] or match["share"]
    printed = read_quantity(said, unit) if said else None
    if n is None or m is None or (said and printed is None):
        return None
    return BaselineValue(
        numerator=n.value,
        denominator=m.value,
        printed=printed.value if printed else None,
        unit=n.unit,
        per=m.unit,
        printed_unit=unit,
        precision=printed.precision if printed else None,
    )


def _members(text: str) -> tuple[BaselineValue, ...]:
    """Read values by members ("3år F:95,7 P:94,7 6 år F: 77,0"); none when something else stands between them."""
    values: list[BaselineValue] = []
    group: tuple[str, ...] = ()
    place = 0
    while place < len(text):
        if age := _GROUP.match(text, place):
            group, place = (f"{age['age']} år",), age.end()
        member = _MEMBER.match(text, place)
        quantity = read_quantity(member["number"], member["unit"] or "") if member else None
        if member is None or quantity is None or not (member["colon"] or member["unit"]):
            return ()
        place = member.end()
        values.append(
            BaselineValue(
                labels=(*group, member["label"]),
                value=quantity.value,
                unit=quantity.unit,
                precision=quantity.precision,
            )
        )
    return tuple(values)
