"""Verifying: what is changed, missing or extra is told, and figures that the input does not give."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from styrmodell.errors import ReadError
from styrmodell.session.freeze import freeze
from styrmodell.session.load import load
from styrmodell.session.manifest import digest
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.session.save import save
from styrmodell.session.verify import Verified, verify

EXAMPLES = Path(__file__).parents[2] / "examples"
TOML = '[workspace]\nformat = 1\nname = "Å"\nas_of = 2020-05-01\nfiles = ["*.yaml", "siffror år/*.csv"]\n'
YAML = """\
plan: {id: p, unit: a, period: "2020", state: decided}
units: [{id: a, name: Å-enheten}, {id: b, name: Söder, parent: a}]
measures: [{id: area, name: Area, unit: m2}]
"""
CSV = "enhet;matt;period;typ;varde\nb;area;2020;budget;1 234\n"
DECISION = {"body": "Nämnden", "decided": date(2020, 6, 1), "paragraph": "§ 7", "name": "Nämndens § 7"}
INPUT = "indata/siffror år/värden.csv"


def write(folder: Path) -> Path:
    (folder / "siffror år").mkdir(parents=True)
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (folder / "plan.yaml").write_text(YAML, encoding="utf-8")
    (folder / "siffror år" / "värden.csv").write_text(CSV, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return freeze(load(write(tmp_path_factory.mktemp("Vår yta") / "plan")), **DECISION).folder


@pytest.fixture
def frozen(made: Path, tmp_path: Path) -> Path:
    """A frozen run that was copied somewhere else, as to an archive."""
    return Path(shutil.copytree(made, tmp_path / "arkiv år 2020"))


def told(verified: Verified) -> list[tuple[str, str]]:
    return sorted((finding.code.code, finding.source.file) for finding in verified.findings)


def rewrite(path: Path, old: str, new: str) -> None:
    """Change the text of a file, and its hash in the record: what somebody does who hides a change."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def retell(frozen: Path, **changed: object) -> None:
    told = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    told.update(changed)
    for part, key in (("indata", "inputs"), ("ut", "outputs")):
        for entry in told[key]:
            entry["sha256"] = digest((frozen / part / entry["file"]).read_bytes())
    (frozen / "frysning.json").write_text(json.dumps(told), encoding="utf-8")


def test_what_is_untouched_is_the_same_byte_for_byte(frozen):
    verified = verify(frozen)
    assert (verified.findings, verified.sameness) == ((), "bytes")
    assert (verified.inputs, verified.outputs) == (3, 16)
    assert verified.sha256 == digest((frozen / "frysning.json").read_bytes())


def test_the_record_itself_may_be_named(frozen):
    assert verify(frozen / "frysning.json").sameness == "bytes"


def test_a_changed_byte_of_output_is_told(frozen):
    path = frozen / "ut" / "generic.matt.html"
    path.write_bytes(path.read_bytes() + b"\n")
    verified = verify(frozen)
    # The figures of the other formats are still those that the input gives.
    assert (told(verified), verified.sameness) == ([("SM432", "ut/generic.matt.html")], "bytes")


def test_a_changed_byte_of_input_is_told_and_nothing_is_computed_from_it(frozen):
    rewrite(frozen / INPUT, "1 234", "1 235")
    verified = verify(frozen)
    assert told(verified) == [("SM432", INPUT), ("SM437", "omräkningen")]
    assert verified.sameness == "no"


@pytest.mark.parametrize(("file", "also"), [(INPUT, [("SM437", "omräkningen")]), ("ut/generic.matt.docx", [])])
def test_a_missing_file_is_told(frozen, file, also):
    (frozen / file).unlink()
    assert told(verify(frozen)) == sorted([("SM433", file), *also])


@pytest.mark.parametrize("file", ["extra.txt", "indata/siffror år/ny.csv", "ut/.dold", "indata/frysta/x.csv"])
def test_an_extra_file_is_told_and_does_not_change_the_recomputation(frozen, file):
    (frozen / file).parent.mkdir(exist_ok=True)
    (frozen / file).write_text(CSV, encoding="utf-8")
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM434", file)], "bytes")


def test_a_link_in_place_of_a_file_is_not_what_was_kept(frozen, tmp_path):
    path = frozen / "ut" / "generic.matt.docx"
    path.rename(tmp_path / "annanstans.docx")
    path.symlink_to(tmp_path / "annanstans.docx")
    assert told(verify(frozen)) == [("SM433", "ut/generic.matt.docx")]


def test_an_extra_folder_and_a_link_are_told(frozen):
    (frozen / "mer").mkdir()
    (frozen / "ut" / "bort").symlink_to("/")
    assert told(verify(frozen)) == [("SM434", "mer"), ("SM434", "ut/bort")]


@pytest.mark.parametrize("file", [".DS_Store", "ut/Thumbs.db", "ut/~$neric.matt.docx"])
def test_what_comes_of_looking_is_no_extra_file(frozen, file):
    (frozen / file).write_bytes(b"x")
    assert verify(frozen).findings == ()


def test_input_and_hash_changed_together_give_other_figures(frozen):
    rewrite(frozen / INPUT, "1 234", "1 235")
    retell(frozen)
    verified = verify(frozen)
    files = ("ut/generic.matt.docx.cells.json", "ut/generic.observationer.csv")
    assert (told(verified), verified.sameness) == ([("SM435", file) for file in files], "differs")
    found = verified.findings[0].found().replace("\u00a0", " ")
    assert found == "1 cell med en annan siffra: generic.matt@a@2020/matt/area/budget-2020: 1 234 → 1 235"


def test_output_and_hash_changed_together_are_not_what_the_input_gives(frozen):
    path = frozen / "ut" / "generic.matt.html"
    rewrite(path, "234", "999")
    retell(frozen)
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM435", "ut/generic.matt.html")], "differs")


def test_a_changed_index_is_told_when_the_documents_are_the_same(frozen):
    rewrite(frozen / "ut" / "index.html", "Söder", "Norr")
    rewrite(frozen / "ut" / "index.html", "Å", "Ä")
    retell(frozen)
    assert told(verify(frozen)) == [("SM438", "ut/index.html")]


def test_other_versions_compare_the_figures_of_the_cells(frozen):
    path = frozen / "ut" / "generic.matt.html"
    path.write_bytes(path.read_bytes() + b"<!-- another version's -->")
    retell(frozen, versions={"styrmodell": "0.0.1", "styrmodell-gammal": ""})
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM436", "omräkningen")], "cells")
    assert verified.findings[0].expected() == "styrmodell 0.0.1, styrmodell-gammal, som då"


def test_other_versions_that_compute_other_figures_are_told(frozen):
    rewrite(frozen / "ut" / "generic.matt.docx.cells.json", "234", "999")
    retell(frozen, versions={"styrmodell": "0.0.1"})
    verified = verify(frozen)
    assert [code for code, _ in told(verified)] == ["SM435", "SM436"]
    assert verified.sameness == "differs"


def test_a_report_whose_plugin_is_gone_cannot_be_recomputed(frozen):
    told_before = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    retell(frozen, asked={**told_before["asked"], "reports": ["borta.bilaga1"]})
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM437", "omräkningen")], "no")
    assert "borta.bilaga1" in verified.findings[0].found()


def test_what_is_neither_frozen_nor_rendered_cannot_be_verified(tmp_path, frozen):
    with pytest.raises(ReadError, match=r"no frysning\.json or manifest\.json"):
        verify(tmp_path)
    (frozen / "frysning.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ReadError, match="no frozen run of format 1"):
        verify(frozen)


@pytest.fixture
def rendered(tmp_path: Path) -> tuple[Path, Path]:
    """A workspace, and what render wrote of it."""
    folder, out = write(tmp_path / "yta"), tmp_path / "ut ur ytan"
    workspace = load(folder)
    run_jobs(workspace, plan_jobs(workspace, Order(name="{title} {unit}")), out)
    return folder, out


def test_an_output_folder_is_verified_by_its_manifest(rendered):
    _, out = rendered
    verified = verify(out)
    assert (verified.findings, verified.sameness, verified.outputs) == ((), "no", 15)
    (out / "index.html").write_text("x", encoding="utf-8")
    next(out.glob("*.xlsx")).unlink()
    (out / "annat.txt").write_text("x", encoding="utf-8")
    assert [code for code, _ in told(verify(out))] == ["SM432", "SM433", "SM439"]


def test_an_output_folder_is_recomputed_from_its_workspace(rendered):
    folder, out = rendered
    assert verify(out, workspace=folder).sameness == "bytes"
    rewrite(folder / "siffror år" / "värden.csv", "1 234", "9")
    verified = verify(out / "manifest.json", workspace=folder)
    assert told(verified) == [("SM432", "siffror år/värden.csv"), ("SM437", "omräkningen")]


def test_the_documents_of_a_frozen_run_are_an_output_folder_too(frozen):
    assert verify(frozen / "ut", workspace=frozen).sameness == "bytes"


def test_documents_without_a_list_of_cells_are_compared_by_what_they_show(tmp_path):
    folder, out = write(tmp_path / "yta"), tmp_path / "ut"
    workspace = load(folder)
    run_jobs(workspace, plan_jobs(workspace, Order(formats=("html",))), out)
    content = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    rewrite(out / "generic.matt.html", "234", "999")
    content["outputs"][0]["sha256"] = digest((out / "generic.matt.html").read_bytes())
    (out / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    assert told(verify(out, workspace=folder)) == [("SM435", "generic.matt.html")]
    content["versions"]["styrmodell"] = "0.0.1"
    (out / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    assert [code for code, _ in told(verify(out, workspace=folder))] == ["SM435", "SM436"]


def test_a_saved_plan_is_verified_by_its_hashes(tmp_path):
    save(load(write(tmp_path / "yta")), tmp_path / "sparad")
    verified = verify(tmp_path / "sparad", workspace=tmp_path / "yta")
    assert (verified.findings, verified.outputs, verified.sameness) == ((), 2, "no")


@pytest.mark.parametrize("example", ["vasternorrland-2020", "uppfoljning-2024"])
def test_the_examples_are_the_same_when_recomputed(example, tmp_path):
    folder = Path(shutil.copytree(EXAMPLES / example, tmp_path / "Årets plan"))
    frozen = freeze(load(folder), **DECISION).folder
    shutil.rmtree(folder / "frysta" / ".." / ("observationer" if example.startswith("v") else "siffror"))
    verified = verify(frozen)
    assert (verified.findings, verified.sameness) == ((), "bytes")
