"""What is doubtful about a form as a whole: figures that moved, of the wrong size or sign, and totals typed over."""

from collections.abc import Mapping

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.session.collect.amounts import doubtful_amounts
from styrmodell.session.collect.doubt_codes import MERGED
from styrmodell.session.collect.moved import moved_figures
from styrmodell.session.collect.outside import figures_outside
from styrmodell.session.collect.sums import changed_sums
from styrmodell.session.collect.typed import Typed, TypedForm


@frozen(kw_only=True)
class Doubts:
    """What is doubtful.

    Attributes:
        refused: Cell id → why the figure in the cell is not taken.
        told: What else is told; it keeps no figure out.
    """

    refused: Mapping[str, Finding]
    told: tuple[Finding, ...]


def doubts_of(typed: TypedForm) -> Doubts:
    """Look at all the figures of a form together; what somebody has accepted is not doubted."""
    merged = {one.asked.id: _merged(one, typed.form.file) for one in typed.cells if _is_merged(one)}
    moved = moved_figures(typed)
    amounts = doubtful_amounts(typed, {*merged, *moved})
    refused = {**amounts, **moved, **merged}
    return Doubts(refused=refused, told=(*changed_sums(typed), *figures_outside(typed)))


def _is_merged(one: Typed) -> bool:
    row, column = one.found.row, one.found.column
    areas = one.found.grid.merged
    return any(top <= row <= bottom and left <= column <= right for (top, left), (bottom, right) in areas)


def _merged(one: Typed, file: str) -> Finding:
    return MERGED.at(one.at(file), what=one.asked.what)
