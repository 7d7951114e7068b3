"""The plugin's reports hold what every report must hold."""

from pathlib import Path

from styrmodell.testing import ReportConformance
from styrmodell_dalarna import plugin

EXAMPLES = Path(__file__).parents[3] / "examples"


class TestCard(ReportConformance):
    plugin = plugin
    name = "dalarna"
    example = EXAMPLES / "dalarna-tandvard-2018"


class TestFollowUp(ReportConformance):
    plugin = plugin
    name = "dalarna"
    example = EXAMPLES / "dalarna-tandvard-fiktiv-2018"
