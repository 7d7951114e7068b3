"""What a relative target is compared with, and where that comes from."""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.model.baseline import Baseline
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.source import Source


class Basis(Enum):
    """What sort of thing it is: figures of the plan, or a baseline as it is written."""

    FIGURES = "figures"
    BASELINE = "baseline"


@frozen(kw_only=True)
class Reference:
    """What a target was compared with.

    Attributes:
        value: In the measure's unit.
        kind: What sort of figures they are: of a written baseline, BASELINE.
        period: What time it is of; None for a baseline that does not say.
        baseline: The baseline as it is written, when it is one.
        explanation: Where the figures come from, when they are a value of the plan.
    """

    value: Fraction
    basis: Basis
    kind: Kind
    period: Period | None = None
    baseline: Baseline | None = None
    explanation: Explanation | None = field(default=None, eq=False)
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class Lack:
    """What a relative target needs and nobody has given, in the two languages of a finding."""

    sv: str
    en: str
