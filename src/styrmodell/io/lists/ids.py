"""Ids of objects whose lists have none.

An id is made from the kind's word and the number in the list ("risk-1"), for a project with the area it was handed
in by between them ("projekt-hjalpmedel-3"); without a number, from the name ("investering-truck-4-st-transport").
It is the same every time the same list is read, and the same list gives no id twice: two rows that would have the
same id are told.
"""

from zlib import crc32

from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.tree import ListTree
from styrmodell.model.ids import is_id, slug

MAX_NAME = 60


def id_from(prefix: str, *parts: str) -> str:
    """An id of *prefix* and *parts*: a-z, 0-9 and hyphens, a letter first; empty when no part holds any."""
    words = [word for part in parts if (word := _word(part))]
    made = "-".join([prefix, *words]).strip("-") if words else ""
    return made if not made or is_id(made) else f"id-{made}"


def _word(text: str) -> str:
    word = "-".join(part for part in slug(text).replace(".", "-").replace("_", "-").split("-") if part)
    # A name that is cut gets a check sum, so that two that begin alike still differ.
    return word if len(word) <= MAX_NAME else f"{word[:MAX_NAME].strip('-')}-{crc32(word.encode()) % 65536:04x}"


def made_id(kind: ListKind, tree: ListTree) -> str:
    """The id of the object in *tree*; empty when nothing names it."""
    if number := tree.get("nr"):
        return id_from(kind.prefix, tree.get("area"), number)
    for name in kind.names:
        paths = name.split()
        if tree.get(paths[-1]):
            return id_from(kind.prefix, *(tree.get(path) for path in paths))
    return ""
