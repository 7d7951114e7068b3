"""Objects of several rows: a hierarchy's places, a dimension's members, a risk's points of control."""

from collections.abc import Iterable, Iterator

from styrmodell.io.lists.codes import ROW_WITHOUT_HOME
from styrmodell.io.lists.ids import id_from
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.tree import ListTree
from styrmodell.io.problems import Problems, shorten
from styrmodell.model.ids import is_id


def item_trees(trees: Iterable[ListTree], kind: ListKind, problems: Problems) -> tuple[ListTree, ...]:
    """One tree for each object: rows with the same id are its items, and an empty id is as above."""
    made: dict[str, ListTree] = {}
    last = ""
    for tree in trees:
        last = tree.get("id") or last
        whole = made.setdefault(last, ListTree(row=tree.row, cells={("id",): tree.cell(("id",))}))
        _put_head(whole, tree, last, kind)
        _add_item(whole, tree, kind.items)
    for whole in made.values():
        _link_parents(whole, kind.items, problems)
    return tuple(made.values())


def continued_trees(trees: Iterable[ListTree], kind: ListKind) -> Iterator[ListTree]:
    """The objects; a row of nothing but an item of the kind's *more* adds it to the object above."""
    above: ListTree | None = None
    for tree in trees:
        if above is not None and kind.more and _goes_on(tree, kind.more):
            _add_more(above, tree, kind.more)
            continue
        if above is not None:
            yield above
        above = tree
    if above is not None:
        yield above


def _goes_on(tree: ListTree, more: str) -> bool:
    """Whether the row's own cells hold nothing else; what is given for all rows is none of its own."""
    own = {path[0] for path in tree.cells if path[0] in tree.values}
    return own == {more}


def _add_more(above: ListTree, tree: ListTree, more: str) -> None:
    before = len(above.values.setdefault(more, []))
    above.values[more].extend(tree.values[more])
    for path, cell in tree.cells.items():
        if path[0] == more and len(path) > 1 and isinstance(path[1], int):
            above.cells[(more, before + path[1], *path[2:])] = cell


def _put_head(whole: ListTree, tree: ListTree, name: str, kind: ListKind) -> None:
    """The object's own fields, from the first row that has them; a name in the place of the id gives both."""
    if name and not is_id(name):
        whole.values.setdefault("name", name)
        name = id_from("", name)
    if name:
        whole.values.setdefault("id", name)
    for key, value in tree.values.items():
        if key not in ("id", kind.items) and key not in whole.values:
            whole.put(key, value, tree.cell((key,)))


def _add_item(whole: ListTree, tree: ListTree, items: str) -> None:
    whole.append(items, dict(tree.values.get(items, {})), (tree.row, None, ""))
    index = len(whole.values[items]) - 1
    for path, cell in tree.cells.items():
        if path[0] == items:
            whole.cells[(items, index, *path[1:])] = cell


def _link_parents(whole: ListTree, items: str, problems: Problems) -> None:
    """Members that say what they are part of become parts of it; places keep their parent."""
    if items != "members":
        return
    members = {item.get("id"): item for item in whole.values[items]}
    for index, item in enumerate(whole.values[items]):
        parent = item.pop("parent", None)
        if parent is None:
            continue
        if parent not in members:
            args = {"expected": "en medlem i samma indelning", "expected_en": "a member of the same dimension"}
            place = whole.place((items, index, "parent"))
            problems.add(ROW_WITHOUT_HOME, place, found=shorten(parent), **args)
        elif item.get("id") not in members[parent].setdefault("parts", []):
            members[parent]["parts"].append(item.get("id"))
