"""Columns of figures, a period and a kind each."""

from collections.abc import Iterable

from styrmodell.model.ids import slug
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.money import PlannedAmount
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column
from styrmodell.report.period_words import period_words

# A month is not broken over two lines.
_NO_BREAK = "\u2011"
_YEAR = 12


def figure_column(period: Period, kind: Kind, version: str = "") -> Column:
    """The column of *kind*'s figures in *period*: "Utfall 2023", "Budget 2024 reviderad"."""
    label = f"{kind_word(kind).capitalize()} {period_words(period).replace('-', _NO_BREAK)} {version}".strip()
    key = f"{kind.value}-{period.text.lower()}"
    return Column(
        key=f"{key}-{slug(version)}" if version else key, label=label, period=period, kind=kind, version=version
    )


def amount_columns(amounts: Iterable[PlannedAmount]) -> tuple[Column, ...]:
    """A column for every year and kind that objects have amounts of, in order of time.

    Months and quarters of a year make one column: "Utfall jan–aug 2024".
    """
    spans: dict[tuple[int, int], list[Period]] = {}
    order, pairs = list(Kind), set[tuple[int, int, Period]]()
    for one in amounts:
        if one.accumulated:
            continue
        year, kind = one.period.first_year, order.index(one.kind)
        if one.period.months < _YEAR:
            spans.setdefault((year, kind), []).append(one.period)
        else:
            pairs.add((year, kind, one.period))
    for (year, kind), some in spans.items():
        first, last = min(one.first for one in some), max(one.last for one in some)
        pairs.add((year, kind, Period(first=first, last=last)))
    return tuple(figure_column(period, order[kind]) for _, kind, period in sorted(pairs))
