"""Bilaga 10 b, planned investments, and the table in 5.3 that sums it by category: an outlay is printed with plus."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from styrmodell.api import (
    Column,
    Context,
    Expression,
    Investment,
    Kind,
    Period,
    Relation,
    Row,
    Table,
    TableSpec,
    column,
    ref,
    row,
    slug,
    total,
)
from styrmodell_vasternorrland.appendix import Appendix, Spec
from styrmodell_vasternorrland.bilaga10a import TABLE as ECONOMY
from styrmodell_vasternorrland.cells import cell_at
from styrmodell_vasternorrland.it_plan import investments, investments_before, invests
from styrmodell_vasternorrland.years import ADDED_YEARS

REPORT, PLAN_REPORT = "vasternorrland.bilaga10b", "vasternorrland.verksamhetsplan"
TITLE = "Sammanställning av planerade investeringar (1.000-tal kr)"
CATEGORIES = "investeringar53"
# What bilaga 10 a leaves out: Regionfastigheter's own investments are told apart there.
_SET_APART = "Regionfastigheter"

# The budget year and the two after it.
_BUDGETED = ADDED_YEARS[1:]
BEFORE = "tom"
SUM = "summa"
OTHERS = "ovrigt"
_COLUMNS = (
    Column(key="nr", label="Proj.nr", is_text=True),
    Column(key=BEFORE, label="Utgift t o m {year}", period=-2, kind=Kind.OUTCOME),
    *ADDED_YEARS,
    Column(key=SUM, label="Summa utgift t o m {year}", period=2, kind=Kind.PLAN),
)
_SUMMED = total(column(key) for key in (BEFORE, *(year.key for year in ADDED_YEARS)))


def _spent(dims: tuple[tuple[str, str], ...]) -> tuple[Expression, tuple[tuple[str, Expression], ...]]:
    """What a row shows in the years, and what it shows in the columns before and after them."""
    return -ref("investering", dims=dims), ((BEFORE, -ref("investering-ackumulerad", dims=dims)), (SUM, _SUMMED))


def _item(one: Investment) -> Row:
    cell, others = _spent((("objekt", one.id),))
    level = "sub" if one.parent_id else "body"
    return Row(key=one.id, label=one.name, level=level, cell=cell, by_column=others, texts=(("nr", one.project_nr),))


def _ordered(items: Sequence[Investment]) -> Iterator[Investment]:
    """Each whole before its parts."""
    for one in items:
        if one.parent_id is None:
            yield one
            yield from (part for part in items if part.parent_id == one.id)


def table(context: Context) -> TableSpec:
    """Every investment of the plan, its parts below it, and what IT takes from bilaga 10 c."""
    items = context.plan.investments
    body = context.settings.get("namnd", context.plan.body)
    it = _it_row(context)
    parts = (*((it.key,) if it.cell is not None else ()), *(one.id for one in items if one.parent_id is None))
    whole = total(row(key) for key in parts) if parts else None
    others = [key for key in parts if key != it.key]
    return TableSpec(
        key="investeringar",
        caption=TITLE,
        row_header="Benämning",
        scale="tkr",
        columns=_COLUMNS,
        rows=(
            *((Row(key="namnd", label=body, level="heading"),) if body else ()),
            it,
            _others_row(others),
            *map(_item, _ordered(items)),
            Row(
                key="totalt",
                label="TOTALT FÖRVALTNING",
                level="total",
                cell=whole,
                by_column=((SUM, _SUMMED),) if whole is not None else (),
                texts=(("nr", ""),),
            ),
        ),
    )


def _others_row(keys: Sequence[str]) -> Row:
    """The heading over all that is not IT; the form sums it in the last column alone."""
    label = "Övrigt (spec nedan)"
    if not keys:
        return Row(key=OTHERS, label=label, level="heading")
    cell = total(row(key) for key in keys)
    return Row(key=OTHERS, label=label, cell=cell, only=(SUM,), texts=(("nr", ""),))


def _it_row(context: Context) -> Row:
    year, before = investments(context.plan), investments_before(context.plan)
    columns = ((BEFORE, before), (SUM, _SUMMED)) if before is not None else ()
    return Row(key="it", label="IT (spec på bil 10c)", cell=year, by_column=columns, texts=(("nr", ""),))


def by_category(context: Context) -> TableSpec:
    """5.3: the investments of bilaga 10 b by their category, in the budget year and the two after it."""
    rows = [
        Row(key=slug(name), label=name, cell=total(map(_outlay, items)), only=_planned(context, items))
        for name, items in _categories(context).items()
    ]
    it = investments(context.plan)
    if it is not None and invests(context.plan):
        rows.append(Row(key="it", label="IT", cell=it))
    whole = total(row(one.key) for one in rows) if rows else None
    return TableSpec(
        key=CATEGORIES,
        caption="Investeringar, tusental kronor",
        row_header="Verksamhet",
        scale="tkr",
        sheet="5.3 Investeringar",
        columns=tuple(evolve(year, label="Budget {year}") for year in _BUDGETED),
        rows=(*rows, Row(key="totalt", label="Totalt", level="total", cell=whole)),
    )


def _categories(context: Context) -> dict[str, list[Investment]]:
    """The investments that are no part of another, by category: the profile's first, then others as they come."""
    known = dict(context.profile.value_lists).get("investeringskategori", ())
    groups: dict[str, list[Investment]] = {name: [] for name in known}
    for one in context.plan.investments:
        if one.parent_id is None:
            groups.setdefault(one.category or "Övrigt", []).append(one)
    return {name: items for name, items in groups.items() if items}


def _outlay(one: Investment) -> Expression:
    return -ref("investering", dims=(("objekt", one.id),))


def _planned(context: Context, items: list[Investment]) -> tuple[str, ...]:
    """The columns of 5.3 in which anything of *items*, or of their parts, is planned: the others are left blank."""
    names = {one.id for one in items}
    parts = [one for one in context.plan.investments if one.id in names or one.parent_id in names]
    amounts = {(amount.period, amount.kind) for one in parts for amount in one.amounts if not amount.accumulated}
    shown = (year.key for year in _BUDGETED if (_period(context, year), year.kind) in amounts)
    return tuple(shown) or (_BUDGETED[0].key,)


def _period(context: Context, year: Column) -> Period:
    return context.period.shift(year.period) if isinstance(year.period, int) else context.period


def relations(context: Context) -> tuple[Relation, ...]:
    """The total of 5.3 is that of bilaga 10 b, and but for what is set apart that of bilaga 10 a."""
    if not context.plan.investments:
        return ()
    own = context.table(by_category(context), report=PLAN_REPORT)
    items = context.table(table(context), report=REPORT)
    return tuple(_relations(own, items, context.table(ECONOMY, report="vasternorrland.bilaga10a")))


def _relations(own: Table, appendix: Table, economy: Table) -> Iterator[Relation]:
    set_apart = [one.key for one in own.rows if one.label == _SET_APART]
    nets = [one.key for one in economy.columns if one.key.endswith(".netto")][-len(own.columns) :]
    for year, net in zip(own.columns, nets, strict=True):
        whole, other = cell_at(own, "totalt", year.key), cell_at(appendix, "totalt", year.key)
        yield Relation(text=f"Investeringarna i 5.3 och i bilaga 10 b, {year.label}", terms=((1, whole), (-1, other)))
        # Bilaga 10 a writes outlays with minus, and leaves out what Regionfastigheter invests.
        apart = tuple((-1, cell_at(own, key, year.key)) for key in set_apart)
        words = f" utom {_SET_APART}" if apart else ""
        yield Relation(
            text=f"Investeringarna i 5.3{words} och i bilaga 10 a, {year.label}",
            terms=((1, whole), *apart, (1, cell_at(economy, "investeringar", net))),
        )


def _tables(context: Context) -> Iterable[Spec]:
    return (table(context),)


BILAGA_10B = Appendix(
    number="10",
    letter="b",
    title=TITLE,
    english="planned investments",
    unit="tkr",
    tables=_tables,
    relations=relations,
)
