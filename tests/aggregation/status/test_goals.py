"""Goals: from measures and goals below them, each where it is judged, whatever ways lead there."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from tests.aggregation.status.small_plan import ages, goal, judged, level, measure, obs

from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.status.why import GoalWhy
from styrmodell.model.link import Link
from styrmodell.model.measure import OverTime
from styrmodell.model.period import Period
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusChoice, StatusRule

MET, CLOSE, MISSED, NOT = Status.MET, Status.CLOSE, Status.MISSED, Status.NOT_MEASURED
FIVE = "minst 5"


def names(made) -> list[str]:
    nodes = [child.node for child in made.children]
    return [node.measure.id if isinstance(node, Judgement) else node.goal.id for node in nodes]


def card(*lines: tuple[str, str], unit: str = "r", direction: str | None = None) -> Scorecard:
    """A scorecard of rows ("goals", "measure")."""
    rows = [
        ScorecardLine(perspective_id="p", goals=tuple(goals.split()), measure_id=name or None) for goals, name in lines
    ]
    perspective = Perspective(id="p", name="Process", goal_id=direction)
    year = Period.year(2020)
    return Scorecard(id="k", name="K", unit_id=unit, period=year, perspectives=(perspective,), lines=tuple(rows))


def test_without_a_rule_a_goal_is_as_its_worst_measure():
    known = [measure("m", FIVE, goals="g"), measure("n", FIVE, goals="g", tolerance="1")]
    made = judged(known, [obs("6", "m"), obs("4", "n")], goals=[goal()]).goal()
    assert (made.status, made.why, names(made)) == (CLOSE, GoalWhy.BELOW, ["m", "n"])


def test_a_goal_sees_the_goals_below_it():
    known = [measure("m", FIVE, goals="below"), measure("n", FIVE, goals="g")]
    plan = judged(known, [obs("1", "m"), obs("6", "n")], goals=[goal(), goal("below", "g")])
    assert (plan.goal().status, names(plan.goal())) == (MISSED, ["n", "below"])


def test_a_rule_is_the_goals_own():
    rule = StatusRule(by=StatusChoice.SHARE, met=Fraction(1, 2), close=Fraction(1, 2))
    known = [measure("m", FIVE, goals="g"), measure("n", FIVE, goals="g"), measure("o", FIVE, goals="g")]
    made = judged(known, [obs("6", "m"), obs("4", "n")], goals=[goal(status_rule=rule)]).goal()
    assert (made.status, made.verdict.share) == (MET, Fraction(1, 2))
    assert (made.verdict.judged, made.verdict.total) == (2, 3)


def test_weights_stand_on_the_links_to_the_goal():
    rule = StatusRule(by=StatusChoice.WEIGHTED, met=Fraction(3, 4))
    known = [measure("m", FIVE), measure("n", FIVE, goals="g")]
    weighed = Link(id="g", weight=Decimal(3))
    from_card = [card(("g", "m"))]
    heavy = [known_with(known[0], weighed), known[1]]
    made = judged(heavy, [obs("6", "m"), obs("4", "n")], goals=[goal(status_rule=rule)], scorecards=from_card).goal()
    assert [child.weight for child in made.children] == [3, 1]
    assert (made.verdict.share, made.status) == (Fraction(3, 4), MET)


def test_weights_that_cannot_weigh_make_the_goal_not_measured():
    rule = StatusRule(by=StatusChoice.WEIGHTED)
    wrong = known_with(measure("m", FIVE), Link(id="g", weight=Decimal(-1)))
    made = judged([wrong], [obs("6")], goals=[goal(status_rule=rule)]).goal()
    assert (made.status, made.why) == (NOT, GoalWhy.WEIGHTS)


def test_a_measure_without_target_is_no_part_of_the_judging():
    known = [measure("m", FIVE, goals="g"), measure("n", goals="g")]
    made = judged(known, [obs("6", "m")], goals=[goal()]).goal()
    assert (made.status, made.verdict.total, names(made)) == (MET, 1, ["m", "n"])


def test_a_measure_that_cannot_have_a_figure_is_no_part_of_the_judging():
    blank = measure("n", FIVE, goals="g", dimensions=("alder",), not_applicable=((("alder", "alla"),),))
    known = [measure("m", FIVE, goals="g"), blank]
    made = judged(known, [obs("6", "m")], goals=[goal()], dimensions=[ages(whole="alla")]).goal()
    assert (made.status, made.verdict.total) == (MET, 1)


def test_a_goal_that_nothing_serves_is_not_measured():
    made = judged([], goals=[goal()]).goal()
    assert (made.status, made.why) == (NOT, GoalWhy.NOTHING_BELOW)


def test_a_measure_is_judged_at_the_goals_unit():
    known = [measure("m", FIVE, goals="g")]
    made = judged(known, [obs("6", unit="a"), obs("1", unit="b")], goals=[goal(unit_id="b")]).goal()
    assert (made.status, made.place.unit) == (MISSED, "b")


def test_a_goal_without_unit_has_that_of_the_goal_above_it_and_one_with_keeps_its_own():
    known = [measure("m", FIVE, goals="c"), measure("n", FIVE, goals="d")]
    goals = [goal(unit_id="a"), goal("c", "g"), goal("d", "g", unit_id="b")]
    made = judged(known, goals=goals).goal()
    assert [child.node.place.unit for child in made.children] == ["a", "b"]


def test_what_is_asked_for_goes_before_the_goals_own_unit_and_period():
    known = [measure("m", FIVE, goals="d")]
    goals = [goal(unit_id="a"), goal("d", "g", unit_id="b", period=Period.year(2020))]
    made = judged(known, [obs("6", unit="r", period="2020-T1")], goals=goals).goal(unit="r", period="2020-T1")
    below = made.children[0].node
    assert (below.place.unit, below.place.period.text, below.status) == ("r", "2020-T1", MET)


@pytest.mark.parametrize(
    ("own", "expected"), [("2019-01..2022-12", "2020"), ("2020-T1", "2020-T1"), ("2021", "2021"), (None, "2020")]
)
def test_a_goal_for_several_years_is_judged_for_the_plans_year_and_any_other_for_its_own(own, expected):
    period = Period.parse(own) if own is not None else None
    assert judged([], goals=[goal(period=period)]).goal().place.period.text == expected


def test_a_measure_that_serves_a_goal_in_two_ways_counts_once():
    known = [measure("m", FIVE, goals="g g"), measure("n", FIVE, goals="g")]
    made = judged(known, goals=[goal()], scorecards=[card(("g", "m"), ("g", "m"))]).goal()
    assert names(made) == ["m", "n"]


def test_a_measure_below_two_goals_of_one_goal_counts_in_each_and_not_at_the_top():
    goals = [goal(), goal("c", "g"), goal("d", "g")]
    made = judged([measure("m", FIVE, goals="c d")], [obs("6")], goals=goals).goal()
    assert (names(made), made.verdict.total) == (["c", "d"], 2)
    first, second = (child.node.children[0].node for child in made.children)
    assert first is second


def test_a_goal_reached_by_two_ways_is_one():
    goals = [goal(), goal("c", "g"), goal("d", "g"), goal("e", "c d")]
    made = judged([measure("m", FIVE, goals="e")], [obs("6")], goals=goals).goal()
    first, second = (child.node.children[0].node for child in made.children)
    assert first is second
    assert len(list(made.nodes())) == 5


def test_a_goal_in_a_circle_is_not_measured_and_ends():
    goals = [goal("top"), goal("c", "top d"), goal("d", "c")]
    plan = judged([measure("m", FIVE, goals="d")], [obs("6")], goals=goals)
    assert [(plan.goal(name).status, plan.goal(name).why) for name in ("c", "d")] == [(NOT, GoalWhy.CIRCLE)] * 2
    assert plan.goal("top").status is NOT


def test_a_goal_above_itself_is_a_circle():
    assert judged([], goals=[goal("g", "g")]).goal().why is GoalWhy.CIRCLE


def test_a_long_chain_of_goals_is_no_deep_recursion():
    goals = [goal(f"g{place}", f"g{place - 1}" if place else "") for place in range(3000)]
    made = judged([measure("m", FIVE, goals="g2999")], [obs("4")], goals=goals).goal("g0")
    assert made.status is MISSED


def test_many_ways_to_one_goal_are_walked_once():
    goals = [goal(f"g{row}{side}", f"g{row - 1}a g{row - 1}b" if row else "") for row in range(40) for side in "ab"]
    made = judged([measure("m", FIVE, goals="g39a")], [obs("6")], goals=goals).goal("g0a")
    assert len(list(made.nodes())) == 80


def test_rows_of_a_card_place_measures_under_their_goals():
    made = judged([measure("m", FIVE)], [obs("6")], goals=[goal()], scorecards=[card(("g", "m"))]).goal()
    assert names(made) == ["m"]


def test_the_goals_of_a_perspective_serve_its_direction_goal_and_so_do_measures_without_goal():
    rows = card(("c", "m"), ("", "n"), ("d", ""), direction="g")
    goals = [goal(), goal("c"), goal("d", "g")]
    made = judged([measure("m", FIVE), measure("n", FIVE)], goals=goals, scorecards=[rows]).goal()
    assert sorted(names(made)) == ["c", "d", "n"]


def test_what_a_card_names_and_the_plan_lacks_is_left_out():
    made = judged([], goals=[goal()], scorecards=[card(("g okänd", "borta"), direction="g")]).goal()
    assert names(made) == []


def test_findings_of_what_is_below_are_gathered_once():
    known = [measure("m", "ska öka", goals="c d")]
    made = judged(known, [obs("6")], goals=[goal(), goal("c", "g"), goal("d", "g")]).goal()
    assert [finding.code.code for finding in made.findings] == ["SM330"]


def test_a_part_of_a_year_is_judged_where_it_is_asked_for():
    known = [measure("m", FIVE, goals="g", over_time=OverTime.SUM)]
    made = judged(known, [obs("6", period="2020-T1")], goals=[goal()], targets=[level(FIVE, period="2020-T1")])
    assert made.goal(period="2020-T1").status is MET


def known_with(known, link: Link):
    return evolve(known, goals=(link,))
