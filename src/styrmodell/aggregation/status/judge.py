"""The judge of a plan: statuses of measures, goals and scorecards, and of single figures for rules that need them.

An evaluator asks it, in turn, how single figures stand, and so gets it once both are made:

    judge = Judge(plan=index.plan, versions=index.versions, rules=evaluator.rules, explain=evaluator.explain,
                  reporters=index.reporters, tree=index.orders.tree)
    evaluator.judge = judge.figure
"""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key, Place
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.status.assessments import AssessmentBook
from styrmodell.aggregation.status.baselines import make_reader
from styrmodell.aggregation.status.cards import CardJudge, CardJudgement
from styrmodell.aggregation.status.chosen import TargetBook, make_wholes
from styrmodell.aggregation.status.comparer import Comparer
from styrmodell.aggregation.status.figures import Explain, LookUp, OwnFigures, make_look_up
from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.goal_links import make_goal_links
from styrmodell.aggregation.status.goals import Asked, GoalJudge
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.measures import MeasureJudge, Reporters, Tree
from styrmodell.aggregation.status.own_figure import FigureJudge, Judged
from styrmodell.aggregation.status.references import References
from styrmodell.aggregation.version import Versions
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Scorecard
from styrmodell.model.status import Status

_NOWHERE = Asked()
# A budget is what others are held against.
_JUDGED = (Kind.OUTCOME, Kind.FORECAST)


@define(kw_only=True, eq=False)
class Judge:
    """Judges one plan. Safe to share between threads: what it keeps is only ever replaced by its equal.

    Attributes:
        plan: The plan that *explain* computes from.
        versions: Orders the versions of target levels.
        rules: Rule key → rule.
        explain: What computes values; asked only when something is judged.
        reporters: Measure, unit → the units at or below it that have ever reported the measure.
        tree: Period → the order of the units then.
    """

    plan: Plan = field(repr=False)
    versions: Versions
    rules: Mapping[str, Rule[Any]] = field(repr=False)
    explain: Explain = field(repr=False)
    reporters: Reporters = field(repr=False)
    tree: Tree = field(repr=False)
    _measures: Mapping[str, Measure] = field(init=False, repr=False)
    _goals: GoalJudge = field(init=False, repr=False)
    _figures: FigureJudge = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._measures = {measure.id: measure for measure in reversed(self.plan.measures)}
        wholes = make_wholes(self.plan.dimensions)
        targets = TargetBook(levels=self.plan.targets, versions=self.versions, wholes=wholes)
        own = OwnFigures(observations=self.plan.observations, versions=self.versions, wholes=wholes)
        comparer = self._comparer(make_look_up(self.explain), targets)
        self._figures = FigureJudge(
            measures=self._measures,
            rules=self.rules,
            targets=targets,
            comparer=comparer,
            own_comparer=self._comparer(own.look_up, targets),
        )
        self._goals = self._goal_judge(targets, comparer)

    def _comparer(self, look_up: LookUp, targets: TargetBook) -> Comparer:
        references = References(
            plan=self.plan, look_up=look_up, wholes=targets.wholes, reader=make_reader(self.plan.dimensions)
        )
        return Comparer(references=references, period=self.plan.period)

    def _goal_judge(self, targets: TargetBook, comparer: Comparer) -> GoalJudge:
        assessments = AssessmentBook(assessments=self.plan.assessments)
        judge_measure = MeasureJudge(
            explain=self.explain,
            reporters=self.reporters,
            tree=self.tree,
            rules=self.rules,
            targets=targets,
            assessments=assessments,
            comparer=comparer,
        )
        return GoalJudge(
            goals={goal.id: goal for goal in reversed(self.plan.goals)},
            measures=self._measures,
            links=make_goal_links(self.plan),
            judge_measure=judge_measure,
            assessments=assessments,
        )

    def figure(self, measure_id: str, observation: Observation, stale: bool = False) -> Judged:
        """How one unit's own figure stands; see FigureJudge.judge."""
        return self._figures.judge(measure_id, observation, stale)

    def measure(self, measure_id: str, place: Place) -> Judgement:
        """How a measure stands to its target at *place*.

        Raises:
            KeyError: The plan has no such measure.
        """
        return self._goals.judge_measure.judge(self._measures[measure_id], place)

    def status_of(self, value: Explanation) -> Status | None:
        """How *value* stands to its target; None for what has none, for an expression, and for part of a measure.

        None also for a measure that the plan does not have: its value is missing, and the evaluator tells that.
        """
        bound = value.bound
        if not isinstance(bound, Key) or bound.ie or bound.internal is not None or bound.kind not in _JUDGED:
            return None
        if bound.measure not in self._measures:
            return None
        place = Place(unit=bound.unit, period=bound.period, kind=bound.kind, version=bound.version, dims=bound.dims)
        return self.measure(bound.measure, place).status

    def goal(self, goal_id: str, asked: Asked = _NOWHERE) -> GoalJudgement:
        """How a goal stands: for its own unit and period, else the plan's, where nothing else is asked.

        Raises:
            KeyError: The plan has no such goal.
        """
        return self._goals.judge(goal_id, self._place, asked)

    def card(self, card: Scorecard, asked: Asked = _NOWHERE) -> CardJudgement:
        """A scorecard with the statuses of what stands on it."""
        return CardJudge(goals=self._goals).judge(card, asked)

    @property
    def _place(self) -> Place:
        return Place(unit=self.plan.unit_id, period=self.plan.period)
