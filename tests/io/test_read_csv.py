"""CSV files of observations: headings, numbers, missing cells, encodings, and what is told about faults."""

import gc
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.finding import Findings
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations, read_csv
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.number_text import Notation
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="lokalarea", name="Lokalarea", unit="m2", dimensions=("lokaltyp",)),
        Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("dvo", "slag")),
        Measure(id="andel", name="Andel", unit="%"),
        Measure(id="antal", name="Antal", unit="antal"),
    )
}
FULL = "enhet;matt;period;typ;version;lokaltyp;varde;taljare;namnare;tillstand;per;rapporterad;av;kommentar\n"
SHORT = "enhet;matt;period;typ;varde\n"


def read(text: str | bytes, **settings: object) -> tuple[tuple[Observation, ...], Findings]:
    data = text if isinstance(text, bytes) else text.encode()
    return csv_observations(data, "f.csv", SourceFormat(**settings), MEASURES)


def one(text: str | bytes, **settings: object) -> Observation:
    observations, findings = read(text, **settings)
    assert findings.text() == ""
    (observation,) = observations
    return observation


def told(text: str | bytes, **settings: object) -> list[tuple[str, str]]:
    return [(finding.code.code, finding.source.place) for finding in read(text, **settings)[1]]


def value(cell: str, measure: str = "antal", **settings: object) -> Observation:
    return one(f"{SHORT}rlf;{measure};2020;utfall;{cell}\n", **settings)


def test_the_documented_row_is_read_whole(tmp_path):
    path = tmp_path / "lokaler.csv"
    path.write_text(FULL + "rlf-rf;lokalarea;2020;budget;beslutad;egna;418 100;;;;;2019-09-26;controller;\n")
    observations, findings = read_csv(path, "observationer/lokaler.csv", SourceFormat(), MEASURES)
    assert findings == ()
    assert observations == (
        Observation(
            measure_id="lokalarea",
            unit_id="rlf-rf",
            period=Period.year(2020),
            kind=Kind.BUDGET,
            version="beslutad",
            dims=(("lokaltyp", "egna"),),
            value=Decimal(418100),
            precision=Decimal(1),
            reported=date(2019, 9, 26),
            reporter="controller",
        ),
    )
    assert observations[0].source == Source(file="observationer/lokaler.csv", place="rad 2")


def test_a_file_that_is_not_there_is_told(tmp_path):
    _, findings = read_csv(tmp_path / "x.csv", "x.csv", SourceFormat(), MEASURES)
    assert [finding.code.code for finding in findings] == ["SM101"]


def test_english_headings_are_read_in_any_order_and_case():
    assert one("Value; KIND ;period;Measure;Unit\n3;budget;2020;antal;rlf\n").kind is Kind.BUDGET


def test_headings_with_dots_are_read():
    assert one("enhet;mått;period;typ;värde;täljare;nämnare;tillstånd\nrlf;antal;2020;utfall;3;;;\n").value == 3


def test_a_heading_with_a_decomposed_letter_is_read():
    assert one("enhet;ma\u030att;period;varde\nrlf;antal;2020;3\n").value == 3


def test_the_same_heading_in_two_languages_is_refused():
    assert told("enhet;unit;matt;period;varde\n") == [("SM131", "rad 1 kolumn unit")]


def test_an_unknown_heading_is_told_with_a_suggestion():
    _, findings = read("enhet;matt;period;typ;vrde\nrlf;antal;2020;utfall;1\n")
    assert "menade du varde" in findings[0].do()


def test_a_missing_heading_is_told():
    assert told("enhet;period;varde\nrlf;2020;1\n") == [("SM108", "rad 1 kolumn matt")]


def test_an_empty_file_lacks_its_headings():
    assert {code for code, _ in told("")} == {"SM108"}


def test_without_a_column_of_kinds_every_figure_is_an_outcome():
    assert one("enhet;matt;period;varde\nrlf;antal;2020;1\n").kind is Kind.OUTCOME


def test_an_empty_kind_in_a_column_of_kinds_is_told():
    assert told(f"{SHORT}rlf;antal;2020;;1\n") == [("SM108", "rad 2 kolumn typ")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_told_from_the_heading(delimiter):
    text = f"{SHORT}rlf;antal;2020;utfall;12\n".replace(";", delimiter)
    assert one(text).value == 12


def test_a_declared_delimiter_wins():
    assert one(f"{SHORT}rlf;antal;2020;utfall;12\n".replace(";", ","), delimiter=",").value == 12


@pytest.mark.parametrize(
    ("cell", "expected", "step"),
    [
        ("418 100", "418100", "1"),
        ("418\u00a0100,5", "418100.5", "0.1"),
        ("418\u2009100", "418100", "1"),
        ("\u20109 169", "-9169", "1"),
        ("\u22125,60", "-5.60", "0.01"),
        ("1 234-", "-1234", "1"),
        ("(1 234)", "-1234", "1"),
        ("-0", "0", "1"),
        ("007", "7", "1"),
    ],
)
def test_numbers_are_read_as_people_write_them(cell, expected, step):
    observation = value(cell)
    assert (observation.value, observation.precision) == (Decimal(expected), Decimal(step))
    assert not observation.value.is_signed() or observation.value < 0


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_every_number_comes_back_as_it_was_written(number):
    assert value(format(number, "f").replace(".", ",")).value == number
    assert value(format(number, "f"), notation=Notation.PLAIN).value == number


def test_a_number_with_three_marks_is_no_number():
    assert told(f"{SHORT}rlf;antal;2020;utfall;1,2,3\n") == [("SM104", "rad 2 kolumn varde")]


def test_a_number_that_can_be_read_in_two_ways_is_told_and_its_row_left_out():
    observations, findings = read(f"{SHORT}rlf;antal;2020;utfall;1.234\n")
    assert observations == ()
    assert [finding.code.code for finding in findings] == ["SM105"]
    assert 'notation = "plain"' in findings[0].do()


def test_a_number_of_too_many_digits_is_told():
    assert told(f"{SHORT}rlf;antal;2020;utfall;{'9' * 50}\n") == [("SM138", "rad 2 kolumn varde")]


def test_a_number_that_scaling_makes_too_long_is_told():
    assert told(f"{SHORT}rlf;ekonomi;2020;utfall;{'9' * 40}\n", scale="mnkr") == [("SM138", "rad 2 kolumn varde")]


def test_money_is_scaled_to_kr_with_its_precision():
    observation = value("1,5", "ekonomi", scale="mnkr")
    assert (observation.value, observation.precision) == (Decimal(1_500_000), Decimal(100_000))


def test_other_units_are_not_scaled():
    assert value("1,5", scale="mnkr", sign="ledger").value == Decimal("1.5")


def test_a_ledger_has_its_signs_turned():
    assert value("100", "ekonomi", scale="tkr", sign="ledger").value == Decimal(-100_000)


@pytest.mark.parametrize("cell", ["39,2", "39,2 %", "39,2%"])
def test_per_cent_becomes_a_share_with_or_without_the_sign(cell):
    observation = value(cell, "andel")
    assert (observation.value, observation.precision) == (Decimal("0.392"), Decimal("0.001"))


def test_a_per_cent_sign_at_another_measure_is_told():
    assert told(f"{SHORT}rlf;antal;2020;utfall;39 %\n") == [("SM125", "rad 2 kolumn varde")]


def test_an_empty_cell_is_missing_and_never_zero():
    observation = value("")
    assert (observation.value, observation.state) == (None, State.MISSING)


def full(figure: str) -> str:
    return f"{FULL}rlf;lokalarea;2020;utfall;;egna;{figure};;;;\n"


def test_a_figure_that_does_not_apply_is_not_missing():
    assert one(full(";;;ej aktuell")).state is State.NOT_APPLICABLE


def test_numerator_and_denominator_stand_for_the_value():
    observation = one(full(";40;102;"))
    assert (observation.value, observation.numerator, observation.denominator) == (None, 40, 102)
    assert observation.state is State.REPORTED


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (";40;;", [("SM130", "rad 2 kolumn namnare")]),
        ("3;40;102;", [("SM129", "rad 2 kolumn varde")]),
        ("3;;;saknas", [("SM127", "rad 2 kolumn tillstand")]),
        ("3;;;not_applicable", [("SM127", "rad 2 kolumn tillstand")]),
        (";40 %;102;", [("SM125", "rad 2 kolumn taljare")]),
        ("3;;;kanske", [("SM121", "rad 2 kolumn tillstand")]),
    ],
)
def test_figures_that_contradict_themselves_are_told(figure, expected):
    assert told(full(figure)) == expected


def test_a_state_without_its_value_is_a_warning_and_the_figure_missing():
    observations, findings = read(full(";;;uppskattad"))
    assert [finding.code.code for finding in findings.warnings()] == ["SM128"]
    assert observations[0].state is State.MISSING


def test_a_stated_figure_keeps_its_state():
    assert one(full("12;;;tryckt")).state is State.STATED


@pytest.mark.parametrize("word", ["fastställd", "Faststalld", "settled"])
def test_a_settled_figure_keeps_its_state_and_its_grounds(word):
    observation = one(full(f"12;;;{word};;;ekonomichef;fel år"))
    assert (observation.state, observation.reporter) == (State.SETTLED, "ekonomichef")
    assert observation.comment == "fel år"


def test_a_settled_figure_without_a_figure_is_a_warning_and_settles_nothing():
    observations, findings = read(full(";;;fastställd"))
    assert [finding.code.code for finding in findings.warnings()] == ["SM128"]
    assert observations[0].state is State.MISSING


def test_members_stand_in_the_order_the_measure_lists_its_dimensions():
    text = "slag;dvo;enhet;matt;period;varde\nintakt;010;rlf;ekonomi;2020;1\n"
    assert one(text).dims == (("dvo", "010"), ("slag", "intakt"))


def test_an_empty_member_is_left_out():
    text = "slag;dvo;enhet;matt;period;varde\nintakt; ;rlf;ekonomi;2020;1\n"
    assert one(text).dims == (("slag", "intakt"),)


def test_a_member_of_a_dimension_the_measure_does_not_have_is_told():
    assert told("slag;enhet;matt;period;varde\nintakt;rlf;antal;2020;1\n") == [("SM126", "rad 2 kolumn slag")]


def test_an_unknown_measure_is_told_with_a_suggestion():
    _, findings = read(f"{SHORT}rlf;ekonmi;2020;utfall;1\n")
    assert "menade du ekonomi" in findings[0].do()


def test_every_fault_of_a_row_is_told_at_once_and_the_other_rows_are_read():
    text = f"{SHORT};x;2020-13;gissning;abc\nrlf;antal;2020;utfall;1\n"
    observations, findings = read(text)
    assert [finding.source.place for finding in findings] == [
        f"rad 2 kolumn {column}" for column in ("enhet", "matt", "period", "typ", "varde")
    ]
    assert [observation.value for observation in observations] == [1]


def test_a_date_that_is_no_iso_date_is_told():
    text = "enhet;matt;period;varde;per\nrlf;antal;2020;1;20190926\nrlf;antal;2020;1;2019-02-30\n"
    assert told(text) == [("SM119", "rad 2 kolumn per"), ("SM119", "rad 3 kolumn per")]


def test_windows_line_ends_empty_lines_and_blank_rows_keep_the_line_numbers():
    text = f"{SHORT}\r\n;;;;\r\n ; ;\r\nrlf;antal;2020;utfall;1\r\n".replace("varde\n", "varde\r\n")
    assert one(text).source.place == "rad 5"


def test_a_quoted_cell_over_two_lines_is_placed_at_its_first():
    text = 'enhet;matt;period;varde;kommentar\nrlf;antal;2020;1;"två\nrader; med tecken"\nrlf;antal;2021;2;\n'
    observations, _ = read(text)
    assert [observation.source.place for observation in observations] == ["rad 2", "rad 4"]
    assert observations[0].comment == "två\nrader; med tecken"


def test_trailing_delimiters_are_no_columns():
    assert one("enhet;matt;period;varde;;\nrlf;antal;2020;1;;;;\n").value == 1


def test_too_many_or_too_few_cells_are_told():
    assert told(f"{SHORT}rlf;antal;2020;utfall;1;9\nrlf;antal\n") == [("SM117", "rad 2"), ("SM117", "rad 3")]


def test_a_quote_that_never_ends_is_told():
    assert told(f'{SHORT}rlf;antal;2020;utfall;"1\n')[0][0] == "SM132"


def test_a_utf8_byte_order_mark_is_accepted():
    assert one(b"\xef\xbb\xbf" + f"{SHORT}rlf;antal;2020;utfall;1\n".encode()).value == 1


def test_cp1252_without_declaration_is_told_with_its_line():
    _, findings = read(f"{SHORT}rlf;antal;2020;utfall;1\nåre;antal;2020;utfall;1\n".encode("cp1252"))
    assert str(findings[0].source) == "f.csv rad 3"
    assert 'encoding = "cp1252"' in findings[0].do()


def test_declared_cp1252_is_read():
    assert one(f"{SHORT}åre;antal;2020;utfall;1\n".encode("cp1252"), encoding="cp1252").unit_id == "åre"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_utf16_with_its_mark_is_read_whatever_is_declared(encoding):
    assert one(f"{SHORT}åre;antal;2020;utfall;1\n".encode("utf-16"), encoding=encoding).unit_id == "åre"


def test_declared_utf16_without_its_mark_is_told():
    assert told(f"{SHORT}rlf;antal;2020;utfall;1\n".encode(), encoding="utf-16")[0][0] == "SM106"


def test_half_a_utf16_character_is_told():
    assert told(SHORT.encode("utf-16")[:-1])[0][0] == "SM106"


def test_a_nul_is_told_with_its_place():
    assert told(f"{SHORT}rlf;ant\x00al;2020;utfall;1\n") == [("SM116", "rad 2 kolumn 8")]


def test_hostile_numbers_of_faults_are_cut_short_and_said_so():
    codes = [code for code, _ in told(SHORT + "rlf;antal;2020;utfall;abc\n" * 6_000)]
    assert codes[-1] == "SM136"
    assert len(codes) == 5_001


def test_the_collector_is_as_it_was_after_a_read():
    value("1")
    assert gc.isenabled()


@given(st.text(max_size=80))
def test_no_text_makes_reading_raise(text):
    read(SHORT.encode() + text.encode())
    read(text.encode())


@given(
    st.from_regex(r"[-(]?[0-9]{1,41}([.,][0-9]{1,31})?([eE][-+]?[0-9]{1,3})?[)%-]?", fullmatch=True),
    st.sampled_from(["ekonomi", "andel", "antal"]),
    st.sampled_from(list(Notation)),
)
def test_no_number_makes_reading_raise(cell, measure, notation):
    observations, findings = read(f'{SHORT}rlf;{measure};2020;utfall;"{cell}"\n', notation=notation, scale="mnkr")
    assert len(observations) + len(findings) == 1


@given(st.binary(max_size=80), st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-8-sig"]))
def test_no_bytes_make_reading_raise(data, encoding):
    read(data, encoding=encoding)


def test_a_file_over_the_limit_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("styrmodell.io.input_file.open_file.__kwdefaults__", {"limit": 10})
    path = tmp_path / "f.csv"
    path.write_text(SHORT)
    _, findings = read_csv(Path(path), "f.csv", SourceFormat(), MEASURES)
    assert [finding.code.code for finding in findings] == ["SM114"]


@pytest.mark.parametrize(("word", "value"), [("Ja", 1), ("nej", 0), (" JA ", 1), ("1", 1), ("0", 0)])
def test_a_measure_that_is_true_or_not_takes_ja_and_nej(word: str, value: int) -> None:
    measures = {"policy": Measure(id="policy", name="Policy finns", unit="ja/nej", rule="own")}
    text = f"enhet;matt;period;typ;varde\nrlf;policy;2020;utfall;{word}\n"
    (found,), told = csv_observations(text.encode(), "f.csv", SourceFormat(), measures)
    assert (found.value, list(told)) == (value, [])


def test_ja_is_no_number_of_another_measure() -> None:
    measures = {"antal": Measure(id="antal", name="Antal", unit="antal")}
    text = "enhet;matt;period;typ;varde\nrlf;antal;2020;utfall;ja\n"
    found, told = csv_observations(text.encode(), "f.csv", SourceFormat(), measures)
    assert (list(found), [finding.code.code for finding in told]) == ([], ["SM104"])
