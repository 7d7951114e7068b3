"""What earlier runs wrote and the workspace no longer asks for: kept, told, and out of the index."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.test_main import CSV, MEASURES, PLAN, TOML, UNITS

from styrmodell.cli.main import run
from styrmodell.session.verify import verify

BOTH = '"generic.matt", "generic.mattkatalog"'
LEFT = ["generic.mattkatalog.docx", "generic.mattkatalog.docx.cells.json"]
LEFT += ["generic.mattkatalog.html", "generic.mattkatalog.xlsx"]
Told = Callable[..., str]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Renders what `include` and the flags say in the folder ut, and gives what was told."""
    (tmp_path / "yta").mkdir()
    (tmp_path / "yta" / "plan.yaml").write_text(PLAN + UNITS + MEASURES, encoding="utf-8")
    (tmp_path / "yta" / "varden.csv").write_text(CSV, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def render(*flags: str, include: str = '"generic.matt"', code: int = 0) -> str:
        Path("yta/styrmodell.toml").write_text(TOML.replace('"generic.matt"', include), encoding="utf-8")
        assert run(["render", "yta", "--lang", "sv", *flags]) == code
        return capsys.readouterr().err

    return render


def entries(key: str) -> list[str]:
    return [entry["file"] for entry in json.loads(Path("ut/manifest.json").read_text(encoding="utf-8"))[key]]


def index() -> str:
    return Path("ut/index.html").read_text(encoding="utf-8")


def test_files_that_are_no_longer_asked_for_are_kept_and_told_and_the_index_does_not_lead_to_them(told: Told) -> None:
    told(include=BOTH)
    assert (entries("left"), "generic.mattkatalog.html" in index()) == ([], True)
    before = {name: (Path("ut") / name).read_bytes() for name in LEFT}
    said = told()
    assert f"SM449 upplysning {LEFT[0]}\n" in said
    assert f"hittade  {', '.join(LEFT)}: skrivna av en tidigare körning" in said
    assert "ta bort dem om de inte behövs, eller skriv ut rapporten igen med --report" in said
    assert said.count("SM449") == 1
    assert {name: (Path("ut") / name).read_bytes() for name in LEFT} == before
    assert entries("left") == LEFT
    assert not set(entries("outputs")) & set(LEFT)
    assert ("generic.matt.html" in index(), "generic.mattkatalog" in index()) == (True, False)


def test_a_part_of_the_reports_says_nothing_of_the_others(told: Told) -> None:
    told(include=BOTH)
    for flags in (
        ("--report", "generic.matt"),
        ("--format", "html"),
        ("--unit", "a"),
        ("--period", "2020"),
        ("--report", "generic.matt*", "--format", "html"),
    ):
        assert "SM449" not in told(*flags, include=BOTH)
        assert (entries("left"), "generic.mattkatalog.html" in index()) == ([], True)
    # What is left stays left while other parts are rendered, and nobody is told again of it.
    told()
    assert "SM449" not in told("--report", "generic.matt", "--format", "html")
    assert (entries("left"), "generic.mattkatalog" in index()) == (LEFT, False)


def test_a_report_that_is_asked_for_again_is_left_no_longer(told: Told) -> None:
    told(include=BOTH)
    told()
    said = told("--report", "generic.mattkatalog", "--format", "html")
    assert "SM449" not in said
    assert entries("left") == [name for name in LEFT if not name.endswith(".html")]
    assert "generic.mattkatalog.html" in index()
    assert "SM403" not in told(include=BOTH)
    assert entries("left") == []


def test_what_is_left_and_removed_is_forgotten(told: Told) -> None:
    told(include=BOTH)
    told()
    for name in LEFT:
        (Path("ut") / name).unlink()
    assert verify("ut").findings == ()
    assert "SM449" not in told()
    assert entries("left") == []


def test_what_a_run_failed_to_write_is_still_asked_for(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    told(include=BOTH)
    monkeypatch.setattr("styrmodell.session.publish.write_word", _breaks)
    monkeypatch.setattr("styrmodell.session.publish.write_edition", _breaks_word)
    assert "SM401" in (said := told(include=BOTH, code=4))
    assert "SM449" not in said
    assert set(LEFT) <= set(entries("outputs"))


def _breaks(*_: object, **__: object) -> bytes:
    raise ValueError("går inte")


def _breaks_word(edition: object, form: str, **_: object) -> bytes:
    return _breaks() if form == "docx" else b"<html></html>"


def test_verify_knows_what_is_left_as_our_own(told: Told) -> None:
    told(include=BOTH)
    told()
    verified = verify("ut", workspace="yta")
    assert [one.code.code for one in verified.findings] == ["SM449"]
    assert (verified.sameness, verified.outputs) == ("bytes", 5)
    assert run(["verify", "ut", "--workspace", "yta"]) == 0


def test_verify_tells_what_somebody_changed_of_what_is_left_as_a_file_of_theirs(told: Told) -> None:
    told(include=BOTH)
    told()
    (Path("ut") / LEFT[2]).write_text("ändrad", encoding="utf-8")
    told_of = {(one.code.code, one.source.file) for one in verify("ut").findings}
    assert told_of == {("SM439", LEFT[2]), ("SM449", LEFT[0])}


def test_a_file_of_an_earlier_run_that_is_left_and_edited_is_never_replaced(told: Told) -> None:
    told(include=BOTH)
    told()
    (Path("ut") / LEFT[2]).write_text("ändrad", encoding="utf-8")
    assert "SM403" in told(include=BOTH)
    assert (Path("ut") / LEFT[2]).read_text(encoding="utf-8") == "ändrad"


def test_files_that_no_run_wrote_are_nobodys_concern(told: Told) -> None:
    told(include=BOTH)
    Path("ut/anteckning.txt").write_text("min", encoding="utf-8")
    assert "anteckning" not in told()


def test_a_manifest_from_before_says_of_none_that_it_is_left(told: Told) -> None:
    told(include=BOTH)
    content = json.loads(Path("ut/manifest.json").read_text(encoding="utf-8"))
    del content["left"]
    Path("ut/manifest.json").write_text(json.dumps(content), encoding="utf-8")
    assert verify("ut").findings == ()
    assert "SM449" in told()
