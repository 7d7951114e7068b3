"""Every kind of list that a table can hold, in the order a plan lists its objects."""

from styrmodell.io.lists.acknowledgement_kind import ACKNOWLEDGEMENT_KIND
from styrmodell.io.lists.goal_kinds import GOAL_KINDS
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.project_kinds import PROJECT_KINDS
from styrmodell.io.lists.unit_kinds import UNIT_KINDS
from styrmodell.io.lists.work_kinds import WORK_KINDS

LIST_KINDS: tuple[ListKind, ...] = (*UNIT_KINDS, *GOAL_KINDS, *WORK_KINDS, *PROJECT_KINDS, ACKNOWLEDGEMENT_KIND)


def list_kind(key: str) -> ListKind | None:
    """The kind with *key* ("risks"), or None."""
    return next((kind for kind in LIST_KINDS if kind.key == key), None)
