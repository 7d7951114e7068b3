"""Odd forms: each figure is collected as it was typed, or it is told; none is collected wrong."""

import shutil
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from attrs import frozen
from tests.report.form_books import FICTITIOUS, copy_example, make_forms, opened
from tests.session.collect.odd_forms import CASES, Odd, Place, hand_of

from styrmodell.api import load
from styrmodell.session.collect.collect import Collected, collect
from styrmodell.session.workspace import Workspace

NAME = "formular.exf-nara.2020.xlsx"
REPORTS = ("vasternorrland.bilaga10a", "vasternorrland.bilaga9a")
_OF_OTHERS = ("SM463", "SM464")


@frozen(kw_only=True)
class Desk:
    """The workspace, the form that was sent, and what each of its cells is."""

    base: Path
    workspace: Workspace
    cells: dict[tuple[object, ...], tuple[Place, Fraction]]

    @property
    def sent(self) -> Path:
        return self.base / "ut" / NAME

    def reset(self) -> None:
        """The workspace as it was before anything was collected."""
        for path in (self.base / FICTITIOUS / "insamlat").iterdir():
            if path.name != "utskick.json":
                path.unlink()
        shutil.copy(self.base / "styrmodell.toml", self.base / FICTITIOUS / "styrmodell.toml")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    base = tmp_path_factory.mktemp("odd")
    workspace = copy_example(FICTITIOUS, base)
    make_forms(workspace, base / "ut", "exf-nara", "exf-tand", reports=REPORTS)
    shutil.copy(workspace / "styrmodell.toml", base / "styrmodell.toml")
    rows = list(opened(base / "ut" / NAME)["styrmodell"].iter_rows(values_only=True))
    first = next(number for number, row in enumerate(rows) if row[0] == "blad") + 1
    cells = {_key(*row[3:9]): ((row[0], row[1]), Fraction(row[18])) for row in rows[first:]}
    return Desk(base=base, workspace=load(workspace), cells=cells)


def _key(
    measure: str, unit: str, period: str, kind: str, version: str | None, members: str | None
) -> tuple[object, ...]:
    return measure, unit, period, kind, version or "", tuple(sorted((members or "").split(";")))


def taken(desk: Desk, done: Collected) -> dict[Place, Fraction]:
    """What was collected, by the cell of the form that was sent, in the unit that is printed there."""
    found = {}
    for change in done.changes:
        one = change.after
        members = ";".join(f"{name}={member}" for name, member in one.dims)
        key = _key(one.measure_id, one.unit_id, one.period.text, one.kind.value, one.version, members)
        place, factor = desk.cells[key]
        assert one.value is not None
        found[place] = Fraction(one.value) / factor
    return found


def told(done: Collected) -> set[str]:
    return {one.code.code for one in done.findings if one.code.code not in _OF_OTHERS}


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
    faults = [one for one in done.findings if one.code.code not in _OF_OTHERS and one.severity_word() != "upplysning"]
    for one in faults:
        sheet, _, cell = one.source.place.rpartition("!")
        place = f"'{sheet}'!{cell}" if sheet else cell
        assert (one.source.file, place, one.found(), one.expected()) in rows
    assert bool(done.faults) == bool(faults)
    assert len(rows) == len({(one.source, one.found(), one.expected()) for one in faults})


def test_there_are_as_many_as_fifty_and_no_two_of_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 50
