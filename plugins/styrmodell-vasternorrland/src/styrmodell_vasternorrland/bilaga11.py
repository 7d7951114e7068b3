"""Bilaga 11: ekonomiska nyckeltal, in one variant for a förvaltning and one for a verksamhet with its own formulas."""

from collections.abc import Iterable

from styrmodell.api import Context, Period, Plan, Row, TableSpec, UnitId, ref
from styrmodell_vasternorrland.appendix import Appendix, Facts, Spec
from styrmodell_vasternorrland.definitions import OWN_RATIOS, RATIOS, mark_of, numbered_notes
from styrmodell_vasternorrland.years import FIVE_YEARS

TITLE = "Ekonomiska nyckeltal"
OWN_RATIO = "extern-intaktsfinansieringsgrad"

ADMINISTRATION_TABLE = TableSpec(
    key="nyckeltal",
    caption=TITLE,
    row_header="Nyckeltal",
    columns=FIVE_YEARS,
    rows=(
        Row(
            key="intaktsfinansieringsgrad",
            label="Intäktsfinansieringsgrad, %",
            cell=ref("intaktsfinansieringsgrad"),
            decimals=1,
            notes=(mark_of("intaktsfinansieringsgrad", RATIOS),),
        ),
        Row(
            key="aterinvesteringsgrad",
            label="Återinvesteringsgrad, %",
            cell=ref("aterinvesteringsgrad"),
            decimals=1,
            notes=(mark_of("aterinvesteringsgrad", RATIOS),),
        ),
        Row(
            key="tandvard_kr_inv",
            label="Tandvårdsersättning, kr per inv",
            cell=ref("tandvardsersattning-per-inv"),
            notes=(mark_of("tandvard_kr_inv", RATIOS),),
        ),
        Row(
            key="primarvard_kr_inv",
            label="Primärvårdsers, kr per inv",
            cell=ref("primarvardsersattning-per-inv"),
            notes=(mark_of("primarvard_kr_inv", RATIOS),),
        ),
        Row(
            key="regionbidrag_kr_inv",
            label="Regionbidrag, kronor per invånare",
            cell=ref("regionbidrag-per-inv"),
            notes=(mark_of("regionbidrag_kr_inv", RATIOS),),
        ),
        Row(key="invanare", label="Antal invånare resp. år", cell=ref("invanare")),
        Row(
            key="regionbidrag",
            label="Regionbidrag",
            cell=ref("ekonomi", dims=(("dvo", "regionbidrag"), ("slag", "netto"))),
            unit="tkr",
        ),
    ),
    notes=numbered_notes(tuple(ratio.text for ratio in RATIOS)),
)

OWN_TABLE = TableSpec(
    key="nyckeltal",
    caption=TITLE,
    row_header="Nyckeltal",
    columns=FIVE_YEARS,
    decimals=0,
    rows=(
        Row(
            key="extern_intaktsfinansieringsgrad",
            label="Extern intäktsfinansieringsgrad, %",
            cell=ref(OWN_RATIO),
            notes=(mark_of("extern_intaktsfinansieringsgrad", OWN_RATIOS),),
        ),
        Row(
            key="aterinvesteringsgrad",
            label="Återinvesteringsgrad, %",
            cell=ref("aterinvesteringsgrad-verksamhet"),
            notes=(mark_of("aterinvesteringsgrad", OWN_RATIOS),),
        ),
    ),
    notes=numbered_notes(tuple(ratio.text for ratio in OWN_RATIOS)),
)


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """The plan's unit, and every unit below it that reports ratios of its own."""
    own = (o.unit_id for o in plan.observations if o.measure_id == OWN_RATIO)
    return tuple((unit, plan.period) for unit in dict.fromkeys((plan.unit_id, *own)))


def _has_own(context: Context) -> bool:
    return context.unit in context.reporting_units(OWN_RATIO)


def _tables(context: Context) -> Iterable[Spec]:
    """The variant of the document's unit."""
    return (OWN_TABLE if _has_own(context) else ADMINISTRATION_TABLE,)


def _facts(context: Context) -> Facts:
    parent = next((unit.id.upper() for unit in context.plan.units if unit.id == context.unit.parent_id), "")
    name = f"{parent}-{context.unit.name}" if _has_own(context) and parent else context.unit.name
    return (("Förvaltning", name),)


def _code(context: Context) -> str:
    return context.unit.id.upper()


BILAGA_11 = Appendix(
    number="11",
    title=TITLE,
    english="economic ratios",
    tables=_tables,
    facts=_facts,
    code=_code,
    instances=_instances,
)
