"""What rules need of their figures, as it is told of them."""

from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.traits import PLAIN_TRAITS, traits_of


def test_the_traits_of_the_built_in_rules_are_those_that_slots_are_built_with_where_no_rule_is_known():
    assert traits_of({rule.key: rule for rule in BUILT_IN}) == PLAIN_TRAITS
    assert all((PLAIN_TRAITS.in_parts, PLAIN_TRAITS.weighted, PLAIN_TRAITS.adding, PLAIN_TRAITS.alone))


def test_no_rules_have_no_traits():
    found = traits_of({})
    assert not any((found.in_parts, found.weighted, found.adding, found.alone))
