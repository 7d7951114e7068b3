"""How the fields of a table definition are written, where their types do not say it: words, keys and cells."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from styrmodell.io.scalar_hooks import Read, below
from styrmodell.io.values import cell_value, id_value, member_id_value, period_value, shape, text_value, word_value
from styrmodell.model.ids import is_member_id
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column, Row, TableSpec

LEVEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "rad": "body",
        "del": "sub",
        "summa": "total",
        "rubrik": "heading",
        "body": "body",
        "sub": "sub",
        "total": "total",
        "heading": "heading",
    }
)
SCALE_WORDS: Mapping[str, str] = MappingProxyType({"enhet": "unit", "unit": "unit", "tkr": "tkr", "mnkr": "mnkr"})
YEAR = "{year}"
_DECIMALS = MappingProxyType({str(count): count for count in range(10)})
_YEARS = re.compile(r"[+-]?[0-9]{1,2}\Z")


def level_value(value: object) -> str:
    """The level of a row: summa or total, and so on."""
    return word_value(value, LEVEL_WORDS)


def scale_value(value: object) -> str:
    """What a table's figures are printed in."""
    return word_value(value, SCALE_WORDS)


def column_key(value: object) -> str:
    """A column's key: an id that may hold {year}."""
    text = text_value(value)
    return text if is_member_id(text.replace(YEAR, "0")) else member_id_value(text)


def column_period(value: object) -> Period | int:
    """A period, or a number of years from the plan's: "-2"."""
    text = text_value(value).replace("\u2212", "-")
    return int(text) if _YEARS.match(text) else period_value(text)


def column_texts(value: object) -> tuple[tuple[str, str], ...]:
    """{anmarkning: Ny tjänst} → (("anmarkning", "Ny tjänst"),)."""
    return _by_column(value, text_value)


def column_cells(value: object) -> tuple[tuple[str, Any], ...]:
    """{budget: "rad(summa)"} → (("budget", RowRef(key="summa")),)."""
    return _by_column(value, cell_value)


def _by_column(value: object, read: Read) -> tuple[tuple[str, Any], ...]:
    if not isinstance(value, dict):
        raise shape(value, "kolumn: innehåll", "column: content")
    return tuple((below(column_key, key, key), below(read, item, key)) for key, item in value.items())


def printed_decimals(value: object) -> int:
    """How many decimals are printed: 0 to 9."""
    return word_value(value, _DECIMALS)


# (class, field) → how it is read.
TABLE_READERS: Mapping[tuple[type, str], Read] = MappingProxyType(
    {
        (TableSpec, "key"): id_value,
        (TableSpec, "scale"): scale_value,
        (TableSpec, "decimals"): printed_decimals,
        (Row, "key"): member_id_value,
        (Row, "cell"): cell_value,
        (Row, "level"): level_value,
        (Row, "decimals"): printed_decimals,
        (Row, "cell_notes"): column_texts,
        (Row, "texts"): column_texts,
        (Row, "by_column"): column_cells,
        (Column, "key"): column_key,
        (Column, "period"): column_period,
        (Column, "cell"): cell_value,
    }
)
