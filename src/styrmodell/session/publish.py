"""Building a report: the document a plugin makes, and the edition that is written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from importlib.metadata import version

from attrs import define, evolve, field

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.stated import check_stated_at
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.batch import paused_collector
from styrmodell.errors import RenderError, UnknownNameError
from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import UnitId, close_names
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.profile import Profile
from styrmodell.plugins.asking import bounded
from styrmodell.plugins.listening import listening
from styrmodell.plugins.registry import Registry
from styrmodell.report.cell_list import write_cells
from styrmodell.report.context import Context
from styrmodell.report.document import Document, Edition
from styrmodell.report.doubt import Contradictions, mark_doubts
from styrmodell.report.explained import Explained
from styrmodell.report.explanation_document import REPORT
from styrmodell.report.narrative.narrative import Text
from styrmodell.report.printed import compare_printed
from styrmodell.report.spec import DATA_FORMATS, Format, ReportSpec
from styrmodell.report.table import Cell
from styrmodell.report.word import write_word
from styrmodell.report.writers import write_edition
from styrmodell.session.acknowledge.match import marked
from styrmodell.session.file_name import safe_name
from styrmodell.session.order_setting import read_order
from styrmodell.session.plugin_call import call_plugin, printed, require_document
from styrmodell.session.plugin_master import unwritten
from styrmodell.session.rendered import CELLS, Rendered
from styrmodell.session.standing import make_judge
from styrmodell.session.template import MasterFile

Settings = Mapping[str, tuple[tuple[str, str], ...]]


@define(kw_only=True, eq=False)
class Publisher:
    """Builds the reports of one plan.

    Attributes:
        settings: Report key → its own (name, text) settings.
        order: The order of units where a report asks for none.
        view: The evaluator for another order.
        masters: Report key → the workspace's own Word master, in place of the plugin's.
        doubts: Errors of the workspace: those that nobody has acknowledged make every document a draft.
        texts: Section → running text from the workspace's Word files.
    """

    plan: Plan
    as_of: date
    profile: Profile
    registry: Registry
    evaluator: Evaluator
    settings: Settings = field(factory=dict)
    order: Order = AS_THEN
    view: Callable[[Order], Evaluator]
    doubts: Findings = Findings()
    masters: Mapping[str, MasterFile] = field(factory=dict)
    texts: Mapping[str, Text] = field(factory=dict)
    _views: dict[Order, Evaluator] = field(factory=dict)

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
            RenderError: The plugin fails to say (PluginError where the registry is strict; so below, too).
        """
        return call_plugin(self.registry, spec.key, lambda: bounded(spec.instances(self.plan)))

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
            evaluator=self.evaluator_of(report),
            judge=make_judge(self.evaluator_of(report)),
            settings=dict(self.settings.get(report, ())),
            texts=self.texts,
        )

    def evaluator_of(self, report: str) -> Evaluator:
        """What computes the figures of *report*: in the order of units that its settings ask for.

        Raises:
            RenderError: The settings ask for an order that cannot be read, or a hierarchy that is not there.
        """
        try:
            order = read_order(dict(self.settings.get(report, ())), self.order)
            if order == self.order:
                return self.evaluator
            if order not in self._views:
                self._views[order] = self.view(order)
        except (ValueError, UnknownNameError) as error:
            raise RenderError(f"{report}: settings of the order of units: {error}") from error
        return self._views[order]

    def document(self, spec: ReportSpec, unit: str, period: Period) -> Document:
        """Build *spec*'s document; no figure is computed yet.

        Raises:
            RenderError: The plugin's build fails.
        """
        context = self.context(spec.key, unit, period)
        return call_plugin(self.registry, spec.key, lambda: require_document(spec.build(context)))

    def edition(self, spec: ReportSpec, unit: str, period: Period) -> Edition:
        """Build *spec*'s document with all its figures, and what is doubtful about them."""
        document = self.document(spec, unit, period)
        name = next(known.name for known in self.plan.units if known.id == unit)
        with paused_collector():  # here every figure is computed
            found = call_plugin(self.registry, spec.key, lambda: self.doubtful(document, spec.key))
            doubts = Findings.gather(self.doubts, self._marked(found))
            marked_document = mark_doubts(document, self._contradictions(spec.key))
        return evolve(self._edition(spec.key, marked_document, name, period), findings=doubts)

    @property
    def is_draft(self) -> bool:
        """Whether every document is marked UTKAST: the plan is one, or somebody must do something about its errors."""
        return self.plan.state is PlanState.DRAFT or bool(self.doubts.open())

    def _marked(self, findings: Findings) -> Findings:
        return marked(findings, self.plan.acknowledgements, self.as_of)

    def _contradictions(self, report: str) -> Contradictions:
        """What printed figures contradict a figure of *report*."""
        if self.evaluator_of(report) is not self.evaluator:
            return lambda _: ()

        def against(cell: Cell) -> Findings:
            bound = cell.explanation.bound if cell.explanation is not None else None
            stated = check_stated_at(self.evaluator, (bound,)) if isinstance(bound, Key) else ()
            return Findings.gather(stated, compare_printed(cell, self._printed))

        return against

    def _edition(self, report: str, document: Document, unit_name: str, period: Period) -> Edition:
        return Edition(
            report=report,
            document=document,
            unit_name=unit_name,
            period=period,
            as_of=self.as_of,
            draft=self.is_draft,
            generator=f"styrmodell {version('styrmodell')}",
        )

    def doubtful(self, document: Document, report: str) -> Findings:
        """What is doubtful about the figures of *document*, one of *report*'s: computing them is what tells.

        Printed figures are compared with those of the workspace's own order of units alone.
        """
        evaluator = self.evaluator_of(report)
        found = [cell.explanation for cell in document.cells() if cell.explanation is not None]
        keys = (explanation.bound for explanation in found if isinstance(explanation.bound, Key))
        below = (explanation.findings for explanation in found)
        printed: Iterable[Iterable[Finding]] = ()
        if evaluator is self.evaluator:
            by_cell = (compare_printed(cell, self._printed) for cell in document.cells() if cell.id in self._printed)
            printed = (check_stated_at(self.evaluator, keys), *by_cell)
        related = (relation.findings() for relation in document.relations)
        return Findings.gather(document.findings, *below, *printed, *related)

    @cached_property
    def _printed(self) -> Mapping[str, PrintedFigure]:
        """The printed figures that are kept, by cell; of several in one cell the first."""
        return {one.cell_id: one for one in reversed(self.plan.printed)}

    def rendered(self, spec: ReportSpec, form: Format, unit: str, period: Period, *, cells: bool = False) -> Rendered:
        """Render *spec* for *unit* and *period*, named as the plan's instances call for.

        Args:
            cells: Whether the list of cells follows in any format; it always follows a Word file.

        Raises:
            RenderError: The plugin or the writer fails.
            FindingsError: The workspace's own Word master cannot be filled.
        """
        with listening() as heard:
            made = self._rendered(spec, form, unit, period, cells=cells)
        return evolve(made, findings=Findings.gather(made.findings, printed(self.registry, spec.key, heard.text)))

    def _rendered(self, spec: ReportSpec, form: Format, unit: str, period: Period, *, cells: bool) -> Rendered:
        if form in DATA_FORMATS:
            return self._data(spec, form, unit, period)
        own = self.masters[spec.key].require() if form == "docx" and spec.key in self.masters else None
        edition = self.edition(spec, unit, period)
        functions = {rule.key: rule.excel for rule in self.registry.rules.values() if rule.excel is not None}
        try:
            if own is not None:
                data = write_word(edition, own)
            else:
                data = write_edition(edition, form, master=spec.master, functions=functions)
        except Exception as error:
            raise unwritten(spec, form, error) from error
        beside = ((CELLS, write_cells(edition)),) if form == "docx" or cells else ()
        name = f"{self.stem(spec, unit, period)}.{form}"
        return Rendered(name=name, data=data, findings=edition.findings, beside=beside)

    def _data(self, spec: ReportSpec, form: Format, unit: str, period: Period) -> Rendered:
        """The report's figures for other programs."""
        ask = spec.data
        if ask is None:
            raise RenderError(f"{spec.key}: no data as {form}")
        context = self.context(spec.key, unit, period)
        data = call_plugin(self.registry, spec.key, lambda: ask(context, form))
        return Rendered(name=f"{self.stem(spec, unit, period)}.{form}", data=data, findings=self.doubts)

    def rendered_explanation(self, explained: Explained, form: Format) -> Rendered:
        """Render *explained* as a document of its own; it is marked as a draft where the plan is one."""
        document = explained.document()
        unit = next(known.name for known in self.plan.units if known.id == self.plan.unit_id)
        findings = self._marked(document.findings)
        edition = evolve(self._edition(REPORT, document, unit, self.plan.period), findings=findings)
        return Rendered(name=f"{REPORT}.{form}", data=write_edition(edition, form), findings=edition.findings)

    def stem(self, spec: ReportSpec, unit: str, period: Period) -> str:
        """The file name without its end: "key[.unit][.period]", unit and period only where there are several."""
        pairs = {(str(known), when) for known, when in self.instances(spec)} | {(unit, period)}
        several_units = len({known for known, _ in pairs}) > 1
        several_periods = len({when for _, when in pairs}) > 1
        parts = [spec.key, unit if several_units else "", period.text if several_periods else ""]
        return safe_name(".".join(part for part in parts if part))

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
