"""Why something has the status it has, as values; the words for them are the report floor's."""

from enum import Enum


class Why(Enum):
    """Why a measure has its status.

    COMPARED is a value that was compared with the target, TOLERANCE one that missed it by no more than the tolerance,
    STALE one that is too old to say how it stands now, PARTS a target of several parts, which have each their own.
    All others say what is lacking, so that it cannot be told: the target says nothing that can be computed (MILESTONE,
    UNREAD, PERCENT_OR_POINTS, NO_DIRECTION, WRONG_UNIT), it speaks of something else (OTHER_LENGTH, MONTHS_LACKING,
    OF_EACH_UNIT),
    there is nothing to compare (NO_TARGET, NO_REFERENCE, NO_VALUE, NOT_APPLICABLE), or the value can mean several
    things or none (NOT_YES_OR_NO, SHARE_OR_COUNT, SIGN).
    """

    COMPARED = "compared"
    TOLERANCE = "tolerance"
    STALE = "stale"
    PARTS = "parts"
    MILESTONE = "milestone"
    UNREAD = "unread"
    PERCENT_OR_POINTS = "percent_or_points"
    NO_DIRECTION = "no_direction"
    WRONG_UNIT = "wrong_unit"
    OTHER_LENGTH = "other_length"
    MONTHS_LACKING = "months_lacking"
    OF_EACH_UNIT = "of_each_unit"
    NO_TARGET = "no_target"
    NO_REFERENCE = "no_reference"
    NO_VALUE = "no_value"
    NOT_APPLICABLE = "not_applicable"
    NOT_YES_OR_NO = "not_yes_or_no"
    SHARE_OR_COUNT = "share_or_count"
    SIGN = "sign"


class GoalWhy(Enum):
    """Why a goal has its status.

    BELOW is that of its rule over what serves it. NOTHING_BELOW and NOTHING_JUDGED say that there is nothing to go by,
    WEIGHTS that the weights cannot be used, CIRCLE that the goal is above itself.
    """

    BELOW = "below"
    NOTHING_BELOW = "nothing_below"
    NOTHING_JUDGED = "nothing_judged"
    WEIGHTS = "weights"
    CIRCLE = "circle"
