"""Trees of text that are built from cells, each part with the cell it came from."""

from itertools import pairwise
from typing import Any

from attrs import define, field

from styrmodell.io.lists.cells import ListRow
from styrmodell.io.yaml_nodes import Path

Cell = tuple[ListRow, int | None, str]


@define(kw_only=True)
class ListTree:
    """What one object is made of, before it is one.

    Attributes:
        row: The row it stands in, the first of several.
        values: Keys with texts, lists and mappings, as a YAML file would have them.
        cells: Path below *values* → the cell it came from, or would have come from: row, column and heading.
    """

    row: ListRow
    values: dict[str, Any] = field(factory=dict)
    cells: dict[Path, Cell] = field(factory=dict)

    def put(self, path: str, value: object, cell: Cell | None = None) -> None:
        """Set what stands at a dotted *path* ("control_points.0.name")."""
        steps = path_steps(path)
        node: Any = self.values
        for step, following in pairwise(steps):
            node = _below(node, step, [] if isinstance(following, int) else {})
        if isinstance(node, list):
            node.append(value)
        else:
            node[steps[-1]] = value
        if cell is not None:
            self.cells[steps] = cell

    def append(self, key: str, value: object, cell: Cell) -> None:
        """Add *value* to the list at *key*."""
        items = self.values.setdefault(key, [])
        items.append(value)
        self.cells[(key, len(items) - 1)] = cell

    def absorb(self, other: "ListTree") -> None:
        """Take over what *other* has: items of lists after one's own, and all else that is not there yet."""
        for key, value in other.values.items():
            if key == "amounts":
                for index, item in enumerate(value):
                    self.append(key, item, other.cell((key, index)))
            elif key not in self.values:
                self.values[key] = value
                self.cells |= {path: cell for path, cell in other.cells.items() if path[0] == key}

    def get(self, key: str) -> str:
        """The text at *key*; empty where there is none."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def expect(self, path: str, cell: Cell) -> None:
        """Say which cell *path* would come from, for a fault that it is missing."""
        self.cells.setdefault(path_steps(path), cell)

    def place(self, path: Path) -> str:
        """Where what is at *path* stands: its cell, or the row where no cell is known."""
        row, column, _ = self.cell(path)
        return row.place(column)

    def cell(self, path: Path) -> Cell:
        """The cell of the longest beginning of *path* that is known."""
        for length in range(len(path), 0, -1):
            if found := self.cells.get(path[:length]):
                return found
        return self.row, None, ""


def path_steps(path: str) -> Path:
    """The steps of "control_points.0.name"."""
    return tuple(int(step) if step.isdigit() else step for step in path.split("."))


def _below(node: Any, step: str | int, empty: Any) -> Any:
    if isinstance(step, int):
        if step == len(node):
            node.append(empty)
        return node[step]
    return node.setdefault(step, empty)
