"""Links (länkar): one object serves many others, each link with its origin; the object itself is one."""

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from styrmodell.model.number import number


@frozen(kw_only=True)
class Link:
    """A link from an object to one that it serves: a placement of it there.

    Attributes:
        id: The object that is served.
        origin: Who put it there ("RS", "RLF"); empty where nobody said.
        share: The part of the object that belongs here; the shares of all its links are one together.
        weight: How many parts the object counts for there, beside the others, where the goal is judged by weights.
    """

    id: str = field(converter=str)
    origin: str = ""
    share: Fraction | None = None
    weight: Decimal | None = field(default=None, converter=number)
