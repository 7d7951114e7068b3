"""The labels of a crossed table: what a heading or the first cell of a row says about its figures."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.tables.blocks import Pairs
from styrmodell.io.tables.names import NameList, TableNames, folded
from styrmodell.io.tables.period import row_period
from styrmodell.io.value_codes import UNKNOWN_WORD
from styrmodell.io.values import is_kind, kind_value
from styrmodell.model.ids import DimensionId

KIND_PERIOD = "kind period"
_FIELDS = ("unit", "measure", "period", "kind", KIND_PERIOD, "version")


@frozen(kw_only=True)
class LabelReader:
    """Reads the labels of one heading row or one column.

    Attributes:
        holds: What they are: "kind period", a field, a dimension, or "" for labels that say nothing.
        names: The names that may stand for ids.
        given: Folded label → what it means; "" for one that is not to be read.
    """

    holds: str
    names: TableNames
    given: Mapping[str, str] = field(factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, holds: str, names: TableNames, given: Pairs = ()) -> "LabelReader":
        """Make a reader.

        Raises:
            BadValueError: *holds* is no field and no dimension (SM121).
        """
        if holds and holds not in _FIELDS and DimensionId(holds) not in names.members:
            raise BadValueError(UNKNOWN_WORD, **suggestions(holds, (*_FIELDS, *names.members)))
        return cls(holds=holds, names=names, given=MappingProxyType({folded(text): to for text, to in given}))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that a label fills."""
        return tuple(self.holds.split())

    def read(self, label: str) -> tuple[str, ...] | None:
        """The texts of *fields*; None for a label that is not to be read.

        Raises:
            BadValueError: It cannot be understood (SM108, SM120, SM121, SM157, SM159).
        """
        text = self.given.get(folded(label), label)
        if not text:
            return None
        if not self.holds:
            return ()
        return self._kind_period(text) if self.holds == KIND_PERIOD else (self._one(text),)

    def knows(self, label: str) -> bool:
        """Whether *label* can be read; asked of every cell where a heading may stand, so that it must be quick."""
        text = self.given.get(folded(label), label)
        if self.holds == KIND_PERIOD and text:
            words = folded(text).split()
            if not words or not (is_kind(words[0]) or is_kind(words[-1])):
                return False
        elif text and (known := self._known()):
            return known.find(text) is not None
        try:
            self.read(label)
        except BadValueError:
            return False
        return True

    def _known(self) -> NameList | None:
        """The names that a label is one of; None where it is no name, or any id may stand."""
        if self.holds in ("unit", "measure"):
            known = self.names.units if self.holds == "unit" else self.names.measures
            return known if known.ids else None
        return None if self.holds in _FIELDS else self.names.members.get(DimensionId(self.holds))

    def _one(self, text: str) -> str:
        if known := self._known():
            return known.require(text)
        if self.holds == "period":
            row_period(folded(text), "", is_stock=False)
            return folded(text)
        if self.holds == "kind":
            return kind_value(folded(text)).value
        return text

    def _kind_period(self, text: str) -> tuple[str, str]:
        """ "Utfall 2018" or "2018 utfall"; footnote marks do not matter."""
        words = folded(text).split()
        for kind, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
            if kind and is_kind(kind[0]):
                row_period(" ".join(rest), "", is_stock=False)
                return kind_value(kind[0]).value, " ".join(rest)
        kind_value(shorten(text))  # raises: no word of it is a kind
        return "", ""
