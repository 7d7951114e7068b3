"""The reports that every region can use, in the order in which they are shown."""

from styrmodell.report.generic.actions import ACTIONS
from styrmodell.report.generic.budget import BUDGET
from styrmodell.report.generic.catalogue import CATALOGUE
from styrmodell.report.generic.figures import FIGURES
from styrmodell.report.generic.gallery.report import GALLERY
from styrmodell.report.generic.goals import GOALS
from styrmodell.report.generic.investments import INVESTMENTS
from styrmodell.report.generic.observations import OBSERVATIONS
from styrmodell.report.generic.risks import CONTROLS, RISKS
from styrmodell.report.generic.scorecard import SCORECARD
from styrmodell.report.generic.tables import TABLES
from styrmodell.report.generic.thread import THREAD
from styrmodell.report.generic.work import ASSIGNMENTS, PROJECTS
from styrmodell.report.spec import ReportSpec

GENERIC: tuple[ReportSpec, ...] = (
    SCORECARD,
    GOALS,
    BUDGET,
    INVESTMENTS,
    PROJECTS,
    RISKS,
    CONTROLS,
    ACTIONS,
    ASSIGNMENTS,
    CATALOGUE,
    THREAD,
    OBSERVATIONS,
    FIGURES,
    TABLES,
    GALLERY,
)
