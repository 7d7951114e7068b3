"""Which cells of a form are filled in: those that are one underived figure of the form's own unit."""

from collections.abc import Iterable, Mapping

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import State
from styrmodell.model.lifting.lifted_measures import OBJECT
from styrmodell.model.measure import Measure
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.report.table import Cell

_ONE_FIGURE = (Op.OBSERVED, Op.OWN, Op.MISSING)
# Of a sum of parts: somebody told it as a whole, or nobody has told anything.
_OF_PARTS = (Op.TOTAL, Op.MISSING, Op.ROLLED_UP)


@frozen(kw_only=True)
class Input:
    """A cell to fill in.

    Attributes:
        key: What is asked for, with the version of the figure that is known.
        known: The figure that is known, in the measure's unit; None where there is none.
        last: The figure its order of magnitude is compared with: the known one, else the nearest other
            year's; nothing can be told by a nought.
    """

    key: Key
    measure: Measure
    known: Exact | None
    last: Exact | None


@define(kw_only=True, eq=False)
class InputFinder:
    """Finds the cells to fill in for one unit.

    Attributes:
        unit: The unit that fills in the form.
    """

    evaluator: Evaluator
    unit: str
    _reporters: dict[str, set[str]] = field(init=False)
    _history: dict[object, list[Observation]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._reporters, self._history = {}, {}
        for one in self.evaluator.index.plan.observations:
            if one.state is State.STATED:
                continue
            self._reporters.setdefault(one.measure_id, set()).add(one.unit_id)
            if one.unit_id == self.unit and one.value is not None:
                self._history.setdefault((one.measure_id, one.dims), []).append(one)

    def find(self, cells: Iterable[Cell]) -> Mapping[str, Input]:
        """The cells to fill in, by cell id; a figure that is printed twice is asked for in its first place."""
        asked = {cell.id: key for cell in cells if (key := self._plain_key(cell.explanation)) is not None}
        keys = set(asked.values())
        found: dict[str, Input] = {}
        taken: set[Key] = set()
        for cell in cells:
            key, working = asked.get(cell.id), cell.explanation
            if key is None or working is None or key in taken or not self._is_input(key, working, keys):
                continue
            taken.add(key)
            found[cell.id] = self._input(key, working)
        return found

    def reports(self, measure: Measure) -> bool:
        """Whether the unit has told figures of *measure*, or is to."""
        return self.unit in measure.expected or self.unit in self._reporters.get(measure.id, ())

    def is_reported(self, measure: Measure) -> bool:
        """Whether any unit is known to report *measure*."""
        return bool(measure.expected or self._reporters.get(measure.id))

    def _plain_key(self, working: Explanation | None) -> Key | None:
        """The key of a figure that is derived from no other, of the form's unit, uncut; None for all else."""
        key = working.bound if working is not None else None
        if not isinstance(key, Key) or key.unit != self.unit or key.ie or key.internal or key.within:
            return None
        measure = self.evaluator.index.measures.get(key.measure)
        if measure is None or measure.definition is not None or measure.of_id is not None:
            return None
        return None if OBJECT in measure.dimensions else key  # the objects themselves hold their amounts

    def _is_input(self, key: Key, working: Explanation, asked: set[Key]) -> bool:
        measure = self.evaluator.index.measures[key.measure]
        is_known = working.exact is not None
        if not is_known and not (self._is_lowest() or self.reports(measure)):
            return False  # the units below tell it
        if any(unit != self.unit for unit in working.missing):
            return False
        if not self._has_parts(key):
            return working.op in _ONE_FIGURE
        is_whole = working.op in _OF_PARTS and (working.op is not Op.ROLLED_UP or not is_known)
        return is_whole and not any(self._is_part(other, key) for other in asked)

    def _is_lowest(self) -> bool:
        return not any(known.parent_id == self.unit for known in self.evaluator.index.plan.units)

    def _has_parts(self, key: Key) -> bool:
        splits = self.evaluator.index.splits
        return any(splits[name].parts.get(member) for name, member in key.dims if name in splits)

    def _is_part(self, other: Key, whole: Key) -> bool:
        """Whether *other* is one of the figures that *whole* is the sum of."""
        if other == whole or evolve(other, dims=whole.dims) != whole:
            return False
        pairs = zip(other.dims, whole.dims, strict=True)
        return all(self._is_below(name, part, top) for (name, part), (_, top) in pairs)

    def _is_below(self, name: str, part: str, top: str) -> bool:
        split = self.evaluator.index.splits[name]
        front = [top]
        while front:
            member = front.pop()
            if member == part:
                return True
            front += split.parts.get(member, ())
        return False

    def _input(self, key: Key, working: Explanation) -> Input:
        told = working.observations[0] if len(working.observations) == 1 else None
        version = told.version if told is not None else key.version
        known = working.exact
        measure = self.evaluator.index.measures[key.measure]
        last = known or self._nearest(key)
        return Input(key=evolve(key, version=version), measure=measure, known=known, last=last)

    def _nearest(self, key: Key) -> Exact | None:
        """The figure of the nearest period, of as many months, for the same measure and members."""
        months = key.period.last - key.period.first
        told = self._history.get((key.measure, key.dims), [])
        same = [one for one in told if one.period.last - one.period.first == months and one.value]
        return min(same, key=lambda one: abs(one.period.first - key.period.first)).value if same else None
