"""What authors of plugins and rules test with (extra: testing).

Inherit ReportConformance for a plugin's reports; call check_rule for a rule, with batches or item_batches; keep
documents that somebody has looked at with Golden. plans and anything draw plans and objects of the model.
"""

from styrmodell.testing.conformance import ReportConformance
from styrmodell.testing.everything import anything
from styrmodell.testing.example import example_plan, make_workspace
from styrmodell.testing.golden import CORE_PARTS, Golden
from styrmodell.testing.laws import check_rule
from styrmodell.testing.opened import Opened, open_again
from styrmodell.testing.strategies import batches, item_batches, plans

__all__ = [
    "CORE_PARTS",
    "Golden",
    "Opened",
    "ReportConformance",
    "anything",
    "batches",
    "check_rule",
    "example_plan",
    "item_batches",
    "make_workspace",
    "open_again",
    "plans",
]
