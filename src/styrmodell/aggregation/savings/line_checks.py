"""What is doubtful in a line of the savings plan."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from styrmodell.aggregation.codes import TOTAL_DIFFERS
from styrmodell.aggregation.compare import figure_text, plain_figure
from styrmodell.aggregation.savings.line import Column, Figure, Line
from styrmodell.aggregation.savings.savings_codes import (
    FORECAST_UNEXPLAINED,
    GROSS_AGAINST_NET,
    NET_DIFFERS,
    NO_SAVING,
    OUT_OF_REACH,
    OUTCOME_GAP,
    TARGET_CHANGED,
)
from styrmodell.finding import Finding
from styrmodell.model.lifting.action_effect import GROSS, aim, gross_of, netted
from styrmodell.model.measure import MONEY
from styrmodell.model.number import Exact

_BASES = (("brutto", "gross"), ("netto", "net"))
_COMPARED = ((Column.OUTCOME, "utfallet", "outcome"), (Column.FORECAST, "prognosen", "forecast"))


def check_line(line: Line) -> Iterator[Finding]:
    """Everything that *line* itself tells to be doubtful."""
    for check in _CHECKS:
        yield from check(line)


def _money(value: Exact) -> str:
    return plain_figure(Fraction(value), MONEY)


def _changed_target(line: Line) -> Iterator[Finding]:
    """A changed target has a decision behind it."""
    action = line.action
    first, now = action.original_target, action.target
    if first is not None and now is not None and first != now and not action.decisions:
        yield TARGET_CHANGED.at(action.source, name=action.id, before=_money(first), after=_money(now))


def _out_of_reach(line: Line) -> Iterator[Finding]:
    action = line.action
    if line.is_reachable is False and action.full_year_effect is not None and action.target is not None:
        words = {"target": _money(action.target), "effect": _money(action.full_year_effect.high)}
        yield OUT_OF_REACH.at(action.source, name=action.id, **words)


def _unexplained(line: Line) -> Iterator[Finding]:
    """A changed forecast has a comment."""
    change = line.change
    if change is None or not change.is_unexplained:
        return
    now, before = change.explanation.children
    source = now.sources[0] if now.sources else line.action.source
    words = {"before": figure_text(before), "after": figure_text(now), "version": change.version}
    yield FORECAST_UNEXPLAINED.at(source, name=line.action.id, **words)


def _gross_against_net(line: Line) -> Iterator[Finding]:
    target = line.figure(Column.TARGET)
    for column, word, word_en in _COMPARED:
        other = line.figure(column)
        if not (target.is_known and other.is_known) or target.members == other.members:
            continue
        (basis, basis_en), (told, told_en) = _basis(target), _basis(other)
        words = {"basis": basis, "basis_en": basis_en, "other": told, "other_en": told_en}
        source = line.report.source if line.report is not None else line.action.source
        yield GROSS_AGAINST_NET.at(source, name=line.action.id, what=word, what_en=word_en, **words)


def _basis(figure: Figure) -> tuple[str, str]:
    if len(figure.members) > 1:
        return ("både brutto och netto", "both gross and net")
    return _BASES[GROSS not in figure.members]


def _no_saving(line: Line) -> Iterator[Finding]:
    """What is only charged to another unit lowers no cost."""
    action = line.action
    gross, net = gross_of(action), netted(action, line.period)
    if gross is not None and net is not None and gross > 0 >= net:
        yield NO_SAVING.at(action.source, name=action.id, gross=_money(gross), counter=_money(gross - net))


def _net_differs(line: Line) -> Iterator[Finding]:
    action = line.action
    net = netted(action, line.period)
    if net is not None and action.net is not None and net != action.net:
        yield NET_DIFFERS.at(action.source, name=action.id, stated=_money(action.net), computed=_money(net))


def _gap(line: Line) -> Iterator[Finding]:
    if line.gap and line.report is not None:
        words = {"last": line.report.period.text, "gap": line.gap}
        yield OUTCOME_GAP.at(line.report.source, name=line.action.id, **words)


def _parts_differ(line: Line) -> Iterator[Finding]:
    """The targets of the parts make up the target of the whole."""
    own, parts = aim(line.action), line.of_parts
    if own is not None and parts is not None and parts.exact is not None and parts.exact != own.value:
        words = {"reported": _money(own.value), "computed": figure_text(parts)}
        yield TOTAL_DIFFERS.at(line.action.source, cell=parts.label, **words)


_CHECKS: tuple[Callable[[Line], Iterator[Finding]], ...] = (
    _changed_target,
    _out_of_reach,
    _unexplained,
    _gross_against_net,
    _no_saving,
    _net_differs,
    _gap,
    _parts_differ,
)
