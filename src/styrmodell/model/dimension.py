"""Dimensions (indelningar): what a measure is split by, as a tree of members."""

from attrs import field, frozen

from styrmodell.model.ids import DimensionId, MemberId
from styrmodell.source import Source

TOTAL = MemberId("totalt")


@frozen(kw_only=True)
class Member:
    """One member of a dimension.

    Attributes:
        name: What people read; the id when left out.
        parts: The members it is the sum of; empty for a leaf.
        codes: The account or activity codes a leaf stands for, as printed ("Dvo 010--090, 092").
    """

    id: MemberId = field(converter=MemberId)
    name: str = ""
    parts: tuple[MemberId, ...] = ()
    codes: str = ""


@frozen(kw_only=True)
class Dimension:
    """A way to split a measure (dvo, slag, lokaltyp).

    Leaves are disjoint; an inner member is the roll-up of its parts. Members that are part of nothing are
    the top: one of them is the root; several share an implicit root named "totalt".
    """

    id: DimensionId = field(converter=DimensionId)
    name: str = ""
    members: tuple[Member, ...]
    source: Source = field(default=Source(), eq=False)

    def parts(self) -> dict[MemberId, tuple[MemberId, ...]]:
        """Member id → the ids it is the sum of (empty for a leaf), the implicit root among them."""
        parts = {member.id: member.parts for member in self.members}
        top = self._top()
        if len(top) != 1:
            parts.setdefault(TOTAL, top)
        return parts

    def root(self) -> MemberId:
        """The member that stands for the whole."""
        top = self._top()
        return top[0] if len(top) == 1 else TOTAL

    def _top(self) -> tuple[MemberId, ...]:
        inner = {part for member in self.members for part in member.parts}
        return tuple(member.id for member in self.members if member.id not in inner)
