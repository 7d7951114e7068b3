"""Sums of the plan: by unit, category and origin, and by how feasible the actions are."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from styrmodell.api import Block, By, Field, ListSpec, Note, SavingsColumn, SavingsTotal, Value
from styrmodell_dalarna.handlingsplan.book import UNIT, Book
from styrmodell_dalarna.handlingsplan.tables import signed_table

_TOLD = (
    (By.UNIT, "enhet", "Per enhet"),
    (By.CATEGORY, "kategori", "Per kategori"),
    (By.ORIGIN, "ursprung", "Per ursprung"),
    (By.BASIS, "brutto-netto", "Brutto och netto"),
)
_FILTERS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("ett", "Genomförbarhet 1", (1,)),
    ("ett-tva", "Genomförbarhet 1 och 2", (1, 2)),
    ("alla", "Alla åtgärder", ()),
)


@frozen(kw_only=True)
class Sum:
    """A sum with its name."""

    key: str
    name: str
    total: SavingsTotal


def feasible(book: Book) -> ListSpec[Sum]:
    """The plan counted with only the likeliest actions, with the next likeliest too, and with all."""
    found = tuple(
        Sum(key=key, name=name, total=(book.plan.select(feasibility=levels) if levels else book.plan).total)
        for key, name, levels in _FILTERS
    )
    unknown = book.plan.tally.without_feasibility.count
    said = (
        f"{unknown} av {book.plan.tally.actions} åtgärder har ingen bedömd genomförbarhet; de räknas bara bland alla."
    )
    return _sums(
        book, "genomforbarhet", "Handlingsplanen efter genomförbarhet", found, (Note(text=said),) * (unknown > 0)
    )


def told_apart(book: Book) -> Iterator[Block]:
    """A table for each way to tell the actions apart that gives more than one sum."""
    for by, key, caption in _TOLD:
        found = tuple(
            Sum(key=total.key or f"s{number}", name=total.name, total=total)
            for number, total in enumerate(book.plan.by(by), 1)
        )
        if len(found) > 1:
            yield signed_table(book.context, _sums(book, f"summa-{key}", caption, found), ("avvikelse",))


def _sums(book: Book, key: str, caption: str, found: tuple[Sum, ...], notes: Iterable[Note] = ()) -> ListSpec[Sum]:
    def of(column: SavingsColumn) -> Callable[[Sum], Value | None]:
        return lambda one: _known(book, one.total, column)

    def deviation(one: Sum) -> Value | None:
        found = one.total.deviation
        return book.context.value_of(found) if found.exact is not None else None

    return ListSpec(
        key=key,
        caption=f"{caption}, miljoner kronor",
        items=found,
        key_of=lambda one: one.key,
        fields=(
            Field(key="summa", label="Summa", get=lambda one: one.name),
            Field(key="antal", label="Åtgärder", get=lambda one: len(one.total.lines)),
            Field(key="mal", label="Mål", get=of(SavingsColumn.TARGET), unit=UNIT, decimals=1),
            Field(key="utfall", label="Utfall", get=of(SavingsColumn.OUTCOME), unit=UNIT, decimals=1),
            Field(key="prognos", label="Prognos", get=of(SavingsColumn.FORECAST), unit=UNIT, decimals=1),
            Field(key="avvikelse", label="Avvikelse", get=deviation, unit=UNIT, decimals=1),
            Field(key="tackning", label="Uppgifter", get=lambda one: _coverage(one.total)),
        ),
        notes=(
            Note(text="Varje åtgärd räknas en gång. Avvikelsen visas bara när alla åtgärder har mål och prognos."),
            *notes,
        ),
        sheet=caption,
    )


def _known(book: Book, total: SavingsTotal, column: SavingsColumn) -> Value | None:
    return book.context.value_of(total.explanation(column)) if total.part(column).reported else None


def _coverage(total: SavingsTotal) -> str:
    """What is lacking of the sum's figures; "alla" where nothing is."""
    parts = (
        (total.part(column), word)
        for column, word in (
            (SavingsColumn.TARGET, "mål"),
            (SavingsColumn.OUTCOME, "utfall"),
            (SavingsColumn.FORECAST, "prognos"),
        )
    )
    lacking = [f"{word} {part.reported} av {part.expected}" for part, word in parts if part.reported < part.expected]
    return ", ".join(lacking) or ("alla" if total.lines else "")
