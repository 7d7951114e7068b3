"""What a workspace can be asked: figures, where they come from, how the plan stands and what it saves."""

from abc import ABC, abstractmethod
from collections.abc import Collection

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.placed import PlacedTotals, placed_totals
from styrmodell.aggregation.savings.savings_plan import SavingsPlan
from styrmodell.model.expression import Expression
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.report.explained import Explained
from styrmodell.report.value import Value, Values
from styrmodell.session.asking import Asking
from styrmodell.session.inquiry import Inquiry
from styrmodell.session.publish import Publisher
from styrmodell.session.savings import savings
from styrmodell.session.standing import Standing
from styrmodell.session.workings import Workings


class Questions(ABC):
    """The questions; every answer is computed when it is asked for."""

    __slots__ = ()

    @property
    @abstractmethod
    def _workings(self) -> Workings:
        """What the answers come from."""

    @property
    def evaluator(self) -> Evaluator:
        """What computes values. For the engine's own floors, not promised to others.

        Raises:
            FindingsError: There is no plan.
        """
        return self._workings.evaluator

    @property
    def publisher(self) -> Publisher:
        """What builds reports. For the engine's own floors, not promised to others.

        Raises:
            FindingsError: There is no plan.
        """
        return self._workings.publisher

    @property
    def inquiry(self) -> Inquiry:
        """What answers questions. For the engine's own floors, not promised to others.

        Raises:
            FindingsError: There is no plan.
        """
        return self._workings.inquiry

    def value(
        self,
        measure: str | Expression,
        *,
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
        ie: str = "",
        internal: Internal | str | None = None,
    ) -> Value:
        """One value, in the measure's unit and unrounded.

        Args:
            measure: Its id, or an expression of several.
            unit: Default: the plan's.
            period: Default: the plan's.
            version: Default: the newest.
            dims: (dimension, member) pairs; a dimension left out means the whole.
            ie: I/E codes that count ("0-2"); empty for all.
            internal: "brutto", "eliminerat" or "netto": what of the internal items is asked for; None for what the
                measure says.

        Raises:
            UnknownNameError: The workspace has no such measure, unit, dimension or member.
            TextError: *period* is no period.
            TypeError: *kind* is no Kind.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        asking = Asking(unit=unit, period=period, kind=kind, version=version, dims=dims, ie=ie, internal=internal)
        return self.inquiry.value(measure, self.inquiry.place(asking))

    def values(
        self,
        *,
        measures: Collection[str] | None = None,
        units: Collection[str] | None = None,
        periods: Collection[Period | str] | None = None,
        kinds: Collection[Kind] | None = None,
    ) -> Values:
        """Values of many measures: every (period, kind) that has figures, at the plan's unit or at *units*.

        Args:
            measures: Default: all.
            units: Default: the plan's.
            periods: Default: those that have figures.
            kinds: Default: those that have figures.

        Raises:
            UnknownNameError: A name is not known.
            TextError: *period* is no period.
            TypeError: One of *kinds* is no Kind.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        return self.inquiry.values(measures, units, periods, kinds)

    def explain(self, cell: str) -> Explained:
        """Where the figure of *cell* comes from.

        Args:
            cell: "report@unit@period/table/row/column" (unit and period may be left out) or
                "value/measure@unit@period/kind.version/members".

        Raises:
            UnknownNameError: There is no such cell; the nearest names are suggested.
            TextError: The period in *cell* is no period.
            RenderError: The report that prints it cannot be built.
            PluginError: A plugin's rule fails; or a plugin fails, and the registry is strict.
            FindingsError: There is no plan.
        """
        return self.inquiry.explain(cell)

    def explain_value(
        self,
        measure: str,
        *,
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
        ie: str = "",
        internal: Internal | str | None = None,
    ) -> Explained:
        """Where a measure's value comes from.

        Args:
            measure: Its id.
            unit: Default: the plan's.
            period: Default: the plan's.
            version: Default: the newest.
            dims: (dimension, member) pairs; a dimension left out means the whole.
            ie: I/E codes that count ("0-2"); empty for all.
            internal: "brutto", "eliminerat" or "netto"; None for what the measure says.

        Raises:
            UnknownNameError: The workspace has no such measure, unit, dimension or member.
            TextError: *period* is no period.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        asking = Asking(unit=unit, period=period, kind=kind, version=version, dims=dims, ie=ie, internal=internal)
        return self.inquiry.explain_value(measure, self.inquiry.place(asking))

    def status(
        self, name: str | None = None, *, unit: str | None = None, period: Period | str | None = None
    ) -> Standing:
        """How a measure, a goal, a scorecard or the whole plan stands to its targets, and why.

        Args:
            name: The id of a measure, else of a goal, else of a scorecard; None for everything that can be judged.
            unit: Default: each goal's and card's own, else the plan's.
            period: Default: likewise.

        Raises:
            UnknownNameError: The plan has no such unit, or nothing with that id that can be judged.
            TextError: *period* is no period.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        return self._workings.statuses.status(name, unit=unit, period=period)

    def savings(self, *, unit: str | None = None, period: Period | str | None = None) -> SavingsPlan:
        """The savings plan: each action's target, outcome, forecast and deviation, and their totals.

        Args:
            unit: Default: the plan's.
            period: Default: the plan's.

        Raises:
            UnknownNameError: The plan has no such unit.
            TextError: *period* is no period.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        return savings(self.evaluator, unit, period)

    def placed(
        self,
        measure: str,
        *,
        under: str = "goal",
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.PLAN,
    ) -> PlacedTotals:
        """Amounts of actions, investments or projects by what they serve, each object counted once; in kr.

        Args:
            measure: "atgard", "atgard-kalkyl", "investering", "projekt" or "driftkostnad".
            under: What is served: "goal", "decision", "project".
            unit: Default: the plan's.
            period: Default: the plan's.

        Raises:
            UnknownNameError: The measure adds up no objects, or there is no such kind or unit.
            TextError: *period* is no period.
            PluginError: A plugin's rule fails.
            FindingsError: There is no plan.
        """
        place = self.inquiry.place(Asking(unit=unit, period=period, kind=kind))
        return placed_totals(self.evaluator, measure, under, place)
