"""The order of statuses: what is not known may not be called reached, and what is missed is worst."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from styrmodell.model.status import Status

# From the best to the worst.
SEVERITY = (Status.MET, Status.CLOSE, Status.NOT_MEASURED, Status.STALE, Status.MISSED)
# Those that say how something stands to its target now.
JUDGED = (Status.MET, Status.CLOSE, Status.MISSED)


def worst(statuses: Iterable[Status]) -> Status | None:
    """The worst of *statuses*; None when there is none."""
    return max(statuses, key=SEVERITY.index, default=None)


def status_of(met: bool | None, gap: Fraction | None, tolerance: Decimal | None, *, stale: bool) -> Status:
    """The status of one figure.

    Args:
        met: Whether it meets the target; None when that cannot be told.
        gap: How far it is from meeting it; None when that cannot be told, and then it is not near.
        tolerance: How far it may be and still count as nearly reached, in the unit of *gap*.
        stale: Whether the figure is too old to say how it stands now.
    """
    if met is None:
        return Status.NOT_MEASURED
    if stale:
        return Status.STALE
    if met:
        return Status.MET
    near = gap is not None and tolerance is not None and gap <= Fraction(tolerance)
    return Status.CLOSE if near else Status.MISSED


def status_of_all(statuses: Iterable[Status]) -> Status:
    """The status of a target whose every part must be met: the worst, where one part that is near cannot hide another.

    Beside a part that is not known, one that is nearly reached makes the whole missed: it is not reached, and that it
    is near cannot be told.
    """
    found = set(statuses)
    if Status.CLOSE in found and not found <= set(JUDGED):
        return Status.MISSED
    return worst(found) or Status.NOT_MEASURED


def met_by_all(answers: Iterable[bool | None]) -> bool | None:
    """Whether every part is met: no as soon as one is not, else not known when one is not known."""
    found = tuple(answers)
    return False if False in found else None if None in found or not found else True


def gap_of_all(gaps: Iterable[Fraction | None]) -> Fraction | None:
    """How far the part is that is furthest away; None when of one it cannot be told."""
    found = tuple(gaps)
    known = [one for one in found if one is not None]
    return max(known) if known and len(known) == len(found) else None
