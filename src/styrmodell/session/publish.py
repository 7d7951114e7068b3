"""Building a report: the document a plugin makes, and the edition that is written."""

from collections.abc import Mapping
from datetime import date
from importlib.metadata import version

from attrs import define, field

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.stated import check_stated_at
from styrmodell.errors import RenderError, UnknownNameError
from styrmodell.finding import Findings
from styrmodell.model.ids import UnitId, close_names
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry
from styrmodell.report.context import Context
from styrmodell.report.document import Document, Edition
from styrmodell.report.spec import ReportSpec
from styrmodell.report.table import Cell

Settings = Mapping[str, tuple[tuple[str, str], ...]]


@define(kw_only=True, eq=False)
class Publisher:
    """Builds the reports of one plan.

    Attributes:
        settings: Report key → its own (name, text) settings.
        doubts: Findings that make every document a draft: unacknowledged errors.
    """

    plan: Plan
    as_of: date
    profile: Profile
    registry: Registry
    evaluator: Evaluator
    settings: Settings = field(factory=dict)
    doubts: Findings = Findings()

    def spec(self, key: str) -> ReportSpec:
        """The report named *key*.

        Raises:
            UnknownNameError: There is none.
        """
        found = self.registry.reports.get(key)
        if found is None:
            raise UnknownNameError("report", key, close_names(key, self.registry.reports))
        return found

    def instances(self, spec: ReportSpec) -> tuple[tuple[UnitId, Period], ...]:
        """The (unit, period) pairs for which the plan calls for a document.

        Raises:
            RenderError: The plugin fails to say.
        """
        try:
            return tuple(spec.instances(self.plan))
        except Exception as error:
            raise self._blame(spec, error) from error

    def has_unit(self, unit: str) -> bool:
        """Whether the plan has a unit with that id."""
        return any(known.id == unit for known in self.plan.units)

    def context(self, report: str, unit: str, period: Period) -> Context:
        """What a build or a check is given; *report* is its key.

        Raises:
            UnknownNameError: The plan has no such unit.
        """
        units = {known.id: known for known in self.plan.units}
        found = units.get(UnitId(unit))
        if found is None:
            raise UnknownNameError("unit", unit, close_names(unit, units))
        return Context(
            report=report,
            plan=self.plan,
            unit=found,
            period=period,
            as_of=self.as_of,
            profile=self.profile,
            evaluator=self.evaluator,
            settings=dict(self.settings.get(report, ())),
        )

    def document(self, spec: ReportSpec, unit: str, period: Period) -> Document:
        """Build *spec*'s document; no figure is computed yet.

        Raises:
            RenderError: The plugin's build fails.
        """
        context = self.context(spec.key, unit, period)
        try:
            return spec.build(context)
        except Exception as error:
            raise self._blame(spec, error) from error

    def edition(self, spec: ReportSpec, unit: str, period: Period) -> Edition:
        """Build *spec*'s document with all its figures, and what is doubtful about them."""
        document = self.document(spec, unit, period)
        return Edition(
            report=spec.key,
            document=document,
            unit_name=next(known.name for known in self.plan.units if known.id == unit),
            period=period,
            as_of=self.as_of,
            draft=self.plan.state is PlanState.DRAFT or bool(self.doubts),
            findings=Findings.gather(self.doubts, self.doubtful(document)),
            generator=f"styrmodell {version('styrmodell')}",
        )

    def doubtful(self, document: Document) -> Findings:
        """What is doubtful about the figures of *document*: computing them is what tells."""
        found = [cell.explanation for cell in document.cells() if cell.explanation is not None]
        keys = (explanation.bound for explanation in found if isinstance(explanation.bound, Key))
        below = (explanation.findings for explanation in found)
        return Findings.gather(document.findings, *below, check_stated_at(self.evaluator, keys))

    def cell(self, spec: ReportSpec, unit: str, period: Period, rest: tuple[str, ...]) -> Cell:
        """The cell of *spec*'s document at table, row and column.

        Raises:
            UnknownNameError: The document has no such cell; the nearest ids are suggested.
        """
        cells = {cell.id: cell for cell in self.document(spec, unit, period).cells()}
        wanted = f"{spec.key}@{unit}@{period.text.lower()}/{'/'.join(rest)}"
        if wanted not in cells:
            raise UnknownNameError("cell", wanted, close_names(wanted, cells))
        return cells[wanted]

    def explanation(self, cell: Cell) -> Explanation:
        """The working of *cell*.

        Raises:
            UnknownNameError: The cell is blank by nature: there is nothing to explain.
        """
        if cell.explanation is None:
            raise UnknownNameError("cell (blank by nature)", cell.id)
        return cell.explanation

    def _blame(self, spec: ReportSpec, error: Exception) -> RenderError:
        owner = self.registry.owners.get(spec.key, "?")
        return RenderError(f"{spec.key} from {owner}: {type(error).__name__}: {error}")
