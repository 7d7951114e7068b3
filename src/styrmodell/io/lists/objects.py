"""Trees → objects, sorted under the keys of a plan."""

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import define, field

from styrmodell.io.converter import Converter, yaml_keys
from styrmodell.io.lists.codes import COST_AS_INCOME, SAME_ROW_ID
from styrmodell.io.lists.faults import Place, tell_faults
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.tree import ListTree
from styrmodell.io.problems import Problems
from styrmodell.model.project import Project
from styrmodell.source import Source

_MONEY = ("total", "operating_cost", "capital_cost")


@define(kw_only=True)
class ListObjects:
    """Builds the objects of one list; what is wrong goes to *problems*."""

    converter: Converter
    problems: Problems
    _made: dict[str, list[Any]] = field(factory=dict)
    _places: dict[tuple[str, str], str] = field(factory=dict)

    def add(self, kind: ListKind, tree: ListTree) -> None:
        """Build what one row of *kind* gives."""
        if kind.also is Project:
            if tree.get("name"):
                self.build("projects", Project, tree)
                tree.values.setdefault("project", tree.get("id"))
            self.build(kind.key, kind.cls, tree)
        else:
            self.build(kind.key, kind.cls, tree)

    def build(self, key: str, cls: type[Any], tree: ListTree) -> None:
        """Build a *cls* from those of the tree's keys that it has."""
        known = yaml_keys(cls)
        values = {name: value for name, value in tree.values.items() if name in known}
        if "id" in values and self._is_double(key, values["id"], tree):
            return
        source = Source(file=self.problems.file, place=tree.row.place(None))
        made, faults = self.converter.structure(values, cls, source)
        tell_faults(tree, faults, self.problems)
        if made is not None:
            self._made.setdefault(key, []).append(made)

    def _is_double(self, key: str, name: str, tree: ListTree) -> bool:
        place = tree.row.place(None)
        first = self._places.setdefault((key, name), place)
        if first != place:
            self.problems.add(SAME_ROW_ID, tree.place(("id",)), found=name, other=first)
        return first != place

    def tell_signs(self, place: Place) -> None:
        """Tell once where costs are written with a plus in a file whose sign is income+ (SM179)."""
        made = [item for items in self._made.values() for item in items]
        if self.converter.format.sign == "income+" and any(value > 0 for item in made for value in _costs(item)):
            self.problems.add(COST_AS_INCOME, place(None))

    def made(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        """(key, objects) pairs, in the order they were first made."""
        return tuple((key, tuple(items)) for key, items in self._made.items())


def _costs(item: Any) -> Iterable[Any]:
    """The amounts of an object whose amounts are costs."""
    fields = {field.name for field in attrs.fields(type(item))}
    if "amounts" in fields:
        yield from (amount.value for amount in item.amounts if amount.value is not None)
    if "amounts" in fields or "customer" in fields:
        values = (getattr(item, name) for name in _MONEY if name in fields)
        yield from (value for value in values if value is not None)
