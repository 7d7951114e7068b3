"""One cell element of a sheet's XML, as it is written; only cells that are out of the ordinary are read this way."""

import re
from collections.abc import Iterator
from html import unescape
from math import isfinite

from attrs import frozen

from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.workbook.codes import UNREADABLE_SHEET

MAX_TEXT = 32_767
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# Strict where calamine is not: an attribute that holds > or stands twice could show the two of us different places.
# Not a possessive group, which Python before 3.11.5 matches where it should not; far more attributes than a cell has.
_OPEN = re.compile(rb"<(?:c|row)((?:\s++[\w:.-]++\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')){0,50})\s*+(/?)>")
# The next of these is the end, or the cell has none; searching on would make unclosed cells cost their square.
_CLOSE = re.compile(rb"</?(?:c|row)(?=[\s/>])\s*+/?>?")
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(rb"([A-Za-z]{1,3})([1-9][0-9]{0,6})\Z")
_FORMULA = re.compile(rb"<f[\s/>]")
_VALUE = re.compile(rb"<v(?:\s[^<>]*)?(?:/>|>([^<]*)</v\s*>)")
_TEXT = re.compile(rb"<t(?:\s[^<>]*)?>([^<]*)</t\s*>")
_NUMERIC_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,9})|([0-9]{1,9}));")


@frozen(kw_only=True)
class RawCell:
    """A cell element.

    Attributes:
        start: Where it begins in the sheet's bytes.
        end: Where it ends.
        place: (row, column) from 0 as its reference says; None when it has no reference.
        kind: Its t attribute: "n", "s", "str", "inlineStr", "b", "e", "d".
        style: Its s attribute, 0 when it has none.
        values: What its value elements hold, raw.
        text: The inline text, raw; None when it has none.
        ends_plainly: Whether it ends with exactly </c>.
    """

    start: int
    end: int
    place: tuple[int, int] | None
    kind: str
    style: int
    has_formula: bool
    values: tuple[bytes, ...]
    text: bytes | None
    ends_plainly: bool

    def written(self) -> bytes:
        """What stands in it, raw; empty when nothing does."""
        return b"".join(self.values) + (self.text or b"")

    def count(self) -> int:
        """How many filled cells it should become: more than one when it holds several values, so that they are told."""
        return sum(bool(value) for value in (*self.values, self.text))

    def is_uncomputed(self) -> bool:
        """Whether it is a formula without a saved value; the empty text is a value."""
        return self.has_formula and not self.written() and not (self.kind == "str" and self.values)


def read_cell(body: bytes, start: int) -> RawCell:
    """The cell element that begins at *start*; raises BadValueError when its tag or its reference is none (SM146)."""
    opened, attributes = _opened(body, start)
    content, end = b"", opened.end()
    closed = None if opened[2] else _CLOSE.search(body, end)
    if closed is not None:
        if not closed[0].startswith(b"</c") or not closed[0].endswith(b">"):
            raise bad_place(body[start : start + 40])
        content, end = outside_cdata(body[end : closed.start()]), closed.end()
    style = attributes.get(b"s", b"0")
    texts = _TEXT.findall(without(content, b"<rPh", b"</rPh"))
    return RawCell(
        start=start,
        end=end,
        place=_place(attributes.get(b"r")),
        kind=attributes.get(b"t", b"n").decode("ascii", "replace"),
        style=int(style) if style.isdigit() and len(style) < 6 else 0,
        has_formula=_FORMULA.search(content) is not None,
        values=tuple(_VALUE.findall(content)),
        text=b"".join(texts) if texts else None,
        ends_plainly=closed is not None and closed[0] == b"</c>",
    )


def row_number(body: bytes, start: int) -> int | None:
    """The number, from 1, that the row element at *start* says, or None; raises BadValueError when it is bad."""
    number = _opened(body, start)[1].get(b"r")
    if number is None:
        return None
    if not number.isdigit() or not 0 < int(number[:9]) <= MAX_ROWS:
        raise bad_place(number)
    return int(number)


def is_held(written: bytes) -> bool:
    """Whether a float holds that number: one that is none, or too large, or so small that it would be 0, is not."""
    number = float(written)
    return isfinite(number) and (number != 0 or not written.lower().partition(b"e")[0].strip(b" \t\r\n+-0."))


def bad_place(found: bytes) -> BadValueError:
    """A cell or row whose place cannot be told: the sheet is not read (SM146)."""
    text = shorten(found.decode("utf-8", "replace"))
    return BadValueError(
        UNREADABLE_SHEET,
        found=f"en cell eller rad vars plats inte går att läsa: {text}",
        found_en=f"a cell or row whose place cannot be read: {text}",
    )


def _opened(body: bytes, start: int) -> tuple[re.Match[bytes], dict[bytes, bytes]]:
    opened = _OPEN.match(body, start)
    found = _ATTRIBUTE.findall(opened[1]) if opened else []
    attributes = {name: first or second for name, first, second in found}
    if opened is None or len(attributes) < len(found):
        raise bad_place(body[start : start + 40])
    return opened, attributes


def _place(reference: bytes | None) -> tuple[int, int] | None:
    if reference is None:
        return None
    found = _REFERENCE.match(reference)
    place = (int(found[2]) - 1, column_number(found[1]) - 1) if found else (MAX_ROWS, 0)
    if place[0] >= MAX_ROWS or place[1] >= MAX_COLUMNS:
        raise bad_place(reference)
    return place


def column_number(letters: bytes) -> int:
    """The number, from 1, of the column with *letters*."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def without(content: bytes, begin: bytes, end: bytes) -> bytes:
    """*content* without what stands between each *begin* and the next *end*; takes time in proportion to its length."""
    return b"".join(piece for piece, is_inside in _sections(content, begin, end) if not is_inside)


def outside_cdata(content: bytes) -> bytes:
    """*content* with the text of CDATA sections escaped as other text is."""
    pieces = _sections(content, b"<![CDATA[", b"]]>")
    return b"".join(
        piece.replace(b"&", b"&amp;").replace(b"<", b"&lt;") if is_inside else piece for piece, is_inside in pieces
    )


def _sections(content: bytes, begin: bytes, end: bytes) -> Iterator[tuple[bytes, bool]]:
    position = 0
    while (opened := content.find(begin, position)) >= 0:
        yield content[position:opened], False
        closed = content.find(end, opened + len(begin))
        if closed < 0:
            return
        yield content[opened + len(begin) : closed], True
        position = closed + len(end)
    yield content[position:], False


def fault_of_text(raw: bytes) -> tuple[str, str] | None:
    """Why a raw text is not accepted, in Swedish and English; None when it is."""
    text = raw.decode("utf-8", "replace")
    text = _NUMERIC_REFERENCE.sub(_character, text)
    return fault_of_string(unescape(ESCAPED.sub(_escape, text)))


def fault_of_string(text: str) -> tuple[str, str] | None:
    """The same for a text that was read."""
    if len(text) > MAX_TEXT:
        return (f"{len(text)} tecken", f"{len(text)} characters")
    if bad := CONTROL.search(text):
        return (f"styrtecknet U+{ord(bad[0]):04X}", f"the control character U+{ord(bad[0]):04X}")
    return None


def _character(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return chr(number) if number < 0x110000 else "\uffff"


def _escape(escaped: re.Match[str]) -> str:
    """Calamine reads _x0009_ as a tab, but leaves half a pair of surrogates as it is written."""
    number = int(escaped[1], 16)
    return escaped[0] if 0xD800 <= number < 0xE000 else chr(number)
