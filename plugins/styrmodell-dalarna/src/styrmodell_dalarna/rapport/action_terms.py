"""What the actions rest on: gross and net, what they give in a whole year, and what they wait for."""

from decimal import Decimal

from styrmodell.api import Action, Column, Kind, Note, Row, TableSpec, ref
from styrmodell_dalarna.rapport.writer import Writer

_CALCULATION, _OBJECT, _EFFECT = "atgard-kalkyl", "objekt", "effekt"
_EFFECTS = (("brutto", "Brutto"), ("moteffekt", "Kostnad på annat håll"), ("netto", "Netto"))
_TEXTS = (("kategori", "Kategori"), ("fran", "Effekt från"))
_MILLION = Decimal(1_000_000)


def terms_table(writer: Writer, own: tuple[Action, ...]) -> TableSpec:
    """An action a row: its category, first month, calculation, effect in a whole year and what must be decided."""
    return TableSpec(
        key="atgarder-forutsattningar",
        caption="Åtgärdernas beräkning och förutsättningar",
        row_header="Åtgärd",
        rows=tuple(_row(writer, one) for one in own),
        columns=(
            *(Column(key=key, label=label, is_text=True) for key, label in _TEXTS),
            *(
                Column(key=key, label=label, period=writer.months.year, kind=Kind.PLAN, dims=((_EFFECT, key),))
                for key, label in _EFFECTS
            ),
            Column(key="helar", label="Helårseffekt", is_text=True),
            Column(key="kraver", label="Kräver beslut om", is_text=True),
        ),
        scale="mnkr",
        decimals=1,
        notes=(Note(text="Miljoner kronor. Netto är brutto minus vad åtgärden kostar på annat håll."),),
        sheet="Åtgärder beräkning",
    )


def _row(writer: Writer, action: Action) -> Row:
    first = "" if action.first_month is None else action.first_month.text
    return Row(
        key=action.id,
        label=action.name,
        cell=ref(_CALCULATION, unit=writer.top, dims=((_OBJECT, action.id),)),
        texts=(
            ("kategori", action.category),
            ("fran", first),
            ("helar", _full_year(action)),
            ("kraver", "; ".join(action.needs)),
        ),
    )


def _full_year(action: Action) -> str:
    """ "11,0–13,0 från 2025"."""
    effect = action.full_year_effect
    if effect is None:
        return ""
    low, high = _millions(effect.low), _millions(effect.high)
    since = "" if action.full_year is None else f" från {action.full_year.text}"
    return f"{low}{since}" if low == high else f"{low}–{high}{since}"


def _millions(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount / _MILLION:.1f}".replace(".", ",").replace("-", "−")
