"""Amounts of money: kr inside, income + and cost −, whatever the file they came from is written in."""

from decimal import Decimal
from typing import NewType

from attrs import field, frozen

from styrmodell.model.ids import MemberId
from styrmodell.model.kind import Kind
from styrmodell.model.number import number
from styrmodell.model.period import Period

# Tells readers of files that the number has the file's scale and sign; in the model it is kr.
Money = NewType("Money", Decimal)


@frozen(kw_only=True)
class MoneyRange:
    """An amount that is only known to lie between two ("18–19 mnkr"), in kr; one amount has *low* equal to *high*.

    Raises:
        ValueError: *high* is less than *low*.
    """

    low: Money = field(converter=number)
    high: Money = field(converter=number)

    def __attrs_post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError(f"a range begins with its lower end: {self.low}–{self.high}")


@frozen(kw_only=True)
class PlannedAmount:
    """What an object costs or brings in one period.

    Attributes:
        value: The amount in kr; None where it is not known yet.
        accumulated: True for all that was spent until the end of the period ("t o m 2018"), not in it.
        post: What sort of money ("kostnad", "investering"); empty where the object has one sort.
        precision: The size of one step in the figure's last written digit, in kr.
    """

    period: Period
    kind: Kind = Kind.PLAN
    version: str = ""
    value: Money | None = field(default=None, converter=number)
    accumulated: bool = False
    post: MemberId = field(default=MemberId(""), converter=MemberId)
    precision: Decimal | None = field(default=None, converter=number)
