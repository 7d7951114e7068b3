"""A year's budget against its months (periodisering): one budget told twice, never added together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from styrmodell.finding import Finding
from styrmodell.io.ledger.codes import BUDGET_DIFFERS
from styrmodell.io.ledger.text import kr_text
from styrmodell.model.ids import MeasureId
from styrmodell.model.kind import Kind, State, kind_word
from styrmodell.model.measure import MONEY, Measure, OverTime
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

_KINDS = (Kind.BUDGET, Kind.PLAN)
# Printed and settled figures stand beside what was budgeted.
_BESIDE = (State.STATED, State.SETTLED)
_ZERO = Decimal(0)
_Key = tuple[object, ...]


def check_periodisation(
    observations: Iterable[Observation], measures: Mapping[MeasureId, Measure]
) -> tuple[Finding, ...]:
    """Compare budgets and plans of a whole year with their months, where there are both.

    Args:
        observations: Of any files; those of other kinds and periods are passed over.
        measures: Id → measure; only money whose months are summed is compared.

    Returns:
        SM183 at each year's budget whose months give another sum, down to the last öre. A measure, unit, version and
        set of members is compared with itself only.
    """
    years: dict[_Key, list[Observation]] = {}
    months: dict[_Key, list[Observation]] = {}
    for item in observations:
        if item.kind not in _KINDS or item.value is None or item.state in _BESIDE or item.period.rolling:
            continue
        period = item.period
        key = (item.measure_id, item.unit_id, item.kind, item.version, item.dims, period.first_year)
        if period.first == period.last:
            months.setdefault(key, []).append(item)
        elif period.first % 12 == 0 and period.last - period.first == 11:
            years.setdefault(key, []).append(item)
    with exact():
        return tuple(_compared(years, months, measures))


def _compared(
    years: Mapping[_Key, list[Observation]],
    months: Mapping[_Key, list[Observation]],
    measures: Mapping[MeasureId, Measure],
) -> Iterator[Finding]:
    for key, items in years.items():
        parts = months.get(key)
        if not parts or not _is_summed(measures.get(items[0].measure_id)):
            continue
        year, total = _total(items), _total(parts)
        if total != year:
            yield BUDGET_DIFFERS.at(
                items[0].source,
                what=_what(items[0]),
                year_amount=kr_text(year),
                months_amount=kr_text(total),
                months_count=str(len({item.period for item in parts})),
                months_place=str(parts[0].source),
                difference=kr_text(total - year),
            )


def _total(items: Iterable[Observation]) -> Decimal:
    """What stands: a correction takes the place of what it corrects, and items of one key add up."""
    standing: dict[_Key, Observation] = {}
    for item in sorted(items, key=lambda one: (bool(one.correction), one.reported or date.min)):
        standing[(item.period, item.counterparty, item.ie)] = item
    return sum((item.value or _ZERO for item in standing.values()), _ZERO)


def _is_summed(measure: Measure | None) -> bool:
    return measure is not None and measure.unit == MONEY and measure.over_time in (None, OverTime.SUM)


def _what(item: Observation) -> str:
    members = "".join(f" {name}={member}" for name, member in item.dims)
    version = f" {item.version}" if item.version else ""
    return f"{item.measure_id}{members}, {item.unit_id}, {kind_word(item.kind)}{version} {item.period}"
