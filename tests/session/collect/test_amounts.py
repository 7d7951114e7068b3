"""Amounts in kronor are found where the cell itself has nothing to compare with, and what is right is let through."""

from pathlib import Path

import pytest
from tests.report.form_books import FICTITIOUS, make_forms
from tests.session.collect.desk import REPORTS, Desk, make_desk, taken, told
from tests.session.collect.odd_forms import ALL, BLANK, MONEY, VISITS, P, Q, R, hand_of, push_down

from styrmodell.api import load
from styrmodell.session.collect.collect import Collected, collect

CELL = "vasternorrland.bilaga10a@exf-nara@2020/ekonomi/{}/{}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("amounts"))


@pytest.fixture
def desk(made: Desk) -> Desk:
    made.reset()
    return made


def come(desk: Desk, folder: Path, cells: dict[tuple[str, str], object], accept: tuple[str, ...] = ()) -> Collected:
    hand = hand_of(desk.sent, folder / "inkorg")
    for place, value in cells.items():
        hand.type(place, value)
    hand.save()
    return collect(desk.workspace, [folder / "inkorg"], out=folder / "ut", accept=accept)


def test_a_whole_form_in_kronor_is_told_by_what_others_have_where_the_unit_has_nothing(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """No amount of the unit is known: the same lines of the plan's other units tell."""
    desk = make_desk(tmp_path_factory.mktemp("empty"))
    path = desk.base / FICTITIOUS / "observationer" / "ekonomi.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(one for one in lines if not one.startswith("exf-nara;")), encoding="utf-8")
    make_forms(desk.base / FICTITIOUS, desk.base / "ut", "exf-nara", reports=REPORTS)
    hand = hand_of(desk.sent, tmp_path / "inkorg")
    for cell, value in (("D8", 97_000_000), ("E8", -402_336_000), ("E9", -28_447_000), ("E10", -7_700_000)):
        hand.type((MONEY, cell), value)
    hand.save()
    done = collect(load(desk.base / FICTITIOUS), [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert "SM523" in told(done)
    assert told(done) <= {"SM523", "SM524"}
    assert set(taken(desk, done)) == {R}


def test_an_amount_that_is_accepted_is_collected_and_told_no_more(desk: Desk, tmp_path: Path) -> None:
    accept = (CELL.format("bestallartandvard", "budget-2020.intakter"),)
    done = come(desk, tmp_path, {BLANK: 12_500_000}, accept)
    assert told(done) == set()
    assert BLANK in taken(desk, done)


def test_what_was_accepted_once_is_not_asked_for_again(desk: Desk, tmp_path: Path) -> None:
    accept = (CELL.format("bestallartandvard", "budget-2020.intakter"),)
    come(desk, tmp_path, {BLANK: 12_500_000}, accept)
    done = collect(load(desk.base / FICTITIOUS), [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert (told(done), done.changes) == (set(), ())


def test_a_row_is_accepted_with_a_star(desk: Desk, tmp_path: Path) -> None:
    cells = {BLANK: 12_500_000, (MONEY, "G10"): 13_500_000}
    done = come(desk, tmp_path, cells, (CELL.format("bestallartandvard", "*"),))
    assert told(done) == set()
    assert set(taken(desk, done)) == {*ALL, *cells}


def test_figures_that_moved_are_taken_when_that_is_accepted(desk: Desk, tmp_path: Path) -> None:
    hand = hand_of(desk.sent, tmp_path / "inkorg")
    push_down(hand)
    hand.book[VISITS]["H10"].value = 98400
    hand.save()
    done = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut")
    (finding,) = [one for one in done.findings if one.code.code == "SM522"]
    pattern = finding.do().split("'")[1]
    desk.reset()
    again = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut", accept=[pattern])
    assert told(again) == set()
    assert len(again.changes) > len(done.changes)


@pytest.mark.parametrize("value", [150_000, 500, 5000, 0, 97_123.5, -9])
def test_a_year_that_changes_is_no_other_unit(desk: Desk, tmp_path: Path, value: float) -> None:
    done = come(desk, tmp_path, {P: value})
    assert told(done) == set()
    assert set(taken(desk, done)) == ALL


def test_one_amount_in_kronor_casts_doubt_on_those_that_nothing_is_known_of(desk: Desk, tmp_path: Path) -> None:
    done = come(desk, tmp_path, {P: 97_000_000, BLANK: 77_000, (MONEY, "E11"): -5})
    assert told(done) == {"SM458", "SM524"}
    assert set(taken(desk, done)) == {Q, R, (MONEY, "E11")}
