"""What CSV files share with sheets: periods as people write them, words for missing figures, and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.io.grids import MEASURES, NAMES

from styrmodell.finding import Findings
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.heading import PADDING, read_heading
from styrmodell.io.tables.names import folded
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.io.tables.row import RowReader
from styrmodell.io.tables.sheet_rows import is_figure
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation
from styrmodell.source import Source


def read(text: str) -> tuple[tuple[Observation, ...], Findings]:
    return csv_observations(text.encode(), "f.csv", SourceFormat(), MEASURES, NAMES)


@pytest.mark.parametrize(
    ("text", "canonical"), [("jan-aug 2024", "2024-01..2024-08"), ("2024M07", "2024-07"), ("T2 2024", "2024-T2")]
)
def test_a_period_is_read_as_people_write_it(text, canonical):
    (observation,), findings = read(f"enhet;matt;period;varde\nrlf;antal;{text};1\n")
    assert (observation.period.text, findings) == (canonical, ())


def test_month_and_year_may_stand_in_two_columns():
    (observation,), findings = read("enhet;mått;månad;år;varde\nrlf;antal;mars;2024;1\n")
    assert (observation.period.text, findings) == ("2024-03", ())


def test_a_month_and_a_period_cannot_both_be_given():
    assert [finding.code.code for finding in read("enhet;matt;period;manad;varde\n")[1]] == ["SM131"]


@pytest.mark.parametrize(("year", "code", "column"), [("", "SM159", "manad"), ("24", "SM120", "ar")])
def test_a_month_needs_its_year(year, code, column):
    (finding,) = read(f"enhet;matt;manad;ar;varde\nrlf;antal;mars;{year};1\n")[1]
    assert (finding.code.code, finding.source.place) == (code, f"rad 2 kolumn {column}")


def test_words_are_missing_values_and_told_once():
    rows = "enhet;matt;period;varde;kommentar\nrlf;antal;2023;..;liten\nrlf;antal;2024;-;\n"
    observations, (finding,) = read(rows)
    assert [item.state for item in observations] == [State.MISSING] * 2
    assert [item.comment for item in observations] == [
        '"..": uppgift saknas eller är skyddad; liten',
        '"-": uppgift saknas',
    ]
    assert (finding.code.code, finding.source.place, finding.found()) == ("SM164", "rad 2", '2 utan tal: "-" 1, ".." 1')


def test_a_state_that_is_given_goes_before_the_word():
    (observation,), _ = read("enhet;matt;period;varde;tillstand\nrlf;antal;2023;..;ej aktuell\n")
    assert observation.state is State.NOT_APPLICABLE


def test_names_may_stand_for_ids():
    (observation,), findings = read("enhet;matt;period;varde\nRegionfastigheter;Antal besök;2023;1\n")
    assert (observation.unit_id, observation.measure_id, findings) == ("rf", "antal", ())


@pytest.mark.parametrize("text", ["1" * 32_000 + "a", "1)" * 16_000 + "a", "(" * 32_000, " (+)" * 8_000 + "a"])
def test_long_texts_are_compared_without_going_over_them_again_and_again(text):
    """With a pattern that backtracks, this would not end."""
    assert not is_figure(text)
    assert folded(text)


USUAL_CELLS = {
    "enhet": ("rlf", "rf", "Regionfastigheter", " rlf ", ""),
    "matt": ("antal", "ekonomi", "Antal besök", "okänt", ""),
    "period": ("2024-03", "jan-aug 2024", "per april 2024", "när som helst"),
    "varde": ("1", "-12,50", "1 234,5", "..", "", "12 %", "tolv"),
    "tillstand": ("", "", "uppskattad", "saknas"),
    "slag": ("", "", "intakt"),
    "kommentar": ("", "se not"),
}


@given(st.fixed_dictionaries({heading: st.sampled_from(cells) for heading, cells in USUAL_CELLS.items()}))
def test_columns_that_few_files_have_change_nothing_while_they_are_empty(cells):
    usual = read(f"{';'.join(cells)}\n{';'.join(cells.values())}\n")
    rare = read(f"{';'.join(cells)};version;taljare;namnare;motpart\n{';'.join(cells.values())};;;;\n")
    assert rare == usual
    assert [str(item.value) + str(item.precision) for item in rare[0]] == [
        str(item.value) + str(item.precision) for item in usual[0]
    ]


def test_a_reader_turns_to_another_heading_and_back():
    reader = RowReader(measures=MEASURES, format=SourceFormat())
    (short, _), (long, _) = (
        read_heading(names, frozenset(("slag",)))
        for names in (("enhet", "matt", "period", "varde"), ("slag", "version", "enhet", "matt", "period", "varde"))
    )
    assert short is not None
    assert long is not None
    first = reader.read(short, ("rlf", "ekonomi", "2024", "1", *PADDING), Source())
    second = reader.read(long, ("intakt", "P05", "rlf", "ekonomi", "2024", "1", *PADDING), Source())
    assert (second.version, second.dims) == ("P05", (("slag", "intakt"),))
    assert reader.read(short, ("rlf", "ekonomi", "2024", "1", *PADDING), Source()) == first
