"""Rows of a table → objects of the model, each fault at its cell."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs
from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.io.converter import Converter
from styrmodell.io.lists.body import ListBody, Skipped
from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.faults import tell_heading, tell_missing, tell_scale
from styrmodell.io.lists.heading import NO_COLUMNS, HeadingMatch, match_headings
from styrmodell.io.lists.items import continued_trees, item_trees
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.objects import ListObjects
from styrmodell.io.lists.posts import post_column
from styrmodell.io.lists.row import RowReader
from styrmodell.io.lists.scorecard import read_scorecard
from styrmodell.io.lists.shape import required_keys
from styrmodell.io.lists.trees import row_trees
from styrmodell.io.problems import Problems

Given = Mapping[str, str]
CARD = "scorecard_lines"
NOTHING_GIVEN: Given = MappingProxyType({})


@frozen(kw_only=True)
class ListContent:
    """What a list holds.

    Attributes:
        objects: (key of a plan, objects) pairs, in the order of a plan; a list of IT projects gives projects, too.
        skipped: (place, reason) of rows that are no objects.
    """

    objects: tuple[tuple[str, tuple[Any, ...]], ...]
    findings: Findings
    skipped: tuple[Skipped, ...] = ()


def read_list(
    kind: ListKind,
    headings: Sequence[str],
    rows: Sequence[ListRow],
    *,
    converter: Converter,
    source_file: str,
    given: Given = NOTHING_GIVEN,
    columns: Mapping[str, str] = NO_COLUMNS,
    heading_place: Callable[[int | None], str] | None = None,
) -> ListContent:
    """Read the rows of a list.

    Args:
        headings: As they stand, a heading under another as "Group | Heading".
        rows: The rows below, in order; blank ones and sums may be among them.
        converter: Builds the objects; its format says how numbers are written.
        source_file: The file's path in the workspace.
        given: Path → value for fields that have no column (unit: rlf); what the kind does not have is left out.
        columns: Heading → path, or "skip", from the user; it goes before what the headings say.
        heading_place: Gives the place of a heading, or of the whole heading for None.

    Returns:
        The objects that could be built, and every finding: SM108, SM131, SM170–SM179 and those of single values.
    """
    problems = Problems(source_file)
    headings = (*headings, *[""] * (max((len(row.cells) for row in rows), default=0) - len(headings)))
    place = heading_place or _heading_place
    match = match_headings(headings, kind, columns)
    reader = RowReader(kind=kind, match=match, notation=converter.format.notation, problems=problems)
    body = ListBody(reader=reader, post_column=post_column(match, rows, reader.notation))
    tell_heading(headings, kind, _without_silent(match, headings, rows, body), place, problems)
    tell_scale(headings, kind, match, converter.format, place, problems)
    missing = _missing(kind, match, given)
    tell_missing(kind, missing, place, problems)
    objects = ListObjects(converter=converter, problems=problems)
    if not missing:
        _build(rows, body, given, objects)
        body.tell_skipped()
        objects.tell_signs(place)
    return ListContent(objects=objects.made(), findings=problems.findings(), skipped=tuple(body.skipped))


def _build(rows: Sequence[ListRow], body: ListBody, given: Given, objects: ListObjects) -> None:
    kind = body.reader.kind
    if kind.key == CARD:
        trees = row_trees(rows, body, NOTHING_GIVEN)
        read_scorecard(trees, given, objects)
        return
    made = continued_trees(row_trees(rows, body, given), kind)
    for tree in item_trees(made, kind, objects.problems) if kind.items else made:
        objects.add(kind, tree)


def _missing(kind: ListKind, match: HeadingMatch, given: Given) -> tuple[str, ...]:
    """What no row can do without, and has neither a column nor a given value."""
    needed = () if kind.items or kind.also or kind.key == CARD else required_keys(kind.cls)
    there = {*given, *(column.path for column in match.columns), *(("id",) if kind.makes_ids() else ())}
    return tuple(path for path in dict.fromkeys((*kind.required, *needed)) if path not in there)


def _heading_place(column: int | None) -> str:
    return "rubrikraden" if column is None else f"rubrikraden kolumn {column + 1}"


def _without_silent(
    match: HeadingMatch, headings: Sequence[str], rows: Sequence[ListRow], body: ListBody
) -> HeadingMatch:
    """*match* without the unknown columns that need no word: that of labels, and nameless ones without cells."""
    notation = body.reader.notation
    told = [
        index
        for index in match.unknown
        if index != body.post_column and (headings[index].strip() or any(row.text(index, notation) for row in rows))
    ]
    return attrs.evolve(match, unknown=tuple(told))
