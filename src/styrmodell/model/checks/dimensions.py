"""Checks of dimensions: members, what they are the sum of, and the codes they stand for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import ways_round
from styrmodell.model.checks.circles import circle
from styrmodell.model.checks.judge_codes import RESERVED_NAME
from styrmodell.model.checks.known_names import Names, said
from styrmodell.model.checks.links import doubles
from styrmodell.model.checks.selections import check_selections
from styrmodell.model.checks.value_codes import SHARED_CODES, TWO_RESTS, UNREAD_CODES
from styrmodell.model.code_set import CodeSet, overlaps
from styrmodell.model.codes import DOUBLE_ID, SHARED_PART, WRONG_MEMBER
from styrmodell.model.dimension import Dimension
from styrmodell.model.measure import Dims
from styrmodell.model.member_codes import MemberCodes, has_own_codes, leaf_codes
from styrmodell.model.reference_text import RESERVED
from styrmodell.source import Source

Members = Mapping[Any, MemberCodes]


def check_dimensions(dimensions: Iterable[Dimension]) -> Iterator[Finding]:
    """Ids, members, selections and codes."""
    dimensions = tuple(dimensions)
    yield from doubles("dimensions", ((dimension.id, dimension.source) for dimension in dimensions))
    for dimension in dimensions:
        if dimension.id in RESERVED:
            listed = ", ".join(sorted(RESERVED))
            yield RESERVED_NAME.at(dimension.source, name=dimension.id, reserved=listed)
        yield from _check_members(dimension)
        yield from check_selections(dimension)
        yield from _check_codes(dimension)


def members_of(dimensions: Iterable[Dimension]) -> dict[str, MemberCodes]:
    """Dimension id → its members and their codes; of two with one id, the first counts, as everywhere."""
    return {dimension.id: MemberCodes.of(dimension) for dimension in reversed(tuple(dimensions))}


def check_dims(source: Source, dims: Dims, allowed: Collection[str], members: Members) -> Iterator[Finding]:
    """Pairs of *dims* whose dimension is not *allowed* here, or whose member or code it does not have."""
    for name, member in dims:
        if name not in allowed or name not in members:
            yield from Names("dimensions", (one for one in allowed if one in members)).dangling(source, name)
        elif members[name].member(member) is None:
            yield WRONG_MEMBER.at(source, name=member, dimension=name, near=members[name].near(member))


def _check_members(dimension: Dimension) -> Iterator[Finding]:
    source = dimension.source
    known = Names("members", (member.id for member in dimension.members))
    ways = dict(ways_round({member.id: member.parts for member in dimension.members}))
    owner: dict[str, str] = {}
    seen: set[str] = set()
    for member in dimension.members:
        if member.id in seen:
            yield DOUBLE_ID.at(source, **said("members"), name=member.id, other=dimension.id)
        seen.add(member.id)
        if member.id in ways:
            yield circle("members", source, ways[member.id])
        for part in member.parts:
            if part not in known:
                yield WRONG_MEMBER.at(source, name=part, dimension=dimension.id, near=known.near(part))
            if member.selection:
                continue  # it only picks parts out of the whole, and owns none
            if part in owner:
                yield SHARED_PART.at(source, name=part, first=owner[part], second=member.id)
            owner.setdefault(part, member.id)


def _check_codes(dimension: Dimension) -> Iterator[Finding]:
    """Leaves alone: an inner member's codes are those of its parts."""
    sets: dict[str, CodeSet] = dict(leaf_codes(dimension))
    for member in dimension.members:
        if has_own_codes(member) and member.id not in sets:
            yield UNREAD_CODES.at(dimension.source, dimension=dimension.id, name=member.id, codes=member.codes)
    rests = [name for name, codes in sets.items() if codes.is_rest]
    for second in rests[1:]:
        yield TWO_RESTS.at(dimension.source, dimension=dimension.id, first=rests[0], second=second)
    for one in overlaps(sets):
        claims = {"first": one.first, "second": one.second, "codes": str(one.codes)}
        yield SHARED_CODES.at(dimension.source, dimension=dimension.id, **claims)
