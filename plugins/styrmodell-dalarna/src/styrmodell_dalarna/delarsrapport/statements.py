"""The statements: results, balance and the balance requirement, each with what it is compared with."""

from collections.abc import Iterator

from styrmodell.api import (
    Block,
    Column,
    Dimension,
    Expression,
    Finding,
    Kind,
    Measure,
    Note,
    Period,
    Row,
    TableSpec,
    column,
    ref,
    row,
    total,
)
from styrmodell_dalarna.delarsrapport.codes import UNBALANCED
from styrmodell_dalarna.rapport.economy import COST, INCOME, posts
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer, lacking

ITEMS, ASSETS, FUNDING, REQUIREMENT = "resultatposter", "tillgangar", "finansiering", "balanskrav"
RESULT = "periodens-resultat"
_ITEM = "resultatpost"
_OPERATING = (("avskrivningar", "Avskrivningar"),)
_SHARED = (("skatt", "Skatteintäkter"), ("bidrag", "Generella statsbidrag och utjämning"))
_FINANCIAL = (("finansiella-intakter", "Finansiella intäkter"), ("finansiella-kostnader", "Finansiella kostnader"))
_SCALE = Note(text="Miljoner kronor; intäkter är plus och kostnader minus.")
_REQUIRED = "balanskravspost"
_ADJUSTED = ("realisationsvinster", "vinster-undantag", "forluster-undantag", "orealiserade", "aterforing")
_RESERVED = ("rur-reservering", "rur-anvandning")
_BEFORE = "ingaende"


def result_table(writer: Writer) -> TableSpec | None:
    """The statement of results: so far and the same time last year, then the whole years; None without input."""
    if not (writer.is_told(ECONOMY) and _has(writer, ITEMS, (_ITEM,))):
        return None
    months = writer.months
    year, before = months.year_number, months.year_number - 1
    return TableSpec(
        key="resultatrakning",
        caption=f"Resultaträkning, {months.so_far_words}",
        row_header="Post",
        rows=tuple(_result_rows(writer)),
        columns=(
            Column(key="utfall", label=f"Utfall {months.so_far_words}", period=months.so_far),
            Column(key="forra", label="Samma period förra året", period=months.so_far.shift(-1)),
            Column(
                key="prognos",
                label=f"Helårsprognos {year}",
                period=months.year,
                kind=Kind.FORECAST,
                version=months.forecasts[-1],
            ),
            Column(key="budget", label=f"Budget {year}", period=months.year, kind=Kind.BUDGET),
            Column(key="avvikelse", label="Prognos mot budget", cell=column("prognos") - column("budget"), signed=True),
            Column(key="helar-forra", label=f"Helår {before}", period=Period.year(before)),
        ),
        scale="mnkr",
        decimals=1,
        notes=(_SCALE,),
        sheet="Resultaträkning",
    )


def _result_rows(writer: Writer) -> Iterator[Row]:
    dimension = posts(writer)
    members = {member.id for member in dimension.members} if dimension is not None else set()
    if dimension is not None and {INCOME, COST} <= members:
        yield Row(key="intakter", label="Verksamhetens intäkter", cell=ref(ECONOMY, dims=((dimension.id, INCOME),)))
        yield Row(key="kostnader", label="Verksamhetens kostnader", cell=ref(ECONOMY, dims=((dimension.id, COST),)))
        first: tuple[str, ...] = ("intakter", "kostnader")
    else:
        yield Row(key="verksamheten", label="Verksamhetens intäkter och kostnader", cell=ref(ECONOMY))
        first = ("verksamheten",)
    yield from _items(_OPERATING)
    yield _sum("nettokostnad", "Verksamhetens nettokostnad", (*first, *_keys(_OPERATING)))
    yield from _items(_SHARED)
    yield _sum("verksamhetens-resultat", "Verksamhetens resultat", ("nettokostnad", *_keys(_SHARED)))
    yield from _items(_FINANCIAL)
    yield _sum(RESULT, "Periodens resultat", ("verksamhetens-resultat", *_keys(_FINANCIAL)))


def _items(known: tuple[tuple[str, str], ...]) -> Iterator[Row]:
    for key, label in known:
        yield Row(key=key, label=label, cell=ref(ITEMS, dims=((_ITEM, key),)))


def _keys(known: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(key for key, _ in known)


def _sum(key: str, label: str, parts: tuple[str, ...]) -> Row:
    return Row(key=key, label=label, cell=total(row(one) for one in parts), level="total")


def balance_table(writer: Writer) -> TableSpec | None:
    """The balance sheet: the end of the period and of the year before; None without input."""
    sides = [(name, found) for name in (ASSETS, FUNDING) if (found := _dimension(writer, name)) is not None]
    if len(sides) < 2 or not all(writer.is_told(name, period=writer.months.month) for name, _ in sides):
        return None
    end, start = _ends(writer)
    return TableSpec(
        key="balansrakning",
        caption=f"Balansräkning per {end.last_day.isoformat()}",
        row_header="Post",
        rows=tuple(one for name, dimension in sides for one in _tree_rows(name, dimension)),
        columns=(
            Column(key="slut", label=end.last_day.isoformat(), period=end),
            Column(key="forra", label=start.last_day.isoformat(), period=start),
            Column(key="forandring", label="Förändring", cell=column("slut") - column("forra")),
        ),
        scale="mnkr",
        decimals=1,
        notes=(Note(text=f"Miljoner kronor. Jämförelsen är med senaste årsskifte, {start.last_day.isoformat()}."),),
        sheet="Balansräkning",
    )


def check_balance(writer: Writer) -> Iterator[Finding]:
    """An error for each day on which the two sides are not equal."""
    for period in _ends(writer):
        sides = [writer.value(name, period=period) for name in (ASSETS, FUNDING) if name in writer.measures]
        numbers = [one.number for one in sides]
        if len(numbers) < 2 or numbers[0] is None or numbers[1] is None or numbers[0] == numbers[1]:
            continue
        assets, funding = (one.text() for one in sides)
        off = writer.value(ref(ASSETS) - ref(FUNDING), period=period).text()
        source = writer.measures[ASSETS].source
        yield UNBALANCED.at(source, day=period.last_day.isoformat(), assets=assets, funding=funding, off=off)


def _ends(writer: Writer) -> tuple[Period, Period]:
    """The last month of the period, and that of the year before."""
    last = writer.months.year.first - 1
    return writer.months.month, Period(first=last, last=last)


def _tree_rows(measure: str, dimension: Dimension) -> Iterator[Row]:
    """A row a member, what it is made of before it where it is the whole, and indented under it where it is a part."""
    names = {str(member.id): member.name or member.id for member in dimension.members}
    parts = {str(whole): tuple(map(str, some)) for whole, some in dimension.parts().items()}
    root = str(dimension.root())

    def of(member: str, level: str) -> Row:
        return Row(key=member, label=names[member], cell=ref(measure, dims=((dimension.id, member),)), level=level)

    for part in parts.get(root, ()):
        yield of(part, "body")
        for below in parts.get(part, ()):
            yield of(below, "sub")
    yield of(root, "total")


def requirement_table(writer: Writer) -> TableSpec | None:
    """The balance requirement, by the year's forecast and by last year; None without input."""
    dimension = _dimension(writer, REQUIREMENT)
    months = writer.months
    if dimension is None or not _has(writer, REQUIREMENT, (_REQUIRED,)):
        return None
    return TableSpec(
        key="balanskrav",
        caption=f"Balanskravsutredning {months.year_number}, efter helårsprognosen",
        row_header="Post",
        rows=tuple(_requirement_rows(dimension)),
        columns=(
            Column(
                key="prognos",
                label=f"Helårsprognos {months.year_number}",
                period=months.year,
                kind=Kind.FORECAST,
                version=months.forecasts[-1],
            ),
            Column(key="budget", label=f"Budget {months.year_number}", period=months.year, kind=Kind.BUDGET),
            Column(key="forra", label=f"Utfall {months.year_number - 1}", period=Period.year(months.year_number - 1)),
        ),
        scale="mnkr",
        decimals=1,
        notes=(_SCALE, Note(text="Minus på sista raden är underskott som ska återställas.")),
        sheet="Balanskrav",
    )


def _requirement_rows(dimension: Dimension) -> Iterator[Row]:
    """The result, and after each group of items that there are the sum so far."""
    names = {str(member.id): member.name or member.id for member in dimension.members}
    yield Row(key="resultat", label="Årets resultat enligt resultaträkningen", cell=result())
    before = "resultat"
    for items, key, label in (
        (_ADJUSTED, "efter", "Resultat efter balanskravsjusteringar"),
        (_RESERVED, "balanskravsresultat", "Balanskravsresultat"),
        ((_BEFORE,), "kvar", "Att återställa efter året"),
    ):
        known = tuple(item for item in items if item in names)
        for item in known:
            yield Row(key=item, label=names[item], cell=ref(REQUIREMENT, dims=((dimension.id, item),)))
        yield _sum(key, label, (before, *known))
        before = key


def result() -> Expression:
    """The result: the operations, and all that is beside them."""
    return ref(ECONOMY) + ref(ITEMS)


def written(writer: Writer, spec: TableSpec | None, what: str) -> Iterator[Block]:
    """The table; what is lacking where there is none."""
    yield writer.context.table(spec) if spec is not None else lacking(what)


def _has(writer: Writer, measure: str, dimensions: tuple[str, ...]) -> bool:
    found: Measure | None = writer.measures.get(measure)
    return found is not None and set(dimensions) <= set(found.dimensions)


def _dimension(writer: Writer, measure: str) -> Dimension | None:
    found = writer.measures.get(measure)
    wanted = found.dimensions[:1] if found is not None else ()
    return next((one for one in writer.context.plan.dimensions if one.id in wanted), None)
