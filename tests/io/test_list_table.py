"""Rows of lists become objects, each fault at its cell."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.io.list_tables import LEDGER, RISKS, kind, objects, read, told

from styrmodell.io.converter import make_converter
from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.read import ListContent, read_list
from styrmodell.model.action import Action
from styrmodell.model.activity import WorkStatus
from styrmodell.model.assessment import Assessment
from styrmodell.model.decision import Decision, DecisionKind, Meeting
from styrmodell.model.dimension import Dimension
from styrmodell.model.goal import Goal
from styrmodell.model.hierarchy import Hierarchy
from styrmodell.model.ids import UnitId
from styrmodell.model.internal import Internal
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.risk import Rating, Risk, Score
from styrmodell.model.status import Outlook, Status
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Unit

GDPR = (
    1.0,
    "Utökat lagkrav GDPR",
    "Bristande efterlevnad.",
    "Efterlevnad regelverk\nFörtroende",
    "X",
    "",
    "x",
    "",
    "Ja",
)
GDPR_PLAN = ("Organisationen är på plats.", "GDPR", "Röd", "Gul", "", "Utveckla rutinerna.", "", "Löper på")


def one(content: ListContent, key: str) -> object:
    (found,) = objects(content, key)
    return found


def test_a_row_of_the_risk_analysis_becomes_a_risk() -> None:
    content = read("risks", RISKS, [(*GDPR, *GDPR_PLAN)], given={"unit": "rlf"})
    assert content.findings == ()
    assert one(content, "risks") == Risk(
        id="risk-1",
        nr="1",
        name="Utökat lagkrav GDPR",
        description="Bristande efterlevnad.",
        unit_id=UnitId("rlf"),
        categories=("Efterlevnad regelverk", "Förtroende"),
        impacts=("Process-effektivitet", "Förtroende, rykte", "Hushållning resurser"),
        ratings=(Rating(aspect="Effektivitet", word="Röd"), Rating(aspect="Påverkan", word="Gul")),
        controls="Organisationen är på plats.",
        documents="GDPR",
        plan="Utveckla rutinerna.",
        status_text="Löper på",
    )


def test_a_risk_knows_the_row_it_stands_in() -> None:
    risk = one(read("risks", RISKS, [(*GDPR, *GDPR_PLAN)]), "risks")
    assert isinstance(risk, Risk)
    assert str(risk.source) == "bok.xlsx Blad rad 2"


def test_a_mark_that_is_no_mark_is_told_at_its_cell() -> None:
    content = read("risks", RISKS, [(*GDPR[:7], "?", "x", *GDPR_PLAN)])
    assert told(content) == ["SM171 Blad!H2"]
    assert len(objects(content, "risks")) == 1


def test_marks_whose_columns_cannot_be_told_are_counted() -> None:
    risk = one(read("risks", ["Nr", "Risk", "Huvudpåverkan"], [(1, "Jäv", "X X x")]), "risks")
    assert isinstance(risk, Risk)
    assert (risk.impact_count, risk.impacts) == (3, ())


def test_likelihood_and_consequence_in_figures_are_a_score_and_in_words_ratings() -> None:
    content = read(
        "risks", ["Risk", "Sannolikhet", "Konsekvens"], [("Jäv", 3.0, 4.0), ("Brand", "Möjlig", "Allvarlig")]
    )
    first, second = objects(content, "risks")
    assert isinstance(first, Risk)
    assert isinstance(second, Risk)
    assert first.before == Score(likelihood=3, consequence=4)
    assert [rating.word for rating in second.ratings] == ["Möjlig", "Allvarlig"]


def test_a_status_of_the_list_of_words_is_a_status() -> None:
    risk = one(read("risks", ["Risk", "Status"], [("Jäv", "Påbörjad")]), "risks")
    assert isinstance(risk, Risk)
    assert (risk.status, risk.status_text) == (WorkStatus.STARTED, "")


def test_an_unknown_heading_is_told_with_what_it_looks_like_and_the_rest_is_read() -> None:
    content = read("risks", ["Risk", "Bekrivning", "Färg"], [("Jäv", "Otillbörlig påverkan", "blå")])
    assert told(content) == ["SM170 rubrikraden kolumn 2", "SM170 rubrikraden kolumn 3"]
    assert "menade du Beskrivning /" in content.findings[0].do()
    assert len(objects(content, "risks")) == 1


def test_a_nameless_column_without_cells_is_nothing_to_tell() -> None:
    assert read("risks", ["Risk", "", ""], [("Jäv", "", "")]).findings == ()


def test_a_required_column_that_is_not_there_is_told_once() -> None:
    content = read("targets", ["Mått", "Målvärde"], [("hme", "81"), ("nki", "70")], given={"period": "2020"})
    assert told(content) == ["SM108 rubrikraden"]
    assert content.objects == ()


def test_what_is_given_fills_what_has_no_column() -> None:
    content = read(
        "targets", ["Mått", "Målvärde"], [("hme", 81.0)], given={"unit": "rlf", "period": "2020", "dnr": "1"}
    )
    level = one(content, "targets")
    assert isinstance(level, TargetLevel)
    assert (level.measure_id, level.unit_id, str(level.period), level.target.words) == ("hme", "rlf", "2020", "81")


def test_what_is_given_leaves_an_empty_cell_empty() -> None:
    risk = one(read("risks", ["Risk", "Ansvarig"], [("Jäv", "")], given={"owner": "direktör"}), "risks")
    assert isinstance(risk, Risk)
    assert risk.owner == ""


def test_the_users_mapping_names_columns() -> None:
    content = read(
        "risks",
        ["Risk", "Ansv chef", "Intern"],
        [("Jäv", "IT-chef", "a")],
        columns={"Ansv chef": "owner", "Intern": "skip"},
    )
    risk = one(content, "risks")
    assert isinstance(risk, Risk)
    assert risk.owner == "IT-chef"
    assert content.findings == ()


def test_a_mapping_to_nothing_is_told() -> None:
    content = read("risks", ["Risk"], [("Jäv",)], columns={"Chef": "owner", "Risk": "nmae"})
    assert [code.split()[0] for code in told(content)] == ["SM107", "SM107"]


def test_a_missing_name_is_told_at_its_cell_and_by_its_heading() -> None:
    content = read("risks", ["Nr", "Benämning", "Beskrivning"], [(1, "", "Otydligt")])
    assert told(content) == ["SM108 Blad!B2"]
    assert content.findings[0].found() == "Benämning saknas eller är tom"


def test_all_faults_are_told_at_once() -> None:
    headings = ["Id", "Aktivitet", "Start", "Slut", "Status"]
    content = read("activities", headings, [("Fel id", "A", "i vår", "2020-02-31", "")])
    assert told(content) == ["SM122 Blad!A2", "SM119 Blad!C2", "SM119 Blad!D2"]


def test_two_rows_with_the_same_id_are_told_at_the_second() -> None:
    content = read("risks", ["Nr", "Risk"], [(1, "Jäv"), (1, "Brand")])
    assert told(content) == ["SM174 Blad rad 3"]
    assert [risk.name for risk in objects(content, "risks") if isinstance(risk, Risk)] == ["Jäv"]


def test_a_row_with_a_number_alone_is_no_row() -> None:
    content = read("risks", ["Nr", "Risk"], [(1, "Jäv"), *((float(number), "") for number in range(2, 31))])
    assert len(objects(content, "risks")) == 1
    assert len(content.skipped) == 29
    assert told(content) == ["SM178 Blad rad 3"]
    assert content.findings[0].found() == "29 st hoppades över: bara ett nummer (29 st, Blad rad 3 till Blad rad 31)"


def test_cells_beyond_the_heading_are_told() -> None:
    content = read("risks", ["Nr", "Risk"], [(1, "Jäv", "", "lös anteckning")])
    assert told(content) == ["SM170 rubrikraden kolumn 4"]


def test_a_name_stands_on_one_line_and_a_description_keeps_its_lines() -> None:
    risk = one(read("risks", ["Risk", "Beskrivning"], [("Utökat\nlagkrav", "Ett\ntvå")]), "risks")
    assert isinstance(risk, Risk)
    assert (risk.name, risk.description) == ("Utökat lagkrav", "Ett\ntvå")


def test_a_target_in_a_per_cent_cell_is_in_per_cent() -> None:
    row = ListRow(cells=("hme", 0.8), place=lambda _: "Blad rad 2", percent=frozenset((1,)))
    given = {"unit": "rlf", "period": "2020"}
    headings = ["Mått", "Målvärde"]
    content = read_list(
        kind("targets"), headings, [row], converter=make_converter(), source_file="bok.xlsx", given=given
    )
    level = one(content, "targets")
    assert isinstance(level, TargetLevel)
    assert (level.target.level, level.target.unit) == (Decimal("0.8"), "%")


def test_blank_rows_are_not_worth_a_word() -> None:
    content = read("risks", ["Nr", "Risk"], [("", ""), (1, "Jäv"), ("", None), ()])
    assert content.findings == ()
    assert content.skipped == ()


def test_decisions_are_named_by_body_day_and_paragraph() -> None:
    headings = ["Organ", "Datum", "Paragraf", "Ärende", "Beslut", "Typ"]
    row = ("Regionstyrelsen", datetime(2024, 9, 16), "§ 121", "Dialog", "Antecknas till protokollet.", "antecknad")
    decision = one(read("decisions", headings, [row]), "decisions")
    assert decision == Decision(
        id="beslut-regionstyrelsen-2024-09-16-121",
        body="Regionstyrelsen",
        date=date(2024, 9, 16),
        paragraph="§ 121",
        name="Dialog",
        kind=DecisionKind.NOTED,
        text="Antecknas till protokollet.",
    )


def test_a_decision_whose_day_is_not_known_has_its_month() -> None:
    content = read("decisions", ["Organ", "Datum", "Paragraf"], [("RS", "september 2024", "§ 1")])
    decision = one(content, "decisions")
    assert isinstance(decision, Decision)
    assert decision.date is None
    assert str(decision.period) == "2024-09"


def test_a_row_that_nothing_names_says_what_would_name_it() -> None:
    content = read("decisions", ["Organ", "Datum"], [("RS", "2024-09-16")])
    assert told(content) == ["SM108 Blad rad 2"]
    assert content.findings[0].found().startswith("Id eller Paragraf")


def test_meetings_are_named_by_body_and_day() -> None:
    meeting = one(read("meetings", ["Organ", "Datum"], [("Regionstyrelsen", "2024-11-12")]), "meetings")
    assert meeting == Meeting(
        id="sammantrade-regionstyrelsen-2024-11-12", body="Regionstyrelsen", date=date(2024, 11, 12)
    )


def test_an_action_has_its_money_range_and_its_links() -> None:
    headings = ["Nr", "Åtgärd", "Mål", "Helårseffekt", "Effekt från", "Bidrar till mål", "Genomförbarhet"]
    row = (3, "Minska hyrpersonal", "20", "18–19", datetime(2024, 4, 1), "mal-1 (RS)\nmal-2", 1.0)
    action = one(read("actions", headings, [row], format=LEDGER.__class__(scale="mnkr")), "actions")
    assert isinstance(action, Action)
    assert (action.id, action.target, action.feasibility) == ("atgard-3", Decimal(20000000), 1)
    assert action.full_year_effect is not None
    assert action.full_year_effect.high == Decimal(19000000)
    assert str(action.first_month) == "2024-04"
    assert action.goals == (Link(id="mal-1", origin="RS"), Link(id="mal-2"))


def test_units_need_ids_and_do_not_get_made_ones() -> None:
    content = read(
        "units",
        ["Id", "Namn", "Överordnad", "Giltig från"],
        [("rlf", "RLF", "", date(2019, 7, 1)), ("", "FoS", "rlf", "")],
    )
    assert objects(content, "units") == (Unit(id="rlf", name="RLF", valid_from=date(2019, 7, 1)),)
    assert told(content) == ["SM108 Blad!A3"]


def test_the_rows_of_a_hierarchy_are_its_places() -> None:
    table = [("Politisk", "rf", "", ""), ("", "rs", "rf", "2020-01-01"), ("linje", "rlf", "", "")]
    content = read("hierarchies", ["Hierarki", "Enhet", "Överordnad", "Giltig från"], table)
    first, second = objects(content, "hierarchies")
    assert isinstance(first, Hierarchy)
    assert isinstance(second, Hierarchy)
    assert (first.id, first.name, second.id) == ("politisk", "Politisk", "linje")
    assert [(place.unit_id, place.parent_id, place.valid_from) for place in first.places] == [
        ("rf", None, None),
        ("rs", "rf", date(2020, 1, 1)),
    ]


def test_a_fault_in_a_place_points_at_its_cell() -> None:
    content = read("hierarchies", ["Hierarki", "Enhet", "Överordnad"], [("linje", "rf", ""), ("linje", "rs", "R F")])
    assert told(content) == ["SM122 Blad!C3"]


def test_the_rows_of_a_dimension_are_its_members() -> None:
    table = [("slag", "netto", "Netto", ""), ("", "intakt", "Intäkter", "netto"), ("", "kostnad", "Kostnader", "netto")]
    dimension = one(read("dimensions", ["Indelning", "Id", "Namn", "Ingår i"], table), "dimensions")
    assert isinstance(dimension, Dimension)
    assert dimension.parts() == {"netto": ("intakt", "kostnad"), "intakt": (), "kostnad": ()}


def test_a_member_that_is_part_of_nothing_known_is_told() -> None:
    content = read("dimensions", ["Indelning", "Id", "Ingår i"], [("slag", "intakt", "nett")])
    assert told(content) == ["SM177 Blad!C2"]


CELLS = st.one_of(
    st.text(max_size=12), st.floats(), st.integers(), st.booleans(), st.none(), st.dates(), st.datetimes()
)


@pytest.mark.parametrize("key", ["risks", "projects", "it_projects", "investments", "decisions", "scorecard_lines"])
@given(table=st.lists(st.lists(CELLS, max_size=9), max_size=5))
def test_no_cell_stops_the_reading(key: str, table: list[list[object]]) -> None:
    headings = {
        "risks": ["Nr", "Risk", "Sannolikhet", "Konsekvens", "Medarbetare", "Status", "Mål", "Vald", "Riskvärdering"],
        "decisions": ["Organ", "Datum", "Paragraf", "Typ", "Gäller", "Period", "Id"],
        "scorecard_lines": ["Perspektiv", "Mål", "Mått", "Målvärde", "Ingångsvärde", "Rapportering", "Markering"],
    }.get(key, ["Nr", "Benämning", "", "Utgift t o m 2018", "Budget 2020", "Summa", "Status", "Proj.nr", "Slut"])
    read(key, headings, table, given={"unit": "rlf", "period": "2020"})


def test_a_measure_of_anothers_figures_is_read_with_its_weight() -> None:
    heading = ["Id", "Mått", "Enhet", "Regel", "Av mått", "Vikt", "Internt", "Mål"]
    row = ("m", "M", "poäng", "weighted_mean", "nojdhet", "svar", "netto", "god-vard (RS, vikt 1,5)")
    (measure,) = objects(read("measures", heading, [row]), "measures")
    assert isinstance(measure, Measure)
    assert (measure.of_id, measure.weight_id, measure.internal) == ("nojdhet", "svar", Internal.NET)
    assert measure.goals == (Link(id="god-vard", origin="RS", weight="1.5"),)


def test_how_a_goal_is_judged_is_a_word_in_its_row() -> None:
    (goal,) = objects(read("goals", ["Id", "Mål", "Statusregel"], [("g", "God vård", "Viktad")]), "goals")
    assert isinstance(goal, Goal)
    assert goal.status_rule == StatusRule(by=StatusChoice.WEIGHTED)


def test_an_action_says_which_it_is_the_same_as() -> None:
    (action,) = objects(read("actions", ["Id", "Åtgärd", "Samma som"], [("a", "A", "b")]), "actions")
    assert isinstance(action, Action)
    assert action.same_as_id == "b"


def test_a_row_of_assessments_is_read_with_its_words() -> None:
    heading = ["Mål", "Enhet", "Period", "Status", "Bedömning", "Bedömd av", "Motivering", "Underlag", "Datum"]
    row = ("g", "rlf", "2024", "Ej uppnått", "Bedöms uppnås delvis", "RS", "Köerna", "§ 12", date(2024, 5, 2))
    (made,) = objects(read("assessments", heading, [row]), "assessments")
    assert made == Assessment(
        goal_id="g",
        unit_id="rlf",
        period=Period.year(2024),
        status=Status.MISSED,
        outlook=Outlook.PARTLY,
        by="RS",
        why="Köerna",
        grounds="§ 12",
        dated=date(2024, 5, 2),
    )


def test_a_member_is_marked_as_a_selection() -> None:
    heading = ["Indelning", "Id", "Delar", "Urval"]
    (dimension,) = objects(read("dimensions", heading, [("d", "a", "", ""), ("d", "u", "a", "x")]), "dimensions")
    assert isinstance(dimension, Dimension)
    assert [member.selection for member in dimension.members] == [False, True]
