"""The follow-up: the result against the budget, the same by unit, and how the goals stand."""

from collections.abc import Iterator

from styrmodell.api import (
    Block,
    Column,
    Context,
    Document,
    Field,
    Goal,
    Head,
    Heading,
    Kind,
    ListSpec,
    Master,
    Paragraph,
    ReportSpec,
    Row,
    TableSpec,
    Text,
    column,
    ref,
    row,
)

# The measure that the report is about, and what it must be split by.
RESULT, SORT = "resultat", "slag"
COLUMNS = (
    Column(key="budget", label="Budget", kind=Kind.BUDGET),
    Column(key="utfall", label="Utfall", kind=Kind.OUTCOME),
    Column(key="avvikelse", label="Avvikelse", cell=column("utfall") - column("budget"), signed=True),
)
RESULT_TABLE = TableSpec(
    key="resultat",
    caption="Resultat mot budget",
    row_header="Post",
    scale="tkr",
    rows=(
        Row(key="intakter", label="Intäkter", cell=ref(RESULT, dims=((SORT, "intakt"),))),
        Row(key="kostnader", label="Kostnader", cell=ref(RESULT, dims=((SORT, "kostnad"),))),
        Row(key="resultat", label="Resultat", cell=row("intakter") + row("kostnader"), level="total"),
    ),
    columns=COLUMNS,
)


def _build(context: Context) -> Document:
    return Document(
        title=f"Uppföljning {context.period.text}",
        head=Head(
            dnr=context.plan.dnr,
            facts=(("Enhet", context.unit.name), ("Per", context.as_of.isoformat())),
            footer=context.profile.name,
        ),
        blocks=tuple(_blocks(context)),
    )


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(text="Ekonomi")
    if any(measure.id == RESULT and SORT in measure.dimensions for measure in context.plan.measures):
        yield _told(context)
        yield context.table(RESULT_TABLE)
        if units := _units_table(context):
            yield context.table(units)
    else:
        yield Paragraph(text=f"Underlag saknas: måttet {RESULT}, delat på {SORT}.")
    yield Heading(text="Mål")
    if context.plan.goals:
        yield context.table(_goals_list(context))
    else:
        yield Paragraph(text="Underlag saknas: mål.")


def _told(context: Context) -> Paragraph:
    """The outcome and the budget in a sentence; each figure in it explains itself like those of tables."""
    outcome, budget = context.value(RESULT), context.value(RESULT, kind=Kind.BUDGET)
    return Paragraph(
        markdown="Resultatet är **{{ utfall }}**. Budgeten är {{ budget }}.",
        figures=(
            ("utfall", context.figure("utfall", outcome, unit="tkr")),
            ("budget", context.figure("budget", budget, unit="tkr")),
        ),
    )


def _units_table(context: Context) -> TableSpec | None:
    """The result of each unit below the document's own; None where there is none."""
    below = [unit for unit in context.plan.units if unit.parent_id == context.unit.id]
    rows = tuple(Row(key=unit.id, label=unit.name, cell=ref(RESULT, unit=unit.id)) for unit in below)
    if not rows:
        return None
    return TableSpec(
        key="enheter", caption="Resultat per enhet", row_header="Enhet", scale="tkr", rows=rows, columns=COLUMNS
    )


def _goals_list(context: Context) -> ListSpec[Goal]:
    return ListSpec(
        key="mal",
        caption="Målens status",
        items=context.plan.goals,
        key_of=lambda goal: goal.id,
        fields=(
            Field(key="namn", label="Mål", get=lambda goal: goal.name),
            Field(key="niva", label="Nivå", get=lambda goal: goal.level),
            Field(key="status", label="Status", get=lambda goal: context.judged_goal(goal.id).status),
        ),
    )


FOLLOW_UP = ReportSpec(
    key="exempel.uppfoljning",
    title=Text(sv="Uppföljning", en="Follow-up"),
    build=_build,
    master=Master(package="styrmodell_exempel", path="mallar/rapport.docx"),
)
