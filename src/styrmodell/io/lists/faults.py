"""What is wrong with the heading of a list, and with the objects made from its rows."""

from collections.abc import Callable, Sequence

from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.lists.amount_heading import scale_in
from styrmodell.io.lists.codes import OTHER_SCALE, UNKNOWN_LIST_HEADING
from styrmodell.io.lists.heading import HeadingMatch, Role
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.shape import Shape, shape_of
from styrmodell.io.lists.tree import ListTree
from styrmodell.io.problems import BadValueError, Problems, shorten, suggestions
from styrmodell.io.sources import SourceFormat
from styrmodell.io.value_codes import DUPLICATE_COLUMN
from styrmodell.io.yaml_nodes import Path
from styrmodell.model.ids import close_names

Place = Callable[[int | None], str]


def tell_heading(
    headings: Sequence[str], kind: ListKind, match: HeadingMatch, place: Place, problems: Problems
) -> None:
    """Tell what is not understood in a heading: unknown and double columns, and what the user's mapping names."""
    for index in match.unknown:
        problems.add(UNKNOWN_LIST_HEADING, place(index), **_near(headings[index], kind))
    for index, first in match.doubles:
        args = {"found": shorten(headings[index]), "first": shorten(headings[first])}
        problems.add(DUPLICATE_COLUMN, place(index), **args)
    for name, path in match.unused:
        known = [known for known, _ in kind.headings]
        found = path if path not in known else name
        problems.add(UNKNOWN_KEY, place(None), **suggestions(found, known if found == path else headings))


def tell_missing(kind: ListKind, missing: Sequence[str], place: Place, problems: Problems) -> None:
    """Tell which columns must be there (SM108)."""
    for path in missing:
        words = dict(kind.headings).get(path, ())
        problems.add(MISSING_KEY, place(None), key=words[0] if words else path)


def tell_scale(
    headings: Sequence[str],
    kind: ListKind,
    match: HeadingMatch,
    format: SourceFormat,
    place: Place,
    problems: Problems,
) -> None:
    """Tell where a heading over amounts names another scale than the file is read in (SM175)."""
    for column in match.columns:
        is_money = column.role is Role.AMOUNT or shape_of(kind, column.path) is Shape.MONEY
        scale = scale_in(headings[column.index])
        if is_money and scale and scale != format.scale:
            args = {"found": shorten(headings[column.index]), "scale": format.scale, "suggestion": scale}
            problems.add(OTHER_SCALE, place(column.index), **args)


def tell_faults(tree: ListTree, faults: Sequence[tuple[Path, BadValueError]], problems: Problems) -> None:
    """Tell what is wrong with an object, each fault at its cell; a missing field is named as its heading is."""
    for path, bad in faults:
        if path == ("id",) and bad.code is MISSING_KEY and len(faults) > 1:
            continue  # it would be made from what else is missing
        named = dict(bad.named)
        heading = tree.cell(path)[2]
        if bad.code is MISSING_KEY and heading:
            named["key"] = heading
        problems.add(bad.code, tree.place(path), **named)


def _near(heading: str, kind: ListKind) -> dict[str, str]:
    """suggestions(), in the case that headings are written in."""
    shown = {word.casefold(): word for _, words in kind.headings for word in words}
    near = close_names(heading.strip().casefold(), shown)
    args = suggestions(heading, kind.shown())
    return {**args, "near": " / ".join(shown[name] for name in near)}
