"""What sheets a workbook has, before the first is written."""

from attrs import define, field

from styrmodell.report.chart import Matrix
from styrmodell.report.document import Contents, Edition
from styrmodell.report.excel.choices import Choices
from styrmodell.report.excel.cover import SheetEntry
from styrmodell.report.excel.drawing import Drawer, Drawing
from styrmodell.report.excel.layout import Layout, lay_out
from styrmodell.report.excel.lines import top_lines
from styrmodell.report.excel.names import (
    ACKNOWLEDGED_SHEET,
    CHART_DATA_SHEET,
    CHARTS_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    TEXT_SHEET,
    range_names,
    sheet_wishes,
    unique_sheet_names,
)
from styrmodell.report.excel.narrative import TextPlan
from styrmodell.report.flow import Listing, Prose
from styrmodell.report.formula.address import Address, Range
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.table import Cell, Table
from styrmodell.report.table_text import caption_text

_CELLS_BEHIND = 12


@define(kw_only=True, eq=False)
class BookPlan:
    """The sheets of *edition*'s workbook, each with what it holds.

    Attributes:
        printed: The tables the document prints.
        drawn: The tables only charts draw.
        trends: Cell id of each course → the cells it is drawn through.
        text: The lines of the sheet Text; None without running text.
    """

    edition: Edition
    printed: tuple[Layout, ...] = field(init=False)
    drawn: tuple[Layout, ...] = field(init=False)
    matrices: tuple[tuple[str, Matrix], ...] = field(init=False)
    drawer: Drawer = field(init=False)
    drawings: tuple[Drawing, ...] = field(init=False)
    trends: dict[str, Range] = field(init=False)
    choices: Choices = field(factory=Choices)
    text: TextPlan | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        document = self.edition.document
        tables = (*document.tables(), *document.chart_tables())
        matrices = [block for block in document.flow if isinstance(block, Matrix)]
        names = unique_sheet_names((*sheet_wishes(document), *(matrix.title or matrix.key for matrix in matrices)))
        triples = zip(tables, names, range_names(tables), strict=False)
        layouts = [lay_out(self.edition, table, sheet, name) for table, sheet, name in triples]
        count = len(document.tables())
        self.printed, self.drawn = tuple(layouts[:count]), tuple(layouts[count:])
        self.matrices = tuple(zip(names[len(tables) :], matrices, strict=True))
        # Of two tables with one id, the first is the one that is drawn.
        self.drawer = Drawer(layouts={layout.table.id: layout for layout in reversed(layouts)})
        self.drawings = tuple(map(self.drawer.drawing, document.charts()))
        self.trends = {key: cells for layout in layouts for key, cells in self.drawer.courses(layout).items()}
        for column in (column for table in tables for column in table.columns):
            self.choices.add(column.choices)
        self.text = TextPlan(document=document, sheets=self._shown()) if self._has_text() else None

    def _has_text(self) -> bool:
        blocks = self.edition.document.flow
        return not (self.layouts or self.matrices) or any(isinstance(block, Prose | Listing) for block in blocks)

    def _shown(self) -> dict[str, str]:
        """The sheet of each table by its id, of each chart and matrix by its key."""
        found = {layout.table.id: layout.sheet for layout in self.layouts}
        found |= {drawing.chart.key: self.sheet_of(drawing) for drawing in self.drawings}
        return found | {matrix.key: name for name, matrix in self.matrices}

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Every table that has a sheet."""
        return self.printed + self.drawn

    def sheet_of(self, drawing: Drawing) -> str:
        """The sheet *drawing* stands on: that of its table, where the document prints it."""
        return drawing.layout.sheet if drawing.layout in self.printed else CHARTS_SHEET

    def below(self, layout: Layout) -> tuple[Drawing, ...]:
        """The charts that stand below *layout*'s printed table."""
        return tuple(d for d in self.drawings if d.layout is layout and self.sheet_of(d) == layout.sheet)

    @property
    def apart(self) -> tuple[Drawing, ...]:
        """The charts whose tables the document does not print."""
        return tuple(drawing for drawing in self.drawings if self.sheet_of(drawing) == CHARTS_SHEET)

    @property
    def has_cover(self) -> bool:
        """Whether there is a sheet that lists the others."""
        document = self.edition.document
        listed = document.cover or any(isinstance(block, Contents) for block in document.blocks)
        return listed or len(self.layouts) + len(self.matrices) > 1

    @property
    def cells(self) -> int:
        """About how many cells are written; each figure has a row on Härledning too, where there is one."""
        behind = _CELLS_BEHIND if self.has_derivation else 0
        return sum(len(layout.table.rows) * layout.last_column * (1 + behind) for layout in self.layouts)

    def text_places(self) -> tuple[tuple[Address, Cell], ...]:
        """The figures of running text, with the lines they stand in."""
        if self.text is None:
            return ()
        return tuple(self.text.places(len(tuple(top_lines(self.edition)))))

    def entries(self, *, has_basis: bool) -> list[SheetEntry]:
        """The list of sheets, in their order; only the formulas know whether there is an Underlag."""
        found = [SheetEntry(name=layout.sheet, holds=self._holds(layout.table)) for layout in self.printed]
        if self.apart:
            found.append(SheetEntry(name=CHARTS_SHEET, holds="; ".join(d.chart.title for d in self.apart)))
        found += [SheetEntry(name=one.sheet, holds=f"Siffror till diagram: {one.table.caption}") for one in self.drawn]
        found += [SheetEntry(name=name, holds=matrix.title) for name, matrix in self.matrices]
        if self.text is not None:
            found.append(SheetEntry(name=TEXT_SHEET, holds="Dokumentets löpande text"))
        if self.edition.findings.open():
            found.append(SheetEntry(name=FINDINGS_SHEET, holds="Det som är felaktigt eller tveksamt i siffrorna"))
        if self.edition.findings.acknowledged():
            found.append(SheetEntry(name=ACKNOWLEDGED_SHEET, holds="Det som är känt och får stå kvar"))
        if has_basis:
            found.append(SheetEntry(name=BASIS_SHEET, holds="Siffror som formlerna bygger på"))
        if self.has_derivation:
            found.append(
                SheetEntry(name=DERIVATION_SHEET, holds="Hur varje siffra räknats fram och varifrån den kommer")
            )
        if self.drawer.data.rows:
            found.append(SheetEntry(name=CHART_DATA_SHEET, holds="Det som diagrammen ritar"))
        return found

    def _holds(self, table: Table) -> str:
        number = self.edition.document.number_of(table)
        caption = caption_text(table) or table.key
        return f"{number}. {caption}" if number else caption

    @property
    def has_derivation(self) -> bool:
        """Whether any figure has a place to be told of, and not too many have."""
        return self.edition.document.explains_itself and (bool(self.layouts) or bool(self.text_places()))
