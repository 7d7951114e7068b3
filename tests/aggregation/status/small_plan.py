"""Small plans for the tests of statuses, written in a line or two, and their judges."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import frozen

from styrmodell.aggregation.age import Age
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.goals import Asked
from styrmodell.aggregation.status.judge import Judge
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.traits import traits_of
from styrmodell.aggregation.version import Versions
from styrmodell.model.assessment import Assessment
from styrmodell.model.baseline import Baseline
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.goal import Goal
from styrmodell.model.kind import Kind
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Unit

RULES = {rule.key: rule for rule in BUILT_IN}


@frozen(kw_only=True)
class Judged:
    """A plan, and what it is asked."""

    judge: Judge
    evaluator: Evaluator

    def measure(
        self, name: str = "m", unit: str = "r", period: str = "2020", kind: Kind = Kind.OUTCOME, **dims: str
    ) -> Judgement:
        """How a measure stands."""
        place = Place(unit=unit, period=Period.parse(period), kind=kind, dims=tuple(dims.items()))
        return self.judge.measure(name, place)

    def goal(self, name: str = "g", unit: str | None = None, period: str | None = None) -> GoalJudgement:
        """How a goal stands."""
        return self.judge.goal(name, Asked(unit=unit, period=Period.parse(period) if period else None))

    def codes(self, **asked: Any) -> list[str]:
        """The codes of what is doubtful about a measure."""
        return [finding.code.code for finding in self.measure(**asked).findings]


def judged(
    measures: Iterable[Measure],
    observations: Iterable[Observation] = (),
    *,
    units: str = "r a<r b<r",
    today: date | None = None,
    versions: tuple[str, ...] = (),
    **more: Any,
) -> Judged:
    """A judged plan of unit r over a and b: judged([measure()], [obs("81")], goals=[goal()])."""
    pairs = (word.partition("<") for word in units.split())
    plan = Plan(
        unit_id="r",
        period=Period.year(2020),
        units=tuple(Unit(id=name, name=name.upper(), parent_id=above or None) for name, _, above in pairs),
        measures=tuple(measures),
        observations=tuple(observations),
        **{name: tuple(held) for name, held in more.items()},
    )
    index = build_index(plan, Versions(order=versions), traits_of(RULES))
    evaluator = Evaluator(index=index, rules=RULES, age=Age(today=today))
    judge = Judge(
        plan=plan,
        versions=index.versions,
        rules=RULES,
        explain=evaluator.explain,
        reporters=index.reporters,
        tree=index.orders.tree,
    )
    evaluator.judge = judge.figure
    return Judged(judge=judge, evaluator=evaluator)


def measure(
    name: str = "m", target: str = "", *, unit: str = "antal", baseline: str = "", goals: str = "", **more: Any
) -> Measure:
    """Make a measure: measure("m", "minst 80 %", unit="%", goals="g h")."""
    return Measure(
        id=name,
        name=name.upper(),
        unit=unit,
        target=Target.parse(target) if target else None,
        baseline=Baseline.parse(baseline) if baseline else None,
        goals=tuple(Link(id=one) for one in goals.split()),
        **more,
    )


def obs(value: str | None, name: str = "m", unit: str = "r", *, period: str = "2020", **more: Any) -> Observation:
    """Make a figure: obs("81"), obs("4/5") of numerator and denominator, obs("3", kind=Kind.BUDGET)."""
    numerator, slash, denominator = (value or "").partition("/")
    figure = {"numerator": numerator, "denominator": denominator} if slash else {"value": value}
    return Observation(measure_id=name, unit_id=unit, period=Period.parse(period), **figure, **more)


def level(
    target: str, name: str = "m", unit: str = "r", *, period: str = "2020", baseline: str = "", **more: Any
) -> TargetLevel:
    """Make a target level."""
    written = Baseline.parse(baseline) if baseline else None
    parsed = {"target": Target.parse(target), "period": Period.parse(period), "baseline": written}
    return TargetLevel(measure_id=name, unit_id=unit, **parsed, **more)


def goal(name: str = "g", parents: str = "", **more: Any) -> Goal:
    """Make a goal: goal("g", "over another", unit_id="r")."""
    return Goal(id=name, name=name.upper(), parents=tuple(Link(id=one) for one in parents.split()), **more)


def said(name: str, *, unit: str = "r", period: str = "2020", is_goal: bool = False, **more: Any) -> Assessment:
    """Make an assessment of a measure, or of a goal."""
    of = {"goal_id": name} if is_goal else {"measure_id": name}
    signed = {"by": "regionstyrelsen", "why": "engångspost", **more}
    return Assessment(unit_id=unit, period=Period.parse(period), **of, **signed)


def ages(*, whole: str = "") -> Dimension:
    """The dimension alder of 3 and 6 years; *whole* names a member that is both."""
    parts = (Member(id="3", name="3 år"), Member(id="6", name="6 år"))
    tops = (Member(id=whole, parts=("3", "6")),) if whole else ()
    return Dimension(id="alder", members=(*tops, *parts))
