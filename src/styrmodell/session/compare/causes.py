"""What moved a computed figure: the changed inputs below it, on either side, and changes of how it is computed."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.model.observation import Observation
from styrmodell.session.compare.difference import ChangeGroup, Difference
from styrmodell.session.compare.field_words import SETTINGS
from styrmodell.session.compare.observations import Series, series_of

_OBJECT = "objekt"
# Changes of a measure that leave its figures as they are.
_SILENT_FIELDS = (
    "name",
    "description",
    "owner",
    "reporting_owner",
    "system",
    "reporting",
    "steering",
    "goals",
    "target",
    "tolerance",
    "baseline",
    "direction",
    "decimals",
)
_JUDGING = (ChangeGroup.TARGET, ChangeGroup.STATUS, ChangeGroup.OBJECT)
_ORDERS = ("units", "hierarchies", "dimensions")


@define(kw_only=True, eq=False)
class Causes:
    """Finds the changes that moved a figure.

    Attributes:
        by_series: What has changed in the series of a reported figure.
        lifted: Series of figures that are made of objects' amounts and that differ.
        objects: Changes of objects.
    """

    by_series: Mapping[Series, tuple[str, ...]]
    lifted: frozenset[Series]
    objects: tuple[Difference, ...]
    weights: Mapping[str, str]
    _by_object: dict[str, list[str]] = field(factory=dict)
    _rules: dict[str, list[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for change in self.objects:
            name = change.object.partition("@")[0]
            self._by_object.setdefault(name, []).append(change.ref)
            if change.object_kind == "measures" and change.field.partition(".")[0] not in _SILENT_FIELDS:
                self._rules.setdefault(name, []).append(change.ref)

    def judging(self, name: str) -> Iterator[str]:
        """Refs of changed targets, statuses and assessments of the measure or goal *name*."""
        for change in self.objects:
            if change.group in _JUDGING and change.object.partition("@")[0] == name:
                yield change.ref

    def of_report(self, report: str) -> tuple[str, ...]:
        """Refs of the changed settings of a report, for a figure below which nothing has changed."""
        own = (one.ref for one in self.objects if one.object_kind == SETTINGS and one.object == f"reports.{report}")
        return tuple(dict.fromkeys(own))

    def of(self, old: Explanation | None, new: Explanation | None) -> tuple[str, ...]:
        """Refs of the changes below a figure, each once, in the order its working names them."""
        steps = [step for working in (new, old) if working is not None for step in _steps(working)]
        figures = dict.fromkeys(series for step in steps for series in map(series_of, step.observations))
        measures = dict.fromkeys(step.bound.measure for step in steps if isinstance(step.bound, Key))
        found = [*self._below(figures), *(ref for name in measures for ref in self._rules.get(name, ()))]
        weights = {self.weights[name] for name in measures if name in self.weights}
        found += [ref for series, refs in self.by_series.items() if series[0] in weights for ref in refs]
        if not found:
            found = [change.ref for change in self.objects if change.object_kind in _ORDERS]
        return tuple(dict.fromkeys(found))

    def _below(self, figures: Iterable[Series]) -> Iterator[str]:
        for series in figures:
            yield from self.by_series.get(series, ())
            if series in self.lifted:
                yield from self._by_object.get(dict(series[4]).get(_OBJECT, ""), ())


def _steps(working: Explanation) -> Iterator[Explanation]:
    """The step and those below it, down to the figures that were reported."""
    yield working
    if not working.observations:
        for child in working.children:
            yield from _steps(child)


def refs_by_series(told: Iterable[tuple[Series, Iterable[Difference]]]) -> dict[Series, tuple[str, ...]]:
    """What other changes call the changes of each series."""
    return {series: tuple(dict.fromkeys(change.ref for change in changes)) for series, changes in told}


def differing_lifted(old: Iterable[Observation], new: Iterable[Observation]) -> frozenset[Series]:
    """Series of lifted figures that differ; what is the same stands on both sides."""
    before, after = set(old), set(new)
    return frozenset(series_of(one) for one in before ^ after)
