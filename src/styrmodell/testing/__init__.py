"""What authors of plugins and rules test with (extra: testing).

Inherit ReportConformance for a plugin's reports; call check_rule for a rule.
"""

from styrmodell.testing.conformance import ReportConformance
from styrmodell.testing.example import example_plan, make_workspace

__all__ = ["ReportConformance", "example_plan", "make_workspace"]
