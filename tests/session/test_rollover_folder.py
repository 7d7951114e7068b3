"""The folder of a workspace that was rolled over, whatever the plan: it is read back as the plan that was meant."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from tests.session.test_rollover_law import webs

from styrmodell.api import load, rollover, save
from styrmodell.io.save.json_file import plan_json
from styrmodell.model.plan import Plan

TOML = '[workspace]\nformat = 1\nname = "Plan 2020"\nas_of = 2021-01-31\nfiles = [{files}]\n'
UNITS = "units: [{id: r, name: Region}]\n"


def workspace(folder: Path, files: dict[str, str], listed: str = '"*.yaml"', more: str = "") -> Path:
    folder.mkdir(parents=True)
    for name, text in {**files, "styrmodell.toml": TOML.format(files=listed) + more}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    return lambda: tmp_path_factory.mktemp("r")


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=webs())
def test_any_sound_plan_is_written_and_read_back(plan: Plan, fresh: Callable[[], Path]) -> None:
    folder = fresh()
    (folder / "gammal").mkdir()
    (folder / "gammal" / "plan.json").write_bytes(plan_json(plan))
    (folder / "gammal" / "styrmodell.toml").write_text(TOML.format(files='"*.json"'), encoding="utf-8")
    old = load(folder / "gammal")
    found = rollover(old, 2021, folder / "ny")
    if old.findings.errors():
        return
    assert found.workspace is not None
    assert found.workspace.findings.errors() == ()
    assert sorted(path.name for path in folder.iterdir()) == ["gammal", "ny"]


def test_a_file_called_plan_yaml_that_is_not_the_plans_is_not_overwritten(tmp_path: Path) -> None:
    files = {
        "huvud.yaml": 'plan: {id: p, unit: r, period: "2020"}\n',
        "plan.yaml": UNITS + "risks: [{id: a, name: A}]\n",
    }
    found = rollover(load(workspace(tmp_path / "g", files)), 2021, tmp_path / "n")
    assert found.workspace is not None
    assert found.workspace.plan is not None
    assert [one.id for one in found.workspace.plan.risks] == ["a"]


def test_objects_of_one_file_that_partly_follow_are_written_anew_in_order(tmp_path: Path) -> None:
    risks = "risks: [{id: a, name: A}, {id: b, name: B, status: avbruten}, {id: c, name: C}]\n"
    files = {"plan.yaml": 'plan: {id: p, unit: r, period: "2020"}\n' + UNITS, "risker.yml": "# Ord\n" + risks}
    found = rollover(load(workspace(tmp_path / "g", files, '"*.y*ml"')), 2021, tmp_path / "n")
    assert found.workspace is not None
    assert found.workspace.plan is not None
    assert [one.id for one in found.workspace.plan.risks] == ["a", "c"]
    assert [(one.key, one.why) for one in found.left] == [("b", "avbruten")]
    assert (tmp_path / "n" / "risker.yml").exists()


def test_settings_and_definitions_that_name_the_old_year_are_told(tmp_path: Path) -> None:
    measures = (
        "measures: [{id: a, name: A, unit: antal}, {id: b, name: B, unit: antal, definition: 'a[version=2020]'}]\n"
    )
    files = {"plan.yaml": 'plan: {id: p, unit: r, period: "2020"}\n' + UNITS + measures}
    more = '[reports."generic.matt"]\non = 2020-06-30\n'
    found = rollover(load(workspace(tmp_path / "g", files, more=more)), 2021, tmp_path / "n")
    assert "- Inställningen on för generic.matt är 2020-06-30. Ska den vara det nya årets?" in found.note
    assert "- Definitionen av B nämner ett år: a[version=2020]. Ska det ändras?" in found.note
    assert found.workspace is not None
    assert dict(found.workspace.settings)["generic.matt"] == (("on", "2020-06-30"),)


def test_a_saved_workspace_rolls_over_to_the_same_plan(tmp_path: Path) -> None:
    old = load(Path(__file__).parents[2] / "examples" / "uppfoljning-2024")
    save(old, tmp_path / "sparad")
    first, second = (
        rollover(one, 2025, tmp_path / name).workspace for one, name in ((old, "a"), (load(tmp_path / "sparad"), "b"))
    )
    assert first is not None
    assert second is not None
    assert first.plan is not None
    assert second.plan is not None
    assert Counter(first.plan.observations) == Counter(second.plan.observations)
    parts = {"observations": (), "targets": ()}
    assert plan_json(evolve(first.plan, **parts)) == plan_json(evolve(second.plan, **parts))
