"""Asking a plan: values, and where they come from."""

from collections.abc import Collection
from functools import cached_property
from itertools import product

from attrs import define

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place, read_cut
from styrmodell.errors import UnknownNameError
from styrmodell.model.expression import Expression, Ref
from styrmodell.model.ids import require_known, slug
from styrmodell.model.kind import Kind, require_kind
from styrmodell.model.measure import MONEY
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry
from styrmodell.report.explained import Explained
from styrmodell.report.numbers import make_style
from styrmodell.report.spec import ReportSpec
from styrmodell.report.table import Cell
from styrmodell.report.value import Value, Values, make_value
from styrmodell.session.asking import Asking, as_period
from styrmodell.session.cell_id import CellId, parse_cell_id
from styrmodell.session.publish import Publisher
from styrmodell.session.standing import StatusInquiry


@define(kw_only=True, eq=False)
class Inquiry:
    """Answers questions about one plan; Workspace's methods of the same names say what they take and raise."""

    plan: Plan
    profile: Profile
    registry: Registry
    evaluator: Evaluator
    publisher: Publisher
    statuses: StatusInquiry

    def value(self, measure: str | Expression, place: Place) -> Value:
        """One value at *place*, with its status where it has a target."""
        working = self.working(measure, place)
        return make_value(working, status=self.statuses.judge.status_of(working))

    def working(self, measure: str | Expression, place: Place) -> Explanation:
        """One value with its working."""
        expression = Ref(measure=measure) if isinstance(measure, str) else measure
        if isinstance(expression, Ref):
            require_known("measure", expression.measure, self.evaluator.index.measures)
        return self.evaluator.explain(expression, place)

    def place(self, asking: Asking) -> Place:
        """A place from what was asked and the plan's own unit and period."""
        splits = self.evaluator.index.splits
        if asking.unit is not None:
            require_known("unit", asking.unit, self.evaluator.index.units)
        for name, member in asking.dims:
            require_known("dimension", name, splits)
            require_known(f"member of {name}", member, splits[name].parts)
        if asking.version and self.profile.versions:
            require_known("version", asking.version, self._versions)
        return Place(
            unit=asking.unit or self.plan.unit_id,
            period=asking.when() or self.plan.period,
            kind=asking.kind,
            version=asking.version,
            dims=asking.dims,
            ie=asking.codes(),
            internal=asking.held(),
        )

    @cached_property
    def _versions(self) -> tuple[str, ...]:
        """The profile's versions, and those that figures have."""
        return tuple(dict.fromkeys((*self.profile.versions, *(one.version for one in self.plan.observations))))

    def values(
        self,
        measures: Collection[str] | None,
        units: Collection[str] | None,
        periods: Collection[Period | str] | None,
        kinds: Collection[Kind] | None,
    ) -> Values:
        """Values of many measures, at every (period, kind) that has figures."""
        index = self.evaluator.index
        wanted = None if periods is None else {str(period) for period in periods}
        found: list[Value] = []
        for asked in kinds or ():
            require_kind(asked)
        for name in measures or ():
            require_known("measure", name, index.measures)
        for name, unit in product(measures or index.measures, units or (self.plan.unit_id,)):
            for period, kind in index.asked(name):
                if (wanted is None or period.text in wanted) and (kinds is None or kind in kinds):
                    found.append(self.value(name, self.place(Asking(unit=unit, period=period, kind=kind))))
        return Values(found)

    def explain(self, cell: str) -> Explained:
        """Where the figure of *cell* comes from."""
        asked = parse_cell_id(cell)
        return self._explain_value_cell(asked, cell) if asked.is_value else self._explain_cell(asked)

    def _explain_cell(self, asked: CellId) -> Explained:
        spec = self.publisher.spec(asked.name)
        unit, period = self.instance(spec, asked)
        found = self.publisher.cell(spec, unit, period, asked.rest)
        return self.explained(found)

    def instance(self, spec: ReportSpec, asked: CellId) -> tuple[str, Period]:
        """The unit and period asked for; what is left out is that of the report's first instance."""
        pairs = self.publisher.instances(spec) or ((self.plan.unit_id, self.plan.period),)
        unit, period = pairs[0]
        return asked.unit or unit, as_period(asked.period or None) or period

    def explained(self, cell: Cell) -> Explained:
        """The working of a table's cell.

        Raises:
            UnknownNameError: The cell is blank by nature.
        """
        working = self.publisher.explanation(cell)
        return Explained(cell=cell.id, working=working, style=cell.style, rules=self.evaluator.rules)

    def _explain_value_cell(self, asked: CellId, text: str) -> Explained:
        kind_name, _, version = asked.rest[1].partition(".")
        kinds = {kind.value: kind for kind in Kind}
        require_known("kind", kind_name, kinds)
        measure = self.evaluator.index.measures.get(asked.name)
        members = asked.rest[2].split(".") if len(asked.rest) > 2 and asked.rest[2] != "-" else []
        cut = read_cut(asked.rest[3]) if len(asked.rest) > 3 else ("", None)
        names = measure.dimensions if measure is not None else ()
        if len(members) > len(names) or cut is None:
            raise UnknownNameError("cell", text)
        dims = tuple(zip(map(str, names), members, strict=False))
        asking = Asking(
            unit=asked.unit or None,
            period=asked.period or None,
            kind=kinds[kind_name],
            version=self._version(version),
            dims=dims,
            ie=cut[0],
            internal=cut[1],
        )
        return self.explain_value(asked.name, self.place(asking))

    def _version(self, text: str) -> str:
        """The profile's version whose id form is *text*: cell ids have no å, ä, ö."""
        return next((name for name in self.profile.versions if slug(name) == text), text)

    def explain_value(self, measure: str, place: Place) -> Explained:
        """Where a measure's value comes from; money prints in tkr."""
        working = self.working(measure, place)
        printed = "tkr" if working.unit == MONEY else ""
        known = self.evaluator.index.measures[measure]
        style = make_style(working.unit, printed, known.decimals)
        return Explained(cell=working.cell, working=working, style=style, rules=self.evaluator.rules)
