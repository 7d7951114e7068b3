"""Baselines: every one of two real scorecards, what is never guessed, and one canonical text each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from styrmodell.model.baseline import Baseline, BaselineDoubt, BaselineKind, BaselineValue
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.kind import Kind
from styrmodell.model.number_text import read_number
from styrmodell.model.period import Period
from styrmodell.testing.strategies import dates, periods

GOLDEN = Path(__file__).parents[1] / "golden"
YEAR = Period.year(2016)


def value_of(text: str) -> BaselineValue:
    baseline = Baseline.parse(text)
    assert baseline.kind is BaselineKind.VALUE
    return baseline.values[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "precision", "period"),
    [
        ("2016: 199 dagar", "199", "dagar", "1", YEAR),
        ("0 st", "0", "st", "1", None),
        ("9% (201709)", "0.09", "%", "0.01", Period.parse("2017-09")),
        ("40% (201709)", "0.40", "%", "0.01", Period.parse("2017-09")),
        ("2016: 61 ärenden", "61", "ärenden", "1", YEAR),
        ("2016 86%", "0.86", "%", "0.01", YEAR),
        ("2017: 75%", "0.75", "%", "0.01", Period.year(2017)),
        ("50,68 minut (2016)", "50.68", "minut", "0.01", YEAR),
        ("2016: 28 %", "0.28", "%", "0.01", YEAR),
        ("2016 5 %", "0.05", "%", "0.01", YEAR),
        ("2016: 2,04 dagar", "2.04", "dagar", "0.01", YEAR),
        ("2016: 8,5 %", "0.085", "%", "0.001", YEAR),
        ("2016: 48 %", "0.48", "%", "0.01", YEAR),
        ("2016: 0,70", "0.70", "", "0.01", YEAR),
        ("2016: 64 %", "0.64", "%", "0.01", YEAR),
        ("2018: 81", "81", "", "1", Period.year(2018)),
        ("2018: 84 %", "0.84", "%", "0.01", Period.year(2018)),
        ("2018: 5,6", "5.6", "", "0.1", Period.year(2018)),
        ("70", "70", "", "1", None),
        ("−2,5 mnkr", "-2500000", "mnkr", "100000", None),
        ("2017–2019: 12 st", "12", "st", "1", Period.parse("2017-01..2019-12")),
    ],
)
def test_a_value_is_read_with_its_unit_precision_and_period(text, value, unit, precision, period):
    found = value_of(text)
    assert (found.value, found.unit, found.precision) == (Decimal(value), unit, Decimal(precision))
    assert found.period == period == Baseline.parse(text).period


def test_a_day_is_kept_beside_its_month():
    found = value_of("20171003: 1482 st")
    assert (found.value, found.as_of, found.period) == (1482, date(2017, 10, 3), Period.parse("2017-10"))


def test_a_fraction_keeps_both_its_numbers_and_what_it_was_said_to_be():
    found = value_of("2016: 4664/4616 (100%)")
    assert (found.numerator, found.denominator, found.printed) == (4664, 4616, 1)
    assert (found.value, found.printed_unit, found.period) == (None, "%", YEAR)


def test_a_fraction_keeps_the_units_of_both_its_numbers():
    found = value_of("2016: 257 st/ 485 medarb =0,53")
    assert (found.numerator, found.unit, found.denominator, found.per) == (257, "st", 485, "medarb")
    assert (found.printed, found.precision) == (Decimal("0.53"), Decimal("0.01"))


@pytest.mark.parametrize("text", ["2016 TDL 67 % THG 59%", "2016: TDL 67% THG 59 %"])
def test_values_by_profession_keep_their_labels(text):
    baseline = Baseline.parse(text)
    assert baseline.kind is BaselineKind.VALUES
    assert [(value.labels, value.value) for value in baseline.values] == [
        (("TDL",), Decimal("0.67")),
        (("THG",), Decimal("0.59")),
    ]
    assert baseline.period == YEAR


def test_values_by_age_and_sex_keep_both_labels():
    text = (
        "2016: 3år F:95,7 P:94,7 Tot:95,2 6 år F: 77,0 P: 76,6 Tot: 76,8 "
        "12 år F: 66,8 P: 70,1 Tot: 68,5 19 år F: 37,5 P: 38,1 Tot: 37,8"
    )
    values = Baseline.parse(text).values
    assert [value.labels for value in values] == [
        (f"{age} år", sex) for age in (3, 6, 12, 19) for sex in ("F", "P", "Tot")
    ]
    printed = "95.7 94.7 95.2 77.0 76.6 76.8 66.8 70.1 68.5 37.5 38.1 37.8"
    assert [str(value.value) for value in values] == printed.split()


def test_two_answers_of_the_same_year_are_two_values():
    baseline = Baseline.parse("2019 6/6 2019 Ja")
    first, second = baseline.values
    assert (first.numerator, first.denominator, second.value, second.unit) == (6, 6, 1, TRUTH)
    assert baseline.period == Period.year(2019)


@pytest.mark.parametrize(
    ("text", "kind", "reference", "period"),
    [
        ("Utfall 2019", BaselineKind.REFERENCE, Kind.OUTCOME, Period.year(2019)),
        ("Utfall 2017-2019", BaselineKind.REFERENCE, Kind.OUTCOME, Period.parse("2017-01..2019-12")),
        ("Budget 2020", BaselineKind.REFERENCE, Kind.BUDGET, Period.year(2020)),
        ("Ny aktivitet", BaselineKind.NEW, None, None),
        ("Nytt mått", BaselineKind.NEW, None, None),
        ("Inget ingångsvärde finns", BaselineKind.NONE, None, None),
        ("Saknar ingångsvärde", BaselineKind.NONE, None, None),
    ],
)
def test_a_baseline_without_a_figure_of_its_own_says_why(text, kind, reference, period):
    baseline = Baseline.parse(text)
    assert (baseline.kind, baseline.reference, baseline.period) == (kind, reference, period)
    assert (baseline.values, baseline.doubts) == ((), ())


def test_a_baseline_at_the_target_keeps_the_value_that_is_said():
    baseline = Baseline.parse("Enligt målvärde 0 st")
    assert baseline.kind is BaselineKind.AT_TARGET
    assert (baseline.values[0].value, baseline.values[0].unit) == (0, "st")


@pytest.mark.parametrize(
    "text",
    [
        "Ej i harmoni med modell",
        "RLF",
        "",
        "2019",
        "201709",
        "20171003",
        "2.5 dagar",
        "ISO 14001",
        "201713: 5",
        "6/6 5/5",
    ],
)
def test_what_is_no_baseline_is_kept_as_words_and_never_guessed(text):
    baseline = Baseline.parse(text)
    assert (baseline.kind, baseline.text, baseline.doubts) == (BaselineKind.TEXT, text, (BaselineDoubt.UNREAD,))


def test_in_the_real_scorecards_only_what_is_words_is_left_as_words():
    dental = yaml.safe_load((GOLDEN / "dalarna_styrkort_tandvard_2018.yaml").read_text(encoding="utf-8"))
    card = yaml.safe_load((GOLDEN / "vn_bsk2020.yaml").read_text(encoding="utf-8"))
    rows = [row for group in dental["groups"] for row in group["matt"]]
    rows += dental["other_scorecard_in_same_document"]["measures"]
    texts = [row["ingangsvarde"] for row in rows if row["ingangsvarde"]]
    texts += [row["jamforelsetal"] for group in card["perspektiv"] for row in group["matt"]]
    assert [text for text in texts if Baseline.parse(text).doubts] == ["Ej i harmoni med modell", "RLF"]
    assert len(texts) == 45
    assert all(Baseline.parse(str(Baseline.parse(text))) == Baseline.parse(text) for text in texts)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, "one of them"),
        ({"value": 1, "numerator": 1, "denominator": 2}, "one of them"),
        ({"numerator": 1}, "numerator and a denominator"),
        ({"value": 1, "printed": 1}, "said to be"),
        ({"value": 2, "unit": TRUTH}, "yes is 1"),
        ({"value": 2, "unit": "(st)"}, "not a unit"),
        ({"value": 2, "labels": ("a: b",)}, "label"),
        ({"value": 2, "as_of": date(2020, 1, 1)}, "outside"),
    ],
)
def test_a_value_that_contradicts_itself_cannot_be_made(fields, fault):
    with pytest.raises(ValueError, match=fault):
        BaselineValue(**fields)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": BaselineKind.VALUE}, "0 values"),
        ({"kind": BaselineKind.VALUES, "values": (BaselineValue(value=1),)}, "1 values"),
        ({"kind": BaselineKind.NEW, "values": (BaselineValue(value=1),)}, "1 values"),
        ({"kind": BaselineKind.REFERENCE}, "sort of figures"),
        ({"kind": BaselineKind.NEW, "text": "ny"}, "in words"),
        (
            {"kind": BaselineKind.VALUES, "values": (BaselineValue(value=1), BaselineValue(value=1, period=YEAR))},
            "time",
        ),
    ],
)
def test_a_baseline_that_contradicts_itself_cannot_be_made(fields, fault):
    with pytest.raises(ValueError, match=fault):
        Baseline(**fields)


@st.composite
def written_numbers(draw: DrawFn, percent: bool = False) -> dict[str, Decimal]:
    """A number and the step of its last digit, as they are read from a text."""
    digits = draw(st.integers(-(10**9), 10**9))
    decimals = draw(st.integers(0, 4))
    text = f"{digits}" + (f",{draw(st.integers(0, 10**decimals - 1)):0{decimals}d}" if decimals else "")
    found = read_number(text + (" %" if percent else ""))
    assert found is not None
    return {"value": found.value, "precision": found.precision}


@st.composite
def baseline_values(draw: DrawFn, moment: dict[str, object]) -> BaselineValue:
    """Values, fractions and answers, with labels or without."""
    labels = tuple(draw(st.lists(st.sampled_from(("3 år", "F", "P", "Tot", "TDL")), max_size=2)))
    common = {"labels": labels, **moment}
    shape = draw(st.sampled_from(("value", "fraction", "truth")))
    if shape == "truth":
        return BaselineValue(value=draw(st.integers(0, 1)), unit=TRUTH, **common)
    unit = draw(st.sampled_from(("", "%", "st", "dagar")))
    if shape == "value":
        return BaselineValue(unit=unit, **draw(written_numbers(percent=unit == "%")), **common)
    parts = {"numerator": draw(st.integers(0, 10**6)), "denominator": draw(st.integers(0, 10**6))}
    if draw(st.booleans()):
        return BaselineValue(unit=draw(st.sampled_from(("", "st"))), per="medarb", **parts, **common)
    sign = draw(st.sampled_from(("", "%")))
    printed = draw(written_numbers(percent=sign == "%"))
    said = {"printed": printed["value"], "precision": printed["precision"], "printed_unit": sign}
    return BaselineValue(**parts, **said, **common)


@st.composite
def moments(draw: DrawFn) -> dict[str, object]:
    """A period, or a day with its month."""
    day = draw(dates())
    month = day.year * 12 + day.month - 1
    return draw(
        st.sampled_from(({"period": Period(first=month, last=month), "as_of": day}, {"period": draw(periods())}))
    )


@st.composite
def valued_baselines(draw: DrawFn) -> Baseline:
    """Baselines with values, each with a time of its own or none with one."""
    timed = draw(st.booleans())
    values = tuple(draw(baseline_values(draw(moments()) if timed else {})) for _ in range(draw(st.integers(1, 3))))
    shared = {value.period for value in values}
    kind = BaselineKind.VALUE if len(values) == 1 else BaselineKind.VALUES
    return Baseline(kind=kind, values=values, period=shared.pop() if len(shared) == 1 else None)


def baselines() -> SearchStrategy[Baseline]:
    """Baselines of every kind but words."""
    references = st.builds(
        Baseline, kind=st.just(BaselineKind.REFERENCE), reference=st.sampled_from(Kind), period=st.none() | periods()
    )
    plain = st.sampled_from((BaselineKind.NEW, BaselineKind.NONE, BaselineKind.AT_TARGET))
    return valued_baselines() | references | plain.map(lambda kind: Baseline(kind=kind))


@given(baselines())
def test_every_baseline_is_read_back_from_its_text(baseline):
    again = Baseline.parse(str(baseline))
    assert again == baseline
    assert str(again) == str(baseline)


@given(st.text() | st.text("0123456789 %=,.-–/()månFPårTotst:;utfall", max_size=40))
def test_any_text_is_read_or_kept_as_words(text):
    baseline = Baseline.parse(text)
    assert baseline.words == text
    assert Baseline.parse(str(baseline)) == baseline


@pytest.mark.parametrize("text", ["−2,5 mnkr", "2019: 12 tkr", "2019: 1 250,50 kr", "2018: 3 mnkr"])
def test_a_baseline_in_money_is_printed_as_it_was_written(text):
    read = Baseline.parse(text)
    assert str(read).replace("\xa0", " ") == text
    assert Baseline.parse(str(read)) == read
