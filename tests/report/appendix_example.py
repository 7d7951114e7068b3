"""An appendix as regions print it: two tables, with sums, shares, changes, a fold and a link between the sheets."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.finding import Code, Findings, Severity, Text
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import Change, column, ref, row
from styrmodell.model.ids import DimensionId, MemberId, UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Note, Row, TableSpec
from styrmodell.model.unit import Unit
from styrmodell.report.build import Setting, build_table
from styrmodell.report.document import Document, Edition, Head, Heading
from styrmodell.report.table import Table
from styrmodell.source import Source

FUNCTIONS = {rule.key: rule.excel for rule in BUILT_IN if rule.excel is not None}

# Västernorrland, bilaga 10 a 2020, in tkr: intäkt and kostnad 2020, intäkt and kostnad 2021.
_FIGURES: dict[str, tuple[str, tuple[int | None, ...]]] = {
    "primarvard": ("Primärvård", (480735, -1712738, 484667, -1753456)),
    "lakemedel": ("Läkemedel", (6, -47016, 6, -47416)),
    "bestallartandvard": ("Beställartandvård", (0, -30102, 0, -30253)),
    "medicinsk-service": ("Medicinsk service", (84544, -82050, 86963, -83949)),
    "allm-service": ("Allm. service inkl. centrala stabsfunktioner", (644245, -887139, 660918, -903127)),
    "ovrig-hos": ("Övrig hälso- och sjukvård", (178035, -251707, 180959, -252168)),
    "fastighet": ("Fastighetsförvaltning", (425189, -418410, 432323, -424637)),
    "hogskola": ("Högskoleverksamhet", (4780, -9397, 4780, None)),
    "finans": ("Finansiella intäkter/kostnader", (10861, -49824, 11134, -60928)),
    "regionbidrag": ("Regionbidrag", (1908896, None, 1961931, None)),
}
_ACTIVITIES = tuple(_FIGURES)[:8]
_YEARS = (2020, 2021)
UNITS = (
    Unit(id="rlf", name="Regionledningsförvaltningen"),
    Unit(id="rlf-rf", name="Regionfastigheter", parent_id=UnitId("rlf")),
    Unit(id="rlf-it", name="IT", parent_id=UnitId("rlf")),
    Unit(id="rlf-hr", name="HR", parent_id=UnitId("rlf")),
)
DIFFERS = Code(
    code="SM901",
    severity=Severity.WARNING,
    title=Text(sv="tryckt total avviker", en="printed total differs"),
    expected=Text(sv="summan av delarna", en="the sum of the parts"),
    do=Text(sv="rätta totalen eller delarna", en="correct the total or the parts"),
)


def _observations() -> list[Observation]:
    found = []
    for line, (member, (_, figures)) in enumerate(_FIGURES.items(), 5):
        for place, figure in enumerate(figures):
            if figure is None:
                continue
            found.append(
                Observation(
                    measure_id="ekonomi",
                    unit_id="rlf",
                    period=Period.year(_YEARS[place // 2]),
                    kind=Kind.BUDGET,
                    dims=(("dvo", member), ("slag", ("intakt", "kostnad")[place % 2])),
                    value=Decimal(figure) * 1000,
                    as_of=date(2019, 9, 26),
                    source=Source(file="underlag/bilaga10a.xlsx", place=f"Blad1!{'BCDE'[place]}{line}"),
                )
            )
    for line, (unit, area) in enumerate((("rlf-rf", 418100), ("rlf-it", 2300), ("rlf-hr", 1250)), 2):
        for year in _YEARS:
            found.append(_plain("lokalarea", unit, year, Decimal(area) + (year - 2020) * 50, line))
    for year, count in zip(_YEARS, ("245347", "245453"), strict=True):
        found.append(_plain("invanare", "rlf", year, Decimal(count), 9))
    return found


def _plain(measure: str, unit: str, year: int, value: Decimal, line: int) -> Observation:
    return Observation(
        measure_id=measure,
        unit_id=unit,
        period=Period.year(year),
        kind=Kind.BUDGET,
        value=value,
        as_of=date(2019, 8, 31),
        source=Source(file="observationer/lokaler.csv", place=f"rad {line} kolumn varde"),
    )


def _members(*ids: str) -> tuple[MemberId, ...]:
    return tuple(map(MemberId, ids))


def _plan() -> Plan:
    parts: list[Any] = [Member(id=key, name=name) for key, (name, _) in _FIGURES.items()]
    summa = Member(id="summa", name="SUMMA VERKSAMHET", parts=_members(*_ACTIVITIES))
    resultat = Member(id="resultat", name="RESULTAT", parts=_members("summa", "finans", "regionbidrag"))
    slag = (
        Member(id="netto", name="Netto", parts=_members("intakt", "kostnad")),
        Member(id="intakt", name="Intäkter"),
        Member(id="kostnad", name="Kostnader"),
    )
    return Plan(
        unit_id="rlf",
        period=Period.year(2020),
        units=UNITS,
        dimensions=(Dimension(id="dvo", members=(*parts, summa, resultat)), Dimension(id="slag", members=slag)),
        measures=(
            Measure(
                id="ekonomi",
                name="Ekonomisk redovisning",
                unit="kr",
                dimensions=(DimensionId("dvo"), DimensionId("slag")),
                not_applicable=((("dvo", "regionbidrag"), ("slag", "kostnad")),),
            ),
            Measure(id="lokalarea", name="Lokalarea", unit="m2"),
            Measure(id="invanare", name="Invånare", unit="inv"),
        ),
        observations=tuple(_observations()),
    )


def _economy() -> TableSpec:
    rows = [
        Row(
            key=key, label=name, cell=ref("ekonomi", dims=(("dvo", key),)), notes=("1)",) if key == "primarvard" else ()
        )
        for key, (name, _) in _FIGURES.items()
    ]
    summa = Row(key="summa", label="SUMMA VERKSAMHET", level="total", cell=ref("ekonomi", dims=(("dvo", "summa"),)))
    result = Row(
        key="resultat",
        label="RESULTAT",
        level="total",
        cell=ref("ekonomi", dims=(("dvo", "resultat"),)),
        only=("b{year}.netto", "p{year}.netto"),
    )
    heading = Row(key="rubrik", label="Verksamhet", level="heading")
    columns = [
        Column(
            key=f"{letter}{{year}}.{slag}",
            label=name,
            group=f"{group} {{year}}",
            period=shift,
            kind=Kind.BUDGET,
            dims=(("slag", slag),),
            notes=("*)",) if slag == "kostnad" else (),
        )
        for letter, group, shift in (("b", "Budget", 0), ("p", "Plan", 1))
        for slag, name in (("intakt", "Intäkter (+)"), ("kostnad", "Kostnader (−)"), ("netto", "Netto"))
    ]
    change = Column(
        key="forandring",
        label="Förändring netto",
        cell=Change(after=column("p{year}.netto"), before=column("b{year}.netto")),
    )
    return TableSpec(
        key="ekonomi",
        caption="Ekonomisk redovisning",
        row_header="Delområde",
        rows=(heading, *rows[:8], summa, *rows[8:], result),
        columns=(*columns, change),
        scale="tkr",
        notes=(
            Note(mark="1)", text="Primärvården redovisas inklusive hälsovalets ersättningar till privata utförare."),
            Note(
                mark="*)",
                text="Kostnader skrivs med minustecken. Avskrivningar ingår i verksamhetens kostnader och "
                "redovisas särskilt i bilaga 10 c; interna poster mellan regionens förvaltningar är inte eliminerade.",
            ),
        ),
    )


def _ratios() -> TableSpec:
    netto = (("slag", "netto"),)
    summa = ref("ekonomi", dims=(("dvo", "summa"), *netto))
    grant = ref("ekonomi", dims=(("dvo", "regionbidrag"), ("slag", "intakt")))
    rows = (
        Row(key="summa", label="SUMMA VERKSAMHET, netto", cell=summa, unit="mnkr", decimals=1),
        Row(key="bidrag-inv", label="Regionbidrag per invånare", cell=grant / ref("invanare")),
        Row(key="andel", label="Verksamhetens andel av regionbidraget", cell=-summa / grant, unit="%", decimals=1),
        Row(key="lokalarea", label="Lokalarea, m²", cell=ref("lokalarea"), level="body"),
        Row(key="marginal", label="Marginal", cell=row("summa") + grant, unit="tkr"),
        Row(key="manad", label="Regionbidrag per månad", cell=grant * "0.0833", unit="tkr"),
    )
    columns = tuple(
        Column(key=f"ar{shift}", label="{year}", period=shift, kind=Kind.BUDGET) for shift, _ in enumerate(_YEARS)
    )
    return TableSpec(key="nyckeltal", caption="Nyckeltal", row_header="Nyckeltal", rows=rows, columns=columns)


def make_tables() -> tuple[Table, ...]:
    """The two tables, computed from the plan."""
    evaluator = Evaluator(index=build_index(_plan()), rules={rule.key: rule for rule in BUILT_IN})
    setting = Setting(report="vn.bilaga10a", unit="rlf", period=Period.year(2020))
    return tuple(build_table(spec, evaluator, setting) for spec in (_economy(), _ratios()))


def make_edition(**changes: Any) -> Edition:
    """The appendix, about to be written; *changes* replace fields of the edition."""
    document = Document(
        title="Ekonomisk redovisning 2020–2021",
        blocks=(Heading(text="Ekonomi"), *make_tables()),
        head=Head(
            dnr="19RS2753",
            body="Regionstyrelsen",
            paragraph="§ 112",
            appendix="Bilaga 10 a",
            facts=(("Förvaltning", "Regionledningsförvaltningen"), ("Beslutas av", "Regionstyrelsen")),
            footer="Mål & budget 2020",
        ),
    )
    edition = Edition(
        report="vn.bilaga10a",
        document=document,
        unit_name="Regionledningsförvaltningen",
        period=Period.year(2020),
        as_of=date(2019, 9, 26),
        draft=True,
        findings=Findings(
            [
                DIFFERS.at(
                    Source(file="underlag/bilaga10a.xlsx", place="Blad1!D14"),
                    found="total −1 661 635, delar −1 661 640",
                )
            ]
        ),
        generator="styrmodell 0.1.0",
    )
    return evolve(edition, **changes)
