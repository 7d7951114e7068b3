"""Every activity of the plan by område: status as reported and as dates and comments say, and what it is about."""

from collections.abc import Iterable, Iterator, Mapping

from styrmodell.api import (
    Block,
    Context,
    Document,
    Field,
    Head,
    Heading,
    ListSpec,
    NewPage,
    Period,
    Plan,
    ReportSpec,
    Text,
    UnitId,
)
from styrmodell_jamtland_harjedalen.areas import item_names
from styrmodell_jamtland_harjedalen.progress import Progress, progress_of, word

_TITLE = "Aktiviteter per område"


def _build(context: Context) -> Document:
    return Document(
        title=f"{_TITLE} {context.period.text}",
        head=Head(dnr=context.plan.dnr, facts=(("Plan", context.plan.title or context.unit.name),)),
        blocks=tuple(_blocks(context)),
    )


def _blocks(context: Context) -> Iterator[Block]:
    by_unit: dict[str, list[Progress]] = {}
    for one in progress_of(context, context.plan.activities):
        by_unit.setdefault(one.activity.unit_id or "", []).append(one)
    names = {str(unit.id): unit.name for unit in context.plan.units}
    about = item_names(context.plan)
    for unit in (*names, ""):
        if unit in by_unit:
            name = names.get(unit, "Utan område")
            yield NewPage(landscape=True)
            yield Heading(text=name)
            yield context.table(_table(unit or "utan", name, tuple(by_unit[unit]), about))


def _table(key: str, name: str, found: tuple[Progress, ...], about: Mapping[str, str]) -> ListSpec[Progress]:
    return ListSpec(
        key=key,
        caption=f"Aktiviteter, {name}",
        items=found,
        key_of=lambda one: one.activity.id,
        fields=(
            Field(key="namn", label="Aktivitet", get=lambda one: one.activity.name),
            Field(key="galler", label="Gäller", get=lambda one: _about(one, about)),
            Field(key="ansvarig", label="Ansvarig", get=lambda one: one.activity.owner),
            Field(key="slut", label="Klar senast", get=lambda one: one.activity.end),
            Field(key="angiven", label="Angiven status", get=lambda one: word(one.stated)),
            Field(key="harledd", label="Enligt underlaget", get=lambda one: word(one.derived) if one.derived else ""),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.activity.comment),
        ),
        sheet=name,
    )


def _about(one: Progress, about: Mapping[str, str]) -> str:
    links = (*one.activity.measures, *one.activity.assignments)
    return "; ".join(about.get(link.id, link.id) for link in links)


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    return ((plan.unit_id, plan.period),) if plan.activities else ()


ACTIVITIES = ReportSpec(
    key="jamtland-harjedalen.aktiviteter",
    title=Text(sv=_TITLE, en="Activities by area"),
    build=_build,
    instances=_instances,
)
