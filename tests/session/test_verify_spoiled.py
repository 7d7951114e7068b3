"""Spoiled documents whose hashes were rewritten to match: what a reader sees is not what the input gives."""

import json
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.session.test_verify import CSV, DECISION, INPUT, told, write

from styrmodell.session.freeze import freeze
from styrmodell.session.load import load
from styrmodell.session.manifest import digest
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.session.shown_text import shown_text
from styrmodell.session.verify import verify

# Whole numbers of four digits, so that each is found as it is written in every format.
MORE = f"{CSV}b;area;2019;utfall;5 678\n"
DERIVED = 'measures: [{id: dubbel, name: Dubbel area, unit: m2, definition: "area + area"}]\n'
SPACED = "5\u00a0678", "8\u00a0765"
PLAIN = "5678", "8765"
OTHER_VERSION = {"styrmodell": "0.0.1"}
Spoil = Callable[[bytes], bytes]


def workspace_in(folder: Path) -> Path:
    """A workspace with figures of four digits and one that is computed."""
    write(folder)
    (folder / INPUT.removeprefix("indata/")).write_text(MORE, encoding="utf-8")
    (folder / "fler.yaml").write_text(DERIVED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return freeze(load(workspace_in(tmp_path_factory.mktemp("Vår yta") / "plan")), **DECISION).folder


@pytest.fixture
def frozen(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "arkiv"))


def repacked(change: Callable[[str, bytes], bytes]) -> Spoil:
    """An Office file with its parts as *change* leaves them, packed anew."""

    def spoil(data: bytes) -> bytes:
        out = BytesIO()
        with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as other:
            for name in package.namelist():
                other.writestr(name, change(name, package.read(name)))
        return out.getvalue()

    return spoil


def replaced(old: str, new: str) -> Spoil:
    def spoil(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return spoil


def in_parts(old: str, new: str) -> Spoil:
    """An Office file where every part with *old* has *new* instead; there must be one."""
    spoil = repacked(lambda _, part: part.replace(old.encode(), new.encode()))

    def checked(data: bytes) -> bytes:
        assert shown_text(spoil(data), "docx") != shown_text(data, "docx")
        return spoil(data)

    return checked


def spoil_noted(frozen: Path, file: str, spoil: Spoil, **changed: object) -> None:
    """Spoil a document, and write its new hash everywhere its old one stands."""
    path = frozen / "ut" / file
    before = path.read_bytes()
    path.write_bytes(spoil(before))
    assert path.read_bytes() != before
    manifest = frozen / "ut" / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace(digest(before), digest(path.read_bytes())), encoding="utf-8")
    record = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    record.update(changed)
    for entry in record["outputs"]:
        entry["sha256"] = digest((frozen / "ut" / entry["file"]).read_bytes())
    (frozen / "frysning.json").write_text(json.dumps(record), encoding="utf-8")


FIGURES = [
    ("generic.matt.docx", in_parts(*SPACED)),
    ("generic.matt.html", replaced(*SPACED)),
    ("generic.matt.xlsx", in_parts(*PLAIN)),
    ("generic.matt.docx.cells.json", replaced(*SPACED)),
    ("generic.observationer.csv", replaced(*PLAIN)),
    ("generic.observationer.json", replaced("Area", "Yta")),
    ("generic.mattkatalog.xlsx", in_parts("Dubbel", "Halv")),
]


@pytest.mark.parametrize(("file", "spoil"), FIGURES, ids=[file for file, _ in FIGURES])
def test_a_figure_changed_in_one_format_is_found_by_the_recomputation(frozen, file, spoil):
    spoil_noted(frozen, file, spoil)
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM435", f"ut/{file}")], "differs")


@pytest.mark.parametrize(("file", "spoil"), FIGURES[:4], ids=[file for file, _ in FIGURES[:4]])
def test_a_figure_changed_is_found_also_when_another_version_wrote_it(frozen, file, spoil):
    spoil_noted(frozen, file, spoil, versions=OTHER_VERSION)
    verified = verify(frozen)
    assert told(verified) == [("SM435", f"ut/{file}"), ("SM436", "omräkningen")]


def test_each_spoiled_file_of_a_document_is_told_with_what_it_shows(frozen):
    for file, spoil in FIGURES[:3]:
        spoil_noted(frozen, file, spoil)
    verified = verify(frozen)
    assert told(verified) == sorted(("SM435", f"ut/{file}") for file, _ in FIGURES[:3])
    page = next(one for one in verified.findings if one.source.file.endswith(".html"))
    assert "generic.matt@a@2020/matt/area/outcome-2019: 8 765 → 5 678" in page.found()


def test_a_word_that_was_changed_is_told_as_a_figure_is(frozen):
    spoil_noted(frozen, "generic.matt.docx", in_parts("Area", "Yta"))
    assert told(verify(frozen)) == [("SM435", "ut/generic.matt.docx")]


def test_a_formula_that_was_changed_under_its_value_is_told(frozen):
    formula = re.compile(rb"<f>[^<]*</f>")
    spoil_noted(frozen, "generic.matt.xlsx", repacked(lambda _, part: formula.sub(b"<f>1+1</f>", part)))
    verified = verify(frozen)
    assert told(verified) == [("SM435", "ut/generic.matt.xlsx")]
    assert "1+1 → " in verified.findings[0].found()


@pytest.mark.parametrize("file", ["generic.matt.docx", "generic.matt.xlsx"])
def test_a_document_that_was_saved_again_has_the_same_figures(frozen, file):
    spoil_noted(frozen, file, repacked(lambda _, part: part))
    verified = verify(frozen)
    assert (told(verified), verified.sameness) == ([("SM438", f"ut/{file}")], "cells")


@pytest.mark.parametrize("file", ["generic.matt.docx", "generic.matt.xlsx"])
def test_a_document_that_cannot_be_read_is_not_taken_for_whole(frozen, file):
    spoil_noted(frozen, file, lambda data: data[: len(data) // 2])
    assert told(verify(frozen)) == [("SM435", f"ut/{file}")]


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "csv", "json"])
def test_a_byte_changed_in_a_document_is_told(frozen, form):
    path = frozen / "ut" / f"generic.observationer.{form}"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert told(verify(frozen)) == [("SM432", f"ut/{path.name}")]


def test_a_document_taken_away_with_its_note_is_missed(frozen):
    """The record no longer names it, but the run that it tells of writes it."""
    record = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    record["outputs"] = [one for one in record["outputs"] if one["file"] != "generic.matt.docx"]
    (frozen / "frysning.json").write_text(json.dumps(record), encoding="utf-8")
    (frozen / "ut" / "generic.matt.docx").unlink()
    assert told(verify(frozen)) == [("SM433", "ut/generic.matt.docx")]


def test_a_document_added_with_a_note_is_not_what_the_run_makes(frozen):
    path = frozen / "ut" / "generic.matt.docx"
    shutil.copy(path, frozen / "ut" / "generic.extra.docx")
    record = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    (noted,) = (one for one in record["outputs"] if one["file"] == path.name)
    record["outputs"].append({**noted, "file": "generic.extra.docx"})
    (frozen / "frysning.json").write_text(json.dumps(record), encoding="utf-8")
    assert told(verify(frozen)) == [("SM435", "ut/generic.extra.docx")]


def test_another_day_in_the_record_gives_other_documents(frozen):
    spoil_noted(frozen, "generic.matt.html", replaced("Mått", "Mätt"), as_of="2021-01-01")
    assert "SM435" in {code for code, _ in told(verify(frozen))}


@pytest.mark.parametrize(("form", "spoil"), [("docx", in_parts(*SPACED)), ("xlsx", in_parts(*PLAIN))])
def test_a_rendered_document_is_held_against_its_workspace(tmp_path, form, spoil):
    folder, out = workspace_in(tmp_path / "yta"), tmp_path / "ut"
    workspace = load(folder)
    run_jobs(workspace, plan_jobs(workspace, Order(reports=("generic.matt",))), out)
    path = out / f"generic.matt.{form}"
    before = path.read_bytes()
    path.write_bytes(spoil(before))
    manifest = out / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace(digest(before), digest(path.read_bytes())), encoding="utf-8")
    verified = verify(out, workspace=folder)
    assert (told(verified), verified.sameness) == ([("SM435", path.name)], "differs")
