"""All built-in rules."""

from typing import Any

from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.additive import COUNT, MEAN, SUM
from styrmodell.aggregation.rules.judged import SHARE_MEETING_TARGET, STATUS_COUNTS, WORST_STATUS
from styrmodell.aggregation.rules.ordered import FIRST, LATEST, MAX, MEDIAN, MIN
from styrmodell.aggregation.rules.own import NONE, OWN
from styrmodell.aggregation.rules.quotients import RATIO_OF_SUMS, WEIGHTED_MEAN

BUILT_IN: tuple[Rule[Any], ...] = (
    SUM,
    MEAN,
    WEIGHTED_MEAN,
    RATIO_OF_SUMS,
    LATEST,
    FIRST,
    MIN,
    MAX,
    MEDIAN,
    COUNT,
    SHARE_MEETING_TARGET,
    WORST_STATUS,
    STATUS_COUNTS,
    OWN,
    NONE,
)
