"""Where the figures of a measure are: with itself, with the measure it folds, or with those of its definition."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.chosen import Wholes
from styrmodell.aggregation.version import Versions
from styrmodell.model.expression import Expression, Ref, walk
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation
from styrmodell.source import Source

Explain = Callable[[Expression, Place], Explanation]
_WITHOUT = (State.MISSING, State.NOT_APPLICABLE, State.STATED)
_Rank = tuple[tuple[int, str], bool, date, int]


@frozen(kw_only=True)
class Figure:
    """A figure of the plan, and where it comes from."""

    value: Exact
    source: Source = Source()
    explanation: Explanation | None = field(default=None, eq=False)


# The figure of a measure at a place; None where there is none.
LookUp = Callable[[Measure, Place], Figure | None]


def figure_names(measure: Measure) -> frozenset[str]:
    """The measures whose reported figures are those of *measure*."""
    parts = walk(measure.definition) if measure.definition is not None else ()
    return frozenset({measure.of_id or measure.id, *(part.measure for part in parts if isinstance(part, Ref))})


def make_look_up(explain: Explain) -> LookUp:
    """Look figures up as they are computed from what is reported."""

    def look_up(measure: Measure, place: Place) -> Figure | None:
        found = explain(Ref(measure=measure.id), place)
        if found.exact is None:
            return None
        return Figure(value=found.exact, source=next(iter(found.sources), Source()), explanation=found)

    return look_up


def observed(observation: Observation) -> Exact | None:
    """The figure that *observation* holds: its value, else numerator over denominator; None where it holds none."""
    if observation.state in _WITHOUT:
        return None
    if observation.value is not None:
        return observation.value
    if observation.numerator is None or not observation.denominator:
        return None
    return Fraction(observation.numerator) / Fraction(observation.denominator)


@define(kw_only=True, eq=False)
class OwnFigures:
    """Looks up what a unit itself reported.

    For a measure whose rule judges each figure: to compute its value would ask for the judgement that needs this.
    """

    observations: tuple[Observation, ...]
    versions: Versions
    wholes: Wholes
    _known: dict[str, dict[object, Observation]] = field(factory=dict)

    def look_up(self, measure: Measure, place: Place) -> Figure | None:
        """The unit's own figure of the newest version, a correction before what it corrects."""
        found = self._known.get(measure.id)
        if found is None:
            found = self._known[measure.id] = self._by_place(measure.id)
        one = found.get((place.unit, place.period.text, place.kind, self.wholes.parts(place.dims)))
        value = None if one is None else observed(one)
        return None if one is None or value is None else Figure(value=value, source=one.source)

    def _by_place(self, name: str) -> dict[object, Observation]:
        ranked: dict[object, tuple[_Rank, Observation]] = {}
        for at, one in enumerate(self.observations):
            if one.measure_id == name and one.state is not State.STATED:
                key = (one.unit_id, one.period.text, one.kind, self.wholes.parts(one.dims))
                dated = one.reported or one.dated or date.min
                rank = (self.versions.place(one.version), bool(one.correction), dated, at)
                if key not in ranked or rank > ranked[key][0]:
                    ranked[key] = (rank, one)
        return {key: one for key, (_, one) in ranked.items()}
