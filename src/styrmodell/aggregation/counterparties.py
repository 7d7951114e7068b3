"""Counterparties: which unit is on the other side of a figure, by its id or by the ledger's code for it."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from styrmodell.errors import TextError
from styrmodell.model.code_set import CodeSet
from styrmodell.model.ids import UnitId
from styrmodell.model.unit import Unit


@define(kw_only=True, eq=False)
class Counterparties:
    """Tells who a counterparty is."""

    units: Mapping[UnitId, Unit]
    _known: dict[str, UnitId | None] = field(factory=dict)

    def unit(self, text: str) -> UnitId | None:
        """The unit that *text* names; None for somebody outside, and for nobody."""
        if text not in self._known:
            self._known[text] = UnitId(text) if text in self.units else self._by_code(text)
        return self._known[text]

    def _by_code(self, text: str) -> UnitId | None:
        return next((name for name, codes in self._codes if codes.contains(text)), None) if text else None

    @cached_property
    def _codes(self) -> tuple[tuple[UnitId, CodeSet], ...]:
        found = ((name, _read(unit.counterparty)) for name, unit in self.units.items() if unit.counterparty)
        return tuple((name, codes) for name, codes in found if codes is not None)


def _read(text: str) -> CodeSet | None:
    try:
        return CodeSet.parse(text)
    except TextError:
        return None  # told by the checks of units
