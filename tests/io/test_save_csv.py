"""Plans as CSV: what is flat is read back equal, Excel opens it, and no text becomes a formula."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.csv_guard import guarded, unguarded
from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.save.csv_files import FIGURES, REST, read_table, save_csv
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.decision import Meeting
from styrmodell.model.goal import Goal
from styrmodell.model.kind import Kind, State
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.risk import Risk, Score
from styrmodell.model.target import Target
from styrmodell.model.unit import Unit
from styrmodell.testing.everything import everything_plans, texts
from styrmodell.testing.strategies import plans

YEAR = Period.year(2020)
DAY = date(2020, 1, 1)
MEASURES = (
    Measure(id="ekonomi", name="Ekonomi", unit="kr", dimensions=("slag",)),
    Measure(id="andel", name="Andel", unit="%"),
)


def plan(**parts):
    return Plan(**{"unit_id": "rlf", "period": YEAR, "units": (Unit(id="rlf", name="RLF"),), **parts})


def observation(**parts):
    return Observation(**{"measure_id": "ekonomi", "unit_id": "rlf", "period": YEAR, **parts})


def read_back(saved, made):
    files = dict(made.files)
    content, observations = json_content(files[REST], REST, make_converter())
    assert content.findings == ()
    objects = dict(content.objects) | {key: read_table(files[file], key) for file, key in made.tables}
    if FIGURES in files:
        measures = {measure.id: measure for measure in saved.measures}
        observations, findings = csv_observations(files[FIGURES], FIGURES, SourceFormat(scale=made.scale), measures)
        assert findings == ()
    head = attrs.asdict(content.head, recurse=False)
    return Plan(**head, **{"units": (), **objects}, observations=observations)


def lines(made, name):
    return dict(made.files)[name].decode("utf-8-sig").split("\r\n")


@given(everything_plans())
@settings(max_examples=12)
def test_a_plan_with_objects_of_every_class_is_read_back_equal(saved):
    assert read_back(saved, save_csv(saved)) == saved


@given(plans())
@settings(max_examples=25)
def test_a_plan_with_figures_is_read_back_equal(saved):
    assert read_back(saved, save_csv(saved)) == saved


@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=4))
def test_awkward_words_are_read_back_equal(words):
    meetings = tuple(Meeting(id=f"m{n}", body=body, date=DAY) for n, (body, _) in enumerate(words))
    observations = tuple(observation(value="1", precision="1", comment=comment) for _, comment in words)
    saved = plan(meetings=meetings, measures=MEASURES, observations=observations)
    assert read_back(saved, save_csv(saved)) == saved


def test_figures_are_written_as_people_write_them():
    items = (
        observation(
            value="-418100.5", precision="0.1", kind=Kind.BUDGET, version="beslutad", dims=(("slag", "netto"),)
        ),
        observation(measure_id="andel", value="0.392", precision="0.001", state=State.ESTIMATED, reporter="controller"),
        observation(state=State.MISSING),
    )
    made = save_csv(plan(measures=MEASURES, observations=items))
    assert lines(made, FIGURES) == [
        "enhet;matt;period;typ;version;slag;varde;taljare;namnare;tillstand;per;rapporterad;av;kommentar",
        "rlf;ekonomi;2020;budget;beslutad;netto;-418100,5;;;;;;;",
        "rlf;andel;2020;utfall;;;39,2;;;uppskattad;;;controller;",
        "rlf;ekonomi;2020;utfall;;;;;;saknas;;;;",
        "",
    ]
    assert made.scale == "kr"


@pytest.mark.parametrize(
    ("precision", "scale", "written"), [("1000", "tkr", "418000"), ("1000000", "mnkr", "418"), ("1", "kr", "418000000")]
)
def test_money_keeps_the_scale_it_was_written_in(precision, scale, written):
    saved = plan(measures=MEASURES, observations=(observation(value="418000000", precision=precision),))
    made = save_csv(saved)
    assert (made.scale, lines(made, FIGURES)[1].split(";")[5]) == (scale, written)
    assert read_back(saved, made) == saved


def test_a_counterparty_has_a_column_only_where_there_is_one():
    saved = plan(measures=MEASURES, observations=(observation(value="1", precision="1", counterparty="b", ie="I"),))
    made = save_csv(saved)
    assert lines(made, FIGURES)[0].endswith(";kommentar;motpart;ie")
    assert read_back(saved, made) == saved


@pytest.mark.parametrize(
    "items",
    [
        (observation(value="1", precision="1", correction="fel månad"),),
        (observation(value="1"),),
        (observation(value="1000", precision="1000"), observation(measure_id="andel", value="1", precision="1")),
        (observation(value="1.5", precision="1"),),
        (observation(value="1", precision="3"),),
        (observation(measure_id="okant", value="1", precision="1"),),
        (observation(value="1", precision="1", dims=(("annan", "x"),)),),
        (observation(value="1", precision="1", numerator="1", denominator="2"),),
    ],
)
def test_figures_that_csv_cannot_hold_stay_in_the_json(items):
    saved = plan(measures=MEASURES, observations=items)
    made = save_csv(saved)
    assert FIGURES not in dict(made.files)
    assert read_back(saved, made) == saved


def test_flat_lists_have_a_file_each_and_nested_ones_stay_in_the_json():
    measure = Measure(id="a", name="A", unit="dagar", target=Target.parse("max 90 dagar"))
    risk = Risk(id="r", name="R", before=Score(likelihood=1, consequence=2))
    made = save_csv(plan(measures=(measure,), risks=(risk,)))
    assert made.tables == (("units.csv", "units"),)
    assert lines(made, "units.csv") == ["Id;Namn", "rlf;RLF", ""]


def test_links_with_a_share_stay_in_the_json():
    goal = Goal(id="g", name="G", parents=(Link(id="h", share=Fraction(1, 2)),))
    made = save_csv(plan(goals=(goal,)))
    assert "goals.csv" not in dict(made.files)


def test_files_open_in_excel_with_swedish_letters():
    data = dict(save_csv(plan(units=(Unit(id="rlf", name="Åre; Ön"),))).files)["units.csv"]
    assert data == b'\xef\xbb\xbfId;Namn\r\nrlf;"\xc3\x85re; \xc3\x96n"\r\n'


@pytest.mark.parametrize("text", ["=1+1", "+46", "-", "@a", "\ta", "\ra", "'=1", "''@"])
def test_text_that_excel_would_compute_has_an_apostrophe_before_it(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(texts())
def test_guarded_text_is_read_back(text):
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "'citat'", "a=1", "rlf-rf", "'"])
def test_other_text_stands_as_it_is(text):
    assert guarded(text) == unguarded(text) == text


def test_numbers_are_never_guarded():
    made = save_csv(plan(measures=MEASURES, observations=(observation(value=Decimal(-5), precision="1"),)))
    assert ";-5;" in lines(made, FIGURES)[1]


def test_equal_plans_give_equal_bytes():
    assert save_csv(plan(measures=MEASURES)) == save_csv(plan(measures=MEASURES))
