"""Words stand in the profile's lists, steps on its scales."""

import pytest
from attrs import evolve
from tests.model.whole_plan import PROFILE, changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.checks.values import FIELD_LISTS
from styrmodell.model.period import Period
from styrmodell.model.risk import Rating, Score

COLLECTIONS = {"Risk": "risks", "Project": "projects", "Action": "actions", "Goal": "goals"}
PLACES = [
    (name, COLLECTIONS[cls.__name__], field)
    for name, fields in FIELD_LISTS.items()
    for cls, field in fields
    if field != "feasibility"
]
WRONG = {"categories": ("Fel",), "impacts": ("Fel",), "ratings": (Rating(word="Fel"), Rating(word="Gul"))}


@pytest.mark.parametrize(("name", "collection", "field"), PLACES)
def test_a_word_outside_its_list_is_a_warning(name, collection, field):
    (finding,) = found(changed(whole_plan(), collection, **{field: WRONG.get(field, "Fel")}))
    assert finding.code.code == "SM223"
    assert finding.code.severity is Severity.WARNING
    assert f"listan {name}" in finding.expected()


def test_what_looks_like_a_wrong_word_is_asked_for():
    (finding,) = found(changed(whole_plan(), "risks", categories=("Verksamheten",)))
    assert "menade du Verksamhet" in finding.expected()
    assert finding.found() == "risken r1 har kategorin Verksamheten"


def test_case_and_line_breaks_do_not_matter():
    assert codes(changed(whole_plan(), "projects", impacts=("hushållning\nresurser",))) == []


@pytest.mark.parametrize(
    ("field", "name", "near"),
    [("value_lists", "riskkategorier", "riskkategori"), ("scales", "konsekvenser", "konsekvens")],
)
def test_a_list_of_nearly_a_known_name_is_told(field, name, near):
    (finding,) = found(whole_plan(), profile=evolve(PROFILE, **{field: ((name, ("x",)),)}))
    assert (finding.code.code, finding.code.severity) == ("SM275", Severity.NOTE)
    assert name in finding.found()
    assert f"menade du {near}" in finding.expected()


@pytest.mark.parametrize("name", ["investeringskategori", "riskaspekt", "digitalisering", "egen-lista"])
def test_a_list_of_the_region_s_own_is_left_alone(name):
    assert codes(whole_plan(), profile=evolve(PROFILE, value_lists=((name, ("x",)),))) == []


def test_words_are_not_checked_without_a_list():
    plan = changed(whole_plan(), "risks", categories=("Fel",))
    assert codes(plan, profile=evolve(PROFILE, value_lists=())) == []
    assert codes(plan, profile=None) == []


def test_a_list_that_no_field_has_checks_nothing():
    assert codes(whole_plan(), profile=evolve(PROFILE, value_lists=(("annat", ("x",)),))) == []


def test_a_feasibility_outside_its_list_is_told():
    profile = evolve(PROFILE, value_lists=(("genomforbarhet", ("1 – hög", "3")),))
    assert codes(changed(whole_plan(), "actions", feasibility=2), profile=profile) == ["SM223"]


@pytest.mark.parametrize("feasibility", [0, 4, -1])
def test_a_feasibility_outside_one_to_three_is_an_error(feasibility):
    (finding,) = found(changed(whole_plan(), "actions", feasibility=feasibility), profile=None)
    assert finding.code.code == "SM224"
    assert finding.expected() == "ett steg från 1 till 3"


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (Score(likelihood=4, consequence=2), []),
        (Score(likelihood=5, consequence=2), ["SM224"]),
        (Score(likelihood=1, consequence=3), ["SM224"]),
        (Score(likelihood=0, consequence=9), ["SM224", "SM224"]),
    ],
)
def test_a_score_outside_the_scale_is_told(score, told):
    assert codes(changed(whole_plan(), "risks", after=score)) == told


def test_without_a_scale_only_steps_below_one_are_told():
    plan = changed(whole_plan(), "risks", before=Score(likelihood=0, consequence=9))
    (finding,) = found(plan, profile=None)
    assert finding.found() == "risken r1 har sannolikheten 0"


def test_a_first_month_that_is_no_month_is_told():
    assert codes(changed(whole_plan(), "actions", first_month=Period.parse("2020-T1"))) == ["SM228"]
