"""The rows of a list → one tree for each object, with its id and what is given for it."""

from collections.abc import Iterator, Mapping, Sequence

from styrmodell.io.lists.body import ListBody
from styrmodell.io.lists.cells import ListRow, link_tree, split_values
from styrmodell.io.lists.codes import ROW_WITHOUT_HOME
from styrmodell.io.lists.ids import id_from, made_id
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.posts import groups, read_posts, read_yearly
from styrmodell.io.lists.shape import Shape, shape_of, type_at
from styrmodell.io.lists.tree import ListTree
from styrmodell.io.problems import shorten

_DASHES = "-–‐−•"
_NAMES = ("id", "nr", "project_nr", "name")


def row_trees(rows: Sequence[ListRow], body: ListBody, given: Mapping[str, str]) -> Iterator[ListTree]:
    """One tree for each object of the rows.

    A row whose name begins with a dash is a part of the nearest row above without one, where the kind has parents.
    """
    kind, parent, section = body.reader.kind, "", ""
    for tree in _plain_trees(rows, body):
        if body.section_of(tree.row) != section:
            parent, section = "", body.section_of(tree.row)
        _fill(tree, body, given, section)
        if _is_part(tree, kind):
            _make_part(tree, parent, body)
        else:
            _put_id(tree, made_id(kind, tree))
            tree.expect("id", (tree.row, None, _id_words(kind)))
            parent = tree.get("id")
        yield tree


def _plain_trees(rows: Sequence[ListRow], body: ListBody) -> Iterator[ListTree]:
    reader, labels = body.reader, body.post_column
    if labels is None:
        for row in body.objects(rows):
            tree = reader.read(row)
            read_yearly((row,), reader, tree)
            yield tree
        return
    names = [column.index for column in reader.match.columns if column.path in _NAMES]
    for group in groups(body.objects(rows), labels, names, reader.notation):
        tree = read_posts(group, labels, reader, body)
        if tree.get("name") or tree.get("project"):
            yield tree
        elif _has_figures(tree):
            args = {"expected": "rader under ett namn", "expected_en": "lines below a name"}
            found = shorten(group[0].text(labels, reader.notation))
            reader.problems.add(ROW_WITHOUT_HOME, group[0].place(None), found=found, **args)
        else:
            body.skipped += [(row.place(None), "tom formulärrad") for row in group]


def _has_figures(tree: ListTree) -> bool:
    """Whether any amount is something else than nought."""
    return any(set(str(amount.get("value", "x"))) - set("0,. ") for amount in tree.values.get("amounts", ()))


def _fill(tree: ListTree, body: ListBody, given: Mapping[str, str], section: str) -> None:
    """Put what is given, and the heading inside the table, where no column says it."""
    kind = body.reader.kind
    taken = {column.path for column in body.reader.match.columns}
    over = next((path for path in ("area", "category") if type_at(kind, path) is not None), "")
    for path, text in {**given, **({over: section} if over and section else {})}.items():
        if text and path not in taken and type_at(kind, path) is not None:
            tree.put(path, given_value(kind, path, text))


def given_value(kind: ListKind, path: str, text: str) -> object:
    """A given text in the shape of its field."""
    shape = shape_of(kind, path)
    if shape is Shape.LINKS:
        return [link_tree(value) for value in split_values(text)]
    return split_values(text) if shape is Shape.TEXTS else text


def _is_part(tree: ListTree, kind: ListKind) -> bool:
    has_parents = type_at(kind, "parent") is not None and bool(kind.prefix)
    return has_parents and tree.get("name")[:1] in tuple(_DASHES) and not tree.get("parent")


def _make_part(tree: ListTree, parent: str, body: ListBody) -> None:
    written = tree.get("name")
    tree.values["name"] = written.lstrip(_DASHES).strip()
    if parent:
        tree.put("parent", parent)
        _put_id(tree, id_from(parent, tree.get("name")))
        return
    args = {"expected": "en rad utan streck ovanför", "expected_en": "a row without a dash above"}
    body.reader.problems.add(ROW_WITHOUT_HOME, tree.place(("name",)), found=shorten(written), **args)
    _put_id(tree, made_id(body.reader.kind, tree))


def _id_words(kind: ListKind) -> str:
    """What a row may say its id with, for the fault that it does not."""
    words = dict(kind.headings)
    paths = ("nr", *(name.split()[-1] for name in kind.names))
    return " eller ".join(("Id", *(words[path][0] for path in paths if words.get(path))))


def _put_id(tree: ListTree, made: str) -> None:
    if made and not tree.get("id"):
        tree.values["id"] = made
