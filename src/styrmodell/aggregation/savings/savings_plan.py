"""The savings plan of one unit and period: lines, totals, what is lacking and what is doubtful."""

from collections.abc import Collection
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from attrs import evolve, frozen

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.savings.action_reader import ActionReader
from styrmodell.aggregation.savings.double_posts import check_double_posts
from styrmodell.aggregation.savings.line import Line
from styrmodell.aggregation.savings.line_builder import LineBuilder
from styrmodell.aggregation.savings.line_checks import check_line
from styrmodell.aggregation.savings.plan_level import PlanLevel, check_levels, plan_levels
from styrmodell.aggregation.savings.tally import Tally, make_tally
from styrmodell.aggregation.savings.total import Total, make_total
from styrmodell.finding import Findings
from styrmodell.model.ids import UnitId
from styrmodell.model.lifting.action_tree import build_action_tree
from styrmodell.model.lifting.object_groups import Attribute, Group, group_key, object_groups, word_of
from styrmodell.model.period import Period
from styrmodell.source import Source


class By(Enum):
    """What totals are told apart by."""

    UNIT = "unit"
    CATEGORY = "category"
    FEASIBILITY = "feasibility"
    ORIGIN = "origin"
    BASIS = "basis"


_ATTRIBUTES = MappingProxyType(
    {
        By.CATEGORY: Attribute.CATEGORY,
        By.FEASIBILITY: Attribute.FEASIBILITY,
        By.ORIGIN: Attribute.ORIGIN,
        By.BASIS: Attribute.BASIS,
    }
)


@frozen(kw_only=True, eq=False, slots=False)
class SavingsPlan:
    """A unit's actions in a period, with their totals.

    Attributes:
        unit_names: (id, name) of the unit and of those directly below it, in the order of the organisation.
        lines: An action each, a part after its whole.
        levels: What units are to save in all, as measures of the plan tell it.
        groups: The groups of actions, which totals are told apart by.
        source: Where the plan was written.
    """

    unit_id: UnitId
    unit_names: tuple[tuple[UnitId, str], ...]
    period: Period
    lines: tuple[Line, ...]
    levels: tuple[PlanLevel, ...]
    groups: tuple[Group, ...]
    source: Source

    @property
    def name(self) -> str:
        """The unit's name."""
        return self.unit_names[0][1]

    @cached_property
    def total(self) -> Total:
        """The total of all lines."""
        return make_total(self.lines, name=self.name, source=self.source)

    @cached_property
    def tally(self) -> Tally:
        """How many actions there are, and how many lack what."""
        return make_tally(self.lines)

    @cached_property
    def findings(self) -> Findings:
        """What is doubtful: in lines, between them, in the plan as a whole and in its total."""
        of_lines = (finding for line in self.lines for finding in check_line(line))
        doubles = check_double_posts(self.lines)
        return Findings.gather(of_lines, doubles, check_levels(self.levels), self.total.deviation.findings)

    @property
    def changed(self) -> tuple[Line, ...]:
        """The lines whose forecast has changed since the report before."""
        return tuple(line for line in self.lines if line.change is not None and line.change.explanation.exact)

    def by(self, what: By) -> tuple[Total, ...]:
        """Totals that together are the whole total: each counted line is in one of them."""
        if what is By.UNIT:
            found = (self._of_unit(unit, name) for unit, name in self.unit_names)
        else:
            mine = (group for group in self.groups if group.attribute is _ATTRIBUTES[what])
            found = (self._of_group(group) for group in mine)
        return tuple(total for total in found if total.lines)

    def select(
        self,
        *,
        feasibility: Collection[int] = (),
        category: Collection[str] = (),
        origin: Collection[str] = (),
        basis: Collection[str] = (),
    ) -> "SavingsPlan":
        """Only the actions that have one of each of the words that are given; a part follows its whole.

        Args:
            feasibility: 1 to 3 (genomförbarhet).
            category: The profile's words.
            origin: "ursprunglig" or "tillkommen".
            basis: "brutto" or "netto".
        """
        wanted = {
            Attribute.FEASIBILITY: frozenset(map(str, feasibility)),
            Attribute.CATEGORY: frozenset(map(group_key, category)),
            Attribute.ORIGIN: frozenset(map(group_key, origin)),
            Attribute.BASIS: frozenset(map(group_key, basis)),
        }
        asked = {attribute: words for attribute, words in wanted.items() if words}
        kept = (
            line
            for line in self.lines
            if all(group_key(word_of(line.top, attribute)) in words for attribute, words in asked.items())
        )
        return evolve(self, lines=tuple(kept))

    def _of_unit(self, unit: UnitId, name: str) -> Total:
        is_own = unit == self.unit_id and len(self.unit_names) > 1
        lines = (line for line in self.lines if line.branch_id == unit)
        return make_total(lines, key=unit, name=f"{name}, egna" if is_own else name)

    def _of_group(self, group: Group) -> Total:
        members = frozenset[str](group.members)
        return make_total((line for line in self.lines if line.top.id in members), key=group.id, name=group.name)


def explain_savings(evaluator: Evaluator, unit: UnitId, period: Period) -> SavingsPlan:
    """The savings plan of *unit* in *period*: its own actions and those of the units below it.

    Args:
        evaluator: Of a plan whose amounts are lifted.
    """
    index = evaluator.index
    reader = ActionReader(evaluator=evaluator, tree=build_action_tree(index.plan))
    below = index.tree.children[unit]
    return SavingsPlan(
        unit_id=unit,
        unit_names=tuple((UnitId(name), index.tree.names[name]) for name in (unit, *below)),
        period=period,
        lines=LineBuilder(reader=reader, unit=unit, period=period).lines(),
        levels=plan_levels(evaluator, unit, period),
        groups=tuple(group for group in object_groups(index.plan) if group.collection == "actions"),
        source=index.plan.source,
    )
