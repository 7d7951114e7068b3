"""What a reader sees of a document: its texts in their places, so that one document can be held against another.

Office and other programs write the same text in other bytes: runs are split, strings numbered anew, parts packed in
another way. None of that is seen here; a figure in another cell, chart or paragraph is.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from styrmodell.io.workbook.zip_guard import check_zip
from styrmodell.session.office_text import cell_texts, part_texts, shared_strings, sheet_names

# (place, what stands there), in the order of the document.
Shown = tuple[tuple[str, str], ...]
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml\Z")
_READ = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml\Z"
    r"|(?:word|xl)/(?:charts|drawings|diagrams)/[^/]+\.xml\Z|xl/comments[^/]*\.xml\Z"
)
_STRINGS, _BOOK = "xl/sharedStrings.xml", "xl/workbook.xml"
_UNSEEN = frozenset({"script", "style"})
_SPOKEN = frozenset({"alt", "aria-label", "title"})
_DIGITS = re.compile(r"(\d+)")
_SPACES = re.compile(r"\s+")


def shown_text(data: bytes, form: str) -> Shown | None:
    """The texts of a document, each space one space; None where it cannot be read, or not without danger.

    Args:
        form: "docx", "xlsx" or "html".

    Returns:
        Cells with their formulas, paragraphs, figures of charts and what is read aloud. Not what no reader sees:
        styles, properties, pictures.
    """
    if form == "html":
        return _page(data)
    try:
        return None if check_zip(data, "").errors() else tuple(_package(data))
    except (ExpatError, ValueError, IndexError):
        return None


def other_texts(then: Shown, now: Shown) -> tuple[tuple[str, str, str], ...]:
    """(place, text then, text now) of what differs, in the order of the document; a text that is not there is empty."""
    old, new = dict(then), dict(now)
    places = (place for place in {**old, **new} if old.get(place) != new.get(place))
    return tuple((place, old.get(place, ""), new.get(place, "")) for place in places)


def _package(data: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as package:
        names = sorted(package.namelist(), key=_by_number)
        strings = shared_strings(package.read(_STRINGS)) if _STRINGS in names else ()
        for number, name in enumerate(sheet_names(package.read(_BOOK)) if _BOOK in names else (), 1):
            yield f"blad {number} namn", name
        for name in names:
            if sheet := _SHEET.match(name):
                found = cell_texts(package.read(name), strings)
                yield from ((f"blad {sheet[1]} {cell}", plain) for cell, text in found if (plain := _plain(text)))
            elif _READ.match(name):
                yield from _numbered(part_texts(package.read(name)), name)
            elif name.endswith(".xlsx"):  # the figures of a chart in Word
                inside = shown_text(package.read(name), "xlsx")
                yield from ((f"{name} {place}", text) for place, text in inside or (("", "?"),))


def _by_number(name: str) -> list[tuple[int, str]]:
    """Sheet 2 before sheet 10."""
    return [(int(piece) if piece.isdigit() else 0, piece) for piece in _DIGITS.split(name)]


def _numbered(texts: Iterable[str], where: str) -> Iterator[tuple[str, str]]:
    filled = filter(None, map(_plain, texts))
    return ((f"{where} {number}", text) for number, text in enumerate(filled, 1))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


class _Page(HTMLParser):
    """Gathers the texts of a page, each placed by the id that stands nearest before it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._id, self._number, self._unseen = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        given = dict(attrs)
        if given.get("id"):
            self._id, self._number = str(given["id"]), 0
        for name in _SPOKEN.intersection(given):
            self._add(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(data)

    def _add(self, text: str) -> None:
        if plain := _plain(text):
            self._number += 1
            self.found.append((f"{self._id} {self._number}" if self._number > 1 else self._id, plain))


def _page(data: bytes) -> Shown | None:
    page = _Page()
    try:
        page.feed(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    page.close()
    return tuple(page.found)
