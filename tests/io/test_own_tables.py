"""Tables that a workspace defines itself: read from YAML and JSON, every fault at its place, and saved again."""

import json

import attrs
import pytest

from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.read_yaml import yaml_content
from styrmodell.io.save.csv_files import save_csv
from styrmodell.io.save.json_file import plan_json
from styrmodell.io.save.plain_tree import plain_tree
from styrmodell.model.expression import Change, column, ref, row
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Note, Row, TableSpec, Trend
from styrmodell.model.unit import Unit

WRITTEN = """
tables:
  - key: bilaga12
    caption: Årsarbetare per yrkesgrupp
    row_header: Yrkesgrupp
    scale: enhet
    decimals: 1
    sheet: Bilaga 12
    trend: {columns: [utfall, budget-{year}]}
    columns:
      - {key: utfall, label: "Utfall {year}", period: -2, kind: utfall}
      - {key: "budget-{year}", label: "Budget {year}", kind: budget, dims: {dvo: vard}}
      - {key: sedan, label: Sedan 2015, period: 2015, signed: ja,
         cell: "förändring(kolumn(utfall), kolumn(budget-{year}))"}
      - {key: text, label: Text, is_text: ja}
    rows:
      - {key: rubrik, label: Anställda, level: rubrik}
      - {key: lakare, label: Läkare, cell: "arsarbetare[yrke=lakare]", notes: ["1)"], texts: {text: Nya}}
      - {key: "010", label: Andel, cell: rad(lakare) / rad(summa), unit: "%", level: del, cell_notes: {utfall: "*)"}}
      - {key: summa, label: Summa, level: summa, cell: arsarbetare, only: [utfall],
         by_column: {utfall: rad(lakare) * 2}}
    notes:
      - {mark: "1)", text: Utan hyrläkare.}
      - {mark: "*)", text: Beräknat.}
      - {text: Källa Heroma.}
""".replace("[utfall, budget-{year}]", '[utfall, "budget-{year}"]')
TABLE = TableSpec(
    key="bilaga12",
    caption="Årsarbetare per yrkesgrupp",
    row_header="Yrkesgrupp",
    decimals=1,
    sheet="Bilaga 12",
    trend=Trend(columns=("utfall", "budget-{year}")),
    columns=(
        Column(key="utfall", label="Utfall {year}", period=-2, kind=Kind.OUTCOME),
        Column(key="budget-{year}", label="Budget {year}", kind=Kind.BUDGET, dims=(("dvo", "vard"),)),
        Column(
            key="sedan",
            label="Sedan 2015",
            period=Period.year(2015),
            cell=Change(after=column("utfall"), before=column("budget-{year}")),
            signed=True,
        ),
        Column(key="text", label="Text", is_text=True),
    ),
    rows=(
        Row(key="rubrik", label="Anställda", level="heading"),
        Row(
            key="lakare",
            label="Läkare",
            cell=ref("arsarbetare", dims=(("yrke", "lakare"),)),
            notes=("1)",),
            texts=(("text", "Nya"),),
        ),
        Row(
            key="010",
            label="Andel",
            cell=row("lakare") / row("summa"),
            unit="%",
            level="sub",
            cell_notes=(("utfall", "*)"),),
        ),
        Row(
            key="summa",
            label="Summa",
            level="total",
            cell=ref("arsarbetare"),
            only=("utfall",),
            by_column=(("utfall", row("lakare") * 2),),
        ),
    ),
    notes=(Note(mark="1)", text="Utan hyrläkare."), Note(mark="*)", text="Beräknat."), Note(text="Källa Heroma.")),
)
PLAN = Plan(unit_id="r", period=Period.year(2020), units=(Unit(id="r", name="R"),), tables=(TABLE,))


def read(text):
    return yaml_content(text.encode(), "tabeller.yaml", make_converter())


def test_a_table_is_read_as_it_is_written():
    content = read(WRITTEN)
    assert content.findings == ()
    assert content.objects["tables"] == (TABLE,)


def test_a_table_and_its_rows_and_columns_know_where_they_stand():
    (found,) = read(WRITTEN).objects["tables"]
    assert str(found.source) == "tabeller.yaml rad 3 kolumn 5 tables[0]"
    assert str(found.columns[1].source) == "tabeller.yaml rad 12 kolumn 9 tables[0].columns[1]"
    assert str(found.rows[2].source) == "tabeller.yaml rad 19 kolumn 9 tables[0].rows[2]"


def test_a_table_is_saved_and_read_back_equal():
    data = plan_json(PLAN)
    content, _ = json_content(data, "plan.json", make_converter())
    assert content.findings == ()
    assert content.objects["tables"] == PLAN.tables
    assert str(content.objects["tables"][0].rows[0].source) == "plan.json tables[0].rows[0]"


def test_a_table_that_is_saved_is_read_by_the_rules_of_people_too():
    written = json.dumps({"tables": [plain_tree(TABLE)]}).encode()
    content, _ = json_content(written, "tabeller.json", make_converter())
    assert content.findings == ()
    assert content.objects["tables"] == (TABLE,)


def test_tables_stay_in_the_json_when_the_rest_is_flat():
    saved = save_csv(PLAN)
    content, _ = json_content(saved.files[0][1], "plan.json", make_converter())
    assert content.objects["tables"] == (TABLE,)
    assert "tables" not in dict(saved.tables).values()


def test_what_a_cell_cannot_say_is_not_saved_as_something_else():
    twice = attrs.evolve(TABLE.rows[1], texts=(("text", "a"), ("text", "b")))
    with pytest.raises(ValueError, match="one name twice"):
        plain_tree(twice)


SHORT = "tables: [{{key: t, caption: T, row_header: R, columns: [{columns}], rows: [{rows}]}}]"


@pytest.mark.parametrize(
    ("columns", "rows", "code", "place", "said"),
    [
        ("", "{key: a, label: A, cell: a -}", "SM152", "rows[0].cell", "mellanslag på båda sidor"),
        ("", "{key: a, label: A, cell: rad()}", "SM152", "rows[0].cell", "rad(lakare) / rad(summa)"),
        ("", "{key: a, label: A, by_column: {b: rad(}}", "SM152", "rows[0].by_column.b", "rad("),
        ("", "{key: a, label: A, by_column: [b]}", "SM118", "rows[0].by_column", "kolumn: innehåll"),
        ("", "{key: Läkare, label: A}", "SM122", "rows[0].key", 'skriv till exempel "lakare"'),
        ("", "{key: a, label: A, level: suma}", "SM121", "rows[0].level", "menade du summa"),
        ("", "{key: a, label: A, decimals: 10}", "SM121", "rows[0].decimals", "0, 1, 2"),
        ("", "{key: a, label: A, cel: b}", "SM107", "rows[0].cel", "menade du cell"),
        ("", "{key: a}", "SM108", "rows[0].label", "label"),
        ('{key: "a {year}", label: A}', "", "SM122", "columns[0].key", "a {year}"),
        ("{key: a, label: A, period: 20x}", "", "SM120", "columns[0].period", "20x"),
        ("{key: a, label: A, kind: budgt}", "", "SM121", "columns[0].kind", "menade du budget"),
        ("{key: a, label: A, cell: kolumn(b}", "", "SM152", "columns[0].cell", "kolumn(b"),
        ("a", "", "SM118", "columns[0]", "nycklar med värden"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(columns, rows, code, place, said):
    content = read(SHORT.format(columns=columns, rows=rows))
    (told,) = content.findings
    assert told.code.code == code
    assert told.source.place.endswith(f" tables[0].{place}")
    assert said in str(told.text("sv"))
    assert content.objects["tables"] == ()


def test_everything_that_is_wrong_is_told_at_once():
    wrong = SHORT.format(columns="{key: a}, {key: b, label: B, cell: (}", rows="{key: Å, label: A, level: x}")
    assert [one.code.code for one in read(wrong.replace("key: t", "scale: kr")).findings].count("SM121") == 2
    assert len(read(wrong.replace("key: t", "scale: kr")).findings) == 6


def test_a_definition_that_names_a_row_is_told_so():
    (told,) = read('measures: [{id: a, name: A, unit: kr, definition: "b / rad(c)"}]').findings
    assert told.code.code == "SM151"
    assert "rad() och kolumn() hör till cell under tables" in told.text("sv")


@pytest.mark.parametrize(("written", "period"), [("-2", -2), ("\u22121", -1), ("0", 0), ("+1", 1)])
def test_a_column_is_so_many_years_from_the_plans(written, period):
    (found,) = read(SHORT.format(columns=f'{{key: a, label: A, period: "{written}"}}', rows="")).objects["tables"]
    assert found.columns[0].period == period
