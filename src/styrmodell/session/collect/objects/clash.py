"""Two forms that speak of one object: told where they differ, and then neither is taken; once where they agree."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, evolve, field, fields, frozen

from styrmodell.finding import Finding
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.observation import Observation
from styrmodell.session.collect.codes import DIFFERENT_FORMS
from styrmodell.session.collect.compare import Compared
from styrmodell.session.collect.objects.edit import ObjectEdit, ObjectsCompared, is_column_of
from styrmodell.session.form.subjects import figure_id
from styrmodell.source import Source

_Key = tuple[object, ...]


def without_clashes(compared: Sequence[Compared]) -> tuple[list[Compared], list[tuple[str, Finding]]]:
    """The forms without what another contradicts or has told already, and (unit, finding) for each contradiction."""
    clashes = _Clashes()
    for one in compared:
        clashes.meet(one)
    return [evolve(one, objects=clashes.kept(one)) for one in compared], clashes.told


@frozen(kw_only=True)
class _Said:
    """Something that a form says: of which object, and in which field, where it is one; empty for all of it."""

    key: _Key
    value: object
    kind: str
    id: str
    field: str = ""

    def is_of(self, edit: ObjectEdit) -> bool:
        """Whether the cell *edit* says it."""
        is_one = (edit.kind, edit.id) == (self.kind, self.id) or (edit.is_new and edit.id == self.id)
        return is_one and (not self.field or is_column_of(edit.field, self.field))


@define(kw_only=True, eq=False)
class _Clashes:
    first: dict[_Key, tuple[object, str, str]] = field(factory=dict)
    bad: set[_Key] = field(factory=set)
    owner: dict[_Key, str] = field(factory=dict)
    told: list[tuple[str, Finding]] = field(factory=list)

    def meet(self, one: Compared) -> None:
        """Compare what *one* says with what other forms have said."""
        for said in _said(one.objects):
            edit = next((edit for edit in one.objects.edits if said.is_of(edit)), None)
            place, what = (edit.place, edit.what) if edit is not None else ("", said.id)
            value, file, other = self.first.setdefault(said.key, (said.value, one.form.file, place))
            owner = self.owner.setdefault(said.key, one.form.sha256)
            if owner != one.form.sha256 and value != said.value:
                self.bad.add(said.key)
                at = Source(file=one.form.file, place=place)
                told = DIFFERENT_FORMS.at(at, other=f"{file} {other}".strip(), cells=what)
                self.told.append((one.form.head["enhet"], told))

    def kept(self, one: Compared) -> ObjectsCompared:
        """What *one* is the first to say, and nobody contradicts."""
        objects = one.objects
        dropped = [said for said in _said(objects) if not self._holds(said.key, one)]
        keys = {said.key for said in dropped}
        return evolve(
            objects,
            revisions=tuple(it for it in objects.revisions if _revised(it) not in keys),
            additions=tuple(it for it in objects.additions if it.key not in keys),
            comments=tuple(it for it in objects.comments if _commented(it) not in keys),
            edits=tuple(edit for edit in objects.edits if not any(said.is_of(edit) for said in dropped)),
        )

    def _holds(self, key: _Key, one: Compared) -> bool:
        return key not in self.bad and self.owner.get(key) == one.form.sha256


def _said(objects: ObjectsCompared) -> Iterator[_Said]:
    """Everything that is said."""
    for change in objects.revisions:
        yield _Said(key=_revised(change), value=change.now, kind=change.kind, id=change.id, field=change.field)
    for one in objects.additions:
        name = getattr(one.thing, "name", "")
        yield _Said(key=one.key, value=_nameless(one.thing), kind=one.kind, id=str(name or one.of))
    for comment in objects.comments:
        yield _Said(key=_commented(comment), value=comment.comment, kind="observations", id=figure_id(comment))


def _nameless(thing: Any) -> object:
    """*thing* without what two forms may say of it each in its way: its id, and who told it."""
    own = {one.name for one in fields(type(thing))} & {"id", "project_id", "reporter", "by"}
    return evolve(thing, **dict.fromkeys(own, ""))


def _revised(change: ObjectChange) -> _Key:
    return (change.kind, change.id, change.field)


def _commented(comment: Observation) -> _Key:
    return ("comment", *comment.key)
