"""All appendices in one workbook: their formulas reach from sheet to sheet."""

from collections.abc import Iterator

from styrmodell.api import Context, Document, Relation, ReportSpec, Table, Text
from styrmodell_vasternorrland import investeringar, resultatbudget
from styrmodell_vasternorrland.appendices import appendices_of
from styrmodell_vasternorrland.appendix import administration_facts
from styrmodell_vasternorrland.head import make_head


def build(context: Context) -> Document:
    """The appendices of the year in the order of their numbers, then the tables of 5.2 and 5.3."""
    year = context.period.first_year
    return Document(
        title=f"Budgetbilagor {year}",
        head=make_head(context, "", administration_facts(context)),
        blocks=tuple(_tables(context)),
        relations=_relations(context),
        cover=True,
    )


def _tables(context: Context) -> Iterator[Table]:
    for appendix in appendices_of(context):
        yield from appendix.in_set(context)
    yield context.table(resultatbudget.TABLE)
    yield context.table(investeringar.by_category(context))


def _relations(context: Context) -> tuple[Relation, ...]:
    return (*resultatbudget.relations(context), *investeringar.relations(context))


BILAGOR = ReportSpec(
    key="vasternorrland.bilagor",
    title=Text(sv="Alla budgetbilagor i en arbetsbok", en="All budget appendices in one workbook"),
    build=build,
    formats=("xlsx",),
)
