"""Which objects and texts a form asks a unit for: by name, by the lists of its reports, and by what the unit has."""

from collections.abc import Iterable, Iterator

from styrmodell.model.ids import slug
from styrmodell.model.plan import Plan
from styrmodell.report.form.object_sheet import ObjectSheet
from styrmodell.report.table import Table
from styrmodell.session.form.field import Setting
from styrmodell.session.form.sheets import KINDS, OBJECTS, object_sheet, title_of
from styrmodell.session.form.subjects import subjects

_MOST_ROLES = 6


def listed_kinds(plan: Plan, tables: Iterable[Table]) -> tuple[str, ...]:
    """The kinds of objects that *tables* list: by the ids that name their rows, or by the word that is their key.

    A block of several rows for one object has keys like "projekt-1.kostn".
    """
    ids = {kind: frozenset(_ids(plan, kind)) for kind in OBJECTS}
    found: set[str] = set()
    for table in tables:
        rows = {name for row in table.rows for name in (row.key, row.key.partition(".")[0])}
        by_rows = {kind for kind in OBJECTS if rows & ids[kind]}
        # A project that is an IT project is told by its own list alone.
        if "it_projects" in by_rows and rows & ids["projects"] <= ids["it_projects"]:
            by_rows.discard("projects")
        found |= by_rows or {kind for kind in OBJECTS if _is_named(table.key, kind)}
    return tuple(kind for kind in KINDS if kind in found)


def _ids(plan: Plan, kind: str) -> Iterator[str]:
    name = "project_id" if kind == "it_projects" else "id"
    yield from (str(getattr(thing, name)) for thing in getattr(plan, kind))


def _is_named(key: str, kind: str) -> bool:
    """Whether a table's key is the word for *kind*, alone or with more after a hyphen: "projekt-hjalpmedel"."""
    word = slug(title_of(kind))
    return key == word or key.startswith(f"{word}-")


def sheets_for(setting: Setting, unit: str, kinds: Iterable[str], *, with_empty: bool) -> tuple[ObjectSheet, ...]:
    """The sheets that ask *unit* for *kinds*.

    Args:
        with_empty: Whether a kind that the unit has nothing of gets a sheet, where rows may be added.
    """
    named = tuple(kinds)
    sheets = (object_sheet(kind, setting, unit, named) for kind in named)
    return tuple(one for one in sheets if one.rows or (with_empty and one.may_add))


def has_any(setting: Setting, unit: str, kinds: Iterable[str]) -> bool:
    """Whether *unit* has anything of *kinds*."""
    return any(subjects(kind, setting, unit) for kind in kinds)


def roles_of(setting: Setting, unit: str, sheets: Iterable[ObjectSheet]) -> tuple[str, ...]:
    """The roles that answer for what the sheets ask for, the first few."""
    things = (thing for sheet in sheets for row in subjects(sheet.kind, setting, unit) for thing in row.things.values())
    roles = dict.fromkeys(getattr(thing, "owner", "") or getattr(thing, "addressee", "") for thing in things)
    return tuple(role for role in roles if role)[:_MOST_ROLES]
