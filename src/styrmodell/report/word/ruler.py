"""What the columns of a printed table need: measured in the texts and headings that stand in them."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from attrs import define, field

from styrmodell.report.table import NUMBERS, ColumnKind, Table
from styrmodell.report.table_text import with_marks
from styrmodell.report.word.measure import (
    BOLD,
    MARGIN,
    bold_width,
    candidates,
    longest,
    parts,
    two_lines,
    unbroken,
    words,
)

SMALLEST = 12
AIR = 110  # between figures and the words that follow them
_LEAST_LABEL = 2000
_LEAST_WORDS = 1100
_TREND = 1300
_SHORT = 20
_INDENT = "\u00a0" * 4  # about as wide as rows below others are indented
# What keeps running text to few lines is at most this part of the table.
_LARGEST_PART = 7
# A line of text is so many twips high for each half point.
_LINE, _MUCH_LONGER = 13, 1.5
_LEFT = (ColumnKind.TEXT, ColumnKind.STATUS, ColumnKind.RATING, ColumnKind.DATE)


class Care(Enum):
    """What is kept together: short words too, words alone, or of headings only the parts of words.

    Where room is ample, everything stands on one line; where it is roomy, headings take two at most; there, and where
    it is fair, running text takes few.
    """

    AMPLE = "ample"
    ROOMY = "roomy"
    FAIR = "fair"
    WHOLE = "whole"
    USUAL = "usual"
    TIGHT = "tight"


SPARING = (Care.AMPLE, Care.ROOMY)  # what there has to be room to spare for
_KEEPING = (Care.AMPLE, Care.ROOMY, Care.WHOLE)
# As words do not fill their lines, so many lines' width holds a text in about one more.
_LINES = {Care.ROOMY: 3, Care.FAIR: 2}


@define(kw_only=True, eq=False)
class Ruler:
    """Measures a table: columns of short content, and flowing ones, which are groups, labels and running text."""

    table: Table
    texts: Sequence[Sequence[str]]
    width: int
    short: list[list[str]] = field(init=False)
    whole: list[list[str]] = field(init=False)
    flowing: list[list[str]] = field(init=False)
    bold: list[str] = field(init=False)
    words: list[list[str]] = field(init=False)
    heads: list[list[str]] = field(init=False)
    shared: list[int] = field(init=False)
    turned: frozenset[int] = frozenset()
    aired: frozenset[int] = frozenset()
    after_figures: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        pairs = list(zip(self.table.columns, self.texts, strict=True))
        self.short = [
            [] if column.kind is ColumnKind.TEXT else candidates(list(map(unbroken, dict.fromkeys(texts))))
            for column, texts in pairs
        ]
        kinds = [column.kind for column in self.table.columns]
        self.after_figures = frozenset(
            place for place, (before, kind) in enumerate(pairwise(kinds), 1) if before in NUMBERS and kind in _LEFT
        )
        spans = self.table.groups or (("", 1),) * len(pairs)
        self.shared = [count for _, count in spans for _ in range(count)]
        rows = self.table.rows
        labels = [_INDENT * (row.level == "sub") + with_marks(row.label, row.notes) for row in rows]
        labels.append(self.table.row_header)
        self.bold = candidates([label for label, row in zip(labels, rows, strict=False) if row.level == "total"])
        groups = [[row.group for row in rows] + [self.table.group_header]] if self.table.has_groups else []
        running = [[*texts, f"{column.label}  "] for column, texts in pairs if column.kind is ColumnKind.TEXT]
        self.flowing = [candidates(texts) for texts in (labels, *groups, *running)]
        self.whole = [candidates([one for one in texts if len(one) <= _SHORT]) for _, texts in pairs]
        pairs = pairs if len(self.flowing) > 1 else []
        named = [column.label for column, _ in pairs if column.kind is ColumnKind.TEXT]
        above = (self.table.row_header, *([self.table.group_header] if groups else []), *named) if pairs else ()
        self.heads = [words(text) for text in above]
        flowing = (labels, *groups, *running) if pairs else ()
        self.words = [candidates(words(*dict.fromkeys(texts))) for texts in flowing]

    def needs(self, size: int, care: Care) -> list[int]:
        """What each column takes where no figure breaks, nor short words where they are whole; 0 for running text."""
        return [
            0 if column.kind is ColumnKind.TEXT else self._need(place, size, care)
            for place, column in enumerate(self.table.columns)
        ]

    def _need(self, place: int, size: int, care: Care) -> int:
        column = self.table.columns[place]
        own = _TREND if column.kind is ColumnKind.TREND else longest(self.short[place], size)
        own = max(own, longest(self.whole[place], size)) if care in _KEEPING else own
        own += AIR if care is not Care.TIGHT and place in self.after_figures else 0
        apart = parts if care is Care.TIGHT else words
        # The columns of a group hold its heading together.
        above = longest(apart(column.group), size) // self.shared[place]
        label = size * _LINE if place in self.turned else longest(apart(column.label), size)
        # A turned heading takes no more of the width, however long it is.
        if place not in self.turned and care is Care.AMPLE:
            label = longest([with_marks(column.label, column.notes)], size)
        elif place not in self.turned and care is Care.ROOMY:
            label = two_lines(column.label, size)
        head = max(label, above)
        return max(own, int(head * BOLD)) + MARGIN

    def may_turn(self) -> frozenset[int]:
        """Columns of marks and ratings whose headings are much longer than what stands under them."""
        return frozenset(
            place
            for place, column in enumerate(self.table.columns)
            if column.kind in (ColumnKind.MARK, ColumnKind.RATING)
            and longest(words(column.label), SMALLEST) > _MUCH_LONGER * longest(self.short[place], SMALLEST)
        )

    def height(self, size: int) -> int:
        """The height of the longest turned heading, on one line."""
        labels = [with_marks(column.label, column.notes) for column in self.table.columns]
        return int(longest([labels[place] for place in self.turned], size) * BOLD) + MARGIN

    def least(self, size: int, care: Care) -> list[int]:
        """What labels, groups and running text take at least: beside running text labels may break between words."""
        if care is Care.AMPLE:
            return self.wanted(size)
        label = self.wanted(size)[0]
        if not self.words and care is Care.TIGHT:
            return [_LEAST_LABEL]
        if not self.words:
            return [min(max(label, _LEAST_LABEL), max(self.width // 5, _LEAST_LABEL))]
        heads = [int(longest(texts, size) * BOLD) for texts in self.heads]
        airs = self._airs() if care is not Care.TIGHT else [0] * len(heads)
        pairs = zip(self.words, heads, airs, strict=True)
        whole = [min(max(longest(texts, size), head) + air + MARGIN, self.width // 3) for texts, head, air in pairs]
        low = 0 if care is Care.TIGHT else min(_LEAST_WORDS, self.width // 10)
        least = [max(whole[0], min(label, _LEAST_LABEL)), *(max(word, low) for word in whole[1:])]
        if care not in _LINES:
            return least
        # A group reaches over its rows, and needs no more than its words.
        first = 1 + self.table.has_groups
        few = [min(one // _LINES[care], self.width // _LARGEST_PART) + MARGIN for one in self.wanted(size)[first:]]
        return least[:first] + list(map(max, least[first:], few))

    def wanted(self, size: int) -> list[int]:
        """What labels, groups and running text would take on one line each."""
        airs = self._airs()
        wanted = [longest(texts, size) + air + MARGIN for texts, air in zip(self.flowing, airs, strict=True)]
        return [max(wanted[0], bold_width(self.bold, size)), *wanted[1:]]

    def _airs(self) -> list[int]:
        """How far in labels, groups and running text begin."""
        kinds = enumerate(column.kind for column in self.table.columns)
        running = [AIR * (place in self.after_figures) for place, kind in kinds if kind is ColumnKind.TEXT]
        return [0] * (len(self.flowing) - len(running)) + running
