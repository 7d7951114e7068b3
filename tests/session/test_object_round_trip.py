"""Laws: a form that nobody changes changes nothing; the fields that are changed, and no others, are what load gives."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.session.object_books import EVERYTHING, change, codes, make_form, make_workspace, taken

from styrmodell.api import load
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.report.form.object_sheet import Entry, FormColumn
from styrmodell.session.form.field import Setting
from styrmodell.session.form.sheets import kinds_named, known_fields, object_sheet, title_of

# What makes a new record, which needs more than one cell to be whole; tests of their own speak of those.
_RECORDS = ("assessments", "comments")
# A formula is no text, and neither is an error value or a row of spaces; a semicolon parts words.
_LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip()) and text.strip()[0] not in "=#" and ";" not in text
)
_LINES = st.lists(_LETTERS, min_size=1, max_size=3).map("\n".join)


@cache
def sent() -> Path:
    base = Path(tempfile.mkdtemp(prefix="rundtur"))
    make_form(make_workspace(base), base / "ut")
    return base


@cache
def cells() -> tuple[tuple[str, str, str, FormColumn], ...]:
    """(kind, id, sheet, column) of every cell that can be filled in, but those of records."""
    return tuple(_cells(setting()))


@cache
def setting() -> Setting:
    workspace = load(sent() / "ws")
    assert workspace.plan is not None
    return Setting(plan=workspace.plan, profile=workspace.profile, period=Period.parse("2020"))


def _cells(known: Setting) -> Iterator[tuple[str, str, str, FormColumn]]:
    for kind in kinds_named(EVERYTHING):
        sheet = object_sheet(kind, known, "v", kinds_named(EVERYTHING)) if kind not in _RECORDS else None
        for row in sheet.rows if sheet is not None else ():
            for column in sheet.columns:
                # Half a score is none, and is told.
                if column.entry is not Entry.SHOWN and not column.key.startswith(("before.", "after.")):
                    yield kind, row.id, title_of(kind), column


def contents(column: FormColumn) -> st.SearchStrategy[Any]:
    """What a person may write in a column."""
    if column.words and column.entry in (Entry.WORD, Entry.WORDS, Entry.MARK):
        return st.sampled_from(column.words)
    by_entry: Mapping[Entry, st.SearchStrategy[Any]] = {
        Entry.DAY: st.dates(date(2000, 1, 1), date(2090, 12, 31)),
        Entry.MONEY: st.decimals(-999, 999, places=1, allow_nan=False).map(float),
        Entry.NUMBER: st.decimals(0, 99, places=2, allow_nan=False).map(float),
        Entry.WHOLE: st.integers(0, 99),
        Entry.LONG: _LINES,
        Entry.LINES: _LINES,
    }
    return by_entry.get(column.entry, _LETTERS)


@st.composite
def changes(draw: st.DrawFn) -> dict[tuple[str, str, str, FormColumn], Any]:
    """Some cells, and what is written in each."""
    places = draw(st.lists(st.sampled_from(cells()), min_size=1, max_size=8, unique=True))
    return {place: draw(contents(place[3])) for place in places}


def collected(written: Mapping[tuple[str, str, str, FormColumn], Any]) -> tuple[Plan, Plan, list[str], int]:
    """The plan before and after, what was told, and how many cells said something new."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "b"
        shutil.copytree(sent(), base)
        before = load(base / "ws").plan
        put = {(sheet, name, column.label): content for (_, name, sheet, column), content in written.items()}
        accepted = [f"{kind}/{name}/{column.key}" for kind, name, _, column in written]
        done = taken(base / "ws", change(base / "ut" / "formular.v.2020.xlsx", put), accept=accepted)
        loaded = load(base / "ws")
        assert loaded.plan == load(base / "ws").plan
        assert not loaded.findings.starting("SM1")
        assert before is not None
        assert loaded.plan is not None
        return before, loaded.plan, codes(done), len(done.edits)


def fields(plan: Plan) -> dict[tuple[str, str, str], Any]:
    """(kind, id, field) → value of every object that has an id."""
    found: dict[tuple[str, str, str], Any] = {}
    for part in attrs.fields(Plan):
        for thing in getattr(plan, part.name) if isinstance(getattr(plan, part.name), tuple) else ():
            name = getattr(thing, "id", None) or getattr(thing, "project_id", None)
            if name is not None:
                found |= {
                    (part.name, str(name), one.name): getattr(thing, one.name) for one in attrs.fields(type(thing))
                }
    return {key: value for key, value in found.items() if key[2] != "source"}


def test_a_form_that_nobody_changed_changes_nothing() -> None:
    before, after, told, edits = collected({})
    assert (after, told, edits) == (before, [], 0)


@given(written=changes())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_just_what_was_changed_is_what_load_gives(written: dict[tuple[str, str, str, FormColumn], Any]) -> None:
    before, after, told, edits = collected(written)
    assert told == []
    was, now = fields(before), fields(after)
    assert was.keys() == now.keys()
    for (kind, name, _, column), content in written.items():
        assert plain(held(after, kind, name, column)) == plain(content), column.label
    changed = {(key[1], key[2]) for key in was if was[key] != now[key]}
    assert changed <= {(name, part) for _, name, _, column in written for part in parts(column.key)}
    assert (not edits) == (after == before)


def parts(key: str) -> tuple[str, ...]:
    """The fields of the model that a column changes."""
    part = key.replace("|", ".").partition(".")[0]
    return ("status", "status_text") if part == "status" else (part,)


def held(plan: Plan, kind: str, name: str, column: FormColumn) -> object:
    """What the form of today would show in the cell."""
    asked = known_fields(kind, setting())[column.key]
    if asked.kind == "action_reports":
        reports = [one for one in plan.action_reports if one.action_id == name]
        return asked.shown(max(reports, key=lambda one: one.reported or date.min))
    things = getattr(plan, asked.kind)
    names = ("id", "project_id")
    return asked.shown(next(one for one in things if name in [getattr(one, each, None) for each in names]))


def plain(content: object) -> object:
    """A content without the spaces that say nothing, a number exactly."""
    if isinstance(content, str):
        return " ".join(content.split())
    return Decimal(str(content)) if isinstance(content, float) else content
