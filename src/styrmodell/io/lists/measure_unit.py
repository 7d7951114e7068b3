"""The unit of a measure that stands in a scorecard, which has no column for it."""

import re

from styrmodell.io.lists.tree import ListTree
from styrmodell.model.baseline import Baseline
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.measure import MONEY
from styrmodell.model.number import money_factor
from styrmodell.model.target import Target
from styrmodell.model.targets.condition import TargetKind

NOT_SAID = "ej angiven"
COUNT = "antal"
_YES_OR_NO = re.compile(r"\bja\s*/\s*nej\b", re.IGNORECASE)
_COUNT = re.compile(r"antal(?:et)?\b", re.IGNORECASE)


def unit_of(tree: ListTree) -> str:
    """What the row says of its measure's unit; empty where it says nothing.

    A name with "Ja/Nej" in it is "ja/nej", and so is a target that is yes or no. Else the target's unit goes
    first, then the baseline's; money is held in kr. A name that begins with "Antal" counts. Nothing else is concluded.
    """
    if written := tree.get("unit"):
        return written
    if _YES_OR_NO.search(tree.get("name")):
        return TRUTH
    unit = _target_unit(Target.parse(tree.get("target"))) or _baseline_unit(Baseline.parse(tree.get("baseline")))
    if unit:
        return MONEY if money_factor(unit) else unit
    return COUNT if _COUNT.match(tree.get("name")) else ""


def _target_unit(target: Target) -> str:
    if target.kind in (TargetKind.YES, TargetKind.NO):
        return TRUTH
    return target.unit or next((unit for part in target.parts if (unit := _target_unit(part))), "")


def _baseline_unit(baseline: Baseline) -> str:
    # A fraction's unit is its numerator's ("257 st / 485 medarb"), which is not what the quotient is counted in.
    units = {value.unit if value.numerator is None else value.printed_unit for value in baseline.values}
    return units.pop() if len(units) == 1 else ""
