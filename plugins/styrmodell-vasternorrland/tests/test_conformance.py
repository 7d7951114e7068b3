"""The plugin's reports hold what every report must hold."""

from pathlib import Path

from styrmodell.testing import ReportConformance
from styrmodell_vasternorrland import plugin

EXAMPLES = Path(__file__).parents[3] / "examples"


class TestVasternorrland(ReportConformance):
    plugin = plugin
    name = "vasternorrland"
    example = EXAMPLES / "vasternorrland-2020"
