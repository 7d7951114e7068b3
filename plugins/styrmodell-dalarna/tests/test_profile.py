"""The region's words hold from their day, and each time has its own reports."""

from pathlib import Path

import pytest

from styrmodell.api import Period, Profile, load
from styrmodell_dalarna.profile import PERSPECTIVES, PROFILE_2018, PROFILE_2024
from styrmodell_dalarna.rapportslag import period_words, report_kinds, report_of

PLAN = 'plan: {unit: hsn, period: "2024"}\nunits: [{id: hsn, name: HSN, level: nämnd}]\n'


def profile_of(folder: Path, as_of: str) -> Profile:
    (folder / "styrmodell.toml").write_text(
        f'[workspace]\nformat = 1\nprofile = "dalarna"\nas_of = {as_of}\nfiles = ["*.yaml"]\n', encoding="utf-8"
    )
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return load(folder).require().profile


@pytest.mark.parametrize(("as_of", "expected"), [("2018-03-01", PROFILE_2018), ("2024-02-01", PROFILE_2024)])
def test_the_words_are_those_of_the_day(tmp_path: Path, as_of: str, expected: Profile) -> None:
    assert profile_of(tmp_path, as_of) == expected


def test_both_times_have_the_same_perspectives_and_levels_but_the_highest() -> None:
    assert PROFILE_2018.perspectives == PROFILE_2024.perspectives == PERSPECTIVES
    assert (PROFILE_2018.levels[0], PROFILE_2024.levels[0]) == ("landsting", "region")
    assert PROFILE_2018.levels[1:] == PROFILE_2024.levels[1:] == ("nämnd", "förvaltning", "division", "verksamhet")


def test_each_time_has_its_own_reports() -> None:
    assert {kind.short for kind in report_kinds(PROFILE_2018)} == {"MR", "PR", "DR", ""}
    assert [kind.name for kind in report_kinds(PROFILE_2024)][1:] == [
        "Delårsrapport",
        "Tertialrapport",
        "Månadsrapport",
    ]


@pytest.mark.parametrize(
    ("profile", "period", "expected"),
    [
        (PROFILE_2018, "2018-01..2018-06", "Delårsrapport (DR)"),
        (PROFILE_2018, "2018-01..2018-07", "Månadsrapport (MR)"),
        (PROFILE_2024, "2024-01..2024-07", "Delårsrapport"),
        (PROFILE_2024, "2024-T1", "Tertialrapport"),
        (PROFILE_2018, "2018", "Verksamhetsberättelse"),
        (PROFILE_2018, "2018-06", None),
        (PROFILE_2018, "R12-2018-12", None),
        (PROFILE_2018, "2018-01..2019-06", None),
    ],
)
def test_a_report_is_about_the_year_so_far(profile: Profile, period: str, expected: str | None) -> None:
    found = report_of(profile, Period.parse(period))
    assert (found.title if found is not None else None) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2018", "2018"),
        ("2018-01..2018-06", "t.o.m. juni 2018"),
        ("2018-06", "2018-06"),
        ("2018-01", "t.o.m. januari 2018"),
    ],
)
def test_periods_are_told_in_words(period: str, expected: str) -> None:
    assert period_words(Period.parse(period)) == expected
