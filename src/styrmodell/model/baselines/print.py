"""The canonical Swedish text of a baseline, which is read back as the same baseline."""

from styrmodell.model.baselines.value import TRUTH, BaselineKind, BaselineValue, Start
from styrmodell.model.kind import kind_word
from styrmodell.model.period import Period
from styrmodell.model.quantity_text import quantity_text

NEW_TEXT = "Nytt mått"
NONE_TEXT = "Saknar ingångsvärde"
AT_TARGET_TEXT = "Enligt målvärde"


def baseline_text(start: Start) -> str:
    """Write *start* in the canonical way ("2016: TDL: 67 %; THG: 59 %")."""
    match start.kind:
        case BaselineKind.NEW:
            return NEW_TEXT
        case BaselineKind.NONE:
            return NONE_TEXT
        case BaselineKind.TEXT:
            return start.text
        case BaselineKind.REFERENCE if start.reference is not None:
            return f"{kind_word(start.reference).capitalize()} {_period(start.period)}".rstrip()
    values = _values(start.values)
    return f"{AT_TARGET_TEXT} {values}".rstrip() if start.kind is BaselineKind.AT_TARGET else values


def _values(values: tuple[BaselineValue, ...]) -> str:
    """Print the time once before the first of those that share it."""
    printed, before = [], ""
    for value in values:
        time = _time(value)
        printed.append(f"{time}: {_labelled(value)}" if time and time != before else _labelled(value))
        before = time
    return "; ".join(printed)


def _time(value: BaselineValue) -> str:
    return str(value.as_of or _period(value.period))


def _period(period: Period | None) -> str:
    """A span of whole years as people write it ("2017–2019"), any other period in its canonical text."""
    if period is None:
        return ""
    years = (period.last + 1 - period.first) // 12
    whole = period.first % 12 == 0 == (period.last + 1) % 12 and years > 1
    return f"{period.first_year:04d}–{period.first_year + years - 1:04d}" if whole else str(period)


def _labelled(value: BaselineValue) -> str:
    labels = ", ".join(value.labels)
    return f"{labels}{': ' if labels else ''}{_figure(value)}"


def _figure(value: BaselineValue) -> str:
    if value.unit == TRUTH:
        return "ja" if value.value else "nej"
    if value.value is not None:
        return quantity_text(value.value, value.unit, value.per, precision=value.precision)
    if value.numerator is None or value.denominator is None:
        return ""
    fraction = f"{quantity_text(value.numerator, value.unit)}/{quantity_text(value.denominator, value.per)}"
    if value.printed is None:
        return fraction
    return f"{fraction} = {quantity_text(value.printed, value.printed_unit, precision=value.precision)}"
