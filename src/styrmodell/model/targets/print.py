"""The canonical Swedish text of a target: one text a condition, which is read back as the same condition."""

from decimal import Decimal

from styrmodell.model.direction import Direction
from styrmodell.model.quantity_text import quantity_text
from styrmodell.model.targets.condition import CHANGES, ChangeUnit, Condition, TargetKind

_LEVEL_WORDS = (
    (TargetKind.LEVEL, ""),
    (TargetKind.AT_LEAST, "minst "),
    (TargetKind.MORE_THAN, "över "),
    (TargetKind.AT_MOST, "högst "),
    (TargetKind.LESS_THAN, "under "),
    (TargetKind.EQUALS, "exakt "),
)
_REFERENCE_WORDS = (
    (TargetKind.AT_LEAST, "inte understiga"),
    (TargetKind.MORE_THAN, "överstiga"),
    (TargetKind.AT_MOST, "inte överstiga"),
    (TargetKind.LESS_THAN, "understiga"),
)
_FIXED_WORDS = (
    (TargetKind.YES, "ja"),
    (TargetKind.NO, "nej"),
    (TargetKind.INCREASE, "ska öka"),
    (TargetKind.DECREASE, "ska minska"),
    (TargetKind.IMPROVE, "ska förbättras"),
    (TargetKind.KEEP, "bibehållas"),
)
_WAY_WORDS = ((Direction.HIGHER, "öka"), (Direction.LOWER, "minska"), (None, "förbättras"))
_SHARE_WORDS = ((ChangeUnit.PERCENT, "procent"), (ChangeUnit.POINTS, "procentenheter"))
LAST_YEAR = "föregående år"


def condition_text(condition: Condition) -> str:
    """Write *condition* in the canonical way ("högst 90 dagar (från sänd remiss)")."""
    if condition.kind is TargetKind.ALL_OF:
        return "; ".join(map(condition_text, condition.parts))
    if condition.kind is TargetKind.EVERY_UNIT:
        return f"varje enhet: {condition_text(condition.parts[0])}"
    if condition.kind is TargetKind.MILESTONE:
        return " ".join(filter(None, (condition.qualifier, _due(condition))))
    qualifier = f"({condition.qualifier})" if condition.qualifier else ""
    return " ".join(filter(None, (_demand(condition), _due(condition), qualifier)))


def _demand(condition: Condition) -> str:
    if condition.kind in CHANGES:
        reference = _reference(condition)
        return f"{_change(condition)}{' jämfört med ' if reference else ''}{reference}"
    if condition.references:
        before = "" if condition.against_words else "utfall "
        return f"{dict(_REFERENCE_WORDS)[condition.kind]} {before}{_reference(condition)}"
    if condition.level is None:
        return dict(_FIXED_WORDS)[condition.kind]
    if condition.of is not None:
        return f"{quantity_text(condition.level)} av {_quantity(condition.of, condition)}"
    if condition.upper is not None:
        # The lower end's unit is printed once, after the upper.
        lower = _quantity(condition.level, condition).partition(" ")[0]
        return f"mellan {lower} och {_quantity(condition.upper, condition)}"
    return dict(_LEVEL_WORDS)[condition.kind] + _quantity(condition.level, condition)


def _quantity(value: Decimal, condition: Condition) -> str:
    return quantity_text(value, condition.unit, condition.per)


def _change(condition: Condition) -> str:
    if condition.change is None:
        return dict(_FIXED_WORDS)[condition.kind]
    written = _quantity(condition.change, condition)
    if condition.change_unit in (ChangeUnit.PERCENT, ChangeUnit.POINTS):
        written = f"{written.removesuffix(' %')} {dict(_SHARE_WORDS)[condition.change_unit]}"
    return f"{dict(_WAY_WORDS)[condition.way]} med {written}"


def _reference(condition: Condition) -> str:
    if condition.against is not None:
        return str(condition.against)
    if condition.years_back is not None:
        return LAST_YEAR if condition.years_back == 1 else f"{condition.years_back} år tidigare"
    return condition.against_words


def _due(condition: Condition) -> str:
    return f"senast {condition.due_on or condition.due}" if condition.due else ""
