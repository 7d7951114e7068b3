"""The generic reports speak the region's words: order, lists and scales of the profile; what is lacking is told."""

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from openpyxl import load_workbook

from styrmodell.api import Workspace
from styrmodell.model.action import Action
from styrmodell.model.goal import Goal
from styrmodell.model.ids import UnitId
from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.money import PlannedAmount
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.profile import Profile
from styrmodell.model.project import Project
from styrmodell.model.risk import Risk, Score
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.target import Target
from styrmodell.report.chart import Matrix
from styrmodell.report.document import Document
from styrmodell.report.flow import Heading, Prose
from styrmodell.report.table import Table
from styrmodell.testing import example_plan, make_workspace

PROFILE = Profile(
    key="",
    valid_from=date.min,
    perspectives=("Invånare", "Ekonomi"),
    versions=("preliminär", "beslutad"),
    value_lists=(
        ("malniva", ("inriktningsmål", "mål")),
        ("projektkategori", ("Lokaler", "IT")),
        ("investeringskategori", ("Fastighet", "Utrustning")),
        ("genomforbarhet", ("1 – hög", "2 – medel")),
    ),
    scales=(("sannolikhet", ("liten", "stor")), ("konsekvens", ("mild", "svår"))),
)
YEAR = Period.year(2020)


def workspace(profile: Profile = PROFILE, **parts: object) -> Workspace:
    return evolve(make_workspace(evolve(example_plan(), **parts)), profile=profile)


def document(made: Workspace, key: str, unit: str = "", **settings: str) -> Document:
    publisher = made.publisher
    publisher.settings = {key: tuple(settings.items())}
    spec = publisher.spec(key)
    return publisher.document(spec, unit or publisher.plan.unit_id, publisher.plan.period)


def table(made: Document, key: str) -> Table:
    (found,) = [one for one in made.tables() if one.key == key]
    return found


def labels(found: Table) -> list[str]:
    return [row.label for row in found.rows]


def heads(found: Table) -> list[str]:
    return [column.key for column in found.columns]


def amount(period: str, value: int, kind: Kind = Kind.OUTCOME) -> PlannedAmount:
    return PlannedAmount(period=Period.parse(period), kind=kind, value=Decimal(value))


def test_a_column_that_nobody_has_filled_is_left_out_and_told_of_where_somebody_should_have() -> None:
    made = table(
        document(workspace(projects=(Project(id="a", name="Bygg", category="IT"),)), "generic.projekt"), "projekt"
    )
    assert heads(made) == ["kategori"]
    assert [note.text for note in made.notes] == ["Inte ifyllt på någon rad: Ansvarig, Status."]


def test_a_unit_that_has_nothing_of_it_is_told_so() -> None:
    risk = Risk(id="a", name="Brand", unit_id=UnitId("norr"))
    made = document(workspace(risks=(risk,)), "generic.riskregister", unit="soder")
    assert not made.tables()
    assert any(isinstance(block, Prose) and block.text.startswith("Risker: inget för ") for block in made.flow)


def test_objects_stand_in_the_order_of_the_profiles_list_and_others_last() -> None:
    goals = tuple(
        Goal(id=f"m{at}", name=level or "utan", level=level) for at, level in enumerate(("", "mål", "Inriktningsmål"))
    )
    projects = tuple(Project(id=name.lower(), name=name, category=name) for name in ("Annat", "IT", "Lokaler"))
    made = workspace(goals=goals, projects=projects)
    assert labels(table(document(made, "generic.maluppfyllelse"), "mal")) == ["Inriktningsmål", "mål", "utan"]
    found = table(document(made, "generic.projekt"), "projekt")
    assert labels(found) == ["Lokaler", "IT", "Annat"]
    assert found.columns[heads(found).index("kategori")].choices == ("Lokaler", "IT")


def test_investments_and_their_sums_follow_the_categories_of_the_profile() -> None:
    items = tuple(
        Investment(id=name.lower(), name=name, category=name, amounts=(amount("2020", -1000, Kind.BUDGET),))
        for name in ("Utrustning", "Fastighet")
    )
    made = document(workspace(investments=items), "generic.investeringar")
    for key in ("investeringar", "kategorier"):
        assert labels(table(made, key)) == ["Fastighet", "Utrustning", "Summa"]


def test_months_of_a_year_make_one_column_of_what_they_add_up_to() -> None:
    amounts = (amount("2020-01", -1000), amount("2020-05", -500), amount("2020", -9000, Kind.BUDGET))
    made = table(
        document(workspace(investments=(Investment(id="a", name="Bil", amounts=amounts),)), "generic.investeringar"),
        "investeringar",
    )
    assert [column.label for column in made.columns] == ["Utfall jan–maj 2020", "Budget 2020"]
    assert [cell.explanation and cell.explanation.exact for cell in made.rows[0].cells] == [1500, 9000]


def test_feasibility_is_said_in_the_words_of_the_list() -> None:
    actions = tuple(
        Action(id=f"a{at}", name=f"Å{at}", unit_id=UnitId("norr"), period=YEAR, feasibility=at, target=Decimal(1000))
        for at in (1, 2)
    )
    made = document(workspace(actions=actions), "generic.handlingsplan")
    found = table(made, "atgarder")
    place = heads(found).index("genomforbarhet")
    assert [row.cells[place].text for row in found.rows] == ["1 – hög", "2 – medel"]
    (told,) = [one for one in made.tables() if one.caption.startswith("Per genomförbarhet")]
    assert labels(told) == ["1 – hög", "2 – medel"]


@pytest.mark.parametrize(
    ("profile", "steps"), [(PROFILE, ["1. liten", "2. stor"]), (evolve(PROFILE, scales=()), ["1", "2", "3", "4"])]
)
def test_the_matrix_has_the_words_of_the_scale_or_numbers_alone(profile: Profile, steps: list[str]) -> None:
    risk = Risk(id="a", name="Brand", before=Score(likelihood=1, consequence=2))
    made = document(workspace(profile, risks=(risk,)), "generic.riskregister")
    (matrix,) = [block for block in made.blocks if isinstance(block, Matrix)]
    assert [matrix.step(number, word) for number, word in enumerate(matrix.across, 1)] == steps


def card_plan(*observations: Observation) -> Workspace:
    measure = Measure(id="ko", name="Kö", unit="antal", target=Target.parse("högst 5"))
    card = Scorecard(
        id="kort",
        name="Kort",
        unit_id=UnitId("forvaltning"),
        period=YEAR,
        perspectives=tuple(Perspective(id=name.lower()[0], name=name) for name in ("Ekonomi", "Invånare")),
        lines=(ScorecardLine(perspective_id="i", goals=("mal",), measure_id="ko"),),
    )
    goal = Goal(id="mal", name="Kort väntan")
    return workspace(measures=(measure,), goals=(goal,), scorecards=(card,), observations=observations, dimensions=())


def test_a_card_that_nobody_has_reported_anything_of_has_no_columns_for_how_it_went() -> None:
    found = table(document(card_plan(), "generic.styrkort"), "kort-i")
    assert heads(found) == ["mal"]


def test_a_card_with_an_outcome_has_them_and_its_perspectives_in_the_profiles_order() -> None:
    told = Observation(measure_id="ko", unit_id=UnitId("norr"), period=YEAR, kind=Kind.OUTCOME, value=Decimal(9))
    made = document(card_plan(told), "generic.styrkort")
    assert {"mal", "utfall", "status", "kommentar"} <= set(heads(table(made, "kort-i")))
    assert [block.text for block in made.flow if isinstance(block, Heading)] == ["Invånare", "Ekonomi"]


def test_a_goal_that_is_not_reached_tells_what_was_said_of_its_measures() -> None:
    measure = Measure(id="ko", name="Kö", unit="antal", target=Target.parse("högst 5"), goals=(Link(id="mal"),))
    told = Observation(
        measure_id="ko", unit_id=UnitId("norr"), period=YEAR, kind=Kind.OUTCOME, value=Decimal(9), comment="Vakanser."
    )
    made = workspace(measures=(measure,), goals=(Goal(id="mal", name="M"),), observations=(told,), dimensions=())
    found = table(document(made, "generic.maluppfyllelse"), "mal")
    assert found.rows[0].cells[heads(found).index("kommentar")].text == "Vakanser."


def versions(**settings: str) -> Table:
    plan = example_plan()
    first = tuple(evolve(one, version="preliminär") for one in plan.observations if one.measure_id == "ekonomi")
    second = tuple(evolve(one, version="beslutad", value=one.value and one.value * 2) for one in first)
    made = workspace(observations=(*first, *second))
    return table(document(made, "generic.resultatbudget", matt="ekonomi", **settings), "resultatbudget")


def test_each_version_of_the_budget_has_its_column_in_the_profiles_order_where_asked_for() -> None:
    assert [column.label for column in versions().columns] == ["Budget 2020"]
    found = versions(versioner="alla", indelning="slag")
    assert [column.label for column in found.columns] == [
        "Budget 2020 preliminär",
        "Budget 2020 beslutad",
        "Budget 2020",
    ]
    first, second, holding = (cell.explanation and cell.explanation.exact for cell in found.rows[0].cells)
    assert first
    assert second == holding == Fraction(first) * 2


def test_several_measures_stand_in_the_order_of_the_setting_and_the_signs_are_said() -> None:
    extra = Measure(id="bidrag", name="Bidrag", unit="kr")
    plan = example_plan()
    told = Observation(measure_id="bidrag", unit_id=UnitId("norr"), period=YEAR, kind=Kind.BUDGET, value=Decimal(5))
    made = workspace(measures=(*plan.measures, extra), observations=(*plan.observations, told))
    found = table(document(made, "generic.resultatbudget", matt="bidrag; ekonomi", indelning="slag"), "resultatbudget")
    assert [row.key for row in found.rows] == ["bidrag", "ekonomi.intakt", "ekonomi.kostnad", "ekonomi"]
    assert [note.text for note in found.notes] == ["Intäkter skrivs med plus och kostnader med minus."]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("indelning", "slagg", "en indelning som måttet har; menade du slag?"),
        ("matt", "ekonomi; invnare", "ett måtts id; menade du invanare?"),
        ("matt", "ekonmi", "ett måtts id; menade du ekonomi?"),
        ("enhet", "tusen", "kr, tkr eller mnkr"),
        ("versioner", "ala", "alla; menade du alla?"),
        ("indelningar", "slag", "en inställning; menade du indelning?"),
    ],
)
def test_a_setting_that_is_wrong_is_told_and_the_table_not_guessed(name: str, value: str, expected: str) -> None:
    made = document(workspace(), "generic.resultatbudget", **{"indelning": "slag", name: value})
    (fault,) = made.findings
    assert (fault.code.code, fault.expected()) == ("SM497", expected)
    assert not made.tables()


def test_counts_are_numbers_set_to_the_right_in_every_format() -> None:
    made = workspace()
    book = load_workbook(io.BytesIO(made.render("generic.observationer", "xlsx").data))
    counts = [cell for row in book["Uppgifter per mått"].iter_rows() for cell in row if isinstance(cell.value, int)]
    assert counts
    assert {cell.alignment.horizontal for cell in counts} == {"right"}
    page = made.render("generic.observationer", "html").data.decode()
    assert "uppgifter" in page
