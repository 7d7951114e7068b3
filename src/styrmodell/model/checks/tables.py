"""Checks of the tables that a region defines: keys, what cells name, and whether they can be computed and printed."""

from collections.abc import Iterator

from styrmodell.finding import Finding
from styrmodell.model.checks.definitions import Referable, check_reference, check_version, referable
from styrmodell.model.checks.dimensions import check_dims
from styrmodell.model.checks.links import doubles
from styrmodell.model.checks.table_figures import check_figures
from styrmodell.model.checks.table_keys import cells_of, check_keys
from styrmodell.model.expression import Ref, walk
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.table_spec import TableSpec


def check_tables(plan: Plan, profile: Profile | None = None) -> Iterator[Finding]:
    """Everything that is wrong in the plan's own tables."""
    if not plan.tables:
        return
    yield from doubles("tables", ((table.key, table.source) for table in plan.tables))
    known = referable(plan, profile)
    for table in plan.tables:
        yield from _check_table(table, plan.period, known)


def sound_tables(plan: Plan) -> tuple[TableSpec, ...]:
    """The plan's own tables that can be printed, each key once."""
    known = referable(plan)
    first = {table.key: table for table in reversed(plan.tables)}
    tables = (table for table in plan.tables if first[table.key] is table)
    return tuple(table for table in tables if not any(_check_table(table, plan.period, known)))


def _check_table(spec: TableSpec, period: Period, known: Referable) -> Iterator[Finding]:
    wrong = tuple(check_keys(spec, period))
    yield from wrong
    for source, cell in cells_of(spec):
        for part in dict.fromkeys(walk(cell)):
            if isinstance(part, Ref):
                yield from check_reference(source, part, known)
    for column in spec.columns:
        yield from check_dims(column.source, column.dims, tuple(known.members), known.members)
        yield from check_version(column.source, column.version, known)
    if not wrong:
        yield from check_figures(spec, known.written)
