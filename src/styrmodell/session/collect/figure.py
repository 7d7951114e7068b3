"""What stands in a cell that was filled in: a figure in the measure's unit, nothing, or a finding."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.model.measure import SHARE, Measure
from styrmodell.model.number import exact, number
from styrmodell.model.number_text import NumberText, read_number
from styrmodell.report.numbers import format_number, unit_word
from styrmodell.session.collect.codes import DOUBTFUL_SHARE, EMPTIED, NOT_A_FIGURE
from styrmodell.session.collect.form_file import Field
from styrmodell.session.collect.locate import Found
from styrmodell.source import Source

_ONE = Decimal(1)
# What the form's own rule takes; beyond it Excel has no whole numbers.
_LARGEST = Decimal(10**15)
# Excel writes and shows no more digits; what floats have beyond them nobody wrote.
_DIGITS = 15
_MOST_DECIMALS, _MOST_SHOWN = 6, 80


@frozen(kw_only=True)
class Figure:
    """A figure as it was filled in.

    Attributes:
        value: In the measure's unit.
        precision: The size of one step in its last written digit, in the measure's unit.
        shown: As it was written.
        place: "Bilaga 10 a!D12".
    """

    value: Decimal
    precision: Decimal
    shown: str
    place: str


def read_figure(
    asked: Field, measure: Measure, found: Found, file: str, *, untouched: float | None
) -> Figure | Finding | None:
    """The figure in the cell *found*; None where nothing was changed.

    Args:
        asked: What the form says of the cell.
        file: For the place of findings.
        untouched: The number that says that nobody has changed the cell; None where any number is told anew.
    """
    cell, at = found.value, Source(file=file, place=found.place)
    if (broken := _broken(found)) is not None:
        return NOT_A_FIGURE.at(at, found=broken, what=asked.what, unit=shown_unit(asked))
    if is_blank(cell):
        if asked.known is None:
            return None
        return EMPTIED.at(at, what=asked.what, expected=shown_known(asked.known, measure, asked))
    if _is_number(cell) and is_same_number(cell, untouched):
        return None
    written = _written(cell, (found.row, found.column) in found.grid.percent)
    if written is None:
        return NOT_A_FIGURE.at(at, found=f'"{cell_text(cell)[:_MOST_SHOWN]}"', what=asked.what, unit=shown_unit(asked))
    if (measure.unit == SHARE) != written.percent:
        return _wrong_share(asked, measure, at, cell)
    amounts = _in_measure_unit(written, asked)
    if amounts is None:
        return NOT_A_FIGURE.at(at, found=cell_text(cell)[:_MOST_SHOWN], what=asked.what, unit=shown_unit(asked))
    value, step = amounts
    return Figure(value=value, precision=abs(step), shown=cell_text(cell), place=found.place)


def _in_measure_unit(written: NumberText, asked: Field) -> tuple[Decimal, Decimal] | None:
    """The number and its step in the measure's unit; None for one larger or finer than any figure."""
    with exact():
        factor = _factor(asked)
        try:
            value, step = number(written.value * factor), number(written.precision * factor)
        except ValueError:
            return None
    return None if value is None or step is None else (value, step)


def _broken(found: Found) -> str | None:
    """The error value in the cell, or that it has not been worked out."""
    place = (found.row, found.column)
    error = dict(found.grid.errors).get(place)
    return error or ("en formel utan sparat värde" if place in found.grid.uncomputed else None)


def is_broken(found: Found) -> bool:
    """Whether a cell holds an error, or a formula that has not been worked out."""
    return _broken(found) is not None


def written_number(found: Found) -> NumberText | None:
    """The number in a cell, a share of a per cent one; None where there is none to read."""
    return None if is_broken(found) else _written(found.value, (found.row, found.column) in found.grid.percent)


def is_same_number(one: float, other: float | None) -> bool:
    """Whether both are one number to a workbook: programs save as many digits as Excel shows, not all of a float."""
    return other is not None and f"{float(one):.{_DIGITS}g}" == f"{float(other):.{_DIGITS}g}"


def _is_number(cell: object) -> TypeGuard[int | float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _written(cell: object, is_percent: bool) -> NumberText | None:
    """A number, or a text that is one; None for all else. A per cent format's numbers are shares."""
    if _is_number(cell):
        value = Decimal(f"{float(cell):.{_DIGITS}g}")
        if not value.is_finite() or abs(value) > _LARGEST:
            return None
        value = value.quantize(_ONE) if value == value.to_integral_value() else value
        places = max(0, -int(value.normalize().as_tuple().exponent))
        return NumberText(value=value, precision=Decimal((0, (1,), -places)), percent=is_percent)
    if not isinstance(cell, str):
        return None
    try:
        return read_number(cell)
    except (TextError, ValueError):
        return None


def _wrong_share(asked: Field, measure: Measure, at: Source, cell: object) -> Finding:
    shown = cell_text(cell)[:_MOST_SHOWN]
    if measure.unit == SHARE:
        return DOUBTFUL_SHARE.at(at, found=shown, what=asked.what)
    return NOT_A_FIGURE.at(at, found=f"{shown} i procent", what=asked.what, unit=shown_unit(asked))


def _factor(asked: Field) -> Decimal:
    """How many of the measure's unit one of the cell's is."""
    factor = Fraction(asked.factor)
    return Decimal(factor.numerator) / Decimal(factor.denominator)


def shown_unit(asked: Field) -> str:
    """The unit that a cell is written in, in words."""
    return unit_word(asked.printed) or "antal"


def shown_known(value: float, measure: Measure, asked: Field) -> str:
    """A number that is known, as its cell shows it, with its unit."""
    if measure.unit == SHARE:
        return f"{number_words(value * 100)} %"
    return f"{number_words(value)} {unit_word(asked.printed)}".strip()


def shown_cell(cell: object, measure: Measure) -> str:
    """What stands in a cell, as it is shown there."""
    if not _is_number(cell):
        return cell_text(cell)[:_MOST_SHOWN]
    return f"{number_words(cell * 100)} %" if measure.unit == SHARE else number_words(cell)


def number_words(value: float | Fraction) -> str:
    """A number in print, with the decimals it has."""
    exact_value = Fraction(f"{float(value):.{_DIGITS}g}")
    decimals = next((n for n in range(_MOST_DECIMALS) if (exact_value * 10**n).denominator == 1), _MOST_DECIMALS)
    return format_number(exact_value, decimals)
