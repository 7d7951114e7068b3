"""Who has not handed in, and who is to report but was sent no form."""

from collections.abc import Collection, Iterator, Sequence

from styrmodell.finding import Finding
from styrmodell.session.collect.codes import NO_FORM_SENT, NOT_DELIVERED
from styrmodell.session.form.register import SENT, Sent
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source


def missing_forms(workspace: Workspace, sent: Sequence[Sent], came: Collection[str]) -> Iterator[Finding]:
    """SM463 for every form of the plan's year that has not come back, SM467 for every unit that was to get one.

    Args:
        came: Ids of the forms that have come back.
    """
    plan = workspace.publisher.plan
    own = [one for one in sent if one.year == plan.period.text]
    for one in own:
        if one.id not in came:
            unit = f"{one.unit_name} ({one.unit})"
            yield NOT_DELIVERED.at(Source(file=SENT), unit=unit, period=one.period, file=one.file, due=one.due)
    yield from _not_sent(workspace, own)


def _not_sent(workspace: Workspace, own: Sequence[Sent]) -> Iterator[Finding]:
    """Units that the measures of the forms expect to report and that got no form."""
    got = {(one.unit, measure) for one in own for measure in one.measures.split(", ")}
    asked = {measure for _, measure in got}
    lacking: dict[str, list[str]] = {}
    for measure in workspace.publisher.plan.measures:
        for unit in measure.expected if measure.id in asked else ():
            if (unit, measure.id) not in got:
                lacking.setdefault(unit, []).append(measure.name)
    for name, names in lacking.items():
        yield NO_FORM_SENT.at(Source(file=SENT), unit=name, measures=", ".join(names))
