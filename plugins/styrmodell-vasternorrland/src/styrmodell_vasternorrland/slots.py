"""Bilaga 12 to 15: no source tells what they hold, so the workspace says it by a table with the key "bilaga12"."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.api import Context, Period, Plan, UnitId
from styrmodell_vasternorrland.appendix import Appendix, Spec

NUMBERS = ("12", "13", "14", "15")


@frozen
class _OwnTable:
    """The workspace's table for one appendix, as what prints it and what tells whether it is there."""

    key: str

    def tables(self, context: Context) -> Iterable[Spec]:
        """The table, once the workspace has one."""
        return tuple(table for table in context.plan.tables if table.key == self.key)

    def instances(self, plan: Plan) -> Iterable[tuple[UnitId, Period]]:
        """One document of the plan's unit, where there is a table."""
        return ((plan.unit_id, plan.period),) if any(table.key == self.key for table in plan.tables) else ()


def _slot(number: str) -> Appendix:
    own = _OwnTable(f"bilaga{number}")
    return Appendix(number=number, title="", english="the region's own", tables=own.tables, instances=own.instances)


SLOTS: tuple[Appendix, ...] = tuple(map(_slot, NUMBERS))
