"""An appendix as data: what it is called, for which years it holds, and the tables it prints."""

from collections.abc import Callable, Iterable
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
# A table, and the unit that its figures are of; None for the document's own.
Printed: TypeAlias = tuple[Spec, str | None]


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
        title: What stands at its top.
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
    english: str
    tables: Callable[[Context], Iterable[Printed]]
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

    def holds_in(self, year: int) -> bool:
        """Whether the budget of *year* has it."""
        return self.since <= year and (self.until is None or year <= self.until)

    def head(self, context: Context) -> Head:
        """The head that the appendices share, with its own number and facts."""
        return make_head(context, f"{self.number} {self.letter}".strip(), self.facts(context), self.code(context))

    def build(self, context: Context) -> Document:
        """The appendix by itself."""
        return Document(
            title=self.title,
            head=self.head(context),
            blocks=tuple(context.table(spec, unit=unit) for spec, unit in self.tables(context)),
            relations=self.relations(context),
        )

    def in_set(self, context: Context) -> tuple[Table, ...]:
        """Its tables among those of all appendices: each says which appendix it is."""
        return tuple(context.table(self._named(spec), unit=unit) for spec, unit in self.tables(context))

    def _named(self, spec: Spec) -> Spec:
        caption = spec.caption if spec.caption != self.title else ""
        text = ": ".join(part for part in (self.name, self.title) if part)
        # A sheet of its own for each table: those that have a name keep it.
        return evolve(spec, caption=", ".join(filter(None, (text, caption))), sheet=spec.sheet or self.name)

    def report(self) -> ReportSpec:
        """The appendix as a report."""
        return ReportSpec(
            key=self.key,
            title=Text(
                sv=f"{self.name}, {self.title[:1].lower()}{self.title[1:]}",
                en=f"Appendix {self.name.removeprefix('Bilaga ')}, {self.english}",
            ),
            build=self.build,
            instances=self.instances,
        )
