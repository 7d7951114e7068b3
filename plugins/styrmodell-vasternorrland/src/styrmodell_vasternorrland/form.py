"""What the forms of lists (bilaga 16 and 17) share: numbered lines, the five marks, and a part that is not printed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Generic, Protocol, TypeVar

from attrs import frozen

from styrmodell.api import Context, Field, Note, UnitId, WorkStatus, slug

PART, DIGITAL_FIELDS, ROWS = "del", "digitala", "rader"
DIGITAL_GROUP = "Digital del"
COUNT_MARK = "*)"
COUNT_NOTE = Note(
    mark=COUNT_MARK, text="Kryssens kolumner framgår inte av underlaget. Här står hur många kryss raden har."
)
WORK_WORDS = {
    WorkStatus.PLANNED: "Planerad",
    WorkStatus.STARTED: "Påbörjad",
    WorkStatus.DONE: "Genomförd",
    WorkStatus.RESTING: "Vilande",
    WorkStatus.CANCELLED: "Avbruten",
}


class Part(Enum):
    """Which part of a form a document shows; the word is what the report's setting "del" says."""

    ALL = "allt"
    PRINTED = "utskrift"
    DIGITAL = "digital"

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> "Part":
        """The part that *settings* ask for.

        Raises:
            ValueError: They ask for something else.
        """
        word = settings.get(PART, cls.ALL.value).strip().lower()
        if word not in {part.value for part in cls}:
            raise ValueError(f"del är {', '.join(part.value for part in cls)}, inte {word!r}")
        return cls(word)


class Marked(Protocol):
    """What has marks for what it mainly affects, and an id and a number."""

    @property
    def id(self) -> str: ...
    @property
    def nr(self) -> str: ...
    @property
    def impacts(self) -> tuple[str, ...]: ...
    @property
    def impact_count(self) -> int | None: ...


T = TypeVar("T", bound=Marked)


@frozen(kw_only=True)
class Line(Generic[T]):
    """A line of a form; *item* is None where it is still to be filled in."""

    number: str
    item: T | None = None

    @property
    def key(self) -> str:
        """What names it in cell ids."""
        return f"tom-{self.number}" if self.item is None else self.item.id


@frozen(kw_only=True)
class FormField(Generic[T]):
    """A field of a form.

    Attributes:
        is_printed: Whether it stands on the printed form; what does not is handled digitally.
        is_identity: Whether it tells which line it is, and so stands in both parts.
    """

    field: Field[Line[T]]
    is_printed: bool = True
    is_identity: bool = False


def lines(items: Sequence[T], at_least: int) -> tuple[Line[T], ...]:
    """A line for each of *items*, and blank ones until there are *at_least* so many."""
    filled = [Line(number=item.nr or str(place), item=item) for place, item in enumerate(items, 1)]
    # What is blank is numbered after all that is there, also where the numbers do not begin at 1.
    last = max([len(filled), *(int(line.number) for line in filled if line.number.isdigit())], default=0)
    blank = range(last + 1, last + 1 + max(0, at_least - len(filled)))
    return (*filled, *(Line(number=str(place)) for place in blank))


def rows_of(settings: Mapping[str, str], usual: int) -> int:
    """How many lines the form has at least.

    Raises:
        ValueError: The setting "rader" is no number.
    """
    text = settings.get(ROWS, "").strip()
    if text and not text.isdigit():
        raise ValueError(f"rader är ett antal, inte {text!r}")
    return int(text) if text else usual


def shown(get: Callable[[T], str]) -> Callable[[Line[T]], str | None]:
    """*get* for the lines that hold something."""
    return lambda line: None if line.item is None else get(line.item)


def chosen(
    fields: Iterable[FormField[T]], items: Sequence[Line[T]], settings: Mapping[str, str]
) -> tuple[Field[Line[T]], ...]:
    """The fields of the part that *settings* ask for; in all of it, those beyond the printed form where filled in.

    Raises:
        ValueError: The settings name another part, or a field that the form does not have.
    """
    part, known = Part.of(settings), tuple(fields)
    named = {name.strip() for name in settings.get(DIGITAL_FIELDS, "").split(",") if name.strip()}
    unknown = named - {one.field.key for one in known}
    if unknown:
        raise ValueError(f"digitala: {', '.join(sorted(unknown))} finns inte i formuläret")
    return tuple(one.field for one in known if one.is_identity or _is_chosen(one, part, named, items))


def _is_chosen(one: FormField[T], part: Part, named: set[str], items: Sequence[Line[T]]) -> bool:
    if part is Part.ALL:
        return one.is_printed or any(one.field.get(line) for line in items)
    return (one.is_printed and one.field.key not in named) is (part is Part.PRINTED)


def impact_fields(words: tuple[str, ...], items: Iterable[T], group: str) -> tuple[FormField[T], ...]:
    """A column for each mark; and how many marks there are, where some object has marks whose columns are lost."""
    objects = tuple(items)
    every = dict.fromkeys((*words, *(word for item in objects for word in item.impacts)))
    marks: tuple[FormField[T], ...] = tuple(_mark(word, group) for word in every)
    return (*marks, _count(group)) if any(map(_is_lost, objects)) else marks


def _mark(word: str, group: str) -> FormField[T]:
    def get(line: Line[T]) -> bool | None:
        return None if line.item is None or _is_lost(line.item) else word in line.item.impacts

    return FormField(field=Field(key=slug(word), label=word, group=group, get=get))


def _count(group: str) -> FormField[T]:
    def get(line: Line[T]) -> str | None:
        return str(line.item.impact_count) if line.item is not None and _is_lost(line.item) else None

    return FormField(field=Field(key="antal-kryss", label="Antal kryss", group=group, get=get, notes=(COUNT_MARK,)))


def _is_lost(item: Marked) -> bool:
    """Whether it has marks, but nobody can tell in which columns."""
    return bool(item.impact_count) and not item.impacts


def units_below(context: Context) -> frozenset[UnitId]:
    """The document's unit and every unit below it."""
    found = {context.unit.id}
    while more := {unit.id for unit in context.plan.units if unit.parent_id in found} - found:
        found |= more
    return frozenset(found)
