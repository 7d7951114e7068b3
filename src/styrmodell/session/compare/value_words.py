"""What a field holds, in the words that people write: "påbörjad", "minst 80 %", "2 400 tkr"."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, get_args

import attrs
from attrs import define

from styrmodell.io.enum_words import choice_words
from styrmodell.model.baseline import Baseline
from styrmodell.model.expression import Expression
from styrmodell.model.expression_text import expression_text
from styrmodell.model.frequency import Frequency, Reporting
from styrmodell.model.link import Link
from styrmodell.model.measure import MONEY
from styrmodell.model.money import Money, MoneyRange
from styrmodell.model.period import Period
from styrmodell.model.target import Target
from styrmodell.session.compare.field_words import field_name
from styrmodell.session.compare.figures import figure_words, natural_style
from styrmodell.session.compare.names import Names

# What prints itself as people write it.
_SAYS_ITSELF = (Target, Baseline, Reporting, Frequency)
# Fields whose ids name objects; empty for objects of any kind.
_KINDS = {
    "unit_id": "units",
    "parent_id": "",
    "measure_id": "measures",
    "of_id": "measures",
    "weight_id": "measures",
    "goal_id": "goals",
    "decision_id": "decisions",
    "closed_by": "decisions",
    "project_id": "projects",
    "action_id": "actions",
    "same_as_id": "actions",
    "perspective_id": "",
    "expected": "units",
    "parents": "",
}


def unit_of_field(cls: type[Any], name: str, item: Any) -> str:
    """The unit of the number in the field *name*: kr where it is money, the measure's for its own tolerance."""
    found = getattr(attrs.fields(cls), name).type
    if Money in (found, *get_args(found)):
        return MONEY
    return str(item.unit) if name == "tolerance" else ""


@define(kw_only=True, eq=False)
class ValueWords:
    """Tells values in words."""

    names: Names

    def pair(self, kind: str, name: str, old: Any, new: Any, unit: str = "") -> tuple[str, str]:
        """Two values that differ, in words that differ; ids stand beside names that are alike."""
        numbers = [value for value in (old, new) if isinstance(value, Decimal)]
        style = natural_style(unit, *numbers)

        def told(value: Any) -> str:
            return figure_words(value, style) if isinstance(value, Decimal) else self.of(kind, name, value)

        words = told(old), told(new)
        if words[0] != words[1]:
            return words
        plain = self._plain(old), self._plain(new)
        return (
            (f"{words[0]} ({plain[0]})", f"{words[1]} ({plain[1]})") if plain[0] != plain[1] else (repr(old), repr(new))
        )

    def of(self, kind: str, name: str, value: Any) -> str:
        """One value; empty for none."""
        if value is None or value in ("", ()):
            return ""
        if isinstance(value, str):
            return self._named(name, value)
        if isinstance(value, tuple):
            return "; ".join(self._item(kind, name, item) for item in value)
        return next(tell(self, kind, value) for known, tell in _TELLERS if isinstance(value, known))

    def _named(self, name: str, value: str) -> str:
        if name not in _KINDS:
            return value
        known = _KINDS[name]
        return self.names.of(known, value) if known else self.names.anything(value)

    def _item(self, kind: str, name: str, item: Any) -> str:
        if isinstance(item, tuple) and all(isinstance(part, str) for part in item):
            return " = ".join(item)
        return self.of(kind, name, item)

    def link(self, _kind: str, link: Link) -> str:
        """A link by the name of what it serves, with its origin, share and weight."""
        beside = (link.origin, str(link.share or ""), f"vikt {link.weight}" if link.weight is not None else "")
        told = ", ".join(text for text in beside if text)
        return self.names.anything(link.id) + (f" ({told})" if told else "")

    def object(self, kind: str, item: Any) -> str:
        """A part without a list of its own: each of its fields that says something."""
        if isinstance(item, _SAYS_ITSELF):
            return str(item)
        told = []
        for one in attrs.fields(type(item)):
            value = getattr(item, one.name)
            if one.name == "source" or not one.init or value in (None, "", ()):
                continue
            is_money = isinstance(value, Decimal) and unit_of_field(type(item), one.name, item) == MONEY
            style = natural_style(MONEY if is_money else "", value) if isinstance(value, Decimal) else None
            words = figure_words(value, style) if style is not None else self.of(kind, one.name, value)
            told.append(words if isinstance(value, str) else f"{field_name('', one.name)} {words}")
        return ", ".join(told)

    def _plain(self, value: Any) -> str:
        """The same by its ids alone."""
        if isinstance(value, tuple):
            return "; ".join(self._plain(item) for item in value)
        return str(getattr(value, "id", value))


def _choice(_words: ValueWords, _kind: str, value: Enum) -> str:
    """The word that people write for a choice; the Swedish one comes first."""
    return next((word for word, known in choice_words(type(value)).items() if known is value), str(value.value))


def _range(_words: ValueWords, _kind: str, value: MoneyRange) -> str:
    style = natural_style(MONEY, value.low, value.high)
    low, high = figure_words(value.low, style), figure_words(value.high, style)
    return low if low == high else f"{low} – {high}"


_TELLERS: tuple[tuple[type[Any], Callable[[ValueWords, str, Any], str]], ...] = (
    (bool, lambda _words, _kind, value: "ja" if value else "nej"),
    (Enum, _choice),
    (Expression, lambda _words, _kind, value: expression_text(value)),
    (Period, lambda _words, _kind, value: str(value.text)),
    (date, lambda _words, _kind, value: str(value.isoformat())),
    (Decimal, lambda _words, _kind, value: figure_words(value, natural_style("", value))),
    (Fraction, lambda _words, _kind, value: str(value)),
    (int, lambda _words, _kind, value: str(value)),
    (Link, ValueWords.link),
    (MoneyRange, _range),
    (object, ValueWords.object),
)
