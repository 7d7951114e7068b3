"""The plugin's reports hold what every report must hold."""

from pathlib import Path

from styrmodell.testing import ReportConformance
from styrmodell_jamtland_harjedalen import plugin


class TestReports(ReportConformance):
    plugin = plugin
    name = "jamtland-harjedalen"
    example = Path(__file__).parents[3] / "examples" / "jamtland-harjedalen-fiktiv-2024"
