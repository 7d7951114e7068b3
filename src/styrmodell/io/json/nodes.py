"""JSON text → a plain tree with the place of every node: the slow way, taken when there is something to tell.

The fast parser keeps the last of two equal keys, rounds decimal numbers and knows no places.
"""

import re
from bisect import bisect_right
from typing import Any

from attrs import define, field, frozen

from styrmodell.io.codes import DUPLICATE_KEY, TOO_DEEP
from styrmodell.io.engines import orjson_engine
from styrmodell.io.problems import Problems, shorten
from styrmodell.io.yaml_nodes import MAX_DEPTH, YamlTree, mark_text

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[][{}:,]|[^][{}:,"\s]++')


@frozen
class BareNumber:
    """A number that JSON would round: what is written, without quotes."""

    text: str


@frozen(slots=True)
class JsonMark:
    """A place in the text; counted from 0, as YAML's marks are."""

    offset: int
    lines: list[int] = field(repr=False)

    @property
    def line(self) -> int:
        """How many line breaks stand before it."""
        return bisect_right(self.lines, self.offset) - 1

    @property
    def column(self) -> int:
        """How many characters stand before it on its line."""
        return self.offset - self.lines[self.line]


def json_nodes(text: str, problems: Problems) -> YamlTree:
    """Compose *text*, which the fast parser has read, into a tree with marks.

    Returns:
        The tree: decimal numbers are BareNumber, of two equal keys the first is kept and the other told (SM112);
        root None when it is too deep (SM115).
    """
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    return _Composer(problems=problems, lines=lines).compose(text)


@define(kw_only=True)
class _Composer:
    problems: Problems
    lines: list[int]
    inside: dict[int, list[Any]] = field(factory=dict)
    stack: list[tuple[list[Any], list[Any]]] = field(factory=list)

    def compose(self, text: str) -> YamlTree:
        items: list[Any] = []
        marks: list[Any] = []
        for match in _TOKEN.finditer(text):
            word = match[0]
            if word in "{[":
                marks.append(JsonMark(match.start(), self.lines))
                self.stack.append((items, marks))
                items, marks = [], []
                if len(self.stack) > MAX_DEPTH:
                    self.problems.add(TOO_DEEP, mark_text(self.stack[-1][1][-1]), limit=str(MAX_DEPTH))
                    return YamlTree()
            elif word in "}]":
                node = self._mapping(items, marks) if word == "}" else items
                self.inside[id(node)] = marks
                items, marks = self.stack.pop()
                items.append(node)
            elif word not in ":,":
                marks.append(JsonMark(match.start(), self.lines))
                items.append(_scalar(word))
        return YamlTree(root=items[0], marks=self.inside)

    def _mapping(self, items: list[Any], marks: list[Any]) -> dict[str, Any]:
        """The mapping of keys and values in turn; *marks* is cut to match what is kept."""
        node: dict[str, Any] = {}
        first: dict[str, Any] = {}
        kept: list[Any] = []
        for index in range(0, len(items), 2):
            key, mark = items[index], marks[index]
            if key in node:
                place = f"{mark_text(mark)} {shorten(key)}"
                self.problems.add(DUPLICATE_KEY, place, found=shorten(key), first=mark_text(first[key]))
            else:
                node[key], first[key] = items[index + 1], mark
                kept += marks[index : index + 2]
        marks[:] = kept
        return node


def _scalar(word: str) -> Any:
    """What a scalar is; a number that would be rounded stays as it is written."""
    if word[0] == '"' and "\\" not in word:
        return word[1:-1]
    value = orjson_engine().loads(word)
    return BareNumber(word) if type(value) is float else value
