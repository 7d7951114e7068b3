"""How wide printed text is, in twips (twentieths of a point), and where it may part."""

import re
from collections.abc import Sequence
from heapq import nlargest

_NARROW = frozenset(" \u00a0.,:;!|()iltfj-'")
_WIDE = frozenset("mwMW%@—…")
_FULL = frozenset("→↑↓●▲■○◇")
_MEASURED = 40
# What a column takes beside its text, and how much wider bold type is.
MARGIN, BOLD = 130, 1.1
# A no-break space keeps what stands around it on one line, so it parts no words.
_BREAKING = re.compile("[^\\S\u00a0\u202f]+")
_BETWEEN_PARTS = re.compile(r"[^-/]+[-/]*|[-/]+")


def candidates(texts: Sequence[str]) -> list[str]:
    """Of many texts the longest: measuring each of thousands would take longer than writing them."""
    return nlargest(_MEASURED, dict.fromkeys(texts), key=len)


def unbroken(text: str) -> str:
    """What of a short content may not break: a figure is whole, words may part."""
    return text if text[-1:].isdigit() else max(text.split(" "), key=len)


def words(*texts: str) -> list[str]:
    """What of *texts* stays on one line."""
    return [word for text in texts for word in _BREAKING.split(text) if word]


def parts(text: str) -> list[str]:
    """The parts of *text*'s words: "Process-", "effektivitet"."""
    return [part for word in words(text) for part in _BETWEEN_PARTS.findall(word)]


def longest(texts: Sequence[str], size: int) -> int:
    """The width of the widest of *texts* in type of *size* half points; 0 where there are none."""
    return max((text_width(text, size) for text in texts), default=0)


def bold_width(texts: Sequence[str], size: int) -> int:
    """The width of a column that holds *texts*, in bold type, on one line each."""
    return int(longest(texts, size) * BOLD) + MARGIN


def two_lines(text: str, size: int) -> int:
    """The least width in which *text* takes no more than two lines."""
    found = words(text)
    lines = ((" ".join(found[:at]), " ".join(found[at:])) for at in range(1, len(found) + 1))
    return min((longest(pair, size) for pair in lines), default=0)


def text_width(text: str, size: int) -> int:
    """About how wide *text* is in Arial.

    Narrow letters are 0.3 em, capitals 0.72, m and w 0.86, arrows and marks 1, others 0.56.
    """
    return int(sum(map(_ems, text)) * size * 10) + 1


def _ems(sign: str) -> float:
    if sign in _NARROW:
        return 0.3
    if sign in _WIDE:
        return 0.86
    return 1.0 if sign in _FULL else 0.72 if sign.isupper() else 0.56


def lines_of(text: str, size: int, width: int) -> int:
    """About how many lines *text* takes in *width* twips."""
    count = 0
    for line in text.split("\n"):
        count, used = count + 1, 0
        for word in words(line):
            wide = text_width(f"{word} ", size)
            if used and used + wide > width:
                count, used = count + 1, 0
            used += wide
    return count
