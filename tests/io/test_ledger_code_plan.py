"""Code plans kept as a sheet: headings, cells and what is told about them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.ledger.claims import Claims
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv, read_code_plan
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.model.code_plan import ANY, CodePlan, CodePlanRow, contradictions
from styrmodell.model.code_set import CodeSet
from styrmodell.model.measure import Measure

MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("dvo", "slag")),
        Measure(id="investeringar", name="Investeringar", unit="kr"),
        Measure(id="arsarbetare", name="Årsarbetare", unit="antal"),
    )
}


def read(text: str):
    return code_plan_from_csv(text.encode(), "kodplan.csv", SourceFormat(), MEASURES)


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.place) for finding in read(text)[1]]


def test_a_row_is_sets_of_codes_and_what_they_are_figures_of():
    plan, findings = read(
        "från;till;konto;ansvar;verksamhet;projekt;motpart;matt;enhet;slag;dvo;ie;not\n"
        "2024-01-01;2024-12-31;3000-3999, 8010;övriga;;;10-19;ekonomi;rlf;intakt;010;0;som bilaga 10 a\n"
    )
    assert findings == ()
    assert plan.rows == (
        CodePlanRow(
            codes=(CodeSet.parse("3000-3999, 8010"), CodeSet.parse("övriga"), None, None, CodeSet.parse("10-19")),
            measure_id="ekonomi",
            unit_id="rlf",
            dims=(("dvo", "010"), ("slag", "intakt")),
            ie="0",
            counterparty="10-19",
            note="som bilaga 10 a",
            valid_from=date(2024, 1, 1),
            valid_to=date(2024, 12, 31),
        ),
    )
    assert str(plan.rows[0].source) == "kodplan.csv rad 2"


def test_headings_may_be_english_and_stand_under_a_title():
    plan, findings = read("Code plan 2024\n\naccount,responsibility,measure,unit,of_which\n3010,110,ekonomi,rlf,ja\n")
    assert findings == ()
    assert plan.rows[0].of_which is True


def test_a_sheet_of_a_workbook_is_read_by_its_cells():
    grid = Grid(
        file="kodplan.xlsx",
        sheet="Kodplan",
        rows=(
            ("Konto", "Mått", "Enhet", "Från"),
            (3010.0, "investeringar", "rlf", datetime(2024, 1, 1)),
            ("", "", "", ""),
            ("övriga", "investeringar", "rlf", date(2024, 1, 1)),
        ),
    )
    plan, findings = read_code_plan(grid, MEASURES)
    assert findings == ()
    assert [str(row.codes[0]) for row in plan.rows] == ["3010", "övriga"]
    assert {row.valid_from for row in plan.rows} == {date(2024, 1, 1)}
    assert str(plan.rows[1].source) == "kodplan.xlsx Kodplan rad 4"


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("39xx;ekonomi;rlf;;;;;", "SM186", 1),
        (";ekonmi;rlf;;;;;", "SM124", 2),
        (";arsarbetare;rlf;;;;;", "SM187", 2),
        (";;rlf;;;;;", "SM108", 2),
        (";ekonomi;;;;;;", "SM108", 3),
        (";investeringar;rlf;intakt;;;;", "SM126", 4),
        (";ekonomi;rlf;;i fjol;;;", "SM119", 5),
        (";ekonomi;rlf;;2024-07-01;2024-06-30;;", "SM188", 6),
        (";ekonomi;rlf;;;;kanske;", "SM121", 7),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_where_it_stands(cells, code, column):
    text = f"konto;matt;enhet;slag;fran;till;varav;not\n{cells}\n3010;ekonomi;rlf;;;;;\n"
    assert told(text) == [(code, f"rad 2 kolumn {column}")]
    assert len(read(text)[0].rows) == 1


def test_a_heading_that_is_not_known_stops_the_plan():
    plan, findings = read("konto;matt;enhet;slagg\n3010;ekonomi;rlf;intakt\n")
    assert plan.rows == ()
    assert [finding.code.code for finding in findings] == ["SM109"]
    assert "slag" in findings[0].do()


def test_a_heading_twice_or_missing_is_told():
    assert told("konto;account;matt;enhet\n") == [("SM131", "rad 1 kolumn 2")]
    assert told("konto;matt\n3010;ekonomi\n") == [("SM108", "rad 1")]
    assert told("") == [("SM108", "")] * 3


def test_what_cannot_be_decoded_is_told():
    found = code_plan_from_csv("från;".encode("cp1252"), "kodplan.csv", SourceFormat(), MEASURES)[1]
    assert found[0].code.code == "SM106"


SETS = st.sampled_from([None, "10-19", "10, 12", "15", "20-29", "övriga"]).map(
    lambda text: CodeSet.parse(text) if text else None
)
ROWS = st.builds(
    lambda account, responsibility, measure, part, first: CodePlanRow(
        codes=(account, responsibility, *ANY[2:]),
        measure_id=measure,
        unit_id="rlf",
        of_which=part,
        valid_from=date(2024, first, 1) if first else None,
    ),
    SETS,
    SETS,
    st.sampled_from(["ekonomi", "investeringar"]),
    st.booleans(),
    st.sampled_from([0, 3, 7]),
)
CODES = st.sampled_from(["10", "12", "15", "25", "99", "1A", ""])


@given(st.lists(ROWS, max_size=8), CODES, CODES, st.integers(1, 12))
def test_the_quick_way_gives_what_the_code_plan_says(rows, account, responsibility, month):
    plan = CodePlan(rows=tuple(rows))
    code, period = (account, responsibility, "", "", ""), LedgerPeriod(2024, month)
    claiming = plan.claims(code, period.period)
    clashing = contradictions(claiming)
    claims = Claims(plan=plan)
    claim = claims.of(claims.accepting(code), period)
    sound = [row for row in claiming if not any(row is other for other in clashing)]
    assert list(claim.clashing) == list(clashing)
    assert [row for row in (claim.row, *claim.parts) if row] == sorted(sound, key=lambda row: row.of_which)
