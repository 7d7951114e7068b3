"""Ledgers: rows become observations by the code plan, and every krona is accounted for."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.io.ledger.file import LedgerInput
from styrmodell.io.ledger.format import Amounts, Closing, LedgerFormat
from styrmodell.io.ledger.read import LedgerContent, read_ledger
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.number_text import Notation

MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("slag",)),
        Measure(id="avskrivningar", name="Avskrivningar", unit="kr"),
        Measure(id="bokslut", name="Bokslut", unit="kr", rule="own"),
        Measure(id="arsarbetare", name="Årsarbetare", unit="antal"),
    )
}
PLAN = """konto;ansvar;matt;enhet;slag;varav
3000-3999;100-199;ekonomi;med;intakt;
4000-7999;100-199;ekonomi;med;kostnad;
7800-7899;100-199;avskrivningar;med;;ja
"""
HEAD = "konto;ansvar;verksamhet;projekt;motpart;period;belopp\n"
LEDGER = SourceFormat(sign="ledger")


def plan_of(text: str = PLAN):
    plan, findings = code_plan_from_csv(text.encode(), "kodplan.csv", SourceFormat(), MEASURES)
    assert not findings, findings.text()
    return plan


def read(
    *texts: str, plan: str = PLAN, written: SourceFormat = LEDGER, format: LedgerFormat | None = None, **given: object
) -> LedgerContent:
    inputs = [
        LedgerInput(file=f"huvudbok{number}.csv", content=text.encode(), written=written)
        for number, text in enumerate(texts, 1)
    ]
    content = read_ledger(inputs, format or LedgerFormat(**given), plan_of(plan), MEASURES)
    assert content.reconciliation.difference == 0
    return content


def values(content: LedgerContent) -> dict[tuple[str, ...], Decimal | None]:
    return {
        (
            item.measure_id,
            *(member for _, member in item.dims),
            item.period.text,
            *filter(None, [item.version]),
        ): item.value
        for item in content.observations
    }


def codes(content: LedgerContent) -> list[str]:
    return [finding.code.code for finding in content.findings]


def lines(*rows: str) -> str:
    return HEAD + "".join(f"{row}\n" for row in rows)


def test_rows_are_summed_to_one_observation_with_income_plus():
    content = read(lines("3010;110;;;;202401;-100,50", "3020;120;;;;202401;-0,25", "4010;110;;;;202401;70"))
    assert values(content) == {
        ("ekonomi", "intakt", "2024-01"): Decimal("100.75"),
        ("ekonomi", "kostnad", "2024-01"): Decimal(-70),
    }
    assert content.findings == ()


def test_the_source_names_the_file_and_its_rows():
    content = read(lines("3010;110;;;;202401;-1", "4010;110;;;;202401;1", "3010;110;;;;202401;-1"))
    assert str(content.observations[0].source) == "huvudbok1.csv rad 2–4 (2 rader)"
    assert str(content.observations[1].source) == "huvudbok1.csv rad 3"


def test_the_source_names_every_file():
    content = read(lines("3010;110;;;;202401;-1"), lines("3010;110;;;;202401;-2"))
    assert str(content.observations[0].source) == "huvudbok1.csv rad 2; huvudbok2.csv rad 2"


def test_a_quoted_line_break_does_not_move_the_rows_below_it():
    text = 'konto;text;ansvar;period;belopp\n3010;"två\nrader";110;202401;-1\n4010;;110;202401;1\n'
    assert [str(item.source) for item in read(text).observations] == ["huvudbok1.csv rad 2", "huvudbok1.csv rad 4"]


@pytest.mark.parametrize(
    "text",
    [
        "Amount,Period,Account,Responsibility\n-1000.5,2024-01,3010,110\n",
        "\ufeffPeriod\tBelopp\tKonto\tAnsvar\n2024-01\t-1000.5\t3010\t110\n",
        "Huvudbok 2024\n\nkonto;ansvar;period;belopp\n3010;110;januari 2024;-1000.5\n",
        "konto;kostnadsställe;år;period;belopp\n3010;110;2024;1;-1000.5\n",
    ],
)
def test_headings_stand_in_either_language_and_any_order(text):
    content = read(text, written=SourceFormat(sign="ledger", notation=Notation.PLAIN))
    assert values(content) == {("ekonomi", "intakt", "2024-01"): Decimal("1000.5")}


def test_a_heading_of_the_regions_own_is_declared():
    content = read("konto;enhetskod;period;belopp\n3010;110;202401;-1\n", columns=(("Enhetskod", "ansvar"),))
    assert len(content.observations) == 1


def test_columns_beside_the_code_string_are_told():
    content = read("konto;ansvar;period;belopp;text\n3010;110;202401;-1;lön\n")
    assert codes(content) == ["SM185"]
    assert "text" in content.findings[0].found()


def test_a_missing_column_that_the_code_plan_asks_for_is_told():
    content = read("konto;period;belopp\n3010;202401;-1\n")
    assert codes(content) == ["SM185", "SM161"]
    assert "ansvar" in content.findings[0].found()


def test_without_account_period_or_amount_nothing_is_read():
    content = read("ansvar;text\n110;a\n")
    assert codes(content) == ["SM108", "SM108", "SM108"]
    assert content.observations == ()


def test_an_empty_file_is_told():
    assert codes(read("")) == ["SM108", "SM108", "SM108"]


def test_amounts_have_the_scale_and_sign_of_their_file():
    content = read(lines("3010;110;;;;202401;1,5"), written=SourceFormat(scale="tkr"))
    assert values(content) == {("ekonomi", "intakt", "2024-01"): Decimal(1500)}


def test_kind_version_and_days_are_the_sources():
    day = date(2024, 12, 31)
    content = read(lines("3010;110;;;;202401;-1"), kind=Kind.BUDGET, version="beslutad", as_of=day, reported=day)
    found = content.observations[0]
    assert (found.kind, found.version, found.as_of, found.reported) == (Kind.BUDGET, "beslutad", day, day)


def test_a_part_is_an_observation_but_no_money_beside_the_whole():
    content = read(lines("7810;110;;;;202401;40", "4010;110;;;;202401;60"))
    assert values(content)["avskrivningar", "2024-01"] == -40
    assert values(content)["ekonomi", "kostnad", "2024-01"] == content.reconciliation.mapped == -100


def test_what_is_internal_and_external_are_items_of_one_figure():
    plan = "konto;motpart;matt;enhet;ie\n3010;10-19;ekonomi;med;0\n3020;20;ekonomi;med;2\n3030;20;ekonomi;med;2\n"
    content = read(lines("3010;;;;11;202401;-1", "3020;;;;20;202401;-2", "3030;;;;20;202401;-4"), plan=plan)
    items = [(item.ie, item.counterparty, item.value) for item in content.observations]
    assert items == [("0", "10-19", 1), ("2", "20", 6)]


def test_a_measure_that_is_not_summed_has_one_figure_whoever_is_on_the_other_side():
    plan = "konto;motpart;matt;enhet;ie\n3010;10-19;bokslut;med;0\n3020;20;bokslut;med;2\n"
    content = read(lines("3010;;;;11;202401;-1", "3020;;;;20;202401;-1"), plan=plan)
    (observation,) = content.observations
    assert (observation.ie, observation.counterparty, observation.value) == ("0, 2", "10-19, 20", 2)


def test_codes_outside_the_plan_are_told_with_rows_and_kr():
    content = read(lines("8310;900;;;;202401;-5", "8310;900;;;;202402;-7,5", "3010;110;;;;202401;-1"))
    assert codes(content) == ["SM161"]
    assert content.findings[0].found() == "konto 8310, ansvar 900: 2 rader, 12,50 kr"
    assert str(content.findings[0].source) == "huvudbok1.csv rad 2–3 (2 rader)"
    assert (content.reconciliation.total, content.reconciliation.unmapped) == (Decimal("13.5"), Decimal("12.5"))


def test_only_the_twenty_largest_codes_outside_the_plan_are_told_one_by_one():
    content = read(lines(*(f"9{number:03d};900;;;;202401;-{number}" for number in range(1, 31))))
    assert codes(content) == ["SM161"] * 20 + ["SM162"]
    assert "konto 9030" in content.findings[0].found()
    assert content.findings[-1].found() == "10 kodsträngar till: 10 rader, 55 kr; utanför kodplanen i allt 465 kr"
    assert len(content.reconciliation.unmapped_codes) == 30


def test_codes_that_two_rows_claim_are_told_with_both_and_go_to_neither():
    plan = "konto;matt;enhet\n3000-3999;ekonomi;med\n3010-3020;ekonomi;kir\n"
    content = read(lines("3010;;;;;202401;-5", "3020;;;;;202401;-6", "3030;;;;;202401;-7"), plan=plan)
    assert codes(content) == ["SM160"]
    found = content.findings[0].found()
    assert "kodplan.csv rad 2, kodplan.csv rad 3" in found
    assert "och 1 kodsträngar till: 2 rader, 11 kr" in found
    assert content.reconciliation.contested == 11
    assert [item.value for item in content.observations] == [7]


def test_a_totals_row_is_compared_and_not_booked():
    content = read(lines("3010;110;;;;202401;-5", "SUMMA;;;;;;-5"))
    assert content.findings == ()
    assert content.reconciliation.total == 5


def test_subtotals_and_the_total_are_compared():
    rows = (
        "3010;110;;;;202401;-5",
        "Summa 3010;;;;;;-5",
        "4010;110;;;;202401;3",
        "Summa 4010;;;;;;3",
        "Totalt;;;;;;-2",
    )
    assert read(lines(*rows)).findings == ()


def test_a_totals_row_that_differs_is_told():
    content = read(lines("3010;110;;;;202401;-5", "SUMMA;;;;;;-6"))
    assert codes(content) == ["SM163"]
    assert content.findings[0].found() == "raderna ger −5, summaraden är −6: skillnad 1"


def test_the_declared_total_is_compared_in_the_files_own_sign():
    rows = lines("3010;110;;;;202401;-5")
    assert read(rows, control_total="-5").findings == ()
    content = read(rows, control_total="-7")
    assert codes(content) == ["SM163"]
    assert content.findings[0].found() == "raderna ger −5, control_total är −7: skillnad 2"
    assert content.reconciliation.control_total == 7


def test_rows_that_cannot_be_read_are_told_and_counted():
    rows = (
        "3010;110;;;;202401;tolv",
        "3010;110;;;;202401;",
        ";110;;;;202401;1",
        "3010;110;;;;2024-T1;1",
        "3010;110;;;;202401;1;2",
    )
    content = read(lines(*rows))
    assert sorted(codes(content)) == ["SM104", "SM108", "SM108", "SM117", "SM184"]
    assert content.reconciliation.unread == 5
    assert not content.reconciliation.is_sound


def test_blank_rows_repeated_headings_and_notes_are_no_entries():
    content = read(lines("3010;110;;;;202401;-1", ";;;;;;", "", HEAD.strip(), "Källa: ekonomisystemet"))
    assert codes(content) == ["SM189"]
    assert content.reconciliation.total == 1


def test_what_stops_the_csv_reader_is_told():
    content = read(HEAD + '3010;110;;;;202401;-1\n3010;"1"1;;;;202401;-1\n')
    assert [(finding.code.code, finding.source.place) for finding in content.findings] == [("SM132", "rad 3")]
    assert not content.reconciliation.is_sound


def test_accumulated_amounts_become_those_of_their_month():
    content = read(
        lines("3010;110;;;;202401;-10", "3010;110;;;;202402;-25", "3010;110;;;;202403;-25", "4010;110;;;;202402;4",
              "4010;110;;;;202403;1"),
        amounts=Amounts.ACCUMULATED,
    )  # fmt: skip
    assert values(content) == {
        ("ekonomi", "intakt", "2024-01"): 10,
        ("ekonomi", "intakt", "2024-02"): 15,
        ("ekonomi", "intakt", "2024-03"): 0,
        ("ekonomi", "kostnad", "2024-02"): -4,
        ("ekonomi", "kostnad", "2024-03"): 3,
    }
    assert content.reconciliation.total == 24
    assert content.findings == ()


def test_accumulated_amounts_are_differenced_across_files_and_within_a_year():
    content = read(
        lines("3010;110;;;;202401;-10"), lines("3010;110;;;;202402;-25"), lines("3010;110;;;;202501;-3"),
        amounts=Amounts.ACCUMULATED,
    )  # fmt: skip
    assert list(values(content).values()) == [10, 15, 3]
    assert str(content.observations[1].source) == "huvudbok2.csv rad 2; huvudbok1.csv rad 2"


def test_a_month_missing_among_accumulated_amounts_is_told_and_not_guessed():
    content = read(
        lines("3010;110;;;;202401;-10", "3010;110;;;;202403;-25", "3010;110;;;;202404;-26"),
        amounts=Amounts.ACCUMULATED,
    )
    assert codes(content) == ["SM180"]
    assert content.findings[0].found() == "2024-02 saknas före 2024-03; 15 kr kan inte fördelas på månader"
    assert list(values(content).values()) == [10, 1]
    assert (content.reconciliation.total, content.reconciliation.unplaced) == (26, 15)


def test_accumulated_amounts_that_begin_after_january_are_told():
    content = read(lines("3010;110;;;;202403;-25"), amounts=Amounts.ACCUMULATED)
    assert codes(content) == ["SM180"]
    assert content.findings[0].found().startswith("2024-01–2024-02 saknas")
    assert content.observations == ()


def test_codes_that_vanish_among_accumulated_amounts_are_told_and_not_guessed():
    rows = [f"4010;110;;;;20240{month};{month}" for month in (1, 2, 3, 4)]
    content = read(
        lines(*rows, "3010;110;;;;202401;-10", "3010;110;;;;202403;-12", "3010;110;;;;202404;-13",
              "3020;110;;;;202401;-5"),
        amounts=Amounts.ACCUMULATED,
    )  # fmt: skip
    assert codes(content) == ["SM181"]
    assert content.findings[0].found() == (
        "konto 3010, ansvar 110; konto 3020, ansvar 110 har 15 kr t.o.m. 2024-01 men saknas 2024-02; "
        "2 kr kan inte fördelas på månader"
    )
    assert values(content)["ekonomi", "intakt", "2024-04"] == 1
    assert ("ekonomi", "intakt", "2024-03") not in values(content)
    assert (content.reconciliation.total, content.reconciliation.unplaced) == (14, 2)


def test_a_balance_of_nought_may_vanish():
    content = read(
        lines("3010;110;;;;202401;-10", "3010;110;;;;202402;0", "4010;110;;;;202403;1"), amounts=Amounts.ACCUMULATED
    )
    assert content.findings == ()


CLOSING = lines("3010;110;;;;202412;-10", "3010;110;;;;202413;-3")


def test_closing_entries_go_into_december():
    assert values(read(CLOSING, closing=Closing.DECEMBER)) == {("ekonomi", "intakt", "2024-12"): 13}


def test_closing_entries_stand_beside_december():
    content = read(CLOSING, closing=Closing.SEPARATE, version="reviderad")
    assert values(content) == {
        ("ekonomi", "intakt", "2024-12", "reviderad"): 10,
        ("ekonomi", "intakt", "2024-12", "reviderad P13"): 3,
    }


def test_closing_entries_are_refused_unless_declared():
    content = read(CLOSING)
    assert codes(content) == ["SM182"]
    assert values(content) == {("ekonomi", "intakt", "2024-12"): 10}
    assert (content.reconciliation.total, content.reconciliation.unplaced) == (13, 3)


def test_accumulated_closing_entries_are_what_came_after_december():
    months = [f"3010;110;;;;2024{month:02d};-{month}" for month in range(1, 14)]
    content = read(lines(*months), amounts=Amounts.ACCUMULATED, closing=Closing.SEPARATE)
    assert values(content)["ekonomi", "intakt", "2024-12", "P13"] == 1


BUDGET = [f"3010;110;;;;2024{month:02d};-10" for month in range(1, 13)]


def test_a_years_budget_and_its_months_are_one_budget():
    content = read(lines(*BUDGET, "3010;110;;;;2024;-120"), kind=Kind.BUDGET, control_total=-120)
    assert content.findings == ()
    assert values(content)["ekonomi", "intakt", "2024"] == 120
    assert content.reconciliation.total == 120
    assert content.year_reconciliation is not None
    assert content.year_reconciliation.total == 120


def test_a_years_budget_that_differs_from_its_months_is_told_with_both():
    content = read(lines(*BUDGET, "3010;110;;;;2024;-121"), kind=Kind.BUDGET)
    assert codes(content) == ["SM183"]
    assert "året 121 kr, 12 månader 120 kr" in content.findings[0].found()
    assert "skillnad −1 kr" in content.findings[0].found()


def test_a_budget_of_years_alone_is_the_ledgers_reconciliation():
    content = read(lines("3010;110;;;;2024;-120"), kind=Kind.BUDGET)
    assert content.reconciliation.total == 120
    assert content.year_reconciliation is None


def test_the_year_is_declared_for_files_with_the_months_number():
    content = read(lines("3010;110;;;;1;-1", "3010;110;;;;13;-2"), year=2024, closing=Closing.DECEMBER)
    assert values(content) == {("ekonomi", "intakt", "2024-01"): 1, ("ekonomi", "intakt", "2024-12"): 2}


def test_a_dated_row_of_the_plan_holds_in_its_months():
    plan = "konto;till;från;matt;enhet\n3010;2024-06-30;;ekonomi;med\n3010;;2024-07-01;ekonomi;kir\n"
    content = read(lines("3010;;;;;202406;-1", "3010;;;;;202407;-2"), plan=plan)
    assert [(item.unit_id, item.value) for item in content.observations] == [("med", 1), ("kir", 2)]


def test_a_sheet_of_a_workbook_is_read_by_its_cells():
    grid = Grid(
        file="huvudbok.xlsx",
        sheet="Utdrag",
        first_row=2,
        rows=(
            ("Konto", "Ansvar", "Period", "Belopp"),
            (3010.0, "110", 202401.0, -0.1),
            (3010.0, 110.0, date(2024, 1, 1), -0.2),
            ("SUMMA", "", "", -0.3),
        ),
    )
    given_file = LedgerInput(file="huvudbok.xlsx", content=grid, written=LEDGER)
    content = read_ledger([given_file], LedgerFormat(), plan_of(), MEASURES)
    assert content.findings == ()
    assert [(str(item.source), item.value) for item in content.observations] == [
        ("huvudbok.xlsx Utdrag rad 4–5 (2 rader)", Decimal("0.3"))
    ]


def test_the_reconciliation_is_a_table():
    rows = read(lines("3010;110;;;;202401;-1000", "8310;900;;;;202401;-5")).reconciliation.rows()
    assert rows == (
        ("konto", "rader", "huvudbok", "i mått", "utanför kodplanen"),
        ("3010", "1", "1\u00a0000", "1\u00a0000", ""),
        ("8310", "1", "5", "0", "5"),
        ("summa", "2", "1\u00a0005", "1\u00a0000", "5"),
    )


LINES = st.lists(
    st.tuples(
        st.sampled_from(["3010", "4010", "7810", "8310", "K1", "0"]),
        st.sampled_from(["110", "120", "900", ""]),
        st.integers(1, 12),
        st.decimals(-(10**12), 10**12, places=2),
    ),
    max_size=40,
)


@given(LINES)
def test_all_that_is_booked_is_an_observation_or_told(rows):
    content = read(lines(*(f"{a};{u};;;;2024{m:02d};{x}".replace(".", ",") for a, u, m, x in rows)))
    found = content.reconciliation
    assert found.total == -sum(row[3] for row in rows)
    assert found.total == found.mapped + found.unmapped
    assert found.mapped == sum(item.value for item in content.observations if item.measure_id == "ekonomi")
    assert found.unmapped == sum(item.amount for item in found.unmapped_codes)


@given(LINES)
def test_accumulated_amounts_say_the_same_as_those_of_months(rows):
    months = [f"{a};{u};;;;2024{m:02d};{x}" for a, u, m, x in rows]
    keys = sorted({row[:2] for row in rows})
    balances = [
        f"{a};{u};;;;2024{m:02d};{sum((x[3] for x in rows if x[:2] == (a, u) and x[2] <= m), Decimal(0))}"
        for m in range(1, 13)
        for a, u in keys
    ]
    plain = SourceFormat(notation=Notation.PLAIN)
    by_month = read(lines(*months), written=plain)
    accumulated = read(lines(*balances), written=plain, amounts=Amounts.ACCUMULATED)
    moved = {key: value for key, value in values(accumulated).items() if value}
    assert moved == {key: value for key, value in values(by_month).items() if value}
    assert accumulated.reconciliation.total == by_month.reconciliation.total


@given(st.text(alphabet="0123456789;\n\"',-. konto periodbelopp", max_size=200))
def test_no_content_makes_it_raise(text):
    read_ledger([LedgerInput(file="a.csv", content=(HEAD + text).encode())], LedgerFormat(), plan_of(), MEASURES)
    read_ledger([LedgerInput(file="a.csv", content=text.encode())], LedgerFormat(), plan_of(), MEASURES)


def test_the_order_of_rows_does_not_matter():
    rows = ["3010;110;;;;202402;-1", "4010;110;;;;202401;2", "3010;120;;;;202401;-3"]
    assert values(read(lines(*rows))) == values(read(lines(*reversed(rows))))
