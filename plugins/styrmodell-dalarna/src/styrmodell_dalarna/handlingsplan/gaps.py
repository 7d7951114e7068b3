"""What is lacking: no net calculation, no report this period, two posts on one change, no forecast, out of reach."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.api import Field, ListSpec, NetState, Note, SavingsColumn, SavingsLine
from styrmodell_dalarna.handlingsplan.book import Book

_DOUBLE = "SM344"


@frozen(kw_only=True)
class Gap:
    """Something that an action lacks."""

    key: str
    sort: str
    action: str
    unit: str
    words: str = ""


def gaps(book: Book) -> tuple[Gap, ...]:
    """Every lack, the gravest first."""
    found = [*_doubles(book)]
    for sort, key, has in _SORTS:
        found += (_gap(book, line, key, sort) for line in book.plan.lines if has(line))
    return tuple(found)


def table(found: tuple[Gap, ...]) -> ListSpec[Gap]:
    """The lacks by sort."""
    return ListSpec(
        key="brister",
        caption="Vad som saknas",
        items=found,
        key_of=lambda gap: gap.key,
        group_of=lambda gap: gap.sort,
        group_header="Brist",
        fields=(
            Field(key="atgard", label="Åtgärd", get=lambda gap: gap.action),
            Field(key="enhet", label="Enhet", get=lambda gap: gap.unit),
            Field(key="ord", label="Mer", get=lambda gap: gap.words),
        ),
        notes=(Note(text=f"{len({gap.action for gap in found})} åtgärder har någon brist."),),
        sheet="Brister",
    )


def _doubles(book: Book) -> Iterator[Gap]:
    """Actions that may be the saving of another unit, and those that are said to be."""
    lines = {str(line.action.id): line for line in book.plan.lines}
    for one in book.plan.findings:
        said = dict(one.args)
        if one.code.code == _DOUBLE and said["name"] in lines and said["other"] in lines:
            other = lines[said["other"]]
            unit = book.unit_name(other.unit_id)
            words = f"Samma mål och liknande namn som {other.action.name}, {unit}: kan vara samma besparing."
            yield _gap(book, lines[said["name"]], f"dubbel-{other.action.id}", _TWO, words)
    for line in book.plan.lines:
        if line.repeats is not None and line.repeats in lines:
            other = lines[line.repeats]
            words = f"Räknas i {other.action.name}, {book.unit_name(other.unit_id)}."
            yield _gap(book, line, "samma", _TWO, words)


def _gap(book: Book, line: SavingsLine, key: str, sort: str, words: str = "") -> Gap:
    unit = book.unit_name(line.unit_id)
    return Gap(key=f"{key}-{line.action.id}", sort=sort, action=line.action.name, unit=unit, words=words)


_TWO = "Två poster på samma förändring"


def _unreported(line: SavingsLine) -> bool:
    """Whether the newest follow-up, where there is one, does not reach the end of what its target is for."""
    return line.report is None or line.report.period.last < line.period.last


_SORTS = (
    ("Nettoeffekten är inte beräknad", "netto", lambda line: line.net is NetState.NOT_CALCULATED),
    ("Inte rapporterad för perioden", "rapport", _unreported),
    ("Prognos saknas", "prognos", lambda line: not line.figure(SavingsColumn.FORECAST).is_known),
    ("Målet nås inte ens ett helt år", "rackvidd", lambda line: line.is_reachable is False),
    ("Väntar på politiska beslut", "vantar", lambda line: bool(line.action.needs)),
)
