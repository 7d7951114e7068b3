"""Uppföljning av nämndplan: goals, indicators, assignments and activities of a nämnd's plan, and the load they are."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
    Context,
    Document,
    Field,
    Findings,
    Head,
    Heading,
    ListSpec,
    Narrative,
    NewPage,
    Paragraph,
    Period,
    Plan,
    ReportSpec,
    Text,
    UnitId,
    workload,
)
from styrmodell_jamtland_harjedalen.areas import Areas
from styrmodell_jamtland_harjedalen.items import area_blocks
from styrmodell_jamtland_harjedalen.load_tables import burden, by_status, heavy, places, summary
from styrmodell_jamtland_harjedalen.progress import Progress, progress_of, word

REPORT = "jamtland-harjedalen.uppfoljning"
TITLE = "Uppföljning av nämndplan"
# Sections of running text that the workspace may hold, and what stands there when it does not.
_SUMMARY, _PROPOSAL = "sammanfattning", "forslag"
_MISSING = "Avsnittet är inte skrivet."
# More than that are in the list of activities.
_MOST_LISTED = 40


def _build(context: Context) -> Document:
    plan = context.plan
    told = [context.narrative(section) for section in (_SUMMARY, _PROPOSAL)]
    head = Head(
        dnr=plan.dnr,
        body=plan.body,
        paragraph=plan.paragraph,
        facts=(("Plan", plan.title or context.unit.name), ("Per", context.as_of.isoformat())),
        footer=context.profile.name,
    )
    return Document(
        title=f"{TITLE} {context.period.text}",
        head=head,
        blocks=tuple(_blocks(context, *told)),
        findings=Findings.gather(*(one.findings for one in told)),
    )


def _blocks(context: Context, summarised: Narrative, proposed: Narrative) -> Iterator[Block]:
    areas = Areas(plan=context.plan)
    yield Heading(text="Sammanfattning")
    yield from summarised.blocks or (Paragraph(text=_MISSING),)
    yield from summary(context)
    yield context.table(places(context))
    yield NewPage(landscape=True)
    yield Heading(text="Målområden")
    for area in areas.all:
        yield from area_blocks(context, areas, area)
    # On the page where the areas end, which the last of them may leave nearly empty.
    yield Heading(text="Aktiviteter")
    yield context.table(by_status(context))
    behind = tuple(one for one in progress_of(context, context.plan.activities) if one.is_behind)
    if behind:
        more = f" De {_MOST_LISTED} första visas." if len(behind) > _MOST_LISTED else ""
        yield Paragraph(text=f"{len(behind)} aktiviteter har kommit längre än sin status.{more}")
        yield context.table(_behind(context, behind[:_MOST_LISTED]))
    yield Heading(text="Belastning")
    yield context.table(burden(context))
    tops = heavy(context, workload(context.plan))
    if tops.items:
        yield context.table(tops)
    yield Heading(text=f"Inför {context.period.shift(1).text}")
    yield from proposed.blocks or (Paragraph(text=_MISSING),)


def _behind(context: Context, found: tuple[Progress, ...]) -> ListSpec[Progress]:
    names = {str(unit.id): unit.name for unit in context.plan.units}
    return ListSpec(
        key="efter",
        caption="Aktiviteter som har kommit längre än sin status",
        items=found,
        key_of=lambda one: one.activity.id,
        fields=(
            Field(key="namn", label="Aktivitet", get=lambda one: one.activity.name),
            Field(key="omrade", label="Område", get=lambda one: names.get(one.activity.unit_id or "", "")),
            Field(key="angiven", label="Angiven status", get=lambda one: word(one.stated)),
            Field(key="harledd", label="Enligt underlaget", get=lambda one: word(one.derived)),
            Field(key="grund", label="Grund", get=lambda one: one.grounds.capitalize()),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.activity.comment),
        ),
    )


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    return ((plan.unit_id, plan.period),) if plan.goals else ()


FOLLOW_UP = ReportSpec(
    key=REPORT, title=Text(sv=TITLE, en="Follow-up of a board's plan"), build=_build, instances=_instances
)
