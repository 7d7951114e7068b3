"""Assignments: who gave them, when they are to be reported back, and whether they have been."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from styrmodell.api import Assignment, Decision, Field, ListSpec, Note
from styrmodell_dalarna.handlingsplan.book import Book

CLOSED, BACK, LATE, OPEN, NO_DAY = (
    "Avslutat",
    "Återrapporterat, inte avslutat",
    "Inte återrapporterat i tid",
    "Pågår",
    "Pågår, ingen tid för återrapportering",
)


@frozen(kw_only=True)
class Followed:
    """An assignment as it stands.

    Attributes:
        late_days: How many days after its day it was first reported back, or has not been; 0 where it is in time.
    """

    assignment: Assignment
    standing: str
    back: str
    late_days: int


def followed(book: Book, on: date) -> tuple[Followed, ...]:
    """The assignments of the unit and of those below it, as they stand on the day *on*."""
    plan = book.context.plan
    decisions = {str(one.id): one for one in plan.decisions}
    own = (one for one in plan.assignments if (one.unit_id or plan.unit_id) in book.writer.within)
    return tuple(_followed(one, decisions, on) for one in own)


def table(book: Book, found: tuple[Followed, ...], on: date) -> ListSpec[Followed]:
    """The assignments, one a row, and how many stand how."""
    counted = Counter(one.standing for one in found)
    said = ", ".join(f"{number} {word[:1].lower()}{word[1:]}" for word, number in counted.items())
    return ListSpec(
        key="uppdrag",
        caption=f"Uppdrag och återrapportering, {on.isoformat()}",
        items=found,
        key_of=lambda one: one.assignment.id,
        fields=(
            Field(key="uppdrag", label="Uppdrag", get=lambda one: one.assignment.name),
            Field(key="givet", label="Givet genom", get=lambda one: book.decisions(one.assignment.decisions)),
            Field(key="till", label="Till", get=lambda one: one.assignment.addressee),
            Field(key="senast", label="Ska redovisas", get=lambda one: one.assignment.due),
            Field(key="redovisat", label="Redovisat", get=lambda one: one.back),
            Field(key="lage", label="Läge", get=lambda one: one.standing),
            Field(key="dagar", label="Dagar över tiden", get=lambda one: one.late_days or None),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.assignment.comment),
        ),
        notes=(Note(text=f"{len(found)} uppdrag: {said}."),),
        sheet="Uppdrag",
    )


def _followed(one: Assignment, decisions: Mapping[str, Decision], on: date) -> Followed:
    known = [decisions[link.id] for link in one.reports if link.id in decisions]
    back = [decision for decision in known if decision.date is not None and decision.date <= on]
    days = sorted(day for decision in back if (day := decision.date) is not None)
    closing = decisions.get(one.closed_by or "")
    is_closed = closing is not None and closing.date is not None and closing.date <= on
    first = days[0] if days else on
    return Followed(
        assignment=one,
        standing=CLOSED if is_closed else BACK if back else _open(one, on),
        back="; ".join(f"{decision.body} {decision.date} {decision.paragraph}".strip() for decision in back),
        late_days=max((first - one.due).days, 0) if one.due is not None else 0,
    )


def _open(one: Assignment, on: date) -> str:
    if one.due is None:
        return NO_DAY
    return LATE if one.due < on else OPEN
