"""YAML files of a workspace: the plan's head, its objects, observations and profile."""

from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve, frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Finding, Findings
from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.converter import Converter, make_converter
from styrmodell.io.input_file import MAX_YAML_BYTES, open_file, read_text
from styrmodell.io.kinds import FILE_KEYS, OBJECT_KINDS
from styrmodell.io.nested_sources import with_sources
from styrmodell.io.object_changes import CHANGES, ChangeReader
from styrmodell.io.plan_head import PlanHead
from styrmodell.io.problems import BadValueError, Problems, suggestions
from styrmodell.io.values import shape
from styrmodell.io.yaml_nodes import Path, YamlTree, mark_text, path_text, read_yaml_nodes
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.profile import Profile
from styrmodell.source import Source

NO_OBJECTS: Mapping[str, tuple[Any, ...]] = MappingProxyType({})
_T = TypeVar("_T")


@frozen(kw_only=True)
class YamlRows:
    """The observations of a YAML file as they stand; they are read when every file's measures are known.

    Attributes:
        rows: Mappings of text with the keys of the CSV headings.
        tree: The document they stand in, for their places.
    """

    file: str
    rows: tuple[dict[str, object], ...]
    tree: YamlTree


@frozen(kw_only=True)
class YamlContent:
    """What one YAML file holds; what is faulty is left out and told in *findings*.

    Attributes:
        objects: Key ("units", "goals" …) → the objects under it.
        changes: Changes of objects that any file may hold.
    """

    head: PlanHead | None = None
    objects: Mapping[str, tuple[Any, ...]] = NO_OBJECTS
    changes: tuple[ObjectChange, ...] = ()
    profile: Profile | None = None
    rows: YamlRows | None = None
    findings: Findings = Findings()


def read_yaml(path: FilePath, file: str, *, converter: Converter | None = None) -> YamlContent:
    """Read one YAML file of a workspace.

    Args:
        path: Where it lies.
        file: Its path relative to the workspace, for sources and findings.
        converter: The load's converter; made here when left out.

    Returns:
        Every object without fault, and every fault (SM1xx) with line, column and path. Never raises for content.
    """
    opened = open_file(path, file, limit=MAX_YAML_BYTES)
    if isinstance(opened, Finding):
        return YamlContent(findings=Findings((opened,)))
    return yaml_content(opened.data, file, converter or make_converter())


def yaml_content(data: bytes, file: str, converter: Converter, encoding: str = "utf-8") -> YamlContent:
    """The same as read_yaml for bytes that were already read."""
    text, told = read_text(data, file, encoding)
    if text is None:
        return YamlContent(findings=told)
    tree, broken = read_yaml_nodes(text, file)
    if tree.root is None:
        return YamlContent(findings=broken)
    reader = _Reader(file=file, tree=tree, converter=converter, problems=Problems(file))
    with paused_collector():
        content = reader.content()
    return evolve(content, findings=Findings.gather(broken, content.findings)) if broken else content


@frozen(kw_only=True)
class _Reader:
    file: str
    tree: YamlTree
    converter: Converter
    problems: Problems

    def content(self) -> YamlContent:
        root = self.tree.root
        if not isinstance(root, dict):
            self.tell((), shape(root, "nycklar som plan:, units:, measures:", "keys such as plan:, units:, measures:"))
            return YamlContent(findings=self.problems.findings())
        for key in root:
            if key not in (*FILE_KEYS, CHANGES) and not self.problems.is_full:
                self.tell((key,), BadValueError(UNKNOWN_KEY, **suggestions(key, FILE_KEYS)))
        changes = ChangeReader(tell=self.tell, source=self._source)
        parts: dict[str, Any] = {
            "head": self.one("plan", PlanHead),
            "objects": MappingProxyType({key: self.many(key, cls) for key, cls in OBJECT_KINDS if key in root}),
            "changes": changes.read(self._list(CHANGES)),
            "profile": self.one("profile", Profile),
            "rows": self.rows(),
        }
        return YamlContent(**parts, findings=self.problems.findings())

    def one(self, key: str, cls: type[_T]) -> _T | None:
        """The object at *key*; None when it is left out, empty or faulty."""
        return None if self.tree.root.get(key) is None else self._object((key,), self.tree.root[key], cls)

    def many(self, key: str, cls: type[_T]) -> tuple[_T, ...]:
        """The objects in the list at *key* that are without fault; none after the last finding there is room for."""
        items = takewhile(lambda _: not self.problems.is_full, enumerate(self._list(key)))
        built = (self._object((key, index), item, cls) for index, item in items)
        return tuple(item for item in built if item is not None)

    def _list(self, key: str) -> list[Any]:
        value = self.tree.root.get(key)
        if value is None or isinstance(value, list):
            return value or []
        self.tell((key,), shape(value, "en lista", "a list"))
        return []

    def _object(self, path: Path, item: Any, cls: type[_T]) -> _T | None:
        item = with_sources(item, cls, path, self._source)
        built, faults = self.converter.structure(item, cls, self._source(path))
        for below, bad in faults:
            self.tell((*path, *below), bad)
        return built

    def _source(self, path: Path) -> Source:
        return Source(file=self.file, place=self._place(path))

    def _place(self, path: Path) -> str:
        if len(path) == 2:  # straight to the mark: tree.place would search the root for every item
            key, index = path
            return f"{mark_text(self.tree.marks[id(self.tree.root[key])][int(index)])} {path_text(path)}"
        return self.tree.place(path)

    def rows(self) -> YamlRows | None:
        """The rows under observations, each checked to be a mapping."""
        rows = self._list("observations")
        for index, row in enumerate(rows):
            if not isinstance(row, dict):
                self.tell(("observations", index), shape(row, "nycklar med värden", "keys with values"))
        return YamlRows(file=self.file, rows=tuple(rows), tree=self.tree) if rows else None

    def tell(self, path: Path, bad: BadValueError) -> None:
        """Add *bad* at *path*, naming the key where it only says that a value is missing."""
        if bad.code is MISSING_KEY and path:
            bad = BadValueError(MISSING_KEY, key=path_text(path))
        self.problems.add_bad(bad, self.tree.place(path, at_key=bad.code is UNKNOWN_KEY))
