"""Observations from mappings: a data frame's rows, with the values that frames hold."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_observations import read_observations
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.number_text import Notation
from styrmodell.model.period import Period
from styrmodell.source import Source

MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="antal", name="Antal", unit="antal", dimensions=("alder",)),
        Measure(id="andel", name="Andel", unit="%"),
    )
}


def read(*rows, **settings):
    return read_observations(rows, measures=MEASURES, **settings)


def row(**more):
    return {"unit": "rlf", "measure": "antal", "period": "2020", "kind": "outcome"} | more


@pytest.mark.parametrize(
    ("value", "expected", "step"),
    [
        (3, "3", "1"),
        (0.1, "0.1", "0.1"),
        (418100.0, "418100", "1"),
        (-5.6, "-5.6", "0.1"),
        (1e-7, "0.0000001", "0.0000001"),
        (Decimal("1.50"), "1.50", "0.01"),
        (Decimal("1E+3"), "1000", "1"),
        ("1 234,5", "1234.5", "0.1"),
    ],
)
@pytest.mark.parametrize("notation", list(Notation))
def test_numbers_of_every_type_are_read_exactly(value, expected, step, notation):
    if isinstance(value, str) and notation is Notation.PLAIN:
        value = value.replace(",", ".")
    observations, findings = read(row(value=value), format=SourceFormat(notation=notation))
    assert findings.text() == ""
    assert (observations[0].value, observations[0].precision) == (Decimal(expected), Decimal(step))


@pytest.mark.parametrize("value", [None, float("nan"), Decimal("NaN"), ""])
def test_nothing_and_nan_are_missing(value):
    observations, findings = read(row(value=value))
    assert findings == ()
    assert (observations[0].value, observations[0].state) == (None, State.MISSING)


@pytest.mark.parametrize("value", [float("inf"), Decimal("-Infinity"), "NaN-ish", 1e300])
def test_what_is_no_figure_is_told(value):
    observations, findings = read(row(value=value))
    assert observations == ()
    assert findings[0].code.code in {"SM104", "SM138"}


@pytest.mark.parametrize("value", [True, [1], {"a": 1}, object()])
def test_values_of_other_types_are_told(value):
    observations, findings = read(row(value=value))
    assert observations == ()
    assert [(finding.code.code, finding.source.place) for finding in findings] == [("SM118", "rad 1 kolumn value")]


def test_the_models_own_types_and_dates_are_read():
    given = row(value=1, kind=Kind.PLAN, period=Period.year(2020), as_of=date(2020, 5, 1))
    observations, findings = read(given | {"reported": datetime(2020, 5, 2, 13, 0, tzinfo=UTC)})
    assert findings == ()
    observation = observations[0]
    assert (observation.kind, observation.period.text) == (Kind.PLAN, "2020")
    assert (observation.as_of, observation.reported) == (date(2020, 5, 1), date(2020, 5, 2))


def test_a_period_and_a_member_may_be_whole_numbers():
    observations, findings = read(row(value=1, period=2020, alder=19))
    assert findings == ()
    assert (observations[0].period.text, observations[0].dims) == ("2020", (("alder", "19"),))


def test_per_cent_is_taken_as_printed():
    assert read(row(measure="andel", value=39.2))[0][0].value == Decimal("0.392")


def test_places_follow_the_source_that_was_given():
    observations, _ = read(row(value=1), row(value=2), source=Source(file="ram.parquet"))
    assert str(observations[1].source) == "ram.parquet rad 2"


def test_an_unknown_column_is_told_once_for_all_rows():
    observations, findings = read(row(value=1, vikt=2), row(value=2, vikt=2))
    assert len(observations) == 2
    assert [finding.code.code for finding in findings] == ["SM109"]
