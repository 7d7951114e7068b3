"""The workspace: a plan with its profile, plugins and findings, ready to be asked and rendered.

Immutable and safe to share between threads. Every command of the command line is a thin call of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from attrs import define, evolve, field

from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.finding import Findings, FindingsError
from styrmodell.io.load_ledgers import LedgerResult
from styrmodell.model.ids import require_known
from styrmodell.model.lift import lifted
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry
from styrmodell.report.explained import Explained
from styrmodell.report.narrative.narrative import Text
from styrmodell.report.spec import ALL_FORMATS, FORMATS, Format
from styrmodell.session.acknowledge.check import told_apart
from styrmodell.session.acknowledge.match import marked
from styrmodell.session.asking import as_period
from styrmodell.session.calendar.check import check_calendar
from styrmodell.session.cell_id import CellId
from styrmodell.session.check_reports import check_reports, unknown_reports
from styrmodell.session.plan_check import check_sound
from styrmodell.session.publish import Settings
from styrmodell.session.questions import Questions
from styrmodell.session.rendered import Rendered
from styrmodell.session.template import MasterFile
from styrmodell.session.workings import Workings


@define(kw_only=True, eq=False)
class Workspace(Questions):
    """A loaded workspace.

    Attributes:
        plan: None when no plan could be read.
        as_of: The workspace's "today"; date.min when it could not be read.
        findings: What loading found.
        include: Keys of the reports that `render` makes when none is named; empty for all of the profile's.
        settings: Report key → its own settings.
        masters: Report key → the Word master that its settings name.
        texts: Section → running text from Word files.
        inputs: (file, sha256) of every file that was read.
        ledgers: What became of each ledger: where every krona of it went.
        changes: What forms changed of objects: what each field held before, and who changed it when.
        order: Which hierarchy its units are folded in, and of which day; under() gives another.
    """

    path: Path = Path()
    name: str = ""
    plan: Plan | None
    as_of: date
    profile: Profile
    registry: Registry = field(repr=False)
    include: tuple[str, ...] = ()
    settings: Settings = field(factory=dict)
    masters: Mapping[str, MasterFile] = field(factory=dict, repr=False)
    texts: Mapping[str, Text] = field(factory=dict, repr=False)
    inputs: tuple[tuple[str, str], ...] = ()
    ledgers: tuple[LedgerResult, ...] = ()
    changes: tuple[ObjectChange, ...] = ()
    order: Order = AS_THEN
    findings: Findings = Findings()

    def require(self) -> "Workspace":
        """Return itself.

        Raises:
            FindingsError: Loading found errors that nobody has acknowledged.
        """
        self.findings.require()
        return self

    def with_observations(self, new: Iterable[Observation]) -> "Workspace":
        """A workspace with *new* figures added; checked again, this one is untouched.

        Raises:
            FindingsError: There is no plan.
        """
        plan = evolve(self._plan, observations=(*self._plan.observations, *new))
        checked = check_sound(plan, self.registry, self.profile, self.as_of)
        kept = Findings(finding for finding in self.findings if not finding.code.code.startswith("SM2"))
        findings = marked(Findings.gather(kept, checked), plan.acknowledgements, self.as_of)
        return evolve(self, plan=plan, findings=findings)

    def under(self, *, hierarchy: str = "", on: date | None = None, as_now: bool = False) -> "Workspace":
        """The same workspace with its units in another order; this one is untouched.

        Args:
            hierarchy: A hierarchy's id; empty for the units' own parents.
            on: The day whose order holds for every period; None for each period's own time (as then).
            as_now: Whether figures of units that have ceased are moved to those that took over, by their shares: by
                *on*, or by the workspace's day.

        Raises:
            UnknownNameError: The plan has no such hierarchy.
            FindingsError: There is no plan.
        """
        if hierarchy:
            require_known("hierarchy", hierarchy, [known.id for known in self._plan.hierarchies])
        return evolve(self, order=Order(hierarchy=hierarchy, on=on, as_now=as_now))

    @property
    def _plan(self) -> Plan:
        if self.plan is None:
            raise FindingsError(self.findings.errors() or self.findings)
        return self.plan

    @cached_property
    def _workings(self) -> Workings:
        return Workings(
            plan=lifted(self._plan),
            as_of=self.as_of,
            profile=self.profile,
            registry=self.registry,
            settings=self.settings,
            order=self.order,
            doubts=self.findings.errors(),
            masters=self.masters,
            texts=self.texts,
        )

    def reports(self) -> tuple[str, ...]:
        """Keys of the reports that belong to this workspace: those it includes, else those of its profile's plugin."""
        if self.include:
            return tuple(key for key in self.include if key in self.registry.reports)
        own = tuple(key for key in self.registry.reports if key.partition(".")[0] == self.profile.key)
        return own or tuple(key for key in self.registry.reports if key.startswith("generic."))

    def unknown_reports(self) -> Findings:
        """SM402 for every report that the workspace includes and nobody offers."""
        return unknown_reports(self.registry, self.include)

    def check(self) -> Findings:
        """Everything that can be found: loading, plugin checks, stated figures, masters, and all reports' cells.

        What is acknowledged carries it; an acknowledgement that does not hold is told (SM490 to SM494). Without a plan
        what loading found is all there is.

        Raises:
            PluginError: A plugin fails, and the registry is strict.
        """
        if self.plan is None:
            return self.findings
        found = Findings.gather(
            self.findings,
            unknown_reports(self.registry, self.include),
            *(master.findings for master in self.masters.values()),
            check_reports(self.publisher, self.reports()),
            check_calendar(self.publisher),
        )
        return told_apart(found, self.plan.acknowledgements, self.as_of)

    def render_explanation(self, explained: Explained, format: Format) -> Rendered:
        """Render an explanation as a document of its own; nothing is written.

        Raises:
            UnknownNameError: There is no such format.
            RenderError: It cannot be written in that format.
            FindingsError: There is no plan.
        """
        require_known("format", format, FORMATS)
        return self.publisher.rendered_explanation(explained, format)

    def render(
        self, report: str, format: Format, *, unit: str | None = None, period: Period | str | None = None
    ) -> Rendered:
        """Render one report in one format; nothing is written.

        Args:
            report: Its key ("vasternorrland.bilaga10a").
            unit: Default: that of the report's first instance.
            period: Default: that of the report's first instance.

        Raises:
            UnknownNameError: There is no such report, unit or format.
            TextError: *period* is no period.
            RenderError: The plugin or the writer fails.
            PluginError: A plugin fails, and the registry is strict.
            FindingsError: There is no plan, the workspace could not be read (SM1xx errors), or its own Word master
                cannot be filled (SM4xx).
        """
        require_known("format", format, ALL_FORMATS)
        if blocking := self.findings.starting("SM1").errors():
            raise FindingsError(blocking)
        spec = self.publisher.spec(report)
        require_known(f"format of {report}", format, spec.formats)
        first, year = self.inquiry.instance(spec, CellId(name=report))
        return self.publisher.rendered(spec, format, unit or first, as_period(period) or year)
