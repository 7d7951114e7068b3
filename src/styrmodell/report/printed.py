"""What a document was once printed with, cell by cell, compared with what it shows now."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from styrmodell.aggregation.stated import Printed
from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.report.codes import PRINTED_NOWHERE, PRINTED_WHERE_BLANK
from styrmodell.report.table import Cell


def compare_printed(cell: Cell, printed: Mapping[str, PrintedFigure]) -> tuple[Finding, ...]:
    """What differs between *cell* and the figure that *printed* keeps under its id (SM301–SM303, SM422)."""
    kept = printed.get(cell.id)
    figure = _printed(kept, cell) if kept is not None else None
    if kept is None or figure is None:
        return ()
    if cell.explanation is None or cell.is_blank:
        return (PRINTED_WHERE_BLANK.at(kept.source, cell=cell.id, text=kept.text),)
    return figure.compare(cell.explanation)


def printed_nowhere(
    printed: Iterable[PrintedFigure], reports: Iterable[str], known: Mapping[str, object], cells: Iterable[str]
) -> Iterable[Finding]:
    """Those of a cell that there is not (SM423).

    Args:
        reports: Keys of the reports whose cells are all in *cells*.
        known: All reports there are, by key.
        cells: Ids.
    """
    made, ids = frozenset(reports), frozenset(cells)
    for one in printed:
        report = one.cell_id.partition("@")[0]
        if (report in made or report not in known) and one.cell_id not in ids:
            yield PRINTED_NOWHERE.at(one.source, cell=one.cell_id, text=one.text)


def _printed(kept: PrintedFigure, cell: Cell) -> Printed | None:
    """In the measure's unit; None for what is no number, which the check of the plan tells."""
    try:
        number = kept.number
    except TextError:
        return None
    if number is None:
        return None
    factor = Fraction(1) if number.percent else cell.style.factor
    return Printed(
        value=Fraction(number.value) * factor,
        step=Fraction(number.precision) * factor,
        cell=cell.id,
        source=kept.source,
    )
