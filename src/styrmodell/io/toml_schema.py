"""The JSON Schema of styrmodell.toml, made from the same tables that the reader checks keys against."""

from collections.abc import Iterable, Mapping
from typing import Any

from styrmodell.io.ledger.format import LEDGER_CHOICES, LEDGER_KEYS
from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.schema import DRAFT
from styrmodell.io.sources import SOURCE_CHOICES
from styrmodell.io.tables.blocks import CROSSED_KEYS, OBSERVATIONS, TABLE_KEYS, TOTALS_WORDS
from styrmodell.io.workspace_file import FORMAT, WORKSPACE_KEYS

TOML_FILE = "styrmodell-toml.schema.json"
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_PAIRS = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
_NUMBER_KEYS = ("heading_row", "heading_rows", "year")
_PAIR_KEYS = ("columns", "values", "names")


def toml_schema() -> dict[str, Any]:
    """The schema of styrmodell.toml."""
    return {
        "$schema": DRAFT,
        "$id": TOML_FILE,
        "title": "styrmodell.toml, format 1",
        "type": "object",
        "additionalProperties": False,
        "required": ["workspace"],
        "properties": {
            "workspace": _workspace(),
            "reports": {"type": "object", "properties": {"include": _TEXTS}, "additionalProperties": _PAIRS},
            "sources": _blocks(("files", *SOURCE_CHOICES), _choices(SOURCE_CHOICES)),
            "tables": _blocks(TABLE_KEYS, _table()),
            "ledgers": _blocks(LEDGER_KEYS, _choices(LEDGER_CHOICES)),
        },
    }


def _choices(words: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {key: {"enum": list(allowed)} for key, allowed in words.items()}


def _workspace() -> dict[str, Any]:
    own = {"format": {"const": FORMAT}, "as_of": {"type": "string", "format": "date"}, "files": _TEXTS}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "as_of", "files"],
        "properties": {key: own.get(key, _TEXT) for key in WORKSPACE_KEYS},
    }


def _table() -> dict[str, Any]:
    kinds = [OBSERVATIONS, *(kind.key for kind in LIST_KINDS)]
    crossed = {key: _key(key) for key in CROSSED_KEYS} | {"headings": _TEXTS, "totals": {"enum": list(TOTALS_WORDS)}}
    return {
        "kind": {"enum": kinds},
        "skip": {"type": "boolean"},
        "crossed": {"type": "object", "additionalProperties": False, "properties": crossed},
    }


def _blocks(keys: Iterable[str], own: dict[str, Any]) -> dict[str, Any]:
    properties = {key: own.get(key, _key(key)) for key in keys}
    block = {"type": "object", "additionalProperties": False, "required": ["files"], "properties": properties}
    return {"type": "array", "items": block}


def _key(key: str) -> dict[str, Any]:
    if key in _PAIR_KEYS:
        return dict(_PAIRS)
    return {"type": "integer"} if key in _NUMBER_KEYS else {"type": ["string", "number"]}
