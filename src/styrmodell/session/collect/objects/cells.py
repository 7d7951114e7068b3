"""What stands in a cell of a sheet of objects: a content of the model, nothing, or a finding; never a guess."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import log10

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.model.ids import near_names
from styrmodell.model.number_text import read_number
from styrmodell.report.excel.text import CELL_LIMIT, utf16_length
from styrmodell.report.form.object_sheet import Content, Entry, FormColumn
from styrmodell.session.collect.codes import MAGNITUDE, NOT_A_FIGURE
from styrmodell.session.collect.objects.codes import NOT_A_DAY, TEXT_CUT, UNCLEAR_CELL, UNKNOWN_CHOICE
from styrmodell.source import Source

_LARGEST = Decimal(10**15)
_DIGITS = 15
_MOST_WORDS, _LONGEST = 12, 80
_CROSSES = ("x", "×", "ja", "1")
# A thousand or a million times too much or too little, give or take the change that a year may bring.
_TOO_FAR = ((2.5, 3.5), (5.5, 6.5))


@frozen(kw_only=True)
class CellPlace:
    """A cell that was filled in.

    Attributes:
        column: What it takes.
        what: The cell in words.
        id: What names it where somebody says that its magnitude is right.
        was: What it held when the form was sent, as text.
        is_accepted: Whether somebody has said so.
    """

    column: FormColumn
    at: Source
    what: str
    id: str
    was: str = ""
    is_accepted: bool = False


def read_content(place: CellPlace, cell: object, broken: str, is_percent: bool) -> Content | Finding:
    """What stands in *cell*, money in kr; None for nothing.

    Args:
        broken: The cell's error value; empty where it has none.
        is_percent: Whether its format is per cent.
    """
    entry = place.column.entry
    if broken:
        words = {"found": f"{broken} ({place.what})", "expected": "en text eller ett tal"}
        return UNCLEAR_CELL.at(place.at, **words, found_en=words["found"], expected_en="a text or a number")
    if is_blank(cell):
        return None
    if entry.is_number():
        return _amount(place, cell, is_percent)
    return _READERS[entry](place, cell)


def _text(place: CellPlace, cell: object) -> Content | Finding:
    text = "\n".join(line.rstrip() for line in cell_text(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    if place.column.entry is Entry.TEXT:
        text = " ".join(text.split())
    if utf16_length(text) >= CELL_LIMIT:
        count, limit = str(utf16_length(text)), str(CELL_LIMIT - 1)
        return TEXT_CUT.at(place.at, count=count, what=place.what, limit=limit)
    if NOT_IN_FILES.search(text):
        words = {"found": f"ett styrtecken ({place.what})", "found_en": f"a control character ({place.what})"}
        return UNCLEAR_CELL.at(place.at, **words, expected="en text utan styrtecken", expected_en="a text without any")
    return text


def _word(place: CellPlace, cell: object) -> Content | Finding:
    text = cell_text(cell)
    return _chosen(place, text) if place.column.words else _text(place, cell)


def _words(place: CellPlace, cell: object) -> Content | Finding:
    if not place.column.words:
        return _text(place, cell)
    found = []
    for part in cell_text(cell).split(";"):
        word = _chosen(place, part) if part.strip() else ""
        if isinstance(word, Finding):
            return word
        found += [word] if word else []
    return "; ".join(found)


def _chosen(place: CellPlace, text: str) -> str | Finding:
    """The word of the list that *text* is, but for case and spaces."""
    words = place.column.words
    found = next((word for word in words if _plain(word) == _plain(text)), None)
    if found is not None:
        return found
    known = ", ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
    near = near_names(text.strip(), words) or near_names(_plain(text), {_plain(word): word for word in words})
    return UNKNOWN_CHOICE.at(place.at, found=text[:_LONGEST], what=place.what, known=known, near=near)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _mark(place: CellPlace, cell: object) -> Content | Finding:
    if _plain(cell_text(cell)) in _CROSSES:
        return "X"
    return UNKNOWN_CHOICE.at(
        place.at, found=cell_text(cell)[:_LONGEST], what=place.what, known="X, eller inget", near=""
    )


def _day(place: CellPlace, cell: object) -> Content | Finding:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return NOT_A_DAY.at(place.at, found=cell_text(cell)[:_LONGEST], what=place.what)


def _amount(place: CellPlace, cell: object, is_percent: bool) -> Content | Finding:
    """A number, or a text that is one; with "kr", per cent or anything more it is told."""
    column, shown = place.column, cell_text(cell)[:_LONGEST]
    value = None if is_percent else _number(cell)
    is_whole = column.entry is Entry.WHOLE
    if value is None or (is_whole and (value != value.to_integral_value() or value < 0)):
        unit = "heltal" if is_whole else "tkr" if column.entry is Entry.MONEY else "antal"
        return NOT_A_FIGURE.at(place.at, found=f'"{shown}"', what=place.what, unit=unit)
    if column.entry is Entry.MONEY and not place.is_accepted and _is_far_off(value, place.was):
        words = {"found": shown, "unit": "tkr", "what": place.what, "last": f"{place.was} tkr", "cell": place.id}
        return MAGNITUDE.at(place.at, **words)
    return int(value) if is_whole else in_model(value, column.factor)


def in_model(value: Decimal, factor: Fraction) -> Decimal:
    """An amount in a cell's unit as the model holds it."""
    amount = value * factor.numerator / factor.denominator
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _number(cell: object) -> Decimal | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        value = Decimal(f"{float(cell):.{_DIGITS}g}")
        return value if value.is_finite() and abs(value) <= _LARGEST else None
    if not isinstance(cell, str):
        return None
    try:
        written = read_number(cell)
    except (TextError, ValueError):
        return None
    return None if written is None or written.percent or abs(written.value) > _LARGEST else written.value


def _is_far_off(value: Decimal, was: str) -> bool:
    last = _held(was)
    if not last or not value:
        return False
    size = abs(log10(abs(float(value)) / abs(float(last))))
    return any(least <= size <= most for least, most in _TOO_FAR)


def _held(was: str) -> Decimal | None:
    """The number that a cell was sent with, as the hidden sheet tells it."""
    try:
        return Decimal(was)
    except InvalidOperation:
        return None


_READERS: Mapping[Entry, Callable[[CellPlace, object], Content | Finding]] = {
    Entry.TEXT: _text,
    Entry.LONG: _text,
    Entry.LINES: _text,
    Entry.WORD: _word,
    Entry.WORDS: _words,
    Entry.MARK: _mark,
    Entry.DAY: _day,
    Entry.SHOWN: _text,
}
