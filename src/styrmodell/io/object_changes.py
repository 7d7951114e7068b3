"""Changes of objects: read from the key changes of YAML files, and laid over the objects that other files told.

The object's own file stays as it is. A change says what the field held and what it holds since, so that both can be
shown; laying the same change over twice gives the same object.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import attrs
from attrs import define, evolve, field

from styrmodell.finding import Finding
from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.converter import key_of, yaml_keys
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.model_converter import ModelConverter
from styrmodell.io.object_change_codes import CHANGE_OF_NOTHING, OTHER_BEFORE
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.value_codes import UNKNOWN_WORD
from styrmodell.io.values import date_value, shape
from styrmodell.io.yaml_nodes import Path
from styrmodell.model.ids import near_names
from styrmodell.model.object_change import ObjectChange
from styrmodell.source import Source

CHANGES = "changes"
KEYS = ("kind", "id", "field", "was", "now", "dated", "by", "form")
_NEEDED = ("kind", "id", "field")
# What is needed to build an object at all, whatever it says: only the changed field is taken from it.
_STUB: Mapping[str, str] = {"id": "x", "name": "x", "heading": "x", "unit": "x", "period": "2000", "project": "x"}
_IDS: Mapping[str, str] = {"it_projects": "project_id"}
CHANGEABLE: Mapping[str, type[Any]] = {
    key: cls
    for key, cls in OBJECT_KINDS
    if key
    in (
        "goals",
        "scorecards",
        "assignments",
        "activities",
        "actions",
        "risks",
        "projects",
        "it_projects",
        "investments",
        "sections",
    )
}
Tell = Callable[[Path, BadValueError], None]
Objects = dict[str, tuple[Any, ...]]


def id_field(kind: str) -> str:
    """The field that names an object of *kind*."""
    return _IDS.get(kind, "id")


@define(kw_only=True)
class ChangeReader:
    """Reads the changes of one file.

    A change is written in the model's own values, whatever the notation and scale of its file: it says again what
    another file said in its way.

    Attributes:
        converter: That of the model's values.
        tell: Takes what is wrong, with its path in the file.
        source: Gives the source of a path.
    """

    converter: ModelConverter = field(factory=ModelConverter)
    tell: Tell
    source: Callable[[Path], Source]

    def read(self, items: Iterable[Any]) -> tuple[ObjectChange, ...]:
        """The changes that are without fault."""
        read = (self._change((CHANGES, index), item) for index, item in enumerate(items))
        return tuple(change for change in read if change is not None)

    def _change(self, path: Path, item: Any) -> ObjectChange | None:
        if not isinstance(item, dict):
            self.tell(path, shape(item, "nycklar med värden", "keys with values"))
            return None
        for key in item:
            if key not in KEYS:
                self.tell((*path, key), BadValueError(UNKNOWN_KEY, **suggestions(str(key), KEYS)))
        lacking = [key for key in _NEEDED if not item.get(key)] + [key for key in ("now",) if key not in item]
        for key in lacking:
            self.tell((*path, key), BadValueError(MISSING_KEY, key=key))
        cls = CHANGEABLE.get(str(item.get("kind")))
        if lacking or cls is None or item["field"] not in yaml_keys(cls):
            known = CHANGEABLE if cls is None else yaml_keys(cls)
            word = str(item.get("kind" if cls is None else "field", ""))
            if not lacking:
                self.tell(path, BadValueError(UNKNOWN_WORD, **suggestions(word, known)))
            return None
        return self._built(path, item, cls)

    def _built(self, path: Path, item: dict[str, Any], cls: type[Any]) -> ObjectChange | None:
        name = next(one.name for one in attrs.fields(cls) if key_of(one.name) == item["field"])
        parts = {key: self._value((*path, key), cls, name, item.get(key)) for key in ("was", "now")}
        dated = self._day((*path, "dated"), item.get("dated"))
        if None in (parts["was"], parts["now"]) or dated is None:
            return None
        return ObjectChange(
            kind=item["kind"],
            id=str(item["id"]).strip(),
            field=name,
            was=getattr(parts["was"], name),
            now=getattr(parts["now"], name),
            dated=None if dated is date.min else dated,
            by=str(item.get("by") or "").strip(),
            form=str(item.get("form") or "").strip(),
            source=self.source(path),
        )

    def _value(self, path: Path, cls: type[Any], name: str, tree: Any) -> Any:
        """An object that holds the value in its field *name*; None, and told, where it cannot be read."""
        needed = {key_of(one.name) for one in attrs.fields(cls) if one.default is attrs.NOTHING}
        stub = {key: text for key, text in _STUB.items() if key in needed}
        given = {} if tree is None else {key_of(name): tree}
        built, faults = self.converter.structure({**stub, **given}, cls, Source())
        for below, bad in faults:
            self.tell((*path, *below[1:]), bad)
        return built

    def _day(self, path: Path, text: Any) -> date | None:
        """The day; date.min where nobody said, None where it is none."""
        if text is None:
            return date.min
        try:
            return date_value(text)
        except BadValueError as bad:
            self.tell(path, bad)
            return None


def lay_changes(
    objects: Mapping[str, tuple[Any, ...]], changes: Iterable[ObjectChange]
) -> tuple[Objects, list[Finding]]:
    """*objects* with *changes* laid over them, the oldest first, and what does not go together (SM153, SM154)."""
    found, told = dict(objects), list[Finding]()
    for change in sorted(changes, key=lambda one: one.dated or date.min):
        things = list(found.get(change.kind, ()))
        name = id_field(change.kind)
        place = next((at for at, thing in enumerate(things) if getattr(thing, name) == change.id), None)
        if place is None:
            near = near_names(change.id, (str(getattr(thing, name)) for thing in things))
            told.append(CHANGE_OF_NOTHING.at(change.source, kind=change.kind, name=change.id, near=near))
            continue
        held = getattr(things[place], change.field)
        if held not in (change.was, change.now):
            told.append(_other_before(change, things[place], held))
        if held != change.now:
            things[place] = _changed(things[place], change)
            found[change.kind] = tuple(things)
    return found, told


def _changed(thing: Any, change: ObjectChange) -> Any:
    """*thing* with the change; its source says where the object was told, and where it was changed."""
    when = f" {change.dated}" if change.dated is not None else ""
    told = f"{key_of(change.field)} ändrat{when} i {change.source}"
    source = evolve(thing.source, place=", ".join(part for part in (thing.source.place, told) if part))
    return evolve(thing, **{change.field: change.now}, source=source)


def _other_before(change: ObjectChange, thing: Any, held: Any) -> Finding:
    return OTHER_BEFORE.at(
        change.source,
        name=change.id,
        field=key_of(change.field),
        found=shorten(str(held)),
        expected=shorten(str(change.was)),
        other=str(thing.source),
    )
