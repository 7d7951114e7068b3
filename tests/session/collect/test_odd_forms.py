"""Odd forms: each figure is collected as it was typed, or it is told; none is collected wrong."""

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from tests.session.collect.desk import OF_OTHERS, Desk, make_desk, taken, told
from tests.session.collect.odd_forms import CASES, Odd, hand_of

from styrmodell.session.collect.collect import Collected, collect


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("odd"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_collected_right_or_told(desk: Desk, tmp_path: Path, case: Odd) -> None:
    desk.reset()
    (tmp_path / "inkorg").mkdir()
    hand = hand_of(desk.sent, tmp_path / "inkorg")
    case.do(hand)
    if not hand.saved:
        hand.save()
    done = collect(desk.workspace, [tmp_path / "inkorg"], out=tmp_path / "ut")
    assert told(done) == case.codes
    assert taken(desk, done) == {place: Fraction(hand.typed[place]) for place in case.taken}
    assert_told_in_books(done)


def assert_told_in_books(done: Collected) -> None:
    """Every fault stands in a workbook with its file, its cell, what was found and what to do."""
    rows = set()
    for path in done.faults:
        assert Path(path).name in ("Att rätta Nära vård.xlsx", "Att rätta okänd avsändare.xlsx")
        rows |= set(openpyxl.load_workbook(path).active.iter_rows(min_row=6, max_col=4, values_only=True))
    faults = [one for one in done.findings if one.code.code not in OF_OTHERS and one.severity_word() != "upplysning"]
    for one in faults:
        sheet, _, cell = one.source.place.rpartition("!")
        place = f"'{sheet}'!{cell}" if sheet else cell
        assert (one.source.file, place, one.found(), one.expected()) in rows
    assert bool(done.faults) == bool(faults)
    assert len(rows) == len({(one.source, one.found(), one.expected()) for one in faults})


def test_there_are_as_many_as_fifty_and_no_two_of_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 50
