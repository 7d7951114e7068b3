"""An edition that uses every kind of block: cover, contents, prose, lists, notes, words in tables, charts, a matrix."""

from fractions import Fraction

from attrs import evolve
from tests.report.editions import NONE, TKR, edition, observed, rolled_up

from styrmodell.aggregation.explanation import Explanation
from styrmodell.finding import Findings
from styrmodell.model.status import Status
from styrmodell.model.table_spec import Note
from styrmodell.report.chart import Chart, ChartKind, Matrix, MatrixItem
from styrmodell.report.document import Block, Contents, Document, Edition, Head, NewPage, Paragraph
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Run
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.status_mark import rating_tone, status_mark
from styrmodell.report.table import Cell, ColumnKind, Table, TableColumn, TableRow, TextCell, TrendCell

PREFIX = "prov.rikt@rlf@2020"
SHARE = NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1)
DAYS = NumberStyle(unit="dagar", decimals=0)
LINK = "https://www.rvn.se/verksamhetsplan?year=2020&del=1"
LONG = (
    "Verksamheten har arbetat vidare med den nära vården. Tillgängligheten per telefon är bättre än förra året, men "
    "väntetiderna till planerad operation har inte kortats i den takt som planen förutsatte."
)
MARKDOWN = """\
Regionens resultat är **{{ resultat }}**, vilket är *bättre än budget*. Läs mer i
[verksamhetsplanen](https://www.rvn.se/verksamhetsplan?year=2020&del=1).^[Beslutad av **fullmäktige** 2019-11-27.]

- Tillgänglighet
  1. telefon
  2. besök
- Kompetens

1. Först det ena
2. Sedan det andra^[Se även [regionens webb](https://www.rvn.se).]

Efter listan följer ett stycke.
"""


def figure(table: str, row: str, column: str, working: Explanation | None, style: NumberStyle = TKR) -> Cell:
    """A figure of the table called *table*."""
    opened = None if working is None else lambda: working
    return Cell(id=f"{PREFIX}/{table}/{row}/{column}", style=style, open=opened)


def words(table: str, row: str, column: str, text: str, kind: ColumnKind = ColumnKind.TEXT) -> TextCell:
    """Words in the table called *table*; a rating takes its tone."""
    tone = rating_tone(text) if kind is ColumnKind.RATING else None
    return TextCell(id=f"{PREFIX}/{table}/{row}/{column}", text=text, kind=kind, tone=tone)


def told_status(table: str, row: str, column: str, status: Status) -> TextCell:
    """A status in words."""
    mark = status_mark(status)
    return TextCell(
        id=f"{PREFIX}/{table}/{row}/{column}", text=mark.text, kind=ColumnKind.STATUS, status=status, tone=mark.tone
    )


def result_table(text: str = "") -> Table:
    """Figures in tkr: a heading, rows with rows below them, notes at single figures, a total."""
    columns = (
        TableColumn(key="utfall", label="Netto", group=text or "Utfall 2018"),
        TableColumn(key="budget", label="Netto", group="Budget 2020"),
        TableColumn(key="ram", label=text or "Ram", group="Budget 2020", notes=("*)",)),
    )
    amounts = {
        "intakter": ("Intäkter", "body", (1_520_300_000, 1_588_100_000, None)),
        "bidrag": (text or "varav statsbidrag", "sub", (310_200_000, 322_000_000, None)),
        "kostnader": ("Kostnader", "body", (-1_601_900_000, -1_630_400_000, -1_600_000_000)),
    }
    parts = {
        key: tuple(None if amount is None else observed(label, amount, line=line) for line, amount in enumerate(row, 2))
        for key, (label, _, row) in amounts.items()
    }
    sums = tuple(
        rolled_up("Resultat", tuple(part for part in (parts["intakter"][place], parts["kostnader"][place]) if part))
        for place in range(3)
    )

    def row(key: str, label: str, level: str, workings: tuple[Explanation | None, ...]) -> TableRow:
        cells = [figure("resultat", key, column.key, one) for column, one in zip(columns, workings, strict=True)]
        cells[1].notes = ("2)",) if key == "bidrag" else ()
        return TableRow(
            key=key, label=label, level=level, cells=tuple(cells), notes=("1)",) if key == "kostnader" else ()
        )

    return Table(
        id=f"{PREFIX}/resultat",
        key="resultat",
        caption=text or "Resultaträkning",
        row_header="Post",
        columns=columns,
        unit="tkr",
        rows=(
            TableRow(key="drift", label=text or "Verksamhetens drift", level="heading"),
            *(row(key, label, level, parts[key]) for key, (label, level, _) in amounts.items()),
            row("resultat", "RESULTAT", "total", sums),
        ),
        notes=(
            Note(mark="1)", text=text or "Inklusive avskrivningar"),
            Note(mark="2)", text="Preliminärt"),
            Note(mark="*)", text="Beslutad ram"),
            Note(mark="", text="Källa: ekonomisystemet."),
        ),
    )


def goal_table(text: str = "") -> Table:
    """Words of every kind beside figures, in groups of rows: status, rating, date, mark, running text, courses."""
    columns = (
        TableColumn(key="vag", label="Utveckling", kind=ColumnKind.TREND, group="Utfall"),
        TableColumn(key="andel", label="2020", group="Utfall"),
        TableColumn(key="lage", label="Läge", kind=ColumnKind.STATUS, group="Bedömning"),
        TableColumn(key="risk", label="Risk", kind=ColumnKind.RATING, group="Bedömning", choices=("Låg", "Hög")),
        TableColumn(key="klart", label="Klart", kind=ColumnKind.DATE),
        TableColumn(key="prio", label="Prio", kind=ColumnKind.MARK),
        TableColumn(key="text", label=text or "Kommentar", kind=ColumnKind.TEXT, notes=("a)",)),
    )
    goals = (
        ("God vård", text or "Telefontillgänglighet", (81, 84, 89), Status.MET, "Låg", "2020-12-31", "X", text or LONG),
        ("God vård", "Väntetid", (71, None, 64), Status.MISSED, "Hög", "2021-06-30", "", "Försenat."),
        ("Ekonomi", "Budget i balans", (99, 100, 100), Status.CLOSE, "Medel", "", "X", "Se avsnitt 2."),
        (text or "Ekonomi", "Ej mätt", (None, None, None), Status.NOT_MEASURED, "", "", "", ""),
    )
    rows = list[TableRow]()
    for place, (group, label, course, status, risk, ready, mark, comment) in enumerate(goals):
        key = f"mal{place}"
        workings = [None if one is None else evolve(observed(label, 1), exact=Fraction(one, 100)) for one in course]
        missing = observed(label, None)
        points = tuple(figure("mal", key, f"ar{at}", one or missing, SHARE) for at, one in enumerate(workings))
        cells = (
            TrendCell(id=f"{PREFIX}/mal/{key}/vag", points=points),
            figure("mal", key, "andel", workings[-1] or missing, SHARE),
            told_status("mal", key, "lage", status),
            words("mal", key, "risk", risk, ColumnKind.RATING),
            words("mal", key, "klart", ready, ColumnKind.DATE),
            words("mal", key, "prio", mark, ColumnKind.MARK),
            words("mal", key, "text", comment),
        )
        rows.append(TableRow(key=key, label=label, group=group, cells=cells))
    return Table(
        id=f"{PREFIX}/mal",
        key="mal",
        caption=text or "Målen och läget",
        row_header="Mått",
        columns=columns,
        rows=tuple(rows),
        group_header=text or "Mål",
        notes=(Note(mark="a)", text="Förvaltningens egen bedömning"),),
    )


def course_table(text: str = "") -> Table:
    """Years across, measures down, the last of them the target: what the charts draw. It is not printed."""
    years = ("2017", "2018", "2019", "2020")
    shares = {
        "telefon": (text or "Telefon", (812, 834, None, 889)),
        "besok": ("Besök", (701, 722, 745, 760)),
        "krav": ("Mål", (850, 850, 900, 900)),
    }

    def cell(row: str, year: str, share: int | None) -> Cell:
        working = observed(row, None if share is None else 1)
        return figure(
            "vagen", row, year, working if share is None else evolve(working, exact=Fraction(share, 1000)), SHARE
        )

    return Table(
        id=f"{PREFIX}/vagen",
        key="vagen",
        caption="Tillgänglighet",
        row_header="Mått",
        columns=tuple(TableColumn(key=year, label=year) for year in years),
        rows=tuple(
            TableRow(
                key=key, label=label, cells=tuple(cell(key, year, at) for year, at in zip(years, row, strict=True))
            )
            for key, (label, row) in shares.items()
        ),
    )


def step_table(text: str = "") -> Table:
    """From one budget to the next, one step below zero among them. It is not printed."""
    steps = (
        ("forra", "Budget 2019", 1500, "total"),
        ("loner", text or "Löner", 320, "body"),
        ("sparkrav", "Sparkrav", -640, "body"),
        ("saknas", "Inte räknat", None, "body"),
        ("nasta", "Budget 2020", 1180, "total"),
    )
    return Table(
        id=f"{PREFIX}/steg",
        key="steg",
        caption="Från budget till budget",
        row_header="Post",
        columns=(TableColumn(key="belopp", label="Belopp"),),
        rows=tuple(
            TableRow(
                key=key,
                label=label,
                level=level,
                cells=(figure("steg", key, "belopp", observed(label, None if amount is None else amount * 1_000_000)),),
            )
            for key, label, amount, level in steps
        ),
        unit="tkr",
    )


def charts(text: str = "") -> tuple[Chart, ...]:
    """A chart of each kind."""
    course = course_table(text)

    def drawn(kind: ChartKind, table: Table, *, target: str = "", by_column: bool = False) -> Chart:
        return Chart(
            key=f"{table.key}-{kind.value}",
            kind=kind,
            title=text or f"{table.caption}, {kind.value}",
            alt=f"Det stiger: {text}" if text else "Tillgängligheten stiger.",
            table=table,
            target=target,
            by_column=by_column,
        )

    return (
        drawn(ChartKind.BAR, course, target="krav"),
        drawn(ChartKind.STACKED, course, by_column=True),
        drawn(ChartKind.LINE, course, target="krav"),
        drawn(ChartKind.WATERFALL, step_table(text)),
    )


def risks(text: str = "") -> Matrix:
    """A risk matrix with two risks in one square."""
    return Matrix(
        key="risker",
        title=text or "Risker",
        alt="En risk är röd: brist på sjuksköterskor.",
        across_title=text or "Sannolikhet",
        up_title="Konsekvens",
        across=(text or "Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"),
        up=("Försumbar", text or "Kännbar", "Allvarlig", "Mycket allvarlig"),
        items=(
            MatrixItem(label="R1", name=text or "It-avbrott", across=2, up=3),
            MatrixItem(label="R2", name="Brist på sjuksköterskor", across=4, up=4),
            MatrixItem(label="R3", name="Försenat bygge", across=2, up=3),
        ),
    )


def prose(text: str = "") -> tuple[Prose | Listing, ...]:
    """Runs of every look, a footnote with a link in it, and lists in lists; nothing in *text* is markup."""
    note = (Run(text=text or "En fotnot med "), Run(text=text or "länk", link=LINK))
    looks = (
        Run(text=text or "fet", strong=True),
        Run(text=" "),
        Run(text=text or "kursiv", emphasis=True),
        Run(text=" "),
        Run(text=text or "länk", link=LINK),
        Run(text="", note=note),
        Run(text=" "),
        Run(text=text or "fet länk", link=LINK, strong=True),
        Run(text="."),
    )
    inner = Listing(items=(ListItem(runs=(Run(text=text or "under"),)), ListItem(runs=looks)), is_ordered=True)
    outer = (ListItem(runs=(Run(text=text or "punkt"),), lists=(inner,)), ListItem(runs=(Run(text="sista"),)))
    return (
        Prose(runs=looks),
        Listing(items=outer),
        Listing(items=(ListItem(runs=(Run(text=text or "tredje"),)),), is_ordered=True, first=3),
    )


def rich_blocks(text: str = "") -> tuple[Block, ...]:
    """Blocks of every kind; *text* stands in every place that takes text."""
    result = result_table(text)
    total = result.rows[-1].cells[1]
    assert isinstance(total, Cell)
    bar, stacked, line, waterfall = charts(text)
    return (
        Contents(levels=3),
        NewPage(),
        Heading(text=text or "Ekonomi"),
        Paragraph(markdown=MARKDOWN, figures=(("resultat", total),)),
        *prose(text),
        Heading(text="Resultat", level=2),
        Heading(text="Räkningen", level=4),
        result,
        Paragraph(text=text or "Ett stycke efter tabellen."),
        waterfall,
        NewPage(landscape=True),
        Heading(text="Mål"),
        goal_table(text),
        bar,
        NewPage(),
        Heading(text="Diagram och risker"),
        line,
        stacked,
        risks(text),
        Prose(runs=(Run(text="Sist ett stycke."),)),
    )


def rich_edition(
    text: str = "", *, draft: bool = False, findings: Findings = NONE, cover: bool = True, numbered: bool = True
) -> Edition:
    """An edition with a cover, a contents, and ``rich_blocks``."""
    plain = edition(draft=draft, findings=findings, text=text)
    head: Head = evolve(plain.document.head, subtitle=text or "Regionledningsförvaltningen 2020")
    document = Document(title=plain.document.title, head=head, blocks=rich_blocks(text), cover=cover, numbered=numbered)
    return evolve(plain, report="prov.rikt", document=document)


def with_blocks(*blocks: Block, numbered: bool = True) -> Edition:
    """A plain edition of *blocks*."""
    plain = edition()
    return evolve(plain, document=evolve(plain.document, blocks=blocks, numbered=numbered))
