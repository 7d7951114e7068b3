"""Measures (mått, nyckeltal): what is measured, in which unit, and how it aggregates."""

from enum import Enum

from attrs import field, frozen

from styrmodell.model.expression import Expression
from styrmodell.model.ids import DimensionId, MeasureId, UnitId
from styrmodell.source import Source

MONEY = "kr"
SHARE = "%"

Dims = tuple[tuple[str, str], ...]


class MissingPolicy(Enum):
    """What a roll-up does when something is missing: add what there is and say so, or give nothing."""

    PARTIAL = "partial"
    STRICT = "strict"


@frozen(kw_only=True)
class Measure:
    """A measure (mått).

    Attributes:
        unit: What it is counted in: "kr" (income +, cost −), "%" (held as a share of one), "m2", "antal", "kr/inv".
        rule: Key of the rule that folds it over units.
        dimensions: What it is split by, outermost first: the order in which it is rolled up.
        definition: For a derived measure, how it is computed from others.
        missing: What its roll-ups do when something is missing.
        expected: Units that are to report it; left out, the units that have ever reported it.
        not_applicable: Patterns of members for which there is no figure by nature: outside coverage.
        decimals: Printed decimals where a table does not say.
        description: The definition in words.
    """

    id: MeasureId = field(converter=MeasureId)
    name: str
    unit: str
    rule: str = "sum"
    dimensions: tuple[DimensionId, ...] = ()
    definition: Expression | None = None
    missing: MissingPolicy = MissingPolicy.PARTIAL
    expected: tuple[UnitId, ...] = ()
    not_applicable: tuple[Dims, ...] = ()
    decimals: int | None = None
    description: str = ""
    source: Source = field(default=Source(), eq=False)
