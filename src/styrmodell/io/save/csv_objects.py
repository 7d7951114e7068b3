"""Lists of objects → CSV files, where each object is a row: no field holds a mapping or a list of mappings."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs

from styrmodell.csv_guard import guarded
from styrmodell.io.converter import key_of
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.save.csv_text import csv_bytes, swedish_number
from styrmodell.io.save.plain_tree import field_tree
from styrmodell.model.link import Link

Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
SEPARATOR = "; "


class NotFlatError(Exception):
    """An object holds what no cell can."""


def object_table(items: Sequence[Any], kind: ListKind) -> Table:
    """The heading and rows of *items*: a column for each field that some object fills in.

    Raises:
        NotFlatError: A field holds a mapping or a list of mappings, or has no heading; its list stays in JSON.
    """
    if kind.items:
        raise NotFlatError(kind.key)
    words = {path: heads[0] if heads else path for path, heads in kind.headings}
    names = [one.name for one in attrs.fields(kind.cls) if one.init and one.name != "source"]
    columns = {name: tuple(_cell(name, getattr(item, name)) for item in items) for name in names}
    filled = {name: cells for name, cells in columns.items() if any(cells)}
    if unknown := [name for name in filled if key_of(name) not in words]:
        raise NotFlatError(f"{kind.key}: {unknown}")
    return tuple(words[key_of(name)] for name in filled), tuple(zip(*filled.values(), strict=True))


def table_csv(table: Table) -> bytes:
    """The CSV file of *table*."""
    return csv_bytes(*table)


def _cell(name: str, value: Any) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return guarded(SEPARATOR.join(_item(name, item) for item in value))
    if isinstance(value, Decimal):
        return swedish_number(value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    tree = field_tree(name, value)
    if isinstance(tree, dict | list):
        raise NotFlatError(name)
    return guarded(tree) if isinstance(tree, str) else str(tree)


def _item(name: str, value: Any) -> str:
    """One of several in a cell; a link by its id alone."""
    tree = field_tree(name, (value,))[0] if not isinstance(value, Link) else _linked(value)
    if not isinstance(tree, str):
        raise NotFlatError(name)
    return tree


def _linked(link: Link) -> str:
    if link != Link(id=link.id):
        raise NotFlatError("a link with an origin or a share")
    return link.id
