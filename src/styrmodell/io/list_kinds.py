"""Every kind of list that a table can hold, in the order a plan lists its objects."""

from styrmodell.io.list_goal_kinds import GOAL_KINDS
from styrmodell.io.list_kind import ListKind
from styrmodell.io.list_project_kinds import PROJECT_KINDS
from styrmodell.io.list_unit_kinds import UNIT_KINDS
from styrmodell.io.list_work_kinds import WORK_KINDS

LIST_KINDS: tuple[ListKind, ...] = (*UNIT_KINDS, *GOAL_KINDS, *WORK_KINDS, *PROJECT_KINDS)


def list_kind(key: str) -> ListKind | None:
    """The kind with *key* ("risks"), or None."""
    return next((kind for kind in LIST_KINDS if kind.key == key), None)
