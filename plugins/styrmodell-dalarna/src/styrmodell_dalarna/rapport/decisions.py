"""Decisions (beslut): what the bodies have done about the unit this year, by what sort of decision it was."""

from collections import Counter
from collections.abc import Iterable

from styrmodell.api import Block, Decision, DecisionKind, Field, ListSpec, Note
from styrmodell_dalarna.rapport.writer import Writer, lacking

_WORDS = {
    DecisionKind.NOTED: "Antecknad",
    DecisionKind.APPROVED: "Godkänd",
    DecisionKind.PROPOSAL: "Förslag",
    DecisionKind.DECIDED: "Beslutad",
    DecisionKind.ASSIGNMENT: "Uppdrag",
}


def section(writer: Writer) -> Iterable[Block]:
    """The decisions of the year until the end of the month."""
    first, last = writer.months.year.first_day, writer.months.month.last_day
    line = {*writer.above, *writer.within}
    others = {one.name for one in writer.units.values() if one.id not in line}
    own = [
        one
        for one in writer.context.plan.decisions
        if one.date is not None and first <= one.date <= last and one.body not in others
    ]
    if not own:
        yield lacking(f"beslut till och med {writer.months.words}")
        return
    own.sort(key=lambda one: (str(one.date), one.paragraph))
    yield writer.context.table(_table(writer, tuple(own)))


def _table(writer: Writer, own: tuple[Decision, ...]) -> ListSpec[Decision]:
    last = writer.months.month.last_day
    return ListSpec(
        key="beslut",
        caption=f"Beslut {last.year}, till och med {last.isoformat()}",
        items=own,
        key_of=lambda one: one.id,
        fields=(
            Field(key="beslut", label="Beslut", get=lambda one: one.name),
            Field(key="organ", label="Organ", get=lambda one: one.body),
            Field(key="dag", label="Dag", get=lambda one: one.date),
            Field(key="paragraf", label="Paragraf", get=lambda one: one.paragraph),
            Field(key="sort", label="Sort", get=lambda one: _WORDS[one.kind] if one.kind else ""),
            Field(key="lydelse", label="Lydelse", get=lambda one: one.text),
        ),
        notes=(Note(text=_by_kind(own)),),
        sheet="Beslut",
    )


def _by_kind(own: Iterable[Decision]) -> str:
    counted = Counter(_WORDS[one.kind].lower() if one.kind else "okänd sort" for one in own)
    told = ", ".join(f"{number} {word}" for word, number in counted.items())
    return f"Beslut per sort: {told}. Ett beslut som bara är antecknat ändrar ingenting."
