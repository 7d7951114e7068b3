"""dalarna.handlingsplan: the plan for an economy in balance, for the region and for each body that has actions."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
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
    Text,
    UnitId,
)
from styrmodell_dalarna.handlingsplan import decisions, gaps, levels, lines, others, series, sums, waterfall
from styrmodell_dalarna.handlingsplan.book import Book
from styrmodell_dalarna.handlingsplan.tables import signed_table
from styrmodell_dalarna.rapport.writer import lacking

REPORT = "dalarna.handlingsplan"
TITLE = "Handlingsplan för ekonomi i balans"
_BODY = "nämnd"


def _build(context: Context) -> Document:
    book = Book(context=context)
    blocks = tuple(_blocks(book))
    plan = context.plan
    return Document(
        title=f"{TITLE} {context.period.text}",
        head=Head(
            dnr=plan.dnr,
            body=plan.body,
            paragraph=plan.paragraph,
            subtitle=context.unit.name,
            facts=(("Enhet", context.unit.name), ("Avser", context.period.text), ("Per", context.as_of.isoformat())),
            footer=context.unit.name,
        ),
        blocks=(Contents(levels=1), *blocks),
        findings=Findings.gather(book.plan.findings, book.doubts),
    )


def _blocks(book: Book) -> Iterator[Block]:
    yield NewPage(landscape=True)
    yield Heading(text="Planen som helhet")
    yield from _whole(book)
    yield NewPage(landscape=True)
    yield Heading(text="Åtgärder")
    yield from _actions(book)
    yield NewPage(landscape=True)
    yield Heading(text="Vad som saknas")
    found = gaps.gaps(book)
    yield book.context.table(gaps.table(found)) if found else Paragraph(text="Ingen åtgärd har någon brist.")
    yield NewPage(landscape=True)
    yield Heading(text="Redovisningar")
    reports = series.points(book)
    if reports:
        yield signed_table(book.context, series.table(reports), ("beraknad",))
    else:
        yield lacking("redovisningar av planen")
    yield NewPage(landscape=True)
    yield Heading(text="Beslut")
    yield from decisions.section(book)
    yield from _more(book)


def _whole(book: Book) -> Iterator[Block]:
    tally = book.plan.tally
    yield Paragraph(
        text=f"Planen har {tally.actions} åtgärder som räknas. {tally.repeated} åtgärder redovisas också av en annan "
        f"enhet och räknas inte, och {tally.parts} är delar av andra."
    )
    if book.plan.levels:
        yield signed_table(book.context, levels.table(book), ("avvikelse", "forandring"))
        yield from waterfall.of_level(book)
    else:
        yield Paragraph(
            text="Ingen enhet har lämnat mål och prognos för planen som helhet: den är summan av åtgärderna."
        )
    if not book.plan.lines:
        return
    yield Heading(text="Summor", level=2)
    yield signed_table(book.context, sums.feasible(book), ("avvikelse",))
    yield from sums.told_apart(book)


def _actions(book: Book) -> Iterator[Block]:
    if not book.plan.lines:
        yield lacking("åtgärder för enheten eller någon under den")
        return
    yield signed_table(book.context, lines.figures(book), ("avvikelse", "forandring"))
    yield NewPage(landscape=True)
    yield book.context.table(lines.grounds(book))
    yield from waterfall.of_actions(book)


def _more(book: Book) -> Iterator[Block]:
    """The figures and the running text that the workspace's settings ask for."""
    told = others.told(book)
    if told:
        yield NewPage(landscape=True)
        yield Heading(text="Övriga uppgifter")
        yield book.context.table(others.table(told))
    names = book.setting("avsnitt")
    headings = {str(one.id): one.heading for one in book.context.plan.sections}
    if names and book.context.unit.id == book.context.plan.unit_id:
        yield NewPage()
        for name in names:
            text = book.context.narrative(name)
            book.doubts.extend(text.findings)
            yield Heading(text=headings.get(name, name))
            yield from text.blocks or (lacking(f"avsnittet {name}"),)


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """The plan's own unit, and each body with actions; nothing for a plan that has none."""
    if not plan.actions:
        return ()
    parents = {one.id: one.parent_id for one in plan.units}
    holders: set[UnitId] = set()
    for action in plan.actions:
        at: UnitId | None = action.unit_id
        while at is not None and at not in holders:
            holders.add(at)
            at = parents.get(at)
    bodies = (one.id for one in plan.units if one.level == _BODY and one.id in holders)
    return tuple((unit, plan.period) for unit in dict.fromkeys((plan.unit_id, *bodies)))


ACTION_PLAN = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Plan for an economy in balance"),
    build=_build,
    instances=_instances,
)
