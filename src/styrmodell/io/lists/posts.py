"""Objects that take several lines of a table: one for costs, one for outlays, one for their sum."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from styrmodell.io.lists.body import ListBody
from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.heading import HeadingMatch, Role
from styrmodell.io.lists.key import heading_key
from styrmodell.io.lists.money import is_suppressed, read_amount, tally
from styrmodell.io.lists.row import RowReader
from styrmodell.io.lists.tree import ListTree
from styrmodell.model.number_text import Notation

SUM = "s:a"
_POSTS = MappingProxyType(
    {
        **dict.fromkeys(("kostn", "kostnad", "kostnader"), "kostnad"),
        **dict.fromkeys(("invutg", "inv", "investering", "investeringar", "investeringsutgift"), "investering"),
        **dict.fromkeys(("sa", "summa"), SUM),
    }
)
_YEARLY = MappingProxyType(
    {
        "arskostnad": "operating_cost",
        "driftkostnad": "operating_cost",
        "driftkostnader": "operating_cost",
        "kapitalkostnad": "capital_cost",
        "summa": SUM,
        "sa": SUM,
    }
)
_TOTALS = ("summa", "totalt")


def post_column(match: HeadingMatch, rows: Sequence[ListRow], notation: Notation) -> int | None:
    """The column whose cells say which line of an object a row is; None where the table has no such.

    It is told by its heading, or without a known heading by holding nothing but such labels.
    """
    named = next((column.index for column in match.columns if column.path == "post"), None)
    if named is not None or not match.of(Role.AMOUNT):
        return named
    return next((index for index in match.unknown if _is_post_column(index, rows, notation)), None)


def _is_post_column(index: int, rows: Sequence[ListRow], notation: Notation) -> bool:
    labels = [heading_key(text) for row in rows if (text := row.text(index, notation))]
    known = [label in _POSTS for label in labels]
    return any(known) and all(
        is_known or label.startswith(_TOTALS) for label, is_known in zip(labels, known, strict=True)
    )


def post_of(label: str) -> str:
    """The post that a label names; a label of one's own is its own post."""
    key = heading_key(label)
    return _POSTS.get(key, key)


def groups(rows: Iterable[ListRow], labels: int, names: Sequence[int], notation: Notation) -> Iterator[list[ListRow]]:
    """Rows of the same object, one list for each.

    A new one begins when a label comes again, after a line S:a, and at another name.

    Args:
        labels: The column of labels.
        names: Columns that name the object.
    """
    group: list[ListRow] = []
    seen: set[str] = set()
    known: dict[int, str] = {}
    for row in rows:
        label = post_of(row.text(labels, notation))
        named = {index: text for index in names if (text := row.text(index, notation))}
        is_other = any(known.get(index, text) != text for index, text in named.items())
        if group and (label in seen or SUM in seen or is_other):
            yield group
            group, seen, known = [], set(), {}
        group.append(row)
        seen.add(label)
        known |= named
    if group:
        yield group


def read_posts(group: Sequence[ListRow], labels: int, reader: RowReader, body: ListBody) -> ListTree:
    """One tree of an object's lines: amounts by post, and all else from the first line that has it."""
    sums = [row for row in group if post_of(row.text(labels, reader.notation)) == SUM]
    lines = [row for row in group if row not in sums]
    tree = ListTree(row=group[0])
    for row in lines:
        line = reader.read(row, post_of(row.text(labels, reader.notation)))
        tree.absorb(line)
        for path, cell in line.cells.items():
            tree.cells.setdefault(path, cell)
    for row in sums:
        body.compare_posts(row, lines)
    read_yearly(group, reader, tree)
    return tree


def read_yearly(rows: Sequence[ListRow], reader: RowReader, tree: ListTree) -> None:
    """Yearly costs whose label stands beside them ("Årskostnad", "Kapitalkostnad"); their sum is checked only."""
    columns = [column for column in reader.match.columns if column.path == "yearly"]
    found: dict[str, str] = {}
    for row in rows:
        label = ""
        for column in columns:
            text = row.text(column.index, reader.notation)
            if heading_key(text) in _YEARLY:
                label = _YEARLY[heading_key(text)]
            elif text:
                cell = (row, column.index, column.name)
                found[label or "operating_cost"] = text
                _put_yearly(tree, label or "operating_cost", text, cell, reader)
                if label == SUM:
                    parts = [found.get(name, "") for name in ("operating_cost", "capital_cost")]
                    _check_yearly(text, parts, cell, reader)


def _put_yearly(tree: ListTree, path: str, text: str, cell: tuple[ListRow, int, str], reader: RowReader) -> None:
    if path == SUM:
        return
    if is_suppressed(text) or read_amount(text, reader.notation).words:
        reader.words_at(text, cell)
    else:
        tree.put(path, text, cell)


def _check_yearly(stated: str, parts: list[str], cell: tuple[ListRow, int, str], reader: RowReader) -> None:
    added = tally(parts, reader.notation)
    if added.differs(stated):
        reader.tell_sum(cell[0], cell[1], stated, added.total)
