"""Relations: printed figures of different tables that must agree, and by how much they do not."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import field, frozen

from styrmodell.aggregation.compare import plain_figure, slack
from styrmodell.aggregation.explanation import Explanation
from styrmodell.finding import Finding
from styrmodell.report.codes import DOES_NOT_AGREE, NOT_COMPARED
from styrmodell.report.table import Cell
from styrmodell.source import Source


@frozen(kw_only=True)
class Relation:
    """Figures that must add up to nothing: what one table prints, less what another does.

    Attributes:
        text: What must agree, in words ("regionbidraget i 5.2 och i bilaga 10 a").
        terms: (factor, cell) pairs, from whatever tables and reports, of one unit; the first factor is 1, that of its
            opposite −1.

    Raises:
        ValueError: Fewer than two terms.
    """

    text: str
    terms: tuple[tuple[int, Cell], ...] = field()

    def __attrs_post_init__(self) -> None:
        if len(self.terms) < 2:
            raise ValueError(f"relation {self.text!r}: figures are compared with each other, and there are not two")

    def findings(self) -> Iterator[Finding]:
        """By how much it does not hold, within what the printed digits allow; that it cannot be told. Computes it."""
        known = [(factor, cell, working) for factor, cell, working in self._workings() if working.is_applicable]
        missing = [cell for _, cell, working in known if working.exact is None]
        source = next((found for _, _, working in known for found in working.sources), Source())
        if missing:
            if len(missing) < len(known):
                yield NOT_COMPARED.at(source, text=self.text, cells=_names(missing))
            return
        off = sum((factor * Fraction(working.exact or 0) for factor, _, working in known), Fraction(0))
        slacks = [(abs(factor), slack(working)) for factor, _, working in known]
        allowed = sum((factor * (one or Fraction(0)) for factor, one in slacks), Fraction(0))
        if abs(off) > allowed and all(one is not None for _, one in slacks):
            unit = known[0][2].unit
            told = "; ".join(f"{cell.id}: {plain_figure(Fraction(one.exact or 0), one.unit)}" for _, cell, one in known)
            yield DOES_NOT_AGREE.at(
                source,
                text=self.text,
                off=plain_figure(off, unit),
                allowed=plain_figure(allowed, unit),
                cells=told,
            )

    def _workings(self) -> Iterator[tuple[int, Cell, Explanation]]:
        for factor, cell in self.terms:
            if cell.explanation is not None:
                yield factor, cell, cell.explanation


def _names(cells: Iterable[Cell]) -> str:
    return ", ".join(cell.id for cell in cells)
