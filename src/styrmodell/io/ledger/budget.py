"""A year's budget against its months (periodisering): one budget told twice, never added together."""

from collections.abc import Iterable, Iterator, Mapping
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
    years: dict[_Key, Observation] = {}
    months: dict[_Key, list[Observation]] = {}
    for item in observations:
        if item.kind not in _KINDS or item.value is None or item.state is State.STATED or item.period.rolling:
            continue
        period = item.period
        key = (item.measure_id, item.unit_id, item.kind, item.version, item.dims, period.first_year)
        if period.first == period.last:
            months.setdefault(key, []).append(item)
        elif period.first % 12 == 0 and period.last - period.first == 11:
            years[key] = item
    with exact():
        return tuple(_compared(years, months, measures))


def _compared(
    years: Mapping[_Key, Observation], months: Mapping[_Key, list[Observation]], measures: Mapping[MeasureId, Measure]
) -> Iterator[Finding]:
    for key, year in years.items():
        parts = months.get(key)
        if not parts or not _is_summed(measures.get(year.measure_id)):
            continue
        total = sum((item.value or _ZERO for item in parts), _ZERO)
        if year.value is not None and total != year.value:
            yield BUDGET_DIFFERS.at(
                year.source,
                what=_what(year),
                year_amount=kr_text(year.value),
                months_amount=kr_text(total),
                months_count=str(len(parts)),
                months_place=str(parts[0].source),
                difference=kr_text(total - year.value),
            )


def _is_summed(measure: Measure | None) -> bool:
    return measure is not None and measure.unit == MONEY and measure.over_time in (None, OverTime.SUM)


def _what(item: Observation) -> str:
    members = "".join(f" {name}={member}" for name, member in item.dims)
    version = f" {item.version}" if item.version else ""
    return f"{item.measure_id}{members}, {item.unit_id}, {kind_word(item.kind)}{version} {item.period}"
