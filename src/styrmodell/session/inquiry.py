"""Asking a plan: values, and where they come from."""

from collections.abc import Collection
from itertools import product

from attrs import define

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.errors import UnknownNameError
from styrmodell.model.expression import Expression, Ref
from styrmodell.model.ids import require_known, slug
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY, Dims
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry
from styrmodell.report.explained import Explained
from styrmodell.report.numbers import make_style
from styrmodell.report.spec import ReportSpec
from styrmodell.report.table import Cell
from styrmodell.report.value import Value, Values, make_value
from styrmodell.session.cell_id import CellId, parse_cell_id
from styrmodell.session.publish import Publisher


@define(kw_only=True, eq=False)
class Inquiry:
    """Answers questions about one plan; Workspace's methods of the same names say what they take and raise."""

    plan: Plan
    profile: Profile
    registry: Registry
    evaluator: Evaluator
    publisher: Publisher

    def value(self, measure: str | Expression, place: Place) -> Value:
        """One value at *place*."""
        return make_value(self.working(measure, place))

    def working(self, measure: str | Expression, place: Place) -> Explanation:
        """One value with its working."""
        expression = Ref(measure=measure) if isinstance(measure, str) else measure
        if isinstance(expression, Ref):
            require_known("measure", expression.measure, self.evaluator.index.measures)
        return self.evaluator.explain(expression, place)

    def place(self, unit: str | None, period: Period | str | None, kind: Kind, version: str, dims: Dims) -> Place:
        """A place from what was given and the plan's own unit and period."""
        splits = self.evaluator.index.splits
        if unit is not None:
            require_known("unit", unit, self.evaluator.index.units)
        for name, member in dims:
            require_known("dimension", name, splits)
            require_known(f"member of {name}", member, splits[name].parts)
        when = as_period(period) or self.plan.period
        return Place(unit=unit or self.plan.unit_id, period=when, kind=kind, version=version, dims=dims)

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
        for name in measures or ():
            require_known("measure", name, index.measures)
        for name, unit in product(measures or index.measures, units or (self.plan.unit_id,)):
            for period, kind in index.asked(name):
                if (wanted is None or period.text in wanted) and (kinds is None or kind in kinds):
                    found.append(self.value(name, self.place(unit, period, kind, "", ())))
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
        return Explained(cell=cell.id, working=working, style=cell.style, rules=self.registry.rules)

    def _explain_value_cell(self, asked: CellId, text: str) -> Explained:
        kind_name, _, version = asked.rest[1].partition(".")
        kinds = {kind.value: kind for kind in Kind}
        require_known("kind", kind_name, kinds)
        measure = self.evaluator.index.measures.get(asked.name)
        members = asked.rest[2].split(".") if len(asked.rest) > 2 else []
        names = measure.dimensions if measure is not None else ()
        if len(members) > len(names):
            raise UnknownNameError("cell", text)
        dims = tuple(zip(map(str, names), members, strict=False))
        unit, period = asked.unit or None, asked.period or None
        return self.explain_value(asked.name, self.place(unit, period, kinds[kind_name], self._version(version), dims))

    def _version(self, text: str) -> str:
        """The profile's version whose id form is *text*: cell ids have no å, ä, ö."""
        return next((name for name in self.profile.versions if slug(name) == text), text)

    def explain_value(self, measure: str, place: Place) -> Explained:
        """Where a measure's value comes from; money prints in tkr."""
        working = self.working(measure, place)
        printed = "tkr" if working.unit == MONEY else ""
        known = self.evaluator.index.measures[measure]
        style = make_style(working.unit, printed, known.decimals)
        return Explained(cell=working.cell, working=working, style=style, rules=self.registry.rules)


def as_period(period: Period | str | None) -> Period | None:
    """*period* read when it is text; cell ids write it in lower case."""
    return Period.parse(period.upper()) if isinstance(period, str) else period
