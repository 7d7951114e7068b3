"""The cells of a form with the numbers that stand in them now."""

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import cached_property

from attrs import define, field, frozen

from styrmodell.model.measure import Measure
from styrmodell.session.collect.figure import is_same_number, written_number
from styrmodell.session.collect.form_file import Field, FormFile
from styrmodell.session.collect.known import Known
from styrmodell.session.collect.locate import Found, Locator
from styrmodell.source import Source


@frozen(kw_only=True)
class Typed:
    """A cell to fill in, where it was found.

    Attributes:
        value: The number in it, as its cell holds it: in the printed unit, a share for per cent; None for no number.
        is_changed: Whether it is another number than the form was sent with, and than what has been collected.
        is_accepted: Whether somebody has said that it is right.
    """

    asked: Field
    measure: Measure
    found: Found
    value: Fraction | None
    is_changed: bool
    is_accepted: bool

    def at(self, file: str) -> Source:
        """Where it stands."""
        return Source(file=file, place=self.found.place)


@define(kw_only=True, eq=False)
class TypedForm:
    """What was typed in a form.

    Attributes:
        accepted: Ids of cells that somebody has said are right; a * in one stands for any text.
    """

    form: FormFile
    known: Known
    locator: Locator
    accepted: Collection[str] = ()
    _accepts: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        texts = (".*".join(map(re.escape, text.split("*"))) for text in self.accepted)
        self._accepts = re.compile("|".join(f"(?:{text})" for text in texts) or r"(?!)", re.DOTALL)

    @cached_property
    def cells(self) -> tuple[Typed, ...]:
        """The cells that are found and that the plan has."""
        return tuple(self._cells())

    def accepts(self, cell_id: str) -> bool:
        """Whether somebody has said that the cell is right."""
        return self._accepts.fullmatch(cell_id) is not None

    def _cells(self) -> Iterator[Typed]:
        for asked in self.form.fields:
            measure = self.known.measure(asked) if self.known.unknown(asked) is None else None
            found = self.locator.find(asked)
            if measure is None or not isinstance(found, Found):
                continue
            written = written_number(found)
            value = Fraction(written.value) if written is not None else None
            is_sent = value is None or is_same_number(float(value), asked.known)
            yield Typed(
                asked=asked,
                measure=measure,
                found=found,
                value=value,
                is_changed=value is not None and not is_sent and not self.known.has(asked, value),
                is_accepted=self.accepts(asked.id),
            )
