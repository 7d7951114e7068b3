"""The figures that running text may ask for: every measure of the plan, by its id."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from styrmodell.api import Cell, Context, Expression, Kind, Measure, Observation
from styrmodell_vasternorrland.form import units_below

# A plan's text speaks of what is planned, before what is thought or known.
_KINDS = (Kind.BUDGET, Kind.PLAN, Kind.FORECAST, Kind.OUTCOME)
_MONEY = "kr"
_SCALES = ("tkr", "mnkr")


@define(kw_only=True, eq=False)
class Figures(Mapping[str, Cell]):
    """Measures as figures for text: ``{{ besparing }}``, and money also ``{{ besparing.mnkr }}``.

    A measure has a figure where the unit, or one below it, has reported it for the plan's year, or for a longer time
    that holds the year. Nothing is computed before it is asked for.

    Attributes:
        others: Money with names of their own, in the plan's year.
    """

    context: Context
    others: Mapping[str, Expression] = field(factory=dict)
    _measures: dict[str, Measure] = field(init=False)
    _below: frozenset[str] = field(init=False)
    _reported: dict[str, Observation] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._measures = {measure.id: measure for measure in self.context.plan.measures}
        self._below = frozenset(units_below(self.context))
        self._reported = {}
        for one in sorted(filter(self._is_now, self.context.plan.observations), key=_rank):
            self._reported.setdefault(one.measure_id, one)

    def _is_now(self, one: Observation) -> bool:
        return (
            one.unit_id in self._below
            and self.context.period in one.period
            and one.kind in _KINDS
            and one.measure_id in self._measures
        )

    def __getitem__(self, name: str) -> Cell:
        key, _, scale = name.partition(".")
        decimals = None
        if key in self.others:
            value = self.context.value(self.others[key], kind=Kind.BUDGET)
        else:
            found, decimals = self._reported[key], self._measures[key].decimals
            value = self.context.value(key, period=found.period, kind=found.kind, version=found.version)
        if scale and (scale not in _SCALES or value.unit != _MONEY):
            raise KeyError(name)
        return self.context.figure(name, value, unit=scale, decimals=decimals)

    def __iter__(self) -> Iterator[str]:
        for key in (*self.others, *self._reported):
            yield key
            if key in self.others or self._measures[key].unit == _MONEY:
                yield from (f"{key}.{scale}" for scale in _SCALES)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _rank(one: Observation) -> tuple[int, int]:
    """The shortest time first, and the kind a plan speaks of."""
    return one.period.last - one.period.first, _KINDS.index(one.kind)
