"""Measures (mått, nyckeltal): what is measured, in which unit, and how it aggregates."""

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from styrmodell.model.baseline import Baseline
from styrmodell.model.direction import Direction
from styrmodell.model.expression import Expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.ids import DimensionId, MeasureId, UnitId
from styrmodell.model.internal import Internal
from styrmodell.model.link import Link
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.model.target import Target
from styrmodell.source import Source

MONEY = "kr"
SHARE = "%"

Dims = tuple[tuple[str, str], ...]


class MissingPolicy(Enum):
    """What a roll-up does when something is missing: add what there is and say so, give nothing, or use an older.

    Of a measure that is BLANK nothing is waited for: where nobody has told a figure there is none by nature, unless
    somebody said that it is missing.
    """

    PARTIAL = "partial"
    STRICT = "strict"
    CARRY_FORWARD = "carry_forward"
    BLANK = "blank"


class OverTime(Enum):
    """How figures of shorter periods make one of a longer: a flow is summed, of a stock the last stands."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"
    RATIO = "ratio"
    YEAR_TO_DATE = "year_to_date"
    ROLLING_12 = "rolling_12"


class Steering(Enum):
    """Whether a measure is one of the few that steer (styr) or is only watched (övervaka)."""

    STEERED = "steered"
    MONITORED = "monitored"


@frozen(kw_only=True)
class Measure:
    """A measure (mått).

    Attributes:
        unit: What it is counted in: "kr" (income +, cost −), "%" (held as a share of one), "m2", "antal", "kr/inv".
        rule: Key of the rule that folds it over units.
        of_id: The measure whose figures it folds, where it has none of its own: the mean and the greatest of one
            measure are two measures, and each figure is reported once.
        weight_id: The measure whose figures weigh its own ("antal svar"), for a rule that needs weights.
        internal: Whether internal items are left in (gross) or eliminated at each unit (net).
        over_time: How periods are put together; None where nobody said.
        dimensions: What it is split by, outermost first: the order in which it is rolled up.
        definition: For a derived measure, how it is computed from others.
        missing: What its roll-ups do when something is missing.
        max_age_months: How many months old a figure may be that is carried forward.
        expected: Units that are to report it; left out, the units that have ever reported it. Of one that is blank by
            nature where nobody has told a figure nobody is.
        is_owned: Each figure has one owner unit: no other is expected to report it, and a period without a figure is
            not missing.
        not_applicable: Patterns of members for which there is no figure by nature: outside coverage.
        since: The first period it was measured; before it there is no figure, and the measure is new.
        decimals: Printed decimals where a table does not say.
        description: The definition in words.
        direction: Whether higher or lower is better; it cannot be read from a bare target number.
        target: What it is to reach, where no target level says otherwise.
        tolerance: How far from the target it may be and still count as nearly reached, in the measure's unit.
        baseline: What it was when the plan was made (ingångsvärde).
        goals: The goals it serves, as many as there are.
        owner: The role that answers for what is done (ansvarig för genomförande).
        reporting_owner: The role that answers for the figures (ansvarig för rapportering).
        system: Where the figures come from (källa).
        reporting: How often it is reported, and where.
        steering: Whether it steers or is only watched.
    """

    id: MeasureId = field(converter=MeasureId)
    name: str
    unit: str
    rule: str = "sum"
    of_id: MeasureId | None = None
    weight_id: MeasureId | None = None
    internal: Internal = Internal.GROSS
    over_time: OverTime | None = None
    dimensions: tuple[DimensionId, ...] = ()
    definition: Expression | None = None
    missing: MissingPolicy = MissingPolicy.PARTIAL
    max_age_months: int | None = None
    expected: tuple[UnitId, ...] = ()
    is_owned: bool = False
    not_applicable: tuple[Dims, ...] = ()
    since: Period | None = None
    decimals: int | None = None
    description: str = ""
    direction: Direction | None = None
    target: Target | None = None
    tolerance: Decimal | None = field(default=None, converter=number)
    baseline: Baseline | None = None
    goals: tuple[Link, ...] = ()
    owner: str = ""
    reporting_owner: str = ""
    system: str = ""
    reporting: Reporting | None = None
    steering: Steering | None = None
    source: Source = field(default=Source(), eq=False)
