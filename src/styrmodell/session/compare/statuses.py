"""Judged statuses compared: how measures and goals stand on either side, and what moved them."""

from collections.abc import Iterator
from typing import TypeAlias

from attrs import define, field

from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.finding import Finding
from styrmodell.model.status import Status, status_word
from styrmodell.session.compare.causes import Causes
from styrmodell.session.compare.difference import JUDGEMENTS, ChangeGroup, Difference
from styrmodell.session.compare.field_words import kind_name
from styrmodell.session.compare.names import Names
from styrmodell.session.plugin_call import rule_faults
from styrmodell.session.workspace import Workspace

_Node: TypeAlias = Judgement | GoalJudgement
_Nodes: TypeAlias = dict[str, _Node]


@define(kw_only=True, eq=False)
class StatusChanges:
    """Tells the goals and measures that stand otherwise than they did; those that only one side has are left out.

    Attributes:
        failed: That a plugin's rule fails, so that nothing of its side could be judged.
    """

    old: Workspace
    new: Workspace
    names: Names
    causes: Causes
    failed: list[Finding] = field(factory=list)
    _sides: tuple[_Nodes, _Nodes] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._sides = self._judged(self.old), self._judged(self.new)

    def _judged(self, workspace: Workspace) -> _Nodes:
        nothing: _Nodes = {}
        found, faults = rule_faults(workspace.registry, lambda: _judged(workspace), nothing)
        self.failed.extend(faults)
        return found

    def all(self) -> Iterator[Difference]:
        """The changes, in the order a plan tells how it stands."""
        before, after = self._sides
        for name, node in after.items():
            old = before.get(name)
            if old is not None and old.status is not node.status:
                yield self._change(name, old, node)

    def _change(self, name: str, old: _Node, new: _Node) -> Difference:
        kind, thing = _thing(new)
        where = f"{self.names.of('units', new.place.unit)} {new.place.period.text}"
        word = kind_name(kind)
        return Difference(
            group=ChangeGroup.STATUS,
            object_kind=JUDGEMENTS,
            object=name,
            name=f"{word[:1].upper()}{word[1:]} {self.names.of(kind, thing)} ({where})",
            field="status",
            field_name="status",
            old=_word(old.status),
            new=_word(new.status),
            moved_by=tuple(dict.fromkeys((*self._causes(old), *self._causes(new)))),
        )

    def _causes(self, node: _Node) -> Iterator[str]:
        """Refs of the figures, targets and assessments that the status rests on."""
        for below in node.nodes() if isinstance(node, GoalJudgement) else (node,):
            yield from self.causes.judging(_thing(below)[1])
            if isinstance(below, Judgement):
                yield from self.causes.of(below.value, None)


def _judged(workspace: Workspace) -> _Nodes:
    plan = workspace.plan
    if plan is None or not workspace.publisher.has_unit(plan.unit_id):
        return {}
    found: _Nodes = {}
    for node in workspace.status().judged():
        kind, thing = _thing(node)
        members = "".join(f"/{member}" for _, member in node.place.dims)
        found.setdefault(f"{kind}/{thing}@{node.place.unit}@{node.place.period.text}{members}", node)
    return found


def _thing(node: _Node) -> tuple[str, str]:
    return ("goals", str(node.goal.id)) if isinstance(node, GoalJudgement) else ("measures", str(node.measure.id))


def _word(status: Status | None) -> str:
    return "" if status is None else status_word(status)
