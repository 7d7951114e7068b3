"""Ways from a cell of a form to a field of an object, and back. An object in the making is a draft: field → value."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol

from attrs import evolve, frozen

from styrmodell.model.link import Link
from styrmodell.model.money import PlannedAmount
from styrmodell.model.risk import Rating, Score
from styrmodell.report.form.object_sheet import Content

Draft = MutableMapping[str, Any]
SEPARATOR = "; "
_NOT_YET = 0
_TKR = Decimal(1000)


class Access(Protocol):
    """How a cell reads a field and writes it; contents are those of Content, in the model's unit."""

    def get(self, thing: Any) -> Content: ...
    def put(self, draft: Draft, content: Content) -> None: ...


@frozen(kw_only=True)
class Plain:
    """A field that holds what the cell does; an empty cell is *empty*."""

    field: str
    empty: Any = None

    def get(self, thing: Any) -> Content:
        """What the field holds; None for nothing."""
        held: Content = getattr(thing, self.field)
        return held if held != "" else None

    def put(self, draft: Draft, content: Content) -> None:
        """Put *content* there."""
        draft[self.field] = self.empty if content is None else content


@frozen(kw_only=True)
class Chosen:
    """A choice of the model, by its word."""

    field: str
    words: tuple[tuple[str, Any], ...]

    def get(self, thing: Any) -> Content:
        """The word of what was chosen."""
        return next((word for word, choice in self.words if choice == getattr(thing, self.field)), None)

    def put(self, draft: Draft, content: Content) -> None:
        """Choose what the word *content* means."""
        draft[self.field] = next((choice for word, choice in self.words if word == content), None)


@frozen(kw_only=True)
class WorkState:
    """The status of a risk: a choice, or words of its own."""

    words: tuple[tuple[str, Enum], ...]

    def get(self, thing: Any) -> Content:
        """Its own words, else the choice's."""
        chosen = next((word for word, choice in self.words if choice is thing.status), None)
        return thing.status_text or chosen

    def put(self, draft: Draft, content: Content) -> None:
        """A word of the choice is one; any other stands as it is."""
        chosen = next((choice for word, choice in self.words if word == content), None)
        draft["status"] = chosen
        draft["status_text"] = "" if chosen is not None else content or ""


@frozen(kw_only=True)
class Several:
    """Several texts in a cell."""

    field: str
    separator: str = SEPARATOR

    def get(self, thing: Any) -> Content:
        """The texts with the separator between."""
        return self.separator.join(getattr(thing, self.field)) or None

    def put(self, draft: Draft, content: Content) -> None:
        """Part them again."""
        parts = str(content or "").split(self.separator.strip(" "))
        draft[self.field] = tuple(" ".join(part.split()) for part in parts if part.strip())


@frozen(kw_only=True)
class Linked:
    """Links by their ids; a link that stays keeps its origin and share."""

    field: str

    def get(self, thing: Any) -> Content:
        """The ids with semicolons between."""
        return SEPARATOR.join(link.id for link in getattr(thing, self.field)) or None

    def put(self, draft: Draft, content: Content) -> None:
        """Links to what *content* names."""
        held = {link.id: link for link in draft.get(self.field, ())}
        ids = (part.strip() for part in str(content or "").split(";"))
        draft[self.field] = tuple(held.get(one, Link(id=one)) for one in ids if one)


@frozen(kw_only=True)
class Marked:
    """A cross for one of the words that a field holds."""

    word: str
    field: str = "impacts"

    def get(self, thing: Any) -> Content:
        """X where the word is held."""
        return "X" if self.word in getattr(thing, self.field) else None

    def put(self, draft: Draft, content: Content) -> None:
        """Add the word last, or take it away."""
        held = tuple(draft.get(self.field, ()))
        if content is None:
            draft[self.field] = tuple(word for word in held if word != self.word)
        elif self.word not in held:
            draft[self.field] = (*held, self.word)


@frozen(kw_only=True)
class Rated:
    """The word of one aspect of a risk's rating."""

    aspect: str

    def get(self, thing: Any) -> Content:
        """The aspect's word."""
        return next((one.word for one in thing.ratings if one.aspect == self.aspect), None)

    def put(self, draft: Draft, content: Content) -> None:
        """Give the aspect another word, where it stands."""
        draft["ratings"] = _replaced(
            draft.get("ratings", ()),
            lambda one: one.aspect == self.aspect,
            None if content is None else Rating(aspect=self.aspect, word=str(content)),
        )


@frozen(kw_only=True)
class Scored:
    """Likelihood or consequence; a score of which the other is not known yet is no score, and is told."""

    field: str
    part: str

    def get(self, thing: Any) -> Content:
        """The step."""
        score = getattr(thing, self.field)
        return None if score is None else getattr(score, self.part)

    def put(self, draft: Draft, content: Content) -> None:
        """Put the step there; the other one is nought until it is known."""
        held = draft.get(self.field) or Score(likelihood=_NOT_YET, consequence=_NOT_YET)
        draft[self.field] = evolve(held, **{self.part: content or _NOT_YET})


@frozen(kw_only=True)
class Stepped:
    """A step or a truth value by its word: "2 – Möjlig" is 2, of "Ja" and "Nej" the first is true.

    Attributes:
        inner: The way to the step; None where it is the field itself.
        field: That field.
        words: From the lowest step up; empty where the step is written as a number.
    """

    inner: Scored | None
    field: str = ""
    words: tuple[str, ...] = ()

    def get(self, thing: Any) -> Content:
        """The word of the step, or the step itself."""
        held = self.inner.get(thing) if self.inner is not None else getattr(thing, self.field)
        if isinstance(held, bool):
            return self.words[0 if held else 1]
        return next((word for word in self.words if step_of(word) == held), held)

    def put(self, draft: Draft, content: Content) -> None:
        """Put the step of the word *content* there."""
        if self.words == YES_OR_NO:
            draft[self.field] = None if content is None else content == self.words[0]
            return
        step = step_of(content) if isinstance(content, str) else content
        if self.inner is not None:
            self.inner.put(draft, step)
        else:
            draft[self.field] = step


YES_OR_NO = ("Ja", "Nej")


def step_of(word: str) -> int | None:
    """The step that a word begins with; None where it begins with no number."""
    first = word.split(maxsplit=1)[0] if word.split() else ""
    return int(first) if first.isdigit() else None


@frozen(kw_only=True)
class Shown:
    """What is only shown."""

    text: Callable[[Any], Content]

    def get(self, thing: Any) -> Content:
        """The text."""
        return self.text(thing)

    def put(self, draft: Draft, content: Content) -> None:
        """Nothing: it cannot be filled in."""


@frozen(kw_only=True)
class Amounted:
    """The amount of one period, kind, version and post; *amount* says which, whatever its value."""

    amount: PlannedAmount

    def get(self, thing: Any) -> Content:
        """The amount in kr."""
        return next((one.value for one in thing.amounts if self._is_it(one)), None)

    def put(self, draft: Draft, content: Content) -> None:
        """Give it another value, where it stands; a new one stands last."""
        new = evolve(self.amount, value=content, precision=_step(content)) if isinstance(content, Decimal) else None
        draft["amounts"] = _replaced(draft.get("amounts", ()), self._is_it, new)

    def _is_it(self, other: PlannedAmount) -> bool:
        return which(other) == which(self.amount)


def _step(amount: Decimal) -> Decimal:
    """The size of one step of an amount in kr that was written in tkr."""
    return _TKR if amount % _TKR == 0 else Decimal(1)


def which(amount: PlannedAmount) -> tuple[object, ...]:
    """What tells an amount from the others of its object."""
    return (amount.period, amount.kind, amount.version, amount.accumulated, amount.post)


def is_half(score: object) -> bool:
    """Whether *score* lacks one of its two steps."""
    return isinstance(score, Score) and _NOT_YET in (score.likelihood, score.consequence)


def draft_of(thing: Any, fields: Iterable[str]) -> dict[str, Any]:
    """A draft of an object that there is."""
    return {name: getattr(thing, name) for name in fields}


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields whose values differ."""
    return tuple(name for name, value in after.items() if value != before.get(name))


def _replaced(held: Iterable[Any], is_it: Callable[[Any], bool], new: Any) -> tuple[Any, ...]:
    """*held* with *new* in place of the one that is it, or last; without it where there is no new one."""
    items = list(held)
    place = next((at for at, one in enumerate(items) if is_it(one)), None)
    if new is None:
        return tuple(one for one in items if not is_it(one))
    if place is None:
        return (*items, new)
    items[place] = new
    return tuple(items)
