"""Objects compared field by field: measures, goals, actions and all else that a plan holds beside its figures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from attrs import define, field

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.model.link import Link
from styrmodell.model.money import PlannedAmount
from styrmodell.model.plan import Plan
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, ChangeManner, Difference
from styrmodell.session.compare.field_words import PLAN, field_name, group_of
from styrmodell.session.compare.figures import moved, natural_style
from styrmodell.session.compare.identity import LATER, Identity, identities
from styrmodell.session.compare.names import Names, own_name
from styrmodell.session.compare.pairing import unequal
from styrmodell.session.compare.value_words import ValueWords, unit_of_field

# Before a field of a part, so that it is told from the part's key.
_INNER = "\x00"
# Told with what the later object says, and no changes of their own beside it.
_CARRIED = ("reason", "comment", "why", "by", "reporter")
_LISTS = frozenset(("observations", *(kind for kind, _ in OBJECT_KINDS)))


@define(kw_only=True, eq=False)
class ObjectChanges:
    """Tells the changes of objects."""

    names: Names
    words: ValueWords = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.words = ValueWords(names=self.names)

    def of(self, old: Plan, new: Plan) -> Iterator[Difference]:
        """The changes of the plan's own head, then those of its objects in the order a plan lists them."""
        yield from self.between(PLAN, new.id or old.id, old, new)
        for kind, _ in OBJECT_KINDS:
            yield from self._lists(kind, getattr(old, kind), getattr(new, kind))

    def _lists(self, kind: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
        before, after = identities(kind, old), identities(kind, new)
        for identity in dict.fromkeys((*before, *after)):
            gone, come = unequal(before.get(identity, []), after.get(identity, []))
            for one, other in zip(gone, come, strict=False):
                yield from self.between(kind, identity.text, one, other)
            yield from (self._whole(kind, identity, one, ChangeKind.REMOVED) for one in gone[len(come) :])
            for other in come[len(gone) :]:
                yield from self._come(kind, identity, before.get(identity, []), other)

    def _come(self, kind: str, identity: Identity, known: Sequence[Any], new: Any) -> Iterator[Difference]:
        """An object that was not there: a later version of one that was, where its kind has such."""
        later = [one for one in known if any(getattr(one, name) != getattr(new, name) for name in LATER.get(kind, ()))]
        if later:
            yield from self.between(kind, identity.text, later[-1], new)
        else:
            yield self._whole(kind, identity, new, ChangeKind.ADDED)

    def _whole(self, kind: str, identity: Identity, item: Any, how: ChangeKind) -> Difference:
        name = self._name(kind, item, identity.text)
        is_new = how is ChangeKind.ADDED
        sides = {"new": name, "new_source": item.source} if is_new else {"old": name, "old_source": item.source}
        told = _said(item, "")
        return Difference(
            group=ChangeGroup.OBJECT, kind=how, object_kind=kind, object=identity.text, name=name, **sides, **told
        )

    def between(self, kind: str, name: str, old: Any, new: Any) -> Iterator[Difference]:
        """What differs between two objects, field by field."""
        skipped = _LISTS if kind == PLAN else ()
        differs = [
            one.name
            for one in attrs.fields(type(new))
            if one.init and one.eq and one.name not in skipped and getattr(old, one.name) != getattr(new, one.name)
        ]
        later = [one for one in differs if one in LATER.get(kind, ())]
        told = [one for one in differs if one not in later and not (later and one in _CARRIED)] or later[:1]
        about = _About(
            words=self,
            kind=kind,
            id=name,
            name=self._name(kind, new, name),
            old=old,
            new=new,
            manner=ChangeManner.NEWER_VERSION if later and kind in LATER else None,
        )
        for one in told:
            yield from about.field(one)

    def _name(self, kind: str, item: Any, text: str) -> str:
        """What people call an object; one that only speaks of another is called as that."""
        parts = [own_name(item)] if kind not in _SPEAKS_OF else []
        for one in _SPEAKS_OF.get(kind, ()):
            value = getattr(item, one)
            if value is not None and value != ():
                parts.append(self.words.of(kind, one, value))
        return ", ".join(filter(None, parts)) or text


_SPEAKS_OF = {
    "targets": ("measure_id", "unit_id", "period", "dims"),
    "assessments": ("measure_id", "goal_id", "unit_id", "period"),
    "action_reports": ("action_id", "period"),
    "completed_steps": ("step", "unit_id", "period"),
    "it_projects": ("project_id",),
    "meetings": ("body", "date"),
}


@define(kw_only=True, eq=False)
class _About:
    """Tells the changes of one object's fields."""

    words: ObjectChanges
    kind: str
    id: str
    name: str
    old: Any
    new: Any
    manner: ChangeManner | None

    def field(self, name: str) -> Iterator[Difference]:
        """The changes of one field: one, or one for each of its parts."""
        old, new = getattr(self.old, name), getattr(self.new, name)
        items = (*old, *new) if isinstance(old, tuple) and isinstance(new, tuple) else ()
        if items and all(isinstance(one, PlannedAmount) for one in items):
            yield from self._amounts(name, old, new)
        elif items and all(_part_key(one) for one in items):
            yield from self._parts((name,), old, new)
        else:
            yield self._one((name,), old, new, unit_of_field(type(self.new), name, self.new))

    def _amounts(self, name: str, old: Iterable[PlannedAmount], new: Iterable[PlannedAmount]) -> Iterator[Difference]:
        """One change for each period and post whose amount is another."""
        before, after = _by_place(old), _by_place(new)
        for place in dict.fromkeys((*before, *after)):
            gone, come = unequal(before.get(place, []), after.get(place, []))
            for at in range(max(len(gone), len(come))):
                one = gone[at] if at < len(gone) else None
                other = come[at] if at < len(come) else None
                yield self._amount(name, place, one, other)

    def _amount(
        self, name: str, place: tuple[str, ...], old: PlannedAmount | None, new: PlannedAmount | None
    ) -> Difference:
        one = new or old
        assert one is not None
        unit = unit_of_field(PlannedAmount, "value", one)
        values = (old.value if old else None, new.value if new else None)
        if values[0] == values[1]:
            path = (name, *place)
            return self._change(path, ChangeGroup.OTHER, self._told(old), self._told(new))
        words = self.words.words.pair(self.kind, "value", *values, unit)
        path = (name, *place)
        style = natural_style(unit, *values)
        return self._change(path, ChangeGroup.FIGURE, *words, unit=unit, style=style, **moved(*values))

    def _told(self, amount: PlannedAmount | None) -> str:
        return "" if amount is None else self.words.words.object(self.kind, amount)

    def _parts(self, path: tuple[str, ...], old: Iterable[Any], new: Iterable[Any]) -> Iterator[Difference]:
        """Parts with keys of their own, field by field: perspectives, members, rows and columns."""
        before, after = _by_key(old), _by_key(new)
        if list(before) != list(after) and set(before) == set(after):
            yield self._change(path, ChangeGroup.OTHER, "; ".join(before), "; ".join(after))
        for key in dict.fromkeys((*before, *after)):
            one, other = before.get(key), after.get(key)
            if one is None or other is None:
                told = [self.words.words.object(self.kind, part) if part is not None else "" for part in (one, other)]
                yield self._change((*path, key), ChangeGroup.OTHER, *told)
                continue
            for inner in attrs.fields(type(other)):
                pair = getattr(one, inner.name), getattr(other, inner.name)
                if inner.eq and pair[0] != pair[1]:
                    yield self._one(
                        (*path, key, _INNER + inner.name), *pair, unit_of_field(type(other), inner.name, other)
                    )

    def _one(self, path: tuple[str, ...], old: Any, new: Any, unit: str) -> Difference:
        name = path[-1].removeprefix(_INNER)
        words = self.words.words.pair(self.kind, name, old, new, unit)
        group = group_of(self.kind, name, new if new not in (None, "", ()) else old)
        if not all(isinstance(value, Decimal | None) for value in (old, new)):
            return self._change(path, group, *words)
        style = natural_style(unit, old, new)
        return self._change(path, group, *words, unit=unit, style=style, **moved(old, new))

    def _change(self, path: tuple[str, ...], group: ChangeGroup, old: str, new: str, **known: Any) -> Difference:
        """A change of what stands at *path*: the field, the key of a part of it, and the part's own field."""
        first, *below = path
        words = (field_name(self.kind, first), *(_word(self.kind, one) for one in below))
        return Difference(
            group=group,
            object_kind=self.kind,
            object=self.id,
            name=self.name,
            field=".".join(part.removeprefix(_INNER) for part in path),
            field_name=" ".join(words),
            old=old,
            new=new,
            manner=self.manner,
            old_source=self.old.source,
            new_source=self.new.source,
            **_said(self.new, first),
            **known,
        )


def _word(kind: str, part: str) -> str:
    """A part of a path in words: a field of a part by its name, a key as it stands."""
    return field_name(kind, part.removeprefix(_INNER)) if part.startswith(_INNER) else part


def _part_key(item: Any) -> str:
    """The key of a part that has one; empty where it has none. A link is named by what it serves, and has none."""
    if isinstance(item, Link) or not attrs.has(type(item)):
        return ""
    return str(getattr(item, "id", "") or getattr(item, "key", ""))


def _by_key(items: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items:
        key, count = _part_key(item), 2
        while key in found:
            key, count = f"{_part_key(item)}-{count}", count + 1
        found[key] = item
    return found


def _by_place(amounts: Iterable[PlannedAmount]) -> dict[tuple[str, ...], list[PlannedAmount]]:
    found: dict[tuple[str, ...], list[PlannedAmount]] = {}
    for one in amounts:
        beside = (one.kind.value, one.version, one.post, "accumulated" if one.accumulated else "")
        found.setdefault((one.period.text, *(text for text in beside if text)), []).append(one)
    return found


def _said(item: Any, name: str) -> dict[str, Any]:
    """Who reported an object, when, and what was said of it."""
    day = getattr(item, "status_date", None) if name.startswith("status") else None
    when: date | None = day or getattr(item, "reported", None) or getattr(item, "dated", None)
    who = getattr(item, "reporter", "") or getattr(item, "by", "")
    comment = getattr(item, "reason", "") or getattr(item, "why", "") or getattr(item, "comment", "")
    # A decision's "reported" is what was told at the meeting.
    return {"who": who, "when": when if isinstance(when, date) else None, "comment": comment}
