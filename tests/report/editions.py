"""A small edition with everything in it: groups, a heading row, totals, notes, blanks and a missing figure."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Key
from styrmodell.finding import Code, Findings, Severity, Text
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Note
from styrmodell.report.document import Document, Edition, Head, Heading, Paragraph
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.table import Cell, Table, TableColumn, TableRow
from styrmodell.source import Source

NBSP = "\u00a0"
MINUS = "\u2212"
YEAR = Period.year(2020)
AS_OF = date(2019, 9, 26)
TKR = NumberStyle(unit="tkr", factor=Fraction(1000))
TABLE_ID = "prov.bilaga@rlf@2020/ekonomi"
FAULT = Code(
    code="SM305",
    severity=Severity.WARNING,
    title=Text(sv="Total skiljer sig", en="Total differs"),
    found=Text(sv="rapporterad {reported}", en="reported {reported}"),
    expected=Text(sv="delarnas summa", en="the sum"),
    do=Text(sv="rätta delarna", en="correct the parts"),
)
NONE = Findings()
FINDINGS = Findings((FAULT.at(Source(file="underlag/2020.csv", place="rad 231"), reported="12 kr"),))


def key(measure: str, unit: str = "rlf") -> Key:
    return Key(measure=measure, unit=unit, period=YEAR, kind=Kind.BUDGET)


def observed(label: str, value: Exact | int | None, *, line: int = 1, unit: str = "rlf") -> Explanation:
    """One figure in kr, reported on *line* of a file."""
    source = Source(file="underlag/2020.csv", place=f"rad {line}")
    figure = Observation(
        measure_id="ekonomi",
        unit_id=unit,
        period=YEAR,
        value=None if value is None else Decimal(str(value)),
        as_of=AS_OF,
        reporter="controller",
        source=source,
    )
    came = value is not None
    return Explanation(
        bound=key("ekonomi", unit),
        label=label,
        unit="kr",
        op=Op.OBSERVED if came else Op.MISSING,
        rule="sum",
        exact=None if value is None else Decimal(str(value)),
        coverage=Coverage(reported=int(came), expected=1, oldest=AS_OF if came else None, newest=AS_OF),
        observations=(figure,) if came else (),
        open_missing=lambda: () if came else (UnitId(unit),),
    )


def rolled_up(label: str, parts: tuple[Explanation, ...], op: Op = Op.ROLLED_UP) -> Explanation:
    """The sum of *parts*, of which some may be missing."""
    return Explanation(
        bound=key("ekonomi"),
        label=label,
        unit="kr",
        op=op,
        rule="sum",
        exact=sum((Fraction(part.exact) for part in parts if part.exact is not None), Fraction(0)),
        coverage=sum((part.coverage for part in parts), Coverage()),
        open_children=lambda: parts,
    )


def cell(row: str, column: str, explanation: Explanation | None, style: NumberStyle = TKR) -> Cell:
    """A cell of the table; no explanation makes it blank by nature."""
    opened = None if explanation is None else lambda: explanation
    return Cell(id=f"{TABLE_ID}/{row}/{column}", style=style, open=opened)


def economy(caption: str = "Ekonomisk redovisning", label: str = "Primärvård") -> Table:
    """Five rows and three columns; two of the columns share a group."""
    first = (observed(f"{label} intäkter", 480735000, line=2), observed(f"{label} kostnader", -1712738400, line=3))
    second = (observed("Läkemedel intäkter", None, line=4), observed("Läkemedel kostnader", -47016000, line=5))
    sums = tuple(rolled_up("SUMMA", pair) for pair in zip(first, second, strict=True))
    columns = (
        TableColumn(key="utfall", label="Netto", group="Utfall 2018"),
        TableColumn(key="intakt", label="Intäkter", group="Budget 2020"),
        TableColumn(key="kostnad", label="Kostnader", group="Budget 2020", notes=("*)",)),
    )
    keys = tuple(column.key for column in columns)

    def row(name: str, text: str, cells: tuple[Explanation | None, ...], level: str = "body") -> TableRow:
        return TableRow(
            key=name,
            label=text,
            level=level,
            notes=("1)",) if name == "primarvard" else (),
            cells=tuple(cell(name, at, working) for at, working in zip(keys, cells, strict=True)),
        )

    return Table(
        id=TABLE_ID,
        key="ekonomi",
        caption=caption,
        row_header="Delområde",
        columns=columns,
        unit="tkr",
        notes=(Note(mark="1)", text="Dvo 010–090, 092"), Note(mark="*)", text="Kostnader skrivs med minus")),
        rows=(
            TableRow(key="verksamhet", label="Verksamhet", level="heading"),
            row("primarvard", label, (observed("Utfall", -1134081000), *first)),
            row("lakemedel", "Läkemedel", (None, *second)),
            row("summa", "SUMMA VERKSAMHET", (rolled_up("Utfall", (first[0],)), *sums), "total"),
        ),
    )


def edition(*, draft: bool = False, findings: Findings = NONE, text: str = "", title: str = "") -> Edition:
    """An edition with headings, a paragraph and a table; *text* stands in every place that takes text."""
    document = Document(
        title=title or text or "Bilaga till verksamhetsplan 2020",
        head=Head(
            dnr=text or "19RS2753",
            body="Regionstyrelsen",
            paragraph="§ 123",
            appendix=text or "Bilaga 10 a",
            facts=(("Förvaltning", text or "Regionledningsförvaltningen"),),
            footer=text or "Region Västernorrland",
        ),
        blocks=(
            Heading(text=text or "Ekonomi"),
            Paragraph(text=text or "Förvaltningens ekonomi FoU & utveckling <5 år."),
            Heading(text="Budget", level=2),
            economy(text or "Ekonomisk redovisning", text or "Primärvård"),
        ),
    )
    return Edition(
        report="prov.bilaga",
        document=document,
        unit_name=text or "Regionledningsförvaltningen",
        period=YEAR,
        as_of=AS_OF,
        draft=draft,
        findings=findings,
        generator="styrmodell 0.1.0",
    )


def big_edition(rows: int, columns: int = 5) -> Edition:
    """An edition whose one table has *rows* × *columns* figures."""
    working = observed("Värde", 1234567000)
    names = tuple(f"k{place}" for place in range(columns))
    table = Table(
        id=TABLE_ID,
        key="ekonomi",
        caption="Stor tabell",
        row_header="Rad",
        columns=tuple(TableColumn(key=name, label=f"Kolumn {name}") for name in names),
        rows=tuple(
            TableRow(
                key=f"r{number}",
                label=f"Rad {number}",
                cells=tuple(cell(f"r{number}", name, working) for name in names),
            )
            for number in range(rows)
        ),
    )
    small = edition()
    return evolve(small, document=evolve(small.document, blocks=(table,)))
