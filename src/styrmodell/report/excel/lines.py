"""Lines of text over the whole width of a sheet, and how high wrapped text is."""

from collections.abc import Iterable, Iterator
from math import ceil

from attrs import frozen

from styrmodell.report.document import Edition
from styrmodell.report.edition_text import DRAFT_WORD
from styrmodell.report.excel.names import FINDINGS_SHEET

LINE_HEIGHT = 15.0
_MOST_HEIGHT = 405.0
_SIZES = {"title": 1.45, "caption": 1.1, "note": 0.92, "first note": 0.92, "subtitle": 1.1, "heading": 1.27}
_AIR = {
    "notice": 7.0,
    "appendix": 8.0,
    "title": 4.0,
    "last fact": 9.0,
    "caption": 11.0,
    "first note": 9.0,
    "heading": 9.0,
    "heading 2": 6.0,
    "heading 3": 4.0,
}
# A column's width counts digits; letters and spaces are narrower on the whole.
_LETTERS_A_DIGIT = 1.1


@frozen(kw_only=True)
class Line:
    """A line of text over the whole width, above or below a table; *look* names its format."""

    text: str
    look: str

    def height(self, width: float) -> float:
        """Its height where it is *width* characters wide: a merged line, which Excel does not fit by itself."""
        size = _SIZES.get(self.look, 1.0)
        lines = wrapped_lines(self.text, width * _LETTERS_A_DIGIT / size)
        return min(lines * LINE_HEIGHT * size + _AIR.get(self.look, 0.0), _MOST_HEIGHT)


def is_marked_draft(edition: Edition) -> bool:
    """Whether the document carries the word UTKAST: the plan is no decision, or errors are left in it."""
    return edition.draft or bool(edition.findings.open().errors())


def top_lines(edition: Edition) -> Iterator[Line]:
    """What stands at the top of every sheet: draft and doubt, appendix, title, facts."""
    yield from title_lines(edition)
    for word, content in edition.document.head.facts:
        yield Line(text=f"{word}: {content}" if word else content, look="fact")


def title_lines(edition: Edition) -> Iterator[Line]:
    """Draft and doubt, appendix and title."""
    notice = _notice(edition)
    if notice:
        yield Line(text=notice, look="notice")
    if edition.document.head.appendix:
        yield Line(text=edition.document.head.appendix, look="appendix")
    yield Line(text=edition.document.title, look="title")


def _notice(edition: Edition) -> str:
    count = len(edition.findings.open())
    told = f"{count} iakttagelse{'r' * (count > 1)} om siffrorna, se bladet {FINDINGS_SHEET}" if count else ""
    return " – ".join(part for part in (DRAFT_WORD if is_marked_draft(edition) else "", told) if part)


def text_height(texts: Iterable[tuple[str, float]]) -> float:
    """The height of a row of wrapped (text, column width) pairs; Excel takes no row above 409."""
    lines = max((wrapped_lines(text, width * _LETTERS_A_DIGIT) for text, width in texts), default=1)
    return min(lines * LINE_HEIGHT, _MOST_HEIGHT)


def wrapped_lines(text: str, width: float) -> int:
    """How many lines *text* takes in a column *width* characters wide."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(_lines_of(line, width) for line in text.split("\n"))


def _lines_of(line: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        if used > width:
            extra = ceil(used / width) - 1
            lines, used = lines + extra, used - extra * width
    return lines
