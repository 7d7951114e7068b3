"""Filing: every observation in its slot, in the order in which they were read."""

from collections.abc import Iterable

from attrs import define, field

from styrmodell.aggregation.key import Key
from styrmodell.aggregation.split import Split, bind_dims
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation

# Measure, period, kind, members.
SlotKey = tuple[str, str, Kind, Dims]


@define(kw_only=True, eq=False)
class Filed:
    """The observations of a plan by what they are values of.

    Attributes:
        units: The plan's units; a figure of another, or of an unknown measure, is left out: model/check tells of it.
        raw: What was reported.
        settled: What somebody has decided.
        stated: What was printed, for comparison alone.
        reporters: Measure → the units that have ever reported it.
    """

    measures: dict[str, Measure]
    units: frozenset[UnitId]
    splits: dict[str, Split]
    raw: dict[SlotKey, list[Observation]] = field(factory=dict)
    settled: dict[SlotKey, list[Observation]] = field(factory=dict)
    stated: dict[Key, Observation] = field(factory=dict)
    reporters: dict[str, set[UnitId]] = field(factory=dict)
    _bound: dict[tuple[str, Dims], Dims] = field(factory=dict)

    def fill(self, observations: Iterable[Observation]) -> None:
        """Put each of *observations* in its slot."""
        # There are hundreds of thousands: what is asked of each is asked of a local name.
        known_units, bound, raw = self.units, self._bound, self.raw
        aside = (State.STATED, State.SETTLED)
        for observation in observations:
            name, unit = observation.measure_id, observation.unit_id
            if unit not in known_units:
                continue
            dims = bound.get((name, observation.dims))
            if dims is None:
                if name not in self.measures:
                    continue
                dims = bound[(name, observation.dims)] = self._dims(self.measures[name], observation.dims)
            if observation.state in aside:
                self._file_aside(observation, dims)
                continue
            slot = (name, observation.period.text, observation.kind, dims)
            found = raw.get(slot)
            if found is None:
                raw[slot] = [observation]
            else:
                found.append(observation)
        for (measure, *_), figures in raw.items():
            self.reporters.setdefault(measure, set()).update([one.unit_id for one in figures])

    def _file_aside(self, observation: Observation, dims: Dims) -> None:
        if observation.state is State.STATED:
            self.stated[stated_key(observation, dims)] = observation
            return
        slot = (observation.measure_id, observation.period.text, observation.kind, dims)
        self.settled.setdefault(slot, []).append(observation)

    def _dims(self, measure: Measure, dims: Dims) -> Dims:
        for name, member in dims:
            if name in self.splits:
                self.splits[name].take_code(member)
        return bind_dims(measure, self.splits, dims)


def stated_key(observation: Observation, dims: Dims) -> Key:
    """The key that a printed figure is compared at."""
    return Key(
        measure=observation.measure_id,
        unit=observation.unit_id,
        period=observation.period,
        kind=observation.kind,
        version=observation.version,
        dims=dims,
    )
