"""Tables as WordprocessingML text: linear in the number of rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from attrs import define, field

from styrmodell.report.numbers import NBSP
from styrmodell.report.palette import ACCENT, BAND, MUTED
from styrmodell.report.status_mark import Tone
from styrmodell.report.table import (
    NOT_REPORTED,
    NUMBERS,
    Cell,
    ColumnKind,
    Table,
    TableCell,
    TableRow,
    TextCell,
    TrendCell,
)
from styrmodell.report.table_text import caption_text, cell_name, column_name, is_wide, remarks, with_marks
from styrmodell.report.word.cell import cell_look, cell_xml, row_xml
from styrmodell.report.word.drawings import Drawings
from styrmodell.report.word.markup import paragraph, run, text_elements
from styrmodell.report.word.measure import lines_of
from styrmodell.report.word.table_head import LEFT_LINE, HeaderWriter, aligned, group_starts, indent, table_head
from styrmodell.report.word.width import Widths, fit

_KEEP = "<w:keepNext/>"
_PLAIN_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_TOTAL_LINE = f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
_HANGING = '<w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs><w:ind w:left="340" w:hanging="340"/>'
_INDENTED = '<w:ind w:left="200"/>'
_EM_SPACE = "\u2003"
_FEW_NOTES, _SHORT_NOTE = 6, 60
_USUAL_SIZE = 18
# A table with more rows, or more lines in them, may not fit below the title, and would leave the page empty.
_KEPT_TOGETHER, _KEPT_LINES = 12, 18
_KEPT_AT_ENDS = 2
_LONG_TEXT = 120
_CELL_SIDES, _TREND_HEIGHT = 130, 260
# The first sign of a status: only then is the cell asked for its tone, which takes time in a large table.
_SYMBOLS = frozenset("●▲■○◇")
# Nearly every row of a large table: figures, of which no sign is markup.
_FIGURES = re.compile("[0-9+\u2212][0-9+\u2212\u00a0,%|]*")
_ONLY_FIGURES = frozenset((Cell,))


def table_xml(table: Table, styles: Mapping[str, str], width: int, drawings: Drawings) -> str:
    """Table, notes and remarks, as the XML of blocks in a body.

    Args:
        styles: Invariant style name → id.
        width: Room between the margins, in twips.
    """
    notes = tuple(_notes(table))
    # A few notes stand together, on the page where their table ends.
    has_few = 0 < len(notes) <= _FEW_NOTES
    writer = _TableWriter(table=table, styles=styles, width=width, drawings=drawings, keeps_last=has_few)
    keeping = [_KEEP if has_few and place < len(notes) else "" for place in range(1, len(notes) + 1)]
    below = (
        paragraph(styles["Tabellnot"], run(text), keep + look)
        for keep, (text, look) in zip(keeping, notes, strict=True)
    )
    return writer.xml() + "".join(below)


def _notes(table: Table) -> Iterator[tuple[str, str]]:
    """The lines below *table*, each with how it is set."""
    marked = [note for note in table.notes if note.mark]
    if len(marked) > _FEW_NOTES and all(len(note.text) <= _SHORT_NOTE for note in marked):
        # Many short notes run on, as in the printed appendices; one a line they would push a page ahead of them.
        yield _EM_SPACE.join(f"{note.mark}{NBSP}{note.text}" for note in marked), ""
    else:
        yield from ((f"{note.mark}\t{note.text}", _HANGING) for note in marked)
    plain = [note.text for note in table.notes if not note.mark]
    yield from ((text, "") for text in (*plain, *remarks(table)) if text)


# What cells have in common, all but text: place, kind, run properties, line above, tone, whether a figure is missing.
_Look: TypeAlias = tuple[int, ColumnKind, str, str, Tone | None, bool]
_Frame: TypeAlias = tuple[str, str, str]


@define(kw_only=True, eq=False)
class _TableWriter:
    """Writes one table; what every row has in common is made once. Its last row may be kept with what follows."""

    table: Table
    styles: Mapping[str, str]
    width: int
    drawings: Drawings
    keeps_last: bool = False
    texts: tuple[tuple[str, ...], ...] = field(init=False)
    widths: Widths = field(init=False)
    small: str = field(init=False)
    tight: str = field(init=False)
    align: str = field(init=False)
    starts: frozenset[int] = field(init=False)
    spans: tuple[int, ...] = field(init=False)
    _rows: dict[tuple[str, str], list[tuple[str, str]]] = field(factory=dict)
    _figures: dict[tuple[int, str, str, bool], _Frame] = field(factory=dict)
    _words: dict[_Look, _Frame] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        table = self.table
        self.texts = tuple(tuple(_cell_text(cell) for cell in row.cells) for row in table.rows)
        filled = [texts for texts in self.texts if texts]
        columns = list(zip(*filled, strict=True)) or [()] * len(table.columns)
        self.widths = fit(table, columns, self.width)
        size = self.widths.size
        self.small = "" if size == _USUAL_SIZE else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        self.tight = '<w:spacing w:before="26" w:after="26"/>' if self.small or is_wide((table,)) else ""
        flows = any(column.kind is ColumnKind.TEXT for column in table.columns)
        self.align = "top" if flows or table.has_groups else "bottom"
        self.starts = group_starts(table)
        self.spans = table.row_spans() if self.widths.group else ()

    def xml(self) -> str:
        table = self.table
        style = self.styles["Styrmodelltabell"]
        head = table_head(caption_text(table), _description(table), style, self.widths.all)
        header = HeaderWriter(
            table=table,
            widths=self.widths,
            style=self.styles["Tabellhuvud"],
            small=self.small,
            tight=self.tight,
            starts=self.starts,
        )
        kept = len(table.rows) <= _KEPT_TOGETHER and sum(map(self._lines, table.rows, self.texts)) <= _KEPT_LINES
        ends = (*range(_KEPT_AT_ENDS), *range(len(table.rows) - _KEPT_AT_ENDS, len(table.rows)))
        last = len(table.rows) - (not self.keeps_last)
        rows = (
            self._row(row, texts, span, keep=(kept or place in ends) and place < last and not _is_tall(texts))
            for place, (row, texts, span) in enumerate(zip_longest(table.rows, self.texts, self.spans))
        )
        return f"<w:tbl>{head}{''.join(header.rows())}{''.join(rows)}</w:tbl>"

    def _lines(self, row: TableRow, texts: Sequence[str]) -> int:
        """About how many lines a row is high."""
        size, kinds = self.widths.size, (column.kind for column in self.table.columns)
        cells = zip(texts, self.widths.columns, kinds, strict=True) if texts else ()
        flowing = ((text, width) for text, width, kind in cells if kind is ColumnKind.TEXT)
        room = self.widths.label if texts else self.width
        shown = ((with_marks(row.label, row.notes), room), *flowing)
        return max(lines_of(text, size, width - _CELL_SIDES) for text, width in shown)

    def _row(self, row: TableRow, texts: Sequence[str], span: int | None, *, keep: bool) -> str:
        """A row; *span* is over how many rows its group reaches, None where rows are not grouped."""
        keeping = _KEEP if keep or not row.cells else ""
        if not row.cells:
            label = self._label(row, keeping, "<w:b/><w:bCs/>" + self.small)
            columns = len(self.widths.all)
            return row_xml(_PLAIN_ROW, cell_xml(self.width, label, span=columns, fill=BAND, align=self.align))
        weight = "<w:b/><w:bCs/>" if row.level in ("total", "heading") else ""
        line = _TOTAL_LINE if row.level == "total" else ""
        label = self._label(row, keeping, weight + self.small)
        lead = self._lead(row, label, span, keeping, line)
        cells = self._plain(row, texts, weight, line) or (
            self._figure(place, text, weight, line)
            if type(cell) is Cell and text[:1] not in _SYMBOLS
            else self._other(place, cell, text, row, weight, line)
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True))
        )
        return row_xml(_PLAIN_ROW, lead, *cells)

    def _label(self, row: TableRow, keeping: str, look: str) -> str:
        indent = _INDENTED if row.level == "sub" else ""
        text = run(with_marks(row.label, row.notes), look)
        return paragraph(self.styles["Tabelltext"], text, keeping + self.tight + indent)

    def _lead(self, row: TableRow, label: str, span: int | None, keeping: str, line: str) -> str:
        """The cells of a row's group and label; a row without a group has one cell for both."""
        if span is None:
            return cell_xml(self.widths.label, label, line=line, align=self.align)
        if not row.group:
            return cell_xml(self.widths.lead, label, span=2, line=line, align=self.align)
        merge = "continue" if not span else "restart" if span > 1 else ""
        shown = run(row.group, self.small) if span else ""
        text = paragraph(self.styles["Tabelltext"], shown, keeping + self.tight)
        group = cell_xml(self.widths.group, text, merge=merge, line=line, align=self.align)
        return group + cell_xml(self.widths.label, label, line=line, align=self.align)

    def _plain(self, row: TableRow, texts: Sequence[str], weight: str, line: str) -> list[str]:
        """The cells of a row of nothing but printed figures; none where it holds anything else."""
        if set(map(type, row.cells)) != _ONLY_FIGURES or not _FIGURES.fullmatch("|".join(texts)):
            return []
        frames = self._rows.get((weight, line))
        if frames is None:
            looks = ((place, ColumnKind.FIGURE, weight, line, None, False) for place in range(len(texts)))
            made = [self._frame(look) for look in looks]
            frames = self._rows[weight, line] = [
                (f"{before}{start}<w:t>", f"</w:t></w:r>{end}") for before, start, end in made
            ]
        return [f"{before}{text}{after}" for (before, after), text in zip(frames, texts, strict=True)]

    def _figure(self, place: int, text: str, weight: str, line: str) -> str:
        # A large table has many figures and few looks: all but the text is made once a look.
        asked = (place, weight, line, text.startswith(NOT_REPORTED))
        frame = self._figures.get(asked)
        if frame is None:
            frame = self._figures[asked] = self._frame((place, ColumnKind.FIGURE, weight, line, None, asked[3]))
        before, start, end = frame
        return f"{before}{start}{text_elements(text)}</w:r>{end}" if text else f"{before}{end}"

    def _other(self, place: int, cell: TableCell, text: str, row: TableRow, weight: str, line: str) -> str:
        """A cell of words, a status, or a course."""
        look = (place, self._kind(place, cell), weight, line, None if cell.is_blank else cell.tone, False)
        frame = self._words.get(look)
        if frame is None:
            frame = self._words[look] = self._frame(look)
        before, start, end = frame
        drawn = self._course(place, cell, row) if isinstance(cell, TrendCell) and not cell.is_blank else ""
        return f"{before}{drawn}{start}{text_elements(text)}</w:r>{end}" if text else f"{before}{drawn}{end}"

    def _kind(self, place: int, cell: TableCell) -> ColumnKind:
        column = self.table.columns[place].kind
        if isinstance(cell, TextCell):
            return column if cell.kind is ColumnKind.TEXT else cell.kind
        return ColumnKind.TREND if isinstance(cell, TrendCell) else column

    def _course(self, place: int, cell: TrendCell, row: TableRow) -> str:
        name = cell_name(row, column_name(self.table.columns[place]))
        return self.drawings.trend(cell, name, (max(self.widths.columns[place] - _CELL_SIDES, 1), _TREND_HEIGHT))

    def _frame(self, look: _Look) -> _Frame:
        """What stands before a cell's run, the run's start, and what stands after it."""
        place, kind, weight, line, tone, is_missing = look
        borders = line + (LEFT_LINE if place in self.starts else "")
        colour = tone.look.ink if tone is not None else MUTED if is_missing else ""
        properties = weight + (f'<w:color w:val="{colour}"/>' if colour else "") + self.small
        is_figure = kind in NUMBERS
        style = self.styles["Tabelltal" if is_figure else "Tabelltext"]
        fill = tone.look.field if tone is not None else ""
        box = cell_look(self.widths.columns[place], line=borders, fill=fill, align=self.align)
        side = "" if is_figure else indent(place, self.widths) + aligned(kind)
        before = f'<w:tc>{box}<w:p><w:pPr><w:pStyle w:val="{style}"/>{self.tight}{side}</w:pPr>'
        return before, f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>", "</w:p></w:tc>"


def _is_tall(texts: Sequence[str]) -> bool:
    """Whether a row holds so much text that the next could leave a page half empty by following it."""
    return max(map(len, texts), default=0) > _LONG_TEXT


def _description(table: Table) -> str:
    """What is read aloud before the table: how large it is, and what its rows are."""
    figures = all(column.kind is ColumnKind.FIGURE for column in table.columns)
    size = f"{len(table.rows)} rader och {len(table.columns)} {'talkolumner' if figures else 'kolumner'}"
    return f"{size}; raderna är {table.row_header}" if table.row_header else size


def _cell_text(cell: TableCell) -> str:
    if isinstance(cell, TrendCell):
        return with_marks("", cell.notes)
    if not cell.notes:
        return cell.text
    # The marks of a figure stay on its line; words may part.
    text = with_marks(cell.text, cell.notes)
    return text.replace(" ", NBSP) if isinstance(cell, Cell) else text
