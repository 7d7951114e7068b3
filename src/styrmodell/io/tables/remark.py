"""Words instead of numbers: kept in the comment of their value, and told once a file."""

from collections import Counter
from collections.abc import Sequence

from attrs import define, field

from styrmodell.io.problems import Problems
from styrmodell.io.tables.codes import WITHOUT_FIGURE
from styrmodell.io.tables.suppressed import Suppressed
from styrmodell.source import Source

_SHOWN = 6


@define
class RemarkCount:
    """How many values of a file are words."""

    _words: Counter[str] = field(factory=Counter)
    _first: str = ""

    def add(self, words: Sequence[Suppressed], source: Source) -> None:
        """Count the *words* of the value at *source*."""
        if not self._words:
            self._first = source.place
        self._words.update(word.word for word in words)

    def tell(self, problems: Problems) -> None:
        """Add one note, at the first of them."""
        if self._words:
            ranked = sorted(self._words.items(), key=lambda pair: (-pair[1], pair[0]))
            listed = ", ".join(f'"{word}" {count}' for word, count in ranked[:_SHOWN])
            more = " …" if len(ranked) > _SHOWN else ""
            problems.add(WITHOUT_FIGURE, self._first, count=str(self._words.total()), found=listed + more)


def remark_of(words: Sequence[Suppressed], comment: str) -> str:
    """A comment that keeps what stood in the cell, before what was written beside it."""
    remarks = dict.fromkeys(word.remark for word in words)
    return "; ".join((*remarks, comment) if comment else remarks)
