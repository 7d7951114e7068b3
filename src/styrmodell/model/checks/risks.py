"""Checks of risks: who answers for them, how they are rated and what is done about the red ones."""

from collections import Counter
from collections.abc import Iterator

from styrmodell.finding import Finding
from styrmodell.model.checks.known_names import lacking
from styrmodell.model.checks.work_codes import FEW_RATINGS, INCOMPLETE_RISK, RED_WITHOUT_PLAN
from styrmodell.model.plan import Plan
from styrmodell.model.risk import Risk

_RED = ("röd", "rött", "red")
_FEWEST_TO_COMPARE = 3


def check_risks(plan: Plan) -> Iterator[Finding]:
    """Owner and status, number of ratings, and a plan for what is red; risks that were left out for the year are not
    asked for."""
    planned = {link.id for activity in plan.activities for link in activity.risks}
    usual = _usual_ratings(plan)
    for risk in plan.risks:
        if risk.selected is False:
            continue
        yield from _check_filled(risk)
        if len(risk.ratings) < usual:
            yield FEW_RATINGS.at(risk.source, name=risk.id, count=str(len(risk.ratings)), usual=str(usual))
        if _is_red(risk) and not risk.plan and risk.id not in planned:
            yield RED_WITHOUT_PLAN.at(risk.source, name=risk.id)


def _usual_ratings(plan: Plan) -> int:
    """How many ratings more than half of the risks have; none where there are too few risks to tell."""
    counts = Counter(len(risk.ratings) for risk in plan.risks if risk.selected is not False)
    number, times = counts.most_common(1)[0] if counts else (0, 0)
    return number if counts.total() >= _FEWEST_TO_COMPARE and 2 * times > counts.total() else 0


def _check_filled(risk: Risk) -> Iterator[Finding]:
    lacks = lacking(
        ("ansvarig", "owner", not risk.owner), ("status", "status", risk.status is None and not risk.status_text)
    )
    if lacks:
        yield INCOMPLETE_RISK.at(risk.source, name=risk.id, **lacks)


def _is_red(risk: Risk) -> bool:
    return any(rating.word.strip().casefold() in _RED for rating in risk.ratings)
