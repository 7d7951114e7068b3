"""Tables as the template is given them: heads, bodies parted at headings and groups, and cells by their kinds."""

from collections.abc import Iterator, Sequence

from attrs import define, evolve, frozen

from styrmodell.report.html.names import Names
from styrmodell.report.html.working import how_id
from styrmodell.report.status_mark import Tone, status_mark
from styrmodell.report.svg import sparkline_svg
from styrmodell.report.table import NUMBERS, Cell, ColumnKind, Table, TableCell, TableColumn, TableRow, TrendCell
from styrmodell.report.table_text import caption_text, cell_name, column_name, is_wide, remarks, with_marks


@frozen(kw_only=True)
class CellView:
    """A cell.

    Attributes:
        how: The id of its working, empty where there is none.
        look: Its CSS classes.
        symbol: Of a status, not read aloud: the word says it.
        marks: Footnote marks, where they stand apart from the text.
        tone: Tone of a status or a rating, shown as a field around the words.
        svg: A drawing, ready to print.
    """

    id: str
    text: str
    how: str = ""
    look: str = ""
    symbol: str = ""
    marks: str = ""
    tone: str = ""
    svg: str = ""


@frozen(kw_only=True)
class RowView:
    """A row; no cells make it a heading that begins a body of its own.

    Attributes:
        group: Heading shared with the rows below, over *span* rows; None where the row above holds it.
        columns: Over how many columns the label stands.
    """

    label: str
    level: str
    cells: tuple[CellView, ...]
    group: str | None = None
    span: int = 1
    columns: int = 1


@frozen(kw_only=True)
class HeaderView:
    """A cell of the table's head."""

    text: str
    columns: int = 1
    rows: int = 1
    scope: str = "col"
    look: str = ""


@frozen(kw_only=True)
class TableView:
    """A table with its notes.

    Attributes:
        anchor: Id of its caption.
        number: "Tabell 2", empty where tables are not numbered.
        labels: How many columns of labels come first.
        groups: Columns that belong together: how many in each.
        head: One or two rows.
        bodies: Rows, parted at heading rows and groups.
    """

    anchor: str
    number: str
    caption: str
    shows_caption: bool
    labels: int
    groups: tuple[int, ...]
    head: tuple[tuple[HeaderView, ...], ...]
    bodies: tuple[tuple[RowView, ...], ...]
    notes: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    wide: bool
    kind: str = "table"


@define(kw_only=True, eq=False)
class TableWriter:
    """Lays out tables.

    Attributes:
        title: The document's: what a table without a caption of its own is called by those who do not see it.
        explained: Whether figures lead to their workings.
    """

    names: Names
    title: str
    explained: bool

    def table(self, table: Table, anchor: str, number: str, *, shows_caption: bool) -> TableView:
        """*table*, its caption with the id *anchor*."""
        caption = caption_text(table)
        return TableView(
            anchor=anchor,
            number=number,
            caption=caption or ("" if number else self.title),
            shows_caption=bool(number) or (shows_caption and bool(caption)),
            labels=2 if table.has_groups else 1,
            groups=tuple(count for _, count in table.groups) or ((len(table.columns),) if table.columns else ()),
            head=tuple(_head(table)),
            bodies=tuple(self._bodies(table)),
            notes=tuple((note.mark, note.text) for note in table.notes),
            remarks=remarks(table),
            wide=is_wide((table,)),
        )

    def _bodies(self, table: Table) -> Iterator[tuple[RowView, ...]]:
        body: list[RowView] = []
        grouped = table.has_groups
        spans = table.row_spans() if grouped else (1,) * len(table.rows)
        for row, span in zip(table.rows, spans, strict=True):
            if body and (not row.cells or (grouped and span > 0)):
                yield tuple(body)
                body = []
            view = self._row(row, table.columns)
            body.append(_grouped(view, row, span) if grouped else view)
        if body:
            yield tuple(body)

    def _row(self, row: TableRow, columns: Sequence[TableColumn]) -> RowView:
        cells = tuple(self._cell(cell, column, row) for cell, column in zip(row.cells, columns, strict=False))
        return RowView(label=with_marks(row.label, row.notes), level=row.level, cells=cells)

    def _cell(self, cell: TableCell, column: TableColumn, row: TableRow) -> CellView:
        name = self.names.take(cell.id)
        if isinstance(cell, TrendCell):
            svg = sparkline_svg(cell, cell_name(row, column_name(column)))
            return CellView(id=name, text="", look="trend", marks=with_marks("", cell.notes), svg=svg)
        kind = _kind(cell, column)
        look = "missing" if cell.is_missing else "" if kind in NUMBERS else kind.value
        how = how_id(cell.id) if self.explained and isinstance(cell, Cell) and not cell.is_blank else ""
        if kind in (ColumnKind.STATUS, ColumnKind.RATING) and cell.text:
            return _toned(cell, CellView(id=name, text=cell.text, how=how, look=look), cell.tone)
        return CellView(id=name, text=with_marks(cell.text, cell.notes), how=how, look=look)


def _grouped(view: RowView, row: TableRow, span: int) -> RowView:
    """A row of a table with groups: one without a group of its own stands under that of the labels as well."""
    if not row.cells:
        return view
    return evolve(view, group=row.group if span else None, span=span) if row.group else evolve(view, columns=2)


def _toned(cell: TableCell, view: CellView, tone: Tone | None) -> CellView:
    """A status or a rating: the symbol apart from the word, which is what is read aloud."""
    symbol = status_mark(cell.status).symbol if cell.status is not None else ""
    has = bool(symbol) and cell.text.startswith(symbol)
    return evolve(
        view,
        text=cell.text.removeprefix(symbol).lstrip("\u00a0 ") if has else cell.text,
        symbol=symbol if has else "",
        tone=tone.value if tone is not None else "",
        marks=with_marks("", cell.notes),
    )


def _kind(cell: TableCell, column: TableColumn) -> ColumnKind:
    """What stands in *cell*: it may differ from the rest of its column."""
    if isinstance(cell, Cell):
        known = cell.explanation
        if cell.status is not None:
            return ColumnKind.STATUS
        return ColumnKind.TEXT if known is not None and known.counts else ColumnKind.FIGURE
    own = ColumnKind.TREND if isinstance(cell, TrendCell) else cell.kind
    if own is not ColumnKind.TEXT or column.kind is ColumnKind.FIGURE:
        return own
    return column.kind


def _head(table: Table) -> Iterator[tuple[HeaderView, ...]]:
    groups = table.groups
    labels = [table.group_header, table.row_header] if table.has_groups else [table.row_header]
    first = [HeaderView(text=text, rows=2 if groups else 1, look="text") for text in labels]
    if not groups:
        yield (*first, *(_column_head(column) for column in table.columns))
        return
    upper, lower, place = first, list[HeaderView](), 0
    for name, count in groups:
        columns = table.columns[place : place + count]
        if name:
            upper.append(HeaderView(text=name, columns=count, scope="colgroup"))
            lower.extend(_column_head(column) for column in columns)
        else:
            upper.extend(_column_head(column, rows=2) for column in columns)
        place += count
    yield from (tuple(upper), tuple(lower))


def _column_head(column: TableColumn, rows: int = 1) -> HeaderView:
    look = "" if column.kind in NUMBERS else column.kind.value
    return HeaderView(text=with_marks(column.label, column.notes), rows=rows, look=look)
