"""Stated figures: what was printed, compared with what is computed. They never feed a value."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve, frozen

from styrmodell.aggregation.codes import STATED_ALONE, STATED_DIFFERS, STATED_ROUNDS
from styrmodell.aggregation.compare import plain_figure, tolerance
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.finding import Finding, Findings
from styrmodell.model.expression import Ref, walk
from styrmodell.model.observation import Observation
from styrmodell.source import Source


@frozen(kw_only=True)
class Printed:
    """A printed figure.

    Attributes:
        value: In the unit of what is computed; a share of one.
        step: The size of one step in its last printed digit, in the same unit; 0 where it is exact.
        cell: The id of the cell it is printed in.
    """

    value: Fraction
    step: Fraction
    cell: str
    source: Source

    def compare(self, computed: Explanation) -> tuple[Finding, ...]:
        """What differs from *computed*: outside the rounding, within it, or that there is nothing to compare with."""
        words = {"stated": plain_figure(self.value, computed.unit), "cell": self.cell}
        if computed.exact is None:
            return (STATED_ALONE.at(self.source, **words),)
        value = Fraction(computed.exact)
        if self._rounded(value) == self.value:
            return ()
        allowed = tolerance(computed, self.step)
        words["computed"] = plain_figure(value, computed.unit)
        if allowed is None or abs(value - self.value) <= allowed:
            return (STATED_ROUNDS.at(self.source, **words),)
        return (STATED_DIFFERS.at(self.source, tolerance=plain_figure(allowed, computed.unit), **words),)

    def _rounded(self, value: Fraction) -> Fraction:
        """*value* as it prints in whole steps, a half away from zero."""
        if not self.step:
            return value
        steps = abs(value) / self.step + Fraction(1, 2)
        return (1 if value >= 0 else -1) * (steps.numerator // steps.denominator) * self.step


def check_stated(evaluator: Evaluator) -> Findings:
    """Compare every stated figure of the plan with the computed one.

    Returns:
        A warning for each outside the rounding of its digits and its operands', a note for each that differs
        inside it, a note for each that cannot be computed.
    """
    pairs = ((key, observation) for key, observation in evaluator.index.filed.stated.items())
    return Findings(told for key, stated in pairs for told in _compare(evaluator.explain_key(key), stated, key))


def check_stated_at(evaluator: Evaluator, keys: Iterable[Key]) -> Findings:
    """The same for the figures of *keys* alone: those of one document."""
    found = ((key, stated_at(evaluator.index, key)) for key in keys)
    pairs = ((key, stated) for key, stated in found if stated is not None)
    return Findings.gather(*(_compare(evaluator.explain_key(key), stated, key) for key, stated in pairs))


def _compare(computed: Explanation, stated: Observation, key: Key) -> tuple[Finding, ...]:
    """What is told has the printed figure's own version, so that a document and the whole check say the same."""
    if stated.value is None:
        return ()
    printed = Printed(
        value=Fraction(stated.value),
        step=Fraction(stated.precision or 0),
        cell=evolve(key, version=stated.version).cell,
        source=stated.source,
    )
    return printed.compare(computed)


def stated_at(index: PlanIndex, key: Key) -> Observation | None:
    """The printed figure kept for comparison at *key*: of its version, or of the newest when it names none.

    A figure printed for an earlier version says nothing about what counts now.
    """
    found = index.filed.stated.get(key)
    if found is not None or key.version or not index.filed.stated:
        return found
    newest = newest_version(index, key)
    return index.filed.stated.get(evolve(key, version=newest)) if newest else None


def _of_parts(index: PlanIndex, key: Key, seen: frozenset[str]) -> set[str]:
    """The versions of what a derived measure is computed from: a figure printed for an earlier one is of the past."""
    measure = index.measures.get(index.base_of(key.measure))
    if measure is None or measure.definition is None or measure.id in seen:
        return set()
    found: set[str] = set()
    for part in walk(measure.definition):
        if isinstance(part, Ref) and part.version is None and part.kind in (None, key.kind) and part.shift is None:
            base = index.base_of(part.measure)
            found |= set(index.versions_told.get((base, key.period.text, key.kind), ()))
            found |= _of_parts(index, evolve(key, measure=part.measure), seen | {measure.id})
    return found


def newest_version(index: PlanIndex, key: Key) -> str:
    """The newest version that has figures of *key*'s measure, period and kind; of printed ones when no other.

    Where the period has figures, a newer version of a part of it is newer, too.
    """
    base, told = index.base_of(key.measure), index.versions_told
    names = set(told.get((base, key.period.text, key.kind), ()))
    names = names or _of_parts(index, key, frozenset())
    if names:
        inside = (one.text for one in index.periods(key) if one in key.period and not one.rolling)
        names = names.union(*(told.get((base, one, key.kind), ()) for one in inside))
    else:
        bare = evolve(key, version="")
        names = {known.version for known in index.filed.stated if evolve(known, version="") == bare}
    return max(names, key=index.versions.place, default="")
