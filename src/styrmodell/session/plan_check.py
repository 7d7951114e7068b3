"""Checking a plan in itself, with the rules and words that a workspace may use."""

from datetime import date

from styrmodell.aggregation.traits import traits_of
from styrmodell.finding import Findings
from styrmodell.model.check import check_plan
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry


def check_sound(plan: Plan, registry: Registry, profile: Profile, today: date) -> Findings:
    """Check *plan* in itself, on the workspace's day, with the rules and words it may use."""
    traits = traits_of(registry.rules)
    return check_plan(
        plan,
        rules=tuple(registry.rules),
        in_parts=traits.in_parts,
        weighted=traits.weighted,
        adding=traits.adding,
        profile=profile,
        today=today,
    )
