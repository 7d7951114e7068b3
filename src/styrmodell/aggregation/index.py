"""The index: every observation in its slot, sorted when first asked for.

Explanations and values are read from stretches of a slot, so that neither needs lists of what lies below
each unit, and a report of 500 cells touches the slots of 500 cells.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.key import Key
from styrmodell.aggregation.slot import Slot
from styrmodell.aggregation.unit_tree import UnitTree, build_unit_tree
from styrmodell.aggregation.version import Versions
from styrmodell.model.dimension import Dimension
from styrmodell.model.expression import Ref, walk
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan

_SlotKey = tuple[str, str, Kind, Dims]
_NO_VERSIONS = Versions()


@frozen(kw_only=True)
class Expected:
    """Who is to report a measure: positions, ascending; *overlap* tells whether some is below another."""

    positions: tuple[int, ...]
    members: frozenset[int]
    overlap: bool


@frozen(kw_only=True)
class Split:
    """A dimension with what is asked of it often."""

    parts: dict[str, tuple[str, ...]]
    names: dict[str, str]
    root: str


def make_split(dimension: Dimension) -> Split:
    """Prepare *dimension* for look-ups."""
    parts = _without_circles({member: tuple(ids) for member, ids in dimension.parts().items()})
    names: dict[str, str] = {member.id: member.name or member.id for member in dimension.members}
    return Split(parts=parts, names=names, root=dimension.root())


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


@define(kw_only=True, eq=False, slots=False)
class PlanIndex:
    """A plan made ready for questions.

    Safe to share between threads: what it caches is only ever replaced by its equal.
    """

    plan: Plan
    versions: Versions
    in_parts: frozenset[str]
    tree: UnitTree
    measures: dict[str, Measure]
    splits: dict[str, Split]
    stated: dict[Key, Observation]
    _raw: dict[_SlotKey, list[Observation]]
    _reporters: dict[str, set[UnitId]]
    _slots: dict[tuple[_SlotKey, str], Slot] = field(factory=dict)
    _wanted: dict[str, Expected] = field(factory=dict)

    def slot(self, key: Key) -> Slot:
        """The figures of *key*'s measure, period, kind, version and members, over all units."""
        base: _SlotKey = (key.measure, key.period.text, key.kind, key.dims)
        found = self._slots.get((base, key.version))
        if found is None:
            found = self._build_slot(base, key.version)
            self._slots[(base, key.version)] = found
        return found

    def newest_version(self, key: Key) -> str:
        """The newest version that has figures of *key*'s measure, period and kind; of printed ones when no other."""
        names = self._versions.get((key.measure, key.period.text, key.kind))
        if names is None:
            bare = (key.measure, key.unit, key.period, key.kind, key.dims)
            names = {o.version for k, o in self.stated.items() if (k.measure, k.unit, k.period, k.kind, k.dims) == bare}
        return max(names, key=self.versions.place, default="")

    @cached_property
    def _versions(self) -> dict[tuple[str, str, Kind], set[str]]:
        found: dict[tuple[str, str, Kind], set[str]] = {}
        for (measure, period, kind, _), observations in self._raw.items():
            found.setdefault((measure, period, kind), set()).update(o.version for o in observations)
        return found

    def slot_keys(self) -> Iterator[Key]:
        """A key for every slot that has observations: the newest version, at the first root."""
        for (measure, _, kind, dims), found in self._raw.items():
            yield Key(measure=measure, unit=self.tree.order[0], period=found[0].period, kind=kind, dims=dims)

    def asked(self, measure: str) -> tuple[tuple[Period, Kind], ...]:
        """The periods and kinds for which *measure*, or what its definition uses, has figures; in order of time."""
        known = self.measures.get(measure)
        definition = known.definition if known is not None else None
        parts = walk(definition) if definition is not None else ()
        names = {measure, *(part.measure for part in parts if isinstance(part, Ref))}
        found = {(Period.parse(text), kind) for name, text, kind, _ in self._raw if name in names}
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].value)))

    def reporters(self, measure: str, unit: str) -> tuple[UnitId, ...]:
        """Units at or below *unit* that have ever reported *measure*, in the order of the organisation."""
        first, last = self.tree.interval(unit)
        found = (self.tree.start[name] for name in self._reporters.get(measure, ()))
        return tuple(UnitId(self.tree.order[position]) for position in sorted(found) if first <= position < last)

    def reports_itself(self, key: Key) -> bool:
        """Whether *key*'s unit itself reported anything of the measure for the period and kind."""
        slots = (found for base, found in self._raw.items() if base[:3] == (key.measure, key.period.text, key.kind))
        return any(observation.unit_id == key.unit for found in slots for observation in found)

    def bind_dims(self, measure: Measure, *choices: Dims) -> Dims:
        """One pair for every dimension of *measure*: the first of *choices* that names it, else its root."""
        bound = []
        for dimension in measure.dimensions:
            named = (member for dims in choices for name, member in dims if name == dimension)
            split = self.splits.get(dimension)
            bound.append((str(dimension), next(named, split.root if split else "")))
        return tuple(bound)

    def _build_slot(self, base: _SlotKey, version: str) -> Slot:
        newest = self.versions.newest(self._raw.get(base, ()), version)
        measure = self.measures[base[0]]
        in_parts = measure.rule in self.in_parts
        figures = [(self.tree.start[o.unit_id], o) for o in newest.values() if has_figure(o, in_parts)]
        figures.sort(key=lambda pair: pair[0])
        positions = tuple(position for position, _ in figures)
        outside = {o.unit_id for o in newest.values() if o.state is State.NOT_APPLICABLE}
        expected = self._expected(base[0], outside) if not measure.is_owned else self._owners(positions)
        nested = self._overlap(positions)
        return Slot(
            tree=self.tree,
            positions=positions,
            observations=tuple(o for _, o in figures),
            dates=tuple(o.dated for _, o in figures),
            nested=nested,
            guessed=any(o.state in (State.ESTIMATED, State.CARRIED_FORWARD) for _, o in figures),
            expected=expected.positions,
            outside=tuple(sorted(self.tree.start[unit] for unit in outside)),
            matched=not nested and not expected.overlap and expected.members.issuperset(positions),
        )

    def _overlap(self, positions: tuple[int, ...]) -> bool:
        """Whether some of *positions*, ascending, is below another."""
        return any(self.tree.end[position] > after for position, after in pairwise(positions))

    def _owners(self, positions: tuple[int, ...]) -> Expected:
        """Nobody but those who have reported."""
        return Expected(positions=positions, members=frozenset(positions), overlap=self._overlap(positions))

    def _expected(self, measure_id: str, outside: set[UnitId]) -> Expected:
        """Who is to report; the slots of a measure share it unless somebody is outside."""
        known = None if outside else self._wanted.get(measure_id)
        if known is None:
            positions = self._expected_positions(measure_id, outside)
            known = Expected(positions=positions, members=frozenset(positions), overlap=self._overlap(positions))
            if not outside:
                self._wanted[measure_id] = known
        return known

    def _expected_positions(self, measure_id: str, outside: set[UnitId]) -> tuple[int, ...]:
        measure = self.measures.get(measure_id)
        declared = measure.expected if measure else ()
        wanted = set(declared) if declared else self._reporters.get(measure_id, set())
        positions = sorted(self.tree.start[unit] for unit in wanted - outside if unit in self.tree.start)
        if declared:
            return tuple(positions)
        # Units that ever reported: an upper unit counts only where none below it reports the measure.
        ends = [self.tree.end[position] for position in positions]
        following = [*positions[1:], len(self.tree.order)]
        return tuple(p for p, end, after in zip(positions, ends, following, strict=False) if after >= end)


def has_figure(observation: Observation, in_parts: bool) -> bool:
    """Whether *observation* holds what a rule can fold: a value, or for one in parts a numerator and a denominator."""
    if observation.state in (State.MISSING, State.NOT_APPLICABLE, State.STATED):
        return False
    if in_parts:
        return observation.numerator is not None and observation.denominator is not None
    return observation.value is not None


def build_index(
    plan: Plan, versions: Versions = _NO_VERSIONS, in_parts: frozenset[str] = frozenset({"ratio_of_sums"})
) -> PlanIndex:
    """Put every observation of *plan* in its slot.

    Observations of units or measures the plan does not hold are left out; model/check tells of them.

    Args:
        versions: The profile's versions and additions.
        in_parts: Keys of the rules that take numerators and denominators.
    """
    index = PlanIndex(
        plan=plan,
        versions=versions,
        in_parts=in_parts,
        tree=build_unit_tree(plan.units),
        measures={measure.id: measure for measure in reversed(plan.measures)},
        splits={dimension.id: make_split(dimension) for dimension in reversed(plan.dimensions)},
        stated={},
        raw={},
        reporters={},
    )
    _fill(index, plan.observations, index._raw, index._reporters)
    return index


def _fill(
    index: PlanIndex,
    observations: Iterable[Observation],
    raw: dict[_SlotKey, list[Observation]],
    reporters: dict[str, set[UnitId]],
) -> None:
    measures, known_units = index.measures, index.tree.start
    bound: dict[tuple[str, Dims], Dims] = {}
    for observation in observations:
        name, unit = observation.measure_id, observation.unit_id
        measure = measures.get(name)
        if measure is None or unit not in known_units:
            continue
        dims = bound.get((name, observation.dims))
        if dims is None:
            dims = bound[(name, observation.dims)] = index.bind_dims(measure, observation.dims)
        if observation.state is State.STATED:
            index.stated[_key(observation, dims)] = observation
            continue
        slot = (name, observation.period.text, observation.kind, dims)
        raw.setdefault(slot, []).append(observation)
        reporters.setdefault(name, set()).add(unit)


def _key(observation: Observation, dims: Dims) -> Key:
    return Key(
        measure=observation.measure_id,
        unit=observation.unit_id,
        period=observation.period,
        kind=observation.kind,
        version=observation.version,
        dims=dims,
    )


def stated_at(index: PlanIndex, key: Key) -> Observation | None:
    """The printed figure kept for comparison at *key*: of its version, or of the newest when it names none.

    A figure printed for an earlier version says nothing about what counts now.
    """
    found = index.stated.get(key)
    if found is not None or key.version or not index.stated:
        return found
    newest = index.newest_version(key)
    return index.stated.get(evolve(key, version=newest)) if newest else None
