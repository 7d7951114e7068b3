"""`styrmodell form`: one workbook a unit, and what is wrong in the asking."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.report.form_books import FICTITIOUS, copy_example

from styrmodell.cli.form import command
from styrmodell.errors import UnknownNameError


def run(*args: object) -> Result:
    return CliRunner().invoke(command, [*map(str, args), "--lang", "sv"], standalone_mode=False)


def test_it_writes_a_form_and_says_where(tmp_path: Path) -> None:
    workspace, out = copy_example(FICTITIOUS, tmp_path), tmp_path / "ut"
    done = run(
        workspace, "--report", "vasternorrland.bilaga9", "--unit", "exf-lok", "--due", "2020-09-01", "--out", out
    )
    assert done.return_value == 0
    assert done.stdout.splitlines() == [str(out / "formular.exf-lok.2020.xlsx")]
    assert "skrev 1 formulär" in done.stderr
    assert (workspace / "insamlat" / "utskick.json").is_file()


def test_a_unit_with_nothing_to_fill_in_is_told(tmp_path: Path) -> None:
    workspace = copy_example(FICTITIOUS, tmp_path)
    done = run(workspace, "--report", "vasternorrland.bilaga9", "--unit", "exf", "--out", tmp_path / "ut")
    assert done.return_value == 0
    assert "inga formulär" in done.stderr


def test_lists_are_asked_for_by_their_words(tmp_path: Path) -> None:
    workspace, out = copy_example(FICTITIOUS, tmp_path), tmp_path / "ut"
    done = run(workspace, "--objects", "risker,projekt", "--unit", "exf-lok", "--out", out)
    assert done.return_value == 0
    assert done.stdout.splitlines() == [str(out / "formular.exf-lok.2020.xlsx")]
    sent = (workspace / "insamlat" / "utskick.json").read_text(encoding="utf-8")
    assert '"tables": "objekt.risks, objekt.projects"' in sent


def test_an_unknown_list_is_refused(tmp_path: Path) -> None:
    done = run(copy_example(FICTITIOUS, tmp_path), "--objects", "riskar")
    assert isinstance(done.exception, UnknownNameError)


@pytest.mark.parametrize(("option", "text"), [("--due", "1 september"), ("--period", "i fjol")])
def test_a_day_or_period_that_cannot_be_read_is_refused(tmp_path: Path, option: str, text: str) -> None:
    done = run(copy_example(FICTITIOUS, tmp_path), option, text)
    assert "väntade" in str(done.exception)


def test_an_unknown_report_is_refused(tmp_path: Path) -> None:
    done = run(copy_example(FICTITIOUS, tmp_path), "--report", "vasternorrland.bilaga99")
    assert isinstance(done.exception, UnknownNameError)


def test_forms_that_could_not_be_written_are_not_told_as_none_to_fill_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "formular").write_text("en fil", encoding="utf-8")
    done = run(copy_example(FICTITIOUS, tmp_path), "--report", "vasternorrland.bilaga9", "--unit", "exf-lok")
    assert (done.return_value, "SM404" in done.stderr, "inga formulär" in done.stderr) == (4, True, False)
