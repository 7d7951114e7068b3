"""How wide the columns of a printed table are, in twips (twentieths of a point)."""

import re
from collections.abc import Sequence
from enum import Enum
from heapq import nlargest

from attrs import define, evolve, field, frozen

from styrmodell.report.table import ColumnKind, Table
from styrmodell.report.table_text import with_marks

_SIZES = (18, 16, 15, 14, 13)
_SMALLEST = 12
_MARGIN = 130
_NARROW = frozenset(" \u00a0.,:;!|()iltfj-'")
_WIDE = frozenset("mwMW%@—…")
_LEAST_LABEL = 2000
_LEAST_WORDS = 1100
_TREND = 1300
_GENEROUS = 1.35
_MOST = 70  # per cent of a table that figures take where there is running text
_MEASURED = 40
_BOLD = 1.1
_SHORT = 20
# Below this size headings over marks are turned; a line of text is so many twips high for each half point.
_TURNED_BELOW, _LINE, _MUCH_LONGER = 14, 13, 1.5


@frozen(kw_only=True)
class Widths:
    """How a table shares the page.

    Attributes:
        group: The column of row groups; 0 where rows are not grouped.
        label: The label column.
        columns: One width a column.
        size: Type size in half points that makes it fit.
        turned: Columns whose headings are turned, to be read from below; they leave room for running text.
        height: What the turned headings take of the page's height.
    """

    group: int = 0
    label: int
    columns: tuple[int, ...]
    size: int
    turned: frozenset[int] = frozenset()
    height: int = 0

    @property
    def lead(self) -> int:
        """Groups and labels together."""
        return self.group + self.label

    @property
    def all(self) -> tuple[int, ...]:
        """Every column of the grid."""
        return (self.group, self.label, *self.columns) if self.group else (self.label, *self.columns)


def fit(table: Table, texts: Sequence[Sequence[str]], width: int) -> Widths:
    """Share *width* twips, in the largest type in which no figure breaks.

    Figures and other short content take what they need. Where there is running text, it and the labels share what is
    left in proportion to what they say; else the figures take equal columns.

    Args:
        texts: The printed texts of each column.
    """
    ruler = _Ruler(table=table, texts=texts, width=width)
    found = _fitted(ruler, width)
    if found.size > _TURNED_BELOW or len(ruler.flowing) == 1 or not ruler.may_turn():
        return found
    ruler.turned = ruler.may_turn()
    again = _fitted(ruler, width)
    return evolve(again, turned=ruler.turned, height=ruler.height(again.size))


def _fitted(ruler: "_Ruler", width: int) -> Widths:
    # Beside running text there is room to keep short words together, but not at the price of smaller type.
    tries = [(_SIZES[0], _Care.WHOLE)] if len(ruler.flowing) > 1 else []
    # Before figures break, headings part at their hyphens and labels between words, in smaller type if that helps.
    tries += [(size, _Care.USUAL) for size in _SIZES]
    tries += [(size, _Care.TIGHT) for size in (_SIZES[-1], _SMALLEST, _SIZES[-1])]
    for size, care in tries:
        needs, least = ruler.needs(size, care), ruler.least(size, care)
        if sum(needs) + sum(least) <= width:
            break
    if len(least) == 1:
        return _shared(needs, least[0], width, size)
    most = width * _MOST // 100
    if sum(needs) > most:  # no type is small enough: what does not fit breaks
        needs = [need and max(need * most // sum(needs), 1) for need in needs]
    shares = _in_proportion(least, ruler.wanted(size), width - sum(needs))
    return ruler.placed(needs, shares, size)


class _Care(Enum):
    """What is kept together: short words too, words alone, or of headings only the parts of words."""

    WHOLE = "whole"
    USUAL = "usual"
    TIGHT = "tight"


@define(kw_only=True, eq=False)
class _Ruler:
    """Measures a table: columns of short content, and flowing ones, which are groups, labels and running text."""

    table: Table
    texts: Sequence[Sequence[str]]
    width: int
    short: list[list[str]] = field(init=False)
    whole: list[list[str]] = field(init=False)
    flowing: list[list[str]] = field(init=False)
    words: list[list[str]] = field(init=False)
    heads: list[list[str]] = field(init=False)
    shared: list[int] = field(init=False)
    turned: frozenset[int] = frozenset()

    def __attrs_post_init__(self) -> None:
        pairs = list(zip(self.table.columns, self.texts, strict=True))
        self.short = [
            [] if column.kind is ColumnKind.TEXT else _candidates(list(map(_unbroken, dict.fromkeys(texts))))
            for column, texts in pairs
        ]
        spans = self.table.groups or (("", 1),) * len(pairs)
        self.shared = [count for _, count in spans for _ in range(count)]
        rows = self.table.rows
        labels = [with_marks(row.label, row.notes) for row in rows] + [self.table.row_header]
        groups = [[row.group for row in rows] + [self.table.group_header]] if self.table.has_groups else []
        running = [[*texts, f"{column.label}  "] for column, texts in pairs if column.kind is ColumnKind.TEXT]
        self.flowing = [_candidates(texts) for texts in (labels, *groups, *running)]
        pairs = pairs if len(self.flowing) > 1 else []
        self.whole = [_candidates([one for one in texts if len(one) <= _SHORT]) for _, texts in pairs]
        named = [column.label for column, _ in pairs if column.kind is ColumnKind.TEXT]
        above = (self.table.row_header, *([self.table.group_header] if groups else []), *named) if pairs else ()
        self.heads = [_words(text) for text in above]
        flowing = (labels, *groups, *running) if pairs else ()
        self.words = [_candidates(_words(*dict.fromkeys(texts))) for texts in flowing]

    def needs(self, size: int, care: _Care) -> list[int]:
        """What each column takes where no figure breaks, nor short words where they are whole; 0 for running text."""
        return [
            0 if column.kind is ColumnKind.TEXT else self._need(place, size, care)
            for place, column in enumerate(self.table.columns)
        ]

    def _need(self, place: int, size: int, care: _Care) -> int:
        column = self.table.columns[place]
        own = _TREND if column.kind is ColumnKind.TREND else _longest(self.short[place], size)
        own = max(own, _longest(self.whole[place], size)) if care is _Care.WHOLE else own
        apart = _parts if care is _Care.TIGHT else _words
        # The columns of a group hold its heading together.
        above = _longest(apart(column.group), size) // self.shared[place]
        label = size * _LINE if place in self.turned else _longest(apart(column.label), size)
        head = max(label, above)
        return max(own, int(head * _BOLD)) + _MARGIN

    def may_turn(self) -> frozenset[int]:
        """Columns of marks and ratings whose headings are much longer than what stands under them."""
        return frozenset(
            place
            for place, column in enumerate(self.table.columns)
            if column.kind in (ColumnKind.MARK, ColumnKind.RATING)
            and _longest(_words(column.label), _SMALLEST) > _MUCH_LONGER * _longest(self.short[place], _SMALLEST)
        )

    def height(self, size: int) -> int:
        """The height of the longest turned heading, on one line."""
        labels = [with_marks(column.label, column.notes) for column in self.table.columns]
        return int(_longest([labels[place] for place in self.turned], size) * _BOLD) + _MARGIN

    def least(self, size: int, care: _Care) -> list[int]:
        """What labels, groups and running text take at least: beside running text labels may break between words."""
        label = _longest(self.flowing[0], size) + _MARGIN
        if not self.words and care is _Care.TIGHT:
            return [_LEAST_LABEL]
        if not self.words:
            return [min(max(label, _LEAST_LABEL), max(self.width // 5, _LEAST_LABEL))]
        heads = [int(_longest(texts, size) * _BOLD) for texts in self.heads]
        pairs = zip(self.words, heads, strict=True)
        words = [min(max(_longest(texts, size), head) + _MARGIN, self.width // 3) for texts, head in pairs]
        low = 0 if care is _Care.TIGHT else min(_LEAST_WORDS, self.width // 10)
        return [max(words[0], min(label, _LEAST_LABEL)), *(max(word, low) for word in words[1:])]

    def wanted(self, size: int) -> list[int]:
        """What labels, groups and running text would take on one line each."""
        return [_longest(texts, size) + _MARGIN for texts in self.flowing]

    def placed(self, needs: Sequence[int], shares: Sequence[int], size: int) -> Widths:
        """The widths by their columns."""
        label, *others = shares
        rest = iter(others)
        group = next(rest) if self.table.has_groups else 0
        columns = tuple(need or next(rest) for need in needs)
        return Widths(group=group, label=label, columns=columns, size=size)


def _in_proportion(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Share *room*: to each its least, then to those that want little all of it, and the rest by what is wanted."""
    room = max(room, len(least))
    if sum(least) > room:
        shares = _levelled(least, room)
    else:
        beyond = [max(want - one, 0) for want, one in zip(wanted, least, strict=True)]
        shares = [one + more for one, more in zip(least, _given(beyond, room - sum(least)), strict=True)]
    shares[-1] += room - sum(shares)
    return shares


def _levelled(least: Sequence[int], room: int) -> list[int]:
    """Share a *room* that is too small: short words stay whole, and long ones break in equal columns."""
    shares, left = [0] * len(least), room
    for done, place in enumerate(sorted(range(len(least)), key=lambda place: least[place])):
        shares[place] = min(least[place], left // (len(least) - done))
        left -= shares[place]
    return shares


def _given(beyond: Sequence[int], room: int) -> list[int]:
    """How much of *room* each gets."""
    if sum(beyond) <= room:
        over, total = room - sum(beyond), sum(beyond) + len(beyond)
        return [one + over * (one + 1) // total for one in beyond]
    given, left = [0] * len(beyond), room
    waiting = sorted(range(len(beyond)), key=lambda place: beyond[place])
    while beyond[waiting[0]] * len(waiting) <= left:
        place = waiting.pop(0)
        given[place] = beyond[place]
        left -= beyond[place]
    total = sum(beyond[place] for place in waiting)
    for place in waiting:
        given[place] = left * beyond[place] // total
    return given


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


def _unbroken(text: str) -> str:
    """What of a short content may not break: a figure is whole, words may part."""
    return text if text[-1:].isdigit() else max(text.split(" "), key=len)


def _words(*texts: str) -> list[str]:
    return [word for text in texts for word in text.split()]


def _parts(text: str) -> list[str]:
    """The parts of *text*'s words: "Process-", "effektivitet"."""
    return [part for word in text.split() for part in re.findall(r"[^-/]+[-/]*|[-/]+", word)]


def _longest(texts: Sequence[str], size: int) -> int:
    return max((_text_width(text, size) for text in texts), default=0)


def _text_width(text: str, size: int) -> int:
    """About how wide *text* is in Arial, in twips: narrow letters 0.3 em, capitals 0.72, m and w 0.86, others 0.56."""
    ems = sum(0.3 if sign in _NARROW else 0.86 if sign in _WIDE else 0.72 if sign.isupper() else 0.56 for sign in text)
    return int(ems * size * 10) + 1
