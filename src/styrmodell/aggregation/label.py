"""What people call a bound key."""

from collections.abc import Mapping

from attrs import define, field

from styrmodell.aggregation.key import Key
from styrmodell.aggregation.split import Split
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.period import Period


@define(kw_only=True, eq=False)
class Labels:
    """Names keys, each name once: a table asks the same of every unit."""

    measures: Mapping[str, Measure]
    splits: Mapping[str, Split]
    _known: dict[tuple[str, Kind, str, Dims, Period], str] = field(factory=dict)

    def of(self, key: Key) -> str:
        """Name *key* but for its unit: "Ekonomisk redovisning, Netto, budget 2020"; ids where no name is known."""
        asked = (key.measure, key.kind, key.version, key.dims, key.period)
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = self._named(key)
        return found

    def _named(self, key: Key) -> str:
        measure = self.measures.get(key.measure)
        told = (self.splits[name].names.get(member, member) for name, member in key.dims if name in self.splits)
        version = f" {key.version}" if key.version else ""
        words = (measure.name if measure else key.measure, *told, f"{kind_word(key.kind)}{version} {key.period.text}")
        return ", ".join(words)
