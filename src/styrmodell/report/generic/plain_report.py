"""What the generic reports share: their head, whose objects they list, and the words they print."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from attrs import evolve, frozen

from styrmodell.finding import Finding, Findings, Text
from styrmodell.model.activity import WORK_WORDS, WorkStatus
from styrmodell.model.baseline import Baseline
from styrmodell.model.frequency import Reporting
from styrmodell.model.ids import UnitId
from styrmodell.model.link import Link
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Note
from styrmodell.model.target import Target
from styrmodell.report.context import Context
from styrmodell.report.document import Block, Document, Head, Paragraph
from styrmodell.report.list_spec import Field, ListSpec, Shown
from styrmodell.report.spec import ReportSpec
from styrmodell.report.table import Table


class Owned(Protocol):
    """What belongs to a unit, or to the whole plan where that is None."""

    @property
    def unit_id(self) -> UnitId | None: ...


NO_COMMENT = "Kommentar saknas"
T = TypeVar("T", bound=Owned)
R = TypeVar("R")


@frozen(kw_only=True)
class PlainReport:
    """A report of blocks under a head, for the plan's own unit; there is none where the plan holds nothing of it.

    Attributes:
        blocks: What it prints, and what it has found wrong.
        holds: Whether a plan holds anything of it.
    """

    title: Text
    blocks: Callable[[Context], Iterable[Block | Finding]]
    holds: Callable[[Plan], Any]

    def build(self, context: Context) -> Document:
        """The document."""
        plan = context.plan
        facts = (("Enhet", context.unit.name), ("Period", context.period.text))
        head = Head(dnr=plan.dnr, body=plan.body, paragraph=plan.paragraph, facts=facts, footer=context.profile.name)
        title = f"{self.title.sv} {context.period.text}"
        made = tuple(self.blocks(context))
        return Document(
            title=title,
            head=head,
            blocks=tuple(one for one in made if not isinstance(one, Finding)),
            findings=Findings(one for one in made if isinstance(one, Finding)),
        )

    def instances(self, plan: Plan) -> tuple[tuple[UnitId, Period], ...]:
        """The plan's own unit and period, where it holds anything."""
        return ((plan.unit_id, plan.period),) if self.holds(plan) else ()


def plain_report(
    key: str, title: Text, blocks: Callable[[Context], Iterable[Block | Finding]], holds: Callable[[Plan], Any]
) -> ReportSpec:
    """The report *key*."""
    made = PlainReport(title=title, blocks=blocks, holds=holds)
    return ReportSpec(key=key, title=title, build=made.build, instances=made.instances)


def units_below(context: Context) -> frozenset[UnitId]:
    """The document's unit and every unit below it."""
    found = {context.unit.id}
    while more := {unit.id for unit in context.plan.units if unit.parent_id in found} - found:
        found |= more
    return frozenset(found)


def own(context: Context, items: Iterable[T]) -> tuple[T, ...]:
    """Those of *items* that belong to the document's unit, to one below it, or to the whole plan."""
    below = units_below(context)
    return tuple(item for item in items if item.unit_id is None or item.unit_id in below)


@frozen(kw_only=True)
class Names:
    """What a plan's objects are called, by id: links are printed as names."""

    plan: Plan

    def unit(self, name: str | None) -> str:
        """A unit's name; empty for none."""
        return next((one.name for one in self.plan.units if one.id == name), name or "")

    def goals(self, links: Iterable[Link]) -> str:
        """The goals' names."""
        return "; ".join(self._named(self.plan.goals, links))

    def measures(self, links: Iterable[Link]) -> str:
        """The measures' names."""
        return "; ".join(self._named(self.plan.measures, links))

    def decisions(self, links: Iterable[Link]) -> str:
        """The decisions as they are referred to: body, day and paragraph."""
        known = {str(one.id): one for one in self.plan.decisions}
        return "; ".join(_decision(known.get(link.id), link.id) for link in links)

    @staticmethod
    def _named(things: Iterable[Any], links: Iterable[Link]) -> Iterator[str]:
        known = {thing.id: thing.name for thing in things}
        return (known.get(link.id, link.id) for link in links)


def _decision(found: Any, name: str) -> str:
    if found is None:
        return name
    when = found.date or (found.period.text if found.period is not None else "")
    return " ".join(str(part) for part in (found.body, when, found.paragraph) if part)


def work_word(status: WorkStatus | None) -> str:
    """How far work has come, as it is printed: "Påbörjad"; empty where nobody said."""
    return next((word.capitalize() for word, known in WORK_WORDS if known is status), "")


def words_of(context: Context, name: str) -> tuple[str, ...]:
    """The words of the profile's value list *name*; none where it has no such list."""
    return dict(context.profile.value_lists).get(name, ())


def filled(fields: Iterable[Field[R]], items: Iterable[R], always: Collection[str] = ()) -> tuple[Field[R], ...]:
    """The first column, those that some row fills, and those that are there *always*."""
    rows, (first, *others) = tuple(items), fields
    return (first, *(one for one in others if one.key in always or any(_is_told(one.get(row)) for row in rows)))


def _is_told(content: Shown) -> bool:
    return content is not None and content is not False and content != ""


def lacking(fields: Iterable[Field[R]], items: Iterable[R], wanted: Collection[str]) -> tuple[Note, ...]:
    """A note of the columns that somebody should have filled and nobody has: their column is left out."""
    rows = tuple(items)
    empty = [one.label for one in fields if one.key in wanted and not any(_is_told(one.get(row)) for row in rows)]
    return (Note(text=f"Inte ifyllt på någon rad: {', '.join(empty)}."),) if rows and empty else ()


def listed(context: Context, spec: ListSpec[R], wanted: Collection[str] = ()) -> Table | Paragraph:
    """The list without its empty columns; of those *wanted* a note says that they are empty.

    A list without rows is a sentence: the unit asked for has nothing of it.
    """
    if not spec.items:
        return Paragraph(text=f"{spec.caption}: inget för {context.unit.name}.")
    notes = (*spec.notes, *lacking(spec.fields, spec.items, wanted))
    return context.table(evolve(spec, fields=filled(spec.fields, spec.items), notes=notes))


def listed_word(words: Iterable[str], text: str) -> str:
    """*text* as the profile's list says it: "2 – medel" for "2"; *text* itself where the list has no such word."""
    return next((word for word in words if word == text or word.startswith(f"{text} ")), text)


def in_order(items: Iterable[R], words: Sequence[str], of: Callable[[R], str]) -> tuple[R, ...]:
    """*items* in the order of the profile's *words*; those with other words come last, as they stand."""
    place = {word.casefold(): at for at, word in enumerate(words)}
    return tuple(sorted(items, key=lambda one: place.get(of(one).casefold(), len(place))))


def written(part: Target | Baseline | Reporting | None) -> str:
    """What was written, else what it means; empty for nothing."""
    return "" if part is None else part.words or str(part)


def late_word(end: date | None, today: date, *, is_done: bool) -> str:
    """ "Försenad" for what should have been done by now and is not."""
    return "Försenad" if end is not None and end < today and not is_done else ""
