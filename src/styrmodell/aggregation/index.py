"""The index: every observation in its slot, sorted when first asked for.

Explanations and values are read from stretches of a slot, so that neither needs lists of what lies below
each unit, and a report of 500 cells touches the slots of 500 cells.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation.additions import FLOWS, Additions
from styrmodell.aggregation.additions_below import nobody
from styrmodell.aggregation.counterparties import Counterparties
from styrmodell.aggregation.expected import Reporting
from styrmodell.aggregation.filed import Filed
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.label import Labels
from styrmodell.aggregation.slot import Slot
from styrmodell.aggregation.slot_builder import SlotBuilder, Sources
from styrmodell.aggregation.split import Split, bind_dims, make_split
from styrmodell.aggregation.told_periods import ToldPeriods
from styrmodell.aggregation.traits import PLAIN_TRAITS, RuleTraits
from styrmodell.aggregation.unit_orders import AS_THEN, Order, UnitOrders
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.aggregation.version import Versions
from styrmodell.aggregation.weights import weight_of_each
from styrmodell.model.expression import Ref, walk
from styrmodell.model.ids import UnitId, require_known
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit

_NO_VERSIONS = Versions()


@define(kw_only=True, eq=False, slots=False)
class PlanIndex:
    """A plan made ready for questions, in one order of its units.

    Safe to share between threads: what it caches is only ever replaced by its equal.

    Attributes:
        traits: What the plan's rules need of their figures.
        orders: The trees of units, one for each time that differs.
        filed: The observations, each in its slot.
    """

    plan: Plan
    versions: Versions
    traits: RuleTraits
    orders: UnitOrders
    measures: dict[str, Measure]
    splits: dict[str, Split]
    filed: Filed
    _slots: dict[tuple[Any, ...], Slot] = field(factory=dict)
    _additions: dict[tuple[str, Kind, Dims, bool], Additions] = field(factory=dict)

    @cached_property
    def units(self) -> Mapping[UnitId, Unit]:
        """Every unit of the plan by its id, also those that have ceased."""
        return {unit.id: unit for unit in reversed(self.plan.units)}

    @cached_property
    def counterparties(self) -> Counterparties:
        """Tells which unit is on the other side of a figure."""
        return Counterparties(units=self.units)

    @cached_property
    def tree(self) -> UnitTree:
        """The units of the plan's own period."""
        return self.orders.tree(self.plan.period)

    @cached_property
    def _reporting(self) -> Reporting:
        return Reporting(units=self.units, orders=self.orders, reporters=self._who_reported)

    def _who_reported(self, measure: str) -> Collection[UnitId]:
        return self.filed.reporters.get(measure, ())

    def slot(self, key: Key, *, settled: bool = True, carried: bool = True) -> Slot:
        """The figures of *key*'s measure, period, kind, version and members, over all units.

        Args:
            settled: Whether what was settled stands before what was reported.
            carried: Whether older figures are carried forward where the measure says so.
        """
        # Where nothing is settled or carried forward, with and without are the same slot.
        settled = settled and bool(self.filed.settled)
        carried = carried or self.measures[key.measure].missing is not MissingPolicy.CARRY_FORWARD
        asked = (key.measure, key.period.text, key.kind, key.dims, key.version, key.ie, settled, carried)
        found = self._slots.get(asked)
        if found is None:
            found = self._slots[asked] = self._build_slot(key, settled, carried)
        return found

    @cached_property
    def versions_told(self) -> Mapping[tuple[str, str, Kind], Collection[str]]:
        """The versions that have figures of a measure for a period and kind."""
        found: dict[tuple[str, str, Kind], set[str]] = {}
        for (measure, period, kind, _), observations in self.filed.raw.items():
            found.setdefault((measure, period, kind), set()).update(o.version for o in observations)
        return found

    @cached_property
    def labels(self) -> Labels:
        """Names what is asked for."""
        return Labels(measures=self.measures, splits=self.splits)

    @cached_property
    def _periods(self) -> ToldPeriods:
        return ToldPeriods(filed=self.filed)

    def periods(self, key: Key) -> tuple[Period, ...]:
        """The periods for which somebody reported *key*'s measure, kind and members; in order of time."""
        return self._periods.of((self.base_of(key.measure), key.kind, key.dims))

    def may_share(self, key: Key) -> bool:
        """Whether another period with figures of *key*'s measure, kind and members shares months with its own."""
        return self._periods.may_share((self.base_of(key.measure), key.kind, key.dims), key.period)

    def base_of(self, measure: str) -> str:
        """The measure whose figures *measure* folds: another one where it says so."""
        known = self.measures.get(measure)
        return known.of_id if known is not None and known.of_id else measure

    def slot_keys(self) -> Iterator[Key]:
        """A key for every slot that has observations: the newest version, at the first root."""
        root = self.tree.order[0] if self.tree.order else ""
        for (measure, _, kind, dims), found in self.filed.raw.items():
            yield Key(measure=measure, unit=root, period=found[0].period, kind=kind, dims=dims)

    def asked(self, measure: str) -> tuple[tuple[Period, Kind], ...]:
        """The periods and kinds for which *measure*, or what its definition uses, has figures; in order of time."""
        known = self.measures.get(measure)
        definition = known.definition if known is not None else None
        parts = walk(definition) if definition is not None else ()
        names = {self.base_of(measure), *(self.base_of(part.measure) for part in parts if isinstance(part, Ref))}
        found = {(Period.parse(text), kind) for name, text, kind, _ in self.filed.raw if name in names}
        return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].value)))

    def reporters(self, measure: str, unit: str) -> tuple[UnitId, ...]:
        """Units at or below *unit* that have ever reported *measure*, in the order of the organisation."""
        if unit not in self.tree.start:
            return ()
        first, last = self.tree.interval(unit)
        names = (name for name in self.filed.reporters.get(self.base_of(measure), ()) if name in self.tree.start)
        found = sorted(self.tree.start[name] for name in names)
        return tuple(UnitId(self.tree.order[position]) for position in found if first <= position < last)

    def reports_itself(self, key: Key) -> bool:
        """Whether *key*'s unit itself reported anything of the measure for the period and kind."""
        base = (self.base_of(key.measure), key.period.text, key.kind)
        slots = (found for known, found in self.filed.raw.items() if known[:3] == base)
        return any(observation.unit_id == key.unit for found in slots for observation in found)

    def has_counterparties(self, measure: str) -> bool:
        """Whether some figure of *measure* has a unit of the plan on its other side."""
        return self.base_of(measure) in self._with_counterparties

    @cached_property
    def _with_counterparties(self) -> frozenset[str]:
        return frozenset(
            key[0]
            for key, found in self.filed.raw.items()
            if any(one.counterparty and self.counterparties.unit(one.counterparty) for one in found)
        )

    def settled_at(self, key: Key) -> bool:
        """Whether *key*'s very unit has a settled figure there."""
        found = self.filed.settled.get((key.measure, key.period.text, key.kind, key.dims), ())
        if not any(one.unit_id == key.unit and key.version in ("", one.version) for one in found):
            return False
        slot = self.slot(key)
        own = slot.own(slot.tree.start[key.unit]) if key.unit in slot.tree.start else ()
        return any(one.state is State.SETTLED for one in own)  # that of an earlier version does not stand

    def settled_below(self, key: Key) -> bool:
        """Whether a unit below *key*'s has a settled figure for its very members, period and kind."""
        found = self.filed.settled.get((key.measure, key.period.text, key.kind, key.dims), ())
        tree = self.orders.tree(key.period)
        if not found or key.unit not in tree.start:
            return False
        first, last = tree.interval(key.unit)
        return any(first < tree.start.get(one.unit_id, -1) < last for one in found)

    def bind_dims(self, measure: Measure, *choices: Dims) -> Dims:
        """One pair for every dimension of *measure*: the first of *choices* that names it, else its root."""
        return bind_dims(measure, self.splits, *choices)

    def _build_slot(self, key: Key, settled: bool, carried: bool) -> Slot:
        measure = self.measures[key.measure]
        base = (self.base_of(key.measure), key.period.text, key.kind, key.dims)
        additions, adds_up = self.additions(key), measure.rule in self.traits.adding
        return SlotBuilder(
            key=key,
            measure=measure if carried else evolve(measure, missing=MissingPolicy.PARTIAL),
            base=base[0],
            versions=self.versions,
            orders=self.orders,
            reporting=self._reporting,
            in_parts=measure.rule in self.traits.in_parts,
            adds_up=adds_up,
            sources=Sources(
                raw=self._counted(key, measure),
                settled=self.filed.settled.get((key.measure, *base[1:]), ()) if settled else (),
                earlier=self._earlier(key),
                weights=self._weights(key, measure),
                over=additions.over(key.period) if additions is not None and adds_up else (),
                alone=additions.alone(key.period) if additions is not None else (),
                is_open=any(member in self.splits[name].codes for name, member in key.dims if name in self.splits),
            ),
        ).build()

    def _counted(self, key: Key, measure: Measure) -> Sequence[Observation]:
        raw: Sequence[Observation] = self.filed.raw.get(
            (self.base_of(measure.id), key.period.text, key.kind, key.dims), ()
        )
        additions = self.additions(key)
        if additions is None:
            return raw
        is_flow, itemised = measure.over_time in FLOWS, measure.rule in self.traits.adding
        return additions.counted(raw, key.period, adds_over_time=is_flow, itemised=itemised)

    def additions(self, key: Key) -> Additions | None:
        """What adds to figures of *key*'s measure, kind and members; None where nothing can, as in one version."""
        if key.version or not self.versions.additions:
            return None
        base = (self.base_of(key.measure), key.kind, key.dims)
        # Of units that never make a total none adds to another.
        alone = self.measures[key.measure].rule in self.traits.alone
        found = self._additions.get((*base, alone))
        if found is None:
            told, above = self.filed.raw, nobody if alone else self.orders.folded_into
            slots = ((one, told.get((base[0], one.text, *base[1:]), ())) for one in self.periods(key))
            found = self._additions[(*base, alone)] = Additions.of(self.versions, slots, above)
        return found if found.told else None

    def _earlier(self, key: Key) -> Callable[[], Iterator[Slot]]:
        def slots() -> Iterator[Slot]:
            for period in reversed(self.periods(key)):
                alike = period.months == key.period.months and period.rolling == key.period.rolling
                if alike and period.last < key.period.last:
                    yield self.slot(evolve(key, period=period), carried=False)

        return slots

    def _weights(self, key: Key, measure: Measure) -> Mapping[UnitId, Observation] | None:
        if measure.rule not in self.traits.weighted:
            return None
        other = self.measures.get(measure.weight_id or "")
        if other is None:
            return {}
        dims = self.bind_dims(other, key.dims)
        newest = Key(measure=other.id, unit="", period=key.period, kind=key.kind, dims=dims)
        named = self.slot(evolve(newest, version=key.version)).observations if key.version else ()
        return weight_of_each(named or self.slot(newest).observations)


def build_index(
    plan: Plan,
    versions: Versions = _NO_VERSIONS,
    traits: RuleTraits = PLAIN_TRAITS,
    *,
    order: Order = AS_THEN,
    today: date | None = None,
) -> PlanIndex:
    """Put every observation of *plan* in its slot.

    Args:
        versions: The profile's versions and additions.
        traits: What the rules need of their figures.
        order: Which hierarchy the units are folded in, and of which day.
        today: The day that "now" is.

    Raises:
        UnknownNameError: The plan has no such hierarchy.
    """
    hierarchies = {known.id: known for known in reversed(plan.hierarchies)}
    if order.hierarchy:
        require_known("hierarchy", order.hierarchy, hierarchies)
    hierarchy = next((known for name, known in hierarchies.items() if name == order.hierarchy), None)
    splits: dict[str, Split] = {dimension.id: make_split(dimension) for dimension in reversed(plan.dimensions)}
    measures: dict[str, Measure] = {measure.id: measure for measure in reversed(plan.measures)}
    filed = Filed(measures=measures, units=frozenset(unit.id for unit in plan.units), splits=splits)
    filed.fill(plan.observations)
    return PlanIndex(
        plan=plan,
        versions=versions,
        traits=traits,
        orders=UnitOrders(units=plan.units, order=order, hierarchy=hierarchy, today=today),
        measures=measures,
        splits=splits,
        filed=filed,
    )
