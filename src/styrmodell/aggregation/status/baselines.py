"""The figure of a written baseline, for the measure and the part that is asked for."""

from collections.abc import Mapping

from attrs import define

from styrmodell.aggregation.status.units import fits_measure
from styrmodell.model.baseline import Baseline, BaselineKind, BaselineValue
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.dimension import Dimension
from styrmodell.model.measure import Measure

_WITH_VALUES = (BaselineKind.VALUE, BaselineKind.VALUES, BaselineKind.AT_TARGET)


@define(kw_only=True, eq=False)
class BaselineReader:
    """Reads the figure that a baseline has for a part of a measure.

    Attributes:
        names: (dimension, member) → the words a baseline may call the member by, in lower case.
    """

    names: Mapping[tuple[str, str], frozenset[str]]

    def value(self, baseline: Baseline, measure: Measure, parts: frozenset[tuple[str, str]]) -> BaselineValue | None:
        """The one value of *baseline* for *parts*; None where it has none, several, or one in another unit.

        Args:
            parts: The (dimension, member) pairs that are asked for; empty for the whole, whose value has no label.
        """
        if baseline.kind not in _WITH_VALUES:
            return None
        found = [one for one in baseline.values if self._is_of(one, parts)]
        return found[0] if len(found) == 1 and _is_in_unit(found[0], measure) else None

    def _is_of(self, one: BaselineValue, parts: frozenset[tuple[str, str]]) -> bool:
        """Whether each of the labels names one of *parts*, and each of these is named."""
        labels = {label.casefold() for label in one.labels}
        known = [self.names.get(part, frozenset()) for part in parts]
        return len(labels) == len(known) and all(labels & words for words in known)


def make_reader(dimensions: tuple[Dimension, ...]) -> BaselineReader:
    """Prepare the members of *dimensions*; a member is called by its id or its name."""
    names = {
        (str(dimension.id), str(member.id)): frozenset({str(member.id).casefold(), member.name.casefold()} - {""})
        for dimension in dimensions
        for member in dimension.members
    }
    return BaselineReader(names=names)


def _is_in_unit(one: BaselineValue, measure: Measure) -> bool:
    number, unit = one.number, one.own_unit
    return number is not None and (unit == TRUTH or fits_measure(unit, number, measure))
