"""A row of a list → the tree of its object."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from attrs import define, field

from styrmodell.io.lists.amount_heading import AmountHeading
from styrmodell.io.lists.cells import (
    ListRow,
    count_marks,
    dims_tree,
    is_marked,
    link_tree,
    period_text,
    split_values,
    yes_or_no,
)
from styrmodell.io.lists.choice import can_be
from styrmodell.io.lists.codes import SUM_DIFFERS, WORDS_FOR_AMOUNT
from styrmodell.io.lists.heading import HeadingMatch, ListColumn, Role
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.money import EXAMPLES, is_suppressed, read_amount, read_total
from styrmodell.io.lists.shape import Shape, shape_of, type_at
from styrmodell.io.lists.tree import Cell, ListTree
from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.model.number_text import Notation

_LISTS: Mapping[Shape, Callable[[str], Any]] = MappingProxyType(
    {
        Shape.TEXTS: split_values,
        Shape.LINKS: lambda text: [link_tree(value) for value in split_values(text)],
        Shape.DIMS: dims_tree,
        Shape.PERIOD: period_text,
        Shape.YES_NO: yes_or_no,
    }
)
# A label tells what they are, and it may stand in another row.
_READ_ELSEWHERE = frozenset(("post", "yearly"))
# A line break in these is there for the column's width.
_ONE_LINE = frozenset(("name", "heading", "nr", "project_nr", "owner", "category", "area", "customer", "extent"))
_SCORES = frozenset(("before.likelihood", "before.consequence", "after.likelihood", "after.consequence"))


@define(kw_only=True)
class RowReader:
    """Reads the rows of one list; what is wrong goes to *problems*."""

    kind: ListKind
    match: HeadingMatch
    notation: Notation
    problems: Problems
    shapes: dict[str, Shape] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.shapes = {path: shape_of(self.kind, path) for path, _ in self.kind.headings}

    def read(self, row: ListRow, post: str = "") -> ListTree:
        """Read a row; amounts are of *post*, where it is told."""
        tree = ListTree(row=row)
        for column in self.match.columns:
            cell = (row, column.index, column.name)
            text = row.text(column.index, self.notation)
            if column.role is Role.FIELD:
                tree.expect(column.path, cell)
            if text:
                self._guarded(tree, column, text, cell, post)
        return tree

    def _guarded(self, tree: ListTree, column: ListColumn, text: str, cell: Cell, post: str) -> None:
        try:
            if column.role is Role.FIELD:
                self._field(tree, column, text, cell)
            elif column.role is Role.MARK and is_marked(text):
                tree.append("impacts", column.name, cell)
            elif column.role is Role.RATING:
                tree.append("ratings", {"aspect": column.name, "word": text}, cell)
            elif column.role is Role.AMOUNT and column.amount is not None:
                self._amount(tree, column.amount, text, cell, post)
        except BadValueError as bad:
            self.problems.add_bad(bad, cell[0].place(cell[1]))

    def _field(self, tree: ListTree, column: ListColumn, text: str, cell: Cell) -> None:
        path, shape = column.path, self.shapes[column.path]
        if path in _READ_ELSEWHERE:
            return
        other = dict(self.kind.otherwise).get(path)
        if other and not can_be(text, type_at(self.kind, path)):
            self._otherwise(tree, other, text, cell)
        elif path == "impacts" and (count := count_marks(text)):
            tree.put("impact_count", str(count), cell)
        elif path == "ratings":
            for word in split_values(text):
                tree.append("ratings", {"word": word}, cell)
        elif path in _SCORES and not text.isdigit():
            tree.append("ratings", {"aspect": column.name, "word": text}, cell)
        elif path == "total":
            self._total(tree, text, cell)
        elif shape is Shape.MONEY and is_suppressed(text):
            self.words_at(text, cell)
        else:
            whole = " ".join(text.split()) if path in _ONE_LINE else text
            tree.put(path, _LISTS[shape](text) if shape in _LISTS else whole, cell)

    def _otherwise(self, tree: ListTree, path: str, text: str, cell: Cell) -> None:
        """Keep what cannot be read as the first field in the second, beside what its own column says."""
        before = tree.get(path)
        value = period_text(text) if self.shapes.get(path) is Shape.PERIOD else text
        tree.put(path, f"{before} {value}".strip(), cell)

    def _amount(self, tree: ListTree, heading: AmountHeading, text: str, cell: Cell, post: str) -> None:
        written = read_amount(text, self.notation)
        amount: dict[str, object] = {"period": heading.period.text}
        if heading.kind is not None:
            amount["kind"] = heading.kind.value
        if heading.accumulated:
            amount["accumulated"] = "ja"
        if post:
            amount["post"] = post
        if written.figure:
            amount["value"] = written.figure
        else:
            self.words_at(text, cell)
            self._keep_words(tree, f"{cell[2]}: {text}", cell)
        tree.append("amounts", amount, cell)

    def _total(self, tree: ListTree, text: str, cell: Cell) -> None:
        written = read_total(text, self.notation)
        if written.figure:
            tree.put("total", written.figure, cell)
        else:
            self.words_at(text, cell)
        if written.years:
            tree.put("total_years", written.years, cell)
        if written.words:
            self._keep_words(tree, text, cell)

    def _keep_words(self, tree: ListTree, text: str, cell: Cell) -> None:
        if type_at(self.kind, "amount_text") is not None:
            before = tree.get("amount_text")
            tree.put("amount_text", f"{before}; {text}" if before else text, cell)

    def words_at(self, text: str, cell: Cell) -> None:
        """Tell that words stand where an amount should (SM173)."""
        place = cell[0].place(cell[1])
        self.problems.add(WORDS_FOR_AMOUNT, place, found=shorten(text), example=EXAMPLES[self.notation])

    def tell_sum(self, row: ListRow, column: int | None, stated: str, computed: Decimal) -> None:
        """Tell that a sum in the table is not what its parts make (SM172)."""
        text = f"{computed:f}" if self.notation is Notation.PLAIN else f"{computed:f}".replace(".", ",")
        self.problems.add(SUM_DIFFERS, row.place(column), stated=stated, computed=text)
