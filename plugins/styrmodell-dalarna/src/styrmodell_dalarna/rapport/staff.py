"""Staff (personal): full-time equivalents as a rolling twelve months, and sick leave."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
    Chart,
    ChartKind,
    Column,
    Field,
    Heading,
    ListSpec,
    Measure,
    Note,
    Row,
    TableSpec,
    Unit,
    column,
    ref,
)
from styrmodell_dalarna.rapport.goals import target_words
from styrmodell_dalarna.rapport.months import month_words, rolling
from styrmodell_dalarna.rapport.writer import Writer, lacking

FTE, SICK = "arsarbetare", "sjukfranvaro"


def section(writer: Writer) -> Iterable[Block]:
    """Full-time equivalents, then sick leave; each with what is lacking."""
    yield Heading(text="Årsarbetare", level=2)
    if writer.is_told(FTE):
        yield from _fte(writer, writer.measures[FTE])
    else:
        yield lacking(f"årsarbetare (måttet {FTE}) för {writer.months.words}")
    yield Heading(text="Sjukfrånvaro", level=2)
    if writer.is_told(SICK):
        yield from _sick(writer, writer.measures[SICK])
    else:
        yield lacking(f"sjukfrånvaro (måttet {SICK}) för {writer.months.words}")


def _unit_rows(writer: Writer, measure: str) -> tuple[Row, ...]:
    below = (Row(key=one.id, label=one.name, cell=ref(measure, unit=one.id)) for one in writer.children)
    return (*below, Row(key="totalt", label=writer.unit.name, cell=ref(measure), level="total"))


def _fte(writer: Writer, measure: Measure) -> Iterator[Block]:
    months = writer.months
    before = months.year_number - 1
    yield writer.context.table(
        TableSpec(
            key="arsarbetare",
            caption=f"Årsarbetare, {months.words}",
            row_header="Enhet",
            rows=_unit_rows(writer, FTE),
            columns=(
                Column(key="manad", label=months.words.capitalize(), period=months.month),
                Column(key="manad-forra", label=f"{months.name.capitalize()} {before}", period=months.month.shift(-1)),
                Column(key="forandring", label="Förändring", cell=column("manad") - column("manad-forra"), signed=True),
                Column(key="r12", label="Rullande 12 månader", period=months.rolling),
                Column(key="r12-forra", label=f"Rullande 12 t.o.m. dec {before}", period=months.until_last_year),
                Column(key="r12-forandring", label="Förändring", cell=column("r12") - column("r12-forra"), signed=True),
            ),
            decimals=1,
            notes=_described(measure),
            sheet="Årsarbetare",
        )
    )
    if months.number > 1:
        yield from _course(writer)


def _course(writer: Writer) -> Iterator[Block]:
    table = writer.context.table(
        TableSpec(
            key="arsarbetare-r12",
            caption="Årsarbetare, rullande tolv månader",
            row_header="Enhet",
            rows=(Row(key="totalt", label=writer.unit.name, cell=ref(FTE)),),
            columns=tuple(
                Column(key=f"m{number:02}", label=month_words(one).capitalize(), period=rolling(one.last))
                for number, one in enumerate(writer.months.each, 1)
            ),
            decimals=1,
            notes=(Note(text="Medelvärdet av de tolv månader som slutar med månaden."),),
            sheet="Årsarbetare R12",
        )
    )
    yield table
    yield Chart(
        key="arsarbetare-r12",
        kind=ChartKind.LINE,
        title=f"Årsarbetare, rullande tolv månader, {writer.unit.name}",
        alt="Hur årsarbetarna som rullande tolv månader har rört sig i år; talen står i tabellen.",
        table=table,
    )


def _sick(writer: Writer, measure: Measure) -> Iterator[Block]:
    months = writer.months
    before = months.year_number - 1
    yield writer.context.table(
        TableSpec(
            key="sjukfranvaro",
            caption=f"Sjukfrånvaro, {months.so_far_words}",
            row_header="Enhet",
            rows=_unit_rows(writer, SICK),
            columns=(
                Column(key="manad", label=months.words.capitalize(), period=months.month),
                Column(key="manad-forra", label=f"{months.name.capitalize()} {before}", period=months.month.shift(-1)),
                Column(key="hittills", label=f"Hittills {months.year_number}", period=months.so_far),
                Column(key="hittills-forra", label=f"Samma tid {before}", period=months.so_far.shift(-1)),
                Column(key="r12", label="Rullande 12 månader", period=months.rolling),
            ),
            decimals=1,
            notes=(Note(text=f"{measure.name}."), *_described(measure)),
            sheet="Sjukfrånvaro",
        )
    )
    yield writer.context.table(_sick_targets(writer, measure))


def _sick_targets(writer: Writer, measure: Measure) -> ListSpec[Unit]:
    return ListSpec(
        key="sjukfranvaro-mal",
        caption=f"Sjukfrånvaro mot målnivån, {writer.months.so_far_words}",
        items=(*writer.children, writer.unit),
        key_of=lambda one: one.id if one.id != writer.unit.id else "totalt",
        fields=(
            Field(key="enhet", label="Enhet", get=lambda one: one.name),
            Field(key="mal", label="Målnivå", get=lambda one: target_words(writer, measure, one.id)),
            Field(key="hittills", label="Hittills", get=lambda one: writer.value(measure.id, unit=one.id), decimals=1),
            Field(key="status", label="Status", get=lambda one: writer.value(measure.id, unit=one.id).status),
        ),
        sheet="Sjukfrånvaro mål",
    )


def _described(measure: Measure) -> tuple[Note, ...]:
    return (Note(text=measure.description),) if measure.description else ()
