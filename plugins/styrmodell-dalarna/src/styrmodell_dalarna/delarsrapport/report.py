"""dalarna.delarsrapport-lag: the region's interim report to fullmäktige and the auditors."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
    Cell,
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
    Relation,
    ReportSpec,
    Table,
    Text,
    UnitId,
)
from styrmodell_dalarna.delarsrapport import statements, stewardship
from styrmodell_dalarna.delarsrapport.law import LAW, REGION, check_law, delivery_of, months_of_year
from styrmodell_dalarna.profile import PROFILES
from styrmodell_dalarna.rapport import investments, summary
from styrmodell_dalarna.rapport.writer import Writer, lacking
from styrmodell_dalarna.rapportslag import report_kinds

REPORT = "dalarna.delarsrapport-lag"
TITLE = "Delårsrapport"
_TEXTS = (("handelser", "Händelser av väsentlig betydelse"), ("utveckling", "Förväntad utveckling"))


def _build(context: Context) -> Document:
    writer = Writer(context=context)
    blocks = tuple(_blocks(writer))
    delivery = delivery_of(context)
    told = delivery.day.isoformat() if delivery.day is not None else "inte angivet"
    return Document(
        title=f"{TITLE} {writer.months.words}",
        head=Head(
            dnr=context.plan.dnr,
            subtitle=context.unit.name,
            facts=(
                ("Avser", writer.months.so_far_words),
                ("Till", delivery.to or "inte angivet"),
                ("Överlämnad", f"{told}, senast {delivery.last.isoformat()}"),
            ),
            footer=context.unit.name,
        ),
        blocks=(Contents(levels=1), *blocks),
        findings=Findings.gather(check_law(context), statements.check_balance(writer), writer.doubts),
        relations=tuple(_relations(blocks)),
        cover=True,
    )


def _blocks(writer: Writer) -> Iterator[Block]:
    yield NewPage()
    yield Heading(text="Om rapporten")
    yield from _about(writer)
    yield Heading(text="Sammanfattning")
    yield from summary.section(writer)
    for part, heading in _TEXTS:
        yield Heading(text=heading)
        yield from writer.text(part) or (lacking(f"avsnittet {part}-{writer.unit.id}-{writer.months.month.text}"),)
    yield NewPage(landscape=True)
    yield Heading(text="God ekonomisk hushållning")
    yield from stewardship.section(writer)
    yield NewPage(landscape=True)
    yield Heading(text="Resultaträkning")
    yield from statements.written(writer, statements.result_table(writer), "resultaträkning")
    yield NewPage()
    yield Heading(text="Balansräkning")
    yield from statements.written(writer, statements.balance_table(writer), "balansräkning")
    yield NewPage()
    yield Heading(text="Balanskravsutredning")
    yield from writer.text("balanskrav")
    yield from statements.written(writer, statements.requirement_table(writer), "balanskravsutredning")
    yield Heading(text="Redovisningsprinciper")
    yield from writer.text("principer") or (lacking("redovisningsprinciper"),)
    yield NewPage(landscape=True)
    yield Heading(text="Investeringar")
    yield from investments.section(writer)


def _about(writer: Writer) -> Iterator[Block]:
    context, delivery = writer.context, delivery_of(writer.context)
    months = months_of_year(context.period)
    yield Paragraph(text=f"Rapporten är regionens delårsrapport enligt {LAW}.")
    yield Paragraph(
        text=f"Perioden är {months} av årets 12 månader. Lagens period är minst hälften och högst två tredjedelar."
    )
    if delivery.day is None:
        yield Paragraph(text=f"Underlag saknas: när rapporten överlämnades. Det ska ske senast {delivery.last}.")
    else:
        yield Paragraph(
            text=f"Rapporten överlämnades {delivery.day} till {delivery.to or 'ingen angiven'}. Den ska lämnas till "
            f"fullmäktige och revisorerna inom två månader, senast {delivery.last}."
        )


def _relations(blocks: tuple[Block, ...]) -> Iterator[Relation]:
    """The result is the same in the statement of results and in the balance sheet."""
    tables = {block.key: block for block in blocks if isinstance(block, Table)}
    cells = {
        (table.key, row.key, column.key): cell
        for table in tables.values()
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=False)
    }
    pairs = (("utfall", "slut", "perioden"), ("helar-forra", "forra", "förra året"))
    for ours, theirs, when in pairs:
        first = cells.get(("resultatrakning", statements.RESULT, ours))
        second = cells.get(("balansrakning", statements.RESULT, theirs))
        if isinstance(first, Cell) and isinstance(second, Cell):
            yield Relation(
                text=f"resultatet för {when} i resultaträkningen och i balansräkningen",
                terms=((1, first), (-1, second)),
            )


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """The region, and the year until the month that its interim report is per."""
    unit = next((one for one in plan.units if one.id == plan.unit_id), None)
    if unit is None or unit.level != REGION:
        return ()
    held = [one for one in PROFILES if one.valid_from <= plan.period.first_day] or [PROFILES[0]]
    kinds = report_kinds(max(held, key=lambda one: one.valid_from))
    months = next((kind.months for kind in kinds if kind.name == TITLE), ())
    first = plan.period.first
    return tuple((plan.unit_id, Period(first=first, last=first + month - 1)) for month in months)


STATUTORY = ReportSpec(
    key=REPORT,
    title=Text(sv="Regionens delårsrapport", en="The region's interim report"),
    build=_build,
    instances=_instances,
)
