"""What the workspace knows today of what a form asks for."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import define, field

from styrmodell.aggregation.split import bind_dims
from styrmodell.errors import TextError
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MONEY, Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.session.collect.form_file import Field
from styrmodell.session.workspace import Workspace

_Key = tuple[object, ...]
_MONEY_UNITS = ("kr", "tkr", "mnkr")


@define(kw_only=True, eq=False)
class Known:
    """The standing figures of a workspace, by what they are figures of."""

    workspace: Workspace
    _standing: dict[_Key, Observation] = field(init=False)
    _largest: dict[_Key, Fraction] = field(init=False)
    _measures: Mapping[str, Measure] = field(init=False)

    def __attrs_post_init__(self) -> None:
        index = self.workspace.evaluator.index
        self._measures, self._standing, self._largest = index.measures, {}, {}
        for one in self.workspace.publisher.plan.observations:
            measure = self._measures.get(one.measure_id)
            if one.state is State.STATED or measure is None:
                continue
            dims = bind_dims(measure, index.splits, one.dims)
            size = abs(Fraction(one.value or 0))
            for place in ((one.measure_id, dims), (one.measure_id,)):
                self._largest[place] = max(size, self._largest.get(place, size))
            key = (one.measure_id, one.unit_id, one.period, one.kind, one.version, dims)
            known = self._standing.get(key)
            if known is None or _rank(one) > _rank(known):
                self._standing[key] = one

    def measure(self, asked: Field) -> Measure | None:
        """The measure that *asked* is a figure of; None where the plan has it no longer, or it is now derived."""
        found = self._measures.get(asked.measure)
        return found if found is not None and found.definition is None else None

    def unknown(self, asked: Field) -> tuple[str, str] | None:
        """What of *asked* the plan no longer has, and its name; None where it has all."""
        index = self.workspace.evaluator.index
        measure = self.measure(asked)
        if measure is None:
            return "måttet", asked.measure
        if asked.unit not in index.units:
            return "enheten", asked.unit
        if tuple(name for name, _ in asked.members) != tuple(map(str, measure.dimensions)):
            return "måttets indelningar", ", ".join(name for name, _ in asked.members)
        if (measure.unit == MONEY) != (asked.printed in _MONEY_UNITS):
            return "måttets enhet", asked.printed or "antal"
        for name, member in asked.members:
            if member not in index.splits[name].parts:
                return f"medlemmen i {name}", member
        return None if _kind(asked) and _period(asked) else ("perioden", f"{asked.period} {asked.kind}")

    def largest(self, asked: Field) -> Fraction:
        """The largest amount, of any unit and period, of the same measure and members, in the measure's unit."""
        return self._largest.get((asked.measure, asked.members), Fraction(0))

    def largest_of(self, measure: str) -> Fraction:
        """The largest amount of *measure* that the plan has, in its unit."""
        return self._largest.get((measure,), Fraction(0))

    def has(self, asked: Field, value: Fraction) -> bool:
        """Whether *value*, as its cell holds it, is what stands today."""
        standing = self.standing(asked)
        known = standing.value if standing is not None else None
        return known is not None and Fraction(known) == value * Fraction(asked.factor)

    def standing(self, asked: Field) -> Observation | None:
        """The figure that stands today for *asked*; None where there is none."""
        dims: Dims = asked.members
        return self._standing.get(
            (asked.measure, asked.unit, _period(asked), _kind(asked), asked.version, dims),
        )


def figure_of(asked: Field) -> Observation:
    """An observation of what *asked* asks for, without a value; what unknown() told of raises ValueError."""
    kind, period = _kind(asked), _period(asked)
    if kind is None or period is None:
        raise ValueError(asked.id)
    return Observation(
        measure_id=asked.measure,
        unit_id=asked.unit,
        period=period,
        kind=kind,
        version=asked.version,
        dims=asked.members,
    )


def _kind(asked: Field) -> Kind | None:
    return next((kind for kind in Kind if kind.value == asked.kind), None)


def _period(asked: Field) -> Period | None:
    try:
        return Period.parse(asked.period)
    except TextError:
        return None


def _rank(one: Observation) -> tuple[bool, bool, date]:
    return (one.state is State.SETTLED, bool(one.correction), one.reported or date.min)
