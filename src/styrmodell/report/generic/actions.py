"""generic.handlingsplan: what each action is to give, has given and is expected to give, with totals told apart."""

from collections.abc import Callable, Iterator

from styrmodell.aggregation.savings.line import Column, Line
from styrmodell.aggregation.savings.savings_plan import By, SavingsPlan
from styrmodell.aggregation.savings.total import Total
from styrmodell.finding import Text
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage
from styrmodell.report.generic.plain_report import (
    NO_COMMENT,
    Names,
    filled,
    lacking,
    listed_word,
    plain_report,
    words_of,
)
from styrmodell.report.list_spec import Field, ListSpec, Shown
from styrmodell.report.value import Value

_UNIT = "tkr"
_TOLD = (By.UNIT, By.CATEGORY, By.FEASIBILITY, By.ORIGIN, By.BASIS)
_CAPTIONS = ("Per enhet", "Per kategori", "Per genomförbarhet", "Per ursprung", "Brutto och netto")


def _blocks(context: Context) -> Iterator[Block]:
    plan = context.savings()
    yield NewPage(landscape=True)
    yield context.table(_lines(context, plan))
    yield context.table(_totals(context, "summa", "Summa", (plan.total,)))
    for by, caption in zip(_TOLD, _CAPTIONS, strict=True):
        totals = plan.by(by)
        if len(totals) > 1:
            yield context.table(_totals(context, by.value, caption, totals, _name(context, by)))


def _figure(context: Context, column: Column) -> Callable[[Line], Shown]:
    def get(line: Line) -> Value | None:
        figure = line.figure(column)
        return context.value_of(figure.explanation) if figure.is_known else None

    return get


def _lines(context: Context, plan: SavingsPlan) -> ListSpec[Line]:
    every = (*_about(context), *_effects(context), *_grounds(context))
    return ListSpec(
        key="atgarder",
        caption="Åtgärder (tkr)",
        items=plan.lines,
        key_of=lambda line: line.action.id,
        unit=_UNIT,
        fields=filled(every, plan.lines, ("target", "outcome", "forecast", "deviation")),
        notes=lacking(every, plan.lines, ("ansvarig",)),
    )


def _about(context: Context) -> tuple[Field[Line], ...]:
    names = Names(plan=context.plan)
    categories, steps = words_of(context, "atgardskategori"), words_of(context, "genomforbarhet")
    return (
        Field(key="namn", label="Åtgärd", get=lambda line: f"{'– ' * line.depth}{line.action.name}"),
        Field(key="enhet", label="Enhet", get=lambda line: names.unit(line.unit_id)),
        Field(key="ansvarig", label="Ansvarig", get=lambda line: line.action.owner),
        Field(key="kategori", label="Kategori", get=lambda line: line.action.category, choices=categories),
        Field(
            key="genomforbarhet",
            label="Genomförbarhet",
            get=lambda line: listed_word(steps, str(line.action.feasibility or "")),
            choices=steps,
        ),
    )


def _effects(context: Context) -> tuple[Field[Line], ...]:
    told = ((Column.TARGET, "Mål"), (Column.OUTCOME, "Utfall"), (Column.FORECAST, "Prognos"))
    return (
        *(Field(key=column.value, label=label, get=_figure(context, column), unit=_UNIT) for column, label in told),
        Field(key="deviation", label="Avvikelse", get=lambda line: _known(context, line), unit=_UNIT),
    )


def _grounds(context: Context) -> tuple[Field[Line], ...]:
    names = Names(plan=context.plan)
    return (
        Field(key="beslut", label="Beslut", get=lambda line: names.decisions(line.action.decisions)),
        Field(key="kommentar", label="Kommentar", get=_comment),
    )


def _known(context: Context, line: Line) -> Value | None:
    return context.value_of(line.deviation) if line.deviation.exact is not None else None


def _comment(line: Line) -> str:
    """What the newest follow-up says; a forecast that has changed must have it."""
    if line.repeats is not None:
        return f"Räknas i {line.repeats}"
    told = line.report.comment if line.report is not None else ""
    return told or (NO_COMMENT if line.change is not None and line.change.is_unexplained else "")


def _own_name(total: Total) -> str:
    return total.name


def _name(context: Context, by: By) -> Callable[[Total], str]:
    """What a total is called: a feasibility as the profile's list says it."""
    steps = words_of(context, "genomforbarhet") if by is By.FEASIBILITY else ()
    return lambda total: listed_word(steps, str(total.lines[0].action.feasibility or "")) if steps else total.name


def _totals(
    context: Context, key: str, caption: str, totals: tuple[Total, ...], name: Callable[[Total], str] = _own_name
) -> ListSpec[Total]:
    def of(column: Column) -> Callable[[Total], Shown]:
        return lambda total: context.value_of(total.explanation(column))

    return ListSpec(
        key=f"summa-{key}",
        caption=f"{caption} (tkr)",
        items=totals,
        key_of=lambda total: total.key or "alla",
        unit=_UNIT,
        fields=(
            Field(key="namn", label="Summa", get=name),
            Field(key="antal", label="Åtgärder", get=lambda total: len(total.lines)),
            Field(key="mal", label="Mål", get=of(Column.TARGET), unit=_UNIT),
            Field(key="utfall", label="Utfall", get=of(Column.OUTCOME), unit=_UNIT),
            Field(key="prognos", label="Prognos", get=of(Column.FORECAST), unit=_UNIT),
            Field(key="avvikelse", label="Avvikelse", get=lambda total: context.value_of(total.deviation), unit=_UNIT),
        ),
    )


ACTIONS = plain_report(
    "generic.handlingsplan", Text(sv="Handlingsplan", en="Plan of actions"), _blocks, lambda plan: plan.actions
)
