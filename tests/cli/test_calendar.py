"""`styrmodell calendar`: what is due from whom, late first, as text, JSON and a file for Outlook."""

import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner, Result
from tests.session.calendar.workspaces import register, workspace

from styrmodell.cli.calendar import command
from styrmodell.cli.main import run
from styrmodell.errors import UnknownNameError

STEPS = """\
  - {key: man, name: Månadsrapport, due: den 10:e varje månad, months: [8, 9], levels: [område], roles: [Controller],
     instruction: "Avsnitt 2, åäö", template: mall.docx, note: Obs}
  - {key: lev, name: Leverans, due: 1 september, units: [b, c], reports: [generic.tabeller], tables: [bemanning]}
"""
DONE = "  - {step: man, unit: b, period: 2020-08, done: 2020-09-09, role: Ekonom}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace(tmp_path / "ws", STEPS, DONE)
    register(
        tmp_path / "ws",
        ("b", "2020", "generic.tabeller", "bemanning", "2020-08-30 Nej"),
        ("c", "2020", "generic.tabeller", "annan", "2020-08-30 Ja"),
    )
    return tmp_path / "ws"


def asked(folder: Path, *flags: str) -> Result:
    return CliRunner().invoke(command, [str(folder), "--lang", "sv", *flags], standalone_mode=False)


def data(folder: Path, *flags: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(asked(folder, "--format", "json", *flags).stdout)
    return read


def test_what_is_late_comes_first_and_is_marked(folder: Path) -> None:
    assert (
        asked(folder).stdout
        == """\
Årshjul 2020, Nämnden, per 2020-10-01

FÖRSENAT (2)
senast      dagar sen  steg           period   från
2020-09-01         30  Leverans       2020     Norr (c) saknar bemanning
2020-09-10         21  Månadsrapport  2020-08  Controller: Norr (c)

Kommande (2)
senast      steg           period   från
2020-10-10  Månadsrapport  2020-09  Controller: Söder (b), Norr (c)

Inkommet (1)
senast      steg      period  från
2020-09-01  Leverans  2020    Söder (b) 2020-08-30 Controller, inte klarmarkerad

Klart (1)
senast      steg           period   från
2020-09-10  Månadsrapport  2020-08  Söder (b) 2020-09-09 Ekonom
"""
    )


def test_it_speaks_english_too(folder: Path) -> None:
    said = CliRunner().invoke(command, [str(folder), "--lang", "en"], standalone_mode=False).stdout
    assert "LATE (2)\ndue         days late  step" in said
    assert "Norr (c) lacks bemanning" in said
    assert "not marked as done" in said


def test_a_calendar_with_nothing_says_so(folder: Path) -> None:
    assert "Kalendern har inga steg som gäller." in asked(folder, "--to", "2019-12-31").stdout


@pytest.mark.parametrize(
    ("flags", "rows"),
    [
        (("--unit", "c"), 3),
        (("--unit", "c", "--unit", "b"), 6),
        (("--from", "2020-09-02"), 4),
        (("--to", "2020-09-10"), 4),
        (("--from", "2020-09-02", "--to", "2020-09-10"), 2),
    ],
)
def test_units_and_days_choose(folder: Path, flags: tuple[str, ...], rows: int) -> None:
    assert len(data(folder, *flags)["rows"]) == rows


def test_the_day_is_the_workspaces_unless_another_is_asked_for(folder: Path) -> None:
    assert data(folder)["on"] == "2020-10-01"
    early = data(folder, "--on", "2020-08-29")
    assert (early["on"], {row["standing"] for row in early["rows"]}) == ("2020-08-29", {"not_due"})


def test_json_holds_everything(folder: Path) -> None:
    found = data(folder, "--unit", "b", "--to", "2020-09-10")
    assert {key: found[key] for key in ("workspace", "unit", "plan", "period")} == {
        "workspace": "Nämnden",
        "unit": "a",
        "plan": "np-2020",
        "period": "2020",
    }
    came, done = found["rows"]
    assert (came["standing"], came["signed_off"], came["source"]) == ("came", False, "insamlat/inkommet.json b.xlsx")
    assert done == {
        "step": "man",
        "name": "Månadsrapport",
        "unit": "b",
        "unit_name": "Söder",
        "roles": ["Controller"],
        "period": "2020-08",
        "due": "2020-09-10",
        "standing": "done",
        "day": "2020-09-09",
        "late_days": 0,
        "role": "Ekonom",
        "paragraph": "",
        "comment": "",
        "signed_off": True,
        "lacking": [],
        "source": done["source"],
        "reports": [],
        "tables": [],
        "instruction": "Avsnitt 2, åäö",
        "template": "mall.docx",
        "note": "Obs",
    }
    assert done["source"].startswith("plan.yaml rad ")


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_file_has_an_event_for_each_step_and_period_with_all_that_is_known(folder: Path, tmp_path: Path) -> None:
    assert asked(folder, "--format", "ics", "--out", str(tmp_path / "a.ics")).stdout.strip() == str(tmp_path / "a.ics")
    found = events((tmp_path / "a.ics").read_bytes())
    assert [(str(one["summary"]), one["dtstart"].dt.isoformat()) for one in found] == [
        ("Leverans 2020", "2020-09-01"),
        ("Månadsrapport 2020-08", "2020-09-10"),
        ("Månadsrapport 2020-09", "2020-10-10"),
    ]
    assert str(found[1]["description"]).splitlines() == [
        "Saknas från: Controller: Norr (c)",
        "Klart: Söder (b) 2020-09-09 Ekonom",
        "Anvisning: Avsnitt 2, åäö",
        "Mall: mall.docx",
        "Obs: Obs",
    ]
    assert str(found[0]["description"]).splitlines()[2] == "Levererar: generic.tabeller, bemanning"
    assert sorted(found[1]["categories"].cats) == ["klar", "saknas"]


def test_an_event_keeps_its_id_from_day_to_day_and_has_another_for_another_choice_of_units(folder: Path) -> None:
    def ids(*flags: str) -> list[str]:
        said = asked(folder, "--format", "ics", *flags).stdout_bytes
        return [str(one["uid"]) for one in events(said)]

    assert ids() == ids("--on", "2020-12-24")
    assert len(set(ids() + ids("--unit", "b") + ids("--unit", "c"))) == 9
    assert ids("--unit", "b", "--unit", "c") == ids("--unit", "c", "--unit", "b")


def test_the_same_question_gives_the_same_bytes(folder: Path) -> None:
    first, second = (asked(folder, "--format", "ics").stdout_bytes for _ in range(2))
    assert first == second
    assert first.startswith(b"BEGIN:VCALENDAR\r\n")
    assert first.endswith(b"END:VCALENDAR\r\n")
    assert first.count(b"\n") == first.count(b"\r\n")


def test_text_and_json_can_be_written_in_a_file_too(folder: Path, tmp_path: Path) -> None:
    asked(folder, "--out", str(tmp_path / "ny" / "a.txt"))
    assert (tmp_path / "ny" / "a.txt").read_bytes().decode("utf-8") == asked(folder).stdout
    asked(folder, "--format", "json", "--out", str(tmp_path / "a.json"))
    assert json.loads((tmp_path / "a.json").read_bytes()) == data(folder)


def test_a_file_that_cannot_be_written_ends_with_4(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert run(["calendar", str(folder), "--out", str(tmp_path / "fil" / "a.txt")]) == 4


@pytest.mark.parametrize("flag", ["--from", "--to", "--on"])
def test_what_is_no_day_is_wrong_use(folder: Path, flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", str(folder), flag, "snart"]) == 2
    assert f"{flag} snart: väntade ett datum, som 2020-09-30" in capsys.readouterr().err


def test_an_unknown_unit_is_wrong_use(folder: Path) -> None:
    assert isinstance(asked(folder, "--unit", "d").exception, UnknownNameError)


def test_what_is_wrong_in_the_calendar_is_told_and_ends_with_1(tmp_path: Path) -> None:
    workspace(tmp_path, STEPS + "  - {key: x, name: X, due: 30 februari}\n")
    said = asked(tmp_path)
    assert "SM483 fel plan.yaml" in said.stderr
    assert "Månadsrapport" in said.stdout
    assert said.return_value == 1


def test_a_step_that_cannot_be_read_is_told_beside_those_that_can(folder: Path) -> None:
    (folder / "plan.yaml").write_text(
        (folder / "plan.yaml").read_text(encoding="utf-8").replace("due: 1 september", "due: 5 arbetsdagar efter"),
        encoding="utf-8",
    )
    said = asked(folder)
    assert "SM199 fel plan.yaml" in said.stderr
    assert "Månadsrapport" in said.stdout
    assert "Leverans" not in said.stdout
    assert said.return_value == 3


def test_a_doubt_in_the_calendar_is_told_and_ends_with_0(tmp_path: Path) -> None:
    workspace(tmp_path, STEPS.replace("units: [b, c]", "units: [b, cc]"))
    said = asked(tmp_path)
    assert "SM480 varning plan.yaml" in said.stderr
    assert said.return_value == 0


def test_a_frozen_run_is_not_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decision = ["--body", "Nämnden", "--date", "2020-08-25", "--paragraph", "§ 7", "--name", "x"]
    assert run(["freeze", str(folder), "--report", "generic.tabeller", *decision]) == 0
    assert run(["calendar", str(folder / "frysta" / "x"), "--lang", "sv"]) == 3
    assert "är fryst: vad som kommer in sparas inte där" in capsys.readouterr().err


def test_a_workspace_without_a_plan_says_why(tmp_path: Path) -> None:
    said = asked(tmp_path)
    assert "SM101" in said.stderr
    assert said.return_value == 3
