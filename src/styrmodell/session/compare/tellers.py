"""Who changed an object and when, where a form told it."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from styrmodell.model.object_change import ObjectChange
from styrmodell.session.compare.difference import Difference


def with_tellers(
    found: Iterable[Difference], old: Iterable[ObjectChange], new: Iterable[ObjectChange]
) -> Iterator[Difference]:
    """*found*, each with the role and day of the last change of its field that only *new* has."""
    known = set(map(_said, old))
    fresh = sorted((one for one in new if _said(one) not in known), key=lambda one: one.dated or date.min)
    last = {(one.kind, one.id, one.field): one for one in fresh}
    for change in found:
        by = last.get((change.object_kind, change.object, change.field.partition(".")[0]))
        yield change if by is None else evolve(change, who=by.by or change.who, when=by.dated or change.when)


def _said(change: ObjectChange) -> tuple[object, ...]:
    return (change.kind, change.id, change.field, str(change.now), change.dated, change.by)
