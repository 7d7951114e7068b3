"""What stands around a plan, compared: the profile, the settings and the workspace's own tables."""

import shutil
from pathlib import Path

from attrs import evolve
from tests.session.compare.test_compare_examples import copied

from styrmodell.api import ChangeGroup, ChangeKind, diff, load
from styrmodell.testing import example_plan, make_workspace

EXAMPLES = Path(__file__).parents[3] / "examples"
FOLLOWED = EXAMPLES / "uppfoljning-2024"


def test_versions_and_value_lists_of_a_profile_are_compared(tmp_path: Path) -> None:
    edits = (
        ("profil.yaml", "[april, augusti]", "[april, augusti, oktober]"),
        ("profil.yaml", '["1", "2", "3"]', '["1", "2", "3", "4"]'),
    )
    found = diff(FOLLOWED, copied("uppfoljning-2024", tmp_path, *edits))
    assert [(one.object_kind, one.field, one.old, one.new) for one in found.changes] == [
        ("profile", "versions", "april; augusti", "april; augusti; oktober"),
        ("profile", "value_lists.genomforbarhet", "1, 2, 3", "1, 2, 3, 4"),
    ]
    assert "Profil Region Exempel: värdelista genomforbarhet" in found.text()


def test_scales_and_the_calendar_of_a_profile_are_compared_one_by_one(tmp_path: Path) -> None:
    first = "  scales: {sannolikhet: [låg, hög], konsekvens: [liten, stor]}\n"
    second = "  scales: {sannolikhet: [låg, medel, hög], konsekvens: [liten, stor]}\n"
    step = "  calendar: [{key: manad, name: Månadsrapport, due: den 20:e månaden efter}]\n"
    sides = []
    for name, more in (("a", first), ("b", second + step)):
        made = tmp_path / name
        shutil.copytree(FOLLOWED, made)
        text = (made / "profil.yaml").read_text(encoding="utf-8")
        (made / "profil.yaml").write_text(text + more, encoding="utf-8")
        sides.append(load(made))
    assert sides[1].profile.calendar, sides[1].findings.text()
    found = {one.field: one for one in diff(*sides).changes}
    assert (found["scales.sannolikhet"].old, found["scales.sannolikhet"].new) == ("låg, hög", "låg, medel, hög")
    assert "Månadsrapport" in found["calendar.manad"].new
    assert set(found) == {"scales.sannolikhet", "calendar.manad"}


def test_another_setting_of_a_report_is_told_and_is_what_moved_its_figures(tmp_path: Path) -> None:
    found = diff(FOLLOWED, copied("uppfoljning-2024", tmp_path, ("styrmodell.toml", "as_now = true", "as_now = false")))
    (setting,) = found.inputs
    assert (setting.object_kind, setting.object, setting.field) == ("settings", "reports.generic.matt", "as_now")
    assert (setting.group, setting.old, setting.new) == (ChangeGroup.OTHER, "ja", "nej")
    assert found.printed
    assert all(one.moved_by == (setting.ref,) for one in found.printed)


def test_how_files_and_tables_are_read_is_compared(tmp_path: Path) -> None:
    edit = ("styrmodell.toml", 'kind = "observations"\nvalues = {measure = "kostnad-dvo", period = "2023"}', "")
    whole = ('[[tables]]\nfiles = "siffror/dvo-2023.csv"\n', "")
    made = copied("uppfoljning-2024", tmp_path, edit, ("styrmodell.toml", *whole))
    found = [one for one in diff(FOLLOWED, made).changes if one.object_kind == "settings"]
    assert {(one.object, one.field, one.kind) for one in found} == {
        ("tables siffror/dvo-2023.csv", "files", ChangeKind.REMOVED),
        ("tables siffror/dvo-2023.csv", "kind", ChangeKind.REMOVED),
        ("tables siffror/dvo-2023.csv.values", "measure", ChangeKind.REMOVED),
        ("tables siffror/dvo-2023.csv.values", "period", ChangeKind.REMOVED),
    }


def test_the_day_of_a_workspace_is_told_at_the_head_and_is_no_change(tmp_path: Path) -> None:
    made = copied("galleri", tmp_path)
    text = (made / "styrmodell.toml").read_text(encoding="utf-8")
    day = next(line for line in text.splitlines() if line.startswith("as_of"))
    (made / "styrmodell.toml").write_text(text.replace(day, "as_of = 2024-12-24"), encoding="utf-8")
    found = diff(EXAMPLES / "galleri", made)
    assert [one for one in found.changes if one.object_kind == "settings"] == []
    assert "2024-12-24" in found.text()


def test_a_word_master_that_holds_something_else_is_told() -> None:
    workspace = load(FOLLOWED)
    from_file = workspace.masters
    assert not from_file  # the example has none, so two are made below

    class Master:
        def __init__(self, sha256: str) -> None:
            self.file, self.sha256 = "mall.docx", sha256

    old, new = (evolve(workspace, masters={"generic.matt": Master(text * 64)}) for text in "ab")
    (found,) = [one for one in diff(old, new).changes if one.object_kind == "settings"]
    assert (found.object, found.field, found.old) == ("reports.generic.matt", "master", "mall.docx (aaaaaaaa)")


def test_a_workspace_made_in_code_has_no_settings_to_compare() -> None:
    assert diff(make_workspace(example_plan()), make_workspace(example_plan())).changes == ()


def test_a_table_that_the_workspace_defines_is_compared_row_by_row(tmp_path: Path) -> None:
    edits = (
        ("tabeller.yaml", 'label: Laboratorier, cell: "arsarbetare[', 'label: Labb, cell: "2 * arsarbetare['),
        (
            "tabeller.yaml",
            '{key: lok, label: Lokaler och energi, cell: "arsarbetare[enhet=exf-lok]"}',
            "{key: ny, label: Ny}",
        ),
    )
    found = diff(EXAMPLES / "vasternorrland-fiktiv-2020", copied("vasternorrland-fiktiv-2020", tmp_path, *edits))
    told = {one.field: (one.old, one.new) for one in found.inputs}
    assert {one.object_kind for one in found.inputs} == {"tables"}
    assert told["rows.lab.label"] == ("Laboratorier", "Labb")
    assert told["rows.lab.cell"] == ("arsarbetare[enhet=exf-lab]", "2 * arsarbetare[enhet=exf-lab]")
    assert told["rows.lok"][1] == told["rows.ny"][0] == ""
