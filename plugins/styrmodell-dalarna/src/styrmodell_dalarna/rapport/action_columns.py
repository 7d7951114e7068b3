"""The columns that actions are told by, and the effect that stands in them."""

from styrmodell.api import Action, Column, Expression, Kind, column, ref
from styrmodell_dalarna.rapport.months import NAMES
from styrmodell_dalarna.rapport.writer import Writer

_MEASURE, _OBJECT = "atgard", "objekt"


def effect(action: Action, writer: Writer) -> Expression:
    """What the action gives, after what it costs elsewhere: so it is asked for at the highest unit."""
    return ref(_MEASURE, unit=writer.top, dims=((_OBJECT, action.id),))


def action_columns(writer: Writer, *, has_change: bool) -> tuple[Column, ...]:
    months = writer.months
    found = [
        Column(key="mal", label="Mål", period=months.year, kind=Kind.PLAN),
        Column(key="utfall", label="Utfall hittills", period=months.so_far),
        _forecast(writer, "prognos", months.number, "Prognos"),
        Column(key="avvikelse", label="Avvikelse mot mål", cell=column("prognos") - column("mal"), signed=True),
    ]
    if has_change and months.number > 1:
        found.append(_forecast(writer, "forra", months.number - 1, "Förra prognosen"))
        found.append(
            Column(key="forandring", label="Förändring", cell=column("prognos") - column("forra"), signed=True)
        )
    return tuple(found)


def _forecast(writer: Writer, key: str, number: int, word: str) -> Column:
    months = writer.months
    return Column(
        key=key,
        label=f"{word} {NAMES[number - 1]}",
        period=months.year,
        kind=Kind.FORECAST,
        version=months.forecasts[number - 1],
    )
