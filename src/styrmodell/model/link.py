"""Links (länkar): one object serves many others, each link with its origin; the object itself is one."""

from fractions import Fraction

from attrs import field, frozen


@frozen(kw_only=True)
class Link:
    """A link from an object to one that it serves: a placement of it there.

    Attributes:
        id: The object that is served.
        origin: Who put it there ("RS", "RLF"); empty where nobody said.
        share: The part of the object that belongs here; the shares of all its links are one together.
    """

    id: str = field(converter=str)
    origin: str = ""
    share: Fraction | None = None
