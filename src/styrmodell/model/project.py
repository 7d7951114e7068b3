"""Projects (projekt) and IT projects: multi-year work with money, financing and effects."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.activity import WorkStatus
from styrmodell.model.ids import ProjectId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.money import Money, PlannedAmount
from styrmodell.model.number import number
from styrmodell.source import Source


@frozen(kw_only=True)
class Project:
    """A project (projekt).

    Attributes:
        nr: Its number in the list it stands in; *project_nr* is the one in the accounts.
        area: The area or form it was handed in by, where that is not a unit.
        digital: Whether it is about digitalisation.
        impacts: What it mainly affects: the marked columns.
        impact_count: How many marks there are, where which columns they stand in cannot be told.
        extent: The profile's word for its size ("Hög = 5000 h").
        financing: The profile's word for how it is paid ("It-plan").
        amounts: What it costs, period by period, in kr.
        total: What it costs in all, in kr, where the years are not told apart.
        total_years: Over how many years the total is.
        amount_text: What stands where an amount should ("Under framtagande").
    """

    id: ProjectId = field(converter=ProjectId)
    name: str
    nr: str = ""
    project_nr: str = ""
    description: str = ""
    unit_id: UnitId | None = None
    area: str = ""
    category: str = ""
    digital: bool | None = None
    impacts: tuple[str, ...] = ()
    impact_count: int | None = None
    extent: str = ""
    financing: str = ""
    amounts: tuple[PlannedAmount, ...] = ()
    total: Money | None = field(default=None, converter=number)
    total_years: int | None = None
    amount_text: str = ""
    owner: str = ""
    status: WorkStatus | None = None
    start: date | None = None
    end: date | None = None
    goals: tuple[Link, ...] = ()
    decisions: tuple[Link, ...] = ()
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class ITProject:
    """What an IT project has beyond its project.

    Attributes:
        project_id: The project it is; its amounts are told apart by post (kostnad, investering).
        maintenance_object: The object of system maintenance it belongs to (förvaltningsobjekt, FO).
        customer: Who it is made for.
        operating_cost: Increase of yearly operating cost, in kr.
        capital_cost: Increase of yearly capital cost (depreciation and internal interest), in kr.
    """

    project_id: ProjectId = field(converter=ProjectId)
    maintenance_object: str = ""
    customer: str = ""
    operating_cost: Money | None = field(default=None, converter=number)
    capital_cost: Money | None = field(default=None, converter=number)
    source: Source = field(default=Source(), eq=False)
