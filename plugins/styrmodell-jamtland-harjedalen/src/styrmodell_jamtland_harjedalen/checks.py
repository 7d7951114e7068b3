"""What the region asks of a nämnd's plan."""

from collections.abc import Iterable

from styrmodell.api import Check, Context, Finding
from styrmodell_jamtland_harjedalen.areas import Areas
from styrmodell_jamtland_harjedalen.codes import OUTSIDE, STATUS_BEHIND
from styrmodell_jamtland_harjedalen.profile import KEY
from styrmodell_jamtland_harjedalen.progress import Progress, progress_of

_MOST_NAMED = 3


def _run(context: Context) -> Iterable[Finding]:
    if context.profile.key != KEY:  # another region has other rules
        return
    names = {str(unit.id): unit.name for unit in context.plan.units}
    behind: dict[str, list[Progress]] = {}
    for one in progress_of(context, context.plan.activities):
        if one.is_behind:
            behind.setdefault(one.activity.unit_id or "", []).append(one)
    for unit, found in behind.items():
        told = ", ".join(one.activity.name for one in found[:_MOST_NAMED])
        source = found[0].activity.source
        yield STATUS_BEHIND.at(source, unit=names.get(unit, "utan område"), count=str(len(found)), names=told)
    for thing in Areas(plan=context.plan).outside():
        yield OUTSIDE.at(thing.source, name=thing.name)


PLAN = Check(key="jamtland-harjedalen.plan", codes=(STATUS_BEHIND, OUTSIDE), run=_run)
