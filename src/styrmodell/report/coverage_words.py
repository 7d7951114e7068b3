"""How many of the figures that something rests on are no reports of their own time, in words."""

from collections.abc import Iterator

from styrmodell.aggregation.coverage import Coverage
from styrmodell.finding import Text

_ONE = (Text(sv="framförd", en="carried forward"), Text(sv="uppskattad", en="estimated"))
_MANY = (Text(sv="framförda", en="carried forward"), Text(sv="uppskattade", en="estimated"))


def doubtful_words(coverage: Coverage, lang: str = "sv", of: str = "") -> Iterator[str]:
    """How many are carried forward and how many estimated ("2 framförda", "1 uppskattad"); those that none is left out.

    Args:
        of: What stands after the number (" av 3").
    """
    for at, count in enumerate((coverage.carried, coverage.estimates)):
        if count:
            yield f"{count}{of} {(_ONE if count == 1 else _MANY)[at].get(lang)}"
