"""Acknowledging: written whole at the end of kvitterade.yaml, read back, and nothing else of the file changed."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.session.acknowledge.sayings import finding

from styrmodell.errors import RenderError, TextError
from styrmodell.finding import Findings, FindingsError, Severity
from styrmodell.session.acknowledge import acknowledge as acknowledging
from styrmodell.session.acknowledge.acknowledge import Acknowledged, acknowledge
from styrmodell.session.compare.diff import diff
from styrmodell.session.freeze import freeze
from styrmodell.session.load import load
from styrmodell.session.rollover.rollover import rollover
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.session.save import save
from styrmodell.session.verify import verify
from styrmodell.session.workspace import Workspace

TOML = """\
[workspace]
format = 1
name = "Prov"
as_of = 2020-05-01
files = ["*.yaml", "*.csv"]
"""
PLAN = """\
plan: {id: p, unit: a, period: "2020", state: decided}
units: [{id: a, name: Norr}]
measures: [{id: area, name: Area, unit: m2, rule: own}, {id: share, name: Andel, unit: "%", target: minst 80 %}]
"""
FIGURES = "enhet;matt;period;typ;version;tillstand;varde\na;area;2020;budget;;;1 234\na;area;2020;budget;;tryckt;{}\n"
WORDS = {"why": "Tryckt fel i beslutet", "role": "Controller", "until": date(2020, 12, 31)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "prov"
    made.mkdir()
    (made / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (made / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (made / "figures.csv").write_text(FIGURES.format("1 999"), encoding="utf-8")
    return made


def coded(workspace: Workspace, code: str = "SM301") -> Findings:
    return Findings(one for one in workspace.check() if one.code.code == code)


def done(folder: Path) -> Acknowledged:
    workspace = load(folder)
    return acknowledge(workspace, coded(workspace), **WORDS)


def test_what_is_acknowledged_is_told_apart_when_the_workspace_is_loaded_again(folder: Path) -> None:
    (before,) = coded(load(folder))
    made = done(folder)
    assert (made.file, len(made.made), made.failed) == ("kvitterade.yaml", 1, ())
    assert made.text == (folder / "kvitterade.yaml").read_text(encoding="utf-8")
    workspace = load(folder)
    (one,) = coded(workspace)
    assert one == before
    assert one.acknowledged == workspace.plan.acknowledgements[0] == made.made[0]
    assert one.acknowledged.dated == date(2020, 5, 1)


def test_another_printed_figure_brings_it_back_and_says_so(folder: Path) -> None:
    done(folder)
    (folder / "figures.csv").write_text(FIGURES.format("1 998"), encoding="utf-8")
    found = load(folder).check()
    assert not found.acknowledged()
    assert [one.code.code for one in found if one.code.code in ("SM301", "SM491")] == ["SM301", "SM491"]


def test_a_row_above_it_changes_nothing(folder: Path) -> None:
    done(folder)
    heading, *rows = FIGURES.format("1 999").splitlines()
    text = "\n".join([heading, "a;area;2019;utfall;;;7", *rows])
    (folder / "figures.csv").write_text(text, encoding="utf-8")
    assert [one.code.code for one in load(folder).check().acknowledged()] == ["SM301"]


def test_the_day_is_the_workspaces_or_the_one_that_is_asked_for(folder: Path) -> None:
    done(folder)
    assert load(folder, as_of=date(2020, 12, 31)).check().acknowledged()
    found = load(folder, as_of=date(2021, 1, 1)).check()
    assert not found.acknowledged()
    assert "SM492" in [one.code.code for one in found]


def test_when_it_is_put_right_the_acknowledgement_is_to_be_removed(folder: Path) -> None:
    done(folder)
    (folder / "figures.csv").write_text(FIGURES.format("1 234"), encoding="utf-8")
    assert [one.code.code for one in load(folder).check() if one.code.code > "SM4"] == ["SM493"]


@pytest.mark.parametrize(
    "before",
    [
        "acknowledgements:\n{item}\n",
        "# Vår egen kommentar\nacknowledgements: # här\n{item}",
        "acknowledgements:\n{flat}\n# sist\n",
        "acknowledgements:\r\n{item}\r\n",
        "units: [{{id: b, name: Söder, parent: a}}]\n",
        "# bara en kommentar\n",
        "acknowledgements:\n",
        "",
    ],
)
def test_what_stands_in_the_file_stays_as_it_is(folder: Path, before: str) -> None:
    keys = 'code: SM999, where: x, found: a, expected: b, why: "c", role: d, until: 2020-09-30'
    text = before.format(item=f"    - {{{keys}}}", flat=f"- {{{keys}}}").encode()
    (folder / "kvitterade.yaml").write_bytes(text)
    count = len(load(folder).plan.acknowledgements)
    made = done(folder)
    assert made.failed == ()
    after = (folder / "kvitterade.yaml").read_bytes()
    assert after.startswith(text)
    assert (b"\r\n" in text) == (b"\r\n" in after[len(text) :])
    workspace = load(folder)
    assert len(workspace.plan.acknowledgements) == count + 1
    assert workspace.plan.acknowledgements[-1] == made.made[0]
    assert not workspace.findings.errors()


@pytest.mark.parametrize(
    "before",
    [
        "acknowledgements: []\n",
        'acknowledgements:\n  - {code: SM9, where: x, found: a, expected: b, why: c, role: d, until: "2020-09-30"}\n'
        "units: [{id: b, name: Söder, parent: a}]\n",
        "- a\n- b\n",
        "plan: {\n",
        "\ufeff\u00ff".encode("utf-16").decode("latin-1"),
    ],
)
def test_a_file_that_nothing_can_be_added_to_is_left_and_told(folder: Path, before: str) -> None:
    workspace = load(folder)
    found = coded(workspace)
    (folder / "kvitterade.yaml").write_text(before, encoding="utf-8")
    made = acknowledge(workspace, found, **WORDS)
    assert [one.code.code for one in made.failed] == ["SM495"]
    assert "inget skrevs" in made.failed[0].do()
    assert (made.file, made.made) == ("", ())
    assert (folder / "kvitterade.yaml").read_text(encoding="utf-8") == before


def test_an_encoding_that_is_declared_is_kept(folder: Path) -> None:
    with (folder / "styrmodell.toml").open("a", encoding="utf-8") as file:
        file.write('[[sources]]\nfiles = "kvitterade.yaml"\nencoding = "cp1252"\n')
    workspace = load(folder)
    (folder / "kvitterade.yaml").write_bytes("# för åäö\n".encode("cp1252"))
    made = acknowledge(workspace, coded(workspace), **{**WORDS, "why": "Känt på länet"})
    assert made.failed == ()
    assert "Känt på länet" in (folder / "kvitterade.yaml").read_bytes().decode("cp1252")
    assert load(folder).check().acknowledged()
    refused = acknowledge(workspace, coded(workspace), **{**WORDS, "why": "Ω"})
    assert [one.code.code for one in refused.failed] == ["SM495"]


def test_a_workspace_that_would_not_read_the_file_says_what_to_add(folder: Path) -> None:
    (folder / "styrmodell.toml").write_text(TOML.replace('"*.yaml"', '"plan.yaml"'), encoding="utf-8")
    (one,) = done(folder).failed
    assert (one.code.code, one.do()) == ("SM495", 'lägg till "kvitterade.yaml" i files; inget skrevs')
    assert not (folder / "kvitterade.yaml").exists()


def test_several_are_written_each_by_itself(folder: Path) -> None:
    workspace = load(folder)
    two = [finding("1", name="SM301"), finding("2", name="SM302")]
    made = acknowledge(workspace, two, **WORDS)
    assert [one.code for one in made.made] == ["SM301", "SM302"]
    assert load(folder).plan.acknowledgements == made.made


def test_one_of_several_that_stops_a_document_stops_them_all(folder: Path) -> None:
    stops = finding(name="SM104", severity=Severity.ERROR)
    made = acknowledge(load(folder), [finding(), stops], **WORDS)
    assert [one.code.code for one in made.failed] == ["SM490"]
    assert not (folder / "kvitterade.yaml").exists()


def test_wrong_use_raises(folder: Path) -> None:
    workspace = load(folder)
    for changed in ({"why": " "}, {"role": ""}, {"until": date(2020, 4, 30)}):
        with pytest.raises(TextError):
            acknowledge(workspace, finding(), **{**WORDS, **changed})
    with pytest.raises(RenderError):
        acknowledge(workspace, (), **WORDS)
    done(folder)
    with pytest.raises(RenderError, match="already"):
        acknowledge(load(folder), load(folder).check().acknowledged(), **WORDS)
    (folder / "plan.yaml").write_text("plan: {\n", encoding="utf-8")
    with pytest.raises(FindingsError):
        acknowledge(load(folder), finding(), **WORDS)


def test_a_file_that_cannot_be_written_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "nekad")

    monkeypatch.setattr(acknowledging, "write_atomic", refuse)
    assert [one.code.code for one in done(folder).failed] == ["SM404"]


def test_saved_plans_have_them(folder: Path, tmp_path: Path) -> None:
    done(folder)
    workspace = load(folder)
    for form in ("json", "csv"):
        assert save(workspace, tmp_path / form, form).failed == ()
        assert load(tmp_path / form).plan == workspace.plan


def test_a_frozen_run_keeps_them_and_takes_no_new(folder: Path) -> None:
    done(folder)
    (folder / "tabell.yaml").write_text(TABLE, encoding="utf-8")
    made = freeze(load(folder), body="RS", decided=date(2020, 6, 1), paragraph="§ 7")
    assert made.failed == ()
    assert (made.folder / "indata" / "kvitterade.yaml").is_file()
    record = json.loads((made.folder / "frysning.json").read_text(encoding="utf-8"))
    (kept,) = record["acknowledged"]
    assert (kept["code"], kept["why"], kept["until"]) == ("SM301", "Tryckt fel i beslutet", "2020-12-31")
    assert "SM301" not in [one["code"] for one in record["findings"]]
    assert not verify(made.folder).findings.errors()
    with pytest.raises(RenderError, match="frozen"):
        acknowledge(load(made.folder), finding(), **WORDS)


def test_the_file_cannot_hide_that_what_is_frozen_was_changed(folder: Path) -> None:
    (folder / "tabell.yaml").write_text(TABLE, encoding="utf-8")
    made = freeze(load(folder), body="RS", decided=date(2020, 6, 1), paragraph="§ 7")
    inside = made.folder / "indata"
    (inside / "figures.csv").write_text(FIGURES.format("1 234"), encoding="utf-8")
    told = [one for one in load(made.folder).check() if one.code.code == "SM432"]
    lines = [f"  - code: SM432\n    where: {one.source}\n    found: {one.found()}\n" for one in told]
    rest = "    expected: {}\n    why: a\n    role: b\n    until: 2030-01-01\n"
    text = "".join(line + rest.format(json.dumps(one.expected())) for line, one in zip(lines, told, strict=True))
    (inside / "kvitterade.yaml").write_text(f"acknowledgements:\n{text}", encoding="utf-8")
    found = load(made.folder).check()
    assert [one.code.code for one in found.acknowledged()] == []
    assert {"SM432", "SM434"} <= {one.code.code for one in found.errors()}


def test_documents_and_manifest_list_them_apart(folder: Path, tmp_path: Path) -> None:
    done(folder)
    (folder / "tabell.yaml").write_text(TABLE, encoding="utf-8")
    workspace = load(folder)
    run = run_jobs(workspace, plan_jobs(workspace, Order()), tmp_path / "ut")
    assert [one.code.code for one in run.findings.acknowledged()] == ["SM301"]
    manifest = json.loads((tmp_path / "ut" / "manifest.json").read_text(encoding="utf-8"))
    assert [(one["code"], one["role"]) for one in manifest["acknowledged"]] == [("SM301", "Controller")]
    assert "SM301" not in [one["code"] for one in manifest["findings"]]
    assert "1 kvitterad" in (tmp_path / "ut" / "index.html").read_text(encoding="utf-8")


def test_an_error_makes_a_draft_until_it_is_acknowledged(folder: Path) -> None:
    (folder / "fel.yaml").write_text("goals: [{id: g, name: Mål, parents: [finns-inte]}]\n", encoding="utf-8")
    workspace = load(folder)
    (wrong,) = workspace.findings.errors()
    assert workspace.publisher.is_draft
    assert acknowledge(workspace, wrong, **WORDS).failed == ()
    after = load(folder)
    after.require()
    assert after.findings.errors() == (wrong,)
    assert not after.publisher.is_draft


def test_a_comparison_and_the_next_year_take_them(folder: Path, tmp_path: Path) -> None:
    before = load(folder)
    done(folder)
    told = diff(before, load(folder))
    assert [one.object_kind for one in told.changes if one.object_kind == "acknowledgements"]
    rollover(load(folder), 2021, tmp_path / "ny")
    found = load(tmp_path / "ny").check()
    assert not found.acknowledged()


def test_added_figures_are_matched_again(folder: Path) -> None:
    done(folder)
    workspace = load(folder)
    assert len(workspace.with_observations(()).check().acknowledged()) == 1


def test_a_list_in_a_sheet_holds_them_too(folder: Path) -> None:
    made = done(folder).made[0]
    (folder / "kvitterade.yaml").unlink()
    words = ("Kod", "Var", "Hittade", "Väntade", "Varför", "Kvitterad av", "Gäller till", "Datum")
    row = (made.code, made.where, made.found, made.expected, made.why, made.role, "2020-12-31", "2020-05-01")
    quoted = ";".join(f'"{text}"' for text in row)
    (folder / "kvitteringar.csv").write_text(f"{';'.join(words)}\n{quoted}\n", encoding="utf-8")
    with (folder / "styrmodell.toml").open("a", encoding="utf-8") as file:
        file.write('[[tables]]\nfiles = "kvitteringar.csv"\nkind = "acknowledgements"\n')
    workspace = load(folder)
    assert workspace.plan.acknowledgements == (evolve(made, source=workspace.plan.acknowledgements[0].source),)
    assert len(workspace.check().acknowledged()) == 1


TABLE = """\
tables:
  - key: areor
    caption: Areor
    row_header: Enhet
    columns: [{key: budget, label: Budget, kind: budget}]
    rows: [{key: area, label: Area, cell: area}]
"""
