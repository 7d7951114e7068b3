"""What a plugin author writes, type-checked and never run."""

from collections.abc import Iterable
from datetime import date

from styrmodell.api import (
    Check,
    Code,
    Column,
    Context,
    Document,
    Finding,
    Head,
    Kind,
    Note,
    Profile,
    ReportSpec,
    Row,
    Severity,
    Source,
    TableSpec,
    Text,
    column,
    hookimpl,
    ref,
)

TABLE = TableSpec(
    key="ekonomi",
    caption="Ekonomi",
    row_header="Delområde",
    scale="tkr",
    rows=(Row(key="netto", label="Netto", cell=ref("ekonomi"), notes=("1)",)),),
    columns=(
        Column(key="utfall-{year}", label="Utfall {year}", period=-1),
        Column(key="budget-{year}", label="Budget {year}", kind=Kind.BUDGET, period=0),
        Column(key="diff", label="Skillnad", cell=column("budget-{year}") - column("utfall-{year}")),
    ),
    notes=(Note(mark="1)", text="Inklusive kapitaltjänstkostnader"),),
)
LATE = Code(
    code="prov.1",
    severity=Severity.WARNING,
    title=Text(sv="Sen", en="Late"),
    expected=Text(sv="i tid", en="in time"),
    do=Text(sv="skynda", en="hurry"),
)


def build(context: Context) -> Document:
    return Document(title="Ekonomi", head=Head(dnr=context.plan.dnr), blocks=(context.table(TABLE),))


def check(context: Context) -> Iterable[Finding]:
    if context.value("ekonomi", kind=Kind.BUDGET).number is None:
        yield LATE.at(Source(file="plan.yaml"), found="ingen budget")


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    return (ReportSpec(key="prov.ekonomi", title=Text(sv="Ekonomi", en="Economy"), build=build),)


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    return (Check(key="prov.sen", codes=(LATE,), run=check),)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    return (Profile(key="prov", valid_from=date(2020, 1, 1)),)
