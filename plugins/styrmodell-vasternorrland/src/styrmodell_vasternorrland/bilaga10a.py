"""Bilaga 10 a: ekonomisk redovisning in thousands of kronor."""

from collections.abc import Iterable

from styrmodell.api import Column, Context, Note, Row, TableSpec, ref
from styrmodell_vasternorrland.appendix import Appendix, Spec
from styrmodell_vasternorrland.definitions import AREAS, ECONOMY_INTERNAL, RESULT, Area, mark_of, numbered_notes
from styrmodell_vasternorrland.years import BUDGET, LAST_BUDGET, OUTCOME, PLAN_1, PLAN_2, Year

TITLE = "Ekonomisk redovisning, (tusental kronor)"


def _selection(year: Year, member: str, key: str, label: str, *notes: str) -> Column:
    return Column(
        key=f"{year.key}.{key}",
        label=label,
        group=year.label,
        period=year.offset,
        kind=year.kind,
        dims=(("slag", member),),
        notes=notes,
    )


def _net(year: Year) -> Column:
    return _selection(year, "netto", "netto", "Netto")


def _three(year: Year) -> tuple[Column, ...]:
    income = _selection(year, "intakt", "intakter", "Intäkter (+)")
    cost = _selection(year, "kostnad", "kostnader", "Kostnader (-)", "*)")
    return (income, cost, _net(year))


_COLUMNS = (_net(OUTCOME), _net(LAST_BUDGET), *_three(BUDGET), *_three(PLAN_1), *_three(PLAN_2))
_NET_ONLY = tuple(column.key for column in _COLUMNS if column.key.endswith(".netto"))
_NOTED = (*AREAS, RESULT)


def _area(area: Area, level: str = "body", only: tuple[str, ...] = ()) -> Row:
    """A row for one member of the dimension dvo."""
    cell = ref("ekonomi", dims=(("dvo", area.key),))
    mark = mark_of(area.key, _NOTED)
    return Row(key=area.key, label=area.label, cell=cell, level=level, only=only, notes=(mark,))


_ROWS = (
    *(_area(area) for area in AREAS if area.is_activity),
    Row(
        key="summa",
        label="SUMMA VERKSAMHET",
        level="total",
        cell=ref("ekonomi", dims=(("dvo", "verksamhet"),)),
    ),
    Row(key="finansiella_poster", label="Finansiella poster", level="heading"),
    *(_area(area) for area in AREAS if not area.is_activity),
    _area(RESULT, level="total", only=_NET_ONLY),
    Row(key="likviditetspaverkan", label="Likviditetspåverkan", level="heading"),
    Row(key="avskrivningar", label="Avskrivningar (ingår i verksamhetens kostnader)", cell=ref("avskrivningar")),
    Row(key="investeringar", label="Investeringar", cell=ref("investeringar"), only=_NET_ONLY),
    Row(
        key="diff",
        label="Diff (investering-avskrivning)",
        level="total",
        cell=ref("investering-avskrivning"),
        only=_NET_ONLY,
    ),
)

_NOTES = (
    Note(mark="*)", text="Inklusive kapitaltjänstkostnader"),
    Note(text=f"Anm. Kostnader och intäkter anges avseende I/E-kod {ECONOMY_INTERNAL}"),
    *numbered_notes(tuple(area.text for area in _NOTED)),
)

TABLE = TableSpec(
    key="ekonomi",
    caption=TITLE,
    row_header="Delområde",
    scale="tkr",
    columns=_COLUMNS,
    rows=_ROWS,
    notes=_NOTES,
)


def _tables(_: Context) -> Iterable[Spec]:
    return (TABLE,)


BILAGA_10A = Appendix(number="10", letter="a", title=TITLE, english="economy", unit="tkr", tables=_tables)
