"""What people have said of a measure: why it was assessed so, a section about it, or a comment on its figure."""

from collections.abc import Iterator

from styrmodell.api import Assessment
from styrmodell_dalarna.rapport.writer import Writer


def comment(writer: Writer, measure: str) -> str:
    """What the unit says of *measure* in the month, else what the units below say, each by its name.

    What is said once is used by every report above; empty where nobody has said anything.
    """
    own = tuple(_said(writer, writer.unit.id, measure))
    if own:
        return " ".join(own)
    below = (one for one in writer.context.plan.units if one.id in writer.within and one.id != writer.unit.id)
    return " ".join(f"{one.name}: {text}" for one in below for text in _said(writer, one.id, measure))


def outlook(writer: Writer, measure: str) -> Assessment | None:
    """The unit's newest assessment of how the year will end, made of the year no later than the month."""
    first, last = writer.months.year.first, writer.months.last
    found = [
        one
        for one in writer.context.plan.assessments
        if (one.unit_id, one.measure_id) == (writer.unit.id, measure)
        and one.outlook is not None
        and first <= one.period.last <= last
    ]
    return max(found, key=lambda one: one.period.last, default=None)


def _said(writer: Writer, unit: str, measure: str) -> Iterator[str]:
    plan, last = writer.context.plan, writer.months.last
    for one in plan.assessments:
        if (one.unit_id, one.measure_id) == (unit, measure) and one.period.last == last and one.why:
            yield one.why
    for section in plan.sections:
        about = {link.id for link in section.about}
        at = section.period.last if section.period is not None else None
        if section.unit_id == unit and at == last and measure in about and section.text:
            yield " ".join(section.text.split())
    for figure in writer.figures(measure, unit):
        if figure.period.last == last and figure.comment:
            yield figure.comment
