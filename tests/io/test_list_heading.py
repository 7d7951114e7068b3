"""Headings of lists are told apart as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.io.list_tables import INVESTMENTS, IT_PROJECTS, PROJECTS, RISKS, kind

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.lists.heading import HeadingMatch, Role, choose_kind, match_headings, score
from styrmodell.io.lists.key import clean_heading, heading_key
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.lists.shape import type_at
from styrmodell.model.kind import Kind

PSEUDO = {"nr", "post", "yearly", "perspective", "direction_goal", "goal", "area", "success_factors", "origin"}


def paths(match: HeadingMatch) -> list[str]:
    return [column.path or column.role.value for column in match.columns]


@pytest.mark.parametrize("listed", LIST_KINDS, ids=lambda listed: listed.key)
def test_every_heading_means_a_field_that_the_class_has(listed: ListKind) -> None:
    unknown = [path for path, _ in listed.headings if type_at(listed, path) is None and path not in PSEUDO]
    assert unknown in ([], ["members.parent"])
    assert set(listed.required) <= {path for path, _ in listed.headings}


@pytest.mark.parametrize("listed", LIST_KINDS, ids=lambda listed: listed.key)
def test_no_heading_of_a_kind_means_two_fields(listed: ListKind) -> None:
    keys = [heading_key(word) for _, words in listed.headings for word in words]
    assert sorted(keys) == sorted(set(keys))


def test_every_kind_of_object_can_stand_in_a_table() -> None:
    """But a table's definition and the steps of a year: they are no rows of a region's lists."""
    unlisted = {key for key, _ in OBJECT_KINDS} - {listed.key for listed in LIST_KINDS}
    assert unlisted == {"tables", "calendar", "completed_steps"}


@pytest.mark.parametrize("listed", [listed for listed in LIST_KINDS if not listed.items], ids=lambda listed: listed.key)
def test_the_english_names_of_fields_are_headings(listed: ListKind) -> None:
    match = match_headings([path for path, _ in listed.headings], listed)
    assert match.unknown == ()
    assert match.doubles == ()
    assert match.missing == ()


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Omfattning\n(timmar för\ngenomförande)", "Omfattning"),
        ("Process‐\neffektivitet", "Process-effektivitet"),
        ("Kategori 3)", "Kategori"),
        ("Mått*", "Mått"),
        ("Summa investeringar \n*)", "Summa investeringar"),
        ("Ansvarig:", "Ansvarig"),
        ("Plan\u00a02021", "Plan 2021"),
        ("(tkr)", "(tkr)"),
        ("Utgift t o m 2018", "Utgift t o m 2018"),
    ],
)
def test_what_does_not_matter_is_taken_off_a_heading(written: str, clean: str) -> None:
    assert clean_heading(written) == clean


@pytest.mark.parametrize("written", ["MÅTT", "matt", " Mått* ", "m\u00e5tt", "ma\u030att", "Mått (obligatoriskt):"])
def test_case_dots_and_marks_do_not_tell_headings_apart(written: str) -> None:
    assert heading_key(written) == "matt"


@given(st.permutations(RISKS))
def test_the_order_of_columns_does_not_matter(headings: list[str]) -> None:
    match = match_headings(headings, kind("risks"))
    assert match.unknown == ()
    assert match.doubles == ()
    assert {headings[column.index]: column.path for column in match.columns}["Handlingsplan | Åtgärd"] == "plan"


def test_the_risk_analysis_is_matched_as_it_is_printed() -> None:
    match = match_headings(RISKS, kind("risks"))
    expected = ["nr", "name", "description", "categories", *["mark"] * 5, "controls", "documents", *["rating"] * 3]
    assert paths(match) == [*expected, "plan", "owner", "status"]


def test_the_project_list_is_matched_as_it_is_printed() -> None:
    match = match_headings(PROJECTS, kind("projects"))
    expected = ["nr", "name", "description", "category", "digital", *["mark"] * 5, "extent", "total", "financing"]
    assert paths(match) == expected
    assert match.columns[5].name == "Process-effektivitet"


def test_columns_of_impact_are_known_without_their_group() -> None:
    match = match_headings(["Nr", "Projektnamn", "Process-effektivitet", "Förtroende, rykte"], kind("projects"))
    assert [column.role for column in match.columns[2:]] == [Role.MARK, Role.MARK]


def test_headings_over_amounts_say_period_and_kind() -> None:
    match = match_headings(INVESTMENTS, kind("investments"))
    amounts = [column.amount for column in match.of(Role.AMOUNT) if column.amount]
    assert [str(amount.period) for amount in amounts] == ["2018", "2019", "2020", "2021", "2022"]
    assert [amount.kind for amount in amounts] == [Kind.OUTCOME, Kind.FORECAST, Kind.BUDGET, Kind.PLAN, Kind.PLAN]
    assert [amount.accumulated for amount in amounts] == [True, False, False, False, False]
    assert [column.name for column in match.of(Role.SUM)] == ["Summa utgift t o m 2022"]


def test_a_year_over_a_target_says_when_not_what() -> None:
    match = match_headings(["Mått", "Målnivå 2020", "Enhet"], kind("measures"))
    assert paths(match) == ["name", "target", "unit"]


def test_the_same_heading_twice_is_told_apart_by_its_group() -> None:
    match = match_headings(["Risk", "Risk | Ansvarig", "Handlingsplan | Ansvarig"], kind("risks"))
    assert paths(match) == ["name", "owner"]
    assert match.columns[1].index == 2
    assert match.unknown == (1,)
    assert match.doubles == ()


def test_the_same_heading_twice_without_groups_is_a_double() -> None:
    match = match_headings(["Risk", "Ansvarig", "Ansvarig"], kind("risks"))
    assert match.doubles == ((2, 1),)


def test_what_the_user_says_goes_before_the_heading() -> None:
    columns = {"Ansv chef": "owner", "Ansvarig": "skip"}
    match = match_headings(["Risk", "Ansv. chef", "Ansvarig"], kind("risks"), columns)
    assert paths(match) == ["name", "owner", "ignored"]
    assert match.unknown == ()
    assert match.unused == ()


def test_a_mapping_that_fits_nothing_is_told() -> None:
    match = match_headings(["Risk"], kind("risks"), {"Chef": "owner", "Risk": "agare"})
    assert match.unused == (("Chef", "owner"), ("Risk", "agare"))


@pytest.mark.parametrize(
    ("sheet", "headings", "key"),
    [
        ("Bilaga 16", RISKS, "risks"),
        ("Blad3", PROJECTS, "projects"),
        ("Bilaga 10c IT-plan", IT_PROJECTS, "it_projects"),
        ("Investeringar", INVESTMENTS, "investments"),
        ("Uppföljning av åtgärder", ("Åtgärd", "Period", "Utfall"), "action_reports"),
        ("Handlingsplan", ("Åtgärd", "Ansvarig", "Mål"), "actions"),
        ("Blad1", ("Organ", "Datum", "Paragraf", "Beslut"), "decisions"),
        ("Åtgärder 2024", ("Åtgärd", "Ansvarig", "Mål"), "actions"),
        ("Styrkort", ("Perspektiv", "Mål", "Mått", "Målnivå 2020"), "scorecard_lines"),
        ("Styrkort", ("Namn", "Enhet", "Period", "Vision"), "scorecards"),
        ("Enheter", ("Id", "Namn", "Nivå", "Överordnad"), "units"),
        ("Blad1", ("Perspektiv", "Strategiskt mål", "Framgångsfaktorer", "Mått", "Ingångsvärde"), "scorecard_lines"),
    ],
)
def test_the_kind_of_a_sheet_is_told_by_its_name_or_its_headings(sheet: str, headings: list[str], key: str) -> None:
    found = choose_kind(sheet, headings)
    assert found is not None
    assert found.key == key


def test_a_tie_between_kinds_is_no_match() -> None:
    assert choose_kind("10b", INVESTMENTS) is None


def test_a_kind_whose_required_columns_are_not_there_scores_nothing() -> None:
    assert score(["Nr", "Kategori"], kind("risks")) == 0
    assert score(["Nr", "Risk", "Kategori", "Vad är detta"], kind("risks")) == 3


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_heading_stops_the_matching(headings: list[str]) -> None:
    match = match_headings(headings, kind("projects"))
    known = {column.index for column in match.columns}
    assert known | set(match.unknown) | {index for index, _ in match.doubles} == set(range(len(headings)))


@pytest.mark.parametrize("marks", ["*" * 32_000, "* " * 16_000, "1)" * 16_000, "¹" * 32_000])
def test_a_heading_of_marks_that_are_none_is_read_as_it_stands(marks):
    """A run within a run could be parted in as many ways as there are subsets."""
    assert clean_heading(f"{marks}x") == f"{marks}x"


def test_only_the_end_of_a_heading_is_footnotes():
    assert clean_heading("Utfall ** 2020 **) ¹²") == "Utfall ** 2020"
    assert clean_heading("x" + "*" * 100) == "x" + "*" * 60
