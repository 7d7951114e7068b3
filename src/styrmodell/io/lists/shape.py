"""How the cells of a field are read, told by the type the field has in its class."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from styrmodell.io.converter import key_of
from styrmodell.io.lists.kind import ListKind
from styrmodell.model.link import Link
from styrmodell.model.money import Money
from styrmodell.model.period import Period


class Shape(Enum):
    """What a cell of a field holds."""

    TEXT = "text"
    TEXTS = "texts"
    LINKS = "links"
    PERIOD = "period"
    MONEY = "money"
    YES_NO = "yes_no"
    DIMS = "dims"


_SHAPES: Mapping[Any, Shape] = MappingProxyType({Period: Shape.PERIOD, Money: Shape.MONEY, bool: Shape.YES_NO})


def field_types(cls: type[Any]) -> dict[str, Any]:
    """Key as people write it → the field's type, without None."""
    return {key_of(item.name): _without_none(item.type) for item in attrs.fields(cls) if item.name != "source"}


def required_keys(cls: type[Any]) -> tuple[str, ...]:
    """The keys without which no *cls* can be built."""
    return tuple(key_of(item.name) for item in attrs.fields(cls) if item.init and item.default is attrs.NOTHING)


def shape_of(kind: ListKind, path: str) -> Shape:
    """The shape of what a dotted *path* holds in the objects of *kind*; text for what they do not have."""
    found = type_at(kind, path)
    if path == "dims":
        return Shape.DIMS
    if found in _SHAPES:
        return _SHAPES[found]
    if getattr(found, "__origin__", None) is tuple:
        return Shape.LINKS if get_args(found)[0] is Link else Shape.TEXTS
    return Shape.TEXT


def type_at(kind: ListKind, path: str) -> Any:
    """The type of what a dotted *path* holds in the objects of *kind*; None for what they do not have."""
    found = _type_below(kind.cls, path)
    return found if found is not None or kind.also is None else _type_below(kind.also, path)


def _type_below(cls: type[Any], path: str) -> Any:
    found: Any = cls
    for step in path.split("."):
        if step.isdigit():
            found = _item(found)
        else:
            found = field_types(_item(found)).get(step) if attrs.has(_item(found)) else None
    return found


def _item(found: Any) -> Any:
    """The class in a tuple of it, so that "places.unit" needs no number."""
    return get_args(found)[0] if getattr(found, "__origin__", None) is tuple else found


def _without_none(found: Any) -> Any:
    """*found* of "found | None": of a NewType that is a Union of typing, of other classes one of their own."""
    if isinstance(found, UnionType) or get_origin(found) is Union:
        rest = [part for part in get_args(found) if part is not type(None)]
        return rest[0] if len(rest) == 1 else found
    return found
