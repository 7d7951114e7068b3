"""Steps of the calendar: how many each unit has done, which it lacks, and every step period by period."""

from collections.abc import Callable, Iterator
from datetime import date

from attrs import frozen

from styrmodell.api import Block, CalendarRow, Context, Field, ListSpec, Note, Period, StepStanding
from styrmodell_dalarna.rapport.months import months_of
from styrmodell_dalarna.rapportslag import period_words

_SAYS = Note(
    text="Ett steg är klart när det är antecknat som utfört. Formulär som kommit in, och frysta rapporter, visas av "
    "styrmodell calendar."
)


@frozen(kw_only=True)
class UnitSteps:
    """A unit with its steps."""

    unit: str
    name: str
    rows: tuple[CalendarRow, ...]

    def count(self, standing: StepStanding) -> int:
        """How many stand so."""
        return sum(row.standing is standing for row in self.rows)

    @property
    def late(self) -> int:
        """How many of what is done was done after its day."""
        return sum(row.late_days > 0 for row in self.rows)


def units_table(rows: tuple[CalendarRow, ...], on: date) -> ListSpec[UnitSteps]:
    """How many steps of each unit are done, lacking and not due."""
    return ListSpec(
        key="enheter",
        caption=f"Årshjulets steg per enhet, {on.isoformat()}",
        items=_by_unit(rows),
        key_of=lambda one: one.unit,
        fields=(
            Field(key="enhet", label="Enhet", get=lambda one: one.name),
            Field(key="alla", label="Steg", get=lambda one: len(one.rows)),
            Field(key="klara", label="Klara", get=lambda one: one.count(StepStanding.DONE)),
            Field(key="sena", label="Varav sena", get=lambda one: one.late),
            Field(key="saknas", label="Saknas", get=lambda one: one.count(StepStanding.LACKING)),
            Field(key="ej-forfallna", label="Ej förfallna", get=lambda one: one.count(StepStanding.NOT_DUE)),
        ),
        notes=(_SAYS,),
        sheet="Steg per enhet",
    )


def lacking_table(rows: tuple[CalendarRow, ...], on: date) -> ListSpec[CalendarRow]:
    """The reports and other steps that should have been done by now."""
    found = sorted((row for row in rows if row.standing is StepStanding.LACKING), key=lambda row: row.due)
    return ListSpec(
        key="saknas",
        caption=f"Steg som skulle ha varit klara {on.isoformat()}",
        items=tuple(found),
        key_of=lambda row: f"{row.step.key}-{row.unit}-{_key(row.period)}",
        fields=(
            Field(key="steg", label="Steg", get=lambda row: row.step.name),
            Field(key="enhet", label="Enhet", get=lambda row: row.unit_name),
            Field(key="avser", label="Avser", get=lambda row: _words(row.period)),
            Field(key="senast", label="Senast", get=lambda row: row.due),
            Field(key="dagar", label="Dagar över tiden", get=lambda row: (on - row.due).days),
            Field(key="roll", label="Ansvarig", get=lambda row: ", ".join(row.step.roles)),
        ),
        sheet="Steg som saknas",
    )


def each_step(context: Context, rows: tuple[CalendarRow, ...]) -> Iterator[Block]:
    """A table a step: a row a unit, a column a period."""
    for key in dict.fromkeys(row.step.key for row in rows):
        yield context.table(_step_table(tuple(row for row in rows if row.step.key == key)))


def _step_table(rows: tuple[CalendarRow, ...]) -> ListSpec[UnitSteps]:
    step = rows[0].step
    periods = sorted({row.period for row in rows}, key=lambda one: one.last)
    return ListSpec(
        key=f"steg-{step.key}",
        caption=step.name,
        items=_by_unit(rows),
        key_of=lambda one: one.unit,
        fields=(
            Field(key="enhet", label="Enhet", get=lambda one: one.name),
            *(Field(key=f"p{_key(one)}", label=_heading(one), get=_standing(one)) for one in periods),
        ),
        notes=(Note(text=f"Senast: {step.due}. Dagen är när steget gjordes; + är dagar över tiden."),),
        sheet=step.name,
    )


def _standing(period: Period) -> Callable[[UnitSteps], str]:
    def get(one: UnitSteps) -> str:
        row = next((row for row in one.rows if row.period == period), None)
        if row is None:
            return ""
        if row.standing is StepStanding.LACKING:
            return "saknas"
        if row.standing is StepStanding.NOT_DUE:
            return f"senast {row.due.isoformat()}"
        day = row.told.day.isoformat() if row.told.day is not None else "klar"
        return f"{day} (+{row.late_days})" if row.late_days else day

    return get


def _words(period: Period) -> str:
    """A month by its name, all else as reports say it."""
    months = months_of(period)
    return months.words if period == months.month else period_words(period)


def _heading(period: Period) -> str:
    words = months_of(period).name if period == months_of(period).month else period_words(period)
    return f"{words[:1].upper()}{words[1:]}"


def _key(period: Period) -> str:
    return period.text.replace("..", "-").casefold()


def _by_unit(rows: tuple[CalendarRow, ...]) -> tuple[UnitSteps, ...]:
    names = {row.unit: row.unit_name for row in rows}
    return tuple(
        UnitSteps(unit=unit, name=name, rows=tuple(row for row in rows if row.unit == unit))
        for unit, name in names.items()
    )
