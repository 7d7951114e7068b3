"""Bilaga 10 a: ekonomisk redovisning in thousands of kronor."""

from collections.abc import Iterable

from styrmodell.api import Column, Context, Note, Row, TableSpec, ref
from styrmodell_vasternorrland.appendix import Appendix, Printed
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


def _area(key: str, label: str, mark: str, level: str = "body", only: tuple[str, ...] = ()) -> Row:
    """A row for one member of the dimension dvo."""
    cell = ref("ekonomi", dims=(("dvo", key),))
    return Row(key=key, label=label, cell=cell, level=level, only=only, notes=(mark,) if mark else ())


_ROWS = (
    _area("primarvard", "Primärvård", "1)"),
    _area("lakemedel", "Läkemedel", "2)"),
    _area("bestallartandvard", "Beställartandvård", "3)"),
    _area("medicinsk_service", "Medicinsk service", "4)"),
    _area("allm_service", "Allm.service inkl. Centrala stabsfunktioner", "5)"),
    _area("ovrig_hos", "Övrig hälso- och sjukvård", "6)"),
    _area("fastighet", "Fastighetsförvaltning", "7)"),
    _area("hogskola", "Högskoleverksamhet", "8)"),
    _area("fortroende", "Förtroendemannaorg.", "9)"),
    _area("ovrig", "Övrig verksamhet", "10)"),
    Row(
        key="summa",
        label="SUMMA VERKSAMHET",
        level="total",
        cell=ref("ekonomi", dims=(("dvo", "verksamhet"),)),
    ),
    Row(key="finansiella_poster", label="Finansiella poster", level="heading"),
    _area("finans", "Finansiella intäkter/kostnader", "11)"),
    _area("tandvardsersattning", "Tandvårdsersättning", "12)"),
    _area("primarvardersattning", "Primärvårdersättning", "13)"),
    _area("regionbidrag", "Regionbidrag", "14)"),
    _area("resultat", "RESULTAT", "15)", level="total", only=_NET_ONLY),
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
    Note(text="Anm. Kostnader och intäkter anges avseende I/E-kod 0-3"),
    Note(mark="1)", text="Dvo 010--090, 092"),
    Note(mark="2)", text="Dvo 190"),
    Note(mark="3)", text="Dvo 320-330"),
    Note(mark="4)", text="Dvo 091, 191, 291, 940"),
    Note(mark="5)", text="Dvo 960"),
    Note(mark="6)", text="Dvo 180, 410-490, 890"),
    Note(mark="7)", text="Dvo 980"),
    Note(mark="8)", text="Dvo 520"),
    Note(mark="9)", text="Dvo 910, 920, 921"),
    Note(mark="10)", text="Övr.Dvo"),
    Note(mark="11)", text="Dvo 992"),
    Note(mark="12)", text="Dvo 995"),
    Note(mark="13)", text="Dvo 996"),
    Note(mark="14)", text="Dvo 993 Endast ie-kod 2 här"),
    Note(mark="15)", text="Dvo 999"),
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


def _tables(_: Context) -> Iterable[Printed]:
    return ((TABLE, None),)


BILAGA_10A = Appendix(number="10", letter="a", title=TITLE, english="economy", unit="tkr", tables=_tables)
