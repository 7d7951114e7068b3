"""What authors of plugins and rules test with (extra: testing).

Inherit ReportConformance for a plugin's reports; call check_rule for a rule, with batches or item_batches.
"""

from styrmodell.testing.conformance import ReportConformance
from styrmodell.testing.example import example_plan, make_workspace
from styrmodell.testing.laws import check_rule
from styrmodell.testing.strategies import batches, item_batches

__all__ = ["ReportConformance", "batches", "check_rule", "example_plan", "item_batches", "make_workspace"]
