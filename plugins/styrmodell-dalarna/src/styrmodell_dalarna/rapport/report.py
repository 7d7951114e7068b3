"""The report: one structure for every unit and every kind of report."""

from styrmodell.api import Contents, Context, Document, Findings, Head
from styrmodell_dalarna.rapport import (
    actions,
    agency_staff,
    decisions,
    economy,
    goals,
    investments,
    risks,
    staff,
    summary,
    work,
)
from styrmodell_dalarna.rapport.section import Section
from styrmodell_dalarna.rapport.writer import Writer

_BODY = "nämnd"
SECTIONS: tuple[Section, ...] = (
    Section(heading="Sammanfattning", blocks=summary.section, turns=True, landscape=False),
    Section(key="mal", heading="Måluppfyllelse", blocks=goals.section, turns=True),
    Section(key="ekonomi", heading="Ekonomi", blocks=economy.section, begins_page=True),
    Section(key="atgarder", heading="Åtgärder för ekonomi i balans", blocks=actions.section, begins_page=True),
    Section(key="hyrpersonal", heading="Hyrpersonal", blocks=agency_staff.section),
    Section(key="personal", heading="Årsarbetare och sjukfrånvaro", blocks=staff.section),
    Section(key="investeringar", heading="Investeringar", blocks=investments.section),
    Section(key="uppdrag", heading="Uppdrag och aktiviteter", blocks=work.section),
    Section(key="risker", heading="Risker", blocks=risks.section),
    Section(key="beslut", heading="Beslut", blocks=decisions.section),
)


def build_report(context: Context, title: str) -> Document:
    """Every section in order, about the months that end with the period's last.

    Args:
        title: What the report is called in the region's words of the time: "Månadsrapport".
    """
    writer = Writer(context=context)
    blocks = tuple(block for section in SECTIONS for block in section.written(writer))
    return Document(
        title=f"{title} {writer.months.words}",
        head=_head(writer),
        blocks=(Contents(levels=1), *blocks),
        findings=Findings.gather(writer.doubts),
        cover=True,
    )


def _head(writer: Writer) -> Head:
    plan, unit = writer.context.plan, writer.unit
    above = ((writer.units[name].level.capitalize() or "Enhet", writer.units[name].name) for name in writer.above[::-1])
    # The body that the unit answers to; the plan's own decision is another.
    body = next((writer.units[name].name for name in writer.above if writer.units[name].level == _BODY), "")
    return Head(
        dnr=plan.dnr,
        body=body,
        subtitle=unit.name,
        facts=(*above, ("Avser", writer.months.so_far_words)),
        footer=unit.name,
    )
