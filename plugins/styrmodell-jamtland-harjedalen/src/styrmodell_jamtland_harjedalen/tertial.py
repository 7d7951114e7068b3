"""Tertialrapport per April and August: goal status, economy, staffing and assignments. Plus is better than budget."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Assessment,
    Assignment,
    Block,
    Column,
    Context,
    Document,
    Field,
    Findings,
    Goal,
    Head,
    Heading,
    Kind,
    ListSpec,
    Measure,
    NewPage,
    Paragraph,
    Period,
    Plan,
    ReportSpec,
    Row,
    TableSpec,
    Text,
    UnitId,
    column,
    ref,
)
from styrmodell_jamtland_harjedalen.progress import word

REPORT = "jamtland-harjedalen.tertialrapport"
TITLE = "Tertialrapport"
# The last month of each report: April and August.
_MONTHS = (4, 8)
# Settings that name the measures of a table, and the names they have when nothing is set.
_ECONOMY, _STAFF = "ekonomi", "bemanning"
_USUAL = {_ECONOMY: ("intakter", "kostnader", "resultat"), _STAFF: ("bemanningsforetag", "arsarbetare", "sjukfranvaro")}
_MISSING = "Underlag saknas: {what}."


def _build(context: Context) -> Document:
    told = context.narrative("tertial-sammanfattning")
    return Document(
        title=f"{TITLE} per {_month(context.period)}",
        head=Head(
            dnr=context.plan.dnr,
            body=context.plan.body,
            facts=(("Enhet", context.unit.name), ("Period", context.period.text), ("Per", context.as_of.isoformat())),
            footer=context.profile.name,
        ),
        blocks=tuple(_blocks(context, told.blocks)),
        findings=Findings.gather(told.findings),
    )


def _month(period: Period) -> str:
    names = ("december", "april", "augusti")
    month = period.last % 12 + 1
    return f"{names[month // 4 % 3]} {period.first_year}" if month in (4, 8, 12) else period.text


def _blocks(context: Context, summarised: tuple[Block, ...]) -> Iterator[Block]:
    yield Heading(text="Sammanfattning")
    yield from summarised or (Paragraph(text=_MISSING.format(what="sammanfattning")),)
    yield NewPage(landscape=True)
    yield Heading(text="Mål")
    if context.plan.goals:
        yield context.table(_goals(context))
    else:
        yield Paragraph(text=_MISSING.format(what="mål"))
    yield Heading(text="Ekonomi")
    yield from _economy(context)
    yield Heading(text="Bemanning")
    yield from _staff(context)
    yield Heading(text="Uppdrag")
    if context.plan.assignments:
        yield context.table(_assignments(context))
    else:
        yield Paragraph(text=_MISSING.format(what="uppdrag"))


def _goals(context: Context) -> ListSpec[Goal]:
    judged = {goal.id: context.judged_goal(goal.id) for goal in context.plan.goals}
    return ListSpec(
        key="mal",
        caption="Målens status",
        items=context.plan.goals,
        key_of=lambda goal: goal.id,
        fields=(
            Field(key="namn", label="Mål", get=lambda goal: goal.name),
            Field(key="niva", label="Nivå", get=lambda goal: goal.level),
            Field(key="status", label="Status", get=lambda goal: judged[goal.id].status),
            Field(key="punkter", label="Mått och mål under det", get=lambda goal: len(judged[goal.id].children)),
            Field(key="orsak", label="Bedömning", get=lambda goal: _why(judged[goal.id].settled)),
        ),
    )


def _why(settled: Assessment | None) -> str:
    return settled.why if settled is not None else ""


def _named(context: Context, setting: str) -> tuple[Measure, ...]:
    """The measures that a setting names; of the usual ones those that the plan has.

    Raises:
        ValueError: The setting names a measure that the plan has not.
    """
    known = {str(measure.id): measure for measure in context.plan.measures}
    text = context.settings.get(setting, "")
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ValueError(f"{setting}: planen har inget mått {', '.join(unknown)}")
    return tuple(known[name] for name in names or _USUAL[setting] if name in known)


def _columns(context: Context) -> tuple[Column, ...]:
    """Period, budget, deviation and last year; then the year's forecast and budget."""
    year = Period.year(context.period.first_year)
    return (
        Column(key="utfall", label="Utfall", group="Perioden"),
        Column(key="budget", label="Budget", group="Perioden", kind=Kind.BUDGET),
        Column(
            key="avvikelse", label="Avvikelse", group="Perioden", cell=column("utfall") - column("budget"), signed=True
        ),
        Column(key="forra", label="Samma period i fjol", group="Perioden", period=context.period.shift(-1)),
        Column(key="prognos", label="Prognos", group="Helåret", period=year, kind=Kind.FORECAST),
        Column(key="helar", label="Budget", group="Helåret", period=year, kind=Kind.BUDGET),
        Column(
            key="helarsavvikelse",
            label="Avvikelse",
            group="Helåret",
            cell=column("prognos") - column("helar"),
            signed=True,
        ),
    )


def _economy(context: Context) -> Iterator[Block]:
    measures = _named(context, _ECONOMY)
    if not measures:
        yield Paragraph(text=_MISSING.format(what="ekonomi"))
        return
    yield context.table(
        TableSpec(
            key=_ECONOMY,
            caption="Ekonomi",
            row_header="Post",
            scale="tkr",
            rows=tuple(Row(key=one.id, label=one.name, cell=ref(one.id)) for one in measures),
            columns=_columns(context),
        )
    )


def _staff(context: Context) -> Iterator[Block]:
    """This year against last; the first measure of them for each område, too."""
    measures = _named(context, _STAFF)
    if not measures:
        yield Paragraph(text=_MISSING.format(what="bemanning"))
        return
    yield context.table(_years(context, _STAFF, "Bemanning", tuple(_staff_row(one) for one in measures)))
    below = tuple(unit for unit in context.plan.units if unit.parent_id == context.unit.id)
    if below:
        first = measures[0]
        rows = tuple(_staff_row(first, unit.id, unit.name) for unit in below)
        yield context.table(_years(context, "bemanning-omraden", f"{first.name} per område", rows))


def _staff_row(one: Measure, unit: str | None = None, label: str = "") -> Row:
    """Money is printed in tkr, whatever its neighbours are counted in."""
    printed = "tkr" if one.unit == "kr" else one.unit
    shown = label or f"{one.name} ({printed})"
    cell = ref(one.id, unit=unit)
    money = "tkr" if one.unit == "kr" else ""
    return Row(key=unit or one.id, label=shown, cell=cell, unit=money, decimals=one.decimals)


def _years(context: Context, key: str, caption: str, rows: tuple[Row, ...]) -> TableSpec:
    return TableSpec(
        key=key,
        caption=caption,
        row_header="Område" if key != _STAFF else "Mått",
        rows=rows,
        columns=(
            Column(key="utfall", label="Utfall perioden"),
            Column(key="forra", label="Samma period i fjol", period=context.period.shift(-1)),
            Column(key="andring", label="Ändring", cell=column("utfall") - column("forra"), signed=True),
        ),
    )


def _assignments(context: Context) -> ListSpec[Assignment]:
    return ListSpec(
        key="uppdrag",
        caption="Uppdrag",
        items=context.plan.assignments,
        key_of=lambda one: one.id,
        fields=(
            Field(key="namn", label="Uppdrag", get=lambda one: one.name),
            Field(key="mottagare", label="Mottagare", get=lambda one: one.addressee),
            Field(key="tid", label="Återrapporteras", get=lambda one: one.due),
            Field(key="status", label="Status", get=lambda one: word(one.status)),
            Field(key="forsenat", label="Försenat", get=lambda one: _late(one, context)),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
        ),
    )


def _late(one: Assignment, context: Context) -> str:
    done = bool(one.reports or one.closed_by)
    return "Försenat" if one.due is not None and one.due < context.as_of and not done else ""


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """January to April, and January to August."""
    year = plan.period.first_year
    return tuple((plan.unit_id, Period.parse(f"{year}-01..{year}-{month:02}")) for month in _MONTHS)


TERTIAL = ReportSpec(key=REPORT, title=Text(sv=TITLE, en="Tertial report"), build=_build, instances=_instances)
