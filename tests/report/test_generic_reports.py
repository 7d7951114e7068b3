"""The reports that every region can use: what they print is what the plan holds, and no plan is too odd for them."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from styrmodell.api import load
from styrmodell.model.activity import Activity
from styrmodell.model.assignment import Assignment
from styrmodell.model.goal import Goal
from styrmodell.model.ids import UnitId
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.risk import ControlPoint, Risk, Score
from styrmodell.model.target import Target
from styrmodell.report.chart import Matrix
from styrmodell.report.document import Document
from styrmodell.report.flow import Prose
from styrmodell.report.generic.chains import Chains
from styrmodell.report.generic.reports import GENERIC
from styrmodell.report.spec import DATA_FORMATS
from styrmodell.testing import example_plan, make_workspace
from styrmodell.testing.everything import everything_plans

ROOT = Path(__file__).parents[2]
FOLLOW_UP = ROOT / "examples" / "uppfoljning-2024"


def document(plan: Plan, key: str) -> Document:
    publisher = make_workspace(plan).publisher
    spec = publisher.spec(key)
    (unit, period), *_ = spec.instances(plan)
    return publisher.document(spec, unit, period)


def of_example(key: str) -> Document:
    publisher = load(FOLLOW_UP).require().publisher
    spec = publisher.spec(key)
    (unit, period), *_ = publisher.instances(spec)
    return publisher.document(spec, unit, period)


def rows(made: Document, table: str) -> dict[str, tuple[str, list[str]]]:
    """Row key → its label and its texts."""
    (found,) = [one for one in made.tables() if one.key == table]
    return {row.key: (row.label, [cell.text for cell in row.cells]) for row in found.rows}


def prose(made: Document) -> str:
    return " ".join(block.text for block in made.flow if isinstance(block, Prose))


def columns(made: Document, table: str) -> list[str]:
    (found,) = [one for one in made.tables() if one.key == table]
    return [column.key for column in found.columns]


@given(plan=everything_plans())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_plan_is_too_odd_to_print(plan: Plan) -> None:
    publisher = make_workspace(plan).publisher
    for spec in GENERIC:
        for unit, period in publisher.instances(spec):
            if not publisher.has_unit(unit):
                continue
            for cell in publisher.document(spec, unit, period).cells():
                assert isinstance(cell.text, str)
            if spec.data is not None:
                for form in DATA_FORMATS:
                    assert publisher.rendered(spec, form, unit, period).data


def test_a_report_is_called_for_only_where_the_plan_holds_anything_of_it() -> None:
    bare = evolve(example_plan(), measures=(), observations=(), dimensions=())
    assert [spec.key for spec in GENERIC if tuple(spec.instances(bare))] == ["generic.matt"]


def test_the_goals_stand_with_their_status_and_a_red_one_without_a_comment_says_so() -> None:
    made = of_example("generic.maluppfyllelse")
    told = rows(made, "mal")
    assert len(told) == len(load(FOLLOW_UP).require().plan.goals)
    shown = columns(made, "mal")
    label, texts = told["balans"]
    assert label == "En ekonomi i balans"
    assert "Ej uppnått" in texts[shown.index("status")]
    assert texts[shown.index("kommentar")] == "Kommentar saknas"
    assert "Ej uppnått: 1." in prose(made)


def test_a_goals_measures_have_the_figures_that_the_workspace_gives() -> None:
    workspace = load(FOLLOW_UP).require()
    (table,) = [one for one in of_example("generic.maluppfyllelse").tables() if one.key == "matt"]
    shown = [column.key for column in table.columns].index("utfall")
    assert "En ekonomi i balans" in {row.group for row in table.rows}
    for row in table.rows:
        _, measure, unit = row.key.split(".")
        figure = row.cells[shown].explanation
        asked = workspace.value(measure, unit=unit)
        assert figure is not None
        assert figure.exact == asked.exact


def test_the_budget_prints_what_the_setting_names_part_by_part() -> None:
    publisher = load(ROOT / "examples" / "redovisning-2024").require().publisher
    spec = publisher.spec("generic.resultatbudget")
    publisher.settings = {spec.key: (("matt", "ekonomi"), ("indelning", "slag"))}
    (unit, period), *_ = publisher.instances(spec)
    (table,) = publisher.document(spec, unit, period).tables()
    assert table.rows[-1].key == "ekonomi"
    assert table.rows[-1].level == "total"
    for place, column in enumerate(table.columns):
        parts = [row.cells[place] for row in table.rows[:-1] if row.level == "body"]
        known = [
            Fraction(cell.explanation.exact)
            for cell in parts
            if cell.explanation and cell.explanation.exact is not None
        ]
        whole = table.rows[-1].cells[place].explanation
        assert known, column.key
        assert whole is not None
        assert sum(known) == Fraction(whole.exact or 0)


def test_a_setting_that_names_no_measure_is_told() -> None:
    publisher = load(FOLLOW_UP).require().publisher
    spec = publisher.spec("generic.resultatbudget")
    publisher.settings = {spec.key: (("matt", "ekonmi"),)}
    made = publisher.document(spec, *publisher.instances(spec)[0])
    (fault,) = made.findings
    assert (fault.code.code, fault.found()) == ("SM497", "generic.resultatbudget: matt = ekonmi")
    assert not made.tables()


def test_the_investments_of_the_whole_are_counted_once() -> None:
    plan = load(FOLLOW_UP).require().plan
    assert plan is not None
    (table, by_category) = of_example("generic.investeringar").tables()
    for one in (table, by_category):
        for place, column in enumerate(one.columns):
            period = next(c.period for c in [*_amounts(plan)] if c.period.text.lower() in column.key)
            kind = column.key.partition("-")[0]
            wanted = sum(
                -amount.value for amount in _amounts(plan) if (amount.period, amount.kind.value) == (period, kind)
            )
            whole = one.rows[-1].cells[place].explanation
            assert whole is not None
            assert whole.exact == wanted


def _amounts(plan: Plan):
    return [amount for one in plan.investments for amount in one.amounts if amount.value is not None]


def with_risks(*risks: Risk, **parts) -> Plan:
    return evolve(example_plan(), risks=risks, **parts)


RISK = Risk(
    id="a",
    name="Fel person",
    unit_id=UnitId("forvaltning"),
    before=Score(likelihood=3, consequence=4),
    selected=True,
    control_points=(ControlPoint(name="Stickprov", method="Lista", frequency="Månad", owner="Controller"),),
)


def test_a_risk_stands_in_the_list_and_in_its_square_of_the_matrix() -> None:
    made = document(with_risks(RISK, Risk(id="b", name="Utan värde")), "generic.riskregister")
    assert [label for label, _ in rows(made, "risker").values()] == ["Fel person", "Utan värde"]
    (matrix,) = [block for block in made.blocks if isinstance(block, Matrix)]
    assert [(item.name, item.across, item.up) for item in matrix.items] == [("Fel person", 3, 4)]
    assert "1 av 2 risker" in matrix.alt


def test_a_control_point_says_how_how_often_and_who_and_a_chosen_risk_without_any_is_listed() -> None:
    made = document(with_risks(RISK, Risk(id="b", name="Utan kontroll", selected=True)), "generic.internkontroll")
    ((label, texts),) = rows(made, "kontrollmoment").values()
    assert (label, texts[:3]) == ("Stickprov", ["Lista", "Månad", "Controller"])
    assert [label for label, _ in rows(made, "utan-kontroll").values()] == ["Utan kontroll"]


def test_an_assignment_that_is_past_its_day_and_not_reported_back_is_late() -> None:
    late = Assignment(id="a", name="Utred", due=date(2000, 1, 1))
    told = Assignment(id="b", name="Svara", due=date(2000, 1, 1), reports=(Link(id="beslut"),))
    made = document(evolve(example_plan(), assignments=(late, told)), "generic.uppdrag")
    place = columns(made, "uppdrag").index("forsenat")
    assert [texts[place] for _, texts in rows(made, "uppdrag").values()] == ["Försenad", ""]


def test_the_plan_of_actions_has_the_figures_of_the_savings_plan() -> None:
    workspace = load(FOLLOW_UP).require()
    plan = workspace.savings()
    (table, *_) = of_example("generic.handlingsplan").tables()
    places = {column.key: place for place, column in enumerate(table.columns)}
    assert [row.key for row in table.rows] == [line.action.id for line in plan.lines]
    for row, line in zip(table.rows, plan.lines, strict=True):
        for column, figure in line.figures:
            if column.value in places and figure.is_known:
                shown = row.cells[places[column.value]].explanation
                assert shown is not None
                assert shown.exact == figure.explanation.exact


def test_the_catalogue_has_every_measure_once_with_its_definition() -> None:
    plan = load(FOLLOW_UP).require().plan
    assert plan is not None
    made = of_example("generic.mattkatalog")
    told = rows(made, "definitioner")
    own = [one.id for one in plan.measures if "objekt" not in one.dimensions and one.id != "atgard-avvikelse"]
    assert list(told) == own
    assert "-1 * kostnad - intakt" in " ".join(told["nettokostnad"][1])


GOAL = Goal(id="mal", name="Mål")
LOOSE = Activity(id="los", name="Lös aktivitet")
TIED = Activity(id="fast", name="Fast aktivitet", measures=(Link(id="matt"),))


def thread_plan(**parts) -> Plan:
    measure = Measure(id="matt", name="Mått", unit="antal", target=Target.parse("minst 5"), goals=(Link(id="mal"),))
    given = {"measures": (measure,), "goals": (GOAL,), "activities": (TIED,), "observations": (), "dimensions": ()}
    return evolve(example_plan(), **(given | parts))


def test_an_unbroken_thread_is_walked_both_ways() -> None:
    made = document(thread_plan(), "generic.rodtrad")
    ((label, texts),) = rows(made, "mal-till-utfall").values()
    assert label == "Mått"
    assert "Aktivitet: Fast aktivitet" in texts
    ((label, texts),) = rows(made, "aktivitet-till-mal").values()
    assert (label, texts[-2:]) == ("Fast aktivitet", ["Mått", "Mål"])
    assert "Inga brutna kedjor." in prose(made)


@pytest.mark.parametrize(
    ("parts", "broken"),
    [
        ({"goals": (GOAL, Goal(id="tomt", name="Tomt"))}, ("tomt", "inget mått")),
        ({"activities": ()}, ("mal", "inget arbete")),
        ({"activities": (TIED, LOOSE)}, ("los", "leder inte till något mål")),
        (
            {"measures": (Measure(id="matt", name="M", unit="antal", goals=(Link(id="mal"),)),)},
            ("matt", "inget målvärde"),
        ),
        (
            {
                "measures": (
                    *thread_plan().measures,
                    Measure(id="m2", name="M", unit="antal", target=Target.parse("minst 5")),
                )
            },
            ("m2", "inget mål"),
        ),
    ],
)
def test_each_break_of_the_thread_is_listed(parts, broken) -> None:
    (found,) = Chains(plan=thread_plan(**parts)).breaks()
    assert found.id == broken[0]
    assert found.lack.startswith(broken[1])


def test_goals_that_serve_each_other_in_a_circle_are_walked_once() -> None:
    goals = (evolve(GOAL, parents=(Link(id="b"),)), Goal(id="b", name="B", parents=(Link(id="mal"),)))
    chains = Chains(plan=thread_plan(goals=goals))
    assert chains.above("measure", "matt") == (("goal", "mal"), ("goal", "b"))


def test_every_observation_is_a_tidy_row_that_says_what_was_told() -> None:
    workspace = load(FOLLOW_UP).require()
    plan = workspace.publisher.plan
    data = workspace.render("generic.observationer", "csv").data
    told = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert len(told) == len(plan.observations)
    for row, one in zip(told, plan.observations, strict=True):
        assert (row["measure"], row["unit_id"], row["period"]) == (one.measure_id, one.unit_id, one.period.text)
        assert (Decimal(row["value"]) if row["value"] else None) == one.value
        assert row["start"] == one.period.first_day.isoformat()
        assert {name: row[f"dim_{name}"] for name, _ in one.dims} == dict(one.dims)


def test_the_data_package_describes_every_column_and_measure() -> None:
    workspace = load(FOLLOW_UP).require()
    plan = workspace.publisher.plan
    package = json.loads(workspace.render("generic.observationer", "json").data)
    (resource,) = package["resources"]
    header = workspace.render("generic.observationer", "csv").data.decode().splitlines()[0]
    assert [field["name"] for field in resource["schema"]["fields"]] == header.split(",")
    assert all(field["description"] for field in resource["schema"]["fields"])
    assert resource["rows"] == len(plan.observations)
    assert [one["id"] for one in package["measures"]] == [one.id for one in plan.measures]


def test_a_report_without_data_is_no_csv() -> None:
    with pytest.raises(LookupError, match="csv"):
        load(FOLLOW_UP).require().render("generic.mattkatalog", "csv")
