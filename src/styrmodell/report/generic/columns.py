"""Columns of figures, a period and a kind each."""

from collections.abc import Iterable

from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.money import PlannedAmount
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column
from styrmodell.report.period_words import period_words

# A month is not broken over two lines.
_NO_BREAK = "\u2011"


def figure_column(period: Period, kind: Kind) -> Column:
    """The column of *kind*'s figures in *period*: "Utfall 2023"."""
    label = f"{kind_word(kind).capitalize()} {period_words(period).replace('-', _NO_BREAK)}"
    return Column(key=f"{kind.value}-{period.text.lower()}", label=label, period=period, kind=kind)


def amount_columns(amounts: Iterable[PlannedAmount]) -> tuple[Column, ...]:
    """A column for every period and kind that objects have amounts of, in order of time."""
    order = list(Kind)
    pairs = sorted({(one.period, order.index(one.kind)) for one in amounts if not one.accumulated})
    return tuple(figure_column(period, order[kind]) for period, kind in pairs)
