"""A field of an object as a form asks for it: where it is in the model, and what its column is."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from styrmodell.model.activity import WORK_WORDS
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.money import PlannedAmount
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.report.form.object_sheet import Content, Entry, FormColumn
from styrmodell.session.form.access import Access, Amounted, Chosen, Plain

# Money of a form is in thousands; an outlay, which the model holds with minus, is written with plus.
TKR, OUTLAY = Fraction(1000), Fraction(-1000)
STATES = tuple((word.capitalize(), status) for word, status in WORK_WORDS)
AMOUNTS = "amounts"
_AMOUNT_SIGN = "|"


@frozen(kw_only=True)
class Setting:
    """What a form's fields depend on.

    Attributes:
        period: The form's.
    """

    plan: Plan
    profile: Profile
    period: Period

    def words(self, name: str) -> tuple[str, ...]:
        """A value list of the profile; empty where it has none."""
        return dict(self.profile.value_lists).get(name, ())

    def scale(self, name: str) -> tuple[str, ...]:
        """The steps of a scale of the profile, as "2 – Möjlig"; empty where it has none."""
        return tuple(f"{step} – {word}" for step, word in enumerate(dict(self.profile.scales).get(name, ()), 1))


@frozen(kw_only=True)
class ObjectField:
    """A field.

    Attributes:
        kind: The plan's list that the field's object is in.
        access: The way to it; that of a field that is only shown is never written.
    """

    kind: str
    access: Access
    column: FormColumn

    def shown(self, thing: Any) -> Content:
        """What the field's cell holds of *thing*: money in the column's unit."""
        content = None if thing is None else self.access.get(thing)
        return in_cell(content, self.column.factor) if isinstance(content, Decimal) else content


def in_cell(content: Decimal, factor: Fraction) -> Decimal:
    """An amount of the model in a cell's unit."""
    return content * factor.denominator / factor.numerator


def field(
    kind: str,
    key: str,
    label: str,
    entry: Entry,
    told: str = "",
    *,
    access: Access | None = None,
    words: tuple[str, ...] = (),
    factor: Fraction = Fraction(1),
) -> ObjectField:
    """A field of *kind*; without a way of its own it is the one called *key*."""
    empty = "" if entry in (Entry.TEXT, Entry.LONG, Entry.WORD, Entry.SHOWN) else None
    column = FormColumn(key=key, label=label, entry=entry, words=words, told=told, factor=factor)
    return ObjectField(kind=kind, access=access or Plain(field=key, empty=empty), column=column)


def state_field(kind: str) -> ObjectField:
    """How far work has come."""
    words = tuple(word for word, _ in STATES)
    return field(kind, "status", "Status", Entry.WORD, access=Chosen(field="status", words=STATES), words=words)


def amount_fields(kind: str, amounts: Iterable[PlannedAmount]) -> tuple[ObjectField, ...]:
    """A column for each of *amounts*, an outlay with plus: what was spent before first, then year by year."""
    keyed = {amount_key(one): one for one in amounts}
    ordered = sorted(keyed.values(), key=lambda one: (one.post, not one.accumulated, one.period, one.kind.value))
    return tuple(amount_field(kind, one) for one in ordered)


def amount_field(kind: str, amount: PlannedAmount) -> ObjectField:
    """The column of one amount, whatever its value."""
    told = "Skriv utgifter med plus, i tusental kronor."
    access = Amounted(amount=evolve(amount, value=None, precision=None))
    key = amount_key(amount)
    return field(kind, key, _amount_label(amount), Entry.MONEY, told, access=access, factor=OUTLAY)


def amount_key(amount: PlannedAmount) -> str:
    """What names the column of *amount*."""
    before = "t" if amount.accumulated else ""
    return _AMOUNT_SIGN.join((AMOUNTS, amount.period.text, amount.kind.value, amount.version, before, amount.post))


def amount_of(key: str) -> PlannedAmount:
    """The amount whose column is named *key*.

    Raises:
        ValueError: It names none.
    """
    _, period, kind, version, before, post = key.split(_AMOUNT_SIGN)
    return PlannedAmount(
        period=Period.parse(period), kind=Kind(kind), version=version, accumulated=before == "t", post=post
    )


def planned_years(period: Period, posts: Iterable[str] = ("",)) -> tuple[PlannedAmount, ...]:
    """The budget of the plan's year and the plans of the two after it, for each post."""
    kinds = (Kind.BUDGET, Kind.PLAN, Kind.PLAN)
    return tuple(
        PlannedAmount(period=period.shift(place), kind=kind, post=post)
        for post in posts
        for place, kind in enumerate(kinds)
    )


def _amount_label(amount: PlannedAmount) -> str:
    word = (
        f"utgift t o m {amount.period.text}" if amount.accumulated else f"{kind_word(amount.kind)} {amount.period.text}"
    )
    words = " ".join(part for part in (word, amount.version) if part)
    label = f"{amount.post}, {words}" if amount.post else words
    return f"{label[:1].upper()}{label[1:]}, tkr"


def as_text(content: Content) -> str:
    """What a content looks like where a change is told; a dash for nothing."""
    if content is None:
        return "–"
    return content.isoformat() if isinstance(content, date) else " ".join(str(content).split())
