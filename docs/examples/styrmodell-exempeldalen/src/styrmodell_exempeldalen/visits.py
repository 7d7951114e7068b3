"""Visits that have become many fewer than in the same quarter last year."""

from collections.abc import Iterable
from decimal import Decimal

from styrmodell.api import Check, Context, Finding

from styrmodell_exempeldalen.codes import FEWER_VISITS
from styrmodell_exempeldalen.profile import DEPARTMENT, KEY
from styrmodell_exempeldalen.quarter import VISITS, quarters, year_before

LEAST = Decimal("0.9")


def _run(context: Context) -> Iterable[Finding]:
    if context.profile.key != KEY:  # another region has other rules
        return
    for measure in context.plan.measures:
        if measure.id != VISITS:
            continue
        for unit in context.plan.units:
            for period in quarters(context.plan) if unit.level == DEPARTMENT else ():
                now = context.value(VISITS, unit=unit.id, period=period)
                before = context.value(VISITS, unit=unit.id, period=year_before(period))
                # A figure that is missing is told elsewhere; it is not a decrease.
                if now.number is not None and before.number is not None and now.number < LEAST * before.number:
                    yield FEWER_VISITS.at(
                        measure.source, unit=unit.name, period=period.text, now=now.text(), before=before.text()
                    )


VISITS_CHECK = Check(key="exempeldalen.besok", codes=(FEWER_VISITS,), run=_run)
