"""An explanation as a document: each step with its parts in a table, down to where the figures were written."""

from collections.abc import Iterator

from attrs import define, field

from styrmodell.aggregation.explanation import AS_WRITTEN, Explanation
from styrmodell.report.derivation import Derivation, derive
from styrmodell.report.document import Block, Document, Head, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.numbers import NumberStyle, make_style, unit_word
from styrmodell.report.table import Cell, Table, TableColumn, TableRow

MAX_STEPS = 60
MAX_DEPTH = 6
REPORT = "forklaring"
_VALUE = "varde"


def explanation_document(cell: str, working: Explanation, style: NumberStyle) -> Document:
    """Tell how *working* came about, one heading a step.

    Args:
        cell: The cell id that was asked for.
        style: How the figure prints where it stands.

    Returns:
        At most 60 steps, six levels deep; what is left out is said.
    """
    writer = _Writer()
    blocks = tuple(writer.step(working, style, 0))
    left_out = (Paragraph(text=f"{writer.left_out} steg till visas inte här."),) if writer.left_out else ()
    return Document(
        title=f"Förklaring: {working.label}",
        head=Head(facts=(("Cell", cell), ("Värde", writer.first)), footer="Förklaring"),
        blocks=(*blocks, *left_out),
        findings=working.findings,
    )


@define(kw_only=True, eq=False)
class _Writer:
    """Writes the steps in order; knows how many there are."""

    steps: int = 0
    left_out: int = 0
    first: str = field(default="")

    def step(self, working: Explanation, style: NumberStyle, depth: int) -> Iterator[Block]:
        """The step, then those of its parts that have parts of their own."""
        if self.steps == MAX_STEPS or depth > MAX_DEPTH:
            self.left_out += 1
            return
        self.steps += 1
        number = self.steps
        told = derive(Cell(id=f"{REPORT}/{number}", style=style, open=lambda: working))
        if depth:
            yield Heading(text=working.label, level=min(depth, 3))
        if told is not None:
            self.first = self.first or told.value
            yield from _paragraphs(told)
        if working.children:
            yield _table(working, style, number)
        for child in working.children:
            if child.children and child.op not in AS_WRITTEN:
                yield from self.step(child, _style(child, working, style), depth + 1)


def _paragraphs(told: Derivation) -> Iterator[Paragraph]:
    value = f"{told.value} ({told.unrounded})" if told.unrounded else told.value
    yield Paragraph(text=f"{value}. {told.how}")
    facts = [f"Täckning: {told.coverage}."]
    facts += [f"Saknas: {told.missing}."] if told.missing else []
    facts += [f"Uppgifterna avser {told.age}."] if told.age else []
    yield Paragraph(text=" ".join(facts))
    if told.sources:
        more = f" och {told.more_sources} till" if told.more_sources else ""
        yield Paragraph(text=f"Källor: {'; '.join(told.sources)}{more}.")


def _table(working: Explanation, style: NumberStyle, number: int) -> Table:
    key = f"steg-{number}"
    rows = tuple(
        TableRow(key=f"del-{place}", label=child.label, cells=(_cell(child, working, style, number, place),))
        for place, child in enumerate(working.children, 1)
    )
    alike = all(child.unit == working.unit for child in working.children)
    unit = f" ({unit_word(style.unit)})" if alike and style.unit else ""
    column = TableColumn(key=_VALUE, label=f"Värde{unit}")
    caption = f"Delar av {working.label}"
    return Table(id=f"{REPORT}/{key}", key=key, caption=caption, row_header="Del", columns=(column,), rows=rows)


def _cell(child: Explanation, parent: Explanation, style: NumberStyle, number: int, place: int) -> Cell:
    name = f"{REPORT}/steg-{number}/del-{place}/{_VALUE}"
    return Cell(id=name, style=_style(child, parent, style), open=lambda: child)


def _style(child: Explanation, parent: Explanation, style: NumberStyle) -> NumberStyle:
    return style if child.unit == parent.unit else make_style(child.unit, "", child.decimals)
