"""The plan as units have told of it as a whole: target, forecast, and how the forecast has changed."""

from collections.abc import Callable

from attrs import frozen

from styrmodell.api import Field, Kind, ListSpec, Note, SavingsLevel, Value
from styrmodell_dalarna.handlingsplan.book import UNIT, Book


@frozen(kw_only=True)
class _Told:
    """A level with its figures.

    Attributes:
        figures: Target, forecast, deviation, share of the target and change, where they are known.
    """

    key: str
    level: SavingsLevel
    figures: tuple[Value | None, ...]


_FIGURES = (
    ("mal", "Mål, mnkr"),
    ("prognos", "Prognos, mnkr"),
    ("avvikelse", "Avvikelse, mnkr"),
    ("nadd", "Del av målet, %"),
    ("forandring", "Förändring sedan förra, mnkr"),
)


def table(book: Book) -> ListSpec[_Told]:
    """What each unit has told, the newest forecast of each."""
    is_one = len({level.measure_id for level in book.plan.levels}) == 1

    def of(place: int) -> Callable[[_Told], Value | None]:
        return lambda told: told.figures[place]

    return ListSpec(
        key="nivaer",
        caption="Handlingsplanen som helhet, senaste uppgiften",
        items=tuple(
            _Told(
                key=level.unit_id if is_one else f"{level.measure_id}-{level.unit_id}",
                level=level,
                figures=_figures(book, level),
            )
            for level in book.plan.levels
        ),
        key_of=lambda told: told.key,
        fields=(
            Field(key="enhet", label="Enhet", get=lambda told: told.level.unit_name),
            *(
                Field(key=key, label=label, get=of(place), unit="" if key == "nadd" else UNIT, decimals=1)
                for place, (key, label) in enumerate(_FIGURES)
            ),
            Field(key="fran", label="Från och till", get=_versions),
        ),
        notes=(Note(text="Avvikelse är prognos minus mål, del av målet prognos genom mål."),),
        sheet="Helheten",
    )


def version_of(level: SavingsLevel) -> str:
    """Which forecast is the newest, where there are several."""
    return level.change.version if level.change is not None else ""


def _figures(book: Book, level: SavingsLevel) -> tuple[Value | None, ...]:
    context = book.context
    # Asked for by its version: a deviation of no version would be held against the newest that was printed.
    deviation = context.value(level.measure_id, unit=level.unit_id, kind=Kind.FORECAST, version=version_of(level))
    found = (
        context.value_of(level.target),
        context.value_of(level.forecast),
        deviation,
        context.value_of(level.reached),
        context.value_of(level.change.explanation) if level.change is not None else None,
    )
    return tuple(one if one is not None and one.exact is not None else None for one in found)


def _versions(told: _Told) -> str:
    change = told.level.change
    return "" if change is None else f"{change.before} → {change.version}"
