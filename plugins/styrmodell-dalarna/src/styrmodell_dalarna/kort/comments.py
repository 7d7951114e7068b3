"""What people have written about an outcome: comments on its figures, and why somebody settled its status."""

from collections.abc import Iterator

from styrmodell.api import Assessment, Context, Kind, Measure, Observation
from styrmodell_dalarna.kort.dates import on_day


def comments(context: Context, measure: Measure) -> tuple[str, ...]:
    """The comments on the outcome of *measure* in the report's unit and period; those of units below say whose."""
    return (*_assessed(context, measure), *_figures(context, measure))


def settled(context: Context, measure: Measure) -> bool:
    """Whether somebody has settled the status of *measure* in the report's unit and period."""
    return any(one.status is not None for one in _assessments(context, measure))


def _assessments(context: Context, measure: Measure) -> Iterator[Assessment]:
    place = (measure.id, context.unit.id, context.period)
    return (one for one in context.plan.assessments if (one.measure_id, one.unit_id, one.period) == place)


def _assessed(context: Context, measure: Measure) -> Iterator[str]:
    for one in _assessments(context, measure):
        if one.status is not None and one.why:
            by = f" av {one.by}" if one.by else ""
            yield f"Fastställt{by}{on_day(one.dated)}: {one.why}"


def _figures(context: Context, measure: Measure) -> Iterator[str]:
    names = {unit.id: unit.name for unit in context.reporting_units(measure.id)}
    for one in context.plan.observations:
        if one.comment and _is_of(one, context, measure) and one.unit_id in {*names, context.unit.id}:
            yield one.comment if one.unit_id == context.unit.id else f"{names[one.unit_id]}: {one.comment}"


def _is_of(one: Observation, context: Context, measure: Measure) -> bool:
    """Whether *one* is of the report's period: of a measure that adds up over time also a figure inside it."""
    if one.measure_id != measure.id or one.kind is not Kind.OUTCOME:
        return False
    return one.period == context.period or (measure.over_time is not None and one.period in context.period)
