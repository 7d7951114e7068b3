"""What is told of additions to the figures of units below: both versions, both units and both periods."""

from collections.abc import Iterable

from styrmodell.aggregation.addition_codes import ADDED_TO_PART, NOT_ADDED_ABOVE
from styrmodell.aggregation.additions import Addition, Additions
from styrmodell.aggregation.key import Key
from styrmodell.finding import Finding
from styrmodell.model.period import Period
from styrmodell.source import Source

_FEW = 5


def not_added_above(additions: Additions, addition: Addition, key: Key) -> Finding:
    """That an addition to the figures of units below is not in the value."""
    return NOT_ADDED_ABOVE.at(_source(additions, addition), cell=key.cell, **_words(additions, addition))


def added_to_part(additions: Additions, addition: Addition, asked: Period, missing: Iterable[str]) -> Finding:
    """That an addition is in the value, but some of what it adds to is not."""
    words = _words(additions, addition)
    return ADDED_TO_PART.at(_source(additions, addition), asked=asked.text, missing=_listed(missing), **words)


def _source(additions: Additions, addition: Addition) -> Source:
    return additions.told[addition.unit][addition.version][addition.period][0].source


def _words(additions: Additions, addition: Addition) -> dict[str, str]:
    """Both versions, both units and both periods; of several below those in the newest version."""
    bases = additions.bases_of(addition.unit, addition.period)
    period = max(sorted(bases), key=bases.__getitem__)
    return {
        "addition": addition.version,
        "unit": addition.unit,
        "added": addition.period.text,
        "version": bases[period][1] or "–",
        "below": _listed(additions.below.units[(addition.unit, period)]),
        "reported": period.text,
    }


def _listed(names: Iterable[str]) -> str:
    """*names* in order, the first few of many."""
    known = sorted(set(names))
    return ", ".join(known[:_FEW]) + (" …" if len(known) > _FEW else "")
