"""Scorecards: under each perspective its goals, each once, and the measures that stand at no goal."""

from tests.aggregation.status.small_plan import goal, judged, measure, obs

from styrmodell.aggregation.status.goals import Asked
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.model.period import Period
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Status


def card(*lines: tuple[str, str, str], direction: str | None = None, unit: str = "a") -> Scorecard:
    """A scorecard of rows ("perspective", "goals", "measure")."""
    rows = [
        ScorecardLine(perspective_id=name, goals=tuple(goals.split()), measure_id=of or None)
        for name, goals, of in lines
    ]
    perspectives = (Perspective(id="p", name="P", goal_id=direction), Perspective(id="q", name="Q"))
    year = Period.year(2020)
    return Scorecard(id="k", name="K", unit_id=unit, period=year, perspectives=perspectives, lines=tuple(rows))


def held(rows: Scorecard, *, asked: Asked | None = None, **more):
    made = judged([measure("m", "minst 5"), measure("n", "minst 5")], **more, scorecards=[rows])
    return made.judge.card(rows, asked or Asked())


def names(found) -> list[list[str]]:
    return [
        [node.measure.id if isinstance(node, Judgement) else node.goal.id for node in one.nodes]
        for one in found.perspectives
    ]


def test_a_judged_card_says_which_card_it_is_and_for_which_unit_and_period():
    rows = card(("p", "g", "m"))
    found = held(rows, goals=[goal()])
    assert (found.card, found.place.unit, found.place.period) == (rows, "a", rows.period)
    other = held(rows, goals=[goal()], asked=Asked(unit="r", period=Period.parse("2020-T1")))
    assert (other.place.unit, str(other.place.period)) == ("r", "2020-T1")


def test_each_perspective_has_its_goals_and_the_measures_without_goal():
    rows = card(("p", "g", "m"), ("p", "", "n"), ("q", "h", ""))
    assert names(held(rows, goals=[goal(), goal("h")])) == [["g", "n"], ["h"]]


def test_a_goal_under_another_of_its_perspective_stands_there():
    rows = card(("p", "g", "m"), ("p", "h", "n"))
    assert names(held(rows, goals=[goal(), goal("h", "g")])) == [["g"], []]


def test_a_direction_goal_has_all_of_its_perspective_under_it():
    rows = card(("p", "g", "m"), ("p", "", "n"), direction="top")
    found = held(rows, goals=[goal(), goal("top")])
    assert names(found) == [["top"], []]
    assert len(list(next(found.nodes()).nodes())) == 4


def test_a_direction_goal_that_is_not_there_hides_nothing():
    assert names(held(card(("p", "", "n"), direction="borta"))) == [["n"], []]


def test_goals_in_a_circle_are_shown_all_the_same():
    assert names(held(card(("p", "g h", "")), goals=[goal("g", "h"), goal("h", "g")])) == [["g", "h"], []]


def test_a_card_is_judged_for_its_own_unit_and_year():
    found = held(card(("p", "", "m")), observations=[obs("6", unit="a")])
    assert found.place.unit == "a"
    assert [node.status for node in found.nodes()] == [Status.MET]


def test_what_is_asked_for_goes_before_the_cards_own():
    asked = Asked(unit="r", period=Period.parse("2020-T1"))
    found = held(card(("p", "", "m")), asked=asked)
    assert [(node.place.unit, node.place.period.text) for node in found.nodes()] == [("r", "2020-T1")]
