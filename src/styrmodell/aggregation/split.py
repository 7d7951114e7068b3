"""Splits: dimensions made ready for questions."""

from collections.abc import Mapping

from attrs import define, field

from styrmodell.model.dimension import Dimension
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.member_codes import MemberCodes


@define(kw_only=True, eq=False)
class Split:
    """A dimension with what is asked of it often.

    Attributes:
        parts: Member → the members it is the sum of; a leaf's single codes once some figure is reported for them.
        codes: Those single codes: nobody is expected to report for each of them.
    """

    parts: dict[str, tuple[str, ...]]
    names: dict[str, str]
    root: str
    members: MemberCodes
    codes: set[str] = field(factory=set)

    def take_code(self, text: str) -> None:
        """Make the code *text* a part of the leaf that takes it; one that no leaf takes is told by model/check."""
        leaf = self.members.member(text)
        if text in self.parts or leaf is None:
            return
        self.codes.add(text)
        self.parts[text] = ()
        self.parts[leaf] = tuple(sorted((*self.parts[leaf], text)))


def make_split(dimension: Dimension) -> Split:
    """Prepare *dimension* for look-ups."""
    parts = _without_circles({member: tuple(ids) for member, ids in dimension.parts().items()})
    names: dict[str, str] = {member.id: member.name or member.id for member in dimension.members}
    return Split(parts=parts, names=names, root=dimension.root(), members=MemberCodes.of(dimension))


def bind_dims(measure: Measure, splits: Mapping[str, Split], *choices: Dims) -> Dims:
    """One pair for every dimension of *measure*: the first of *choices* that names it, else its root."""
    bound = []
    for dimension in measure.dimensions:
        named = (member for dims in choices for name, member in dims if name == dimension)
        split = splits.get(dimension)
        bound.append((str(dimension), next(named, split.root if split else "")))
    return tuple(bound)


def _without_circles(parts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """*parts*, where a member that leads back to itself is a leaf and unknown parts are left out."""
    kept: dict[str, tuple[str, ...]] = {}
    for member, ids in parts.items():
        reached, front = set[str](), set(ids)
        while front - reached:
            reached |= front
            front = {part for name in front for part in parts.get(name, ())}
        kept[member] = () if member in reached else tuple(part for part in ids if part in parts)
    return kept
