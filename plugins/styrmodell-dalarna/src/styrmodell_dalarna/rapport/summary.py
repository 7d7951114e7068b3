"""The summary (sammanfattning): what somebody has written, and the key figures."""

from collections.abc import Iterable, Iterator, Mapping

from styrmodell.api import Block, Cell, Column, Kind, Note, Row, TableSpec, column, ref
from styrmodell_dalarna.rapport.agency_staff import SHARE, members
from styrmodell_dalarna.rapport.staff import FTE, SICK
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer, lacking

PART = "sammanfattning"


def section(writer: Writer) -> Iterable[Block]:
    """The text with its figures, and the key figures; what is lacking of either."""
    yield from writer.text(PART, _figures(writer)) or (
        lacking(f"sammanfattning (avsnittet {PART}-{writer.unit.id}-{writer.months.month.text})"),
    )
    rows = tuple(_rows(writer))
    if not rows:
        yield lacking(f"nyckeltal för {writer.months.words}")
        return
    yield writer.context.table(_table(writer, rows))


def _table(writer: Writer, rows: tuple[Row, ...]) -> TableSpec:
    months = writer.months
    return TableSpec(
        key="nyckeltal",
        caption=f"Nyckeltal, {months.so_far_words}",
        row_header="Nyckeltal",
        rows=rows,
        columns=(
            Column(key="utfall", label="Hittills", period=months.so_far),
            Column(key="forra", label=f"Samma tid {months.year_number - 1}", period=months.so_far.shift(-1)),
            Column(key="budget", label="Budget hittills", period=months.so_far, kind=Kind.BUDGET),
            Column(key="avvikelse", label="Avvikelse", cell=column("utfall") - column("budget"), signed=True),
            Column(
                key="prognos",
                label=f"Helårsprognos {months.name}",
                period=months.year,
                kind=Kind.FORECAST,
                version=months.forecasts[-1],
            ),
            Column(key="budget-ar", label=f"Budget {months.year_number}", period=months.year, kind=Kind.BUDGET),
        ),
        notes=(Note(text="Miljoner kronor med kostnader som minus, om inget annat står i raden."),),
        sheet="Nyckeltal",
    )


def _rows(writer: Writer) -> Iterator[Row]:
    both = ("utfall", "forra")
    if writer.is_told(ECONOMY):
        yield Row(key="netto", label="Nettokostnad", cell=ref(ECONOMY), unit="mnkr", decimals=1)
        found = members(writer)
        if found is not None:
            yield Row(key="hyr", label="Hyrpersonal", cell=ref(ECONOMY, dims=found[0]), unit="mnkr", decimals=1)
    if SHARE in writer.measures and writer.is_told(SHARE):
        label = "Hyrpersonalens andel av personalkostnaden"
        yield Row(key="hyrandel", label=label, cell=ref(SHARE), only=both, decimals=1)
    if writer.is_told(FTE):
        label = "Årsarbetare, medelvärde hittills, antal"
        yield Row(key="arsarbetare", label=label, cell=ref(FTE), only=both, decimals=1)
    if writer.is_told(SICK):
        yield Row(key="sjukfranvaro", label="Sjukfrånvaro", cell=ref(SICK), only=both, decimals=1)


def _figures(writer: Writer) -> Mapping[str, Cell]:
    """The figures that the text may ask for, as ``{{ avvikelse }}``."""
    if not writer.is_told(ECONOMY):
        return {}
    months, net = writer.months, ref(ECONOMY)
    version = months.forecasts[-1]
    forecast = ref(ECONOMY, kind=Kind.FORECAST, version=version)
    asked = {
        "avvikelse": writer.value(net - ref(ECONOMY, kind=Kind.BUDGET)),
        "prognosavvikelse": writer.value(forecast - ref(ECONOMY, kind=Kind.BUDGET), period=months.year),
    }
    found = {
        name: writer.context.figure(name, value, unit="mnkr", decimals=1, signed=True) for name, value in asked.items()
    }
    if SHARE in writer.measures:
        found["hyrandel"] = writer.context.figure("hyrandel", writer.value(SHARE), decimals=1)
    return found
