"""The calendar as plain data, for JSON."""

from typing import Any

from styrmodell.report.calendar_row import CalendarRow
from styrmodell.session.calendar.calendar import Calendar


def calendar_data(calendar: Calendar) -> dict[str, Any]:
    """Everything that the calendar says, keys in a fixed order; days are ISO dates, and None is not known."""
    return {
        "workspace": calendar.name,
        "unit": calendar.plan[0],
        "plan": calendar.plan[1],
        "period": calendar.period.text,
        "on": calendar.on.isoformat(),
        "rows": [_row(row) for row in calendar.rows],
    }


def _row(row: CalendarRow) -> dict[str, Any]:
    step, told = row.step, row.told
    return {
        "step": step.key,
        "name": step.name,
        "unit": row.unit,
        "unit_name": row.unit_name,
        "roles": list(step.roles),
        "period": row.period.text,
        "due": row.due.isoformat(),
        "standing": row.standing.value,
        "day": told.day.isoformat() if told.day is not None else None,
        "late_days": row.late_days,
        "role": told.role,
        "paragraph": told.paragraph,
        "comment": told.comment,
        "signed_off": told.signed_off,
        "lacking": list(told.lacking),
        "source": str(row.source) if row.source is not None else None,
        "reports": list(step.reports),
        "tables": list(step.tables),
        "instruction": step.instruction,
        "template": step.template,
        "note": step.note,
    }
