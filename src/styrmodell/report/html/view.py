"""What the HTML template is given: a document as plain values, in the order of the page."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.report.derivation import Derivation, derive
from styrmodell.report.document import Edition
from styrmodell.report.edition_text import (
    FINDINGS_COLUMNS,
    FINDINGS_INTRO,
    FINDINGS_TITLE,
    draft_text,
    origin_text,
)
from styrmodell.report.flow import Heading, Prose
from styrmodell.report.table import Cell, Table, TableCell, TableColumn, TableRow
from styrmodell.report.table_text import caption_text, cell_name, column_name, is_wide, remarks, with_marks

MOST_EXPLAINED = 5_000
_DEEPEST = 6


@frozen(kw_only=True)
class HeadingView:
    """A heading; *level* is HTML's, where the title is 1 and no level is jumped over."""

    text: str
    level: int
    kind: str = "heading"


@frozen(kw_only=True)
class ParagraphView:
    """A paragraph."""

    text: str
    kind: str = "paragraph"


@frozen(kw_only=True)
class CellView:
    """A cell: *how* is the id of its working, empty where there is none."""

    id: str
    text: str
    how: str
    missing: bool


@frozen(kw_only=True)
class RowView:
    """A row; no cells make it a heading that begins a body of its own."""

    label: str
    level: str
    cells: tuple[CellView, ...]


@frozen(kw_only=True)
class HeaderView:
    """A cell of the table's head."""

    text: str
    columns: int = 1
    rows: int = 1
    scope: str = "col"


@frozen(kw_only=True)
class EntryView:
    """The working of one cell."""

    id: str
    cell: str
    name: str
    derivation: Derivation


@frozen(kw_only=True)
class TableView:
    """A table, its notes and the workings of its cells.

    Attributes:
        anchor: Id of its caption.
        groups: Columns that belong together: how many in each.
        head: One or two rows.
        bodies: Rows, parted at heading rows.
    """

    anchor: str
    caption: str
    shows_caption: bool
    row_header: str
    groups: tuple[int, ...]
    head: tuple[tuple[HeaderView, ...], ...]
    bodies: tuple[tuple[RowView, ...], ...]
    notes: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    wide: bool
    entries: tuple[EntryView, ...]
    kind: str = "table"


@frozen(kw_only=True)
class PageView:
    """All of the page."""

    title: str
    facts: tuple[tuple[str, str], ...]
    draft: str
    blocks: tuple[HeadingView | ParagraphView | TableView, ...]
    findings: tuple[Finding, ...]
    findings_title: str
    findings_intro: str
    findings_columns: tuple[str, ...]
    explained: bool
    wide: bool
    footer: str
    origin: str
    generator: str

    @property
    def tables(self) -> tuple[TableView, ...]:
        """The tables that have workings to show."""
        return tuple(block for block in self.blocks if isinstance(block, TableView) and block.entries)


def page_of(edition: Edition) -> PageView:
    """Lay out *edition* as a page; asking for it computes every figure."""
    document = edition.document
    explained = sum(len(row.cells) for table in document.tables() for row in table.rows) <= MOST_EXPLAINED
    return PageView(
        title=document.title,
        facts=tuple(_facts(edition)),
        draft=draft_text(edition) if edition.draft else "",
        blocks=tuple(_blocks(edition, explained)),
        findings=tuple(edition.findings),
        findings_title=FINDINGS_TITLE,
        findings_intro=FINDINGS_INTRO,
        findings_columns=FINDINGS_COLUMNS,
        explained=explained,
        wide=is_wide(document.tables()),
        footer=document.head.footer,
        origin=origin_text(edition),
        generator=edition.generator,
    )


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    head = edition.document.head
    yield from head.facts
    named = (
        ("Period", edition.period.text),
        ("Organ", f"{head.body} {head.paragraph}".strip()),
        ("Diarienummer", head.dnr),
        ("Bilaga", head.appendix.removeprefix("Bilaga ")),
        ("Underlag per", edition.as_of.isoformat()),
    )
    if all(edition.unit_name != content for _, content in head.facts):
        yield ("Enhet", edition.unit_name)
    yield from ((word, content) for word, content in named if content)


def _blocks(edition: Edition, explained: bool) -> Iterator[HeadingView | ParagraphView | TableView]:
    deepest = 1
    for place, block in enumerate(edition.document.flow):
        if isinstance(block, Heading):
            # A reader who steps from heading to heading must not meet a gap.
            deepest = min(max(block.level, 1) + 1, deepest + 1, _DEEPEST)
            yield HeadingView(text=block.text, level=deepest)
        elif isinstance(block, Prose):
            yield ParagraphView(text=block.text)
        elif isinstance(block, Table):
            yield _table(block, f"tabell-{place + 1}", explained, edition.document.shows_caption(block))


def _table(table: Table, anchor: str, explained: bool, shows_caption: bool) -> TableView:
    return TableView(
        anchor=anchor,
        caption=caption_text(table),
        shows_caption=shows_caption,
        row_header=table.row_header,
        groups=tuple(count for _, count in table.groups) or (len(table.columns),),
        head=tuple(_head(table)),
        bodies=tuple(_bodies(table, explained)),
        notes=tuple((note.mark, note.text) for note in table.notes),
        remarks=remarks(table),
        wide=is_wide((table,)),
        entries=tuple(_entries(table)) if explained else (),
    )


def _head(table: Table) -> Iterator[tuple[HeaderView, ...]]:
    groups = table.groups
    if not groups:
        yield (HeaderView(text=table.row_header), *(_column_head(column) for column in table.columns))
        return
    upper, lower = [HeaderView(text=table.row_header, rows=2)], list[HeaderView]()
    place = 0
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
    return HeaderView(text=with_marks(column.label, column.notes), rows=rows)


def _bodies(table: Table, explained: bool) -> Iterator[tuple[RowView, ...]]:
    body: list[RowView] = []
    for row in table.rows:
        if not row.cells and body:
            yield tuple(body)
            body = []
        body.append(_row(row, explained))
    if body:
        yield tuple(body)


def _row(row: TableRow, explained: bool) -> RowView:
    cells = tuple(_cell(cell, explained) for cell in row.cells)
    return RowView(label=with_marks(row.label, row.notes), level=row.level, cells=cells)


def _cell(cell: TableCell, explained: bool) -> CellView:
    how = _how_id(cell) if explained and not cell.is_blank else ""
    return CellView(id=cell.id, text=with_marks(cell.text, cell.notes), how=how, missing=cell.is_missing)


def _how_id(cell: TableCell) -> str:
    return f"{cell.id}/hur"


def _entries(table: Table) -> Iterator[EntryView]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            derivation = derive(cell) if isinstance(cell, Cell) else None
            if derivation is not None:
                yield EntryView(
                    id=_how_id(cell), cell=cell.id, name=cell_name(row, column_name(column)), derivation=derivation
                )
