"""The rows of a card, with the words people wrote."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from styrmodell.api import (
    Baseline,
    Context,
    Goal,
    Measure,
    Note,
    Perspective,
    Reporting,
    Scorecard,
    ScorecardLine,
    Target,
    TargetLevel,
)

NO_MEASURE = "Inget mått"
_BLANK_ROWS = 3


@frozen(kw_only=True)
class Line:
    """A row as it is printed.

    Attributes:
        key: Part of the cell ids: the measure's id, or the goals' where nothing is measured.
        goal: The strategic goals it stands at.
        mark: Of the note that describes the measure; empty where nothing does.
        measure: None in a row without a measure, and in one to fill in.
        target: What holds for the card's unit and period.
    """

    key: str
    goal: str = ""
    name: str = ""
    mark: str = ""
    measure: Measure | None = None
    target: Target | None = None
    baseline: Baseline | None = None

    @property
    def target_words(self) -> str:
        """The target as it was written."""
        return words(self.target)

    @property
    def baseline_words(self) -> str:
        """The baseline as it was written."""
        return words(self.baseline)

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
        return "" if self.measure is None else words(self.measure.reporting)


def words(part: Target | Baseline | Reporting | None) -> str:
    """What was written, else what it means."""
    return "" if part is None else part.words or str(part)


@define(kw_only=True, eq=False)
class CardReader:
    """Finds what the rows of *card* say."""

    context: Context
    card: Scorecard
    goals: dict[str, Goal] = field(init=False)
    _measures: dict[str, Measure] = field(init=False)
    _levels: dict[str, TargetLevel] = field(init=False)

    def __attrs_post_init__(self) -> None:
        plan, place = self.context.plan, (self.card.unit_id, self.card.period)
        levels = (one for one in plan.targets if (one.unit_id, one.period) == place and not one.dims)
        self.goals = {goal.id: goal for goal in plan.goals}
        self._measures = {measure.id: measure for measure in plan.measures}
        # A later version of a target comes after the one it replaces.
        self._levels = {level.measure_id: level for level in levels}

    def goals_of(self, perspective: Perspective) -> tuple[Goal, ...]:
        """The goals that the rows under *perspective* stand at, each once."""
        named = dict.fromkeys(goal for line in self._under(perspective) for goal in line.goals)
        return tuple(self.goals[name] for name in named if name in self.goals)

    def lines(self, perspective: Perspective) -> tuple[Line, ...]:
        """The rows under *perspective*; empty ones to fill in where there are none."""
        return tuple(self._lines(perspective)) or tuple(Line(key=f"tom-{at}") for at in range(1, _BLANK_ROWS + 1))

    def _under(self, perspective: Perspective) -> Iterator[ScorecardLine]:
        return (line for line in self.card.lines if line.perspective_id == perspective.id)

    def _lines(self, perspective: Perspective) -> Iterator[Line]:
        seen, noted = Counter[str](), 0
        for number, line in enumerate(self._under(perspective), 1):
            name = line.measure_id or "-".join(line.goals) or str(number)
            seen[name] += 1
            made = self._line(line, name if seen[name] == 1 else f"{name}-{seen[name]}", f"{noted + 1})")
            noted += bool(made.mark)
            yield made

    def _line(self, line: ScorecardLine, key: str, mark: str) -> Line:
        goal = "; ".join(self.goals[name].name for name in line.goals if name in self.goals)
        measure = self._measures.get(line.measure_id or "")
        if measure is None:
            return Line(key=key, goal=goal, name=NO_MEASURE)
        level = self._levels.get(measure.id)
        return Line(
            key=key,
            goal=goal,
            name=measure.name,
            mark=mark if measure.description else "",
            measure=measure,
            target=level.target if level is not None else measure.target,
            baseline=(level.baseline if level is not None else None) or measure.baseline,
        )


def notes(lines: Iterable[Line], perspective: Perspective) -> tuple[Note, ...]:
    """The notes under a table: of its measures' descriptions, then the perspective's own."""
    described = [(line.mark, line.measure.description) for line in lines if line.mark and line.measure is not None]
    own = (text.partition(" ") for text in perspective.notes)
    marked = [(mark, rest) if rest and mark.endswith(")") else ("", f"{mark} {rest}".strip()) for mark, _, rest in own]
    return tuple(Note(mark=mark, text=text) for mark, text in (*described, *marked))
