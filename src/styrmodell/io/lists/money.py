"""Amounts in cells of lists: figures, and the words that stand where a figure should."""

import re
from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType

from attrs import define, frozen

from styrmodell.errors import TextError
from styrmodell.io.problems import BadValueError
from styrmodell.io.value_codes import NOT_A_NUMBER, PERCENT_SIGN
from styrmodell.io.values import number_value
from styrmodell.model.number import exact
from styrmodell.model.number_text import Notation, NumberText, read_number

_SUPPRESSED = frozenset(
    ("-", "–", "—", "−", "..", "...", "…", "x", "n/a", "i.u.", "sekretess", "uppgift saknas", "uppg. saknas", "saknas")
)
_OVER_YEARS = re.compile(
    r"(?P<amount>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:\s+(?:kr|kronor))?\s+"
    r"(?:under\s+|på\s+|över\s+|fördelat på\s+)?(?P<years>[1-9]\d?)\s+år\b(?P<rest>.*)\Z",
    re.DOTALL,
)
_DIGIT = re.compile(r"\d")
_HALF = Decimal("0.5")
EXAMPLES = MappingProxyType({Notation.SV: "6 180", Notation.PLAIN: "6180"})


@frozen(kw_only=True)
class WrittenAmount:
    """What a cell for an amount holds.

    Attributes:
        figure: The figure as it stands; empty where there is none.
        years: Over how many years it is; empty where nobody said.
        words: The whole cell, where it holds words.
    """

    figure: str = ""
    years: str = ""
    words: str = ""


def read_amount(text: str, notation: Notation) -> WrittenAmount:
    """Read a cell for an amount; what is no figure is kept as words, never as zero.

    Raises:
        BadValueError: A figure that can be read in two ways, is too long, or is a share (SM105, SM125, SM138).
    """
    try:
        written = number_value(text, notation)
    except BadValueError as bad:
        if bad.code is not NOT_A_NUMBER:
            raise
        return WrittenAmount(words=text)
    if written is None:
        return WrittenAmount()
    if written.percent:
        raise BadValueError(PERCENT_SIGN, found=text, unit="kr")
    return WrittenAmount(figure=text)


def read_total(text: str, notation: Notation) -> WrittenAmount:
    """The same for a total, which may be said to be over some years: "4 250 000 under 3 år för införande".

    Number and years are read only where nothing else in the text is a number.
    """
    match = _OVER_YEARS.match(text)
    if match is None or _DIGIT.search(match["rest"]):
        return read_amount(text, notation)
    return WrittenAmount(figure=match["amount"], years=match["years"], words=text)


def is_suppressed(text: str) -> bool:
    """Whether a cell says, in one of the usual ways, that its figure is not there."""
    return text.casefold() in _SUPPRESSED


@define(kw_only=True)
class Tally:
    """Figures added up as they come.

    Attributes:
        total: Their sum.
        step: The step of the last written digit of the one that is written finest; None before the first.
        has_words: Whether words stood among them, so that the sum is not whole.
    """

    notation: Notation
    total: Decimal = Decimal(0)
    step: Decimal | None = None
    has_words: bool = False

    def add(self, text: str) -> None:
        """Add the figure of a cell; an empty one adds nothing."""
        if not text:
            return
        written = _read(text, self.notation)
        if written is None:
            self.has_words = True
            return
        with exact():
            self.total += written.value
        self.step = written.precision if self.step is None else min(self.step, written.precision)

    def merge(self, other: "Tally") -> None:
        """Add what *other* holds."""
        with exact():
            self.total += other.total
        steps = [step for step in (self.step, other.step) if step is not None]
        self.step = min(steps, default=None)
        self.has_words = self.has_words or other.has_words

    def differs(self, stated: str) -> bool:
        """Whether *stated* is another sum.

        Half a step of the last digit that is written is let pass; the coarser of the sum's and the finest part's,
        for a workbook's own sums carry digits that nobody wrote. Nothing is said where words stood among the parts
        or *stated* is no figure.
        """
        written = _read(stated, self.notation) if stated else None
        if written is None or self.has_words:
            return False
        with exact():
            step = max(written.precision, self.step or written.precision)
            return abs(self.total - written.value) > step * _HALF


def tally(texts: Iterable[str], notation: Notation) -> Tally:
    """The figures of *texts*, added up."""
    made = Tally(notation=notation)
    for text in texts:
        made.add(text)
    return made


def _read(text: str, notation: Notation) -> NumberText | None:
    try:
        return read_number(text, notation)
    except (TextError, ValueError):
        return None
