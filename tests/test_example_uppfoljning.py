"""examples/uppfoljning-2024: every figure is the one that can be computed by hand.

Amounts are in tkr where a comment says nothing else. A month from January to June costs, outside the region:
personal: akut 1000, medklin 1000, kirurgi 1500, vc-norr 300, vc-mitt 300, vc-soder 400, arbetsterapi 100,
fysioterapi 150, service 500, trafik 200 = 5450; ovrigt: 300 + 260 + 500 + 100 + 90 + 150 + 20 + 30 + 400 + 2000 = 3850.
Units sell to each other: service 100 to akut, 150 to medklin and 200 to kirurgi, and akut 40 to medklin = 490.
Income from outside: 30 + 20 + 50 + 10 + 9 + 15 + 2 + 3 + 50 + 500 = 689.
"""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from styrmodell.aggregation.savings.line import Column
from styrmodell.api import Kind, Status, Workspace, load
from styrmodell.finding import Severity

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "uppfoljning-2024"
README = (EXAMPLE / "README.md").read_text(encoding="utf-8")
TKR = 1000
SO_FAR = "2024-01..2024-08"
ORDERS: dict[str, dict[str, Any]] = {
    "as then": {},
    "as now": {"as_now": True},
    "hierarchy": {"hierarchy": "ansvar"},
    "hierarchy as now": {"hierarchy": "ansvar", "as_now": True},
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE)


def exact(workspace: Workspace, measure: str, period: str, unit: str = "region", **asked: Any) -> Fraction | None:
    found = workspace.value(measure, unit=unit, period=period, **asked).exact
    return None if found is None else Fraction(found)


# --- What is told ---


def test_the_example_is_told_of_exactly_what_its_readme_lists(workspace: Workspace) -> None:
    told = [(one.code.code, str(one.source)) for one in workspace.check()]
    assert sorted(told) == [
        ("SM183", "siffror/budget-2024-ar.csv rad 30 kolumn 5"),
        ("SM316", "siffror/kostnad-2024.csv rad 14 kolumn 7"),
        *[("SM317", told_at(workspace, "besok"))] * 2,
        ("SM330", told_at(workspace, "hemsjukvard")),
        ("SM341", told_at(workspace, "lokaler")),
    ]
    assert {code for code, _ in told} == set(re.findall(r"^- \*\*(SM\d+)\*\*", README, re.MULTILINE))
    assert all(one.code.severity is Severity.WARNING for one in workspace.check())


def told_at(workspace: Workspace, name: str) -> str:
    plan = workspace.plan
    assert plan is not None
    measures = [str(measure.source) for measure in plan.measures if measure.id == name]
    return measures[0] if measures else [str(one.source) for one in plan.action_reports if one.action_id == name][-1]


def test_a_purchase_and_a_sale_that_do_not_match_are_told_with_both_amounts(workspace: Workspace) -> None:
    (told,) = (one for one in workspace.check() if one.code.code == "SM316")
    # 200 in the books of service, 190 in those of kirurgi
    assert dict(told.args)["gap"].replace("\u00a0", " ") == "10 000 kr"


# --- Money ---


@pytest.mark.parametrize(
    ("unit", "gross", "eliminated"),
    [
        # 5450 + 3850 + 490, and kirurgi's purchase of March is 190 for 200
        ("region", -9780, -480),
        # personal 4750, ovrigt 1450, purchases 100 + 150 + 190 + 40; only 40 is within the committee
        ("hsn", -6680, -40),
        # 2000, 560, purchases 100 + 150 + 40
        ("medicin", -2850, -40),
        # a clinic buys of nobody within itself: 1000 + 260 + 150 + 40
        ("medklin", -1450, 0),
    ],
)
def test_internal_items_are_eliminated_at_each_unit(
    workspace: Workspace, unit: str, gross: int, eliminated: int
) -> None:
    held = {how: exact(workspace, "kostnad", "2024-03", unit, internal=how) for how in ("brutto", "eliminerat")}
    assert held == {"brutto": gross * TKR, "eliminerat": eliminated * TKR}
    assert exact(workspace, "kostnad", "2024-03", unit) == (gross - eliminated) * TKR


def test_a_cut_by_code_takes_only_what_comes_from_outside(workspace: Workspace) -> None:
    assert exact(workspace, "intakt-extern", "2024-03") == 689 * TKR
    assert exact(workspace, "intakt", "2024-03", ie="9") == 689 * TKR
    # service sells 100 + 150 + 200 and akut 40
    assert exact(workspace, "intakt", "2024-03", ie="0-1", internal="brutto") == 490 * TKR
    assert exact(workspace, "inkop-internt", "2024-03") == 480 * TKR


def test_what_is_derived_is_computed_anew_at_each_unit(workspace: Workspace) -> None:
    # 5450 + 3850 − 689; from July the cost of vc-mitt stands with vc-norr and vc-soder, and the sum is the same
    assert [exact(workspace, "nettokostnad", f"2024-{month:02d}") for month in (3, 8)] == [8611 * TKR] * 2
    # 4750 + 1450 + purchases of service 100 + 150 + 190 − 139
    assert exact(workspace, "nettokostnad", "2024-03", "hsn") == 6501 * TKR
    assert exact(workspace, "nettokostnad-andel", "2024-03", "hsn") == Fraction(6501, 8611)


def test_a_flow_is_summed_over_time(workspace: Workspace) -> None:
    assert exact(workspace, "nettokostnad", SO_FAR) == 8 * 8611 * TKR
    # 2023: personal 5240, ovrigt 3633, income 673 = 8200 a month
    assert exact(workspace, "nettokostnad", "2023") == 12 * 8200 * TKR
    assert exact(workspace, "nettokostnad-r12", "2024-08") == (8 * 8611 + 4 * 8200) * TKR


def test_costs_are_compared_with_the_same_months_of_the_year_before(workspace: Workspace) -> None:
    assert exact(workspace, "nettokostnadsutveckling", SO_FAR) == Fraction(8611 - 8200, 8200)


def test_the_outcome_is_compared_with_the_budget(workspace: Workspace) -> None:
    # budget a month: costs 9172, income 717
    assert exact(workspace, "nettokostnad", "2024-03", kind=Kind.BUDGET) == (9172 - 717) * TKR
    assert exact(workspace, "avvikelse", SO_FAR) == 8 * (8455 - 8611) * TKR


def test_the_budget_of_the_year_stands_where_its_months_differ(workspace: Workspace) -> None:
    assert exact(workspace, "kostnad", "2024", "trafik", kind=Kind.BUDGET) == -25900 * TKR
    months = [exact(workspace, "kostnad", f"2024-{month:02d}", "trafik", kind=Kind.BUDGET) for month in range(1, 13)]
    assert months == [-2150 * TKR] * 12
    (told,) = workspace.explain_value("kostnad", unit="trafik", period="2024", kind=Kind.BUDGET).findings
    assert told.code.code == "SM318"


@pytest.mark.parametrize(
    ("unit", "share", "status"),
    [
        # 158 of 5450; the target is 2 %
        ("region", Fraction(158, 5450), Status.MISSED),
        # 70 of 2000 is 3,5 %: within the tolerance of 3 %
        ("medicin", Fraction(70, 2000), Status.CLOSE),
        # 60 of 1500 is 4 %; the target is 3 %
        ("kirurgi", Fraction(60, 1500), Status.MISSED),
        # 28 of 1250 is 2,24 %; the target is 2,5 %
        ("narvard", Fraction(28, 1250), Status.MET),
    ],
)
def test_each_division_is_held_to_its_own_target(
    workspace: Workspace, unit: str, share: Fraction, status: Status
) -> None:
    assert exact(workspace, "hyrandel", "2024-08", unit) == share
    assert workspace.status("hyrandel", unit=unit, period="2024-08").status is status


@pytest.mark.parametrize(
    ("member", "amount"),
    [
        ("010", -9000),
        # the codes 010 and 092
        ("primarvard", -10500),
        ("specialistvard", -44000),
        # the code 500 from service, the whole member from trafik
        ("ovrigt", -10440 - 24540),
        # picked out: primarvard and rehabvard, which is the code 210
        ("nara", -10500 - 4000),
        # what is picked out is not added once more
        ("summa", -10500 - 44000 - 34980),
    ],
)
def test_codes_are_parts_of_their_members(workspace: Workspace, member: str, amount: int) -> None:
    assert exact(workspace, "kostnad-dvo", "2023", dims=(("dvo", member),)) == amount * TKR


# --- Over time ---


def test_units_that_report_quarters_and_months_are_put_together_each_in_its_own_way(workspace: Workspace) -> None:
    found = workspace.value("besok", period="2024-01..2024-06")
    # akut 6 × 1000, medklin 6 × 400, kirurgi 900 + 930, vc-norr 5 × 500, vc-mitt 6 × 450, vc-soder 6 × 700
    assert found.number == 6000 + 2400 + 1830 + 2500 + 2700 + 4200
    # five units of six months, and two quarters
    assert (found.reported, found.expected) == (31, 32)
    assert found.missing == ("Vårdcentralen Norr",)


def test_a_month_lacks_the_one_that_reports_quarters_and_the_one_that_has_not_reported(workspace: Workspace) -> None:
    found = workspace.value("besok", period="2024-05")
    assert (found.number, found.reported, found.expected) == (1000 + 400 + 450 + 700, 4, 6)
    assert found.missing == ("Division kirurgi", "Vårdcentralen Norr")


def test_a_unit_that_has_ceased_owes_nothing(workspace: Workspace) -> None:
    assert workspace.value("besok", unit="narvard", period="2024-08").missing == ()


def test_a_cost_per_visit_is_a_quotient_of_sums(workspace: Workspace) -> None:
    # medicin a month: 2000 + 560 and 250 bought of service; 1400 visits
    cost = 3 * (2000 + 560 + 250) * TKR
    assert exact(workspace, "kostnad-per-besok", "2024-Q1", "medicin") == Fraction(cost, 3 * 1400)


def test_of_a_stock_the_last_stands(workspace: Workspace) -> None:
    # akut 12, medklin 40, kirurgi 30 in April; medicin 48 and kirurgi 30 in August
    assert [exact(workspace, "vardplatser", period) for period in ("2024-T1", "2024-T2")] == [82, 78]


def test_a_mean_weighs_the_months(workspace: Workspace) -> None:
    assert exact(workspace, "arsarbetare", SO_FAR) == Fraction(7 * 116 + 117, 8)
    # the last four months of 2023 have 114
    assert exact(workspace, "arsarbetare-r12", "2024-08") == Fraction(4 * 114 + 7 * 116 + 117, 12)


def test_a_ratio_over_time_is_that_of_the_sums(workspace: Workspace) -> None:
    # 300 + 240 + 420 of 500 + 450 + 700, and 380 + 100 + 560 of 550 + 200 + 900
    assert exact(workspace, "kontinuitet", "2024-T1") == Fraction(960, 1650)
    assert exact(workspace, "kontinuitet", SO_FAR) == Fraction(2000, 3300)


def test_of_accumulated_figures_a_shorter_time_is_the_difference(workspace: Workspace) -> None:
    assert exact(workspace, "resor", "2024-T2") == 700 - 340
    assert exact(workspace, "resor-hittills", "2024-08") == 700


def test_a_forecast_is_asked_for_by_its_version(workspace: Workspace) -> None:
    asked = {"kind": Kind.FORECAST}
    assert exact(workspace, "arsarbetare", "2024", **asked) == 117
    assert exact(workspace, "arsarbetare", "2024", version="april", **asked) == 118
    assert exact(workspace, "arsarbetare-prognos", "2024") == -1


# --- Rules ---


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        # 5, 9, 12, 33 and 75 days
        ("vantetid-median", Fraction(12)),
        ("vantetid-medel", Fraction(134, 5)),
        ("vantetid-kortast", Fraction(5)),
        ("vantetid-langst", Fraction(75)),
        ("vantetid-enheter", Fraction(5)),
        # at most 30 days, 60 for kirurgi: akut, vc-norr and vc-soder meet theirs
        ("vantetid-nar", Fraction(3, 5)),
    ],
)
def test_one_figure_of_each_unit_is_folded_in_several_ways(workspace: Workspace, measure: str, value: Fraction) -> None:
    assert exact(workspace, measure, "2024-08") == value


def test_statuses_are_counted_and_the_worst_is_told(workspace: Workspace) -> None:
    counts = workspace.value("vantetid-antal", period="2024-08").counts
    # medklin has 33 days, within five of 30
    assert dict(counts) == {Status.MET: 3, Status.CLOSE: 1, Status.MISSED: 1}
    assert workspace.value("vantetid-samst", period="2024-08").status is Status.MISSED
    assert workspace.value("vantetid-samst", unit="narvard", period="2024-08").status is Status.MET


def test_a_mean_is_weighted_by_the_number_of_answers(workspace: Workspace) -> None:
    first = 90 * 50 + 85 * 150 + 82 * 100 + 70 * 100 + 76 * 200
    second = 88 * 60 + 86 * 180 + 84 * 120 + 79 * 240
    assert exact(workspace, "nojdhet", "2024-T1") == Fraction(first, 600)
    assert exact(workspace, "nojdhet", SO_FAR) == Fraction(first + second, 1200)


def test_the_latest_and_the_first_go_by_their_days(workspace: Workspace) -> None:
    # akut 4 in March, kirurgi 5 in May, medklin 3 in June
    assert exact(workspace, "hygien", SO_FAR) == 3
    assert exact(workspace, "hygien-forsta", SO_FAR) == 4


def test_what_is_not_folded_stands_only_where_it_is(workspace: Workspace) -> None:
    found = [exact(workspace, "fortroende", "2024-T1", unit) for unit in ("region", "hsn", "medicin", "akut")]
    assert found == [68, None, None, 71]


# --- Missing, carried, settled, stale ---


def test_a_strict_measure_is_missing_until_all_have_reported(workspace: Workspace) -> None:
    found = workspace.value("samtal", period="2024-T2")
    assert (found.number, found.reported, found.expected) == (None, 2, 3)
    assert found.missing == ("Division kirurgi",)
    # 18 of 20 and 20 of 24
    assert exact(workspace, "samtal", "2024-T2", "medicin") == Fraction(38, 44)


def test_an_older_figure_is_carried_forward_and_counted(workspace: Workspace) -> None:
    found = workspace.value("hemsjukvard", period="2024-08")
    assert (found.number, found.carried) == (140 + 95, 1)
    # nothing in November is at most three months old
    assert workspace.value("hemsjukvard", period="2024-12").number is None


def test_a_settled_figure_stands_before_the_computed_one(workspace: Workspace) -> None:
    settled = workspace.explain_value("vardplatser", unit="medicin", period="2024-08")
    assert settled.number == 48
    assert [child.number for child in settled.children] == [12 + 38]


def test_what_a_parent_has_beyond_the_units_below_is_unallocated(workspace: Workspace) -> None:
    whole = workspace.explain_value("arsarbetare", unit="narvard", period="2024", kind=Kind.BUDGET)
    assert whole.number == 28
    # 8 + 13 + 5 are in the units
    assert whole.children[-1].number == 28 - 26
    # akut 20, medklin 25, kirurgi 31, narvard 28, service 12, trafik 4
    assert exact(workspace, "arsarbetare", "2024", kind=Kind.BUDGET) == 120


def test_what_should_have_come_since_may_is_stale(workspace: Workspace) -> None:
    # akut, medklin and kirurgi: 3 + 1 + 2, 2 + 1 + 2, 4 + 0 + 3, 3 + 2 + 1 and 2 + 1 + 2 in five months
    found = workspace.value("overbelaggningar", period=SO_FAR)
    assert (found.exact, found.stale, found.status) == (Fraction(29, 5), True, Status.STALE)
    assert workspace.value("overbelaggningar", period="2024-05").stale is False


# --- Then and now ---


def test_a_unit_gets_its_share_of_one_that_has_ceased(workspace: Workspace) -> None:
    # vc-norr 300 + 100 − 10, from July 400 + 130 − 13; vc-mitt 300 + 90 − 9
    then = 6 * 390 + 2 * 517
    assert exact(workspace, "nettokostnad", SO_FAR, "vc-norr") == then * TKR
    now = workspace.under(as_now=True)
    assert exact(now, "nettokostnad", SO_FAR, "vc-norr") == (then + Fraction(6 * 381, 3)) * TKR


def test_the_change_is_that_of_the_unit_as_it_is_now(workspace: Workspace) -> None:
    # 2023: vc-norr 375 and vc-mitt 361 a month
    assert exact(workspace, "nettokostnadsutveckling", SO_FAR, "vc-norr") == Fraction(374, 3000)
    before = 8 * 375 + Fraction(8 * 361, 3)
    now = workspace.under(as_now=True)
    assert exact(now, "nettokostnadsutveckling", SO_FAR, "vc-norr") == (4136 - before) / before


def test_two_units_that_became_one_are_one_as_now(workspace: Workspace) -> None:
    # rehab 250 + 50; arbetsterapi 100 + 20 and fysioterapi 150 + 30 before it
    assert exact(workspace, "kostnad", SO_FAR, "rehab") == -2 * 300 * TKR
    assert exact(workspace.under(as_now=True), "kostnad", SO_FAR, "rehab") == -8 * 300 * TKR


def test_the_whole_is_the_same_then_and_now(workspace: Workspace) -> None:
    for unit in ("region", "narvard"):
        then = exact(workspace, "kostnad", SO_FAR, unit)
        assert exact(workspace.under(as_now=True), "kostnad", SO_FAR, unit) == then


@pytest.mark.parametrize(
    ("period", "unit", "amount"),
    [
        # akut 1300 + 100, medklin 1260 + 150, arbetsterapi 120, fysioterapi 180; what akut sells medklin is internal
        ("2024-03", "medicin", 3110),
        # and from April kirurgi 2000 + 200
        ("2024-04", "medicin", 5310),
        # service is in hsn: what it sells there is internal. 4750 + 500 and 1450 + 400
        ("2024-03", "hsn", 7100),
        ("2024-03", "region", 9300),
    ],
)
def test_a_hierarchy_has_its_own_sums_and_its_own_internal_items(
    workspace: Workspace, period: str, unit: str, amount: int
) -> None:
    assert exact(workspace.under(hierarchy="ansvar"), "kostnad", period, unit) == -amount * TKR


# --- Goals ---


@pytest.mark.parametrize(
    ("goal", "status"),
    [
        ("balans", Status.MISSED),
        ("god-vard", Status.CLOSE),
        ("tider", Status.CLOSE),
        ("patienten", Status.CLOSE),
        ("nara-vard", Status.NOT_MEASURED),
    ],
)
def test_a_goal_has_the_status_that_its_rule_gives(workspace: Workspace, goal: str, status: Status) -> None:
    assert workspace.status(goal, period=SO_FAR).status is status


def test_a_settled_status_stands_beside_the_computed_one(workspace: Workspace) -> None:
    found = workspace.status("kontinuitet", period=SO_FAR)
    # 60,6 % is over 60 %
    assert (found.status, found.computed) == (Status.CLOSE, Status.MET)


def test_weighted_shares_are_computed_of_what_could_be_judged(workspace: Workspace) -> None:
    (data,) = workspace.status("god-vard", period=SO_FAR).data()
    # tider × 2 and patienten × 1 are close: half; nara-vard could not be judged
    assert Fraction(data["share"]) == Fraction(1, 2)
    (patient,) = workspace.status("patienten", period=SO_FAR).data()
    # kontinuitet × 1 is close, nojdhet × 3 met; the harm of a year says nothing of eight months
    assert Fraction(patient["share"]) == Fraction(7, 8)


def test_every_status_rechecks(workspace: Workspace) -> None:
    assert workspace.status(period=SO_FAR).recheck() == ()


# --- The savings plan ---


def test_the_savings_plan_adds_each_saving_once(workspace: Workspace) -> None:
    plan = workspace.savings()
    target = plan.total.explanation(Column.TARGET)
    # 2400 + 600 + 900: parts, and what another counts, are not added
    assert target.number == 3900 * TKR
    # 1100 + 200 + 500
    assert plan.total.explanation(Column.OUTCOME).number == 1800 * TKR
    # 2000 + 600 + 700
    assert plan.total.explanation(Column.FORECAST).number == 3300 * TKR
    assert (plan.tally.actions, plan.tally.parts, plan.tally.repeated) == (3, 2, 1)


def test_the_net_is_after_what_an_action_costs_elsewhere(workspace: Workspace) -> None:
    line = next(one for one in workspace.savings().lines if one.action.id == "farre-hyrlakare")
    found = [line.explanation(one).number for one in (Column.GROSS, Column.COUNTER, Column.NET)]
    assert found == [2400 * TKR, -300 * TKR, 2100 * TKR]


def test_a_full_year_effect_is_taken_from_the_first_month(workspace: Workspace) -> None:
    lines = {one.action.id: one for one in workspace.savings().lines}
    parts = [lines[name].part_year for name in ("farre-hyrlakare", "transporter")]
    # nine months of 3200 and six of 1200
    assert [None if part is None else part.high for part in parts] == [2400 * TKR, 600 * TKR]


def test_a_changed_forecast_has_its_comment_or_is_told(workspace: Workspace) -> None:
    changed = {line.action.id: line.change for line in workspace.savings().changed}
    assert {name: change and change.explanation.number for name, change in changed.items()} == {
        "farre-hyrlakare": -400 * TKR,
        "lokaler": -200 * TKR,
    }
    assert {name: bool(change and change.comment) for name, change in changed.items()} == {
        "farre-hyrlakare": True,
        "lokaler": False,
    }


def test_an_investment_is_divided_between_its_goals(workspace: Workspace) -> None:
    found = workspace.placed("investering", kind=Kind.BUDGET)
    # three quarters of 1200 and one
    divided = {one.id: one.divided.exact for one in found.places}
    assert divided == {"tider": -6000 * TKR, "nara-vard": -900 * TKR, "balans": -300 * TKR}
    assert found.total.exact == -7200 * TKR


# --- Everything ---


@pytest.mark.parametrize("order", ORDERS)
def test_every_value_at_every_unit_rechecks(workspace: Workspace, order: str) -> None:
    asked = ORDERS[order]
    view = workspace.under(**asked) if asked else workspace
    assert view.plan is not None
    units = [str(unit.id) for unit in view.plan.units]
    cells = [value.cell for value in view.values(units=units)]
    assert len(cells) > 1000
    assert [str(found) for cell in cells for found in view.explain(cell).recheck()] == []
