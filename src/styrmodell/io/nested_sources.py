"""Where the parts of an object stand: the rows and columns of a table have places of their own in the file."""

import typing
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from styrmodell.io.converter import SOURCE_KEY, key_of
from styrmodell.io.yaml_nodes import Path
from styrmodell.source import Source


def with_sources(tree: Any, cls: type, path: Path, source_of: Callable[[Path], Source]) -> Any:
    """*tree*, to be built as a *cls*, with the source of every thing in its lists that keeps one.

    Args:
        path: Where the tree stands in its document.
        source_of: The source of what stands at a path.
    """
    keys = _keys(cls)
    if not keys or type(tree) is not dict:
        return tree
    found = dict(tree)
    for key in keys:
        items = tree.get(key)
        if type(items) is list:
            found[key] = [
                {**item, SOURCE_KEY: source_of((*path, key, at))} if type(item) is dict else item
                for at, item in enumerate(items)
            ]
    return found


@cache
def _keys(cls: type) -> tuple[str, ...]:
    """The keys of the lists of *cls* whose things keep where they were written."""
    hints = typing.get_type_hints(cls)
    return tuple(key_of(one.name) for one in attrs.fields(cls) if _keeps_sources(hints[one.name]))


def _keeps_sources(hint: Any) -> bool:
    if typing.get_origin(hint) is not tuple:
        return False
    inner = typing.get_args(hint)[0]
    return attrs.has(inner) and "source" in attrs.fields_dict(inner)
