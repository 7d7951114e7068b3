"""The savings plan of a workspace: asked for by unit and period, and what it tells to be doubtful."""

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.savings.savings_plan import SavingsPlan, explain_savings
from styrmodell.finding import Findings
from styrmodell.model.ids import UnitId, require_known
from styrmodell.model.period import Period
from styrmodell.session.asking import as_period


def savings(evaluator: Evaluator, unit: str | None = None, period: Period | str | None = None) -> SavingsPlan:
    """The savings plan of *unit* in *period*.

    Args:
        unit: Default: the plan's.
        period: Default: the plan's.

    Raises:
        UnknownNameError: The plan has no such unit.
        TextError: *period* is no period.
    """
    plan = evaluator.index.plan
    if unit is not None:
        require_known("unit", unit, evaluator.index.tree.start)
    return explain_savings(evaluator, UnitId(unit or plan.unit_id), as_period(period) or plan.period)


def check_savings(evaluator: Evaluator) -> Findings:
    """What the savings plan of the plan's own unit and period tells to be doubtful; nothing where it has no actions."""
    plan = evaluator.index.plan
    if not plan.actions or plan.unit_id not in evaluator.index.tree.start:
        return Findings()
    return savings(evaluator).findings
