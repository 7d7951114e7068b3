"""What is due from whom, and how it stands: said, decided, come in, lacking or not yet due, and never guessed."""

from datetime import date
from pathlib import Path

import pytest
from tests.report.form_books import FICTITIOUS, copy_example, make_forms, opened, sign
from tests.session.calendar.workspaces import PLAN, register, workspace

from styrmodell.api import Calendar, ReadError, UnknownNameError, calendar, collect, freeze, load
from styrmodell.finding import FindingsError
from styrmodell.report.calendar_row import StepStanding
from styrmodell.session.calendar.text import unit_text
from styrmodell.session.form.register import CAME

MONTHLY = "  - {key: man, name: Månadsrapport, due: den 10:e varje månad, months: [7, 8, 9], levels: [område]}\n"
YEARLY = "  - {key: bok, name: Bokslut, due: 20 januari året efter}\n"
DELIVERS = """\
  - {key: lev, name: Leverans, due: 1 september, units: [b], reports: [generic.tabeller], tables: [bemanning]}
"""


def told(found: Calendar) -> list[tuple[str, str, str, str, str]]:
    return [(row.step.key, row.unit, row.period.text, row.due.isoformat(), row.standing.value) for row in found.rows]


def test_a_step_falls_on_every_unit_of_its_levels_and_on_those_it_names(tmp_path: Path) -> None:
    steps = "  - {key: x, name: X, due: 1 maj, levels: [område], units: [a, b]}\n"
    assert [row.unit for row in calendar(workspace(tmp_path, steps)).rows] == ["a", "b", "c"]


def test_a_step_that_names_nobody_falls_on_the_plans_unit(tmp_path: Path) -> None:
    (row,) = calendar(workspace(tmp_path, "  - {key: x, name: X, due: 1 maj, roles: [Controller]}\n")).rows
    assert (row.unit, row.unit_name, row.step.roles) == ("a", "Förvaltningen", ("Controller",))


def test_what_is_late_comes_first_and_then_what_is_to_come_each_by_day(tmp_path: Path) -> None:
    assert told(calendar(workspace(tmp_path, YEARLY + MONTHLY))) == [
        ("man", "b", "2020-07", "2020-08-10", "lacking"),
        ("man", "c", "2020-07", "2020-08-10", "lacking"),
        ("man", "b", "2020-08", "2020-09-10", "lacking"),
        ("man", "c", "2020-08", "2020-09-10", "lacking"),
        ("man", "b", "2020-09", "2020-10-10", "not_due"),
        ("man", "c", "2020-09", "2020-10-10", "not_due"),
        ("bok", "a", "2020", "2021-01-20", "not_due"),
    ]


def test_steps_of_one_day_stand_in_their_order(tmp_path: Path) -> None:
    steps = "".join(f"  - {{key: {key}, name: X, due: 1 maj, order: {order}}}\n" for key, order in (("a", 2), ("b", 1)))
    assert [row.step.key for row in calendar(workspace(tmp_path, steps)).rows] == ["b", "a"]


@pytest.mark.parametrize(("on", "standing"), [("2020-09-10", "not_due"), ("2020-09-11", "lacking")])
def test_a_step_is_late_the_day_after_its_day(tmp_path: Path, on: str, standing: str) -> None:
    found = calendar(workspace(tmp_path, MONTHLY), on=date.fromisoformat(on), units=["b"])
    assert [row.standing.value for row in found.rows if row.period.text == "2020-08"] == [standing]


def test_days_choose_by_what_is_due_and_units_by_who(tmp_path: Path) -> None:
    found = calendar(workspace(tmp_path, YEARLY + MONTHLY), from_=date(2020, 9, 10), to=date(2020, 10, 10), units=["c"])
    assert [(row.unit, row.period.text) for row in found.rows] == [("c", "2020-08"), ("c", "2020-09")]


def test_an_unknown_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="förv"):
        calendar(workspace(tmp_path, MONTHLY), units=["förv"])


def test_there_is_no_calendar_without_a_plan(tmp_path: Path) -> None:
    with pytest.raises(FindingsError):
        calendar(load(tmp_path))


def test_a_unit_is_asked_while_it_exists(tmp_path: Path) -> None:
    plan = PLAN.replace("{id: b, ", "{id: b, valid_to: 2020-09-09, ")
    plan = plan.replace("{id: c, ", "{id: c, valid_from: 2020-09-10, ")
    found = calendar(workspace(tmp_path, MONTHLY, plan=plan))
    assert [(row.unit, row.due.isoformat()) for row in found.rows] == [
        ("b", "2020-08-10"),
        ("c", "2020-09-10"),
        ("c", "2020-10-10"),
    ]


def test_only_periods_of_the_plan_are_asked_for(tmp_path: Path) -> None:
    plan = PLAN.replace('period: "2020"', "period: 2020-08..2020-09")
    found = calendar(workspace(tmp_path, YEARLY + MONTHLY, plan=plan), units=["b"])
    assert [row.period.text for row in found.rows] == ["2020-08", "2020-09"]


@pytest.mark.parametrize(("weekend", "day"), [("", "12"), ("fredagen före", "11"), ("måndagen efter", "14")])
def test_a_day_is_moved_off_the_weekend_only_where_the_profile_says_so(tmp_path: Path, weekend: str, day: str) -> None:
    steps = "  - {key: x, name: X, due: 12 september}\n"
    (row,) = calendar(workspace(tmp_path, steps, weekend=weekend)).rows
    assert row.due.isoformat() == f"2020-09-{day}"


def test_the_steps_of_the_profile_and_those_of_the_plan_are_one_calendar(tmp_path: Path) -> None:
    step = "{key: reg, name: Regionens, due: 1 maj}"
    plan = PLAN.replace("enhet]WEEKEND", f"enhet], calendar: [{step}]")
    assert [row.step.key for row in calendar(workspace(tmp_path, YEARLY, plan=plan)).rows] == ["reg", "bok"]


def test_what_is_said_to_be_done_is_done_with_who_and_where_it_says_so(tmp_path: Path) -> None:
    done = "  - {step: man, unit: b, period: 2020-08, done: 2020-09-08, role: Controller, comment: Utan bilaga}\n"
    found = calendar(workspace(tmp_path, MONTHLY, done))
    (row,) = found.standing(StepStanding.DONE)
    assert (row.unit, row.period.text) == ("b", "2020-08")
    assert (row.told.day, row.told.role, row.told.comment) == (date(2020, 9, 8), "Controller", "Utan bilaga")
    assert str(row.source).startswith("plan.yaml rad ")


@pytest.mark.parametrize(("done", "late"), [("2020-09-10", 0), ("2020-09-11", 1), ("2020-09-20", 10)])
def test_how_late_it_was_done_is_told(tmp_path: Path, done: str, late: int) -> None:
    said = f"  - {{step: man, unit: b, period: 2020-08, done: {done}}}\n"
    (row,) = calendar(workspace(tmp_path, MONTHLY, said)).standing(StepStanding.DONE)
    assert row.late_days == late
    words = {0: "", 1: ", 1 dag sen", 10: ", 10 dagar sen"}[late]
    assert unit_text(row) == f"Söder (b) {done}{words}"
    assert unit_text(row, "en").endswith({0: done, 1: "1 day late", 10: "10 days late"}[late])


def test_what_is_done_later_is_not_known_that_day(tmp_path: Path) -> None:
    done = "  - {step: man, unit: b, period: 2020-08, done: 2020-09-12}\n"
    made = workspace(tmp_path, MONTHLY, done)
    on = [calendar(made, on=date(2020, 9, day), units=["b"]).standing(StepStanding.DONE) for day in (11, 12)]
    assert [len(rows) for rows in on] == [0, 1]


def test_of_two_that_say_it_is_done_the_earliest_counts(tmp_path: Path) -> None:
    done = "".join(f"  - {{step: bok, unit: a, period: '2020', done: 2020-09-0{day}}}\n" for day in (3, 2, 4))
    (row,) = calendar(workspace(tmp_path, YEARLY, done)).rows
    assert row.told.day == date(2020, 9, 2)


def test_forms_that_came_make_a_step_come_in_when_all_it_delivers_is_there(tmp_path: Path) -> None:
    made = workspace(tmp_path, DELIVERS)
    register(tmp_path, ("b", "2020", "generic.tabeller", "annan", "2020-08-30 Ja"))
    (row,) = calendar(made).rows
    assert (row.standing, row.told.lacking) == (StepStanding.LACKING, ("bemanning",))
    register(
        tmp_path,
        ("b", "2020", "generic.tabeller", "annan", "2020-08-30 Ja"),
        ("b", "2020", "generic.andra", "bemanning, annan", "2020-08-31 Ja"),
    )
    (row,) = calendar(made).rows
    assert (row.standing, row.told.day, row.told.role) == (StepStanding.CAME, date(2020, 8, 31), "Controller")
    assert (str(row.source), row.told.signed_off) == (f"{CAME} b.xlsx", True)


@pytest.mark.parametrize(
    "form",
    [
        ("b", "2020", "generic.tabeller", "bemanning", ""),
        ("c", "2020", "generic.tabeller", "bemanning", "2020-08-30 Ja"),
        ("b", "2020-08", "generic.tabeller", "bemanning", "2020-08-30 Ja"),
        ("b", "2020", "generic.tabeller", "bemanning", "2020-10-02 Ja"),
    ],
    ids=["sent-only", "another-unit", "another-period", "later"],
)
def test_a_form_that_is_not_that_one_is_not_it(tmp_path: Path, form: tuple[str, str, str, str, str]) -> None:
    made = workspace(tmp_path, DELIVERS)
    register(tmp_path, form)
    assert [row.standing for row in calendar(made).rows] == [StepStanding.LACKING]


def test_a_form_of_another_year_is_not_it(tmp_path: Path) -> None:
    made = workspace(tmp_path, DELIVERS)
    register(tmp_path, ("b", "2020", "generic.tabeller", "bemanning", "2020-08-30 Ja"), year="2019")
    assert [row.standing for row in calendar(made).rows] == [StepStanding.LACKING]


@pytest.mark.parametrize("back", ["2020-08-30 Nej", "2020-08-30", "- Ja"])
def test_a_form_that_is_not_signed_off_has_come_and_that_is_told(tmp_path: Path, back: str) -> None:
    made = workspace(tmp_path, DELIVERS)
    register(tmp_path, ("b", "2020", "generic.tabeller", "bemanning", back))
    (row,) = calendar(made).rows
    assert (row.standing, row.told.signed_off) == (StepStanding.CAME, back.endswith("Ja"))
    assert (row.told.day is None) == back.startswith("-")


def test_a_form_that_is_filled_in_and_collected_comes_in(tmp_path: Path) -> None:
    path = copy_example(FICTITIOUS, tmp_path)
    step = "key: ek, name: Ekonomi, due: 1 september, levels: [område], reports: [vasternorrland.bilaga10a]"
    (path / "mer.yaml").write_text(f"calendar: [{{{step}}}]\n", encoding="utf-8")
    make_forms(path, tmp_path / "ut", "exf-nara")
    file = tmp_path / "ut" / "formular.exf-nara.2020.xlsx"
    book = opened(file)
    sign(book)
    book.save(file)
    collect(load(path), [file], out=tmp_path / "rattas")
    found = calendar(load(path), units=["exf-nara", "exf-tand"])
    standings = {row.unit: row.standing for row in found.rows if row.step.key == "ek"}
    assert standings == {"exf-nara": StepStanding.CAME, "exf-tand": StepStanding.LACKING}


def test_a_report_that_was_frozen_for_a_decision_is_done_from_that_day(tmp_path: Path) -> None:
    report = "generic.tabeller"
    made = workspace(tmp_path, f"  - {{key: b, name: Beslut, due: 1 september, reports: [{report}]}}\n")
    kept = freeze(made, body="Nämnden", decided=date(2020, 8, 25), paragraph="§ 7", reports=[report])
    (row,) = calendar(made).rows
    assert (row.standing, row.told.day, row.told.role) == (StepStanding.DONE, date(2020, 8, 25), "Nämnden")
    assert str(row.source) == f"frysta/{Path(kept.folder).name}/frysning.json § 7"
    assert calendar(made, on=date(2020, 8, 24)).rows[0].standing is StepStanding.NOT_DUE


def test_a_frozen_run_does_not_know_what_came_in_and_is_not_asked(tmp_path: Path) -> None:
    made = workspace(tmp_path, YEARLY)
    kept = freeze(made, body="Nämnden", decided=date(2020, 8, 25), paragraph="§ 7", reports=["generic.tabeller"])
    with pytest.raises(ReadError, match="frozen"):
        calendar(load(kept.folder))


def test_a_frozen_run_that_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    made = workspace(tmp_path, YEARLY)
    (tmp_path / "frysta" / "x").mkdir(parents=True)
    (tmp_path / "frysta" / "x" / "frysning.json").write_text("{", encoding="utf-8")
    found = calendar(made)
    assert [(one.code.code, one.source.file) for one in found.findings] == [("SM489", "frysta/x/frysning.json")]
    assert [row.standing for row in found.rows] == [StepStanding.NOT_DUE]
