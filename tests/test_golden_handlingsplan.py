"""Dalarna's plan for an economy in balance: every action, outcome, figure and series of the audit's report."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.aggregation.savings.line import Column
from styrmodell.aggregation.savings.savings_plan import SavingsPlan
from styrmodell.api import Dims, Kind, Observation, Plan, State, Workspace, load
from styrmodell.model.action import Action, ActionReport, EffectBasis

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "golden" / "dalarna_handlingsplan_2024.yaml").read_text(encoding="utf-8")
)
MNKR = 1_000_000
HIRED = GOLDEN["hyrpersonal_detaljer"]
# Golden figure → measure, unit, year, kind, version and members of the value that holds it.
HOMES: dict[str, tuple[str, str, str, Kind, str, Dims]] = {
    "reg.mal": ("handlingsplan-mal", "region", "2024", Kind.PLAN, "", ()),
    "reg.plan_summa_2023": (
        "handlingsplan-planerat",
        "region",
        "2024",
        Kind.PLAN,
        "",
        (("genomforbarhet", "alla"),),
    ),
    "reg.prognos_tertial": ("handlingsplan-prognos", "region", "2024", Kind.FORECAST, "tertial", ()),
    "reg.prognos_delar": ("handlingsplan-prognos", "region", "2024", Kind.FORECAST, "delår", ()),
    "reg.prognos_delar_avrundad": ("handlingsplan-prognos", "region", "2024", Kind.FORECAST, "hösten 2024", ()),
    "reg.prognos_jan25": ("handlingsplan-prognos", "region", "2024", Kind.FORECAST, "januari 2025", ()),
    "reg.maluppfyllelse": ("handlingsplan-maluppfyllelse", "region", "2024", Kind.FORECAST, "januari 2025", ()),
    "reg.forbattring": ("handlingsplan-forandring", "region", "2024", Kind.FORECAST, "januari 2025", ()),
    "reg.intervju_300": ("handlingsplan-utfall", "region", "2024", Kind.OUTCOME, "", ()),
    "hsn.mal_3436": ("handlingsplan-mal", "hsn", "2024", Kind.PLAN, "", ()),
    "hsn.mal_344": ("handlingsplan-mal", "hsn", "2024", Kind.PLAN, "", ()),
    "hsn.resultatprognos": ("resultatprognos", "hsn", "2024", Kind.FORECAST, "delår", ()),
    "hsn.avv_hsn_delar": ("handlingsplan-avvikelse", "hsn", "2024", Kind.FORECAST, "delår HSN", ()),
    "hsn.avv_rs_delar": ("handlingsplan-avvikelse", "hsn", "2024", Kind.FORECAST, "delår", ()),
    "hsn.avv_sep": ("handlingsplan-avvikelse", "hsn", "2024", Kind.FORECAST, "september", ()),
    "hsn.prognos_okt": ("handlingsplan-prognos", "hsn", "2024", Kind.FORECAST, "oktober", ()),
    "hsn.avv_okt": ("handlingsplan-avvikelse", "hsn", "2024", Kind.FORECAST, "oktober", ()),
    "hsn.prognos_jan25": ("handlingsplan-prognos", "hsn", "2024", Kind.FORECAST, "januari 2025", ()),
    "hsn.forbattring": ("handlingsplan-forandring", "hsn", "2024", Kind.FORECAST, "januari 2025", ()),
    "hsn.nya_krav_verkstallighet": ("sparkrav-2025", "hsn", "2025", Kind.PLAN, "", (("krav", "verkstallighet"),)),
    "hsn.nya_krav_budget": ("sparkrav-2025", "hsn", "2025", Kind.PLAN, "", (("krav", "budget"),)),
    "hsn.nya_krav_summa": ("sparkrav-2025", "hsn", "2025", Kind.PLAN, "", (("krav", "summa"),)),
    "hsn.lag_genomforbarhet": ("handlingsplan-planerat", "hsf", "2024", Kind.PLAN, "", (("genomforbarhet", "3"),)),
    "hsn.psykiatri_andel": ("psykiatri-andel", "hsf", "2023", Kind.PLAN, "", ()),
    "hsn.antal_atgarder": ("antal-atgarder", "hsn", "2024", Kind.PLAN, "", ()),
    "ktn.avv_delar": ("handlingsplan-avvikelse", "ktn", "2024", Kind.FORECAST, "delår", ()),
    "ktn.skolkort": ("skolkort", "ktn", "2024", Kind.FORECAST, "", ()),
}
# Printed beside what they are computed from or compared with: kept as stated.
STATED = {
    "reg.maluppfyllelse",
    "hsn.mal_344",
    "hsn.avv_hsn_delar",
    "hsn.avv_rs_delar",
    "hsn.avv_sep",
    "hsn.avv_okt",
    "hsn.nya_krav_summa",
    "ktn.avv_delar",
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(ROOT / "examples" / "dalarna-handlingsplan-2024").require()


@pytest.fixture(scope="module")
def plan(workspace: Workspace) -> Plan:
    assert workspace.plan is not None
    return workspace.plan


@pytest.fixture(scope="module")
def plans(workspace: Workspace) -> SavingsPlan:
    return workspace.savings()


def mnkr(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value)) * MNKR


def expected(figure: dict[str, Any]) -> Decimal:
    """A golden figure as the model holds it: kr, a share of one, a count."""
    scale = {"mnkr": Decimal(MNKR), "%": Decimal("0.01"), "st": Decimal(1)}[figure["unit"]]
    return Decimal(str(figure["value"])) * scale


def figure_of(name: str) -> Decimal:
    return expected(next(figure for figure in GOLDEN["figures"] if figure["id"] == name))


def stored(plan: Plan, home: tuple[str, str, str, Kind, str, Dims], state: State) -> list[Observation]:
    return [
        one
        for one in plan.observations
        if (one.measure_id, one.unit_id, one.period.text, one.kind, one.version, one.dims) == home
        and (one.state is State.STATED) == (state is State.STATED)
    ]


def test_every_golden_figure_has_a_home() -> None:
    assert list(HOMES) == [figure["id"] for figure in GOLDEN["figures"]]


@pytest.mark.parametrize("figure", GOLDEN["figures"], ids=lambda figure: figure["id"])
def test_every_figure_is_the_printed_one(workspace: Workspace, plan: Plan, figure: dict[str, Any]) -> None:
    home = HOMES[figure["id"]]
    state = State.STATED if figure["id"] in STATED else State.REPORTED
    (found,) = stored(plan, home, state)
    assert found.value == expected(figure)
    if state is State.REPORTED:
        measure, unit, year, kind, version, dims = home
        value = workspace.value(measure, unit=unit, period=year, kind=kind, version=version, dims=dims)
        assert value.number == expected(figure)


def test_the_rounded_target_and_the_sum_of_new_demands_agree_with_what_is_computed(workspace: Workspace) -> None:
    """344 is 343,6 rounded and 170 is 150 + 20: of all that is printed, only the deviation of October is told."""
    assert workspace.value("sparkrav-2025", unit="hsn", period="2025", kind=Kind.PLAN).number == 170 * MNKR
    told = [one for one in workspace.check() if one.code.code in ("SM301", "SM302")]
    assert [one.code.code for one in told] == ["SM301"]


def test_the_outcome_of_the_interviews_is_an_estimate(plan: Plan) -> None:
    (found,) = stored(plan, HOMES["reg.intervju_300"], State.REPORTED)
    assert found.state is State.ESTIMATED


@pytest.mark.parametrize(("unit", "figure"), [("region", "reg.forbattring"), ("hsn", "hsn.forbattring")])
def test_the_changes_of_the_forecasts_are_the_printed_ones(plans: SavingsPlan, unit: str, figure: str) -> None:
    """337 − 311 is 26 and 226 − 197 is 29."""
    (level,) = [one for one in plans.levels if one.unit_id == unit]
    assert level.change is not None
    assert level.change.explanation.exact == figure_of(figure)


def test_the_plan_of_the_region_reaches_two_thirds_of_its_target(plans: SavingsPlan) -> None:
    (level,) = [one for one in plans.levels if one.unit_id == "region"]
    assert (level.target.exact, level.forecast.exact) == (figure_of("reg.mal"), figure_of("reg.prognos_jan25"))
    assert level.reached.number is not None
    assert round(level.reached.number, 2) == figure_of("reg.maluppfyllelse")


def test_the_deviation_of_october_is_computed_and_the_printed_one_is_told(workspace: Workspace) -> None:
    """197 of 343,6 is 146,6 below, and −175 is printed."""
    asked = {"unit": "hsn", "kind": Kind.FORECAST, "version": "oktober"}
    found = workspace.explain_value("handlingsplan-avvikelse", **asked)
    assert found.number == mnkr("-146.6")
    assert [part.number for part in found.children] == [figure_of("hsn.prognos_okt"), figure_of("hsn.mal_3436")]
    assert not found.recheck()
    (told,) = [one for one in workspace.check() if one.code.code == "SM301"]
    assert "tryckt −175 000 000 kr, beräknat −146 600 000 kr" in told.found().replace("\u00a0", " ")
    assert (told.source.file, told.source.place) == ("observationer/uppfoljning.csv", "rad 16")


def test_deviations_printed_without_a_forecast_cannot_be_computed(workspace: Workspace, plan: Plan) -> None:
    alone = [one for one in workspace.check() if one.code.code == "SM303"]
    printed = [one for one in plan.observations if one.measure_id == "handlingsplan-avvikelse"]
    assert {one.source for one in alone} == {one.source for one in printed if one.version != "oktober"}


def test_the_regions_forecasts_are_the_printed_series_in_time(workspace: Workspace) -> None:
    versions = ("tertial", "delår", "hösten 2024", "januari 2025")
    values = [workspace.value("handlingsplan-prognos", kind=Kind.FORECAST, version=name).number for name in versions]
    assert values == [mnkr(point["value"]) for point in GOLDEN["series"]["region_prognos"]]
    known = workspace.profile.versions
    assert sorted(versions, key=known.index) == list(versions)


@pytest.mark.parametrize("point", GOLDEN["series"]["hsn"], ids=lambda point: point["report"])
def test_each_point_of_the_boards_series_is_kept_with_the_meeting_that_saw_it(
    plan: Plan, point: dict[str, Any]
) -> None:
    names = {"target": "handlingsplan-mal", "forecast": "handlingsplan-prognos", "deviation": "handlingsplan-avvikelse"}
    for key, measure in names.items():
        if point[key] is None:
            continue
        found = [one for one in plan.observations if (one.measure_id, one.unit_id) == (measure, "hsn")]
        same = [one for one in found if one.value == mnkr(point[key])]
        assert same, (key, point)
        if point["paragraph"]:
            day = date.fromisoformat(point["meeting"])
            assert any(one.reported == day and point["paragraph"] in one.comment for one in same)


def action_id(golden_id: str) -> str:
    return golden_id.replace("_", "-")


@pytest.fixture(params=GOLDEN["actions"], ids=lambda action: action["id"])
def pair(request: pytest.FixtureRequest, plan: Plan) -> tuple[dict[str, Any], Action, ActionReport]:
    printed = request.param
    name = action_id(printed["id"])
    (report,) = [one for one in plan.action_reports if one.action_id == name]
    return printed, next(one for one in plan.actions if one.id == name), report


def test_there_are_the_eight_actions_in_the_printed_order(plan: Plan) -> None:
    assert [one.id for one in plan.actions] == [action_id(action["id"]) for action in GOLDEN["actions"]]
    assert len(plan.actions) == 8


def test_an_action_has_its_printed_fields(pair: tuple[dict[str, Any], Action, ActionReport]) -> None:
    printed, action, _ = pair
    assert (action.name, action.owner) == (printed["namn"], printed["ansvarig"])
    assert action.target == mnkr(printed["mal_mnkr"])
    assert action.original_target == mnkr(printed.get("ursprunglig_sparambition"))
    assert action.assessment == printed.get("bedomning", "")
    assert action.staff_fte == printed.get("arsarbetare")
    assert action.basis is (EffectBasis.NET if "(netto)" in printed["namn"] else None)


def test_an_action_has_its_printed_dates_and_full_year_effect(
    pair: tuple[dict[str, Any], Action, ActionReport],
) -> None:
    printed, action, _ = pair
    assert (str(action.first_month) if action.first_month else None) == ("2024-09" if "start" in printed else None)
    wanted = printed.get("helarseffekt") or ("2025" if "helarseffekt_2025" in printed else None)
    assert (action.full_year.text if action.full_year else None) == wanted
    effect = action.full_year_effect
    assert (effect and [effect.low, effect.high]) == (
        [mnkr(value) for value in printed["helarseffekt_2025"]] if "helarseffekt_2025" in printed else None
    )
    assert [link.id for link in action.decisions] == (["hsn-2024-03"] if "beslut" in printed else [])


def test_an_outcome_has_its_printed_fields(pair: tuple[dict[str, Any], Action, ActionReport]) -> None:
    printed, _, report = pair
    assert report.outcome == mnkr(printed["utfall_mnkr"])
    assert report.system == printed.get("utfall_source", "")
    assert report.net_calculated is printed.get("netto_beraknad")
    assert printed.get("overtraffat_printed", "") in report.comment
    assert report.period.text == "2024"


def test_targets_and_outcomes_of_the_actions_are_summed(workspace: Workspace, plans: SavingsPlan) -> None:
    """152,1 and 119 mnkr."""
    for kind, column, key in (
        (Kind.PLAN, Column.TARGET, "mal_mnkr"),
        (Kind.OUTCOME, Column.OUTCOME, "utfall_mnkr"),
    ):
        whole = sum(Decimal(str(action[key])) for action in GOLDEN["actions"]) * MNKR
        assert workspace.value("atgard", kind=kind).number == plans.total.explanation(column).exact == whole


def test_the_actions_whose_net_is_not_calculated_are_counted_with_their_targets(plans: SavingsPlan) -> None:
    wanted = [action for action in GOLDEN["actions"] if action.get("netto_beraknad") is False]
    assert list(plans.tally.without_net.actions) == [action_id(action["id"]) for action in wanted]
    assert plans.tally.without_net.target.exact == sum(Decimal(str(action["mal_mnkr"])) for action in wanted) * MNKR


def test_the_part_of_the_year_of_the_school_transports_follows_from_their_first_month(plans: SavingsPlan) -> None:
    """18–19 mnkr in a whole year is 6–6 1/3 from September, and 25 is out of reach."""
    (line,) = [one for one in plans.lines if one.action.id == "skolskjuts"]
    low, high = next(action for action in GOLDEN["actions"] if action["id"] == "skolskjuts")["helarseffekt_2025"]
    assert line.part_year is not None
    assert (line.part_year.low, line.part_year.high) == (Fraction(low * MNKR, 3), Fraction(high * MNKR, 3))
    assert line.is_reachable is False


def test_what_is_doubtful_in_the_actions_is_what_the_auditors_found(plans: SavingsPlan) -> None:
    told = {finding.code.code: finding for finding in plans.findings}
    assert sorted(told) == ["SM340", "SM342", "SM343", "SM344"]
    assert len(plans.findings) == len(told)
    service = told["SM344"].found()
    assert "vardnara-hsf hos hsf" in service
    assert "vardnara-regionservice hos regionservice" in service


def hired(workspace: Workspace, measure: str) -> Decimal | None:
    return workspace.value(measure, unit="hsn", kind=Kind.FORECAST).number


def test_the_figures_of_hired_staff_are_the_printed_ones(workspace: Workspace) -> None:
    assert hired(workspace, "hyrpersonal-kostnad") == mnkr(-HIRED["prognos_2024"])
    assert hired(workspace, "hyrpersonal-minskning-andel") == Decimal(HIRED["minskning_pct"]) / 100
    assert hired(workspace, "hyrpersonal-andel") == Decimal(str(HIRED["andel_pct"])) / 100


def test_the_footnotes_later_figure_counts_and_the_first_is_kept(workspace: Workspace, plan: Plan) -> None:
    assert hired(workspace, "hyrpersonal-minskning") == mnkr(HIRED["minskning_fotnot_mnkr"])
    first, later = [one for one in plan.observations if one.measure_id == "hyrpersonal-minskning"]
    assert first.value == mnkr(HIRED["minskning_mnkr"])
    assert HIRED["minskning_printed"] in first.comment
    assert later.correction == HIRED["fotnot_1"]


def test_the_target_for_hired_staff_is_a_share_of_the_cost_of_staff(plan: Plan) -> None:
    (measure,) = [one for one in plan.measures if one.id == "hyrpersonal-andel"]
    assert measure.target is not None
    assert measure.target.level == Decimal(HIRED["mal_andel_av_personalkostnad_pct"]) / 100


def test_what_is_only_an_interval_stands_in_the_text_on_hired_staff(plan: Plan) -> None:
    text = section_text(plan, "hyrpersonal-text")
    keys = ("potential_mnkr", "brutto_minskning_behov", "kvar_till_mal", "utgangslage_andel_divisioner")
    assert [key for key in keys if HIRED[f"{key}_printed"] not in text] == []


def test_digital_tools_have_their_figure_and_judgement(workspace: Workspace, plan: Plan) -> None:
    printed = GOLDEN["digitala_verktyg"]
    assert workspace.value("digitala-verktyg", kind=Kind.PLAN).number == mnkr(printed["value"])
    (found,) = [one for one in plan.observations if one.measure_id == "digitala-verktyg"]
    assert printed["printed"] in found.comment
    assert printed["bedomning"] in found.comment


def section_text(plan: Plan, name: str) -> str:
    return next(section.text for section in plan.sections if section.id == name)


@pytest.mark.parametrize("name", ["framgangsfaktorer", "hinder", "rekommendationer"])
def test_a_list_of_the_report_is_a_section(plan: Plan, name: str) -> None:
    assert [line.removeprefix("- ") for line in section_text(plan, name).splitlines()] == GOLDEN[name]


def test_categories_and_feasibility_are_value_lists(workspace: Workspace, plan: Plan) -> None:
    lists = dict(workspace.profile.value_lists)
    assert list(lists["atgardskategori"]) == GOLDEN["kategorier"]
    assert lists["genomforbarhet"] == ("1", "2", "3")
    assert GOLDEN["genomforbarhet"]["scale"] in section_text(plan, "genomforbarhet")
    totals = {figure["id"]: figure["value"] for figure in GOLDEN["figures"]}
    assert GOLDEN["genomforbarhet"]["all_actions"] == totals["reg.plan_summa_2023"]
    assert GOLDEN["genomforbarhet"]["hsf_level_3"] == totals["hsn.lag_genomforbarhet"]
