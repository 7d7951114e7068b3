"""Freezing: input, documents and decision kept whole or not at all, never replaced, and explained years later."""

import json
import ntpath
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from styrmodell.errors import RenderError, TextError, UnknownNameError
from styrmodell.finding import FindingsError
from styrmodell.model.kind import Kind
from styrmodell.session import freeze as freezing
from styrmodell.session.freeze import freeze
from styrmodell.session.frozen_run import load_frozen
from styrmodell.session.load import load
from styrmodell.session.manifest import digest
from styrmodell.session.write import new_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
TOML = """\
[workspace]
format = 1
name = "Nämnden för åäö"
as_of = 2020-05-01
files = ["**/*.yaml", "**/*.csv"]

[reports]
include = ["generic.matt"]
"""
YAML = """\
plan: {id: namndplan, unit: a, period: "2020", state: decided, dnr: RS-1}
units: [{id: a, name: Å-enheten}, {id: b, name: Söder, parent: a}]
measures: [{id: area, name: Area, unit: m2}]
"""
CSV = "enhet;matt;period;typ;varde\nb;area;2020;budget;1 234\n"
DECISION = {"body": "Nämnden för hållbarhet", "decided": date(2020, 6, 1), "paragraph": "§ 7"}
NAME = "2020-06-01-namnden-for-hallbarhet-namndplan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Vår arbetsyta"
    (made / "siffror år 2020").mkdir(parents=True)
    (made / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (made / "plan.yaml").write_text(YAML, encoding="utf-8")
    (made / "siffror år 2020" / "värden.csv").write_text(CSV, encoding="utf-8")
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def area(folder: Path) -> str:
    workspace = load(folder)
    return str(workspace.value("area", unit="b", kind=Kind.BUDGET).number)


def test_it_keeps_input_output_and_what_it_was_for(folder):
    before = files(folder)
    made = freeze(load(folder), **DECISION)
    assert (made.failed, made.folder) == ((), folder / "frysta" / NAME)
    kept = files(made.folder)
    assert {name.removeprefix("indata/"): data for name, data in kept.items() if name.startswith("indata/")} == before
    outputs = ["generic.matt.docx", "generic.matt.docx.cells.json", "generic.matt.html", "generic.matt.xlsx"]
    outputs += ["index.html", "manifest.json"]
    assert [name.removeprefix("ut/") for name in kept if name.startswith("ut/")] == outputs
    assert made.sha256 == digest(kept["frysning.json"])
    assert [path.name for path in (folder / "frysta").iterdir()] == [NAME]


def test_the_record_says_which_decision_from_what_and_what_came_of_it(folder):
    made = freeze(load(folder), formats=["html"], **DECISION)
    told = json.loads((made.folder / "frysning.json").read_text(encoding="utf-8"))
    assert told["decision"] == {"body": "Nämnden för hållbarhet", "date": "2020-06-01", "paragraph": "§ 7"}
    assert told["plan"] == {"id": "namndplan", "unit": "a", "period": "2020", "state": "decided", "dnr": "RS-1"}
    assert (told["format"], told["as_of"], told["asked"]["formats"]) == (1, "2020-05-01", ["html"])
    assert "styrmodell" in told["versions"]
    hashes = {f"indata/{one['file']}": one["sha256"] for one in told["inputs"]}
    hashes |= {f"ut/{one['file']}": one["sha256"] for one in told["outputs"]}
    kept = files(made.folder)
    del kept["frysning.json"]
    assert hashes == {name: digest(data) for name, data in kept.items()}
    document = next(one for one in told["outputs"] if one["file"] == "generic.matt.html")
    assert (document["report"], document["unit"], document["period"]) == ("generic.matt", "a", "2020")


def test_the_cells_stand_beside_a_document_of_any_format(folder):
    made = freeze(load(folder), formats=["xlsx"], **DECISION)
    assert (made.folder / "ut" / "generic.matt.xlsx.cells.json").is_file()


def test_the_same_is_frozen_to_the_same_bytes(folder, tmp_path):
    other = tmp_path / "annan"
    shutil.copytree(folder, other)
    one, two = (freeze(load(place), **DECISION) for place in (folder, other))
    assert files(one.folder) == files(two.folder)


def test_what_is_frozen_does_not_change_with_the_workspace(folder):
    frozen = freeze(load(folder), **DECISION).folder
    (folder / "siffror år 2020" / "värden.csv").write_text(CSV.replace("1 234", "9"), encoding="utf-8")
    (folder / "styrmodell.toml").write_text(TOML.replace("2020-05-01", "2024-05-01"), encoding="utf-8")
    assert (area(folder), area(frozen), area(frozen / "frysning.json")) == ("9", "1234", "1234")
    assert load(frozen).as_of == date(2020, 5, 1)


def test_a_second_freeze_reads_nothing_of_the_first(folder):
    freeze(load(folder), **DECISION)
    again = load(folder)
    assert [file for file, _ in again.inputs] == ["plan.yaml", "siffror år 2020/värden.csv", "styrmodell.toml"]
    assert freeze(again, name="igen", **DECISION).failed == ()


def test_the_day_and_the_order_of_units_are_those_of_the_run(folder):
    workspace = load(folder, as_of=date(2021, 1, 1)).under(on=date(2020, 2, 1), as_now=True)
    run = load_frozen(freeze(workspace, **DECISION).folder)
    assert (run.workspace.as_of, run.workspace.order) == (date(2021, 1, 1), workspace.order)
    assert (run.record.body, run.record.decided, run.record.paragraph) == tuple(DECISION.values())
    assert run.workspace.findings == workspace.findings
    assert run.workspace.path == run.folder / "indata"


@pytest.mark.parametrize("name", ["", NAME, NAME.upper()])
def test_what_is_frozen_is_never_replaced(folder, name):
    """Upper and lower case are one name on Windows."""
    frozen = freeze(load(folder), **DECISION).folder
    before = files(frozen)
    again = freeze(load(folder), name=name, **DECISION)
    assert [finding.code.code for finding in again.failed] == ["SM430"]
    assert again.sha256 == ""
    assert files(frozen) == before
    assert [path.name for path in (folder / "frysta").iterdir()] == [NAME]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nämndens § 7", "Nämndens § 7"),
        ("a/b\\c:d", "a-b-c-d"),
        ("../../ute", "-..-ute"),
        ("con", "_con"),
        ("slut. ", "slut"),
        ("x" * 300, "x" * 120),
    ],
)
def test_names_are_safe_on_windows_and_inside_the_workspace(folder, name, expected):
    made = freeze(load(folder), name=name, **DECISION)
    assert made.folder == folder / "frysta" / expected
    assert made.folder.is_dir()
    assert ntpath.basename(expected) == expected


def test_a_body_in_any_signs_gives_a_name(folder):
    made = freeze(load(folder), **{**DECISION, "body": 'Nämnden "Å/Ö"?'})
    assert made.folder.name == "2020-06-01-namnden-a-o-namndplan"


class KilledError(BaseException):
    """Stands for a process that ends between two writes."""


@pytest.mark.parametrize("cleans", [True, False], ids=["interrupted", "killed"])
def test_stopped_between_any_two_writes_nothing_half_is_left(folder, monkeypatch, cleans):
    real, left = freezing.write_atomic, [0]

    def write(path, data):
        if not left[0]:
            raise KilledError
        left[0] -= 1
        real(path, data)

    monkeypatch.setattr(freezing, "write_atomic", write)
    monkeypatch.setattr("styrmodell.session.output_folder.write_atomic", write)
    if not cleans:
        monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    workspace, count = load(folder), 0
    while True:
        left[0] = count
        try:
            made = freeze(workspace, formats=["html"], **DECISION)
        except KilledError:
            count += 1
            places = [path.name for path in (folder / "frysta").glob("*")] if (folder / "frysta").exists() else []
            assert not cleans or places == []
            assert [name for name in places if not name.startswith(".styrmodell-")] == []
            assert load(folder).inputs == workspace.inputs
        else:
            break
    assert count == 8  # three files in, four out, and the record
    assert made.failed == ()


def test_a_move_that_fails_leaves_nothing(folder, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "åtkomst nekad")

    monkeypatch.setattr("styrmodell.session.write._replace", refuse)
    with pytest.raises(PermissionError), new_folder(folder / "frysta" / "x") as made:
        (made / "fil").write_text("x")
    assert not (folder / "frysta").exists()


def test_of_two_that_freeze_at_once_the_first_stands(folder):
    def make(paragraph):
        return freeze(load(folder), **{**DECISION, "paragraph": paragraph})

    with ThreadPoolExecutor(2) as pool:
        made = sorted(pool.map(make, ("§ 8", "§ 9")), key=lambda one: len(one.failed))
    assert [[finding.code.code for finding in one.failed] for one in made] == [[], ["SM430"]]
    assert digest((made[0].folder / "frysning.json").read_bytes()) == made[0].sha256
    assert [path.name for path in (folder / "frysta").iterdir()] == [NAME]


def test_a_disk_that_refuses_is_told(folder, monkeypatch):
    def refuse(*_):
        raise OSError(28, "ingen plats kvar")

    monkeypatch.setattr(freezing, "write_atomic", refuse)
    made = freeze(load(folder), **DECISION)
    assert [finding.code.code for finding in made.failed] == ["SM404"]
    assert not (folder / "frysta").exists()


def test_one_report_that_fails_leaves_nothing(folder):
    workspace = load(folder)
    spec = workspace.registry.reports["generic.matt"]

    def fail(_):
        raise ZeroDivisionError

    reports = {**workspace.registry.reports, "generic.matt": evolve(spec, build=fail)}
    broken = evolve(workspace, registry=evolve(workspace.registry, reports=reports))
    made = freeze(broken, **DECISION)
    assert {finding.code.code for finding in made.failed} == {"SM401"}
    assert not (folder / "frysta").exists()


def test_a_report_that_nobody_offers_leaves_nothing(folder):
    (folder / "styrmodell.toml").write_text(TOML.replace('"generic.matt"', '"generic.matt", "x.y"'), encoding="utf-8")
    made = freeze(load(folder), **DECISION)
    assert [finding.code.code for finding in made.failed] == ["SM402"]
    assert not (folder / "frysta").exists()


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_input_that_changed_since_it_was_read_is_told(folder, change):
    workspace = load(folder)
    path = folder / "siffror år 2020" / "värden.csv"
    if change == "edit":
        path.write_text(CSV.replace("1 234", "9"), encoding="utf-8")
    else:
        path.unlink()
    made = freeze(workspace, **DECISION)
    assert [finding.code.code for finding in made.failed] == [{"edit": "SM431", "remove": "SM101"}[change]]
    assert not (folder / "frysta").exists()


def test_a_plan_that_the_files_do_not_give_is_not_frozen(folder):
    workspace = load(folder)
    made = freeze(workspace.with_observations(workspace.plan.observations[:1]), **DECISION)
    assert [finding.code.code for finding in made.failed] == ["SM431"]
    assert made.failed[0].found() == "filerna ger inte planen i minnet"


@pytest.mark.parametrize("lacking", ["body", "paragraph"])
def test_a_decision_has_a_body_and_a_paragraph(folder, lacking):
    with pytest.raises(TextError, match="reference to the decision"):
        freeze(load(folder), **{**DECISION, lacking: " "})


def test_what_cannot_be_frozen_is_refused_before_anything_is_written(folder):
    with pytest.raises(UnknownNameError):
        freeze(load(folder), reports=["generic.mat"], **DECISION)
    (folder / "plan.yaml").write_text("plan: [", encoding="utf-8")
    with pytest.raises(FindingsError):
        freeze(load(folder), **DECISION)
    assert not (folder / "frysta").exists()


@pytest.mark.parametrize("place", [".", "indata", "indata/styrmodell.toml"])
def test_a_frozen_run_is_not_frozen_again(folder, place):
    frozen = freeze(load(folder), **DECISION).folder
    before = files(frozen)
    with pytest.raises(RenderError, match="frozen already"):
        freeze(load(frozen / place), **DECISION)
    assert files(frozen) == before


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2}', '{"format": 1}', "[" * 100_000])
def test_a_record_that_cannot_be_read_is_told(folder, text):
    frozen = freeze(load(folder), **DECISION).folder
    (frozen / "frysning.json").write_text(text, encoding="utf-8")
    workspace = load(frozen)
    assert (workspace.plan, [finding.code.code for finding in workspace.findings]) == (None, ["SM101"])


@pytest.mark.parametrize("file", ["../../plan.yaml", "/etc/passwd", "C:/x", ""])
def test_a_record_that_names_files_elsewhere_is_told(folder, file):
    frozen = freeze(load(folder), **DECISION).folder
    told = json.loads((frozen / "frysning.json").read_text(encoding="utf-8"))
    told["inputs"][0]["file"] = file
    (frozen / "frysning.json").write_text(json.dumps(told), encoding="utf-8")
    assert [finding.code.code for finding in load(frozen).findings] == ["SM101"]


def test_input_of_a_frozen_run_that_was_changed_is_told_wherever_it_is_used(folder):
    frozen = freeze(load(folder), **DECISION).folder
    (frozen / "indata" / "siffror år 2020" / "värden.csv").write_text(CSV.replace("1 234", "9"), encoding="utf-8")
    (frozen / "indata" / "ny.csv").write_text(CSV, encoding="utf-8")
    (frozen / "indata" / "plan.yaml").rename(frozen / "indata" / "plan2.yaml")
    findings = load(frozen).findings.starting("SM43")
    assert sorted((finding.code.code, finding.source.file) for finding in findings) == [
        ("SM432", "indata/siffror år 2020/värden.csv"),
        ("SM433", "indata/plan.yaml"),
        ("SM434", "indata/ny.csv"),
        ("SM434", "indata/plan2.yaml"),
    ]


EXPLAINED = [
    (
        "vasternorrland-2020",
        "vasternorrland.bilaga9",
        ("observationer/lokalarea.csv", "2020;budget;egna;418 100", "2020;budget;egna;18 100"),
        ("lokalarea", Kind.BUDGET, "2020"),
    ),
    (
        "uppfoljning-2024",
        "generic.matt",
        ("siffror/vardplatser.csv", "akut;vardplatser;2024-04;12", "akut;vardplatser;2024-04;90"),
        ("vardplatser", Kind.OUTCOME, "2024-04"),
    ),
]


@pytest.mark.parametrize(("example", "report", "change", "asked"), EXPLAINED, ids=[row[0] for row in EXPLAINED])
def test_the_examples_are_explained_as_they_were(example, report, change, asked, tmp_path):
    folder = tmp_path / "Årets plan"
    shutil.copytree(EXAMPLES / example, folder)
    workspace = load(folder)
    frozen = freeze(workspace, reports=[report], formats=["docx"], **DECISION).folder
    file, old, new = change
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    measure, kind, period = asked
    before, kept, now = (
        loaded.explain_value(measure, kind=kind, period=period).text()
        for loaded in (workspace, load(frozen), load(folder))
    )
    assert kept == before != now


def test_a_pattern_of_reports_is_kept_as_the_keys_that_it_meant(folder):
    made = freeze(load(folder), **DECISION, reports=("generic.m*",), formats=("html",))
    kept = json.loads((made.folder / "frysning.json").read_bytes())
    assert kept["asked"]["reports"] == ["generic.matt", "generic.mattkatalog"]
