"""Trees of objects, spoiled where they are trees: a value of another place, a list for a text, a key that is gone.

The bytes of files are spoiled in tests/fuzz/mutate.py; here every file is sound as a file, and what it says is not.
"""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.session.object_books import PLAN

from styrmodell.testing.everything import texts

Place = tuple[Any, Any]
# What templates, Excel, Word, HTML and file names could take for something else than text.
_HOSTILE = (
    "{{ 7 * 7 }}",
    "{% for a in b %}",
    "<b>&amp;</b>",
    "]]>",
    '=HYPERLINK("http://x")',
    "../../etc",
    "CON",
    "a" * 3_000,
    "å" * 400,
    "\u202e\u200f",
    "[mått](värde:m)",
    "| a | b |\n|---|---|\n| c |",
    "{{värde: m}} {{tabell: t}}",
    "# rubrik\n- punkt\n  - under",
    "1 234,5",
    "2020-13",
    "§ 1",
)
_SCALARS = (
    "",
    "0",
    "-1",
    "1e400",
    "NaN",
    "9" * 60,
    "2020",
    "2020-T1",
    "2019-02-30",
    "ja",
    "kr",
    "%",
    "u",
    "v",
    "m",
    "g",
)
_TEXT_KEYS = frozenset(
    {
        "addressee",
        "body",
        "by",
        "comment",
        "customer",
        "description",
        "dnr",
        "given_by",
        "heading",
        "level",
        "name",
        "nr",
        "number",
        "owner",
        "paragraph",
        "plan",
        "priorities",
        "reporter",
        "status_text",
        "text",
        "vision",
        "why",
    }
)


def sound_tree() -> dict[str, Any]:
    """Every kind of object, without fault."""
    tree: dict[str, Any] = yaml.load(PLAN, Loader=yaml.BaseLoader)
    return tree


def hostile_texts() -> SearchStrategy[str]:
    """Texts that people and their programs write, and some that nobody should."""
    return texts() | st.sampled_from(_HOSTILE)


def _scalars() -> SearchStrategy[Any]:
    return st.sampled_from(_SCALARS) | hostile_texts() | st.none()


def _values(tree: Any) -> SearchStrategy[Any]:
    """Anything a file can say: text, lists and mappings of it, or a part of the tree itself."""
    parts = [holder[key] for holder, key in _places(tree)]
    return st.sampled_from(parts) | st.recursive(
        _scalars(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_SCALARS[7:]), inner, max_size=3),
        max_leaves=4,
    )


def _places(tree: Any) -> Iterator[Place]:
    """Every place of a tree, as what holds it and its key."""
    keys = tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in list(keys):
        yield tree, key
        yield from _places(tree[key])


@st.composite
def spoiled_trees(draw: DrawFn) -> dict[str, Any]:
    """The sound tree with one to five changes."""
    tree = sound_tree()
    values = _values(sound_tree())
    for _ in range(draw(st.integers(1, 5))):
        places = list(_places(tree))
        if not places:
            break
        holder, key = places[draw(st.integers(0, len(places) - 1))]
        draw(st.sampled_from(_CHANGES))(draw, values, holder, key)
    return tree


Change = Callable[[DrawFn, SearchStrategy[Any], Any, Any], None]


def _put(draw: DrawFn, values: SearchStrategy[Any], holder: Any, key: Any) -> None:
    holder[key] = copy.deepcopy(draw(values))


def _take(_draw: DrawFn, _values: SearchStrategy[Any], holder: Any, key: Any) -> None:
    del holder[key]


def _double(_draw: DrawFn, _values: SearchStrategy[Any], holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[f"{key}_2"] = copy.deepcopy(holder[key])


def _move(draw: DrawFn, _values: SearchStrategy[Any], holder: Any, key: Any) -> None:
    """Two neighbours change places."""
    other = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key], holder[other] = holder[other], holder[key]


_CHANGES: tuple[Change, ...] = (_put, _put, _take, _double, _move)


@st.composite
def reworded_trees(draw: DrawFn) -> dict[str, Any]:
    """The sound tree with other words in every field of text."""
    tree = sound_tree()
    words = hostile_texts()
    for holder, key in list(_places(tree)):
        if isinstance(holder[key], str) and isinstance(holder, dict) and key in _TEXT_KEYS:
            holder[key] = draw(words)
    return tree
