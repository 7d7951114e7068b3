"""The region's own reports hold what every report must hold, for the fictitious region and for the printed plan."""

from collections.abc import Iterator
from pathlib import Path

from styrmodell.api import ReportSpec, Workspace
from styrmodell.testing import ReportConformance
from styrmodell_dalarna import plugin

EXAMPLES = Path(__file__).parents[3] / "examples"
OWN = ("dalarna.delarsrapport-lag", "dalarna.handlingsplan", "dalarna.efterlevnad")


class _Own(ReportConformance):
    plugin = plugin
    name = "dalarna"

    def specs(self, workspace: Workspace) -> Iterator[ReportSpec]:
        """These three; the others are tried with examples of their own."""
        return (spec for spec in super().specs(workspace) if spec.key in OWN)


class TestFictitious(_Own):
    example = EXAMPLES / "dalarna-fiktiv-2024"


class TestPrinted(_Own):
    example = EXAMPLES / "dalarna-handlingsplan-2024"
