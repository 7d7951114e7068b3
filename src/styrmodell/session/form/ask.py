"""What a form asks for: the tables, the cells to fill in, and who they are for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from attrs import evolve, frozen

from styrmodell.aggregation.key import Key
from styrmodell.errors import RenderError
from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.model.ids import require_known
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.plugins.rule_guard import RuleError
from styrmodell.report.document import Document, Edition, Head
from styrmodell.report.form.content import FormContent, FormHead
from styrmodell.report.form.inputs import Input, InputFinder
from styrmodell.report.form.object_sheet import ObjectSheet
from styrmodell.report.table import Cell, Table
from styrmodell.session.calendar.due import due_date
from styrmodell.session.form.ask_objects import has_any, listed_kinds, roles_of, sheets_for
from styrmodell.session.form.field import Setting
from styrmodell.session.form.sheets import OBJECTS
from styrmodell.session.plugin_call import not_built
from styrmodell.session.workspace import Workspace

OWN_TABLES = "generic.tabeller"
_FILLED = 1


@frozen(kw_only=True)
class FormOrder:
    """Which forms to make.

    Attributes:
        reports: Report keys; empty for the workspace's own tables where it has any, else for all its reports.
        tables: Only these tables; empty for all.
        units: Only these units; empty for those that tell any of the figures.
        period: None for the plan's.
        due: The day the forms are to be back; None for the day of the calendar, where it has one.
    """

    reports: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: Period | None = None
    due: date | None = None
    objects: tuple[str, ...] = ()

    @property
    def names_nothing(self) -> bool:
        """Whether neither reports, tables nor objects are named."""
        return not (self.reports or self.tables or self.objects)


def ask(workspace: Workspace, order: FormOrder) -> tuple[tuple[FormContent, ...], Findings]:
    """What each unit is to fill in; a unit that has nothing to fill in gets no form.

    Returns:
        The forms, and the reports that nobody named and that could not be built (SM401).

    Raises:
        UnknownNameError: There is no such report, table or unit.
        RenderError: A plugin fails to build a report that was named.
        FindingsError: The workspace could not be read (SM1xx errors), or there is no plan.
    """
    blocking = workspace.findings.starting("SM1").errors()
    if blocking or workspace.plan is None:
        raise FindingsError(blocking or workspace.findings)
    units = [str(known.id) for known in workspace.plan.units]
    for unit in order.units:
        require_known("unit", unit, units)
    reports = _reports(workspace, order)
    seen: dict[str, None] = {}
    failed: dict[str, Finding] = {}
    made = [
        _Asked(workspace=workspace, order=order, reports=reports, unit=unit, failed=failed)
        for unit in order.units or units
    ]
    forms = [form for asked in made if (form := asked.form(seen)) is not None]
    for table in order.tables:
        require_known("table", table, seen)
    return tuple(forms), Findings(failed.values())


def form_id(workspace: str, plan: str, year: str, parts: tuple[str, ...], unit: str, period: str) -> str:
    """The hash that tells a form from all others; *parts* are its reports and tables."""
    return sha256("\n".join((workspace, plan, year, *parts, unit, period)).encode("utf-8")).hexdigest()[:16]


def _reports(workspace: Workspace, order: FormOrder) -> tuple[str, ...]:
    if order.reports or (order.objects and not order.tables):
        return order.reports
    own = workspace.plan.tables if workspace.plan is not None else ()
    if own and OWN_TABLES in workspace.registry.reports:
        return (OWN_TABLES,)
    return workspace.reports()


@frozen(kw_only=True)
class _Asked:
    """One unit's form in the making; *failed* gathers the reports that could not be built."""

    workspace: Workspace
    order: FormOrder
    reports: tuple[str, ...]
    unit: str
    failed: dict[str, Finding]

    def form(self, seen: dict[str, None]) -> FormContent | None:
        """The form; None where there is nothing to fill in. Keys of the tables that were met are added to *seen*."""
        documents = list(self._documents(self.workspace, seen))
        cells = [cell for _, document in documents for cell in document.cells()]
        finder = InputFinder(evaluator=self.workspace.evaluator, unit=self.unit)
        inputs = finder.find(cells)
        own = {key: asked for key, asked in inputs.items() if self._is_for_it(finder, asked)}
        editions = tuple(self._editions(self._filled(inputs), own)) if own else ()
        sheets = self._sheets([table for _, document in documents for table in document.tables()])
        if not editions and not sheets:
            return None
        shown = {cell.id for edition in editions for cell in edition.document.cells()}
        kept = finder.find([cell for cell in cells if cell.id in shown])
        known = {cell.id: cell for cell in cells}
        head = self._head(editions, kept, sheets)
        cover = editions[0] if editions else self._cover(head)
        return FormContent(head=head, editions=editions, known=known, inputs=kept, sheets=sheets, cover=cover)

    def _sheets(self, tables: Sequence[Table]) -> tuple[ObjectSheet, ...]:
        """The sheets of objects and texts: those that are named, else those that the tables list."""
        order, setting = self.order, self._setting
        kinds = order.objects or listed_kinds(setting.plan, tables)
        if order.names_nothing:
            kinds = tuple(kind for kind in OBJECTS if kind in kinds or has_any(setting, self.unit, (kind,)))
        is_asked = bool(order.units) or bool(order.objects and has_any(setting, self.unit, kinds))
        return sheets_for(setting, self.unit, kinds, with_empty=is_asked and not order.names_nothing)

    @property
    def _setting(self) -> Setting:
        return Setting(plan=self.workspace.publisher.plan, profile=self.workspace.profile, period=self.period)

    def _cover(self, head: FormHead) -> Edition:
        """What a form without tables is an edition of."""
        document = Document(title="Formulär", blocks=(), head=Head(dnr=self.workspace.publisher.plan.dnr))
        return Edition(
            report="", document=document, unit_name=head.unit_name, period=self.period, as_of=self.workspace.as_of
        )

    def _is_for_it(self, finder: InputFinder, asked: Input) -> bool:
        """Whether the unit is to fill *asked* in: it was named, it tells the measure, or nobody is known to."""
        return bool(self.order.units) or finder.reports(asked.measure) or not finder.is_reported(asked.measure)

    @property
    def period(self) -> Period:
        """The period of the form."""
        return self.order.period or self.workspace.publisher.plan.period

    def _documents(self, workspace: Workspace, seen: dict[str, None]) -> Iterator[tuple[str, Document]]:
        """The reports, with the tables that are asked for alone."""
        for key in self.reports:
            document = self._document(workspace, key)
            if document is None:
                continue
            seen.update(dict.fromkeys(table.key for table in document.tables()))
            tables = [one for one in document.tables() if not self.order.tables or one.key in self.order.tables]
            yield key, evolve(document, blocks=tuple(tables), cover=False, relations=())

    def _document(self, workspace: Workspace, key: str) -> Document | None:
        """The report named *key*; None, and told, where it cannot be built and nobody asked for it by name.

        A table with a row for each unit is that of the unit above: there each finds its own row.
        """
        spec, publisher = workspace.publisher.spec(key), workspace.publisher
        try:
            above = dict.fromkeys(str(unit) for unit, _ in publisher.instances(spec) if unit != self.unit)
            documents = (publisher.document(spec, unit, self.period) for unit in above)
            own_row = next((document for document in documents if self._holds_own(document)), None)
            made = own_row or publisher.document(spec, self.unit, self.period)
            _ = [cell.explanation for cell in made.cells()]  # computed here, where a rule that fails is told
            return made
        except (RenderError, RuleError) as error:
            if self.order.reports or (isinstance(error, RuleError) and workspace.registry.strict):
                raise
            self.failed[key] = not_built(workspace.registry, key, error)
            return None

    def _holds_own(self, document: Document) -> bool:
        """Whether *document*, another unit's, has a table with figures of the form's unit."""
        finder = InputFinder(evaluator=self.workspace.evaluator, unit=self.unit)
        tables = [one for one in document.tables() if not self.order.tables or one.key in self.order.tables]
        return bool(finder.find([cell for table in tables for cell in table.cells()]))

    @property
    def _unit_name(self) -> str:
        return next(known.name for known in self.workspace.publisher.plan.units if known.id == self.unit)

    def _editions(self, filled: Workspace, inputs: Mapping[str, Input]) -> Iterator[Edition]:
        """The tables that have anything to fill in, worked out as if all of it were filled in."""
        for key, document in self._documents(filled, {}):
            tables = tuple(_named(document, one) for one in document.tables() if _asks(one, inputs))
            if tables:
                yield Edition(
                    report=key,
                    document=evolve(document, blocks=tables),
                    unit_name=self._unit_name,
                    period=self.period,
                    as_of=self.workspace.as_of,
                )

    def _filled(self, inputs: Mapping[str, Input]) -> Workspace:
        """The workspace as it would be with a figure in every cell: what its totals are made of is then known."""
        plan = self.workspace.plan
        assert plan is not None
        empty = {_place(asked.key) for asked in inputs.values() if asked.known is None}
        kept = [one for one in plan.observations if one.state is State.STATED or _place_of(one) not in empty]
        new = [_figure(asked.key) for asked in inputs.values() if asked.known is None]
        return evolve(self.workspace, plan=evolve(plan, observations=(*kept, *new)))

    def _head(
        self, editions: tuple[Edition, ...], inputs: Mapping[str, Input], sheets: tuple[ObjectSheet, ...]
    ) -> FormHead:
        plan = self.workspace.publisher.plan
        reports = tuple(edition.report for edition in editions)
        tables = tuple(table.key for edition in editions for table in edition.document.tables())
        tables = (*tables, *(sheet.table for sheet in sheets))
        measures = [asked.measure for asked in inputs.values()]
        told = (measure.reporting_owner or measure.owner for measure in measures)
        roles = dict.fromkeys((*told, *roles_of(self._setting, self.unit, sheets)))
        year, period = plan.period.text, self.period.text
        return FormHead(
            id=form_id(self.workspace.name, plan.id, year, (*reports, *tables), self.unit, period),
            workspace=self.workspace.name,
            plan=plan.id,
            year=year,
            reports=reports,
            tables=tables,
            unit=self.unit,
            unit_name=self._unit_name,
            period=self.period,
            as_of=self.workspace.as_of,
            due=self.order.due or self._due((*reports, *tables)),
            roles=tuple(role for role in roles if role),
        )

    def _due(self, keys: tuple[str, ...]) -> date | None:
        """The earliest day on which the calendar asks the unit for any of these reports and tables."""
        days = (due_date(self.workspace, key, self.unit, self.period) for key in keys)
        return min((day for day in days if day is not None), default=None)


def _asks(table: Table, inputs: Mapping[str, Input]) -> bool:
    return any(isinstance(cell, Cell) and cell.id in inputs for row in table.rows for cell in row.cells)


def _named(document: Document, table: Table) -> Table:
    """*table* with the name its sheet has in the report's own workbook, though other tables are left out."""
    return table if len(document.tables()) == 1 or table.sheet else evolve(table, sheet=table.caption)


def _place(key: Key) -> tuple[object, ...]:
    return (key.measure, key.unit, key.period, key.kind, key.dims)


def _place_of(one: Observation) -> tuple[object, ...]:
    return (one.measure_id, one.unit_id, one.period, one.kind, one.dims)


def _figure(key: Key) -> Observation:
    return Observation(
        measure_id=key.measure,
        unit_id=key.unit,
        period=key.period,
        kind=key.kind,
        version=key.version,
        dims=key.dims,
        value=_FILLED,
    )
