"""Bilaga 10 c, the IT plan: three lines a project, and what each will cost a year; an outlay is printed with plus."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from styrmodell.api import (
    Column,
    Context,
    Dims,
    Expression,
    ITProject,
    Kind,
    Note,
    Plan,
    Project,
    Row,
    TableSpec,
    annuity,
    column,
    ref,
    row,
    total,
)
from styrmodell_vasternorrland.appendix import Appendix, Spec
from styrmodell_vasternorrland.years import ADDED_YEARS

TITLE = "Sammanställning av planerade IT projekt (1.000-tal kr) IT-plan"
BEFORE, SUM, RUNNING = "tom", "summa", "drift"
# The form has room for so many projects; what is not used is left blank.
FORM_BLOCKS = 16
_COST, _INVESTMENT = "kostnad", "investering"
_GROUP = "Ökade driftkostnader per år"

_COLUMNS = (
    Column(key=BEFORE, label="Kostnad tom {year}", period=-2, kind=Kind.OUTCOME),
    *ADDED_YEARS,
    Column(key=SUM, label="S:a kostn. tom {year}", period=2, kind=Kind.PLAN),
    Column(key="agare", label="Kund/systemförvaltning", is_text=True),
    Column(key="slag", label="Slag", group=_GROUP, is_text=True),
    Column(key=RUNNING, label="Belopp", group=_GROUP, kind=Kind.PLAN),
)
_SUMMED = total(column(key) for key in (BEFORE, *(year.key for year in ADDED_YEARS)))
_NOTES = (
    Note(mark="*)", text="Summa investeringar överflyttas till bilaga 10b, raden för IT"),
    Note(text="Årskostnad: här anges alla kostnader för drift och förvaltning av systemet."),
    Note(text="Till detta summeras kapitalkostnader för investeringen: avskrivning och internränta (annuitet)."),
    Note(text="Anm. Skriftlig beskrivning av projekten ska bifogas."),
)


def it_projects(plan: Plan) -> tuple[tuple[Project, ITProject], ...]:
    """The IT projects, each with its project."""
    projects = {project.id: project for project in plan.projects}
    return tuple((projects[it.project_id], it) for it in plan.it_projects if it.project_id in projects)


def investments(plan: Plan) -> Expression | None:
    """What bilaga 10 b takes from here, a year; None where there are no projects."""
    return _together(plan, "projekt")


def investments_before(plan: Plan) -> Expression | None:
    """The same for all that was spent until the first year."""
    return _together(plan, "projekt-ackumulerad")


def invests(plan: Plan) -> bool:
    """Whether any IT project invests anything at all."""
    return any(_invests(project) for project, _ in it_projects(plan))


def _together(plan: Plan, measure: str) -> Expression | None:
    parts = [-ref(measure, dims=_dims(project, _INVESTMENT)) for project, _ in it_projects(plan)]
    return total(parts) if parts else None


def _dims(project: Project, post: str) -> Dims:
    return (("objekt", project.id), ("post", post))


def table(context: Context) -> TableSpec:
    """Three lines a project, blank blocks for those that are still to come, and the sums."""
    projects = it_projects(context.plan)
    share = _share(context)
    blank = max(0, int(context.settings.get("block", FORM_BLOCKS)) - len(projects))
    return TableSpec(
        key="itplan",
        caption=TITLE,
        row_header="Rad",
        group_header="Proj.nr, benämning",
        scale="tkr",
        columns=_COLUMNS,
        rows=(
            *(line for project, it in projects for line in _block(project, it, share)),
            *(line for number in range(1, blank + 1) for line in _blank_block(number)),
            *_totals([project for project, _ in projects]),
        ),
        notes=_NOTES,
    )


def _share(context: Context) -> Fraction | None:
    """The share of an outlay that is paid a year, by the report's settings; None where they do not give it.

    Raises:
        ValueError: A setting that is no number.
    """
    interest, years = (context.settings.get(name, "") for name in ("internranta", "avskrivningstid"))
    if not interest or not years:
        return None
    try:
        part = Decimal(interest.replace("%", "").replace(",", ".").strip()) / 100
        return annuity(part, int(years))
    except (InvalidOperation, ValueError):
        raise ValueError(f"internranta i procent och avskrivningstid i år, inte {interest!r} och {years!r}") from None


def _block(project: Project, it: ITProject, share: Fraction | None) -> tuple[Row, ...]:
    """A project's costs, its investments and their sum, each with what it means for the years to come."""
    name = f"{project.project_nr} {project.name}".strip()
    cost, investment = f"{project.id}.kostn", f"{project.id}.inv"
    yearly = -ref("driftkostnad", dims=_dims(project, "arskostnad"))
    capital = -ref("driftkostnad", dims=_dims(project, "kapitalkostnad"))
    if it.capital_cost is None and share is not None and _invests(project):
        capital = column(SUM) * share
    return (
        _line(project, _COST, "Kostn.", name, _owner("FO", it.maintenance_object), ("Årskostnad", yearly)),
        _line(project, _INVESTMENT, "Inv.utg.", name, _owner("Kund", it.customer), ("Kapitalkostnad", capital)),
        Row(
            key=f"{project.id}.sa",
            label="S:a",
            level="total",
            group=name,
            cell=total((row(cost), row(investment))),
            by_column=((SUM, _SUMMED),),
            texts=(("slag", "Summa"),),
        ),
    )


def _line(project: Project, post: str, label: str, group: str, owner: str, running: tuple[str, Expression]) -> Row:
    dims, (word, amount) = _dims(project, post), running
    return Row(
        key=f"{project.id}.{'kostn' if post == _COST else 'inv'}",
        label=label,
        group=group,
        cell=-ref("projekt", dims=dims),
        by_column=((BEFORE, -ref("projekt-ackumulerad", dims=dims)), (SUM, _SUMMED), (RUNNING, amount)),
        texts=(("agare", owner), ("slag", word)),
    )


def _owner(word: str, name: str) -> str:
    return f"{word}: {name}" if name else f"{word}:"


def _invests(project: Project) -> bool:
    return any(amount.post == _INVESTMENT and amount.value for amount in project.amounts)


def _blank_block(number: int) -> tuple[Row, ...]:
    group = f"({number})"
    lines = (("kostn", "Kostn.", "FO:", "Årskostnad"), ("inv", "Inv.utg.", "Kund:", "Kapitalkostnad"),
             ("sa", "S:a", "", "Summa"))  # fmt: skip
    return tuple(
        Row(
            key=f"tomt{number}.{key}",
            label=label,
            level="total" if key == "sa" else "body",
            group=group,
            texts=(("agare", owner), ("slag", slag)),
        )
        for key, label, owner, slag in lines
    )


def _totals(projects: list[Project]) -> Iterable[Row]:
    sums = (
        ("kostn", "summa_kostnader", "Summa kostnader", ()),
        ("inv", "summa_investeringar", "Summa investeringar", ("*)",)),
    )
    for end, key, label, notes in sums:
        cell = total(row(f"{project.id}.{end}") for project in projects) if projects else None
        yield Row(
            key=key,
            label=label,
            level="total",
            cell=cell,
            by_column=((SUM, _SUMMED),) if projects else (),
            only=() if not projects else (BEFORE, *(year.key for year in ADDED_YEARS), SUM),
            notes=notes,
            texts=() if projects else (("slag", ""),),
        )
    whole = total((row("summa_kostnader"), row("summa_investeringar"))) if projects else None
    running = total(row(f"{project.id}.sa") for project in projects) if projects else None
    yield Row(
        key="totalt",
        label="TOTALT IT-plan",
        level="total",
        cell=whole,
        by_column=((SUM, _SUMMED), (RUNNING, running)) if running is not None else (),
        texts=(("slag", "Driftkostnader"),),
    )


def _tables(context: Context) -> Iterable[Spec]:
    return (table(context),)


BILAGA_10C = Appendix(number="10", letter="c", title=TITLE, english="planned IT projects", unit="tkr", tables=_tables)
