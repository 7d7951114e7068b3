"""Asking how a plan stands: statuses of measures, goals and scorecards, with why."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck as recheck_value
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.status.cards import CardJudgement
from styrmodell.aggregation.status.figures import figure_names
from styrmodell.aggregation.status.goal_judgement import GoalJudgement, Node
from styrmodell.aggregation.status.goals import Asked
from styrmodell.aggregation.status.judge import Judge
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.recheck import recheck
from styrmodell.aggregation.status.severity import worst
from styrmodell.aggregation.status.why import Why
from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import require_known
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.report.status_data import StatusData
from styrmodell.report.status_text import StatusPrinter
from styrmodell.session.asking import as_period


@define(kw_only=True, eq=False)
class Standing:
    """How something stands, as the public surface shows it.

    Attributes:
        nodes: The judgements; one, but for a whole plan, or a measure with target levels for several units.
        names: Unit → its name.
    """

    nodes: tuple[Node | CardJudgement, ...]
    names: Mapping[str, str] = field(repr=False)
    rules: Mapping[str, Rule[Any]] = field(repr=False)

    @property
    def status(self) -> Status | None:
        """The status, a settled one before the computed; of several the worst. None where there is no target."""
        return worst(status for node in self._tops() if (status := node.status) is not None)

    @property
    def computed(self) -> Status | None:
        """The computed status, also where another is settled; of several the worst. None where there is no target."""
        return worst(status for node in self._tops() if (status := node.computed) is not None)

    @property
    def findings(self) -> Findings:
        """What is doubtful about it, all the way down."""
        return Findings.gather(*(node.findings for node in self.nodes))

    def judged(self) -> Iterator[Node]:
        """Every goal and measure in it, each once."""
        seen: set[int] = set()
        for top in self._tops():
            for node in top.nodes() if isinstance(top, GoalJudgement) else (top,):
                if id(node) not in seen:
                    seen.add(id(node))
                    yield node

    def recheck(self) -> Findings:
        """Compute every status, and every value it rests on, again; empty when all give the same."""
        values = (node.value for node in self.judged() if isinstance(node, Judgement))
        steps = (recheck(top) for top in self._tops())
        return Findings.gather(*steps, *(recheck_value(value, self.rules) for value in values))

    def text(self, lang: str = "sv") -> str:
        """An indented tree: each goal and measure with its status, value, target, distance, coverage, age and why."""
        return "\n".join(StatusPrinter(names=self.names, lang=lang).lines(self.nodes))

    def data(self) -> list[dict[str, Any]]:
        """The same as dicts (key → value), lists and text, ready for JSON; numbers are text with all their digits."""
        return StatusData().all(self.nodes)

    def _tops(self) -> Iterator[Node]:
        for node in self.nodes:
            if isinstance(node, CardJudgement):
                yield from node.nodes()
            else:
                yield node

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"


def make_judge(evaluator: Evaluator) -> Judge:
    """The judge of *evaluator*'s plan."""
    index = evaluator.index
    return Judge(
        plan=index.plan,
        versions=index.versions,
        rules=evaluator.rules,
        explain=evaluator.explain,
        reporters=index.reporters,
        tree=index.orders.tree,
    )


@define(kw_only=True, eq=False)
class StatusInquiry:
    """Answers how a plan stands; Workspace's method of the same name says what it takes and raises."""

    plan: Plan
    judge: Judge

    def status(
        self,
        name: str | None = None,
        *,
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
    ) -> Standing:
        """How a measure, a goal, a scorecard or the whole plan stands.

        Args:
            name: The id of a measure, else of a goal, else of a scorecard; None for every scorecard and goal, and
                the measures with a target that stand under none.
            unit: Where everything is judged; None for each goal's and card's own unit, else the plan's. A measure
                without a target there is judged where its target levels are, and one that does not fold over units
                where it has figures.
            period: The same for the period.
            kind: Of a measure, which figures are held against the target; goals are judged by outcomes.
            version: Of a measure, which version of these figures; empty for the newest.
            dims: Of a measure, (dimension, member) pairs; left out means the whole.

        Raises:
            UnknownNameError: The plan has no such unit, or nothing with that id that can be judged.
            TextError: *period* is no period.
        """
        if unit is not None:
            require_known("unit", unit, [one.id for one in self.plan.units])
        asked = Asked(unit=unit, period=as_period(period))
        if name is None:
            return self._standing(self._everything(asked))
        measures, goals = self._ids()
        cards = {str(card.id): card for card in reversed(self.plan.scorecards)}
        require_known("measure, goal or scorecard", name, (*measures, *goals, *cards))
        if name in measures:
            place = Place(**self._where(asked), kind=kind, version=version, dims=dims)
            return self._standing(self._measure(name, asked, place))
        return self._standing([self.judge.goal(name, asked) if name in goals else self.judge.card(cards[name], asked)])

    def _ids(self) -> tuple[dict[str, None], dict[str, None]]:
        measures = dict.fromkeys(str(measure.id) for measure in self.plan.measures)
        return measures, dict.fromkeys(str(goal.id) for goal in self.plan.goals)

    def _where(self, asked: Asked) -> dict[str, Any]:
        return {"unit": asked.unit or self.plan.unit_id, "period": asked.period or self.plan.period}

    def _standing(self, nodes: Iterable[Node | CardJudgement]) -> Standing:
        names = {str(unit.id): unit.name for unit in reversed(self.plan.units)}
        return Standing(nodes=tuple(nodes), names=names, rules=self.judge.rules)

    def _measure(self, name: str, asked: Asked, place: Place) -> list[Judgement]:
        """A measure at *place*.

        Where it has no target there, wherever its target levels are, as far as is asked; where it has no value there
        since it is never put together, at the units that have.
        """
        made = self.judge.measure(name, place)
        if made.status is not None:
            return self._at_units(made) or [made]
        levels = [level for level in self.plan.targets if level.measure_id == name]
        spots = {(asked.unit or str(level.unit_id), asked.period or level.period): None for level in levels}
        elsewhere = [self.judge.measure(name, Place(unit=unit, period=when)) for unit, when in spots]
        return [one for one in elsewhere if one.status is not None] or [made]

    def _at_units(self, made: Judgement) -> list[Judgement]:
        """A measure that does not fold over units, at each below that has a value; none where it has one here."""
        rule = self.judge.rules.get(made.measure.rule)
        if rule is None or rule.combining or made.why is not Why.NO_VALUE or made.settled is not None:
            return []
        names = sorted(figure_names(made.measure))
        units = dict.fromkeys(unit for name in names for unit in self.judge.reporters(name, made.place.unit))
        found = [self.judge.measure(made.measure.id, evolve(made.place, unit=unit)) for unit in units]
        return [one for one in found if one.status is not None and one.value.exact is not None]

    def _everything(self, asked: Asked) -> Iterator[Node | CardJudgement]:
        """The scorecards, the goals that stand on none, and the measures with a target that serve no goal."""
        seen: set[tuple[bool, str]] = set()
        for card in self.plan.scorecards:
            found = self.judge.card(card, asked)
            seen.update(_names(found.nodes()))
            yield found
        measures, goals = self._ids()
        for goal in self._from_the_top(goals):
            if (True, goal) not in seen:
                top = self.judge.goal(goal, asked)
                seen.update(_names([top]))
                yield top
        for measure in measures:
            if (False, measure) not in seen:
                place = Place(**self._where(asked))
                yield from (one for one in self._measure(measure, asked, place) if one.status is not None)

    def _from_the_top(self, goals: Iterable[str]) -> list[str]:
        """*goals*, those first that serve no other; the rest are reached from them unless they stand in a circle."""
        known = set(goals)
        serving = {str(goal.id) for goal in self.plan.goals if any(link.id in known for link in goal.parents)}
        return sorted(goals, key=lambda goal: goal in serving)


def _names(nodes: Iterable[Node]) -> Iterator[tuple[bool, str]]:
    """(whether it is a goal, id) of everything at and below *nodes*."""
    for top in nodes:
        for node in top.nodes() if isinstance(top, GoalJudgement) else (top,):
            is_goal = isinstance(node, GoalJudgement)
            yield is_goal, str(node.goal.id if isinstance(node, GoalJudgement) else node.measure.id)


def check_standing(inquiry: StatusInquiry) -> Iterator[Finding]:
    """Why targets of the plan cannot be judged, of those for which there are outcomes to judge."""
    for node in inquiry.status().judged():
        if isinstance(node, Judgement):
            yield from _doubts(node)


def _doubts(node: Judgement) -> Iterator[Finding]:
    if node.value.exact is not None and node.comparison is not None:
        yield from node.comparison.findings
    for part in node.parts:
        yield from _doubts(part)
