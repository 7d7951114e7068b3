"""The rows of a balanced scorecard with their outcome, and the goals of its perspectives."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.api import CardRow, Context, Perspective, Scorecard, Value


@frozen(kw_only=True)
class Line:
    """A row as it is printed.

    Attributes:
        outcome: The outcome in the card's period; None where nothing has come.
    """

    row: CardRow
    outcome: Value | None = None

    @property
    def name(self) -> str:
        """What is measured; empty where nothing is."""
        return "" if self.row.measure is None else self.row.measure.name

    @property
    def source(self) -> str:
        """Where the figure is fetched from."""
        return "" if self.row.measure is None else self.row.measure.system

    @property
    def owner(self) -> str:
        """Who carries it out."""
        return "" if self.row.measure is None else self.row.measure.owner

    @property
    def reporting_owner(self) -> str:
        """Who reports it."""
        return "" if self.row.measure is None else self.row.measure.reporting_owner


def lines(context: Context, card: Scorecard, perspective: Perspective) -> Iterator[Line]:
    """The rows of *card* under *perspective*."""
    for row in context.card_rows(card, perspective):
        outcome = None if row.measure is None else context.value(row.measure.id, period=card.period)
        yield Line(row=row, outcome=outcome if outcome is not None and outcome.reported else None)


def goal_of(context: Context, perspective: Perspective) -> str:
    """The perspective's inriktningsmål; empty where it has none."""
    return next((goal.name for goal in context.plan.goals if goal.id == perspective.goal_id), "")


def perspective_of(context: Context, name: str) -> Perspective | None:
    """The perspective called *name*, of the unit's first card that has it."""
    every = (one for card in context.cards() for one in card.perspectives)
    return next((one for one in every if one.name.casefold() == name.casefold()), None)


def aim(context: Context, name: str) -> str:
    """The inriktningsmål of the perspective called *name*; empty where there is none."""
    found = perspective_of(context, name)
    return "" if found is None else goal_of(context, found)
