"""Objects of a plan → YAML that people read and go on with, in the keys that files have."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from styrmodell.io.converter import Converters
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.save.json_file import document
from styrmodell.io.save.plain_tree import plain_tree
from styrmodell.io.sources import SourceFormat
from styrmodell.model.baseline import Baseline
from styrmodell.model.link import Link
from styrmodell.model.number_text import Notation
from styrmodell.model.target import Target

_WIDTH = 110
_INDENT = "  "
# What needs no quotation marks: words that begin with a letter, and whole numbers are left to be quoted.
_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö][A-Za-zÅÄÖÉåäöé0-9_./()§%-]*(?: [A-Za-zÅÄÖÉåäöé0-9_./()§%-]+)*\Z")
_OTHER = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_IN_WORDS = ("target", "baseline", "comparison")
FORMAT = SourceFormat(notation=Notation.PLAIN)


def yaml_file(head: PlanHead | None, lists: Mapping[str, Sequence[Any]], comment: str = "") -> bytes | None:
    """Write a head and lists of objects as a YAML file: plain notation, money in kr with income +.

    Args:
        lists: The keys of OBJECT_KINDS, in the order they are to stand.
        comment: Lines at the top, without their marks.

    Returns:
        UTF-8; None where it would not be read back as it is: such objects are written with json_file().

    Raises:
        TextError: A text that no file can hold.
    """
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    if head is not None:
        lines += ["plan:", *_mapping(plain_tree(head), _INDENT)]
    for key, items in lists.items():
        lines.append(f"{key}:")
        for item in items:
            lines += _item(_readable(item), _INDENT)
    data = ("\n".join(lines) + "\n").encode()
    read = yaml_content(data, "", Converters().of(FORMAT))
    same = (
        not read.findings
        and read.head == head
        and dict(read.objects) == {key: tuple(one) for key, one in lists.items()}
    )
    return data if same else None


def yaml_lists(lists: Mapping[str, Sequence[Mapping[str, Any]]], comment: str = "") -> bytes:
    """Write lists of plain trees as a YAML file, with *comment* at the top; who writes it reads it back."""
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    for key, items in lists.items():
        lines.append(f"{key}:")
        for item in items:
            lines += _item(item, _INDENT)
    return ("\n".join(lines) + "\n").encode()


def json_file(head: PlanHead | None, lists: Mapping[str, Sequence[Any]]) -> bytes:
    """The same as JSON in the model's own values, which holds every object."""
    return document(head, {key: tuple(items) for key, items in lists.items()})


def _readable(item: Any) -> dict[str, Any]:
    """The tree of *item*, with targets and baselines in the words that they are read from."""
    tree = plain_tree(item)
    for name in _IN_WORDS:
        value = getattr(item, name, None)
        if isinstance(value, Target | Baseline):
            words = next((text for text in (value.words, str(value)) if text and value.parse(text) == value), None)
            tree[name] = words or tree[name]
    for name, value in tree.items():
        # A link that is only an id is written as one.
        if isinstance(value, list) and all(isinstance(link, Link) for link in getattr(item, name, ())):
            tree[name] = [link["id"] if set(link) == {"id"} else link for link in value]
    return tree


def _item(tree: Mapping[str, Any], indent: str) -> Iterator[str]:
    first, *rest = _mapping(tree, indent + _INDENT)
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _mapping(tree: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(_text(key), value, indent)


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    flow = _flow(value)
    if isinstance(value, str) and "\n" in value and _is_literal(value):
        yield f"{indent}{key}: |-"
        yield from (f"{indent}{_INDENT}{line}".rstrip() for line in value.split("\n"))
    elif isinstance(value, list | dict) and value and len(indent) + len(key) + len(flow) > _WIDTH:
        yield f"{indent}{key}:"
        yield from _deep(value, indent + _INDENT)
    else:
        yield f"{indent}{key}: {flow}"


def _deep(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _mapping(value, indent)
        return
    for one in value:
        if isinstance(one, dict) and one and len(indent) + len(_flow(one)) > _WIDTH:
            yield from _item(one, indent)
        else:
            yield f"{indent}- {_flow(one)}"


def _is_literal(text: str) -> bool:
    """Whether every line may stand as it is under a literal block."""
    lines = text.split("\n")
    plain = all(line == line.rstrip() and (line.isprintable() or not line) for line in lines)
    return plain and bool(lines[0]) and lines[0][0] != " " and bool(lines[-1])


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(value: str) -> str:
    if _PLAIN.match(value) and value.casefold() not in _OTHER:
        return value
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
