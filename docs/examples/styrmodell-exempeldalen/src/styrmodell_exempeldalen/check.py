"""What the region asks of a plan."""

from collections.abc import Iterable

from styrmodell.api import Check, Context, Finding

from styrmodell_exempeldalen.codes import NO_OWNER
from styrmodell_exempeldalen.profile import KEY


def _run(context: Context) -> Iterable[Finding]:
    if context.profile.key != KEY:  # another region has other rules
        return
    for measure in context.plan.measures:
        if not measure.owner:
            yield NO_OWNER.at(measure.source, measure=measure.name)


RESPONSIBILITY = Check(key="exempeldalen.ansvar", codes=(NO_OWNER,), run=_run)
