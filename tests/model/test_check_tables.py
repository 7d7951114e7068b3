"""The tables that a region defines: all that is wrong is told at its place, and what is not told can be printed."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.whole_plan import codes, found, whole_plan

from styrmodell.model.checks.table_figures import may_print
from styrmodell.model.checks.tables import check_tables, sound_tables
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import Kind
from styrmodell.model.table_spec import Column, Note, Row, TableSpec, Trend
from styrmodell.report.numbers import make_style
from styrmodell.report.spec_check import problems_of
from styrmodell.report.table import Cell
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source
from styrmodell.testing import example_plan, make_workspace

THERE = Source(file="tabeller.yaml", place="rad 7")


def cell(text):
    return parse_expression(text, in_table=True)


def table(*rows, columns=(), **parts):
    made = tuple(
        Row(key=key, label=key, cell=text and cell(text), source=THERE, **more)
        for key, text, more in ((*row, {})[:3] for row in rows)
    )
    known = columns or (Column(key="utfall", label="Utfall"), Column(key="budget", label="Budget", kind=Kind.BUDGET))
    return TableSpec(key="t", caption="T", row_header="Rad", rows=made, columns=known, **parts)


def with_tables(*tables):
    return evolve(whole_plan(), tables=tables)


SOUND = table(
    ("rubrik", None, {"level": "heading"}),
    ("a", "ekonomi[dvo=vard, typ=budget]"),
    ("b", "svar"),
    ("c", "rad(a) / rad(b)", {"by_column": (("budget", cell("kolumn(utfall)")),), "notes": ("1)",)}),
    ("d", "ekonomi", {"only": ("budget-{year}",)}),
    columns=(
        Column(key="utfall", label="Utfall", period=-1),
        Column(key="budget", label="Budget", dims=(("dvo", "vard"),), version="beslutad"),
        Column(key="budget-{year}", label="{year}", period=1),
        Column(key="budget-{year}", label="{year}", period=2),
        Column(key="skillnad", label="Skillnad", cell=cell("förändring(kolumn(budget), kolumn(utfall))")),
        Column(key="text", label="Text", is_text=True),
    ),
    notes=(Note(mark="1)", text="Per svar."), Note(text="Allmänt.")),
    trend=Trend(columns=("utfall", "budget")),
)


def test_a_sound_table_is_no_fault():
    assert codes(with_tables(SOUND)) == []
    assert sound_tables(with_tables(SOUND)) == (SOUND,)


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        (table(("a", "ekonmi")), "SM202", "måttet ekonmi finns inte"),
        (table(("a", "ekonmi")), "SM202", "menade du ekonomi"),
        (table(("a", "ekonomi[dvo=varden]")), "SM205", "varden finns inte i indelningen dvo"),
        (table(("lakare", "svar"), ("b", "rad(lakre)")), "SM202", "raden lakre finns inte"),
        (table(("lakare", "svar"), ("b", "rad(lakre)")), "SM202", "menade du lakare"),
        (table(("a", "kolumn(utfal) * 2")), "SM202", "kolumnen utfal finns inte"),
        (table(("a", "svar", {"only": ("buget",)})), "SM202", "menade du budget"),
        (table(("a", "svar", {"by_column": (("buget", cell("svar")),)})), "SM202", "kolumnen buget"),
        (table(("a", "svar"), ("a", "svar")), "SM201", "raden a finns redan: tabeller.yaml rad 7"),
        (table(("a", "rad(b)"), ("b", "rad(a)")), "SM203", "cellen a/utfall leder tillbaka till sig själv"),
        (table(("a", "svar"), ("rubrik", None), ("c", "rad(rubrik)")), "SM270", "raden rubrik har inga tal där"),
        (table(("a", "svar", {"notes": ("1)",)})), "SM271", 'märket "1)" har ingen not'),
        (table(("a", "svar"), notes=(Note(mark="*)", text="x"),)), "SM271", 'märket "*)" används ingenstans'),
        (table(("a", "svar", {"unit": "tkr"})), "SM272", "raden a är i antal och kan inte skrivas i tkr"),
        (table(("a", "svar", {"texts": (("utfall", "x"),)})), "SM272", "raden a har text i kolumnen utfall"),
        (table(), "SM272", "0 rader och 2 kolumner"),
        (table(("a", "svar"), trend=Trend(columns=("utfall",))), "SM272", "färre än två kolumner"),
        (table(("a", "svar"), trend=Trend(columns=("utfall", "buget"))), "SM202", "menade du budget"),
    ],
)
def test_what_is_wrong_is_told(wrong, code, said):
    told = found(with_tables(wrong))
    assert {one.code.code for one in told} == {code}
    assert said in told[0].text("sv")
    assert sound_tables(with_tables(wrong)) == ()


@pytest.mark.parametrize(
    ("columns", "code", "said"),
    [
        ((Column(key="a", label="A"), Column(key="a", label="B")), "SM201", "kolumnen a finns redan"),
        ((Column(key="a-{year}", label="A"), Column(key="a-2020", label="B")), "SM201", "kolumnen a-2020 finns redan"),
        ((Column(key="a", label="A", dims=(("dov", "vard"),)),), "SM202", "menade du dvo"),
        ((Column(key="a", label="A", version="besluten"),), "SM208", "menade du beslutad"),
        ((Column(key="a", label="A", period=-2020),), "SM272", "kolumnen a är år 0"),
        ((Column(key="a", label="A", cell=cell("kolumn(a)")),), "SM203", "cellen r/a"),
        ((Column(key="a", label="A", cell=cell("rad(r)")),), "SM203", "r/a → r/a"),
        ((Column(key="a", label="A"), Column(key="b", label="B", cell=cell("kolumn(c)"))), "SM202", "kolumnen c"),
        (
            (Column(key="a", label="A", cell=cell("kolumn(t)")), Column(key="t", label="T", is_text=True)),
            "SM270",
            "kolumnen t har inga tal där",
        ),
        (tuple(Column(key=f"c{at}", label="C") for at in range(61)), "SM272", "1 rader och 61 kolumner"),
    ],
)
def test_what_is_wrong_with_columns_is_told(columns, code, said):
    told = found(with_tables(table(("r", "svar"), columns=columns)))
    assert {one.code.code for one in told} == {code}
    assert said in told[0].text("sv")


def test_a_column_that_is_named_is_only_one():
    years = tuple(Column(key="y-{year}", label="Y", period=at) for at in (0, 1))
    wrong = table(("r", "svar"), columns=(*years, Column(key="b", label="B", cell=cell("kolumn(y-{year})"))))
    (told,) = check_tables(with_tables(wrong))
    assert "kolumn(y-{year}) kan vara flera kolumner" in told.text("sv")


def test_a_version_that_the_profile_does_not_list_is_told_and_its_figures_are_missing():
    wrong = table(("a", "ekonomi[version=besluten]"))
    assert codes(with_tables(wrong)) == ["SM208"]
    assert sound_tables(with_tables(wrong)) == (wrong,)


def test_everything_is_told_at_once_and_where_it_is_written():
    wrong = table(("a", "ekonmi", {"notes": ("1)",)}), ("a", "rad(x)"), ("c", "svar[enhet=norrr]"))
    told = found(with_tables(wrong, wrong))
    assert sorted({one.code.code for one in told}) == ["SM201", "SM202", "SM271"]
    assert {str(one.source) for one in told if one.code.code != "SM201"} == {"tabeller.yaml rad 7"}
    assert len(told) == 6


def test_a_table_that_takes_too_long_is_told_and_not_computed():
    chain = table(("r0", "svar"), *((f"r{at}", f"rad(r{at - 1}) + svar") for at in range(1, 200)))
    doubled = table(("r0", "svar"), *((f"r{at}", f"rad(r{at - 1}) + rad(r{at - 1})") for at in range(1, 40)))
    for wrong in (chain, doubled):
        (told,) = found(with_tables(wrong))
        assert "för många steg att räkna" in told.text("sv")


@pytest.mark.parametrize("unit", ["", "kr", "tkr", "%", "antal", "kr/inv"])
@pytest.mark.parametrize("printed", ["", "unit", "kr", "mnkr", "%", "antal", "kr/inv", "st"])
def test_what_may_be_printed_is_what_reports_print(unit, printed):
    try:
        make_style(unit, printed, None)
    except ValueError:
        assert not may_print(unit, printed)
    else:
        assert may_print(unit, printed)


KEYS = st.sampled_from(("a", "b", "c"))
TEXTS = st.sampled_from(
    ("ekonomi", "invanare", "rad(a)", "rad(b) / invanare", "kolumn(a)", "kolumn(b) - kolumn(c)", "rad(c) + rad(a)")
).map(cell)
PAIRS = st.lists(st.tuples(KEYS, TEXTS), max_size=1).map(tuple)
ROWS = st.builds(
    Row, key=KEYS, label=KEYS, cell=st.none() | TEXTS, by_column=PAIRS, unit=st.sampled_from(("", "tkr", "%"))
)
COLUMNS = st.builds(Column, key=KEYS, label=KEYS, cell=st.none() | st.none() | TEXTS, is_text=st.booleans())
TABLES = st.builds(
    TableSpec,
    key=st.just("t"),
    caption=KEYS,
    row_header=KEYS,
    rows=st.lists(ROWS, min_size=1, max_size=3).map(tuple),
    columns=st.lists(COLUMNS, min_size=1, max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return make_workspace(example_plan())


@given(drawn=TABLES)
@settings(max_examples=400)
def test_a_table_without_findings_can_be_built_and_computed(workspace, drawn):
    plan = workspace.plan
    if sound_tables(evolve(plan, tables=(drawn,))):
        assert list(problems_of(drawn)) == []
        made = workspace.publisher.context("generic.matt", plan.unit_id, plan.period).table(drawn)
        for row in made.rows:
            for one in row.cells:
                assert not isinstance(one, Cell) or one.is_blank or one.explanation is not None
