"""JSON files of a workspace: plans saved by styrmodell, and what people and other systems write with YAML's keys.

Read once, fast; only when that meets something unusual is the text composed with the place of every node.
"""

import re
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from attrs import define, evolve, field

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.converter import Converter
from styrmodell.io.engines import orjson_engine
from styrmodell.io.input_file import read_text
from styrmodell.io.json.codes import BROKEN_JSON, NOT_FINITE, UNKNOWN_MARK
from styrmodell.io.json.mark import MARK
from styrmodell.io.json.nodes import json_nodes
from styrmodell.io.json.observations import RowBuilder, Tell, UnusualError, count_keys
from styrmodell.io.json.texts import TextTree
from styrmodell.io.kinds import FILE_KEYS, OBJECT_KINDS
from styrmodell.io.model_converter import ModelConverter
from styrmodell.io.nested_sources import with_sources
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.problems import BadValueError, Problems, shorten, suggestions
from styrmodell.io.read_yaml import YamlContent, YamlRows
from styrmodell.io.values import shape
from styrmodell.io.yaml_nodes import Path, YamlTree, path_text
from styrmodell.model.observation import Observation
from styrmodell.model.profile import Profile
from styrmodell.source import Source

JsonContent = tuple[YamlContent, tuple[Observation, ...]]
_KEYS = (*FILE_KEYS, *MARK)
_UTF8 = "utf-8"
# What only the slow way tells: characters that no file may hold, raw or escaped, and marks of other encodings.
_PLAIN = ((b"\x7f", rb"\x7f"), (b"\\", rb"\\(?:u00[0189]|u007[fF]|u[fF]{3}[eEfF]|[bf])"))
_ALL = (*_PLAIN, (b"\xc2", rb"\xc2[\x80-\x84\x86-\x9f]"), (b"\xef\xbf", rb"\xef\xbf[\xbe\xbf]"))
_KEY = re.compile(rb'"(?:[^"\\]++|\\.)*+"(\s*:)?', re.DOTALL)
_NOT_FINITE = re.compile(r"[-+]?(?:nan|inf(?:inity)?)\b", re.IGNORECASE)
_T = TypeVar("_T")


class _FullError(Exception):
    """More is wrong than is told; the reading stops, or a hostile file could take hours."""


def json_content(data: bytes, file: str, converter: Converter, encoding: str = _UTF8) -> JsonContent:
    """Read one JSON file.

    Args:
        data: The whole file.
        file: Its path relative to the workspace, for sources and findings.
        converter: The load's converter, for files without "values": "model"; those have their own.
        encoding: What the file is declared to be.

    Returns:
        What read_yaml gives, and the observations of a saved plan. Without "values": "model" the observations are
        rows of the content, to be read as those of YAML files are. Every fault is told (SM1xx) with line, column and
        path. Never raises for content.
    """
    if encoding != _UTF8 or data[:3] == b"\xef\xbb\xbf" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, told = read_text(data, file, encoding)
        if text is None:
            return YamlContent(findings=told), ()
        data = text.encode(_UTF8, "replace")
    engine = orjson_engine()
    with paused_collector():
        try:
            return _content(data, file, converter, engine.loads(data))
        except engine.JSONDecodeError as error:
            return YamlContent(findings=_broken(data, file, error)), ()


def _broken(data: bytes, file: str, error: Any) -> Findings:
    """Why *data* is no JSON: its encoding (SM106, SM116), NaN (SM195) or its form (SM190)."""
    text, told = read_text(data, file, _UTF8)
    if text is None:
        return told
    problems = Problems(file)
    sign = error.pos > 0 and text[error.pos - 1] == "-"
    place = f"rad {error.lineno} kolumn {error.colno - sign}"
    if match := _NOT_FINITE.match(text, error.pos - sign):
        problems.add(NOT_FINITE, place, found=match[0])
    else:
        line = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
        problems.add(BROKEN_JSON, place, found=shorten(f"{error.msg}: {line.strip()}"))
    return problems.findings()


def _content(data: bytes, file: str, converter: Converter, root: Any) -> JsonContent:
    """The fast way, and where that stops the slow one."""
    if not any(sign in data and re.search(pattern, data) for sign, pattern in (_PLAIN if data.isascii() else _ALL)):
        reader = _Reader(file=file, tree=YamlTree(root=root), converter=converter)
        try:
            found = reader.content(_refuse)
            if not _has_doubles(data, reader.keys):
                return found
        except UnusualError:
            pass
    text, told = read_text(data, file, _UTF8)
    if text is None:
        return YamlContent(findings=told), ()
    problems = Problems(file)
    reader = _Reader(file=file, tree=json_nodes(text, problems), converter=converter, has_marks=True)
    if reader.tree.root is None and root is not None:
        return YamlContent(findings=problems.findings()), ()

    def tell(path: Path, bad: BadValueError) -> None:
        if problems.is_full:
            raise _FullError
        named = BadValueError(MISSING_KEY, key=path_text(path)) if bad.code is MISSING_KEY and path else bad
        problems.add_bad(named, reader.tree.place(path, at_key=bad.code is UNKNOWN_KEY))

    try:
        content, observations = reader.content(tell)
    except _FullError:
        content, observations = YamlContent(), ()
    return evolve(content, findings=problems.findings()), observations


def _refuse(_path: Path, bad: BadValueError) -> NoReturn:
    """What the fast way does with a fault."""
    raise UnusualError from bad


def _has_doubles(data: bytes, keys: int) -> bool:
    """Whether more keys are written than the *keys* that were read: then some mapping has one twice.

    As many colons as keys, and all of them are keys'. Where some stand in texts, what counts is a quote and a colon:
    without the spaces that may stand between them, every key ends so.
    """
    if data.count(b":") == keys or data.translate(None, b" \t\n\r").count(b'":') == keys:
        return False
    return sum(map(bool, _KEY.findall(data))) != keys


@define(kw_only=True)
class _Reader:
    """Reads one document.

    Attributes:
        tree: The document, with marks when *has_marks* says so.
        keys: How many keys were read in all its mappings.
    """

    file: str
    tree: YamlTree
    converter: Converter
    has_marks: bool = False
    keys: int = 0
    texts: TextTree = field(init=False)

    def content(self, tell: Tell) -> JsonContent:
        root = self.tree.root
        if type(root) is not dict:
            tell((), shape(root, 'nycklar som "plan":, "units":', 'keys such as "plan":, "units":'))
            return YamlContent(), ()
        self.keys = len(root)
        for key in (name for name in root if name not in _KEYS):
            tell((key,), BadValueError(UNKNOWN_KEY, **suggestions(key, FILE_KEYS)))
        for key in (name for name in MARK if name in root):
            if root[key] != MARK[key] or type(root[key]) is not type(MARK[key]):
                args = {"key": key, "found": shorten(str(root[key])), "expected": str(MARK[key])}
                tell((key,), BadValueError(UNKNOWN_MARK, **args))
                return YamlContent(), ()
        is_model = "values" in root
        if is_model:
            self.converter = ModelConverter()
        self.texts = TextTree(notation=self.converter.format.notation)
        lists = {key: self._many(key, cls, tell) for key, cls in OBJECT_KINDS if key in root}
        content = YamlContent(
            head=self._one("plan", PlanHead, tell),
            objects=MappingProxyType(lists),
            profile=self._one("profile", Profile, tell),
            rows=None if is_model else self._rows(tell),
        )
        observations = self._observations(tell) if is_model else ()
        self.keys += self.texts.keys
        return content, observations

    def _one(self, key: str, cls: type[_T], tell: Tell) -> _T | None:
        item = self.tree.root.get(key)
        return None if item is None else self._object((key,), item, cls, tell)

    def _many(self, key: str, cls: type[_T], tell: Tell) -> tuple[_T, ...]:
        built = (self._object((key, index), item, cls, tell) for index, item in enumerate(self._list(key, tell)))
        return tuple(item for item in built if item is not None)

    def _list(self, key: str, tell: Tell) -> list[Any]:
        value = self.tree.root.get(key)
        if value is None or type(value) is list:
            return value or []
        tell((key,), shape(value, "en lista", "a list"))
        return []

    def _object(self, path: Path, item: Any, cls: type[_T], tell: Tell) -> _T | None:
        text_tree = self._text_tree(path, item, tell)
        if text_tree is None:
            return None
        item = with_sources(text_tree, cls, path, self._source)
        built, faults = self.converter.structure(item, cls, self._source(path))
        for below, bad in faults:
            tell((*path, *below), bad)
        return built

    def _source(self, path: Path) -> Source:
        return Source(file=self.file, place=path_text(path))

    def _text_tree(self, path: Path, item: Any, tell: Tell) -> dict[str, Any] | None:
        """A mapping as a tree of text; None, with what is wrong told, when it has none."""
        if type(item) is not dict:
            tell(path, shape(item, "nycklar med värden", "keys with values"))
            return None
        found: dict[str, Any] = self.texts.of(item, path)
        faults, self.texts.faults = self.texts.faults, []
        for place, bad in faults:
            tell(place, bad)
        return None if faults else found

    def _rows(self, tell: Tell) -> YamlRows | None:
        """Rows as people write them: their sources have lines, as those of YAML have, so they are read with marks."""
        rows = self._list("observations", tell)
        if rows and not self.has_marks:
            raise UnusualError
        trees = (self._text_tree(("observations", index), row, tell) for index, row in enumerate(rows))
        found = tuple({} if tree is None else tree for tree in trees)
        return YamlRows(file=self.file, rows=found, tree=self.tree) if rows else None

    def _observations(self, tell: Tell) -> tuple[Observation, ...]:
        rows = self._list("observations", tell)
        builder = RowBuilder(file=self.file)
        if self.has_marks:
            return builder.told(rows, tell)
        found = builder.fast(rows)
        self.keys += count_keys(rows)
        return found
