"""Charts of every kind, plain ones and such as are hard to draw."""

from fractions import Fraction

from attrs import evolve
from tests.report.editions import TKR, observed

from styrmodell.model.number import Exact
from styrmodell.report.chart import Chart, ChartKind, Matrix, MatrixItem
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.table import Cell, Table, TableColumn, TableRow, TrendCell

YEARS = ("2020", "2021", "2022", "2023", "2024")
NAMES = ("Hälso- och sjukvård", "Regional utveckling", "Folktandvård", "Kultur")
LONG = (
    "Hälso- och sjukvårdsförvaltningens gemensamma verksamhet",
    "Regionledningsförvaltningen med kansli och patientnämnd",
    "Specialistvård Sundsvall",
    "Ambulanssjukvårdsorganisationsutvecklingsprojektet",
)
RISKS = ("It-avbrott", "Brist på sjuksköterskor", "Försenat sjukhusbygge", "Höjda läkemedelspriser")
COUNT = NumberStyle()
SHARE = NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1)
Grid = dict[str, tuple[Exact | int | None, ...]]


def grid_table(grid: Grid, columns: tuple[str, ...], style: NumberStyle, totals: tuple[str, ...] = ()) -> Table:
    """A table of *grid*, row → figures; rows are called by their place ("r0"), columns too ("k0")."""

    def cell(row: int, column: int, value: Exact | int | None) -> Cell:
        # The figure's own row of a file holds decimals only; a share may be a third.
        working = evolve(observed(f"värde {row} {column}", None if value is None else 1), exact=value)
        return Cell(id=f"prov.bilaga@rlf@2020/figurer/r{row}/k{column}", style=style, open=lambda: working)

    return Table(
        id="prov.bilaga@rlf@2020/figurer",
        key="figurer",
        caption="Siffror",
        row_header="Del",
        columns=tuple(TableColumn(key=f"k{place}", label=label) for place, label in enumerate(columns)),
        rows=tuple(
            TableRow(
                key=f"r{row}",
                label=label,
                level="total" if label in totals else "body",
                cells=tuple(cell(row, column, value) for column, value in enumerate(values)),
            )
            for row, (label, values) in enumerate(grid.items())
        ),
    )


def make_chart(
    kind: ChartKind,
    grid: Grid,
    columns: tuple[str, ...] = YEARS,
    style: NumberStyle = COUNT,
    *,
    target: str = "",
    by_column: bool = False,
    totals: tuple[str, ...] = (),
    key: str = "prov",
) -> Chart:
    """A chart of *grid*."""
    table = grid_table(grid, columns, style, totals)
    return Chart(
        key=key,
        kind=kind,
        title="Det som visas",
        alt="Det stiger och faller.",
        table=table,
        target=target,
        by_column=by_column,
    )


def thousands(*values: int | None) -> tuple[int | None, ...]:
    """*values* in kr, given in tkr."""
    return tuple(None if value is None else value * 1000 for value in values)


def shares(*values: int | None) -> tuple[Fraction | None, ...]:
    """*values* as shares of one, given in per mille."""
    return tuple(None if value is None else Fraction(value, 1000) for value in values)


def charts() -> dict[str, Chart]:
    """Charts by what they show."""
    bar, stacked, line, waterfall = ChartKind.BAR, ChartKind.STACKED, ChartKind.LINE, ChartKind.WATERFALL
    costs: Grid = {
        NAMES[0]: thousands(4120, 4350, 4700, 4910, 5230),
        NAMES[1]: thousands(1210, None, 1330, 1290, 1405),
        NAMES[2]: thousands(640, 655, 690, None, 720),
    }
    balance: Grid = {
        NAMES[0]: thousands(120, -80, -240, 60, 310),
        NAMES[1]: thousands(40, 35, -60, -20, 15),
        NAMES[2]: thousands(-30, 10, 25, -45, None),
    }
    rate: Grid = {"Telefontillgänglighet": shares(812, 834, None, 871, 889), "Mål": shares(*[900] * 5)}
    rates: Grid = {name: shares(*(812 + 23 * at + 9 * step for step in range(5))) for at, name in enumerate(NAMES)}
    names = ("Budget 2023", "Löner", "Hyrpersonal", "Läkemedel", "Budget 2024")
    amounts = thousands(1500, 120, -210, None, 1410)
    steps: Grid = {name: (amount,) for name, amount in zip(names, amounts, strict=True)}
    long_steps: Grid = {name: thousands(amount) for name, amount in zip(LONG, (900, -300, 410, 1010), strict=True)}
    long_stacks: Grid = {name: thousands(900, -300, 410) for name in LONG}
    long_lines: Grid = {name: thousands(900 + at, -300, 410, 7) for at, name in enumerate(LONG)}
    small: Grid = {"Smått": (Fraction(1, 300), Fraction(1, 700))}
    wide: Grid = {name: thousands(4120 - 1310 * at) for at, name in enumerate(LONG)}
    wide_target: Grid = {name: (*thousands(4120 - 900 * at), *thousands(2500)) for at, name in enumerate(LONG)}
    months = tuple(f"{year}-{month:02}" for year in range(2020, 2025) for month in range(1, 13))
    ends = ("Budget 2023", "Budget 2024")
    return {
        "staplar": make_chart(bar, costs, style=TKR),
        "en-serie": make_chart(bar, {NAMES[0]: costs[NAMES[0]]}, style=TKR),
        "avvikelser": make_chart(bar, balance, style=TKR),
        "staplat": make_chart(stacked, balance, style=TKR),
        "staplat-brett": make_chart(stacked, costs, style=TKR, by_column=True),
        "linje-med-mal": make_chart(line, rate, style=SHARE, target="r1"),
        "linjer": make_chart(line, rates, style=SHARE),
        "vattenfall": make_chart(waterfall, steps, ("Belopp",), TKR, totals=ends),
        "langa-namn": make_chart(bar, wide, ("Netto",), TKR, by_column=True),
        "langa-namn-och-mal": make_chart(bar, wide_target, ("Utfall", "Mål"), TKR, by_column=True, target="k1"),
        "langa-namn-staplat": make_chart(stacked, long_stacks, LONG[:3], TKR, by_column=True),
        "langa-steg": make_chart(waterfall, long_steps, ("x",), TKR, totals=(LONG[0], LONG[3])),
        "langa-linjer": make_chart(line, long_lines, LONG, TKR),
        "manader": make_chart(line, {"Besök": tuple(1000 + 7 * at % 300 for at in range(60))}, months),
        "manga-staplar": make_chart(bar, {"Besök": tuple(1000 + 70 * at for at in range(60))}, months),
        "manga-serier": make_chart(bar, {f"Serie {at}": (at + 1, 2 * at) for at in range(11)}, ("A", "B")),
        "nollor": make_chart(bar, {"Inget": (0, 0)}, ("A", "B")),
        "inget": make_chart(bar, {"Inget": (None, None)}, ("A", "B")),
        "sma-tal": make_chart(bar, small, ("A", "B"), NumberStyle(decimals=4)),
        "stora-tal": make_chart(bar, {"Stort": (12345678901, -9876543210)}, ("A", "B")),
    }  # fmt: skip


def risk_matrix() -> Matrix:
    """A matrix with a crowd in one square."""
    crowd = tuple(MatrixItem(label=f"R{at}", name=f"Risk {at}", across=3, up=4) for at in range(5, 17))
    items = tuple(MatrixItem(label=f"R{at}", name=name, across=at, up=5 - at) for at, name in enumerate(RISKS, 1))
    return Matrix(
        key="risker",
        title="Risker",
        alt="De flesta riskerna är möjliga och har stor konsekvens.",
        across_title="Sannolikhet",
        up_title="Konsekvens",
        across=("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik", "Mycket sannolik"),
        up=("Försumbar", "Kännbar", "Allvarlig", "Mycket allvarlig"),
        items=(*items, *crowd),
    )


def trend(*values: int | None) -> TrendCell:
    """A course through *values*."""
    points = (observed(f"punkt {at}", value) for at, value in enumerate(values))
    cells = tuple(Cell(id=f"t/p{at}", style=COUNT, open=lambda p=point: p) for at, point in enumerate(points))
    return TrendCell(id="prov.bilaga@rlf@2020/figurer/r0/trend", points=cells)
