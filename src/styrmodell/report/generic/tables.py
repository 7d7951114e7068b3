"""generic.tabeller: the tables that the workspace defines itself, in one document."""

from collections.abc import Iterable, Iterator

from styrmodell.finding import Text
from styrmodell.model.checks.tables import sound_tables
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.report.context import Context
from styrmodell.report.document import Block, Document, Head, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.spec import ReportSpec

_NOT_PRINTED = "Tabellen skrivs inte: något i den är fel. Vad som är fel, och var, visar styrmodell check."


def _build(context: Context) -> Document:
    facts = (("Enhet", context.unit.name), ("Period", context.period.text))
    return Document(
        title="Egna tabeller",
        head=Head(dnr=context.plan.dnr, facts=facts),
        blocks=tuple(_blocks(context)),
    )


def _blocks(context: Context) -> Iterator[Block]:
    """Every table under its heading; a table that is wrong is told of, so that nobody takes it for left out."""
    sound = {spec.key: spec for spec in sound_tables(context.plan)}
    for spec in context.plan.tables:
        yield Heading(text=spec.caption)
        is_sound = sound.pop(spec.key, None) == spec  # a key that comes again is no other table's
        yield context.table(spec) if is_sound else Paragraph(text=_NOT_PRINTED)


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    return ((plan.unit_id, plan.period),) if plan.tables else ()


TABLES = ReportSpec(
    key="generic.tabeller",
    title=Text(sv="Egna tabeller", en="Tables of the workspace"),
    build=_build,
    instances=_instances,
)
