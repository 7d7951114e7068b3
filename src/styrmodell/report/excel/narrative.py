"""The sheet Text: what the document says in words, in its order, with the footnotes at the end."""

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.document import Document
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.lines import Line, top_lines
from styrmodell.report.excel.names import TEXT_SHEET
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_link, write_text
from styrmodell.report.flow import Heading, Listing, Prose, Run, cells_in
from styrmodell.report.formula.address import Address
from styrmodell.report.table import Cell, Table
from styrmodell.report.table_text import caption_text

_WIDTH = 76.0
_BULLETS = ("•", "–", "·")
_DEEPEST = 3
_INDENTS = {"item": 2, "item 2": 6, "item 3": 10}
_AIR = 3.0
_NOTES_HEADING = "Fotnoter"


@frozen(kw_only=True)
class TextLine:
    """A line of the sheet.

    Attributes:
        sheet: The sheet it leads to; empty for plain text.
        cells: The figures in it.
    """

    text: str
    look: str
    sheet: str = ""
    cells: tuple[Cell, ...] = ()


@define(kw_only=True, eq=False)
class TextPlan:
    """The lines of a document, in order.

    Attributes:
        sheets: Cell-id prefix of each table, or key of each chart, → the sheet that shows it.
    """

    document: Document
    sheets: dict[str, str]
    lines: list[TextLine] = field(factory=list)
    _notes: list[tuple[Run, ...]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.lines.extend(self._lines())
        if self._notes:
            self.lines.append(TextLine(text=_NOTES_HEADING, look="heading 3"))
        for number, note in enumerate(self._notes, 1):  # a note may hold a note, which then comes last
            text = f"[{number}] {self._text(note)}"
            self.lines.append(TextLine(text=text, look="footnote", cells=cells_in(_without_notes(note))))

    def _lines(self) -> Iterator[TextLine]:
        for block in self.document.flow:
            if isinstance(block, Heading):
                look = "heading" if block.level <= 1 else f"heading {min(block.level, _DEEPEST)}"
                yield TextLine(text=block.text, look=look)
            elif isinstance(block, Prose):
                yield self._line("", block.runs, "paragraph")
            elif isinstance(block, Listing):
                yield from self._listed(block, 1)
            elif isinstance(block, Table | Chart | Matrix):
                yield self._shown(block)

    def _shown(self, block: Table | Chart | Matrix) -> TextLine:
        """A line that names a table or chart, and leads to it."""
        title = caption_text(block) or block.key if isinstance(block, Table) else block.title
        name = self.document.number_of(block) or ("Tabell" if isinstance(block, Table) else "Diagram")
        sheet = self.sheets.get(block.id if isinstance(block, Table) else block.key, "")
        return TextLine(text=f"{name}: {title} (bladet {sheet})", look="link", sheet=sheet)

    def _listed(self, listing: Listing, level: int) -> Iterator[TextLine]:
        look = "item" if level == 1 else f"item {min(level, _DEEPEST)}"
        for number, item in enumerate(listing.items, listing.first):
            mark = f"{number}." if listing.is_ordered else _BULLETS[min(level, _DEEPEST) - 1]
            yield self._line(f"{mark} ", item.runs, look)
            for below in item.lists:
                yield from self._listed(below, level + 1)

    def _line(self, before: str, runs: Sequence[Run], look: str) -> TextLine:
        return TextLine(text=before + self._text(runs), look=look, cells=cells_in(_without_notes(runs)))

    def _text(self, runs: Sequence[Run]) -> str:
        """The words, an address after the text that leads to it, and the number of each footnote."""
        parts, listed = list[str](), tuple(runs)
        for place, run in enumerate(listed):
            parts.append(run.text)
            goes_on = place + 1 < len(listed) and listed[place + 1].link == run.link
            if run.link and not goes_on and run.text != run.link:
                parts.append(f" ({run.link})")
            if run.note:
                self._notes.append(run.note)
                parts.append(f" [{len(self._notes)}]")
        return "".join(parts)

    def places(self, first: int) -> Iterator[tuple[Address, Cell]]:
        """Each figure once, with the line it stands in; the first line is the sheet's row *first*."""
        met = set[str]()
        for row, line in enumerate(self.lines, first):
            for cell in line.cells:
                if cell.id not in met:
                    met.add(cell.id)
                    yield Address(sheet=TEXT_SHEET, row=row, column=0), cell


def _without_notes(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(Run(text=run.text, figure=run.figure) for run in runs)


def write_narrative(sheet: Sheet, plan: TextPlan, pen: Pen) -> None:
    """Write the sheet."""
    set_paper(sheet, pen.edition)
    sheet.set_column(0, 0, _WIDTH)
    top = tuple(top_lines(pen.edition))
    write_lines(sheet, top, 0, (_WIDTH,), pen.formats)
    for row, line in enumerate(plan.lines, len(top)):
        look = pen.formats.look(line.look)
        sheet.set_row(row, Line(text=line.text, look=line.look).height(_WIDTH - _INDENTS.get(line.look, 0)) + _AIR)
        if line.sheet:
            write_link(sheet, (row, 0), line.sheet, look, line.text)
        else:
            write_text(sheet, (row, 0), line.text, look)
    sheet.print_area(0, 0, len(top) + max(len(plan.lines), 1) - 1, 0)
