"""What is lacking: no net calculation, no report this period, two posts on one change, no forecast, out of reach."""

from attrs import frozen

from styrmodell.api import Field, Finding, ListSpec, NetState, Note, SavingsColumn, SavingsLine
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
        found += (
            Gap(
                key=f"{key}-{line.action.id}",
                sort=sort,
                action=line.action.name,
                unit=book.unit_name(line.unit_id),
            )
            for line in book.plan.lines
            if has(line)
        )
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


def _doubles(book: Book) -> list[Gap]:
    told: list[Finding] = [one for one in book.plan.findings if one.code.code == _DOUBLE]
    lines = {str(line.action.source): line for line in book.plan.lines}
    found = []
    for number, one in enumerate(told, 1):
        line = lines.get(str(one.source))
        name, unit = (line.action.name, book.unit_name(line.unit_id)) if line is not None else ("", "")
        found.append(Gap(key=f"dubbel-{number}", sort=_TWO, action=name, unit=unit, words=one.found()))
    for line in book.plan.lines:
        if line.repeats is not None:
            words = f"Räknas i {line.repeats}."
            unit = book.unit_name(line.unit_id)
            found.append(Gap(key=f"samma-{line.action.id}", sort=_TWO, action=line.action.name, unit=unit, words=words))
    return found


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
