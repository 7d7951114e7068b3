"""How each type of the model is read from the text, list or mapping it is written as in one format of files."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.value_codes import LONG_NUMBER
from styrmodell.io.values import (
    bool_value,
    date_value,
    decimal_value,
    due_value,
    expression_value,
    id_value,
    int_value,
    member_id_value,
    period_value,
    shape,
    share_value,
    text_value,
    written_number,
)
from styrmodell.model import ids
from styrmodell.model.due import Due
from styrmodell.model.expression import Expression
from styrmodell.model.measure import Dims
from styrmodell.model.money import Money
from styrmodell.model.number import exact, number
from styrmodell.model.period import Period

Read = Callable[[object], Any]
_IDS = (
    ids.UnitId,
    ids.MeasureId,
    ids.DimensionId,
    ids.HierarchyId,
    ids.GoalId,
    ids.ScorecardId,
    ids.PerspectiveId,
    ids.AssignmentId,
    ids.ActivityId,
    ids.ActionId,
    ids.DecisionId,
    ids.MeetingId,
    ids.RiskId,
    ids.ProjectId,
    ids.InvestmentId,
    ids.SectionId,
)
_PLAIN: tuple[tuple[Any, Read], ...] = (
    (str, text_value),
    (int, int_value),
    (bool, bool_value),
    (date, date_value),
    (Period, period_value),
    (Due, due_value),
    (Expression, expression_value),
    (ids.MemberId, member_id_value),
    *((name, id_value) for name in _IDS),
)


@frozen(kw_only=True)
class MoneyText:
    """An amount that was read: kr, and the size of its last written digit's step in kr."""

    value: Decimal
    precision: Decimal


def scalar_hooks(format: SourceFormat) -> tuple[tuple[Any, Read], ...]:
    """(type, how it is read) pairs; numbers have the format's notation, and money its scale and sign."""
    return (
        *_PLAIN,
        (Decimal, lambda value: decimal_value(value, format.notation)),
        (Fraction, lambda value: share_value(value, format.notation)),
        (Money, lambda value: read_money(value, format).value),
    )


def read_money(value: object, format: SourceFormat) -> MoneyText:
    """An amount in the format's notation, scale and sign → kr with income +."""
    written = written_number(value, format.notation)
    factor = format.money_factor()
    with exact():
        amount = written.value * factor
    try:
        number(amount)
    except ValueError:
        raise BadValueError(LONG_NUMBER, found=shorten(str(value))) from None
    return MoneyText(value=amount or abs(amount), precision=written.precision * abs(factor))


def read_dims(value: object) -> Dims:
    """{dvo: "010", slag: kostnad} → (("dvo", "010"), ("slag", "kostnad"))."""
    if not isinstance(value, dict) or not value:
        raise shape(value, "indelning: medlem", "dimension: member")
    return tuple((below(id_value, name, name), below(member_id_value, member, name)) for name, member in value.items())


def read_patterns(value: object) -> tuple[Dims, ...]:
    """[{dvo: regionbidrag, slag: kostnad}] → ((("dvo", "regionbidrag"), ("slag", "kostnad")),)."""
    if not isinstance(value, list):
        raise shape(value, "en lista", "a list")
    return tuple(below(read_dims, item, index) for index, item in enumerate(value))


def read_word_lists(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """{kategori: [Hållbarhet, Övrigt]} → (("kategori", ("Hållbarhet", "Övrigt")),)."""
    if not isinstance(value, dict):
        raise shape(value, "namn: [ord, ord]", "name: [word, word]")
    return tuple((name, below(_words, words, name)) for name, words in value.items())


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise shape(value, "en lista", "a list")
    return tuple(below(text_value, word, index) for index, word in enumerate(value))


# Fields whose type does not say how they are written.
FIELD_READERS: Mapping[str, Read] = MappingProxyType(
    {
        "not_applicable": read_patterns,
        "dims": read_dims,
        "value_lists": read_word_lists,
        "scales": read_word_lists,
    }
)


def below(read: Read, value: object, *path: str | int) -> Any:
    """Read *value*, and let a fault say where below it stands."""
    try:
        return read(value)
    except BadValueError as bad:
        raise bad.below(*path, *bad.path) from None
