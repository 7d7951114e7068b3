"""The rows of a scorecard."""

from attrs import evolve

from styrmodell.api import (
    Baseline,
    CardRow,
    Goal,
    Measure,
    Period,
    Perspective,
    Plan,
    Scorecard,
    ScorecardLine,
    Target,
    TargetLevel,
    Unit,
)
from styrmodell.report.card_row import rows_of_card

YEAR = Period.parse("2024")
WAITING = Measure(
    id="vantetid",
    name="Väntetid",
    unit="%",
    target=Target.parse("≥ 80 %"),
    baseline=Baseline.parse("70 %"),
)
CARE, STAFF = Perspective(id="vard", name="Vård"), Perspective(id="personal", name="Personal")
GOALS = (Goal(id="nojda", name="Nöjda patienter"), Goal(id="trygga", name="Trygga patienter"))
LINES = (
    ScorecardLine(perspective_id="vard", goals=("nojda",), measure_id="vantetid"),
    ScorecardLine(perspective_id="personal", goals=("trygga",)),
    ScorecardLine(perspective_id="vard", goals=("trygga", "okant"), measure_id="vantetid", origin="RS"),
    ScorecardLine(perspective_id="vard", goals=("trygga",)),
    ScorecardLine(perspective_id="vard", measure_id="borttaget"),
    ScorecardLine(perspective_id="vard"),
)
CARD = Scorecard(id="kort", name="Kort", unit_id="a", period=YEAR, perspectives=(CARE, STAFF), lines=LINES)
PLAN = Plan(
    unit_id="a",
    period=YEAR,
    units=(Unit(id="a", name="A"), Unit(id="b", name="B")),
    goals=GOALS,
    measures=(WAITING,),
    scorecards=(CARD,),
)
LEVEL = TargetLevel(measure_id="vantetid", unit_id="a", period=YEAR, target=Target.parse("≥ 85 %"))


def rows(plan: Plan = PLAN, perspective: Perspective = CARE) -> list[CardRow]:
    return list(rows_of_card(plan, CARD, perspective))


def test_each_row_under_the_perspective_has_a_key_of_its_own() -> None:
    assert [row.key for row in rows()] == ["vantetid", "vantetid-2", "trygga", "borttaget", "6"]
    assert [row.key for row in rows(perspective=STAFF)] == ["trygga"]


def test_the_goals_stand_by_name_and_one_that_the_plan_lacks_by_its_id() -> None:
    assert [row.goal for row in rows()][:3] == ["Nöjda patienter", "Trygga patienter; okant", "Trygga patienter"]


def test_a_row_without_a_known_measure_has_nothing_that_holds() -> None:
    for row in rows()[2:]:
        assert (row.measure, row.target, row.baseline, row.comparison) == (None, None, None, None)
        assert row.target_words + row.baseline_words + row.comparison_words + row.reporting_words == ""


def test_what_the_measure_says_holds_where_nothing_is_told_for_the_unit() -> None:
    elsewhere = evolve(LEVEL, unit_id="b")
    for plan in (PLAN, evolve(PLAN, targets=(elsewhere,))):
        first = rows(plan)[0]
        assert (first.target, first.baseline, first.comparison) == (WAITING.target, WAITING.baseline, WAITING.baseline)
        assert (first.target_words, first.baseline_words) == ("≥ 80 %", "70 %")


def test_the_unit_s_own_target_goes_before_the_measure_s_and_the_later_version_before_the_earlier() -> None:
    later = evolve(LEVEL, target=Target.parse("≥ 90 %"), baseline=Baseline.parse("75 %"))
    assert rows(evolve(PLAN, targets=(LEVEL,)))[0].target_words == "≥ 85 %"
    assert rows(evolve(PLAN, targets=(LEVEL,)))[0].baseline_words == "70 %"
    told = rows(evolve(PLAN, targets=(LEVEL, later)))
    assert {(row.target_words, row.baseline_words, row.comparison_words) for row in told[:2]} == {
        ("≥ 90 %", "75 %", "75 %")
    }


def test_what_it_is_compared_with_is_told_apart_from_where_it_starts() -> None:
    compared = evolve(LEVEL, comparison=Baseline.parse("82 %"))
    first = rows(evolve(PLAN, targets=(compared,)))[0]
    assert (first.baseline_words, first.comparison_words) == ("70 %", "82 %")


def test_a_target_of_some_members_alone_is_not_the_row_s() -> None:
    assert rows(evolve(PLAN, targets=(evolve(LEVEL, dims=(("kon", "kvinnor"),)),)))[0].target_words == "≥ 80 %"
