"""Acknowledgements that do not hold are told, each once, with what to do."""

from datetime import date

from attrs import evolve
from hypothesis import given
from tests.session.acknowledge.sayings import FINDINGS, TODAY, acknowledgements, finding, said

from styrmodell.finding import Acknowledgement, Findings, Severity
from styrmodell.session.acknowledge.check import told_apart
from styrmodell.session.acknowledge.match import holds


def told(*found: object, by: tuple[Acknowledgement, ...]) -> Findings:
    return Findings(one for one in told_apart(Findings(found), by, TODAY) if one.code.code.startswith("SM49"))


def test_one_that_holds_is_not_told() -> None:
    assert told(finding(), by=(said(finding()),)) == ()


def test_without_any_nothing_is_done() -> None:
    assert told_apart(Findings((finding(),)), (), TODAY) == (finding(),)


def test_a_figure_that_changed_is_told_with_both() -> None:
    (one,) = told(finding("6"), by=(said(finding("5")),))
    assert one.code.code == "SM491"
    assert one.found() == "SM301 är nu: hittade 6; väntade väntade 4"
    assert one.expected() == "det som kvitterades av Controller: hittade 5; väntade väntade 4"
    assert one.found("en") == "SM301 is now: found 6; expected expected 4"
    assert str(one.source) == "kvitterade.yaml rad 2"


def test_of_several_the_one_that_says_most_of_the_same_is_what_it_became() -> None:
    others = (finding("alldeles andra ord"), finding("tolv av 30 saknas"))
    (one,) = told(*others, by=(said(finding("tolv av 31 saknas")),))
    assert "tolv av 30 saknas" in one.found()


def test_what_became_of_one_is_not_what_became_of_another() -> None:
    codes = [one.code.code for one in told(finding("6"), by=(said(finding("5")), said(finding("7"))))]
    assert codes == ["SM491", "SM493"]


def test_a_finding_that_is_acknowledged_is_not_what_another_became() -> None:
    (one,) = told(finding("5"), by=(said(finding("5")), said(finding("4"))))
    assert one.code.code == "SM493"


def test_one_whose_time_is_over_is_told_with_its_day() -> None:
    (one,) = told(finding(), by=(said(finding(), until=date(2020, 4, 30)),))
    assert (one.code.code, one.found()) == ("SM492", "SM301, kvitterad av Controller till och med 2020-04-30")
    assert "2020-05-01" in one.expected()


def test_one_about_nothing_is_to_be_removed() -> None:
    (one,) = told(by=(said(finding()),))
    assert one.code.code == "SM493"
    assert "ta bort kvitteringen" in one.do()


def test_the_second_of_two_alike_is_about_nothing() -> None:
    assert [one.code.code for one in told(finding(), by=(said(finding()), said(finding())))] == ["SM493"]


def test_one_of_an_error_that_stops_says_that_it_cannot_be() -> None:
    stops = finding(name="SM104", severity=Severity.ERROR)
    (one,) = told(stops, by=(said(stops),))
    assert (one.code.code, one.found()) == ("SM490", "en kvittering av SM104: hittade 5")


def test_one_without_why_says_what_it_lacks() -> None:
    (one,) = told(finding(), by=(said(finding(), why="", role=" "),))
    assert (one.code.code, one.found()) == ("SM494", "en kvittering av SM301 utan why, role")


@given(FINDINGS, acknowledgements())
def test_each_acknowledgement_holds_or_is_told(found: Findings, by: tuple[Acknowledgement, ...]) -> None:
    placed = tuple(evolve(one, source=evolve(one.source, place=f"rad {place}")) for place, one in enumerate(by))
    after = told_apart(found, placed, TODAY)
    held = [one for one in after.acknowledged() if one.acknowledged is not None]
    assert len(held) + len(after) - len(found) == len(placed)
    assert all(holds(one.acknowledged, TODAY) for one in held if one.acknowledged is not None)
