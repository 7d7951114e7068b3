"""An acknowledgement holds for one finding, that says just that in that place, until its day."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from tests.session.acknowledge.sayings import FINDINGS, TODAY, acknowledgements, finding, said

from styrmodell.finding import Acknowledgement, Finding, Findings, FindingsError, Severity
from styrmodell.session.acknowledge.match import marked
from styrmodell.session.acknowledge.place import lasting, plain


def acknowledged(*told: Finding, by: tuple[Acknowledgement, ...]) -> list[Finding]:
    return list(marked(Findings(told), by, TODAY).acknowledged())


@given(FINDINGS, acknowledgements())
def test_open_and_acknowledged_are_all_of_them(told: Findings, by: tuple[Acknowledgement, ...]) -> None:
    found = marked(told, by, TODAY)
    assert found == told
    assert sorted(map(repr, (*found.open(), *found.acknowledged()))) == sorted(map(repr, found))


@given(FINDINGS, acknowledgements())
def test_nothing_is_acknowledged_that_says_something_else_or_of_something_else(
    told: Findings, by: tuple[Acknowledgement, ...]
) -> None:
    for one in marked(told, by, TODAY).acknowledged():
        ours = one.acknowledged
        assert ours is not None
        assert ours in by
        assert (ours.code, plain(ours.found), plain(ours.expected)) == (
            one.code.code,
            plain(one.found()),
            plain(one.expected()),
        )
        assert ours.where.startswith(one.source.file)
        assert lasting(ours.where[len(one.source.file) :]) == lasting(one.source.place)
        assert ours.until >= TODAY
        assert ours.why.strip()
        assert one.code.severity is not Severity.ERROR or one.code.code not in ("SM104", "SM432")


@given(FINDINGS, acknowledgements())
def test_an_acknowledgement_holds_for_one_finding_at_most(told: Findings, by: tuple[Acknowledgement, ...]) -> None:
    held = marked(told, by, TODAY).acknowledged()
    for one in {ours.acknowledged for ours in held}:
        assert one is not None
        assert sum(ours.acknowledged == one for ours in held) <= by.count(one)


@given(FINDINGS, acknowledgements())
def test_marking_again_changes_nothing(told: Findings, by: tuple[Acknowledgement, ...]) -> None:
    once = marked(told, by, TODAY)
    assert [one.acknowledged for one in marked(once, by, TODAY)] == [one.acknowledged for one in once]
    assert not marked(once, (), TODAY).acknowledged()


def test_a_finding_that_is_acknowledged_carries_why_role_and_until() -> None:
    (one,) = acknowledged(finding(), by=(said(finding()),))
    assert one.text("sv").splitlines()[-1] == "  kvitterad  Känt (Controller, till och med 2020-12-31)"
    assert one.text("en").splitlines()[-1] == "  acknowledged  Känt (Controller, until 2020-12-31)"


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("rad 7", "rad 8"),
        ("rad 7 kolumn varde", "rad 12 kolumn varde"),
        ("rad 4 kolumn 3 units[0].name", "rad 9 kolumn 5 units[2].name"),
        ("rad 91–1084 (12 rader)", "rad 3–9 (4 rader)"),
        ("Blad1!D14", "Blad1!D15"),
    ],
)
def test_rows_may_move(then: str, now: str) -> None:
    assert acknowledged(finding(place=now), by=(said(finding(place=then)),))


@pytest.mark.parametrize(
    "changed",
    [
        {"found": "6"},
        {"wanted": "6"},
        {"file": "b.csv"},
        {"file": "a.csv rad 7"},
        {"place": "rad 7 kolumn varde"},
        {"place": "Blad1!D7"},
        {"name": "SM302"},
    ],
)
def test_what_is_another_finding_comes_back(changed: dict[str, Any]) -> None:
    assert not acknowledged(finding(**changed), by=(said(finding()),))


@pytest.mark.parametrize(("then", "now"), [("Blad1!D7", "Blad2!D7"), ("Blad1!D7", "Blad1!E7"), ("cells[0]", "rows[0]")])
def test_another_sheet_column_or_list_is_another_place(then: str, now: str) -> None:
    assert not acknowledged(finding(place=now), by=(said(finding(place=then)),))


def test_kinds_of_spaces_are_not_told_apart() -> None:
    assert acknowledged(finding("5\u00a0000"), by=(said(finding("5 000")),))


def test_its_last_day_it_holds_and_the_day_after_not() -> None:
    one = said(finding(), until=TODAY)
    assert marked(Findings((finding(),)), (one,), TODAY).acknowledged()
    assert not marked(Findings((finding(),)), (one,), date(2020, 5, 2)).acknowledged()


@pytest.mark.parametrize("lacking", [{"why": " "}, {"role": ""}])
def test_without_why_or_role_it_does_not_hold(lacking: dict[str, str]) -> None:
    assert not acknowledged(finding(), by=(said(finding(), **lacking),))


def test_of_two_rows_that_say_the_same_the_one_that_was_acknowledged_is() -> None:
    (one,) = acknowledged(finding(place="rad 7"), finding(place="rad 9"), by=(said(finding(place="rad 9")),))
    assert one.source.place == "rad 9"


def test_one_that_has_run_out_does_not_take_the_finding_from_the_one_that_came_in_its_place() -> None:
    old, new = said(finding(), until=date(2020, 1, 31)), said(finding(), why="Fortfarande")
    (one,) = acknowledged(finding(), by=(old, new))
    assert one.acknowledged == new


@pytest.mark.parametrize("name", ["SM104", "SM401", "SM410", "SM432"])
def test_an_error_that_stops_a_document_is_never_acknowledged(name: str) -> None:
    stops = finding(name=name, severity=Severity.ERROR)
    assert not acknowledged(stops, by=(said(stops),))
    warns = finding(name=name)
    assert acknowledged(warns, by=(said(warns),))


@pytest.mark.parametrize("name", ["SM201", "SM305", "SM482", "dalarna.1"])
def test_other_errors_may_be_acknowledged(name: str) -> None:
    wrong = finding(name=name, severity=Severity.ERROR)
    assert acknowledged(wrong, by=(said(wrong),))


def test_an_acknowledged_error_is_not_required_away() -> None:
    wrong = finding(name="SM201", severity=Severity.ERROR)
    told = marked(Findings((wrong,)), (said(wrong),), TODAY)
    told.require()
    assert told.errors() == (wrong,)
    with pytest.raises(FindingsError):
        marked(told, (), TODAY).require()


def test_a_finding_is_the_same_with_an_acknowledgement_and_without() -> None:
    assert evolve(finding(), acknowledged=said(finding())) == finding()
    assert len(Findings.gather((evolve(finding(), acknowledged=said(finding())),), (finding(),))) == 1


def test_the_table_of_a_notebook_says_that_it_is_acknowledged() -> None:
    told = marked(Findings((finding(),)), (said(finding(), why="<b>"),), TODAY)
    assert "<td>&lt;b&gt; (Controller, till och med 2020-12-31)</td>" in told._repr_html_()
