"""What the region's own directives ask of a plan, checked on every version of it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from styrmodell.api import Change, Check, Code, Context, Finding, Kind, Period, Severity, Source, Text, Value, ref
from styrmodell_vasternorrland.it_plan import it_projects
from styrmodell_vasternorrland.profile import PROFILE_2020
from styrmodell_vasternorrland.years import BUDGET, PLAN_1, PLAN_2

# "Den totala kostnadsutvecklingen får högst uppgå till 3,0 procent under varje år i planperioden."
COST_GROWTH_LIMIT = Fraction(3, 100)
_IT_PLAN = "It-plan"
_COSTS = (("dvo", "verksamhet"), ("slag", "kostnad"))
_RESULT = (("dvo", "resultat"), ("slag", "netto"))
_ECONOMY = "ekonomi"

COSTS_GROW = Code(
    code="vasternorrland.1",
    severity=Severity.WARNING,
    title=Text(sv="Kostnaderna ökar mer än direktivet medger", en="Costs grow more than the directive allows"),
    found=Text(
        sv="verksamhetens kostnader ökar {growth} till {year} ({cell})", en="costs grow {growth} to {year} ({cell})"
    ),
    expected=Text(sv="högst 3,0 % varje år i planperioden", en="at most 3.0 % each year of the plan"),
    do=Text(
        sv="sänk kostnaderna, eller motivera avsteget i texten", en="lower the costs, or give the reason in the text"
    ),
)
NOT_BALANCED = Code(
    code="vasternorrland.2",
    severity=Severity.WARNING,
    title=Text(sv="Budgeten är inte i balans", en="The budget is not in balance"),
    found=Text(sv="resultatet {year} är {result} ({cell})", en="the result of {year} is {result} ({cell})"),
    expected=Text(sv="ett resultat på noll varje år i planen", en="a result of nought each year of the plan"),
    do=Text(sv="ändra budgeten så att den balanserar", en="change the budget so that it balances"),
)
NO_RUNNING_COST = Code(
    code="vasternorrland.3",
    severity=Severity.WARNING,
    title=Text(sv="IT-projekt utan ökad driftkostnad", en="IT project without its running cost"),
    found=Text(
        sv="{name} anger varken årskostnad eller kapitalkostnad", en="{name} gives no yearly and no capital cost"
    ),
    expected=Text(sv="ökade driftkostnader per år för varje IT-projekt", en="the yearly cost of every IT project"),
    do=Text(
        sv="fyll i Årskostnad och Kapitalkostnad i bilaga 10 c; noll skrivs 0", en="fill in both; nought is written 0"
    ),
)
NOT_IN_IT_PLAN = Code(
    code="vasternorrland.4",
    severity=Severity.WARNING,
    title=Text(sv="Projekt som ska betalas av IT-planen men inte står där", en="Project paid by an IT plan without it"),
    found=Text(sv="{name} har finansieringsformen It-plan i bilaga 17", en="{name} is to be paid by the IT plan"),
    expected=Text(sv="en rad för projektet i bilaga 10 c", en="a row for it in bilaga 10 c"),
    do=Text(
        sv="lägg till projektet i IT-planen, eller ändra finansieringsformen",
        en="add the project to the IT plan, or change how it is paid",
    ),
)


def _run(context: Context) -> Iterable[Finding]:
    if context.profile.key == PROFILE_2020.key:  # another region has directives of its own
        yield from _economy(context)
        yield from _it(context)


def _economy(context: Context) -> Iterator[Finding]:
    if all(measure.id != _ECONOMY for measure in context.plan.measures):
        return
    for year in (BUDGET, PLAN_1, PLAN_2):
        period = context.period.shift(year.offset)
        result = context.value(ref(_ECONOMY, dims=_RESULT), period=period, kind=year.kind)
        if result.number:
            yield NOT_BALANCED.at(_source(result), year=period.text, result=result.text(), cell=result.cell)
    for before, after in ((BUDGET, PLAN_1), (PLAN_1, PLAN_2)):
        yield from _growth(context, context.period.shift(after.offset), before.kind, after.kind)


def _growth(context: Context, period: Period, before: Kind, after: Kind) -> Iterator[Finding]:
    earlier = ref(_ECONOMY, dims=_COSTS, kind=before, period="-1")
    # Costs are negative: their growth is that of their size.
    growth = context.value(Change(after=-ref(_ECONOMY, dims=_COSTS), before=-earlier), period=period, kind=after)
    costs = context.value(ref(_ECONOMY, dims=_COSTS), period=period, kind=after)
    if growth.exact is not None and growth.exact > COST_GROWTH_LIMIT:
        yield COSTS_GROW.at(_source(costs), growth=growth.text(decimals=1), year=period.text, cell=costs.cell)


def _it(context: Context) -> Iterator[Finding]:
    known = it_projects(context.plan)
    for project, it in known:
        if it.operating_cost is None and it.capital_cost is None:
            yield NO_RUNNING_COST.at(it.source, name=project.name)
    # The form for projects and the IT plan are two lists: the same project has the same name in both.
    planned = {project.name.casefold() for project, _ in known}
    for project in context.plan.projects:
        if project.financing == _IT_PLAN and project.name.casefold() not in planned:
            yield NOT_IN_IT_PLAN.at(project.source, name=project.name)


def _source(value: Value) -> Source:
    found = value.working.sources if value.working is not None else ()
    return next(iter(found), Source())


DIRECTIVES = Check(
    key="vasternorrland.direktiv",
    codes=(COSTS_GROW, NOT_BALANCED, NO_RUNNING_COST, NOT_IN_IT_PLAN),
    run=_run,
)
