"""Reading one action's figures from the engine: its own, or those of its parts put together."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import define, field

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.savings.follow_ups import forecasts, outcomes
from styrmodell.aggregation.savings.line import Column, Figure, ForecastChange
from styrmodell.aggregation.savings.sums import added, difference, missing
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.expression import Ref
from styrmodell.model.ids import MemberId, UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.lifting.action_effect import COUNTER, GROSS, NET, aim, calculation, member_of
from styrmodell.model.lifting.action_figures import measure_of, version_of
from styrmodell.model.lifting.action_tree import ActionTree
from styrmodell.model.lifting.lifted_measures import EFFECT, OBJECT
from styrmodell.model.lifting.whole import known_wholes, wholes_of
from styrmodell.model.period import Period

WORDS: Mapping[Column, str] = MappingProxyType(
    {
        Column.TARGET: "mål",
        Column.GROSS: "brutto",
        Column.COUNTER: "moteffekter",
        Column.NET: "netto",
        Column.OUTCOME: "utfall",
        Column.FORECAST: "prognos",
        Column.CHANGE: "prognosens förändring",
    }
)
_CALCULATED: Mapping[Column, MemberId] = MappingProxyType({Column.GROSS: GROSS, Column.COUNTER: COUNTER})


@define(kw_only=True, eq=False)
class ActionReader:
    """Reads the figures of a plan's actions.

    A figure is read at the top of the organisation, so that what an action costs elsewhere is in its net.
    """

    evaluator: Evaluator
    tree: ActionTree
    _above: Mapping[str, str] = field(init=False)
    _known: dict[tuple[str, Column], Figure] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        units = {str(unit.id): unit.parent_id for unit in self.evaluator.index.plan.units}
        self._above = known_wholes(units)

    def figure(self, name: str, column: Column) -> Figure:
        """The figure of an action: its own, or the sum of its parts' where every part has told its own.

        Where the action says nothing itself, the sum of what its parts say.
        """
        found = self._known.get((name, column))
        if found is None:
            found = self._known[(name, column)] = self._figure(name, column)
        return found

    def of_parts(self, name: str, column: Column) -> Figure:
        """The sum of what the parts of an action say; missing where none says anything."""
        parts = [self.figure(part, column) for part in self.tree.parts.get(name, ())]
        return Figure(
            explanation=added((part.explanation for part in parts), self._label(self.tree.actions[name], column)),
            is_whole=bool(parts) and all(part.is_whole for part in parts),
            members=frozenset().union(*(part.members for part in parts)),
        )

    def unit(self, name: str) -> UnitId:
        """The unit that owns an action."""
        return self.tree.actions[name].unit_id or self.evaluator.index.plan.unit_id

    def reports(self, name: str) -> tuple[ActionReport, ...]:
        """The action's own follow-ups."""
        return self.tree.reports.get(name, ())

    def change(self, name: str) -> ForecastChange | None:
        """What the newest of the action's own forecasts changed; None where there is none before it of its sort."""
        action, found = self.tree.actions[name], self._forecasts(name)
        if not found:
            return None
        last, version = found[-1], version_of(found[-1], self.reports(name))
        same = [one for one in found if member_of(action, one) == member_of(action, last)]
        older = [one for one in same if version_of(one, self.reports(name)) != version]
        if not older:
            return None
        now, before = self._forecast(name, last), self._forecast(name, older[-1])
        return ForecastChange(
            explanation=difference(now.explanation, before.explanation, self._label(action, Column.CHANGE)),
            version=version,
            before=version_of(older[-1], self.reports(name)),
            comment=last.comment,
        )

    def _figure(self, name: str, column: Column) -> Figure:
        if not self.tree.is_told(name, column.told) or self.tree.is_complete_below(name, column.told):
            return self.of_parts(name, column)
        return self._own(name, column) or Figure(explanation=missing(self._label(self.tree.actions[name], column)))

    def _own(self, name: str, column: Column) -> Figure | None:
        """The action's own figure; None where it has none of this column."""
        action = self.tree.actions[name]
        if column is Column.TARGET:
            return self._read(name, column, Kind.PLAN, member_of(action)) if aim(action) is not None else None
        if column is Column.FORECAST:
            found = self._forecasts(name)
            return self._forecast(name, found[-1]) if found else None
        if column is Column.CHANGE:
            change = self.change(name)
            return None if change is None else Figure(explanation=change.explanation, is_whole=True)
        return self._outcome(name) if column is Column.OUTCOME else self._calculated(name, column)

    def _calculated(self, name: str, column: Column) -> Figure | None:
        """Gross, counter-effects or net of the calculation; the net only where it is known what it costs elsewhere."""
        year = self.year(name)
        effects = calculation(self.tree.actions[name], year)
        members = {one.member for one in effects if one.period is None or one.period in year}
        wanted = _CALCULATED.get(column, NET)
        is_known = wanted in members or (wanted == NET and {GROSS, COUNTER} <= members)
        return self._read(name, column, Kind.PLAN, wanted) if is_known else None

    def _forecast(self, name: str, report: ActionReport) -> Figure:
        """A forecast; a gross one of a net target after what the action costs elsewhere, where that is known."""
        action, version = self.tree.actions[name], version_of(report, self.reports(name))
        told = member_of(action, report)
        is_netted = told == GROSS and member_of(action) == NET and self._calculated(name, Column.COUNTER) is not None
        member = NET if is_netted else told
        return self._read(name, Column.FORECAST, Kind.FORECAST, member, version=version, told=told)

    def _outcome(self, name: str) -> Figure | None:
        """The effect so far: what each report of the chain covers, added."""
        action = self.tree.actions[name]
        chain = outcomes(action, self.reports(name), self.year(name))
        read = [
            self._read(name, Column.OUTCOME, Kind.OUTCOME, member_of(action, one), period=one.period) for one in chain
        ]
        if not read:
            return None
        return Figure(
            explanation=added((one.explanation for one in read), self._label(action, Column.OUTCOME)),
            is_whole=all(one.is_known for one in read),
            members=frozenset().union(*(one.members for one in read)),
        )

    def _read(
        self,
        name: str,
        column: Column,
        kind: Kind,
        member: MemberId,
        *,
        version: str = "",
        told: MemberId | None = None,
        period: Period | None = None,
    ) -> Figure:
        measure = measure_of(self.tree, name, column.told, told or member)
        unit = self.unit(name)
        place = Place(
            unit=(unit, *wholes_of(unit, self._above))[-1],
            period=period or self.year(name),
            kind=kind,
            version=version,
        )
        found = self.evaluator.explain(Ref(measure=measure, dims=((OBJECT, name), (EFFECT, member))), place)
        return Figure(explanation=found, is_whole=found.exact is not None, members=frozenset({member}))

    def _forecasts(self, name: str) -> tuple[ActionReport, ...]:
        return forecasts(self.tree.actions[name], self.reports(name), self.evaluator.index.versions)

    def year(self, name: str) -> Period:
        """The period that the action's figures are held at."""
        return self.tree.actions[name].period or self.evaluator.index.plan.period

    def _label(self, action: Action, column: Column) -> str:
        return f"{action.name}, {WORDS[column]}"
