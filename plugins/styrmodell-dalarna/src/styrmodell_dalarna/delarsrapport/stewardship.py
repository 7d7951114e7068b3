"""Goals of god ekonomisk hushållning: how each stands, how the year is expected to end, and one overall assessment."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrmodell.api import (
    Block,
    Field,
    GoalJudgement,
    Heading,
    Judgement,
    ListSpec,
    Note,
    Outlook,
    Status,
    Stewardship,
)
from styrmodell_dalarna.delarsrapport.codes import NO_OUTLOOK, NO_OVERALL
from styrmodell_dalarna.rapport.writer import Writer, lacking

PART = "hushallning"
_SORTS = {Stewardship.FINANCIAL: "Finansiella mål", Stewardship.OPERATIONAL: "Verksamhetsmål"}
_OUTLOOKS = {
    Outlook.MET: "Bedöms uppnås",
    Outlook.PARTLY: "Bedöms uppnås delvis",
    Outlook.NOT: "Bedöms inte uppnås",
}
_STANDINGS = (
    ("uppnatt", "Uppnått", (Status.MET,)),
    ("delvis", "Delvis", (Status.CLOSE,)),
    ("ej", "Ej uppnått", (Status.MISSED,)),
    ("ej-matt", "Ej mätt", (Status.NOT_MEASURED, Status.STALE)),
)
_YEARS = (
    ("ar-uppnas", "Uppnås", Outlook.MET),
    ("ar-delvis", "Delvis", Outlook.PARTLY),
    ("ar-ej", "Uppnås inte", Outlook.NOT),
    ("ar-saknas", "Saknas", None),
)
_MISSING = "Bedömning saknas"
_MILLION = Decimal(1_000_000)


@frozen(kw_only=True)
class Sort:
    """The goals of one sort."""

    name: str
    goals: tuple[GoalJudgement, ...]


def section(writer: Writer) -> Iterator[Block]:
    """The goals by sort, counted and one by one; then the overall assessment."""
    found = goals(writer)
    if not found:
        yield lacking("mål för god ekonomisk hushållning (stewardship)")
        return
    for one in found:
        if one.outlook is None or one.outlook.outlook is None:
            words = {"goal": one.goal.name, "period": writer.months.so_far.text}
            writer.doubts.append(NO_OUTLOOK.at(one.goal.source, **words))
    sorts = tuple(
        Sort(name=name, goals=tuple(one for one in found if one.goal.stewardship is sort))
        for sort, name in _SORTS.items()
    )
    yield writer.context.table(_list(writer, found))
    yield writer.context.table(_counted(writer, sorts))
    yield Heading(text="Samlad bedömning", level=2)
    text = writer.text(PART)
    if not text:
        name = f"{PART}-{writer.unit.id}-{writer.months.month.text}"
        writer.doubts.append(NO_OVERALL.at(writer.context.plan.source, section=name))
    yield from text or (lacking("samlad bedömning av god ekonomisk hushållning"),)


def goals(writer: Writer) -> tuple[GoalJudgement, ...]:
    """The judged goals of god ekonomisk hushållning that are the unit's, the financial first."""
    own = [
        one
        for one in writer.context.plan.goals
        if one.stewardship is not None
        and (one.unit_id or writer.context.plan.unit_id) == writer.unit.id
        and (one.period is None or writer.months.month in one.period)
    ]
    own.sort(key=lambda one: one.stewardship is not Stewardship.FINANCIAL)
    return tuple(writer.context.judged_goal(one.id, period=writer.months.so_far) for one in own)


def _list(writer: Writer, found: tuple[GoalJudgement, ...]) -> ListSpec[GoalJudgement]:
    return ListSpec(
        key="hushallningsmal",
        caption=f"Mål för god ekonomisk hushållning, {writer.months.so_far_words}",
        items=found,
        key_of=lambda one: one.goal.id,
        fields=(
            Field(key="mal", label="Mål", get=lambda one: one.goal.name),
            Field(key="sort", label="Sort", get=_sort),
            Field(key="matt", label="Mått, utfall och målvärde", get=_measures),
            Field(key="status", label="Utfall hittills", get=_status),
            Field(key="helar", label="Året", get=_outlook),
            Field(key="av", label="Bedömt av", get=lambda one: one.outlook.by if one.outlook is not None else ""),
            Field(key="varfor", label="Varför", get=lambda one: one.outlook.why if one.outlook is not None else ""),
        ),
        notes=(Note(text="Utfall hittills är målets status för perioden. Bedömningen av året är en egen uppgift."),),
        sheet="God ekonomisk hushållning",
    )


def _counted(writer: Writer, sorts: tuple[Sort, ...]) -> ListSpec[Sort]:
    def with_status(*wanted: Status) -> Callable[[Sort], int]:
        return lambda sort: sum(one.status in wanted for one in sort.goals)

    def with_outlook(wanted: Outlook | None) -> Callable[[Sort], int]:
        return lambda sort: sum((one.outlook.outlook if one.outlook else None) is wanted for one in sort.goals)

    return ListSpec(
        key="hushallning-antal",
        caption=f"Antal mål, {writer.months.so_far_words}",
        items=sorts,
        fields=(
            Field(key="sort", label="Mål", get=lambda sort: sort.name),
            Field(key="alla", label="Alla", get=lambda sort: len(sort.goals)),
            *(
                Field(key=key, label=label, group="Utfall hittills", get=with_status(*wanted))
                for key, label, wanted in _STANDINGS
            ),
            *(
                Field(key=key, label=label, group="Året bedöms", get=with_outlook(wanted))
                for key, label, wanted in _YEARS
            ),
        ),
        sheet="Hushållning, antal",
    )


def _sort(one: GoalJudgement) -> str:
    return "Finansiellt" if one.goal.stewardship is Stewardship.FINANCIAL else "Verksamhet"


def _status(one: GoalJudgement) -> Status:
    return one.status


def _outlook(one: GoalJudgement) -> str:
    found = one.outlook.outlook if one.outlook is not None else None
    return _MISSING if found is None else _OUTLOOKS[found]


def _measures(one: GoalJudgement) -> str:
    """Each measure that serves the goal, with outcome and target."""
    return "; ".join(_measure(node) for node in one.nodes() if isinstance(node, Judgement)) or "Bedömt utan mått"


def _measure(node: Judgement) -> str:
    target = "" if node.target is None else f", mål {node.target.words or node.target}"
    return f"{node.measure.name}: {_figure(node)}{target}"


def _figure(node: Judgement) -> str:
    exact, unit = node.value.exact, node.value.unit
    if exact is None:
        return "inte redovisat"
    exact = Fraction(exact)
    number = Decimal(exact.numerator) / Decimal(exact.denominator)
    size, word = (number / _MILLION, "mnkr") if unit == "kr" else (number * 100, "%") if unit == "%" else (number, unit)
    return f"{size:.1f} {word}".replace("-", "\u2212").replace(".", ",")
