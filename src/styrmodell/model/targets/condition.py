"""What a target demands, as plain data; target.py reads, prints and judges it."""

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from styrmodell.model.direction import Direction
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.model.quantity_text import PERCENT, is_per, is_share_or_count, is_unit


class TargetKind(Enum):
    """What sort of condition a target is.

    LEVEL is a bare number ("81"): whether it is a floor or a ceiling is the measure's direction, never guessed.
    IMPROVE is a change for the better without amount; which way is better is the measure's direction too.
    """

    LEVEL = "level"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    EQUALS = "equals"
    YES = "yes"
    NO = "no"
    INCREASE = "increase"
    DECREASE = "decrease"
    IMPROVE = "improve"
    KEEP = "keep"
    RELATIVE = "relative"
    N_OF_M = "n_of_m"
    MILESTONE = "milestone"
    EVERY_UNIT = "every_unit"
    ALL_OF = "all_of"


class ChangeUnit(Enum):
    """What the amount of a change is: per cent of the reference, percentage points, or the measure's own unit."""

    PERCENT = "percent"
    POINTS = "points"
    UNIT = "unit"


class TargetDoubt(Enum):
    """What is doubtful in the words of a target: unread, per cent or points, an interval that is no number."""

    UNREAD = "unread"
    PERCENT_OR_POINTS = "percent_or_points"
    UNDEFINED_INTERVAL = "undefined_interval"


LIMITS = (TargetKind.AT_LEAST, TargetKind.MORE_THAN, TargetKind.AT_MOST, TargetKind.LESS_THAN)
CHANGES = (TargetKind.INCREASE, TargetKind.DECREASE, TargetKind.IMPROVE, TargetKind.KEEP, TargetKind.RELATIVE)
COMPOSITES = (TargetKind.EVERY_UNIT, TargetKind.ALL_OF)
_LEVELS = (*LIMITS, TargetKind.LEVEL, TargetKind.BETWEEN, TargetKind.EQUALS, TargetKind.N_OF_M)


@frozen(kw_only=True)
class Condition:
    """The condition of a target.

    Attributes:
        level: The number to reach, as the measure holds it: a share of one for "%", kr for "tkr" and "mnkr".
            In n_of_m the n. None in a limit that names a reference ("ej överstiga tilldelad budgetram").
        upper: The upper end of between, in the unit of *level*.
        of: The m of n_of_m: how many there are.
        change: The size of a relative change, never negative; a share of one when *unit* is "%".
        change_unit: What *change* is; None when only "%" is written, which may be per cent or points.
        way: Which way a relative change goes; None is for the better, which the measure's direction decides.
        against: The period that a change or limit is compared with, when one is named.
        years_back: The same as a number of years before the target's own ("föregående år" is 1).
        against_words: The same when it is neither ("tilldelad budgetram").
        unit: As written ("%", "dagar", "mnkr"); "" when there is none.
        per: What it is counted per ("anställd och år").
        qualifier: What is counted and under which conditions, in words; the words of a milestone.
        due: When it is to be reached, when that is said.
        due_on: The very day, when one is written; it lies in *due*.
        parts: The conditions of all_of, or the one of every_unit. A composite's other fields lie in its parts.
        words: The original words. Two targets that demand the same are equal however they are written.
        doubts: What is doubtful in the words.
    """

    kind: TargetKind
    level: Decimal | None = field(default=None, converter=number)
    upper: Decimal | None = field(default=None, converter=number)
    of: Decimal | None = field(default=None, converter=number)
    change: Decimal | None = field(default=None, converter=number)
    change_unit: ChangeUnit | None = None
    way: Direction | None = None
    against: Period | None = None
    years_back: int | None = None
    against_words: str = ""
    unit: str = ""
    per: str = ""
    qualifier: str = ""
    due: Period | None = None
    due_on: date | None = None
    parts: tuple["Condition", ...] = ()
    words: str = field(default="", eq=False)
    doubts: tuple[TargetDoubt, ...] = ()

    def __attrs_post_init__(self) -> None:
        for check in (_numbers, _change, _reference, _composite, _texts, _due):
            if fault := check(self):
                raise ValueError(f"{self.kind.value}: {fault}")

    @property
    def references(self) -> int:
        """How many references are named: at most one in a sound target."""
        return (self.against is not None) + (self.years_back is not None) + bool(self.against_words)


def _numbers(made: Condition) -> str:
    needs_level = made.kind in _LEVELS and not (made.kind in LIMITS and made.references)
    if needs_level != (made.level is not None):
        return (
            "needs a level or, for a limit, a reference, and never both" if needs_level else "has no level of its own"
        )
    if (made.kind is TargetKind.BETWEEN) != (made.upper is not None):
        return "between, and nothing else, has an upper end"
    if (made.kind is TargetKind.N_OF_M) != (made.of is not None):
        return "n_of_m, and nothing else, has a number to count of"
    if made.level is not None and made.upper is not None and made.upper < made.level:
        return "the upper end lies below the lower"
    if made.level is not None and made.of is not None and not _is_count(made.level, made.of):
        return "n of m are whole numbers, n from 0 to m and m at least 1"
    return ""


def _is_count(level: Decimal, of: Decimal) -> bool:
    return all(value == value.to_integral_value() for value in (level, of)) and 0 <= level <= of and of >= 1


def _change(made: Condition) -> str:
    if (made.kind is TargetKind.RELATIVE) != (made.change is not None):
        return "a relative change, and nothing else, has an amount"
    if made.change is None:
        return "only a relative change has a change unit or a way" if made.change_unit or made.way else ""
    if made.change < 0 or made.way is Direction.NEAR:
        return "a change has an amount that is not negative, and a way up, down or for the better"
    if (made.unit == PERCENT) == (made.change_unit is ChangeUnit.UNIT):
        return "a change in per cent or points has the unit %, any other has not"
    return "a change is counted per nothing" if made.per else ""


def _reference(made: Condition) -> str:
    if made.references and made.kind not in (*LIMITS, *CHANGES):
        return "only a limit or a change has a reference"
    if made.references > 1:
        return "one reference at most"
    return "" if made.years_back is None or 1 <= made.years_back <= 99 else "years back are from one to 99"


def _composite(made: Condition) -> str:
    inner = [part.kind for part in made.parts]
    if made.kind is TargetKind.EVERY_UNIT:
        return "" if len(inner) == 1 and inner[0] not in COMPOSITES else "needs exactly one part, which has no parts"
    if made.kind is TargetKind.ALL_OF:
        return (
            "" if len(inner) > 1 and TargetKind.ALL_OF not in inner else "needs two parts or more, none of them all_of"
        )
    return "has no parts" if inner else ""


def _texts(made: Condition) -> str:
    if made.kind in COMPOSITES and (made.qualifier or made.due or made.unit):
        return "qualifier, unit and due are those of the parts"
    if (made.unit or made.per) and made.level is None and made.change is None:
        return "without a number there is no unit"
    if (made.unit and not is_unit(made.unit)) or (made.per and not is_per(made.per)):
        return f"not a unit: {made.unit!r} per {made.per!r}"
    marks = ";" if TargetDoubt.UNREAD not in made.doubts else ""
    for text in (made.qualifier, made.against_words):
        if (marks and marks in text) or " ".join(text.split()) != text:
            return "texts hold no semicolon, line break or double space"
    # "100 % (25/25)" is one condition, and no number with a qualifier.
    if made.kind in (TargetKind.LEVEL, TargetKind.N_OF_M) and is_share_or_count(made.qualifier):
        return "a count or a share is no qualifier"
    if set("(),.") & set(made.against_words):
        return "a reference in words holds no parenthesis, comma or full stop"
    empty = made.kind is TargetKind.MILESTONE and not (made.qualifier or made.due or made.doubts)
    return "a milestone needs words or a time" if empty else ""


def _due(made: Condition) -> str:
    if made.due_on is None:
        return ""
    month = made.due_on.year * 12 + made.due_on.month - 1
    inside = made.due is not None and Period(first=month, last=month) in made.due
    return "" if inside else "the day lies outside the period that it is due"
