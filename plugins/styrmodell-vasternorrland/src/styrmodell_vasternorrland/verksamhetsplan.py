"""Verksamhetsplan inklusive budgetskrivelse: the chapters, the figures they hold, and the appendices."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.api import (
    Block,
    Contents,
    Context,
    Document,
    Expression,
    Field,
    Head,
    ListSpec,
    Paragraph,
    ReportSpec,
    TableSpec,
    Text,
    total,
)
from styrmodell_vasternorrland import investeringar, resultatbudget
from styrmodell_vasternorrland.appendices import appendices_of
from styrmodell_vasternorrland.card_lines import perspective_of
from styrmodell_vasternorrland.chapters import Chapter, Writer
from styrmodell_vasternorrland.figures import Figures
from styrmodell_vasternorrland.head import administration
from styrmodell_vasternorrland.lists import bulleted
from styrmodell_vasternorrland.styrkort import perspective_blocks

TITLE = "Verksamhetsplan inklusive budgetskrivelse"
REPORT = resultatbudget.REPORT
RISK_ANALYSIS = "16"
_RISKS = "risker"
_ALSO = "Förvaltningens balanserade styrkort och kompetensförsörjningsplan är egna dokument."


@frozen
class _Areas:
    """Prints the strategic areas of a perspective before the chapter's text."""

    perspective: str

    def __call__(self, writer: Writer) -> Iterable[Block]:
        """The areas, as the unit's scorecard has them."""
        found = perspective_of(writer.context, self.perspective)
        return () if found is None else perspective_blocks(writer.context, found)


def _aim(number: str, perspective: str, section: str) -> Chapter:
    return Chapter(
        number=number,
        heading="Inriktningsmål – {goal}",
        section=section,
        perspective=perspective,
        before=_Areas(perspective),
    )


def _budget(context: Context) -> TableSpec | None:
    # The table is called as the measure it prints.
    known = any(measure.id == resultatbudget.TABLE.key for measure in context.plan.measures)
    return resultatbudget.TABLE if known else None


def _investments(context: Context) -> TableSpec | None:
    return investeringar.by_category(context) if context.plan.investments else None


def _risks(writer: Writer) -> Iterable[Block]:
    """The year's risks as somebody has written them, else those of the risk analysis by name."""
    written = writer.text(_RISKS)
    yield from written or bulleted(risk.name for risk in writer.context.plan.risks if risk.selected is not False)
    if any(appendix.number == RISK_ANALYSIS for appendix in appendices_of(writer.context)):
        yield Paragraph(text=f"Riskanalysen med åtgärder står i bilaga {RISK_ANALYSIS}.")


def _listed(writer: Writer) -> Iterable[Block]:
    yield Paragraph(text=_ALSO)
    yield writer.context.table(
        ListSpec(
            key="bilagor",
            caption="Bilagor till verksamhetsplanen",
            items=appendices_of(writer.context),
            key_of=lambda one: f"{one.number}{one.letter}",
            fields=(
                Field(key="bilaga", label="Bilaga", get=lambda one: one.name),
                Field(key="titel", label="Titel", get=lambda one: one.heading(writer.context)),
                Field(key="form", label="Form", get=lambda one: "tryckt" if one.is_printed else "digital"),
            ),
        )
    )


INVANARE, MEDARBETARE = "Invånarperspektivet", "Medarbetarperspektivet"
PROCESS, EKONOMI = "Processperspektivet", "Ekonomiperspektivet"

CHAPTERS: tuple[Chapter, ...] = (
    Chapter(heading="Inledning", section="inledning", is_optional=True, new_page=True),
    Chapter(number="1", heading="Allmänt", section="allmant"),
    Chapter(number="1.1", heading="Reformer och andra förändringar", section="reformer"),
    Chapter(number="1.2", heading="Konsekvenser av givna ramar och mål", section="konsekvenser"),
    Chapter(number="1.3", heading="Påverkan på andra än den egna verksamheten", section="paverkan"),
    Chapter(number="1.4", heading="Förändringar i den inre organisationen", section="inre-organisation"),
    Chapter(number="2", heading=INVANARE, new_page=True),
    _aim("2.1", INVANARE, "invanare"),
    Chapter(number="3", heading=MEDARBETARE),
    _aim("3.1", MEDARBETARE, "medarbetare"),
    Chapter(number="3.2", heading="Kompetensförsörjningsplanering", section="kompetensforsorjningsplanering"),
    Chapter(number="4", heading=PROCESS),
    _aim("4.1", PROCESS, "process"),
    Chapter(number="4.2", heading="Systemförvaltning", section="systemforvaltning"),
    Chapter(number="4.3", heading="Projekt", section="projekt"),
    Chapter(number="5", heading=EKONOMI),
    _aim("5.1", EKONOMI, "ekonomi"),
    Chapter(
        number="5.2",
        heading="Resultatbudget, miljoner kronor",
        section="resultatbudget-text",
        table=_budget,
        new_page=True,
    ),
    Chapter(number="5.3", heading="Investeringar", section="investeringar-text", table=_investments),
    Chapter(
        number="6",
        heading="Intern kontroll – övergripande riskanalys",
        section="intern-kontroll",
        after=_risks,
        new_page=True,
    ),
    Chapter(number="7", heading="Utblick mot kommande år", section="utblick"),
    Chapter(section="underskrift", is_optional=True),
    Chapter(heading="Bilagor", after=_listed, new_page=True),
)


def _build(context: Context) -> Document:
    writer = Writer(context=context, figures=Figures(context=context, others=_investment_figures(context)))
    blocks = (Contents(), *writer.chapters(CHAPTERS))
    unit = administration(context)
    return Document(
        title=f"{TITLE} {context.period.text}",
        head=Head(
            dnr=context.plan.dnr,
            body=context.plan.body,
            paragraph=context.plan.paragraph,
            subtitle=unit.name,
            footer=unit.name,
        ),
        blocks=blocks,
        findings=writer.findings,
        relations=(*resultatbudget.relations(context), *investeringar.relations(context)),
        cover=True,
    )


def _investment_figures(context: Context) -> dict[str, Expression]:
    """The rows of 5.3 for text: ``{{ investeringar-totalt.mnkr }}``, and one for each category."""
    rows = [row for row in investeringar.by_category(context).rows if row.cell is not None and row.level != "total"]
    cells = {f"investeringar-{row.key}": row.cell for row in rows if row.cell is not None}
    return {**cells, "investeringar-totalt": total(cells.values())} if cells else {}


PLAN = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Activity plan with budget"),
    build=_build,
    formats=("docx", "html"),
)
