"""Saving: a folder that loads to an equal plan, written whole or not at all, and nobody's file replaced."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.errors import UnknownNameError
from styrmodell.finding import FindingsError
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.profile import Profile
from styrmodell.session import output_folder
from styrmodell.session.load import load
from styrmodell.session.manifest import digest
from styrmodell.session.save import save

TOML = """\
[workspace]
format = 1
name = 'Region "Å"'
as_of = 2020-05-01
files = ["*.yaml", "*.csv"]
[reports]
include = ["generic.matt"]
[reports."generic.matt"]
rubrik = 'Mått \\ "alla"'
[[sources]]
files = "*.csv"
scale = "tkr"
"""
YAML = """\
plan: {id: p, unit: a, period: "2020", state: decided}
profile: {key: egen, valid_from: 2019-01-01, levels: [region]}
units: [{id: a, name: Å-enheten}, {id: b, name: Söder, parent: a}]
measures:
  - {id: area, name: Area, unit: m2, target: minst 100 m2}
  - {id: ekonomi, name: Ekonomi, unit: kr}
"""
CSV = "enhet;matt;period;typ;varde;kommentar\nb;area;2020;budget;1 234;=1+1 är två\nb;ekonomi;2020;utfall;-5,50;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "arbetsyta"
    made.mkdir()
    (made / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (made / "plan.yaml").write_text(YAML, encoding="utf-8")
    (made / "varden.csv").write_text(CSV, encoding="utf-8")
    return made


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_saved_folder_loads_to_an_equal_plan(folder, tmp_path, form):
    workspace = load(folder).require()
    assert save(workspace, tmp_path / "ut", form).failed == ()
    found = load(tmp_path / "ut").require()
    assert found.plan == workspace.plan
    assert (found.name, found.as_of, found.profile) == (workspace.name, workspace.as_of, workspace.profile)
    assert (found.include, found.settings) == (workspace.include, workspace.settings)


def test_json_is_one_file_beside_the_workspaces_own(folder, tmp_path):
    saved = save(load(folder), tmp_path / "ut")
    assert saved.files == ("plan.json", "styrmodell.toml", "manifest.json")
    assert sorted(content(tmp_path / "ut")) == sorted(saved.files)


def test_the_workspace_file_names_what_was_written(folder, tmp_path):
    workspace = load(folder)
    save(evolve(workspace, plan=without_comments(workspace.plan)), tmp_path / "ut", "csv")
    assert content(tmp_path / "ut")["styrmodell.toml"].decode() == (
        '[workspace]\nformat = 1\nname = "Region \\"Å\\""\nprofile = "egen"\nas_of = 2020-05-01\n'
        'files = ["plan.json", "units.csv", "observationer.csv"]\n\n[reports]\ninclude = ["generic.matt"]\n\n'
        '[reports."generic.matt"]\n"rubrik" = "Mått \\\\ \\"alla\\""\n\n'
        '[[sources]]\nfiles = "observationer.csv"\nscale = "tkr"\n\n'
        '[[tables]]\nfiles = "units.csv"\nkind = "units"\nheading_row = 1\n'
    )


def without_comments(plan):
    return evolve(plan, observations=tuple(evolve(item, comment="") for item in plan.observations))


def test_the_manifest_says_what_was_made_from_what(folder, tmp_path):
    workspace = load(folder)
    save(workspace, tmp_path / "ut")
    manifest = json.loads(content(tmp_path / "ut")["manifest.json"])
    assert [entry["file"] for entry in manifest["inputs"]] == ["plan.yaml", "styrmodell.toml", "varden.csv"]
    written = {entry["file"]: entry["sha256"] for entry in manifest["outputs"]}
    assert written["plan.json"] == digest(content(tmp_path / "ut")["plan.json"])


def test_saving_again_gives_the_same_bytes(folder, tmp_path):
    save(load(folder), tmp_path / "ut")
    first = content(tmp_path / "ut")
    assert save(load(folder), tmp_path / "ut").failed == ()
    assert content(tmp_path / "ut") == first


def test_what_an_earlier_save_wrote_is_replaced(folder, tmp_path):
    workspace = load(folder)
    save(workspace, tmp_path / "ut")
    changed = evolve(workspace, plan=evolve(workspace.plan, title="Ny titel"))
    assert save(changed, tmp_path / "ut").failed == ()
    assert "Ny titel" in content(tmp_path / "ut")["plan.json"].decode()


@pytest.mark.parametrize("name", ["plan.json", "styrmodell.toml", "manifest.json"])
def test_a_foreign_file_is_never_replaced_and_nothing_is_written(folder, tmp_path, name):
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / name).write_text("mitt", encoding="utf-8")
    saved = save(load(folder), tmp_path / "ut")
    assert [(f.code.code, f.source.file) for f in saved.failed] == [("SM198", name)]
    assert content(tmp_path / "ut") == {name: b"mitt"}


def test_a_file_edited_since_the_last_save_is_not_replaced(folder, tmp_path):
    workspace = load(folder)
    save(workspace, tmp_path / "ut")
    (tmp_path / "ut" / "plan.json").write_text("{}", encoding="utf-8")
    assert [f.code.code for f in save(workspace, tmp_path / "ut").failed] == ["SM198"]


def test_the_workspaces_own_folder_is_not_saved_over(folder):
    before = content(folder)
    assert [f.code.code for f in save(load(folder), folder).failed] == ["SM198"]
    assert content(folder) == before


def test_what_else_stands_in_the_manifest_is_kept(folder, tmp_path):
    out = tmp_path / "ut"
    out.mkdir()
    (out / "a.docx").write_bytes(b"x")
    entry = {"report": "a", "unit": "a", "period": "2020", "format": "docx", "file": "a.docx", "sha256": "0"}
    (out / "manifest.json").write_text(json.dumps({"outputs": [entry]}), encoding="utf-8")
    save(load(folder), out)
    assert entry in json.loads(content(out)["manifest.json"])["outputs"]


def test_what_no_file_can_hold_is_told_and_nothing_is_written(folder, tmp_path):
    workspace = load(folder)
    for measures in ((Measure(id="A A", name="x", unit="kr"),), (Measure(id="a", name="\x00", unit="kr"),)):
        broken = evolve(workspace, plan=evolve(workspace.plan, measures=measures))
        assert [f.code.code for f in save(broken, tmp_path / "ut").failed] == ["SM197"]
    assert not (tmp_path / "ut").exists()


def test_an_unreadable_workspace_is_not_saved(folder, tmp_path):
    (folder / "mer.yaml").write_text("units: [{id: X, name: X}]", encoding="utf-8")
    with pytest.raises(FindingsError):
        save(load(folder), tmp_path / "ut")


def test_an_unknown_format_is_wrong_use(folder, tmp_path):
    with pytest.raises(UnknownNameError):
        save(load(folder), tmp_path / "ut", "xml")


def test_a_file_that_cannot_be_written_is_told(folder, tmp_path, monkeypatch):
    def refuse(path, data):
        raise PermissionError(13, "nekad")

    monkeypatch.setattr(output_folder, "write_atomic", refuse)
    saved = save(load(folder), tmp_path / "ut")
    assert saved.files == ()
    assert {f.code.code for f in saved.failed} == {"SM404"}


def test_figures_added_in_python_are_saved(folder, tmp_path):
    item = Observation(measure_id="area", unit_id="a", period=load(folder).plan.period, value="1.50")
    workspace = load(folder).with_observations((item,))
    for form in ("json", "csv"):
        assert save(workspace, tmp_path / form, form).failed == ()
        assert load(tmp_path / form).plan == workspace.plan


def test_a_plugins_profile_is_named_and_not_copied(folder, tmp_path):
    workspace = load(folder)
    profile = Profile(key="region", valid_from=workspace.as_of)
    registry = evolve(workspace.registry, profiles={"region": (profile,)})
    save(evolve(workspace, profile=profile, registry=registry), tmp_path / "ut")
    assert b'"profile"' not in content(tmp_path / "ut")["plan.json"]
    assert b'profile = "region"' in content(tmp_path / "ut")["styrmodell.toml"]


def run(*args):
    command = [sys.executable, "-m", "styrmodell", "save", *map(str, args), "--lang", "sv"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_saves_and_tells_how_many_files(folder, tmp_path):
    done = run(folder, "--out", tmp_path / "ut", "--format", "csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert "filer skrivna i" in done.stderr


def test_the_command_ends_with_4_when_a_file_is_in_the_way(folder):
    done = run(folder, "--out", folder)
    assert done.returncode == 4
    assert "SM198" in done.stderr
    assert "inga filer skrivna" in done.stderr


def test_the_command_ends_with_4_when_the_folder_is_a_file(folder):
    assert run(folder, "--out", folder / "plan.yaml").returncode == 4


def test_the_command_ends_with_3_when_the_workspace_cannot_be_read(folder, tmp_path):
    (folder / "plan.yaml").write_text("plan: [", encoding="utf-8")
    assert run(folder, "--out", tmp_path / "ut").returncode == 3
    assert not (tmp_path / "ut").exists()


def test_the_command_needs_a_folder_and_a_known_format(folder, tmp_path):
    assert run(folder).returncode == 2
    assert run(folder, "--out", tmp_path / "ut", "--format", "xml").returncode == 2
