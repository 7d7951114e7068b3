"""Economy (ekonomi): outcome against budget and last year, by post and by unit, and how the net cost has moved."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
    Column,
    Dimension,
    Dims,
    Heading,
    Note,
    Paragraph,
    Row,
    TableSpec,
    ref,
    row,
    total,
)
from styrmodell_dalarna.rapport import forecast, net_cost
from styrmodell_dalarna.rapport.columns import BETTER, against_budget
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer, lacking

INCOME, COST = "intakt", "kostnad"
_ROUNDED = Note(text="Miljoner kronor.")


def posts(writer: Writer) -> Dimension | None:
    """The dimension that the economy is told by: income and kinds of cost."""
    measure = writer.measures.get(ECONOMY)
    wanted = measure.dimensions[:1] if measure is not None else ()
    return next((one for one in writer.context.plan.dimensions if one.id in wanted), None)


def post_rows(dimension: Dimension | None) -> tuple[Row, ...]:
    """A row a post, the parts of a part indented under it, and the whole last."""
    if dimension is None:
        return (Row(key="netto", label="Netto", cell=ref(ECONOMY), level="total"),)
    names = {str(member.id): member.name or member.id for member in dimension.members}
    parts = {str(whole): some for whole, some in dimension.parts().items()}
    root = dimension.root()
    found: list[Row] = []

    def add(member: str, depth: int) -> None:
        found.append(
            Row(
                key=member,
                label=names[member] if depth < 2 else f"varav {names[member][:1].lower()}{names[member][1:]}",
                cell=ref(ECONOMY, dims=((dimension.id, member),)),
                level="body" if depth == 0 else "sub",
            )
        )
        for part in parts.get(member, ()):
            add(part, depth + 1)

    for member in parts.get(root, ()):
        add(member, 0)
    found.append(Row(key=root, label=names[root], cell=ref(ECONOMY, dims=((dimension.id, root),)), level="total"))
    return tuple(found)


def unit_rows(writer: Writer) -> tuple[Row, ...]:
    """A row a unit below, and the unit itself last: its own figure, in which what they sell each other is gone."""
    below = (Row(key=one.id, label=one.name, cell=ref(ECONOMY, unit=one.id)) for one in writer.children)
    return (*below, Row(key="totalt", label=writer.unit.name, cell=ref(ECONOMY), level="total"))


def section(writer: Writer) -> Iterable[Block]:
    """The economy's tables; what is lacking where nothing is booked for the month."""
    if not writer.is_told(ECONOMY):
        yield lacking(f"bokfört utfall för {writer.months.words}")
        return
    columns = against_budget(writer.months)
    yield Heading(text="Utfall mot budget", level=2)
    yield writer.context.table(
        TableSpec(
            key="resultat",
            caption=f"Resultat per post, {writer.months.so_far_words}",
            row_header="Post",
            rows=post_rows(posts(writer)),
            columns=columns,
            scale="mnkr",
            decimals=1,
            notes=(_ROUNDED, BETTER),
            sheet="Resultat",
        )
    )
    yield from _by_unit(writer, columns)
    yield from forecast.blocks(writer, post_rows(posts(writer)))
    yield from net_cost.blocks(writer)


def _by_unit(writer: Writer, columns: tuple[Column, ...]) -> Iterator[Block]:
    if not writer.children:
        yield Paragraph(text="Enheten har inga enheter under sig att redovisa per.")
        return
    yield writer.context.table(
        TableSpec(
            key="enheter",
            caption=f"Nettokostnad per enhet, {writer.months.so_far_words}",
            row_header="Enhet",
            rows=unit_rows(writer),
            columns=columns,
            scale="mnkr",
            decimals=1,
            notes=(_ROUNDED, BETTER),
            sheet="Enheter",
        )
    )
    dimension = posts(writer)
    if dimension is not None and {INCOME, COST} <= {member.id for member in dimension.members}:
        yield writer.context.table(_internal(writer, dimension))


def _internal(writer: Writer, dimension: Dimension) -> TableSpec:
    """What the units have sold each other is income of one and cost of another, and neither for them together."""

    def of(member: str) -> Dims:
        return ((dimension.id, member),)

    names = {str(member.id): member.name or member.id for member in dimension.members}
    below = tuple(one.id for one in writer.children)
    return TableSpec(
        key="internt",
        caption=f"Interna poster, {writer.months.so_far_words}",
        row_header="Enhet",
        rows=(
            *(Row(key=one.id, label=one.name, cell=ref(ECONOMY, unit=one.id)) for one in writer.children),
            Row(key="summa", label="Summa enheter", cell=total(row(one) for one in below), level="total"),
            Row(key="internt", label="Avgår: köp och sälj mellan enheterna", cell=row("totalt") - row("summa")),
            Row(key="totalt", label=writer.unit.name, cell=ref(ECONOMY), level="total"),
        ),
        columns=tuple(
            Column(key=member, label=names[member], period=writer.months.so_far, dims=of(member))
            for member in (INCOME, COST, dimension.root())
        ),
        scale="mnkr",
        decimals=1,
        notes=(_ROUNDED, Note(text="Det som en enhet köper av en annan tas bort ur både intäkter och kostnader.")),
        sheet="Interna poster",
    )
