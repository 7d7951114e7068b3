"""Lists as the plan's report prints them: without columns that nobody has filled, and deviations with their sign."""

from collections.abc import Collection
from typing import TypeVar

from attrs import evolve

from styrmodell.api import Cell, Context, Field, ListSpec, Note, Table

T = TypeVar("T")


def told_only(spec: ListSpec[T], *, silent: Collection[str] = ()) -> ListSpec[T]:
    """*spec* without the columns that are empty for every object; a note tells which they are.

    Args:
        silent: Keys of columns that are no lack when they are empty.
    """
    first, *others = spec.fields
    empty = [one for one in others if not any(_is_told(one, item) for item in spec.items)]
    names = ", ".join(_plain(one.label) for one in empty if one.key not in silent)
    said = (Note(text=f"Underlaget anger inte: {names}."),) if names else ()
    left = tuple(one for one in others if one not in empty)
    return evolve(spec, fields=(first, *left), notes=(*spec.notes, *said))


def signed_table(context: Context, spec: ListSpec[T], columns: Collection[str]) -> Table:
    """The table of *spec*, where the figures of *columns* print a plus, too."""
    table = context.table(spec)
    places = [place for place, column in enumerate(table.columns) if column.key in columns]
    rows = tuple(
        evolve(
            row,
            cells=tuple(
                evolve(cell, style=evolve(cell.style, signed=True))
                if place in places and isinstance(cell, Cell)
                else cell
                for place, cell in enumerate(row.cells)
            ),
        )
        for row in table.rows
    )
    return evolve(table, rows=rows)


def waterfall_table(context: Context, spec: ListSpec[T], column: str, ends: Collection[str]) -> Table:
    """The table of *spec*, whose rows *ends* are totals, and whose others are steps that print a plus, too."""
    plain, signed = context.table(spec), signed_table(context, spec, (column,))
    rows = (
        evolve(whole, level="total") if whole.key in ends else step
        for whole, step in zip(plain.rows, signed.rows, strict=True)
    )
    return evolve(signed, rows=tuple(rows))


def _is_told(field: Field[T], item: T) -> bool:
    shown = field.get(item)
    return shown is not None and shown != ""


def _plain(label: str) -> str:
    text = label.replace("\u00ad", "")
    return f"{text[:1].lower()}{text[1:]}"
