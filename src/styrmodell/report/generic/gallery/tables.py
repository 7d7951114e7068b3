"""The gallery's tables of figures."""

from styrmodell.model.expression import column, ref, row, total
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Note, Row, TableSpec, Trend
from styrmodell.model.unit import Unit
from styrmodell.report.generic.gallery.names import (
    DEVIATION,
    DIGITAL,
    ECONOMY,
    INJURIES,
    MONTHLY,
    NETTO,
    RESULT,
    SICK_LEAVE,
    TRIPS,
    VISITS,
)

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_POSTS = (("skatter", "Skatteintäkter"), ("personal", "Egen personal"), ("hyrpersonal", "Hyrpersonal"),
          ("lakemedel", "Läkemedel"))  # fmt: skip


def parts_of(plan: Plan) -> tuple[Unit, ...]:
    """The units directly below the plan's own."""
    return tuple(unit for unit in plan.units if unit.parent_id == plan.unit_id)


def economy(plan: Plan) -> TableSpec:
    """Grouped columns, heading rows, rows under rows, totals, marks, texts and deviations with their sign."""
    rows = [Row(key="forvaltningar", label="Förvaltningar", level="heading")]
    for unit in parts_of(plan):
        figure = ref(ECONOMY, unit=unit.id)
        note = ("1)",) if unit.id == "service" else ()
        rows.append(Row(key=unit.id, label=unit.name, cell=figure, notes=note, texts=_comment(unit.id)))
        for slag, name in (("intakt", "varav intäkter"), ("kostnad", "varav kostnader")):
            part = ref(ECONOMY, unit=unit.id, dims=(("slag", slag),))
            rows.append(Row(key=f"{unit.id}-{slag}", label=name, cell=part, level="sub"))
    rows.append(Row(key="summa", label="Regionen", cell=ref(ECONOMY, dims=NETTO), level="total"))
    deviation = column("prognos") - column("budget")
    return TableSpec(
        key="ekonomi",
        caption="Netto per förvaltning",
        row_header="Förvaltning",
        scale="mnkr",
        decimals=1,
        rows=tuple(rows),
        columns=(
            Column(key="utfall", label="Utfall", group="Föregående år", period=-1, kind=Kind.OUTCOME),
            Column(key="budget", label="Budget", group="{year}", kind=Kind.BUDGET),
            Column(key="prognos", label="Prognos aug", group="{year}", kind=Kind.FORECAST, notes=("*)",)),
            Column(key="avvikelse", label="Avvikelse", group="{year}", cell=deviation, signed=True),
            Column(key="kommentar", label="Kommentar", is_text=True),
        ),
        notes=(
            Note(mark="1)", text="Interna hyror ingår i intäkterna."),
            Note(mark="*)", text="Helårsprognos lämnad i augusti."),
        ),
    )


def _comment(unit: str) -> tuple[tuple[str, str], ...]:
    texts = {
        "halso": "Hyrpersonal och läkemedel kostar mer än budgeterat; se handlingsplanen.",
        "trafik": "Biljettintäkterna är lägre, men avtalsindex stiger långsammare.",
    }
    return (("kommentar", texts[unit]),) if unit in texts else ()


def visits() -> TableSpec:
    """Rows grouped in a column of their own, a missing year and the course of each row."""
    groups = (("lakare", "Läkare"), ("sjukskoterska", "Sjuksköterska"))
    contacts = (("mottagning", "Mottagningsbesök"), ("distans", "Distanskontakter"), ("samtliga", "Samtliga"))
    years = tuple(Column(key=f"ar{shift}", label="{year}", period=shift, kind=Kind.OUTCOME) for shift in range(-4, 1))
    return TableSpec(
        key="besok",
        caption="Besök per yrke och slag av kontakt",
        row_header="Kontakt",
        group_header="Yrke",
        rows=tuple(
            Row(
                key=f"{who}-{how}",
                label=label,
                cell=ref(VISITS, dims=(("yrke", who), ("kontakt", how))),
                group=name,
                level="total" if how == "samtliga" else "body",
            )
            for who, name in groups
            for how, label in contacts
        ),
        columns=years,
        trend=Trend(columns=tuple(year.key for year in years)),
    )


def absent(plan: Plan) -> TableSpec:
    """Zero, not reported, not applicable, a new measure, a figure carried forward and one that is old: all unlike."""
    measures = (
        ("skador", "Arbetsskador", INJURIES),
        ("digitalt", "Digitala vårdkontakter", DIGITAL),
        ("resor", "Resor med kollektivtrafik", TRIPS),
    )
    rows = [
        Row(key=f"{key}-{unit.id}", label=unit.name, cell=ref(measure, unit=unit.id), group=label)
        for key, label, measure in measures
        for unit in parts_of(plan)
    ]
    rows += [
        Row(key=f"sjuk-{unit.id}", label=unit.name, cell=ref(SICK_LEAVE, unit=unit.id), group="Sjukfrånvaro")
        for unit in parts_of(plan)
    ]
    return TableSpec(
        key="saknas",
        caption="Det som saknas, är nytt eller är gammalt",
        row_header="Förvaltning",
        group_header="Mått",
        rows=tuple(rows),
        columns=(
            Column(key="forra", label="{year}", period=-1, kind=Kind.OUTCOME),
            Column(key="nu", label="{year}", kind=Kind.OUTCOME),
        ),
    )


def sick_leave(plan: Plan) -> TableSpec:
    """Shares of two years for each unit."""
    return TableSpec(
        key="sjukfranvaro",
        caption="Sjukfrånvaro per förvaltning",
        row_header="Förvaltning",
        rows=tuple(Row(key=unit.id, label=unit.name, cell=ref(SICK_LEAVE, unit=unit.id)) for unit in parts_of(plan)),
        columns=tuple(Column(key=f"ar{shift}", label="{year}", period=shift, kind=Kind.OUTCOME) for shift in (-1, 0)),
        decimals=1,
    )


def costs(plan: Plan) -> TableSpec:
    """Costs of three years, as positive figures."""
    columns = tuple(
        Column(key=f"ar{shift}", label="{year}", period=shift, kind=Kind.FORECAST if shift == 0 else Kind.OUTCOME)
        for shift in (-2, -1, 0)
    )
    rows = (
        Row(key=unit.id, label=unit.name, cell=-ref(ECONOMY, unit=unit.id, dims=(("slag", "kostnad"),)))
        for unit in parts_of(plan)
    )
    return TableSpec(
        key="kostnader", caption="Kostnader per förvaltning", row_header="Förvaltning", scale="mnkr", decimals=0,
        rows=tuple(rows), columns=columns,
    )  # fmt: skip


def bridge() -> TableSpec:
    """From the budgeted result to the forecast, post by post."""
    posts = tuple(
        Row(key=key, label=name, cell=ref(DEVIATION, dims=(("post", key),)), signed=True) for key, name in _POSTS
    )
    budget = ref(RESULT, kind=Kind.BUDGET)
    end = total([row("budget"), *(row(post.key) for post in posts)])
    return TableSpec(
        key="brygga",
        caption="Från budgeterat till prognostiserat resultat",
        row_header="Post",
        scale="mnkr",
        decimals=1,
        rows=(
            Row(key="budget", label="Budgeterat resultat", cell=budget, level="total"),
            *posts,
            Row(key="prognos", label="Prognostiserat resultat", cell=end, level="total"),
        ),
        columns=(Column(key="belopp", label="{year}", kind=Kind.FORECAST),),
    )


def months(year: int) -> TableSpec:
    """Twelve months and a year: a page on its side."""
    columns = tuple(
        Column(key=f"m{number:02}", label=name, period=Period.parse(f"{year}-{number:02}"))
        for number, name in enumerate(_MONTHS, 1)
    )
    rows = (("budget", "Budget", Kind.BUDGET), ("utfall", "Utfall", Kind.OUTCOME))
    return TableSpec(
        key="manader",
        caption="Nettokostnad per månad",
        row_header="Månad",
        scale="mnkr",
        decimals=1,
        rows=tuple(Row(key=key, label=label, cell=ref(MONTHLY, kind=kind)) for key, label, kind in rows),
        columns=(*columns, Column(key="ar", label="Helår", period=Period.year(year))),
    )
