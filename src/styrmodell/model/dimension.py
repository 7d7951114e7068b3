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
        codes: The account or activity codes a leaf stands for, as printed ("Dvo 010--090, 092"); "övriga" stands for
            those that no other leaf takes. A figure may be reported for one of the codes.
        selection: True for a member that only picks others out: it adds up its parts, but is no part of the whole.
    """

    id: MemberId = field(converter=MemberId)
    name: str = ""
    parts: tuple[MemberId, ...] = ()
    codes: str = ""
    selection: bool = False


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
        parts = {member.id: member.parts for member in reversed(self.members)}
        top = self._top()
        return parts if len(top) == 1 else {**parts, self.root(): top}

    def root(self) -> MemberId:
        """The member that stands for the whole."""
        top = self._top()
        if len(top) == 1:
            return top[0]
        # A member that happens to be called "totalt" beside others is not the whole.
        return TOTAL if all(member.id != TOTAL for member in self.members) else MemberId(f"{TOTAL}-alla")

    def _top(self) -> tuple[MemberId, ...]:
        whole = [member for member in self.members if not member.selection]
        inner = {part for member in whole for part in member.parts}
        return tuple(member.id for member in whole if member.id not in inner)
