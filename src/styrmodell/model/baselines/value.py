"""What a baseline says, as plain data; baseline.py reads and prints it."""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from styrmodell.model.kind import Kind
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.model.quantity_text import is_unit

TRUTH = "ja/nej"


class BaselineKind(Enum):
    """What sort of baseline it is.

    VALUES are several, by members ("TDL 67 % THG 59%") or of several questions ("2019 6/6 2019 Ja").
    REFERENCE names figures that are held elsewhere ("Utfall 2019"); AT_TARGET says that the target is the baseline.
    NEW is a measure or activity that was not there before; NONE says that there is no baseline; TEXT is words only.
    """

    VALUE = "value"
    VALUES = "values"
    REFERENCE = "reference"
    NEW = "new"
    NONE = "none"
    TEXT = "text"
    AT_TARGET = "at_target"


class BaselineDoubt(Enum):
    """What is doubtful in the words of a baseline: nothing could be read."""

    UNREAD = "unread"


@frozen(kw_only=True)
class BaselineValue:
    """One value of a baseline.

    Attributes:
        labels: The members it belongs to, as written, outermost first ("3 år", "F").
        value: The value: a share of one for "%", kr for "tkr" and "mnkr", 1 and 0 when *unit* is "ja/nej".
            None for a fraction.
        numerator: The fraction's numerator, in *unit*: kr for "tkr" and "mnkr".
        denominator: The fraction's denominator, in the unit *per*.
        printed: What the fraction was said to be, a share of one for "%"; never computed, so that it can be compared.
        unit: As written; of a fraction the numerator's.
        per: What the value is counted per; of a fraction the denominator's unit.
        printed_unit: The unit of *printed*: "%" or "".
        precision: The size of one step in the last written digit of *value*, or of *printed*.
        period: The period it is of, when that is said; the month that holds *as_of*.
        as_of: The day it is of, when a day is written ("20171003").

    Raises:
        ValueError: Neither a number nor a fraction, or both; a unit or a label that is none; a day outside the period.
    """

    labels: tuple[str, ...] = ()
    value: Decimal | None = field(default=None, converter=number)
    numerator: Decimal | None = field(default=None, converter=number)
    denominator: Decimal | None = field(default=None, converter=number)
    printed: Decimal | None = field(default=None, converter=number)
    unit: str = ""
    per: str = ""
    printed_unit: str = ""
    precision: Decimal | None = field(default=None, converter=number)
    period: Period | None = None
    as_of: date | None = None

    def __attrs_post_init__(self) -> None:
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("a fraction has a numerator and a denominator")
        if (self.value is None) == (self.numerator is None):
            raise ValueError("a value is a number or a fraction, one of them")
        if self.printed is not None and self.numerator is None:
            raise ValueError("only a fraction was said to be something")
        if self.unit == TRUTH and self.value not in (0, 1):
            raise ValueError("yes is 1 and no is 0")
        if self.unit and self.unit != TRUTH and not is_unit(self.unit):
            raise ValueError(f"not a unit: {self.unit!r}")
        if not all(map(_is_label, self.labels)):
            raise ValueError("a label holds a letter, and no comma, semicolon, colon or sign of equality")
        if self.as_of is not None and (self.period is None or month_of(self.as_of) not in self.period):
            raise ValueError("the day lies outside the period")

    @property
    def number(self) -> Fraction | None:
        """The value, or numerator over denominator, in its own unit; None over a denominator of zero."""
        if self.value is not None:
            return Fraction(self.value)
        if self.numerator is None or not self.denominator:
            return None
        return Fraction(self.numerator) / Fraction(self.denominator)

    @property
    def own_unit(self) -> str:
        """The unit of the value itself: of a fraction, that of what is printed beside it."""
        return self.printed_unit if self.value is None else self.unit


@frozen(kw_only=True)
class Start:
    """What a baseline says.

    Attributes:
        values: The values; those of one text are in the order in which they are written.
        period: The period of the values when they share one; of a reference, that of the figures it names.
        reference: What sort of figures a reference names (utfall, budget …).
        words: The original words. Two baselines that say the same are equal however they are written.
        text: The words of a baseline that is only words.
        doubts: What is doubtful in the words.
    """

    kind: BaselineKind
    values: tuple[BaselineValue, ...] = ()
    period: Period | None = None
    reference: Kind | None = None
    text: str = ""
    words: str = field(default="", eq=False)
    doubts: tuple[BaselineDoubt, ...] = ()

    def __attrs_post_init__(self) -> None:
        counts = {BaselineKind.VALUE: (1, 1), BaselineKind.VALUES: (2, None), BaselineKind.AT_TARGET: (0, 1)}
        fewest, most = counts.get(self.kind, (0, 0))
        if len(self.values) < fewest or (most is not None and len(self.values) > most):
            raise ValueError(f"{self.kind.value}: {len(self.values)} values")
        if (self.kind is BaselineKind.REFERENCE) != (self.reference is not None):
            raise ValueError("a reference, and nothing else, names a sort of figures")
        if len({value.period is None for value in self.values}) > 1:
            raise ValueError("either all values are of a time that is said or none is")
        if self.text and self.kind is not BaselineKind.TEXT:
            raise ValueError("only a baseline in words has a text")


def _is_label(text: str) -> bool:
    spaced = " ".join(text.split()) == text
    return spaced and not set(";:=,") & set(text) and any(sign.isalpha() for sign in text)


def month_of(day: date) -> Period:
    """The month that holds *day*."""
    month = day.year * 12 + day.month - 1
    return Period(first=month, last=month)
