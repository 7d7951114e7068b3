"""What stands first in a table of a Word document: its look, its widths, and the rows that are repeated."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from styrmodell.report.palette import ACCENT, GROUP_LINE
from styrmodell.report.table import ColumnKind, Table
from styrmodell.report.table_text import with_marks
from styrmodell.report.word.cell import cell_xml, row_xml
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.ruler import AIR
from styrmodell.report.word.width import Widths
from styrmodell.report.xml_text import xml_attribute

HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
LEFT_LINE = f'<w:left w:val="single" w:sz="4" w:space="0" w:color="{GROUP_LINE}"/>'
_HEADER_LINE = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
# Where content stands in its column; what is not here stands to the left.
_SIDES: Mapping[ColumnKind, str] = {
    ColumnKind.FIGURE: "right",
    ColumnKind.COUNT: "right",
    ColumnKind.MARK: "center",
    ColumnKind.TREND: "center",
}


def table_head(name: str, description: str, style: str, widths: Sequence[int]) -> str:
    """Look, widths and the text read aloud in the table's place; its first row and column are headings."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{xml_attribute(name)}"/>'
        f'<w:tblDescription w:val="{xml_attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def group_starts(table: Table) -> frozenset[int]:
    """Where a line parts one group of columns from the next."""
    starts, place = list[int](), 0
    for _, count in table.groups:
        starts.append(place)
        place += count
    return frozenset(starts)


def aligned(kind: ColumnKind) -> str:
    """The ``w:jc`` of a heading over a column of *kind*."""
    return f'<w:jc w:val="{_SIDES[kind]}"/>' if kind in _SIDES else ""


def indent(place: int, widths: Widths) -> str:
    """The ``w:ind`` of a column whose words keep away from the figures before it."""
    return f'<w:ind w:left="{AIR}"/>' if place in widths.aired else ""


@frozen(kw_only=True, eq=False)
class HeaderWriter:
    """Writes the header rows of a table: one, or two where columns are grouped.

    Attributes:
        style: Id of the style of header cells.
        small: Run properties of its type size.
        tight: Paragraph properties of its spacing.
        starts: From ``group_starts``.
    """

    table: Table
    widths: Widths
    style: str
    small: str
    tight: str
    starts: frozenset[int]

    def rows(self) -> Iterator[str]:
        """The header rows."""
        groups = self.table.groups
        if not groups:
            cells = (self._column_head(place, line=True) for place in range(len(self.table.columns)))
            yield row_xml(self._row, *self._leads(line=_HEADER_LINE), *cells)
            return
        spans = tuple(self._spans(groups))
        yield row_xml(HEADER_ROW, *self._leads(merge="restart"), *(first for first, _ in spans))
        below = self._leads(merge="continue", line=_HEADER_LINE)
        yield row_xml(self._row, *below, *(second for _, second in spans))

    @property
    def _row(self) -> str:
        """The row of the columns' headings: as high as those that are turned."""
        height = f'<w:trHeight w:val="{self.widths.height}" w:hRule="atLeast"/>' if self.widths.turned else ""
        return f"<w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>"

    def _leads(self, *, merge: str = "", line: str = "") -> Iterator[str]:
        """The heads over groups and labels."""
        heads = [(self.widths.label, self.table.row_header)]
        if self.widths.group:
            heads.insert(0, (self.widths.group, self.table.group_header))
        for width, text in heads:
            shown = "" if merge == "continue" else run(text, self.small)
            yield cell_xml(width, paragraph(self.style, shown), merge=merge, line=line)

    def _spans(self, groups: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
        """For each group what stands in the upper and in the lower header row."""
        place = 0
        for name, count in groups:
            places = range(place, place + count)
            if name:
                upper = self._group_head(name, places)
                lower = "".join(self._column_head(at, line=True) for at in places)
            else:  # a column without a group fills both rows
                upper = "".join(self._column_head(at, merge="restart") for at in places)
                lower = "".join(self._column_head(at, merge="continue", line=True) for at in places)
            yield upper, lower
            place += count

    def _group_head(self, name: str, places: range) -> str:
        width = sum(self.widths.columns[at] for at in places)
        kind = self.table.columns[places[0]].kind
        side = '<w:jc w:val="center"/>' if len(places) > 1 else aligned(kind)
        text = paragraph(self.style, run(name, self.small), self.tight + side)
        return cell_xml(width, text, span=len(places), line=self._left(places[0]))

    def _column_head(self, place: int, *, merge: str = "", line: bool = False) -> str:
        column = self.table.columns[place]
        text = "" if merge == "continue" else run(with_marks(column.label, column.notes), self.small)
        turned = place in self.widths.turned and not merge
        air = indent(place, self.widths) if not turned else ""
        block = paragraph(self.style, text, self.tight + air + ("" if turned else aligned(column.kind)))
        borders = self._left(place) + (_HEADER_LINE if line else "")
        return cell_xml(self.widths.columns[place], block, merge=merge, line=borders, turned=turned)

    def _left(self, place: int) -> str:
        return LEFT_LINE if place in self.starts else ""
