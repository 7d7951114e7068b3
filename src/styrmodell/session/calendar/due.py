"""When what a form asks for is due, by the calendar."""

from datetime import date

from styrmodell.model.occasion import occasions
from styrmodell.model.period import Period
from styrmodell.session.workspace import Workspace


def due_date(workspace: Workspace, report: str, unit: str, period: Period) -> date | None:
    """The day when *unit* is to have delivered *report* for *period*, by the profile's calendar.

    Args:
        report: The key of a report, or of a table.

    Returns:
        The earliest day of the steps that deliver it; None where no step does.

    Raises:
        FindingsError: There is no plan.
    """
    publisher = workspace.publisher
    asked = (one for one in occasions(publisher.plan, publisher.profile) if report in one.step.delivers)
    return min((one.due for one in asked if one.unit.id == unit and one.period == period), default=None)
