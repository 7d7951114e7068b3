"""Rechecking statuses: every step computed again from what it rests on."""

from collections.abc import Iterator
from fractions import Fraction

from styrmodell.aggregation.status.goal_judgement import GoalJudgement, Node
from styrmodell.aggregation.status.goal_rule import apply_rule
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.severity import gap_of_all, met_by_all, status_of, status_of_all
from styrmodell.aggregation.status.status_codes import STATUS_NOT_RECHECKED
from styrmodell.finding import Finding, Findings
from styrmodell.model.status import Status
from styrmodell.model.targets.gap import gap
from styrmodell.model.targets.judge import judge

_Step = tuple[Status | None, bool | None, Fraction | None]


def recheck(node: Node) -> Findings:
    """Compute each step of *node* again, all the way down to the figures, which rechecking an explanation does.

    Returns:
        SM332 for every step that does not give its status; empty when all do.
    """
    nodes = node.nodes() if isinstance(node, GoalJudgement) else (node,)
    return Findings(told for one in nodes for told in _told(one))


def _told(node: Node) -> Iterator[Finding]:
    if isinstance(node, GoalJudgement):
        served = [child.served for child in node.children if child.served is not None]
        again = apply_rule(node.rule, served) if node.children else node.verdict
        if again != node.verdict:
            yield _differs(node.goal.id, node.computed, again.status, node)
        return
    step = (node.computed, node.met, node.gap)
    found = _again(node)
    if found != step:
        yield _differs(node.measure.id, node.computed, found[0], node)
    for part in node.parts:
        yield from _told(part)


def _again(node: Judgement) -> _Step:
    if node.parts:
        statuses = [part.computed for part in node.parts if part.computed is not None]
        met = met_by_all(part.met for part in node.parts)
        return status_of_all(statuses), met, gap_of_all(part.gap for part in node.parts)
    held = node.comparison
    if held is None:
        return node.computed, node.met, node.gap  # what a rule gave, which rechecking its value computes again
    if held.met is None:
        return Status.NOT_MEASURED, None, None
    met, distance = judge(held.condition, held.evidence), gap(held.condition, held.evidence)
    return status_of(met, distance, node.tolerance, stale=node.stale), met, distance


def _differs(what: str, status: Status | None, again: Status | None, node: Node) -> Finding:
    source = node.goal.source if isinstance(node, GoalJudgement) else node.measure.source
    words = {"status": status.value if status else "–", "again": again.value if again else "–"}
    return STATUS_NOT_RECHECKED.at(source, what=what, **words)
