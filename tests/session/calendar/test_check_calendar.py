"""What is wrong in a calendar is told, where it stands, with what was meant; it marks no document."""

from pathlib import Path

import pytest
from tests.session.calendar.workspaces import PLAN, workspace

from styrmodell.api import Finding

GOOD = """\
  - {key: x, name: X, due: den 10:e varje månad, levels: [område], reports: [generic.tabeller], tables: [bemanning]}
"""


def told(folder: Path, steps: str, done: str = "", *, plan: str = PLAN) -> list[Finding]:
    made = workspace(folder, steps, done, plan=plan)
    return [one for one in made.check() if one.code.code.startswith("SM48")]


def test_a_calendar_without_fault_has_no_findings(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD, "  - {step: x, unit: b, period: 2020-08, done: 2020-09-01}\n") == []


def test_faults_of_the_calendar_are_not_told_when_loading_so_that_no_document_is_a_draft_for_them(
    tmp_path: Path,
) -> None:
    assert list(workspace(tmp_path, "  - {key: x, name: X, due: 30 februari}\n").findings) == []


@pytest.mark.parametrize(
    ("step", "code", "found", "near"),
    [
        ("levels: [omrade]", "SM480", "steget x gäller nivån omrade", "menade du område?"),
        ("units: [aa]", "SM480", "steget x gäller enheten aa", ""),
        ("reports: [generic.tabell]", "SM481", "steget x levererar rapporten generic.tabell", "generic.tabeller"),
        ("tables: [bemaning]", "SM481", "steget x levererar tabellen bemaning", "menade du bemanning"),
    ],
)
def test_a_name_that_nobody_has_is_told_with_what_was_meant(
    tmp_path: Path, step: str, code: str, found: str, near: str
) -> None:
    (one,) = told(tmp_path, f"  - {{key: x, name: X, due: 1 maj, {step}}}\n")
    assert (one.code.code, one.found()) == (code, found)
    assert near in one.expected()
    assert one.source.file == "plan.yaml"
    assert "{" not in one.text("sv") + one.text("en")


def test_a_level_of_the_profile_is_known_although_no_unit_has_it(tmp_path: Path) -> None:
    assert told(tmp_path, "  - {key: x, name: X, due: 1 maj, levels: [enhet]}\n") == []


def test_a_table_of_a_report_is_known(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.replace("bemanning", "bemanning, bemanning")) == []


def test_two_steps_with_one_key_are_told(tmp_path: Path) -> None:
    (one,) = told(tmp_path, GOOD + "  - {key: x, name: Y, due: 1 maj}\n")
    assert (one.code.code, one.source.place[:5]) == ("SM482", "rad 1")
    assert "plan.yaml rad " in one.found()


def test_a_step_of_the_plan_with_the_key_of_one_of_the_profile_is_told(tmp_path: Path) -> None:
    plan = PLAN.replace("enhet]WEEKEND", "enhet], calendar: [{key: x, name: Regionens, due: 1 maj}]")
    assert [one.code.code for one in told(tmp_path, GOOD, plan=plan)] == ["SM482"]


@pytest.mark.parametrize(
    ("due", "day"),
    [("30 februari", "30 februari"), ("29 februari", "29 februari"), ("31/4", "31 april"), ("0 maj", "0 maj")],
)
def test_a_day_that_not_every_year_has_is_told(tmp_path: Path, due: str, day: str) -> None:
    (one,) = told(tmp_path, f"  - {{key: x, name: X, due: {due}}}\n")
    assert (one.code.code, one.found()) == ("SM483", f"steget x ska vara klart {day}")


def test_a_day_that_some_months_lack_is_told_for_those_months(tmp_path: Path) -> None:
    found = told(tmp_path, "  - {key: x, name: X, due: den 30:e varje månad, months: [1, 2]}\n")
    assert [one.found() for one in found] == ["steget x ska vara klart 30 februari"]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("due: 10 dagar efter periodens slut, every: tertialvis, months: [4, 5]", "months 5 och tertialvis"),
        ("due: 20 september, every: delårsvis", "delårsvis utan månader"),
        ("due: 10 dagar efter periodens slut, every: periodrapport vid nämndmöte", "nämndmöte utan månader"),
        ("due: den 10:e varje månad, every: tertialvis", "tertialvis och den 10:e varje månad"),
        ("due: 10 dagar efter årets slut, every: månadsvis", "månadsvis och 10 dagar efter årets slut"),
        ("due: 15 maj, every: tertialvis", "samma dag, 15 maj, för varje period"),
    ],
)
def test_periods_and_a_day_that_do_not_go_together_are_told(tmp_path: Path, step: str, words: str) -> None:
    (one,) = told(tmp_path, f"  - {{key: x, name: X, {step}}}\n")
    assert one.code.code == "SM484"
    assert words in one.found()


def test_the_days_after_a_year_go_with_the_year_end(tmp_path: Path) -> None:
    assert told(tmp_path, "  - {key: x, name: X, due: 10 dagar efter årets slut, every: årsbokslut}\n") == []


@pytest.mark.parametrize(
    ("done", "code", "expected"),
    [
        ("step: y, unit: b, period: 2020-08, done: 2020-09-01", "SM485", "ett steg i kalendern: x"),
        (
            "step: x, unit: b, period: '2020', done: 2021-01-01",
            "SM485",
            "en period som steget gäller: 2020-01, 2020",
        ),
        ("step: x, unit: b, period: 2019-08, done: 2019-09-01", "SM485", "en period som steget gäller"),
        ("step: x, unit: b, period: 2020-08, done: 2020-07-31", "SM486", "en dag från och med 2020-08-01"),
        ("step: x, unit: a, period: 2020-08, done: 2020-09-01", "SM487", "en enhet som steget gäller: b, c"),
    ],
)
def test_what_was_done_must_go_with_the_calendar(tmp_path: Path, done: str, code: str, expected: str) -> None:
    (one,) = told(tmp_path, GOOD, f"  - {{{done}}}\n")
    assert one.code.code == code
    assert one.expected().startswith(expected)
    assert "{" not in one.text("sv") + one.text("en")


def test_what_is_due_before_its_period_may_be_done_before_it(tmp_path: Path) -> None:
    steps = "  - {key: p, name: Plan, due: 15 oktober året före}\n"
    assert told(tmp_path, steps, "  - {step: p, unit: a, period: '2020', done: 2019-10-01}\n") == []


def test_a_step_that_was_done_twice_is_told(tmp_path: Path) -> None:
    done = "  - {step: x, unit: b, period: 2020-08, done: 2020-09-01}\n" * 2
    (one,) = told(tmp_path, GOOD, done)
    assert (one.code.code, one.found()[:34]) == ("SM488", "steget x för b och 2020-08 står oc")
