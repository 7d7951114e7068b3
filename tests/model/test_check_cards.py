"""Scorecards that are not filled in are told, one note a card for what measures lack."""

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.scorecard import Perspective, ScorecardLine

LINES = whole_plan().scorecards[1].lines


def with_lines(*lines):
    return changed(whole_plan(), "scorecards", 1, lines=lines)


def test_a_perspective_without_measures_is_a_warning():
    empty = Perspective(id="ekonomi", name="Ekonomi")
    perspectives = (*whole_plan().scorecards[1].perspectives, empty)
    (finding,) = found(changed(whole_plan(), "scorecards", 1, perspectives=perspectives))
    assert finding.code.code == "SM239"
    assert finding.code.severity is Severity.WARNING
    assert finding.found() == "perspektivet Ekonomi i styrkortet kort har inga mått"


def test_a_goal_without_measure_is_a_warning():
    line = ScorecardLine(perspective_id="process", goals=("inriktning",), origin="RS")
    (finding,) = found(with_lines(*LINES, line))
    assert finding.found() == "målet God vård i styrkortet kort har inget mått"


def test_a_goal_whose_measure_is_linked_elsewhere_is_followed():
    line = ScorecardLine(perspective_id="process", goals=("inriktning",), origin="RS")
    plan = with_lines(*LINES, line)
    links = (*plan.measures[0].goals, evolve(plan.measures[0].goals[0], id="inriktning"))
    assert codes(changed(plan, "measures", goals=links)) == []


def test_a_goal_whose_measures_have_no_target_is_a_warning():
    plan = evolve(changed(whole_plan(), "measures", target=None, baseline=None), targets=())
    (finding,) = found(plan)
    assert finding.code.code == "SM240"
    assert finding.found() == "målet Kortare väntan i styrkortet kort har inget målvärde"


def test_a_target_level_is_a_target():
    assert codes(changed(whole_plan(), "measures", target=None)) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"owner": ""}, "utan ansvarig inom90"),
        ({"reporting_owner": ""}, "utan ansvarig för rapportering inom90"),
        ({"system": ""}, "utan källa inom90"),
        ({"reporting": None}, "utan frekvens inom90"),
    ],
)
def test_what_a_measure_lacks_is_a_note(changes, told):
    (finding,) = found(changed(whole_plan(), "measures", **changes))
    assert finding.code.code == "SM241"
    assert finding.code.severity is Severity.NOTE
    assert finding.found() == f"styrkortet kort: {told}; i allt 1 mått"


def test_all_that_the_measures_of_a_card_lack_is_one_note():
    plan = with_lines(*LINES, ScorecardLine(perspective_id="process", measure_id="ekonomi", origin="RS"))
    assert codes(changed(plan, "measures", owner="")) == ["SM241"]


def test_measures_on_no_card_are_not_asked_for():
    assert codes(evolve(whole_plan(), scorecards=())) == ["SM202"]  # the section that speaks of the card


def test_rows_without_origin_are_a_note_where_others_have_one():
    plan = with_lines(*LINES, ScorecardLine(perspective_id="process", goals=("tider",)))
    (finding,) = found(plan)
    assert finding.found() == "styrkortet kort: tider saknar ursprung, andra rader har RS"


def test_a_card_without_origins_is_not_asked_for_them():
    assert codes(with_lines(*(evolve(line, origin="") for line in LINES))) == []
