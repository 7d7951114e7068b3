"""What a relative target is compared with: a named period, the budget, the baseline; else it stays unresolved."""

from fractions import Fraction

import pytest
from tests.aggregation.status.small_plan import ages, goal, judged, level, measure, obs

from styrmodell.aggregation.status.reference import Basis
from styrmodell.aggregation.status.why import Why
from styrmodell.model.direction import Direction
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import Kind
from styrmodell.model.measure import OverTime
from styrmodell.model.period import Period
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Status


def compared(made) -> Fraction | None:
    return made.reference.value if made.reference is not None else None


def lack(made) -> str | None:
    held = made.comparison
    return held.lack.sv if held is not None and held.lack is not None else None


def test_a_named_year_is_its_outcome():
    known = measure(target="ska öka jämfört med 2019")
    made = judged([known], [obs("11"), obs("10", period="2019")]).measure()
    assert (made.status, compared(made)) == (Status.MET, 10)
    assert (made.reference.kind, made.reference.period) == (Kind.OUTCOME, Period.year(2019))


def test_an_outcome_of_the_named_year_is_folded_from_the_units_below():
    known = measure(target="ska öka jämfört med 2019")
    made = judged([known], [obs("11"), obs("4", unit="a", period="2019"), obs("5", unit="b", period="2019")]).measure()
    assert compared(made) == 9
    assert len(made.reference.explanation.sources) >= 1


def test_last_year_is_the_same_months_of_the_year_before():
    known = measure(target="ska minska jämfört med föregående år")
    figures = [obs("3", period="2020-T1"), obs("4", period="2019-T1"), obs("1", period="2019")]
    made = judged([known], figures).measure(period="2020-T1")
    assert (compared(made), made.status) == (4, Status.MET)


def test_a_forecast_is_compared_with_the_outcome_of_the_named_year():
    known = measure(target="ska öka jämfört med 2019")
    made = judged([known], [obs("11", kind=Kind.FORECAST, version="P08"), obs("10", period="2019")])
    assert made.measure(kind=Kind.FORECAST).status is Status.MET


def test_a_baseline_of_the_named_year_stands_in_for_its_outcome():
    known = measure(target="ska öka jämfört med 2019", baseline="2019: 10")
    assert compared(judged([known], [obs("11")]).measure()) == 10


def test_a_baseline_of_another_year_does_not():
    known = measure(target="ska öka jämfört med 2019", baseline="2018: 10")
    made = judged([known], [obs("11")]).measure()
    assert (made.status, made.why, lack(made)) == (Status.NOT_MEASURED, Why.NO_REFERENCE, "utfall 2019")


def test_a_missing_reference_is_told_with_measure_unit_and_what_is_lacking():
    made = judged([measure(target="ska öka jämfört med 2019")], [obs("11")])
    told = made.measure().findings[0]
    assert told.code.code == "SM330"
    assert "m, r 2020, är ska öka jämfört med 2019, men utfall 2019 saknas" in told.found()
    assert "outcome 2019 is missing" in told.found("en")


def test_the_levels_baseline_goes_before_the_measures():
    known = measure(baseline="2016: 61")
    made = judged([known], [obs("50")], targets=[level("ska minska", baseline="2019: 55")])
    assert compared(made.measure()) == 55


def test_the_measures_baseline_is_that_of_the_plans_unit_and_of_no_other():
    known = measure(target="ska minska", baseline="2016: 61")
    made = judged([known], [obs("5", unit="a"), obs("6", unit="b")])
    assert compared(made.measure()) == 61
    assert lack(made.measure(unit="a")) == "ingångsvärde"


def test_the_measures_baseline_is_that_of_the_unit_whose_goal_or_card_it_stands_on():
    lines = (ScorecardLine(perspective_id="p", measure_id="n"),)
    perspectives = (Perspective(id="p", name="P"),)
    card = Scorecard(id="kort", name="K", unit_id="b", period=Period.year(2020), perspectives=perspectives, lines=lines)
    known = [measure("m", "ska minska", baseline="61", goals="g"), measure("n", "ska minska", baseline="62")]
    made = judged(known, goals=[goal("g", unit_id="a")], scorecards=[card])
    assert [compared(made.measure("m", unit)) for unit in ("r", "a")] == [None, 61]
    assert [compared(made.measure("n", unit)) for unit in ("r", "b")] == [None, 62]


def test_a_measure_of_several_units_has_no_baseline_that_is_one_of_theirs():
    known = measure(target="ska minska", baseline="61", goals="g h")
    made = judged([known], goals=[goal("g", unit_id="a"), goal("h", unit_id="b")])
    assert [compared(made.measure(unit=unit)) for unit in ("r", "a", "b")] == [None, None, None]


def test_a_reported_baseline_is_the_units_own():
    known = measure(target="ska minska", baseline="2016: 61")
    made = judged([known], [obs("5", unit="a"), obs("7", unit="a", kind=Kind.BASELINE, period="2019")])
    assert (compared(made.measure(unit="a")), made.measure(unit="a").status) == (7, Status.MET)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [(("2020", "2019"), 2020), (("2019", "2017"), 2019), (("2020-01..2021-12", "2019"), 2020), (("2021",), None)],
)
def test_of_reported_baselines_the_nearest_in_time_counts(periods, expected):
    figures = [obs(str(Period.parse(one).first_year), kind=Kind.BASELINE, period=one) for one in periods]
    made = judged([measure(target="ska minska")], [obs("5"), *figures]).measure()
    assert compared(made) == expected


def test_a_baseline_may_name_figures():
    known = measure(target="ska öka", baseline="Utfall 2019")
    made = judged([known], [obs("11"), obs("10", period="2019")]).measure()
    assert (compared(made), made.reference.basis) == (10, Basis.FIGURES)
    assert str(made.reference.baseline) == "Utfall 2019"


def test_a_baseline_that_names_figures_that_are_not_there_is_told_by_name():
    assert lack(judged([measure(target="ska öka", baseline="Utfall 2019")], [obs("11")]).measure()) == "utfall 2019"


@pytest.mark.parametrize("baseline", ["Nytt mått", "Saknar ingångsvärde", "RLF", "2016: TDL: 67 %; THG: 59 %"])
def test_a_baseline_that_is_no_figure_is_none(baseline):
    made = judged([measure(target="ska öka", unit="%", baseline=baseline)], [obs("0.5")]).measure()
    assert made.why is Why.NO_REFERENCE


@pytest.mark.parametrize(("baseline", "unit"), [("84", "%"), ("2016: 61 ärenden", "%"), ("12 %", "kr")])
def test_a_baseline_in_another_unit_is_not_compared_with(baseline, unit):
    made = judged([measure(target="ska öka", unit=unit, baseline=baseline)], [obs("0.9")]).measure()
    assert made.why is Why.NO_REFERENCE


def test_a_fraction_is_a_baseline_of_its_share():
    made = judged([measure(target="ska öka", unit="%", baseline="2016: 45/60 = 75 %")], [obs("0.76")]).measure()
    assert (compared(made), made.status) == (Fraction(3, 4), Status.MET)


def test_a_baseline_of_members_is_read_for_the_member_that_is_asked_for():
    more = {"unit": "%", "rule": "own", "dimensions": ("alder",), "direction": Direction.HIGHER}
    known = measure(target="bibehålla", baseline="2016: 3 år: 95 %; 6 år: 77 %", **more)
    figures = [obs("0.96", dims=(("alder", "3"),)), obs("0.76", dims=(("alder", "6"),))]
    made = judged([known], figures, dimensions=[ages()])
    assert [compared(made.measure(alder=age)) for age in ("3", "6")] == [Fraction(95, 100), Fraction(77, 100)]
    assert [made.measure(alder=age).status for age in ("3", "6")] == [Status.MET, Status.MISSED]
    assert compared(made.measure()) is None


def test_words_of_a_budget_are_the_budget_of_the_same_period():
    known = measure(target="Ej överstiga tilldelad budgetram", unit="kr")
    figures = [obs("90"), obs("100", kind=Kind.BUDGET, version="beslutad"), obs("80", kind=Kind.BUDGET, period="2019")]
    made = judged([known], figures, versions=("beslutad",)).measure()
    assert (compared(made), made.reference.kind, made.status) == (100, Kind.BUDGET, Status.MET)


def test_a_budget_that_is_missing_is_told_by_name():
    made = judged([measure(target="Ej överstiga tilldelad budgetram")], [obs("90")]).measure()
    assert lack(made) == "budget 2020"


def test_what_nobody_can_look_up_is_never_guessed():
    made = judged([measure(target="lägre än riket", baseline="61")], [obs("5")]).measure()
    assert (made.why, lack(made)) == (Why.NO_REFERENCE, "värde för riket")


def test_a_limit_that_names_the_baseline_is_held_against_it():
    made = judged([measure(target="ska inte öka", baseline="61")], [obs("61")]).measure()
    assert (compared(made), made.status) == (61, Status.MET)


@pytest.mark.parametrize(
    ("target", "baseline"), [("ska öka jämfört med 2019", ""), ("ska öka", "2019: 10"), ("ska öka", "10")]
)
def test_a_part_of_what_flows_is_not_compared_with_a_whole_year(target, baseline):
    known = measure(target=target, baseline=baseline, over_time=OverTime.SUM)
    figures = [obs("4", period="2020-T1"), obs("10", period="2019")]
    made = judged([known], figures).measure(period="2020-T1")
    assert (made.why, made.status) == (Why.OTHER_LENGTH, Status.NOT_MEASURED)


def test_the_reference_of_a_derived_measure_is_derived():
    ratio = measure("k", "ska öka jämfört med 2019", unit="antal", definition=parse_expression("x / y"))
    figures = [obs("6", "x"), obs("2", "y"), obs("4", "x", period="2019"), obs("2", "y", period="2019")]
    made = judged([ratio, measure("x"), measure("y")], figures).measure("k")
    assert (compared(made), made.status) == (2, Status.MET)
