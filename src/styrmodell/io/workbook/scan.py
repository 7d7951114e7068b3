"""What calamine does not tell about a sheet, found in its XML in one pass before calamine reads it.

Nearly every cell is of a few plain shapes. One pattern passes over those and stops at the others: formulas without a
value, errors, odd texts and numbers, and references outside the rectangle that the first and last rows make likely.
Only these are looked at one by one. So the pass costs a fifth of what calamine needs, and nothing is taken on trust.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from styrmodell.io.problems import BadValueError
from styrmodell.io.workbook.cell import (
    MAX_COLUMNS,
    MAX_ROWS,
    RawCell,
    bad_place,
    column_number,
    fault_of_text,
    is_held,
    read_cell,
    row_number,
)
from styrmodell.io.workbook.codes import UNREADABLE_SHEET
from styrmodell.io.workbook.parts import Styles

Place = tuple[int, int]
_SAMPLE = 65_536
_FEW_STYLES = 40
_MAX_CUT = 1_000_000
_SAMPLE_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')
# Bytes C2 and EF begin control characters and marks in UTF-8, and harmless letters that are rare enough.
_PLAIN = rb"[^<&_\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xc2\xef]"
_TEXT = _PLAIN + rb"{1,8000}+(?:_(?!x)" + _PLAIN + rb"{0,8000}+){0,50}"
_DIGITS = rb"<v>[0-9]{1,9}+</v></c>"
_NUMBER = rb"<v>[0-9.]{1,40}+</v></c>"
_FORMULA = rb"(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?"
# In the order of how common they are: a shape costs time only when those before it failed.
_USUAL = (
    rb' t="s">' + _DIGITS,
    rb"><v>-?+[0-9.]{1,40}+</v></c>",
    rb' s="[0-9]++"(?:>' + _NUMBER + rb'| t="s">' + _DIGITS + rb'|/>| t="n"(?:>' + _NUMBER + rb"|/>))",
    rb' t="inlineStr"><is><t>' + _TEXT + rb"</t></is></c>",
    rb' t="n">' + _NUMBER,
)
_NEGATIVE = rb'(?: t="n")?>' + _FORMULA + rb"<v>-[0-9.]{1,40}+(?:[eE][-+]?[0-9]{1,2}+)?</v></c>"
_OTHER = (
    rb'(?: s="[0-9]++")?(?: t="[nb]")?>' + _FORMULA + rb"<v>[0-9.]{1,40}+(?:[eE][-+]?[0-9]{1,2}+)?</v></c>",
    rb'(?: s="[0-9]++")?(?:/>| t="str">' + _FORMULA + rb"<v>" + _TEXT + rb"</v></c>)",
    rb'(?: s="[0-9]++")? t="inlineStr"><is><t(?: xml:space="preserve")?>' + _TEXT + rb"</t></is></c>",
)
_ELEMENT = re.compile(rb"<(row|c)(?=[\s/>])")
_TAG_ENDS = (b" ", b"\t", b"\r", b"\n", b"/", b">", b"")
_ROW = re.compile(rb"<row(?=[\s/>])([^<>]*)>")
_ROW_NUMBER = re.compile(rb"\br\s*=\s*[\"']([0-9]{1,7})[\"']")
_MAYBE_HIDDEN = re.compile(rb"hidden")  # a pattern finds the word in half the time that `in` takes
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true|on)[\"']")


@frozen(kw_only=True)
class SheetScan:
    """What one pass over a sheet found. Rows and columns are counted from 0 in the sheet.

    Attributes:
        body: The rows' XML for calamine, without the cells that are told here.
        first: First row and column that any cell may stand in.
        last: Last row and column that any cell may stand in.
        filled: Number of cells that calamine must find something in.
        errors: Place → "#DIV/0!", in the sheet's order.
        uncomputed: Formulas without a saved value.
        refused: Place → why its content is not accepted, in Swedish and English.
        negative: Cells with a negative number and a style: none of them may be a date.
        percent: Cells with a per cent format.
    """

    body: bytes = field(repr=False)
    first: Place
    last: Place
    filled: int
    errors: dict[Place, str]
    uncomputed: frozenset[Place]
    refused: dict[Place, tuple[str, str]]
    negative: frozenset[Place]
    percent: frozenset[Place]


def scan_sheet(body: bytes, styles: Styles, max_cells: int) -> SheetScan:
    """Pass over the rows of a sheet.

    Args:
        body: What stands inside sheetData, UTF-8, without namespace prefixes.
        max_cells: Where the likely rectangle has more, the true one is counted out.

    Raises:
        BadValueError: A cell has a reference that is none (SM146).
    """
    likely = _likely_end(body, max_cells)
    is_small = (likely[0] + 1) * (likely[1] + 1) <= max_cells
    taker = _Taker(styles=styles, first=(0, 0), last=likely if is_small else _true_end(body))
    if taker.take_odd(body, likely) and area(taker.first, taker.last) <= max_cells:
        taker.percent.update(_plain_percent(body, styles))
        filled = body.count(b"</c>") - taker.plain_ends + taker.filled
        return taker.result(body, filled)
    taker = _Taker(styles=styles, first=(MAX_ROWS, MAX_COLUMNS), last=(0, 0))
    for cell, place in walk(body):
        taker.take(cell, place)
    return taker.result(body, taker.filled)


def area(first: Place, last: Place) -> int:
    """Number of cells in a rectangle; 0 when there is none."""
    return max(last[0] - first[0] + 1, 0) * max(last[1] - first[1] + 1, 0)


def walk(body: bytes) -> Iterator[tuple[RawCell, Place]]:
    """Every cell with its place; a cell or row without reference follows the one before it."""
    row, column = -1, -1
    for found in _ELEMENT.finditer(body):
        if found[1] == b"row":
            row, column = (row_number(body, found.start()) or row + 2) - 1, -1
            continue
        cell = read_cell(body, found.start())
        row, column = cell.place or (max(row, 0), column + 1)
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise bad_place(b"R%dC%d" % (row + 1, column + 1))
        yield cell, (row, column)


def hidden_rows(body: bytes) -> frozenset[int]:
    """Rows, from 0, that are hidden."""
    if b"h" not in body or _MAYBE_HIDDEN.search(body) is None:  # one letter is found in a tenth of the time
        return frozenset()
    found, row = set(), -1
    for element in _ROW.finditer(body):
        number = _ROW_NUMBER.search(element[1])
        row = int(number[1]) - 1 if number else row + 1
        if _HIDDEN.search(element[1]):
            found.add(row)
    return frozenset(found)


def _likely_end(body: bytes, max_cells: int) -> Place:
    """Last row and column of the rectangle that the first and last cells suggest, rounded up to what _odd can say.

    The row is the last of as many digits, which is the quickest to look for, unless that makes too many cells.
    """
    cells = [*_SAMPLE_REFERENCE.findall(body[:_SAMPLE]), *_SAMPLE_REFERENCE.findall(body[-_SAMPLE:])]
    row = min(max((int(number) for _, number in cells), default=1), 999_999)
    column = min(max((column_number(letters) for letters, _ in cells), default=1), 702)
    power = 10 ** (len(str(row)) - 1)
    if column > 26:
        column = -(-column // 26) * 26
    last = 10 * power - 1
    return (last if last * column <= max_cells else (row // power + 1) * power - 1) - 1, column - 1


def _true_end(body: bytes) -> Place:
    """Last row and column of the plain cells, counted out."""
    rows = {int(number) for number in set(re.findall(rb'<c r="[A-Z]{1,3}([1-9][0-9]{0,6})"', body))}
    columns = {column_number(letters) for letters in set(re.findall(rb'<c r="([A-Z]{1,3})[1-9]', body))}
    return max(rows, default=1) - 1, max(columns, default=1) - 1


def _odd(likely: Place, styles: Styles) -> re.Pattern[bytes]:
    """What begins at every cell that is not plain and inside the *likely* rectangle."""
    row, column = likely[0] + 1, likely[1] + 1
    first, rest = str(row)[0], len(str(row)) - 1
    rows = rf"[1-{first}][0-9]{{{rest}}}" + (rf"|[1-9][0-9]{{0,{rest - 1}}}" if rest else "")
    if first == "9":
        rows = rf"[1-9][0-9]{{0,{rest}}}+"
    columns = f"[A-{chr(64 + column)}]" if column <= 26 else f"[A-{chr(63 + column // 26)}]?[A-Z]"
    # Calamine makes a time of day of a negative date, so a negative number with a style is looked at.
    style = b"" if styles.has_dates else rb'(?: s="[0-9]+")?'
    shapes = rb"|".join((*_USUAL, style + _NEGATIVE, *_OTHER))
    return re.compile(rb'<c(?! r="(?:' + columns.encode() + rb")(?:" + rows.encode() + rb')"(?:' + shapes + rb"))")


def _plain_percent(body: bytes, styles: Styles) -> Iterable[Place]:
    if not styles.percent:
        return ()
    if len(styles.percent) <= _FEW_STYLES:
        numbers = rb"|".join(str(style).encode() for style in sorted(styles.percent))
        found = re.findall(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="(?:' + numbers + rb')"', body)
    else:
        styled = re.findall(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="([0-9]{1,5})"', body)
        found = [(letters, row) for letters, row, style in styled if int(style) in styles.percent]
    columns = {letters: column_number(letters) - 1 for letters in {letters for letters, _ in found}}
    return [(int(row) - 1, columns[letters]) for letters, row in found]


@define(kw_only=True)
class _Taker:
    """Sorts the cells that are looked at."""

    styles: Styles
    first: Place
    last: Place
    filled: int = 0
    plain_ends: int = 0
    errors: dict[Place, str] = field(factory=dict)
    uncomputed: set[Place] = field(factory=set)
    refused: dict[Place, tuple[str, str]] = field(factory=dict)
    negative: set[Place] = field(factory=set)
    percent: set[Place] = field(factory=set)
    _cut: list[RawCell] = field(factory=list)

    def take_odd(self, body: bytes, likely: Place) -> bool:
        """Take the cells that are not plain; gives False when one has no reference, and places must be counted out."""
        for found in _odd(likely, self.styles).finditer(body):
            if body[found.end() : found.end() + 1] not in _TAG_ENDS:
                continue  # another element
            cell = read_cell(body, found.start())
            if cell.place is None:
                return False
            self.take(cell, cell.place)
        return True

    def take(self, cell: RawCell, place: Place) -> None:
        if len(self._cut) >= _MAX_CUT:
            raise _too_many_faults()
        self.first = min(self.first[0], place[0]), min(self.first[1], place[1])
        self.last = max(self.last[0], place[0]), max(self.last[1], place[1])
        self.plain_ends += cell.ends_plainly
        if cell.style in self.styles.percent:
            self.percent.add(place)
        if cell.kind == "e":
            if cell.written():
                self.errors[place] = cell.written().decode("utf-8", "replace")
                self._cut.append(cell)
        elif cell.is_uncomputed():
            self.uncomputed.add(place)
        elif fault := _fault(cell):
            self.refused[place] = fault
            self._cut.append(cell)
        else:
            self.filled += cell.count()
            if cell.style and cell.written().startswith(b"-"):
                self.negative.add(place)

    def result(self, body: bytes, filled: int) -> SheetScan:
        return SheetScan(
            body=self._without_cut(body),
            first=self.first,
            last=self.last,
            filled=filled,
            errors=self.errors,
            uncomputed=frozenset(self.uncomputed),
            refused=self.refused,
            negative=frozenset(self.negative),
            percent=frozenset(self.percent),
        )

    def _without_cut(self, body: bytes) -> bytes:
        """The body with an empty cell in the place of each that is told, so that those after it keep their places."""
        pieces, position = [], 0
        for cell in self._cut:
            pieces += [body[position : cell.start], _empty(cell)]
            position = cell.end
        return b"".join((*pieces, body[position:])) if pieces else body


def _too_many_faults() -> BadValueError:
    return BadValueError(
        UNREADABLE_SHEET,
        found=f"fler än {_MAX_CUT} celler med fel",
        found_en=f"more than {_MAX_CUT} cells with faults",
    )


def _empty(cell: RawCell) -> bytes:
    if cell.place is None:
        return b"<c/>"
    row, column = cell.place
    letters, rest = b"", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = bytes((65 + letter,)) + letters
    return b'<c r="%s%d"/>' % (letters, row + 1)


def _fault(cell: RawCell) -> tuple[str, str] | None:
    """Why a cell's content is not accepted: a number beyond all bounds, a text too long or with control characters."""
    written = cell.written()
    if cell.kind in ("n", "") and cell.text is None:
        try:
            is_number = not written or is_held(written)
        except ValueError:
            return fault_of_text(written)
        shown = written[:40].decode("utf-8", "replace")
        return None if is_number else (f"talet {shown}", f"the number {shown}")
    if cell.kind == "s" and cell.text is None and written and not written.strip().isdigit():
        # Calamine takes the first of the shared strings.
        shown = written[:40].decode("utf-8", "replace")
        return (f"en hänvisning som inte är ett nummer: {shown}", f"a reference that is no number: {shown}")
    return fault_of_text(written) if cell.kind in ("str", "inlineStr", "d") or cell.text is not None else None
