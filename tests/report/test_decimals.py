"""A measure says how many decimals it is printed with: tables, lists, texts and values print the same."""

import pytest
from attrs import evolve

from styrmodell.api import Context, Field, ListSpec, Measure, Observation, Period, Table, TableSpec, Value, column, row
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.table_spec import Column, Row
from styrmodell.report.numbers import with_unit
from styrmodell.report.table import Cell
from styrmodell.session.workspace import Workspace
from styrmodell.testing import example_plan, make_workspace

MEASURES = (
    Measure(id="dagar", name="Dagar", unit="dagar", decimals=2),
    Measure(id="dygn", name="Dygn", unit="dagar", decimals=1),
    Measure(id="andel", name="Andel", unit="%", decimals=0),
    Measure(id="antal", name="Antal", unit="antal"),
    Measure(id="per-dag", name="Per dag", unit="antal/dagar", definition=parse_expression("antal / dygn"), decimals=3),
)
FIGURES = (("dagar", "12.346"), ("dygn", "2.55"), ("andel", "0.876"), ("antal", "10.4"))
# A sum or difference has as many as the term that has most; a quotient is another thing than what it is made of.
PRINTED = {
    "dagar": "12,35 dagar",
    "dygn": "2,6 dagar",
    "andel": "88 %",
    "antal": "10",
    "per-dag": "4,078 antal/dagar",
    "dygn + dagar": "14,90 dagar",
    "dygn - dagar": "−9,80 dagar",
    "-dygn": "−2,6 dagar",
    "antal / dygn": "4 antal/dagar",
    "dygn / dagar": "20,7 %",
    "förändring(dagar, dygn)": "384,2 %",
}
ASKED = tuple(PRINTED)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    here = {"unit_id": "forvaltning", "period": Period.year(2020)}
    observations = tuple(Observation(measure_id=measure, value=value, **here) for measure, value in FIGURES)
    return make_workspace(evolve(example_plan(), measures=MEASURES, observations=observations))


@pytest.fixture(scope="module")
def context(workspace: Workspace) -> Context:
    return workspace.publisher.context("norr.rapport", "forvaltning", Period.year(2020))


def value(context: Context, asked: str) -> Value:
    return context.value(parse_expression(asked))


def shown(cell: object) -> str:
    assert isinstance(cell, Cell)
    return with_unit(cell.text, cell.style.unit).replace("\u00a0", " ")


def printed(context: Context, *rows: Row, columns: tuple[Column, ...] = (), decimals: int | None = None) -> list[str]:
    head = (Column(key="utfall", label="Utfall"), *columns)
    spec = TableSpec(key="t", caption="T", row_header="R", rows=rows, columns=head, decimals=decimals)
    return [shown(cell) for one in context.table(spec).rows for cell in one.cells]


@pytest.mark.parametrize("asked", ASKED)
def test_a_value_prints_with_the_decimals_of_its_measure(context: Context, asked: str) -> None:
    assert value(context, asked).text().replace("\u00a0", " ") == PRINTED[asked]


@pytest.mark.parametrize("asked", ASKED)
def test_a_table_a_list_and_a_text_print_as_the_value_does(context: Context, asked: str) -> None:
    asking = value(context, asked)
    field = Field[Value](key="tal", label="Tal", get=lambda item: item)
    name = Field[Value](key="namn", label="Namn", get=lambda item: item.unit)
    listed = context.table(ListSpec(key="lista", caption="Lista", items=(asking,), fields=(name, field)))
    assert printed(context, Row(key="r", label="R", cell=parse_expression(asked))) == [PRINTED[asked]]
    assert shown(context.figure("tal", asking)) == PRINTED[asked]
    assert shown(listed.rows[0].cells[0]) == PRINTED[asked]


def test_what_a_row_a_table_or_a_caller_says_goes_before_what_the_measure_says(context: Context) -> None:
    days = Row(key="r", label="R", cell=parse_expression("dagar"))
    assert printed(context, days, evolve(days, key="s", decimals=3), decimals=0) == ["12 dagar", "12,346 dagar"]
    assert value(context, "dagar").text(decimals=0) == "12\u00a0dagar"
    assert shown(context.figure("tal", value(context, "dagar"), decimals=0)) == "12 dagar"


def test_a_row_or_column_that_is_made_of_others_has_as_many_as_they(context: Context) -> None:
    first, second = (Row(key=key, label=key, cell=parse_expression(key)) for key in ("dygn", "dagar"))
    both = Row(key="summa", label="Summa", cell=row("dygn") + row("dagar"))
    twice = Column(key="dubbelt", label="Dubbelt", cell=column("utfall") + column("utfall"))
    assert printed(context, first, second, both, columns=(twice,)) == [
        *("2,6 dagar", "5,1 dagar"),
        *("12,35 dagar", "24,69 dagar"),
        *("14,90 dagar", "29,79 dagar"),
    ]


def test_an_explanation_prints_each_step_with_the_decimals_of_its_own_measure(workspace: Workspace) -> None:
    told = workspace.explain("value/per-dag@forvaltning@2020/outcome")
    first, *steps = told.text().replace("\u00a0", " ").splitlines()[1:]
    assert first.startswith("Per dag, utfall 2020: 4,078 antal/dagar")
    assert [line.strip() for line in steps if "utfall" in line] == [
        "Antal, utfall 2020: 10",
        "Dygn, utfall 2020: 2,6 dagar",
    ]
    assert [child.style.decimals for child in told.children] == [0, 1]
    assert [
        cell.style.decimals for block in told.document().blocks if isinstance(block, Table) for cell in block.cells()
    ] == [
        0,
        1,
    ]
