"""Parts of a period in a newer version than the whole of it.

A budget revised by month, beside one that was decided for the year: the newest stands where its parts make the whole.
Where they do not, nobody knows how much of the older is left, and it stands, told.
"""

from collections.abc import Collection, Mapping

from attrs import define, evolve

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.reported_periods import ReportedPeriods, Units
from styrmodell.aggregation.time_codes import NEWER_IN_PART, SETTLED_OLDER
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class NewerParts:
    """Finds the periods inside another for which a unit has told a newer version."""

    index: PlanIndex

    def of(self, key: Key, unit: str, parts: Mapping[Period, Units]) -> tuple[Period, ...]:
        """Those of *parts* that *unit* told in a newer version than *key*'s period."""
        return self._of(key, unit, parts) if self._has_versions(key, parts) else ()

    def _of(self, key: Key, unit: str, parts: Mapping[Period, Units]) -> tuple[Period, ...]:
        whole = self._place(key, unit)
        own = (period for period, units in parts.items() if unit in units)
        return tuple(period for period in own if self._place(evolve(key, period=period), unit) > whole)

    def is_below(self, key: Key, found: ReportedPeriods) -> bool:
        """Whether somebody below who told the whole of the period has told parts of it anew."""
        return self._has_versions(key, found.parts) and any(self._of(key, unit, found.parts) for unit in found.whole)

    def make_all(self, key: Key, found: ReportedPeriods, pieces: Collection[Period]) -> bool:
        """Whether everybody who told the whole of the period has told each of *pieces* anew."""
        if not found.whole or not pieces or not self._has_versions(key, found.parts):
            return False
        return all(set(pieces) <= set(self._of(key, unit, found.parts)) for unit in found.whole)

    def told(self, whole: Explanation, key: Key, found: ReportedPeriods) -> Explanation:
        """*whole*, which stands, with a finding for each unit that has told parts of it anew."""
        if not self._has_versions(key, found.parts):
            return whole
        newer = {unit: self._of(key, unit, found.parts) for unit in found.whole}
        findings = tuple(
            (SETTLED_OLDER if self._is_settled(key, unit) else NEWER_IN_PART).at(
                next(iter(whole.sources), Source()),
                newer=max(self._place(evolve(key, period=one), unit) for one in parts)[1] or "–",
                parts=", ".join(one.text for one in sorted(parts)),
                version=self._place(key, unit)[1] or "–",
                asked=key.period.text,
                unit=unit,
                cell=key.cell,
            )
            for unit, parts in newer.items()
            if parts
        )
        return evolve(whole, own_findings=(*whole.own_findings, *findings)) if findings else whole

    def _has_versions(self, key: Key, parts: Mapping[Period, Units]) -> bool:
        """Whether more than one version was told at all: so cheap that most need no more."""
        if key.version or not parts:
            return False
        base, told = self.index.base_of(key.measure), self.index.versions_told
        names = {name for one in (key.period, *parts) for name in told.get((base, one.text, key.kind), ())}
        settled = self.index.filed.settled.get((key.measure, key.period.text, key.kind, key.dims), ())
        return len(names.union(one.version for one in settled)) > 1

    def _is_settled(self, key: Key, unit: str) -> bool:
        return self.index.settled_at(evolve(key, unit=unit))

    def _place(self, key: Key, unit: str) -> tuple[int, str]:
        """How new the figure of *unit* is for *key*'s period, whatever has been added to it."""
        slot, versions = self.index.slot(key, carried=False), self.index.versions
        own = slot.own(slot.tree.start[unit]) if unit in slot.tree.start else ()
        names = [one.version for one in own if one.unit_id == unit]
        additions = self.index.additions(key)
        if additions is not None and any(name in versions.additions for name in names):
            known = additions.bases.get(UnitId(unit), {}).get(key.period)
            if known is not None:
                return known
        return max((versions.place(name) for name in names), default=(-1, ""))
