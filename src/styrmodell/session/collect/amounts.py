"""Amounts of the wrong size or sign: kronor in a form of thousands, and costs without their minus. Told, not mended."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from math import log10

from attrs import define, field, frozen

from styrmodell.finding import Finding
from styrmodell.model.measure import MONEY, SHARE
from styrmodell.session.collect.codes import MAGNITUDE
from styrmodell.session.collect.doubt_codes import DOUBTFUL_UNIT, UNLIKELY_AMOUNT, WRONG_SIGN
from styrmodell.session.collect.figure import shown_cell, shown_known, shown_unit
from styrmodell.session.collect.typed import Typed, TypedForm

# A thousand times too much, or more, give or take the change that a year may bring; a large amount grows less.
_TOO_MUCH, _TOO_MUCH_OF_LARGE, _LARGE = 2.5, 2.0, 100.0
# A thousand or a million times too little: what ends may well become small.
_TOO_LITTLE = ((2.5, 3.5), (5.5, 6.5))
# In a form where some amount is of the wrong size, this much is doubtful too.
_DOUBTFUL, _THOUSAND = 1.5, 1000
_ALIKE = log10(3)
# Too much beside all amounts of the form, or all that the plan has of the measure; beside those of one line.
_BESIDE_ALL, _BESIDE_LINE = 10, 100
_LEAST_TO_TELL = 10.0
_LEAST_IN_COLUMN = 3
# A per cent cell that holds so much was given the number of per cent.
_LARGE_SHARE, _SHARE_GROWTH, _IMPOSSIBLE_SHARE = 1.5, 20, 10


def doubtful_amounts(typed: TypedForm, skipped: Collection[str]) -> Mapping[str, Finding]:
    """Cell id → why the amount in it is not taken (SM458, SM523, SM524, SM525).

    Args:
        skipped: Ids of cells that are told already.
    """
    new = [one for one in typed.cells if one.is_changed and one.value and one.asked.id not in skipped]
    new = [one for one in new if not one.is_accepted]
    scale, found, file = _Scale.of(typed), dict[str, Finding](), typed.form.file
    for one in new:
        if (told := _size(one, scale, file)) is not None:
            found[one.asked.id] = told
    first = next((one for one in new if one.asked.id in found and one.measure.unit == MONEY), None)
    for one in new:
        if one.asked.id not in found and first is not None and _may_be_of_unit_of(first, one):
            found[one.asked.id] = _doubtful(one, first, file)
    signs = dict(_signs(typed))
    for one in new:
        if one.asked.id not in found and (told := _sign(one, signs.get(_column(one)), file)) is not None:
            found[one.asked.id] = told
    return found


@define(kw_only=True, eq=False)
class _Scale:
    """How large the known amounts beside a cell are, in the unit they are printed in."""

    typed: TypedForm
    rows: dict[tuple[object, ...], float] = field(factory=dict)
    all: dict[str, float] = field(factory=dict)

    @classmethod
    def of(cls, typed: TypedForm) -> "_Scale":
        scale = cls(typed=typed)
        for one in typed.cells:
            if one.measure.unit == MONEY and one.asked.last:
                row, printed, size = _row(one), one.asked.printed, abs(one.asked.last)
                scale.rows[row] = max(size, scale.rows.get(row, 0.0))
                scale.all[printed] = max(size, scale.all.get(printed, 0.0))
        return scale

    def beyond(self, one: Typed) -> "_Beside | None":
        """What *one*, of which no amount is known, is far too large beside; None where it is not."""
        size, factor = abs(float(one.value or 0)), Fraction(one.asked.factor)
        known = self.typed.known
        others = (
            _Beside(self.rows.get(_row(one), 0.0), "på raden", "in the row", _BESIDE_LINE),
            _Beside(self.all.get(one.asked.printed, 0.0), "i formuläret", "in the form", _BESIDE_ALL),
            _Beside(
                float(known.largest(one.asked) / factor),
                "för samma sak i planen",
                "of the same in the plan",
                _BESIDE_LINE,
            ),
            _Beside(float(known.largest_of(one.asked.measure) / factor), "i planen", "in the plan", _BESIDE_ALL),
        )
        return next(
            (other for other in others if other.size >= _LEAST_TO_TELL and size >= other.size * other.times), None
        )


@frozen
class _Beside:
    """The largest amount that is known somewhere, where, and how many times it nothing is likely to be."""

    size: float
    where: str
    where_en: str
    times: int


def _size(one: Typed, scale: _Scale, file: str) -> Finding | None:
    last = one.asked.last
    if last:
        if not _is_far_off(one, float(one.value or 0), last):
            return None
        shown = shown_known(last, one.measure, one.asked)
        return MAGNITUDE.at(one.at(file), **_words(one), last=shown)
    if one.measure.unit == SHARE and abs(float(one.value or 0)) >= _IMPOSSIBLE_SHARE:
        return UNLIKELY_AMOUNT.at(one.at(file), **_words(one), beside="", beside_en="")
    beside = scale.beyond(one) if one.measure.unit == MONEY else None
    if beside is None:
        return None
    size = shown_known(beside.size, one.measure, one.asked)
    words = {"beside": f"störst {beside.where} är {size}", "beside_en": f"the largest {beside.where_en} is {size}"}
    return UNLIKELY_AMOUNT.at(one.at(file), **_words(one), **words)


def _is_far_off(one: Typed, value: float, last: float) -> bool:
    """Whether *value* is about a thousand times what was known or more, or so small a part of it."""
    if one.measure.unit == SHARE:
        return abs(value) >= _LARGE_SHARE and abs(value) >= _SHARE_GROWTH * abs(last)
    if one.measure.unit != MONEY:
        return False
    size = log10(abs(value) / abs(last))
    if size >= (_TOO_MUCH_OF_LARGE if abs(last) >= _LARGE else _TOO_MUCH):
        return True
    return any(least <= -size <= most for least, most in _TOO_LITTLE)


def _may_be_of_unit_of(first: Typed, one: Typed) -> bool:
    """Whether *one* may be in another unit, as *first* is: nothing says that it is of the right size."""
    size, last = abs(float(one.value or 0)), one.asked.last
    is_too_large = not first.asked.last or abs(float(first.value or 0)) > abs(first.asked.last)
    if one.measure.unit != MONEY or (is_too_large and size < _THOUSAND):  # nobody budgets less than one of the unit
        return False
    return not last or abs(log10(size / abs(last))) >= _DOUBTFUL


def _doubtful(one: Typed, first: Typed, file: str) -> Finding:
    return DOUBTFUL_UNIT.at(one.at(file), **_words(one), other=first.found.place)


def _signs(typed: TypedForm) -> Iterator[tuple[tuple[object, ...], int]]:
    """(column, sign) for each column whose known figures all have one sign."""
    columns: dict[tuple[object, ...], list[float]] = {}
    for one in typed.cells:
        if one.asked.last:
            columns.setdefault(_column(one), []).append(one.asked.last)
    for key, lasts in columns.items():
        if len(lasts) >= _LEAST_IN_COLUMN and len({last > 0 for last in lasts}) == 1:
            yield key, 1 if lasts[0] > 0 else -1


def _sign(one: Typed, sign: int | None, file: str) -> Finding | None:
    """SM525 where the sign is another than before for about the same amount, or than all others in the column."""
    value, last = float(one.value or 0), one.asked.last
    if last:
        is_alike = abs(log10(abs(value) / abs(last))) <= _ALIKE
        if value * last > 0 or not (is_alike or (sign is not None and last * sign > 0)):
            return None
        words = {"beside": f"senast var det {shown_known(last, one.measure, one.asked)}"}
        english = f"it was {shown_known(last, one.measure, one.asked)} before"
    elif sign is None or value * sign > 0:
        return None
    else:
        words = {"beside": f"de andra i kolumnen är {'positiva' if sign > 0 else 'negativa'}"}
        english = f"the others in the column are {'positive' if sign > 0 else 'negative'}"
    return WRONG_SIGN.at(one.at(file), **_words(one), **words, beside_en=english)


def _words(one: Typed) -> dict[str, str]:
    return {
        "found": shown_cell(one.found.value, one.measure),
        "unit": shown_unit(one.asked),
        "what": one.asked.what,
        "cell": one.asked.id,
    }


def _row(one: Typed) -> tuple[object, ...]:
    return one.asked.sheet, one.asked.row, one.asked.printed


def _column(one: Typed) -> tuple[object, ...]:
    return one.asked.sheet, one.asked.column
