"""Figures that have changed place: sorted, cut, pasted or pushed down without the texts of their rows."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping

from attrs import define, field, frozen

from styrmodell.finding import Finding
from styrmodell.session.collect.doubt_codes import MOVED
from styrmodell.session.collect.typed import Typed, TypedForm

_LEAST, _LEAST_WITHIN = 2, 3


def moved_figures(typed: TypedForm) -> Mapping[str, Finding]:
    """Cell id → SM522, where a row or column holds the figures another was sent with.

    A copy is no move: where the other still has its figures, two years may well be planned alike. Where a line has
    moved nothing else that is new on the sheet is taken either: a figure with no known one beside it moved unseen.
    """
    lines = [*_lines(typed, _row_of, "raden"), *_lines(typed, _column_of, "kolumnen")]
    found: dict[str, Finding] = {}
    for line in lines:
        source = line.source()
        if source is not None:
            first, *_ = line.changed
            words = {"found": f"{line.word} {line.name} har {source} siffror", "cell": line.pattern}
            english = f"{line.name} has the figures of another place"
            told = MOVED.at(first.at(typed.form.file), **words, found_en=english, name=line.name)
            found |= {one.asked.id: told for one in line.changed if one.asked.id not in found}
    sheets = {one.asked.sheet: found[one.asked.id] for one in reversed(typed.cells) if one.asked.id in found}
    beside = {
        one.asked.id: sheets[one.asked.sheet]
        for one in typed.cells
        if one.is_changed and not one.is_accepted and one.asked.sheet in sheets
    }
    return beside | found


@frozen(kw_only=True)
class _Sent:
    """A number that the form was sent with, in a line, and whether it still stands there."""

    line: Hashable
    name: str
    is_gone: bool


@define(kw_only=True, eq=False)
class _Line:
    """A row or a column of a sheet.

    Attributes:
        across: What crosses it there: for a row its columns.
        sent: (crossing, number) → the lines of the sheet that were sent with that number there.
    """

    key: Hashable
    name: str
    word: str
    pattern: str
    across: Callable[[Typed], Hashable]
    cells: list[Typed] = field(factory=list)
    sent: Mapping[tuple[Hashable, float], list[_Sent]] = field(factory=dict)

    @property
    def changed(self) -> list[Typed]:
        """Its cells with new numbers that nobody has accepted; a nought is told by no other."""
        return [one for one in self.cells if one.is_changed and one.value and not one.is_accepted]

    def source(self) -> str | None:
        """Whose figures it holds, in words; None where they are its own or new."""
        kept = sum(one.asked.known is not None and not one.is_changed and bool(one.value) for one in self.cells)
        matches: Counter[tuple[Hashable, str]] = Counter()
        values: dict[Hashable, set[float]] = {}
        for one in self.changed:
            number = float(one.value or 0)
            for other in self.sent.get((self.across(one), number), ()):
                if other.line != self.key and other.is_gone:
                    matches[other.line, other.name] += 1
                    values.setdefault(other.line, set()).add(number)
        best = max(matches, key=lambda other: matches[other], default=None)
        if best is not None and len(values[best[0]]) >= _LEAST and matches[best] > kept:
            return f"{self.word}s {best[1]}"
        return "andra cellers" if self._is_shifted() else None

    def _is_shifted(self) -> bool:
        """Whether most of what is new in it stood in other cells of it that now hold something else."""
        changed = self.changed
        gone = {one.asked.known: one.asked.id for one in self.cells if _is_gone(one)}
        moved = {
            float(one.value or 0) for one in changed if gone.get(float(one.value or 0), one.asked.id) != one.asked.id
        }
        return len(moved) >= _LEAST_WITHIN and 2 * len(moved) > len(changed)


def _lines(typed: TypedForm, key_of: Callable[[Typed], Hashable], word: str) -> Iterator[_Line]:
    is_row = key_of is _row_of
    across = _column_of if is_row else _row_of
    lines: dict[Hashable, _Line] = {}
    sent: dict[tuple[Hashable, float], list[_Sent]] = {}
    for one in typed.cells:
        key, asked = key_of(one), one.asked
        name = asked.row.shown if is_row else asked.column.shown
        lines.setdefault(
            key,
            _Line(key=key, name=name, word=word, pattern=_pattern(asked.id, is_row), across=across, sent=sent),
        ).cells.append(one)
        if asked.known:
            at = across(one), asked.known
            sent.setdefault(at, []).append(_Sent(line=key, name=name, is_gone=_is_gone(one)))
    yield from lines.values()


def _is_gone(one: Typed) -> bool:
    return bool(one.asked.known) and (one.is_changed or one.value is None)


def _row_of(one: Typed) -> Hashable:
    return one.asked.sheet, one.asked.row


def _column_of(one: Typed) -> Hashable:
    return one.asked.sheet, one.asked.column


def _pattern(cell_id: str, is_row: bool) -> str:
    """The ids of the line's cells: they are table, row and column."""
    table, _, column = cell_id.rpartition("/")
    return f"{table}/*" if is_row else f"{table.rpartition('/')[0]}/*/{column}"
