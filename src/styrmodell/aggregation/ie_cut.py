"""Cuts by I/E code: which figures count when only some counterparties' money is asked for."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Self

from attrs import define, evolve, field

from styrmodell.aggregation.input_codes import IE_MIXED, IE_UNKNOWN
from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.model.code_set import CodeSet
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation


@define(kw_only=True, eq=False)
class IECut:
    """Lets through the figures whose I/E code is asked for.

    Attributes:
        doubts: (unit, finding) for each unit whose figures cannot be told apart; it then has none.
    """

    codes: CodeSet
    doubts: list[tuple[UnitId, Finding]] = field(factory=list)

    @classmethod
    def of(cls, text: str) -> Self:
        """The cut with the codes of *text* ("0–2")."""
        return cls(codes=CodeSet.parse(text))

    def through(self, figures: Iterable[Observation]) -> Iterator[Observation]:
        """The figures inside the cut; a unit that has only others has reported nought of these."""
        by_unit: dict[UnitId, list[Observation]] = {}
        for one in figures:
            by_unit.setdefault(one.unit_id, []).append(one)
        for unit, items in by_unit.items():
            doubt = next((found for found in map(self._doubt, items) if found is not None), None)
            if doubt is not None:
                self.doubts.append((unit, doubt))
                continue
            inside = [one for one in items if one.state is State.MISSING or self._is_inside(one)]
            yield from inside or (_nought(items[0]),)

    def _doubt(self, one: Observation) -> Finding | None:
        if one.value is None and one.numerator is None:
            return None
        codes = _codes(one.ie)
        if not codes:
            return IE_UNKNOWN.at(one.source, cut=str(self.codes))
        inside = {self.codes.contains(code) for code in codes}
        return IE_MIXED.at(one.source, codes=one.ie, cut=str(self.codes)) if len(inside) > 1 else None

    def _is_inside(self, one: Observation) -> bool:
        return all(self.codes.contains(code) for code in _codes(one.ie))


def _codes(text: str) -> tuple[str, ...]:
    """The single codes of an observation's I/E text ("0", "0, 2", "0–2")."""
    if not text.strip():
        return ()
    try:
        ranges = CodeSet.parse(text).ranges
    except TextError:
        return (text.strip(),)
    return tuple(str(code).zfill(r.length) for r in ranges for code in range(int(r.first), int(r.last) + 1))


def _nought(one: Observation) -> Observation:
    parts = None if one.numerator is None and one.denominator is None else Decimal(0)
    return evolve(one, value=Decimal(0), numerator=parts, denominator=parts, counterparty="", ie="")
