"""Building slots: from the observations of one key to the figures that count, each in its place."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.addition_codes import SETTLED_BEFORE
from styrmodell.aggregation.expected import Expected, Reporting
from styrmodell.aggregation.ie_cut import IECut
from styrmodell.aggregation.input_codes import NEGATIVE_WEIGHT, NO_WEIGHT, TWO_VALUES
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.laid_out import overlap, places_of
from styrmodell.aggregation.rule import WHOLE, Item
from styrmodell.aggregation.slot import Slot, spoken_of
from styrmodell.aggregation.unit_orders import UnitOrders
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.aggregation.version import Chosen, Versions
from styrmodell.finding import Finding
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation

_GUESSED = (State.ESTIMATED, State.CARRIED_FORWARD)
_FIGURELESS = (State.MISSING, State.NOT_APPLICABLE, State.STATED)
Placed = tuple[int, Observation, Fraction]


@frozen(kw_only=True)
class Sources:
    """Where a builder gets what it needs of one slot.

    Attributes:
        raw: What was reported for the key.
        settled: What was settled for it.
        earlier: Slots of earlier periods of the same length, the latest first.
        weights: Unit → the observation that weighs its figure; None where the rule needs no weight.
        over: Units that have told no figure of their own, and add to those of the units below.
        alone: Units whose additions have nothing to add to.
        is_open: Whether nobody is expected to report: only those who have.
    """

    raw: Sequence[Observation]
    settled: Sequence[Observation] = ()
    earlier: Callable[[], Iterator[Slot]]
    weights: Mapping[UnitId, Observation] | None = None
    over: Collection[UnitId] = ()
    alone: Collection[UnitId] = ()
    is_open: bool = False


@define(kw_only=True, eq=False)
class SlotBuilder:
    """Builds one slot.

    Attributes:
        in_parts: Whether the measure's rule takes numerators and denominators.
        adds_up: Whether a unit's items for different counterparties and I/E codes are parts of its figure.
    """

    key: Key
    measure: Measure
    base: str
    versions: Versions
    orders: UnitOrders
    reporting: Reporting
    sources: Sources
    in_parts: bool
    adds_up: bool
    _tree: UnitTree = field(init=False)
    _doubts: list[tuple[UnitId, Finding]] = field(factory=list)

    def build(self) -> Slot:
        """Choose, cut, carry and place the figures."""
        self._tree = self.orders.tree(self.key.period)
        chosen = self._chosen()
        figures = [one for one in chosen if has_figure(one, self.in_parts)]
        outside = {one.unit_id for one in chosen if one.state is State.NOT_APPLICABLE}
        outside -= {one.unit_id for one in figures}
        if self.sources.weights is not None:
            figures = list(self._weighed(figures, self.sources.weights))
        placed = self._placed(figures)
        expected = self._expected(placed, outside)
        if self.measure.missing is MissingPolicy.CARRY_FORWARD and self.measure.max_age_months:
            carried: Iterable[Observation] = self._carried(placed, expected)
            if self.sources.weights is not None:
                carried = self._weighed(carried, self.sources.weights)
            placed = self._placed([*figures, *carried])
        return self._made(placed, expected, outside)

    def _chosen(self) -> list[Observation]:
        sources, version = self.sources, self.key.version
        chosen = self.versions.choose(sources.raw, version, itemised=self.adds_up)
        self._tell_clashes(chosen)
        found = list(chosen.figures)
        if sources.settled:
            settled = self._settled(found, self.versions.choose(sources.settled, version))
            units = {one.unit_id for one in settled}
            found = [*(one for one in found if one.unit_id not in units), *settled]
        if self.key.ie:
            cut = IECut.of(self.key.ie)
            found = list(cut.through(found))
            self._doubts.extend(cut.doubts)
        return found

    def _tell_clashes(self, chosen: Chosen) -> None:
        for over, under in chosen.clashes:
            self._doubt(over.unit_id, two_values(over, under))

    def _settled(self, figures: Iterable[Observation], settled: Chosen) -> list[Observation]:
        """What was settled and stands: not for a version before the one that counts."""
        self._tell_clashes(settled)
        place = self.versions.place
        newest: dict[UnitId, tuple[int, str]] = {}
        for one in figures:
            newest[one.unit_id] = max(newest.get(one.unit_id, place(one.version)), place(one.version))
        kept, additions = [], self.versions.additions
        for one in settled.figures:
            passed = newest.get(one.unit_id, place(one.version))
            if place(one.version) >= passed:
                kept.append(one)
            elif passed[1] in additions:  # nobody has said that what was settled is replaced
                words = {"addition": passed[1], "version": one.version or "–", "value": _figure_text(one)}
                self._doubt(one.unit_id, SETTLED_BEFORE.at(one.source, unit=one.unit_id, **words))
        return kept

    def _doubt(self, unit: UnitId, finding: Finding) -> None:
        self._doubts.append((unit, finding))

    def _weighed(self, figures: Iterable[Observation], weights: Mapping[UnitId, Observation]) -> Iterator[Observation]:
        """Those that have a weight; a figure without one cannot be weighed, and is told."""
        for one in figures:
            weight = weights.get(one.unit_id)
            if weight is None or weight.value is None:
                self._doubt(one.unit_id, NO_WEIGHT.at(one.source, weight=self.measure.weight_id or "–"))
                continue
            if weight.value < 0:
                self._doubt(one.unit_id, NEGATIVE_WEIGHT.at(weight.source, value=str(weight.value)))
            yield one

    def _placed(self, figures: Iterable[Observation]) -> list[Placed]:
        """Each figure where it belongs; those of units outside the order belong nowhere (check_orders tells)."""
        start, moves = self._tree.start, self.orders.moves
        if not moves:
            found = [(start[one.unit_id], one, WHOLE) for one in figures if one.unit_id in start]
        else:
            listed = list(figures)
            units = {one.unit_id for one in listed if not self._adds(one)}
            found = [
                (start[unit], one, share)
                for one in listed
                for unit, share in moves.get(one.unit_id, ((one.unit_id, WHOLE),))
                if unit in start and self._is_counted(one.unit_id, start[unit], units)
            ]
        found.sort(key=_by_place)
        return found

    def _adds(self, one: Observation) -> bool:
        """Whether a figure adds to those below it; what was settled is a whole."""
        return one.unit_id in self.sources.over and one.state is not State.SETTLED

    def _is_counted(self, unit: UnitId, position: int, units: Collection[UnitId]) -> bool:
        """Whether a figure counts at *position*.

        One that was in the total of a unit above it then, which is elsewhere now or has moved too, is in that total.
        """
        return all(self._is_above(upper, position) for upper in self._held_by(unit, units))

    def _held_by(self, unit: UnitId, units: Collection[UnitId]) -> list[UnitId]:
        """The units above *unit* then that reported a total of their own, where it or they have moved since."""
        moves = self.orders.moves
        above = [upper for upper in self.orders.above(unit, self.key.period) if upper in units]
        return above if unit in moves else [upper for upper in above if upper in moves]

    def _is_above(self, upper: UnitId, position: int) -> bool:
        at = self._tree.start.get(upper, -1)
        return upper not in self.orders.moves and 0 <= at < position < self._tree.end[at]

    def _expected(self, placed: Sequence[Placed], outside: set[UnitId]) -> Expected:
        if self.measure.missing is MissingPolicy.BLANK:
            return self.reporting.tellers(self._tellers() - outside, self.key.period)
        if self.measure.is_owned or self.sources.is_open:
            positions = tuple(place[0] for place in placed)
            return self.reporting.owners(positions, tuple(place[1].unit_id for place in placed), self._tree)
        return self.reporting.expected(self.measure, self.base, self.key.period, outside)

    def _tellers(self) -> set[UnitId]:
        """Who has told anything for the key, were it only that it is missing."""
        told, version = (*self.sources.raw, *self.sources.settled), self.key.version
        return {one.unit_id for one in told if not version or one.version == version}

    def _carried(self, placed: Sequence[Placed], expected: Expected) -> Iterator[Observation]:
        """The latest earlier figure, not too old, of each unit that is to report and has not."""
        slot = self._made(placed, expected, set())
        lacking = set(slot.missing(0, len(self._tree.order)))
        for earlier in self.sources.earlier() if lacking else ():
            own = (one for at, one in enumerate(earlier.observations) if at not in earlier.adding)
            found = [one for one in own if one.unit_id in lacking and self._is_young(one)]
            yield from (evolve(one, state=State.CARRIED_FORWARD, as_of=spoken_of(one)) for one in found)
            lacking -= {one.unit_id for one in found}

    def _is_young(self, one: Observation) -> bool:
        return self.key.period.last - one.period.last <= (self.measure.max_age_months or 0)

    def _made(self, placed: Sequence[Placed], expected: Expected, outside: set[UnitId]) -> Slot:
        tree, start = self._tree, self._tree.start
        positions = tuple([place[0] for place in placed])
        observations = tuple([place[1] for place in placed])
        nested, several = overlap(positions, tree)
        moved = bool(self.orders.moves)
        adding = places_of(self.sources.over, observations)
        plain = not nested and not several and not moved and not expected.overlap and not adding
        doubts = ((start.get(unit, -1), finding) for unit, finding in self._doubts)
        units = {one.unit_id for one in observations if not self._adds(one)} if moved else set()
        return Slot(
            tree=tree,
            positions=positions,
            observations=observations,
            items=self._items(placed),
            dates=tuple([one.as_of or one.reported for one in observations]),
            nested=nested,
            guessed=tuple([at for at, one in enumerate(observations) if one.state in _GUESSED]),
            moved=moved,
            loose=frozenset(self._loose(positions, observations, units)) if moved else frozenset(),
            adding=adding,
            alone=places_of(self.sources.alone, observations),
            stood_for=frozenset(self._stood_for(expected.owing, placed, units)) if moved else frozenset(),
            expected=expected.positions,
            owing=expected.owing,
            outside=tuple(sorted(start[unit] for unit in outside if unit in start)),
            matched=plain and expected.members.issuperset(positions),
            doubts=tuple(sorted(doubts, key=lambda pair: (pair[0], str(pair[1].source)))) if self._doubts else (),
        )

    def _stood_for(self, owing: Sequence[UnitId], placed: Sequence[Placed], units: set[UnitId]) -> Iterator[UnitId]:
        """Those for which a unit above or below them then reported, where it or they have moved since."""
        moves, tree = self.orders.moves, self._tree
        yield from (name for name in owing if name in moves and self._held_by(name, units))
        within = {
            upper
            for position, one, _ in placed
            if one.unit_id in moves
            for upper in self.orders.above(one.unit_id, self.key.period)
            if upper in tree.start and tree.start[upper] <= position < tree.end[tree.start[upper]]
        }
        yield from within.intersection(owing)

    def _loose(
        self, positions: Sequence[int], observations: Sequence[Observation], units: Collection[UnitId]
    ) -> Iterator[int]:
        """Where those stand that have moved, and that no upper unit's own figure held."""
        for at, (position, one) in enumerate(zip(positions, observations, strict=True)):
            if one.unit_id != self._tree.order[position] and not self._held_by(one.unit_id, units):
                yield at

    def _items(self, placed: Sequence[Placed]) -> tuple[Item, ...] | None:
        weights = self.sources.weights
        if weights is None and all(place[2] is WHOLE or place[2] == 1 for place in placed):
            return None
        return tuple(
            Item(observation=one, share=share, weight=_weight(weights, one.unit_id)) for _, one, share in placed
        )


def _by_place(placed: Placed) -> tuple[int, str, str, str]:
    return (placed[0], placed[1].unit_id, placed[1].counterparty, placed[1].ie)


def _weight(weights: Mapping[UnitId, Observation] | None, unit: UnitId) -> Decimal | None:
    found = weights.get(unit) if weights is not None else None
    return found.value if found is not None else None


def two_values(over: Observation, under: Observation) -> Finding:
    """That two figures contradict each other, and where they stand."""
    words = {"first": _figure_text(over), "second": _figure_text(under), "other": str(under.source)}
    return TWO_VALUES.at(over.source, **words)


def _figure_text(one: Observation) -> str:
    if one.numerator is not None or one.denominator is not None:
        return f"{one.numerator}/{one.denominator}"
    return str(one.value) if one.value is not None else "–"


def has_figure(observation: Observation, in_parts: bool) -> bool:
    """Whether *observation* holds what a rule can fold: a value, or for one in parts a numerator and a denominator."""
    if observation.state in _FIGURELESS:
        return False
    if in_parts:
        return observation.numerator is not None and observation.denominator is not None
    return observation.value is not None
