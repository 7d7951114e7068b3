"""The context: what a report's build may ask. Read-only; asking for a value is what computes it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.savings.savings_plan import SavingsPlan, explain_savings
from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.goals import Asked
from styrmodell.aggregation.status.judge import Judge
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.model.expression import Expression, Ref
from styrmodell.model.ids import UnitId, require_known
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.scorecard import Perspective, Scorecard
from styrmodell.model.table_spec import TableSpec
from styrmodell.model.unit import Unit
from styrmodell.report.build import Setting, build_table
from styrmodell.report.build_list import build_list
from styrmodell.report.calendar_row import CalendarRow, rows_of_plan
from styrmodell.report.card_row import CardRow, rows_of_card
from styrmodell.report.list_spec import ListSpec
from styrmodell.report.narrative.narrative import Narrative, Text, fill_text
from styrmodell.report.numbers import make_style
from styrmodell.report.placeholder import Part
from styrmodell.report.prose import read_markdown
from styrmodell.report.table import Cell, Table
from styrmodell.report.value import Value, make_value


@define(kw_only=True, eq=False)
class Context:
    """One report, for one unit and period.

    Attributes:
        plan: The whole plan, read-only.
        unit: The unit the document is about.
        period: The period it is about; columns of tables are relative to it.
        as_of: The workspace's "today".
        profile: The region's words.
        settings: The report's own settings from styrmodell.toml.
        texts: Section → running text from the workspace's Word files.
    """

    report: str
    plan: Plan
    unit: Unit
    period: Period
    as_of: date
    profile: Profile
    _evaluator: Evaluator = field(repr=False)
    _judge: Judge = field(repr=False)
    settings: Mapping[str, str] = field(factory=dict)
    texts: Mapping[str, Text] = field(factory=dict)

    def value(
        self,
        measure: str | Expression,
        *,
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
    ) -> Value:
        """Ask for one value, in the measure's unit and unrounded, with its status where it has a target.

        Args:
            measure: Its id, or an expression of several.
            unit: Default: the report's.
            period: Default: the report's; text is read as Period.parse reads it.
            version: Default: the newest.
            dims: (dimension, member) pairs; a dimension left out means the whole.

        Raises:
            TextError: *period* is no period.
            TypeError: *kind* is no Kind.
        """
        expression = Ref(measure=measure) if isinstance(measure, str) else measure
        when = _period(period) or self.period
        place = Place(unit=unit or self.unit.id, period=when, kind=kind, version=version, dims=dims)
        working = self._evaluator.explain(expression, place)
        return make_value(working, status=self._judge.status_of(working))

    def judged(
        self,
        measure: str,
        *,
        unit: str | None = None,
        period: Period | str | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
    ) -> Judgement:
        """How a measure stands to its target: the status and what it rests on, what somebody settled, the outlook.

        Args:
            measure: Its id.
            unit: Default: the report's.
            period: Default: the report's; text is read as Period.parse reads it.
            version: Default: the newest.
            dims: (dimension, member) pairs; a dimension left out means the whole.

        Raises:
            UnknownNameError: The plan has no such measure.
            TextError: *period* is no period.
            TypeError: *kind* is no Kind.
        """
        require_known("measure", measure, [str(one.id) for one in self.plan.measures])
        place = Place(
            unit=unit or self.unit.id, period=_period(period) or self.period, kind=kind, version=version, dims=dims
        )
        return self._judge.measure(measure, place)

    def judged_goal(self, goal: str, *, unit: str | None = None, period: Period | str | None = None) -> GoalJudgement:
        """How a goal stands, and what serves it.

        Args:
            goal: Its id.
            unit: Default: the report's; what serves the goal is judged there, too.
            period: Default: the report's; likewise.

        Raises:
            UnknownNameError: The plan has no such goal.
            TextError: *period* is no period.
        """
        require_known("goal", goal, [str(one.id) for one in self.plan.goals])
        return self._judge.goal(goal, Asked(unit=unit or self.unit.id, period=_period(period) or self.period))

    def savings(self, *, unit: str | None = None, period: Period | str | None = None) -> SavingsPlan:
        """The savings plan (handlingsplan): each action's target, outcome, forecast and deviation, and their totals.

        Its amounts are in kr and unrounded. ``value_of`` makes what is printed of them.

        Args:
            unit: Default: the report's.
            period: Default: the report's.

        Raises:
            UnknownNameError: The plan has no such unit.
            TextError: *period* is no period.
        """
        require_known("unit", unit or self.unit.id, [str(one.id) for one in self.plan.units])
        return explain_savings(self._evaluator, UnitId(unit or self.unit.id), _period(period) or self.period)

    def calendar(self, *, on: date | None = None) -> tuple[CalendarRow, ...]:
        """The steps of the calendar that are due from the report's unit and those below it, in the plan's order.

        They stand as the plan says: done where that is written down. What came in as forms and what is frozen is no
        input of a document; ``styrmodell.api.calendar`` asks a workspace, which knows of them, too.

        Args:
            on: The day on which they stand so; default the workspace's "today". What was done later is not known.
        """
        below = self._evaluator.index.tree
        first, last = below.interval(self.unit.id)
        rows = rows_of_plan(self.plan, self.profile, on or self.as_of)
        return tuple(row for row in rows if first <= below.start[UnitId(row.unit)] < last)

    def cards(self) -> tuple[Scorecard, ...]:
        """The scorecards of the report's unit for its very period, in the plan's order; empty where it has none."""
        here = (self.unit.id, self.period)
        return tuple(card for card in self.plan.scorecards if (card.unit_id, card.period) == here)

    def card_rows(self, card: Scorecard, perspective: Perspective) -> tuple[CardRow, ...]:
        """The rows of *card* under *perspective*, in the card's order, with measure, target, baseline and comparison.

        Targets and baselines are those of the card's unit and period, else the measure's own.
        """
        return tuple(rows_of_card(self.plan, card, perspective))

    def value_of(self, working: Explanation) -> Value:
        """The value of a working that a judgement or a savings plan holds, to print in a list or a text."""
        return make_value(working)

    def at(self, unit: str) -> "Context":
        """The same report asked for another unit.

        Args:
            unit: Its id.

        Raises:
            UnknownNameError: The plan has no such unit.
        """
        units = {known.id: known for known in self.plan.units}
        require_known("unit", unit, units)
        return evolve(self, unit=units[UnitId(unit)])

    @property
    def _setting(self) -> Setting:
        return Setting(report=self.report, unit=self.unit.id, period=self.period)

    def table(self, spec: TableSpec | ListSpec[Any], *, report: str = "") -> Table:
        """Make a table of *spec*; its cells compute themselves when printed.

        Args:
            report: The report that prints it, where that is another: for comparing its figures with one's own. Its
                cells then have the ids they have there.

        Raises:
            ValueError: The definition is wrong in itself.
        """
        setting = evolve(self._setting, report=report or self.report)
        if isinstance(spec, ListSpec):
            return build_list(spec, setting)
        return build_table(spec, self._evaluator, setting)

    def figure(
        self, key: str, value: Value, *, unit: str = "", decimals: int | None = None, signed: bool = False
    ) -> Cell:
        """A figure for running text, with a cell id of its own: "report@unit@period/text/<key>/varde".

        Args:
            key: Part of the id; also a good name for it in the text.
            value: What ``value`` gave.
            unit: Printed unit where it differs from the measure's ("mnkr").
            decimals: Printed decimals; None takes the measure's, and where it says none no decimals, and one for a
                share.
            signed: Whether a plus is printed too: a deviation.

        Raises:
            ValueError: The value's unit cannot be printed in *unit* ("m2" in "mnkr").
        """
        working = value.working
        return Cell(
            id=f"{self._setting.prefix}/text/{key}/varde",
            style=evolve(make_style(value.unit, unit, value.decimals if decimals is None else decimals), signed=signed),
            open=None if working is None else lambda: working,
        )

    def narrative(self, section: str, parts: Mapping[str, Part] = MappingProxyType({})) -> Narrative:
        """The workspace's running text for *section*, with *parts* where it asks for them by ``{{ name }}``.

        The text is a Word file named as the section ("inledning.docx"), else the plan's section with that id.

        Returns:
            Blocks for the document, and findings for its findings; no blocks where nobody has written anything.
        """
        text = self.texts.get(section)
        if text is None:
            found = next((known for known in self.plan.sections if known.id == section and known.text), None)
            if found is None:
                return Narrative()
            text = Text(blocks=read_markdown(found.text), source=found.source)
        return fill_text(text, section, parts)

    def reporting_units(self, measure: str) -> tuple[Unit, ...]:
        """Units at or below the report's that have ever reported *measure*, in the order of the organisation."""
        units = {unit.id: unit for unit in self.plan.units}
        return tuple(units[unit_id] for unit_id in self._evaluator.index.reporters(measure, self.unit.id))


def _period(period: Period | str | None) -> Period | None:
    return Period.parse(period) if isinstance(period, str) else period
