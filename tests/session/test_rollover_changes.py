"""What forms changed of objects: told with who and when by a comparison, and written into the new year's plan."""

from datetime import date
from pathlib import Path

from styrmodell.api import diff, load, rollover

FILES = {
    "styrmodell.toml": '[workspace]\nformat = 1\nname = "Plan"\nas_of = 2020-10-01\nfiles = ["*.yaml"]\n',
    "plan.yaml": 'plan: {id: p, unit: r, period: "2020"}\nunits: [{id: r, name: Region}]\n',
    "risker.yaml": "risks:\n  - {id: a, name: A, owner: Chef}\n  - {id: b, name: B, owner: Chef, status: påbörjad}\n",
}
CHANGES = (
    "changes:\n"
    "  - {kind: risks, id: a, field: owner, was: Chef, now: Direktör, dated: 2020-09-01, by: controller}\n"
    "  - {kind: risks, id: b, field: status, was: started, now: done, dated: 2020-09-02, by: controller}\n"
)


def write(folder: Path, **more: str) -> Path:
    folder.mkdir()
    for name, text in {**FILES, **{f"{name}.yaml": text for name, text in more.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_who_changed_an_object_and_when_stand_with_the_change(tmp_path: Path) -> None:
    found = diff(write(tmp_path / "a"), write(tmp_path / "b", insamlat=CHANGES))
    told = {(one.object, one.field): (one.old, one.new, one.who, one.when) for one in found.inputs}
    assert told == {
        ("a", "owner"): ("Chef", "Direktör", "controller", date(2020, 9, 1)),
        ("b", "status"): ("påbörjad", "genomförd", "controller", date(2020, 9, 2)),
    }
    assert "rapporterad 2020-09-01 av controller" in found.text()


def test_a_change_that_both_have_says_nothing_of_a_later_one(tmp_path: Path) -> None:
    old = write(tmp_path / "a", insamlat=CHANGES)
    new = write(tmp_path / "b", insamlat=CHANGES)
    text = (new / "risker.yaml").read_text(encoding="utf-8").replace("name: A", "name: Annat")
    (new / "risker.yaml").write_text(text, encoding="utf-8")
    (change,) = diff(old, new).inputs
    assert (change.field, change.who, change.when) == ("name", "", None)


def test_the_new_year_holds_what_came_of_the_changes_and_no_change_of_what_stayed(tmp_path: Path) -> None:
    found = rollover(load(write(tmp_path / "a", insamlat=CHANGES)), 2021, tmp_path / "n")
    assert found.workspace is not None, found.findings.text()
    assert found.workspace.plan is not None
    assert [(one.id, one.owner) for one in found.workspace.plan.risks] == [("a", "Direktör")]
    assert (found.workspace.changes, found.workspace.findings.errors()) == ((), ())
    assert "insamlat.yaml" not in found.files
