"""Building the lines of the savings plan: which actions are shown, which of them count, and what each comes to."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.action_reader import ActionReader
from styrmodell.aggregation.savings.follow_ups import newest, outcomes, uncovered
from styrmodell.aggregation.savings.full_year import is_reachable, part_year_effect
from styrmodell.aggregation.savings.line import Column, Figure, Line, NetState
from styrmodell.aggregation.savings.sums import difference, missing, share
from styrmodell.model.action import Action, ActionReport, EffectBasis
from styrmodell.model.ids import UnitId
from styrmodell.model.lifting.action_effect import netted
from styrmodell.model.lifting.whole import parts_of
from styrmodell.model.period import Period


@define(kw_only=True, eq=False)
class LineBuilder:
    """Makes lines for the actions that a unit answers for in a period.

    Attributes:
        unit: The unit that is asked for; its actions and those of the units below it are shown.
    """

    reader: ActionReader
    unit: UnitId
    period: Period
    _parts: Mapping[str, tuple[str, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._parts = parts_of(self.reader.tree.parents)

    def lines(self) -> tuple[Line, ...]:
        """The actions in the plan's order, each followed by its parts."""
        shown = self._shown()
        tops = [name for name in shown if not any(whole in shown for whole in self.reader.tree.wholes(name))]
        return tuple(line for top in tops for line in self._with_parts(top, shown, 0))

    def _shown(self) -> dict[str, None]:
        tree, index = self.reader.tree, self.reader.evaluator.index
        first, last = index.tree.interval(self.unit)
        known = ((name, index.tree.start.get(self.reader.unit(name), -1)) for name in tree.actions)
        return {name: None for name, at in known if first <= at < last and self.reader.year(name) in self.period}

    def _with_parts(self, name: str, shown: dict[str, None], depth: int) -> Iterator[Line]:
        yield self._line(name, depth)
        for part in self._parts.get(name, ()):
            if part in shown:
                yield from self._with_parts(part, shown, depth + 1)

    def _line(self, name: str, depth: int) -> Line:
        tree, reader = self.reader.tree, self.reader
        action, reports, year = tree.actions[name], reader.reports(name), reader.year(name)
        report = newest(action, reports, reader.evaluator.index.versions)
        figures = tuple((column, reader.figure(name, column)) for column in Column)
        left, reached = self._against_outcome(action, dict(figures))
        gap = uncovered(action, outcomes(action, reports, year), year)
        return Line(
            action=action,
            top=tree.actions[(name, *tree.wholes(name))[-1]],
            unit_id=reader.unit(name),
            branch_id=self._branch(reader.unit(name)),
            period=year,
            depth=depth,
            repeats=action.same_as_id if name in tree.repeated else None,
            is_counted=depth == 0 and name not in tree.repeated,
            figures=figures,
            deviation=self._deviation(action, dict(figures)),
            left=left,
            reached=reached,
            change=reader.change(name),
            report=report,
            net=net_state(action, report, year),
            method=(report.method if report is not None else None) or action.method,
            part_year=part_year_effect(action, self.period),
            is_reachable=is_reachable(action),
            of_parts=self._of_parts(name),
            gap="" if gap is None else gap.text,
        )

    def _of_parts(self, name: str) -> Explanation | None:
        told, target = self.reader.tree.is_told_below(name, Column.TARGET.told), Column.TARGET
        return self.reader.of_parts(name, target).explanation if told else None

    def _branch(self, unit: UnitId) -> UnitId:
        tree = self.reader.evaluator.index.tree
        at = tree.start[unit]
        below = (child for child in tree.children[self.unit] if tree.interval(child)[0] <= at < tree.interval(child)[1])
        return UnitId(next(below, self.unit))

    def _deviation(self, action: Action, figures: dict[Column, Figure]) -> Explanation:
        target, forecast, label = figures[Column.TARGET], figures[Column.FORECAST], f"{action.name}, avvikelse"
        if not are_comparable(target, forecast):
            return missing(label)
        return difference(forecast.explanation, target.explanation, label)

    def _against_outcome(self, action: Action, figures: dict[Column, Figure]) -> tuple[Explanation, Explanation]:
        target, outcome = figures[Column.TARGET], figures[Column.OUTCOME]
        left, reached = f"{action.name}, kvar till målet", f"{action.name}, del av målet"
        if not are_comparable(target, outcome):
            return missing(left), missing(reached)
        goal, effect = target.explanation, outcome.explanation
        return difference(goal, effect, left), share(effect, goal, reached)


def are_comparable(target: Figure, other: Figure) -> bool:
    """Whether a target and what is set against it are both whole and both gross or both net."""
    is_one_sort = target.members == other.members and len(target.members) == 1
    return target.is_known and other.is_known and target.is_whole and other.is_whole and is_one_sort


def net_state(action: Action, report: ActionReport | None, year: Period) -> NetState:
    """Whether the net effect of *action* is calculated: the newest report says, else what the action itself holds."""
    if report is not None and report.net_calculated is not None:
        return NetState.CALCULATED if report.net_calculated else NetState.NOT_CALCULATED
    if action.net is not None or netted(action, year) is not None:
        return NetState.CALCULATED
    return NetState.NOT_CALCULATED if action.basis is EffectBasis.NET else NetState.UNSAID
