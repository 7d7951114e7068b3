"""Runs: what is written, what is left alone, what is told."""

import json
import shutil
from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.api import Document, Head, ReportSpec, Text, UnknownNameError, Workspace
from styrmodell.model.plan_state import PlanState
from styrmodell.plugins.hookspecs import hookimpl
from styrmodell.session import write
from styrmodell.session.manifest import digest
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.testing import example_plan, make_workspace


def _fine(context):
    return Document(title="Fin", head=Head(dnr=context.plan.dnr), blocks=())


def _broken(context):
    raise KeyError("nothing here")


class TwoReports:
    """A plugin with a report that works and one that fails."""

    @hookimpl
    def styrmodell_reports(self):
        title = Text(sv="Fin", en="Fine")
        return (
            ReportSpec(key="prov.fin", title=title, build=_fine, formats=("html",)),
            ReportSpec(key="prov.trasig", title=title, build=_broken, formats=("html",)),
        )


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(example_plan(), {"prov": TwoReports()})


def run(workspace: Workspace, folder: Path, **order: object):
    return run_jobs(workspace, plan_jobs(workspace, Order(**order)), folder)


def test_a_run_writes_its_files_and_a_manifest_that_names_them(workspace: Workspace, tmp_path: Path) -> None:
    result = run(workspace, tmp_path, reports=("generic.matt",))
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == 1
    written = {"index.html", *(output.file for output in result.outputs)}
    assert {entry["file"] for entry in manifest["outputs"]} == written
    for entry in manifest["outputs"]:
        assert digest((tmp_path / entry["file"]).read_bytes()) == entry["sha256"]
    assert manifest["versions"]["styrmodell"] == "0.1.0"


def test_one_failing_report_leaves_the_others(workspace: Workspace, tmp_path: Path) -> None:
    result = run(workspace, tmp_path, reports=("prov.trasig", "prov.fin"))
    assert [output.file for output in result.outputs] == ["prov.fin.html"]
    assert [finding.code.code for finding in result.failed] == ["SM401"]
    assert "KeyError" in result.failed[0].found()


def test_a_failing_report_leaves_its_old_file_whole(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "prov.trasig.html").write_text("den gamla", encoding="utf-8")
    run(workspace, tmp_path, reports=("prov.trasig",))
    assert (tmp_path / "prov.trasig.html").read_text(encoding="utf-8") == "den gamla"
    assert not (tmp_path / "manifest.json").exists()


def test_the_same_input_gives_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(make_workspace(example_plan()), tmp_path / name, reports=("generic.matt",))
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "b").iterdir())
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_a_file_edited_by_hand_is_never_replaced(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    (tmp_path / "prov.fin.html").write_text("rättad för hand", encoding="utf-8")
    result = run(workspace, tmp_path, reports=("prov.fin",))
    assert (tmp_path / "prov.fin.html").read_text(encoding="utf-8") == "rättad för hand"
    assert [output.file for output in result.outputs] == ["prov.fin (2).html"]
    assert [finding.code.code for finding in result.findings] == ["SM403"]


def test_a_file_that_no_run_wrote_is_not_replaced_either(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "prov.fin.html").write_text("någon annans", encoding="utf-8")
    run(workspace, tmp_path, reports=("prov.fin",))
    assert (tmp_path / "prov.fin.html").read_text(encoding="utf-8") == "någon annans"
    assert (tmp_path / "prov.fin (2).html").exists()


def test_an_untouched_file_is_replaced_by_the_next_run(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    first = (tmp_path / "prov.fin.html").read_bytes()
    plan = evolve(example_plan(), state=PlanState.DECIDED)
    result = run(make_workspace(plan, {"prov": TwoReports()}), tmp_path, reports=("prov.fin",))
    assert [output.file for output in result.outputs] == ["prov.fin.html"]
    assert (tmp_path / "prov.fin.html").read_bytes() != first


def test_what_earlier_runs_wrote_stays_in_the_manifest(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, tmp_path, reports=("prov.fin",))
    run(workspace, tmp_path, reports=("generic.matt",), formats=("html",))
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in manifest["outputs"]] == ["generic.matt.html", "index.html", "prov.fin.html"]


def test_a_file_held_open_is_told_and_stays_whole(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Excel holds open."""
    run(workspace, tmp_path, reports=("prov.fin",))
    before = (tmp_path / "prov.fin.html").read_bytes()

    def locked(_temporary: str, _path: Path) -> None:
        raise PermissionError(13, "åtkomst nekad")

    monkeypatch.setattr(write, "_replace", locked)
    plan = evolve(example_plan(), state=PlanState.DECIDED)
    result = run(make_workspace(plan, {"prov": TwoReports()}), tmp_path, reports=("prov.fin",))
    assert {finding.code.code for finding in result.failed} == {"SM404"}
    assert "stäng filen i Excel" in result.failed[0].do()
    assert (tmp_path / "prov.fin.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "manifest.json", "prov.fin.html"]


def test_a_name_pattern_names_the_files(workspace: Workspace, tmp_path: Path) -> None:
    result = run(workspace, tmp_path, reports=("generic.matt",), formats=("html",), name="{title} {unit} {period}")
    assert [output.file for output in result.outputs] == ["Mått och värden forvaltning 2020.html"]


def test_an_unknown_place_in_the_pattern_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="pattern"):
        plan_jobs(workspace, Order(reports=("generic.matt",), name="{namn}"))


def test_two_files_of_one_name_are_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="both be called"):
        plan_jobs(workspace, Order(reports=("generic.matt", "prov.fin"), formats=("html",), name="samma"))


def test_a_unit_asked_for_gets_a_file_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    result = run(workspace, tmp_path, reports=("generic.matt",), units=("norr",), formats=("html",))
    assert [output.file for output in result.outputs] == ["generic.matt.norr.html"]


def test_folders_with_åäö_and_spaces_work(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "Mål och uppföljning" / "år 2020"
    run(workspace, folder, reports=("prov.fin",))
    assert (folder / "prov.fin.html").exists()
    shutil.rmtree(folder)


def test_progress_tells_each_file_before_it_is_made(workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    jobs = plan_jobs(workspace, Order(reports=("generic.matt",), formats=("html", "xlsx")))
    run_jobs(workspace, jobs, tmp_path, lambda *step: told.append(step))
    assert told == [("generic.matt.xlsx", 0, 2), ("generic.matt.html", 1, 2), ("", 2, 2)]
