"""Rows of a workbook's sheet: number cells, dates, per cent formats, names, words, totals and broken cells."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.io.grids import HEAD, MEASURES, NAMES, csv_file, one, read, sheet, told

from styrmodell.io.tables.blocks import TableFormat
from styrmodell.io.tables.find_table import find_table
from styrmodell.io.tables.observations import holds_observations, observation_heading_test
from styrmodell.model.kind import Kind, State
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source


def value(cell: object, measure: str = "antal", **more: object) -> Observation:
    return one(sheet(HEAD, ("rlf", measure, 2024.0, cell), **more))


def test_a_row_is_read_whole_with_its_cell_as_place():
    head = ("Mått", "Enhet", "Period", "Typ", "Version", "Slag", "Värde", "Per", "Rapporterad", "Av", "Kommentar")
    row = (
        "ekonomi",
        "rlf",
        "2024-T1",
        "budget",
        "beslutad",
        "intakt",
        12.5,
        date(2024, 4, 30),
        datetime(2024, 5, 2),
        "c",
        7.0,
    )
    observation = one(sheet(head, row, first_row=3, first_column=1), scale="tkr")
    assert observation == Observation(
        measure_id="ekonomi",
        unit_id="rlf",
        period=Period.parse("2024-T1"),
        kind=Kind.BUDGET,
        version="beslutad",
        dims=(("slag", "intakt"),),
        value=Decimal(12500),
        precision=Decimal(100),
        as_of=date(2024, 4, 30),
        reported=date(2024, 5, 2),
        reporter="c",
        comment="7",
    )
    assert observation.source == Source(file="u.xlsx", place="Blad1!H5")


@pytest.mark.parametrize(
    ("cell", "amount", "step"),
    [
        (5.0, "5", "1"),
        (0.25, "0.25", "0.01"),
        (-1.5, "-1.5", "0.1"),
        (1e20, "1E+20", "1"),
        (1e-7, "1E-7", "1E-7"),
        (0.1 + 0.2, "0.30000000000000004", "1E-17"),
    ],
)
def test_a_number_cell_is_its_shortest_text(cell, amount, step):
    observation = value(cell)
    assert (observation.value, observation.precision) == (Decimal(amount), Decimal(step))


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_float_is_a_figure_or_a_finding(number):
    observations, findings = read(sheet(HEAD, ("rlf", "antal", 2024.0, number)), scale="mnkr")
    assert len(observations) + len(findings) == 1
    if observations:
        assert observations[0].value == Decimal(repr(number))


def test_minus_zero_is_zero():
    assert str(value(-0.0).value) == "0"


def test_an_empty_cell_is_missing_and_never_zero():
    observation = value("")
    assert (observation.value, observation.state, observation.comment) == (None, State.MISSING, "")


def test_a_figure_of_a_sheet_may_be_settled():
    head, row = (
        (*HEAD, "Tillstånd", "Av", "Kommentar"),
        ("rlf", "antal", 2024.0, 3.0, "Fastställd", "controller", "fel"),
    )
    observation = one(sheet(head, row))
    assert (observation.state, observation.reporter, observation.comment) == (State.SETTLED, "controller", "fel")


def test_a_plain_number_of_a_measure_in_per_cent_is_per_cent():
    observation = value(39.2, "andel")
    assert (observation.value, observation.precision) == (Decimal("0.392"), Decimal("0.001"))


@pytest.mark.parametrize(("cell", "step"), [(0.392, "0.001"), (1.0, "0.01"), (0.5, "0.01"), (-0.05, "0.01")])
def test_a_cell_with_a_per_cent_format_is_a_share_already(cell, step):
    observation = value(cell, "andel", percent=frozenset({(1, 3)}))
    assert (observation.value, observation.precision) == (Decimal(str(cell)), Decimal(step))


def test_a_number_below_one_without_a_per_cent_format_is_doubtful_once_a_column():
    rows = [("rlf", "andel", float(year), 0.4) for year in range(2018, 2024)]
    observations, findings = read(sheet(HEAD, *rows))
    assert [item.value for item in observations] == [Decimal("0.004")] * 6
    (finding,) = findings
    assert (finding.code.code, finding.source.place) == ("SM169", "Blad1!D2")
    assert "(6 celler i kolumnen)" in finding.found()


def test_a_per_cent_format_on_another_measure_is_told():
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, 0.5), percent=frozenset({(1, 3)}))) == [("SM125", "Blad1!D2")]


def test_numbers_that_are_text_are_read_and_counted():
    observations, findings = read(sheet(HEAD, ("rlf", "antal", 2024.0, "1 234,5"), ("rlf", "antal", 2023.0, "7")))
    assert [item.value for item in observations] == [Decimal("1234.5"), Decimal(7)]
    assert [(finding.code.code, finding.source.place, finding.found()) for finding in findings] == [
        ("SM168", "Blad1!D2", "2 tal som är text i Excel")
    ]


@pytest.mark.parametrize("cell", ["se bilaga", True, date(2024, 1, 1)])
def test_what_is_no_number_is_told_at_its_cell(cell):
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, cell))) == [("SM104", "Blad1!D2")]


def test_a_number_in_the_other_notation_is_ambiguous():
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, "5.8"))) == [("SM105", "Blad1!D2")]


@pytest.mark.parametrize(
    ("word", "state", "comment"),
    [
        ("..", State.MISSING, '"..": uppgift saknas eller är skyddad'),
        ("X", State.MISSING, '"X": skyddad uppgift'),
        ("–", State.MISSING, '"–": uppgift saknas'),
        ("Uppgift saknas", State.MISSING, "Uppgift saknas"),
        ("i.u.", State.MISSING, '"i.u.": uppgift saknas'),
        ("e.t.", State.NOT_APPLICABLE, '"e.t.": ej aktuellt'),
    ],
)
def test_a_word_instead_of_a_number_is_kept_in_the_comment(word, state, comment):
    for grid in (sheet(HEAD, ("rlf", "antal", 2024.0, word)), csv_file(HEAD, ("rlf", "antal", "2024", word))):
        (observation,), findings = read(grid)
        assert (observation.value, observation.state, observation.comment) == (None, state, comment)
        assert [finding.code.code for finding in findings] == ["SM164"]


def test_words_are_told_once_a_sheet_with_their_counts():
    rows = [("rlf", "antal", float(year), "..") for year in range(2000, 2010)]
    (finding,) = read(sheet(HEAD, *rows, ("rlf", "antal", 2010.0, "-")))[1]
    assert (finding.source.place, finding.found()) == ("Blad1!D2", '11 utan tal: ".." 10, "-" 1')


def test_a_ratio_of_which_a_half_is_protected_is_missing():
    (observation,), _ = read(
        sheet(("Enhet", "Mått", "Period", "Täljare", "Nämnare"), ("rlf", "andel", 2024.0, "..", 25.0))
    )
    assert (observation.numerator, observation.denominator, observation.state) == (None, None, State.MISSING)


def test_a_ratio_of_number_cells_is_kept_as_two_counts():
    observation = one(sheet(("Enhet", "Mått", "Period", "Täljare", "Nämnare"), ("rlf", "andel", 2024.0, 0.0, 25.0)))
    assert (observation.numerator, observation.denominator) == (Decimal(0), Decimal(25))


def test_a_ratio_stands_in_its_two_cells_and_a_value_in_its_own():
    head = ("Enhet", "Nämnare", "Mått", "Period", "Värde", "Täljare")
    rows = (("rlf", 25.0, "andel", 2024.0, "", 20.0), ("rf", "", "antal", 2024.0, 7.0, ""))
    ratio, value = read(sheet(head, *rows, first_row=2, first_column=1))[0]
    assert ratio.source == Source(file="u.xlsx", place="Blad1!G4 (täljare) och Blad1!C4 (nämnare)")
    assert value.source == Source(file="u.xlsx", place="Blad1!F5")


def test_a_figure_that_is_missing_stands_where_its_value_would():
    head = ("Enhet", "Mått", "Period", "Värde", "Täljare", "Nämnare")
    (missing,) = read(sheet(head, ("rlf", "andel", 2024.0, "", "", "")))[0]
    assert (missing.state, missing.source.place) == (State.MISSING, "Blad1!D2")


def test_a_ratio_whose_denominator_the_block_gives_stands_in_its_numerators_cell():
    head, block = ("Enhet", "Mått", "Period", "Täljare"), TableFormat(values=(("namnare", "100"),))
    (ratio,) = read(sheet(head, ("rlf", "andel", 2024.0, 20.0)), block)[0]
    assert (ratio.denominator, ratio.source.place) == (Decimal(100), "Blad1!D2 (täljare)")


def test_a_ratio_of_a_file_stands_in_its_row():
    (ratio,) = read(csv_file(("Enhet", "Mått", "Period", "Täljare", "Nämnare"), ("rlf", "andel", "2024", "20", "25")))[
        0
    ]
    assert ratio.source == Source(file="u.csv", place="rad 2")


def test_a_total_above_which_a_ratio_stands_is_not_compared_and_the_next_one_is():
    head = ("Enhet", "Mått", "Period", "Värde", "Täljare", "Nämnare")
    first, ratio = ("rlf", "antal", 2023.0, 10.0, "", ""), ("rf", "antal", 2023.0, "", 20.0, 1.0)
    rows = (first, ratio, ("Summa", "", "", 45.0), first, ("Summa", "", "", 15.0))
    places = [finding.source.place for finding in read(sheet(head, *rows))[1] if finding.code.code == "SM165"]
    assert places == ["Blad1!D6"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (2024.0, "2024"),
        (202407.0, "2024-07"),
        (date(2024, 7, 1), "2024-07"),
        (datetime(2024, 7, 1), "2024-07"),
        ("jan-aug 2024", "2024-01..2024-08"),
        ("2024M07", "2024-07"),
    ],
)
def test_periods_are_read_as_cells_hold_them(cell, text):
    assert one(sheet(HEAD, ("rlf", "antal", cell, 1.0))).period.text == text


def test_a_day_that_is_not_the_first_is_no_period():
    assert told(sheet(HEAD, ("rlf", "antal", date(2024, 7, 2), 1.0))) == [("SM120", "Blad1!C2")]


def test_a_period_without_its_year_is_unclear():
    assert told(sheet(HEAD, ("rlf", "antal", "januari", 1.0))) == [("SM159", "Blad1!C2")]


@pytest.mark.parametrize(
    ("month", "year", "text"),
    [("januari", 2014.0, "2014-01"), (7.0, "2024", "2024-07"), ("", 2024.0, "2024"), ("jan 2020", 2020.0, "2020-01")],
)
def test_month_and_year_may_stand_in_two_columns(month, year, text):
    grid = sheet(("Enhet", "Mått", "Månad", "År", "Värde"), ("rlf", "antal", month, year, 1.0))
    assert one(grid).period.text == text


def test_a_month_beside_another_year_is_unclear():
    grid = sheet(("Enhet", "Mått", "Period", "År", "Värde"), ("rlf", "antal", "jan 2020", 2021.0, 1.0))
    assert told(grid) == [("SM159", "Blad1!C2")]


def test_per_april_is_april_of_a_stock_and_the_months_till_then_of_a_flow():
    rows = (("rlf", "vardplatser", "per april 2024", 1.0), ("rlf", "antal", "per april 2024", 1.0))
    observations, _ = read(sheet(HEAD, *rows))
    assert [item.period.text for item in observations] == ["2024-04", "2024-T1"]


def test_names_may_stand_for_ids():
    head = ("Enhet", "Mått", "Period", "Slag", "Värde")
    observation = one(sheet(head, ("Regionfastigheter", "EKONOMI", 2024.0, "Intäkter", 1.0)))
    assert (observation.unit_id, observation.measure_id, observation.dims) == ("rf", "ekonomi", (("slag", "intakt"),))


def test_a_text_that_names_no_unit_is_told_with_what_looks_alike():
    (finding,) = read(sheet(HEAD, ("Region fastigheter", "antal", 2024.0, 1.0)))[1]
    assert (finding.code.code, finding.source.place) == ("SM157", "Blad1!A2")
    assert "menade du Regionfastigheter?" in finding.do()


def test_every_fault_of_a_row_is_told_at_its_cell_and_the_other_rows_are_read():
    observations, findings = read(sheet(HEAD, ("", "x", "2020-13", "abc"), ("rlf", "antal", 2020.0, 1.0)))
    assert [finding.source.place for finding in findings] == [f"Blad1!{letter}2" for letter in "ABCD"]
    assert len(observations) == 1


@pytest.mark.parametrize("cell", [datetime(2024, 8, 31), "2024-08-31", "2024-08-31 00:00:00"])
def test_days_are_dates_or_iso_text(cell):
    assert one(sheet((*HEAD, "Per"), ("rlf", "antal", 2024.0, 1.0, cell))).as_of == date(2024, 8, 31)


@pytest.mark.parametrize("cell", ["31 aug 2024", 45535.0])
def test_other_days_are_told(cell):
    assert told(sheet((*HEAD, "Per"), ("rlf", "antal", 2024.0, 1.0, cell))) == [("SM119", "Blad1!E2")]


def test_an_error_value_leaves_its_row_out_and_is_told_at_the_cell():
    rows = (("rlf", "antal", 2023.0, ""), ("rlf", "antal", 2024.0, 1.0))
    observations, findings = read(sheet(HEAD, *rows, errors=(((1, 3), "#DIV/0!"),)))
    assert [item.period.text for item in observations] == ["2024"]
    assert [(item.code.code, item.source.place, item.found()) for item in findings] == [
        ("SM166", "Blad1!D2", "#DIV/0!")
    ]


def test_a_formula_without_a_value_is_told():
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, ""), uncomputed=frozenset({(1, 3)}))) == [("SM167", "Blad1!D2")]


def test_merged_cells_hold_for_all_their_rows_but_a_figure_only_once():
    rows = (("rlf", "antal", 2023.0, 1.0), ("", "antal", 2024.0, ""))
    observations, _ = read(sheet(HEAD, *rows, merged=(((1, 0), (2, 0)), ((1, 3), (2, 3)))))
    assert [(item.unit_id, item.value) for item in observations] == [("rlf", Decimal(1)), ("rlf", None)]


def test_a_total_that_adds_up_is_skipped():
    rows = [("rlf", "antal", 2023.0, 1.0), ("rf", "antal", 2023.0, 2.0), ("Summa", "", "", 3.0)]
    observations, findings = read(sheet(HEAD, *rows))
    assert (len(observations), [finding.code.code for finding in findings]) == (2, ["SM155"])


def test_a_total_that_does_not_add_up_is_told_with_both_figures():
    rows = [("rlf", "ekonomi", 2023.0, 10.0), ("rf", "ekonomi", 2023.0, "20,5"), ("Summa", "", "", 45.0)]
    finding = next(item for item in read(sheet(HEAD, *rows), scale="tkr")[1] if item.code.code == "SM165")
    assert finding.found() == '"Summa" är 45, raderna ovanför ger 30,5'
    assert finding.source.place == "Blad1!D4"


def test_a_grand_total_is_of_all_rows_and_a_part_total_of_those_since_the_last():
    rows = [
        ("rlf", "antal", 2023.0, 10.0),
        ("Summa", "", "", 10.0),
        ("rf", "antal", 2023.0, 20.0),
        ("S:a", "", "", 20.0),
    ]
    assert "SM165" not in dict(told(sheet(HEAD, *rows, ("TOTALT", "", "", 30.0))))


def test_a_total_of_per_cents_is_not_compared():
    rows = [("rlf", "andel", 2023.0, 10.0), ("rf", "andel", 2023.0, 20.0), ("Totalt", "", "", 15.0)]
    assert [code for code, _ in told(sheet(HEAD, *rows))] == ["SM155"]


def test_rounding_is_no_difference():
    rows = [("rlf", "antal", 2023.0, 1.4), ("rf", "antal", 2023.0, 1.4), ("Totalt", "", "", 3.0)]
    assert [code for code, _ in told(sheet(HEAD, *rows))] == ["SM155"]


def test_two_columns_for_the_same_field_are_told_by_their_headings():
    assert told(sheet(("Enhet", "Unit", "Mått", "Period", "Värde"), ("a", "b", "antal", 2024.0, 1.0))) == [
        ("SM131", "Blad1!B1")
    ]


def test_a_heading_that_is_unknown_is_told_at_its_cell():
    assert told(sheet((*HEAD, "Ansvarig"), ("rlf", "antal", 2024.0, 1.0, "c"))) == [("SM109", "Blad1!E1")]


def test_a_heading_that_is_missing_is_told():
    assert told(sheet(("Enhet", "Mått", "Värde"), ("rlf", "antal", 1.0))) == [("SM108", "Blad1 rad 1")]


def test_a_block_gives_headings_and_values_that_the_sheet_lacks():
    table = TableFormat(
        columns=(("Verksamhet", "unit"), ("Besök", "value"), ("Chef", "")),
        values=(("matt", "antal"), ("period", "2024")),
    )
    observation = one(sheet(("Verksamhet", "Besök", "Chef"), ("rlf", 5.0, "c")), table)
    assert (observation.unit_id, observation.measure_id, observation.value) == ("rlf", "antal", Decimal(5))


def test_a_value_of_the_block_beside_a_column_is_told():
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, 1.0)), TableFormat(values=(("unit", "rf"),))) == [
        ("SM131", "Blad1 rad 1")
    ]


def test_what_stands_in_columns_without_a_heading_is_never_a_value():
    head = ("Enhet", "Mått", "Period", "Värde", "", "")
    observations, findings = read(sheet(head, ("rlf", "antal", 2024.0, 1.0, "saknas", "budget")))
    assert (observations[0].kind, observations[0].version, observations[0].comment) == (Kind.OUTCOME, "", "")
    assert [finding.code.code for finding in findings] == ["SM155"]


def test_months_side_by_side_are_unpivoted():
    head = ("Enhet", "Mått", "jan 2024", "feb 2024", "Kommentar")
    table = TableFormat(unpivot="period", heading_rows=1)
    observations, findings = read(sheet(head, ("rlf", "antal", 1.0, 2.0, "k"), ("rf", "antal", "", 3.0, "")), table)
    assert [(item.unit_id, item.period.text, item.value, item.source.place) for item in observations] == [
        ("rlf", "2024-01", Decimal(1), "Blad1!C2"),
        ("rlf", "2024-02", Decimal(2), "Blad1!D2"),
        ("rf", "2024-02", Decimal(3), "Blad1!D3"),
    ]
    assert findings == ()


def test_an_unknown_word_in_unpivot_is_told_at_the_block():
    table = TableFormat(unpivot="månader", source=Source(file="styrmodell.toml", place="rad 9"))
    assert told(sheet(HEAD, ("rlf", "antal", 2024.0, 1.0)), table) == [("SM121", "rad 9")]


def test_a_sheet_without_a_heading_is_told():
    assert told(sheet(("a", "b"), ("c", "d"))) == [("SM156", "Blad1")]


def test_a_table_of_observations_is_known_by_its_headings():
    test = observation_heading_test(MEASURES, NAMES)
    full, half = (find_table(sheet(head), test) for head in (HEAD, ("Enhet", "Period")))
    assert full is not None
    assert half is not None
    assert (holds_observations(full), holds_observations(half)) == (True, False)


CELLS = st.one_of(
    st.text(max_size=6),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from([*HEAD, "rlf", "antal", 2024.0, "..", "Summa"]),
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_no_cells_make_reading_raise(rows):
    head = [*HEAD, "Per", "Kommentar"]
    observations, findings = read(sheet(head, *rows))
    assert all(item.source.place.startswith("Blad1!D") for item in observations)
    assert isinstance(findings.text("en"), str)


def test_nothing_has_no_sign_in_a_ledger():
    found = [one(sheet(HEAD, ("rlf", "ekonomi", 2024.0, cell)), sign="ledger") for cell in (0.0, -0.0)]
    assert [str(item.value) for item in found] == ["0", "0"]


@given(st.floats(min_value=-1e14, max_value=1e14).filter(lambda cell: cell == 0 or abs(cell) >= 1e-4))
def test_a_number_is_its_shortest_text(cell):
    text = repr(cell).removesuffix(".0")
    assert value(cell).value == Decimal(text)
    assert value(cell).precision == Decimal(1).scaleb(-len(text.partition(".")[2]))
