"""generic.rodtrad: from goal to measure, outcome and work; from work to goal; and where the thread is broken."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from attrs import define

from styrmodell.finding import Text
from styrmodell.model.ids import slug
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.generic.chains import GOAL, MEASURE, WORK, Break, Chains
from styrmodell.report.generic.plain_report import Names, filled, listed, plain_report, written
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.value import Value

# A row names so many activities and says how many more there are.
_MOST_NAMED = 5
_NO_MEASURE, _NO_GOAL = "Inget mått", "Inget mål"


@define(kw_only=True, eq=False)
class _Step:
    """A goal and one of its measures, with what is done about them."""

    goal: str
    goal_id: str
    measure_id: str
    measure: str
    target: str
    outcome: Value | None
    status: Status | None
    work: str


@define(kw_only=True, eq=False)
class _Work:
    """A piece of work and all that it serves."""

    kind: str
    id: str
    name: str
    unit: str
    measures: str
    goals: str


@define(kw_only=True, eq=False)
class _Thread:
    context: Context
    chains: Chains
    names: dict[tuple[str, str], str]

    def steps(self) -> Iterator[_Step]:
        for goal in self.context.plan.goals:
            measures = self.chains.below(GOAL, goal.id, MEASURE)
            for name in measures or ("",):
                yield self._step(goal.id, goal.name, name)

    def _step(self, goal_id: str, goal: str, measure_id: str) -> _Step:
        found = next((one for one in self.context.plan.measures if one.id == measure_id), None)
        judged = self.context.judged(measure_id) if found is not None else None
        under = [(GOAL, goal_id)] if found is None else [(MEASURE, measure_id), (GOAL, goal_id)]
        return _Step(
            goal=goal,
            goal_id=goal_id,
            measure_id=measure_id,
            measure=found.name if found is not None else _NO_MEASURE,
            target=written(judged.target) if judged is not None else "",
            outcome=self.context.value_of(judged.value) if judged is not None else None,
            status=None if judged is None else judged.status or Status.NOT_MEASURED,
            work=self._work(under),
        )

    def _work(self, under: list[tuple[str, str]]) -> str:
        """What is done, by kind: names, and how many more."""
        told = []
        for _, kind, word in WORK:
            ids = dict.fromkeys(one for known, name in under for one in self.chains.below(known, name, kind))
            named = [self.names.get((kind, one), one) for one in ids]
            more = f" och {len(named) - _MOST_NAMED} till" if len(named) > _MOST_NAMED else ""
            if named:
                told.append(f"{word.capitalize()}: {'; '.join(named[:_MOST_NAMED])}{more}")
        return ". ".join(told)

    def works(self) -> Iterator[_Work]:
        names = Names(plan=self.context.plan)
        for field, kind, word in WORK:
            for one in getattr(self.context.plan, field):
                above = self.chains.above(kind, one.id)
                yield _Work(
                    kind=word,
                    id=one.id,
                    name=one.name,
                    unit=names.unit(one.unit_id),
                    measures=self._named(above, MEASURE),
                    goals=self._named(above, GOAL) or _NO_GOAL,
                )

    def _named(self, above: tuple[tuple[str, str], ...], kind: str) -> str:
        return "; ".join(self.names.get(node, node[1]) for node in above if node[0] == kind)


def _names(plan: Plan) -> dict[tuple[str, str], str]:
    fields = (("goals", GOAL), ("measures", MEASURE), *((field, kind) for field, kind, _ in WORK))
    return {(kind, one.id): one.name for field, kind in fields for one in getattr(plan, field)}


def _blocks(context: Context) -> Iterator[Block]:
    chains = Chains(plan=context.plan)
    thread = _Thread(context=context, chains=chains, names=_names(context.plan))
    breaks, steps, works = tuple(chains.breaks()), tuple(thread.steps()), tuple(thread.works())
    yield NewPage(landscape=True)
    yield Paragraph(text=_summary(breaks))
    yield Heading(text="Från mål till utfall")
    yield context.table(_steps(steps))
    if works:
        yield Heading(text="Från arbete till mål")
        for kind, some in groupby(works, key=lambda one: one.kind):
            yield listed(context, _works(kind, tuple(some)))
    if breaks:
        yield Heading(text="Brutna kedjor")
        yield context.table(_breaks(breaks))


def _summary(breaks: tuple[Break, ...]) -> str:
    """How many chains are broken, and at what: "3 brutna kedjor: 1 mål, 2 risk. De står sist."."""
    if not breaks:
        return "Inga brutna kedjor."
    told = ", ".join(f"{count} {kind}" for kind, count in Counter(one.kind for one in breaks).items())
    return f"{len(breaks)} {'bruten kedja' if len(breaks) == 1 else 'brutna kedjor'}: {told}. De listas sist."


def _breaks(breaks: tuple[Break, ...]) -> ListSpec[Break]:
    return ListSpec(
        key="brutna",
        caption="Brutna kedjor",
        items=breaks,
        key_of=lambda one: f"{one.kind}-{one.id}",
        fields=(
            Field(key="namn", label="Namn", get=lambda one: one.name),
            Field(key="slag", label="Slag", get=lambda one: one.kind.capitalize()),
            Field(key="saknas", label="Vad som brister", get=lambda one: one.lack),
        ),
    )


def _steps(steps: tuple[_Step, ...]) -> ListSpec[_Step]:
    every: tuple[Field[_Step], ...] = (
        Field(key="matt", label="Mått", get=lambda one: one.measure),
        Field(key="mal", label="Målvärde", get=lambda one: one.target),
        Field(key="utfall", label="Utfall", get=lambda one: one.outcome, named=True),
        Field(key="status", label="Status", get=lambda one: one.status),
        Field(key="arbete", label="Arbete", get=lambda one: one.work),
    )
    return ListSpec(
        key="mal-till-utfall",
        caption="Mål, mått, utfall och arbete",
        items=steps,
        key_of=lambda one: f"{one.goal_id}.{one.measure_id or 'inget'}",
        group_of=lambda one: one.goal,
        group_header="Mål",
        fields=filled(every, steps, ("utfall", "status")),
    )


def _works(kind: str, works: tuple[_Work, ...]) -> ListSpec[_Work]:
    fields: tuple[Field[_Work], ...] = (
        Field(key="namn", label=kind.capitalize(), get=lambda one: one.name),
        Field(key="enhet", label="Enhet", get=lambda one: one.unit),
        Field(key="matt", label="Mått", get=lambda one: one.measures),
        Field(key="mal", label="Mål", get=lambda one: one.goals),
    )
    return ListSpec(
        key=f"{slug(kind)}-till-mal",
        caption=f"Från {kind} till mål",
        items=works,
        key_of=lambda one: one.id,
        fields=fields,
    )


THREAD = plain_report("generic.rodtrad", Text(sv="Röd tråd", en="Red thread"), _blocks, lambda plan: plan.goals)
