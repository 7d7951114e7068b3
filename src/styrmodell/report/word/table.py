"""Tables of figures as WordprocessingML text: linear in the number of rows."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from styrmodell.report.numbers import NBSP
from styrmodell.report.palette import ACCENT, MUTED
from styrmodell.report.table import NOT_REPORTED, Table, TableCell, TableRow
from styrmodell.report.table_text import caption_text, is_wide, remarks, with_marks
from styrmodell.report.word.markup import paragraph, run, text_elements
from styrmodell.report.word.width import Widths, fit
from styrmodell.report.xml_text import xml_attribute

_HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_PLAIN_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADING_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="F6F8FA"/>'
_GROUP_LINE = '<w:left w:val="single" w:sz="4" w:space="0" w:color="9FB2C3"/>'
_TOTAL_LINE = f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
_HEADER_LINE = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
_HANGING = '<w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs><w:ind w:left="340" w:hanging="340"/>'
_EM_SPACE = "\u2003"
_FEW_NOTES, _SHORT_NOTE = 6, 60
_USUAL_SIZE = 18
_KEPT_TOGETHER = 12  # a taller table may not fit below the title, and would leave the page empty
_KEPT_AT_ENDS = 2


def table_xml(table: Table, styles: Mapping[str, str], width: int, caption_look: str | None = "") -> str:
    """Caption, table, notes and remarks, as the XML of blocks in a body.

    Args:
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
        caption_look: More of the caption's ``w:pPr``; None prints no caption (the table keeps it as its title).
    """
    written = _TableWriter(table=table, styles=styles, width=width).xml()
    above = "" if caption_look is None else paragraph(styles["caption"], run(caption_text(table)), caption_look)
    return above + written + "".join(_notes(table, styles["Tabellnot"]))


def table_head(name: str, description: str, style: str, widths: Sequence[int]) -> str:
    """What stands first in every table: look, widths and the text read aloud in its place."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{xml_attribute(name)}"/>'
        f'<w:tblDescription w:val="{xml_attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _notes(table: Table, style: str) -> Iterator[str]:
    marked = [note for note in table.notes if note.mark]
    if len(marked) > _FEW_NOTES and all(len(note.text) <= _SHORT_NOTE for note in marked):
        # Many short notes run on, as in the printed appendices; one a line they would push a page ahead of them.
        running = _EM_SPACE.join(f"{note.mark}{NBSP}{note.text}" for note in marked)
        yield paragraph(style, run(running))
    else:
        yield from (paragraph(style, run(f"{note.mark}\t{note.text}"), _HANGING) for note in marked)
    plain = [note.text for note in table.notes if not note.mark]
    yield from (paragraph(style, run(text)) for text in (*plain, *remarks(table)))


@define(kw_only=True, eq=False)
class _TableWriter:
    """Writes one table; what every row has in common is made once."""

    table: Table
    styles: Mapping[str, str]
    width: int
    texts: tuple[tuple[str, ...], ...] = field(init=False)
    widths: Widths = field(init=False)
    small: str = field(init=False)
    tight: str = field(init=False)
    starts: frozenset[int] = field(init=False)
    _frames: dict[tuple[int, str, str, bool], tuple[str, str, str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.texts = tuple(tuple(_cell_text(cell) for cell in row.cells) for row in self.table.rows)
        self.widths = fit(self.table, self._figures(), self.width)
        size = self.widths.size
        self.small = "" if size == _USUAL_SIZE else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        self.tight = '<w:spacing w:before="26" w:after="26"/>' if self.small or is_wide((self.table,)) else ""
        self.starts = frozenset(_group_starts(self.table))

    def _figures(self) -> list[list[str]]:
        """The printed figures of each column; words may break, so only their longest counts."""
        filled = [texts for texts in self.texts if texts]
        return [
            [text if text[-1:].isdigit() else max(text.split(" "), key=len) for text in (row[place] for row in filled)]
            for place in range(len(self.table.columns))
        ]

    def xml(self) -> str:
        table = self.table
        described = f"{len(table.rows)} rader och {len(table.columns)} talkolumner; raderna är {table.row_header}"
        head = table_head(
            caption_text(table),
            described if table.row_header else described.partition(";")[0],
            self.styles["Styrmodelltabell"],
            (self.widths.label, *self.widths.columns),
        )
        kept = len(table.rows) <= _KEPT_TOGETHER
        ends = (*range(_KEPT_AT_ENDS), *range(len(table.rows) - _KEPT_AT_ENDS, len(table.rows)))
        last = len(table.rows) - 1
        rows = (
            self._row(row, texts, keep=(kept or place in ends) and place < last)
            for place, (row, texts) in enumerate(zip(table.rows, self.texts, strict=True))
        )
        return f"<w:tbl>{head}{''.join(self._header())}{''.join(rows)}</w:tbl>"

    def _header(self) -> Iterator[str]:
        groups = self.table.groups
        style = self.styles["Tabellhuvud"]
        corner = paragraph(style, run(self.table.row_header, self.small))
        if not groups:
            cells = (self._column_head(place, line=True) for place in range(len(self.table.columns)))
            yield _row_xml(_HEADER_ROW, _cell(self.widths.label, corner, line=_HEADER_LINE), *cells)
            return
        spans = tuple(self._spans(groups))
        yield _row_xml(_HEADER_ROW, _cell(self.widths.label, corner, merge="restart"), *(first for first, _ in spans))
        below = _cell(self.widths.label, paragraph(style, ""), merge="continue", line=_HEADER_LINE)
        yield _row_xml(_HEADER_ROW, below, *(second for _, second in spans))

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
        alignment = self.tight + f'<w:jc w:val="{"center" if len(places) > 1 else "right"}"/>'
        text = paragraph(self.styles["Tabellhuvud"], run(name, self.small), alignment)
        return _cell(width, text, span=len(places), line=self._left(places[0]))

    def _column_head(self, place: int, *, merge: str = "", line: bool = False) -> str:
        column = self.table.columns[place]
        text = "" if merge == "continue" else run(with_marks(column.label, column.notes), self.small)
        block = paragraph(self.styles["Tabellhuvud"], text, f'{self.tight}<w:jc w:val="right"/>')
        borders = self._left(place) + (_HEADER_LINE if line else "")
        return _cell(self.widths.columns[place], block, merge=merge, line=borders)

    def _left(self, place: int) -> str:
        return _GROUP_LINE if place in self.starts else ""

    def _row(self, row: TableRow, texts: Sequence[str], *, keep: bool) -> str:
        keeping = "<w:keepNext/>" if keep or not row.cells else ""
        bold = "<w:b/><w:bCs/>" if row.level != "body" else ""
        line = _TOTAL_LINE if row.level == "total" else ""
        look = bold + self.small
        label = paragraph(self.styles["Tabelltext"], run(with_marks(row.label, row.notes), look), keeping + self.tight)
        if not row.cells:
            span = 1 + len(self.table.columns)
            return _row_xml(_PLAIN_ROW, _cell(self.width, label, span=span, fill=_HEADING_FILL))
        figures = (self._figure(place, text, look, line) for place, text in enumerate(texts))
        return _row_xml(_PLAIN_ROW, _cell(self.widths.label, label, line=line), *figures)

    def _figure(self, place: int, text: str, look: str, line: str) -> str:
        # A large table has many figures and few looks: all but the text is made once a look.
        asked = (place, look, line, text.startswith(NOT_REPORTED))
        frame = self._frames.get(asked)
        if frame is None:
            frame = self._frames[asked] = self._frame(*asked)
        before, start, end = frame
        return f"{before}{start}{text_elements(text)}</w:r>{end}" if text else f"{before}{end}"

    def _frame(self, place: int, look: str, line: str, is_missing: bool) -> tuple[str, str, str]:
        """What stands before a figure's run, the run's start, and what stands after it."""
        borders = line + self._left(place)
        inner = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
        muted = f'<w:color w:val="{MUTED}"/>' if is_missing else ""
        properties = f"<w:rPr>{_ordered(look, muted)}</w:rPr>" if look or muted else ""
        style = f'<w:pStyle w:val="{self.styles["Tabelltal"]}"/>{self.tight}'
        width = f'<w:tcW w:w="{self.widths.columns[place]}" w:type="dxa"/>'
        before = f'<w:tc><w:tcPr>{width}{inner}<w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr>{style}</w:pPr>'
        return before, f"<w:r>{properties}", "</w:p></w:tc>"


def _ordered(look: str, color: str) -> str:
    """The schema wants weight, colour and size in that order."""
    if not color:
        return look
    weight, size, rest = look.partition("<w:sz ")
    return weight + color + size + rest


def _cell_text(cell: TableCell) -> str:
    return with_marks(cell.text, cell.notes).replace(" ", NBSP) if cell.notes else cell.text


def _group_starts(table: Table) -> Iterator[int]:
    """Where a line parts one group of columns from the next."""
    place = 0
    for _, count in table.groups:
        yield place
        place += count


def _row_xml(properties: str, *cells: str) -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(
    width: int, content: str, *, span: int = 1, merge: str = "", line: str = "", fill: str = "", align: str = "bottom"
) -> str:
    """A cell; *line* is content of ``w:tcBorders`` in the order top, left, bottom."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    borders = f"<w:tcBorders>{line}</w:tcBorders>" if line else ""
    aligned = f'<w:vAlign w:val="{align}"/>' if align else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}{borders}{fill}{aligned}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
