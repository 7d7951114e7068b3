"""What the sections write with: the unit, its months, those below it, and what has been doubtful so far."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import define, field

from styrmodell.api import (
    Block,
    Cell,
    Context,
    Dims,
    Expression,
    Finding,
    Kind,
    Measure,
    Observation,
    Paragraph,
    Period,
    Unit,
    UnitId,
    Value,
    existed,
)
from styrmodell_dalarna.rapport.months import Months, months_of

LACKING = "Underlag saknas:"
# The measure that income and costs are told by.
ECONOMY = "ekonomi"


@define(kw_only=True, eq=False, slots=False)
class Writer:
    """Writes one report.

    Attributes:
        doubts: What the sections have found doubtful.
    """

    context: Context
    doubts: list[Finding] = field(factory=list)

    @cached_property
    def months(self) -> Months:
        """What the report speaks of."""
        return months_of(self.context.period)

    @property
    def unit(self) -> Unit:
        """The unit the report is about."""
        return self.context.unit

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """The plan's measures by id."""
        return {measure.id: measure for measure in self.context.plan.measures}

    @cached_property
    def units(self) -> Mapping[UnitId, Unit]:
        """The plan's units by id."""
        return {unit.id: unit for unit in self.context.plan.units}

    @cached_property
    def children(self) -> tuple[Unit, ...]:
        """The units that tables tell apart: those directly below at the end of the month.

        Where that is one alone, as the only administration of a body, they are those below it.
        """
        found = self._under(self.unit.id)
        while len(found) == 1 and (lower := self._under(found[0].id)):
            found = lower
        return found

    def _under(self, unit: UnitId) -> tuple[Unit, ...]:
        day = self.months.month.last_day
        return tuple(one for one in self.units.values() if one.parent_id == unit and existed(one, day))

    @cached_property
    def within(self) -> frozenset[UnitId]:
        """The unit and all below it."""
        return self.below(self.unit.id)

    @cached_property
    def above(self) -> tuple[UnitId, ...]:
        """The unit and those above it, the nearest first."""
        found = [self.unit.id]
        while True:
            parent = self.units[found[-1]].parent_id
            if parent is None or parent not in self.units or parent in found:
                return tuple(found)
            found.append(parent)

    @property
    def top(self) -> UnitId:
        """The highest unit above."""
        return self.above[-1]

    def below(self, unit: UnitId) -> frozenset[UnitId]:
        """*unit* and all below it."""
        found, waiting = {unit}, [unit]
        while waiting:
            at = waiting.pop()
            new = [one.id for one in self.units.values() if one.parent_id == at and one.id not in found]
            found.update(new)
            waiting.extend(new)
        return frozenset(found)

    def value(
        self,
        measure: str | Expression,
        *,
        unit: str | None = None,
        period: Period | None = None,
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        dims: Dims = (),
    ) -> Value:
        """One value; by default the unit's, of the year so far."""
        return self.context.value(
            measure, unit=unit, period=period or self.months.so_far, kind=kind, version=version, dims=dims
        )

    def is_told(self, measure: str, *, period: Period | None = None, kind: Kind = Kind.OUTCOME) -> bool:
        """Whether *measure* has a figure of the unit; by default of the month."""
        if measure not in self.measures:
            return False
        return self.value(measure, period=period or self.months.month, kind=kind).exact is not None

    def observations(self, measure: str, kind: Kind, version: str) -> tuple[Observation, ...]:
        """What was told of *measure*, at the unit or below it, in one version."""
        found = self._told.get((measure, kind, version), ())
        return tuple(one for one in found if one.unit_id in self.within)

    def figures(self, measure: str, unit: str) -> tuple[Observation, ...]:
        """The outcomes of *measure* that *unit* itself has told."""
        return tuple(one for one in self._told.get((measure, Kind.OUTCOME, ""), ()) if one.unit_id == unit)

    @cached_property
    def _told(self) -> Mapping[tuple[str, Kind, str], list[Observation]]:
        found: dict[tuple[str, Kind, str], list[Observation]] = {}
        for one in self.context.plan.observations:
            found.setdefault((one.measure_id, one.kind, one.version), []).append(one)
        return found

    def text(self, part: str, figures: Mapping[str, Cell] = MappingProxyType({})) -> tuple[Block, ...]:
        """The running text of *part*: the section "<part>-<unit>-<month>", as "sammanfattning-hsn-2024-07".

        Month, tertial and interim report of one month share it: what is said once is said the same everywhere.
        """
        found = self.context.narrative(f"{part}-{self.unit.id}-{self.months.month.text}", figures)
        self.doubts.extend(found.findings)
        return found.blocks


def lacking(what: str) -> Block:
    """What stands where a section has no input: a gap that is seen."""
    return Paragraph(text=f"{LACKING} {what}.")
