"""generic.investeringar: what is to be invested, item by item and by category."""

from collections.abc import Iterator

from styrmodell.finding import Text
from styrmodell.model.expression import Expression, ref, row, total
from styrmodell.model.investment import Investment
from styrmodell.model.lifting.lifted_measures import INVESTMENT, OBJECT, accumulated
from styrmodell.model.table_spec import Column, Note, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.generic.columns import amount_columns
from styrmodell.report.generic.plain_report import in_order, own, plain_report, words_of

_OTHER = "Övrigt"
_BEFORE = "tidigare"
SIGNS = "Utgifter skrivs med plus, inkomster med minus."


def _blocks(context: Context) -> Iterator[Block]:
    categories = words_of(context, "investeringskategori")
    items = in_order(own(context, context.plan.investments), categories, lambda one: one.category)
    columns = amount_columns(one for item in items for one in item.amounts)
    yield NewPage(landscape=True)
    if columns:
        yield context.table(_table(items, columns))
        yield context.table(_by_category(items, columns))
    else:
        yield Paragraph(text=f"Inga belopp för {context.unit.name}.")


def _outlay(one: Investment) -> Expression:
    """An outlay is printed with plus."""
    return -ref(INVESTMENT, dims=((OBJECT, one.id),))


def _table(items: tuple[Investment, ...], columns: tuple[Column, ...]) -> TableSpec:
    """Each whole before its parts, and what was spent before where somebody told it."""
    tops = _tops(items)
    spent = [one for item in items for one in item.amounts if one.accumulated]
    before = max((one.period for one in spent), default=None)
    first = () if before is None else (Column(key=_BEFORE, label=f"T.o.m. {before.text}", period=before),)
    return TableSpec(
        key="investeringar",
        caption="Investeringar",
        row_header="Investering",
        scale="tkr",
        notes=(Note(text=SIGNS),),
        columns=(*first, *columns),
        rows=(
            *_rows(items, tops),
            Row(key="summa", label="Summa", level="total", cell=total(row(one.id) for one in tops)),
        ),
    )


def _tops(items: tuple[Investment, ...]) -> list[Investment]:
    ids = {one.id for one in items}
    return [one for one in items if one.parent_id not in ids]


def _rows(items: tuple[Investment, ...], tops: list[Investment], depth: int = 0) -> Iterator[Row]:
    for one in tops:
        before = ((_BEFORE, -ref(accumulated(INVESTMENT), dims=((OBJECT, one.id),))),)
        has_before = any(amount.accumulated for other in items for amount in other.amounts)
        yield Row(
            key=one.id,
            label=f"{one.project_nr} {one.name}".strip(),
            level="sub" if depth else "body",
            cell=_outlay(one),
            by_column=before if has_before else (),
        )
        yield from _rows(items, [part for part in items if part.parent_id == one.id], depth + 1)


def _by_category(items: tuple[Investment, ...], columns: tuple[Column, ...]) -> TableSpec:
    groups: dict[str, list[Investment]] = {}
    for one in _tops(items):
        groups.setdefault(one.category or _OTHER, []).append(one)
    rows = [
        Row(key=f"k{at}", label=name, cell=total(map(_outlay, some)))
        for at, (name, some) in enumerate(groups.items(), 1)
    ]
    return TableSpec(
        key="kategorier",
        caption="Investeringar efter kategori",
        row_header="Kategori",
        scale="tkr",
        notes=(Note(text=SIGNS),),
        columns=columns,
        rows=(*rows, Row(key="summa", label="Summa", level="total", cell=total(row(one.key) for one in rows))),
    )


INVESTMENTS = plain_report(
    "generic.investeringar", Text(sv="Investeringsplan", en="Investment plan"), _blocks, lambda plan: plan.investments
)
