"""What the workspace knows today of the objects and texts that forms ask for, and the ids that new ones get."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import define, field

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.lists.ids import id_from
from styrmodell.io.lists.kinds import list_kind
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.session.form.field import ObjectField, Setting
from styrmodell.session.form.register import FOLDER
from styrmodell.session.form.sheets import former_field, known_fields
from styrmodell.session.form.subjects import Subject, subjects
from styrmodell.session.workspace import Workspace


@define(kw_only=True, eq=False)
class KnownObjects:
    """The objects of a workspace, for the forms of one collecting."""

    workspace: Workspace
    _taken: set[str] = field(init=False)
    _subjects: dict[tuple[str, str, Period], Mapping[str, Subject]] = field(factory=dict)
    _fields: dict[tuple[str, Period], Mapping[str, ObjectField]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        plan = self.plan
        self._taken = {str(thing.id) for key, _ in OBJECT_KINDS for thing in getattr(plan, key) if hasattr(thing, "id")}

    @property
    def plan(self) -> Plan:
        """The workspace's plan."""
        return self.workspace.publisher.plan

    def setting(self, period: Period) -> Setting:
        """What the fields of a form of *period* depend on."""
        return Setting(plan=self.plan, profile=self.workspace.profile, period=period)

    def subjects(self, kind: str, unit: str, period: Period) -> Mapping[str, Subject]:
        """The unit's own of *kind*, by the id of their rows."""
        key = (kind, unit, period)
        if key not in self._subjects:
            self._subjects[key] = {one.id: one for one in subjects(kind, self.setting(period), unit)}
        return self._subjects[key]

    def field(self, kind: str, key: str, period: Period) -> ObjectField | None:
        """The field of the column *key* of a sheet of *kind*."""
        place = (kind, period)
        if place not in self._fields:
            self._fields[place] = known_fields(kind, self.setting(period))
        return self._fields[place].get(key) or former_field(kind, key, self.setting(period))

    def last_change(self, kind: str, name: str, field: str) -> ObjectChange | None:
        """The latest change of a field that was collected before."""
        changes = [one for one in self._changes.get((kind, name), ()) if one.field == field]
        return max(changes, key=lambda one: one.dated or date.min, default=None)

    @cached_property
    def _changes(self) -> Mapping[tuple[str, str], list[ObjectChange]]:
        found: dict[tuple[str, str], list[ObjectChange]] = {}
        for one in self.workspace.changes:
            found.setdefault((one.kind, one.id), []).append(one)
        return found

    def new_id(self, kind: str, name: str) -> str:
        """An id that nothing of the plan has: of the kind's word and the name, with a number where that is taken."""
        listed = list_kind(kind)
        prefix = listed.prefix if listed is not None else kind
        stem = made = id_from(prefix, name) or f"{prefix}-ny"
        number = 2
        while made in self._taken:
            made, number = f"{stem}-{number}", number + 1
        self._taken.add(made)
        return made


def is_collected(thing: Any) -> bool:
    """Whether a form told *thing* first."""
    source = getattr(thing, "source", None)
    return source is not None and source.file.startswith(f"{FOLDER}/")
