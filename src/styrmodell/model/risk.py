"""Risks (riskanalys, intern kontroll): what may go wrong, how bad it is and what is done about it."""

from attrs import field, frozen

from styrmodell.model.activity import WorkStatus
from styrmodell.model.ids import RiskId, UnitId
from styrmodell.model.link import Link
from styrmodell.source import Source


@frozen(kw_only=True)
class Rating:
    """A rating in words of a value list ("Påverkan: Röd"); *aspect* is empty where the column cannot be told."""

    aspect: str = ""
    word: str


@frozen(kw_only=True)
class Score:
    """Likelihood and consequence, as steps on the profile's scales (1 is least)."""

    likelihood: int
    consequence: int

    @property
    def number(self) -> int:
        """The risk's size: likelihood × consequence."""
        return self.likelihood * self.consequence


@frozen(kw_only=True)
class ControlPoint:
    """A point of internal control (kontrollmoment)."""

    name: str
    method: str = ""
    frequency: str = ""
    owner: str = ""


@frozen(kw_only=True)
class Risk:
    """A risk.

    Attributes:
        nr: Its number in the analysis.
        categories: Words of the profile's list.
        impacts: What it mainly affects: the marked columns.
        impact_count: How many marks there are, where which columns they stand in cannot be told.
        ratings: Ratings in words, as many as were made.
        before: Likelihood and consequence today.
        after: The same once the plan is carried out.
        controls: What is done about it today (befintliga åtgärder).
        documents: Governing documents (styrande dokument).
        plan: What is to be done.
        owner: The role that answers for the plan.
        origin: Where the risk was found: a goal, a law, an audit report, deviations, a project.
        selected: Whether it was chosen for the year; None where no choice was made.
    """

    id: RiskId = field(converter=RiskId)
    name: str
    nr: str = ""
    description: str = ""
    unit_id: UnitId | None = None
    categories: tuple[str, ...] = ()
    impacts: tuple[str, ...] = ()
    impact_count: int | None = None
    ratings: tuple[Rating, ...] = ()
    before: Score | None = None
    after: Score | None = None
    controls: str = ""
    documents: str = ""
    plan: str = ""
    owner: str = ""
    status: WorkStatus | None = None
    status_text: str = ""
    origin: str = ""
    selected: bool | None = None
    control_points: tuple[ControlPoint, ...] = ()
    goals: tuple[Link, ...] = ()
    measures: tuple[Link, ...] = ()
    source: Source = field(default=Source(), eq=False)
