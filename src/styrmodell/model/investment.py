"""Investments (investeringar): items, their parts and what they cost year by year."""

from attrs import field, frozen

from styrmodell.model.ids import InvestmentId, ProjectId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.money import Money, PlannedAmount
from styrmodell.model.number import number
from styrmodell.source import Source


@frozen(kw_only=True)
class Investment:
    """An investment (investering).

    Attributes:
        project_nr: Its number in the accounts.
        category: The heading it is summed under in the plan ("Kök o restaurang").
        parent_id: The investment it is a part of; the parts make up the whole.
        project_id: The project it belongs to.
        amounts: The outlay, period by period, in kr (a cost is negative).
        operating_cost: Increase of yearly operating cost, in kr.
        capital_cost: Increase of yearly capital cost (depreciation and internal interest), in kr.
        life_years: How many years of use it is depreciated over.
    """

    id: InvestmentId = field(converter=InvestmentId)
    name: str
    project_nr: str = ""
    unit_id: UnitId | None = None
    category: str = ""
    parent_id: InvestmentId | None = None
    project_id: ProjectId | None = None
    amounts: tuple[PlannedAmount, ...] = ()
    operating_cost: Money | None = field(default=None, converter=number)
    capital_cost: Money | None = field(default=None, converter=number)
    life_years: int | None = None
    goals: tuple[Link, ...] = ()
    source: Source = field(default=Source(), eq=False)
