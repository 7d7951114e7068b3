"""generic.uppdrag and generic.projekt: assignments with their report-back, and the portfolio of projects."""

from collections.abc import Iterator

from styrmodell.finding import Text
from styrmodell.model.assignment import Assignment
from styrmodell.model.expression import ref, row, total
from styrmodell.model.lifting.lifted_measures import OBJECT, PROJECT
from styrmodell.model.project import Project
from styrmodell.model.table_spec import Note, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage
from styrmodell.report.generic.columns import amount_columns
from styrmodell.report.generic.investments import SIGNS
from styrmodell.report.generic.plain_report import (
    Names,
    in_order,
    late_word,
    listed,
    own,
    plain_report,
    words_of,
    work_word,
)
from styrmodell.report.list_spec import Field, ListSpec


def _assignments(context: Context) -> Iterator[Block]:
    items, names = own(context, context.plan.assignments), Names(plan=context.plan)
    every: tuple[Field[Assignment], ...] = (
        Field(key="namn", label="Uppdrag", get=lambda one: f"{one.nr} {one.name}".strip()),
        Field(key="givet", label="Givet av", get=lambda one: ", ".join(one.given_by)),
        Field(key="beslut", label="Beslut", get=lambda one: names.decisions(one.decisions)),
        Field(key="mottagare", label="Mottagare", get=lambda one: one.addressee or names.unit(one.unit_id)),
        Field(key="mal", label="Mål", get=lambda one: names.goals(one.goals)),
        Field(key="tid", label="Återrapporteras", get=lambda one: one.due or one.due_meeting),
        Field(key="aterrapporterat", label="Återrapporterat", get=lambda one: names.decisions(one.reports)),
        Field(key="status", label="Status", get=lambda one: "Avslutat" if one.closed_by else work_word(one.status)),
        Field(key="forsenat", label="Återrapportering", get=lambda one: _late(one, context)),
        Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
    )
    spec = ListSpec(key="uppdrag", caption="Uppdrag", items=items, key_of=lambda one: one.id, fields=every)
    yield NewPage(landscape=True)
    yield listed(context, spec, ("mottagare", "tid", "status"))


def _late(one: Assignment, context: Context) -> str:
    """An assignment is late until it has been reported back or closed."""
    return late_word(one.due, context.as_of, is_done=bool(one.reports or one.closed_by))


def _projects(context: Context) -> Iterator[Block]:
    names = Names(plan=context.plan)
    listed_in = ("projektkategori", "omfattning", "finansieringsform")
    categories, extents, financing = (words_of(context, name) for name in listed_in)
    items = in_order(own(context, context.plan.projects), categories, lambda one: one.category)
    every: tuple[Field[Project], ...] = (
        Field(key="namn", label="Projekt", get=lambda one: f"{one.project_nr or one.nr} {one.name}".strip()),
        Field(key="enhet", label="Enhet", get=lambda one: names.unit(one.unit_id) or one.area),
        Field(key="kategori", label="Kategori", get=lambda one: one.category, choices=categories),
        Field(key="omfattning", label="Omfattning", get=lambda one: one.extent, choices=extents),
        Field(key="finansiering", label="Finansiering", get=lambda one: one.financing, choices=financing),
        Field(key="mal", label="Mål", get=lambda one: names.goals(one.goals)),
        Field(key="ansvarig", label="Ansvarig", get=lambda one: one.owner),
        Field(key="start", label="Start", get=lambda one: one.start),
        Field(key="slut", label="Slut", get=lambda one: one.end),
        Field(key="status", label="Status", get=lambda one: work_word(one.status)),
        Field(key="belopp-text", label="Belopp", get=lambda one: one.amount_text),
    )
    spec = ListSpec(key="projekt", caption="Projekt", items=items, key_of=lambda one: one.id, fields=every)
    yield NewPage(landscape=True)
    yield listed(context, spec, ("ansvarig", "status"))
    costly = tuple(one for one in items if one.amounts)
    if costly:
        yield context.table(_costs(costly))


def _costs(items: tuple[Project, ...]) -> TableSpec:
    """What the projects cost, year by year; an outlay is printed with plus."""
    rows = tuple(Row(key=one.id, label=one.name, cell=-ref(PROJECT, dims=((OBJECT, one.id),))) for one in items)
    return TableSpec(
        key="belopp",
        caption="Projektens utgifter",
        row_header="Projekt",
        scale="tkr",
        notes=(Note(text=SIGNS),),
        columns=amount_columns(one for item in items for one in item.amounts),
        rows=(*rows, Row(key="summa", label="Summa", level="total", cell=total(row(one.id) for one in items))),
    )


ASSIGNMENTS = plain_report(
    "generic.uppdrag", Text(sv="Uppdragslista", en="Assignments"), _assignments, lambda plan: plan.assignments
)
PROJECTS = plain_report(
    "generic.projekt", Text(sv="Projektportfölj", en="Project portfolio"), _projects, lambda plan: plan.projects
)
