"""Bilaga 9: lokalarea in square metres."""

from collections.abc import Iterable

from styrmodell.api import Context, Row, TableSpec, Unit, ref
from styrmodell_vasternorrland.appendix import Appendix, Facts, Spec, administration_facts
from styrmodell_vasternorrland.head import administration
from styrmodell_vasternorrland.years import FIVE_YEARS

_MOST_NAMED = 3
TITLE = "Sammanställning av lokalarea (kvadratmeter)"

TABLE = TableSpec(
    key="lokalarea",
    caption=TITLE,
    row_header="Verksamhetsområde",
    columns=FIVE_YEARS,
    rows=(
        Row(key="egna", label="Egna lokaler", cell=ref("lokalarea", dims=(("lokaltyp", "egna"),))),
        Row(key="inhyrda", label="Inhyrda lokaler", cell=ref("lokalarea", dims=(("lokaltyp", "inhyrda"),))),
        Row(key="summa", label="Summa", level="total", cell=ref("lokalarea")),
    ),
)


def _reporting(context: Context) -> tuple[Unit, ...]:
    own = administration(context)
    return tuple(unit for unit in context.reporting_units("lokalarea") if unit.id != own.id)


def _facts(context: Context) -> Facts:
    """The förvaltning, and those below it that report, while they are few enough to name."""
    reporting = _reporting(context)
    names = ", ".join(unit.name for unit in reporting) if len(reporting) <= _MOST_NAMED else ""
    return (*administration_facts(context), *((("Verksamhet", names),) if names else ()))


def _code(context: Context) -> str:
    """The one that reports, else the förvaltning."""
    reporting = _reporting(context)
    return reporting[0].id.upper() if len(reporting) == 1 else context.unit.id.upper()


def _tables(_: Context) -> Iterable[Spec]:
    return (TABLE,)


BILAGA_9 = Appendix(number="9", title=TITLE, english="premises", unit="m2", tables=_tables, facts=_facts, code=_code)
