"""A judgement as plain data: dicts, lists and text, ready for JSON; numbers are text with all their digits."""

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.cards import CardJudgement
from styrmodell.aggregation.status.goal_judgement import Child, GoalJudgement, Node
from styrmodell.aggregation.status.judgement import ChosenTarget, Judgement
from styrmodell.aggregation.status.reference import Reference
from styrmodell.model.assessment import Assessment
from styrmodell.report.status_figures import digits
from styrmodell.report.status_text import MAX_DEPTH


@define(kw_only=True, eq=False)
class StatusData:
    """Turns judgements into data; what stands in several places is whole in the first and a mention in the others."""

    _told: set[int] = field(factory=set)

    def all(self, nodes: Iterable[Node | CardJudgement]) -> list[dict[str, Any]]:
        """The data of *nodes*."""
        return [self._card(one) if isinstance(one, CardJudgement) else self._node(one, 0) for one in nodes]

    def _card(self, found: CardJudgement) -> dict[str, Any]:
        perspectives = [
            {
                "id": one.perspective.id,
                "name": one.perspective.name,
                "nodes": [self._node(node, 2) for node in one.nodes],
            }
            for one in found.perspectives
        ]
        head = {"kind": "scorecard", "id": found.card.id, "name": found.card.name}
        return {**head, **_where(found.place), "perspectives": perspectives}

    def _node(self, node: Node, depth: int) -> dict[str, Any]:
        again = id(node) in self._told
        self._told.add(id(node))
        if isinstance(node, Judgement):
            return {**_head(node), "see_above": True} if again else _measure(node)
        if again or depth >= MAX_DEPTH:
            return {**_head(node), "see_above": again, "left_out": not again}
        return {**_goal(node), "children": [self._child(child, depth) for child in node.children]}

    def _child(self, child: Child, depth: int) -> dict[str, Any]:
        return {**self._node(child.node, depth + 1), "weight": digits(child.weight)}


def _head(node: Node) -> dict[str, Any]:
    thing = node.goal if isinstance(node, GoalJudgement) else node.measure
    return {
        "kind": "goal" if isinstance(node, GoalJudgement) else "measure",
        "id": thing.id,
        "name": thing.name,
        **_where(node.place),
        "status": _value(node.status),
        "computed": _value(node.computed),
        "why": node.why.value,
        "settled": _said(node.settled),
        "outlook": _said(node.outlook),
    }


def _goal(node: GoalJudgement) -> dict[str, Any]:
    rule, verdict = node.rule, node.verdict
    return {
        **_head(node),
        "rule": {"by": rule.by.value, "met": str(rule.met), "close": str(rule.close)},
        "share": None if verdict.share is None else str(verdict.share),
        "judged": verdict.judged,
        "total": verdict.total,
    }


def _measure(node: Judgement) -> dict[str, Any]:
    coverage, value = node.value.coverage, node.value
    return {
        **_head(node),
        "figures": node.place.kind.value,
        "version": node.place.version,
        "dims": dict(node.place.dims),
        "met": node.met,
        "target": _target(node, node.chosen),
        "value": digits(value.exact),
        "value_unit": value.unit,
        "gap": digits(node.gap),
        "tolerance": digits(node.tolerance),
        "reference": _reference(node.reference),
        "reported": coverage.reported,
        "expected": coverage.expected,
        "missing": list(value.missing),
        "oldest": coverage.oldest.isoformat() if coverage.oldest else None,
        "newest": coverage.newest.isoformat() if coverage.newest else None,
        "estimated": coverage.estimated,
        "estimates": coverage.estimates,
        "carried": coverage.carried,
        "stale": node.stale,
        "cell": value.cell,
        "parts": [_measure(part) for part in node.parts],
    }


def _target(node: Judgement, chosen: ChosenTarget | None) -> dict[str, Any] | None:
    if node.target is None or chosen is None:
        return None
    level = chosen.level
    return {
        "text": str(node.target),
        "words": node.target.words,
        "kind": node.target.kind.value,
        "level": None if level is None else {"period": level.period.text, "version": level.version},
        "source": str(chosen.source),
    }


def _reference(found: Reference | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "value": digits(found.value),
        "figures": found.kind.value,
        "period": found.period.text if found.period is not None else None,
        "baseline": str(found.baseline) if found.baseline is not None else None,
        "source": str(found.source),
    }


def _said(found: Assessment | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "status": _value(found.status),
        "outlook": _value(found.outlook),
        "by": found.by,
        "why": found.why,
        "grounds": found.grounds,
        "dated": found.dated.isoformat() if found.dated else None,
        "source": str(found.source),
    }


def _where(place: Place) -> dict[str, Any]:
    return {"unit": place.unit, "period": place.period.text}


def _value(found: Any) -> str | None:
    return None if found is None else str(found.value)
