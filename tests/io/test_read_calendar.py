"""The calendar in YAML and JSON: words people write, faults with their place, and what is saved is read back."""

from datetime import date
from pathlib import Path

import pytest

from styrmodell.api import Due, Period, Weekend, load, plan_json
from styrmodell.io.converter import make_converter
from styrmodell.io.read_yaml import YamlContent, yaml_content
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.frequency import Cadence

STEP = "{key: man, name: Månadsrapport, due: var månad den 10:e, every: månadsvis, months: [2, 9], levels: [område]}"
TOML = '[workspace]\nformat = 1\nname = "N"\nprofile = "p"\nas_of = 2020-10-01\nfiles = ["*.yaml", "*.json"]\n'
PLAN = f"""\
plan: {{id: p, unit: a, period: "2020"}}
units: [{{id: a, name: A, level: område}}]
profile:
  key: p
  valid_from: 2020-01-01
  weekend: fredagen före
  calendar:
    - {STEP}
calendar:
  - {{key: bok, name: Bokslut, due: sista januari året efter, units: [a], roles: [Ekonom], order: 2}}
completed_steps:
  - {{step: man, unit: a, period: 2020-02, done: 2020-03-09, role: Ekonom, comment: åäö}}
"""


def read(text: str) -> YamlContent:
    return yaml_content(text.encode(), "a.yaml", make_converter())


def test_steps_are_read_with_the_words_people_write_and_where_they_stand() -> None:
    content = read(PLAN)
    assert list(content.findings) == []
    assert content.profile is not None
    assert content.profile.weekend is Weekend.BEFORE
    (step,) = content.profile.calendar
    assert step == CalendarStep(
        key="man",
        name="Månadsrapport",
        due=Due.parse("den 10:e varje månad"),
        every=Cadence.MONTHLY,
        months=(2, 9),
        levels=("område",),
    )
    assert (step.source.file, step.source.place) == ("a.yaml", "rad 8 kolumn 7 profile.calendar[0]")


def test_what_is_done_is_read() -> None:
    (one,) = read(PLAN).objects["completed_steps"]
    assert one == CompletedStep(
        step="man",
        unit_id="a",
        period=Period.parse("2020-02"),
        done=date(2020, 3, 9),
        role="Ekonom",
        comment="åäö",
    )


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("due: 5 arbetsdagar efter månadsskiftet", "SM199", "due"),
        ("due: [10]", "SM118", "due"),
        ("due: 1 maj, every: ibland", "SM121", "every"),
        ("due: 1 maj, months: [maj]", "SM104", "months[0]"),
        ("due: 1 maj, levels: område", "SM118", "levels"),
        ("due: 1 maj, mottagare: [a]", "SM107", "mottagare"),
        ("every: årsvis", "SM108", "due"),
    ],
)
def test_a_fault_is_told_where_it_stands(written: str, code: str, place: str) -> None:
    (one,) = read(f"calendar:\n  - {{key: x, name: X, {written}}}\n").findings
    assert (one.code.code, one.source.place.split()[-1]) == (code, f"calendar[0].{place}")


def test_what_cannot_be_a_day_is_told_with_what_can() -> None:
    (one,) = read("calendar: [{key: x, name: X, due: 5 arbetsdagar efter månadsskiftet}]\n").findings
    assert one.found() == '"5 arbetsdagar efter månadsskiftet"'
    assert "10 dagar efter periodens slut" in one.expected()
    assert "arbetsdagar räknas inte" in one.do()


def test_what_is_saved_as_json_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    first = load(tmp_path).require()
    assert first.plan is not None
    saved = plan_json(first.plan, profile=first.profile)
    assert b'"due": "den 10:e varje m\xc3\xa5nad"' in saved
    (tmp_path / "plan.yaml").unlink()
    (tmp_path / "plan.json").write_bytes(saved)
    second = load(tmp_path).require()
    assert (second.plan, second.profile) == (first.plan, first.profile)
