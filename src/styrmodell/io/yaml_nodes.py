"""YAML text → plain trees with the place of every node.

Composed over the parser's events, because every loader turns 1.10 into a float, keeps the last of two equal keys
and follows aliases. Scalars stay text; only a plain empty scalar, ~ and null are None.
"""

import re
from typing import Any

from attrs import define, field, frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.codes import (
    BROKEN_YAML,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    REFUSED_YAML,
    TAB_IN_YAML,
    TOO_DEEP,
    WRONG_SHAPE,
)
from styrmodell.io.engines import yaml_engine
from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.io.problems import Problems, shorten

MAX_DEPTH = 50
# What newer parsers say, before the events tell, of text that is nested far deeper.
_PARSERS_DEPTH = "maximum nesting"
Step = str | int
Path = tuple[Step, ...]
# What may write a character that no file may hold.
_ESCAPE = re.compile(r"\\[0abefvxuU]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@frozen(kw_only=True)
class YamlTree:
    """A composed document.

    Attributes:
        root: dict, list, str or None, nested.
        marks: id of a dict or list → the marks of what is in it (for a dict key, value, key, value …).
    """

    root: Any = None
    marks: dict[int, list[Any]] = field(factory=dict, repr=False)
    _orders: dict[int, dict[Any, int]] = field(factory=dict, init=False, repr=False, eq=False)

    def place(self, path: Path, *, at_key: bool = False) -> str:
        """Where *path* stands: "rad 14 kolumn 11 measures[2].unit".

        Args:
            path: Keys and 0-based indexes from the root; where a key is missing, the place of what lacks it.
            at_key: The place of the last key instead of its value.
        """
        mark = self._mark(path, at_key)
        return f"{mark_text(mark)} {path_text(path)}".rstrip() if mark else path_text(path)

    def _mark(self, path: Path, at_key: bool) -> Any:
        node, mark = self.root, None
        for step in path:
            marks = self.marks.get(id(node), [])
            if isinstance(node, dict) and step in node:
                found = 2 * self._order(node)[step]
                mark = marks[found if at_key and step == path[-1] else found + 1]
                node = node[step]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                mark, node = marks[step], node[step]
            else:
                break
        return mark

    def _order(self, node: dict[Any, Any]) -> dict[Any, int]:
        """Which of its mapping's keys each is; kept, or thousands of faults in one mapping would cost their square."""
        if id(node) not in self._orders:
            self._orders[id(node)] = {key: index for index, key in enumerate(node)}
        return self._orders[id(node)]


def mark_text(mark: Any) -> str:
    """A parser's mark as people count: "rad 14 kolumn 11"."""
    return f"rad {mark.line + 1} kolumn {mark.column + 1}"


def path_text(path: Path) -> str:
    """A path as people write it: measures[2].unit."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def read_yaml_nodes(text: str, file: str) -> tuple[YamlTree, Findings]:
    """Compose *text*, one document, into a tree with marks.

    Returns:
        The tree (root None when the text cannot be parsed) and the findings: SM103, SM112, SM113, SM115,
        SM116, SM118, SM137.
    """
    composer = _Composer(problems=Problems(file))
    with paused_collector():
        try:
            tree = composer.compose(text)
        except yaml_engine().error as error:
            _tell_broken(composer.problems, text, error)
            tree = YamlTree()
    return tree, composer.problems.findings()


def _tell_broken(problems: Problems, text: str, error: Any) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    place = mark_text(mark) if mark else ""
    reason = getattr(error, "problem", None) or str(error)
    if _PARSERS_DEPTH in reason:
        problems.add(TOO_DEEP, place, limit=str(MAX_DEPTH))
    elif "\t" in line[: len(line) - len(line.lstrip())] or (mark and line[mark.column : mark.column + 1] == "\t"):
        problems.add(TAB_IN_YAML, place)
    else:
        problems.add(BROKEN_YAML, place, found=shorten(f"{reason}: {line.strip()}"))


@define
class _Composer:
    problems: Problems
    _inside: dict[int, list[Any]] = field(factory=dict)
    _items: list[Any] = field(factory=list)
    _marks: list[Any] = field(factory=list)
    _stack: list[tuple[list[Any], list[Any]]] = field(factory=list)

    def compose(self, text: str) -> YamlTree:
        """One loop over the events; what a scalar, by far the most common, touches is a local name."""
        engine = yaml_engine()
        scalar, nulls, items, marks = engine.events.ScalarEvent, _NULLS, self._items, self._marks
        is_escaped = _ESCAPE.search(text) is not None
        for event in iter(engine.parser(text).get_event, None):
            if event.__class__ is scalar:
                value = event.value
                marks.append(event.start_mark)
                items.append(None if value in nulls and event.implicit[0] else value)
                if event.tag is not None or event.anchor is not None:
                    self._refuse(event)
                if is_escaped and (bad := NOT_IN_FILES.search(value)):
                    self.problems.add(CONTROL_CHARACTER, mark_text(event.start_mark), found=f"U+{ord(bad[0]):04X}")
            else:
                self._structure(event, engine.events)
                items, marks = self._items, self._marks
                if len(self._stack) > MAX_DEPTH:
                    self.problems.add(TOO_DEEP, mark_text(event.start_mark), limit=str(MAX_DEPTH))
                    return YamlTree()
        return self._tree(items, marks)

    def _structure(self, event: Any, events: Any) -> None:
        """Open or close a mapping or list; an alias becomes None and is told."""
        kind = event.__class__
        if kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
            self._marks.append(event.start_mark)
            self._stack.append((self._items, self._marks))
            self._items, self._marks = [], []
            if event.tag is not None or event.anchor is not None:
                self._refuse(event)
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            items, marks = self._items, self._marks
            node = items if kind is events.SequenceEndEvent else self._mapping(items, marks)
            self._inside[id(node)] = marks
            self._items, self._marks = self._stack.pop()
            self._items.append(node)
        elif kind is events.AliasEvent:
            self._refuse(event)
            self._marks.append(event.start_mark)
            self._items.append(None)

    def _tree(self, items: list[Any], marks: list[Any]) -> YamlTree:
        if len(items) > 1:
            self.problems.add(BROKEN_YAML, mark_text(marks[1]), found="--- (a second document)")
        return YamlTree(root=items[0] if items else None, marks=self._inside)

    def _refuse(self, event: Any) -> None:
        is_alias = isinstance(event, yaml_engine().events.AliasEvent)
        anchor = f"{'*' if is_alias else '&'}{event.anchor}" if event.anchor else ""
        tag = getattr(event, "tag", None) or ""
        self.problems.add(REFUSED_YAML, mark_text(event.start_mark), found=shorten(f"{anchor} {tag}"))

    def _mapping(self, items: list[Any], marks: list[Any]) -> dict[str, Any]:
        keys = items[::2]
        try:
            node = dict(zip(keys, items[1::2], strict=True))
        except TypeError:  # a list or mapping as key
            node = {}
        return node if len(node) == len(keys) and None not in node else self._checked(items, marks)

    def _checked(self, items: list[Any], marks: list[Any]) -> dict[str, Any]:
        """The mapping without the keys that cannot be used, each told; *marks* is cut to match."""
        node: dict[str, Any] = {}
        first: dict[str, Any] = {}
        kept: list[Any] = []
        for index in range(0, len(items), 2):
            key, mark = items[index], marks[index]
            if not isinstance(key, str):
                self._tell_key(mark)
            elif key in node:
                place, earlier = f"{mark_text(mark)} {shorten(key)}", mark_text(first[key])
                self.problems.add(DUPLICATE_KEY, place, found=shorten(key), first=earlier)
            else:
                node[key], first[key] = items[index + 1], mark
                kept += marks[index : index + 2]
        marks[:] = kept
        return node

    def _tell_key(self, mark: Any) -> None:
        self.problems.add(
            WRONG_SHAPE,
            mark_text(mark),
            found="en nyckel som inte är text",
            found_en="a key that is not text",
            expected="en text som nyckel",
            expected_en="text as key",
        )
