"""Investments (investeringar): what is spent so far and what the year is expected to cost, against the budget."""

from collections.abc import Iterable

from styrmodell.api import Block, Column, Investment, Kind, Note, Row, TableSpec, column, ref, row, total
from styrmodell_dalarna.rapport.months import Months
from styrmodell_dalarna.rapport.writer import Writer, lacking

_MEASURE, _OBJECT = "investering", "objekt"


def section(writer: Writer) -> Iterable[Block]:
    """The investments of the unit and of those below it."""
    plan = writer.context.plan
    own = tuple(
        one for one in plan.investments if (one.unit_id or plan.unit_id) in writer.within and one.parent_id is None
    )
    yield (
        writer.context.table(_table(writer, own)) if own else lacking("investeringar för enheten eller någon under den")
    )


def _table(writer: Writer, own: tuple[Investment, ...]) -> TableSpec:
    rows = tuple(
        Row(
            key=one.id,
            label=one.name,
            cell=ref(_MEASURE, dims=((_OBJECT, one.id),)),
            texts=(("enhet", writer.units[one.unit_id or writer.context.plan.unit_id].name),),
        )
        for one in own
    )
    return TableSpec(
        key="investeringar",
        caption=f"Investeringar, {writer.months.so_far_words}",
        row_header="Investering",
        rows=(*rows, Row(key="summa", label="Summa", cell=total(row(one.key) for one in rows), level="total")),
        columns=_columns(writer.months),
        scale="tkr",
        notes=(Note(text="Tusental kronor; utgifter är minus. Plus mot budget är en lägre utgift."),),
        sheet="Investeringar",
    )


def _columns(months: Months) -> tuple[Column, ...]:
    return (
        Column(key="enhet", label="Enhet", is_text=True),
        Column(key="budget", label=f"Budget {months.year_number}", period=months.year, kind=Kind.BUDGET),
        Column(key="utfall", label="Utfall hittills", period=months.so_far),
        Column(
            key="prognos",
            label=f"Helårsprognos {months.name}",
            period=months.year,
            kind=Kind.FORECAST,
            version=months.forecasts[-1],
        ),
        Column(key="kvar", label="Prognos mot budget", cell=column("prognos") - column("budget"), signed=True),
    )
