"""The sheets of a form that ask for objects and texts: which kinds there are, their fields, and their rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from styrmodell.errors import UnknownNameError
from styrmodell.model.ids import close_names
from styrmodell.report.form.object_sheet import FormRow, ObjectSheet
from styrmodell.session.form.field import AMOUNTS, ObjectField, Setting, amount_field, amount_of
from styrmodell.session.form.object_fields import (
    IMPACT,
    RATING,
    action_fields,
    activity_fields,
    assignment_fields,
    impact_field,
    investment_fields,
    it_project_fields,
    project_fields,
    rating_field,
    risk_fields,
)
from styrmodell.session.form.subjects import COMMENTS, Subject, subjects
from styrmodell.session.form.text_fields import assessment_fields, card_fields, comment_fields, section_fields
from styrmodell.session.overview import PLURALS

# Empty rows below those that are known.
BLANK_ROWS = 10
OBJECTS = ("risks", "projects", "it_projects", "investments", "assignments", "activities", "actions")
TEXTS = ("sections", "scorecards", "assessments", COMMENTS)
KINDS = (*OBJECTS, *TEXTS)
_WORDS: Mapping[str, str] = {kind: PLURALS.get(kind, "kommentarer") for kind in KINDS}
# "texter" is all that is written in words.
_ALL_TEXTS = "texter"


def title_of(kind: str) -> str:
    """What the sheet of *kind* is called."""
    word = _WORDS[kind]
    return f"{word[:1].upper()}{word[1:]}"


def kinds_named(words: Iterable[str]) -> tuple[str, ...]:
    """The kinds that *words* name, Swedish or a key of a plan, in the order of a form's sheets.

    Raises:
        UnknownNameError: A word that names none.
    """
    known = {word.casefold(): kind for kind, word in _WORDS.items()} | {kind: kind for kind in KINDS}
    found: set[str] = set()
    for word in (part.strip().casefold() for words_ in words for part in words_.split(",")):
        if word == _ALL_TEXTS:
            found |= set(TEXTS)
        elif word in known:
            found.add(known[word])
        elif word:
            raise UnknownNameError("objects", word, close_names(word, (*known, _ALL_TEXTS)))
    return tuple(kind for kind in KINDS if kind in found)


def fields_of(kind: str, setting: Setting, things: Iterable[Any]) -> tuple[ObjectField, ...]:
    """The fields of a sheet of *kind* whose rows are *things*; of IT projects their projects."""
    if kind == "risks":
        return tuple(risk_fields(setting, things))
    if kind == "projects":
        return tuple(project_fields(setting, things))
    if kind == "it_projects":
        return tuple(it_project_fields(setting, things))
    if kind == "investments":
        return tuple(investment_fields(setting, things))
    if kind == "sections":
        return tuple(section_fields())
    return _without_rows(kind, setting)


def _without_rows(kind: str, setting: Setting) -> tuple[ObjectField, ...]:
    """The fields of kinds whose columns are the same whatever the rows hold."""
    if kind == "assignments":
        return tuple(assignment_fields(setting))
    if kind == "activities":
        return tuple(activity_fields())
    if kind == "actions":
        return tuple(action_fields(setting))
    if kind == "scorecards":
        return tuple(card_fields())
    return tuple(assessment_fields(setting) if kind == "assessments" else comment_fields(setting))


def known_fields(kind: str, setting: Setting) -> Mapping[str, ObjectField]:
    """Column key → field, for all that the plan has of *kind*."""
    things = getattr(setting.plan, "projects" if kind == "it_projects" else kind, ())
    return {one.column.key: one for one in fields_of(kind, setting, things)}


def former_field(kind: str, key: str, setting: Setting) -> ObjectField | None:
    """The field of a form's column *key* that no object of today has a column for; None for none."""
    holder = "projects" if kind == "it_projects" else kind
    if key.startswith(IMPACT):
        return impact_field(holder, key.removeprefix(IMPACT))
    if key.startswith(RATING):
        return rating_field(key.removeprefix(RATING), setting)
    try:
        return amount_field(holder, amount_of(key)) if key.startswith(f"{AMOUNTS}|") else None
    except ValueError:
        return None


def object_sheet(kind: str, setting: Setting, unit: str, others: Iterable[str] = ()) -> ObjectSheet:
    """The sheet that asks *unit* for its *kind*."""
    rows = subjects(kind, setting, unit, others)
    fields = fields_of(kind, setting, [row.first for row in rows])
    may_add = kind in OBJECTS
    return ObjectSheet(
        kind=kind,
        title=title_of(kind),
        columns=tuple(one.column for one in fields),
        rows=tuple(FormRow(id=row.id, cells=_cells(row, fields)) for row in rows),
        may_add=may_add,
        blank=BLANK_ROWS if may_add else 0,
    )


def _cells(row: Subject, fields: Iterable[ObjectField]) -> dict[str, Any]:
    return {one.column.key: one.shown(row.things.get(one.kind)) for one in fields}
