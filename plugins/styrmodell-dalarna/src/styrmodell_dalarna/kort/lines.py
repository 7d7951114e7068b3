"""The rows of a card, with the words people wrote."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from styrmodell.api import CardRow, Context, Goal, Measure, Note, Perspective, Scorecard, Target

NO_MEASURE = "Inget mått"
_BLANK_ROWS = 3


@frozen(kw_only=True)
class Line:
    """A row as it is printed.

    Attributes:
        key: Part of the cell ids.
        mark: Of the note that describes the measure; empty where nothing does.
        row: What is said there; None in a row to fill in.
    """

    key: str
    mark: str = ""
    row: CardRow | None = None

    @property
    def goal(self) -> str:
        """The strategic goals it stands at."""
        return "" if self.row is None else self.row.goal

    @property
    def measure(self) -> Measure | None:
        """What is measured; None in a row without a measure, and in one to fill in."""
        return None if self.row is None else self.row.measure

    @property
    def name(self) -> str:
        """What is measured, in words; empty in a row to fill in."""
        if self.measure is not None:
            return self.measure.name
        return "" if self.row is None else NO_MEASURE

    @property
    def target(self) -> Target | None:
        """What holds for the card's unit and period."""
        return None if self.row is None else self.row.target

    @property
    def target_words(self) -> str:
        """The target as it was written."""
        return "" if self.row is None else self.row.target_words

    @property
    def baseline_words(self) -> str:
        """The baseline as it was written."""
        return "" if self.row is None else self.row.baseline_words

    @property
    def decimals(self) -> int | None:
        """How many decimals its figures are printed with, where the measure says."""
        return None if self.measure is None else self.measure.decimals

    @property
    def source(self) -> str:
        """Where the figure is fetched from."""
        return "" if self.measure is None else self.measure.system

    @property
    def reporting(self) -> str:
        """How often, and to whom, as it was written."""
        return "" if self.row is None else self.row.reporting_words


def lines(context: Context, card: Scorecard, perspective: Perspective) -> tuple[Line, ...]:
    """The rows of *card* under *perspective*; empty ones to fill in where there are none."""
    found = tuple(_marked(context.card_rows(card, perspective)))
    return found or tuple(Line(key=f"tom-{at}") for at in range(1, _BLANK_ROWS + 1))


def _marked(rows: Iterable[CardRow]) -> Iterator[Line]:
    """*rows*, the described measures numbered."""
    number = 0
    for row in rows:
        is_described = row.measure is not None and bool(row.measure.description)
        number += is_described
        yield Line(key=row.key, row=row, mark=f"{number})" if is_described else "")


def goals_of(context: Context, card: Scorecard, perspective: Perspective) -> tuple[Goal, ...]:
    """The goals that the rows of *card* under *perspective* stand at, each once."""
    goals = {goal.id: goal for goal in context.plan.goals}
    named = dict.fromkeys(name for row in context.card_rows(card, perspective) for name in row.line.goals)
    return tuple(goals[name] for name in named if name in goals)


def notes(rows: Iterable[Line], perspective: Perspective) -> tuple[Note, ...]:
    """The notes under a table: of its measures' descriptions, then the perspective's own."""
    described = [(line.mark, line.measure.description) for line in rows if line.mark and line.measure is not None]
    own = (text.partition(" ") for text in perspective.notes)
    marked = [(mark, rest) if rest and mark.endswith(")") else ("", f"{mark} {rest}".strip()) for mark, _, rest in own]
    return tuple(Note(mark=mark, text=text) for mark, text in (*described, *marked))
