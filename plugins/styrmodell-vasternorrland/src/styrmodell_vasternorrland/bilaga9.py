"""Bilaga 9: lokalarea in square metres."""

from styrmodell.api import Context, Document, ReportSpec, Row, TableSpec, Text, ref
from styrmodell_vasternorrland.head import administration, make_head
from styrmodell_vasternorrland.years import FIVE_YEARS

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


def build(context: Context) -> Document:
    """The appendix; the verksamheter that report are named in its head."""
    reporting = [unit for unit in context.reporting_units("lokalarea") if unit.level == "verksamhet"]
    names = ", ".join(unit.name for unit in reporting)
    facts = (("Förvaltning", administration(context).name), *((("Verksamhet", names),) if names else ()))
    code = reporting[0].id.upper() if len(reporting) == 1 else context.unit.id.upper()
    return Document(title=TITLE, head=make_head(context, "9", facts, code), blocks=(context.table(TABLE),))


BILAGA_9 = ReportSpec(
    key="vasternorrland.bilaga9",
    title=Text(sv="Bilaga 9, lokalarea", en="Appendix 9, premises"),
    build=build,
)
