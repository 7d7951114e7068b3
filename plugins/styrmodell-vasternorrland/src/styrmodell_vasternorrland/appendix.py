"""An appendix as data: what it is called, for which years it holds, and the tables it prints."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import evolve, frozen

from styrmodell.api import (
    Context,
    Document,
    Head,
    ListSpec,
    Period,
    Plan,
    Relation,
    ReportSpec,
    Table,
    TableSpec,
    Text,
    UnitId,
)
from styrmodell_vasternorrland.head import administration, make_head

Facts: TypeAlias = tuple[tuple[str, str], ...]
Spec: TypeAlias = TableSpec | ListSpec[Any]


def administration_facts(context: Context) -> Facts:
    """The line that most appendices begin with."""
    return (("Förvaltning", administration(context).name),)


def no_code(_: Context) -> str:
    """Most appendices print no code in their footer."""
    return ""


def no_relations(_: Context) -> tuple[Relation, ...]:
    """Most appendices are compared with no other."""
    return ()


def own_instance(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """One document, of the plan's own unit."""
    return ((plan.unit_id, plan.period),)


@frozen(kw_only=True)
class Appendix:
    """An appendix (bilaga) of the budget.

    Attributes:
        number: "10"; *letter* is the "a" after it.
        title: What stands at its top; empty takes the caption of its first table.
        dated: The same where it names years: "Projekt {year} - {last}", the plan's and two years on.
        english: The same for people who do not read Swedish.
        tables: The tables it prints for the document's unit, in order.
        unit: The unit its figures are printed in ("tkr"), empty where they have several or none.
        is_printed: Whether it is printed with the plan; else it is handled digitally.
        since: The first budget year it is known for.
        until: The last; None while it holds.
        facts: The lines under the title.
        code: What names the unit in the footer; empty for no footer.
        relations: What its figures must agree with.
        instances: The units it is made for.
    """

    number: str
    letter: str = ""
    title: str
    dated: str = ""
    english: str
    tables: Callable[[Context], Iterable[Spec]]
    unit: str = ""
    is_printed: bool = True
    since: int = 2020
    until: int | None = None
    facts: Callable[[Context], Facts] = administration_facts
    code: Callable[[Context], str] = no_code
    relations: Callable[[Context], tuple[Relation, ...]] = no_relations
    instances: Callable[[Plan], Iterable[tuple[UnitId, Period]]] = own_instance

    @property
    def name(self) -> str:
        """What people call it: "Bilaga 10 a"."""
        return f"Bilaga {self.number} {self.letter}".strip()

    @property
    def key(self) -> str:
        """The report's key: "vasternorrland.bilaga10a"."""
        return f"vasternorrland.bilaga{self.number}{self.letter}"

    @property
    def _words(self) -> str:
        return f"{self.title[:1].lower()}{self.title[1:]}" if self.title else "egen tabell"

    def holds_in(self, year: int) -> bool:
        """Whether the budget of *year* has it."""
        return self.since <= year and (self.until is None or year <= self.until)

    def heading(self, context: Context) -> str:
        """What stands at its top: its title, else what its first table is called."""
        year = context.period.first_year
        if self.dated:
            return self.dated.format(year=year, last=year + 2)
        return self.title or next((spec.caption for spec in self.tables(context)), self.name)

    def head(self, context: Context) -> Head:
        """The head that the appendices share, with its own number and facts."""
        return make_head(context, f"{self.number} {self.letter}".strip(), self.facts(context), self.code(context))

    def build(self, context: Context) -> Document:
        """The appendix by itself."""
        return Document(
            title=self.heading(context),
            head=self.head(context),
            blocks=tuple(map(context.table, self.tables(context))),
            relations=self.relations(context),
        )

    def is_asked_for(self, context: Context) -> bool:
        """Whether the document's year has it, and the plan calls for it."""
        return self.holds_in(context.period.first_year) and bool(tuple(self.instances(context.plan)))

    def in_set(self, context: Context) -> tuple[Table, ...]:
        """Its tables among those of all appendices, of every unit it is made for: each says which appendix it is."""
        return tuple(table for unit, _ in self.instances(context.plan) for table in self._of_unit(context, unit))

    def _of_unit(self, context: Context, unit: UnitId) -> Iterator[Table]:
        own = unit == context.unit.id
        there = context if own else context.at(unit)
        title = self.heading(there)
        for spec in self.tables(there):
            named = spec.caption if spec.caption != title else ""
            parts = (title, named, "" if own else there.unit.name)
            # Every table has a sheet: those that name theirs keep the name.
            sheet = spec.sheet or (self.name if own else f"{self.name} {unit.upper()}")
            caption = f"{self.name}: {', '.join(part for part in parts if part)}"
            yield there.table(evolve(spec, caption=caption, sheet=sheet))

    def report(self) -> ReportSpec:
        """The appendix as a report."""
        return ReportSpec(
            key=self.key,
            title=Text(
                sv=f"{self.name}, {self._words}",
                en=f"Appendix {self.name.removeprefix('Bilaga ')}, {self.english}",
            ),
            build=self.build,
            instances=self.instances,
        )
