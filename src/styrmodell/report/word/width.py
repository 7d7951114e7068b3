"""How wide the columns of a printed table are, in twips (twentieths of a point)."""

from collections.abc import Sequence
from heapq import nlargest

from attrs import frozen

from styrmodell.report.table import Table
from styrmodell.report.table_text import with_marks

_SIZES = (18, 16, 15, 14, 13)
_MARGIN = 130
_NARROW = frozenset(" \u00a0.,:;!|()iltfj-'")
_LEAST_LABEL = 2000
_GENEROUS = 1.35
_MEASURED = 40


@frozen(kw_only=True)
class Widths:
    """How a table shares the page.

    Attributes:
        label: The label column.
        columns: One width a number column.
        size: Type size in half points that makes it fit.
    """

    label: int
    columns: tuple[int, ...]
    size: int


def fit(table: Table, figures: Sequence[Sequence[str]], width: int) -> Widths:
    """Share *width* twips between the label and the columns, in the largest type in which no figure breaks.

    Args:
        figures: The printed figures of each column.
    """
    labels = _candidates([with_marks(row.label, row.notes) for row in table.rows] + [table.row_header])
    figures = [_candidates(texts) for texts in figures]
    for size in _SIZES:
        needs = [
            max(_longest(texts, size), _longest(_words(column.label, column.group), size)) + _MARGIN
            for column, texts in zip(table.columns, figures, strict=True)
        ]
        least = min(max(_longest(labels, size) + _MARGIN, _LEAST_LABEL), max(width // 5, _LEAST_LABEL))
        if sum(needs) + least <= width:
            break
    return _shared(needs, least, width, size)


def _shared(needs: Sequence[int], label: int, width: int, size: int) -> Widths:
    """Give the room that is left first to the figures, in equal columns, then to the labels."""
    if not needs:
        return Widths(label=width, columns=(), size=size)
    room = max(width - label, len(needs))
    if sum(needs) > room:
        columns = [need * room // sum(needs) for need in needs]
    else:
        widest = int(max(needs) * _GENEROUS)
        equal = min(room // len(needs), widest)
        columns = [equal] * len(needs) if equal >= max(needs) else list(needs)
    return Widths(label=width - sum(columns), columns=tuple(columns), size=size)


def _candidates(texts: Sequence[str]) -> list[str]:
    """Of many texts the longest: measuring each of thousands would take longer than writing them."""
    return nlargest(_MEASURED, dict.fromkeys(texts), key=len)


def _words(*texts: str) -> list[str]:
    return [word for text in texts for word in text.split(" ")]


def _longest(texts: Sequence[str], size: int) -> int:
    return max((_text_width(text, size) for text in texts), default=0)


def _text_width(text: str, size: int) -> int:
    """About how wide *text* is in Arial, in twips: narrow letters 0.3 em, capitals 0.72, others 0.56."""
    ems = sum(0.3 if sign in _NARROW else 0.72 if sign.isupper() else 0.56 for sign in text)
    return int(ems * size * 10) + 1
