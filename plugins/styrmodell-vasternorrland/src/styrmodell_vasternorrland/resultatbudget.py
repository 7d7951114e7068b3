"""Resultatbudget (5.2 in the verksamhetsplan), in millions of kronor, and what it must agree with."""

from collections.abc import Iterator

from styrmodell.api import Context, Expression, Relation, Row, Table, TableSpec, ref
from styrmodell_vasternorrland.bilaga10a import TABLE as ECONOMY
from styrmodell_vasternorrland.cells import cell_at
from styrmodell_vasternorrland.years import FIVE_YEARS

REPORT = "vasternorrland.verksamhetsplan"
TITLE = "Resultatbudget, miljoner kronor"
_MEASURE = "resultatbudget"


def _line(member: str) -> Expression:
    return ref(_MEASURE, dims=(("resultatrad", member),))


def _row(key: str, label: str, level: str = "body") -> Row:
    return Row(key=key, label=label, cell=_line(key), level=level)


TABLE = TableSpec(
    key="resultatbudget",
    caption=TITLE,
    row_header="Resultatbudget",
    scale="mnkr",
    sheet="5.2 Resultatbudget",
    columns=FIVE_YEARS,
    rows=(
        _row("intakter", "Verksamhetens intäkter"),
        _row("kostnader", "Verksamhetens kostnader"),
        _row("avskrivningar", "Avskrivningar"),
        _row("nettokostnader", "Verksamhetens nettokostnader", "total"),
        _row("regionbidrag", "Regionbidrag"),
        _row("verksamhetens_resultat", "Verksamhetens resultat", "total"),
        _row("fin_intakter", "Finansiella intäkter"),
        _row("fin_kostnader", "Finansiella kostnader"),
        _row("resultat_efter_fin", "Resultat efter finansiella poster", "total"),
        _row("arets_resultat", "Årets resultat", "total"),
    ),
)

# Row of 5.2, row of bilaga 10 a, and how people call what they have in common.
_SHARED = (("regionbidrag", "regionbidrag", "Regionbidraget"), ("arets_resultat", "resultat", "Årets resultat"))


def relations(context: Context) -> tuple[Relation, ...]:
    """Regionbidrag and the result are those of bilaga 10 a, in the years that both have."""
    if not _has_figures(context):
        return ()
    own = context.table(TABLE, report=REPORT)
    return tuple(_relations(own, context.table(ECONOMY, report="vasternorrland.bilaga10a")))


def _has_figures(context: Context) -> bool:
    return any(measure.id == _MEASURE for measure in context.plan.measures)


def _relations(own: Table, economy: Table) -> Iterator[Relation]:
    for column in own.columns:
        net = f"{column.key}.netto"
        if all(other.key != net for other in economy.columns):
            continue  # bilaga 10 a has last year's budget, and no forecast
        for row, other_row, name in _SHARED:
            yield Relation(
                text=f"{name} i 5.2 och i bilaga 10 a, {column.label}",
                terms=((1, cell_at(own, row, column.key)), (-1, cell_at(economy, other_row, net))),
            )
