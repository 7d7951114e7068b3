"""Judgements in words and as data: what a reader needs to see, in both languages, and nothing rounded away."""

import json
from datetime import date
from fractions import Fraction

import pytest
from tests.aggregation.status.small_plan import Judged, goal, judged, level, measure, obs, said

from styrmodell.aggregation.status.why import GoalWhy, Why
from styrmodell.model.direction import Direction
from styrmodell.model.frequency import Reporting
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MissingPolicy, OverTime
from styrmodell.model.status import Outlook, Status, outlook_word, status_word
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.report.status_data import StatusData
from styrmodell.report.status_text import StatusPrinter
from styrmodell.report.status_words import outlook_text, status_text, why_text

NAMES = {"r": "Regionen", "a": "Norr", "b": "Söder"}
NBSP = "\u00a0"


def lines(node, lang: str = "sv") -> list[str]:
    found = StatusPrinter(names=NAMES, lang=lang).lines([node])
    return [line.strip().replace(NBSP, " ") for line in found]


def data(node) -> dict:
    found = StatusData().all([node])
    json.dumps(found)
    return found[0]


def one(target: str, *figures, **more) -> Judged:
    return judged([measure(target=target, **more)], figures)


def test_a_measure_has_a_line_of_its_status_and_one_of_what_it_rests_on():
    made = one("minst 80 %", obs("0.78"), unit="%", tolerance="0.01").measure()
    assert lines(made) == [
        "Mått m, M (Regionen, 2020): Ej uppnått",
        "mål minst 80 %; utfall 78,0 %; 2 procentenheter från målet; tolerans 1 procentenhet",
    ]


def test_the_same_in_english():
    made = one("minst 80 %", obs("0.78"), unit="%").measure()
    assert lines(made, "en") == [
        "Measure m, M (Regionen, 2020): Not reached",
        "target minst 80 %; outcome 78,0 %; 2 percentage points from the target",
    ]


@pytest.mark.parametrize(
    ("unit", "target", "value", "expected"),
    [
        ("%", "minst 80 %", "0.79996", "80,00 %; 0,004 procentenheter"),
        ("%", "minst 80 %", "0.7812345", "78,12 %; 1,88 procentenheter"),
        ("kr", "minst 2 tkr", "1999", "2,00 tkr; 0,001 tkr"),
        ("kr", "minst 100 mnkr", "98500000", "98 500 tkr; 1 500 tkr"),
        ("dagar", "minst 2,5 dagar", "2.04", "2,04 dagar; 0,46 dagar"),
        ("antal", "minst 81", "79", "79; 2"),
    ],
)
def test_a_gap_is_never_rounded_to_nothing(unit, target, value, expected):
    assert f"utfall {expected} från målet" in lines(one(target, obs(value), unit=unit).measure())[1]


def test_at_the_limit_itself_it_is_said_that_it_must_be_passed():
    assert "precis på gränsen" in lines(one("över 80 %", obs("0.8"), unit="%").measure())[1]


def test_a_gap_of_n_of_m_is_in_shares_whatever_the_unit():
    made = one("25 av 25", obs("24"), unit="antal").measure()
    assert "4 procentenheter från målet" in lines(made)[1]


def test_what_it_is_compared_with_is_told():
    figures = one("ska minska jämfört med 2019", obs("9"), obs("10", period="2019")).measure()
    written = one("ska minska", baseline="2016: 61 ärenden").measure()
    assert "utfall 9; jämfört med utfall 2019: 10" in lines(figures)[1]
    assert "jämfört med ingångsvärde 2016: 61 ärenden" in lines(written)[1]


def test_what_is_lacking_to_compare_with_is_told_by_name():
    assert lines(one("ska öka jämfört med 2019").measure())[-1] == "skäl: utfall 2019 att jämföra med saknas"
    english = lines(one("ska öka jämfört med 2019").measure(), "en")
    assert english[-1] == "reason: outcome 2019 to compare with is missing"


def test_a_level_of_another_period_or_version_is_named():
    revised = judged([measure()], [obs("9")], targets=[level("minst 5", version="reviderad")])
    plain = judged([measure()], targets=[level("minst 5")])
    assert "mål minst 5 (målnivå reviderad 2020)" in lines(revised.measure())[1]
    assert "mål minst 5 (målnivå 2020)" in lines(plain.measure(period="2020-08"))[1]
    assert lines(plain.measure())[1].startswith("mål minst 5; ")


def test_who_is_missing_is_named():
    made = one("minst 5", obs("9", unit="a"), expected=("a", "b"))
    assert "utfall 9; 1 av 2 har rapporterat, saknas: Söder" in lines(made.measure())[1]


def test_how_old_the_figures_are_is_told():
    made = one("minst 5", obs("9", unit="a", as_of=date(2020, 3, 31)), obs("9", unit="b", as_of=date(2020, 9, 30)))
    assert "äldsta uppgiften från 2020-03-31" in lines(made.measure())[1]
    assert "avser 2020-03-31" in lines(made.measure(unit="a"))[1]


def test_how_many_are_carried_forward_or_estimated_is_told():
    known = measure(target="minst 5", missing=MissingPolicy.CARRY_FORWARD, max_age_months=3, over_time=OverTime.LAST)
    figures = [obs("9", unit="a", period="2020-02", state=State.ESTIMATED), obs("9", unit="b", period="2020-01")]
    made = judged([known], figures).measure(period="2020-02")
    assert "1 av 2 framförd; 1 av 2 uppskattad" in lines(made)[1]
    assert (data(made)["carried"], data(made)["estimates"]) == (1, 1)


def test_a_measure_whose_value_is_a_status_has_no_line_of_facts_where_there_are_none():
    known = measure(rule="worst_status")
    made = judged([known], [obs("6", unit="a")], targets=[level("minst 5", unit="a")]).measure()
    assert "" not in lines(made)


def test_a_stale_figure_says_what_it_was():
    known = measure(target="minst 5", reporting=Reporting.parse("månadsvis"))
    made = judged([known], [obs("9", as_of=date(2020, 3, 31))], today=date(2020, 10, 1)).measure()
    assert lines(made)[0].endswith(": Inaktuell uppgift")
    assert lines(made)[-1] == "skäl: uppgiften är för gammal; den når målet"


def test_of_every_unit_those_that_do_not_reach_it_are_listed():
    made = one("varje enhet: minst 5", obs("4", unit="a"), obs("6", unit="b"), rule="mean").measure()
    assert lines(made)[2:] == ["1 av 2 når målet", "Norr: Ej uppnått", "mål minst 5; utfall 4; 1 från målet"]


def test_of_several_demands_each_is_listed():
    made = one("minst 5; Certifikat erhålls", obs("6")).measure()
    assert [line for line in lines(made) if ": " in line and not line.startswith(("mål", "skäl"))][1:] == [
        "minst 5: Uppnått",
        "Certifikat erhålls: Ej mätt",
    ]


def test_a_settled_status_stands_in_parentheses_with_who_when_why_and_grounds():
    told = said("m", status=Status.CLOSE, dated=date(2020, 9, 1), grounds="protokoll § 12")
    made = judged([measure(target="minst 5")], [obs("1")], assessments=[told]).measure()
    assert lines(made)[0] == (
        "Mått m, M (Regionen, 2020): Ej uppnått "
        "(fastställt Delvis uppnått av regionstyrelsen den 2020-09-01: engångspost; protokoll § 12)"
    )


def test_a_settled_status_that_nobody_has_signed_says_so():
    told = said("m", status=Status.MET, by="", why="")
    made = judged([measure(target="minst 5")], [obs("1")], assessments=[told]).measure()
    assert lines(made)[0].endswith("Ej uppnått (fastställt Uppnått; saknas: vem, skäl)")


def test_how_the_year_will_end_stands_beside():
    told = said("m", outlook=Outlook.PARTLY)
    made = judged([measure(target="minst 5")], [obs("1")], assessments=[told]).measure()
    assert lines(made)[0].endswith("Ej uppnått; bedöms uppnås delvis (av regionstyrelsen: engångspost)")


def test_one_assessment_of_both_is_signed_once():
    told = said("m", status=Status.MET, outlook=Outlook.MET)
    made = judged([measure(target="minst 5")], [obs("1")], assessments=[told]).measure()
    assert lines(made)[0].count("regionstyrelsen") == 1


def test_a_goal_says_its_rule_and_how_many_could_be_judged():
    known = [measure("m", "minst 5", goals="g"), measure("n", "minst 5", goals="g")]
    made = judged(known, [obs("6", "m")], goals=[goal()]).goal()
    assert lines(made)[:2] == ["Mål g, G (Regionen, 2020): Ej mätt", "sämst av 2; 1 av 2 bedömda"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (StatusChoice.SHARE, "andel uppnådda 50 %; uppnått från 75 %, delvis från 50 %; 2 av 2 bedömda"),
        (
            StatusChoice.WEIGHTED,
            "viktad andel 50 %; uppnått från 75 %, delvis från 50 %; m × 1, n × 1; 2 av 2 bedömda",
        ),
    ],
)
def test_a_share_is_told_with_its_limits_and_weights(choice, expected):
    rule = StatusRule(by=choice, met=Fraction(3, 4), close=Fraction(1, 2))
    known = [measure("m", "minst 5", goals="g"), measure("n", "minst 5", goals="g")]
    made = judged(known, [obs("6", "m"), obs("4", "n")], goals=[goal(status_rule=rule)]).goal()
    assert lines(made)[1] == expected


def test_a_unit_and_period_is_named_where_it_is_another_than_above():
    made = judged([measure("m", "minst 5", goals="c")], goals=[goal(), goal("c", "g", unit_id="a")]).goal()
    assert [line.partition(":")[0] for line in lines(made) if line.startswith(("Mål", "Mått"))] == [
        "Mål g, G (Regionen, 2020)",
        "Mål c, C (Norr, 2020)",
        "Mått m, M",
    ]


def test_what_stands_in_two_places_is_told_in_full_in_the_first():
    goals = [goal(), goal("c", "g"), goal("d", "g")]
    made = judged([measure("m", "minst 5", goals="c d")], [obs("6")], goals=goals).goal()
    assert lines(made)[-1] == "Mått m, M: Uppnått (se ovan)"
    assert data(made)["children"][1]["children"][0]["see_above"] is True


def test_many_ways_and_long_chains_make_no_endless_text():
    wide = [goal(f"g{row}{side}", f"g{row - 1}a g{row - 1}b" if row else "") for row in range(20) for side in "ab"]
    deep = [goal(f"g{place}", f"g{place - 1}" if place else "") for place in range(500)]
    assert len(lines(judged([], goals=wide).goal("g0a"))) < 150
    made = judged([], goals=deep).goal("g0")
    assert "mer finns under" in lines(made)[-1]
    assert data(made)["children"][0]["id"] == "g1"


def test_a_judgement_writes_itself_without_what_is_below():
    wide = [goal(f"g{row}{side}", f"g{row - 1}a g{row - 1}b" if row else "") for row in range(20) for side in "ab"]
    assert len(repr(judged([], goals=wide).goal("g0a"))) < 5000


def test_a_long_target_is_cut():
    made = one(f"minst 5 ({'ord ' * 60}ord)", obs("6")).measure()
    assert lines(made)[1].split("; ")[0].endswith("…")


def test_statuses_of_a_rule_are_counted_in_words():
    known = measure(target="minst 5", rule="status_counts")
    made = judged([known], [obs("6", unit="a"), obs("4", unit="b")]).measure()
    assert lines(made)[1] == "mål minst 5; 1 Uppnått, 1 Ej uppnått"


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_status_outlook_and_reason_has_words(lang):
    assert len({status_text(status, lang) for status in (*Status, None)}) == 6
    assert len({outlook_text(outlook, lang) for outlook in Outlook}) == 3
    silent = {Why.COMPARED, Why.TOLERANCE, Why.PARTS, Why.NO_REFERENCE, GoalWhy.BELOW}
    assert {why for why in (*Why, *GoalWhy) if not why_text(why, lang)} == silent


def test_the_swedish_words_are_the_models():
    assert [status_text(status, "sv") for status in Status] == [status_word(status) for status in Status]
    assert [outlook_text(outlook, "sv") for outlook in Outlook] == [outlook_word(outlook) for outlook in Outlook]


def test_data_has_all_digits_and_every_key_whatever_is_missing():
    made = judged([measure(target="minst 80 %", unit="%", rule="ratio_of_sums"), measure("n")], [obs("2/3")])
    found = data(made.measure())
    assert found["value"] == "0.6666666666666666666666666667"
    assert (found["gap"], found["status"], found["why"]) == ("0.1333333333333333333333333333", "missed", "compared")
    assert found["target"]["text"] == "minst 80 %"
    blank = data(made.measure("n"))
    assert set(blank) == set(found)
    assert (blank["status"], blank["target"], blank["value"]) == (None, None, None)


def test_data_tells_reference_level_assessments_and_parts():
    told = [said("m", status=Status.MET, outlook=Outlook.NOT)]
    levels = [level("varje enhet: ska öka jämfört med 2019", version="reviderad")]
    figures = [obs("6", unit="a"), obs("5", unit="a", period="2019")]
    found = data(judged([measure(rule="mean")], figures, targets=levels, assessments=told).measure())
    assert found["target"]["level"] == {"period": "2020", "version": "reviderad"}
    assert (found["settled"]["status"], found["outlook"]["outlook"]) == ("met", "not")
    part = found["parts"][0]
    assert (part["unit"], part["reference"]["value"], part["reference"]["period"]) == ("a", "5", "2019")


def test_a_forecast_is_called_so():
    made = one("80", obs("82", kind=Kind.FORECAST), direction=Direction.HIGHER)
    assert lines(made.measure(kind=Kind.FORECAST))[1] == "mål 80; prognos 82"
