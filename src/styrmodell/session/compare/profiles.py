"""Profiles compared: words of levels and versions, value lists, scales and the calendar."""

from collections.abc import Iterator

from attrs import evolve

from styrmodell.model.profile import Profile
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.field_words import PROFILE, field_name
from styrmodell.session.compare.objects import ObjectChanges

# Fields of (name, words) pairs: each list is a change of its own.
_PAIRS = ("value_lists", "scales")


def profile_changes(old: Profile, new: Profile, objects: ObjectChanges) -> Iterator[Difference]:
    """What differs between two profiles: field by field, list by list and step by step."""
    name = new.key or old.key
    alike = {pair: getattr(new, pair) for pair in _PAIRS}
    for change in objects.between(PROFILE, name, evolve(old, **alike), new):
        yield evolve(change, name=new.name or name)
    for field in _PAIRS:
        yield from _lists(field, old, new)


def _lists(field: str, old: Profile, new: Profile) -> Iterator[Difference]:
    before, after = dict(getattr(old, field)), dict(getattr(new, field))
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) == after.get(key):
            continue
        kind = ChangeKind.ADDED if key not in before else ChangeKind.REMOVED if key not in after else ChangeKind.CHANGED
        yield Difference(
            group=ChangeGroup.OTHER,
            kind=kind,
            object_kind=PROFILE,
            object=new.key or old.key,
            name=new.name or new.key or old.key,
            field=f"{field}.{key}",
            field_name=f"{field_name(PROFILE, field)} {key}",
            old=_words(before.get(key)),
            new=_words(after.get(key)),
            old_source=old.source,
            new_source=new.source,
        )


def _words(words: tuple[str, ...] | None) -> str:
    return ", ".join(words or ())
