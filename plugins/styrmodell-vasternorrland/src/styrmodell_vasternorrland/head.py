"""The head that the appendices share."""

from styrmodell.api import Context, Head, Unit


def administration(context: Context) -> Unit:
    """The förvaltning the document's unit belongs to: itself, or the nearest one above."""
    units = {unit.id: unit for unit in context.plan.units}
    current = context.unit
    seen = {current.id}
    while current.level != "förvaltning" and current.parent_id in units and current.parent_id not in seen:
        current = units[current.parent_id]
        seen.add(current.id)
    return current if current.level == "förvaltning" else context.unit


def make_head(context: Context, number: str, facts: tuple[tuple[str, str], ...], code: str = "") -> Head:
    """The head of appendix *number*; those that print a footer name the unit in it by its *code*."""
    return Head(
        dnr=context.plan.dnr,
        body=context.plan.body,
        paragraph=context.plan.paragraph,
        appendix=f"Bilaga {number}" if number else "",
        facts=facts,
        footer=f"Bilaga {number} {code}/Bil {number} {code}" if code else "",
    )
