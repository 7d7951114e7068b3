"""How far a plan or a scorecard has come."""

from enum import Enum


class PlanState(Enum):
    """Whether a plan is a proposal, decided, or replaced by a later one."""

    DRAFT = "draft"
    DECIDED = "decided"
    SUPERSEDED = "superseded"
