"""Every action: target, outcome, forecast and deviation in one table, and what they rest on in another."""

from collections.abc import Callable, Iterator

from styrmodell.api import EffectBasis, Field, ListSpec, NetState, Note, SavingsColumn, SavingsLine, Value
from styrmodell_dalarna.handlingsplan.book import METHODS, UNIT, Book, range_words
from styrmodell_dalarna.handlingsplan.tables import told_only

_SAME, _NO_NET, _UNSAID = "a)", "b)", "c)"
_NOTES = (
    (_SAME, "Samma besparing redovisas av en annan enhet: åtgärden visas men räknas inte i summan."),
    (_NO_NET, "Nettoeffekten är inte beräknad."),
    (_UNSAID, "Prognosen har ändrats och ingen har sagt varför."),
)
_FIGURES = (
    (SavingsColumn.TARGET, "Mål"),
    (SavingsColumn.OUTCOME, "Utfall"),
    (SavingsColumn.FORECAST, "Prognos"),
)
_CALCULATED = (
    (SavingsColumn.GROSS, "Brutto"),
    (SavingsColumn.COUNTER, "Kostar på annat håll"),
    (SavingsColumn.NET, "Netto"),
)
_GROUNDS = (
    Note(text="Genomförbarhet 1 är troligast. En tom ruta är en uppgift som ingen har lämnat."),
    Note(text="Effekt helt år: belopp, och året då den väntas."),
)
_BASES = {EffectBasis.GROSS: "brutto", EffectBasis.NET: "netto"}
NOT_SAID = "anges inte"


def figures(book: Book) -> ListSpec[SavingsLine]:
    """Target, outcome, forecast, deviation and what the forecast has changed, action by action."""
    lines = book.plan.lines
    used = {mark for line in lines for mark in _marks(line)}
    return ListSpec(
        key="atgarder",
        caption=f"Åtgärder i handlingsplanen {book.context.period.text}, miljoner kronor",
        items=lines,
        key_of=lambda line: line.action.id,
        marks_of=_marks,
        fields=(
            Field(key="atgard", label="Åtgärd", get=lambda line: f"{'– ' * line.depth}{line.action.name}"),
            Field(key="ansvarig", label="Ansvarig", get=lambda line: _owner(book, line)),
            *(
                Field(key=column.value, label=label, get=_of(book, column), unit=UNIT, decimals=1)
                for column, label in _FIGURES
            ),
            Field(key="avvikelse", label="Avvikelse", get=_deviation(book), unit=UNIT, decimals=1),
            Field(key="forandring", label="Ändring", get=_change(book), unit=UNIT, decimals=1),
            Field(key="kommentar", label="Kommentar", get=_comment),
        ),
        notes=(
            Note(
                text="Plus förbättrar resultatet. Avvikelse är prognos minus mål, ändring den senaste prognosen minus "
                "den förra. En tom ruta är en uppgift som ingen har lämnat."
            ),
            *(Note(mark=mark, text=text) for mark, text in _NOTES if mark in used),
        ),
        sheet="Åtgärder",
    )


def grounds(book: Book) -> ListSpec[SavingsLine]:
    """Category, feasibility, gross and net, method, full-year effect and decisions, action by action."""
    spec = ListSpec(
        key="underlag",
        caption="Vad åtgärderna vilar på, miljoner kronor",
        items=book.plan.lines,
        key_of=lambda line: line.action.id,
        fields=(
            Field(key="atgard", label="Åtgärd", get=lambda line: line.action.name),
            Field(key="kategori", label="Kategori", get=lambda line: line.action.category),
            Field(key="genomforbarhet", label="Genom\u00adförbarhet", get=_feasibility),
            *(
                Field(key=column.value, label=label, get=_of(book, column), unit=UNIT, decimals=1)
                for column, label in _CALCULATED
            ),
            Field(key="galler", label="Målet gäller", get=_basis),
            Field(key="metod", label="Utfallet är", get=lambda line: METHODS[line.method] if line.method else ""),
            Field(key="kalla", label="Källa för utfallet", get=lambda line: line.report.system if line.report else ""),
            Field(key="start", label="Börjar", get=lambda line: str(line.action.first_month or "")),
            Field(key="helar", label="Effekt helt år", get=_full_year),
            Field(key="arsarbetare", label="Års\u00adarbetare", get=_staff),
            Field(key="beslut", label="Beslut", get=lambda line: book.decisions(line.action.decisions)),
            Field(key="bedomning", label="Bedömning", get=lambda line: line.action.assessment),
        ),
        notes=_GROUNDS,
        sheet="Underlag",
    )
    return told_only(spec, silent=("bedomning", "kalla"))


def _of(book: Book, column: SavingsColumn) -> Callable[[SavingsLine], Value | None]:
    return lambda line: book.figure(line, column)


def _deviation(book: Book) -> Callable[[SavingsLine], Value | None]:
    return lambda line: book.context.value_of(line.deviation) if line.deviation.exact is not None else None


def _change(book: Book) -> Callable[[SavingsLine], Value | None]:
    return lambda line: book.context.value_of(line.change.explanation) if line.change is not None else None


def _owner(book: Book, line: SavingsLine) -> str:
    unit = book.unit_name(line.unit_id)
    owner = line.action.owner
    return unit if not owner or owner == unit else f"{owner}, {unit}"


def _comment(line: SavingsLine) -> str:
    said = line.report.comment if line.report is not None else ""
    if line.change is not None and line.change.is_unexplained and not said:
        return "Kommentar saknas"
    return said


def _basis(line: SavingsLine) -> str:
    return _BASES[line.action.basis] if line.action.basis is not None else ""


def _full_year(line: SavingsLine) -> str:
    action = line.action
    when = action.full_year.text if action.full_year is not None else ""
    amount = range_words(action.full_year_effect)
    return f"{amount} ({when})" if amount and when else amount or (f"belopp {NOT_SAID} ({when})" if when else "")


def _feasibility(line: SavingsLine) -> str:
    return str(line.action.feasibility or "")


def _staff(line: SavingsLine) -> str:
    number = line.action.staff_fte
    return "" if number is None else f"{number.normalize():f}".replace(".", ",")


def _marks(line: SavingsLine) -> tuple[str, ...]:
    return tuple(_each_mark(line))


def _each_mark(line: SavingsLine) -> Iterator[str]:
    if line.repeats is not None:
        yield _SAME
    if line.net is NetState.NOT_CALCULATED:
        yield _NO_NET
    if line.change is not None and line.change.is_unexplained:
        yield _UNSAID
