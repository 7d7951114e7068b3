"""Which member a name or a code means: a figure may be reported for one of the codes that a leaf stands for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Self

from attrs import field, frozen

from styrmodell.errors import TextError
from styrmodell.model.code_set import CodeRange, CodeSet
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import MemberId, near_names


@frozen(kw_only=True)
class MemberCodes:
    """The members of a dimension, and the codes that its leaves take. Made once, then asked many times.

    Attributes:
        members: All of them, the implicit root too.
        ranges: Codes that leaves take, in order; what two leaves claim belongs to the one whose range begins first.
        owners: For each range, its leaf.
        rest: The leaf that takes what no other does; None where there is none.
    """

    members: frozenset[MemberId]
    ranges: tuple[CodeRange, ...] = ()
    owners: tuple[MemberId, ...] = ()
    rest: MemberId | None = None
    lengths: frozenset[int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "lengths", frozenset(one.length for one in self.ranges))

    @classmethod
    def of(cls, dimension: Dimension) -> Self:
        """Gather the members and codes of *dimension*; codes that cannot be read are taken by nobody."""
        sets = dict(leaf_codes(dimension))
        claims = ((one, name) for name, codes in sets.items() for one in codes.ranges)
        owned = tuple(_disjoint(claims))
        return cls(
            members=frozenset(dimension.parts()),
            ranges=tuple(one for one, _ in owned),
            owners=tuple(name for _, name in owned),
            rest=next((name for name, codes in sets.items() if codes.is_rest), None),
        )

    def member(self, text: str) -> MemberId | None:
        """The member that *text* is, or the leaf that takes the code *text*; None for what is neither.

        Codes are digits, and 090 is another code than 90: the rest takes only codes as long as some other leaf's.
        """
        if text in self.members:
            return MemberId(text)
        if not (text.isascii() and text.isdigit()):
            return None
        at = bisect_right(self.ranges, (len(text), text), key=lambda one: (one.length, one.first))
        if at and self.ranges[at - 1].length == len(text) and text <= self.ranges[at - 1].last:
            return self.owners[at - 1]
        return self.rest if not self.lengths or len(text) in self.lengths else None

    def near(self, text: str) -> str:
        """What an unknown *text* may have been meant to be, as a finding tells it: "010" for 10, else names alike."""
        longer = (text.zfill(length) for length in sorted(self.lengths) if length > len(text))
        codes = [code for code in longer if text and self.member(code) is not None]
        return " / ".join(codes) or near_names(text, sorted(self.members))


def has_own_codes(member: Member) -> bool:
    """Whether its codes are its own: an inner member's are those of its parts."""
    return bool(member.codes) and not member.parts and not member.selection


def leaf_codes(dimension: Dimension) -> Iterator[tuple[MemberId, CodeSet]]:
    """(leaf, its codes) of every leaf whose codes can be read."""
    for member in dimension.members:
        if has_own_codes(member):
            try:
                yield member.id, CodeSet.parse(member.codes)
            except TextError:
                continue  # told by the checks of dimensions


def _disjoint(claims: Iterable[tuple[CodeRange, MemberId]]) -> Iterator[tuple[CodeRange, MemberId]]:
    """*claims* in order, each without the codes that one before it takes."""
    before: CodeRange | None = None
    for one, name in sorted(claims, key=lambda claim: claim[0]):
        first = one.first
        if before is not None and before.length == one.length and first <= before.last:
            first = str(int(before.last) + 1).zfill(one.length)
            if one.last <= before.last:
                continue
        before = CodeRange(length=one.length, first=first, last=one.last)
        yield before, name
