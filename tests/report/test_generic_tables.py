"""generic.tabeller: every table of the workspace, in order, and none that is wrong."""

from attrs import evolve

from styrmodell.api import Heading, Kind, Paragraph, Table, column, ref, row
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.testing import example_plan, make_workspace

COLUMNS = (
    Column(key="budget", label="Budget {year}", kind=Kind.BUDGET),
    Column(key="dubbelt", label="Dubbelt", cell=column("budget") + column("budget")),
)


def table(key, *rows):
    made = tuple(Row(key=name, label=name.upper(), cell=cell) for name, cell in rows)
    return TableSpec(key=key, caption=f"Tabell {key}", row_header="Rad", rows=made, columns=COLUMNS)


PER_INHABITANT = table("per-inv", ("a", ref("ekonomi")), ("b", ref("invanare")), ("c", row("a") / row("b")))
WRONG = table("fel", ("a", row("b")))
INHABITANTS = table("inv", ("a", ref("invanare")))


def workspace_with(*tables):
    return make_workspace(evolve(example_plan(), tables=tables))


def blocks_of(*tables):
    workspace = workspace_with(*tables)
    plan = workspace.plan
    spec = workspace.publisher.spec("generic.tabeller")
    return workspace.publisher.document(spec, plan.unit_id, plan.period).blocks


def test_the_tables_stand_in_their_order_under_their_captions():
    blocks = blocks_of(PER_INHABITANT, INHABITANTS)
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Tabell per-inv", "Tabell inv"]
    assert [block.key for block in blocks if isinstance(block, Table)] == ["per-inv", "inv"]


def test_rows_and_columns_are_computed_from_each_other():
    (_, made) = blocks_of(PER_INHABITANT)
    figures = [[cell.figure for cell in one.cells] for one in made.rows]
    (ekonomi, twice), (people, _), (rate, _) = figures
    assert (ekonomi, people) != (None, None)
    assert twice == 2 * ekonomi
    assert rate == ekonomi / people
    assert made.columns[0].label == "Budget 2020"


def test_a_table_that_is_wrong_is_told_of_and_the_others_are_printed():
    blocks = blocks_of(WRONG, INHABITANTS, INHABITANTS)
    assert [type(block) for block in blocks] == [Heading, Paragraph, Heading, Table, Heading, Paragraph]
    assert "styrmodell check" in blocks[1].text


def test_there_is_a_document_for_plans_with_tables_alone():
    spec = workspace_with().publisher.spec("generic.tabeller")
    assert tuple(spec.instances(example_plan())) == ()
    assert len(tuple(spec.instances(workspace_with(INHABITANTS).plan))) == 1


def test_it_renders_in_every_format():
    workspace = workspace_with(PER_INHABITANT, WRONG)
    for form in ("docx", "xlsx", "html"):
        assert workspace.render("generic.tabeller", form).data
    assert b"Dubbelt" in workspace.render("generic.tabeller", "html").data
