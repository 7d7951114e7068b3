"""`styrmodell rollover`: what it writes, shows and refuses."""

from pathlib import Path

import pytest

from styrmodell.api import load
from styrmodell.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = str(EXAMPLES / "dalarna-handlingsplan-2024")


def test_it_shows_what_stands_in_the_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ny"
    assert run(["rollover", EXAMPLE, "--to", "2025", "--out", str(out), "--lang", "sv"]) == 0
    shown = capsys.readouterr()
    assert shown.out == (out / "overrullning.md").read_text(encoding="utf-8")
    assert "| åtgärder | 2 | 6 |" in shown.out
    assert "filer skrivna" in shown.err
    assert run(["check", str(out), "--lang", "sv"]) == 0
    assert run(["render", str(out), "--out", str(tmp_path / "ut"), "--lang", "sv"]) == 0


def test_the_day_can_be_said(tmp_path: Path) -> None:
    out = tmp_path / "ny"
    assert run(["rollover", EXAMPLE, "--to", "2025", "--out", str(out), "--as-of", "2025-02-01"]) == 0
    assert load(out).as_of.isoformat() == "2025-02-01"


def test_an_existing_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rollover", EXAMPLE, "--to", "2025", "--out", str(tmp_path), "--lang", "sv"]) == 4
    assert "finns redan; välj en annan mapp" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("year", ["2024", "2019", "nästa"])
def test_a_year_that_is_not_later_is_wrong_use(year: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rollover", EXAMPLE, "--to", year, "--out", str(tmp_path / "ny"), "--lang", "sv"]) == 2
    assert capsys.readouterr().err
    assert not (tmp_path / "ny").exists()


def test_what_cannot_be_read_is_told_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = str(EXAMPLES / "felaktig-arbetsbok")
    assert run(["rollover", faulty, "--to", "2025", "--out", str(tmp_path / "ny"), "--lang", "sv"]) == 3
    assert "SM149" in capsys.readouterr().err
    assert not (tmp_path / "ny").exists()


def test_the_note_is_in_the_language_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ny"
    assert run(["rollover", EXAMPLE, "--to", "2025", "--out", str(out), "--lang", "en"]) == 0
    assert "| actions | 2 | 6 |" in capsys.readouterr().out


def test_a_forecast_counts_as_spent_only_where_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = str(EXAMPLES / "vasternorrland-fiktiv-2020")
    for more, told in (([], "SM473"), (["--with-forecast"], "SM472")):
        out = str(tmp_path / told)
        assert run(["rollover", example, "--to", "2021", "--out", out, "--lang", "sv", *more]) == 0
        assert f"- {told}: Solceller, etapp 2" in capsys.readouterr().out
