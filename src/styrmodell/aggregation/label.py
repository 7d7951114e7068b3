"""What people call a bound key."""

from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import kind_word


def key_label(index: PlanIndex, key: Key) -> str:
    """Name *key*: "Ekonomisk redovisning, SUMMA VERKSAMHET, Netto, budget 2020"; ids where no name is known."""
    measure = index.measures.get(key.measure)
    words = [measure.name if measure else key.measure]
    for dimension, member in key.dims:
        split = index.splits.get(dimension)
        if split is not None:
            words.append(split.names.get(member, member))
    version = f" {key.version}" if key.version else ""
    return ", ".join([*words, f"{kind_word(key.kind)}{version} {key.period.text}"])
