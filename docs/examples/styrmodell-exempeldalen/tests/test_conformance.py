"""The reports hold what every report must hold: for the example, for a plan of others, and for an empty one."""

from pathlib import Path
from types import ModuleType
from typing import ClassVar

from styrmodell.testing import ReportConformance

from styrmodell_exempeldalen import plugin


class TestReports(ReportConformance):
    plugin: ClassVar[ModuleType] = plugin
    name = "exempeldalen"
    example = Path(__file__).parents[1] / "exempel"
