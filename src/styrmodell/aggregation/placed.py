"""Sums of objects by what they serve: a goal's actions, a project's investments; each object once in the total.

An object may stand in many places. Where the shares of its links say what belongs where, the places divide its amount;
where they do not, it is shown whole in each place and added in none of the divided sums.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.arithmetic import multiply
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.savings.sums import added
from styrmodell.model.checks.reference_field import LINKED_KINDS, REFERENCES, links_of
from styrmodell.model.expression import Ref
from styrmodell.model.ids import require_known
from styrmodell.model.lifting.lifted_measures import OBJECT, held_by
from styrmodell.model.lifting.object_tops import object_parts, top_objects
from styrmodell.model.placement import placements

_WHOLE = Fraction(1)


@frozen(kw_only=True, eq=False)
class PlacedObject:
    """An object in one place, or the part of it that stands in none.

    Attributes:
        share: The part of it that belongs there, a part of one; None where it stands in several places and nobody said.
        amount: Its whole amount, in the measure's unit.
        part: The amount times the share, exact; None where the share is.
    """

    id: str
    name: str
    share: Fraction | None
    amount: Explanation
    part: Explanation | None


@frozen(kw_only=True, eq=False)
class PlacedTotal:
    """What stands in one place.

    Attributes:
        id: What the objects serve.
        whole: The whole amounts of its objects, added.
        divided: The parts of them that belong there, added; missing when none has a share and an amount.
    """

    id: str
    name: str
    objects: tuple[PlacedObject, ...]
    whole: Explanation
    divided: Explanation


@frozen(kw_only=True, eq=False)
class PlacedTotals:
    """A measure's objects by what they serve.

    The divided sums of the places, the parts of what is unplaced and the amounts of what is undivided are the total.

    Attributes:
        places: In the plan's order.
        unplaced: Objects that serve none, and what remains of those whose shares are not one together.
        undivided: Objects in several places without a share for each, once each.
        total: Each object once.
    """

    places: tuple[PlacedTotal, ...]
    unplaced: tuple[PlacedObject, ...]
    undivided: tuple[PlacedObject, ...]
    total: Explanation


def placed_totals(evaluator: Evaluator, measure: str, under_kind: str, place: Place) -> PlacedTotals:
    """Sums of the objects of a lifted measure by what they serve.

    Args:
        measure: "atgard", "atgard-kalkyl", "investering", "projekt" or "driftkostnad".
        under_kind: "goal", "decision", "project" or any other kind that the objects name.

    Returns:
        Amounts in kr, unrounded. A part of an object follows it, unless only the parts are placed.

    Raises:
        UnknownNameError: The measure adds up no objects, or there is no such kind.
    """
    require_known("measure", measure, (name for name in evaluator.index.measures if held_by(name)))
    require_known("kind", under_kind, LINKED_KINDS.values())
    dims = tuple(pair for pair in place.dims if pair[0] != OBJECT)
    return _Placer(evaluator=evaluator, measure=measure, under_kind=under_kind, place=evolve(place, dims=dims)).totals()


@define(kw_only=True, eq=False)
class _Placer:
    """Puts the objects of one measure where they stand."""

    evaluator: Evaluator
    measure: str
    under_kind: str
    place: Place
    _links: dict[str, dict[str, Fraction | None]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._links = self._places_of_objects()

    def totals(self) -> PlacedTotals:
        unplaced: list[PlacedObject] = []
        undivided: list[PlacedObject] = []
        placed: dict[str, list[PlacedObject]] = {}
        for name, label in self._items():
            shares = self._shares(name)
            for under, share in shares.items():
                placed.setdefault(under, []).append(self._object(name, label, share))
            if None in shares.values():
                undivided.append(self._object(name, label, None))
            elif rest := _WHOLE - sum((share for share in shares.values() if share is not None), Fraction(0)):
                unplaced.append(self._object(name, label, rest))
        names = self._names()
        order = (*(under for under in names if under in placed), *(under for under in placed if under not in names))
        return PlacedTotals(
            places=tuple(self._total(under, names.get(under, under), placed[under]) for under in order),
            unplaced=tuple(unplaced),
            undivided=tuple(undivided),
            total=self.evaluator.explain(Ref(measure=self.measure), self.place),
        )

    def _places_of_objects(self) -> dict[str, dict[str, Fraction | None]]:
        """Object → what it serves → the share of it that belongs there."""
        plan, found = self.evaluator.index.plan, dict[str, dict[str, Fraction | None]]()
        collections = held_by(self.measure)
        kinds = {LINKED_KINDS[collection] for collection in collections}
        for one in placements(plan):
            if one.item_kind in kinds and one.under_kind == self.under_kind and one.serves:
                found.setdefault(one.item_id, {})[one.under_id] = one.share
        for known in REFERENCES:
            # An investment names its project, and a part its whole, without a link.
            if known.places or known.collection not in collections or known.target == known.collection:
                continue
            for thing in getattr(plan, known.collection) if LINKED_KINDS.get(known.target) == self.under_kind else ():
                for link in links_of(thing, known.name):
                    found.setdefault(thing.id, {}).setdefault(link.id, None)
        return found

    def _shares(self, name: str) -> dict[str, Fraction | None]:
        """The share of an object in each of its places; of one place that says none, the whole."""
        shares = self._links.get(name, {})
        if len(shares) == 1:
            return {under: _WHOLE if share is None else share for under, share in shares.items()}
        return dict.fromkeys(shares) if None in shares.values() else shares

    def _items(self) -> Iterator[tuple[str, str]]:
        """(id, name) of the objects that are placed: those that are counted, opened where only their parts are."""
        plan, seen = self.evaluator.index.plan, set[str]()
        for collection in held_by(self.measure):
            parts = object_parts(plan, collection)
            names = {str(thing.id): str(thing.name) for thing in getattr(plan, collection)}
            for top in top_objects(plan, collection):
                for name in self._opened(top.id, parts):
                    if name not in seen:
                        seen.add(name)
                        yield name, names[name]

    def _opened(self, name: str, parts: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        below = parts.get(name, ())
        if name in self._links or not self._is_placed_below(name, parts) or not self._is_sum(name, below):
            yield name
            return
        for part in below:
            yield from self._opened(part, parts)

    def _is_placed_below(self, name: str, parts: Mapping[str, tuple[str, ...]]) -> bool:
        below = parts.get(name, ())
        return any(part in self._links or self._is_placed_below(part, parts) for part in below)

    def _is_sum(self, name: str, below: Iterable[str]) -> bool:
        """Whether the parts make up the whole amount, so that nothing is lost when it is opened."""
        amounts = (self._amount(part).exact for part in below)
        return sum((Fraction(one) for one in amounts if one is not None), Fraction(0)) == self._amount(name).exact

    def _amount(self, name: str) -> Explanation:
        return self.evaluator.explain(Ref(measure=self.measure, dims=((OBJECT, name),)), self.place)

    def _object(self, name: str, label: str, share: Fraction | None) -> PlacedObject:
        amount = self._amount(name)
        part = None if share is None else amount if share == _WHOLE else multiply(amount, share)
        return PlacedObject(id=name, name=label, share=share, amount=amount, part=part)

    def _names(self) -> dict[str, str]:
        collection = next(field for field, kind in LINKED_KINDS.items() if kind == self.under_kind)
        things = getattr(self.evaluator.index.plan, collection)
        return {str(thing.id): str(getattr(thing, "name", "") or thing.id) for thing in things}

    def _total(self, under: str, label: str, objects: list[PlacedObject]) -> PlacedTotal:
        return PlacedTotal(
            id=under,
            name=label,
            objects=tuple(objects),
            whole=added([one.amount for one in objects], label),
            divided=added([one.part for one in objects if one.part is not None], label),
        )
