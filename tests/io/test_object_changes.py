"""Changes of objects: laid over what other files told, with what was before kept and told."""

from datetime import date
from pathlib import Path

import pytest

from styrmodell.api import load
from styrmodell.session.workspace import Workspace

TOML = """[workspace]
format = 1
name = "Ändringar"
as_of = 2020-09-01
files = ["*.yaml"]
"""
PLAN = """plan: {id: p, unit: u, period: "2020"}
units: [{id: u, name: Enheten}]
risks:
  - {id: risk-1, name: Brand, owner: Chef, before: {likelihood: "2", consequence: "3"}}
projects:
  - {id: projekt-1, name: Bygge, amounts: [{period: "2020", kind: budget, value: "-5"}]}
"""


def workspace(folder: Path, changes: str, plan: str = PLAN) -> Workspace:
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (folder / "a.yaml").write_text(plan, encoding="utf-8")
    (folder / "b.yaml").write_text(f"changes:\n{changes}", encoding="utf-8")
    return load(folder)


OWNER = "  - {kind: risks, id: risk-1, field: owner, was: Chef, now: Direktör, dated: 2020-08-30, by: controller}\n"


def codes(loaded: Workspace) -> list[str]:
    return [one.code.code for one in loaded.findings if one.code.code.startswith("SM1")]


def test_a_change_holds_and_says_where_it_was_made(tmp_path: Path) -> None:
    loaded = workspace(tmp_path, OWNER)
    assert codes(loaded) == []
    assert loaded.plan is not None
    (risk,) = loaded.plan.risks
    assert (risk.owner, risk.name) == ("Direktör", "Brand")
    assert "owner ändrat 2020-08-30 i b.yaml rad 2" in risk.source.place
    (change,) = loaded.changes
    assert (change.was, change.now, change.dated, change.by) == ("Chef", "Direktör", date(2020, 8, 30), "controller")


def test_the_latest_of_two_changes_holds_whatever_their_order(tmp_path: Path) -> None:
    later = OWNER.replace("was: Chef, now: Direktör, dated: 2020-08-30", "was: Direktör, now: Ombud, dated: 2020-09-01")
    loaded = workspace(tmp_path, later + OWNER)
    assert codes(loaded) == []
    assert loaded.plan is not None
    assert loaded.plan.risks[0].owner == "Ombud"


def test_a_file_that_was_changed_afterwards_is_told_and_the_change_holds(tmp_path: Path) -> None:
    loaded = workspace(tmp_path, OWNER, PLAN.replace("Chef", "Någon annan"))
    assert codes(loaded) == ["SM154"]
    assert loaded.plan is not None
    assert loaded.plan.risks[0].owner == "Direktör"


def test_a_file_that_already_says_it_is_no_contradiction(tmp_path: Path) -> None:
    assert codes(workspace(tmp_path, OWNER, PLAN.replace("Chef", "Direktör"))) == []


def test_what_lies_deeper_is_changed_as_a_whole(tmp_path: Path) -> None:
    text = """  - kind: risks
    id: risk-1
    field: before
    was: {likelihood: "2", consequence: "3"}
    now: {likelihood: "4", consequence: "3"}
"""
    loaded = workspace(tmp_path, text)
    assert codes(loaded) == []
    assert loaded.plan is not None
    assert loaded.plan.risks[0].before is not None
    assert loaded.plan.risks[0].before.number == 12


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (OWNER.replace("risk-1", "risk-2"), "SM153"),
        (OWNER.replace("risks", "measures"), "SM121"),
        (OWNER.replace("field: owner", "field: agare"), "SM121"),
        (OWNER.replace("now: Direktör, ", ""), "SM108"),
        (OWNER.replace("2020-08-30", "i går"), "SM119"),
        (OWNER.replace("field: owner, was: Chef, now: Direktör", "field: status, now: klart"), "SM121"),
        (OWNER.replace("by:", "av:"), "SM107"),
        ("  - text\n", "SM118"),
    ],
)
def test_a_change_that_cannot_be_read_is_told_and_changes_nothing(tmp_path: Path, text: str, code: str) -> None:
    loaded = workspace(tmp_path, text)
    assert code in codes(loaded)
    if code != "SM107":
        assert loaded.plan is not None
        assert loaded.plan.risks[0].owner == "Chef"
