"""generic.maluppfyllelse: every goal with its status, and the measures that it rests on."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.finding import Text
from styrmodell.model.assessment import Assessment
from styrmodell.model.goal import Goal
from styrmodell.model.status import STATUS_WORDS, Status, outlook_word
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.generic.measured import FOLLOWED, WANTED, comment_of, has_outcome, measured_fields
from styrmodell.report.generic.plain_report import NO_COMMENT, Names, in_order, listed, own, plain_report, words_of
from styrmodell.report.list_spec import Field, ListSpec

# What the catalogue of measures tells.
_ELSEWHERE = ("kalla", "rapportering")


@frozen(kw_only=True)
class _Line:
    """A goal with its status."""

    goal: Goal
    judged: GoalJudgement

    @property
    def comment(self) -> str:
        """Why, in the words of whoever judged it, or told of its measures; a goal that is not reached must have it."""
        below = (comment_of(one) for child in self.judged.children if isinstance(one := child.node, Judgement))
        told = _why(self.judged.settled, self.judged.outlook) or "; ".join(filter(None, below))
        return told or (NO_COMMENT if self.judged.status is Status.MISSED else "")


@frozen(kw_only=True)
class _Measured:
    """A goal and one of its measures."""

    goal: Goal
    judged: Judgement


def _why(*assessments: Assessment | None) -> str:
    return "; ".join(dict.fromkeys(one.why for one in assessments if one is not None and one.why))


def _blocks(context: Context) -> Iterator[Block]:
    goals = in_order(own(context, context.plan.goals), words_of(context, "malniva"), lambda goal: goal.level)
    lines = tuple(_Line(goal=goal, judged=context.judged_goal(goal.id)) for goal in goals)
    yield NewPage(landscape=True)
    yield Heading(text="Sammanfattning")
    yield Paragraph(text=_summary(lines))
    yield listed(context, _goals(context, lines))
    measured = tuple(_measured(lines))
    if measured:
        yield Heading(text="Mått per mål")
        yield listed(context, _measures(context, measured), WANTED)


def _measured(lines: tuple[_Line, ...]) -> Iterator[_Measured]:
    for line in lines:
        for child in line.judged.children:
            if isinstance(child.node, Judgement):
                yield _Measured(goal=line.goal, judged=child.node)


def _summary(lines: tuple[_Line, ...]) -> str:
    """How many goals have each status: "4 mål. Uppnått: 2. Ej uppnått: 2."."""
    told = (f"{word}: {count}." for word, status in STATUS_WORDS if (count := _count(lines, status)))
    return " ".join((f"{len(lines)} mål.", *told))


def _count(lines: tuple[_Line, ...], status: Status) -> int:
    return sum(line.judged.status is status for line in lines)


def _goals(context: Context, lines: tuple[_Line, ...]) -> ListSpec[_Line]:
    names = Names(plan=context.plan)
    fields: tuple[Field[_Line], ...] = (
        Field(key="mal", label="Mål", get=lambda one: one.goal.name),
        Field(key="niva", label="Nivå", get=lambda one: one.goal.level, choices=words_of(context, "malniva")),
        Field(key="enhet", label="Enhet", get=lambda one: names.unit(one.goal.unit_id)),
        Field(key="over", label="Bidrar till", get=lambda one: names.goals(one.goal.parents)),
        Field(key="status", label="Status", get=lambda one: one.judged.status),
        Field(key="beraknad", label="Beräknad status", get=_computed),
        Field(key="prognos", label="Bedömning av året", get=_outlook),
        Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
    )
    return ListSpec(
        key="mal",
        caption="Mål och status",
        items=lines,
        key_of=lambda one: one.goal.id,
        fields=fields,
    )


def _computed(line: _Line) -> Status | None:
    """Shown where somebody has settled another status."""
    settled = line.judged.settled
    return line.judged.computed if settled is not None and settled.status is not None else None


def _outlook(line: _Line) -> str:
    outlook = line.judged.outlook
    return outlook_word(outlook.outlook) if outlook is not None and outlook.outlook is not None else ""


def _measures(context: Context, lines: tuple[_Measured, ...]) -> ListSpec[_Measured]:
    """One table, so that a goal's measures stand beside the next one's; none has columns for what nobody has told."""
    left_out = _ELSEWHERE if any(has_outcome(one.judged) for one in lines) else (*_ELSEWHERE, *FOLLOWED)
    return ListSpec(
        key="matt",
        caption="Mått, utfall och status",
        items=lines,
        key_of=lambda one: f"{one.goal.id}.{one.judged.measure.id}.{one.judged.place.unit}",
        group_of=lambda one: one.goal.name,
        group_header="Mål",
        fields=tuple(_of_goal(one) for one in measured_fields(context) if one.key not in left_out),
    )


def _of_goal(one: Field[Judgement]) -> Field[_Measured]:
    """A measure's column for the rows of goals."""
    return Field(key=one.key, label=one.label, get=lambda line: one.get(line.judged), named=one.named)


GOALS = plain_report(
    "generic.maluppfyllelse", Text(sv="Måluppfyllelse", en="Goal attainment"), _blocks, lambda plan: plan.goals
)
