"""What the parts of the plan's report write with: the savings plan, names of units and decisions, words."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from attrs import define, field

from styrmodell.api import (
    Context,
    DecisionKind,
    Expression,
    Finding,
    Kind,
    Link,
    MoneyRange,
    OutcomeMethod,
    SavingsColumn,
    SavingsLine,
    SavingsPlan,
    Value,
    ref,
)
from styrmodell_dalarna.rapport.writer import Writer

UNIT = "mnkr"
_MILLION = 1_000_000
_ACTION, _OBJECT, _EFFECT = "atgard", "objekt", "effekt"
METHODS = {OutcomeMethod.BOOKED: "bokförd", OutcomeMethod.COMPUTED: "beräknad", OutcomeMethod.JUDGED: "bedömd"}
KINDS = {
    DecisionKind.DECIDED: "Beslutad",
    DecisionKind.ASSIGNMENT: "Uppdrag",
    DecisionKind.APPROVED: "Godkänd",
    DecisionKind.PROPOSAL: "Förslag",
    DecisionKind.NOTED: "Antecknad",
}
# What changes something: approving a report or proposing to another body does not.
ACTIVE = (DecisionKind.DECIDED, DecisionKind.ASSIGNMENT)


@define(kw_only=True, eq=False, slots=False)
class Book:
    """Writes one report of the plan.

    Attributes:
        doubts: What the parts have found doubtful.
    """

    context: Context
    doubts: list[Finding] = field(factory=list)

    @cached_property
    def plan(self) -> SavingsPlan:
        """The savings plan of the unit and period."""
        return self.context.savings()

    @cached_property
    def writer(self) -> Writer:
        """The unit and those around it."""
        return Writer(context=self.context)

    def unit_name(self, unit: str | None) -> str:
        """The name of *unit*; of the plan's own where there is none."""
        units = {str(one.id): one.name for one in self.context.plan.units}
        return units.get(unit or str(self.context.plan.unit_id), unit or "")

    def figure(self, line: SavingsLine, column: SavingsColumn) -> Value | None:
        """A figure of *line*; None where nobody has told it."""
        found = line.figure(column)
        return self.context.value_of(found.explanation) if found.is_known else None

    def decisions(self, links: Iterable[Link]) -> str:
        """Decisions by body, day and paragraph."""
        known = {str(one.id): one for one in self.context.plan.decisions}
        found = (known[link.id] for link in links if link.id in known)
        return "; ".join(
            " ".join(str(part) for part in (one.body, one.date or one.period or "", one.paragraph) if part)
            for one in found
        )

    def setting(self, name: str) -> tuple[str, ...]:
        """The words of a setting of the report, between commas."""
        return tuple(word.strip() for word in self.context.settings.get(name, "").split(",") if word.strip())


def effect(book: Book, line: SavingsLine, kind: Kind, column: SavingsColumn) -> Expression:
    """The figure of *line*, gross or net as it was told, and asked for where nothing is out of sight: at the top."""
    members = tuple((_EFFECT, member) for member in line.figure(column).members)
    dims = ((_OBJECT, str(line.action.id)), *(members if len(members) == 1 else ()))
    return ref(_ACTION, unit=book.writer.top, kind=kind, dims=dims)


def mnkr(kronor: Decimal) -> str:
    """An amount in kr as millions: "−146,6"; whole millions without decimals."""
    text = f"{kronor / _MILLION:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "\u2212").replace(".", ",")


def range_words(amount: MoneyRange | None) -> str:
    """ "18–19"; "9" where both ends are one; empty without an amount."""
    if amount is None:
        return ""
    return mnkr(amount.low) if amount.low == amount.high else f"{mnkr(amount.low)}\u2013{mnkr(amount.high)}"
