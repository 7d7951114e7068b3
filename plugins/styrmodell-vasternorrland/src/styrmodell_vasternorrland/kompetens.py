"""Kompetensförsörjningsplan: running text with figures."""

from styrmodell.api import Context, Document, Head, ReportSpec, Text
from styrmodell_vasternorrland.chapters import Chapter, Writer
from styrmodell_vasternorrland.figures import Figures
from styrmodell_vasternorrland.head import administration

REPORT = "vasternorrland.kompetensforsorjningsplan"
TITLE = "Kompetensförsörjningsplan"

CHAPTERS: tuple[Chapter, ...] = (
    Chapter(heading="Utgångspunkter", section="kompetens-utgangspunkter", is_optional=True),
    Chapter(heading="Uppföljning och utvärdering av tidigare plan", section="kompetens-uppfoljning"),
    Chapter(heading="Pensionsavgångar", section="kompetens-pensionsavgangar"),
    Chapter(heading="Svårrekryterade tjänster", section="kompetens-svarrekryterade"),
    Chapter(heading="Aktiviteter", section="kompetens-aktiviteter", is_optional=True),
)


def _build(context: Context) -> Document:
    writer = Writer(context=context, figures=Figures(context=context))
    blocks = tuple(writer.chapters(CHAPTERS))
    return Document(
        title=TITLE,
        head=Head(
            dnr=context.plan.dnr,
            body=context.plan.body,
            facts=(("Förvaltning", administration(context).name), ("År", context.period.text)),
        ),
        blocks=blocks,
        findings=writer.findings,
    )


COMPETENCE = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Plan for the supply of competence"),
    build=_build,
    formats=("docx", "html"),
)
