"""dalarna.efterlevnad: steps of the calendar, reports that have not come, assignments, and decisions by kind."""

from collections.abc import Iterable, Iterator, Sequence

from styrmodell.api import (
    Block,
    CalendarRow,
    Contents,
    Context,
    Document,
    Findings,
    Head,
    Heading,
    NewPage,
    Paragraph,
    Period,
    Plan,
    ReportSpec,
    StepStanding,
    Text,
    UnitId,
)
from styrmodell_dalarna.efterlevnad import assignments, steps
from styrmodell_dalarna.handlingsplan import decisions
from styrmodell_dalarna.handlingsplan.book import Book
from styrmodell_dalarna.rapport.writer import lacking

REPORT = "dalarna.efterlevnad"
TITLE = "Efterlevnad"


def _build(context: Context) -> Document:
    book = Book(context=context)
    blocks = tuple(_blocks(book))
    return Document(
        title=f"{TITLE} {context.period.text}",
        head=Head(
            dnr=context.plan.dnr,
            subtitle=context.unit.name,
            facts=(
                ("Enhet", context.unit.name),
                ("Avser", context.period.text),
                ("Läget per", context.as_of.isoformat()),
            ),
            footer=context.unit.name,
        ),
        blocks=(Contents(levels=1), *blocks),
        findings=Findings(book.doubts),
    )


def _blocks(book: Book) -> Iterator[Block]:
    context, on = book.context, book.context.as_of
    yield NewPage(landscape=True)
    rows, found = context.calendar(), assignments.followed(book, on)
    yield Heading(text="Läget")
    yield Paragraph(text=_standing(rows, found))
    yield Heading(text="Årshjulet")
    if rows:
        yield context.table(steps.units_table(rows, on))
        yield Heading(text="Rapporter och steg som saknas", level=2)
        if any(row.standing is StepStanding.LACKING for row in rows):
            yield context.table(steps.lacking_table(rows, on))
        else:
            yield Paragraph(text="Inget steg saknas.")
        yield NewPage(landscape=True)
        yield Heading(text="Steg för steg")
        yield from steps.each_step(context, rows)
    else:
        yield lacking("steg i årshjulet (calendar)")
    yield NewPage(landscape=True)
    yield Heading(text="Uppdrag")
    yield context.table(assignments.table(book, found, on)) if found else lacking("uppdrag")
    yield NewPage(landscape=True)
    yield Heading(text="Beslut")
    yield from decisions.section(book)


def _standing(rows: Sequence[CalendarRow], found: Sequence[assignments.Followed]) -> str:
    """How much is done and how much lacks, in a sentence each."""
    done = sum(row.standing is StepStanding.DONE for row in rows)
    late = sum(row.standing is StepStanding.LACKING for row in rows)
    missed = sum(one.standing == assignments.LATE for one in found)
    return (
        f"Av årshjulets {len(rows)} steg är {done} klara, och {late} saknas fast dagen har gått. Av {len(found)} "
        f"uppdrag är {missed} inte återrapporterade i tid."
    )


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """The plan's own unit, where the plan has anything to follow."""
    has_any = bool(plan.calendar or plan.completed_steps or plan.assignments or plan.decisions)
    return ((plan.unit_id, plan.period),) if has_any else ()


FOLLOW_THROUGH = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Follow-through"),
    build=_build,
    instances=_instances,
)
