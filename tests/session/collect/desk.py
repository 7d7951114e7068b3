"""The desk where forms are sent out and come back: a workspace, the form, and what each of its cells is."""

import shutil
from fractions import Fraction
from pathlib import Path

from attrs import frozen
from tests.report.form_books import FICTITIOUS, copy_example, make_forms, opened
from tests.session.collect.odd_forms import Place

from styrmodell.api import load
from styrmodell.session.collect.collect import Collected
from styrmodell.session.workspace import Workspace

NAME = "formular.exf-nara.2020.xlsx"
OF_OTHERS = ("SM463", "SM464")
REPORTS = ("vasternorrland.bilaga10a", "vasternorrland.bilaga9a")


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


def make_desk(base: Path) -> Desk:
    """A desk in the empty folder *base*, with forms sent to two units."""
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
    """The codes that were told, but of the units that were not asked in the test."""
    return {one.code.code for one in done.findings if one.code.code not in OF_OTHERS}
