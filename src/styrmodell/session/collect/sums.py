"""Totals that somebody typed over: the form's own parts say something else."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.model.number_text import NumberText
from styrmodell.session.collect.arithmetic import NoFormulaError, work_out
from styrmodell.session.collect.doubt_codes import TOTAL_CHANGED
from styrmodell.session.collect.figure import is_broken, number_words, written_number
from styrmodell.session.collect.locate import Found
from styrmodell.session.collect.shown import ShownCell
from styrmodell.session.collect.typed import TypedForm
from styrmodell.source import Source

_Place = tuple[str, str]
# What Excel's floats and ours may differ by.
_NEAR = Fraction(1, 10**9)
# So many totals of totals no table has; a sheet that was tampered with may.
_MOST_STEPS = 60


class _UnknownError(Exception):
    """A part that cannot be read: it is told for itself, and no total of it can be judged."""


def changed_sums(typed: TypedForm) -> Iterator[Finding]:
    """SM520 for every locked cell that says something else than the form's own figures give."""
    sums = _Sums(typed=typed)
    for cell in typed.form.shown:
        found = typed.locator.find(cell)
        if not isinstance(found, Found) or is_blank(found.value) or is_broken(found):
            continue
        try:
            expected = sums.expected(cell)
        except (_UnknownError, NoFormulaError):
            continue
        written = written_number(found)
        if not cell.formula and expected is None and written is None:
            continue  # the words of a cell that no figure can stand in
        if written is None or expected is None or not _is_near(written, expected):
            at = Source(file=typed.form.file, place=found.place)
            yield TOTAL_CHANGED.at(at, found=_shown(found.value), what=cell.what, **_expected(cell, expected))


@define(kw_only=True, eq=False)
class _Sums:
    """What the totals of a form are, from what was filled in."""

    typed: TypedForm
    _values: dict[_Place, Fraction | None] = field(init=False)
    _lost: set[_Place] = field(init=False)
    _totals: dict[_Place, ShownCell] = field(init=False)
    _open: set[_Place] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        asked = {(one.sheet, one.cell) for one in self.typed.form.fields}
        self._values = {
            (one.asked.sheet, one.asked.cell): one.value
            for one in self.typed.cells
            if one.value is not None or (is_blank(one.found.value) and not is_broken(one.found))
        }
        self._lost = asked - self._values.keys()
        self._totals = {(one.sheet, one.cell): one for one in self.typed.form.shown}

    def expected(self, cell: ShownCell) -> Fraction | None:
        """What *cell* is to hold; None for nothing. Raises _UnknownError where a part of it cannot be read."""
        if not cell.formula:
            return Fraction(cell.value) if cell.value is not None else None
        return self._at(cell.sheet, cell.cell)

    def _at(self, sheet: str, address: str) -> Fraction | None:
        place = sheet, address
        if place in self._values:
            return self._values[place]
        total = self._totals.get(place)
        if place in self._lost or total is None or len(self._open) > _MOST_STEPS or place in self._open:
            raise _UnknownError
        if not total.formula:
            return self.expected(total)
        self._open.add(place)
        try:
            self._values[place] = work_out(total.formula, sheet, self._at)
        finally:
            self._open.discard(place)
        return self._values[place]


def _is_near(written: NumberText, expected: Fraction) -> bool:
    """Whether both are one number, as precisely as it is written."""
    allowed = max(Fraction(written.precision) / 2, abs(expected) * _NEAR)
    return abs(Fraction(written.value) - expected) <= allowed


def _shown(cell: object) -> str:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell_text(cell)[:80]
    return number_words(cell)


def _expected(cell: ShownCell, expected: Fraction | None) -> dict[str, str]:
    if expected is None:
        return {"expected": "en tom cell, för det finns inget att räkna på", "expected_en": "an empty cell"}
    if not cell.formula:
        return {"expected": f"{number_words(expected)}, som stod där", "expected_en": f"{number_words(expected)}"}
    shown = number_words(expected)
    return {"expected": f"{shown}, som de gula cellerna ger", "expected_en": f"{shown}, which the yellow cells give"}
