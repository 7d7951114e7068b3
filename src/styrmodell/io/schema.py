"""JSON Schemas of what people write, made from the model's own classes, for editors that complete and warn."""

import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import cleandoc
from typing import Any

import attrs

from styrmodell.io.converter import key_of
from styrmodell.io.enum_words import choice_words
from styrmodell.io.json.mark import MARK
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.object_changes import CHANGEABLE, CHANGES
from styrmodell.io.object_changes import KEYS as CHANGE_KEYS
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.scalar_hooks import FIELD_READERS
from styrmodell.io.table_fields import LEVEL_WORDS, SCALE_WORDS, TABLE_READERS
from styrmodell.io.tables.heading import COLUMNS, RARE_COLUMNS
from styrmodell.model.baseline import Baseline
from styrmodell.model.due import Due
from styrmodell.model.expression import Expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.link import Link
from styrmodell.model.money import MoneyRange
from styrmodell.model.period import Period
from styrmodell.model.profile import Profile
from styrmodell.model.status_rule import StatusRule
from styrmodell.model.target import Target

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DATA_FILE = "styrmodell.schema.json"
_INDENT = 4
_TEXT: Mapping[str, Any] = types.MappingProxyType({"type": ["string", "number"]})
_ID: Mapping[str, Any] = types.MappingProxyType({"type": ["string", "integer"]})
_SHORT = (Target, Baseline, Reporting, Link, MoneyRange, StatusRule)
_MEMBERS = {"type": "object", "additionalProperties": {"type": ["string", "number"]}}
_WORDS = {"type": "object", "additionalProperties": {"type": "array", "items": {"type": ["string", "number"]}}}
_FIELDS: Mapping[str, Any] = types.MappingProxyType(
    {
        "not_applicable": {"type": "array", "items": _MEMBERS},
        "dims": _MEMBERS,
        "value_lists": _WORDS,
        "scales": _WORDS,
    }
)
_BY_COLUMN = {"type": "object", "additionalProperties": dict(_TEXT)}
_TABLE_FIELDS: Mapping[tuple[str, str], Any] = types.MappingProxyType(
    {
        ("TableSpec", "key"): _ID,
        ("TableSpec", "scale"): {"enum": sorted(SCALE_WORDS)},
        ("TableSpec", "decimals"): _TEXT,
        ("Row", "key"): _ID,
        ("Row", "cell"): _TEXT,
        ("Row", "level"): {"enum": sorted(LEVEL_WORDS)},
        ("Row", "decimals"): _TEXT,
        ("Row", "cell_notes"): _BY_COLUMN,
        ("Row", "texts"): _BY_COLUMN,
        ("Row", "by_column"): _BY_COLUMN,
        ("Column", "key"): _ID,
        ("Column", "period"): _TEXT,
        ("Column", "cell"): _TEXT,
    }
)
assert set(_TABLE_FIELDS) == {(cls.__name__, name) for cls, name in TABLE_READERS}
assert set(_FIELDS) == set(FIELD_READERS), "every field that is read in a way of its own has a schema of its own"


def data_schema() -> dict[str, Any]:
    """The JSON schema of the YAML and JSON files of a workspace: key → value, ready for JSON."""
    definitions: dict[str, Any] = {}
    keys: dict[str, Any] = {"plan": _class(PlanHead, definitions), "profile": _class(Profile, definitions)}
    keys |= {key: _list_of(_class(cls, definitions)) for key, cls in OBJECT_KINDS}
    keys[CHANGES] = _list_of(_change())
    keys["observations"] = _list_of(_observation())
    keys |= {key: {"const": value} for key, value in MARK.items()}
    return {
        "$schema": DRAFT,
        "$id": DATA_FILE,
        "title": "styrmodell, format 1",
        "type": "object",
        "additionalProperties": False,
        "properties": keys,
        "$defs": dict(sorted(definitions.items())),
    }


def _change() -> dict[str, Any]:
    """A change of one field of an object; what the field held and holds is written as the object would have it."""
    texts = {key: {"type": "string"} for key in CHANGE_KEYS if key not in ("was", "now")}
    properties = {**texts, "kind": {"enum": sorted(CHANGEABLE)}, "was": {}, "now": {}}
    needed = ["kind", "id", "field", "now"]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": needed}


def _list_of(item: Any) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": item}


def _class(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the definition of *cls*, which is made when first asked for."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # a target holds targets
        hints = typing.get_type_hints(cls)
        fields = [item for item in attrs.fields(cls) if item.init and item.name != "source"]
        texts = _attribute_texts(cls)
        properties = {
            key_of(item.name): _described(_field(name, item.name, hints[item.name], definitions), texts.get(item.name))
            for item in fields
        }
        required = [key_of(item.name) for item in fields if item.default is attrs.NOTHING]
        definitions[name] = {
            "type": "object",
            "description": (cls.__doc__ or "").partition("\n")[0],
            "additionalProperties": False,
            "properties": properties,
            **({"required": required} if required else {}),
        }
    reference = {"$ref": f"#/$defs/{name}"}
    return {"anyOf": [{"type": ["string", "number", "boolean"]}, reference]} if cls in _SHORT else reference


def _field(cls: str, name: str, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if (cls, name) in _TABLE_FIELDS:
        return dict(_TABLE_FIELDS[cls, name])
    return dict(_FIELDS[name]) if name in _FIELDS else _type(hint, definitions)


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    arguments = typing.get_args(hint)
    if type(None) in arguments:
        inner = _type(next(part for part in arguments if part is not type(None)), definitions)
        return {"anyOf": [inner, {"type": "null"}]}
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": sorted(choice_words(hint))}
    if isinstance(hint, type) and issubclass(hint, Period | Expression | Due):
        return dict(_TEXT)
    if attrs.has(hint):
        return _class(hint, definitions)
    return _scalar(hint)


def _scalar(hint: Any) -> dict[str, Any]:
    """A NewType of text is an id; one of Decimal is money, written as any number."""
    base = getattr(hint, "__supertype__", hint)
    if base is str and hint is not str:
        return dict(_ID)
    if base is bool:
        return {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nej"]}]}
    if base is date:
        return {"type": "string", "format": "date"}
    if base in (str, int, Decimal, Fraction):
        return dict(_TEXT)
    raise TypeError(f"no schema for {hint!r}")


def _described(schema: dict[str, Any], text: str | None) -> dict[str, Any]:
    return {**schema, "description": text} if text else schema


def _attribute_texts(cls: type) -> dict[str, str]:
    """Field → its text in the class's docstring."""
    found: dict[str, str] = {}
    name = ""
    for line in cleandoc(cls.__doc__ or "").partition("Attributes:")[2].splitlines():
        depth = len(line) - len(line.lstrip())
        if depth == _INDENT and ": " in line:
            name, _, text = line.strip().partition(": ")
            found[name] = text
        elif depth > _INDENT and name:
            found[name] += f" {line.strip()}"
    return found


def _observation() -> dict[str, Any]:
    """A row of figures: the headings of the CSV files, and one key a dimension."""
    words: dict[str, Any] = {
        word: {"type": ["string", "number", "null"], "description": name}
        for name, all_words in (*COLUMNS, *RARE_COLUMNS)
        for word in all_words
    }
    words["dims"] = _MEMBERS
    return {"type": "object", "properties": words, "additionalProperties": {"type": ["string", "number", "null"]}}
