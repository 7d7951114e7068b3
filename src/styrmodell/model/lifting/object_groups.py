"""Groups of objects: all of one category, feasibility, origin, basis or financing."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from styrmodell.model.action import ActionOrigin, EffectBasis
from styrmodell.model.dimension import Member
from styrmodell.model.ids import MemberId, slug
from styrmodell.model.lifting.object_tops import top_objects
from styrmodell.model.plan import Plan

ORIGIN_WORDS = MappingProxyType({ActionOrigin.ORIGINAL: "ursprunglig", ActionOrigin.ADDED: "tillkommen"})
BASIS_WORDS = MappingProxyType({EffectBasis.GROSS: "brutto", EffectBasis.NET: "netto"})


class Attribute(Enum):
    """What objects are grouped by. The value is the word that ids of groups begin with."""

    CATEGORY = "kategori"
    FEASIBILITY = "genomforbarhet"
    ORIGIN = "ursprung"
    BASIS = "grund"
    FINANCING = "finansiering"


_WITHOUT = "utan"
_WITHOUT_NAMES = MappingProxyType(
    {
        Attribute.CATEGORY: "Utan kategori",
        Attribute.FEASIBILITY: "Utan genomförbarhet",
        Attribute.ORIGIN: "Utan ursprung",
        Attribute.BASIS: "Varken brutto eller netto sagt",
        Attribute.FINANCING: "Utan finansiering",
    }
)
_GROUPED = (
    ("actions", (Attribute.CATEGORY, Attribute.FEASIBILITY, Attribute.ORIGIN, Attribute.BASIS)),
    ("investments", (Attribute.CATEGORY,)),
    ("projects", (Attribute.CATEGORY, Attribute.FINANCING)),
)
_SWEDISH = MappingProxyType({"actions": "atgarder", "investments": "investeringar", "projects": "projekt"})


@frozen(kw_only=True)
class Group:
    """Objects of one kind that have an attribute in common, or lack it. A part follows the whole it is part of.

    Attributes:
        id: Its member of the dimension "objekt".
        name: The profile's word.
        collection: The plan's field that holds the objects ("actions").
        word: What they have in common, as text ("effektivisering", "1"); empty where they lack it.
        members: The objects, in the plan's order.
    """

    id: MemberId
    name: str
    collection: str
    attribute: Attribute
    word: str
    members: tuple[MemberId, ...]

    def member(self) -> Member:
        """The group as a member that picks out its objects."""
        return Member(id=self.id, name=self.name, parts=self.members, selection=True)


def object_groups(plan: Plan) -> tuple[Group, ...]:
    """The groups of *plan*'s objects: of each kind and attribute they are disjoint, and together they are all."""
    taken = {thing.id for collection, _ in _GROUPED for thing in getattr(plan, collection)}
    found: list[Group] = []
    for collection, attributes in _GROUPED:
        tops = top_objects(plan, collection)
        for attribute in attributes:
            for group in _groups(collection, attribute, tops):
                named = evolve(group, id=_free(group, taken))
                taken.add(named.id)
                found.append(named)
    return tuple(found)


def word_of(thing: Any, attribute: Attribute) -> str:
    """What *thing* has for *attribute*, as people write it; empty where it lacks it."""
    return _READ[attribute](thing)


def group_key(word: str) -> str:
    """What tells two words apart: not capitals, and not spaces beside or between."""
    return " ".join(word.split()).casefold()


_READ: MappingProxyType[Attribute, Callable[[Any], str]] = MappingProxyType(
    {
        Attribute.CATEGORY: lambda thing: str(thing.category),
        Attribute.FEASIBILITY: lambda thing: "" if thing.feasibility is None else str(thing.feasibility),
        Attribute.ORIGIN: lambda thing: ORIGIN_WORDS.get(thing.origin, ""),
        Attribute.BASIS: lambda thing: BASIS_WORDS.get(thing.basis, ""),
        Attribute.FINANCING: lambda thing: str(thing.financing),
    }
)


def _groups(collection: str, attribute: Attribute, tops: Iterable[Any]) -> Iterator[Group]:
    by_word: dict[str, list[Any]] = {}
    for thing in tops:
        by_word.setdefault(group_key(word_of(thing, attribute)), []).append(thing)
    in_steps = attribute is Attribute.FEASIBILITY
    for key in sorted(by_word, key=lambda word: (not word, word if in_steps else "")):
        things = by_word[key]
        word = " ".join(word_of(things[0], attribute).split())
        yield Group(
            id=_id(attribute, things[0], word),
            name=_name(attribute, word),
            collection=collection,
            attribute=attribute,
            word=word,
            members=tuple(dict.fromkeys(MemberId(thing.id) for thing in things)),
        )


def _id(attribute: Attribute, thing: Any, word: str) -> MemberId:
    if not word:
        return MemberId(f"{_WITHOUT}-{attribute.value}")
    text = thing.origin.value if attribute is Attribute.ORIGIN else slug(word).replace(".", "-")
    return MemberId(f"{attribute.value}-{text}".rstrip("-"))


def _name(attribute: Attribute, word: str) -> str:
    if not word:
        return _WITHOUT_NAMES[attribute]
    if attribute is Attribute.FEASIBILITY:
        return f"Genomförbarhet {word}"
    return word.capitalize() if attribute in (Attribute.ORIGIN, Attribute.BASIS) else word


def _free(group: Group, taken: Iterable[str]) -> MemberId:
    """The group's id, or, where an object or a group of another kind is called so, one that says which kind."""
    named = f"{group.id}-{_SWEDISH[group.collection]}"
    candidates = (group.id, named, *(f"{named}-{number}" for number in range(2, len(tuple(taken)) + 3)))
    return MemberId(next(name for name in candidates if name not in taken))
