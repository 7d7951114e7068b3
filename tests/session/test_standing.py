"""How a plan stands, asked by a script: one thing, or all of it."""

import pytest
from attrs import evolve
from tests.aggregation.status.small_plan import goal, judged, level, measure, obs, said

from styrmodell.aggregation.status.cards import CardJudgement
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.errors import TextError, UnknownNameError
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Status
from styrmodell.session.standing import StatusInquiry, check_standing

MET, MISSED = Status.MET, Status.MISSED


def asked(*args, **more) -> StatusInquiry:
    made = judged(*args, **more)
    return StatusInquiry(plan=made.judge.plan, judge=made.judge)


def names(standing) -> list[str]:
    found = []
    for node in standing.nodes:
        if isinstance(node, CardJudgement):
            found.append(node.card.id)
        else:
            found.append(node.measure.id if isinstance(node, Judgement) else node.goal.id)
    return found


def card(name: str = "k", measures: str = "m", goals: str = "") -> Scorecard:
    rows = [ScorecardLine(perspective_id="p", measure_id=one, goals=tuple(goals.split())) for one in measures.split()]
    perspectives = (Perspective(id="p", name="P"),)
    year = Period.year(2020)
    return Scorecard(id=name, name=name.upper(), unit_id="r", period=year, perspectives=perspectives, lines=tuple(rows))


def test_a_measure_a_goal_and_a_card_are_found_by_their_ids():
    plan = asked([measure("m", "minst 5", goals="g")], [obs("6")], goals=[goal()], scorecards=[card()])
    assert [plan.status(name).status for name in ("m", "g", "k")] == [MET, MET, MET]


def test_an_unknown_id_suggests_what_looks_alike():
    with pytest.raises(UnknownNameError) as caught:
        asked([measure("sjukfranvaro")]).status("sjukfrånvaro")
    assert caught.value.suggestions == ("sjukfranvaro",)


def test_an_unknown_unit_and_what_is_no_period_are_refused():
    plan = asked([measure()])
    with pytest.raises(UnknownNameError):
        plan.status("m", unit="x")
    with pytest.raises(TextError):
        plan.status("m", period="i år")


def test_a_measure_is_judged_at_the_plans_unit_and_year_or_where_it_is_asked_for():
    figures = [obs("6", unit="r"), obs("1", unit="a", period="2020-T1")]
    plan = asked([measure("m", "minst 5")], figures)
    assert plan.status("m").status is MET
    assert plan.status("m", unit="a", period="2020-t1").status is MISSED


def test_a_measure_with_target_levels_of_other_units_is_judged_there():
    levels = [level("minst 5", unit="a"), level("minst 5", unit="b")]
    plan = asked([measure()], [obs("6", unit="a"), obs("4", unit="b")], targets=levels)
    found = plan.status("m")
    assert [(node.place.unit, node.status) for node in found.nodes] == [("a", MET), ("b", MISSED)]
    assert found.status is MISSED
    assert plan.status("m", unit="a").status is MET


def test_a_measure_that_does_not_fold_is_judged_where_it_has_figures():
    plan = asked([measure("m", "minst 5", rule="own")], [obs("6", unit="a"), obs("4", unit="b")])
    for found in (plan.status("m"), plan.status()):
        assert [(node.place.unit, node.status) for node in found.nodes] == [("a", MET), ("b", MISSED)]


@pytest.mark.parametrize(
    ("rule", "figures"),
    [("own", [obs("6"), obs("4", unit="a")]), ("own", [obs("4", unit="a", period="2019")]), ("mean", [])],
)
def test_a_measure_with_a_figure_or_without_any_below_is_judged_where_it_is_asked(rule, figures):
    (found,) = asked([measure("m", "minst 5", rule=rule)], figures).status("m").nodes
    assert found.place.unit == "r"


def test_a_settled_status_stands_also_where_a_measure_does_not_fold():
    told = [said("m", status=MET)]
    (found,) = asked([measure("m", "minst 5", rule="own")], [obs("4", unit="a")], assessments=told).status("m").nodes
    assert (found.place.unit, found.status) == ("r", MET)


def test_a_measure_without_any_target_says_so():
    found = asked([measure()], [obs("6")]).status("m")
    assert (found.status, found.computed) == (None, None)
    assert "inget mål är satt" in found.text()


def test_a_forecast_is_judged_when_it_is_asked_for():
    plan = asked([measure("m", "minst 5")], [obs("6"), obs("4", kind=Kind.FORECAST)])
    assert plan.status("m", kind=Kind.FORECAST).status is MISSED


def test_all_of_a_plan_is_its_cards_then_goals_on_none_then_measures_under_none():
    known = [measure(name, "minst 5", goals=goals) for name, goals in (("m", ""), ("n", "g"), ("o", ""), ("p", "h"))]
    goals = [goal("h", "g"), goal()]
    plan = asked([*known, measure("utan")], goals=goals, scorecards=[card()])
    assert names(plan.status()) == ["k", "g", "o"]


def test_goals_in_a_circle_are_not_lost():
    plan = asked([], goals=[goal("c", "d"), goal("d", "c")])
    assert names(plan.status()) == ["c", "d"]


def test_without_cards_and_goals_all_is_every_measure_with_a_target():
    levels = [level("minst 5", "n", "a")]
    plan = asked([measure("m", "minst 5"), measure("n"), measure("o")], targets=levels)
    assert names(plan.status()) == ["m", "n"]


def test_a_plan_without_targets_has_nothing_to_tell():
    found = asked([measure()]).status()
    assert (found.nodes, found.status, found.text(), found.data()) == ((), None, "", [])


def test_what_is_settled_is_the_status_and_what_is_computed_is_kept():
    found = asked([measure("m", "minst 5")], [obs("1")], assessments=[said("m", status=MET)]).status("m")
    assert (found.status, found.computed) == (MET, MISSED)


def test_everything_in_it_is_judged_once_and_rechecks():
    known = [measure("m", "minst 5", goals="c d"), measure("n", "varje enhet: minst 5", goals="g", rule="mean")]
    goals = [goal(), goal("c", "g"), goal("d", "g")]
    found = asked(known, [obs("6", "m"), obs("4", "n", "a")], goals=goals, scorecards=[card("k", "m", "c")]).status()
    assert len(list(found.judged())) == 5
    assert found.recheck() == ()


def test_a_judgement_that_does_not_recheck_is_told():
    found = asked([measure("m", "minst 5")], [obs("1")]).status("m")
    wrong = evolve(found, nodes=(evolve(found.nodes[0], computed=MET),))
    assert [finding.code.code for finding in wrong.recheck()] == ["SM332"]


def test_findings_are_those_of_all_below():
    plan = asked([measure("m", "ska öka", goals="g")], goals=[goal()], scorecards=[card()])
    assert [finding.code.code for finding in plan.status().findings] == ["SM330"]


@pytest.mark.parametrize(
    ("figures", "target", "codes"),
    [
        ([obs("5")], "ska öka", ["SM330"]),
        ([obs("5", unit="a")], "varje enhet: ska öka", ["SM330"]),
        ([], "ska öka", []),
        ([obs("5")], "minst 5", []),
    ],
)
def test_a_target_that_cannot_be_judged_is_told_where_there_is_something_to_judge(figures, target, codes):
    plan = asked([measure("m", target, goals="g", rule="mean")], figures, goals=[goal()], scorecards=[card()])
    assert [finding.code.code for finding in check_standing(plan)] == codes


def test_a_notebook_shows_the_text():
    shown = asked([measure("m", "högst 5", unit="%")]).status("m")._repr_html_()
    assert shown.startswith("<pre>Mått m, M (R, 2020)")
