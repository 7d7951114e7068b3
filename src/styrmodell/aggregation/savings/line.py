"""A line of the savings plan: one action with its figures."""

from enum import Enum

from attrs import field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.full_year import EffectRange
from styrmodell.model.action import Action, ActionReport, OutcomeMethod
from styrmodell.model.ids import ActionId, UnitId
from styrmodell.model.lifting.action_tree import Told
from styrmodell.model.period import Period


class Column(Enum):
    """The figures of a line that sum to those of a total. The value is their key in data for others."""

    TARGET = "target"
    GROSS = "gross"
    COUNTER = "counter_effects"
    NET = "net"
    OUTCOME = "outcome"
    FORECAST = "forecast"
    CHANGE = "change"

    @property
    def told(self) -> Told:
        """What of an action it speaks of."""
        if self in (Column.GROSS, Column.COUNTER, Column.NET):
            return Told.CALCULATION
        return {Column.TARGET: Told.TARGET, Column.OUTCOME: Told.OUTCOME}.get(self, Told.FORECAST)


class NetState(Enum):
    """Whether somebody has calculated what an action gives after what it costs elsewhere."""

    CALCULATED = "calculated"
    NOT_CALCULATED = "not_calculated"
    UNSAID = "unsaid"


@frozen(kw_only=True, eq=False)
class Figure:
    """A figure of a line.

    Attributes:
        explanation: The value with its working; its exact is None where there is none.
        is_whole: Whether the action, or every part of it, has told its figure.
        members: Whether it is gross or net, or both, as members of the dimension "effekt".
    """

    explanation: Explanation
    is_whole: bool = False
    members: frozenset[str] = frozenset()

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.explanation.exact is not None


@frozen(kw_only=True, eq=False)
class ForecastChange:
    """How a forecast has changed since the one before it.

    Attributes:
        explanation: The newest less the one before, in kr.
        version: Which forecast is the newest; empty where it has no name.
        before: Which the one before it is.
        comment: Why, as the newest says; empty where it says nothing.
    """

    explanation: Explanation
    version: str
    before: str
    comment: str

    @property
    def is_unexplained(self) -> bool:
        """Whether the forecast has changed and nobody has said why."""
        return bool(self.explanation.exact) and not self.comment.strip()


@frozen(kw_only=True, eq=False)
class Line:
    """An action in the savings plan, with figures in kr, unrounded.

    Attributes:
        top: The action it is a part of at last; itself when it is no part. What a filter or a group looks at.
        unit_id: The unit that owns it.
        branch_id: The unit directly below the asked one that it belongs under; the asked one when it owns it itself.
        period: What its target is for: the action's own, else the plan's.
        depth: How many wholes of the plan it stands below.
        repeats: The action that is the same saving and is counted in its stead.
        is_counted: Whether it is added in totals: neither a repetition nor a part of an action that is.
        figures: A figure for every column.
        deviation: Forecast less target; missing unless both are whole and of one sort, gross or net.
        left: Target less outcome; missing as the deviation is.
        reached: Outcome over target, a share of one; missing as the deviation is.
        change: What the newest forecast changed; None where there is no earlier one.
        report: The newest follow-up.
        net: Whether its net effect is calculated.
        method: How its outcome was found.
        part_year: What it gives in the period, by its full-year effect and first month.
        is_reachable: Whether the target can be reached in a whole year; None where it cannot be told.
        of_parts: What the targets of its parts come to; None unless every part has one.
        gap: The months of the period, before those of the newest outcome, that no outcome covers; empty where none.
    """

    action: Action
    top: Action
    unit_id: UnitId
    branch_id: UnitId
    period: Period
    depth: int
    repeats: ActionId | None
    is_counted: bool
    figures: tuple[tuple[Column, Figure], ...]
    deviation: Explanation
    left: Explanation
    reached: Explanation
    change: ForecastChange | None
    report: ActionReport | None
    net: NetState
    method: OutcomeMethod | None
    part_year: EffectRange | None
    is_reachable: bool | None
    of_parts: Explanation | None = field(default=None)
    gap: str = field(default="")

    def figure(self, column: Column) -> Figure:
        """The figure of *column*."""
        return next(figure for known, figure in self.figures if known is column)

    def explanation(self, column: Column) -> Explanation:
        """The value of *column* with its working."""
        return self.figure(column).explanation

    @property
    def is_uncertain(self) -> bool:
        """Whether the outcome is a judgement, and no figure of the books or of a calculation."""
        return self.method is OutcomeMethod.JUDGED and self.figure(Column.OUTCOME).is_known
