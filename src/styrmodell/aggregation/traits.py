"""What rules need of their figures, told apart from the rules themselves so that slots can be built without them."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from styrmodell.aggregation.rule import Rule


@frozen(kw_only=True)
class RuleTraits:
    """Keys of the rules that share a trait.

    Attributes:
        in_parts: Those that take numerators and denominators.
        weighted: Those whose figures need a weight.
        adding: Those under which a unit's items for different counterparties are parts of its figure.
        alone: Those that never fold over units.
    """

    in_parts: frozenset[str] = frozenset()
    weighted: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


PLAIN_TRAITS = RuleTraits(
    in_parts=frozenset({"ratio_of_sums"}),
    weighted=frozenset({"weighted_mean"}),
    adding=frozenset({"sum", "ratio_of_sums"}),
    alone=frozenset({"own", "none"}),
)


def traits_of(rules: Mapping[str, Rule[Any]]) -> RuleTraits:
    """The traits of *rules*."""
    return RuleTraits(
        in_parts=frozenset(key for key, rule in rules.items() if rule.in_parts),
        weighted=frozenset(key for key, rule in rules.items() if rule.weighted),
        adding=frozenset(key for key, rule in rules.items() if rule.adding),
        alone=frozenset(key for key, rule in rules.items() if not rule.combining),
    )
