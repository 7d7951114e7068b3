"""Places in words: where figures were written, on one line."""

from collections.abc import Sequence
from itertools import groupby

from styrmodell.source import Source

_MAX_SOURCES = 10


def source_text(sources: Sequence[Source]) -> str:
    """*sources* on one line, each file once: "a.xlsx Blad1!B5, Blad1!C5"; after ten places "och 5 till"."""
    if len(sources) == 1:  # so it is for every reported figure
        return str(sources[0])
    files = groupby(sources[:_MAX_SOURCES], key=lambda source: source.file)
    words = [f"{file} {', '.join(source.place for source in found)}".rstrip() for file, found in files]
    rest = len(sources) - _MAX_SOURCES
    return "; ".join(words) + (f" och {rest} till" if rest > 0 else "")
