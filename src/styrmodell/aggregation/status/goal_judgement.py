"""What is said of a goal: its status, the rule it comes from, and what serves it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias, Union

from attrs import field, frozen

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.goal_rule import Served, Verdict
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.why import GoalWhy, Why
from styrmodell.finding import Findings
from styrmodell.model.assessment import Assessment
from styrmodell.model.goal import Goal
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusRule

Node: TypeAlias = Union[Judgement, "GoalJudgement"]


@frozen(kw_only=True, eq=False)
class Child:
    """What serves a goal, and how much it counts there."""

    node: Node
    weight: Decimal = Decimal(1)

    @property
    def served(self) -> Served | None:
        """How it stands; None for what is no part of the judging: without a target, or where there can be no figure.

        What somebody has settled is a part of it all the same.
        """
        node = self.node
        outside = isinstance(node, Judgement) and node.settled is None and node.why is Why.NOT_APPLICABLE
        return None if outside or node.status is None else Served(status=node.status, weight=self.weight)


@frozen(kw_only=True, eq=False)
class GoalJudgement:
    """How a goal stands, for one unit and period.

    Attributes:
        rule: How its status comes from what serves it; the worst where the goal does not say.
        children: The measures and goals that serve it, each once.
        verdict: What the rule gives of them.
        settled: The newest status that somebody has settled; it stands before the computed one.
        outlook: The newest assessment of how the year will end.
    """

    goal: Goal
    place: Place
    rule: StatusRule
    children: tuple[Child, ...] = field(repr=False)  # several ways lead to one goal: there may be no end of them
    verdict: Verdict
    settled: Assessment | None = None
    outlook: Assessment | None = None

    @property
    def status(self) -> Status:
        """The settled status where there is one, else the computed; what goals above see."""
        settled = self.settled.status if self.settled is not None else None
        return settled or self.computed

    @property
    def computed(self) -> Status:
        """The status that its rule gives."""
        return self.verdict.status

    @property
    def why(self) -> GoalWhy:
        """Why it is the computed one."""
        return self.verdict.why

    def nodes(self) -> Iterator[Node]:
        """Itself and all below it, each once, whatever ways lead to it."""
        seen: set[int] = set()
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                if isinstance(node, GoalJudgement):
                    waiting.extend(child.node for child in reversed(node.children))

    @property
    def findings(self) -> Findings:
        """What is doubtful about the measures below."""
        return Findings.gather(*(node.findings for node in self.nodes() if isinstance(node, Judgement)))
