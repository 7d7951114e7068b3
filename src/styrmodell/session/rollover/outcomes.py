"""The outcomes of the old period, as far as they are whole."""

from datetime import date

from styrmodell.errors import StyrmodellError
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims
from styrmodell.report.value import Value
from styrmodell.session.rollover.starts import Ask, Outcome
from styrmodell.session.rollover.turn import Turn
from styrmodell.session.workspace import Workspace

_FEW = 3


def outcomes(workspace: Workspace, turn: Turn) -> Ask:
    """What gives the outcome of a measure in the old period, computed as the old workspace computes it."""
    plan = workspace.plan
    held = {
        (one.measure_id, one.unit_id)
        for one in (plan.observations if plan is not None else ())
        if one.period == turn.old and one.kind is Kind.OUTCOME and one.state is not State.STATED
    }
    is_over = workspace.as_of > turn.old.last_day

    def ask(measure: str, unit: str, dims: Dims) -> Outcome:
        try:
            value = workspace.value(measure, unit=unit, period=turn.old, dims=dims)
        except StyrmodellError:
            return Outcome()
        if value.number is None:
            return Outcome()
        if not is_over and (measure, unit) not in held:
            return _not_over(workspace.as_of)
        return _whole(value)

    return ask


def _not_over(day: date) -> Outcome:
    return Outcome(why=f"året är inte slut {day}", why_en=f"the year is not over on {day}")


def _whole(value: Value) -> Outcome:
    """The outcome of *value*, when all that was expected is in it and nothing is carried forward."""
    if value.missing or value.reported < value.expected:
        return Outcome(
            why=f"utfallet är inte helt, {value.reported} av {value.expected} uppgifter",
            why_en=f"the outcome is not whole, {value.reported} of {value.expected} figures",
        )
    if value.carried or value.estimated:
        return Outcome(
            why="utfallet är uppskattat eller framfört", why_en="the outcome is estimated or carried forward"
        )
    return Outcome(value=value.number, text=value.text(), sources=_sources(value))


def _sources(value: Value) -> str:
    sources = list(dict.fromkeys(map(str, value.working.sources if value.working is not None else ())))
    if len(sources) <= _FEW:
        return ", ".join(sources)
    files = dict.fromkeys(source.file for source in value.working.sources) if value.working is not None else {}
    return f"{len(sources)} uppgifter i {', '.join(files)}"
