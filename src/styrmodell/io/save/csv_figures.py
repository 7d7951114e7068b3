"""Observations → the rows of a CSV file, in Swedish as people write them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from styrmodell.csv_guard import guarded
from styrmodell.io.save.csv_text import csv_bytes, swedish_number
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.figure import FigureReader, FigureRule
from styrmodell.model.ids import MeasureId
from styrmodell.model.kind import STATE_WORDS, State, kind_word
from styrmodell.model.measure import MONEY, Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

_BEFORE = ("enhet", "matt", "period", "typ", "version")
_AFTER = ("varde", "taljare", "namnare", "tillstand", "per", "rapporterad", "av", "kommentar")
# Columns that most files do not need: heading → field.
_SELDOM = (("motpart", "counterparty"), ("ie", "ie"))
_CORRECTION = ("rattelse", "correction")
_ONE = Decimal(1)


def figures_csv(
    observations: Sequence[Observation],
    measures: Mapping[MeasureId, Measure],
    format: SourceFormat,
    *,
    corrections: bool = False,
) -> bytes:
    """The CSV file of *observations*: money in the format's scale, rates in per cent, one column a dimension.

    What a row cannot say is not written: members in another order than the measure's.

    Args:
        corrections: Whether there is a column for why a figure takes another's place; else that is not written.

    Raises:
        KeyError: An observation of no known measure.
        ArithmeticError: The last digit of a figure is not where its precision says, in this scale.
    """
    names = tuple(dict.fromkeys(name for item in observations for name, _ in item.dims))
    known = (*_SELDOM, _CORRECTION) if corrections else _SELDOM
    seldom = tuple(pair for pair in known if any(getattr(item, pair[1]) for item in observations))
    writer = _Writer(measures=measures, reader=FigureReader(format=format))
    with exact():
        rows = list(_rows(observations, names, [name for _, name in seldom], writer))
    return csv_bytes((*_BEFORE, *names, *_AFTER, *(word for word, _ in seldom)), rows)


def _rows(
    observations: Iterable[Observation], names: Sequence[str], seldom: Sequence[str], writer: "_Writer"
) -> Iterator[tuple[str, ...]]:
    states = {state: word for word, state in STATE_WORDS} | {State.REPORTED: ""}
    for item in observations:
        members = dict(item.dims)
        yield (
            item.unit_id,
            item.measure_id,
            item.period.text,
            kind_word(item.kind),
            guarded(item.version),
            *(members.get(name, "") for name in names),
            *writer.figures(item),
            states[item.state],
            item.as_of.isoformat() if item.as_of else "",
            item.reported.isoformat() if item.reported else "",
            guarded(item.reporter),
            guarded(item.comment),
            *(guarded(getattr(item, name)) for name in seldom),
        )


@frozen(kw_only=True)
class _Writer:
    measures: Mapping[MeasureId, Measure]
    reader: FigureReader

    def figures(self, item: Observation) -> tuple[str, str, str]:
        """Value, numerator and denominator as they are written."""
        rule = self.reader.rule(self.measures[item.measure_id])
        over = rule if rule.measure.unit == MONEY else FigureRule.by(rule.measure, _ONE)
        return (
            _written(item.value, item.precision, rule),
            _written(item.numerator, None, over),
            "" if item.denominator is None else swedish_number(item.denominator),
        )


def _written(value: Decimal | None, precision: Decimal | None, rule: FigureRule) -> str:
    """*value* divided by the rule's factor, to the digit that *precision* names."""
    if value is None:
        return ""
    factor = _ONE if rule.factor is None else rule.factor
    inverse = _ONE / factor  # a power of ten, so it is exact
    written = value * inverse
    if precision is not None:
        step = (precision * inverse).normalize()
        written = written.quantize(Decimal((0, (1,), min(step.adjusted(), 0))))
    return swedish_number(written)
