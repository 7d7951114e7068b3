"""A sheet as paper, and lines of text on it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from styrmodell.report.document import Edition
from styrmodell.report.excel.formats import Format, Formats, Sheet
from styrmodell.report.excel.lines import Line, is_marked_draft
from styrmodell.report.excel.text import page_text, visible
from styrmodell.report.formula.address import quote_sheet
from styrmodell.report.formula.book import FormulaBook

_A4 = 9
_PAGE_TEXT_LIMIT = 110
_BESIDE_DRAFT = 46  # more would run into the word UTKAST in the middle of a page that stands


@frozen(kw_only=True)
class Pen:
    """What every sheet of a workbook is written with.

    Attributes:
        is_streamed: Whether rows are gone once the next is begun, so that nothing can reach over several.
    """

    edition: Edition
    book: FormulaBook
    formats: Formats
    is_streamed: bool = False


def write_text(sheet: Sheet, place: tuple[int, int], text: str, look: Format) -> None:
    """Write *text* at (row, column) as text, whatever it looks like; an empty one leaves the cell truly blank."""
    if text:
        sheet.write_string(*place, visible(text), look)
    else:
        sheet.write_blank(*place, None, look)


def write_link(sheet: Sheet, place: tuple[int, int], name: str, look: Format, text: str = "") -> None:
    """Write a link to another sheet of this workbook; *text* is what it says, the sheet's *name* when left out."""
    sheet.write_url(*place, f"internal:{quote_sheet(name)}!A1", look, visible(text or name))


def write_lines(sheet: Sheet, lines: Sequence[Line], first: int, widths: Iterable[float], formats: Formats) -> None:
    """Write *lines* from row *first* on, each over all columns."""
    listed = tuple(widths)
    for row, line in enumerate(lines, first):
        sheet.set_row(row, line.height(sum(listed)))
        write_across(sheet, (row, 0, len(listed) - 1), line.text, formats.look(line.look))


def write_across(sheet: Sheet, place: tuple[int, int, int], text: str, look: Format) -> None:
    """Write *text* over the columns of (row, first, last), merged where they are several."""
    row, first, last = place
    if first < last:
        sheet.merge_range(row, first, row, last, "", look)
    write_text(sheet, (row, first), text, look)


def set_paper(sheet: Sheet, edition: Edition) -> None:
    """A4, one page wide, with the document's header and footer."""
    head = edition.document.head
    is_draft = is_marked_draft(edition)
    title = head.appendix or edition.document.title
    left = page_text(_cut_between_words(title, _BESIDE_DRAFT) if is_draft else title, _PAGE_TEXT_LIMIT)
    right = page_text(" ".join(part for part in (head.dnr, head.paragraph) if part), _PAGE_TEXT_LIMIT)
    foot = page_text(head.footer or f"{edition.unit_name} {edition.period.text}", _PAGE_TEXT_LIMIT)
    middle = "&C&BUTKAST&B" if is_draft else ""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
    sheet.set_header(f"&L{left}{middle}&R{right}")
    sheet.set_footer(f"&L{foot}&RSida &P (&N)")
    sheet.hide_gridlines(2)


def _cut_between_words(text: str, limit: int) -> str:
    """*text* in at most about *limit* characters, cut after a word where it is longer and has several."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rsplit(' ', 1)[0].rstrip(' ,:;–-')}…"
