"""What a question names beside its measure: unit, period, kind, version, members and cuts."""

from attrs import frozen

from styrmodell.errors import TextError, UnknownNameError
from styrmodell.model.code_set import CodeSet
from styrmodell.model.ids import close_names
from styrmodell.model.internal import INTERNAL_WORDS, Internal
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period


@frozen(kw_only=True)
class Asking:
    """A place as somebody asks for it; what is None is the plan's.

    Attributes:
        ie: I/E codes ("0-2"); empty for all.
        internal: What of the internal items is asked for; None for what the measure says.
    """

    unit: str | None = None
    period: Period | str | None = None
    kind: Kind = Kind.OUTCOME
    version: str = ""
    dims: Dims = ()
    ie: str = ""
    internal: Internal | str | None = None

    def when(self) -> Period | None:
        """The period, read when it is text."""
        return as_period(self.period)

    def codes(self) -> str:
        """The I/E codes as a code set's text.

        Raises:
            UnknownNameError: They cannot be read.
        """
        try:
            return str(CodeSet.parse(self.ie)) if self.ie else ""
        except TextError:
            raise UnknownNameError("I/E cut", self.ie) from None

    def held(self) -> Internal | None:
        """What of the internal items is asked for.

        Raises:
            UnknownNameError: The word says nothing of them.
        """
        if self.internal is None or isinstance(self.internal, Internal):
            return self.internal
        words = dict(INTERNAL_WORDS) | {one.value: one for one in Internal}
        if self.internal.casefold() not in words:
            raise UnknownNameError("cut of internal items", self.internal, close_names(self.internal, words))
        return words[self.internal.casefold()]


def as_period(period: Period | str | None) -> Period | None:
    """*period* read when it is text; cell ids write it in lower case."""
    return Period.parse(period.upper()) if isinstance(period, str) else period
